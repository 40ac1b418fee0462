"""The graph directory: the same sources give the same graph, one source at a time."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from kg.build import open_build
from kg.build.tables import read_nodes
from kg.errors import GraphError, InputError
from kg.graph import open_graph
from kg.ids import agency_id, person_id
from kg.model import Evidence, Fact, Source
from kg.resolve import Decision, write_decisions
from tests.graph.facts import NUMBER, PLACE, Text, agency, appoints, contents, head, make, said, some, text


def test_the_same_sources_give_the_same_bytes_in_any_order(tmp_path: Path) -> None:
    make(tmp_path / "one", some())
    make(tmp_path / "two", reversed(some()))
    for one in some()[1:] + some()[:1]:
        make(tmp_path / "three", [one])
    assert contents(tmp_path / "one") == contents(tmp_path / "two") == contents(tmp_path / "three")


def test_twice_changes_nothing(tmp_path: Path) -> None:
    make(tmp_path, some())
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()}
    done = make(tmp_path, some())
    assert (done.added, done.changed, done.withdrawn, done.unchanged) == ((), (), (), 3)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()} == before


def test_one_source_is_added_changed_and_withdrawn_alone(tmp_path: Path) -> None:
    one, two, three = some()
    make(tmp_path / "graph", [one, two])
    parts = set((tmp_path / "graph" / "facts").iterdir())
    assert make(tmp_path / "graph", [three]).added == ("c.txt",)
    assert parts < set((tmp_path / "graph" / "facts").iterdir())

    other = text("c.txt", appoints("赵远", document="望审〔2021〕3号"))
    assert make(tmp_path / "graph", [other]).changed == ("c.txt",)
    make(tmp_path / "changed", [one, two, other])
    assert contents(tmp_path / "graph") == contents(tmp_path / "changed")

    assert make(tmp_path / "graph", [], ["c.txt"]).withdrawn == ("c.txt",)
    make(tmp_path / "two", [one, two])
    assert contents(tmp_path / "graph") == contents(tmp_path / "two")
    with pytest.raises(InputError, match="no source of this name"):
        make(tmp_path / "graph", [], ["c.txt"])


@pytest.mark.parametrize(
    ("broken", "how"),
    [
        ("facts/*", "gone"),
        ("facts/*", "junk"),
        ("texts/*", "gone"),
        ("views/*/nodes.parquet", "gone"),
        ("views/*/nodes.parquet", "junk"),
        ("views/*/same.json", "gone"),
        ("views/*/rdf/CURRENT", "gone"),
    ],
)
def test_what_broke_is_made_again(tmp_path: Path, broken: str, how: str) -> None:
    """By the next build of the same inputs, which else reads nothing again; until then it is said."""
    source, stamp = some()[0], "reader 1"

    def build() -> None:
        with open_build(tmp_path) as build:
            if not build.keep(source.source.name, source.source.digest, stamp):
                build.add(source, stamp)
            build.commit()

    build()
    before = contents(tmp_path)
    [path] = tmp_path.glob(broken)
    path.unlink()
    if how == "junk":
        path.write_bytes(b"junk")
    if broken == "texts/*":
        with open_graph(tmp_path) as graph, pytest.raises(GraphError, match="no text"):
            graph.text(source.source.name)
    elif "CURRENT" not in broken:
        with open_graph(tmp_path) as graph, pytest.raises(GraphError, match=f"{path.name} cannot be read"):
            list(graph.nodes() if "nodes" in broken else graph.quads())
    build()
    assert contents(tmp_path) == before
    with open_graph(tmp_path) as graph:
        assert graph.sparql("ASK { ?s a gk:Person }").rows == [(True,)]
        assert graph.text(source.source.name) == source.raw
        assert list(graph.facts())


def test_a_view_that_could_not_be_made_is_not_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise OSError(28, "No space left on device")

    make(tmp_path, some()[:1])
    before = contents(tmp_path / "views")
    monkeypatch.setattr("kg.build.view.load_elements", fails)
    with pytest.raises(OSError, match="No space"):
        make(tmp_path, some())
    assert contents(tmp_path / "views") == before
    assert len(list((tmp_path / "views").iterdir())) == 1
    with open_graph(tmp_path) as graph:
        assert list(graph.manifest.sources) == ["a.txt"]


def test_what_the_reader_has_read_is_not_read_again(tmp_path: Path) -> None:
    source = some()[0]
    with open_build(tmp_path) as build:
        assert not build.keep("a.txt", source.source.digest, "reader 1")
        build.add(source, "reader 1")
        assert build.keep("a.txt", source.source.digest, "reader 1")
        assert not build.keep("a.txt", source.source.digest, "reader 2")
        build.commit()
    before = contents(tmp_path)
    with open_build(tmp_path) as build:
        assert build.keep("a.txt", source.source.digest, "reader 1")
        build.commit()
    assert contents(tmp_path) == before


def test_what_a_killed_build_had_read_is_kept(tmp_path: Path) -> None:
    with open_build(tmp_path) as build:
        build.add(some()[0], "reader 1")  # and no commit
    with pytest.raises(GraphError, match="is not a graph"):
        open_graph(tmp_path)
    with open_build(tmp_path) as build:
        assert build.keep("a.txt", some()[0].source.digest, "reader 1")
        assert build.commit().added == ("a.txt",)


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="nothing tells which file a handle is")
def test_what_a_manifest_names_lasts_before_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lasting: list[str] = []
    monkeypatch.setattr("os.fsync", lambda handle: lasting.append(Path(f"/proc/self/fd/{handle}").readlink().name))
    make(tmp_path, some())
    named = [one.name for room in ("facts", "texts", "views") for one in (tmp_path / room).iterdir()]
    at = next(place for place, name in enumerate(lasting) if "manifest" in name)
    before = {name.removeprefix(".") for name in lasting[:at]}
    assert before >= {name for name in named if "." in name} | {"facts", "texts", "nodes.parquet", "edges.parquet"}


def test_a_text_that_the_disk_lost_is_read_again(tmp_path: Path) -> None:
    """A build that was cut off by a power failure may leave an empty file."""
    source = some()[0]
    with open_build(tmp_path) as build:
        build.add(source, "reader 1")
    [text] = (tmp_path / "texts").iterdir()
    with open_build(tmp_path) as build:
        assert build.keep(source.source.name, source.source.digest, "reader 1")
        text.write_bytes(b"")
        assert not build.keep(source.source.name, source.source.digest, "reader 1")


def test_what_no_one_names_any_more_is_swept(tmp_path: Path) -> None:
    make(tmp_path, some())
    make(tmp_path, [], ["a.txt"])
    assert len(list((tmp_path / "facts").iterdir())) == len(list((tmp_path / "texts").iterdir())) == 2
    assert len(list((tmp_path / "views").iterdir())) == 1


def test_one_text_under_two_names_is_one_source(tmp_path: Path) -> None:
    first = text("a.txt", head(), appoints("王涛"))
    second = Text(Source("z.txt", first.source.digest), first.raw, first.facts)
    make(tmp_path, [second, first])
    with open_graph(tmp_path) as graph:
        assert [fact.evidence.source for fact in graph.facts()] == ["a.txt", "a.txt"]
    make(tmp_path, [], ["a.txt"])
    with open_graph(tmp_path) as graph:
        assert [fact.evidence.source for fact in graph.facts()] == ["z.txt", "z.txt"]


def test_two_texts_under_one_name_are_refused(tmp_path: Path) -> None:
    with open_build(tmp_path) as build:
        build.add(text("a.txt", head()))
        with pytest.raises(InputError, match=r"a\.txt: two inputs have this name"):
            build.add(text("a.txt", appoints("王涛")))


def test_a_fact_without_its_words_is_told_and_left_out(tmp_path: Path) -> None:
    good = text("a.txt", appoints("王涛"), appoints("李敏"))
    moved = [
        good.facts[0],
        Fact(
            "appointment",
            NUMBER,
            good.facts[1].args,
            Evidence("a.txt", 0, 3, "免去王"),
            "appointment.test",
            0.9,
        ),
        said("appointment", "任命", person="李敏"),
    ]
    done = make(tmp_path, [Text(good.source, good.raw, moved)])
    assert done.facts == 1
    assert [line.split(": ", 2)[2] for line in done.refused] == [
        "appointment: the words at 0-3 are not those it claims",
        "appointment: action is missing",
    ]


def test_a_decision_joins_two_and_undoing_it_parts_them(tmp_path: Path) -> None:
    make(tmp_path, some())
    before = contents(tmp_path)
    sources = {one.source.name: one.source.digest for one in some()}
    left = person_id("王涛", (sources["a.txt"], NUMBER))
    right = person_id("王涛", (sources["c.txt"], "望审〔2021〕3号"))
    said = Decision(left, right, "same", 0.9, "one name, one district", "test", "2024-01-01")
    write_decisions(tmp_path / "decisions.jsonl", [said])
    done = make(tmp_path, [])
    with open_graph(tmp_path) as graph:
        posts = "MATCH (p:Person {name: '王涛'})-[:APPOINTED_TO]->(o) RETURN p.id, o.name ORDER BY o.name"
        assert [row[0] for row in graph.cypher(posts)] == [min(left, right)] * 2
        held = "SELECT DISTINCT ?p { ?p rdfs:label '王涛'@zh ; a gk:Person }"
        assert len(graph.sparql(held)) == 1
    again = Decision(left, right, "different", 1.0, "two people", "test", "2024-01-02")
    write_decisions(tmp_path / "decisions.jsonl", [said, again])
    assert make(tmp_path, []).nodes == done.nodes + 1
    (tmp_path / "decisions.jsonl").unlink()
    make(tmp_path, [])
    assert contents(tmp_path) == before


def test_a_decision_that_makes_a_person_an_agency_is_refused(tmp_path: Path) -> None:
    one = some()[0]
    make(tmp_path, [one])
    pair = person_id("王涛", (one.source.digest, NUMBER)), agency_id(PLACE + "教育局", ())
    write_decisions(tmp_path / "decisions.jsonl", [Decision(*pair, "same", 1.0, "", "test", "2024-01-01")])
    with pytest.raises(GraphError, match="made two kinds of thing one"):
        make(tmp_path, [])
    with open_graph(tmp_path) as graph:  # what was there is still there
        assert len(list(graph.facts())) == 2


def test_two_builds_at_once(tmp_path: Path) -> None:
    with (
        open_build(tmp_path),
        pytest.raises(GraphError, match="another build is running"),
        open_build(tmp_path),
    ):
        pass


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").touch()
    with pytest.raises(GraphError, match=r"thesis\.docx"), open_build(tmp_path):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.docx"]


def test_a_missing_a_broken_and_a_newer_graph(tmp_path: Path) -> None:
    with pytest.raises(
        GraphError, match=r"none is not a graph: it does not exist; `kg build PATHS -o .*none` makes"
    ):
        open_graph(tmp_path / "none")
    with pytest.raises(GraphError, match="is not a graph: it is empty or something else"):
        open_graph(tmp_path)
    make(tmp_path, some())
    manifest = tmp_path / "manifest.json"
    good = json.loads(manifest.read_text("utf-8"))
    entry = good["sources"]["a.txt"]
    for wrong, words in (
        (good | {"format": 99}, "made by a newer version .* `kg build PATHS -o` another folder"),
        (good | {"format": 0}, "made by another version"),
        (good | {"sources": 3}, "is broken"),
        (good | {"sources": {"a.txt": entry | {"digest": "../../own"}}}, "is broken: sources.a.txt.digest"),
        (good | {"sources": {"a.txt": entry | {"part": "/etc/passwd"}}}, "is broken: sources.a.txt.part"),
        (good | {"sources": {"a.txt": entry | {"facts": "many"}}}, "is broken: sources.a.txt.facts"),
        (good | {"view": "../../other/views/it"}, "is broken: view"),
        (good | {"view": ".."}, "is broken: view"),
        (good | {"view": "gone"}, "the view that its manifest names is missing"),
        ({}, "is broken"),
        ([], "is broken"),
    ):
        manifest.write_text(json.dumps(wrong), "utf-8")
        with pytest.raises(GraphError, match=words):
            open_graph(tmp_path)
    manifest.write_bytes(b"\xff{")
    with pytest.raises(GraphError, match="cannot be read"):
        open_graph(tmp_path)


def test_a_table_with_bytes_that_are_no_text(tmp_path: Path) -> None:
    words = pa.StringArray.from_buffers(1, pa.py_buffer(bytes([0, 0, 0, 0, 1, 0, 0, 0])), pa.py_buffer(b"\xff"))
    pq.write_table(pa.table({"id": words}), tmp_path / "nodes.parquet")
    with pytest.raises(GraphError, match=r"nodes\.parquet cannot be read"):
        list(read_nodes(tmp_path / "nodes.parquet"))


def test_a_view_that_is_gone_is_made_again(tmp_path: Path) -> None:
    make(tmp_path, some())
    before = contents(tmp_path)
    view = next((tmp_path / "views").iterdir())
    view.rename(tmp_path / ".elsewhere")
    make(tmp_path, [])
    assert {name: data for name, data in contents(tmp_path).items() if not name.startswith(".")} == before


def test_texts_and_contexts(tmp_path: Path) -> None:
    make(tmp_path, [text("a.txt", head(), appoints("王涛"), appoints("李敏"))])
    with open_graph(tmp_path) as graph:
        first, second = graph.facts("appointment")
        assert graph.context(second.evidence, 3) == ("局长\n", "任命李敏为区教育局局长", "\n")
        assert graph.text("a.txt")[first.evidence.start : first.evidence.end] == first.evidence.text
        with pytest.raises(GraphError, match=r"no text of b\.txt"):
            graph.text("b.txt")


def test_networkx(tmp_path: Path) -> None:
    make(tmp_path, some())
    with open_graph(tmp_path) as graph:
        network = graph.to_networkx()
        assert network.number_of_nodes() == graph.manifest.nodes
        assert network.number_of_edges() == graph.manifest.edges
        labels = {data["label"] for _, _, data in network.edges(data=True)}
        assert labels == {"APPOINTED_TO", "POST_OF", "ISSUED", "BASED_ON"}
        assert network.nodes[agency_id(agency("区教育局").name, ())]["name"] == PLACE + "教育局"
