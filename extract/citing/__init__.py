"""How a notice cites: what counts as a text, which names mean one text, and what the citing words say of it."""
