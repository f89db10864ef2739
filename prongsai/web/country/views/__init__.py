"""Pages of the country; urls.py names them."""
