"""What a booking load does, step by step, and what each step may answer when it is asked again after a death."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from bench.cliente import Call, Reply
from bench.instalacion import Site, phone_of, wire_day, wire_hour

Cita = dict[str, Any]


class Kind(StrEnum):
    """What is done."""

    MENSAJE = "mensaje"
    CON_CLAVE = "mensaje con Idempotency-Key"
    SI = "oferta y sí"
    POST = "POST con Idempotency-Key"
    PATCH = "PATCH"
    CANCELAR = "cancelación con Idempotency-Key"


@dataclass(frozen=True, slots=True)
class Target:
    """A place of its own for each cita: nobody else asks for it."""

    recurso: str
    day: date
    inicio: int


@dataclass
class Step:
    """One request and the answer that arrived, if one did; `sent`: it was begun."""

    call: Call
    sent: bool = False
    reply: Reply | None = None


@dataclass
class Deed:
    """Steps towards one cita. `phone` names it in the agenda; `cita`: as it stood before, where it did."""

    kind: Kind
    phone: str
    target: Target
    steps: list[Step] = field(default_factory=list)
    cita: Cita | None = None

    @property
    def begun(self) -> bool:
        """Tell whether its deciding step was sent."""
        return self.steps[-1].sent


@dataclass
class Maker:
    """Makes deeds, each with a phone, a place and keys of its own."""

    site: Site
    targets: Iterator[Target]
    numbers: Iterator[int]

    def new(self, kind: Kind, cita: Cita | None = None) -> Deed:
        """Return the deed; to move or cancel, of that cita."""
        number = next(self.numbers)
        match kind:
            case Kind.PATCH | Kind.CANCELAR if cita is not None:
                return self._change(kind, number, cita)
            case Kind.POST:
                return self._post(next(self.targets), number)
            case _:
                return self._mensaje(kind, number)

    def _mensaje(self, kind: Kind, number: int) -> Deed:
        target, phone = next(self.targets), phone_of(number)
        when = f"el {target.day.day}/{target.day.month} a las {wire_hour(target.inicio)} con {target.recurso}"
        texts = [f"corte {when}"]
        if kind is Kind.SI:
            texts = [f"¿tienen libre {when} para corte?", "sí"]
        headers = _key(number) if kind is Kind.CON_CLAVE else ()
        # The texts of one chat are a second apart.
        bodies = [
            {"from": phone, "text": text, "timestamp": self.site.clock.ms + 1000 * second}
            for second, text in enumerate(texts)
        ]
        return Deed(
            kind, phone, target, [Step(Call("POST", "/v1/messages", body, headers)) for body in bodies]
        )

    def post_at(self, target: Target) -> Deed:
        """Return the owner's booking of that very place, to be sent."""
        deed = self._post(target, next(self.numbers))
        deed.steps[0].sent = True
        return deed

    def _post(self, target: Target, number: int) -> Deed:
        phone = phone_of(number)
        body = {
            "cliente": {"telefono": phone},
            "servicios_id": [self.site.servicios["corte cabello"]],
            **self._where(target),
        }
        return Deed(Kind.POST, phone, target, [Step(Call("POST", "/v1/appointments", body, _key(number)))])

    def _change(self, kind: Kind, number: int, cita: Cita) -> Deed:
        target = next(self.targets)
        path, seen = f"/v1/appointments/{cita['id']}", (("If-Match", str(cita["version"])),)
        call = Call("POST", f"{path}/cancel", {"motivo": "de la carga"}, (*seen, *_key(number)))
        if kind is Kind.PATCH:
            call = Call("PATCH", path, self._where(target), seen)
        return Deed(kind, cita["cliente"]["telefono"], target, [Step(call)], cita)

    def _where(self, target: Target) -> dict[str, str]:
        return {
            "fecha": wire_day(target.day),
            "hora_inicio": wire_hour(target.inicio),
            "recurso_id": self.site.recursos[target.recurso],
        }


def _key(number: int) -> tuple[tuple[str, str], ...]:
    return (("Idempotency-Key", f"carga-{number}"),)


def cita_of(deed: Deed, reply: Reply) -> Cita | None:
    """Return the cita of an answer that did what the deed is for; None for any other answer."""
    told = reply.json
    if deed.kind in (Kind.MENSAJE, Kind.CON_CLAVE, Kind.SI):
        return told["cita"] if reply.status == 200 and told.get("estado") == "confirmada" else None
    return told if reply.status in (200, 201) else None


def is_same(step: Step, again: Reply) -> bool:
    """Tell whether an answer that arrived is given again, as the contract has it for its kind of request."""
    first = step.reply
    if first is None or again.status != first.status:
        return False
    if any(name == "Idempotency-Key" for name, _ in step.call.headers):
        return again.body == first.body and again.headers.get("idempotent-replayed") == "true"
    return again.json == {**first.json, "duplicado": True}
