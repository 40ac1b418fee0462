"""What is found, cut out, placed and drawn, without a browser."""

from __future__ import annotations

from itertools import combinations
from time import perf_counter
from xml.etree import ElementTree

import networkx as nx
import pytest

from kg.graph import Graph
from kg.schema import load_schema
from kg.viz import draw, find, page, svg
from kg.viz.cut import cut
from kg.viz.picture import Picture
from kg.viz.shape import LOOKS, measure, wrapped
from kg.viz.words import LANGUAGES, words

type Network = nx.MultiDiGraph[str]

BUREAU = "临澜市望溪区水务局"


@pytest.fixture(scope="module")
def network(sample_graph: Graph) -> Network:
    return sample_graph.to_networkx()


def star(points: int, kind: str = "Document") -> Network:
    graph: Network = nx.MultiDiGraph()
    graph.add_node("a", label="Agency", name="望溪区人民政府")
    for number in range(points):
        graph.add_node(f"d{number}", label=kind, name=f"关于第{number}件事的通知")
        graph.add_edge("a", f"d{number}", key=f"e{number}", label="ISSUED", quote="特此通知", document="1号")
    return graph


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        (BUREAU, BUREAU),
        ("区水务局", BUREAU),
        ("望政任〔2019〕4号", "临澜市望溪区人民政府关于贾亦舟等同志职务任免的通知"),
        ("望政任[2019] 4号", "临澜市望溪区人民政府关于贾亦舟等同志职务任免的通知"),
        ("贾亦舟等同志职务任免", "临澜市望溪区人民政府关于贾亦舟等同志职务任免的通知"),
        ("丛一笑", "丛一笑"),
    ],
)
def test_a_name_a_number_or_a_part_is_found(network: Network, asked: str, name: str) -> None:
    assert list(find(network, asked)) == [name]


def test_people_of_one_name_are_found_together(network: Network) -> None:
    (ids,) = find(network, "韩松年").values()
    assert len(ids) > 1
    picture = draw(network, *ids)
    assert [box.name for box in picture.boxes if box.start] == ["韩松年"] * len(ids)


def test_what_is_ambiguous_is_listed_and_what_is_not_there_is_not(network: Network) -> None:
    assert next(iter(find(network, "水务"))) == BUREAU or len(find(network, "水务")) == 1
    assert len(find(network, "区人民政府关于")) > 5
    assert find(network, "没有这个机构") == {}
    assert find(network, "") == find(network, "  ") == {}


def test_an_id_is_found(network: Network) -> None:
    (ids,) = find(network, BUREAU).values()
    assert find(network, ids[0]) == {BUREAU: ids}


def test_a_post_is_no_step(network: Network) -> None:
    (ids,) = find(network, "丛一笑").values()
    part = cut(network, ids, 1, 100)
    assert "临澜市望溪区应急管理局" in {network.nodes[node]["name"] for node in part.ids}


def test_each_kind_of_neighbour_gets_its_turn() -> None:
    graph = star(50)
    for number in range(50):
        graph.add_node(f"t{number}", label="Task", name=f"任务{number}")
        graph.add_edge(f"t{number}", "a", key=f"l{number}", label="LED_BY")
    part = cut(graph, ["a"], 1, 21)
    assert (
        sorted(graph.nodes[node]["label"] for node in part.ids)
        == ["Agency"] + ["Document"] * 10 + ["Task"] * 10
    )
    assert (part.left_out, part.more) == (80, {"a": {"Document": 40, "Task": 40}})


def test_what_is_left_out_is_said() -> None:
    picture = draw(star(30), "a", limit=11)
    assert (len(picture.things), picture.left_out) == (11, 20)
    assert [box.name for box in picture.boxes if box.label == "More"] == ["文件 +20"]
    assert "另有 20 项未画出" in page(picture)
    assert draw(star(5), "a").left_out == 0


