"""Rivals for one place of the agenda: how each writer is made ready, and what each answer means."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from bench.cliente import Call, Client, Reply
from bench.instalacion import Site, minutes_of, phone_of, spoken_hour, wire_day, wire_hour

MINUTOS = 45
HOLD_SECONDS = 61  # one more than a hold lives
Cita = dict[str, Any]


class Writer(StrEnum):
    """Who writes into the agenda."""

    MENSAJE = "mensaje"
    SI = "sí"
    CAMBIO = "mensaje que mueve"
    POST = "POST"
    PATCH = "PATCH"
    BLOQUEO = "bloqueo"


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a day of one recurso (None: of whoever is free), in minutes since midnight."""

    recurso: str | None
    day: date
    anchor: int
    span: int


@dataclass(frozen=True, slots=True)
class Rival:
    """One attempt, ready to be sent; `before`: the cita that it would move."""

    writer: Writer
    inicio: int
    fin: int
    call: Call
    before: Cita | None = None


@dataclass(frozen=True, slots=True)
class Won:
    """What a winner was told that it has."""

    id: str
    recurso_id: str
    fecha: str
    inicio: int
    fin: int
    bloqueo: bool = False


@dataclass(frozen=True, slots=True)
class Lost:
    """What a loser was told instead: the free times near it."""

    alternativas: tuple[Cita, ...]


@dataclass(frozen=True, slots=True)
class Lie:
    """An answer that is neither, or that is not what was asked."""

    why: str


Verdict = Won | Lost | Lie


@dataclass
class Corner:
    """Makes rivals ready through one connection; `parking` are places for the citas that will move."""

    site: Site
    client: Client
    numbers: Iterator[int]
    parking: deque[Place]
    parked: dict[str, Place] = field(default_factory=dict)

    async def ready(self, writer: Writer, place: Place, inicio: int) -> Rival:
        """Do all but the last step, and return that."""
        phone, text = phone_of(next(self.numbers)), _when(place, inicio)
        corte = self.site.servicios["corte cabello"]
        match writer:
            case Writer.MENSAJE:
                return self._rival(writer, inicio, self.message(phone, f"corte {text}"))
            case Writer.POST:
                return self._rival(writer, inicio, self.post(phone, corte, place, inicio))
            case Writer.BLOQUEO:
                return self._bloqueo(place, inicio)
            case Writer.SI:
                return await self._si(phone, text, inicio)
            case Writer.PATCH:
                return await self._patch(phone, place, inicio)
            case Writer.CAMBIO:
                before = await self.park(phone)
                return self._rival(writer, inicio, self.message(phone, f"cambie mi cita para {text}"), before)

    def message(self, phone: str, text: str) -> Call:
        """Return a mensaje of this moment."""
        return Call("POST", "/v1/messages", {"from": phone, "text": text, "timestamp": self.site.clock.ms})

    def post(self, phone: str, servicio_id: str, place: Place, inicio: int) -> Call:
        """Return the owner's booking."""
        named = {} if place.recurso is None else {"recurso_id": self.site.recursos[place.recurso]}
        body = {
            "cliente": {"nombre": "Cliente", "telefono": phone},
            "servicios_id": [servicio_id],
            "fecha": wire_day(place.day),
            "hora_inicio": wire_hour(inicio),
        }
        return Call("POST", "/v1/appointments", body | named)

    async def leave(self, cita: Cita) -> str | None:
        """Cancel a parked cita that did not move, so that its place is used anew; tell what is wrong."""
        now = (await self.client.ask(Call("GET", f"/v1/appointments/{cita['id']}"))).json
        if now != cita:
            return f"la cita {cita['id']} cambió aunque su movimiento perdió"
        if_match = (("If-Match", str(cita["version"])),)
        gone = await self.client.ask(Call("POST", f"/v1/appointments/{cita['id']}/cancel", {}, if_match))
        if gone.status != 200:
            return f"cancelar {cita['id']} contestó {gone.status}"
        self.parking.append(self.parked.pop(cita["id"]))
        return None

    def moved_away(self, cita: Cita) -> None:
        """Use the place of a parked cita that moved anew."""
        self.parking.append(self.parked.pop(cita["id"]))

    async def _si(self, phone: str, text: str, inicio: int) -> Rival:
        # The hold of the offer before must be over, or this one could not be made.
        self.site.clock.advance(HOLD_SECONDS)
        reply = await self.client.ask(self.message(phone, f"¿tienen libre {text} para corte?"))
        if reply.json.get("estado") != "propuesta":
            raise RuntimeError(f"no hubo oferta: {reply.body.decode()}")
        self.site.clock.advance(1)
        return self._rival(Writer.SI, inicio, self.message(phone, "sí"))

    async def _patch(self, phone: str, place: Place, inicio: int) -> Rival:
        before = await self.park(phone)
        body = {
            "fecha": wire_day(place.day),
            "hora_inicio": wire_hour(inicio),
            "recurso_id": self.site.recursos[place.recurso or ""],
        }
        if_match = (("If-Match", str(before["version"])),)
        call = Call("PATCH", f"/v1/appointments/{before['id']}", body, if_match)
        return self._rival(Writer.PATCH, inicio, call, before)

    async def park(self, phone: str) -> Cita:
        """Book a cita out of the way."""
        where = self.parking.popleft()
        call = self.post(phone, self.site.servicios["barba"], where, where.anchor)
        reply = await self.client.ask(call)
        if reply.status != 201:
            raise RuntimeError(f"un lugar que se desocupó no está libre: {reply.body.decode()}")
        cita = reply.json
        self.parked[cita["id"]] = where
        return cita

    def _bloqueo(self, place: Place, inicio: int) -> Rival:
        fin = inicio + MINUTOS
        body = {
            "recurso_id": self.site.recursos[place.recurso or ""],
            "fecha": wire_day(place.day),
            "hora_inicio": wire_hour(inicio),
            "hora_fin": wire_hour(fin),
        }
        return self._rival(Writer.BLOQUEO, inicio, Call("POST", "/v1/bloqueos", body))

    def _rival(self, writer: Writer, inicio: int, call: Call, before: Cita | None = None) -> Rival:
        return Rival(writer, inicio, inicio + MINUTOS, call, before)


