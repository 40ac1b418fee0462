"""Marks that stand for a prerequisite: skipped with a word where it is missing, a failure where required.

`KG_REQUIRE=shared,server,browser` (as in .ci/run) names the marks that must run: there a missing
prerequisite, and any other skip of a test so marked, is a failure.
"""

import os
import signal
from collections.abc import Callable, Generator
from functools import cache
from pathlib import Path

import pytest

from tests import browser
from tests.servers import releases

pytest_plugins = ["tests.servers.fixtures", "tests.browser.fixtures"]

SHARED = Path(__file__).parents[2] / "shared"


def missing_shared() -> str | None:
    return None if (SHARED / "gold").is_dir() else f"the gold sets are not beside the clone ({SHARED})"


# mark -> why a test so marked cannot run here, None when it can
MISSING: dict[str, Callable[[], str | None]] = {
    "shared": cache(missing_shared),
    "server": cache(releases.missing_all),
    "browser": cache(browser.missing),
}


def required() -> set[str]:
    named = {name.strip() for name in os.environ.get("KG_REQUIRE", "").split(",")} - {""}
    if unknown := named - MISSING.keys():
        raise pytest.UsageError(f"KG_REQUIRE names no mark of this project: {', '.join(sorted(unknown))}")
    return named


def marks(item: pytest.Item) -> list[str]:
    return [name for name in MISSING if item.get_closest_marker(name)]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite-golden", action="store_true", help="write tests/test_sample.toml anew")


def pytest_configure(config: pytest.Config) -> None:
    required()
    # a shell has what it runs in the background ignore Ctrl-C, and so do the children of that: the tests press it themselves
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    # one worker runs everything that needs a server, so each server is started once
    for item in items:
        if "server" in marks(item):
            item.add_marker(pytest.mark.xdist_group("server"))


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    for name in marks(item):
        if why := MISSING[name]():
            if name in required():
                pytest.fail(f"KG_REQUIRE={name}: {why}", pytrace=False)
            pytest.skip(why)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.skipped and not hasattr(report, "wasxfail") and (held := required().intersection(marks(item))):
        report.outcome = "failed"
        report.longrepr = f"KG_REQUIRE={','.join(sorted(held))}, but the test was skipped: {report.longrepr}"
    return report


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of the gold sets; for tests marked `shared`."""
    return SHARED
