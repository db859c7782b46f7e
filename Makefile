# Needs Python 3.10 or later and make, any make since GNU 3.81 (macOS has that one).
# `make demo PYTHON=/path/to/python3` picks the interpreter; `make test ARGS="-k sigmoid"` hands words on to the tool.
# The tests use all cores; ARGS="-n0" runs them in one process, as --pdb needs it.

PYTHON ?= python3
VENV   := .venv
PY     := $(VENV)/bin/python
# With PYTHONDONTWRITEBYTECODE each process that a test starts would compile the package anew.
PYTEST := PYTHONDONTWRITEBYTECODE= $(PY) -m pytest -n auto --dist worksteal

.PHONY: help demo test test-deep mutants bench bench-peers lint docs clean FORCE
.NOTPARALLEL:

help: ## print this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

demo: $(VENV)/.has-package ## walk through the article, every number computed; draw its pictures, write it as a page
	@$(PY) -m tinygrad_edu article $(ARGS)
	@$(PY) -m tinygrad_edu draw article -o build/pictures
	@$(PY) -m tinygrad_edu article --report build/article.html
	@$(PY) -m tinygrad_edu article --report build/article.zh-CN.html --lang zh

test: $(VENV)/.has-test ## run the tests; the same examples every time
	$(PYTEST) $(ARGS)

test-deep: $(VENV)/.has-test ## run the slow tests too, with up to 2,000 examples each
	HYPOTHESIS_PROFILE=deep $(PYTEST) --slow $(ARGS)

mutants: $(VENV)/.has-mutants ## plant faults in a copy of the package: do the tests notice? ARGS="--sample 200"
	$(PY) -m tests.mutation $(ARGS)

bench: $(VENV)/.has-bench ## measure the speed
	$(PY) -m tests.benchmarks $(ARGS)

bench-peers: $(VENV)/.has-peers bench ## the same, with JAX and PyTorch beside us (a large download)

lint: $(VENV)/.has-lint ## check style and types
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy

docs: $(VENV)/.has-docs ## write the API pages to build/docs
	$(PY) -m tests.make_docs build/docs

clean: ## remove all that make made
	rm -rf $(VENV) build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +


# .venv. Files in it say what is done: .made (the environment), .has-package (tinygrad_edu itself, editable) and
# .has-NAME (the extra NAME). While pip works there is .unfinished as well: a pip that was stopped midway may leave
# half a package that it takes for whole the next time, so then the environment is made anew. A pip that gave up by
# itself (no network, say) has spoilt nothing, and .venv stays.

# --prefer-binary: an older wheel rather than a newer package that wants a compiler (LLVM on Intel Macs).
INSTALL = @echo Installing $(1); touch $(VENV)/.unfinished; trap 'exit 130' INT; \
	$(PY) -m pip install --quiet --disable-pip-version-check --prefer-binary $(1); code=$$?; \
	[ $$code -gt 128 ] || rm -f $(VENV)/.unfinished; \
	[ $$code -eq 0 ] && touch $@

$(VENV)/.has-package: pyproject.toml $(VENV)/.made
	$(call INSTALL,--editable .)

# The package is there already, so this adds only what the extra lists.
$(VENV)/.has-%: $(VENV)/.has-package
	$(call INSTALL,'tinygrad-edu[$*]')

# .made holds the folder and the kind of Python it was made for: a moved checkout, a Python that has gone, or another
# PYTHON= on the command line makes the environment anew.
KIND  = pwd -P; "$(1)" -c 'import sys; print(sys.implementation.cache_tag)' 2>/dev/null
ASKED = $(if $(filter file,$(origin PYTHON)),$(PY),$(PYTHON))
STALE := $(shell [ -e $(VENV)/.unfinished ] || \
	[ "`$(call KIND,$(ASKED))`" != "`cat $(VENV)/.made 2>/dev/null`" ] && echo FORCE)

$(VENV)/.made: $(STALE)
	@case `uname` in \
		Darwin) python="brew install python"; venv=$$python;; \
		*) python="sudo apt install python3 python3-venv"; venv="sudo apt install python3-venv";; \
	esac; \
	found=`"$(PYTHON)" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null`; \
	"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 10))' 2>/dev/null || { \
		echo "tinygrad_edu needs Python 3.10 or later, but $(PYTHON) is $${found:-not there}:" \
			"run '$$python', or name another with 'make PYTHON=/path/to/python3'." >&2; exit 1; }; \
	rm -rf $(VENV); \
	said=`"$(PYTHON)" -m venv $(VENV) 2>&1` || { rm -rf $(VENV); \
		case $$said in *ensurepip*|*"No module named venv"*) said=;; *) said=" ($$said)";; esac; \
		echo "$(PYTHON) cannot make a virtual environment$$said: run '$$venv', then the same again." >&2; exit 1; }; \
	{ $(call KIND,$(PYTHON)); } > $(VENV)/.made; echo "Made $(VENV) with Python $$found"
