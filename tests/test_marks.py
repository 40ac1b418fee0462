"""A test whose prerequisite is missing is skipped with a word, and fails where KG_REQUIRE names its mark."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def run(tmp_path: Path, tests: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Runs the tests where there are no jars and no browser."""
    bare = {"PATH": "", "KG_CHROMIUM": "", "XDG_CACHE_HOME": str(tmp_path), "KG_REQUIRE": ""}
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    command = [sys.executable, "-m", "pytest", "-q", "-rs", "-p", "no:cacheprovider", tests]
    return subprocess.run(
        command, cwd=ROOT, env={**kept, **bare, **env}, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    ("mark", "tests", "word"),
    [
        # no Java, or no jars
        ("server", "tests/servers/test_servers.py", r"no \w+ .*neo4j 5\.26\.30"),
        ("browser", "tests/browser/test_browser.py", "no Chromium on PATH"),
    ],
)
def test_skipped_with_a_word_or_failed(tmp_path: Path, mark: str, tests: str, word: str) -> None:
    free = run(tmp_path, tests)
    assert free.returncode == 0, free.stdout
    assert re.search(rf"SKIPPED .*{word}", free.stdout)
    held = run(tmp_path, tests, KG_REQUIRE=mark)
    assert held.returncode == 1, held.stdout
    assert re.search(rf"KG_REQUIRE={mark}: {word}", held.stdout)
    assert "SKIPPED" not in held.stdout


def test_a_mark_that_is_not_there_is_refused(tmp_path: Path) -> None:
    done = run(tmp_path, "tests/browser/test_browser.py", KG_REQUIRE="sever")
    assert done.returncode == 4
    assert "KG_REQUIRE names no mark of this project: sever" in done.stdout + done.stderr
