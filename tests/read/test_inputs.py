"""Which inputs paths name."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from extract.read.inputs import inputs
from extract.read.load import load
from kg.errors import InputError


def put(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("望溪区", encoding="utf-8")


def names(*paths: Path) -> list[str]:
    return [one.name for one in inputs(paths).found]


def test_a_file_is_named_by_its_base_name(tmp_path: Path) -> None:
    put(tmp_path, "a/b.txt")
    assert names(tmp_path / "a" / "b.txt") == ["b.txt"]


def test_a_folder_is_walked_in_order(tmp_path: Path) -> None:
    put(
        tmp_path,
        "b.txt",
        "a/c.html",
        "a/.hidden.txt",
        ".git/x.txt",
        "a/~$c.docx",
        "notice",
        "3.关于任免的通知",
        "x.jpg",
        "y.JPG",
    )
    found = inputs([tmp_path])
    assert [one.name for one in found.found] == ["3.关于任免的通知", "a/c.html", "b.txt", "notice"]
    assert found.remarks == ("files of other kinds left out: 2 .jpg",)


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "b.txt")
    found = inputs([tmp_path / "a.txt", tmp_path])
    assert [one.name for one in found.found] == ["a.txt", "b.txt"]
    assert "1 named twice, read once" in found.remarks[0]


def test_two_of_one_name_are_kept_apart(tmp_path: Path) -> None:
    put(tmp_path, "2018/x/a.txt", "2019/x/a.txt", "2019/x/b.txt")
    found = inputs([tmp_path / "2018" / "x" / "a.txt", tmp_path / "2019" / "x"])
    assert [one.name for one in found.found] == ["2018/x/a.txt", "2019/x/a.txt", "b.txt"]
    assert found.remarks == ("a.txt: more than one of this name, told apart by their folders",)


def test_the_order_of_the_paths_does_not_matter(tmp_path: Path) -> None:
    put(tmp_path, "2018/a.txt", "2019/a.txt", "c.txt")
    paths = [tmp_path / "2018", tmp_path / "2019", tmp_path / "c.txt"]
    assert names(*paths) == names(*reversed(paths))


def test_an_archive(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for name in ["b/c.txt", "../../etc/d.txt", "/e.txt", "__MACOSX/c.txt", "b/", "f.jpg", "\\g\\h.txt"]:
            archive.writestr(name, "望溪区")
    found = inputs([tmp_path])
    assert [one.name for one in found.found] == [
        "a.zip/b/c.txt",
        "a.zip/e.txt",
        "a.zip/etc/d.txt",
        "a.zip/g/h.txt",
    ]
    assert [load(one).text.raw for one in found.found] == ["望溪区"] * 4
    assert list(tmp_path.iterdir()) == [tmp_path / "a.zip"]


def test_members_of_one_name(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.txt", "一")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("a.txt", "二")
    assert names(tmp_path / "a.zip") == ["a.zip/a.txt", "a.zip/a.txt~2"]


def test_what_is_missing_fails_alone(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    found = inputs([tmp_path / "none.txt", tmp_path / "a.txt"])
    assert [one.name for one in found.found] == ["a.txt"]
    assert [str(one) for one in found.failed] == [f"{tmp_path}/none.txt: there is no such file or folder"]


def test_what_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert [one.reason for one in inputs([tmp_path / "pipe"]).failed] == ["is not a file"]
    (nothing,) = inputs([tmp_path]).failed  # in a folder too it is said, and not waited for
    assert (nothing.name, nothing.reason) == ("pipe", "is not a file")
    assert names(tmp_path) == []


def test_links_that_lead_nowhere_fail_alone(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    (tmp_path / "gone.txt").symlink_to("nothing")  # as git-annex leaves what it has not fetched
    (tmp_path / "self.txt").symlink_to("self.txt")
    found = inputs([tmp_path])
    assert [one.name for one in found.found] == ["a.txt"]
    nowhere = "is a link that leads nowhere"
    assert [str(one) for one in found.failed] == [f"gone.txt: {nowhere}", f"self.txt: {nowhere}"]
    assert [one.reason for one in inputs([tmp_path / "self.txt"]).failed] == [nowhere]


def test_a_folder_that_may_be_listed_and_not_entered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "a.txt", "b.txt")
    asked = Path.is_file

    def is_file(path: Path) -> bool:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return asked(path)

    monkeypatch.setattr(Path, "is_file", is_file)
    found = inputs([tmp_path])
    assert [one.name for one in found.found] == ["b.txt"]
    assert [str(one) for one in found.failed] == ["a.txt: Permission denied"]


def test_a_graph_beside_its_notices_is_none_of_them(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("望溪区")
    for name in ("facts", "texts", "views/0/rdf"):
        (tmp_path / "graph" / name).mkdir(parents=True)
        (tmp_path / "graph" / name / "b.txt").write_text("望溪区")
    (tmp_path / "notices" / "texts").mkdir(parents=True)
    (tmp_path / "notices" / "texts" / "c.txt").write_text("望溪区")
    found = inputs([tmp_path])
    assert [one.name for one in found.found] == ["a.txt", "notices/texts/c.txt"]
    assert found.remarks == ("graph directories left out: 1",)


def test_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    put(tmp_path, "a/b.txt")
    (tmp_path / "a" / "loop").symlink_to(tmp_path, target_is_directory=True)
    found = inputs([tmp_path])
    assert [one.name for one in found.found] == ["a/b.txt"]
    assert found.remarks == ()  # nothing is lost by it


def test_a_folder_reads_no_file_that_lies_elsewhere(tmp_path: Path) -> None:
    """A folder that somebody else packed must not make one's own files into facts."""
    put(tmp_path, "own/secret.txt", "theirs/b.txt", "theirs/.store/c")
    (tmp_path / "theirs" / "a.txt").symlink_to(tmp_path / "own" / "secret.txt")
    (tmp_path / "theirs" / "c.txt").symlink_to(Path(".store", "c"))  # as git-annex keeps its files
    (tmp_path / "theirs" / "more").symlink_to(tmp_path / "own", target_is_directory=True)
    found = inputs([tmp_path / "theirs"])
    assert [one.name for one in found.found] == ["b.txt", "c.txt"]
    assert found.remarks == ("links out of their folder left out: 2; name what they lead to, to have it read",)
    assert names(tmp_path / "theirs" / "a.txt") == ["a.txt"]  # the user asked for exactly that


def test_a_name_that_is_no_text(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt"))
    path.write_text("望溪区", encoding="utf-8")
    (found,) = inputs([tmp_path]).found
    assert found.name == "\ufffd.txt"
    assert load(found).text.raw == "望溪区"


def test_a_broken_archive_fails_alone(tmp_path: Path) -> None:
    put(tmp_path, "a.zip", "b.txt")
    found = inputs([tmp_path])
    assert [one.name for one in found.found] == ["b.txt"]
    assert [one.name for one in found.failed] == ["a.zip"]
    with pytest.raises(InputError):
        raise found.failed[0]


def test_control_characters_are_not_in_names(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("b\n\x1b[31m.txt", "望溪区")
    assert names(tmp_path / "a.zip") == ["a.zip/b\ufffd\ufffd[31m.txt"]