def test_of_a_name_that_very_many_bear_a_few_are_drawn() -> None:
    """A common name: a thousand things of it were drawn, whatever the limit."""
    graph: Network = nx.MultiDiGraph()
    for number in range(1000):
        graph.add_node(f"p{number}", label="Person", name="王涛")
        for post in range(2 if number == 500 else 1):
            graph.add_node(f"o{number}.{post}", label="Post", name=f"第{number}局局长")
            graph.add_edge(f"p{number}", f"o{number}.{post}", key=f"e{number}.{post}", label="APPOINTED_TO")
    (ids,) = find(graph, "王涛").values()
    picture = draw(graph, *ids, limit=60)
    begun = [box.id for box in picture.things if box.start]
    assert (len(picture.things), len(begun), begun[0]) == (41, 20, "p500")
    assert picture.left_out == 980
    assert "人员 +980" in {box.name for box in picture.boxes}


def overlaps(picture: Picture) -> list[tuple[str, str]]:
    return [
        (a.name, b.name)
        for a, b in combinations(picture.boxes, 2)
        if abs(a.x - b.x) < (a.width + b.width) / 2 and abs(a.y - b.y) < (a.height + b.height) / 2
    ]


@pytest.mark.parametrize("name", [BUREAU, "望溪区人民政府公报", "韩松年", "望政发〔2019〕4号"])
def test_no_box_lies_on_another(network: Network, name: str) -> None:
    (ids,) = find(network, name).values()
    assert overlaps(draw(network, *ids, depth=2, limit=80)) == []


def test_a_picture_is_the_same_each_time(network: Network) -> None:
    (ids,) = find(network, BUREAU).values()
    assert svg(draw(network, *ids)) == svg(draw(network, *ids))
    assert page(draw(network, *ids)) == page(draw(network, *ids))


def test_two_thousand_things_are_drawn_in_time() -> None:
    began = perf_counter()
    picture = draw(star(2500), "a", limit=9999)
    assert len(picture.boxes) == 2001
    assert "文件 +501" in {box.name for box in picture.boxes}
    assert len(page(picture)) > 500_000
    assert perf_counter() - began < 120


def test_edges_between_two_things_are_one_line_with_all_their_words() -> None:
    graph = star(1)
    graph.add_edge("a", "d0", key="x", label="ISSUED", quote="第二处\n说明", document="2号", date="2019-03")
    graph.add_edge("a", "d0", key="y", label="APPROVED", meeting="第3次会议", quote="经研究", document="1号")
    graph.add_edge("d0", "a", key="z", label="SENT_TO")
    there, back = draw(graph, "a").lines
    assert there.text == "批准、印发文件 ×2" or there.text == "印发文件 ×2、批准"
    assert "“第二处 说明” —— 2号" in there.rows
    assert "第3次会议" in there.rows
    assert there.bent
    assert back.bent


def test_long_names_are_wrapped_and_cut() -> None:
    assert wrapped("水务局") == ("水务局",)
    assert wrapped("望溪区人民政府关于印发通知") == ("望溪区人民政府", "关于印发通知")
    long = wrapped("一二三四五六七八九十" * 9)
    assert len(long) == 3
    assert long[-1].endswith("…")
    assert max(map(measure, wrapped("Abc " * 30))) <= 11
    assert wrapped("") == ("",)


def test_every_class_and_edge_has_words() -> None:
    schema = load_schema()
    edges = {draw.label for declared in schema.types.values() for draw in declared.draws if draw.edge}
    for language in LANGUAGES:
        assert (set(schema.nodes) | edges) - set(words(language)) == set()
    assert set(LOOKS) <= set(schema.nodes)


def test_svg_is_xml_whatever_the_names_are() -> None:
    graph = star(1)
    graph.nodes["a"]["name"] = "<script>alert(1)</script>&\"']]>"
    graph.add_edge("a", "a", key="self", label="ALSO_CALLED", quote="</svg>")
    root = ElementTree.fromstring(svg(draw(graph, "a")))
    assert not [element for element in root.iter() if element.tag.endswith("script")]
    assert "<script>" in "".join(root.itertext())
