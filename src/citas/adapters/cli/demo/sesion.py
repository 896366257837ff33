"""The demo's barbershop at work: what is written goes the way that an HTTP mensaje goes."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from importlib.resources import files

from citas.adapters.cli.tenant_file import parse_tenant
from citas.adapters.cli.wiring import Advance
from citas.application.entrante import Entrante, Linea
from citas.application.handle_mensaje import handle_mensaje
from citas.application.ports import Caller, World
from citas.application.sweep import sweep
from citas.application.tenants import create_tenant
from citas.application.wire import Wire, local
from citas.domain.apertura import tenant_tramos
from citas.domain.catalogo import Tenant

_FIRST_CLIENT = "Juan Pérez"
_LOOK_AHEAD_DAYS = 14


@dataclass(frozen=True, slots=True)
class Globo:
    """One bubble of the chat: who wrote, when, what; `estado` of an answer of the business."""

    quien: str
    cuando: datetime
    texto: str | None
    estado: str | None = None
    motivo: str | None = None


@dataclass(slots=True)
class Sesion:
    """`dia`: the day that the agenda shows; `quien`: the cliente who is writing."""

    world: World
    advance: Advance
    tenant: Tenant
    caller: Caller
    dia: date
    quien: str = _FIRST_CLIENT
    globos: list[Globo] = field(default_factory=list)
    clientes: list[str] = field(default_factory=list)

    def ahora(self) -> datetime:
        """Return the moment on the business's wall clock."""
        return local(self.world.clock.now(), self.tenant.zona)

    async def write(self, texto: str) -> Globo:
        """Post what the cliente wrote; return the bubble that answers it."""
        self.globos.append(Globo(self.quien, self.ahora(), texto))
        wire = await handle_mensaje(self.world, self.caller, self._entrante(texto))
        self._follow(wire)
        answer = Globo(
            self.tenant.nombre,
            self.ahora(),
            _text(wire, "respuesta"),
            _text(wire, "estado"),
            _text(wire, "motivo"),
        )
        self.globos.append(answer)
        return answer

    def _entrante(self, texto: str) -> Entrante:
        if self.quien not in self.clientes:
            self.clientes.append(self.quien)
        number = self.clientes.index(self.quien)
        return Entrante(
            de=f"+57 310 987 65{number % 100:02d}",
            lineas=(Linea(texto, self.world.clock.now_ms()),),
            nombre=self.quien,
            conversation_id=f"demo-{number}",
        )

    async def let_pass(self, minutos: int) -> None:
        """Let time pass at once, and do what falls due."""
        self.advance(minutos * 60)
        await sweep(self.world)

    def _follow(self, wire: Wire) -> None:
        """Show the day that the answer talks about."""
        offered = wire["alternativas"]
        first = offered[0] if isinstance(offered, list) and offered else None
        shown = wire["cita"] if wire["estado"] in {"confirmada", "reprogramada"} else first or wire["cita"]
        if isinstance(shown, dict):
            self.dia = date.fromisoformat(str(shown["fecha"]).replace("/", "-"))


def _text(wire: Wire, key: str) -> str | None:
    value = wire[key]
    return None if value is None else str(value)


async def open_sesion(world: World, advance: Advance) -> Sesion:
    """Found the barbershop in an empty world."""
    draft = parse_tenant(files("citas.adapters.cli.demo").joinpath("barberia.yaml").read_bytes())
    await world.stores.start()
    created = await create_tenant(world, draft)
    tenant = created.tenant
    caller = Caller(tenant.id, created.clave.id)
    return Sesion(
        world, advance, tenant, caller, _first_open_day(tenant, local(world.clock.now(), tenant.zona))
    )


def _first_open_day(tenant: Tenant, ahora: datetime) -> date:
    """Return the first day that still opens: today, unless its last hour has begun to pass."""
    hoy, minutos = ahora.date(), ahora.hour * 60 + ahora.minute
    today = tenant_tramos(tenant, hoy)
    if today and minutos < today[-1].hasta:
        return hoy
    coming = (hoy + timedelta(days=days) for days in range(1, _LOOK_AHEAD_DAYS))
    return next((dia for dia in coming if tenant_tramos(tenant, dia)), hoy)
