# Lo que se escribe aquí. Cada orden prepara lo que necesita; la segunda vez lo encuentra hecho.
#
#   make demo    una barbería de muestra y un chat en la terminal   (ARGS=--guion: sin teclado)
#   make run     el servicio HTTP                                   (ARGS="--port 8080 --workers 2")
#   make test    todas las pruebas                                  (ARGS=tests/domain)
#   make check   estilo, tipos, capas y candado
#   make bench   lo que cuesta cada cosa, medido en esta máquina
#   make setup   sólo el entorno de desarrollo (.venv)
#   make lock    rehace los candados                                (ARGS=--upgrade)
#
# Hace falta Python 3.11 o mayor y red la primera vez. PYTHON=… elige otro intérprete.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup demo run test check bench lock

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --no-input --disable-pip-version-check --no-compile
ARGS ?=

# A stamp is newer than the lock that it was made from.
RUNTIME := $(VENV)/.listo
DEV := $(VENV)/.listo-dev

help:
	@sed -n 's/^#   //p' Makefile

setup: $(DEV)

demo: $(RUNTIME)
	@$(BIN)/citas demo $(ARGS)

run: $(RUNTIME)
	@$(BIN)/citas serve $(ARGS)

test: $(DEV)
	$(BIN)/pytest -n 2 --dist worksteal $(ARGS)

check: $(DEV)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tools/check_lock.py requirements.lock requirements-dev.lock

bench: $(DEV)
	$(BIN)/python -m bench $(ARGS)

lock: $(BIN)/python
	@PYTHON=$(BIN)/python tools/lock $(ARGS)

$(RUNTIME): requirements.lock pyproject.toml | $(BIN)/python
	@echo "citas: instalando lo necesario en $(VENV) (sólo la primera vez)…"
	@$(PIP) --require-hashes -r requirements.lock
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

# The development lock holds all that the other one holds.
$(DEV): requirements-dev.lock pyproject.toml | $(BIN)/python
	@echo "citas: instalando las herramientas de desarrollo en $(VENV) (sólo la primera vez)…"
	@$(PIP) --require-hashes -r requirements-dev.lock
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $(RUNTIME) $@

# `command -v` is not enough: a version manager's shim exists even where its Python does not.
$(BIN)/python:
	@for python in $(PYTHON) python3.11 python3.12 python3.13 python3.14 python3 python; do \
	  if "$$python" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then \
	    echo "citas: creando $(VENV) con $$python"; \
	    exec "$$python" -m venv --clear $(VENV); \
	  fi; \
	done; \
	echo "citas: no encuentro Python 3.11 o mayor con venv." >&2; \
	echo "       Instálelo (en Debian o Ubuntu: apt install python3 python3-venv) o diga cuál: make PYTHON=/ruta/a/python3 …" >&2; \
	exit 1
