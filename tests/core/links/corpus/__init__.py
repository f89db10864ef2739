"""Made-up pages as sites of Thai offices are really written, each with what should be thought of it."""
