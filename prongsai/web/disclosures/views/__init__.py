"""Pages of disclosures: one module a page."""
