# Two commands matter: `make site` and `make test`. Written for GNU make 3.81 (macOS) and later, /bin/sh.
# Another Python: make site PYTHON=python3.12        More for the build: make site FLAGS="--now 2025-01-31"

SHELL = /bin/sh
PYTHON ?= python3
FLAGS ?=
PYTEST_FLAGS ?=
UPGRADE ?=

VENV := .venv
BIN := $(VENV)/bin
PY := $(BIN)/python
LOCK := requirements.lock
# What is installed is remembered inside the environment, so that removing it forgets both.
SITE := $(VENV)/.installed-site
TEST := $(VENV)/.installed-test
VALIDATORS := $(VENV)/.installed-validators
# A test process for each core, and each takes from the other's heap when its own is done.
SIDE_BY_SIDE := -n auto --maxprocesses 4 --dist worksteal
BENCH := $(VENV)/.installed-bench
# The lock has three parts, each after its own line: the site's packages, the tests', the benches'.
TESTS_PART := \# Only the tests need what follows.
BENCH_PART := \# Only the benches need what follows.

# An environment whose Python is gone (an upgrade of the system's) is made anew, whatever the stamps say.
$(shell [ -x $(PY) ] || rm -f $(SITE) $(TEST) $(VALIDATORS))

export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: help site check serve test test-heavy lint catalogues bench bench-start bench-warm bench-peers bench-check bench-names bench-harm bench-front bench-map bench-lighthouse bless screenshots lock clean
.DELETE_ON_ERROR:

help: ## this list
	@echo "Frontline Civilians. Two commands matter: make site, make test."
	@echo
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

site: $(SITE) ## build the site from content/ into output/
	@$(BIN)/sitegen build content -o output $(FLAGS)
	@echo
	@echo "The site is built. Look at it in either way:"
	@echo "  open output/index.html in a browser"
	@echo "  make serve              (rebuilds and reloads when a file in content/ changes)"

check: $(SITE) ## only tell what is wrong in content/, with line numbers and cures
	@$(BIN)/sitegen check $(FLAGS)

serve: $(SITE) ## look at the site while you write; it reloads by itself
	@$(BIN)/sitegen serve $(FLAGS)

test: lint $(VALIDATORS) ## everything that must hold before a change is merged; finds or gets a browser
	@$(PY) tests/browser_setup.py
	@$(PY) -m pytest $(SIDE_BY_SIDE) --cov --cov-report=term-missing:skip-covered $(PYTEST_FLAGS)

# Status 5 is pytest's "no test was chosen".
test-heavy: $(TEST) $(VALIDATORS) ## the slow tests only
	@$(PY) tests/browser_setup.py
	@$(PY) -m pytest -m heavy $(PYTEST_FLAGS) || [ $$? -eq 5 ]

lint: $(TEST) ## style, types, and which module may import which
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy
	@$(BIN)/lint-imports

catalogues: $(TEST) ## bring sitegen/locales/*.po up to date with the messages in the code; then translate what is new
	@$(PY) tests/catalogues.py

bench: $(TEST) ## build 1,000, 3,000 and 10,000 made-up events: time and how it grows, memory, bytes
	@$(PY) tests/bench/build.py $(FLAGS)
	@$(PY) tests/bench/harm.py table

bench-start: $(TEST) ## how soon --help and a check of one file answer
	@$(PY) tests/bench/start.py $(FLAGS)

bench-warm: $(TEST) ## what a build costs after nothing, or one event, was changed: beside one from nothing
	@$(PY) tests/bench/warm.py $(FLAGS)

bench-peers: $(BENCH) ## builds of 1,000 and 10,000 events, cold and warm, beside Hugo, Eleventy and MkDocs
	@$(BIN)/npm ci --prefix tests/npm/eleventy --no-progress --loglevel=error
	@$(PY) tests/bench/peers.py $(FLAGS)

bench-check: $(TEST) ## what checking 10,000 events costs beside reading them alone
	@$(PY) tests/bench/check.py $(FLAGS)

bench-names: $(TEST) ## how many of 133 spellings of towns are found, beside two simpler ways
	@$(PY) tests/bench/names.py

bench-harm: $(TEST) ## what the red team finds, by rule and language, and what looking for names costs
	@$(PY) tests/bench/harm.py

bench-front: $(TEST) ## how fast the front page's filters answer, with 10,000 events on a slow processor
	@$(PY) tests/browser_setup.py
	@PYTHONPATH=tests $(PY) tests/bench/filters.py $(FLAGS)

bench-map: $(TEST) ## our map beside folium's clusters and supercluster, with 30,000 events
	@$(BIN)/npm ci --prefix tests/npm/clusters --no-progress
	@$(PY) tests/browser_setup.py
	@PYTHONPATH=tests $(PY) tests/bench/markers.py $(FLAGS)

