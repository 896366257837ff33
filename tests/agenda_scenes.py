"""Businesses and their agendas as Hypothesis draws them, around the days on which clocks change."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import cast

from hypothesis import strategies as st

from builders import a_recurso, a_servicio, a_tenant, hex_id
from citas.domain.catalogo import Recurso, Tenant
from citas.domain.citas import Ocupacion, TipoOcupacion
from citas.domain.horarios import Excepcion, Horarios, Tramo
from citas.domain.intervals import claimed_end, day_bounds
from citas.domain.politicas import Politicas

# Zone and a day on or beside which its clock changes; Bogotá has none, Howe's change is half an hour,
# Santiago's and Beirut's are at midnight, Habana's repeats the first hour of the day.
HARD_DAYS = (
    ("America/Bogota", date(2025, 8, 29)),
    ("Europe/Madrid", date(2025, 3, 30)),
    ("Europe/Madrid", date(2025, 10, 26)),
    ("America/Santiago", date(2025, 9, 7)),
    ("America/Santiago", date(2025, 4, 5)),
    ("America/Havana", date(2025, 3, 9)),
    ("America/Havana", date(2025, 11, 2)),
    ("Asia/Beirut", date(2025, 3, 30)),
    ("Asia/Beirut", date(2025, 10, 25)),
    ("Australia/Lord_Howe", date(2025, 10, 5)),
    ("Australia/Lord_Howe", date(2025, 4, 6)),
)
SERVICIOS = (a_servicio("uno", 45), a_servicio("dos", 30), a_servicio("tres", 7), a_servicio("cuatro", 100))
SERVICIOS_ID = tuple(servicio.id for servicio in SERVICIOS)


@dataclass(frozen=True)
class Scene:
    """A business, the day that matters, and what stands in its agenda at `now`."""

    tenant: Tenant
    fecha: date
    now: int
    ocupaciones: tuple[Ocupacion, ...]


def tramos_of_a_day() -> st.SearchStrategy[tuple[Tramo, ...]]:
    """Draw up to three ranges that do not overlap but may touch."""
    marks = st.lists(
        st.integers(0, 96).map(lambda quarter: 15 * quarter), min_size=0, max_size=6, unique=True
    )
    exact = st.lists(st.integers(0, 1440), min_size=2, max_size=4, unique=True)
    return st.one_of(marks, exact).map(_paired)


def _paired(marks: list[int]) -> tuple[Tramo, ...]:
    ordered = sorted(marks)
    if len(ordered) == 3:  # two ranges that touch
        return (Tramo(ordered[0], ordered[1]), Tramo(ordered[1], ordered[2]))
    return tuple(Tramo(a, b) for a, b in zip(ordered[::2], ordered[1::2], strict=False))


@st.composite
def weeks(draw: st.DrawFn) -> Horarios:
    usual = draw(tramos_of_a_day())
    week = [usual] * 7
    week[draw(st.integers(0, 6))] = draw(tramos_of_a_day())
    return cast("Horarios", tuple(week))


@st.composite
def excepciones_near(draw: st.DrawFn, fecha: date) -> tuple[Excepcion, ...]:
    found = []
    for _ in range(draw(st.integers(0, 2))):
        desde = fecha + timedelta(days=draw(st.integers(-1, 1)))
        hasta = desde + timedelta(days=draw(st.integers(0, 1)))
        found.append(Excepcion(desde, hasta, draw(tramos_of_a_day())))
    return tuple(found)


@st.composite
def recursos(draw: st.DrawFn, fecha: date) -> tuple[Recurso, ...]:
    return tuple(
        a_recurso(
            f"R{number}",
            servicios_id=draw(st.none() | st.sets(st.sampled_from(SERVICIOS_ID), min_size=1).map(tuple)),
            horarios=draw(st.none() | weeks()),
            excepciones=draw(excepciones_near(fecha)),
        )
        for number in range(draw(st.integers(1, 3)))
    )


@st.composite
def ocupaciones_near(draw: st.DrawFn, tenant: Tenant, fecha: date, now: int) -> tuple[Ocupacion, ...]:
    found = []
    for number in range(draw(st.integers(0, 6))):
        start = day_bounds(tenant.zona, fecha)[0] + 300 * draw(st.integers(-40, 330))
        end = start + 60 * draw(st.integers(1, 40)) * 5
        tipo = draw(st.sampled_from(("cita", "hold", "bloqueo")))
        found.append(
            Ocupacion(
                recurso_id=draw(st.sampled_from([recurso.id for recurso in tenant.recursos])),
                start=start,
                end=end,
                claimed_end=end if tipo == "bloqueo" else claimed_end(end, draw(st.integers(0, 20))),
                tipo=cast("TipoOcupacion", tipo),
                owner_id=hex_id(number),
                expira=now + draw(st.integers(-60, 60)) if tipo == "hold" else None,
                mueve=draw(st.none() | st.just(hex_id(0))) if tipo == "hold" else None,
            )
        )
    return tuple(sorted(found, key=lambda ocupacion: ocupacion.start))


@st.composite
def scenes(draw: st.DrawFn) -> Scene:
    zona_horaria, near = draw(st.sampled_from(HARD_DAYS))
    fecha = near + timedelta(days=draw(st.integers(-1, 1)))
    tenant = a_tenant(
        Politicas(
            max_adelanto_dias=draw(st.sampled_from((0, 1, 30))),
            anticipacion_min_minutos=draw(st.sampled_from((0, 0, 30, 90))),
            buffer_minutos=draw(st.sampled_from((0, 0, 5, 7, 15, 60))),
            slot_minutos=draw(st.sampled_from((5, 10, 15))),
            abre_feriados=draw(st.booleans()),
        ),
        zona_horaria=zona_horaria,
        pais=draw(st.sampled_from(("CO", "CL", "ES", "XX"))) if zona_horaria == "America/Bogota" else "XX",
        horarios=draw(weeks()),
        excepciones=draw(excepciones_near(fecha)),
        servicios=SERVICIOS,
    )
    tenant = replace(tenant, recursos=draw(recursos(fecha)))
    now = (
        day_bounds(tenant.zona, fecha)[0]
        + 60 * draw(st.integers(-2000, 1500))
        + draw(st.sampled_from((0, 1)))
    )
    return Scene(tenant, fecha, now, draw(ocupaciones_near(tenant, fecha, now)))
