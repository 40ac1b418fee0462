"""What coordination bodies are called: `望溪区森林防火指挥部`, `“双创”工作领导小组`, `联席会议`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest

from extract.lexicon import either, table
from extract.mentions.person import is_name
from kg.model import Gap, Span

# 成立区能源管理委员会
_FOUNDED = re.compile(r"(?:成立|设立|组建|建立|调整)[^，。；：（）]{0,24}?(?P<name>[一-龥]{2,8}(?:管理|工作|监督|仲裁)委员会)(?!党)|"
    # 县土地管理委员会由县长及计划、财政等部门的负责人组成
    # 三、校园安全工作委员会 | 主任：王涛
    r"(?<=[、）.．件])(?P<headed>[一-龥]{2,20}委员会)(?:组成)?(?:人员|成员|单位)?(?:名单)?(?:及职责)?[：。]?(?=(?:主任(?:委员|单位)?|组长)：)|"
    r"(?P<made>[一-龥]{2,8}(?:管理|工作|监督|仲裁)委员会)(?:（[^（）]{2,20}）)?由[^。；]{4,200}?(?:部门|单位|负责人|负责同志)[^。；]{0,12}组成|(?P<units>[一-龥]{2,8}(?:管理|工作|监督|仲裁)委员会)(?:成员|组成)单位")
_MEMBERS = re.compile(
    r"主任委员|委员会(?:成员|组成)单位|部门[^。；]{0,20}组成|负责(?:人|同志)[^。；]{0,12}组成|(?:组成)?(?:人员|成员)(?:名单)?(?:通知|公布)?如下|委员：|委员由"
)
# 中共临澜市审计局委员会
_OF_PARTY = re.compile(r"(?:中共|中国共产党)[^委，。；：]{1,16}\Z")
_ZONE = re.compile(r"(?:区|园|城|党|景点|港|市场|监督)(?:管理|工作)委员会$")
_LISTS = table("rosters")["bodies"]
_ORGANS = tuple(_LISTS["organs"])
_COORDINATING = tuple(_LISTS["coordinating"])
LONGEST_NAME = 60
# 组 goes on in 组织, 组成, 组长; 小组成员 does not
_KINDS = either(_LISTS["kinds"])
KIND = re.compile(rf"(?:{_KINDS})(?!伍|织|组织[法条通简]|成(?![员立])|长|建|装|合|员|代码|批准|决定)")
_STOP = re.compile(r"[。；：，！？《》、\d.．]")
# a body that was, no place called so (原州区, 原平市)
FORMER = r"原(?![州平阳子材油])(?:有的?|先的?|来的?)?"
# words before a name that are no part of it
_BEFORE = re.compile(
    r".*(?:关于|印发|转发|变更|制定|出台|修订|完成|要求|明确|公布|聘请|聘任|要组织|各地组织|根据|按照|依据|成立|组建|设立|特设|建立|调整|充实|撤销|解散|取消|保留|恢复|完善|健全|召开|"
    r"参加|提请|纳入|加强|担任|兼任|作为|序号|(?:监督|配合|协调|指导|督促|检查|领导|指挥|通知|督导)(?=各|[省市区县州旗镇乡](?!场))|"
    r"为(?!民|群|企|人)|任|负责|承担|承办|召集|组成(?!人员|员|部门)|选举产生了?|推选(?:产生了?)?|主持|提出|接受|服从|协助|报?送至?|简称|称为|报请|报经|隶属于?|挂靠|经(?!费|济|营|贸|信|开区|发局|纪)|由|将|在|向(?!海|阳|上|前)|对(?!外|口|台|接|标|照|日|俄)|报|请|"
    r"各自的?|相应的?|专门的?|本级|以及|并|其|该|各(?=[二三]级)|各级各部门|下设(?!机构)|另设|(?<=[会局委办厅院校司团队])设(?=[\u4e00-\u9fff]{0,4}$)|职责|职能(?=分工|[和及、]|$)|下设机构|组成人员|人员组成|机构设置|组织领导|组织机构|办事机构|组织架构|工作机构|组织体系|领导机构|组成单位|成员单位|议事规则|工作规则|全体[\u4e00-\u9fff]{0,6}成员|班子成员|（兼）|成员名单|"
    rf"我(?=[省市县区州旗镇乡校院局])|(?<![\u4e00-\u9fff]){FORMER}(?=[\u4e00-\u9fff]{{3}}))(?:分工|和|及|、|{FORMER})*"
)
# a roster without line breaks runs into the name after it: …区统计局副局长领导小组下设办公室
_POST = re.compile(
    r".*(?:(?:[局厅部处科股院校所站馆园镇乡县市区州旗行社司署会事书庭关队]长(?!江(?:水利|流域|航|口|委|海事)|[春沙治]市)|主任|书记|委员|总经理|主席|调研员|巡视员|政委|总裁|工程师|教授|"
    r"教师|[研究导解检科]员|法官|检察官|医师|负责人|负责同志)(?!制|质量|热线|负责制|会|公开|联席))"
)
# 2011年冬季校园消防工作领导小组, 第4届残运会组委会
_DATED = re.compile(r"(?<!\d)(?:20|19)\d\d(?:[—－-]20\d\d)?年(?!\d{1,2}月)|第\d{1,3}[届次期批]")
_ASIDES = re.compile(r".*）[^（）]*（[^（）]*）")
_ITEM = re.compile(r"(?:.*日)?附件|附|第[一二三四五六七八九十百\d]+[条章款项](?!例)|.*（[一二三四五六七八九十\d]{1,3}）")
_JOINED = re.compile(r"[和及与](?=[省市区县州镇乡]|国务院|中央|全国|[\u4e00-\u9fff]{2,8}[省市区县州])")  # A领导小组|和B领导小组
_SO_MANY = re.compile(r"\d{1,3}(?:[—－-]\d{1,3})?人(?:组成的|的)?(?=[\u4e00-\u9fff]{2})")  # 成立13人防汛指挥所
_SEVERAL = re.compile(r".*[一二两三四五六七八九十\d]个")  # 设采购、监督两个|小组
_DE = re.compile(r".*(?<!党)(?<!感染)的(?![^“”]*”)")
# 专班副组长：, behind the kind
_LABELLED = re.compile(r"(?:办公室)?(?:常务|执行|第一)?副?(?:组长|主任|指挥长?|召集人|成员|职责)(?:单位)?：")
# 传达指挥部指令, 规范领导小组工作: what is done to the one spoken of
_DOES = re.compile(r".*(?:规范|传达|落实|执行|贯彻|汇报|听取|发挥|依托|履行|作出|下达|落实好|通过|出席|列席|需要|提交|上报|报告|接到|收到)$")
_LIST_BEFORE = re.compile(r".*(?:政府|委|局|办|部|厅|院|各部门|单位|规定|要求|精神|部署)(?:和|与|及)")
# 成员的, 牵头的, 组成的: the end of a description before a name
DESCRIBED = re.compile(
    r"(?:成员(?:单位)?|组长|指挥(?:长)?|召集人|主任|牵头|参加|参与|参建|组成|负责|担任|领导|单位|部门|负责人|负责同志|构成|为主体|为主|配合|协同|"
    r"挂帅|组员|任务)的"
)


_TERM = re.compile(r"第[一二三四五六七八九十\d]{1,3}届")


# a line that ends so is no first half of a name that goes on in the next: …、各学院 领导小组下设办公室
_ENDS_LINE = "）。；院局委办厅部会长员任记校司处科室所队站人志责"
_TITLES = ("通知", "意见", "方案", "名单", "办法", "规定", "决定", "公告", "通报", "报告", "预案", "批复", "请示", "函")
_BARE = re.compile(
    r"(?:[省市县区镇乡]级|部际|局际|部门间|跨部门|专项|专业|专门|工作|"
    r"联合|部门|有关|相关|该|各类|各级|各|本|临时|现场|全|上述|建设|项目|具体|多个|[一二两三四五六七八九十\d]*个)*"
)


@dataclass(frozen=True, slots=True)
class Name:
    """A body where a text names it; `kind` the last word of the name: 领导小组, 指挥部."""

    span: Span
    words: str
    kind: str

    @property
    def bare(self) -> bool:
        """Nothing tells this body from others: 领导小组, 市级工作专班."""
        return is_bare(self.words, self.kind)


def is_bare(words: str, kind: str) -> bool:
    return bool(_BARE.fullmatch(words.removesuffix(kind)))


def kinds(words: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Where names of bodies end."""
    for found in KIND.finditer(words, start, end):
        if found[0] == "委员会" and _OF_PARTY.search(words, max(start, found.start() - 18), found.start()):
            continue
        organ = words.endswith(_ORGANS, start, found.end()) and not words.endswith(_COORDINATING, start, found.end())
        if not organ or words.endswith(_founded(words), start, found.end()):
            yield found


