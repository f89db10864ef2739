"""What a person may see of plans, measures, progress and rounds."""

from __future__ import annotations
