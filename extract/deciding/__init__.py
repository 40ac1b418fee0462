"""Who decided before a notice was issued: clauses that say it, and where in a notice they count."""