bench-lighthouse: site $(TEST) ## what Lighthouse says of the site on a phone; gets it from npm
	@$(BIN)/npm ci --prefix tests/npm/lighthouse --no-progress
	@$(PY) tests/browser_setup.py
	@$(PY) tests/bench/lighthouse.py

bless: $(TEST) $(VALIDATORS) ## take what the code now writes as the expected output; read the diff before you commit
	@$(PY) tests/browser_setup.py
	@$(PY) -m pytest --bless $(PYTEST_FLAGS)

screenshots: site ## pictures of every sort of page in screenshots/: three widths, light, dark, paper; and the README's
	@$(MAKE) $(TEST)
	@$(PY) tests/browser_setup.py
	@$(PY) tests/screenshots.py

# uv pins each part with the parts before it as constraints; the file keeps of each what it adds. Versions stay as
# they are unless UPGRADE=1 is given.
lock: $(TEST) ## pin the packages anew after a change in pyproject.toml (UPGRADE=1: newest of each)
	@for part in site test bench; do cp $(LOCK) $(VENV)/lock-$$part.txt; done
	@sed -i.bak '/^$(TESTS_PART)$$/,$$d' $(VENV)/lock-site.txt
	@sed -i.bak '/^$(BENCH_PART)$$/,$$d' $(VENV)/lock-test.txt
	@$(LOCKER) --group build -o $(VENV)/lock-site.txt pyproject.toml
	@$(LOCKER) --group build --group test -c $(VENV)/lock-site.txt -o $(VENV)/lock-test.txt pyproject.toml
	@$(LOCKER) --group build --group test --group bench -c $(VENV)/lock-test.txt -o $(VENV)/lock-bench.txt pyproject.toml
	@{ cat $(VENV)/lock-site.txt; \
	   echo '$(TESTS_PART)'; awk '$(ADDED)' $(VENV)/lock-site.txt $(VENV)/lock-test.txt; \
	   echo '$(BENCH_PART)'; awk '$(ADDED)' $(VENV)/lock-test.txt $(VENV)/lock-bench.txt; } > $(VENV)/lock-new.txt
	@mv $(VENV)/lock-new.txt $(LOCK)
	@echo "$(LOCK) is written. Next: make test"

ADDED = /^[^ ]/ { if (NR == FNR) known[$$1]; added = !($$1 in known) } NR > FNR && added
LOCKER = $(BIN)/uv --no-config pip compile --quiet --generate-hashes --universal --python-version 3.11 \
	--no-header --no-annotate $(if $(UPGRADE),--upgrade)

clean: ## remove the environment, the built site and every cache
	rm -rf $(VENV) build dist screenshots .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	rm -f .coverage .coverage.*
	rm -f output.zip
	find output -mindepth 1 ! -name .gitignore -prune -exec rm -rf {} +
	find sitegen tests -name __pycache__ -prune -exec rm -rf {} +
	rm -rf tests/npm/*/node_modules

$(SITE): $(LOCK) pyproject.toml | $(PY)
	@echo "Installing what the site needs; only the first time takes a minute."
	@sed '/^$(TESTS_PART)$$/,$$d' $(LOCK) > $(VENV)/lock-site.txt
	@$(PY) -m pip install --quiet --require-hashes --only-binary=:all: -r $(VENV)/lock-site.txt
	@$(PY) -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(TEST): $(SITE)
	@echo "Installing what the tests need."
	@sed '/^$(BENCH_PART)$$/,$$d' $(LOCK) > $(VENV)/lock-test.txt
	@$(PY) -m pip install --quiet --require-hashes --only-binary=:all: -r $(VENV)/lock-test.txt
	@touch $@

# The Nu HTML checker is on npm only; npm itself, and the Java that runs the checker, are among the tests' packages.
$(VALIDATORS): tests/npm/validators/package-lock.json $(TEST)
	@echo "Installing what checks pages and feeds."
	@$(BIN)/npm ci --prefix tests/npm/validators --no-progress --loglevel=error
	@touch $@

$(BENCH): $(TEST)
	@echo "Installing what the benches compare with."
	@$(PY) -m pip install --quiet --require-hashes --only-binary=:all: -r $(LOCK)
	@touch $@

$(PY):
	@command -v "$(PYTHON)" >/dev/null 2>&1 || { \
	  echo "There is no $(PYTHON) here. Install Python 3.11 or newer, or name yours: make site PYTHON=python3.12"; \
	  exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Python 3.11 or newer is needed; $(PYTHON) is `"$(PYTHON)" --version 2>&1`."; \
	  echo "Name a newer one: make site PYTHON=python3.12"; exit 1; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "This Python cannot make virtual environments: its venv module is missing."; \
	  echo "On Debian and Ubuntu: sudo apt install python3-venv"; exit 1; }
	@rm -rf $(VENV)
	@"$(PYTHON)" -m venv $(VENV)
