"""From the text of a gazette to facts with evidence."""
