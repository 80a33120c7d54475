"""Facts of form that no word list can state: each returns evidence with a span, as the rules do."""
