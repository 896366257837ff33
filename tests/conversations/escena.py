"""A conversation on its stage: the mensajes are posted, the owner does his part, every answer is judged."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import cast

from builders import at, dia, minutos
from chat import shown
from citas.application.bloquear import NewBloqueo, add_bloqueo
from citas.application.book_cita import BookCita, book_cita
from citas.application.cancel_cita import cancel_cita
from citas.application.consent import record_consent
from citas.application.entrante import Entrante, Linea
from citas.application.handle_mensaje import handle_mensaje
from citas.application.move_cita import MoveCita, move_cita
from citas.application.outbox import acknowledge
from citas.application.pause import pause
from citas.application.ports import CitaFilter
from citas.application.tenant_merge import merged_tenant
from citas.application.wire import Wire
from citas.domain.catalogo import Tenant
from citas.domain.citas import Cita
from citas.domain.errors import ConsentMissingError
from conversations.guion import Guion, Turno, draft
from conversations.juicio import Juicio, Visto
from fakes import Fakes, SequentialIds, a_caller, a_world

YO = {
    "CO": "+57 310 400 5060",
    "MX": "+52 55 4000 5060",
    "AR": "+54 9 351 400 5060",
    "CL": "+56 9 6400 5060",
    "ES": "+34 640 005 060",
}
STEP_SECONDS = 20
REFUSED = "sin_consentimiento"  # what is expected of a mensaje that the business never opted in to read


@dataclass
class Escena:
    """The world of one conversation, and what was posted and answered in it so far."""

    guion: Guion
    fakes: Fakes
    tenant: Tenant
    sent: list[Entrante | None] = field(default_factory=list)
    answers: list[Wire | None] = field(default_factory=list)
    dadas: dict[str, Cita] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)

    def persona(self, quien: str) -> dict[str, object]:
        """Return how somebody shows up: the fields of the post that are his."""
        known = self.guion.gente.get(quien, {})
        return {"de": YO[self.tenant.pais] if quien == "yo" else known.get("nombre", quien)} | known

    async def citas(self) -> tuple[Cita, ...]:
        """Return the confirmed citas, by start."""
        return await self.fakes.stores.of(self.tenant.id).citas(CitaFilter(desde=0, limit=200))

    async def agenda(self) -> list[str]:
        """Return the agenda in lines."""
        return [shown(cita, self.tenant) for cita in await self.citas()]


async def played(guion: Guion, furnish: Callable[[Fakes], None] = lambda _: None) -> list[str]:
    """Play it to the end; return all that is wrong, with the transcript where something is.

    `furnish`: what else is put into the world.
    """
    tenant = merged_tenant(SequentialIds(0xABC000), draft(guion.tenant, guion.con), None)
    escena = Escena(
        guion,
        await a_world(tenant, now=at(guion.ahora, tenant.zona), url_publica="https://c.example"),
        tenant,
    )
    furnish(escena.fakes)
    juicio = Juicio(tenant)
    wrong: list[str] = []
    for dada in guion.dadas:
        name, quien, rest = dada.split(" ", 2)
        escena.dadas[name] = await _given(escena, rest, quien)
    for number, turno in enumerate(guion.turnos, 1):
        if turno.dueno is not None:
            await _owner(escena, turno.dueno)
            escena.sent.append(None)
            escena.answers.append(None)
        else:
            wrong += [f"{number}: {one}" for one in await _turn(escena, juicio, turno)]
    left = await escena.agenda()
    if not _same(left, guion.queda):
        wrong.append(f"queda {left}, y no {list(guion.queda)}")
    return [*wrong, *escena.lines] if wrong else []


def _same(left: list[str], wanted: tuple[str, ...]) -> bool:
    """Compare agendas; a wanted line without a recurso is any recurso's."""
    pairs = list(zip(sorted(left), sorted(wanted), strict=False))
    bare = all(want == (line if "@" in want else line.partition(" @")[0]) for line, want in pairs)
    return len(left) == len(wanted) and bare


async def _turn(escena: Escena, juicio: Juicio, turno: Turno) -> list[str]:
    opciones = turno.opciones
    escena.fakes.clock.advance(cast("float", opciones.get("pasa", STEP_SECONDS)))
    quien = str(opciones.get("quien", "yo"))
    entrante = _entrante(escena, turno, quien)
    before = await escena.citas()
    avisos = len(await escena.fakes.stores.of(escena.tenant.id).avisos())
    try:
        answer = await handle_mensaje(escena.fakes.world, a_caller(escena.tenant), entrante)
    except ConsentMissingError:
        return _refused(escena, entrante, turno)
    if turno.espera == REFUSED:
        return ["se respondió sin consentimiento"]
    after = await escena.citas()
    told = len(await escena.fakes.stores.of(escena.tenant.id).avisos()) - avisos
    escena.sent.append(entrante)
    escena.answers.append(answer)
    escena.lines += [
        f"    {quien} > {' / '.join(turno.lineas)}",
        f"    < [{answer['estado']}/{answer['motivo']}] {answer['respuesta']}",
    ]
    clock = escena.fakes.clock.now_ms()
    stamp = entrante.lineas[-1].timestamp
    hoy_ms = clock if stamp > clock + 300_000 else stamp
    visto = Visto(quien, entrante, answer, before, after, hoy_ms, told)
    return [*juicio.expected(turno, visto), *juicio.always(visto)]


