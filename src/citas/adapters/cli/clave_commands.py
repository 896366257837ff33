"""`citas clave …` and `citas olvidar`: keys, and the right to be forgotten."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from citas.adapters.cli.talk import run, say, say_json
from citas.application.claves import list_claves, new_clave, revoke_clave, rotate_clave
from citas.application.forget import forget_cliente
from citas.domain.claves import Clave

TenantId = Annotated[str, typer.Argument(metavar="TENANT", help="El id del negocio.")]
ClaveId = Annotated[
    str, typer.Argument(metavar="CLAVE_ID", help="El id de la clave, como lo da «clave listar».")
]
AsJson = Annotated[bool, typer.Option("--json", help="Responde con un objeto JSON, para programas.")]
Device = Annotated[
    str | None, typer.Option("--dispositivo", metavar="NOMBRE", help="Para un dispositivo con este nombre.")
]


clave_app = typer.Typer(
    help="Las claves de la API: se muestran una vez y se guarda sólo su huella.", no_args_is_help=True
)


@clave_app.command(epilog='Ejemplo:  citas clave nueva 66d1… --dispositivo "Celular de la caja"')
def nueva(
    ctx: typer.Context, tenant_id: TenantId, dispositivo: Device = None, *, as_json: AsJson = False
) -> None:
    """Da una clave nueva al negocio, o a uno de sus dispositivos."""
    name = dispositivo.strip() if dispositivo is not None else None
    if name == "":
        raise typer.BadParameter("el nombre del dispositivo está vacío", param_hint="--dispositivo")
    clave, key = run(ctx, lambda world: new_clave(world, tenant_id, name), _no_tenant(tenant_id))
    _show(clave, key, as_json=as_json)


@clave_app.command()
def rotar(ctx: typer.Context, clave_id: ClaveId, *, as_json: AsJson = False) -> None:
    """Cambia una clave por otra; la anterior deja de servir en un segundo."""
    clave, key = run(ctx, lambda world: rotate_clave(world, clave_id), _no_clave(clave_id))
    _show(clave, key, as_json=as_json)


@clave_app.command()
def revocar(ctx: typer.Context, clave_id: ClaveId, *, as_json: AsJson = False) -> None:
    """Termina una clave para siempre."""
    clave = run(ctx, lambda world: revoke_clave(world, clave_id), _no_clave(clave_id))
    if as_json:
        say_json(_public(clave))
    else:
        say(f"Clave {clave.id} revocada; deja de servir en un segundo.")


@clave_app.command()
def listar(ctx: typer.Context, tenant_id: TenantId, *, as_json: AsJson = False) -> None:
    """Lista las claves de un negocio; ninguna en claro."""
    claves = run(ctx, lambda world: list_claves(world, tenant_id), _no_tenant(tenant_id))
    if as_json:
        say_json({"claves": [_public(clave) for clave in claves]})
        return
    for clave in claves:
        state = f"revocada {_day(clave.revocada)}" if clave.revocada is not None else "vigente"
        say(f"{clave.id}  {clave.dispositivo or 'del negocio'}  desde {_day(clave.creada)}  {state}")


def olvidar(
    ctx: typer.Context,
    tenant_id: TenantId,
    who: Annotated[
        str, typer.Argument(metavar="TELEFONO_O_CLIENTE_ID", help="El teléfono, de cualquier forma, o el id.")
    ],
    *,
    as_json: AsJson = False,
) -> None:
    """Borra los datos personales de un cliente en todas partes; sus citas quedan, sin nombre ni teléfono."""
    missing = f"Ese cliente, o el negocio «{tenant_id}», no existe; no se borró nada."
    future = run(ctx, lambda world: forget_cliente(world, tenant_id, who), missing)
    if as_json:
        say_json({"olvidado": True, "citas_futuras": future})
    else:
        say(f"Olvidado. Citas por venir que quedan en la agenda, sin nombre ni teléfono: {future}.")


def _show(clave: Clave, key: str, *, as_json: bool) -> None:
    if as_json:
        say_json(
            {
                "clave_id": clave.id,
                "api_key": key,
                "tenant_id": clave.tenant_id,
                "dispositivo": clave.dispositivo,
            }
        )
        return
    say(f"Clave {'de ' + clave.dispositivo if clave.dispositivo else 'del negocio'}:")
    say(f"  clave_id  {clave.id}")
    say(f"  api_key   {key}")
    say("Guárdela ahora: no se vuelve a mostrar.")


def _public(clave: Clave) -> dict[str, object]:
    return {
        "clave_id": clave.id,
        "tenant_id": clave.tenant_id,
        "dispositivo": clave.dispositivo,
        "creada": _instant(clave.creada),
        "revocada": None if clave.revocada is None else _instant(clave.revocada),
    }


def _instant(instant: int) -> str:
    return datetime.fromtimestamp(instant, UTC).isoformat()


def _day(instant: int) -> str:
    return f"{datetime.fromtimestamp(instant, UTC):%Y/%m/%d}"


def _no_tenant(tenant_id: str) -> str:
    return f"No hay ningún negocio «{tenant_id}»; «citas tenant listar» muestra los que hay."


def _no_clave(clave_id: str) -> str:
    return f"No hay ninguna clave vigente «{clave_id}»; «citas clave listar TENANT» muestra las que hay."
