"""A build that is killed, at whatever moment, leaves a whole graph; the next one goes on."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg.errors import GraphError
from kg.graph import open_graph
from tests.graph.facts import Text, appoints, contents, head, make, text

SCRIPT = """
import sys
from pathlib import Path
from tests.graph.facts import make
from tests.graph.test_crash import sources
print("ready", flush=True)
make(Path(sys.argv[1]), sources(int(sys.argv[2])))
print("done", flush=True)
"""


def sources(generation: int) -> list[Text]:
    """Twelve sources, half of which change from one generation to the next."""
    found = []
    for i in range(12):
        person = "王涛李敏赵远陈安"[(i + generation * (i % 2)) % 8] + "明"
        number = f"望政发〔{2000 + generation * (i % 2)}〕{i}号"
        found.append(
            text(
                f"{i}.txt",
                head(document=number),
                *[appoints(person, post=f"{n}级调研员", document=number) for n in range(20)],
            )
        )
    return found


def build(folder: Path, generation: int, kill_after: float | None) -> tuple[bool, float]:
    """Run a build and kill it; whether it was done, and how long it took."""
    command = [sys.executable, "-c", SCRIPT, str(folder), str(generation)]
    root = Path(__file__).parents[2]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        start = time.monotonic()
        if kill_after is not None:
            time.sleep(kill_after)
            process.send_signal(signal.SIGKILL)
        done = process.stdout.readline() == "done\n"
        return done, time.monotonic() - start


def edges(folder: Path) -> set[str]:
    with open_graph(folder) as graph:
        counted = graph.cypher("MATCH (:Person)-[r:APPOINTED_TO]->(:Post) RETURN count(r)").rows
        found = {edge.id for edge in graph.edges() if edge.label == "APPOINTED_TO"}
        assert counted == [(len(found),)]
        assert graph.sparql("SELECT (COUNT(?f) AS ?n) { ?f a gk:Appointment }").rows == counted
        return found


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_killed_at_any_moment(tmp_path: Path) -> None:
    whole = []
    for generation in (0, 1):
        make(tmp_path / str(generation), sources(generation))
        whole.append((edges(tmp_path / str(generation)), contents(tmp_path / str(generation))))
    assert whole[0][0] != whole[1][0]

    graph, random_ = tmp_path / "graph", random.Random(7)
    _, took = build(tmp_path / "timed", 0, None)
    done, _ = build(graph, 0, took * 0.3)
    if not done:
        with pytest.raises(GraphError, match="is not a graph"):
            open_graph(graph)
    assert build(graph, 0, None)[0]
    state, kills = 0, 0
    for turn in range(4):
        done, _ = build(graph, 1 - state, took * (turn + random_.random()) / 4)
        found = edges(graph)
        assert found in (whole[0][0], whole[1][0])
        if done:
            assert found == whole[1 - state][0]
        kills += not done
        state = 0 if found == whole[0][0] else 1
    assert kills
    for generation in (0, 1):
        make(graph, sources(generation))
        assert contents(graph) == whole[generation][1]
