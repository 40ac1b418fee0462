"""What a graph directory holds, in one file: the file whose renaming makes a build true."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Annotated

from pydantic import Field, TypeAdapter, ValidationError

from kg.errors import GraphError
from kg.files import write_aside

FORMAT = 2
NAME = "manifest.json"
_MEND = "remove it and give the sources to `kg build` again"

type Plain = Annotated[str, Field(pattern=r"^(\w[\w.-]*)?$")]  # a name of a file and no path
type Count = Annotated[int, Field(ge=0)]


@dataclass(frozen=True, slots=True)
class Entry:
    """One source: its digest, the file of its facts (in `facts/`) with the digest of that, and how many facts."""

    digest: Plain
    part: Plain
    sha256: str
    facts: Count
    media_type: str = "text/plain"
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class Manifest:
    """`sources` by name; `view` the folder (in `views/`) of the tables and stores made of them."""

    sources: Mapping[str, Entry] = field(default_factory=dict)
    schema: str = ""
    decisions: str = ""
    view: Plain = ""
    nodes: Count = 0
    edges: Count = 0
    versions: Mapping[str, str] = field(default_factory=dict)


def write_manifest(folder: Path, manifest: Manifest) -> None:
    words = json.dumps({"format": FORMAT} | asdict(manifest), ensure_ascii=False, indent=1, sort_keys=True)
    write_aside(folder / NAME, (words + "\n").encode())


def read_manifest(folder: Path) -> Manifest:
    """GraphError where the folder holds no graph, or one that cannot be read."""
    path = folder / NAME
    try:
        row = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        what = "it is empty or something else" if folder.is_dir() else "it does not exist"
        raise GraphError(f"{folder} is not a graph: {what}; `kg build PATHS -o {folder}` makes one") from None
    except (OSError, ValueError, RecursionError) as error:
        raise GraphError(f"{path} cannot be read: {error}; {_MEND}") from error
    try:
        made = row.pop("format")
        if made != FORMAT:
            newer = "a newer" if isinstance(made, int) and made > FORMAT else "another"
            raise GraphError(
                f"{folder} was made by {newer} version (format {made}, this one reads {FORMAT}); "
                "`kg build PATHS -o` another folder makes it anew"
            )
        return TypeAdapter(Manifest).validate_python(row)
    except ValidationError as error:
        first = error.errors()[0]
        raise GraphError(f"{path} is broken: {'.'.join(map(str, first['loc']))}: {first['msg']}; {_MEND}") from error
    except (KeyError, TypeError, AttributeError) as error:
        raise GraphError(f"{path} is broken: {error}; {_MEND}") from error
