"""In which agency the office of a body sits: `领导小组办公室设在区水务局`, `在区水务局下设办公室`, `指挥部办公室（设在区应急局）`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from extract.mentions.agency import agencies_in
from extract.rosters.naming import names
from extract.rosters.party import AGENCY_END
from kg.model import Span

SEAT = re.compile(
    r"(?:设立|设置|设|挂靠|挂|附设|放)(?:在|于)"
    r"|(?<=办公室)(?:[在于]|设(?=[省市区县州旗镇乡局院校委]))(?=[^，。；]{2,20}(?:[，。；]|办公))|(?<=办公室)，?挂靠"
    r"|(?<=办公室)由[^，。；由]{2,20}?(?:调整|变更|改设|移|转)(?:到|至|为|在)(?:设在)?"
)
_OFFICE_BEFORE = re.compile(
    r"(?:(?:工作|日常)?办公室|办公地点|办事机构|秘书处)(?:（[^（）]{0,24}）)?(?:地点|日常办公地点|日常工作)?[，（]?(?:具体|暂|常|均|地点)?$"
)
_SEATED = re.compile(r"(?<![不未])(?<!不单)(?<!不再)(?:下设|设立|设置|设)(?:(?:领导小组|指挥部|联席会议|委员会|工作)*)办公室")
_IN = re.compile(r"在([^，。；：在]{2,40})$")
_STOP = re.compile(r"[，。；：、（）]")
_CLAUSE = re.compile(r"[^，。；：]*$")


def seats(words: str, starts: list[int]) -> Iterator[tuple[str, Span, str, Span | None]]:
    """Each office of a body: the agency it sits in, where that is said, the words for the body, where the office is set up."""
    for anchor in SEAT.finditer(words):
        before = words[_opens(starts, anchor.start()) : anchor.start()]
        office = _OFFICE_BEFORE.search(before)
        agency = _agency_at(words, anchor.end())
        if not office or not agency:
            continue
        offset = anchor.start() - len(before)
        subject = _subject(before[: office.start()], office[0])
        if subject is None:
            continue
        start = offset + office.start()
        set_up = re.search(r"设立?置?$", before[: office.start()])
        yield words[agency.slice], Span(start, agency.end), subject, Span(start, agency.end) if set_up else None
    for found in _SEATED.finditer(words):
        clause = _CLAUSE.search(words, _opens(starts, found.start()), found.start())
        said = clause[0] if clause else ""
        where = _IN.search(said)
        subject = _subject(said[: where.start()] if where else said, "办公室")
        if subject is None:
            continue
        span = Span(found.start() - len(where[0]) if where else found.start(), found.end())
        place = re.sub(r"（[^）]*）$", "", where[1]) if where else ""
        seat = place if AGENCY_END.search(place) else ""
        yield seat, span, subject, span


def _opens(starts: list[int], at: int) -> int:
    """Where the sentence of a place begins, no more than 60 before it."""
    return max(at - 60, starts[bisect_right(starts, at) - 1])


def _subject(said: str, office: str) -> str | None:
    """What body the words before 办公室 mean: "" the one spoken of, None an office that is no body's."""
    named = list(names(said, Span(0, len(said))))
    if named:  # 县级以上的爱卫会设办公室 is said of none
        return None if said.endswith(("以上", "以上的"), 0, named[-1].span.start) else named[-1].words
    clause = re.split(r"[，；：、]", said)[-1]
    rest = re.sub(r"^(?:（[一二三四五六七八九十\d]+）|并|同时|其|该|下|现|由|原)+|(?:下设|下|设立|设|成立|组建|的|其|该|及其)+$", "", clause)
    if not rest:
        return ""
    return rest + "办公室" if office.startswith("办公室") and len(rest) <= 16 else None


def _agency_at(words: str, start: int) -> Span | None:
    """The agency that a place begins with; else the words up to a pause."""
    for mention in agencies_in(words, Span(start, min(len(words), start + 48)))[:1]:
        if mention.span.start == start and mention.words not in ("部门", "单位", "机关"):
            bracket = words.find("（", start, mention.span.end)
            return Span(start, bracket) if bracket > start + 1 else mention.span
    pause = _STOP.search(words, start, start + 32)
    end = pause.start() if pause else start
    return Span(start, end) if 2 <= end - start <= 24 and AGENCY_END.search(words, start, end) else None
