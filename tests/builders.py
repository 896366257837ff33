"""Small language in which tests say what stands in a business and its agenda."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import cast
from zoneinfo import ZoneInfo

from citas.domain.catalogo import Recurso, Servicio, Tenant
from citas.domain.citas import Bloqueo, Cita, EstadoCita, Instant, Ocupacion, TipoOcupacion
from citas.domain.horarios import Excepcion, Horarios, Tramo
from citas.domain.intervals import claim, claimed_end
from citas.domain.politicas import Politicas

BOGOTA = ZoneInfo("America/Bogota")
_DAYS = ("lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo")


def minutos(hora: str) -> int:
    """`minutos("15:30")` is 930."""
    hours, minutes = hora.split(":")
    return int(hours) * 60 + int(minutes)


def dia(text: str) -> date:
    """`dia("2025/08/30")`."""
    year, month, day = map(int, text.split("/"))
    return date(year, month, day)


def at(text: str, zona: ZoneInfo = BOGOTA) -> Instant:
    """`at("2025/08/30 10:00")` is that instant in `zona`; of a repeated hour the first."""
    fecha, hora = text.split()
    moment = datetime.combine(dia(fecha), datetime.strptime(hora, "%H:%M").time(), tzinfo=zona)  # noqa: DTZ007 - zoned here
    return int(moment.timestamp())


def tramos(text: str) -> tuple[Tramo, ...]:
    """`tramos("08:00-12:00 14:00-18:00")`."""
    return tuple(Tramo(*map(minutos, part.split("-"))) for part in text.split())


def horarios(*lines: str) -> Horarios:
    """`horarios("lunes-viernes 08:00-12:00 14:00-18:00", "sabado 09:00-14:00")`; days not named are closed."""
    week: list[tuple[Tramo, ...]] = [()] * 7
    for line in lines:
        days, _, hours = line.partition(" ")
        first, _, last = days.partition("-")
        for index in range(_DAYS.index(first), _DAYS.index(last or first) + 1):
            week[index] = tramos(hours)
    return cast("Horarios", tuple(week))


def excepcion(days: str, hours: str = "") -> Excepcion:
    """`excepcion("2025/12/24", "08:00-12:00")`, `excepcion("2025/12/30-2026/01/02")`: without hours closed."""
    desde, _, hasta = days.partition("-")
    return Excepcion(dia(desde), dia(hasta or desde), tramos(hours))


def hex_id(number: int) -> str:
    """Return an id of the house, 24 hexadecimal digits."""
    return f"{number:024x}"


CORTE, BARBA = hex_id(0xC0), hex_id(0xBA)
ANDRES, CAMILO = hex_id(0xA1), hex_id(0xA2)
SEMANA = horarios("lunes-viernes 08:00-12:00 14:00-18:00", "sabado 09:00-14:00")


def a_servicio(nombre: str = "corte cabello", minutos: int = 45, **changes: object) -> Servicio:
    """Return a servicio; `changes` are fields."""
    known = {"corte cabello": CORTE, "barba": BARBA}
    plain = Servicio(id=known.get(nombre, hex_id(sum(nombre.encode()))), nombre=nombre, minutos=minutos)
    return replace(plain, **changes)  # type: ignore[arg-type] # the test names fields


def a_recurso(nombre: str = "Andrés", **changes: object) -> Recurso:
    """Return a recurso that does everything in the tenant's hours; `changes` are fields."""
    known = {"Andrés": ANDRES, "Camilo": CAMILO}
    plain = Recurso(id=known.get(nombre, hex_id(sum(nombre.encode()))), nombre=nombre)
    return replace(plain, **changes)  # type: ignore[arg-type] # the test names fields


def a_tenant(politicas: Politicas | None = None, **changes: object) -> Tenant:
    """Return a barbershop in Cali with Andrés and Camilo, corte (45 min) and barba (30 min)."""
    plain = Tenant(
        id=hex_id(0x7E),
        nombre="Barbería Los Brothers",
        rubro="barberia",
        direccion="Calle 123 # 45-67",
        zona_horaria="America/Bogota",
        pais="CO",
        horarios=SEMANA,
        servicios=(
            a_servicio(precio="20.000", alias=("corte", "motilada", "peluqueada")),
            a_servicio("barba", 30, precio="12.000"),
        ),
        recursos=(a_recurso(), a_recurso("Camilo")),
        politicas=politicas or Politicas(),
    )
    return replace(plain, **changes)  # type: ignore[arg-type] # the test names fields


def a_cita(
    when: str = "2025/08/29 10:00",
    minutos: int = 45,
    *,
    tenant: Tenant | None = None,
    recurso_id: str = ANDRES,
    estado: EstadoCita = "confirmada",
    **changes: object,
) -> Cita:
    """Return a cita that claims its atoms with the tenant's buffer; `changes` are fields."""
    tenant = tenant or a_tenant()
    start = at(when, tenant.zona)
    end = start + 60 * minutos
    slots = claim(tenant.zona, (recurso_id,), start, claimed_end(end, tenant.politicas.buffer_minutos))
    plain = Cita(
        id=hex_id(start),
        version=1,
        estado=estado,
        cliente_id=hex_id(0xC1),
        servicios_id=(CORTE,),
        recurso_id=recurso_id,
        start=start,
        end=end,
        slots=() if estado == "cancelada" else slots,
        creada=start - 86_400,
        nombre="Juan Pérez",
        telefono="+573109876543",
    )
    return replace(plain, **changes)  # type: ignore[arg-type] # the test names fields


def a_bloqueo(
    when: str = "2025/08/29 10:00",
    minutos: int = 60,
    *,
    zona: ZoneInfo = BOGOTA,
    recurso_id: str = ANDRES,
    **changes: object,
) -> Bloqueo:
    """Return a bloqueo; `changes` are fields."""
    start = at(when, zona)
    end = start + 60 * minutos
    plain = Bloqueo(
        id=hex_id(start),
        version=1,
        recurso_id=recurso_id,
        start=start,
        end=end,
        slots=claim(zona, (recurso_id,), start, end),
    )
    return replace(plain, **changes)  # type: ignore[arg-type] # the test names fields


def an_ocupacion(
    when: str,
    minutos: int = 45,
    *,
    zona: ZoneInfo = BOGOTA,
    recurso_id: str = ANDRES,
    tipo: TipoOcupacion = "cita",
    buffer: int = 0,
    **changes: object,
) -> Ocupacion:
    """Return what a cita, hold or bloqueo occupies; `changes` are fields."""
    start = at(when, zona)
    end = start + 60 * minutos
    plain = Ocupacion(
        recurso_id=recurso_id,
        start=start,
        end=end,
        claimed_end=claimed_end(end, buffer),
        tipo=tipo,
        owner_id=hex_id(start),
    )
    return plain._replace(**changes)  # type: ignore[arg-type] # the test names fields


def ids(things: Sequence[Servicio] | Sequence[Recurso]) -> tuple[str, ...]:
    """Return their ids, in order."""
    return tuple(thing.id for thing in things)
