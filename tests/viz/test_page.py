"""The page in a real browser: it draws, it asks for nothing, and it runs nothing that comes from notices."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from playwright.sync_api import Dialog, Page

from kg.graph import Graph
from kg.viz import draw, find
from kg.viz import page as html
from kg.viz.picture import Picture

pytestmark = pytest.mark.browser

type Network = nx.MultiDiGraph[str]
type Show = Callable[[Picture], list[str]]

HOSTILE = [
    "<script>alert(1)</script>",
    "</script><script>alert(2)</script>",
    "<img src=x onerror=alert(3)>",
    "\"'><svg onload=alert(4)>",
    "<!--<script>",
    "javascript:alert(5)",
    "{{ 7*7 }}{% raw %}",
    "\u2028\u2029];alert(6)//",
    "<a href='http://example.com/'>href</a>",
    "${alert(7)}`\\",
    "__proto__",
]


@pytest.fixture
def show(page: Page, tmp_path: Path) -> Show:
    """Opens a picture; gives all that the browser says and asks for, but the page itself."""
    said: list[str] = []

    def dismissed(dialog: Dialog) -> None:
        said.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    page.on("console", lambda message: said.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: said.append(f"error: {error}"))
    page.on("dialog", dismissed)
    page.on("request", lambda request: said.append(f"request: {request.url}"))

    def opened(picture: Picture) -> list[str]:
        file = tmp_path / "picture.html"
        file.write_text(html(picture), encoding="utf-8")
        page.goto(file.as_uri())
        page.wait_for_function("typeof picture === 'object' && picture.body.nodeIndices.length > 0")
        page.wait_for_timeout(150)
        assert said.pop(0) == f"request: {file.as_uri()}"
        return said

    return opened


def middle(page: Page, js: str) -> tuple[float, float]:
    """A point of the picture as the mouse knows it."""
    place = page.evaluate(
        f"(() => {{ const p = picture.canvasToDOM({js}); const r = picture.canvas.frame.getBoundingClientRect();"
        " return [p.x + r.left, p.y + r.top]; })()"
    )
    return place[0], place[1]


def test_the_sample_is_drawn_offline(show: Show, page: Page, sample_graph: Graph) -> None:
    network = sample_graph.to_networkx()
    (ids,) = find(network, "临澜市望溪区水务局").values()
    picture = draw(network, *ids)
    assert show(picture) == []
    assert page.title() == page.inner_text("h1") == "临澜市望溪区水务局"
    assert set(page.inner_text("header ul").split()) == set(picture.kinds().values())
    assert page.evaluate("picture.body.nodeIndices.length") == len(picture.boxes)
    assert page.evaluate("picture.body.edgeIndices.length") == len(picture.lines)
    places = page.evaluate("picture.getPositions()")
    assert {key: (at["x"], at["y"]) for key, at in places.items()} == {
        box.id: (box.x, box.y) for box in picture.boxes
    }


def test_the_words_that_say_so_are_shown(show: Show, page: Page) -> None:
    graph: Network = nx.MultiDiGraph()
    graph.add_node("p", label="Person", name="王涛")
    graph.add_node("o", label="Post", name="望溪区教育局局长", title="局长")
    graph.add_edge(
        "p", "o", key="e", label="APPOINTED_TO", quote="任命王涛为区教育局局长", document="望政任〔2019〕1号"
    )
    assert show(draw(graph, "p")) == []
    between = (
        "(() => { const [a, b] = ['p', 'o'].map((id) => picture.getPosition(id));"
        " return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }; })()"
    )
    page.mouse.move(*middle(page, between))
    page.wait_for_selector("div.vis-tooltip", state="visible")
    assert "“任命王涛为区教育局局长” —— 望政任〔2019〕1号" in page.inner_text("div.vis-tooltip")
    page.mouse.click(*middle(page, "picture.getPosition('p')"))
    assert page.inner_text("#told").startswith("人员 王涛")


def test_nothing_in_the_data_runs(show: Show, page: Page) -> None:
    graph: Network = nx.MultiDiGraph()
    graph.add_node(HOSTILE[0], label="Agency", name=HOSTILE[0], number=HOSTILE[1])
    for number, words in enumerate(HOSTILE):
        graph.add_node(f"{words}{number}", label="Document", name=words, kind=words, title=words)
        graph.add_edge(
            HOSTILE[0],
            f"{words}{number}",
            key=words,
            label="ISSUED",
            quote=words,
            document=words,
            meeting=words,
        )
    assert show(draw(graph, HOSTILE[0])) == []
    assert page.inner_text("h1") == HOSTILE[0]
    assert page.evaluate(
        "data.nodes.every((node) => node.title.children.length && !node.title.querySelector('p *'))"
    )
    x, y = middle(page, "picture.getPosition(data.nodes[0].id)")
    page.mouse.move(x, y)
    page.wait_for_selector("div.vis-tooltip", state="visible")
    page.mouse.click(x, y)
    assert HOSTILE[0] in page.inner_text("#told")
    assert page.evaluate("document.querySelectorAll('script').length") == 3
    assert page.evaluate("document.querySelectorAll('img, a, iframe, svg').length") == 0


def test_the_policy_holds_even_against_markup(show: Show, page: Page, tmp_path: Path) -> None:
    graph: Network = nx.MultiDiGraph()
    graph.add_node("a", label="Agency", name="望溪区")
    bad = "<script>document.title = 'run'</script><img src='http://127.0.0.1:9/x' onerror=\"document.title='run'\">"
    text = html(draw(graph, "a")).replace("</main>", f"</main>{bad}")
    file = tmp_path / "bad.html"
    file.write_text(text, encoding="utf-8")
    page.goto(file.as_uri())
    page.wait_for_timeout(150)
    assert page.title() == "望溪区"


def test_a_large_picture_stands_still_at_once(show: Show, page: Page) -> None:
    graph: Network = nx.MultiDiGraph()
    graph.add_node("a", label="Agency", name="望溪区人民政府")
    for number in range(400):
        graph.add_node(f"d{number}", label="Document", name=f"关于第{number}件事的通知")
        graph.add_edge("a", f"d{number}", key=f"e{number}", label="ISSUED")
    assert show(draw(graph, "a", limit=401)) == []
    before: Any = page.evaluate("picture.getPositions()")
    page.wait_for_timeout(300)
    assert page.evaluate("picture.getPositions()") == before
    assert page.evaluate("picture.physics.physicsEnabled") is False


def test_chinese_is_chinese_whatever_the_locale_is(
    show: Show, page: Page, tmp_path: Path, sample_graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    from click.testing import CliRunner

    from kg.cli.draw import command

    monkeypatch.setenv("LC_ALL", "C")
    out = tmp_path / "page.html"
    done = CliRunner().invoke(command, ["丛一笑", "-o", str(out), "--graph", str(sample_graph.folder)])
    assert done.exit_code == 0, done.output
    page.goto(out.as_uri())
    assert page.inner_text("h1") == "丛一笑"
