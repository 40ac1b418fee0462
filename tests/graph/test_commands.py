"""`kg build`, `kg query`, `kg export`: what they print, and how they end."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import main
from kg.graph import open_graph
from kg.interchange import to_json, to_line
from tests.graph.facts import appoints, contents, head, text

NOTICE = (
    "望溪区人民政府关于{}同志任职的通知\n\n望政发〔2019〕{}号\n\n各镇人民政府：\n\n"
    "经区政府研究决定，任命{}为区教育局局长。\n\n望溪区人民政府\n\n2019年3月5日\n"
)
ALL = "MATCH (p:Person)-[r:APPOINTED_TO]->(o:Post) RETURN p.name AS person, r.document AS document ORDER BY document"


def kg(*args: str | Path, stdin: str = "") -> Result:
    return CliRunner().invoke(main, [str(one) for one in args], input=stdin, catch_exceptions=False)


def people(graph: Path) -> list[str]:
    return [
        row["person"] for row in json.loads(kg("query", "cypher", ALL, "-f", "json", "--graph", graph).stdout)
    ]


@pytest.fixture
def notices(tmp_path: Path) -> Path:
    folder = tmp_path / "notices"
    folder.mkdir()
    for n, name in enumerate(["王涛", "李敏", "赵远"], 1):
        (folder / f"{n}.txt").write_text(NOTICE.format(name, n, name), "utf-8")
    return folder


@pytest.fixture
def graph(notices: Path, tmp_path: Path) -> Path:
    done = kg("build", notices, "-o", tmp_path / "graph")
    assert done.exit_code == 0, done.output
    assert "3 added; 3 sources" in done.stdout
    return tmp_path / "graph"


def test_twice_changes_nothing_and_reads_nothing(notices: Path, graph: Path) -> None:
    before = contents(graph)
    done = kg("build", notices, "-o", graph, "-v")
    assert (done.exit_code, "nothing changed" in done.stdout) == (0, True)
    assert "0 read" not in done.stdout
    assert "1.txt" not in done.stderr
    assert contents(graph) == before


def test_order_and_processes_do_not_matter(notices: Path, graph: Path, tmp_path: Path) -> None:
    files = sorted(notices.iterdir(), reverse=True)
    for jobs in ("1", "2"):
        assert kg("build", *files, "-o", tmp_path / jobs, "-j", jobs).exit_code == 0
        assert contents(tmp_path / jobs) == contents(graph)


def test_a_source_is_changed_and_withdrawn(notices: Path, graph: Path) -> None:
    assert people(graph) == ["王涛", "李敏", "赵远"]
    (notices / "2.txt").write_text(NOTICE.format("陈安", 2, "陈安"), "utf-8")
    assert "1 changed; 3 sources" in kg("build", notices, "-o", graph).stdout
    assert people(graph) == ["王涛", "陈安", "赵远"]
    assert "1 withdrawn; 2 sources" in kg("build", "--withdraw", "1.txt", "-o", graph).stdout
    assert people(graph) == ["陈安", "赵远"]
    done = kg("build", "--withdraw", "1.txt", "-o", graph)
    assert (done.exit_code, done.stderr) == (1, "1.txt: the graph has no source of this name\n")


def test_a_bad_input_is_named_and_the_others_go_on(notices: Path, graph: Path, tmp_path: Path) -> None:
    (notices / "4.txt").write_bytes(b"")
    (notices / "5.txt").write_text(NOTICE.format("陈安", 5, "陈安"), "utf-8")
    (tmp_path / "wrong.jsonl").write_text("{}\n", "utf-8")
    (tmp_path / "deep.jsonl").write_text("\n" + "[" * 100_000, "utf-8")
    wrong = [tmp_path / "none.txt", tmp_path / "wrong.jsonl", tmp_path / "deep.jsonl"]
    done = kg("build", notices, *wrong, "-o", graph)
    assert done.exit_code == 1
    for name in ("4.txt: ", "none.txt: ", "wrong.jsonl: line 1: ", "deep.jsonl: line 2: not JSON"):
        assert name in done.stderr
    assert people(graph) == ["王涛", "李敏", "赵远", "陈安"]


def test_nothing_at_all(tmp_path: Path) -> None:
    done = kg("build", tmp_path / "none.txt", "-o", tmp_path / "graph")
    assert done.exit_code == 1
    assert "no graph was made" in done.stderr
    assert kg("build", "-o", tmp_path / "graph").exit_code == 2


def test_members_of_an_archive(notices: Path, graph: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "issues.zip", "w") as archive:
        for one in sorted(notices.iterdir()):
            archive.write(one, one.name)
    assert "3 added" in kg("build", tmp_path / "issues.zip", "-o", tmp_path / "zipped").stdout
    assert "nothing changed" in kg("build", tmp_path / "issues.zip", "-o", tmp_path / "zipped").stdout
    assert people(tmp_path / "zipped") == people(graph)


def test_facts_that_were_extracted_before(notices: Path, graph: Path, tmp_path: Path) -> None:
    lines = kg("extract", notices, "--format", "jsonl", "-q").stdout
    (tmp_path / "facts.jsonl").write_text(lines, "utf-8")
    assert kg("build", tmp_path / "facts.jsonl", "-o", tmp_path / "again").exit_code == 0
    assert people(tmp_path / "again") == people(graph)
    with open_graph(graph) as one, open_graph(tmp_path / "again") as two:
        assert sorted(map(to_line, one.facts())) == sorted(map(to_line, two.facts()))


def test_halves_of_surrogates_in_facts_are_no_traceback(tmp_path: Path) -> None:
    """JSON can say what no UTF-8 holds, in any of its strings."""
    (fact,) = text("a\ud800.txt", appoints("王涛")).facts
    row = to_json(fact) | {"rule": "appointment.\ud800", "document": "\udfff"}
    (tmp_path / "facts.jsonl").write_text(json.dumps(row), "utf-8")
    done = kg("build", tmp_path / "facts.jsonl", "-o", tmp_path / "graph")
    assert done.exit_code == 0, done.output
    with open_graph(tmp_path / "graph") as graph:
        (read,) = graph.facts()
    assert (read.evidence.source, read.rule, read.document) == ("a\ufffd.txt", "appointment.\ufffd", "\ufffd")


@pytest.fixture
def small(tmp_path: Path) -> Path:
    facts = text("a.txt", head(), appoints("王涛"), appoints("=陈", post="副局长")).facts
    (tmp_path / "facts.jsonl").write_text("".join(to_line(fact) + "\n" for fact in facts), "utf-8")
    kg("build", tmp_path / "facts.jsonl", "-o", tmp_path / "graph")
    return tmp_path / "graph"


def test_answers_as_table_csv_and_json(small: Path) -> None:
    names = "MATCH (p:Person)-[r:APPOINTED_TO]->(o:Post) RETURN p.name AS name, r.confidence AS sure ORDER BY name"
    assert (
        kg("query", "cypher", names, "--graph", small).stdout
        == "name  sure\n────  ────\n=陈   0.9\n王涛  0.9\n"
    )
    read = list(csv.reader(io.StringIO(kg("query", "cypher", names, "-f", "csv", "--graph", small).stdout)))
    assert read == [["name", "sure"], ["'=陈", "0.9"], ["王涛", "0.9"]]
    read = json.loads(kg("query", "cypher", names, "-f", "json", "--graph", small).stdout)
    assert read == [{"name": "=陈", "sure": 0.9}, {"name": "王涛", "sure": 0.9}]


def test_a_query_from_a_file_and_from_standard_input(small: Path, tmp_path: Path) -> None:
    query = "SELECT ?n { ?p a gk:Person ; rdfs:label ?n FILTER (STR(?n) = $name) }"
    (tmp_path / "q.rq").write_text(query, "utf-8")
    for source, stdin in ((f"@{tmp_path / 'q.rq'}", ""), ("-", query), (query, "")):
        done = kg("query", "sparql", source, "-p", "name=王涛", "-f", "json", "--graph", small, stdin=stdin)
        assert json.loads(done.stdout) == [{"n": "王涛"}]
    number = "MATCH ()-[r]->() WHERE r.start = $n RETURN count(r) AS n"
    assert json.loads(kg("query", "cypher", number, "-p", "n:=0", "-f", "json", "--graph", small).stdout) == [
        {"n": 1}
    ]


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (["query", "sparql", "SELECT"], 1, "1:7"),
        (["query", "cypher", "CREATE (n:X)"], 1, "read-only"),
        (["query", "sparql", "@none.rq"], 1, "none.rq cannot be read"),
        (["query", "sparql", "ASK {}", "-p", "name"], 2, "expected K=V"),
        (["query", "sparql", "ASK {}", "-p", "n:=x"], 2, "not JSON"),
        (["query", "sparql", "ASK {}", "-p", "n:=1e999"], 2, "expected a string, a number"),
        (["query", "sparql", "ASK {}", "-p", "n=x"], 1, "the query has no $n"),
        (["query", "sparql", "ASK {}", "--timeout", "nan"], 1, "more than 0 seconds"),
        (["query", "sparql", "ASK {}", "--timeout", "inf"], 0, ""),
        (["query", "cypher", "RETURN 1", "--timeout", "1e300", "--limit", str(10**30)], 0, ""),
        (
            [
                "query",
                "cypher",
                "MATCH (a),(b),(c),(d),(e),(f),(g),(h),(i) RETURN count(*)",
                "--timeout",
                "0.5",
            ],
            1,
            "within 0.5 s",
        ),
        (["export", "-f", "ttl", "-o", "/dev/null/x.ttl"], 1, "cannot be written"),
        (["export", "-f", "doc", "-o", "x"], 2, "'doc' is not one of"),
    ],
)
def test_what_cannot_be_answered(small: Path, args: list[str], code: int, words: str) -> None:
    done = kg(*args, "--graph", small)
    assert (done.exit_code, words in done.stderr) == (code, True), done.stderr


def test_numbers_without_end_are_words(small: Path) -> None:
    asked = "SELECT (1e0/0e0 AS ?a) (0e0/0e0 AS ?b) {}"
    assert json.loads(kg("query", "sparql", asked, "-f", "json", "--graph", small).stdout, parse_constant=pytest.fail) == [
        {"a": "inf", "b": "nan"}
    ]


def test_what_the_graph_holds_does_not_steer_the_terminal(tmp_path: Path) -> None:
    names = ("王\x9b2J\u202e涛", "王\x1b[2J涛")
    facts = text("a.txt", head(), *(appoints(name) for name in names)).facts
    (tmp_path / "facts.jsonl").write_text("".join(to_line(fact) + "\n" for fact in facts), "utf-8")
    assert kg("build", tmp_path / "facts.jsonl", "-o", tmp_path / "graph").exit_code == 0
    asked = "MATCH (p:Person) RETURN p.name AS name ORDER BY name"
    for args in (
        ["query", "cypher", asked],
        ["query", "cypher", asked, "-f", "json"],
        ["draw", "王", "-o", str(tmp_path / "a.svg")],
        ["draw", names[1], "-o", str(tmp_path / "a.svg")],
    ):
        done = kg(*args, "--graph", tmp_path / "graph")
        assert "王" in done.output
        assert not {"\x1b", "\x9b", "\u202e"} & set(done.output), args
    assert {row["name"] for row in json.loads(kg("query", "cypher", asked, "-f", "json", "--graph", tmp_path / "graph").stdout)} == set(names)


@pytest.mark.skipif(os.name != "posix", reason="there are no such pipes")
def test_facts_from_what_is_no_file(notices: Path, graph: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jsonl")
    done = kg("build", tmp_path / "pipe.jsonl", notices, "-o", graph)
    assert done.exit_code == 1
    assert f"{tmp_path / 'pipe.jsonl'}: is not a file" in done.stderr


def test_more_rows_than_wanted(small: Path) -> None:
    done = kg("query", "cypher", "MATCH (n) RETURN n.id", "--limit", "2", "--graph", small)
    assert len(done.stdout.splitlines()) == 4
    assert "more than 2 rows" in done.stderr


def test_no_graph(tmp_path: Path) -> None:
    done = kg("query", "sparql", "ASK {}", "--graph", tmp_path / "none")
    assert done.exit_code == 1
    assert "does not exist; `kg build PATHS -o" in done.stderr


def test_export(small: Path, tmp_path: Path) -> None:
    for form in ("ttl", "nq", "jsonld", "graphml", "csv"):
        assert kg("export", "-f", form, "-o", tmp_path / form, "--graph", small).exit_code == 0
        assert (tmp_path / form).exists()
        if form != "csv":
            done = kg("export", "-f", form, "-o", "-", "--graph", small)
            assert done.stdout_bytes == (tmp_path / form).read_bytes()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_build_that_is_killed_while_it_reads_leaves_no_lock(notices: Path, tmp_path: Path) -> None:
    for n in range(10, 90):
        (notices / f"{n}.txt").write_text(NOTICE.format("王涛", n, "王涛"), "utf-8")
    command = [sys.executable, "-m", "kg", "build", str(notices), "-o", str(tmp_path / "graph"), "-j", "2"]
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    ) as process:
        parts = tmp_path / "graph" / "facts"
        while not (parts.is_dir() and len(list(parts.iterdir())) > 3) and process.poll() is None:
            time.sleep(0.02)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    assert process.returncode == -signal.SIGKILL
    kept = len(list(parts.iterdir()))
    done = kg("build", notices, "-o", tmp_path / "graph")
    assert done.exit_code == 0, done.output
    assert "83 sources" in done.stdout
    assert kept >= 3
