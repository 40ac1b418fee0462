"""What answers at the address of a Neo4j and is none: it says nothing, says it for ever, or says nonsense."""

from __future__ import annotations

import gc
import os
import signal
import socket
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from kg.errors import QueryError, StoreError
from kg.stores import neo4j as module
from kg.stores import patience
from kg.stores.memory import in_use
from kg.stores.neo4j import Neo4jStore
from kg.stores.patience import Flood, Silent, within

# the driver leaves some sockets to the collector
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning")

type Peer = Callable[[socket.socket], None]
type Serve = Callable[[Peer], str]

VERSION = b"\0\0\4\5"  # Bolt 5.4
HELLO = b"\x01"
WELCOME = b"\xb1\x70\xa2\x86server\x8cNeo4j/5.26.0\x8dconnection_id\x811"  # SUCCESS {server: …, connection_id: "1"}
GOOD = b"\xb1\x70\xa1\x86fields\x90"  # SUCCESS {fields: []}
RECORD = b"\xb1\x71\x91\x81x"


@pytest.fixture
def serve() -> Iterator[Serve]:
    """A function that has a peer speak to whoever connects, and gives the address."""
    opened: list[socket.socket] = []

    def run(peer: Peer, one: socket.socket) -> None:
        with suppress(OSError), one:
            peer(one)

    def accept(server: socket.socket, peer: Peer) -> None:
        with suppress(OSError):
            while True:
                one, _ = server.accept()
                opened.append(one)
                threading.Thread(target=run, args=(peer, one), daemon=True).start()

    def start(peer: Peer) -> str:
        server = socket.create_server(("127.0.0.1", 0))
        opened.append(server)
        threading.Thread(target=accept, args=(server, peer), daemon=True).start()
        return f"bolt://127.0.0.1:{server.getsockname()[1]}"

    yield start
    for one in opened:
        with suppress(OSError):
            one.shutdown(socket.SHUT_RDWR)
        one.close()
    time.sleep(0.5)  # till the driver has noticed, in the threads that it was left in
    gc.collect()


def say(peer: socket.socket, message: bytes) -> None:
    peer.sendall(struct.pack(">H", len(message)) + message + b"\0\0")


def nod(peer: socket.socket) -> None:
    """Hear a message and say that it is welcome."""
    message = b""
    while size := struct.unpack(">H", peer.recv(2, socket.MSG_WAITALL))[0]:
        message += peer.recv(size, socket.MSG_WAITALL)
    say(peer, WELCOME if message[1:2] == HELLO else GOOD)


def polite(messages: int) -> Peer:
    """Every message is welcome, up to a number of them; then nothing is said any more."""

    def peer(one: socket.socket) -> None:
        one.recv(20, socket.MSG_WAITALL)
        one.sendall(VERSION)
        for _ in range(messages):
            nod(one)
        time.sleep(600)

    return peer


def mute(one: socket.socket) -> None:
    time.sleep(600)


def endless(one: socket.socket) -> None:
    """Every message is welcome, and the rows of an answer have no end."""
    one.recv(20, socket.MSG_WAITALL)
    one.sendall(VERSION)
    for _ in range(3):
        nod(one)
    while True:
        say(one, RECORD)


def deep(one: socket.socket) -> None:
    one.recv(20, socket.MSG_WAITALL)
    one.sendall(VERSION)
    say(one, b"\xb1\x70\xa1\x81x" + b"\x91" * 60_000)


def swelling(one: socket.socket) -> None:
    """One message that has no end."""
    one.recv(20, socket.MSG_WAITALL)
    one.sendall(VERSION)
    while True:
        one.sendall(struct.pack(">H", 0xFFFF) + b"x" * 0xFFFF)


@pytest.mark.parametrize("peer", [mute, polite(1), polite(3), endless], ids=["mute", "hello", "query", "endless"])
def test_a_server_that_does_not_answer_is_given_up(peer: Peer, serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "ANSWER", 1.0)
    began = time.monotonic()
    with pytest.raises(StoreError, match=r"127\.0\.0\.1:\d+: no answer within 1 s"):
        Neo4jStore(serve(peer), "neo4j", "secret")
    assert time.monotonic() - began < 20


@pytest.mark.skipif(not in_use(), reason="nothing tells how much memory is in use")
def test_a_server_that_says_more_than_memory_holds_is_given_up(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    """It took ten gigabytes before the minute was over, and went on after it."""
    monkeypatch.setattr(patience, "MOST", 100 << 20)
    before = set(threading.enumerate())
    with pytest.raises(StoreError, match="the answer takes more than 100 MB of memory"):
        Neo4jStore(serve(swelling), "neo4j", "secret")
    for thread in [one for one in threading.enumerate() if one not in before and one.name.endswith("(call)")]:
        thread.join(20)
        assert not thread.is_alive()


def test_a_server_that_talks_nonsense_is_told(serve: Serve) -> None:
    with pytest.raises(StoreError, match=r"what answers is no Neo4j \(RecursionError"):
        Neo4jStore(serve(deep), "neo4j", "secret")


def test_a_query_that_is_not_answered(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    with Neo4jStore(serve(polite(6)), "neo4j", "secret") as store:
        for timeout in (float("nan"), float("inf"), 0):
            with pytest.raises(QueryError, match="time limit"):
                store.query("RETURN 1", timeout=timeout)
        monkeypatch.setattr(module, "ANSWER", 0.5)
        with pytest.raises(StoreError, match=r"no answer within 1 s"):
            store.query("RETURN 1", timeout=0.5)


@pytest.mark.skipif(os.name != "posix", reason="there is no such signal")
def test_ctrl_c_while_it_is_waited_for(serve: Serve) -> None:
    code = (
        "import sys; from kg.stores.neo4j import Neo4jStore; store = Neo4jStore(sys.argv[1], 'neo4j', 'x'); print('open', flush=True)\n"
        "with store._driver.session() as session: store._ask(lambda: session.run('RETURN 1').consume())"
    )
    env = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    command = [sys.executable, "-c", code, serve(polite(4))]
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"open\n"
        time.sleep(1)
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) != 0


def test_within() -> None:
    assert within(60, lambda: 3) == 3
    with pytest.raises(ZeroDivisionError):
        within(60, lambda: 1 // 0)
    with pytest.raises(Silent):
        within(0.1, lambda: time.sleep(60))


@pytest.mark.skipif(not in_use(), reason="nothing tells how much memory is in use")
def test_what_is_left_ends() -> None:
    held: list[bytes] = []

    def swell() -> None:
        while True:
            held.append(bytes(1 << 20))
            time.sleep(0.001)

    with pytest.raises(Flood):
        within(60, swell, 50 << 20)
    time.sleep(1)
    count = len(held)
    time.sleep(0.5)
    assert len(held) == count
