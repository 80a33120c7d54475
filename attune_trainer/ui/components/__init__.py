"""Pieces of a view; each draws one thing and returns what the person did with it."""
