"""From a string to words, clauses and clause facts, with offsets into the original."""
