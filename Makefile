# One command per contributor act; CI runs the same ones. `make` alone lists them.
# PYTHON builds the virtual environment in VENV, for example: make test PYTHON=python3.13 VENV=.venv-3.13

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
RUN := $(BIN)/python
INSTALLED := $(VENV)/.installed
TESTABLE := $(VENV)/.installed-test
SITED := $(VENV)/.installed-site

.DEFAULT_GOAL := help
.PHONY: help demo test test-long oracle oracle-fixes oracle-matrix ecosystem ecosystem-fixes django-suite fuzz strength bench bench-growth measure-async docs site dist new-rule check-knowledge django-tables lint clean

help: ## list the commands
	@sed -n 's/^\([a-z-]*\):.*## /  make \1: /p' $(MAKEFILE_LIST)

demo: $(INSTALLED) ## check examples/bookshop and show what dal finds there
	@$(BIN)/dal --version >/dev/null # a broken installation exits with 1 too
	@$(BIN)/dal check examples/bookshop; status=$$?; \
	if [ $$status -ne 1 ]; then \
		echo "make demo: dal ended with $$status where 1 (there are findings) was expected" >&2; exit 1; \
	fi

test: $(TESTABLE) ## run the tests (ARGS="-k sleep" passes options to pytest)
	@$(RUN) -m pytest $(ARGS)

# The editors that some of them drive come from Debian's packages, as root; elsewhere those tests say what they miss.
test-long: $(TESTABLE) ## run the tests marked long, which `make test` leaves out
	@if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && ! { command -v nvim && dpkg -s vim-ale; } >/dev/null 2>&1; \
		then apt-get update -qq && apt-get install -y -qq neovim vim vim-ale >/dev/null || true; fi
	@$(RUN) -m pytest -m long $(ARGS)

oracle: $(TESTABLE) ## run the oracle's Django site and score dal against what happened
	@$(RUN) -m tests.oracle $(ARGS)

oracle-fixes: $(TESTABLE) ## fix the oracle's site, run it again and show that what was mended works
	@$(RUN) -m tests.oracle.mending $(ARGS)

oracle-matrix: $(TESTABLE) ## the same for every Django release that a Python at hand can run
	@$(RUN) -m tests.oracle.matrix $(ARGS)

ecosystem: $(INSTALLED) ## check pinned published packages and compare with the recorded findings
	@$(RUN) tools/ecosystem.py $(ARGS)

ecosystem-fixes: $(INSTALLED) ## fix copies of those packages, safely and then unsafely, and check what came of it
	@$(RUN) tools/ecosystem_fixes.py $(ARGS)

django-suite: $(TESTABLE) ## run Django's own async test modules before and after fixes
	@$(RUN) tools/django_suite.py $(ARGS)

fuzz: $(TESTABLE) ## check 50,000 inputs that ought to break the linter (ARGS="--count 500 --seed 7")
	@$(RUN) tools/fuzz.py $(ARGS)

strength: $(TESTABLE) ## check the standard library, site-packages and published packages for crashes and slow files
	@$(RUN) tools/strength.py $(ARGS)

bench: $(INSTALLED) ## time dal beside ruff, hydroid and flake8, write docs/benchmarks.md
	@$(RUN) tools/bench.py $(ARGS)

bench-growth: $(INSTALLED) ## measure how evaluation grows on generated projects, write docs/benchmarks.md
	@$(RUN) tools/bench_growth.py $(ARGS)

measure-async: $(TESTABLE) ## measure when async helps in Django, on a real ASGI server, write docs/when-async-helps.md
	@$(RUN) tools/measure_async.py $(ARGS)

docs: $(INSTALLED) ## write docs/rules and the README's table of rules from the registry
	@$(RUN) tools/make_docs.py $(ARGS)

site: $(SITED) ## build the documentation site into site/, strictly
	@$(RUN) tools/make_docs.py
	@$(RUN) tools/make_site.py $(ARGS)

dist: $(INSTALLED) ## build what is published into dist/ and check it: metadata, content, a run in an empty environment
	@$(RUN) tools/make_dist.py $(ARGS)

new-rule: $(INSTALLED) ## start a rule: make new-rule CODE=DAL110 NAME=blocking-something
	@$(RUN) tools/new_rule.py "$(CODE)" "$(NAME)"

check-knowledge: $(INSTALLED) ## prove that every name in the knowledge tables exists in its package
	@$(RUN) tools/check_knowledge.py $(ARGS)

django-tables: $(INSTALLED) ## write the Django tables by introspecting every supported release
	@$(RUN) tools/generate_django_tables.py $(ARGS)

lint: $(TESTABLE) ## ruff, mypy --strict, and the floors by import-linter
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

clean: ## remove the virtual environment and every cache
	rm -rf $(VENV) .site site .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .dal_cache

# Where ensurepip is missing, venv fails half-way and the pip of $(PYTHON) installs from outside (pip >= 22.3).
define install
	@command -v "$(PYTHON)" >/dev/null || { \
		echo "make: $(PYTHON) was not found: install Python 3.11 or newer, or name one with PYTHON=..." >&2; exit 2; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "make: $(PYTHON) is older than Python 3.11: name a newer one with PYTHON=..." >&2; exit 2; }
	@"$(RUN)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
		|| "$(PYTHON)" -m venv --clear "$(VENV)" >/dev/null 2>&1 \
		|| "$(PYTHON)" -m venv --clear --without-pip "$(VENV)"
	@if "$(RUN)" -m pip --version >/dev/null 2>&1; \
		then set -- "$(RUN)" -m pip; else set -- "$(PYTHON)" -m pip --python "$(RUN)"; fi; \
	echo "installing $(1) into $(VENV)"; \
	"$$@" install --quiet --disable-pip-version-check -e "$(1)"
endef

$(INSTALLED): pyproject.toml
	$(call install,.)
	@touch $@

$(SITED): pyproject.toml
	$(call install,.[site])
	@touch $(INSTALLED) $@

$(TESTABLE): pyproject.toml
	$(call install,.[test])
	@touch $(INSTALLED) $@
