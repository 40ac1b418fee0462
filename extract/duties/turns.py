"""The turns of a clause: the segments (parted by ，) at each of which a doer begins, and the roles that stand there alone.

`区住建局牵头，区财政局安排资金，施工单位组织实施` takes three turns, the first of them with a bare role.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.duties.actors import Actor, Actors
from extract.duties.alone import ABOUT, SEVERAL, alone, does
from extract.duties.another import TAIL, is_another
from extract.duties.before import OFFENDS, apart, is_quoted, linked, reasoned
from extract.duties.commas import parted
from extract.duties.names import CHIEF, POST
from extract.duties.predicate import EXPLAINED, MODAL, Predicate, predicate, starts_work
from extract.duties.subject import (
    AS,
    CIRCUMSTANCE,
    MATTER_OF,
    Subject,
    acts_then,
    begged,
    lead,
    passive,
    ratifies,
    said,
    said_to_be,
    topic,
)
from kg.model import Span

_HOW = (
    r"(?:也|都|应当|应该|必须|要|应|须|将|予以|给予|积极|密切|共同|协同|全力|具体|主要|分别|各自|统一|按照?(?:各自)?(?:工作)?职责(?:分工)?"
    r"|分[线片级类头]|作为)*"
)
_LEAD = r"(?:负责)?(?:总?牵头|牵总|主责|主抓|为主)(?:负责|落实|组织|实施|抓总|推进|办理|单位|部门)*"
_DO = r"负责(?:落实|组织|实施|推进|办理|完成)*|负(?:总|主要|全面)责任?|承办|主办|具体(?:落实|实施|办理|操作)"
_HELP = r"(?:配合|协助|参与|协办|参加)(?:落实|实施|做好|工作|单位|部门)*|做好(?:协助|配合)(?:工作)?|支持[和与]?配合"
# 区教委牵头，区财政局予以配合: a doer and nothing but a role
_BARE = re.compile(rf"{_HOW}(?:(?P<lead>{_LEAD})|(?P<responsible>{_DO})|(?P<support>{_HELP}))")
# 区住建局为实施主体, 各镇政府是河道保洁工作的责任主体: what one is says his role
_IS = re.compile(
    r"(?:作为|[是为])(?P<of>[^，。；：]{0,40}?)的?(?:(?P<lead>(?:牵头|主责)(?:单位|部门))"
    r"|(?P<responsible>(?:责任|实施|承办|主办|建设|执行)(?:主体|单位|部门))|(?P<support>(?:配合|协办|协作|参与)(?:单位|部门)))"
)
_CALLED = re.compile(r"“[^“”]*”")  # 是“双碳”建设主体: what it is called, no work
_MANNER = re.compile(r".*(?:范围内|基础上|[领指督引]导下|支持下|配合下|前提下)|(?:分别|统一)?(?:于|在|每|自|从|\d)[^，。；]{1,20}(?:前|内|后|期间|起)")
_SHOULD_BE = re.compile(r"(?:(?:均|都|也|还)?(?:应当?|应该|必须|须|(?<![主重])要)|可以?|统一|具体|主要|全部|原则上)+$")
_ASKED_FIRST = re.compile(r"经过?(?:[省市县区州镇乡](?![营济])|(?![济营费信贸理发开合]))[^，。；的]{1,12}(?:委员会|大会|会议|管委会|党委|党组|政府|机关|部门)")
# 对认真落实措施，|在工作中取得成绩的单位和个人，县政府应当…
_TO_WHOM, _WHO_DID = re.compile(r"对(?!于|照|接)[^，。；]{2,30}(?<![的时后前中])$"), re.compile(r"[^，。；]{4,40}的[^，。；的]{1,12}")
# 检查资金使用情况，|委托专业机构审计: still the work of him who has him do it
_SENDS = re.compile(r"并?(?:委托|授权|指定|要求|邀请|聘请|责令)(?![^，。；]{2,20}负责)")
_MEETS = re.compile(r"会议|会上|通知|《通知》")  # 会议传达了文件，|要求各镇报送报表
# in a list of duties: 责令企业停止施工, 要求当事人提供资料
_ORDERS = re.compile(r"责[令成]|要求|通知|督促|委托|授权|指定")
_HAS_ORDERED = re.compile(r"(?:应当?|必?须|要)责[令成]")  # 县劳动局发现…的，|应当责令改正
# 对不合格的申请人，: nothing is said to be done with them yet
_ONLY_ABOUT = re.compile(r"(?:对于?|因)(?![^，。；]*(?:进行|开展|实[行施]|[予给]以?|加强|做好|负责))[^，。；]{2,40}，")
_OFFENCE = re.compile(r"[^，。；]{2,24}?违反[^，。；]{0,20}(?:规定|约定|办法|条例|要求|制度|规则|法律)")
# 经大会同意，|按照管理权限，由…任命
_BY_POWER = re.compile(r"(?:按照?|依照|根据)[^，。；]{0,12}(?:权限|程序)")
_DONE_TO = re.compile(r"对[^，。；]{2,40}(?:进行|开展|予以|给予|加以|作出|做出|实施)[^，。；的]{2,12}")  # 对…予以通报，|被通报单位应…
_LONG = 60
_SHORT = 8  # words that say of themselves no work
_MATTER = 3
# what is said of the body above another
_ABOVE = re.compile(r"(?:统一|直接|归口)?(?:管理|主管|领导|代管|代章|举办|主办)")
# a person does without being asked only where a name says who he is
_PERSON = re.compile(r"(?:[人者员长]|人员|领导|干部|同志|群众|代表)$")
_AT_ONCE = re.compile("立即|及时|迅速|马上|当场|第一时间|按(?:规定|程序)|书面|组织|带领|填写")  # 值班员接到报告后，|立即…
_OF_OFFICE = re.compile(r"(?:[长任]|书记|经理|[^人成会党队]员|[经承]办人)$")
# 后勤人员|切断电源; not 主要领导亲自抓, who is of the body before him, nor 合理安排人员值守
_STAFF = re.compile(
    r"(?![^，。；]{0,2}(?:安排|选派|抽调|组织|指定|明确|配[备齐强]|派出?|增派|聘[请用]|引导|教育|要求|督促))[^，。；]+(?:[者员长]|人员|干部|主任|书记|(?<!负责)(?<!法)(?<!代表)人)(?<!成员)$"
)


# why and when a sentence says that he acts whom it names next
_GROUND = re.compile(r"根据|按照|依据|视|接到|收到|必要时|特殊情况|紧急情况")
# segments that follow one of these go on with why
_WHY = re.compile(
    r"为(?!主|准|此|重|辅|依)|鉴于|由于(?![^，。；]{2,80}，(?:造成|导致|致使|引起)[^，。；]{2,40}的，)|结合"
    r"|(?:根据|按照|依照|依据|遵照)(?![^，。；]{2,40}(?:情况|结果|需要|规定|职责|分工|程序|标准|原则)，)"
)
# 街道办事处是市政府的派出机构，|市政府|直接领导，负责…: what is told is of the first
GOVERNS = re.compile(r"(?:直接|统一|垂直)?(?:领导|管理|主管|代管)(?:$|，)")
_IS_OF = re.compile(r"[是为系][^，。；]{2,30}(?:机构|部门|单位|机关|组织)$")
_FAULT = re.compile(
    r"[^，。；对将]{2,30}?(?:未(?!来|成年)|不(?!同|动产|锈)|违反|违规|违法|逾期|拒|擅自|弄虚作假|造成|玩忽|失职|渎职|骗取|冒领|挪用|截留|泄露|推诿|[瞒迟漏谎]报)(?<!发现)[^，。；]{0,60}的$"
)
_SANCTION = re.compile(
    r"(?:一律|依法|视情节(?:轻重)?|按(?:规定|程序)|可|予以){0,3}(?:给予[^，。；]{0,12}(?:批评|处分|警告|处罚|处理|诫勉|问责)|处[以\d一二三四五]|追究|(?:通报)?批评|取消|责令|扣[减除发]|约谈|问责|收回|吊销|撤销|移送)"
)


@dataclass(frozen=True, slots=True)
class Turn:
    """A doer's turn: `begin` where it starts, circumstances included, `before` the words before him, `main` those behind.

    `work` None where he is only told of. `bare` where he has no words but his role in his segment, which ends at `stop`;
    `of` what the role is in, where he is told to have it (各镇政府是河道保洁的责任主体).
    """

    begin: int
    before: Span
    actors: tuple[Actor, ...]
    work: Predicate | None
    main: Span
    bare: bool = False
    stop: int = 0
    of: Span | None = None


def turns(actors: Actors, segments: list[Span], piece: Span, owned: bool) -> list[Turn]:
    """The turns of a clause in order; `main` of each goes to the beginning of the next."""
    found = _once(actors.words, list(_turns(actors, segments, piece, owned)))
    ends = [one.begin for one in found[1:]] + [piece.end] * bool(found)
    whole = [replace(one, main=Span(one.main.start, max(end, one.main.start))) for one, end in zip(found, ends, strict=True)]
    return [one for one in whole if one.actors]


def _once(words: str, found: list[Turn]) -> list[Turn]:
    """The turns, one for him who is named again behind what his work is done to: 学院审核以后，对不合格的申请人，|学院应当通知本人."""
    for k in range(len(found) - 1, 0, -1):
        first, then = found[k - 1 : k + 1]
        same = [one.words for one in first.actors] == [one.words for one in then.actors]
        if same and then.work and then.work.modal and not then.bare and _ONLY_ABOUT.fullmatch(words, first.main.start, then.begin):
            found[k - 1 : k + 1] = [replace(then, begin=first.begin, before=Span(first.before.start, then.actors[0].span.start))]
    return found


def _turns(actors: Actors, segments: list[Span], piece: Span, owned: bool) -> Iterator[Turn]:
    words = actors.words
    about: tuple[Actor, ...] = ()
    before: tuple[Actor, ...] = ()
    first, after, taken = True, 0, 0
    for i, segment in enumerate(segments):
        if segment.start < taken:
            continue
        found = said(actors, segment, piece.end)
        if first and not found and EXPLAINED.search(words, segment.start, segment.end):
            first, after = False, i + 1  # 本规定由区编办负责解释，|其调整由区编办办理
            continue
        sends = (_SENDS if i else _ORDERS).match(words, segment.start) and not (i and _MEETS.match(words, segments[0].start))
        if about and first and _HAS_ORDERED.match(words, segment.start):
            found = None
        if found and words.startswith("所需", found.stop - 1):
            found = passive(actors, segment, piece.end) or found  # 检验|所需试剂由…供应
        if found and _is_asked_first(found):
            found = None
        if (i or owned) and found and sends and not (found.work and found.work.role != "responsible"):
            found = None
        behind = segments[i + 1] if i + 1 < len(segments) else None
        if behind and (office := said_to_be(actors, segment, behind, piece.end)):
            found = office
        if behind and not found:
            found = begged(actors, segment, behind, piece.end)
        if found and not found.work and not owned and AS.search(words, segment.start, segment.end):
            found = alone(actors, segments, i, piece) or found  # 区水务局|作为主管部门，|具体承担…
        stands = _role(words, found, segment) if found else None
        aside = i + 1 < len(segments) and CIRCUMSTANCE.search(words, segment.start, segment.end) and not _manner(words, found, segment)
        charged = found and found.work and (MODAL.match(words, found.stop) if words[segment.end - 1] == "的" else found.work.modal or _called(words, found))
        if aside and not stands and not charged:
            about = (() if _fails(words, segment, behind) else topic(actors, segment)) or about
            continue
        if found is None and not (first or owned):
            found = ratifies(actors, segment)
        if found is None and not (owned and i) and not _is_object(words, segments, i):
            row = parted(actors, segments[i : i + SEVERAL], piece) if first and not owned else None
            found = alone(actors, segments, i, piece) or row or (None if owned else does(actors, segments, i, piece))
        if found is None and about and first and (not owned or MODAL.match(words, lead(words, segment))):
            found = _about(actors, about, segments, i, piece)
        if found and found.work and not found.work.modal and OFFENDS.match(words, found.stop):
            continue  # 交易所违反规定，|…的，由区交通局…: a case
        if not first and (is_another(actors, segment) if found is None else not (found.work or stands) and TAIL.match(words, segment.start, segment.end)):
            yield Turn(segments[_circumstance(words, segments, i, after)].start, Span(segment.start, segment.start), (), None, segment)
            after, before = i + 1, ()
            continue
        named = (stands and not first) or (found and (_begins(words, found, segments, i) or _called_first(words, found, segment)))
        if found and is_quoted(words, segments, found, i):
            continue
        if found and i and GOVERNS.match(words, found.stop, segment.end) and _IS_OF.search(words, segments[0].start, segments[0].end):
            continue
        if found is None or (owned and not (found.work and (found.work.modal or named))):
            continue
        speaks = first or stands or _turns_to(words, found, segment) or _alike(found, before)
        if not speaks or _belongs(actors, found, segments[max(0, i - 1) : i + 1]):
            continue
        yield _turn(actors, found, stands, segments, i, piece, first, after)
        first, after, taken, before = False, i + 1, found.stop, found.actors


def _is_object(words: str, segments: list[Span], i: int) -> bool:
    """Whether a segment goes on about those to whom something is done: 对违反规定，|造成严重后果的单位，区民政局应当…."""
    before = segments[i - 1] if i else None
    return before is not None and bool(_TO_WHOM.match(words, before.start, before.end)) and bool(_WHO_DID.fullmatch(words, segments[i].start, segments[i].end))


def _is_asked_first(found: Subject) -> bool:
    """Whether those who begin a segment are asked before another acts: 经|管理委员会和职工大会讨论后，…."""
    return bool(_ASKED_FIRST.fullmatch(found.actors[0].words)) and bool(found.work and not found.work.modal)


def _fails(words: str, segment: Span, behind: Span | None) -> bool:
    """Whether a case tells of a fault and the words behind it what follows for him: 施工单位未按规定报告的，|给予通报批评."""
    return behind is not None and bool(_FAULT.match(words, segment.start, segment.end) and _SANCTION.match(words, behind.start))


def _turn(
    actors: Actors, found: Subject, stands: tuple[str, Span, Span | None] | None, segments: list[Span], i: int, piece: Span, first: bool, after: int
) -> Turn:
    words = actors.words
    k = _circumstance(words, segments, i, after)
    k -= k == i > after and _called_first(words, found, segments[i]) and _is_matter(words, segments[i - 1])
    begin = piece.start if first else segments[k].start
    if stands:
        role, here, of = stands
        asked = _SHOULD_BE.search(words, segments[i].start, found.at)  # 河道管理工作|应|由区水务局负责
        since = segments[apart(actors, segments[:i], called=True, bare=True)].start if first else begin
        before = Span(reasoned(words, min(max(begin, since), found.at), found), asked.start() if asked and asked.start() > segments[i].start else found.at)
        return Turn(begin, before, found.actors, Predicate(role, here.start, True), Span(here.start, piece.end), True, here.end, of)
    start = found.work.start if found.work else found.stop
    main = Span(start, piece.end)
    if not first:
        return Turn(begin, Span(linked(words, begin, found.at), found.at), found.actors, found.work, main)
    # a long introduction is no part of the work, what it is done to is, however long
    whole = reasoned(words, begin, found)
    told = found.at - whole > max(_LONG, 4 * (piece.end - start)) and not ABOUT.match(words, piece.start)
    told = told and not (_called(words, found) and piece.end - start <= _SHORT)  # …等重大事项，由区政府讨论决定
    # 人员经费|由区财政局管理
    matter = _called(words, found) and (found.at - segments[i].start > _MATTER or bool(MATTER_OF.fullmatch(words, segments[i].start, found.at)))
    goes_on = i > 0 and words.startswith("并", piece.start) and _called(words, found)  # 并报区教育局，|由区教育局汇总
    why = not _called(words, found) and bool(_WHY.match(words, piece.start))  # 为…，全力确保…，按照…要求，
    called = _called(words, found) and not words.startswith("并", segments[i].start)
    near = max(k if told or matter or goes_on or why else 0, apart(actors, segments[:i], called))
    before = Span(reasoned(words, min(segments[near].start, found.at), found), found.at)
    return Turn(begin, before, found.actors, found.work, main)


def _called(words: str, found: Subject) -> bool:
    return words[found.actors[0].span.start - 1] == "由"


def _called_first(words: str, found: Subject, segment: Span) -> bool:
    """Whether 由 and a doer begin a segment: 成员需要调整的，由所在单位提出."""
    return _called(words, found) and found.at == segment.start


def _belongs(actors: Actors, found: Subject, segments: list[Span]) -> bool:
    """Whether doers behind 由 are those above a body, not who does some work: 区档案局由区政府办公室管理."""
    if not _called(actors.words, found) or not _ABOVE.fullmatch(actors.words, found.stop, segments[-1].end):
        return False
    if found.at == segments[-1].start and actors.words.startswith("主管", found.stop):
        return True  # 检测站为正科级，由区水务局主管
    ends = {found.at, segments[-2].end if len(segments) > 1 else found.at}
    return any(one.span.end in ends for segment in segments[-2:] for one in actors.mentions(segment))


def _role(words: str, found: Subject, segment: Span) -> tuple[str, Span, Span | None] | None:
    """The role of doers who have nothing else in their segment, its words, and what it is in."""
    here = Span(found.stop, segment.end)
    bare = _BARE.fullmatch(words, here.start, here.end)
    if bare:
        return bare.lastgroup or "responsible", here, None
    told = _IS.fullmatch(words, here.start, here.end)
    of = Span(*told.span("of")) if told and len(told["of"]) > 1 and not _CALLED.fullmatch(told["of"]) else None
    return (told.lastgroup or "responsible", here, of) if told else None


def _manner(words: str, found: Subject | None, segment: Span) -> bool:
    """区财政局在职责范围内，…: how he who begins a segment does what follows, not when."""
    begins = found and found.work and not found.work.modal and not any(_PERSON.search(one.words) for one in found.actors)
    return bool(found and begins and _MANNER.fullmatch(words, found.stop, segment.end))


def _turns_to(words: str, found: Subject, segment: Span) -> bool:
    """Whether a doer behind another takes the word: he is asked, called by 由, helps, or can only be a doer."""
    if not found.work:
        return False
    if _called(words, found) or found.work.modal or found.work.role == "support":
        return True
    each = words.startswith("每", found.stop)  # 保洁员|每天打扫两次
    staff = lead(words, segment) == found.actors[0].span.start and bool(_STAFF.match(found.actors[-1].words)) and words[found.stop] not in "在对"
    return staff or each or any(one.agency or POST.fullmatch(one.words) or CHIEF.fullmatch(one.words) or not _PERSON.search(one.words) for one in found.actors)


def _alike(found: Subject, before: tuple[Actor, ...]) -> bool:
    """Whether doers without a modal take the word from those of another level: 乡级河长每周巡河，|村级河长每日巡河."""
    return bool(found.work and before) and all(one.words[1:] == before[-1].words[1:] for one in found.actors)


def _circumstance(words: str, segments: list[Span], k: int, after: int) -> int:
    """The segment with which the circumstance before a segment begins: `概算评审完成后，` belongs to what follows it.

    `after` is the first that no turn before has taken.
    """
    while k > after and _before(words, segments[k - 1], bool(after)):
        k -= 1
    return k


def _is_matter(words: str, segment: Span) -> bool:
    """Whether a segment only names what those behind 由 in the next do: 市级所需经费，|由市财政局解决."""
    return bool(MATTER_OF.fullmatch(words, segment.start, segment.end)) and not starts_work(words, segment.start, segment.end)


def _before(words: str, segment: Span, follows: bool) -> bool:
    """Whether a segment is a circumstance or matter of the next; `follows` where a turn stands before it (甲于6月底前，将材料报乙)."""
    if CIRCUMSTANCE.search(words, segment.start, segment.end) or _OFFENCE.fullmatch(words, segment.start, segment.end):
        return True
    if follows and _BY_POWER.fullmatch(words, segment.start, segment.end):
        return True
    done = follows and (words.startswith("将", segment.start) or _DONE_TO.fullmatch(words, segment.start, segment.end))
    return bool(ABOUT.match(words, segment.start)) and not done


def _takes_up(words: str, doer: Actor, at: int) -> bool:
    """Whether a person does what follows a comma at once, or after what he got or did: 值班员接到报告后，|立即…."""
    return bool(_AT_ONCE.match(words, at)) or (words.endswith("后", 0, at - 1) and bool(_OF_OFFICE.search(doer.words)))


def _about(actors: Actors, about: tuple[Actor, ...], segments: list[Span], i: int, piece: Span) -> Subject | None:
    """What he does of whom the circumstance before was told: (区水务局收到申请后，)应当…."""
    at = segments[i].start
    start = at if _HAS_ORDERED.match(actors.words, at) else lead(actors.words, segments[i])
    work = predicate(actors.words, start, piece.end)
    told = all(one.agency or not _PERSON.search(one.words) or _takes_up(actors.words, one, at) for one in about)
    told = told and acts_then(actors.words, about[-1], piece.end)
    if work and (work.modal or told):
        return Subject(about, work, at, start)
    return None


def _begins(words: str, found: Subject, segments: list[Span], i: int) -> bool:
    """A list of duties turns to others where a sentence begins with them: 各成员单位及时更新…, 根据需要，区防指派出工作组."""
    first = found.actors[0]
    opens = i == 0 or (i == 1 and _GROUND.match(words, segments[0].start))
    return bool(opens) and first.span.start == segments[i].start and all(one.group or one.agency for one in found.actors)
