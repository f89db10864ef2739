"""What may serve as evidence: the kind of a file by its content, and addresses of pages."""
