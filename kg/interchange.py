"""Facts as JSON: the interchange form of the fact catalogue, one object a line.

>>> to_json(from_json(json.loads(LINE)))["args"]
{'name': {'name': '临澜市望溪区人民政府', 'mention': '区政府'}, 'alias': None}
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from kg.errors import InputError
from kg.model import Agency, Evidence, Fact, Value


def to_json(fact: Fact) -> dict[str, Any]:
    """A fact as plain JSON values; a group says so, other agencies only `name` and `mention`."""
    place = fact.evidence
    return {
        "type": fact.type,
        "document": fact.document,
        "args": {name: _plain(value) for name, value in fact.args.items()},
        "evidence": {"source": place.source, "start": place.start, "end": place.end, "text": place.text},
        "rule": fact.rule,
        "confidence": fact.confidence,
    }


def to_line(fact: Fact) -> str:
    return json.dumps(to_json(fact), ensure_ascii=False)


def shown(value: Value) -> str:
    """An argument for reading: an agency is its mention, a list its parts."""
    if isinstance(value, Agency):
        return value.mention
    if isinstance(value, tuple):
        return "、".join(one.mention if isinstance(one, Agency) else str(one.get("title")) for one in value)
    return str(value)


def from_json(row: Mapping[str, Any]) -> Fact:
    """The fact of a JSON object; ValueError (pydantic's) says what is wrong with it."""
    checked = _Row.model_validate(row)
    place = checked.evidence
    args = {name: _value(value) for name, value in checked.args.items()}
    evidence = Evidence(place.source, place.start, place.end, place.text)
    return Fact(checked.type, checked.document, args, evidence, checked.rule, checked.confidence)


def read_lines(name: str, lines: Iterable[str]) -> Iterator[Fact]:
    """The facts of JSON lines; InputError names the line that is not one."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield from_json(json.loads(line))
        except ValidationError as error:
            first = error.errors()[0]
            place = ".".join(map(str, first["loc"])) or "the whole"
            raise InputError(name, f"line {number}: {place}: {first['msg']}") from error
        except (ValueError, RecursionError) as error:
            raise InputError(name, f"line {number}: not JSON: {error}") from error


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class _Agency(_Strict):
    name: str
    mention: str
    group: bool = False


class _Evidence(_Strict):
    source: str
    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=1, lt=1 << 53)]
    text: Annotated[str, Field(min_length=1)]

    @model_validator(mode="after")
    def _measures(self) -> _Evidence:
        if self.end - self.start != len(self.text):
            raise ValueError("text is not as long as start and end say")
        return self


LINE = """{"type": "alias", "document": "望政发〔2019〕1号",
 "args": {"name": {"name": "临澜市望溪区人民政府", "mention": "区政府"}, "alias": null},
 "evidence": {"source": "a.txt", "start": 0, "end": 2, "text": "以下"}, "rule": "alias.short", "confidence": 0.9}"""

type _Content = dict[str, str | int | None]
# from left to right: the entries of a table of contents have no mention
type _Many = Annotated[list[_Agency] | list[_Content], Field(union_mode="left_to_right")]


class _Row(_Strict):
    type: Annotated[str, Field(min_length=1)]
    document: str
    args: dict[str, str | int | float | bool | _Agency | _Many | None]
    evidence: _Evidence
    rule: str
    confidence: Annotated[float, Field(ge=0, le=1)]


def _plain(value: Value) -> Any:
    if isinstance(value, Agency):
        return {"name": value.name, "mention": value.mention} | ({"group": True} if value.group else {})
    if isinstance(value, tuple):
        return [_plain(one) if isinstance(one, Agency) else dict(one) for one in value]
    return value


def _value(value: Any) -> Value:
    if isinstance(value, _Agency):
        return Agency(value.name, value.mention, value.group)
    if isinstance(value, list):
        return tuple(_value(one) if isinstance(one, _Agency) else one for one in value)  # type: ignore[return-value]
    return value  # type: ignore[no-any-return]
