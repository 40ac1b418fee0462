"""Who is given something to do: actors, clauses, label lines, tables; composed by `extract.relations.assignment`."""
