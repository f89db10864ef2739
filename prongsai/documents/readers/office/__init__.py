"""What the readers of Word and of Excel have in common."""
