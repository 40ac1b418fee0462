"""appointment: a person is given a post or loses it.

How the catalogue reads:
- one fact per person, post and action: 任A、B，免去C is two appoints and one dismiss;
- the body of a post may stand before an earlier post of the list, in the post itself (副区长: 区政府), or be the issuer's own;
- the date is the day of effect where the text gives one (任职时间从2019年1月算起), else the date of the notice;
- roles in a coordination body (任组长, 兼任领导小组办公室主任) are memberships; 拟任, 任务, 历任 are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.appointing.effect import effect, stated
from extract.appointing.holder import holder, settled
from extract.appointing.house import founded_in, house_in
from extract.appointing.known import known
from extract.appointing.labelled import labelled
from extract.appointing.lineups import lineups
from extract.appointing.moves import Context, Move
from extract.appointing.notes import joined, kept
from extract.appointing.people import Named
from extract.appointing.posts import only
from extract.appointing.reading import NOTE_ONLY, OF_ALL, fits, moves
from extract.appointing.slates import slates
from extract.appointing.tables import HEAD_ROW, nobody_under, people_rows
from extract.appointing.verbs import GIVES_CUE, LEAVES_CUE, TAKES_AWAY_CUE
from extract.holding.lines import label_lines
from extract.memo import per_notice
from extract.mentions.numeral import NUMBER
from extract.rosters import RosterEntry, bodies, rosters
from extract.sentences import clauses, sentences
from kg.model import Finding, Gap, Notice, Refusal, Span, Value

CUES: dict[str, re.Pattern[str]] = {
    "appoint": GIVES_CUE,
    "dismiss": TAKES_AWAY_CUE,
    "takes": re.compile(r"同志(?:兼|挂职|代理|改|转|暂)?(?:担?任|为)|(?:兼|挂|出|续|连|(?<!整)改|转|升)任(?!务)"),
    "loses": LEAVES_CUE,
    "listed": re.compile(r"(?:任命|任职|聘任|免去|免职)(?:名单|人员|下列|以下|如下)?[:：]"),
    "table": HEAD_ROW,
}
_GATE = re.compile(
    r"(?<![责主])任(?!务|何|意|期|制)|免去|免职|免除|解聘|聘任|聘请|聘(?=[^，。；]{2,40}为)|[派调特]任?(?=[^，。；]{2,30}为)|终止|聘用|聘为|返聘|特聘|续聘|增补|补选|增选|推选|推举|辞去|委派|选派|推荐|提名|选举|兼任|当选|代理|晋升|[提升]为|套[转改]|卸任|挂职|接受|同志为|(?:决定|同意|批准)[，：](?=[^，。；：]{2,20}为)|撤销|罢免|试用期|聘期|免：|(?<=，)免(?![费税于责])|通过(?=：|下列|以下)|任职|任免职"
)
_BODY = re.compile(
    r"领导小组|指挥部|联席会|工作专班|专班|协调小组|工作小组|工作组|委员会(?=办公室)|联防联控机制|协调机构|路长制|河长制|林长制|筹备组"
)
_ROLE = re.compile(
    r"(?:常务|执行|第一|总)*副?(?:组长|总?指挥长?|召集人|总召集人|成员|联络员|秘书长?|主任|主任委员|委员|班长|路长|河长|林长|总?路长|总?河长|总?林长|片长|田长|湖长|链长|楼长|政治委员|政委|参谋长)"
)
_NUMBERED = re.compile(NUMBER)
_LIST = 400  # characters of a list without signs
# 下列同志正式任职，任职时间从…算起：
_CONFIRMED = re.compile(r"正式任职|正式任命|转正")
_GIVES = re.compile(r"任免|任职|免职|任命|聘任|人事|干部")
# a title that only says what the notice is about
_APPOINTS = re.compile(r"关于任命[^免]*的(?:通知|决定|令|公告)$")  # a list of 王涛为青石镇镇长 needs no verb of its own
_ABOUT = re.compile(r"关于[^。]*的(?:通知|决定|意见|报告|批复|函|公告|公示|请示|通报|决议)$|名单$")
_RESIDENT = ("纪检组", "纪检监察组", "监察组", "党组")  # whose 组长 holds a post
_ELECTION = re.compile("选举结果|当选(?:名单|人员|公告)|关于选举[^。]{2,40}的公告$")
_TRADE = re.compile(r"(?:[专兼]职)?(?:法官|检察官|律师|民警|警官|干警|教师|教授|医师|医生|专家|学者|专人|骨干|党员|能人|贤达|代表)")
_CHAIR = re.compile(r"(?:常务|执行|第一|总)*副?(?:组长|总?召集人|总指挥|指挥长|成员|联络员)")


type _Said = tuple[Move, str | None, str]


def find(notice: Notice) -> Iterator[Finding | Refusal]:
    """Every appointment and dismissal of a notice."""
    yield from found(notice)


@per_notice
def found(notice: Notice) -> tuple[Finding | Refusal, ...]:
    """What `find` gives, worked out once: offices are named outside of it."""
    return tuple(_found(notice))


def _found(notice: Notice) -> Iterator[Finding | Refusal]:
    seen: set[tuple[str, str, str, str]] = set()
    head = notice.head
    yield from _other_tables(notice)
    labels = labelled(notice)
    lines = Span(labels[0].span.start, labels[-1].span.end) if labels else Span(0, 0)
    elected: list[_Said] = [(move, None, "") for move in (*slates(notice), *lineups(notice), *_results(notice))]
    spoken = (said for said in _spoken(notice) if isinstance(said, Refusal) or not lines.meets(said[0].span))
    every = _known(notice, (*spoken, *_of_term(notice, labels), *elected, *_tabled(notice)))
    below = {_key(said[0]) for said in every if not isinstance(said, Refusal) and not head.title_span.holds(said[0].span)}
    for said in every:
        if isinstance(said, Refusal):
            yield said
            continue
        move, date, told = said
        if head.title_span.holds(move.span) and _key(move) in below:
            yield Refusal(move.span, f"appointment.{move.cue}", "a headline: the text below says it in full")
            continue
        reason = _refused(notice, told, move)
        if reason:
            yield Refusal(move.span, f"appointment.{move.cue}", reason)
            continue
        holding = settled(notice, move.holding)
        agency = holder(notice, holding)
        key = (move.person.name, move.action, agency.mention if agency else "", holding.post)
        if key in seen:
            continue
        seen.add(key)
        args: dict[str, Value] = {
            "person": move.person.name,
            "action": move.action,
            "agency": agency,
            "post": holding.post,
            "date": date or notice.head.date,
            "note": move.note or None,
        }
        yield Finding(
            args, move.span, f"appointment.{move.cue}", 0.99 if move.cue in ("appoint", "dismiss") else 0.9
        )


def _of_term(notice: Notice, moves: list[Move]) -> Iterator[_Said]:
    """Those of a list, with what the line right below it says of all: 聘期三年，自2019年9月1日至2022年8月31日。"""
    lines = (at for at in range(moves[-1].span.end if moves else 0, len(notice.words)) if notice.gaps[at] >= Gap.LINE)
    below = Span(next(lines, 0), next(lines, len(notice.words)))
    told = notice.words[below.slice]
    said = NOTE_ONLY.match(told) or OF_ALL.match(told)
    for move in moves:
        yield replace(move, note=joined(move.note, kept(told) if said else "")), stated(notice, below) if said else None, ""


def _known(notice: Notice, every: tuple[_Said | Refusal, ...]) -> list[_Said | Refusal]:
    """What is said, with names cut by what the whole notice says."""
    cut = iter(known(notice, [said[0] for said in every if not isinstance(said, Refusal)]))
    return [said if isinstance(said, Refusal) else (next(cut), said[1], said[2]) for said in every]


def _results(notice: Notice) -> Iterator[Move]:
    """The lines of a paper that tells how an election ended: 镇长：王涛，得49票."""
    for said in label_lines(notice) if _ELECTION.search(notice.head.title) else ():
        for holding in said.holdings:
            yield Move(Named(said.name, said.span), "appoint", holding, "", said.span, "listed")


def _key(move: Move) -> tuple[str, str, str]:
    """A headline says for short what the text says in full: 单明任水利部副部长 over 任命单明为中华人民共和国水利部副部长."""
    return move.person.name, move.action, move.holding.post


def _spoken(notice: Notice) -> list[_Said | Refusal]:
    """The moves of each sentence, with the day of effect and the sentence; 以上同志试用期一年 is said of all before it."""
    context = Context(heading="appoint" if _APPOINTS.search(notice.head.title) else "")
    since: str | None = None
    trial = ""  # what a heading says of all below it
    out: list[_Said | Refusal] = []
    over = new = ""  # the house whose name stands on a line of its own, or which is set up here
    below = max((one.end for one in (notice.head.title_span, notice.head.addressees_span) if one), default=0)
    tables = [part.span for part in notice.tree.walk() if part.kind == "table"]
    for sentence in _paragraphs(notice):
        told = notice.words[sentence.slice]
        label = house_in(told) if sentence.start >= below else None
        over = over if label is None else label if told.endswith((label, "：")) else ""
        if founded := founded_in(told):
            over = new = founded
        elif new and _NUMBERED.match(told):
            over = new = ""
        context.house = over if label is None else label
        if not (context.heading or context.goes_on or _GATE.search(told)) or any(table.holds(sentence) for table in tables):
            continue
        if notice.head.title_span.holds(sentence) and _ABOUT.search(told):
            continue
        inside = list(enumerate(notice.gaps[sentence.slice]))
        context.gaps = frozenset(at for at, gap in inside if gap >= Gap.SPACE)
        context.lines = frozenset(at for at, gap in inside if gap >= Gap.LINE)
        read = moves(told, context)
        places = [move.span.shift(sentence.start) for move in read]
        date = effect(notice, sentence, places)
        of_all = OF_ALL.match(told)
        if context.note or (of_all and date):
            both = bool(of_all and "免" in of_all[0])
            out = [
                said if isinstance(said, Refusal) else _also(said, context.note, date, both) for said in out
            ]
        if told.endswith("：") and context.heading:
            since, trial = date, "试用期满" if _CONFIRMED.search(told) else context.said
        for at, move in enumerate(read):
            moved = replace(move, span=move.span.shift(sentence.start), note=joined(move.note, fits(trial, move.action)))
            its = _its_day(notice, sentence, places[at:])
            out.append((moved, its or date or since, told))
        if not read:
            out += _unread(told, sentence)
    return out


def _its_day(notice: Notice, sentence: Span, places: list[Span]) -> str | None:
    """The day told behind the first of some moves and before the next, or at the end of its ；-clause."""
    move = places[0]
    following = next((one.start for one in places if one.start > move.end), sentence.end)
    clause = next((part for part in clauses(notice, sentence) if part.start <= move.start < part.end), sentence)
    return stated(notice, Span(move.start, following)) or stated(notice, Span(move.start, max(move.end, clause.end)))


def _paragraphs(notice: Notice) -> Iterator[Span]:
    """The sentences, ended by a blank line too where they are short: a list without signs, and below it the signature."""
    for sentence in sentences(notice):
        start = sentence.start
        for at in range(start + 1, sentence.end if len(sentence) <= _LIST else start):
            if notice.gaps[at] == Gap.BLANK:
                yield Span(start, at)
                start = at
        yield Span(start, sentence.end)


def _also(said: _Said, note: str, date: str | None, both: bool) -> _Said:
    move, its, told = said
    if move.action != "appoint":
        return (move, its or date, told) if both else said
    return replace(move, note=joined(move.note, note)), its or date, told


def _tabled(notice: Notice) -> Iterator[_Said]:
    """The rows of a table under 任命职务 and 免去职务; under 职务, where the notice is about appointments."""
    for row in people_rows(notice):
        about = _GIVES.search(row.before) or _GIVES.search(notice.head.title)
        given = row.appoint or (row.post if about and not row.dismiss else "")
        if row.post and _ROLE.fullmatch(row.appoint):  # 职务 | 担任职务: what each is in a body
            continue
        action = "dismiss" if about and about[0] == "免职" and not row.appoint else "appoint"
        for words, kind in ((given, action), (row.dismiss, "dismiss")):
            whole = only(words) if kind == "dismiss" and row.appoint else []
            posts = whole if whole and whole[0].agency else only(row.agency + words, sure=False) or only(words, sure=False)
            for one in posts:
                yield (
                    Move(Named(row.name, row.span), kind, one, joined(kept(one.note), kept(row.note)), row.span, "table"),
                    None,
                    "",
                )


def _other_tables(notice: Notice) -> Iterator[Refusal]:
    """Tables of people who are given nothing: 姓名 and 单位 of those who attend."""
    about = bool(_GIVES.search(notice.head.title))
    for head in HEAD_ROW.finditer(notice.words):
        if nobody_under(notice, Span(*head.span())):
            yield Refusal(Span(*head.span()), "appointment.table", "a form with nobody in it")
        elif not about and not _GIVES.search(notice.words, max(0, head.start() - 60), head.end() + 40):
            yield Refusal(Span(*head.span()), "appointment.table", "neither the table nor the title speaks of appointments")


def _refused(notice: Notice, told: str, move: Move) -> str:
    """Why a move is no appointment, or ""."""
    if _TRADE.fullmatch(move.person.name):
        return "a trade, no person: 聘请法官担任法治副校长"
    bare = not move.holding.agency or _BODY.search(move.holding.agency) or move.holding.agency == "办公室"
    if bare and _CHAIR.fullmatch(move.holding.post):
        return "a role in a coordination body is a membership"
    if move.cue in ("takes", "listed") and any(_cuts(entry, move.span) for entry in rosters(notice)):
        return "a line of a roster is a membership"
    within = not move.holding.agency or (move.holding.agency.endswith("组") and not move.holding.agency.endswith(_RESIDENT))
    if within and _ROLE.fullmatch(move.holding.post) and _is_member(notice, move):
        return "a role in a coordination body is a membership"
    if _in_body(notice, move) and _ROLE.fullmatch(move.holding.post) and not _GIVES.search(notice.head.title):
        return "a role in a coordination body is a membership"
    if (
        move.cue not in ("takes", "loses")
        or _GIVES.search(notice.head.title)
        or not bare
        or not _ROLE.fullmatch(move.holding.post)
    ):
        return ""
    told_of_body = _BODY.search(told) or _BODY.search(notice.head.title) or _is_member(notice, move)
    return "a role in a coordination body is a membership" if told_of_body else ""


def _cuts(entry: RosterEntry, span: Span) -> bool:
    """The words begin at a member of a roster and go on into the next label: 主任：王涛副主任：李敏 gives 王涛 no post."""
    return bool(entry.how == "roster" and entry.body and entry.name_span and entry.name_span.start == span.start and entry.span.end < span.end)


def _in_body(notice: Notice, move: Move) -> bool:
    """The post is of a body that the notice sets up or changes: 王涛任省老龄工作委员会主任."""
    agency = move.holding.agency
    return len(agency) > 2 and any(body.name.endswith(agency) or agency.endswith(body.name) for body in bodies(notice))


def _is_member(notice: Notice, move: Move) -> bool:
    """The notice gives this person this role in a body: 委员会下设办公室，王涛任办公室主任."""
    return any(
        entry.name == move.person.name and entry.role.removeprefix("办公室") == move.holding.post and entry.body
        for entry in rosters(notice)
    )


def _unread(told: str, sentence: Span) -> Iterator[Refusal]:
    """A sentence with a cue and no move: what is missing."""
    for cue in ("appoint", "dismiss", "takes", "loses", "listed"):
        pattern = CUES[cue]
        hit = pattern.search(told)
        if hit:
            span = Span(sentence.start + hit.start(), sentence.start + hit.end())
            yield Refusal(span, f"appointment.{cue}", "no person with a post stands with the verb")
            return
