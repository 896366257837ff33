"""What is held against an answer: what the script expects, and what the contract promises of every answer."""

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from itertools import combinations
from typing import cast

from citas.application.entrante import Entrante
from citas.application.wire import Wire, cita_wire
from citas.domain.apertura import tenant_tramos
from citas.domain.catalogo import Tenant
from citas.domain.citas import Cita
from conversations.dicho import days_of, false_days, hours_of, in_order, without_aviso
from conversations.guion import Turno

CHANGES = {"confirmada", "reprogramada", "cancelada"}
MOST_REPLIES, WINDOW_MS = 12, 600_000
FIELD = re.compile(r"(falta|i|n|alts|lista|cita)=(\S+)")


@dataclass(frozen=True)
class Visto:
    """One mensaje and its answer, with the agenda before and after; `avisos`: how many the owner got."""

    quien: str
    entrante: Entrante
    answer: Wire
    before: tuple[Cita, ...]
    after: tuple[Cita, ...]
    hoy_ms: int
    avisos: int

    @property
    def estado(self) -> str:
        return str(self.answer["estado"])

    @property
    def texto(self) -> str:
        return str(self.answer["respuesta"] or "")

    def listed(self, key: str) -> list[Wire]:
        return cast("list[Wire]", self.answer[key])

    @property
    def touched(self) -> list[Wire]:
        """The citas that the answer shows."""
        one = cast("Wire | None", self.answer["cita"])
        return self.listed("citas") or ([one] if one else [])


