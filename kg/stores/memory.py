"""How much memory the process has, where the system tells."""

from __future__ import annotations

import contextlib
from pathlib import Path


def in_use() -> int:
    """Bytes of data that the process has now; 0 where the system does not tell."""
    with contextlib.suppress(OSError, ValueError, IndexError):
        status = Path("/proc/self/status").read_text("ascii", "replace")
        return int(status.split("VmData:")[1].split()[0]) << 10
    return 0
