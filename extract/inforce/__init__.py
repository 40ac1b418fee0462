"""Behind validity: which text a sentence about force, term or interpretation speaks of."""
