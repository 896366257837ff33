"""Whatever the owner's calls do, alone or at once, no recurso is ever given twice."""

from dataclasses import dataclass, field
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from builders import ANDRES, CAMILO, CORTE, a_tenant, at, dia
from citas.application.bloquear import NewBloqueo, add_bloqueo, remove_bloqueo
from citas.application.book_cita import BookCita, book_cita
from citas.application.cancel_cita import cancel_cita
from citas.application.move_cita import MoveCita, move_cita
from citas.application.offer_huecos import offer_huecos
from citas.application.read_citas import get_cita
from citas.domain.citas import Bloqueo, Cita, Hueco, Ocupacion
from citas.domain.errors import CitasError
from citas.domain.politicas import Politicas
from fakes import Fakes, TurnStores, a_caller, a_world, at_once
from muestreo import examples

TENANT = a_tenant(Politicas(buffer_minutos=7, slot_minutos=5))
CALLER = a_caller(TENANT)
NOW = at("2025/08/29 07:00")
FRIDAY = dia("2025/08/29")


@dataclass(frozen=True)
class Call:
    kind: str
    minutos: int
    recurso_id: str | None
    which: int


@dataclass
class Made:
    """What the calls made, to be moved and taken away again."""

    citas: list[str] = field(default_factory=list)
    bloqueos: list[str] = field(default_factory=list)


CALLS = st.builds(
    Call,
    kind=st.sampled_from(["book", "book", "move", "cancel", "block", "unblock"]),
    minutos=st.integers(96, 140).map(lambda step: step * 5),
    recurso_id=st.sampled_from([ANDRES, CAMILO, None]),
    which=st.integers(0, 9),
)


async def made(fakes: Fakes, call: Call, so_far: Made) -> Cita | Bloqueo | None:
    world = fakes.world
    if call.kind == "block":
        until = call.minutos + 5 * (call.which + 1)
        return await add_bloqueo(
            world, CALLER, NewBloqueo(call.recurso_id or ANDRES, FRIDAY, call.minutos, until)
        )
    if call.kind == "unblock" and so_far.bloqueos:
        await remove_bloqueo(world, CALLER, so_far.bloqueos[call.which % len(so_far.bloqueos)])
        return None
    if call.kind in {"move", "cancel"} and so_far.citas:
        cita = await get_cita(world, CALLER, so_far.citas[call.which % len(so_far.citas)])
        if call.kind == "cancel":
            return await cancel_cita(world, CALLER, cita.id, cita.version, None)
        wish = MoveCita(cita.id, cita.version, minutos=call.minutos, recurso_id=call.recurso_id)
        return await move_cita(world, CALLER, wish)
    phone = f"+5731098765{call.which:02d}"
    return await book_cita(
        world, CALLER, BookCita(None, phone, None, (CORTE,), FRIDAY, call.minutos, call.recurso_id)
    )


async def standing(fakes: Fakes) -> list[Ocupacion]:
    return list(await fakes.stores.of(TENANT.id).ocupaciones(NOW, NOW + 86_400))


def overlaps(ocupaciones: list[Ocupacion]) -> list[tuple[Ocupacion, Ocupacion]]:
    by_recurso = sorted(ocupaciones, key=lambda one: (one.recurso_id, one.start))
    return [
        (one, other)
        for one, other in pairwise(by_recurso)
        if one.recurso_id == other.recurso_id and other.start < one.claimed_end
    ]


@settings(max_examples=examples(60), deadline=None)
@given(rounds=st.lists(st.lists(CALLS, min_size=1, max_size=4), max_size=12))
async def test_calls_at_once_never_give_a_recurso_twice(rounds: list[list[Call]]) -> None:
    fakes, so_far = await a_world(TENANT, now=NOW, stores=TurnStores()), Made()

    for calls in rounds:
        results = await at_once(*(made(fakes, call, so_far) for call in calls))
        assert not [
            result
            for result in results
            if isinstance(result, BaseException) and not isinstance(result, CitasError)
        ]
        so_far.citas += [result.id for result in results if isinstance(result, Cita) and result.version == 1]
        so_far.bloqueos += [result.id for result in results if isinstance(result, Bloqueo)]
        assert overlaps(await standing(fakes)) == []


@settings(max_examples=examples(30), deadline=None)
@given(calls=st.lists(CALLS, max_size=10), pick=st.integers(0, 500))
async def test_what_is_offered_can_be_booked_and_cancelling_offers_it_again(
    calls: list[Call], pick: int
) -> None:
    fakes, so_far = await a_world(TENANT, now=NOW), Made()
    for call in calls:
        (result,) = await at_once(made(fakes, call, so_far))
        so_far.citas += [result.id] if isinstance(result, Cita) and result.version == 1 else []
    before = await offered(fakes)

    hueco = before[pick % len(before)]
    minutos = (hueco.start - at("2025/08/29 00:00")) // 60
    asked = BookCita("Ana", None, None, (CORTE,), FRIDAY, minutos, hueco.recurso_id)
    cita = await book_cita(fakes.world, CALLER, asked)

    assert hueco not in await offered(fakes)
    await cancel_cita(fakes.world, CALLER, cita.id, cita.version, None)
    assert await offered(fakes) == before


async def offered(fakes: Fakes) -> list[Hueco]:
    found = await offer_huecos(
        fakes.world, CALLER, servicios_id=(CORTE,), desde=FRIDAY, hasta=FRIDAY, limite=20_000
    )
    return list(found)
