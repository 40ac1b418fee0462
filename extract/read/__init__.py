"""Files in, texts out.

Every reader gives a `Text`: the text layer of the file as `raw` (what evidence counts), and its words.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from extract.read.inputs import Input, inputs
from extract.read.load import load
from kg.model import Text

__all__ = ["Input", "inputs", "load", "read"]


def read(path: Path) -> Iterator[Text]:
    """The texts of a file, a folder or a .zip, in the order of their names; InputError for a bad one."""
    for one in inputs([path]).found:
        yield load(one)
