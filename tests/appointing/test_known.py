"""Where a name ends that runs into the body of the post."""

from __future__ import annotations

import pytest

from extract.appointing.known import known
from extract.appointing.moves import Move
from extract.appointing.people import Named
from extract.mentions.post import Holding
from extract.notices import notices
from extract.read.words import to_text
from kg.model import Notice, Source, Span

NOTICE = """岚江省临澜市望溪区人民政府关于有关事项的通知

望政发〔2019〕1号

免去侯杰岱望溪区人民法院副院长、区司法局局长职务。
"""
AT = Span(0, 2)


@pytest.fixture
def notice() -> Notice:
    return notices(to_text(Source("a.txt", ""), NOTICE))[0]


def _move(agency: str, span: Span = AT) -> Move:
    return Move(Named("侯杰", span), "dismiss", Holding(agency, "局长"), "", Span(0, 9), "dismiss")


def test_the_rest_of_a_name_is_taken_from_the_body_before_which_it_stands(notice: Notice) -> None:
    """岱 is of the name in all his posts; 区 of 区司法局 is not, nor is 岱 of another 侯杰."""
    moves = known(notice, [_move("岱望溪区人民法院"), _move("区司法局"), _move("区教育局", Span(20, 22))])
    assert [(move.person.name, move.holding.agency) for move in moves] == [
        ("侯杰岱", "望溪区人民法院"),
        ("侯杰岱", "区司法局"),
        ("侯杰", "区教育局"),
    ]
