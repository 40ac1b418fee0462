"""A real Chromium for tests marked `browser`: a fresh page a test, cut off from the network."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, sync_playwright

from tests.browser import chromium

QUIET = [
    "--no-sandbox",  # as root in CI
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def chrome() -> Iterator[Browser]:
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium(), args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def page(chrome: Browser) -> Iterator[Page]:
    """A page of its own, which fails the test when it asks for anything that is not on this machine."""
    asked: list[str] = []

    def refuse(route: Route) -> None:
        url = route.request.url
        if url.startswith(("file:", "data:", "blob:", "about:", "http://127.0.0.1:", "http://localhost:")):
            route.continue_()
        else:
            asked.append(url)
            route.abort()

    with chrome.new_context() as context:
        context.route("**/*", refuse)
        yield context.new_page()
    assert not asked, f"the page asked the network for {asked}"