@dataclass
class Juicio:
    """Judges the answers of one conversation."""

    tenant: Tenant
    replies: dict[str, list[tuple[int, str, str]]] = field(default_factory=dict)

    def expected(self, turno: Turno, visto: Visto) -> list[str]:
        """Return where the answer is not what the script expects."""
        tokens = turno.espera.split()
        wrong = [f"no es {turno.espera}"] if tokens and not _estado_fits(tokens[0], visto.answer) else []
        wrong += [one for token in tokens[1:] if (one := self._token(token, visto))]
        wrong += [
            f"no dice /{rx}/" for rx in _texts(turno, "dice") if not re.search(rx, without_aviso(visto.texto))
        ]
        wrong += [f"dice /{rx}/" for rx in _texts(turno, "calla") if re.search(rx, visto.texto)]
        if "avisos" in turno.opciones and turno.opciones["avisos"] != visto.avisos:
            wrong.append(f"{visto.avisos} avisos al dueño")
        return [*wrong, f"fue {_short(visto.answer)}"] if wrong else []

    def _token(self, token: str, visto: Visto) -> str | None:
        named = FIELD.fullmatch(token)
        if named:
            return None if _field_fits(named[1], named[2], visto) else f"no es {token}"
        centre = _centre(visto.answer)
        if token.startswith("@"):
            recurso = next((r.id for r in self.tenant.recursos if r.nombre == token[1:]), None)
            return None if centre.get("recurso_id") == recurso else f"no es con {token}"
        return None if token in {centre.get("fecha"), centre.get("hora_inicio")} else f"no es {token}"

    def always(self, visto: Visto) -> list[str]:
        """Return which promises the answer breaks, whatever the conversation."""
        if visto.answer["duplicado"]:
            return [] if visto.before == visto.after else ["una repetición cambió la agenda"]
        hoy = datetime.fromtimestamp(visto.hoy_ms / 1000, UTC).astimezone(self.tenant.zona).date()
        texto = without_aviso(visto.texto)
        wrong = [f"día falso: {one}" for one in false_days(texto, hoy)]
        wrong += _form(visto)
        wrong += self._kept(visto)
        wrong += self._told(visto, texto, hoy)
        wrong += self._talk(visto)
        wrong += self._double(visto)
        return [*wrong, f"fue {_short(visto.answer)}"] if wrong else []

    def _kept(self, visto: Visto) -> list[str]:
        """The agenda changes only where the answer says so, and stands as it says."""
        changed = {cita.id: cita for cita in visto.before} != {cita.id: cita for cita in visto.after}
        if changed and visto.estado not in CHANGES:
            moved = {c.id: (c.start, c.recurso_id) for c in visto.before} != {
                c.id: (c.start, c.recurso_id) for c in visto.after
            }
            return ["cambió la agenda sin decirlo"] if moved else []
        if visto.estado not in CHANGES:
            return []
        live = {cita.id: cita_wire(cita, self.tenant) for cita in visto.after}
        gone = visto.estado == "cancelada"
        bad = [one["id"] for one in visto.touched if (one["id"] in live) is gone]
        bad += [one["id"] for one in visto.touched if not gone and live.get(str(one["id"]), one) != one]
        return [f"{visto.estado} que no está así en la agenda: {bad}"] if bad or not visto.touched else []

    def _told(self, visto: Visto, texto: str, hoy: date) -> list[str]:
        """The words name exactly what was offered or done."""
        hours, days = hours_of(texto), [fecha for _, fecha, _ in days_of(texto, hoy)]
        huecos = visto.listed("alternativas")
        wrong = []
        if not in_order(hours, [str(hueco["hora_inicio"]) for hueco in huecos]):
            wrong.append("no nombra las alternativas en su orden")
        if {_day(hueco) for hueco in huecos} - set(days):
            wrong.append("no nombra los días de las alternativas")
        must = (
            visto.touched
            if visto.estado in CHANGES or visto.answer["intencion"] == "cancelar"
            else huecos[:1]
        )
        if visto.estado in CHANGES | {"propuesta"}:
            wrong += [
                f"no dice {one['fecha']} {one['hora_inicio']}"
                for one in must
                if one["hora_inicio"] not in hours or _day(one) not in days
            ]
        if visto.estado in CHANGES:
            wrong += self._only(visto, hours, days)
        strange = [hour for hour in hours if not self._known(hour, visto)]
        return [*wrong, *(f"nombra una hora de nadie: {hour}" for hour in strange)]

    def _only(self, visto: Visto, hours: list[str], days: list[date]) -> list[str]:
        """What was done is told without any other day or hour than the agenda's."""
        mine = [cita_wire(cita, self.tenant) for cita in (*visto.before, *visto.after)]
        shown = [*mine, *visto.touched, *visto.listed("alternativas")]
        other = [
            hour
            for hour in hours
            if hour not in {str(one[key]) for one in shown for key in ("hora_inicio", "hora_fin")}
        ]
        odd = [str(day) for day in days if day not in {_day(one) for one in shown}]
        return [f"al hacerlo nombra {other + odd}"] if other + odd else []

    def _known(self, hour: str, visto: Visto) -> bool:
        """Tell whether an hour is the agenda's, an alternative's, the business's or one that was written."""
        shown = [
            *visto.listed("alternativas"),
            *(cita_wire(c, self.tenant) for c in (*visto.before, *visto.after)),
        ]
        if hour in {str(one[key]) for one in shown for key in ("hora_inicio", "hora_fin")}:
            return True
        file = repr(self.tenant.horarios) + repr(self.tenant.excepciones) + repr(self.tenant.recursos)
        minute = int(hour[:2]) * 60 + int(hour[3:])
        return bool(re.search(rf"\b{minute}\b", file)) or visto.estado in {
            "alternativas",
            "rechazada",
            "en_espera",
            "aclaracion",
            "eco",
        }

    def _talk(self, visto: Visto) -> list[str]:
        """The privacy line once, no text three times, at most 12 replies in ten minutes."""
        if not visto.texto or visto.estado == "eco":
            return []
        said = self.replies.setdefault(visto.quien, [])
        line = without_aviso(visto.texto) != visto.texto
        wrong = (
            []
            if line is not bool(said)
            else ["la línea de privacidad va en la primera respuesta, y sólo en ella"]
        )
        said.append((visto.hoy_ms, visto.texto, visto.estado))
        recent = [one for one in said if one[0] > visto.hoy_ms - WINDOW_MS]
        if len(recent) > MOST_REPLIES and visto.estado not in CHANGES:
            wrong.append("más de 12 respuestas en diez minutos")
        last = [one[1] for one in said[-3:]]
        if len(last) == 3 and len(set(last)) == 1 and visto.estado not in CHANGES:
            wrong.append("el mismo texto tres veces")
        return wrong

    def _double(self, visto: Visto) -> list[str]:
        """Nothing overlaps, and nothing is offered on top of what stands."""
        pause = 60 * self.tenant.politicas.buffer_minutos
        pairs = combinations(visto.after, 2)
        twice = [
            a.id
            for a, b in pairs
            if a.recurso_id == b.recurso_id and a.start < b.end + pause and b.start < a.end + pause
        ]
        shut = [
            str(h["fecha"]) for h in visto.listed("alternativas") if not tenant_tramos(self.tenant, _day(h))
        ]
        return [
            f"{what}: {where}"
            for what, where in (("dos en la misma silla", twice), ("ofrece un día cerrado", shut))
            if where
        ]


