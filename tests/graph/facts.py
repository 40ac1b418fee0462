"""Facts of invented notices, and small graphs of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from kg.build import Summary, open_build
from kg.model import Agency, Evidence, Fact, Source, Value

PLACE = "岚江省临澜市望溪区"
NUMBER = "望政发〔2019〕1号"


@dataclass(frozen=True, slots=True)
class Text:
    """What a source gave."""

    source: Source
    raw: str | None
    facts: Sequence[Fact]


def agency(mention: str, group: bool = False) -> Agency:
    """区教育局 of 望溪区; any other words stand for themselves."""
    return Agency(PLACE + mention[1:] if mention.startswith("区") else mention, mention, group)


def said(type: str, quote: str, document: str = NUMBER, **args: Value) -> Fact:
    """A fact that is yet to be placed in a text."""
    return Fact(type, document, args, Evidence("", 0, 1, quote), f"{type}.test", 0.9)


def text(name: str, *facts: Fact) -> Text:
    """A source in which the quotes of the facts stand one after the other, a line each."""
    raw, placed = "", []
    for fact in facts:
        quote = fact.evidence.text
        place = Evidence(name, len(raw), len(raw) + len(quote), quote)
        placed.append(Fact(fact.type, fact.document, fact.args, place, fact.rule, fact.confidence))
        raw += quote + "\n"
    return Text(Source(name, sha256(raw.encode("utf-8", "surrogatepass")).hexdigest()), raw, placed)


def appoints(person: str, office: str = "区教育局", post: str = "局长", document: str = NUMBER) -> Fact:
    quote = f"任命{person}为{office}{post}"
    args: dict[str, Value] = {"person": person, "action": "appoint", "agency": agency(office), "post": post}
    return said("appointment", quote, document, date="2019-03-05", note=None, **args)


def head(
    title: str = "望溪区人民政府关于王涛任职的通知", document: str = NUMBER, carried_by: str | None = None
) -> Fact:
    args: dict[str, Value] = {
        "number": None if carried_by else document,
        "title": title,
        "carried_by": carried_by,
    }
    issuers = () if carried_by else (Agency(PLACE + "人民政府", "望溪区人民政府"),)
    return said(
        "document", title, document, kind="通知", issuers=issuers, date="2019-03-05", addressees=(), **args
    )


def make(folder: Path, texts: Iterable[Text], withdraw: Iterable[str] = ()) -> Summary:
    with open_build(folder) as build:
        for name in withdraw:
            build.withdraw(name)
        for one in texts:
            build.add(one)
        return build.commit()


def some() -> list[Text]:
    """Three sources that have a document, an agency and a post in common."""
    cites: dict[str, Value] = {
        "relation": "basis",
        "title": "望溪区人民政府关于王涛任职的通知",
        "number": NUMBER,
    }
    second = "望政发〔2020〕2号"
    return [
        text("a.txt", head(), appoints("王涛")),
        text(
            "b.txt",
            said("citation", "根据望政发〔2019〕1号", second, **cites),
            appoints("李敏", document=second),
        ),
        text("c.txt", appoints("王涛", "区审计局", document="望审〔2021〕3号")),
    ]


def contents(folder: Path) -> dict[str, bytes]:
    """All of a graph directory that is to be the same for the same sources: not the stores, which log their making."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "rdf" not in path.parts and path.suffix != ".grafeo" and path.name != ".lock"
    }
