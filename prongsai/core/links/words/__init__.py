"""The sentences that are said of links, apart from the checks that find them."""
