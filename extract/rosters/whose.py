"""Which body a roster is of: the one that the heading before it names, the one that the text sets up, the one in the title."""

from __future__ import annotations

import re

from extract.mentions.numeral import NUMBER
from extract.rosters.bodies import Registry
from extract.rosters.naming import KIND, is_bare, names
from kg.model import Gap, Notice, Span

_OF_KIND = (("主任", ("委员会", "会")), ("组长", ("组", "专班")), ("指挥", ("指挥部",)), ("召集人", ("会议", "联席会")))
_HEADING, _NEAR, _FAR = 160, 60, 300
# 指挥部办公室成员名单: the roster of the office, not of the body
OFFICE = re.compile(r"办公室(?:组成)?(?:人员|成员)?(?:名单|如下|[：。]|组成)*$")
# （一）综合协调组, 2.宣传组：
GROUP = re.compile(
    r"(?:[）.、．：，。]|^|[一二三四五六七八九十\d])(?P<name>[\u4e00-\u9fff“”]{2,16}(?:组|专班|小分队|工作队))(?:组成人员|人员名单|成员名单|成员|"
    r"（[^（）]{1,20}）)?[：。]?$"
)
# （二）抢险组。由…牵头，…参加。| 组长：
_ABOVE = re.compile(rf"(?:{NUMBER})(?P<name>[\u4e00-\u9fff“”]{{2,16}}(?:组|专班|小分队))(?:[。：（]|，?由)")
_BRACKET = re.compile(r"（[^（）]{0,40}\Z")
_ANNEX = re.compile(r"^附件?\d{0,2}")
_ACTED = re.compile(r"成立|组建|调整|设立|建立|关于")
# between a body and the roster behind it: running text, no heading
_TEXT = re.compile(r"[，。；](?=.)")
# （一）中心常设机构及组成人员: a heading that says that the members follow names the body, whatever it is called
_MEMBERS = re.compile(
    r"(?:（[一二三四五六七八九十\d]{1,3}）|[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、])?(?P<name>[\u4e00-\u9fff“”]{3,40}?)(?:及其?|的)?(?:组成人员|成员|人员)(?:名单|构成|组成)?(?:如下)?：?"
)
_NOBODY = re.compile(r"(?:组织|领导|工作|办事)机构$|领导$|有关|相关|其他|主要|参[会加与]|[部门位]$")
# 林长, 路长: of the body for 林长制, else of the 林长制 of the title
ROUTE = re.compile(r"[路河林湖链田街]长$")
_ROUTES = re.compile(r"[\u4e00-\u9fff“]{0,20}?(?:“[路河林湖链田街]长制”|[路河林湖链田街]长制)")
ROUTED = re.compile(r"[路河林湖链田街]长制")
_OPENING = re.compile(r".*(?:关于|印发|建立|推行|实施|全面|完善|《)+")


def route_body(notice: Notice, known: Registry) -> str:
    """The body whose members are 林长 or 路长."""
    named = [body.name for body in known.acted if body.kind != "办公室" and _ROUTES.search(body.name)]
    title = _ROUTES.search(_OPENING.sub("", notice.head.title))
    return named[0] if named else title[0] if title else ""


def system(notice: Notice) -> str:
    """The 林长制 that a text speaks of without a place."""
    told = ROUTED.search(notice.words)
    return told[0] if told else ""


def _last_line(notice: Notice, name: Span) -> str:
    """A name without the lines before its own: 2019年3月5日 | 附件 | 望溪区渔港建设专班."""
    return _ANNEX.sub("", notice.words[_line_start(notice, name.start, name.end) or name.start : name.end])


def _line_start(notice: Notice, after: int, end: int) -> int | None:
    """Where the last line begins that begins inside a range."""
    return next((at for at in range(end - 1, after, -1) if notice.gaps[at] >= Gap.LINE), None)


def _headline(notice: Notice, at: int) -> str:
    """The body in the line before a roster."""
    begins = _line_start(notice, max(0, at - _NEAR), at)
    found = _MEMBERS.fullmatch(notice.words, begins, at) if begins else None
    return found["name"] if found and not KIND.search(found["name"]) and not _NOBODY.search(found["name"]) else ""


