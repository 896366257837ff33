"""Every route that is served stands in the contract, and every route of the contract is served."""

import re
from pathlib import Path

from citas.adapters.http.routes import RUTAS

CONTRACT = (Path(__file__).parents[2] / "docs" / "contrato.md").read_text(encoding="utf-8")
PROMISED, RESERVED = CONTRACT.split("\n## 13. ", 1)
ROUTE = re.compile(r"\b(GET|POST|PATCH|DELETE) (/[\w/{}.-]+)")

# The framework serves these itself.
REFERENCE = {("GET", "/docs"), ("GET", "/openapi.json")}


def nameless(path: str) -> str:
    return re.sub(r"\{\w+\}", "{}", path)


def routes_in(text: str) -> set[tuple[str, str]]:
    return {(method, nameless(path)) for method, path in ROUTE.findall(text)}


def served() -> set[tuple[str, str]]:
    return {(ruta.method, nameless(ruta.path)) for ruta in RUTAS}


def test_every_served_route_is_in_the_contract() -> None:
    assert served() - routes_in(PROMISED) == set()


def test_every_route_of_the_contract_is_served() -> None:
    assert routes_in(PROMISED) - REFERENCE - served() == set()


def test_what_the_contract_reserves_is_not_served() -> None:
    assert routes_in(RESERVED)
    assert routes_in(RESERVED) & served() == set()
