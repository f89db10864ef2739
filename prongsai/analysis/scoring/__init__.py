"""Counts of answers and results of items → scores of all agencies at once, exactly as the core scores one."""
