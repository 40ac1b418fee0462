"""`verbs.txt`: the usual verbs of two characters, at which the name of a body cannot go on."""

from __future__ import annotations

from pathlib import Path

import jieba

from extract.lexicon import lines, terms

NAME = "verbs.txt"
HEADER = """\
# Verbs of two characters, ten a line: the words tagged v, vd, vi or d in the dictionary of jieba 0.42.1 (MIT) with a frequency of at least 30,
# without the words that names of bodies are built of (agencies.toml), names of divisions, and what begins or ends with a kind of body or a level.
# Rebuilt by `python -m extract.lexicon.build verbs`.
"""
FEWEST = 30
TAGS = {"v", "vd", "vi", "d", "vn", "c", "p"}


def build() -> str:
    kept = set(terms("words", "refused_verbs"))
    for key in ("fields", "kinds", "weak", "groups", "levels", "heads"):
        kept |= terms("agencies", key)
    kept |= {line.split("\t")[0][:-1] for line in lines("divisions.tsv")}
    signs = set("局办委厅部署院处科股室队所站组会社馆校厂场庭团行台库园镇乡村街区县市省州旗盟")
    found = []
    for line in (Path(jieba.__file__).parent / "dict.txt").read_text(encoding="utf-8").splitlines():
        word, count, kind = line.split(" ")
        if (
            kind in TAGS
            and len(word) == 2
            and int(count) >= FEWEST
            and word not in kept
            and not {word[0], word[-1]} & signs
        ):
            found.append(word)
    found.sort()
    rows = [" ".join(found[i : i + 10]) for i in range(0, len(found), 10)]
    return HEADER + "\n".join(rows) + "\n"
