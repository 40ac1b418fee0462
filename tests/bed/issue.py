"""An issue of a gazette: masthead, page of contents, made notices one behind the other."""

from __future__ import annotations

from tests.bed.compose import made
from tests.bed.made import Made
from tests.bed.names import Names

GENRE = "gazette issue"
_HELD = ("publishes", "duties in clauses", "roster in brackets", "repeals")


def issue(number: int) -> Made:
    """Two to four notices with numbers, bound in one issue of a district."""
    names = Names(f"{GENRE} {number}")
    dice = names.dice
    place, month, count = f"{names.draw('stem')}区", dice.randint(1, 12), dice.randint(1, 12)
    held = [made(genre, 1000 + number) for genre in dice.sample(_HELD, dice.randint(2, 4))]
    contents = []
    for page, one in enumerate(held, 1):
        head = dict(one.facts[0][1])
        contents.append(f"{head['title']}{dice.choice(['', f'（{head["number"]}）' if head['number'] else ''])}\t{page * 3}")
    title, sponsor = f"{place}人民政府公报", f"{place}人民政府办公室"
    front = [title, f"{names.year}年{month}月", f"第{count}期", f"{sponsor}主办", "目　录", "\n".join(contents)]
    facts = [("gazette", {"title": title, "issue": f"第{count}期", "date": f"{names.year}-{month:02d}", "sponsor": sponsor})]
    raw = "\n\n".join([*front, *(one.raw.strip("\n") for one in held)]) + "\n"
    loose = frozenset({"citation", "document"}).union(*(one.loose for one in held))
    return Made(raw, (*facts, *(fact for one in held for fact in one.facts)), loose)
