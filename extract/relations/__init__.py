"""What notices state: one fact type a module."""
