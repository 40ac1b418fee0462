"""The catalogue of questions: each a folder with `question.py`, `query.rq` and `query.cypher`, found by where it lies.

    ask(store, "appointments", agency="教育局", since="2019")

`question.py` declares the parameters (`Question`, all optional, "" for any) and a row of the answer (`Row`);
`ORDER` names the columns that the answer is sorted by first. The two queries give the same columns and the same rows
on every store; a test asks each question of each store.
"""

from __future__ import annotations

from kg.queries.answer import Answer
from kg.queries.ask import ask
from kg.queries.catalogue import Entry, catalogue
from kg.queries.methods import Questions, Through

__all__ = ["Answer", "Entry", "Questions", "Through", "ask", "catalogue"]
