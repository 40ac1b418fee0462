"""主送机关: to whom a notice is sent, the line under the title that ends in a colon (GB/T 9704 7.3.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.head.page import Page
from extract.mentions.naming import full_name
from kg.model import Agency, Gap, Span

_BRACKETS = r"(?:（[^（）]{0,40}）)*"
# the last word of a body, and of words that stand for bodies or people
_BODY = (
    r"政府|公署|委|会|办|室|厅|局|部|门|处|院|科|司|署|公司|集团|厂|矿|行|社|站|所|队|中心|学|校|医院|馆|团|军|库|场|港|街|幼儿园|"
    r"单位|机构|机关|企业|团体|组织|党组|支部|总支|户|组|庭|台|店|兵团|公安"
)
_PLACE = r"街道|镇|乡|村|社区|园|园区|新区|开发区|管理区|度假区|区块|区|县|市|省|州|盟|旗|地区"
_PEOPLE = r"代表|委员|同志|先生|女士|各界|居民|市民|群众|职工|人员|干部|成员|负责人|师生|朋友|同胞|党员|总理|主席|书记|[局处县镇区市省部州]长|主任"
_LAST = re.compile(rf"(?:{_BODY}|{_PLACE}|{_PEOPLE}){_BRACKETS}$")
_COMPLETE = re.compile(rf"(?:{_BODY}|{_PEOPLE}|社区){_BRACKETS}$")
_LINE = re.compile(r"[^。；：！？《》〔“]{2,800}：")
# what ends in a colon and is no addressee: a lead (如下：), a label, the rest of a title (…的通知各镇人民政府：)
_NOT = re.compile(
    r"(?:如下|以下|下列|事项|内容|意见|目的|原则|是|为|要求|说明|指出|日期|时间|名称|编号|字号|主题词|标题|地点|电话|联系人|组长|组员|主持人)$"
    r"|^(?:成员|责任|牵头|主管|主办|协办|承办|配合|参加|实施|监督)(?:单位|部门|人员)$|^(?:主送机关|发文机关|发文机构|发布机构|成员|参加人员|出席人员|列席人员|负责人)$"
    r"|的(?:通知|意见|决定|公告|通告|批复|函|复函|命令|报告|请示|通报|规定|办法|方案)|^(?:的|通知|意见|决定|通报|公告|通告|批复|命令|函|性|关于|附件|根据|按照|经|为|现)|^(?:任务|工作|有关)(?!单位|部门|各|人员|企业)"
    r"|第[一二三四五六七八九十\d]+[条章节]|^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.．、])|\d{4}年"
)


def addressee_at(page: Page, at: int) -> Span | None:
    """The line of addressees that begins here, with its colon; None where none does."""
    found = _LINE.match(page.words, at)
    if not found:
        return None
    words = found[0][:-1]
    if _NOT.search(words) or not _LAST.search(words):
        return None
    # a label has its content on its line (区财政局：负责…); addressees end their line, or several are named
    if page.breaks(found.end()) or "，" in words or words.startswith("各") or page.breaks(found.end(), Gap.WIDE):
        return Span(at, found.end())
    return Span(at, found.end()) if re.match(r"你|您|现|经|为|根据|按|近|贵|我|《|关于|[^，。；]{2,80}(?:收悉|如下)", page.words[found.end() : found.end() + 90]) or page.breaks(found.end(), Gap.SPACE) else None


def addressees(words: str, line: Span, place: str) -> tuple[Agency, ...]:
    """The bodies of the line, one by one; what a list says once is put back (各市发展改革委、林业局 → 各市林业局).

    >>> line = "各乡镇人民政府，区政府各委、办、局，各省、市财政厅，岚江市、临澜市财政局："
    >>> [one.mention for one in addressees(line, Span(0, len(line)), "")]
    ['各乡镇人民政府', '区政府各委、办、局', '各省、市财政厅', '岚江市财政局', '临澜市财政局']
    """
    text = words[line.slice].rstrip("：").removeprefix("致").removeprefix("主送：")
    found = [name for chunk in _parts(text, "，；,") for name in _names(list(_parts(chunk, "、")))]
    return tuple(Agency(full_name(one, place), one, bool(_GROUP.search(one))) for one in found if one)


_GROUP = re.compile(r"各|有关|相关|所有|全体|全区|全市|全县|全省")
_LEVEL = (
    r"(?:省辖市|省直管县?市?|设区的?市|直管市|计划单列市|副省级城?市|自治区|直辖市|自治州|自治县|特别行政区|省|市|县|区|旗|盟|州|镇街|乡镇|镇|乡|街道|地区|园区|开发区|新区|师)"
)
# 各省, 自治区, 县（市）: no body yet, its kind comes after the next 、
_BARE = re.compile(rf"(?:[\u4e00-\u9fa5]{{0,12}}各)?(?:{_LEVEL})++{_BRACKETS}")
# 办, 局, 局及各直属单位: no body any more, its head stands before the last 、
_LOOSE = re.compile(r"(?:各)?(?:委|办|局|部|厅|处|室|司|院|行|科|站|所|委办局|办局|单位|部门|企业|团体|院校|学校)(?:[和及与](?:各|有关|直属).*)?")
_HEADED = re.compile(rf"各(?:{_LEVEL}{_BRACKETS}、?)++(?=[\u4e00-\u9fa5]{{2}})")
_OWN = re.compile(rf"各|有关|相关|直属|其他|所属|国务院|中央|中国|全国|{_LEVEL}|[\u4e00-\u9fa5]{{2,6}}(?:省|市|区|县|州|镇|乡|街道|部|集团|公司)|大型|股份|外资")
_SEAT = re.compile(r"(?P<place>.+?)(?:党工委|党委|工委|(?<=[省市县区州旗盟乡镇）])委)")
_PLACED = re.compile(rf"(?:{_PLACE}){_BRACKETS}$")
_SHARED = re.compile(r"(?P<place>[\u4e00-\u9fa5]{2,12}?(?:街道|镇|乡|新区|开发区|园区|度假区|示范区|港区|区|县|市|州|盟|旗|省|园))(?P<tail>[\u4e00-\u9fa5].*)")


def _parts(text: str, signs: str) -> Iterator[str]:
    """Cut at the signs that stand outside brackets."""
    depth, start = 0, 0
    for i, sign in enumerate(text):
        depth += (sign == "（") - (sign == "）")
        if depth <= 0 and sign in signs:
            yield text[start:i]
            start = i + 1
    yield text[start:]


def _names(pieces: list[str]) -> Iterator[str]:
    """The bodies of pieces that stand between 、: a piece may lack its kind, or its head."""
    found: list[str] = []
    bare: list[str] = []  # 各省, 自治区
    places: list[str] = []  # 临澜市, 岚江市, whose kind is still to come
    for piece in filter(None, pieces):
        if found and not bare and not places and _LOOSE.fullmatch(piece):
            found[-1] += f"、{piece}"
        elif _BARE.fullmatch(piece):
            bare.append(piece)
        elif not _COMPLETE.search(piece):
            (places if _PLACED.search(piece) else bare).append(piece)
        else:
            whole = "、".join([*bare, piece])
            shared = _SHARED.fullmatch(piece) if places else None
            tail = shared["tail"] if shared else ""
            found += [one + tail if tail and not bare else one for one in places]
            found.append(_headed(found[-1], whole) if found and not bare and not places else whole)
            bare, places = [], []
    yield from found
    yield from places
    if bare:
        yield "、".join(bare)


def _headed(before: str, name: str) -> str:
    """The head of the body before, where this one has none: 各市发展改革委、林业局; 云岫园区党工委、管委会."""
    seat = _SEAT.fullmatch(before) if name in ("管委会", "管理委员会", "办事处", "人民政府", "政府") else None
    if seat:
        return seat["place"] + name
    head = _HEADED.match(before)
    own = _OWN.match(name)
    if not head or (own and not head[0].endswith(own[0])) or not re.search(rf"(?:局|委|厅|办|中心|支部|委会|院|公司){_BRACKETS}$", name):
        return name
    return head[0] + name
