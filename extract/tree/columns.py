"""What the columns of tables of tasks, of powers and of people are called."""

from __future__ import annotations

import re
from functools import cache

from extract.lexicon import table, terms
from extract.titles import role_of

_LIKE = re.compile(
    r"[\u4e00-\u9fff]{0,6}(?:内容|项目|任务|措施|举措|目标|指标|要求|标准|事项|名称|工程|情况|类别|分类|领域|目标值|数量)"
    r"|负责人|联系人|(?:分管|牵头|包联|挂点|联系|责任|主管)[省市区县州旗镇乡]?级?领导"
)


def is_title(words: str) -> bool:
    """Whether a column may be called so in tables of tasks, of powers, of people."""
    return role_of(words) is not None or words in _titles()


def is_known_title(words: str) -> bool:
    """Whether a column is called so in a table with a column of doers."""
    return is_title(words) or _LIKE.fullmatch(words) is not None


@cache
def _titles() -> frozenset[str]:
    """The titles of columns that name no doers."""
    duties = {title for kind in ("deadline", "task") for title in table("duties")["labels"][kind]}
    powers = {word for words in table("catalogue")["titles"].values() for word in words.split()}
    return frozenset(duties | powers | terms("columns", "titles"))
