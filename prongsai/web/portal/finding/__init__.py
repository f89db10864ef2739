"""Finding what is public: search, feeds, sitemap, directory."""
