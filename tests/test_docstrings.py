"""The examples in the docstrings say what comes out."""

from __future__ import annotations

import doctest
from importlib import import_module

import pytest

from tests.test_house import modules

EXAMPLES = sorted(name for name, path in modules().items() if ">>> " in path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_of_a_module_hold(name: str) -> None:
    assert not doctest.testmod(import_module(name)).failed
