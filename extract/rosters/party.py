"""One member as a list names it, and what words can be one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from extract.mentions.agency import agencies_in
from extract.rosters.naming import KIND
from extract.rosters.stretch import POST_END
from kg.model import Span

_RANKED = r"(?:党政|行政|党组|党委|主要|分管|主管|有关|相关|班子|一把手|副职|正职|其他|具体|业务|(?<![属直驻辖管级员业各])单位|相应|对口|联系|常务)"
_WHO = (
    r"(?:领导班子成员|老同志|老干部|老党员|退休同志|(?<=的)同志|领导干部|负责干部|领导同志|领导|负责人|负责同志|负责人员|责任人|科室负责人|工作人员|人员"
    r"|专家学者|专家|学者|人士|教师|导师|代表|骨干|主要同志|副职|成员|一把手)"
)
# 主要负责人, 行政主要领导或主管领导, 有关人员
TAIL = re.compile(
    rf"(?:的|(?:各?(?:有|派出?|出|指定|确定|抽调|选派|指派)?)?[一1][名位人]|各?(?:派出?|指派))?{_RANKED}{{0,4}}{_WHO}"
    rf"(?:(?:或|和|及|、){_RANKED}{{0,3}}{_WHO}){{0,2}}(?:各?[一1][名位人])?"
)
AGENCY_END = re.compile(
    r"(?:[局委办部厅院会署队站所处室科股行庭]|(?:供销|合作|报|出版|信用|联|通讯|杂志)社|公司|银行|中心|集团|政府|学校|大学|学院|医院|办事处|街道|"
    r"部门|单位|主体|机构|小组|指挥部|镇|乡|街|村|区|县|市|园区|组织|企业|工会|妇联|残联|共青团|联|馆|台|网|厂|场|基地|管理段|段|"
    r"局（[^（）]+）)$"
)
POST_AT_END = re.compile(rf"(?:{POST_END.pattern})$")


@dataclass(frozen=True, slots=True)
class Party:
    """One member: `words` is the agency, or the post with its agency; `name` and `post` those of a person."""

    kind: Literal["person", "post", "agency"]
    span: Span
    words: str
    name: str = ""
    name_span: Span | None = None
    post: str = ""
    post_span: Span | None = None
    group: bool = False


_VERB = re.compile(r"[在对将把向被经负协配督指推做加开组落制]|各?(?:有关|相关)?(?:建立|完善|健全|扣|按照)|\d|(?:主任|书记|长)的")
_ENDS_WELL = re.compile(rf"(?:{TAIL.pattern}|{POST_AT_END.pattern})$")

# 参会人员为联席会议成员, 由召集人主持: no more than who is a member already
_CIRCULAR = re.compile(r"副?(?:总?召集人|组长|总?指挥长?)(?=或|和|、|主持)|(?:参会|与会|出席|参加)(?!单位|部门)")


def ends_well(words: str) -> bool:
    """Whether words can be the end of a member: 区财政局, 各镇镇长, 区财政局主要负责人."""
    return len(words) >= 2 and bool(_ENDS_WELL.search(words) or AGENCY_END.search(words))


_SAYS = re.compile("^(?:单位|部门|企业|机构)$|^(?:下列|以下|如下|下)|[：；。《》]|推举|确定|做好|现将|确保|抽调|选派|明确|指定|挂靠|提出|批准|(?<=.)[担兼]任")


def plausible(party: Party) -> bool:
    """Whether this can be a member and is no other words that stand where a list is looked for."""
    if party.kind == "person":
        return True
    if len(party.words) > 45 or _SAYS.search(party.words):
        return False
    if _CIRCULAR.match(party.words) or KIND.fullmatch(party.words):
        return False
    if party.kind == "post":
        return bool(_ENDS_WELL.search(party.words))
    starts = agencies_in(party.words)[:1]
    whole = bool(starts) and starts[0].span == Span(0, len(party.words))
    bare = re.sub(r"（[^（）]*）", "", party.words)
    return whole or (not _VERB.match(bare) and bool(AGENCY_END.search(bare)) and len(bare) <= 25)


# 县委常委、常务副县长 is one person; 区委书记、区长 may be two
_ALSO = re.compile(r"(?:常委|副书记|党[组委](?:成员|委员|副?书记))$")
_PUBLIC = re.compile(r"(?:[省市区县州旗镇乡局厅院]长|主任|部长|主席)$")


def together(words: str, posts: list[Span]) -> Iterator[Span]:
    """The posts of one list, those that one person holds as one: a rank in the party and the office that goes with it."""
    held: Span | None = None
    for post in posts:
        alike = held is not None and words[held.end] == "、" and post.start == held.end + 1
        if held is not None and alike and _ALSO.search(words, held.start, held.end) and _PUBLIC.search(words, post.start, post.end):
            held = Span(held.start, post.end)
            continue
        if held is not None:
            yield held
        held = post
    if held is not None:
        yield held
