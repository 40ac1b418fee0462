"""One input of each kind to its text, and the reasons why there is none."""

from __future__ import annotations

import hashlib
import io
import random
import zipfile
from collections.abc import Callable
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from functools import partial
from importlib import import_module
from pathlib import Path

import docx
import pytest

from extract.read import read
from extract.read.apart import apart
from extract.read.inputs import Input, inputs
from extract.read.load import load
from kg.errors import InputError
from tests.read.makers import paragraphs, pdf

NOTICE = "任命王涛为区教育局局长。"


def word(said: str) -> bytes:
    document, out = docx.Document(), io.BytesIO()
    document.add_paragraph(said)
    document.save(out)
    return out.getvalue()


def saved(said: str) -> bytes:
    part = MIMEText(f"<html><body><p>{said}</p></body></html>", "html", "utf-8")
    page = MIMEMultipart("related", _subparts=[part])
    page["From"] = "<Saved by a browser>"
    return bytes(page)


KINDS = {
    "a.txt": (NOTICE.encode(), "text/plain"),
    "gbk.txt": (NOTICE.encode("gbk"), "text/plain"),
    "a.html": (f"<html><body><p>{NOTICE}</p></body></html>".encode(), "text/html"),
    "a.mhtml": (saved(NOTICE), "multipart/related"),
    "a.docx": (word(NOTICE), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "a.pdf": (pdf([paragraphs([NOTICE])[0]]), "application/pdf"),
}


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("other", ["{}", "{}.bin", "unnamed"])
def test_kinds_are_told_by_content_too(tmp_path: Path, name: str, other: str) -> None:
    data, kind = KINDS[name]
    path = tmp_path / other.format(name)
    path.write_bytes(data)
    (one,) = inputs([path]).found
    loaded = load(one)
    assert loaded.text.words == NOTICE
    assert loaded.text.source.media_type == kind
    assert loaded.text.source.digest == hashlib.sha256(data).hexdigest()


def test_all_kinds_in_an_archive(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for name, (data, _) in KINDS.items():
            archive.writestr(name, data)
    texts = list(read(tmp_path / "a.zip"))
    assert [text.source.name for text in texts] == sorted(f"a.zip/{name}" for name in KINDS)
    assert {text.words for text in texts} == {NOTICE}


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"", "the file is empty"),
        ("a.txt", b"\xef\xbb\xbf \r\n", "the file is empty"),
        ("a.txt", "\u3000\n".encode(), "holds no text"),
        ("a.txt", bytes(range(256)) * 9, "a binary file, or in an encoding that is not known"),
        (
            "a.bin",
            b"\x7fELF\x02\x01\x01" + b"\x00\xfe" * 64,
            "a binary file, or in an encoding that is not known",
        ),
        ("a.html", b"<html><body></body></html>", "holds no text"),
        (
            "a.doc",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "an old Office file (.doc, .wps, .xls): save it as .docx",
        ),
        ("a.txt", b"{\\rtf1}", "a rich text file (.rtf): save it as .docx"),
        ("a.jpg", b"\xff\xd8\xff\xe0", "a picture: its text is to be recognised first"),
        ("a.pdf", b"no", "the file is named .pdf and is none, or is broken"),
        ("a.docx", b"no", "the file is named .docx and is none, or is broken"),
        ("a.pdf", b"%PDF-1.4\nno", "the PDF is broken"),
        ("a.docx", b"PK\x03\x04no", "is broken"),
    ],
)
def test_reasons(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(InputError) as caught:
        load(Input(name, tmp_path / name))
    assert str(caught.value).startswith(f"{name}: {reason}")


def test_an_archive_in_an_archive(tmp_path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("a.txt", NOTICE)
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("b.zip", inner.getvalue())
    (one,) = inputs([tmp_path / "a.zip"]).found
    with pytest.raises(InputError, match=r"a.zip/b.zip: a .zip inside a .zip"):
        load(one)


def test_ofd_says_what_to_do(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.ofd", "w") as archive:
        archive.writestr("OFD.xml", "<x/>")
    with pytest.raises(InputError, match="an OFD file"):
        load(Input("a.ofd", tmp_path / "a.ofd"))


def test_no_right_to_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="Is a directory"):
        load(Input("a.txt", tmp_path))


def elements() -> bytes:
    """A Word file of a million empty paragraphs, so mixed that it is packed less than two hundred times smaller."""
    document, out = io.BytesIO(word(NOTICE)), io.BytesIO()
    noise = random.Random(1)
    empty = "".join("<w:p/>" * 20_000 + f"<!--{noise.randbytes(330).hex()}-->" for _ in range(50))
    with zipfile.ZipFile(document) as given, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for info in given.infolist():
            data = given.read(info)
            made.writestr(info.filename, data.replace(b"<w:body>", f"<w:body>{empty}".encode()))
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data"), [("a.docx", elements), ("a.html", lambda: b"<html>" + b"<p>" * 1_000_000)], ids=["docx", "html"]
)
def test_a_small_file_that_fills_the_memory_fails_alone(
    tmp_path: Path, name: str, data: Callable[[], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_module("extract.read.load"), "apart", partial(apart, memory=300 << 20))
    (tmp_path / name).write_bytes(data())
    (tmp_path / "b.html").write_text(f"<p>{NOTICE}", encoding="utf-8")
    first, second = inputs([tmp_path]).found
    with pytest.raises(InputError, match=rf"^{name}: to be read it takes more than 600 s, or 4 GB of memory"):
        load(first)
    assert load(second).text.words == NOTICE