@lru_cache(maxsize=16)
def _founded(words: str) -> tuple[str, ...]:
    """Committees that a notice sets up with members of many houses though organs are called so: 能源管理委员会, whose 主任委员 it names."""
    if not _MEMBERS.search(words):
        return ()
    told = (found["name"] or found["headed"] or found["made"] or found["units"] for found in _FOUNDED.finditer(words))
    return tuple(name for name in told if not _ZONE.search(name))


def names(words: str, span: Span, gaps: bytes = b"", also: re.Pattern[str] | None = None) -> Iterator[Name]:
    """Every body named in a range, the name as far to the left as it goes; `gaps` tell where headings end, `also` what
    this notice calls a body for short (爱卫会).

    >>> [name.words for name in names("经研究，调整望溪区森林防火指挥部成员", Span(0, 18))]
    ['望溪区森林防火指挥部']
    """
    at = span.start
    every = list(kinds(words, span.start, span.end))
    if also:
        every = sorted([*every, *also.finditer(words, span.start, span.end)], key=re.Match.end)
    for found, following in zip_longest(every, every[1:]):
        if found.start() < at:
            continue
        if following and _TERM.fullmatch(words, found.end(), following.start()):  # 眼科专业委员会第三届|委员会
            continue
        if words[at : at + 1] == "（" and at > span.start and words[found.end() : found.end() + 1] == "）" and "）" not in words[at : found.end()]:
            at = found.end()  # 区委农村工作领导小组（扶贫开发领导小组）: a second name
            continue
        labelled = bool(_LABELLED.match(words, found.end()))
        start = _left(words, max(at, found.start() - LONGEST_NAME), found.start(), gaps, labelled=labelled)
        yield Name(Span(start, found.end()), words[start : found.end()], found[0])
        at = found.end()


