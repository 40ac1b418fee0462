"""What notices say of the way a post is held: 试用期一年, 挂职, 正处级, 退休."""

from __future__ import annotations

import re

_SKIPPED = re.compile(
    r"[男女]|.{1,6}族|汉|新任|\d{4}.*|[\d一二三四五六七八九十]+岁?|以姓氏笔画.*|按姓.*|排名.*"
)
_LASTS = r"(?:[均各]?为|：)?(?:[一二三四五六七八九十半]+|\d{1,2})(?:个)?[年月]"
_NOTE = re.compile(
    rf"(?P<trial>(?:任职)?试用期?(?:已?满|{_LASTS}))|(?P<year>[一二半]年(?:的)?试用期?)|(?P<term>(?:聘期|任期){_LASTS})"
    r"|(?:到龄)?(?:办理)?(?P<retire>(?:提前|离岗)?退休|离休)|(?P<other>另有任用|另候任用|另行安排(?:工作)?|另行分配(?:工作)?)|(?P<hang>挂职(?:[一二三四五六七八九十半\d]+(?:个)?[年月])?)|(?P<rank>(?:保留|享受|按)?(?:[正副]?(?:部|省|厅|局|处|县|科|股|地|司|师|团)+级)(?:待遇)?)"
    r"|(?P<keep>不占(?:单位)?(?:领导)?职数)|(?P<part>兼职?$|^兼$|专职)"
)


# 任职|试用期, 试用期|均为|一年
_ASIDE = re.compile(r"^(?:任职|到龄|办理)+|(?<=期)(?:[均各]?为|：|已)(?=.)")


_REASONS = ("退休", "离休", "变动", "调动", "任用")


def kept(words: str) -> str:
    """What of a bracket or clause is a note: 兼职，回族 → 兼职; 女 → "".

    >>> kept("任职试用期满，任职时间由试用期时间算起"), kept("女，回族"), kept("副处长级")
    ('试用期满', '', '副处长级')
    """
    found: list[str] = []
    for part in re.split(r"[，、；。]", words):
        if not part or _SKIPPED.fullmatch(part):
            continue
        hit = _NOTE.search(part)
        if hit:
            found.append("试用期" + hit[0][:2] if hit["year"] else _ASIDE.sub("", hit[0]))
        elif re.fullmatch(
            r"[正副]?.{1,3}级(?:待遇)?|[正副]职待遇|[正副](?:军|师|旅|团|营|连|排|部|厅|局|处|科)职|[正副].{1,2}长级|兼|挂|代|代理|委派|推荐|聘任|套改|套转|保留.{2,8}|.{2,4}兼|(?:均?系)?(?:职务|工作)(?:变动|调动|调整)",
            part,
        ):
            part = part[part.find("系") + 1 :]
            found.append({"挂": "挂职", "代": "代理"}.get(part, part))
    return "，".join(dict.fromkeys(found))


def joined(one: str, more: str) -> str:
    """Two notes as one, each thing said once.

    >>> joined("挂职", "试用期一年，挂职")
    '挂职，试用期一年'
    """
    both = [part for part in (*one.split("，"), *more.split("，")) if part]
    told = any(part.endswith(_REASONS) for part in both)  # 辞职 is told of one who gives no reason
    return "，".join(dict.fromkeys(part for part in both if not (told and part == "辞职")))
