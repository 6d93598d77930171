# `make site` and `make test` are all that a new machine needs: Python 3.11 or later, venv, git, make.

PYTHON ?= python3
# With it, every process would compile all modules anew.
unexport PYTHONDONTWRITEBYTECODE
VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

# As many processes as cores; a module's tests stay together, so that each starts one browser.
# Modules go out in their own order: the browser tests come early, small ones fill the end.
PYTEST := $(BIN)/python -m pytest --numprocesses auto --dist loadscope --no-loadscope-reorder

.PHONY: site serve check test test-all editor pictures gallery golden benchmarks clean

site: $(VENV)/.site profile
	@$(BIN)/affiche build

serve: $(VENV)/.site profile
	@$(BIN)/affiche editor --install || true
	@$(BIN)/affiche serve

# Ruff, types, import contract.
check: $(VENV)/.test
	$(BIN)/ruff format --check scripts tests benchmarks
	$(BIN)/ruff check scripts tests benchmarks
	$(BIN)/mypy
	$(BIN)/lint-imports

test: check chromium java pdf-tools tests/node_modules/.installed editor
	$(PYTEST)

# The slow sweeps too.
test-all: check chromium java pdf-tools tests/node_modules/.installed editor
	AFFICHE_SLOW=1 $(PYTEST)

# The browser editor, through npm; the site shows it at /admin/.
editor: $(VENV)/.site
	@$(BIN)/affiche editor --install

# The pictures of README and handbook: site, poster and editor, and those of a first campaign.
pictures: site editor chromium $(VENV)/.test
	$(BIN)/python -m tests.pictures
	$(BIN)/python -m tests.first_campaign

# The gallery of the handbook: every template in every format.
gallery: $(VENV)/.test
	$(BIN)/python -m tests.gallery

# The golden images, after a change of a template that was looked at.
golden: $(VENV)/.test
	$(BIN)/python -m pytest tests/posters/test_golden.py --update-golden

# Posters a second, beside other ways to make them; on a quiet machine, as it takes minutes.
benchmarks: chromium $(VENV)/.site
	@$(INSTALL) --editable '.[benchmarks]'
	$(BIN)/python -m benchmarks

clean:
	rm -rf site .affiche $(VENV) tests/node_modules

$(VENV)/.site: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Affiche needs Python 3.11 or later; name it with: make PYTHON=python3.12"; exit 1; }
	@test -d $(VENV) || $(PYTHON) -m venv $(VENV)
	@echo "Installing Affiche into $(VENV)/ (a minute, the first time)"
	@$(INSTALL) --editable .
	@touch $@

$(VENV)/.test: $(VENV)/.site
	@echo "Installing what the tests need"
	@$(INSTALL) --editable '.[test]'
	@touch $@

# The profile of the press that the sample's brand names. Without it everything but the files for
# the press is made, and a warning says so.
PROFILE := /usr/share/scribus/profiles/ISOcoated_v2_300_bas.icc
.PHONY: profile
profile:
	@test -f $(PROFILE) || \
	if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then \
		echo "Installing the ICC profile of the press (scribus-data)"; \
		{ apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends scribus-data >/dev/null; } || \
			echo "It could not be installed; there will be no files for the press."; \
	else \
		echo "For press files, install the ICC profile. On Debian or Ubuntu: sudo apt-get install scribus-data"; \
	fi

# What reads finished PDFs back.
.PHONY: pdf-tools
pdf-tools: profile
	@test -f $(PROFILE) && command -v qpdf >/dev/null && command -v gs >/dev/null && command -v pdftoppm >/dev/null || \
	if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then \
		echo "Installing qpdf, Ghostscript and Poppler"; \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends qpdf ghostscript poppler-utils scribus-data >/dev/null; \
	else \
		echo "The tests need more. On Debian or Ubuntu: sudo apt-get install qpdf ghostscript poppler-utils scribus-data"; exit 1; \
	fi

# The browser tests drive the system's Chromium; its shell without windows takes half the time.
.PHONY: chromium
chromium:
	@command -v chromium-headless-shell >/dev/null || \
	if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then \
		echo "Installing Chromium"; \
		apt-get update -qq; \
		for package in chromium-headless-shell chromium; do \
			DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $$package >/dev/null && break; \
		done; \
	fi; \
	command -v chromium-headless-shell >/dev/null || command -v chromium >/dev/null || command -v chromium-browser >/dev/null || \
		{ echo "The tests need Chromium. On Debian or Ubuntu: sudo apt-get install chromium"; exit 1; }

# The validator of HTML runs on Java.
.PHONY: java
java:
	@command -v java >/dev/null || \
	if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then \
		echo "Installing Java"; \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends default-jre-headless >/dev/null; \
	else \
		echo "The tests need Java. On Debian or Ubuntu: sudo apt-get install default-jre-headless"; exit 1; \
	fi

# Accessibility rules, validator and link checker.
tests/node_modules/.installed: tests/package.json
	@command -v npm >/dev/null || \
		{ echo "The tests need Node with npm. On Debian or Ubuntu: sudo apt-get install npm"; exit 1; }
	@echo "Installing what the tests need of Node"
	@cd tests && npm install --silent
	@touch $@
