"""What a notice does to bodies: the verb, and the body that stands behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.lexicon import either, terms
from extract.mentions.agency import agencies_in
from extract.mentions.called import SHORT
from extract.mentions.numeral import NUMBER
from extract.rosters.body import Body, unquoted
from extract.rosters.naming import DESCRIBED, FORMER, is_bare, kinds
from kg.model import Gap, Span

ACTIONS = {
    "establish": re.compile(
        r"(?:成立|组建|设立|特设|建立|组成(?![立及和与])|筹建)(?!的|以来|之日|时|后|了?(?!\d{4}年[^，。；]{4}|\d{1,3}人(?:组成)?的?[\u4e00-\u9fa5]{4})\d|大会|员|人员)"
    ),
    "adjust": re.compile(r"(?:调整|充实|变更|增补|(?<=[组部班议会])(?:改|更名|改组|改设)(?=为))(?!后)(?:和(?:充实|调整|完善)|、充实|充实|了|完善)?"),
    "dissolve": re.compile(r"(?:撤销|解散|取消|不再保留|终止)"),
}
# 撤销下列议事协调机构：; a heading, 撤销的议事协调机构 1.
_FOLLOWS = re.compile(
    r"(?:下列|以下|下述|如下)[^，。；：]{0,24}(?:机构|小组|组织|协调机制)(?:（\d+个）|共?\d+个)?："
    rf"|的[^，。；：的]{{0,16}}(?:协调|非?常设|临时)机构(?:名单)?(?:（(?:共?\d+个)）)?[：。]?(?={NUMBER})"
)
_LABEL = re.compile(rf"[；、。]?(?P<number>{NUMBER})?")
_NUMBERED = re.compile(NUMBER)
_LONGEST_DESCRIPTION = 700
_END = re.compile(r"[。！？]")
_PAUSE = re.compile(r"[，。；：]")
_QUOTED = re.compile(r"“[^”]*”|（[^（）]*）")
_LEAD = re.compile(
    rf"(?:{FORMER}|了|为|成立|成(?![都武安县华海])|和?健全|和?完善|一个|由此|统一的?|强有力的?|以下|新的|\d{{1,3}}(?:[—－-]\d{{1,3}})?人(?:组成)?的?|的)+"
)
_OTHERS = re.compile(r"相应|各自|相关|同级|本部门|本单位|本地区?|专门|对口|一些|部分|多个|若干")
# 调整乡属有关领导小组: several, none by name
_SOME = re.compile(r"(?:有关|相关|部分|若干|各类)(?:议事协调|工作)?\Z")
# what others are told to set up: 各镇街均要…，成立领导小组
URGED = re.compile(
    r"各(?:地|级|部门|单位|县|区|镇|乡|市|街道|学校|企业|有|居|村|社区|园|院|所|站|科|成员)[^。；]*(?:(?<![主重需必只首简])要|应(?![急用对])|须|可(?![持再])|均)|未$|没有$"
    r"|(?:县|区|市|镇|乡|街道?)（[^（）]{1,12}）$"
)
# 推动行业协会建立…, whom one gets to do it; 推广建立…, wherever it may be
_CAUSED = re.compile(r"(?:推动|推进|鼓励|引导|支持|督促|指导|动员|倡导|要求|帮助|允许|促进|发动)[^，。；：]{2,24}$|(?:推广|探索|试点|试行|普遍)$")
# 小区要成立…, what those must do that no name tells apart
_OUGHT = re.compile(r"(?P<who>[^，。；：]{2,}?)(?:(?<![主重需必简])要|应当?(?![急用对])|必?须|可以?)(?:尽快|及时|立即|相应|积极|依法|普遍|都|也|分别|逐步)*$")
# a kind that is a body of the notice even where others ought to form it
_COORDINATES = re.compile(r"领导小?组|协调小?组|工作小?组|指挥部|联席会|专班")
# groups that a step of a plan forms for the day
_ADHOC = re.compile(
    r"(?:专家|检查|督查|督察|督导|考核|考评|评审|验收|调查|审查|评议|核查|暗访|执法|起草|评估|巡查|抽查|论证)(?:小组|组)$|"
    r"(?:应急|抢险|救援|医疗|服务|突击|志愿|小分)队$"
)
_MAY = re.compile(r"可|分别|根据需要|视情")
# 王涛为: who is added to a body
_ADDED = re.compile(r"[\u4e00-\u9fff·、]{2,40}?(?:同志)?为(?=.{4})")
_COUNTED = re.compile(r"等?(?:\d+|[一二三四五六七八九十]+)个")
# it goes: 同时撤销, 予以解散
GOES = re.compile(rf"(?:{either(terms('words', 'therewith'))})*(?:撤销|解散|取消|不再保留)(?=[，。；]|$)")
# 如条件成熟，…; 待竣工，…; 工程竣工后，…自行撤销; 不得…: it may go one day
IF_EVER = re.compile(
    r"完成后|结束后|届时|适时|自动|自行(?=$|撤销|解散|取消)|如(?!下)|若(?!干)|(?<![接招等对优看])待(?![遇业])|拟(?!定|订)|不得|不予|严禁|(?<!改革)(?<!调整)(?<!合并)(?<!研究)[后前时]，"
)
_MEMBERS_SOON = re.compile(r"组长|总指挥|召集人|成员|主任|人员(?:如下|名单)|组成")
# an office that is a body of its own: 县级路长办公室, 联合采购办公室
_OFFICE = re.compile(r"[^，。；：、的]{0,14}(?:[长制]|整治|创建|推进|普查|攻坚|建设|治理|改革|行动|采购)(?:工作)?办公室")
_OF_PAPER = re.compile(r"的(?:通知|决定|意见|请示|批复|函|报告|公告|通报)")
_CITED = re.compile(r"[^《》。；]{2,70}(?:通知|决定|批复|函|请示|意见|报告)》")
_CLAUSE = re.compile(r"[^，。；：]*$")
_BEFORE, _HEADING = 120, 20  # characters before a verb that bear on it, and of the longest heading
_ITEM = re.compile(rf"(?<=[。；：，）]){NUMBER}(?!\d)")
_GOES_ON = re.compile(r"[、，和及与]\Z")


def acted(words: str, gaps: bytes) -> Iterator[Body]:
    for action, cue in ACTIONS.items():
        for found in cue.finditer(words):
            least = Gap.LINE if found[0] == "组成" else Gap.BLANK
            if found.end() < len(words) and gaps[found.end()] >= least:  # the end of a heading
                continue
            if _OF_PAPER.match(words, found.end()):  # A领导小组成员进行调整的通知 | B…
                continue
            if _CITED.match(words, found.end()):  # 《关于成立X领导小组的通知》同时废止
                continue
            limit = min(len(words), found.end() + _LONGEST_DESCRIPTION)
            end = _END.search(words, found.end(), limit)
            stop = end.start() if end else limit
            body = _named_after(words, found, stop, action, _opens(words, gaps, found.start()))
            if action in ("dissolve", "adjust") and (above := _FOLLOWS.match(words, found.end())):
                yield from _below(words, gaps, above.end(), action)
            elif body:
                yield body
                yield from _others(words, body, stop)


def _opens(words: str, gaps: bytes, at: int) -> int:
    """Where the text around a verb begins: behind the heading above it, `五、工作要求 | 成立…`, and no more than so far before."""
    start = max(0, at - _BEFORE)
    edge = next((i for i in range(at, start, -1) if gaps[i] >= Gap.LINE), start)
    above = next((i for i in range(edge - 1, start, -1) if gaps[i] >= Gap.LINE), start)
    heading = edge > start and 0 < edge - above <= _HEADING and not _GOES_ON.search(words, above, edge)
    start = edge if heading else start
    return max([start, *(label.end() for label in _ITEM.finditer(words, start, at))])


def _below(words: str, gaps: bytes, at: int, action: str) -> Iterator[Body]:
    """The bodies of a list that a sentence or a heading announces: 撤销下列议事协调机构：1.A指挥部 2.B领导小组."""
    opens = _LABEL.match(words, at)
    first, numbered, form = at, bool(opens and opens["number"]), _form(opens)
    while (label := _LABEL.match(words, at)) and _form(label) == form and (label[0] or at == first):
        kind = next(kinds(words, label.end(), min(len(words), label.end() + 70)), None)
        end = kind.end() if kind else len(words)
        ended = end == len(words) or words[end] in "；、。，" or gaps[end] >= Gap.LINE or (numbered and _NUMBERED.match(words, end) is not None)
        if kind is None or not ended or _PAUSE.search(words, label.end(), end) or "撤销" in words[label.end() : end]:
            return
        named = Span(label.end(), end)
        yield Body(unquoted(words[named.slice]), kind[0], named, named, action, aliases(words, end))
        at = end


def _form(label: re.Match[str] | None) -> str:
    """How a list counts: behind 1、 and 2、 a 二、 opens the next heading."""
    number = (label and label["number"]) or ""
    return re.sub(r"[①-⑳]", "①", re.sub(r"[一二三四五六七八九十百]+", "一", re.sub(r"\d+", "1", number)))


def _others(words: str, body: Body, limit: int) -> Iterator[Body]:
    """The bodies that go on a list: 撤销A指挥部、B领导小组."""
    at = body.named.end
    while at < limit and words[at] in "、和及与":
        kind = next(kinds(words, at + 1, min(limit, at + 70)), None)
        if kind is None or _PAUSE.search(words, at + 1, kind.end()) or "、" in words[at + 1 : kind.end()]:
            return
        former = re.compile(FORMER).match(words, at + 1)
        named = Span(former.end() if former else at + 1, kind.end())
        if not is_bare(words[named.slice], kind[0]):
            yield Body(unquoted(words[named.slice]), kind[0], named, named, body.action, aliases(words, named.end))
        at = kind.end()


def _named_after(words: str, cue: re.Match[str], limit: int, action: str, opens: int) -> Body | None:
    """The body named after a cue: directly, or after a description that ends in 的 (以区长为组长、…为成员的)."""
    start = cue.end()
    clause = _CLAUSE.search(words, max(opens, cue.start() - 40), cue.start())
    before = clause[0] if clause else ""
    sentence = words[opens : cue.start()]
    made = words.startswith("的", start)  # 各单位成立的领导小组
    urged = made or URGED.search(sentence[sentence.rfind("。") + 1 :]) is not None
    if _CAUSED.search(before):
        return None
    added = _ADDED.match(words, start, limit) if cue[0].startswith(("增补", "充实")) else None
    start = added.end() if added else start
    lead = _LEAD.match(words, start)
    start = lead.end() if lead else start
    office = _OFFICE.match(words, start, limit)
    if office and cue[0] in ("设立", "成立") and not urged and not next(kinds(words, start, office.end()), None):
        return Body(office[0], "办公室", Span(*office.span()), Span(cue.start(), office.end()), action)
    for kind in kinds(words, start, limit):
        described = list(DESCRIBED.finditer(words, start, kind.end()))
        if described:
            start = described[-1].end()
        elif _PAUSE.search(_QUOTED.sub("", words[start : kind.end()])):
            return None
        name = words[start : kind.end()]
        if described and _PAUSE.search(_QUOTED.sub("", name)):  # 调整…负责人的通知 | 各镇：…领导小组
            return None
        if name.removesuffix(kind[0]).endswith("等") or "撤销" in name:  # A等领导小组 are several; a heading and what stands below
            return None
        if len(name) > 70 or _OTHERS.match(name) or _SOME.search(name.removesuffix(kind[0])) or "的" in _QUOTED.sub("", name[:-4]).replace("党的", ""):
            return None
        if words.startswith(("办公室", "秘书组", "秘书处"), kind.end()):
            return None
        soon = _MEMBERS_SOON.search(words, kind.end(), kind.end() + 160)
        if _COUNTED.search(name) or (urged and is_bare(name, kind[0])):
            return None
        if action == "establish" and not described:
            bare = is_bare(name, kind[0])
            if urged and (bare or not soon):
                return None
            if not soon and not _COORDINATES.search(kind[0]) and _left_to_others(before):
                return None
            if bare and (not soon or name != kind[0] or _MAY.search(before)):
                return None
            if _ADHOC.search(name) and (not soon or cue[0] == "组成"):
                return None
            called = re.search(r"聘请|邀请|抽调|联合|共同", sentence) or aliases(words, kind.end())
            if cue[0] == "组成" and len(name) <= 12 and not soon and not called:
                return None
        elif not described and is_bare(name, kind[0]):
            return None
        if action == "dissolve" and IF_EVER.search(sentence[sentence.rfind("。") + 1 :]):
            return None
        named = Span(start, kind.end())
        return Body(unquoted(name), kind[0], named, Span(cue.start(), kind.end()), action, aliases(words, kind.end()))
    return None


def _left_to_others(before: str) -> bool:
    """The clause before a verb says that those ought to do it who have no name."""
    ought = _OUGHT.search(before)
    return bool(ought and all(one.group for one in agencies_in(ought["who"])))


def aliases(words: str, at: int) -> tuple[str, ...]:
    found = SHORT.match(words, at)
    return (found["called"],) if found else ()
