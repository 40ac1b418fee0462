"""A second reader: a small spaCy tagger that looks where a cue stands and the rules gave nothing; an experiment, not in the package.

    .venv/bin/python -m bench.second                                # trains on made notices and rows, measures on the gold
    .venv/bin/python -m bench.second --set ../x/texts=../x/gold     # and on another annotated set

What it gave is in `docs/decisions/second-reader.md`.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.training import Example
from spacy.util import filter_spans, fix_random_seed, minibatch

from bench.gold import SETS, SHARED, Json, read, report
from extract.appointing.holder import holder
from extract.appointing.verbs import DISMISS, GIVES_CUE
from extract.cues import FACT, cues_of
from extract.lexicon import lines
from extract.mentions.agency import agencies_in, agency, is_agency
from extract.mentions.person import is_name
from extract.mentions.post import holdings
from extract.notices import issue
from extract.pipeline import evidence_of, extract_text, relations
from extract.read.words import to_text
from extract.rosters.agencies import placed
from extract.rosters.roles import ROLE
from extract.sentences import clauses, sentences
from kg.interchange import to_json
from kg.model import Fact, Finding, Notice, Source, Span, Value
from kg.schema import load_schema
from tests.bed.measure import GENRES, text_of
from tests.relations.test_rows import NOTICE, TABLES

KINDS = ("appointment", "office", "membership", "assignment")
LAYOUTS = ("none", "lines", "confused", "cells")
NOTICES, EPOCHS, SURE = 40, 6, 0.9
# what may stand between two spans that belong together: 王涛同志（区长）, 区长 王涛
_BETWEEN = re.compile(r"同志|[（：，]|")
_ROLES = (("lead", re.compile(r"牵头")), ("support", re.compile(r"配合|协助|参与")), ("responsible", re.compile(r"负责|承担|要|应当?|组织|落实")))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--set", action="append", default=[], metavar="TEXTS=GOLD", help="another annotated set")
    parser.add_argument("--show", action="store_true", help="list what the second reader proposes")
    options = parser.parse_args()
    began = time.perf_counter()
    nlp = trained()
    print(f"trained in {time.perf_counter() - began:.0f} s")
    sets = [(name, SHARED / texts, SHARED / gold) for name, (texts, gold) in SETS.items()]
    sets += [(one, *map(Path, one.split("="))) for one in options.set]
    print(f"{'':12}{'':16}{'P':>8}{'R':>8}{'F1':>8}{'P with':>10}{'R with':>8}{'F1 with':>9}{'proposed':>10}{'right':>7}")
    for name, texts, gold in sets:
        measured(nlp, name, texts, gold, options.show)
    return 0


def trained() -> Language:
    """The tagger, the same each time: one token a character, labels PERSON, POST, AGENCY."""
    fix_random_seed(7)
    nlp = spacy.blank("zh")
    tok2vec = {"@architectures": "spacy.HashEmbedCNN.v2", "width": 48, "depth": 3, "embed_size": 2000, "window_size": 2, "maxout_pieces": 2,
               "subword_features": False, "pretrained_vectors": None}  # fmt: skip
    model = {"@architectures": "spacy.TransitionBasedParser.v2", "state_type": "ner", "extra_state_tokens": False, "hidden_width": 48,
             "maxout_pieces": 2, "use_upper": True, "tok2vec": tok2vec}  # fmt: skip
    nlp.add_pipe("ner", config={"model": model})
    dice = random.Random(7)
    sample = list(examples(nlp, dice))
    nlp.initialize(lambda: sample[:400])
    print(f"{len(sample)} sentences")
    for _ in range(EPOCHS):
        dice.shuffle(sample)
        for batch in minibatch(sample, 32):
            nlp.update(batch, drop=0.2)
    return nlp


def examples(nlp: Language, dice: random.Random) -> Iterator[Example]:
    """Sentences of made notices and of our rows, marked by what the rules are sure of, with the people renamed."""
    raws = [text_of(genre, 500 + n, LAYOUTS[n % len(LAYOUTS)]) for genre in GENRES for n in range(NOTICES)]
    rows = [row for kind in KINDS for row in TABLES[kind]]
    raws += [row["text"] if row.get("whole") else NOTICE.format(row["text"]) for row in rows]
    for raw in raws:
        text = to_text(Source("made", ""), raw)
        for notice in issue(text).notices:
            said = [one for relation in relations() if relation.kind in KINDS for one in relation.find(notice)]
            marks = set(_marks(notice, [one for one in said if isinstance(one, Finding) and one.confidence >= SURE]))
            for sentence in sentences(notice):
                inside = [(a, b, label) for a, b, label in marks if sentence.start <= a and b <= sentence.end]
                if inside or dice.random() < 0.1:
                    yield _example(nlp, notice.words, sentence, inside, dice)


def _marks(notice: Notice, found: list[Finding]) -> Iterator[tuple[int, int, str]]:
    for one in found:
        start, end = max(0, one.span.start - 60), min(len(notice.words), one.span.end + 60)
        for name, value in one.args.items():
            label = {"person": "PERSON", "post": "POST", "agency": "AGENCY", "assignee": "AGENCY", "role": "POST"}.get(name)
            if name == "member" and one.args["member_type"] in ("person", "agency"):
                label = "PERSON" if one.args["member_type"] == "person" else "AGENCY"
            words = getattr(value, "mention", value)
            if label and isinstance(words, str) and len(words) > 1 and not words.isascii():
                yield from ((hit.start() + start, hit.end() + start, label) for hit in re.finditer(re.escape(words), notice.words[start:end]))


def _example(nlp: Language, words: str, sentence: Span, marks: list[tuple[int, int, str]], dice: random.Random) -> Example:
    """The sentence with each name of a person replaced by another, so that no name is learnt by heart."""
    doc = nlp.make_doc(words[sentence.slice])
    spans = [doc.char_span(a - sentence.start, b - sentence.start, label) for a, b, label in marks]
    told, ents, at = "", [], 0
    for span in sorted(filter_spans([span for span in spans if span]), key=lambda one: one.start_char):
        told += doc.text[at : span.start_char]
        new = _renamed(dice) if span.label_ == "PERSON" and dice.random() < 0.8 else span.text
        ents.append((len(told), len(told) + len(new), span.label_))
        told, at = told + new, span.end_char
    return Example.from_dict(nlp.make_doc(told + doc.text[at:]), {"entities": ents})


def _renamed(dice: random.Random) -> str:
    surnames = [one for one in lines("surnames.txt") if len(one) < 3]
    return dice.choice(surnames[:400]) + "".join(dice.choice("".join(surnames)) for _ in range(dice.randint(1, 2)))


def second(nlp: Language, notice: Notice) -> Iterator[tuple[str, Finding]]:
    """What the tagger makes of sentences with a cue and no fact, each with its type; nothing that is said already."""
    asked = [relation for relation in relations() if relation.kind in KINDS]
    said = {relation.kind: list(relation.find(notice)) for relation in asked}
    found = [one for some in said.values() for one in some if isinstance(one, Finding)]
    known = {_key(one.args) for one in found}
    for relation in asked:
        open_cues = [cue for cue in cues_of(notice, "", relation.kind, relation.cues, said[relation.kind]) if cue.outcome != FACT]
        places = {cue.sentence.start for cue in open_cues}
        for sentence in sentences(notice):
            if notice.evidence(sentence).start not in places or any(sentence.start < one.span.end and one.span.start < sentence.end for one in found):
                continue
            ents = [(ent.label_, Span(sentence.start + ent.start_char, sentence.start + ent.end_char)) for ent in nlp(notice.words[sentence.slice]).ents]
            for one in _PROPOSE[relation.kind](notice, sentence, ents):
                if _key(one.args) not in known:
                    known.add(_key(one.args))
                    yield relation.kind, one


def _key(args: Mapping[str, Value]) -> tuple[str, ...]:
    """Who does what: a person with a post is said once, appointed or named."""
    return tuple(str(args[name]) for name in ("person", "member", "post", "role", "task") if args.get(name))


type _Ents = list[tuple[str, Span]]


def _people(notice: Notice, sentence: Span, ents: _Ents) -> Iterator[tuple[str, list[Any], Span]]:
    """Each person with the posts that stand beside the name: 区教育局局长王涛, 王涛同志（区长）."""
    words = notice.words
    for i, (label, span) in enumerate(ents):
        name = words[span.slice]
        if label != "PERSON" or not is_name(name):
            continue
        before, behind = span.start, span.end
        for other, near in reversed(ents[:i]):
            if other == "PERSON" or near.end != before:
                break
            before = near.start
        for other, near in ents[i + 1 :]:
            if other == "PERSON" or not _BETWEEN.fullmatch(words[behind : near.start]):
                break
            behind = near.end
        for said in (Span(before, span.start), Span(span.end, behind)):
            held = holdings(re.sub(r"^(?:同志)?[（：，]?", "", words[said.slice]))
            if held:
                yield name, held, Span(min(span.start, said.start), max(span.end, said.end))


def _appointments(notice: Notice, sentence: Span, ents: _Ents) -> Iterator[Finding]:
    told = notice.words[sentence.slice]
    action = "dismiss" if DISMISS.search(told) else "appoint" if GIVES_CUE.search(told) else ""
    for name, held, span in _people(notice, sentence, ents) if action else ():
        for one in held:
            args: dict[str, Value] = {"person": name, "action": action, "agency": holder(notice, one), "post": one.post, "date": notice.head.date, "note": None}
            yield Finding(args, span, "appointment.second", 0.5)


def _offices(notice: Notice, sentence: Span, ents: _Ents) -> Iterator[Finding]:
    for name, held, span in _people(notice, sentence, ents):
        for one in held:
            if holder(notice, one) and not re.fullmatch(ROLE, one.post):
                yield Finding({"person": name, "agency": holder(notice, one), "post": one.post}, span, "office.second", 0.5)


def _members(notice: Notice, sentence: Span, ents: _Ents) -> Iterator[Finding]:
    """People under a role, where the title names the one body that the notice is about."""
    body = re.search(r"(?:成立|调整|设立)([^，。]{4,40}?(?:领导小组|指挥部|专班|委员会|联席会议))", notice.head.title)
    role = next((notice.words[span.slice] for label, span in ents if label == "POST" and re.fullmatch(ROLE, notice.words[span.slice])), "")
    for label, span in ents if body and role else ():
        name = notice.words[span.slice]
        if label == "PERSON" and is_name(name) and body:
            yield Finding({"body": placed(body[1], notice.head), "member": name, "member_type": "person", "role": role}, span, "membership.second", 0.5)


def _duties(notice: Notice, sentence: Span, ents: _Ents) -> Iterator[Finding]:
    """An agency with what its clause gives it to do."""
    words = notice.words
    for clause in clauses(notice, sentence):
        named = [span for label, span in ents if label == "AGENCY" and clause.start <= span.start and span.end <= clause.end]
        for span in named:
            role = next((role for role, verb in _ROLES if verb.match(words, span.end)), "")
            task = words[span.end : clause.end].strip("，；。：")
            mentions = agencies_in(words, span)
            if role and len(task) > 4 and mentions and is_agency(words[span.slice]):
                yield Finding({"assignee": agency(mentions[0], notice.head), "role": role, "task": task, "deadline": None}, clause, "assignment.second", 0.5)


_PROPOSE = {"appointment": _appointments, "office": _offices, "membership": _members, "assignment": _duties}


def measured(nlp: Language, name: str, texts: Path, gold: Path, show: bool) -> None:
    """One row a type: precision, recall and F1 of the rules alone, and with what the second reader adds."""
    wanted = [notice for path in sorted(gold.rglob("*.json")) for notice in _listed(read(path))]
    sources = {source: read(texts / source) for source in sorted({notice["source"] for notice in wanted})}
    first: list[Json] = []
    more: list[Json] = []
    check = load_schema().check
    for source, raw in sources.items():
        text = to_text(Source(source, ""), raw)
        first += [to_json(fact) for fact in extract_text(text).facts]
        for notice in issue(text).notices:
            for kind, one in second(nlp, notice):
                check(kind, one.args)
                more.append(to_json(Fact(kind, notice.document or source, one.args, evidence_of(notice, one), one.rule, one.confidence)))
    alone, both = (_scores(facts, wanted, sources) for facts in (first, first + more))
    for kind in (*KINDS, "all"):
        (p, r, f, n), (p2, r2, f2, n2) = alone[kind], both[kind]
        print(f"{name[:11]:12}{kind:16}{p:8.3f}{r:8.3f}{f:8.3f}{p2:10.3f}{r2:8.3f}{f2:9.3f}{n2 - n:10.0f}{n2 * p2 - n * p:7.0f}")
    for fact in more if show else ():
        args = {key: value.get("mention") if isinstance(value, dict) else value for key, value in fact["args"].items() if value}
        print(f"  {fact['rule']} {fact['document'][:30]} {args}")


def _listed(raw: str) -> list[Json]:
    data = json.loads(raw)
    return data if isinstance(data, list) else [data]


def _scores(facts: list[Json], gold: list[Json], sources: dict[str, str]) -> dict[str, tuple[float, float, float, float]]:
    result = report(facts, gold, sources.items())
    rows = {kind: result["facts"].get(kind, {"precision": 1.0, "recall": 1.0, "f1": 0.0, "found": 0}) for kind in KINDS}
    found = {kind: (row["precision"], row["recall"], row["f1"], float(row["found"])) for kind, row in rows.items()}
    every = [row for kind, row in result["facts"].items() if "." not in kind]
    total, right = sum(row["found"] for row in every), sum(row["found"] * row["precision"] for row in every)
    wanted, hit = sum(row["gold"] for row in every), sum(row["gold"] * row["recall"] for row in every)
    return {**found, "all": (right / total, hit / wanted, result["micro_f1"], float(total))}


if __name__ == "__main__":
    sys.exit(main())
