"""Attacks on the web application as a whole: every address by every role, and nasty values in every field."""
