"""What ``python -m tools.train_digits`` is made of: fonts, words, lines, their scans, examples, the network."""
