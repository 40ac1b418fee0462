"""The verbs that give and take posts, and where each stands."""

from __future__ import annotations

import re

from extract.lexicon import either, table

_TABLE = table("appointing")


def _verbs(key: str) -> str:
    return either(_TABLE["verbs"][key])


# before the person: 任命王涛, 免去李敏; not in 任命书, 聘任制, 任免
APPOINT = re.compile(
    rf"(?<!不再)(?<!终止)(?<!停止)(?:{_verbs('appoint')}|(?<![\u4e00-\u9fff])任(?!命|免|务|何|期|职)|(?<![\u4e00-\u9fff])调(?=[\u4e00-\u9fff]{{2,4}}?(?:同志)?到[^，。；]{{2,24}}任))(?!书|制|名单|权|程序|期|方案|办法|委员会|条件)"
)
DISMISS = re.compile(
    rf"(?<![任避减豁])(?:{_verbs('dismiss')})(?!税费|费用|职(?!务)|责任|予以|予处)(?<!免(?=[税费疫责予检签征于]))"
)
# behind the person: 王涛同志任
# 现任, 拟任, 历任 tell of other times
TAKES = re.compile(rf"(?<![现时曾历原拟前])(?<!主(?=任))(?:{_verbs('takes')})(?!务|期|何|意|免)")
LOSES = re.compile(rf"(?:{_verbs('loses')})(?!税|费用|疫|责|予)")
# the words behind a verb that speak of a post: 任命王涛为区教育局局长, 免去李敏的副镇长职务
_POST = r"[^，。；：（）]{0,40}?(?:[长记席]|[董监理干]事|主任|(?:经|总|助)理|总监|程师|计师|顾问|[委成]员|职务|职(?=[，。；）]|$)|候选人|人选)"
_LOST = r"[^，。；：（）]{0,40}?(?:职务|职(?=[，。；）]|$))"
# the same verbs as cues: only where somebody and a post can stand behind them
GIVES_CUE = re.compile(rf"(?<!招){APPOINT.pattern}(?=[^，。；：（）]{{2,24}}?(?:同志|为|任|担任|兼任|出任)(?!务|何|期){_POST})")
TAKES_AWAY_CUE = re.compile(rf"(?:免去|解聘|罢免)(?={_POST})|{DISMISS.pattern}(?={_LOST})")
LEAVES_CUE = re.compile(rf"(?:不再[担兼代挂]?任|辞去|卸任)(?={_POST})|(?<![避减豁暂]){LOSES.pattern}(?!于)(?={_LOST})")
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
