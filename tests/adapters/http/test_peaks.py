"""A peak as the phone sees it: a full queue answers 202 at once, and the reply comes by the outbox."""

from dataclasses import replace

from citas.application.peaks import Peaks
from citas.application.sweep import sweep
from citas.application.trabajos import LEASE_SECONDS
from fake_queue import FakeQueue
from http_service import Service, mensaje


async def test_a_full_queue_answers_202_at_once_and_the_reply_comes_by_the_outbox(service: Service) -> None:
    fakes = service.fakes
    fakes.world = replace(fakes.world, queue=FakeQueue(fakes.clock, longest=0), peaks=Peaks(most=0))
    http = await service.client(service.key)
    began = fakes.clock.monotonic()

    late = await http.post("/v1/messages", json=mensaje())
    assert (late.status_code, late.json()["estado"]) == (202, "en_proceso")
    assert fakes.clock.monotonic() == began

    fakes.clock.advance(LEASE_SECONDS)
    await sweep(fakes.world)
    (salida,) = (await http.get("/v1/outbox")).json()["salidas"]
    again = await http.post("/v1/messages", json=mensaje())

    assert again.json()["message_id"] == late.json()["message_id"]
    assert again.json()["salida_id"] == salida["salida_id"]
