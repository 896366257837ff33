from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agenda_scenes import SERVICIOS_ID, Scene, scenes
from builders import hex_id
from citas.domain.agenda import Agenda, Solicitud, deciding_span
from citas.domain.citas import Hueco, Ocupacion
from citas.domain.desenlaces import Motivo
from citas.domain.intervals import claim, claimed_end
from muestreo import examples
from naive_agenda import Found, Naive, wall_clock

slow = settings(max_examples=examples(40), deadline=None, suppress_health_check=list(HealthCheck))
wishes = st.lists(st.sampled_from(SERVICIOS_ID), min_size=1, max_size=2).map(tuple)
DAY = timedelta(days=1)


def both(scene: Scene) -> tuple[Agenda, Naive]:
    ignora = frozenset({hex_id(0)})
    return (
        Agenda(scene.tenant, scene.now, scene.ocupaciones, ignora),
        Naive(scene.tenant, scene.now, scene.ocupaciones, ignora),
    )


def someone(data: st.DataObject, scene: Scene) -> str | None:
    return data.draw(st.none() | st.sampled_from([*(r.id for r in scene.tenant.recursos), hex_id(999)]))


def found(answer: Hueco | Motivo) -> Found | str:
    return (answer.start, answer.recurso_id) if isinstance(answer, Hueco) else answer.value


@slow
@given(scenes(), wishes, st.data())
def test_it_judges_every_start_as_the_naive_one_does(
    scene: Scene, servicios_id: tuple[str, ...], data: st.DataObject
) -> None:
    agenda, naive = both(scene)
    recurso_id = someone(data, scene)

    for minute in [*range(0, 1440, 15), *data.draw(st.lists(st.integers(0, 1439), max_size=20))]:
        answer = agenda.check(Solicitud(servicios_id, recurso_id), scene.fecha, minute)
        assert found(answer) == naive.check(servicios_id, recurso_id, scene.fecha, minute)


@slow
@given(scenes(), wishes, st.data())
def test_what_lies_outside_the_deciding_span_decides_nothing(
    scene: Scene, servicios_id: tuple[str, ...], data: st.DataObject
) -> None:
    solicitud = Solicitud(servicios_id, someone(data, scene))
    days = st.sampled_from((scene.fecha - DAY, scene.fecha))
    starts = data.draw(st.lists(st.tuples(days, st.integers(0, 1439)), min_size=1, max_size=3))

    desde, hasta = deciding_span(scene.tenant, solicitud, starts)
    inside = tuple(o for o in scene.ocupaciones if o.start < hasta and o.claimed_end > desde)

    for fecha, minute in starts:
        with_all = Agenda(scene.tenant, scene.now, scene.ocupaciones).check(solicitud, fecha, minute)
        assert Agenda(scene.tenant, scene.now, inside).check(solicitud, fecha, minute) == with_all


@slow
@given(scenes(), wishes, st.data())
def test_it_lists_the_free_starts_that_the_naive_one_finds(
    scene: Scene, servicios_id: tuple[str, ...], data: st.DataObject
) -> None:
    agenda, naive = both(scene)
    recurso_id = someone(data, scene)
    desde, hasta = scene.fecha - DAY, scene.fecha + DAY

    huecos = list(agenda.huecos(Solicitud(servicios_id, recurso_id), desde, hasta))

    assert [(h.start, h.recurso_id) for h in huecos] == list(
        naive.huecos(servicios_id, recurso_id, desde, hasta)
    )
    assert all(h.end - h.start == 60 * scene.tenant.minutos(servicios_id) for h in huecos)


