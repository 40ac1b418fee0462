"""`kg/traditional.tsv`: the traditional characters and the simplified one of each."""

from __future__ import annotations

from extract.lexicon.build.packages import from_pypi
from kg.script import TABLE

NAME = str(TABLE)
HEADER = """\
# Traditional characters and the simplified character that stands for each, tab between them.
# Source: PyPI opencc-python-reimplemented 0.1.7 (Apache-2.0; `opencc/dictionary/TSCharacters.txt`); where it gives several, the first.
# Rebuilt by `python -m extract.lexicon.build traditional`.
"""


def build() -> str:
    rows = from_pypi("opencc-python-reimplemented", "0.1.7")["opencc/dictionary/TSCharacters.txt"].decode().splitlines()
    pairs = ((traditional, simplified[0]) for traditional, simplified in (row.split("\t") for row in rows))
    return HEADER + "".join(f"{one}\t{other}\n" for one, other in pairs if one != other and len(one + other) == 2)