def _form(visto: Visto) -> list[str]:
    answer, huecos = visto.answer, visto.listed("alternativas")
    starts = [(str(h["fecha"]), str(h["hora_inicio"])) for h in huecos]
    checks = (
        (bool(visto.texto) != (visto.estado == "ignorada"), "responde si y sólo si no la ignora"),
        (bool(answer["salida_id"]) == bool(visto.texto), "salida_id si y sólo si hay respuesta"),
        (len(huecos) <= 5, "más de cinco alternativas"),
        (starts == sorted(set(starts)), "alternativas repetidas o sin orden"),
        (
            visto.estado != "propuesta" or answer["intencion"] == "cancelar" or len(huecos) == 1,
            "propone más de una",
        ),
        (
            visto.estado != "propuesta"
            or "responde sí" in visto.texto
            or "responde sí" in visto.texto.lower(),
            "no dice qué responder",
        ),
        (visto.estado != "aclaracion" or bool(answer["faltan"]), "aclara sin decir qué falta"),
        (
            visto.estado not in {"alternativas", "rechazada", "ignorada"} or bool(answer["motivo"]),
            "sin motivo",
        ),
    )
    return [what for holds, what in checks if not holds]


def _estado_fits(wanted: str, answer: Wire) -> bool:
    return any(
        answer["estado"] == estado and motivo in {"", answer["motivo"]}
        for estado, _, motivo in (one.partition("/") for one in wanted.split("|"))
    )


def _field_fits(key: str, value: str, visto: Visto) -> bool:
    huecos = visto.listed("alternativas")
    match key:
        case "falta":
            return visto.answer["faltan"] == [value]
        case "i":
            return visto.answer["intencion"] == value
        case "n":
            return len(visto.touched) == int(value)
        case "alts":
            return len(huecos) >= int(value)
        case "cita":
            return bool(visto.touched) and visto.touched[0]["hora_inicio"] == value
        case _:
            return [hueco["hora_inicio"] for hueco in huecos] == value.split(",")


def _centre(answer: Wire) -> Wire:
    """Return what the answer is about: the offer where there is one, else the cita."""
    huecos = cast("list[Wire]", answer["alternativas"])
    cita = cast("Wire | None", answer["cita"])
    return (huecos[0] if huecos else None) or cita or {}


def _day(one: Wire) -> date:
    year, month, day = map(int, str(one["fecha"]).split("/"))
    return date(year, month, day)


def _texts(turno: Turno, key: str) -> list[str]:
    value = turno.opciones.get(key, [])
    return [value] if isinstance(value, str) else cast("list[str]", value)


def _short(answer: Wire) -> str:
    huecos = cast("list[Wire]", answer["alternativas"])
    starts = [f"{h['fecha']} {h['hora_inicio']} {h['recurso']}" for h in huecos]
    return f"{answer['intencion']} {answer['estado']}/{answer['motivo']} {answer['faltan']} {starts}"
