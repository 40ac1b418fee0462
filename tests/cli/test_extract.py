"""`kg extract`, `kg text`, `kg report`: what they print, what they say, how they end."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from importlib import import_module
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import main, summaries
from kg.cli._outcomes import interrupted_after

NOTICE = (
    "望溪区人民政府关于王涛同志任职的通知\r\n\r\n望政发〔2019〕{}号\r\n\r\n"
    "各镇人民政府：\r\n\r\n经区政府研究决定，任命王涛为区教育局局长。\r\n\r\n望溪区人民政府\r\n\r\n2019年3月5日\r\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for n in (1, 2):
        (tmp_path / f"{n}.txt").write_bytes(NOTICE.format(n).encode())
    return tmp_path


def kg(*args: str | Path) -> Result:
    return CliRunner().invoke(main, [str(one) for one in args], catch_exceptions=False)


def facts(lines: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in lines.splitlines()]


def test_jsonl(folder: Path) -> None:
    done = kg("extract", folder, "--format", "jsonl")
    assert done.exit_code == 0
    found = facts(done.stdout)
    assert {one["document"] for one in found} == {"望政发〔2019〕1号", "望政发〔2019〕2号"}
    for one in found:
        place = one["evidence"]
        assert isinstance(place, dict)
        text = (folder / place["source"]).read_bytes().decode()
        assert text[place["start"] : place["end"]] == place["text"]
    assert f"2 read, 2 notices, {len(found)} facts" in done.stderr


def test_standard_input(folder: Path) -> None:
    """It is a file like any other, of whatever kind; its facts say that they come from there."""
    data = (folder / "1.txt").read_bytes()
    for command in ("extract", "text"):
        done = CliRunner().invoke(main, [command, "-"], input=data)
        assert (done.exit_code, done.stdout) == (0, kg(command, folder / "1.txt").stdout.replace("1.txt", "stdin"))
    done = CliRunner().invoke(main, ["extract", "-", str(folder / "2.txt")], input=b"\x89PNG")
    assert (done.exit_code, "望政发〔2019〕2号" in done.stdout) == (1, True)
    assert "stdin: a picture" in done.stderr


def test_the_same_whatever_the_processes_and_the_order(folder: Path) -> None:
    one = kg("extract", folder / "1.txt", folder / "2.txt", "--format", "jsonl", "-j", "1").stdout
    two = kg("extract", folder / "2.txt", folder / "1.txt", "--format", "jsonl", "-j", "2").stdout
    assert one == two


def test_what_is_read_does_not_steer_the_terminal(tmp_path: Path) -> None:
    name = "\x1b[31m\n.txt" if os.name == "posix" else "1.txt"
    words = NOTICE.format(1).replace("教育局", "教\x1b[2J育\x9b局")
    (tmp_path / name).write_bytes(words.encode())
    for command in (["extract"], ["extract", "--explain"], ["report", "--show", "nothing"]):
        done = kg(*command, tmp_path)
        assert "王涛" in done.stdout or command[0] == "report"
        assert not {"\x1b", "\x9b"} & set(done.output), command
    assert kg("text", tmp_path).stdout_bytes == words.encode()  # a file or a pipe gets the text as it is


def test_too_little_memory_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def large(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(import_module("extract.read.load"), "load", large)
    done = kg("text", folder / "1.txt")
    assert (done.exit_code, done.stderr) == (1, "Error: there is not enough memory for this\n")


@pytest.mark.parametrize("command", ["build", "extract"])
def test_what_cannot_be_written_is_said(folder: Path, command: str) -> None:
    done = kg(command, folder, "-q", "-o", folder / "1.txt" / "out")
    assert done.exit_code == 1
    assert done.stderr.startswith(f"Error: {folder / '1.txt'}")
    assert "Traceback" not in done.output


def test_a_table_for_reading(folder: Path) -> None:
    lines = kg("extract", folder / "1.txt").stdout.splitlines()
    assert lines[1] == "望政发〔2019〕1号  (1.txt)"
    assert any("person=王涛" in line and "post=局长" in line for line in lines)


def test_a_file_instead_of_stdout(folder: Path, tmp_path: Path) -> None:
    done = kg("extract", folder / "1.txt", "--format", "jsonl", "-o", tmp_path / "facts.jsonl", "--quiet")
    assert (done.exit_code, done.output) == (0, "")
    assert facts((tmp_path / "facts.jsonl").read_text("utf-8"))
    assert [path.name for path in tmp_path.iterdir() if path.name[0] == "."] == []


@pytest.mark.skipif(os.name != "posix", reason="there are no such links and pipes")
def test_a_link_stays_and_a_pipe_is_written_as_it_is(folder: Path) -> None:
    (folder / "far").mkdir()
    (folder / "link.jsonl").symlink_to(folder / "far" / "facts.jsonl")
    assert kg("extract", folder / "1.txt", "-q", "-o", folder / "link.jsonl").exit_code == 0
    assert (folder / "link.jsonl").is_symlink()
    assert "王涛" in (folder / "far" / "facts.jsonl").read_text("utf-8")
    out, _ = run("extract", folder / "1.txt", "-q", "-o", "/dev/stdout").communicate(timeout=120)
    assert "王涛" in out.decode()
    assert Path("/dev/stdout").is_symlink()
    assert kg("extract", folder / "1.txt", "-q", "-o", "-").stdout == out.decode()


@pytest.mark.parametrize(
    "args",
    [
        ["extract", ""],
        ["report", ""],
        ["text", ""],
        ["build", "", "-o", "graph"],
        ["build", "1.txt", "-o", ""],
        ["build", "1.txt", "-o", "-"],
        ["extract", "1.txt", "-o", ""],
        ["draw", "王涛", "-o", ""],
        ["export", "-f", "ttl", "-o", ""],
        ["export", "-f", "csv", "-o", "-"],
        ["query", "sparql", "ASK {}", "--graph", ""],
        ["ask", "members", "--graph", "-"],
        ["search", "王涛", "--graph", ""],
        ["load", "neo4j", "--graph", ""],
        ["demo", "-o", "-"],
    ],
)
def test_an_empty_path_is_not_the_folder_one_is_in(
    folder: Path, monkeypatch: pytest.MonkeyPatch, args: list[str]
) -> None:
    monkeypatch.chdir(folder)
    before = sorted(folder.iterdir())
    assert kg(*args).exit_code == 2
    assert sorted(folder.iterdir()) == before


def test_one_bad_file_is_named_and_the_others_go_on(folder: Path) -> None:
    (folder / "3.txt").write_bytes(b"")
    (folder / "4.pdf").write_bytes(b"no")
    done = kg("extract", folder, folder / "none", "--format", "jsonl", "--quiet")
    assert done.exit_code == 1
    assert len({one["document"] for one in facts(done.stdout)}) == 2
    assert done.stderr.splitlines() == [
        f"{folder}/none: there is no such file or folder",
        "3.txt: the file is empty",
        "4.pdf: the file is named .pdf and is none, or is broken",
    ]


def test_nothing_to_read(tmp_path: Path) -> None:
    done = kg("extract", tmp_path)
    assert (done.exit_code, done.stderr.splitlines()[0]) == (1, "nothing to read")


def test_doubt_is_said(folder: Path) -> None:
    (folder / "1.txt").write_bytes(NOTICE.format(1).encode() + b"\xff\n")
    assert "1.txt: 1 characters are not UTF-8" in kg("extract", folder / "1.txt").stderr


@pytest.mark.skipif(os.name != "posix", reason="there are no such shells")
@pytest.mark.parametrize(
    ("args", "closed", "code", "words"),
    [
        ("extract -", "<&-", 1, "stdin: the file is empty"),
        ("query sparql -", "<&-", 1, "is not a graph"),
        ("extract 1.txt", ">&-", 0, "1 read"),
        ("extract 1.txt", "2>&-", 0, ""),
    ],
)
def test_a_stream_that_is_closed(folder: Path, args: str, closed: str, code: int, words: str) -> None:
    command = f"{sys.executable} -P -m kg {args} {closed}"
    env = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(["sh", "-c", command], cwd=folder, env=env, capture_output=True, text=True, check=False)
    assert (done.returncode, words in done.stderr, "Traceback" in done.stderr) == (code, True, False), done.stderr


def test_usage() -> None:
    for wrong in (
        ["extract"],
        ["extract", "a.txt", "--format", "xml"],
        ["extract", "a.txt", "-j", "0"],
        ["none"],
    ):
        assert kg(*wrong).exit_code == 2


def test_explain(folder: Path) -> None:
    lines = kg("extract", folder / "1.txt", "--explain").stdout
    assert "任命王涛为区教育局局长" in lines
    assert "cue      appointment." in lines
    assert "fact     appointment." in lines


def test_verbose(folder: Path) -> None:
    assert "1.txt: 1 notices, " in kg("extract", folder, "--verbose").stderr


def test_the_text_layer_as_it_is(folder: Path) -> None:
    assert kg("text", folder / "1.txt").stdout_bytes == NOTICE.format(1).encode()
    assert kg("text", folder, "--name", "2.txt").stdout_bytes == NOTICE.format(2).encode()
    assert kg("text", folder).exit_code == 1
    assert kg("text", folder / "none.txt").exit_code == 1


def test_report(folder: Path) -> None:
    done = kg("report", folder, "--format", "jsonl", "--type", "appointment")
    counts = {row["rule"]: row for row in facts(done.stdout)}
    assert counts["appointment"]["fact"]
    assert done.exit_code == 0
    assert kg("report", folder).stdout.split()[:3] == ["fact", "refused", "nothing"]
    assert kg("report", folder, "--show", "nothing").exit_code == 0


def test_every_command_has_help() -> None:
    listed = kg("--help").stdout
    for name, summary in summaries().items():
        assert name in listed
        assert summary
        assert kg(name, "--help").exit_code == 0


def run(*args: str | Path, start_new_session: bool = False, **more: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", "from kg.cli import main; main(prog_name='kg')", *map(str, args)]
    return subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, **more},
        start_new_session=start_new_session,
    )


def test_utf_8_whatever_the_locale(folder: Path) -> None:
    out, err = run(
        "extract", folder, "--format", "jsonl", LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="latin-1"
    ).communicate(timeout=120)
    assert "王涛" in out.decode("utf-8")
    assert b"\r" not in out.replace(b"\\r", b"")
    assert b"Traceback" not in err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
@pytest.mark.parametrize("args", [["--help"], ["extract", "--help"], ["extract"], ["text"], ["report"]])
def test_a_full_disk_is_said(folder: Path, args: list[str]) -> None:
    command = [
        sys.executable,
        "-c",
        "from kg.cli import main; main(prog_name='kg')",
        *args,
        str(folder / "1.txt"),
    ]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, timeout=120, check=False)
    assert done.returncode == 1
    assert done.stderr.decode().splitlines()[-1] == "Error: No space left on device"
    assert b"Traceback" not in done.stderr


def test_help_is_fast() -> None:
    loaded = "import sys; from kg.cli import main; main(['--help'], standalone_mode=False); "
    loaded += "print([m for m in sys.modules if m.split('.')[0] in ('extract', 'pydantic', 'pyarrow', 'rich', 'lxml')])"
    done = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_reader_that_goes_away(folder: Path) -> None:
    for n in range(40):
        (folder / f"x{n}.txt").write_bytes(NOTICE.format(n).encode() * 20)
    process = run("extract", folder, "--format", "jsonl", "-j", "2")
    assert process.stdout is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr is not None
    said = process.stderr.read()
    process.stderr.close()
    assert process.wait(timeout=120) != 0
    assert b"Traceback" not in said


@pytest.mark.parametrize("whom", ["the command", "the terminal"])
@pytest.mark.parametrize("moment", ["start", "work"])
def test_ctrl_c(folder: Path, whom: str, moment: str) -> None:
    """Whoever gets the signal, and whenever: it ends at once, says so in a word, leaves no process and no file."""
    out = folder / "out" / "facts.jsonl"
    out.parent.mkdir()
    (folder / "x.txt").write_bytes(NOTICE.format(1).encode() * 40)
    for n in range(20_000):  # more than is read in any time that a test has
        (folder / f"x{n}.txt").hardlink_to(folder / "x.txt")
    process = run("extract", folder, "--format", "jsonl", "-q", "-j", "2", "-o", out, start_new_session=True)
    part = out.with_name(f".facts.jsonl.{process.pid}")
    try:
        while process.poll() is None and not (part.exists() and (moment == "start" or part.stat().st_size)):
            time.sleep(0.02)
        (os.kill if whom == "the command" else os.killpg)(process.pid, signal.SIGINT)
        _, said = process.communicate(timeout=60)
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    assert said.decode().split() == ["Aborted!"]
    assert process.returncode == 1
    assert list(out.parent.iterdir()) == []


def test_ctrl_c_in_an_import_is_raised_after_it() -> None:
    done = []

    def interrupted() -> None:
        with interrupted_after():
            signal.raise_signal(signal.SIGINT)
            done.append("the import")

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert done == ["the import"]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_a_command_that_is_killed_leaves_no_process(folder: Path) -> None:
    (folder / "9.txt").write_text("任命王涛为区教育局局长，" * 100_000, encoding="utf-8")  # long in work
    process = run("extract", folder, "--format", "jsonl", "-j", "2")
    assert process.stdout is not None
    process.stdout.readline()
    workers = [Path("/proc", one) for one in Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()]
    assert workers
    process.kill()
    process.communicate(timeout=60)
    end = time.monotonic() + 10
    while (left := [one for one in workers if one.exists()]) and time.monotonic() < end:
        time.sleep(0.02)
    assert not left
