"""A made-up country: made-up agencies in real provinces, their answers and items. Equal seeds make equal files."""
