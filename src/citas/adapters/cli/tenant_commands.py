"""`citas tenant …`: businesses, from their files and back into them."""

import json
from pathlib import Path
from typing import Annotated

import typer

from citas.adapters.cli.export_lines import export_line
from citas.adapters.cli.talk import file_complaint, refuse, run, say, say_json, warn
from citas.adapters.cli.tenant_dump import tenant_dict, tenant_yaml
from citas.adapters.cli.tenant_file import parse_tenant
from citas.adapters.cli.tenant_nodes import TenantFileError
from citas.application.ports import World
from citas.application.tenant_draft import TenantDraft
from citas.application.tenants import Created, Updated, create_tenant, export_tenant, update_tenant
from citas.domain.catalogo import Tenant
from citas.domain.mensajes import Consentimiento

TenantFile = Annotated[
    Path,
    typer.Argument(metavar="ARCHIVO", help="El archivo YAML o JSON del negocio; «-» lo lee de la entrada."),
]
TenantId = Annotated[str, typer.Argument(metavar="ID", help="El id del negocio (24 cifras hexadecimales).")]
AsJson = Annotated[bool, typer.Option("--json", help="Responde con un objeto JSON, para programas.")]


tenant_app = typer.Typer(help="Los negocios: crear, actualizar, ver, listar, exportar.", no_args_is_help=True)


@tenant_app.command(epilog="Ejemplo:  citas tenant crear examples/barberia.yaml")
def crear(ctx: typer.Context, file: TenantFile, *, as_json: AsJson = False) -> None:
    """Crea un negocio con su archivo y muestra, una sola vez, su clave."""
    draft = _draft(file)
    created = run(ctx, lambda world: _created(world, draft))
    if as_json:
        say_json(_answer(created.tenant, created.api_key, ()))
        return
    say(f"Negocio creado: {created.tenant.nombre}")
    say(f"  tenant_id  {created.tenant.id}")
    say(f"  api_key    {created.api_key}")
    say("Guarde la clave ahora: no se vuelve a mostrar. «citas clave nueva» da otra.")


@tenant_app.command(epilog="Ejemplo:  citas tenant actualizar 66d1… barberia.yaml")
def actualizar(ctx: typer.Context, tenant_id: TenantId, file: TenantFile, *, as_json: AsJson = False) -> None:
    """Deja el negocio como dice su archivo y cuenta qué cambió; las citas se conservan."""
    draft = _draft(file)
    updated = run(ctx, lambda world: _updated(world, tenant_id, draft), _missing(tenant_id))
    if as_json:
        say_json(_answer(updated.tenant, None, updated.cambios))
        return
    say(f"{updated.tenant.nombre}: " + ("" if updated.cambios else "nada cambió."))
    for cambio in updated.cambios:
        say(f"  · {cambio}")


@tenant_app.command(epilog="Ejemplo:  citas tenant ver 66d1… > barberia.yaml")
def ver(ctx: typer.Context, tenant_id: TenantId, *, as_json: AsJson = False) -> None:
    """Muestra el archivo del negocio, tal como lo recibe «actualizar»."""
    tenant, consent = run(ctx, lambda world: _stored(world, tenant_id), _missing(tenant_id))
    if as_json:
        say(json.dumps(tenant_dict(tenant, consent), ensure_ascii=False, indent=2))
    else:
        say(tenant_yaml(tenant, consent).rstrip("\n"))


@tenant_app.command()
def listar(ctx: typer.Context, *, as_json: AsJson = False) -> None:
    """Lista los negocios, por nombre."""
    tenants = run(ctx, lambda world: world.stores.operator.tenants())
    if as_json:
        say_json({"tenants": [{"tenant_id": tenant.id, "nombre": tenant.nombre} for tenant in tenants]})
        return
    for tenant in tenants:
        say(f"{tenant.id}  {tenant.nombre}  {tenant.contacto.telefono or ''}".rstrip())
    if not tenants:
        warn("No hay negocios todavía; el primero: citas tenant crear examples/barberia.yaml")


@tenant_app.command(epilog="Ejemplo:  citas tenant exportar 66d1… > todo.jsonl")
def exportar(ctx: typer.Context, tenant_id: TenantId) -> None:
    """Muestra todo lo guardado del negocio, una línea JSON por documento; ninguna clave en claro."""
    run(ctx, lambda world: _say_all(world, tenant_id), _missing(tenant_id))


def _draft(file: Path) -> TenantDraft:
    try:
        content = typer.get_binary_stream("stdin").read() if str(file) == "-" else file.read_bytes()
        draft = parse_tenant(content)
    except OSError as exc:
        refuse(f"No se puede leer «{file}»: {exc.strerror}. Revise la ruta y los permisos.")
    except TenantFileError as exc:
        refuse(file_complaint(exc))
    return draft


def _warn_without_model(world: World, ia: str | None) -> None:
    if ia not in {None, "reglas"} and world.interpreter is None:
        warn(
            f"Aviso: «ia: {ia}» queda guardado, pero aquí no hay modelo y se entiende sólo con reglas; "
            "lo dan CITAS_LLM_BASE_URL y CITAS_LLM_MODEL."
        )


async def _created(world: World, draft: TenantDraft) -> Created:
    _warn_without_model(world, draft.ia)
    return await create_tenant(world, draft)


async def _updated(world: World, tenant_id: str, draft: TenantDraft) -> Updated:
    _warn_without_model(world, draft.ia)
    return await update_tenant(world, tenant_id, draft)


async def _stored(world: World, tenant_id: str) -> tuple[Tenant, Consentimiento | None]:
    known = await world.stores.of(tenant_id).configured()
    return known.tenant, known.consentimiento


async def _say_all(world: World, tenant_id: str) -> None:
    async for collection, document in export_tenant(world, tenant_id):
        say(export_line(collection, document))


def _missing(tenant_id: str) -> str:
    return f"No hay ningún negocio «{tenant_id}»; «citas tenant listar» muestra los que hay."


def _answer(tenant: Tenant, api_key: str | None, cambios: tuple[str, ...]) -> dict[str, object]:
    return {
        "tenant_id": tenant.id,
        "api_key": api_key,
        "servicios": [
            {"id": servicio.id, "NombreServicio": servicio.nombre} for servicio in tenant.servicios
        ],
        "recursos": [{"id": recurso.id, "nombre": recurso.nombre} for recurso in tenant.recursos],
        "cambios": list(cambios),
    }
