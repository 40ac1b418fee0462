"""`kg ask`, `kg search`, `kg draw`, `kg demo`, `kg load`: what a user sees."""

from __future__ import annotations

import csv
import io
import json
import os
import socket
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import main
from kg.graph import Graph
from kg.queries import catalogue
from tests.sample import sample_graph
from tests.servers.neo4j import Neo4jServer

__all__ = ["sample_graph"]


def kg(*words: str, graph: Graph | None = None, **env: str) -> Result:
    given = [*words, "--graph", str(graph.folder)] if graph else [*words]
    return CliRunner().invoke(main, given, env=env)


def test_the_questions_are_listed() -> None:
    shown = kg("ask", "--help").output
    listed = kg("ask")
    assert (listed.exit_code, listed.stdout) == (0, shown)
    for name in catalogue():
        assert name in shown
        help = kg("ask", name, "--help")
        assert help.exit_code == 0
        for parameter in catalogue()[name].parameters:
            assert f"--{parameter.name}" in help.output


def test_an_answer_as_table_csv_and_json(sample_graph: Graph) -> None:
    asked = ("ask", "appointments", "--person", "丛一笑", "--since", "2019-04")
    table = kg(*asked, graph=sample_graph).output
    assert "试用期一年" in table
    rows = list(csv.DictReader(io.StringIO(kg(*asked, "-f", "csv", graph=sample_graph).output)))
    said = json.loads(kg(*asked, "-f", "json", graph=sample_graph).output)
    assert [row["post"] for row in rows] == [row["post"] for row in said] == ["副局长", "副主任"]
    assert said[1]["note"] is None
    assert said[0]["quote"].startswith("丛一笑同志任区应急管理局副局长")


def test_several_values_of_a_cell(sample_graph: Graph) -> None:
    asked = ("ask", "documents", "--number", "望政任〔2019〕2号")
    (row,) = json.loads(kg(*asked, "-f", "json", graph=sample_graph).output)
    assert row["addressees"] == ["临澜市望溪区政府各委、办、局", "各街道办事处", "各镇人民政府"]
    (line,) = csv.DictReader(io.StringIO(kg(*asked, "-f", "csv", graph=sample_graph).output))
    assert line["addressees"] == "、".join(row["addressees"])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("ask", "nothing"), "No such command 'nothing'"),
        (("ask", "appointments", "--since", "yesterday"), "since is no date"),
        (("draw", "没有这个机构", "-o", "x.html"), "nothing in"),
        (("draw", "水务局", "-o", "x.png"), "a picture is a .html or a .svg file"),
        (("draw", "丛一笑", "-o", "no/such/folder/x.html"), "cannot be written"),
    ],
)
def test_what_goes_wrong_is_said(sample_graph: Graph, words: tuple[str, ...], said: str) -> None:
    done = kg(*words, graph=sample_graph)
    assert done.exit_code != 0
    assert said in done.output
    assert "Traceback" not in done.output


@pytest.mark.skipif(os.name != "posix", reason="arguments are no bytes there")
def test_words_are_utf_8_whatever_the_locale(sample_graph: Graph) -> None:
    bytes_ = "丛一笑".encode().decode("ascii", "surrogateescape")  # as Python gives them in an ASCII locale
    for words in (
        ("ask", "who-was", "--person", bytes_),
        ("search", bytes_),
        ("query", "cypher", "MATCH (p:Person {name: $n}) RETURN p.name", "-p", f"n={bytes_}"),
        ("query", "sparql", f"SELECT ?p {{ ?x rdfs:label ?p FILTER (STR(?p) = '{bytes_}') }}"),
    ):
        assert "丛一笑" in kg(*words, graph=sample_graph).output
    assert kg("search", "\udcff", graph=sample_graph).exit_code == 0


def test_an_ambiguous_name_lists_what_it_may_mean(sample_graph: Graph, tmp_path: Path) -> None:
    out = tmp_path / "x.html"
    done = kg("draw", "人民政府关于", "-o", str(out), graph=sample_graph)
    assert done.exit_code == 2
    assert "may mean" in done.stderr
    assert "临澜市望溪区人民政府关于干部任免的通知" in done.stderr
    assert not out.exists()


def test_a_picture_in_both_forms(sample_graph: Graph, tmp_path: Path) -> None:
    for name in ("page.html", "still.svg"):
        done = kg("draw", "区水务局", "-o", str(tmp_path / name), "--limit", "9", graph=sample_graph)
        assert done.exit_code == 0, done.output
        assert "were left out (--limit 9)" in done.output
        assert "水务局" in (tmp_path / name).read_text(encoding="utf-8")


def test_a_search(sample_graph: Graph) -> None:
    hits = json.loads(kg("search", "养老", "驿站", "-n", "3", "-f", "json", graph=sample_graph).output)
    assert hits[0]["words"] == "新建社区养老服务驿站12个"
    assert "nothing in" in kg("search", "没有这回事", graph=sample_graph).stderr


def test_the_demo_needs_no_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise AssertionError("the demo asked the network")

    monkeypatch.setattr(socket.socket, "connect", refused)
    done = kg("demo", "-o", str(tmp_path / "demo"))
    assert done.exit_code == 0, done.output
    for title in ("Who was given which post", "Which agencies have most to do", "What was repealed"):
        assert title in done.output
    picture = Path(done.output.strip().splitlines()[-1])
    assert picture == (tmp_path / "demo" / "picture.html").resolve()
    assert picture.stat().st_size > 100_000
    assert kg("demo", "-o", str(tmp_path / "demo")).output == done.output


@pytest.mark.server
def test_loading_neo4j_asks_for_no_password_in_the_command(
    empty_neo4j: Neo4jServer, sample_graph: Graph
) -> None:
    words = ("load", "neo4j", "--uri", empty_neo4j.uri, "--user", empty_neo4j.user)
    done = kg(*words, graph=sample_graph, NEO4J_PASSWORD=empty_neo4j.password)
    assert done.exit_code == 0, done.output
    assert f"{sample_graph.manifest.nodes:,} nodes" in done.output
    wrong = kg(*words, graph=sample_graph, NEO4J_PASSWORD="wrong-password")
    assert wrong.exit_code == 1
    assert "refuses this user and password" in wrong.output
    assert "wrong-password" not in wrong.output
    with empty_neo4j.driver() as driver:
        found = driver.execute_query("MATCH (n) RETURN count(n) AS n").records[0]["n"]
    assert found == sample_graph.manifest.nodes
