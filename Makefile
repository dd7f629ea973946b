# Everything from a fresh clone: `make demo`, `make test`. Needs Python 3.11 or later, git and make.
PYTHON ?= python3
VENV ?= .venv
OUT ?= out
PIP := $(VENV)/bin/python -m pip --disable-pip-version-check
RUN := $(VENV)/bin/python -m
EXAMPLE := plans/blackpool

.PHONY: demo test test-documents lint types layers check docs bench fuzz snapshots clean

demo: $(VENV)/.demo  ## set up, validate the example, print its deadlines, render its statement
	$(VENV)/bin/sendctl validate $(EXAMPLE)
	@echo
	$(VENV)/bin/sendctl deadlines $(EXAMPLE)
	@echo
	$(VENV)/bin/sendctl render wsoa --plan $(EXAMPLE) --to html --to md -o $(OUT)

test: $(VENV)/.test  ## run every test that pip can install the means for
	$(RUN) pytest -n auto

test-documents: $(VENV)/.documents  ## judge every document by a browser and by validators
	$(RUN) pytest -m documents -n auto

lint: $(VENV)/.test
	$(RUN) ruff check .
	$(RUN) ruff format --check .

types: $(VENV)/.test
	$(RUN) mypy

layers: $(VENV)/.test
	$(VENV)/bin/lint-imports

check: test lint types layers  ## what CI runs

docs: $(VENV)/.test  ## write docs/ again from docstrings and --help
	$(RUN) docs.generate

bench: $(VENV)/.bench  ## measure against the budgets and check-jsonschema
	$(RUN) benchmarks.run

fuzz: $(VENV)/.fuzz  ## fuzz one target: make fuzz TARGET=reader SECONDS=60
	$(RUN) fuzz.run $(or $(TARGET),reader) --seconds $(or $(SECONDS),60)

snapshots: $(VENV)/.test  ## accept the documents and messages as they are now
	SENDCTL_UPDATE_CASES=1 $(RUN) pytest -n auto --snapshot-update

clean:
	rm -rf $(VENV) $(OUT) build dist benchmarks/results .pytest_cache .mypy_cache .ruff_cache \
	  .hypothesis .import_linter_cache

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.demo: pyproject.toml | $(VENV)/bin/python
	$(PIP) install --quiet --editable '.[all]'
	@touch $@

$(VENV)/.test: pyproject.toml | $(VENV)/bin/python
	$(PIP) install --quiet --editable '.[dev]'
	@touch $@ $(VENV)/.demo

$(VENV)/.documents: pyproject.toml .ci/documents | $(VENV)/bin/python
	$(PIP) install --quiet --editable '.[test-documents]'
	.ci/documents $(VENV)/document-tools
	@touch $@ $(VENV)/.test $(VENV)/.demo

$(VENV)/.bench: pyproject.toml | $(VENV)/bin/python
	$(PIP) install --quiet --editable '.[dev,bench]'
	@touch $@ $(VENV)/.test $(VENV)/.demo

$(VENV)/.fuzz: pyproject.toml | $(VENV)/bin/python
	$(PIP) install --quiet --editable '.[fuzz]'
	@touch $@ $(VENV)/.test $(VENV)/.demo
