"""Strange files for the readers: ``make fuzz`` goes by coverage, ten minutes each; what is found stays as a test."""
