"""Archives that would do harm, and names in them."""

from __future__ import annotations

import io
import stat
import zipfile
from pathlib import Path

import pytest

from extract.read import archive
from extract.read.archive import check, member, members
from kg.errors import ArchiveError


def packed(*files: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files:
            made.writestr(name, data)
    return out.getvalue()


def test_members() -> None:
    data = packed(("a.txt", b"one"), ("b.txt", b"two"))
    assert members("x.zip", data) == [(0, "a.txt"), (1, "b.txt")]
    assert member("x.zip/b.txt", data, 1) == b"two"


def test_names_in_gbk() -> None:
    info = zipfile.ZipInfo("通知.txt".encode("gbk").decode("cp437"))
    assert archive.member_name(info) == "通知.txt"


def test_a_bomb() -> None:
    data = packed(("a.txt", bytes(10 << 20)))
    assert members("x.zip", data) == [(0, "a.txt")]
    with pytest.raises(ArchiveError, match=r"x.zip/a.txt: is packed more than 200 times smaller"):
        member("x.zip/a.txt", data, 0)
    with pytest.raises(ArchiveError, match="bomb"):
        check("x.docx", data)


def test_too_many_or_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    data = packed(("a.txt", b"one"), ("b.txt", b"two"))
    monkeypatch.setattr(archive, "MEMBERS", 1)
    with pytest.raises(ArchiveError, match="holds 2 files, more than 1"):
        members("x.zip", data)
    monkeypatch.undo()
    monkeypatch.setattr(archive, "TOTAL", 4)
    with pytest.raises(ArchiveError, match="holds 0 MB"):
        members("x.zip", data)
    monkeypatch.undo()
    monkeypatch.setattr(archive, "LARGEST", 2)
    with pytest.raises(ArchiveError, match="is 0 MB, more"):
        member("x.zip/a.txt", data, 0)


def test_encrypted() -> None:
    data = bytearray(packed(("a.txt", b"one")))
    place = data.index(b"PK\x01\x02")
    data[place + 8] |= 1  # the flag of the directory
    data[6] |= 1  # and of the file
    with pytest.raises(ArchiveError, match="is encrypted"):
        member("x.zip/a.txt", bytes(data), 0)


def test_a_link_is_not_read_as_a_text() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        link = zipfile.ZipInfo("notice.txt")
        link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
        made.writestr(link, "../望溪区/通知.txt")
    assert members("x.zip", out.getvalue()) == [(0, "notice.txt")]
    with pytest.raises(ArchiveError, match=r"x\.zip/notice\.txt: is a link, which is not followed"):
        member("x.zip/notice.txt", out.getvalue(), 0)


@pytest.mark.parametrize("cut", [1, 30, 60])
def test_broken(cut: int) -> None:
    data = packed(("a.txt", b"one" * 100))
    with pytest.raises(ArchiveError, match=r"x\.zip"):
        member("x.zip", data[:-cut], 0)


def test_damaged_inside() -> None:
    data = bytearray(packed(("a.txt", bytes(range(256)) * 20)))
    data[60:80] = bytes(20)
    with pytest.raises(ArchiveError, match="is broken"):
        member("x.zip/a.txt", bytes(data), 0)


def test_missing(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="No such file"):
        members("x.zip", tmp_path / "x.zip")
