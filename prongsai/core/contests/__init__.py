"""The right of reply: contests of the result of an item."""
