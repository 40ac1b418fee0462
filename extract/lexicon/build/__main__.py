"""`python -m extract.lexicon.build [name …]`: writes the lists anew; all of them where none is named."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import extract.lexicon.build as here

DATA = Path(here.__file__).parent.parent / "data"


def main(names: list[str]) -> None:
    for module in iter_modules(here.__path__):
        if module.name.startswith("_") or module.name == "packages" or (names and module.name not in names):
            continue
        builder = import_module(f"{here.__name__}.{module.name}")
        if hasattr(builder, "NAME"):
            text: str = builder.build()
            (DATA / builder.NAME).write_text(text, encoding="utf-8")  # a path of its own is a list of kg
            print(f"{builder.NAME}: {text.count(chr(10))} lines")


main(sys.argv[1:])
