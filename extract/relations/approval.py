"""approval: who decided or agreed before the notice was issued.

How the catalogue reads:
- 经X研究决定 is 研究, 研究同意 and 讨论同意 are 同意, 讨论决定 and a bare X决定 are 决定, 审议 讨论 修订 …通过 is 审议通过,
  审定 评审 审查 审核 are 审核, 核准 审批 批准 are 批准; one fact for each of several bodies (区委、区政府; A评审、B审定和C审核);
- the meeting is told from its body (区政府 + 第63次常务会议; 县委 + 常委会会议); where it names none, the body is the issuer's
  (市长办公会议 of a 市 is of its 市政府);
- the note under a title (…第1835次会议通过) says it too; one fact a body and meeting;
- only what has happened counts: not 报区政府批准后, 须经…同意, nor the procedures in a text that is carried; 经研究决定 names no body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.citing.own import Own
from extract.deciding.announced import announced
from extract.deciding.clause import VERB, Decision, decided_by, decisions, met
from extract.deciding.session import in_session
from extract.deciding.zones import Zone, clauses_in, zones
from extract.mentions.agency import AgencyMention, agency
from extract.mentions.date import DATE
from extract.mentions.reference import Reference
from kg.model import Agency, Finding, Gap, Notice, Refusal, Span

CUES: dict[str, re.Pattern[str]] = {
    "passed": re.compile(r"经(?!过|济|营|费|验|开发|办|贸|由|纪|销|理|手|历|典|信|(?<=[省市区县州家]经)委)(?:报经|报请|报)?"),
    "reported": re.compile(r"(?:报经|报请|呈报|提请|上报|报)(?![告送名刊纸价销废表批备道社到考建经])"),
    "decided": re.compile(r"决定|批准|同意|审议通过|(?<=会议)研究(?:确定|明确)"),
    "note": re.compile(r"通过|批准|决定"),
    "announced": re.compile(r"(?:宣布|宣读|传达|宣告)[^。；]{2,80}(?:决定|决议|文件|通知|批复)"),
    "session": re.compile(r"会议(?:还|经|以)*(?:审议|表决|讨论|原则)*(?:通过|决定|同意|批准)|原则同意"),
}

_SURE = {"decided": 0.9, "announced": 0.9, "session": 0.85}
_ASKED = "what is still to be agreed, or a rule"
_REACH = 160  # no list of bodies with their verb is longer
_GATE = re.compile(r"经|决定|批准|同意|通过|研究[确明]")
# what is a rule for others, or has not happened yet
_RULE = re.compile(
    r"(?:未|须|需|应当?|要|必须|凡|不得|可以?|拟|如|若|待|对|按程序|依法|(?<!现)将|再|方|并将|非|不|或者?|确需?|按照?规定)(?:及时|由)?(?:报|报请)?$"
)
_LATER = re.compile(
    r"(?:后|之后|以后|时|之前|前)(?!续)|之?日|的(?!《|[^，。；]{2,36}(?:方案|决定|规定|办法|报告|纪要|意见|规划|计划|公告如下))|方可|才能|可以|即可|或|权|书|事项|是否|与否|[\u4e00-\u9fff]{2,4}(?<!修订)(?<!调整后)(?<!修改)的(?![\u4e00-\u9fff]{0,6}(?:方案|名单|意见|办法|规定|计划|规划|报告)[，；])[\u4e00-\u9fff]{2,8}[，；](?!现)"
)
_DAY = r"(?:(?:[\d一二〇○零三四五六七八九]{4}年)?[\d十一二三四五六七八九]{1,3}月[\d十一二三四五六七八九]{1,3}日?|近日|日前|最近)"
# what may stand before the body in 省政府决定, 为此，区政府研究决定
_LEAD = re.compile(rf"^》?(?:《[^《》]{{2,100}}》(?=[已业]由)|[已业]由|{_DAY}|为此|因此|现|规定|经研究|根据工作需要|并|同时|业|已|根据|按照|依照)*")
_RESTING = re.compile(r"根据|按照|依照")
# 根据全国人民代表大会常务委员会的决定任免下列驻外大使
_DECISION = re.compile(r"(?:根据|按照|依照)(?P<by>[^《》根]{2,60})的决定(?=$|任|免|现|对|将|撤销|成立|设立|调整)")
# the words of the notice, wherever they stand: …批准，现予印发
_ISSUED = re.compile(r"，现(?:予以?|将其?)?(?:印发|公布|发布|转发|颁布|提请|报请|报送|上报|呈报)")
# 二、经与A协商，并经B同意，确定我区与某县建立…关系
_SETTLED = re.compile(r"，(?:确定|决定|现)")
_DAYS = re.compile(DATE.pattern)
# what was done before the words were written: 已经, 业经, 2019年3月经, 现经; 《办法》经
_DONE = re.compile(
    r"(?:[已己巳业现]|\d月|日|年|前|》|本[\u4e00-\u9fa5]{0,6}(?:办法|方案|规定|细则|意见|制度|章程|公约|民约|计划|规划|预案|规则|准则|目录|清单))(?:报|由|上报|报请)?$"
)
# what it is asked for, and in which case, stands before it: 临时用地经X批准; …的，经X批准
_CASE = re.compile(r"的，$|[^，。；：！？（并将报后]$")
_ASIDE = re.compile(r"（[^（）]{1,20}）$")
# 经A审查，B批准，C备案后
_CHAIN = re.compile(r"(?:，[^，。；《》]{1,14}(?:批准|同意|审[核查定批]|备案|核准))+(?:后|方可|即可)")
# 规划报区政府批准 asks for it
_HAS_REPORTED = re.compile(r"[已业并]报|^报[经请]")
_SETTLES = re.compile(r"(?:决定|批准|同意|通过|审[定批核])$")
# …会议审议通过了《办法》，现予印发
_PUT_OUT = re.compile(r"(?<=通过)了?《(?:[^《》]|《[^》]{1,60}》){2,100}》(?:（[^（）]{1,20}）)?，现(?:予以?|将其)?(?:印发|公布|发布|颁布)")
_FINDS = ("确定", "明确")  # 省政府第3次常务会议研究|确定了20项重点工作
_DECIDES = re.compile(r"(?:决定|批准|同意|通过)$")
_RUNS_ON = re.compile(r"[的书权后和与]|[^，。：；]{1,30}的(?=，)|(?<=通过)(?![，。；：）\d]|$)|与否|是否|[^，。：；、）（]{0,12}(?:后|之前)(?:，|$)")
# under the title of a law: 2010年12月23日…第二十二次会议通过的《关于修改部分法规的决定》修正
_AMENDED = re.compile(r"的《[^。]{4,100}》(?:第[一二三四五六]次)?(?:修正|修订)$")
_PASSED = re.compile(r"《(?P<title>[^《》]{2,100})》(?:（[^（）]{1,20}）)?(?:[已业]由|[已业]?经|业已|现?已|报经?)++$")
_OFFICE = re.compile(r"(?:(?<=政府)|(?<=委员会)|(?<=常委会))办公[室厅]$")
_LEVELS = ("国务院|中共中央", "省", "[市州盟]", "[县区旗]", "[镇乡]|街道")
# whose meeting a 办公会议 is: 市长办公会议 of the 市政府
_LEADERS = {f"{level}长": f"{level}政府" for level in "省市区县州旗镇乡"} | {"盟长": "盟行署", "主席": "自治区政府"}


def find(notice: Notice) -> Iterator[Finding | Refusal]:
    """The approvals of a notice, in order, one a body, meeting and action."""
    if not _GATE.search(notice.words):
        return
    own = Own(notice)
    met: set[tuple[str, str | None]] = set()
    done: set[tuple[str, str | None, str]] = set()
    for zone in zones(notice):
        past = 0
        for one in [*_in_zone(notice, zone), *_told(notice, zone)]:
            if isinstance(one, Refusal):
                yield one
                continue
            cue, decision = one
            if cue != "session" and (decision.span.start < past or _of_another(notice, own, decision)):
                past = decision.span.end  # 《方案》已经市委、|市政府批准: what is said of the one is said of all
                yield Refusal(decision.span, f"approval.{cue}", "of a text that is not the notice's own")
                continue
            body = _body(notice, decision)
            if body is None:
                yield Refusal(decision.span, f"approval.{cue}", "a meeting of no named body")
                continue
            name, meeting, action = body.name, decision.meeting, decision.action
            again = any(other.endswith(name) or name.endswith(other) for other, *did in done if did == [meeting, action])
            if again or (meeting and cue != "session" and (name, meeting) in met):
                continue
            if cue == "decided" and action == "决定" and not meeting and _from_above(notice, decision):
                yield Refusal(decision.span, f"approval.{cue}", "a decision of a higher level, of which the notice tells")
                continue
            if action == "决定" and not meeting and any(name == other and day for other, day in met):
                yield Refusal(decision.span, f"approval.{cue}", "its meeting was named")
                continue
            met.add((name, meeting))
            done.add((name, meeting, action))
            yield Finding(
                {"body": body, "meeting": meeting, "action": action}, decision.span, f"approval.{cue}", _SURE.get(cue, 0.95)
            )


def _told(notice: Notice, zone: Zone) -> Iterator[tuple[str, Decision]]:
    yield from (("announced", one) for one in announced(notice, zone))
    yield from (("session", one) for one in in_session(notice, zone))


def _in_zone(notice: Notice, zone: Zone) -> Iterator[tuple[str, Decision] | Refusal]:
    words = notice.words
    agreed = False  # the sentence has said an approval: 经A审核，报B批准
    for clause in clauses_in(notice, zone.span):
        if words[clause.start - 1 : clause.start] in "。！？；：":
            agreed = False
        found, cue, refused = _in_clause(notice, clause, zone, agreed)
        if refused:
            yield refused
        for one in found:
            agreed = True
            yield cue, one


def _in_clause(notice: Notice, clause: Span, zone: Zone, agreed: bool) -> tuple[list[Decision], str, Refusal | None]:
    """The decisions of a clause, by the cue that says them."""
    words = notice.words
    said = words[clause.slice]
    for cue in ("passed", "reported"):
        if cue == "reported" and not (agreed or (_HAS_REPORTED.search(said) and zone.opening and zone.own)):
            continue
        for trigger in CUES[cue].finditer(words, clause.start, clause.end):
            found = decisions(words, Span(trigger.end(), min(clause.end, trigger.end() + _REACH)))
            if not found:
                continue
            span = Span(trigger.start(), found[-1].span.end)
            asks = cue == "reported" and not agreed and found[-1].action == "决定" and not re.search("[已业]报", said)
            why = _ASKED if asks else _why_not(notice, span, clause, zone)  # 由区长提名，报请区人大常委会决定
            if why:
                return [], cue, Refusal(span, f"approval.{cue}", why)
            return found, cue, None
    if zone.opening:
        found, cue, refused = _stated(words, clause, zone, also=agreed)
        if not agreed or (found and (found[0].meeting or found[0].action in ("批准", "同意", "审议通过", "审核"))):
            return found, cue, refused
        return [], "", None
    return (_stated(words, clause, zone, strict=True)) if zone.own else ([], "", None)


def _stated(words: str, clause: Span, zone: Zone, strict: bool = False, also: bool = False) -> tuple[list[Decision], str, Refusal | None]:
    """X决定, X批准 without 经; `strict` only 决定 at the head of the clause, `also` what goes on from another (…评审，B审定)."""
    rests = _DECISION.search(words[clause.slice])
    if rests and zone.own and not strict:
        return decided_by(words, Span(*rests.span("by")).shift(clause.start)), "decided", None
    lead = _LEAD.match(words[clause.slice])
    start = clause.start + (lead.end() if lead else 0)
    if words.startswith("由", start):  # 终止响应，由区应急局决定: a rule; 已由区政府批准 is done
        return [], "", None
    if not also and words.startswith(("报请", "提请", "呈请"), start):
        return [], "", None
    noted = _noted(words, clause)
    found = noted if len(noted) > 1 else decisions(words, Span(start, min(clause.end, start + _REACH))) or noted
    if not found or (not found[0].body and not found[0].meeting):
        return [], "", None
    end = found[-1].span.end
    if strict and (found[0].action != "决定" or not re.match("对|在|成立|设立|调整|给予|授予|开展|建立|，", words[end : end + 2])):
        return [], "", None
    issued = _PUT_OUT.match(words, end) is not None
    resting = _RESTING.match(words[clause.slice]) and found[0].meeting and words[end : end + 1] == "的"
    resting = resting and not re.search("人大|人民代表大会", found[0].body)  # a congress passes its own texts
    goes_on = _runs_on(words, end, clause.end) and not resting and not _AMENDED.match(words, end, clause.end)
    goes_on = goes_on and not issued
    found_out = found[-1].meeting and found[-1].action == "研究" and words.startswith(_FINDS, end)
    settled = found_out or (_SETTLES if also else _DECIDES).search(words[clause.start : end])
    if not settled or goes_on or _CHAIN.match(words, end):
        return [], "", None
    bracketed = words[clause.start - 1 : clause.start] in ("（", "") or re.match(_DAY, words[clause.slice]) is not None
    cue = "note" if bracketed and found[0].action in ("审议通过", "批准") else "decided"
    if not zone.own and cue == "decided" and found[0].action != "决定":
        return [], "", None
    return found, cue, None


def _runs_on(words: str, at: int, end: int) -> bool:
    """The clause goes on behind its verb; where no sign ends it, the next line is none of it."""
    last = end if words[end : end + 1] not in "，。；：！？（）" else len(words)
    return bool(_RUNS_ON.match(words, at, last))


def _noted(words: str, clause: Span) -> list[Decision]:
    """The note under a title: days, bodies and meetings in a row, the last with its verb."""
    days = list(_DAYS.finditer(words, clause.start, clause.end))
    if not days:
        return []
    ends = [*(day.start() for day in days[1:]), clause.end]
    found: list[Decision] = []
    for day, end in zip(days, ends, strict=True):
        found += decisions(words, Span(day.end(), end)) or met(words, Span(day.end(), end))
    return found if found and VERB.search(words, clause.start, clause.end) else []


def _begins(notice: Notice, at: int) -> bool:
    """Whether a line or, by its space, a paragraph begins at a place, or the text behind the head (…〔2021〕12号|经市政府研究)."""
    head = notice.head
    ends = (head.title_span, head.number_span, head.date_span, head.addressees_span)
    return notice.gaps[at] >= Gap.WIDE or any(one is not None and one.end == at for one in ends)


def _why_not(notice: Notice, span: Span, clause: Span, zone: Zone) -> str | None:
    """Why 经X批准 says nothing of this notice; None where it does."""
    words = notice.words
    before, after = words[clause.start : span.start], words[span.end : span.end + 40]
    if _RULE.search(before) or _LATER.match(after) or _CHAIN.match(after):
        return _ASKED
    if not zone.own and not _ISSUED.match(after):
        return "a procedure of a text that is carried"
    if _DONE.search(before) or _ISSUED.match(after) or (before == "并" and _SETTLED.match(after)):
        return None
    if not zone.opening:
        return "a procedure in an item"
    asked = _ASIDE.sub("", words[max(0, clause.start - 30) : span.start])
    if _CASE.search(asked) and not asked.endswith("》") and not _begins(notice, span.start):
        return "a rule for cases to come"
    return None


def _of_another(notice: Notice, own: Own, decision: Decision) -> bool:
    """《政府工作报告》已经区人大审议通过, in a notice that divides the work of the report."""
    words, start = notice.words, decision.span.start
    said = _PASSED.search(words, max(0, start - _REACH), start)
    if said is None or _ISSUED.match(words, decision.span.end):
        return False
    title = Span(*said.span("title"))
    return not own.holds(Reference(Span(title.start - 1, title.end + 1), said["title"], None, title))


def _from_above(notice: Notice, decision: Decision) -> bool:
    """国务院决定开展第七次人口普查 in the notice of a district: why it acts, not who agreed to it."""
    levels = [level for issuer in notice.head.issuers if (level := _level(issuer.name)) is not None]
    body = _level(decision.body)
    said = notice.words[decision.span.slice]
    told = said.endswith("决定") and "日" not in said  # 省政府2019年11月8日决定 is a paper of its own
    return told and body is not None and bool(levels) and body < min(levels)


def _level(name: str) -> int | None:
    """The level of a body by its name, 0 the state.

    >>> _level("国务院"), _level("岚江省人民政府"), _level("市政府"), _level("岚江省临澜市望溪区人民政府"), _level("镇党委"), _level("财政部")
    (0, 1, 2, 3, 4, None)
    """
    plain = name.replace("自治区", "省")
    return max((i for i, words in enumerate(_LEVELS) if re.search(words, plain)), default=None)


def _body(notice: Notice, decision: Decision) -> Agency | None:
    """The body as an agency; the issuer's where only a meeting is named."""
    head = notice.head
    if head.issuers and (ours := re.match(r"[我本][院局厅委部行校会]", decision.body)):
        name = head.issuers[0].name + decision.body[ours.end() :]
        return Agency(name, name)
    if decision.body:
        return agency(AgencyMention(decision.body_span, decision.body), head)
    leader = next((name for name in _LEADERS if decision.meeting and re.match(rf"(?:第[^区市县]{{1,6}}次)?{name}", decision.meeting)), None)
    if leader and (leader != "主席" or "自治区" in head.jurisdiction):
        return agency(AgencyMention(decision.body_span, _LEADERS[leader]), head)
    if not head.issuers:
        return None
    name, mention = head.issuers[0].name, _OFFICE.sub("", head.issuers[0].mention)
    if re.search(r"常务|全体|党组|主席会议|主任会议|常委", decision.meeting or ""):
        name = _OFFICE.sub("", name)
    return Agency(name, mention)
