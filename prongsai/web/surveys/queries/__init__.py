"""What may be seen of surveys."""
