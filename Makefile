# Everything starts from a bare checkout with python3 (3.11 or later), make and git:
#
#   make demo     a full run on the shipped sample documents; says where the workbook is
#   make test     the tests
#   make check    what has to pass before a change lands: format, lint, types, imports, tests
#   make bench    the benchmarks
#   make format   rewrites the code in the house format
#   make lock     resolves the dependencies anew after a change in pyproject.toml
#   make clean    removes what the targets above made

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

# Debian packages that a test needs, by name; `make test` installs the missing ones.
SYSTEM_PACKAGES := postgresql libreoffice-calc-nogui faketime

.PHONY: demo test check lint check-format check-rules check-types check-imports bench format lock clean $(VENV)
.NOTPARALLEL:
.DELETE_ON_ERROR:

demo: $(VENV)/runtime-installed
	$(BIN)/ordertrail demo

test: $(VENV)/dev-installed
	scripts/system-packages $(SYSTEM_PACKAGES)
	$(BIN)/pytest

check: lint test

lint: check-format check-rules check-types check-imports

check-format: $(VENV)/dev-installed
	$(BIN)/ruff format --check .

check-rules: $(VENV)/dev-installed
	$(BIN)/ruff check .

check-types: $(VENV)/dev-installed
	$(BIN)/mypy

check-imports: $(VENV)/dev-installed
	$(BIN)/lint-imports

bench: $(VENV)/dev-installed
	$(BIN)/python -m bench

format: $(VENV)/dev-installed
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock:
	scripts/lock

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis

# The environment: made once, brought up to date whenever a lock or the project's own metadata changes.
$(VENV): $(VENV)/dev-installed

$(VENV)/runtime-installed: requirements.lock pyproject.toml scripts/install
	PYTHON=$(PYTHON) scripts/install $(VENV) requirements.lock
	@touch $@

$(VENV)/dev-installed: requirements-dev.lock requirements-rules.lock pyproject.toml scripts/install
	PYTHON=$(PYTHON) scripts/install $(VENV) requirements-dev.lock requirements-rules.lock
	@touch $@ $(VENV)/runtime-installed
