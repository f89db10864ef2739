"""What may be seen of the country: see each module."""
