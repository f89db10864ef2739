"""What is public as data: files, API, catalogue."""
