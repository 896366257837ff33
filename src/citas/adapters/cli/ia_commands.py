"""`citas ia …`: try the model that the environment names, and see what it costs each business."""

from dataclasses import replace
from importlib.resources import files
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from citas.adapters.cli.talk import refuse, run, say, say_json
from citas.adapters.cli.tenant_file import parse_tenant
from citas.adapters.cli.wiring import wiring_of
from citas.application.interpret_probe import Probado, invented, probe
from citas.application.ports import Interpreter, World
from citas.application.read_gasto import GastoDelMes, read_gasto
from citas.application.tenant_merge import merged_tenant
from citas.domain.catalogo import Tenant

_NANOS = 1_000_000_000
_NO_MODEL = (
    "No hay ningún modelo: escriba CITAS_LLM_BASE_URL, CITAS_LLM_MODEL y CITAS_LLM_API_KEY en el entorno "
    "(docs/guia/contrato-ia.md dice cómo con cada proveedor)."
)
AsJson = Annotated[bool, typer.Option("--json", help="Responde con un objeto JSON, para programas.")]

ia_app = typer.Typer(
    help="El modelo de lenguaje: probarlo, y ver lo que cuesta. Sin modelo se entiende sólo con reglas.",
    no_args_is_help=True,
)


@ia_app.command(epilog="Ejemplo:  CITAS_LLM_PRECIOS=0.10,0.40 citas ia probar")
def probar(
    ctx: typer.Context,
    tenant_id: Annotated[
        str | None,
        typer.Option("--tenant", metavar="TENANT", help="Con el catálogo de este negocio, y a su cuenta."),
    ] = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Manda un mensaje inventado por los tres pasos, y muestra qué llegó, qué se creyó, por qué y cuánto costó.

    Nada se guarda ni se reserva. Los teléfonos y los nombres salen tapados, como los de verdad.
    """
    model, tenant, steps = run(ctx, lambda world: _probe(ctx, world, tenant_id), _missing(tenant_id))
    if as_json:
        say_json({"modelo": model.modelo, "proveedor": model.proveedor, "pasos": [_wire(s) for s in steps]})
    else:
        _show(model, tenant, steps)
    if not all(step.llego for step in steps):
        raise typer.Exit(1)


async def _probe(
    ctx: typer.Context, world: World, tenant_id: str | None
) -> tuple[Interpreter, Tenant, tuple[Probado, ...]]:
    model = world.interpreter
    if model is None:
        refuse(_NO_MODEL)
    if tenant_id is not None:
        tenant = (await world.stores.of(tenant_id).configured()).tenant
        return model, tenant, await probe(world, model, tenant)
    sample = files("citas.adapters.cli.demo").joinpath("barberia.yaml").read_bytes()
    tenant = merged_tenant(world.ids, parse_tenant(sample), None)
    # Nobody's account: what it costs is kept where it vanishes.
    apart, _ = wiring_of(ctx).demo_world(None)
    return model, tenant, await probe(replace(world, stores=apart.stores), model, tenant)


@ia_app.command(epilog="Ejemplo:  citas ia gasto 66d1…")
def gasto(
    ctx: typer.Context,
    tenant_id: Annotated[
        str | None, typer.Argument(metavar="[TENANT]", help="El id del negocio; si no, todos.")
    ] = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Muestra lo que el modelo lleva gastado este mes, y el límite de cada negocio.

    El límite es «presupuesto_ia_mensual_usd» del archivo del negocio; cuando se acaba, se entiende con reglas.
    """
    rows = run(ctx, lambda world: read_gasto(world, tenant_id), _missing(tenant_id))
    if as_json:
        say_json([_gasto_wire(row) for row in rows])
        return
    if not rows:
        say("Todavía no hay ningún negocio.")
        return
    table = Table(box=None, pad_edge=False)
    for column in ("negocio", "id", "ia", "mes", "gastado USD", "límite USD"):
        table.add_column(column, justify="right" if "USD" in column else "left")
    for row in rows:
        limit = f"{row.limite / _NANOS:.2f}" if row.limite else "sin límite"
        table.add_row(
            Text(row.tenant.nombre), row.tenant.id, row.ia, row.mes, f"{row.nanos / _NANOS:.6f}", limit
        )
    Console(highlight=False).print(table)


def _missing(tenant_id: str | None) -> str:
    return f"no existe el negocio {tenant_id}; «citas tenant listar» dice los que hay"


def _wire(step: Probado) -> dict[str, object]:
    return {
        "paso": step.paso,
        "enviado": step.enviado,
        "llego": step.llego or None,
        "creido": step.creido,
        "porque": step.porque,
        "usd": step.nanos / _NANOS,
        "segundos": round(step.segundos, 3),
    }


def _gasto_wire(row: GastoDelMes) -> dict[str, object]:
    return {
        "tenant_id": row.tenant.id,
        "nombre": row.tenant.nombre,
        "ia": row.ia,
        "mes": row.mes,
        "gastado_usd": row.nanos / _NANOS,
        "limite_usd": row.limite / _NANOS if row.limite else None,
    }


def _show(model: Interpreter, tenant: Tenant, steps: tuple[Probado, ...]) -> None:
    console = Console(highlight=False)
    console.print(Text(f"{model.modelo}, de {model.proveedor}", style="bold"))
    console.print(Text(f"«{invented(tenant)}»"))
    table = Table(pad_edge=False)
    for column in ("paso", "salió", "llegó", "se creyó", "por qué", "USD", "s"):
        table.add_column(column)
    for step in steps:
        table.add_row(
            step.paso,
            Text(step.enviado),
            Text(step.llego or "nada"),
            "sí" if step.creido else "no",
            Text(step.porque),
            f"{step.nanos / _NANOS:.6f}" if model.con_precios else "sin precios",
            f"{step.segundos:.1f}",
        )
    console.print(table)
    total = sum(step.nanos for step in steps) / _NANOS
    console.print(
        f"En total {total:.6f} USD." if model.con_precios else "Sin CITAS_LLM_PRECIOS no se sabe qué costó."
    )