def _when(place: Place, inicio: int) -> str:
    who = f" con {place.recurso}" if place.recurso else ""
    return f"el {place.day.day}/{place.day.month} a las {wire_hour(inicio)}{who}"


def judged(site: Site, place: Place, rival: Rival, reply: Reply) -> Verdict:
    """Tell what an answer means, and whether it is about what was asked."""
    told = reply.json
    if rival.writer in (Writer.MENSAJE, Writer.SI, Writer.CAMBIO):
        return _judged_mensaje(site, place, rival, reply)
    if reply.status == 409 and told.get("codigo") == "horario_ocupado":
        return Lost(tuple(told.get("alternativas", ())))
    if reply.status != (200 if rival.writer is Writer.PATCH else 201):
        return Lie(f"{rival.writer} contestó {reply.status}: {reply.body.decode()}")
    if rival.writer is Writer.BLOQUEO:
        return _as_asked(site, place, rival, told)
    return _cita_as_asked(site, place, rival, told)


def _judged_mensaje(site: Site, place: Place, rival: Rival, reply: Reply) -> Verdict:
    told = reply.json
    estado, motivo = told.get("estado"), told.get("motivo")
    if reply.status == 200 and (estado, motivo) == ("alternativas", "ocupado"):
        return Lost(tuple(told["alternativas"]))
    done = "reprogramada" if rival.writer is Writer.CAMBIO else "confirmada"
    if reply.status != 200 or estado != done:
        return Lie(f"{rival.writer} contestó {reply.status}: {reply.body.decode()}")
    words = [spoken_hour(rival.inicio), str(place.day.day), place.recurso or ""]
    if not all(word in told["respuesta"] for word in words):
        return Lie(f"las palabras no dicen lo que se guardó: {told['respuesta']}")
    return _cita_as_asked(site, place, rival, told["cita"])


def _cita_as_asked(site: Site, place: Place, rival: Rival, cita: Cita) -> Verdict:
    stood = rival.before
    expected = (stood["id"], stood["version"] + 1) if stood else (cita["id"], 1)
    if (cita["id"], cita["version"]) != expected or cita["estado"] != "confirmada":
        return Lie(f"{rival.writer} dijo de su cita {cita}")
    return _as_asked(site, place, rival, cita)


def _as_asked(site: Site, place: Place, rival: Rival, told: dict[str, Any]) -> Verdict:
    recurso_id = site.recursos[place.recurso] if place.recurso else told["recurso_id"]
    won = Won(
        told["id"],
        told["recurso_id"],
        told["fecha"],
        minutes_of(told["hora_inicio"]),
        minutes_of(told["hora_fin"]),
        rival.writer is Writer.BLOQUEO,
    )
    asked = (recurso_id, wire_day(place.day), rival.inicio, rival.fin)
    if (won.recurso_id, won.fecha, won.inicio, won.fin) != asked:
        return Lie(f"{rival.writer} pidió {asked} y oyó {told}")
    return won