_COMMITTEE = re.compile(r"(?!现|关于|成立|设立|组建|调整|经(?!济|费|贸|营)|按|根据)[\u4e00-\u9fff]{2,16}委员会")


def labelled(notice: Notice, at: int) -> str:
    """The committee that begins a line and ends where a role begins: 仲裁委员会|主任：王涛."""
    begins = _line_start(notice, max(0, at - _NEAR), at)
    return notice.words[begins:at] if begins and _COMMITTEE.fullmatch(notice.words, begins, at) else ""


def _fits(body: str, role: str) -> bool:
    """Whether bodies of this kind have such members."""
    return any(kind in role and body.endswith(ends) for kind, ends in _OF_KIND)


def _opens(notice: Notice, heading: re.Match[str]) -> bool:
    """A numbered heading begins a line, or a sentence where lines are lost."""
    at = heading.start()
    return at == 0 or notice.gaps[at] >= Gap.LINE or notice.words[at - 1] in "。：；"


def body_of(notice: Notice, known: Registry, at: int, since: int, role: str = "") -> str:
    """The body that the heading before a roster names; else the one spoken of, else the one in the title.

    `role` is that of its first members: of 评审委员会及评审组 the committee has a 主任委员.
    """
    words = notice.words
    if committee := labelled(notice, at):
        return committee
    start = max(since, at - _HEADING)
    heading = words[start:at]
    group = GROUP.search(heading)
    named = KIND.search(group["name"][-4:]) if group else None
    bare = named is not None and group is not None and is_bare(group["name"], named[0])
    if group and not bare and not group["name"].endswith(("领导小组", "工作小组")) and not _ACTED.search(group["name"]):
        return _last_line(notice, Span(start + group.start("name"), start + group.end("name")))
    inside = _BRACKET.search(words, max(since, at - _FAR), at)
    at_group = inside is not None and words[inside.start() - 1 : inside.start()] in ("组", "班")  # 宣传组（组长：王强）负责宣传
    own = next(reversed([*_ABOVE.finditer(words, max(since, at - _FAR), inside.start())]), None) if inside and not at_group else None
    if own and _opens(notice, own) and not _line_start(notice, own.start(), at):  # （二）疫情防控组。…，上报市指挥部。（组长：
        return own["name"]
    above = next((one for one in reversed([*_ABOVE.finditer(words, max(since, at - _FAR), at)]) if _opens(notice, one)), None)
    if above and not _ACTED.search(above["name"]) and not any(names(words, Span(above.end(), at), notice.gaps)):
        return above["name"]
    office = bool(OFFICE.search(heading))
    every = list(names(words, Span(start, at), notice.gaps))
    name = ""
    done = [body.name for body in known.acted if start <= body.named.start < at]
    if done and every and _TEXT.search(words, every[-1].span.end, at):  # 成立X领导小组，…，与教学委员会联动，…。 | 组长：
        name = next((one for one in reversed(done) if _fits(one, role)), done[-1])
    elif headline := _headline(notice, at):
        name = headline
    elif every:
        last = every[-1]
        owner = known.owner(last.words, at)
        name = last.words if not last.bare else owner.name if owner else ""
        if owner and owner.name.endswith(last.words):
            name = owner.name
        if last.bare and owner is None and at == last.span.end:  # 调查组 | 组长：
            name = last.words
        if last.bare and last.kind.endswith("专班") and not any(body.name.endswith("专班") for body in known.acted):
            name = max((one.words for one in every if one.bare and one.kind.endswith("专班")), key=len)  # 领导小组及工作专班
    if not name:
        owner = known.owner("", at)
        name = owner.name if owner else ""
    if not name and every:  # 一、领导小组, in a text about something else
        name = every[-1].words
    if not name:
        title = list(names(notice.head.title, Span(0, len(notice.head.title))))
        name = title[-1].words if title else ""
    return name + "办公室" if name and office and not name.endswith("办公室") else name
