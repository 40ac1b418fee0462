"""Where the post of a member may end: after a word that posts end with, or with the line."""

from __future__ import annotations

import re

from extract.mentions.person import is_name
from extract.rosters.naming import KIND
from extract.rosters.stretch import HEAD, POST_END, SEPARATOR, Stretch
from kg.model import Gap

_LONGEST = 64
_GOES_ON = re.compile(
    r"[、，兼长]|程师|(?<=员)[工会额外]|助理|科员|(?<=主任)(?:中医|检验|[医护药技])?[医护药技]?师|法官|检察官|编辑|记者|督学|级|办公室|办|（|一职|职务|候选人|代表|单位|会议|办法|责任制|以上|岗|室|会(?!长)|联席|名单|"
    r"江(?=水利|流域|航|口|委|海事)|[春沙治](?=市)"
)
_ASIDE = re.compile(r"（[^（）]{1,8}）$")
_STOP = re.compile(r"[。；：！？《》]|\d{3}")
_NOT_POST = re.compile(
    r"根据|按照|为了|主要职责|具体|领导小组|各(?:地|部门|单位|县|区|镇|乡)|现将|设在|办公室设|(?<!负责)(?<!领导)同志|[兼担]任|负责(?!人|同志)|"
    r"下设|工作职责|附件|"
    r"联系电话|电话|请|组成人员|名单|如下"
)
# 领导小组成员因工作变动…: the text goes on
_OF_BODY = re.compile(r"(?:领导小组|指挥部|联席会议|委员会|专班|各)?(?:组成人员|成员(?:单位)?)(?:如?因|如有|若有|由于|应|要|的)|联席会议|领导小组")


def post_ends(here: Stretch, start: int) -> list[tuple[int, float]]:
    """Where a post that begins here may end, each with its weight."""
    words, gaps = here.words, here.gaps
    limit = min(here.span.end, start + _LONGEST)
    stop = _STOP.search(words, start, limit)
    limit = stop.start() if stop else limit
    odd = _NOT_POST.search(words, start + 1, limit)
    limit = odd.start() if odd else limit
    if limit - start < 2 or words[start] in SEPARATOR + "（）" or words[start + 1] in SEPARATOR or _OF_BODY.match(words, start):
        return []
    found: dict[int, float] = {}
    cost = 0.0
    apart = gaps[start] >= Gap.SPACE
    for at in range(start + 1, limit + 1):
        if at == here.span.end or (at < here.span.end and gaps[at] >= Gap.LINE):
            body = gaps[start] >= Gap.LINE and any(kind.end() == at for kind in KIND.finditer(words, start, at))  # a heading
            if at - start >= 2 and not body and not _only_names(here, start, at):
                found[at] = (0.8 if apart else -1.0) - cost - 1.5 * _goes_on(here, start, at)
            if at < limit:
                cost += 4.0 if gaps[at] == Gap.BLANK else 1.5
        elif apart and here.spaced and not here.lined and _name_set_off(here, at):
            found[at] = 0.8
    whole = 0  # posts that end inside, with nothing that tells of another to come
    for post in POST_END.finditer(words, start, limit):
        at = post.end()
        if apart and _in_name(here, at):
            continue
        if at < here.span.end and _GOES_ON.match(words, at) and gaps[at] < Gap.LINE and not _member_behind(here, at):
            continue
        lines = sum(gap >= Gap.LINE for gap in gaps[start + 1 : at])
        blanks = sum(gap == Gap.BLANK for gap in gaps[start + 1 : at])
        wide = sum(Gap.SPACE <= gap <= Gap.CELL for gap in gaps[start + 1 : at]) if here.spaced else 0
        found[at] = max(found.get(at, -9.0), 2.0 - 1.5 * lines - 2.5 * blanks - 0.8 * wide - 0.8 * min(whole, 2))
        whole += at - start >= 3
    return list(found.items())


def _goes_on(here: Stretch, start: int, at: int) -> bool:
    """A line that ends in an agency, and the next begins with no name: the post goes on there."""
    words, limit = here.words, here.span.end
    if at >= limit or words[at - 1] not in "局委办部厅院会处室府":
        return False
    if HEAD.match(words, at):
        return True
    stop = next((i for i in range(at + 1, min(limit, at + 8)) if here.gaps[i] > 0), 0)
    return not any(is_name(words[at : at + n]) for n in (2, 3, 4)) and not is_name(words[at:stop])


def _name_set_off(here: Stretch, at: int) -> bool:
    """Behind an agency, with no line break, the next name that a wide space sets off from its agency: 区教育局李敏  区财政局; or the end."""
    words, gaps = here.words, here.gaps
    if words[at - 1] not in "局委办部厅院处府队所站镇乡道":
        return False
    if words.startswith("。", at):
        return True
    sizes = (n for n in (2, 3) if at + n < here.span.end and is_name(words[at : at + n]) and gaps[at + n] >= Gap.WIDE)
    return any(n == 2 or not any(gaps[at + 1 : at + n]) for n in sizes)


def _in_name(here: Stretch, at: int) -> bool:
    """Inside a cell that is a name: 赵德明 吴长|贵."""
    start = next((i for i in range(at - 1, max(here.span.start, at - 4), -1) if here.gaps[i] > 0), 0)
    end = next((i for i in range(at, min(here.span.end, at + 3)) if here.gaps[i] > 0), here.span.end)
    return start > 0 and at < end <= start + 3 and is_name(here.words[start:end])


def _member_behind(here: Stretch, at: int) -> bool:
    """Behind a sign a name that a gap sets off from its post: 省教育厅厅长、王涛 岚江大学校长."""
    words, gaps, end = here.words, here.gaps, here.span.end
    sizes = (n for n in (2, 3) if at + 1 + n < end and is_name(words[at + 1 : at + 1 + n]))
    return here.spaced and words[at] in SEPARATOR and any(gaps[at + 1 + n] >= Gap.SPACE and not any(gaps[at + 2 : at + 1 + n]) for n in sizes)


def _only_names(here: Stretch, start: int, end: int) -> bool:
    """The rest of a line that is further names, 张某 李某, and no post."""
    stop = next((at for at in range(start + 1, end) if here.gaps[at] > 0), end)
    if stop - start == 1 and stop < end:  # 吴 磊
        stop = next((at for at in range(stop + 1, end) if here.gaps[at] > 0), end)
    return is_name(_ASIDE.sub("", here.words[start:stop]))