def _refused(escena: Escena, entrante: Entrante, turno: Turno) -> list[str]:
    escena.sent.append(entrante)
    escena.answers.append(None)
    return [] if turno.espera == REFUSED else ["falta el consentimiento"]


def _entrante(escena: Escena, turno: Turno, quien: str) -> Entrante:
    opciones = turno.opciones
    if "repite" in opciones:
        posted = escena.sent[cast("int", opciones["repite"]) - 1]
        assert posted is not None
        return posted
    stamp = escena.fakes.clock.now_ms() + round(cast("float", opciones.get("sello", 0)) * 1000)
    persona = escena.persona(quien)
    edits = cast("int | None", opciones.get("edita"))
    before = escena.sent[edits - 1] if edits else None
    if before is not None and "sello" not in opciones:
        stamp = before.lineas[-1].timestamp
    return Entrante(
        de=str(opciones.get("de", persona["de"])),
        lineas=tuple(
            Linea(texto, stamp - 3000 * n) for n, texto in reversed(list(enumerate(reversed(turno.lineas))))
        ),
        nombre=cast("str | None", persona.get("nombre")),
        conversation_id=cast("str | None", opciones.get("chat", persona.get("conversation_id"))),
        telefono=cast("str | None", opciones.get("telefono", persona.get("telefono"))),
        grupo=bool(opciones.get("grupo")),
        propio=bool(opciones.get("propio")),
        salida_id=_answered(escena, cast("int", opciones["salida"]), "salida_id")
        if "salida" in opciones
        else None,
        edita=_answered(escena, edits, "message_id") if edits else None,
        puede_responder=not opciones.get("mudo"),
    )


def _answered(escena: Escena, number: int, key: str) -> str:
    answer = escena.answers[number - 1]
    assert answer is not None
    return str(answer[key])


async def _given(escena: Escena, text: str, quien: str) -> Cita:
    fecha, hora, rest = text.split(" ", 2)
    que, _, con = rest.partition(" @")
    servicios = tuple(
        next(s.id for s in escena.tenant.servicios if s.nombre == one) for one in que.split("+")
    )
    persona = escena.persona(quien)
    nombre = cast("str | None", persona.get("nombre"))
    telefono = str(persona.get("telefono") or persona["de"])
    has_phone = any(char.isdigit() for char in telefono)
    request = BookCita(
        nombre or (None if has_phone else telefono),
        telefono if has_phone else None,
        None,
        servicios,
        dia(fecha),
        minutos(hora),
        _recurso(escena, con),
    )
    return await book_cita(escena.fakes.world, a_caller(escena.tenant), request)


def _recurso(escena: Escena, nombre: str) -> str | None:
    return next((recurso.id for recurso in escena.tenant.recursos if recurso.nombre == nombre), None)


async def _owner(escena: Escena, what: str) -> None:
    verb, *args = what.split(" ")
    escena.lines.append(f"    · {what}")
    await OWNER[verb](escena, args)


async def _time_passes(escena: Escena, args: list[str]) -> None:
    escena.fakes.clock.advance(float(args[0]))


async def _cancels(escena: Escena, args: list[str]) -> None:
    cita = escena.dadas[args[0]]
    await cancel_cita(escena.fakes.world, a_caller(escena.tenant), cita.id, cita.version, None)


async def _moves(escena: Escena, args: list[str]) -> None:
    cita = escena.dadas[args[0]]
    request = MoveCita(cita.id, cita.version, dia(args[1]), minutos(args[2]))
    escena.dadas[args[0]] = await move_cita(escena.fakes.world, a_caller(escena.tenant), request)


async def _books(escena: Escena, args: list[str]) -> None:
    await _given(escena, " ".join(args), "otra")


async def _blocks(escena: Escena, args: list[str]) -> None:
    recurso_id = _recurso(escena, args[0].removeprefix("@")) or ""
    request = NewBloqueo(recurso_id, dia(args[1]), minutos(args[2]), minutos(args[3]))
    await add_bloqueo(escena.fakes.world, a_caller(escena.tenant), request)


async def _pauses(escena: Escena, args: list[str]) -> None:
    persona = escena.persona(args[1]) if len(args) > 1 else {}
    chat = persona.get("conversation_id") or persona.get("de")
    await pause(escena.fakes.world, a_caller(escena.tenant), int(args[0]), str(chat) if chat else None)


async def _consents(escena: Escena, _args: list[str]) -> None:
    await record_consent(escena.fakes.world, a_caller(escena.tenant), acepta=True, version="2", nombre="Ana")


async def _withdraws(escena: Escena, _args: list[str]) -> None:
    await record_consent(escena.fakes.world, a_caller(escena.tenant), acepta=False, version=None, nombre=None)


async def _learns_of_failure(escena: Escena, args: list[str]) -> None:
    salida_id = _answered(escena, int(args[0]), "salida_id")
    await acknowledge(escena.fakes.world, a_caller(escena.tenant), salida_id, "fallido", None)


OWNER: dict[str, Callable[[Escena, list[str]], Awaitable[None]]] = {
    "pasan": _time_passes,
    "cancela": _cancels,
    "mueve": _moves,
    "reserva": _books,
    "bloquea": _blocks,
    "pausa": _pauses,
    "consiente": _consents,
    "retira": _withdraws,
    "fallido": _learns_of_failure,
}
