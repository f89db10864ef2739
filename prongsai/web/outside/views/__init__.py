"""Pages of the chase, and those behind a link."""
