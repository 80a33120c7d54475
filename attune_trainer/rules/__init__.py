"""Rules as readable data, and the automaton that matches them."""
