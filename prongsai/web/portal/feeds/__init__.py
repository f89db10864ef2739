"""What programs follow: feeds of what is new, sitemaps, and what crawlers are asked to leave alone."""
