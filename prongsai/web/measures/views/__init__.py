"""Pages of plans, measures, progress and rounds."""
