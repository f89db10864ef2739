"""``make bench``: figures as medians, printed and never asserted; machines are noisy."""
