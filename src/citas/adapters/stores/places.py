"""Addresses of stores beside each other: whether two are one place, and whether there is anything at one."""

from pathlib import Path
from urllib.parse import urlsplit

_SQLITE = "sqlite:///"


def check_route(de: str, a: str) -> None:
    """Raise ValueError, in Spanish, unless something may be at `de` and `a` is another place."""
    if not is_there(de):
        raise ValueError(f"--de: «{de}» no existe; revise la ruta")
    if same_place(de, a):
        raise ValueError("--a: es el mismo almacén que --de; escriba otro")


def is_there(address: str) -> bool:
    """Tell whether a store may be at this address; a SQLite file that is not there yet holds nothing."""
    return not address.startswith(_SQLITE) or _file(address).is_file()


def same_place(one: str, other: str) -> bool:
    """Tell whether two addresses, written differently or not, are of one store."""
    if one.startswith(_SQLITE) and other.startswith(_SQLITE):
        return _same_file(_file(one), _file(other))
    one_hosts, one_name = _servers(one)
    other_hosts, other_name = _servers(other)
    # Each member of a replica set leads to the whole of it.
    return one_name == other_name and not one_hosts.isdisjoint(other_hosts)


def _file(address: str) -> Path:
    return Path(address.removeprefix(_SQLITE))


def _same_file(one: Path, other: Path) -> bool:
    if one.exists() and other.exists():
        return one.samefile(other)
    return one.resolve() == other.resolve()


def _servers(address: str) -> tuple[set[str], str]:
    parts = urlsplit(address)
    hosts = parts.netloc.rpartition("@")[2].lower().split(",")
    return {host if ":" in host else f"{host}:27017" for host in hosts}, parts.path.strip("/")
