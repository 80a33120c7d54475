"""How far the scorer agrees with human coders, and fitting its weights to them."""
