"""Tags of the templates of disclosures."""
