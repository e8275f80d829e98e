# Every target does its own set-up: system libraries, then the virtual environment in .venv.
# make run ARGS="--data /some/folder"    make test ARGS="tests/store -x"

PYTHON ?= python3
ARGS ?=
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/installed-for
VERSION = $(shell sed -n 's/^__version__ = "\(.*\)"$$/\1/p' ats/__init__.py)

# Qt warns in a locale without UTF-8, and a warning fails a test.
WITHOUT_DISPLAY := LC_ALL=C.UTF-8 QT_QPA_PLATFORM=offscreen

# An environment that was copied or moved here still points at its old folder.
ifneq ($(shell cat $(STAMP) 2>/dev/null),$(CURDIR))
$(shell rm -f $(STAMP))
endif

# Two package installations at once would wait for each other's lock.
.NOTPARALLEL:

.PHONY: help run test lint pictures bench bench-import bench-reading fuzz-reading fuzz-import soak \
	wheel package \
	package-test windows-libraries clean libraries window-libraries

help:
	@echo "make run            open the window"
	@echo "make test           run all tests, without a display"
	@echo "make lint           check style, types and layers"
	@echo "make soak           run the long tests"
	@echo "make bench          run the benchmarks"
	@echo "make bench-import   what a large import costs, beside other tools"
	@echo "make bench-reading  how well postings are read, and how fast"
	@echo "make fuzz-reading   read ten thousand damaged postings"
	@echo "make fuzz-import    import ten thousand damaged tables"
	@echo "make pictures       take the pictures for the documentation"
	@echo "make wheel          make the wheel and the source archive, in dist"
	@echo "make package        make the packages people install, in dist"
	@echo "make package-test   install, use, upgrade and remove them on clean systems (root)"
	@echo "make windows-libraries  pin the libraries of the Windows package"
	@echo "make clean          remove everything that was made here"

run: window-libraries $(STAMP)
	@if [ "$$(uname -s)" = Linux ] && [ -z "$$DISPLAY$$WAYLAND_DISPLAY$$QT_QPA_PLATFORM" ]; then \
		echo "There is no display here. Run this in a desktop session, or see: $(BIN)/ats --help" >&2; \
		exit 1; \
	fi
	@$(BIN)/ats $(ARGS)

test: libraries $(STAMP)
	@$(WITHOUT_DISPLAY) $(BIN)/python -m pytest $(ARGS)

lint: $(STAMP)
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports

# Property tests run with many more examples, and the tests marked "soak" join in.
soak: libraries $(STAMP)
	@$(WITHOUT_DISPLAY) $(BIN)/python -m pytest --hypothesis-profile=soak -m "soak or hypothesis" $(ARGS)

bench: libraries $(STAMP)
	@set -e; for script in benchmarks/bench_*.py; do \
		echo "== $$script"; $(WITHOUT_DISPLAY) $(BIN)/python "$$script" $(ARGS); \
	done

bench-import: libraries $(STAMP)
	@$(WITHOUT_DISPLAY) $(BIN)/python benchmarks/bench_import.py $(ARGS)

# ARGS="--misses salary" shows what was missed, ARGS=--accept keeps the figures as floors.
bench-reading: libraries $(STAMP)
	@$(WITHOUT_DISPLAY) $(BIN)/python benchmarks/measure_reading.py $(ARGS)

fuzz-reading: libraries $(STAMP)
	@$(WITHOUT_DISPLAY) $(BIN)/python benchmarks/fuzz_reading.py $(ARGS)

fuzz-import: libraries $(STAMP)
	@$(WITHOUT_DISPLAY) $(BIN)/python benchmarks/fuzz_import.py $(ARGS)

pictures: libraries $(STAMP)
	@$(WITHOUT_DISPLAY) $(BIN)/python docs/take_pictures.py $(ARGS)
	$(if $(ARGS),,@$(WITHOUT_DISPLAY) $(BIN)/python docs/take_paper_pictures.py)

wheel: libraries
	@PYTHON="$(PYTHON)" packaging/wheel/build.sh "$(VERSION)" dist

# ARGS="--only deb" builds one of them.
package: window-libraries
	@packaging/setup/tools.sh package
	@$(PYTHON) packaging/package.py $(ARGS)

# ARGS="--release trixie" tries one Debian. The packages are built again where the source is newer.
package-test: window-libraries $(STAMP)
	@packaging/setup/tools.sh package-test
	@$(PYTHON) packaging/package.py --missing
	@build/package/environment/bin/python packaging/clean_system/run.py \
		--package dist/ats-desktop_$(VERSION)_$$(dpkg --print-architecture).deb $(ARGS)
	@packaging/test.sh "$(VERSION)" dist

# After a change of the libraries in pyproject.toml or constraints.txt.
windows-libraries: libraries
	@"$$(PYTHON="$(PYTHON)" packaging/wheel/tools.sh)/bin/python" packaging/windows/pin.py

libraries:
	@PYTHON="$(PYTHON)" packaging/setup/system-libraries.sh offscreen

window-libraries:
	@PYTHON="$(PYTHON)" packaging/setup/system-libraries.sh window

$(STAMP): pyproject.toml constraints.txt | libraries
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "ats needs Python 3.11 or newer: make PYTHON=/path/to/python3 …" >&2; exit 1; }
	@echo "Creating the environment in $(VENV) and installing the libraries (once, a minute or so)"
	@$(PYTHON) -m venv --clear $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check \
		--constraint constraints.txt --editable '.[dev]'
	@echo "$(CURDIR)" > $@

clean:
	rm -rf $(VENV) build dist *.egg-info .hypothesis .import_linter_cache .mypy_cache \
		.pytest_cache .ruff_cache
	find . -path ./.git -prune -o -name __pycache__ -prune -exec rm -rf {} +
