"""Smoke test: a real Chromium draws Chinese, runs the page's script, and is held off the network."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

PAGE = """<!doctype html><meta charset="utf-8"><p id="p">密云区</p>
<script>document.getElementById("p").textContent += "人民政府"</script>"""


@pytest.mark.browser
def test_page_runs(page: Page, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(PAGE, encoding="utf-8")
    page.goto(file.as_uri())
    assert page.inner_text("#p") == "密云区人民政府"


@pytest.mark.browser
def test_chinese_is_drawn(page: Page) -> None:
    page.set_content("<span id='a'>密</span><span id='b'>\U0010fffd</span>")
    a, b = (page.locator(f"#{name}").screenshot() for name in "ab")
    assert a != b, "a box instead of a Chinese character: no font for Chinese"
