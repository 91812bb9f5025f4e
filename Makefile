# Two commands set everything up on a machine with Python 3.11+, git and make:
#   make demo    search the digits study and say what was found
#   make test    run the tests
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
ORACLE := .venv-oracle
# One BLAS thread: the same bits everywhere, and no fight over cores between tests.
export OMP_NUM_THREADS := 1
export OPENBLAS_NUM_THREADS := 1

.PHONY: install demo test lint check oracle format bench-trainer bench-search torture fuzz schema loops clean

install: $(STAMP)

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "nnsearch needs Python 3.11 or newer, this is " + sys.version.split()[0] + ": make PYTHON=python3.12 ...")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing into $(VENV) (about a minute) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable . --group dev
	@touch $(STAMP)

demo: install
	@$(BIN)/nnsearch run digits

# Tests share no files, so several processes take them in turn: on two cores in two thirds of the time.
test: install
	@$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist worksteal --cov --cov-report=term:skip-covered

lint: install
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

check: lint test

# The outside oracle: regenerates the reference vectors with PyTorch (CPU) and compares them with the committed ones.
oracle: install
	@test -x $(ORACLE)/bin/python || $(PYTHON) -m venv $(ORACLE)
	@$(ORACLE)/bin/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt torch==2.13.0 numpy pytest
	@$(ORACLE)/bin/python -m pytest -p no:cacheprovider tests/oracles

format: install
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

bench-trainer: install
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --group bench
	@$(BIN)/python -m benchmarks.trainer

# Regret on tabulated tasks, races against Optuna with torch and scikit-learn, overhead per trial (about an hour).
bench-search: install
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --group bench
	@$(BIN)/python -m benchmarks.search

# Twenty times as much fuzzing as the tests do, at random instead of always the same (10 to 20 minutes).
fuzz: install
	@NNSEARCH_FUZZ=20 $(BIN)/python -m pytest --no-cov tests/fuzz

# The study file's JSON Schema and its reference, docs/study-file.md, from the rules that check a file.
schema: install
	@$(BIN)/python docs/make_study_file.py

# What LLVM reads of the compiled loops, from their Python.
loops: install
	@$(BIN)/python docs/make_loops.py

# Over a thousand kills and every other fault against small studies (8 to 12 minutes).
torture: install
	@$(BIN)/python -m tests.torture.run --kills 1000
	@$(BIN)/python -m tests.torture.followers

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .coverage*
