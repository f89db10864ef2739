"""What may be done with surveys: building, opening, answering, links and exports."""
