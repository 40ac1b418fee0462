# Needs git, make and a Python 3.12 or newer, which .ci/find-python looks for (or: make test PYTHON=/path).
# Everything lives in .venv; it is brought up to date when a lock or pyproject.toml changed.

.PHONY: demo test lint types exports accuracy servers lock clean
.DELETE_ON_ERROR:

PIP = .venv/bin/python -m pip --disable-pip-version-check -q
INSTALL = $(PIP) install --require-hashes -r $(1) && $(PIP) install --no-deps --no-build-isolation -e . && touch $@

demo: .venv/run  ## the bundled sample: its graph, three questions, a picture
	.venv/bin/kg demo

test: .venv/dev
	.venv/bin/python -m pytest -q -rs -n auto --maxprocesses 8 --dist loadgroup

lint: .venv/dev
	.venv/bin/ruff check

types: .venv/dev
	.venv/bin/mypy

exports: .venv/run  ## the committed exports of the sample, rebuilt
	.ci/exports

accuracy: .venv/dev  ## scores the gold sets of ../shared and records the figures as the new floors
	.venv/bin/python -m bench.score --write

servers: .venv/dev  ## fetches the servers that the tests marked `server` start (330 MB, needs Maven)
	.venv/bin/python -m tests.servers

# UPGRADE=--upgrade takes the newest releases; without it the pins stay unless pyproject.toml asks otherwise
lock: .venv/dev
	UV_CUSTOM_COMPILE_COMMAND='make lock' .venv/bin/uv pip compile -q --universal --generate-hashes \
	    --python-version 3.12 --no-emit-index-url $(UPGRADE) --group dev pyproject.toml -o requirements-dev.lock
	UV_CUSTOM_COMPILE_COMMAND='make lock' .venv/bin/uv pip compile -q --universal --generate-hashes \
	    --python-version 3.12 --no-emit-index-url --group build -c requirements-dev.lock pyproject.toml \
	    -o requirements.lock

clean:
	rm -rf .venv build dist graph .mypy_cache .pytest_cache .ruff_cache .hypothesis

.venv/bin/python:
	@python=$$(.ci/find-python) && echo "making .venv with $$python (the first time takes some minutes)" && \
	    "$$python" -m venv --clear .venv

.venv/run: requirements.lock pyproject.toml | .venv/bin/python
	$(call INSTALL,requirements.lock)

.venv/dev: requirements-dev.lock pyproject.toml | .venv/bin/python
	$(call INSTALL,requirements-dev.lock)

# no interpreter in .venv, or a link to one that is gone: what was installed there does not count
ifneq ($(shell .venv/bin/python -c 1 2>/dev/null && echo works),works)
.PHONY: .venv/bin/python .venv/run .venv/dev
endif
