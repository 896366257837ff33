"""The servers that tests talk to are real, and are found where the docs say."""

from pathlib import Path

import pytest
import redis

from servidores import MONGOD, VALKEY, WITH_SERVER, NoServerError, Program, a_client

pytestmark = WITH_SERVER


def test_mongodb_is_a_replica_set_with_a_primary(mongodb: str) -> None:
    with a_client(mongodb) as client:
        hello = client.admin.command("hello")

        assert hello["isWritablePrimary"]
        assert hello["setName"]


def test_each_test_has_a_database_of_its_own(mongodb: str) -> None:
    with a_client(mongodb) as client:
        assert client.get_default_database().list_collection_names() == []


def test_redis_answers_and_is_empty(redis_url: str) -> None:
    with redis.Redis.from_url(redis_url) as client:
        assert client.dbsize() == 0


def test_a_program_that_is_named_counts_before_all_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = tmp_path / "otro-mongod"
    named.write_text("#!/bin/sh\n", encoding="utf-8")
    monkeypatch.setenv(MONGOD.program, str(named))

    assert MONGOD.find(tmp_path) == named
    assert named.stat().st_mode & 0o111


def test_what_cannot_be_had_says_how_to_have_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VALKEY.program, str(tmp_path / "no-está"))
    absent = Program("Nada", "CITAS_TEST_X", "CITAS_TEST_Y", ("no-hay-tal",), "no_hay_tal", "nada")

    for program in (VALKEY, absent):
        with pytest.raises(NoServerError, match=program.address):
            program.find(tmp_path)
