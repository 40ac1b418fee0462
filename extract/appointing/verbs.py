"""The verbs that give and take posts, and where each stands."""

from __future__ import annotations

import re

from extract.lexicon import table

_TABLE = table("appointing")


def any_of(words: list[str]) -> str:
    """The words as one alternation, longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def _verbs(key: str) -> str:
    return any_of(_TABLE["verbs"][key])


# before the person: 任命王涛, 免去李敏; not in 任命书, 聘任制, 任免
APPOINT = re.compile(
    rf"(?:{_verbs('appoint')}|(?<![\u4e00-\u9fff])任(?!命|免|务|何|期|职))(?!书|制|名单|权|程序|期|方案|办法|委员会|条件)"
)
DISMISS = re.compile(rf"(?<![任避减豁])(?:{_verbs('dismiss')})(?!税|费|疫|职(?!务)|责|予|检|签|征|于)")
# behind the person: 王涛同志任
# 现任, 拟任, 历任 tell of other times
TAKES = re.compile(rf"(?<![现时曾历原拟前])(?:{_verbs('takes')})(?!务|期|何|意|免)")
LOSES = re.compile(rf"(?:{_verbs('loses')})(?!税|费|疫|责|予)")
# between person and post: 任命王涛 + 为
AS = re.compile(rf"(?:同志)?(?:{_verbs('takes')}|以)")


def note_of(verb: str) -> str:
    """What a verb says of the way the post is held: 挂职任 → 挂职, 兼任 → 兼, 任 → "".

    >>> note_of("挂职担任"), note_of("不再兼任")
    ('挂职', '')
    """
    if "不再" in verb:
        return ""
    return next((note for word, note in _TABLE["notes"].items() if word in verb), "")
