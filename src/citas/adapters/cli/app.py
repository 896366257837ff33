"""The command `citas`: what can be said to it, and what it teaches when it is asked."""

import errno
import socket
from typing import Annotated

import typer

from citas.adapters.cli.clave_commands import clave_app, olvidar
from citas.adapters.cli.demo.command import demo
from citas.adapters.cli.entender import entender
from citas.adapters.cli.ia_commands import ia_app
from citas.adapters.cli.mover import mover
from citas.adapters.cli.talk import refuse, refuse_store, say
from citas.adapters.cli.tenant_commands import tenant_app
from citas.adapters.cli.wiring import Wiring, wiring_of
from citas.domain.errors import UnavailableError

_HELP = """Citas por mensaje, en español, sin dobles reservas: gestión de notificaciones para agenda.

Pruébelo sin instalar nada más:  citas demo

Póngalo a trabajar:  citas tenant crear examples/barberia.yaml  y luego  citas serve
"""
_EPILOG = (
    "Salida: 0 hecho, 1 no se pudo (y por qué), 2 orden o configuración mal escrita, 3 el almacén no responde. "
    "La configuración va en variables CITAS_…: docs/configuracion.md."
)

_BIND_FAULTS = {
    errno.EADDRINUSE: "otro programa ya está en ese puerto; pruebe otro --port",
    errno.EACCES: "ese puerto pide permisos de administrador; pruebe uno de 1024 en adelante",
    errno.EADDRNOTAVAIL: "esa dirección no es de esta máquina; pruebe --host 127.0.0.1 o 0.0.0.0",
    socket.EAI_NONAME: "ese nombre no existe; pruebe --host 127.0.0.1 o 0.0.0.0",
}


def build_app(wiring: Wiring) -> typer.Typer:
    """Make the whole command line over what it is given."""
    app = typer.Typer(
        name="citas",
        help=_HELP,
        epilog=_EPILOG,
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"], "obj": wiring},
    )
    app.command(epilog="Ejemplo:  citas demo --guion")(demo)
    app.command(epilog="Ejemplo:  CITAS_STORE=sqlite:///citas.db citas serve --port 8000 --workers 2")(serve)
    app.command(
        epilog="Ejemplo:  CITAS_STORE=sqlite:///citas.db CITAS_REDIS=redis://localhost:6379/0 citas worker"
    )(worker)
    app.add_typer(tenant_app, name="tenant")
    app.add_typer(clave_app, name="clave")
    app.add_typer(ia_app, name="ia")
    app.command(epilog='Ejemplo:  citas entender "una motilada mañana tipo 3" --ahora 2026-08-24T09:00')(
        entender
    )
    app.command(epilog='Ejemplo:  citas olvidar 66d1… "+57 310 987 6543"')(olvidar)
    app.command(
        epilog="Ejemplo:  citas mover --de sqlite:///citas.db --a 'mongodb://localhost/citas?replicaSet=rs0'"
    )(mover)
    return app


def serve(
    ctx: typer.Context,
    host: Annotated[
        str, typer.Option(help="Dónde escuchar; 0.0.0.0 deja entrar desde otras máquinas.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65_535, help="En qué puerto; 0 es uno libre.")] = 8000,
    workers: Annotated[int, typer.Option(min=1, max=64, help="Cuántos procesos.")] = 1,
) -> None:
    """Atiende por HTTP, y hace además las tareas pendientes."""

    def started(taken: int) -> None:
        say(f"citas atiende en http://{host}:{taken} (documentación en /docs). Ctrl-C lo termina.")

    try:
        wiring_of(ctx).serve(host, port, workers, started)
    except OSError as exc:
        refuse(f"No se puede escuchar en {host}:{port}: {_BIND_FAULTS.get(exc.errno or 0) or exc.strerror}.")
    except UnavailableError as exc:
        refuse_store(exc)


def worker(ctx: typer.Context) -> None:
    """Hace las tareas pendientes aparte de «serve», y atiende la cola si hay CITAS_REDIS.

    Las tareas: apartados y respuestas que vencen, mensajes que quedaron a
    medias, teléfonos que callan, y borrar lo que ya no se guarda.

    Puede haber varios: cada tarea la hace uno a la vez, y si muere la toma
    otro en segundos. El registro dice quién tomó cuál y cuánto hizo.
    """
    try:
        wiring_of(ctx).work()
    except UnavailableError as exc:
        refuse_store(exc)
