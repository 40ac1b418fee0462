"""Files in, texts out.

Every reader gives a `Text`: the text layer of the file as `raw` (what evidence counts), and its words.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from extract.read.inputs import Input, inputs
from extract.read.load import Loaded, load
from kg.model import Text

__all__ = ["Input", "Loaded", "inputs", "load", "read"]


def read(path: Path) -> Iterator[Text]:
    """The texts of a file, a folder or a .zip, in the order of their names; InputError for a bad one."""
    named = inputs([path])
    for error in named.failed:
        raise error
    for one in named.found:
        yield load(one).text
