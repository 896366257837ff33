"""Counters, alerts and their webhook: what operators watch. Nothing personal goes in."""

import asyncio
import hashlib
from collections.abc import Mapping
from pathlib import Path

import httpx2
import structlog
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

from citas.application.ports import Clock

_QUIET_SECONDS = 60.0
_WEBHOOK_SECONDS = 5.0
_MOST_WEBHOOKS = 32

_COUNTERS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "citas_intenciones_total": ("Mensajes por intención y lo que resultó.", ("intencion", "resultado")),
    "citas_mensajes_total": ("Mensajes contestados, por estado.", ("estado",)),
    "citas_mensajes_ambiguos_total": ("Mensajes que hubo que aclarar.", ()),
    "citas_conflictos_total": ("Escrituras que el índice único rechazó.", ("origen",)),
    "citas_reservas_intentos_total": ("Intentos de reservar.", ()),
    "citas_llm_llamadas_total": ("Peticiones a un modelo, por paso y lo que resultó.", ("paso", "resultado")),
    "citas_llm_costo_usd_total": ("Lo que costaron esas peticiones, en USD.", ()),
    "citas_llm_ayudas_total": ("Lecturas de un modelo que llevaron a una oferta.", ("resultado",)),
    "citas_alertas_total": ("Alertas, por clase.", ("alerta",)),
}
_HISTOGRAMS: Mapping[str, str] = {
    "citas_respuesta_segundos": "Segundos desde que llega un mensaje hasta su respuesta.",
}
# Only what somebody sets is shown: without a queue there is nothing to say of one.
_GAUGES: Mapping[str, str] = {
    "citas_cola_disponible": "1 si Redis contesta; 0 si cada proceso trabaja por su cuenta.",
    "citas_cola_pendientes": "Mensajes en la cola de Redis.",
}
_BUCKETS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)


class MinuteGate:
    """Lets one through a minute for each tenant and kind; with a folder, over all its processes.

    The stamp is the machine's monotonic time, which the processes of one machine share.
    """

    def __init__(self, clock: Clock, folder: Path | None = None) -> None:
        self._clock = clock
        self._folder = folder
        self._last: dict[str, float] = {}

    def opens(self, tenant_id: str, kind: str) -> bool:
        """Tell whether this one may pass, and note that it did."""
        name = hashlib.sha256(f"{tenant_id}\n{kind}".encode()).hexdigest()
        now = self._clock.monotonic()
        if now - self._last.get(name, float("-inf")) < _QUIET_SECONDS:
            return False
        self._last[name] = now
        return self._folder is None or _first(self._folder, name, now)


def _first(folder: Path, name: str, now: float) -> bool:
    minute = int(now // _QUIET_SECONDS)
    try:
        with (folder / f"alerta-{name}-{minute}").open("x", encoding="ascii") as file:
            file.write(repr(now))
    except FileExistsError:
        return False
    before = folder / f"alerta-{name}-{minute - 1}"
    # Between its making and its writing the file is empty: that is just now.
    return not before.exists() or now - float(before.read_text("ascii") or now) >= _QUIET_SECONDS


class SilentTelemetry:
    """The Telemetry port where nobody watches: the demo."""

    def count(self, name: str, amount: float = 1, **labels: str) -> None:
        """Count nothing."""

    def observe(self, name: str, value: float) -> None:
        """Measure nothing."""

    def gauge(self, name: str, value: float) -> None:
        """Say nothing."""

    def alert(self, alerta: str, tenant_id: str, **facts: str | int) -> None:
        """Tell nobody."""

    def note(self, suceso: str, tenant_id: str, **facts: str | int) -> None:
        """Write nothing."""


class PrometheusTelemetry:
    """The Telemetry port over Prometheus and the log; alerts go to a webhook besides, in the background."""

    def __init__(
        self,
        gate: MinuteGate,
        webhook: str | None = None,
        folder: str | None = None,
        transport: httpx2.AsyncBaseTransport | None = None,
    ) -> None:
        self._gate = gate
        self._webhook = webhook
        self._folder = folder
        self._transport = transport
        self._registry = CollectorRegistry()
        self._counters = {
            name: Counter(name, text, labels, registry=self._registry)
            for name, (text, labels) in _COUNTERS.items()
        }
        self._histograms = {
            name: Histogram(name, text, buckets=_BUCKETS, registry=self._registry)
            for name, text in _HISTOGRAMS.items()
        }
        self._gauges: dict[str, Gauge] = {}
        self._children: dict[tuple[str, tuple[tuple[str, str], ...]], Counter] = {}
        self._posts: set[asyncio.Task[None]] = set()
        self._log = structlog.get_logger("citas.alertas")

    def count(self, name: str, amount: float = 1, **labels: str) -> None:
        """Add to a counter of the contract; a name or label that it does not have is a bug."""
        key = (name, tuple(labels.items()))
        child = self._children.get(key)
        if child is None:
            counter = self._counters[name]
            child = self._children[key] = counter.labels(**labels) if labels else counter
        child.inc(amount)

    def observe(self, name: str, value: float) -> None:
        """Add an observation to a histogram of the contract."""
        self._histograms[name].observe(value)

    def gauge(self, name: str, value: float) -> None:
        """Say what something of the contract is now; of several processes the last to say so counts."""
        known = self._gauges.get(name)
        if known is None:
            known = Gauge(name, _GAUGES[name], registry=self._registry, multiprocess_mode="mostrecent")
            self._gauges[name] = known
        known.set(value)

    def alert(self, alerta: str, tenant_id: str, **facts: str | int) -> None:
        """Raise an alert; the webhook hears of it at most once a minute for each tenant and kind."""
        self._log.error("alerta", alerta=alerta, tenant_id=tenant_id, **facts)
        self.count("citas_alertas_total", alerta=alerta)
        if self._webhook and len(self._posts) < _MOST_WEBHOOKS and self._gate.opens(tenant_id, alerta):
            body = {"alerta": alerta, "tenant_id": tenant_id, **facts}
            task = asyncio.get_running_loop().create_task(self._post(self._webhook, body))
            self._posts.add(task)
            task.add_done_callback(self._posts.discard)

    def note(self, suceso: str, tenant_id: str, **facts: str | int) -> None:
        """Write one line to the log."""
        self._log.info(suceso, tenant_id=tenant_id, **facts)

    async def _post(self, url: str, body: Mapping[str, str | int]) -> None:
        try:
            async with httpx2.AsyncClient(timeout=_WEBHOOK_SECONDS, transport=self._transport) as client:
                answer = await client.post(url, json=body)
            answer.raise_for_status()
        except httpx2.HTTPError as exc:
            self._log.warning("webhook_fallido", alerta=body["alerta"], causa=type(exc).__name__)

    def render(self) -> bytes:
        """Return the metrics in Prometheus' text form; the sum over all workers where there are several."""
        if self._folder is None:
            return generate_latest(self._registry)
        together = CollectorRegistry()
        MultiProcessCollector(together, path=self._folder)  # type: ignore[no-untyped-call]  # the library's own
        return generate_latest(together)

    async def close(self) -> None:
        """Let the webhooks that are on their way arrive."""
        if self._posts:
            await asyncio.wait(self._posts, timeout=_WEBHOOK_SECONDS)
