"""Where the Chromium for tests marked `browser` is."""

import os
import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def chromium() -> str | None:
    """The path of the Chromium to drive: $KG_CHROMIUM, or the first one on PATH."""
    named = os.environ.get("KG_CHROMIUM")
    return named or next(filter(None, map(shutil.which, NAMES)), None)


def missing() -> str | None:
    return None if chromium() else "no Chromium on PATH (Debian: apt install chromium fonts-noto-cjk)"
