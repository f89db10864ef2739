"""Tags of the survey pages."""
