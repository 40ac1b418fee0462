"""What the README says works: each command in it runs, in both languages; its figures and links are true."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kg.cli import summaries
from tests.servers.neo4j import Neo4jServer

ROOT = Path(__file__).parents[1]
TWINS = ("README.md", "README.zh.md")
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^)#:]+)\)")


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def blocks(kind: str, name: str = "README.md") -> list[str]:
    return [text for language, text in _BLOCK.findall(read(name)) if language == kind]


def lines() -> list[str]:
    return [line for block in blocks("sh") for line in block.splitlines()]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sample where the README has it."""
    made = tmp_path_factory.mktemp("readme")
    shutil.copytree(ROOT / "kg" / "sample", made / "kg" / "sample")
    return made


def run(script: str, folder: Path, **env: str) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    return subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],
        cwd=folder,
        env={**os.environ, "PATH": path, **env},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_the_twins_show_the_same_code_and_sections() -> None:
    first, second = (_BLOCK.findall(read(name)) for name in TWINS)
    assert first == second
    levels = [
        [len(line.split()[0]) for line in read(name).splitlines() if line.startswith("#")] for name in TWINS
    ]
    assert levels[0] == levels[1]
    assert read(TWINS[0]).count("\n|") == read(TWINS[1]).count("\n|")


@pytest.mark.parametrize("name", TWINS)
def test_links_lead_somewhere(name: str) -> None:
    for link in _LINK.findall(read(name)):
        assert (ROOT / link).exists(), link


def test_every_command_is_told() -> None:
    told = {line.split()[1] for line in lines() if line.startswith("kg ")}
    assert told == set(summaries())


def test_every_line_is_one_that_is_tried() -> None:
    known = ("kg ", "make ", "pip install .")
    assert [line for line in lines() if not line.startswith(known)] == []


def test_the_commands_run(folder: Path) -> None:
    tried = [line for line in lines() if line.startswith("kg ") and not line.startswith("kg load")]
    for line in tried:
        done = run(line, folder)
        assert done.returncode == 0, f"{line}\n{done.stdout}{done.stderr}"
        assert "Traceback" not in done.stderr, line
    assert (folder / "facts.jsonl").stat().st_size > 10_000
    assert (folder / "notice.html").exists()
    assert (folder / "graph-demo" / "picture.html").exists()


@pytest.mark.server
def test_the_command_for_neo4j_runs(folder: Path, empty_neo4j: Neo4jServer) -> None:
    (line,) = [line for line in lines() if line.startswith("kg load")]
    if not (folder / "graph").exists():
        run("kg build kg/sample/gazette.txt -o graph", folder)
    done = run(
        line.replace("bolt://localhost:7687", empty_neo4j.uri), folder, NEO4J_PASSWORD=empty_neo4j.password
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("target", ["demo", "test"])
def test_the_two_commands_are_there(target: str) -> None:
    done = subprocess.run(["make", "-n", target], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_python_runs(folder: Path) -> None:
    if not (folder / "graph").exists():
        run("kg build kg/sample/gazette.txt -o graph", folder)
    for block in blocks("python"):
        done = subprocess.run(
            [sys.executable, "-P", "-c", block], cwd=folder, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr


def test_the_fact_shown_is_the_one_written(folder: Path) -> None:
    (shown,) = map(json.loads, blocks("json"))
    run("kg extract kg/sample/gazette.txt --format jsonl > facts.jsonl", folder)
    facts = map(json.loads, (folder / "facts.jsonl").read_text(encoding="utf-8").splitlines())
    assert shown in list(facts)


def test_the_notice_shown_is_that_of_the_sample() -> None:
    (first, *_) = [part for part in read("README.md").split("\n\n") if part.startswith("> ")]
    shown = [line.removeprefix(">").strip() for line in first.splitlines()]
    sample = read("kg/sample/gazette.txt")
    assert shown[-1] == "…"
    for line in shown[:-1]:
        assert line in sample


def test_the_picture_shown_names_the_people_of_the_notice() -> None:
    picture = read("docs/picture.svg")
    words = "".join(re.findall(r">([^<]+)</tspan>", picture))
    for name in ("丛一笑", "易安", "应急管理局"):
        assert name in words