@slow
@given(scenes(), wishes, st.data())
def test_nearest_are_the_first_of_all_free_starts_ranked_by_the_contract(
    scene: Scene, servicios_id: tuple[str, ...], data: st.DataObject
) -> None:
    agenda, naive = both(scene)
    asked = someone(data, scene)
    wish = data.draw(st.integers(0, 1439))
    ventana = data.draw(st.sampled_from((None, None, (0, 720), (720, 1080), (600, 601))))
    desde, hasta = scene.fecha - 2 * DAY, scene.fecha + 2 * DAY

    nearest = agenda.nearest(
        Solicitud(servicios_id, asked), scene.fecha, wish, desde=desde, hasta=hasta, ventana=ventana
    )

    ranked = sorted(
        one_for_each_start(naive, servicios_id, asked, desde, hasta), key=rank(scene, asked, wish, ventana)
    )
    assert [(h.start, h.recurso_id) for h in nearest] == sorted(ranked[:5])


def one_for_each_start(
    naive: Naive, servicios_id: tuple[str, ...], asked: str | None, desde: date, hasta: date
) -> list[Found]:
    zona = naive.tenant.zona
    best: dict[int, Found] = {}
    for start, recurso_id in naive.huecos(servicios_id, None, desde, hasta):
        local = datetime.fromtimestamp(start, UTC).astimezone(zona)
        anyone = naive.check(servicios_id, None, local.date(), local.hour * 60 + local.minute)
        if recurso_id == asked or (start not in best and isinstance(anyone, tuple)):
            best[start] = (start, recurso_id if recurso_id == asked else anyone[1])
    return list(best.values())


def rank(scene: Scene, asked: str | None, wish: int, ventana: tuple[int, int] | None):  # type: ignore[no-untyped-def] # a key
    zona = scene.tenant.zona
    shown = wall_clock(zona, scene.fecha)
    wished = min(t for t, wall in shown.items() if wall >= (scene.fecha, wish))

    def key(one: Found) -> tuple[object, ...]:
        start, recurso_id = one
        local = datetime.fromtimestamp(start, UTC).astimezone(zona)
        away = abs((local.date() - scene.fecha).days)
        inside = ventana is not None and ventana[0] <= local.hour * 60 + local.minute <= ventana[1]
        part = away == 0 and inside
        return (
            not part,
            away > 0,
            (away, not inside) if ventana and away else (),
            abs(start - wished),
            recurso_id != asked,
            start,
        )

    return key


@slow
@given(scenes(), wishes)
def test_what_is_offered_claims_no_atom_that_anything_living_claims(
    scene: Scene, servicios_id: tuple[str, ...]
) -> None:
    agenda, naive = both(scene)
    zona, buffer = scene.tenant.zona, scene.tenant.politicas.buffer_minutos
    taken = {slot for o in naive.living() for slot in claim(zona, (o.recurso_id,), o.start, o.claimed_end)}

    for hueco in agenda.huecos(Solicitud(servicios_id), scene.fecha - DAY, scene.fecha + DAY):
        mine = claim(zona, (hueco.recurso_id,), hueco.start, claimed_end(hueco.end, buffer))
        assert mine
        assert taken.isdisjoint(mine)


@slow
@given(scenes(), wishes, st.data())
def test_a_cita_takes_away_only_what_it_overlaps_and_gives_it_back(
    scene: Scene, servicios_id: tuple[str, ...], data: st.DataObject
) -> None:
    agenda, _ = both(scene)
    zona, buffer = scene.tenant.zona, scene.tenant.politicas.buffer_minutos
    free = list(agenda.huecos(Solicitud(servicios_id), scene.fecha, scene.fecha))
    if not free:
        return
    one = data.draw(st.sampled_from(free))
    cita = Ocupacion(one.recurso_id, one.start, one.end, claimed_end(one.end, buffer), "cita", hex_id(77))
    claimed = {*claim(zona, (one.recurso_id,), cita.start, cita.claimed_end)}

    booked = replace(agenda, ocupaciones=(*scene.ocupaciones, cita))

    assert list(booked.huecos(Solicitud(servicios_id), scene.fecha, scene.fecha)) == [
        h
        for h in free
        if claimed.isdisjoint(claim(zona, (h.recurso_id,), h.start, claimed_end(h.end, buffer)))
    ]
    moving = replace(booked, ignora=booked.ignora | {hex_id(77)})
    assert list(moving.huecos(Solicitud(servicios_id), scene.fecha, scene.fecha)) == free
