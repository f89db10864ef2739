"""The API of the open data, under /api/v1/: typed, paged, read only, the same for everybody."""
