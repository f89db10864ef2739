"""What is looked for in an answer: one function a check, listed in judging.py."""
