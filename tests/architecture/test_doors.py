"""A tenant is a door: behind it nothing takes a tenant's id, so nothing can forget it."""

import inspect

from citas.application.ports import Door, Operator, Stores


def parameters(protocol: type) -> dict[str, set[str]]:
    methods = inspect.getmembers(protocol, inspect.isfunction)
    return {name: set(inspect.signature(method).parameters) for name, method in methods if name[0] != "_"}


def test_no_method_behind_a_door_takes_a_tenant_id() -> None:
    assert {name for name, names in parameters(Door).items() if "tenant_id" in names} == set()


def test_the_stores_open_one_door_for_one_tenant() -> None:
    assert parameters(Stores)["of"] == {"self", "tenant_id"}


def test_the_operators_door_shows_no_content_of_a_tenant() -> None:
    assert {name for name, names in parameters(Operator).items() if "tenant_id" in names} == {"claves"}


def test_every_method_of_a_port_says_what_it_promises() -> None:
    undocumented = [
        f"{port.__name__}.{name}"
        for port in (Door, Operator, Stores)
        for name, method in inspect.getmembers(port, inspect.isfunction)
        if not name.startswith("_") and not inspect.getdoc(method)
    ]

    assert undocumented == []
