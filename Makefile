# Everything a fresh machine with Python 3.11 or later needs.  `make profile` and `make test` set up on their own.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
AS_OF ?= 2008-10-31

.PHONY: profile test test-all check-code docs clean

profile: $(STAMP)  ## make the evidence profiles of the Isle of Wight in October 2008 and of Anyshire, an invented council
	mkdir -p build
	$(BIN)/readiness profile evidence/isle-of-wight --as-of $(AS_OF) -o build/isle-of-wight.html
	$(BIN)/readiness profile evidence/anyshire --as-of 2009-03-02 -o build/anyshire.html
	@echo "Open build/isle-of-wight.html and build/anyshire.html in a browser."

test: $(STAMP)  ## run the fast tests
	$(BIN)/python -m pytest $(PYTEST_OPTIONS)

test-all: $(STAMP)  ## run every test, those that build artefacts and drive a browser too
	$(BIN)/python -m pytest -m ""

check-code: $(STAMP)  ## lint, format and types, those of Windows too
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/mypy --platform win32 src

docs: $(VENV)/.docs  ## build the documentation as a site; a warning is an error
	$(BIN)/python -m sphinx --fail-on-warning --keep-going --quiet -d build/.doctrees docs build/docs
	@echo "Open build/docs/index.html in a browser."

$(VENV)/.docs: $(STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[docs]"
	touch $@

$(STAMP): pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "readiness needs Python 3.11 or later: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev]"
	touch $(STAMP)

clean:
	rm -rf build dist $(VENV)
