"""Answers counted: agency × part of a question × value chosen. It is all that scoring needs, and it adds up."""
