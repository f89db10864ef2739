"""What an agency shows for the items of its framework: state, years, components, text and tables, without layout."""
