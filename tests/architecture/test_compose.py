"""What can be known of compose.yaml and the Dockerfile without a Docker: names, options, addresses, order."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.testing import CliRunner

from citas.adapters.cli.app import build_app
from citas.bootstrap import wiring
from citas.settings import settings_from

ROOT = Path(__file__).parents[2]
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))
SERVICES: dict[str, Any] = COMPOSE["services"]
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
OURS = ("serve", "worker")

IMAGE = re.compile(r"[a-z0-9/-]+:\d+(\.\d+)*(-[a-z]+)?")


def images() -> list[str]:
    bases = [line.split()[1] for line in DOCKERFILE.splitlines() if line.startswith("FROM ")]
    return bases + [service["image"] for service in SERVICES.values()]


@pytest.mark.parametrize("image", sorted(set(images())))
def test_an_image_has_a_name_and_a_version_and_no_host(image: str) -> None:
    assert IMAGE.fullmatch(image)
    assert image.count("/") <= 1


@pytest.mark.parametrize("name", OURS)
def test_every_variable_is_one_that_citas_knows_and_takes(name: str) -> None:
    given = {
        variable: re.sub(r"\$\{\w+:-(.*)\}", r"\1", value)
        for variable, value in SERVICES[name]["environment"].items()
    }

    assert settings_from(given).unknown == ()


@pytest.mark.parametrize("name", OURS)
def test_every_command_and_option_exists(name: str) -> None:
    command, *words = SERVICES[name]["command"]

    shown = CliRunner().invoke(build_app(wiring), [command, "--help"])

    assert shown.exit_code == 0
    assert [word for word in words if word.startswith("--") and word not in shown.stdout] == []


def test_the_store_is_the_replica_set_that_is_started() -> None:
    mongo, store = SERVICES["mongo"], SERVICES["serve"]["environment"]["CITAS_STORE"]
    name = mongo["command"][mongo["command"].index("--replSet") + 1]

    assert store == f"mongodb://mongo:27017/citas?replicaSet={name}"
    assert f"_id: '{name}'" in mongo["healthcheck"]["test"][-1]
    assert "host: 'mongo:27017'" in mongo["healthcheck"]["test"][-1]


@pytest.mark.parametrize("name", OURS)
def test_ours_wait_for_what_they_stand_on(name: str) -> None:
    waits = SERVICES[name]["depends_on"]

    assert set(waits) == {"mongo", "redis"}
    assert {one["condition"] for one in waits.values()} == {"service_healthy"}
    assert all("healthcheck" in SERVICES[one] for one in waits)


def test_only_the_service_is_reached_from_outside_and_only_from_this_machine() -> None:
    ports = {name: service["ports"] for name, service in SERVICES.items() if "ports" in service}

    assert ports == {"serve": ["127.0.0.1:8000:8000"]}


def test_the_dockerfile_copies_what_is_there_and_what_is_not_ignored() -> None:
    copied = [
        word
        for line in DOCKERFILE.splitlines()
        if line.startswith("COPY ") and "--from" not in line
        for word in line.split()[1:-1]
    ]
    let_through = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()

    assert copied
    assert [name for name in copied if not (ROOT / name).exists()] == []
    assert [name for name in copied if f"!{name}" not in let_through] == []


def test_the_volumes_are_declared() -> None:
    named = {volume.split(":")[0] for service in SERVICES.values() for volume in service.get("volumes", ())}

    assert named == set(COMPOSE["volumes"])
