"""Forms of measures and rounds."""
