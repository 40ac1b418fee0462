"""Finds a Java that a server release runs on; several may stand side by side on one machine."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

PLACES = (
    "/usr/lib/jvm/*",
    "/opt/*",
    "/opt/java/*",
    "/Library/Java/JavaVirtualMachines/*/Contents/Home",
    "/opt/homebrew/opt/openjdk*",
    "~/.sdkman/candidates/java/*",
)


def candidates() -> Iterator[Path]:
    for name, home in sorted(os.environ.items()):
        if name.startswith("JAVA_HOME") and home:
            yield Path(home, "bin", "java")
    if on_path := shutil.which("java"):
        yield Path(on_path)
    for place in PLACES:
        pattern = str(Path(place).expanduser()).lstrip("/")
        yield from sorted(Path("/").glob(f"{pattern}/bin/java"))


@cache
def version(java: Path) -> int | None:
    """The feature release, e.g. 17 for `openjdk version "17.0.15"`; None when it does not run."""
    try:
        run = subprocess.run([java, "-version"], capture_output=True, text=True, timeout=60, check=True)
    except (OSError, subprocess.SubprocessError):
        return None
    found = re.search(r'version "(?:1\.)?(\d+)', run.stderr)
    return int(found[1]) if found else None


def find(least: int, most: int) -> Path | None:
    """The first Java from `least` to `most`, both included: JAVA_HOME* first, then PATH."""
    return next((java for java in candidates() if least <= (version(java) or 0) <= most), None)
