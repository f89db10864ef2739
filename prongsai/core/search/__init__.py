"""Finding Thai text: how text and question are made alike, what a question asks for, and what is shown of a hit."""
