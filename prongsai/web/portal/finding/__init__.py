"""Finding what is public: the search, the directory, and what a page says of itself to programs."""
