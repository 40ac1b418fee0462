"""The plan of the house, read from its files: who imports whom, how long a file is, which go together."""

import ast
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("kg", "extract", "ontology")
# what the rest stands on, and itself imports nothing else of the project
FOUNDATION = ("kg.model", "kg.schema", "kg.ids", "kg.errors", "kg.turtle", "kg.proper", "kg.script")
# the only part of kg that extract knows
DOOR = ("kg.model", "kg.schema", "kg.ids", "kg.errors", "kg.script")
LONGEST = 350


@cache
def modules() -> dict[str, Path]:
    """Every module of the project by its dotted name, e.g. `kg.model.span`."""
    files = [file for package in PACKAGES for file in sorted((ROOT / package).rglob("*.py"))]
    names = [".".join(file.relative_to(ROOT).with_suffix("").parts) for file in files]
    return {name.removesuffix(".__init__"): file for name, file in zip(names, files, strict=True)}


@cache
def imports(module: str) -> frozenset[str]:
    """The project's modules that this one imports, anywhere in it."""
    named: set[str] = set()
    for node in ast.walk(ast.parse(modules()[module].read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            named |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.module, f"{module}, line {node.lineno}: imports are absolute"
            assert node.level == 0, f"{module}, line {node.lineno}: imports are absolute"
            # `from kg import errors` means kg.errors, `from kg.model import Span` means kg.model
            parts = {f"{node.module}.{alias.name}" for alias in node.names}
            named |= {part if part in modules() else node.module for part in parts}
    return frozenset(name for name in named if within(name, *PACKAGES)) - {module}


def within(module: str, *rooms: str) -> bool:
    return any(module == room or module.startswith(f"{room}.") for room in rooms)


def edges() -> list[tuple[str, str]]:
    return [(module, other) for module in modules() for other in sorted(imports(module))]


def strays(*rooms: str, allowed: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(a, b) for a, b in edges() if within(a, *rooms) and not within(b, *allowed)]


def test_the_foundation_stands_on_nothing() -> None:
    assert strays(*FOUNDATION, allowed=(*FOUNDATION, "ontology")) == []


def test_extract_knows_of_kg_only_the_nouns() -> None:
    assert strays("extract", allowed=("extract", *DOOR)) == []


def test_only_the_command_line_brings_extract_and_kg_together() -> None:
    into = [(a, b) for a, b in edges() if within(b, "extract") and not within(a, "extract")]
    assert [edge for edge in into if not within(edge[0], "kg.cli")] == []


def test_nothing_imports_the_command_line() -> None:
    assert [(a, b) for a, b in edges() if within(b, "kg.cli") and not within(a, "kg.cli", "kg.__main__")] == []


def test_the_ontology_imports_nothing() -> None:
    assert strays("ontology", allowed=("ontology",)) == []


def test_no_import_leads_back() -> None:
    done: set[str] = set()
    path: list[str] = []

    def walk(module: str) -> None:
        assert module not in path, " → ".join([*path[path.index(module) :], module])
        if module in done or module not in modules():
            return
        path.append(module)
        for other in sorted(imports(module)):
            walk(other)
        path.pop()
        done.add(module)

    for module in modules():
        walk(module)


@pytest.mark.parametrize("folder", [*PACKAGES, "tests", "bench"])
def test_no_file_outgrows_its_noun(folder: str) -> None:
    lines = {path: path.read_text(encoding="utf-8").count("\n") for path in (ROOT / folder).rglob("*.py")}
    assert {str(path.relative_to(ROOT)): n for path, n in lines.items() if n > LONGEST} == {}


@pytest.mark.parametrize("package", PACKAGES)
def test_no_bound_of_a_pattern_is_lost_in_an_f_string(package: str) -> None:
    """`rf"x{0,4}"` says `x(0, 4)`: the braces of a bound are doubled there."""
    lost = [
        f"{name}, line {node.lineno}"
        for name, file in modules().items()
        if within(name, package)
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.FormattedValue) and isinstance(node.value, ast.Tuple | ast.Constant) and not isinstance(getattr(node.value, "value", None), str)
    ]
    assert not lost


def test_each_fact_type_has_its_three_files() -> None:
    stems = {
        pattern: {path.stem for path in ROOT.glob(pattern) if not path.stem.startswith("_")}
        for pattern in ("ontology/relations/*.ttl", "extract/relations/*.py", "tests/relations/*.toml")
    }
    every = set[str]().union(*stems.values())
    assert {pattern: sorted(every - found) for pattern, found in stems.items() if every - found} == {}
