"""What is not listed as free cannot be booked, and what is listed can: by the owner's call and by mensaje."""

from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from builders import ANDRES, BARBA, CAMILO, CORTE, a_recurso, a_tenant, at, excepcion, horarios
from chat import Chat
from citas.application.bloquear import NewBloqueo, add_bloqueo
from citas.application.book_cita import BookCita, book_cita
from citas.application.offer_huecos import offer_huecos
from citas.application.wire import local
from citas.domain.catalogo import Tenant
from citas.domain.errors import AgendaRuleError, SlotTakenError
from citas.domain.politicas import Politicas
from fakes import Fakes, a_caller, a_world
from muestreo import examples

NOW = at("2025/08/29 09:20")
FIRST = date(2025, 8, 28)
NAMES = {ANDRES: "Andrés", CAMILO: "Camilo"}

DAYS = st.integers(0, 8).map(lambda n: FIRST + timedelta(days=n))
TENANTS = st.builds(
    lambda buffer, slot, notice, furthest, feriados: a_tenant(
        Politicas(
            confirmar=False,
            buffer_minutos=buffer,
            slot_minutos=slot,
            anticipacion_min_minutos=notice,
            max_adelanto_dias=furthest,
            abre_feriados=feriados,
        ),
        horarios=horarios("lunes-viernes 08:00-12:00 14:00-18:00", "sabado 21:00-24:00"),
        excepciones=(excepcion("2025/09/02"), excepcion("2025/09/03", "10:00-19:30")),
        recursos=(
            a_recurso(),
            a_recurso("Camilo", servicios_id=(CORTE,), horarios=horarios("lunes-sabado 10:00-24:00")),
        ),
    ),
    buffer=st.sampled_from([0, 7, 20]),
    slot=st.sampled_from([5, 10, 15]),
    notice=st.sampled_from([0, 95, 1500]),
    furthest=st.sampled_from([0, 3, 30]),
    feriados=st.booleans(),
)


@dataclass(frozen=True)
class Busy:
    day: date
    minutos: int
    recurso_id: str
    bloqueo: bool


@dataclass(frozen=True)
class Asked:
    day: date
    minutos: int
    recurso_id: str | None


MINUTES = st.integers(7 * 12, 24 * 12 - 1).map(lambda step: 5 * step)
BUSY = st.lists(st.builds(Busy, DAYS, MINUTES, st.sampled_from([ANDRES, CAMILO]), st.booleans()), max_size=12)
ASKED = st.builds(Asked, DAYS, MINUTES, st.sampled_from([ANDRES, CAMILO, None]))
SLOW = settings(max_examples=examples(120), deadline=None, suppress_health_check=[HealthCheck.too_slow])


async def an_agenda(tenant: Tenant, busy: list[Busy]) -> Fakes:
    """Make a world in which so much of this stands as may stand."""
    fakes = await a_world(tenant, now=NOW)
    caller = a_caller(tenant)
    for each in busy:
        book = BookCita("Ana", None, None, (CORTE,), each.day, each.minutos, each.recurso_id)
        until = min(each.minutos + 40, 24 * 60)
        try:
            if each.bloqueo:
                new = NewBloqueo(each.recurso_id, each.day, each.minutos, until)
                await add_bloqueo(fakes.world, caller, new)
            else:
                await book_cita(fakes.world, caller, book)
        except (AgendaRuleError, SlotTakenError):
            continue
    return fakes


async def listed(fakes: Fakes, tenant: Tenant, asked: Asked, servicio_id: str) -> set[tuple[date, int, str]]:
    """Return the starts that are listed as free, over more days than asked for."""
    huecos = await offer_huecos(
        fakes.world,
        a_caller(tenant),
        servicios_id=(servicio_id,),
        desde=asked.day - timedelta(days=1),
        hasta=asked.day + timedelta(days=1),
        recurso_id=asked.recurso_id,
        limite=20_000,
    )
    starts = [(local(hueco.start, tenant.zona), hueco.recurso_id) for hueco in huecos]
    return {(start.date(), start.hour * 60 + start.minute, recurso_id) for start, recurso_id in starts}


@SLOW
@given(tenant=TENANTS, busy=BUSY, asked=ASKED, servicio_id=st.sampled_from([CORTE, BARBA]))
async def test_the_owner_can_book_exactly_what_is_listed(
    tenant: Tenant, busy: list[Busy], asked: Asked, servicio_id: str
) -> None:
    fakes = await an_agenda(tenant, busy)
    free = await listed(fakes, tenant, asked, servicio_id)
    request = BookCita("Eva", None, None, (servicio_id,), asked.day, asked.minutos, asked.recurso_id)

    try:
        cita = await book_cita(fakes.world, a_caller(tenant), request)
    except (AgendaRuleError, SlotTakenError):
        assert not {where for where in free if where[:2] == (asked.day, asked.minutos)}
    else:
        assert (asked.day, asked.minutos, cita.recurso_id) in free


@SLOW
@given(tenant=TENANTS, busy=BUSY, asked=ASKED)
async def test_a_cliente_can_book_exactly_what_is_listed(
    tenant: Tenant, busy: list[Busy], asked: Asked
) -> None:
    # Earlier hours may be meant for the afternoon, and a past day for next year.
    assume(asked.minutos >= 13 * 60 and asked.day >= date(2025, 8, 29))
    fakes = await an_agenda(tenant, busy)
    free = await listed(fakes, tenant, asked, CORTE)
    who = f" con {NAMES[asked.recurso_id]}" if asked.recurso_id else ""
    hora = f"{asked.minutos // 60}:{asked.minutos % 60:02d}"

    answer = await Chat(fakes, tenant).says(f"corte el {asked.day.day}/{asked.day.month} a las {hora}{who}")

    found = {where for where in free if where[:2] == (asked.day, asked.minutos)}
    assert (answer["estado"] == "confirmada") == bool(found), (answer, sorted(found))
    if isinstance(answer["cita"], dict):
        assert (asked.day, asked.minutos, answer["cita"]["recurso_id"]) in free
