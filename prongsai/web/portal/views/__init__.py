"""Pages of officials about the public pages."""
