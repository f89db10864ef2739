"""Looking after an installation: serving, demo data, backup and restore."""
