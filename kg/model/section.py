"""The document tree of a notice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.model.span import Span


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a notice; its children, if any, lie one after the other and fill it.

    `kind` is one of
      notice     the root;
      head       what stands before the body: its leaves are `title`, `number`, `addressee`, `note`;
      body       from the addressees to the signature;
      carried    a text that the notice carries (方案, 办法 …); its first leaf is its `title`;
      annex      附件 with its contents;
      item       a numbered part: 第一章, 第一条, 一、, （一）, 1., （1）, ①; first leaf `label`, then perhaps `heading`;
      label heading title number addressee paragraph signature date note contents   leaves of text;
      table      its children are `row`, whose children are `cell` (leaves; an empty cell is a cell of length 0).
    `level` is the depth of an item's numbering (编 0, 章 1, 节 2, 条/一、 3, （一） 4, 1. 5, （1） 6, ① 7), else 0;
    `label` the printed number of an item (`一`, `第三条`), else "".
    """

    kind: str
    span: Span
    children: tuple[Section, ...] = ()
    level: int = 0
    label: str = ""

    def walk(self) -> Iterator[Section]:
        """This part and all below it, in the order of the text."""
        stack = [self]
        while stack:
            part = stack.pop()
            yield part
            stack += reversed(part.children)

    def leaves(self) -> Iterator[Section]:
        return (part for part in self.walk() if not part.children)
