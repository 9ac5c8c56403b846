# Everything a contributor needs; `make` alone lists it.
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
COMPILED := build/compiled/statuts
RUN := STATUTS_LANG=fr $(BIN)/statuts

.DEFAULT_GOAL := help
.PHONY: help demo test test-long test-compiled wheel lint format messages bench picture clean

help: ## List these targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | awk -F'\t' '{printf "  make %-10s %s\n", $$1, $$2}'

demo: $(VENV)/.runs ## Run the main job on versions/: the redline here, the documents in build/demo/
	@mkdir -p build/demo
	@$(RUN) compare --archive versions anterieure 2021-06-21
	@$(RUN) compare --archive versions anterieure 2021-06-21 -o build/demo/redline.html
	@$(RUN) compare --archive versions anterieure 2021-06-21 --format markdown -o build/demo/redline.md
	@$(RUN) compare --archive versions anterieure 2021-06-21 --format json -o build/demo/redline.json
	@$(RUN) document proposal --archive versions anterieure 2021-06-21 -o build/demo/proposition.html
	@$(RUN) document proposal --archive versions anterieure 2021-06-21 --format markdown -o build/demo/proposition.md 2>/dev/null
	@$(RUN) document consolidated --archive versions 2021-06-21 -o build/demo/statuts-consolides.html
	@$(RUN) document consolidated --archive versions 2021-06-21 --format markdown -o build/demo/statuts-consolides.md 2>/dev/null
	@$(RUN) publish --archive versions -o build/demo/site >/dev/null
	@echo
	@echo "Fichiers écrits :"
	@echo "  build/demo/redline.html             texte avec modifications apparentes, à ouvrir dans un navigateur"
	@echo "  build/demo/redline.md               le même, en Markdown"
	@echo "  build/demo/redline.json             le même, en données"
	@echo "  build/demo/proposition.html, .md    proposition de modification, pour l'assemblée"
	@echo "  build/demo/statuts-consolides.html, .md   version consolidée des statuts"
	@echo "  build/demo/site/index.html          tout le registre en site, à lire sans rien d'autre qu'un navigateur"

test: $(STAMP) ## Run every test that takes less than a few minutes
	@tests/install-system-packages
	$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder

test-long: $(STAMP) ## Run the long tests too: more random pairs, more hostile files
	@tests/install-system-packages
	STATUTS_LONG=1 $(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder

test-compiled: $(COMPILED) ## Run every test on the compiled engine (needs a C compiler)
	@tests/install-system-packages
	PYTHONPATH=build/compiled $(BIN)/pytest -n auto --dist loadfile --no-loadscope-reorder

wheel: $(STAMP) ## Build a wheel with the engine compiled (needs a C compiler)
	STATUTS_COMPILED=1 $(BIN)/pip wheel --quiet --no-deps --wheel-dir dist .

lint: $(STAMP) ## Check style, types and message catalogues
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python tests/messages.py --check

format: $(STAMP) ## Put the code into the one format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

messages: $(STAMP) ## Bring the message catalogues up to date with the code, and compile them
	$(BIN)/python tests/messages.py

bench: $(STAMP) $(COMPILED) ## Measure speed and memory, other programs beside; rewrites docs/benchmarks.md
	@$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[bench]'
	$(BIN)/python bench/run.py --peers --write

picture: $(STAMP) ## Make the README's picture of the redline anew (needs Chromium)
	$(BIN)/python docs/images/make.py

clean: ## Remove what was built
	rm -rf build dist .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis

# For the demo, the program alone; for the rest, the tools too.
$(VENV)/.runs: pyproject.toml hatch_build.py $(wildcard statuts/locale/*/LC_MESSAGES/*.po)
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/pip install --quiet --disable-pip-version-check --editable .
	@$(BIN)/python -m compileall -q statuts
	@touch $@

# A compiled wheel beside the sources, for those who put build/compiled before them on PYTHONPATH.
$(COMPILED): $(STAMP) $(shell find statuts -name '*.py')
	@STATUTS_COMPILED=1 $(BIN)/pip install --quiet --no-deps --upgrade --target build/compiled .
	@touch $@

$(STAMP): pyproject.toml hatch_build.py $(wildcard statuts/locale/*/LC_MESSAGES/*.po)
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@$(BIN)/python -m compileall -q statuts
	@touch $@ $(VENV)/.runs
