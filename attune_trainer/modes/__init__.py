"""The ways of practising: alone, as a couple, as homework, in a workshop; none knows another."""
