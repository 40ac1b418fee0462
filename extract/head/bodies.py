"""How the names of senders and addressees end, as patterns of the lists in `lexicon/heads.toml`."""

from __future__ import annotations

import re

from extract.lexicon import either, terms

BRACKETS = r"(?:（[^（）]{0,40}）)*+"


def listed(*names: str) -> str:
    """The words of lists of `heads.toml` as one alternative."""
    return either(word for name in names for word in terms("heads", name))


BODY = re.compile(rf"(?:{listed('bodies')}|(?<![\u4e00-\u9fa5])中央){BRACKETS}$")
"""The end of the name of a body; 中央 alone is the 中共中央."""

RECIPIENT = re.compile(rf"(?:{listed('bodies', 'groups', 'people')}){BRACKETS}$")
"""The end of an addressee whose kind is told."""

ADDRESSED = re.compile(rf"(?:{listed('bodies', 'groups', 'people', 'places')}){BRACKETS}$")
"""The end of an addressee, or of a place that stands for its offices."""

PLACED = re.compile(rf"(?:{listed('places')}){BRACKETS}$")

PERSON = re.compile(rf"(?P<by>[\u4e00-\u9fa5]{{0,16}}?)(?:{listed('posts')})[：]?(?!办公)[\u4e00-\u9fa5·]{{2,8}}(?:（[^（）]{{1,12}}）)?")
"""Who signs by name, `by` the body of whose post he is: 省长温敬亭, 国务院总理温敬亭."""
