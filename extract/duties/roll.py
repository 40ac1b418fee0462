"""Words that tell who is in a group, where a task was looked for: `抢险组`, `宣传组：区委宣传部牵头，区融媒体中心配合`."""

from __future__ import annotations

import re
from collections.abc import Collection

from extract.mentions.numeral import NUMBER

_WORD = "(?:(?!组[成建织]|成立|设立|建立)[\u4e00-\u9fff“”])"
_GROUP = rf"(?:{NUMBER})?{_WORD}{{2,16}}(?:组|专班|小分队)"
# a name and no more, or who leads it and who takes part
_NO_MORE = re.compile(rf"{_GROUP}[，。：（）]*(?:[^，。；：）]{{2,40}}(?:负责|牵头|配合|参加|参与)(?:[，。；）]+|$))*")
# 组长：王涛；成员：…
_LABELS = re.compile(
    r"(?:^|[，；。：（）])(?:常务|第一|执行|总)?副?总?(?:组长|指挥长?|召集人|主任委员)："
    r"|(?:^|[，；。：（）])(?:牵头|成员)单位(?:：|[^，。；：]{2,20}，成员单位)"
)
# 联席会议由区财政局等单位组成，; 成员包括区财政局、区审计局
_MADE_OF = re.compile(
    r"[^，。；]{0,16}(?:成员|人员)(?:组成|构成)|(?:[\u4e00-\u9fff“”]{2,16}(?:组|专班))?成员(?:单位)?(?:主要)?(?:包括|包含|由|为|有)[^。；]{2,400}"
    r"|(?:[^，。；]{2,30})?由[^。；]{4,400}(?:组成|构成)[，。]?|(?:[^，。；]{2,30}(?:长|主任|负责人|召集人)，)?由[^，。；]{2,30}(?:担任|兼任)|[^，。；]{2,40}(?:负责人|负责同志|组长|专家|代表)组成[，。]?"
    # 安全组长王涛担任, 副院长李敏担任组长
    r"|[^，。；]{0,24}(?:长|主任|经理|书记|主席|校长)[^，。；]{2,4}(?:担任|兼任)(?:[^，。；]{0,8}(?:长|主任|召集人|总?指挥))?[，。]?"
)
_POSTED = re.compile(r"由?[^，。；：]{2,20}(?:担任|兼任|任)[^，。；：]{0,12}(?:长|主任|召集人)，(?=.{4})")
# 集团安委会研究决定成立事故调查组: what the notice itself does
_FOUNDS = re.compile(r"决定(?:成立|组建|设立|调整)[^，。；]{2,40}(?:组|专班|指挥部|会议|委员会)")
_NAME = re.compile(rf"(?:{NUMBER})?{_WORD}{{2,14}}(?:组|专班|小分队)[：，](?=.{{4}})")


def of_members(task: str) -> bool:
    """Whether the words of a task only tell who is in a group.

    >>> of_members("文旅融合专班"), of_members("督查组：区政府督查室负责，区审计局配合"), of_members("宣传组：发布新闻")
    (True, True, False)
    """
    return bool(_NO_MORE.fullmatch(task) or _MADE_OF.fullmatch(task) or _LABELS.search(task) or _FOUNDS.search(task))


def without_roll(task: str, groups: Collection[str] = ()) -> str:
    """A task without the name of the group that it stands under, and without who else holds which post.

    >>> without_roll("交通保障组，保障救灾人员和物资运输畅通"), without_roll("由王涛同志兼任办公室主任，负责日常工作")
    ('保障救灾人员和物资运输畅通', '负责日常工作')
    """
    told = _NAME.match(task) or _POSTED.match(task)
    if told:
        return task[told.end() :]
    name = next((one for one in groups if task.startswith(one) and len(task) > len(one) + 2), "")  # 技术组|查明原因, of 技术组由…牵头，负责查明原因
    return task[len(name) :]
