# Everything a newcomer types. Needs python3 (3.11 or later), make and the package index, nothing else.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
# The installed environment is as fresh as these two files:
LOCK   := pyproject.toml constraints.txt
PIP    := $(BIN)/python -m pip --disable-pip-version-check install --quiet -c constraints.txt
JOBS   ?= 2

.PHONY: run demo test check bench faults fuzz clean

run: $(VENV)/installed
	@$(BIN)/gatekeeper serve

demo: $(VENV)/installed
	@$(BIN)/gatekeeper demo

test: $(VENV)/installed-test
	$(BIN)/python -m pytest -q -n $(JOBS) --dist loadgroup $(PYTEST_ARGS)

check: $(VENV)/installed-test
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/installed-test
	$(BIN)/python -m tests.bench $(BENCH_ARGS)

faults: $(VENV)/installed-test
	$(BIN)/python -m tests.faults $(FAULTS_ARGS)

fuzz: $(VENV)/installed-test
	$(PIP) -e '.[test,fuzz]'
	$(BIN)/python -m tests.fuzz $(FUZZ_ARGS)

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "gatekeeper needs Python 3.11 or later; PYTHON=... names another one"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: $(LOCK) | $(VENV)/bin/python
	$(PIP) -e .
	@touch $@

$(VENV)/installed-test: $(LOCK) | $(VENV)/bin/python
	$(PIP) -e '.[test]'
	@touch $@ $(VENV)/installed

clean:
	rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis
