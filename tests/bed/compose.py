"""Composes notices from the sheets: an issuer, a head in one of its layouts, sentences of the room, signature, annex."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from tests.bed.made import FIELDS, Made, Wanted, stated
from tests.bed.names import Names, chinese
from tests.bed.scope import Scope

SHEETS = Path(__file__).parent / "sheets"
_FORMS = re.compile(r"^@(?P<group>[\w.]+) (?P<least>\d+)-(?P<most>\d+)(?: (?P<how>\w+))?$")
# how the items of a list are numbered; the first is none
_NUMBERED = ("{}.", "{}．", "（{c}）", "{c}、", "({})")

type Sheet = Mapping[str, Any]


@cache
def sheets() -> Mapping[str, Sheet]:
    """Every table of every sheet: kinds of notices under `notice`, groups of forms under the name of their file."""
    return {file.stem: tomllib.loads(file.read_text(encoding="utf-8")) for file in sorted(SHEETS.glob("*.toml"))}


@cache
def genres() -> Mapping[str, Sheet]:
    """The kinds of notices by name."""
    return {one["name"]: one for sheet in sheets().values() for one in sheet.get("notice", [])}


def made(genre: str, number: int) -> Made:
    """The notice of a genre with a number: always the same."""
    return _Composer(genre, Names(f"{genre} {number}")).notice()


class _Composer:
    """One notice in the making: its words, and the facts that were stated so far."""

    def __init__(self, genre: str, names: Names) -> None:
        self.sheet, self.names = genres()[genre], names
        self.scope = Scope(names, given={"year": str(names.year)})
        self.facts: list[Wanted] = []
        for name, template in sheets()["issuers"][names.dice.choice(self.sheet["by"])].items():
            self.scope[name] = self.scope.filled(template)
        for name, template in self.sheet.get("words", {}).items():
            self.scope[name] = self.scope.filled(template)

    def notice(self) -> Made:
        self.scope["number"] = number = self._number()
        body = self._lines(self.sheet["text"])
        annex = self._lines(self.sheet.get("annex", []))
        self._state(self.sheet, self.scope)
        title = self.scope.filled(self.sheet["title"])
        day = self.names.day()
        self.facts.insert(0, self._document(title, number, day.iso))
        whole = [(kind, self._dated(args, day.iso)) for kind, args in self.facts]
        raw = self._laid_out(title, number, body, self.names.pick(day, day, day.chinese), annex)
        return Made(raw, tuple(whole), frozenset(self.sheet.get("loose", [])))

    def _number(self) -> str:
        """The number as the sheet has it, or its code with the year and a number: 望政发〔2019〕3号."""
        if "code" not in self.sheet:
            return self.scope.filled(self.sheet.get("number", ""))
        return f"{self.scope.filled(self.sheet['code'])}〔{self.names.year}〕{self.names.dice.randint(1, 180)}号"

    def _document(self, title: str, number: str, iso: str) -> Wanted:
        kind = self.sheet.get("kind", "通知")
        issuers = [self.scope.filled(one) for one in self.sheet.get("issuers", self.sheet.get("signed", ["{S}"]))]
        args = {"title": title, "number": number or None, "kind": kind, "date": iso, "issuers": issuers}
        if "addressees" in self.sheet:
            args["addressees"] = [self.scope.filled(one) for one in self.sheet["addressees"]]
        return "document", {name: value for name, value in args.items() if value != ""}

    def _dated(self, args: Mapping[str, Any], iso: str) -> Mapping[str, Any]:
        return {name: iso if value == "DAY" else value for name, value in args.items()}

    def _laid_out(self, title: str, number: str, body: list[str], day: str, annex: list[str]) -> str:
        """Number above or below the title, the title in one line or two, what stands under a notice."""
        dice, scope = self.names.dice, self.scope
        signed = "　".join(scope.filled(one) for one in self.sheet.get("signed", ["{S}"]))
        to = scope.filled(self.sheet["to"]) if "to" in self.sheet else ""
        cut = title.find("关于")
        if cut > 0 and dice.random() < 0.3:
            title = f"{title[:cut]}\n{title[cut:]}"
        head = [f"{signed}文件", number, title] if number and dice.random() < 0.15 else dice.choice([[title, number], [title, number], [number, title]])
        indent = dice.choice(["　　", "　　", "    ", ""])
        text = "\n".join(indent + line if line and "\t" not in line else line for line in body)
        public = dice.choice(["", "", "", "（此件公开发布）"])
        copies = f"抄送：{scope['L']}委办公室，{scope['L']}人大常委会办公室。" if dice.random() < 0.2 else ""
        parts = [*head, to and f"{to}：", text, *self._signature(signed, day), public, "\n".join(annex), copies]
        return dice.choice(["\n\n", "\n", "\n\n"]).join(part for part in parts if part) + "\n"

    def _signature(self, signed: str, day: str) -> list[str]:
        if self.sheet.get("unsigned"):
            return [day]
        return [f"{' ' * 30}{signed}", f"{' ' * 32}{day}"] if self.names.dice.random() < 0.3 else [signed, day]

    def _lines(self, templates: list[str]) -> list[str]:
        lines = []
        for template in templates:
            filled = self.scope.filled(template) if "@" not in template else _choose(template, self.scope)
            asked = _FORMS.match(filled)
            lines += self._forms(asked) if asked else [filled]
        return [line for line in lines if line]

    def _forms(self, asked: re.Match[str]) -> list[str]:
        """So many forms of a group, each said in words of its own; their facts are noted."""
        file, _, name = asked["group"].partition(".")
        group = sheets()[file][name]
        count = self.names.dice.randint(int(asked["least"]), int(asked["most"]))
        forms = self.names.dice.sample(group["form"], k=count) if count <= len(group["form"]) else self.names.dice.choices(group["form"], k=count)
        numbering = self.names.dice.choice(_NUMBERED) if asked["how"] == "numbered" else ""
        said = []
        for n, form in enumerate(forms, 1):
            scope = Scope(self.names, self.scope, {"n1": str(n)})
            text = scope.filled(form["text"])
            said.append(numbering.format(n, c=chinese(n)) + text)
            self._state(form, scope)
        head = [self.scope.filled(group["head"])] if "head" in group else []
        return head + (self._listed(said) if asked["how"] == "listed" else "\n".join(said).split("\n"))

    def _listed(self, said: list[str]) -> list[str]:
        """A list of clauses: a line each with ； or 。 behind it, or all in one line."""
        how = self.names.dice.choice(["；\n", "。\n", "；", "；\n", "，\n"])
        return (how.join(said) + "。").split("\n")

    def _state(self, form: Sheet, scope: Scope) -> None:
        for kind in FIELDS:
            for said in form.get(kind, []):
                fact = stated(kind, said.format_map(scope))
                if kind == "membership":
                    fact = kind, {"body": scope["body"], "member_type": "person", **fact[1]}
                self._keep(fact)
                if kind in ("appointment", "office") and "first" not in self.scope:
                    self.scope["first"] = fact[1]["person"]


    def _keep(self, fact: Wanted) -> None:
        """A body is one fact, however many sentences say something of it."""
        kind, args = fact
        for n, (other, known) in enumerate(self.facts):
            if kind == other == "body" and args["body"] == known["body"]:
                self.facts[n] = kind, {**known, **args}
                return
        self.facts.append(fact)


def _choose(template: str, scope: Scope) -> str:
    """A line that asks for forms: only its choices are made."""
    while "<" in template:
        template = re.sub(r"<([^<>]*)>", lambda hit: scope.names.dice.choice(hit[1].split("|")), template, count=1)
    return template
