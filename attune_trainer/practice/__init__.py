"""One exercise and what is kept of it: pure state, no I/O."""
