"""What a heading says: whose the work below it is, whom it charges with it, and by when its stage ends."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.duties.actors import Actor, Actors
from extract.duties.apart import FOLLOWED, OFFICE, STAFFED, apart
from extract.duties.blocks import content_start, heading
from extract.duties.headed import NAMES
from extract.duties.labels import Charge, unlabelled
from extract.duties.listing import pure
from extract.duties.nouns import TOPIC, urged
from extract.duties.owner import DUTY
from extract.duties.posts import posts, unheld, work_behind
from extract.mentions.deadline import deadline
from extract.roles import says_who
from extract.titles import DOERS
from kg.model import Section, Span

# 区商务局职责, 县级路长的主要职责是, 区财政局主要负责以下工作
DUTIES = re.compile(
    r"(?:的)?(?:主要|基本|具体|工作|管理|岗位|相关)*(?:职责|职能|职权|议事|任务|工作职责|职责任务|责任|职责分工|工作任务)(?:范围|内容|权限|和任务|和职责|与任务)?(?:是|为|如下|包括|分工|有)*(?:以下.{0,6})?[：。]?$"
    r"|(?:应当?|要|须|必须)?(?:具体|主要|重点|切实|认真)*(?:负责|履行|承担|做好|抓好|完成)(?:以下|下列|如下|[两三四五六七八九十\d]{1,2}(?:项|件|个?方面)).{0,8}[：。]?$"
    r"|(?:具体|主要)?(?:负责|承担)：$"
)
# 联络组：王涛、李敏 | 职责：传达指令: whose duties stand below, who is in it
_WHO = re.compile(r"(?P<who>[^，。；：（）]{2,20})(?:（[^（）]{1,16}）)?：(?=.)")
_DUTIES_OF = re.compile(r"(?:主要|工作|岗位)?职责(?:是|为)?：")
_LABELLED = re.compile(rf"(?:{DOERS})：.")
# 多元办学格局, 展示场所: what ends like an office and is none
_NO_OFFICE = re.compile(r"(?:[查惩]处|机制|制度|体系|分[组工类]|[督承主交协包]办|[格布结全大开]局|场所|厕所|内部|全部|干部|车站|网站)$")
_SECTIONS = "科处股队组"  # 组织人事科: its name may begin with a verb
# 学院, 学校: what such an institution calls its parts, doers where duties follow
_INSTITUTION = re.compile(r"[\u4e00-\u9fa5]{0,8}(?:学院|学校|医院|院系|(?<![体关联维])系|馆)")
_STAGE = re.compile(
    r"（([^（）]*(?:\d|[一二三四五六七八九十〇])[^（）]*[年月日旬底前][^（）]*)）"
    r"|((?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?(?:[—-]|至)[^，。；]{2,16}[月日底前])"
)
# a heading of a stage, and no title with its day (2019年1月30日)
_STAGED = re.compile(r"阶段|步骤|环节|[一二三四五六]步")
# 实施阶段：3月21日—10月31日。
_DATED = re.compile(r"[^，。；：]{0,16}(?:阶段|步骤?|环节)[^，。；：]{0,12}[：，](?P<when>[^，。；：]{4,30})[。；，]")
_PERIOD = re.compile(r"(?P<when>(?:\d{4}年)?\d{1,2}(?:月|[^\d，。；：]{1,2}\d)[^，。；：]{0,16}[月日底前])，")
# 王涛副区长牵头重点工作, 由区发改局负责的任务（5项）
_CHARGED = re.compile(
    r"由?(?P<who>[^，。；：]{2,60}?)(?P<verb>(?:总?牵头|主抓|领办|分管|包抓|主办|承办|负责)(?:牵头|负责|落实|推进|办理)?)"
    r"(?P<more>、[^，。；：]{2,60}配合)?"
    r"(?:的|重点|主要|具体|推进|落实|实施|办理|政府|年度)*(?:工作|任务|事项|项目|目标|指标|实事|(?:建议|提案)+)(?:（[^（）]{1,12}）)?"
)
# 第二章 审计机构: what the articles of a chapter are about
_CHAPTER = re.compile(r"第[一二三四五六七八九十\d]{1,3}[章节]$")
_LABEL = 6
_MORE = re.compile(r"（续[^（）]{0,4}）$")  # 办公室职责（续）
# what a heading says of its doers: 考核、推荐
_STEP = "初审|复审|终审|审核|审查|审定|审批|推荐|申报|申请|考核|考察|复核|评审|评定|认定|公示|确定|批准|备案|受理|验收|自查|自评|抽查|检查|核查|汇总|上报"
_STEPS = re.compile(rf"(?:{_STEP})(?:[、和与并]?(?:{_STEP}))*")


@dataclass(frozen=True, slots=True)
class Titles:
    """The headings of a notice; `owner` is the unit whose duties the text tells, `body` the one that it sets up, `year` that of the notice."""

    actors: Actors
    owner: tuple[Actor, ...]
    body: tuple[Actor, ...]
    year: int | None

    def charged(self, head: Span) -> tuple[Charge, ...]:
        """Whom a heading charges with what stands below it: 王涛副区长牵头重点工作."""
        words = self.actors.words
        if says_who(words[head.slice]):
            return tuple(unlabelled(self.actors, head))
        found = _CHARGED.fullmatch(words, head.start, head.end)
        doers = pure(self.actors, Span(*found.span("who"))) if found else []
        if not found or not doers:
            return ()
        leads = "牵头" in found["verb"] or "主抓" in found["verb"]
        others = unlabelled(self.actors, Span(found.start("more") + 1, found.end("more"))) if found["more"] else []
        return Charge(head, "lead" if leads else "responsible", tuple(doers)), *others

    def of_item(self, item: Section, told: bool) -> tuple[tuple[Actor, ...], str | None]:
        """Whose the work of an item is by its first words, and by when: 三、区商务局职责, 第一阶段（3月10日前）; `told` as in `named`."""
        words = self.actors.words
        head, dated = heading(item), None
        start = content_start(item)
        first = next((child.span.end for child in item.children if child.span.end > start), item.span.end)  # its first line
        span = head.span if head else Span(start, min(first, start + 80))
        if head and (end := apart(self.actors, head.span)):
            span = Span(head.span.start, end)  # 各镇  落实责任。
        if not head:
            stop = re.compile(r"[。：；]").search(words, span.start, span.end)
            dated = _DATED.match(words, span.start, span.end)
            span = Span(span.start, apart(self.actors, span) or (stop.start() if stop else span.start))
        if staffed := STAFFED.match(words, start, item.span.end):
            span = Span(*staffed.span("who"))
        if (who := _WHO.match(words, start, span.end if head else item.span.end)) and _duties_below(words, item):
            span, told = Span(*who.span("who")), True  # 三、联络组：各处室负责人 | 职责：…
        text = words[span.slice].rstrip("。：")
        stage = _STAGE.search(dated["when"] if dated else text)
        limit = deadline(stage[1] or stage[2], self.year) if stage and len(text) < 60 else None
        if head and not limit and _STAGED.search(text) and (opens := _PERIOD.match(words, head.span.end)):
            limit = deadline(opens["when"], self.year)  # 第二阶段为审查阶段。| 1997年7－9月，由…
        group = text.endswith(("组", "专班"))  # 牵头单位：… below it says who is in it
        none = _is_of_list(words, item, span) or (_is_told_below(words, item) and not group)
        doers = () if none else self.named(Span(span.start, span.start + len(text)), told)
        return doers, limit

    def stage(self, line: Span) -> str | None:
        """By when the stage ends that a heading names: 第一阶段（3月1日至10日）; None where it names none."""
        words = self.actors.words
        found = _STAGE.search(words, line.start, line.end) if _STAGED.search(words, line.start, line.end) else None
        return deadline(found[1] or found[2], self.year) if found else None

    def named(self, span: Span, told: bool = False) -> tuple[Actor, ...]:
        """The doers that a heading names and nothing else: 区商务局, 区商务局职责; `told` where that above it says that duties follow."""
        if more := _MORE.search(self.actors.words, span.start, span.end):
            span = Span(span.start, more.start())
        span, printed = unheld(self.actors.words, span), span
        if len(span) > 60 or len(span) < 2 or self._says(span):
            return ()
        text = self.actors.words[span.slice]
        duties = DUTIES.search(text)
        if TOPIC.fullmatch(text) or (not duties and _CHAPTER.search(self.actors.words, max(0, span.start - _LABEL), span.start)):
            return ()
        if duties:
            if duties.start() < 2:
                return (self.owner or (self.body if DUTY.fullmatch(text) else ())) if re.search(r"职责|职能", text) else ()
            span = Span(span.start, span.start + duties.start())
        words = self.actors.words
        behind = max(span.end, printed.end)
        behind += words.startswith(("。", "：", "）"), behind)
        follows = FOLLOWED.match(words, behind)
        follows = follows or (_LABELLED.match(words, span.end) if text.endswith(("组", "专班")) else None)
        whole = self.actors.whole(span, asked=bool(duties) and words.startswith("的", span.end))
        if whole and not _NO_OFFICE.search(text) and (duties or follows or told or all(one.agency for one in whole) or re.search(r"[长员]$", text)):
            return tuple(whole)
        if OFFICE.fullmatch(words, span.start, span.end) and not (_NO_OFFICE.search(text) or (text[-1] not in _SECTIONS and urged(text.removeprefix("工作")))):
            return (Actor(span, words[span.slice]),)
        if _INSTITUTION.fullmatch(words, span.start, span.end) and follows:
            return (Actor(span, words[span.slice]),)
        charged = duties or follows or told or work_behind(words, behind)
        return (tuple(posts(words, span)) if charged else ()) or self._doing(span)

    def _says(self, span: Span) -> bool:
        """Whether words are a whole sentence, whatever office ends it: 医务科将名单报教务处."""
        return self.actors.words.startswith("。", span.end) and bool(self.actors.leading(span)[0]) and not self._doing(span)

    def _doing(self, span: Span) -> tuple[Actor, ...]:
        """The doers of a heading that says no more of them than verbs: 各县区教育局考核、推荐."""
        words = self.actors.words
        named, at = self.actors.leading(span) if len(span) <= NAMES and not words.startswith("：", span.end) else ([], 0)
        said = words[at : span.end]
        return tuple(named) if named and _STEPS.fullmatch(said) and all(one.agency for one in named) else ()


def _duties_below(words: str, item: Section) -> bool:
    """Whether a line of the item begins with its duties: 职责：…."""
    return any(_DUTIES_OF.match(words, child.span.start, child.span.end) for child in item.children)


def _is_of_list(words: str, item: Section, said: Span) -> bool:
    """Whether an item is but what a list parted by ； names, with nothing below it: （三）接收新会员；."""
    return said.end >= item.span.end - 1 and (words.endswith("；", 0, item.span.end) or words.endswith("；", 0, item.span.start))


def _is_told_below(words: str, item: Section) -> bool:
    """Whether a line of the item says who does its work, so that its heading says what: 建设算力中心 / … / 责任单位：省能源局."""
    lines = (child.span for child in item.children[1:] if child.kind == "paragraph")
    return any(_LABELLED.match(words, line.start, line.end) or says_who(words[line.slice]) for line in lines)
