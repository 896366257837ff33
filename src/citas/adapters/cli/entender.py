"""`citas entender`: what the rules read in a text, and by what evidence. A bug report starts here."""

from collections.abc import Iterator
from datetime import datetime
from importlib.resources import files
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from citas.adapters.cli.talk import file_complaint, refuse, say_json
from citas.adapters.cli.tenant_file import parse_tenant
from citas.adapters.cli.tenant_nodes import TenantFileError
from citas.adapters.cli.wiring import wiring_of
from citas.application.ports import World
from citas.application.tenant_merge import merged_tenant
from citas.application.wire import local
from citas.domain.catalogo import Tenant
from citas.domain.deseos import Deseo, Dias, Entendido, Horas, Referencia
from citas.language.deseo.ambiguedades import ambiguedades
from citas.language.notices import notice_of
from citas.language.rules import understand

_SIGNS = (
    "si",
    "no",
    "saludo",
    "gracias",
    "humano",
    "avisame",
    "dejar",
    "aplaza",
    "ajeno",
    "pregunta",
    "de_agenda",
)
_FLAGS = (
    "recurso_cualquiera", "misma_hora", "mismo_dia", "agrega", "quita", "pregunta", "para_otro", "otra", "lo_mismo",
)  # fmt: skip  # packed, to be read at a glance
_VALUES = ("servicio_desconocido", "recurso_desconocido", "desplaza_minutos", "desplaza_dias", "nombre")

Row = tuple[str, str]


def entender(
    ctx: typer.Context,
    texto: Annotated[
        str, typer.Argument(metavar="TEXTO", help="Lo que escribió el cliente, entre comillas.")
    ],
    ahora: Annotated[
        str | None,
        typer.Option(metavar="INSTANTE", help="Cuándo lo escribió (2026-08-24T09:00); si no, ahora."),
    ] = None,
    tenant: Annotated[
        Path | None,
        typer.Option(metavar="ARCHIVO", help="El archivo del negocio; si no, la barbería de muestra."),
    ] = None,
    *,
    as_json: Annotated[
        bool, typer.Option("--json", help="Responde con un objeto JSON, para programas.")
    ] = False,
) -> None:
    """Muestra qué se entiende de un texto y por qué, sin guardar ni contestar nada."""
    world, _ = wiring_of(ctx).demo_world(None)
    business = _tenant(world, tenant)
    moment = _moment(ahora, world, business)
    notice = notice_of(texto)
    entendido = understand(texto, business, moment)
    rows = [("ahora", f"{moment:%Y/%m/%d %H:%M}"), *_rows(entendido, business)]
    if notice is not None:
        rows.insert(0, ("aviso del sistema", notice.value))
    if as_json:
        say_json(_grouped(rows))
        return
    _print(texto, rows)


def _tenant(world: World, path: Path | None) -> Tenant:
    sample = files("citas.adapters.cli.demo").joinpath("barberia.yaml")
    try:
        content = path.read_bytes() if path else sample.read_bytes()
        return merged_tenant(world.ids, parse_tenant(content), None)
    except OSError as exc:
        refuse(f"No se pudo leer {path}: {exc.strerror}")
    except TenantFileError as exc:
        refuse(file_complaint(exc))


def _moment(said: str | None, world: World, tenant: Tenant) -> datetime:
    if said is None:
        return local(world.clock.now(), tenant.zona)
    try:
        moment = datetime.fromisoformat(said.strip())
    except ValueError:
        raise typer.BadParameter("escriba un instante como 2026-08-24T09:00", param_hint="--ahora") from None
    return moment.astimezone(tenant.zona) if moment.tzinfo else moment.replace(tzinfo=tenant.zona)


def _rows(entendido: Entendido, tenant: Tenant) -> Iterator[Row]:
    yield "intención", entendido.intencion.value
    for number, deseo in enumerate(entendido.deseos, 1):
        yield from _deseo_rows(f"deseo {number}", deseo, tenant)
    if not entendido.deseos and entendido.piezas is not None:
        yield from _deseo_rows("piezas", entendido.piezas, tenant)
    for consulta in entendido.consultas:
        yield "consulta", consulta.value
    yield from ((f"  {name}", value) for name, value in _named("de", entendido.servicios_consultados, tenant))
    if entendido.eleccion is not None:
        yield "elección", str(entendido.eleccion)
    if entendido.desplaza:
        yield "otra hora", entendido.desplaza
    if entendido.nombre:
        yield "se llama", entendido.nombre
    signs = [sign for sign in _SIGNS if getattr(entendido, sign)]
    yield "señales", ", ".join(signs) or "ninguna"
    yield "dudas", ", ".join(ambiguedades(entendido)) or "ninguna"
    yield "evidencia", ", ".join(entendido.entidades) or "ninguna"


