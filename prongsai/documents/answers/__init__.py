"""Raw answers of respondents and results of items, from CSV, XLSX or JSON; every bad cell is told by its place."""

from __future__ import annotations

from prongsai.documents.answers.collected import Collected, Problem
from prongsai.documents.answers.reading import read_answers

__all__ = ["Collected", "Problem", "read_answers"]
