"""`.ci/find-python`: the set-up finds a Python that is new enough, and says so when there is none."""

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / ".ci" / "find-python"


def script(path: Path, body: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def find(home: Path, *folders: Path, **env: str) -> subprocess.CompletedProcess[str]:
    path = ":".join(map(str, [*folders, "/usr/bin", "/bin"]))
    return subprocess.run(
        [SCRIPT], env={"HOME": str(home), "PATH": path, **env}, capture_output=True, text=True, check=False
    )


def this_python(path: Path) -> Path:
    return script(path, f'exec "{sys.executable}" "$@"')


@pytest.mark.parametrize("name", ["python3", "python3.12", "python3.13", "python3.14"])
def test_on_path_past_shims_that_fail(tmp_path: Path, name: str) -> None:
    shims = tmp_path / "shims"
    for other in ("python3", "python3.12", "python3.13", "python3.14"):
        script(shims / other, 'echo "pyenv: command not found" >&2; exit 127')
    this_python(shims / name)
    assert find(tmp_path, shims).stdout.strip() == sys.executable


def test_a_python_that_is_too_old_is_passed_over(tmp_path: Path) -> None:
    # one that runs, but whose answer is "not fit"
    script(tmp_path / "bin" / "python3", "exit 1")
    this_python(tmp_path / "bin" / "python3.12")
    assert find(tmp_path, tmp_path / "bin").stdout.strip() == sys.executable


@pytest.mark.parametrize(
    "place", [".pyenv/versions/3.12.1", ".local/share/uv/python/cpython-3.13.1-linux-x86_64-gnu"]
)
def test_where_pyenv_and_uv_keep_theirs(tmp_path: Path, place: str) -> None:
    for name in ("python3", "python3.12", "python3.13", "python3.14", "python"):
        script(tmp_path / "bin" / name, "exit 127")
    this_python(tmp_path / place / "bin" / "python3")
    assert find(tmp_path, tmp_path / "bin").stdout.strip() == sys.executable


def test_beside_the_shims_when_home_is_empty(tmp_path: Path) -> None:
    for name in ("python3", "python3.12", "python3.13", "python3.14", "python"):
        script(tmp_path / "a root" / "shims" / name, "exit 127")
    this_python(tmp_path / "a root" / "versions" / "3.13.0" / "bin" / "python3")
    done = find(tmp_path / "empty", tmp_path / "a root" / "shims")
    assert done.stdout.strip() == sys.executable


def test_the_named_one_or_a_clear_word(tmp_path: Path) -> None:
    assert find(tmp_path, PYTHON=sys.executable).stdout.strip() == sys.executable
    done = find(tmp_path, PYTHON=str(script(tmp_path / "old", "exit 1")))
    assert (done.returncode, done.stdout) == (1, "")
    assert "is not a Python 3.12 or newer" in done.stderr
