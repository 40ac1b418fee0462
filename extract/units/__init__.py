"""How agencies are built: the units below an agency, and the positions that each has."""
