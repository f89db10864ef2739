"""What citizens read of an agency: each page is a function of what is published alone."""
