"""What an agency shows of its public pages on the website that it has: a badge, and lists."""
