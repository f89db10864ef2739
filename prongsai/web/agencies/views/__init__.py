"""Pages of an agency: its people, its divisions, itself."""