def _deseo_rows(label: str, deseo: Deseo, tenant: Tenant) -> Iterator[Row]:
    yield label, deseo.intencion.value
    yield from ((f"  {name}", value) for name, value in _pieces(deseo, tenant))
    if not deseo.referencia.vacia:
        yield from ((f"  de la cita: {name}", value) for name, value in _reference(deseo.referencia, tenant))


def _pieces(deseo: Deseo, tenant: Tenant) -> Iterator[Row]:
    yield from (("día", _dias(dias)) for dias in deseo.dias)
    yield from (("hora", _horas(horas)) for horas in deseo.horas)
    yield from _named("servicio", deseo.servicios_id, tenant)
    yield from _named("servicio posible", deseo.servicios_dudosos, tenant)
    yield from _named("con", deseo.recursos_id, tenant)
    yield from ((name, str(value)) for name in _VALUES if (value := getattr(deseo, name)) is not None)
    yield from ((flag, "sí") for flag in _FLAGS if getattr(deseo, flag))


def _reference(referencia: Referencia, tenant: Tenant) -> Iterator[Row]:
    yield from (("día", _dias(dias)) for dias in referencia.dias)
    yield from (("hora", _horas(horas)) for horas in referencia.horas)
    yield from _named("servicio", referencia.servicios_id, tenant)
    yield from _named("con", referencia.recursos_id, tenant)
    yield from ((flag, "sí") for flag in ("todas", "ultima") if getattr(referencia, flag))


def _named(label: str, some_ids: tuple[str, ...], tenant: Tenant) -> Iterator[Row]:
    names = {servicio.id: servicio.nombre for servicio in tenant.servicios}
    names |= {recurso.id: recurso.nombre for recurso in tenant.recursos}
    yield from ((label, names[some_id]) for some_id in some_ids)


def _dias(dias: Dias) -> str:
    last = "en adelante" if dias.hasta is None else f"a {dias.hasta:%Y/%m/%d}"
    days = "ninguno" if dias.desde is None else f"{dias.desde:%Y/%m/%d}"
    whole = days if dias.desde == dias.hasta else f"{days} {last}"
    why = f" · {dias.problema.value}" if dias.problema else ""
    today = " · o una semana antes, con una hora que falte" if dias.hoy_si_hora else ""
    return f"{whole}{why}{today}   «{dias.texto}» {_span(dias.span)}"


def _horas(horas: Horas) -> str:
    said = [_minute(horas.desde)] if horas.es_punto else [_minute(horas.desde), "a", _minute(horas.hasta)]
    parts = [] if horas.desde is None and horas.hasta is None else said
    parts += [f"({horas.parte})"] if horas.parte else []
    parts += [f"({horas.extremo} hora)"] if horas.extremo else []
    parts += ["o doce horas después"] if horas.dudosa else []
    parts += ["más o menos"] if horas.aproximada else []
    return f"{' '.join(parts)}   «{horas.texto}» {_span(horas.span)}"


def _minute(minute: int | None) -> str:
    return "…" if minute is None else f"{minute // 60:02d}:{minute % 60:02d}"


def _span(span: tuple[int, int]) -> str:
    return f"[{span[0]}–{span[1]}]"


def _grouped(rows: list[Row]) -> dict[str, list[str]]:
    grouped: dict[str, list[str]] = {}
    for name, value in rows:
        grouped.setdefault(name.strip(), []).append(value)
    return grouped


def _print(texto: str, rows: list[Row]) -> None:
    console = Console(highlight=False)
    console.print(Text(f"«{texto}»", style="bold"))
    table = Table(show_header=False, box=None, pad_edge=False)
    for name, value in rows:
        table.add_row(Text(name, style="dim"), Text(value))
    console.print(table)
