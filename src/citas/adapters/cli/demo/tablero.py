"""The agenda of one day as a table: an hour a row, a recurso a column."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rich.table import Table
from rich.text import Text

from citas.application.ports import Door, World
from citas.application.wire import hora_wire, local
from citas.domain.apertura import recurso_tramos, tenant_tramos
from citas.domain.catalogo import Recurso, Tenant
from citas.domain.citas import Instant, Ocupacion
from citas.domain.horarios import Tramo
from citas.domain.intervals import day_bounds, local_date
from citas.language.wording.palabras import dia as in_words

_HOUR = 60


@dataclass(frozen=True, slots=True)
class Fila:
    """What occupies a recurso, in words."""

    recurso_id: str
    desde: int
    hasta: int
    texto: str
    apartado: bool


@dataclass(frozen=True, slots=True)
class Dia:
    """All that the table of a day shows."""

    tenant: Tenant
    fecha: date
    filas: tuple[Fila, ...]


async def read_dia(world: World, tenant: Tenant, fecha: date) -> Dia:
    """Read what stands in the agenda that day; holds that have expired do not."""
    door, now = world.stores.of(tenant.id), world.clock.now()
    standing = await door.ocupaciones(*day_bounds(tenant.zona, fecha))
    alive = [busy for busy in standing if busy.expira is None or busy.expira > now]
    return Dia(tenant, fecha, tuple([await _fila(door, tenant, fecha, busy, now) for busy in alive]))


async def _fila(door: Door, tenant: Tenant, fecha: date, busy: Ocupacion, now: Instant) -> Fila:
    start, end = local(busy.start, tenant.zona), local(busy.end, tenant.zona)
    hours = f"{hora_wire(start)}–{hora_wire(end)}"
    desde = start.hour * _HOUR + start.minute if local_date(tenant.zona, busy.start) == fecha else 0
    what = "bloqueado" if busy.tipo == "bloqueo" else await _whose(door, tenant, busy.owner_id)
    if busy.expira is not None:
        what += f" (apartada {busy.expira - now} s)"
    hasta = desde + (busy.end - busy.start) // 60
    return Fila(busy.recurso_id, desde, hasta, f"{hours} {what}", apartado=busy.expira is not None)


async def _whose(door: Door, tenant: Tenant, cita_id: str) -> str:
    cita = await door.cita(cita_id)
    if cita is None:
        return ""
    names = [servicio.nombre for one in cita.servicios_id if (servicio := tenant.servicio(one))]
    return f"{cita.nombre or 'sin nombre'} · {', '.join(names)}"


def table(dia: Dia) -> Table:
    """Draw the day."""
    drawn = Table(title=f"Agenda · {in_words(dia.fecha)}", expand=True, pad_edge=False, title_style="bold")
    drawn.add_column("", style="dim", width=5, no_wrap=True)
    for recurso in dia.tenant.recursos:
        drawn.add_column(recurso.nombre, ratio=1, overflow="fold")
    of_tenant = tenant_tramos(dia.tenant, dia.fecha)
    for hour in _hours(dia, of_tenant):
        cells = [_cell(dia, recurso, of_tenant, hour) for recurso in dia.tenant.recursos]
        drawn.add_row(f"{hour // _HOUR:02d}:00", *cells)
    if not drawn.row_count:
        drawn.add_row("", *(Text("cerrado", style="dim") for _ in dia.tenant.recursos))
    return drawn


def _hours(dia: Dia, tramos: Sequence[Tramo]) -> range:
    edges = [edge for tramo in tramos for edge in (tramo.desde, tramo.hasta)]
    edges += [edge for fila in dia.filas for edge in (fila.desde, fila.hasta)]
    if not edges:
        return range(0)
    return range(min(edges) // _HOUR * _HOUR, max(edges), _HOUR)


def _cell(dia: Dia, recurso: Recurso, of_tenant: tuple[Tramo, ...], hour: int) -> Text:
    mine = [fila for fila in dia.filas if fila.recurso_id == recurso.id and _touches(fila, hour)]
    if mine:
        return Text("\n").join(_words(fila, hour) for fila in mine)
    opens = any(
        tramo.desde < hour + _HOUR and hour < tramo.hasta
        for tramo in recurso_tramos(recurso, of_tenant, dia.fecha)
    )
    return Text("·" if opens else "cerrado", style="dim")


def _touches(fila: Fila, hour: int) -> bool:
    return fila.desde < hour + _HOUR and hour < fila.hasta


def _words(fila: Fila, hour: int) -> Text:
    style = "yellow" if fila.apartado else "bold green"
    return Text(fila.texto if fila.desde >= hour or hour == 0 else "┃", style=style)
