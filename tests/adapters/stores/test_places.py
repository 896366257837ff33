"""Two addresses of one place are one place."""

from pathlib import Path

import pytest

from citas.adapters.stores.places import is_there, same_place


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("mongodb://h/citas?replicaSet=rs0", "mongodb://h/citas?replicaSet=rs0"),
        ("mongodb://h/citas?replicaSet=rs0", "mongodb://H:27017/citas"),
        ("mongodb://a,b,c/citas?replicaSet=rs0", "mongodb://ana:clave@c,d/citas?replicaSet=rs0"),
        ("sqlite:///citas.db", "sqlite:///./citas.db"),
    ],
)
def test_the_same_written_differently(one: str, other: str) -> None:
    assert same_place(one, other)
    assert same_place(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("mongodb://h/citas?replicaSet=rs0", "mongodb://h/otras?replicaSet=rs0"),
        ("mongodb://h:27017/citas", "mongodb://h:27018/citas"),
        ("sqlite:///citas.db", "mongodb://h/citas"),
        ("sqlite:///citas.db", "sqlite:///otro.db"),
    ],
)
def test_two_places(one: str, other: str) -> None:
    assert not same_place(one, other)
    assert not same_place(other, one)


def test_a_hard_link_is_the_same_file(tmp_path: Path) -> None:
    (tmp_path / "one.db").touch()
    (tmp_path / "other.db").hardlink_to(tmp_path / "one.db")

    assert same_place(f"sqlite:///{tmp_path}/one.db", f"sqlite:///{tmp_path}/other.db")


def test_only_a_file_can_be_missing(tmp_path: Path) -> None:
    assert not is_there(f"sqlite:///{tmp_path}/nada.db")
    assert is_there("mongodb://h/citas")