def _short_line(gaps: bytes, end: int) -> bool:
    """A line of a roster, not the first half of a title."""
    return any(gap >= Gap.LINE for gap in gaps[max(0, end - 12) : end + 1])


def _ends_in_name(words: str, gaps: bytes, end: int) -> bool:
    """A line that ends in a name that a gap or a sign sets off, as those of a roster do."""
    sizes = (size for size in (2, 3) if end > size and is_name(words[end - size : end]))
    return any(gaps[end - size] > Gap.NONE or words[end - size - 1] in "、：，" for size in sizes)


def _left(words: str, least: int, end: int, gaps: bytes, *, labelled: bool = False) -> int:
    """Where the name that ends in a kind at `end` begins; `labelled` where the kind is part of a label, 专班成员：."""
    start = least
    depth = 0
    for at in range(end - 1, least - 1, -1):
        sign = words[at]
        if gaps and gaps[at + 1] >= Gap.LINE and (gaps[at + 1] == Gap.BLANK or end - at > 6):
            start = at + 1
            break
        if gaps and gaps[at + 1] >= Gap.LINE and (sign in _ENDS_LINE or words.endswith(_TITLES, least, at + 1) or _short_line(gaps, at)):
            start = at + 1
            break
        if gaps and gaps[at + 1] >= Gap.LINE and (labelled or _ends_in_name(words, gaps, at + 1)):
            start = at + 1
            break
        if sign == "）" and words.rfind("（", max(least, at - 24), at) < 0:
            start = at + 1
            break
        depth += (sign in "”）") - (sign in "“（")
        if depth < 0 or (depth == 0 and _STOP.match(sign) and not (sign.isdigit() and _DATED.search(words, max(least, at - 8), end))):
            start = at + 1
            break
    before = words[start:end]
    for cut in (_ASIDES, _SEVERAL, _POST, _DE, _BEFORE, _LIST_BEFORE, _ITEM, _DOES):
        found = cut.match(before)
        if found:
            start += found.end()
            before = before[found.end() :]
    if of_so_many := _SO_MANY.match(words, start - bool(start and words[start - 1].isdigit()), end):
        start = of_so_many.end()
        before = words[start:end]
    joined = _JOINED.match(words, start, end)
    if joined and words[start - 1 : start] in ("组", "会", "部"):
        start, before = start + 1, words[start + 1 : end]
    named = next((size for size in (3, 2) if start > 0 and is_name(before[:size]) and _BARE.fullmatch(before[size:])), 0)
    if named and words[start - 1] in "长任记席、" and before[0] not in "省市区县州旗镇乡":  # 副部长王涛|专班成员：
        start, before = start + named, before[named:]
    return start + len(before) - len(before.lstrip("）”"))
