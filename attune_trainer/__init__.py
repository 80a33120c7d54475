"""Attune Trainer: practise staying with somebody's feeling."""
