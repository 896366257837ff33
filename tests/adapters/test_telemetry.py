"""Metrics, alerts and the log: what operators see, and what nobody may."""

import json
import logging
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import httpx2
import pytest
import structlog

from citas.adapters.logs import configure_logs
from citas.adapters.system import ServiceClock
from citas.adapters.telemetry import MinuteGate, PrometheusTelemetry
from fakes import FakeClock


@pytest.fixture
def logs() -> Iterator[None]:
    """Whatever is configured here is undone."""
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    yield
    root.handlers, root.level = handlers, level
    structlog.reset_defaults()


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(1_787_580_000)


def telemetry_of(clock: FakeClock, webhook: httpx2.MockTransport | None = None) -> PrometheusTelemetry:
    url = "https://avisos.example/citas" if webhook else None
    return PrometheusTelemetry(MinuteGate(clock), url, transport=webhook)


def test_counters_have_the_names_of_the_contract(clock: FakeClock) -> None:
    telemetry = telemetry_of(clock)
    telemetry.count("citas_intenciones_total", intencion="agendar", resultado="aceptada")
    telemetry.count("citas_intenciones_total", 2, resultado="aceptada", intencion="agendar")
    telemetry.count("citas_mensajes_ambiguos_total")
    telemetry.observe("citas_respuesta_segundos", 0.02)

    text = telemetry.render().decode()

    assert 'citas_intenciones_total{intencion="agendar",resultado="aceptada"} 3.0' in text
    assert "citas_mensajes_ambiguos_total 1.0" in text
    assert 'citas_respuesta_segundos_bucket{le="0.025"} 1.0' in text
    for name in ("citas_mensajes_total", "citas_conflictos_total", "citas_reservas_intentos_total"):
        assert f"# TYPE {name} counter" in text


def test_what_is_said_of_the_queue_is_what_was_said_last_and_nothing_without_one(clock: FakeClock) -> None:
    telemetry = telemetry_of(clock)
    assert "citas_cola" not in telemetry.render().decode()

    for value in (1, 0):
        telemetry.gauge("citas_cola_disponible", value)

    assert "citas_cola_disponible 0.0" in telemetry.render().decode()


def test_a_metric_that_the_contract_does_not_have_is_a_bug(clock: FakeClock) -> None:
    with pytest.raises(KeyError):
        telemetry_of(clock).count("citas_inventada_total")


async def test_an_alert_is_counted_and_posted_without_waiting(clock: FakeClock) -> None:
    posted: list[dict[str, object]] = []

    def hear(request: httpx2.Request) -> httpx2.Response:
        posted.append(json.loads(request.content))
        return httpx2.Response(204)

    telemetry = telemetry_of(clock, httpx2.MockTransport(hear))
    telemetry.alert("indice_unico", "t" * 24, origen="mensaje")
    assert posted == []
    await telemetry.close()

    assert posted == [{"alerta": "indice_unico", "tenant_id": "t" * 24, "origen": "mensaje"}]
    assert 'citas_alertas_total{alerta="indice_unico"} 1.0' in telemetry.render().decode()


async def test_a_webhook_that_fails_is_a_line_and_no_more(clock: FakeClock) -> None:
    telemetry = telemetry_of(clock, httpx2.MockTransport(lambda _: httpx2.Response(500)))

    with structlog.testing.capture_logs() as lines:
        telemetry.alert("indice_unico", "t")
        await telemetry.close()

    assert [(line["log_level"], line["event"]) for line in lines] == [
        ("error", "alerta"),
        ("warning", "webhook_fallido"),
    ]


def test_one_a_minute_for_each_tenant_and_kind(clock: FakeClock) -> None:
    gate = MinuteGate(clock)

    assert gate.opens("a", "indice_unico")
    assert not gate.opens("a", "indice_unico")
    assert gate.opens("b", "indice_unico")
    assert gate.opens("a", "dispositivo_silencioso")
    clock.advance(seconds=60)
    assert gate.opens("a", "indice_unico")


@pytest.mark.parametrize("start", [0, 30, 59])
def test_processes_that_share_a_folder_share_the_minute(clock: FakeClock, tmp_path: Path, start: int) -> None:
    clock.advance(seconds=start)
    one, other = MinuteGate(clock, tmp_path), MinuteGate(clock, tmp_path)
    passed = []
    for _ in range(240):
        passed += [clock.monotonic() for gate in (one, other) if gate.opens("a", "indice_unico")]
        clock.advance(seconds=1)

    assert len(passed) >= 3
    assert all(later - earlier >= 60 for earlier, later in pairwise(passed))


def lines_of(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().err.splitlines()]


@pytest.mark.usefixtures("logs")
def test_every_line_says_request_and_tenant(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logs("json")
    with structlog.contextvars.bound_contextvars(request_id="r1", tenant_id="t1"):
        structlog.get_logger("citas").info("algo", cuenta=3)
    logging.getLogger("uvicorn.error").warning("de otra biblioteca")

    ours, theirs = lines_of(capsys)

    assert (ours["event"], ours["request_id"], ours["tenant_id"], ours["cuenta"]) == ("algo", "r1", "t1", 3)
    assert (theirs["event"], theirs["request_id"], theirs["tenant_id"]) == ("de otra biblioteca", None, None)


@pytest.mark.usefixtures("logs")
def test_what_is_personal_leaves_only_its_hash(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logs("json")
    structlog.get_logger("citas").info("mensaje", texto="soy Juan", telefono="+573109876543", nombre=None)

    (line,) = lines_of(capsys)

    assert str(line["texto"]).startswith("sha256:")
    assert "Juan" not in json.dumps(line)
    assert "3109876543" not in json.dumps(line)


@pytest.mark.usefixtures("logs")
def test_an_error_tells_where_it_was_and_not_what_it_quotes(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logs("json")
    try:
        dict[str, int]()["Juan Pérez"]
    except KeyError:
        structlog.get_logger("citas").exception("fallo")

    (line,) = lines_of(capsys)

    assert line["error"] == "KeyError"
    assert "test_telemetry.py" in str(line["donde"])
    assert "Juan" not in json.dumps(line, ensure_ascii=False)


@pytest.mark.usefixtures("logs")
def test_what_is_no_text_is_logged_all_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logs("json")
    structlog.get_logger("citas").warning("raro", variable="CITAS_\udcff", bytes=b"\xff")

    (line,) = lines_of(capsys)

    assert str(line["variable"]).startswith("CITAS_")


@pytest.mark.usefixtures("logs")
def test_text_is_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logs("text")
    structlog.get_logger("citas").warning("hola", cuenta=3)

    assert "hola" in capsys.readouterr().err


def test_a_wait_of_the_service_is_real_time() -> None:
    assert ServiceClock(lambda: 0).monotonic() <= ServiceClock(lambda: 0).monotonic()
