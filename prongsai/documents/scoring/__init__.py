"""``prongsai score``: what it is given, what it reckons, how it is told."""
