"""Leave to ask a model: three requests for one mensaje, one deadline, and the business's budget of the month."""

from dataclasses import dataclass, replace

from citas.application.persist import decide
from citas.application.ports import Consumo, Insert, Interpreter, Replace, World
from citas.application.wire import local
from citas.domain.catalogo import Tenant
from citas.domain.errors import CitasError, InterpreterError
from citas.domain.mensajes import Gasto

MOST_REQUESTS = 3
CALL_SECONDS = 4.0
_LEAST_SECONDS = 0.05
NANOS = 1_000_000_000


@dataclass(slots=True)
class Llamadas:
    """What one mensaje may still ask of a model: requests on the wire, and time (`clock.monotonic()`)."""

    until: float
    left: int = MOST_REQUESTS

    @classmethod
    def of(cls, world: World) -> "Llamadas":
        """Begin to count for one mensaje."""
        seconds = world.interpreter.segundos if world.interpreter else 0.0
        return cls(world.clock.monotonic() + seconds)


def month_of(world: World, tenant: Tenant) -> str:
    """Return the month that is charged, "2026-11"."""
    return f"{local(world.clock.now(), tenant.zona):%Y-%m}"


def limit_of(tenant: Tenant) -> int:
    """Return what a business may spend in a month, in billionths of a USD; 0: no limit."""
    return round(float(tenant.politicas.presupuesto_ia_mensual_usd) * NANOS)


class Leave:
    """The Permit for one mensaje of a business."""

    def __init__(self, world: World, interpreter: Interpreter, tenant: Tenant, llamadas: Llamadas) -> None:
        self._world, self._interpreter, self._tenant = world, interpreter, tenant
        self._llamadas = llamadas
        self._mes, self._reserved = month_of(world, tenant), 0
        self.asked, self.spent, self.paso = 0, 0, ""

    @property
    def tenant_id(self) -> str:
        """The business."""
        return self._tenant.id

    @property
    def dia(self) -> str:
        """Its local day."""
        return local(self._world.clock.now(), self._tenant.zona).date().isoformat()

    async def before(self, paso: str, estimado: Consumo) -> float:
        """Count one request and set its price aside; return its seconds. Raises InterpreterError."""
        if self._llamadas.left <= 0:
            raise InterpreterError("sin_llamadas", "veto")
        self._seconds()
        await self._reserve(self._interpreter.nanos(estimado))
        self._llamadas.left -= 1
        self.asked += 1
        self.paso = paso
        return self._seconds()

    def _seconds(self) -> float:
        seconds = min(CALL_SECONDS, self._llamadas.until - self._world.clock.monotonic())
        if seconds < _LEAST_SECONDS:
            raise InterpreterError("plazo", "veto")
        return seconds

    async def after(self, paso: str, gastado: Consumo, resultado: str) -> None:
        """Count what became of a request, and charge what it took instead of what was set aside."""
        count, nanos = self._world.telemetry.count, self._interpreter.nanos(gastado)
        self.spent += nanos
        count("citas_llm_llamadas_total", paso=paso, resultado=resultado)
        count("citas_llm_costo_usd_total", nanos / NANOS)
        try:
            await decide(lambda: self._settle(nanos - self._reserved))
        except CitasError:
            return  # what was set aside stays charged: never less than was spent
        finally:
            self._reserved = 0

    async def _reserve(self, nanos: int) -> None:
        limit = limit_of(self._tenant)
        if limit and not self._interpreter.con_precios:
            self._world.telemetry.alert("configuracion_ia", self.tenant_id, codigo="sin_precios")
            raise InterpreterError("sin_precios", "veto")
        try:
            told = await decide(lambda: self._set_aside(nanos, limit))
        except InterpreterError:
            raise
        except CitasError as error:
            raise InterpreterError("almacen", "veto") from error
        if told is not None:
            if told:
                self._world.telemetry.alert("presupuesto_agotado", self.tenant_id, mes=self._mes)
            raise InterpreterError("presupuesto", "veto")
        self._reserved = nanos

    async def _set_aside(self, nanos: int, limit: int) -> bool | None:
        """Charge the price; None where that is within the limit, else whether this is who tells of it."""
        gasto = await self._world.stores.of(self.tenant_id).gasto(self._mes)
        if not limit or (gasto.nanos if gasto else 0) + nanos <= limit:
            await self._write(gasto, nanos)
            return None
        if gasto is not None and gasto.alertado:
            return False
        await self._write(gasto, 0, alertado=True)
        return True

    async def _settle(self, nanos: int) -> None:
        await self._write(await self._world.stores.of(self.tenant_id).gasto(self._mes), nanos)

    async def _write(self, gasto: Gasto | None, nanos: int, *, alertado: bool = False) -> None:
        if nanos == 0 and not alertado:
            return
        document = _with(gasto, self._mes, nanos, alertado=alertado)
        write = Replace(document) if gasto else Insert(document)
        await self._world.stores.of(self.tenant_id).commit((write,), self._world.clock.now())

    def give_up(self, error: InterpreterError) -> None:
        """Ask nothing more for this mensaje of a model that was silent: its reply is late enough."""
        if error.clase in ("silencio", "configuracion"):
            self._llamadas.left = 0

    def complain(self, error: InterpreterError) -> None:
        """Raise the alert of a fault, if it has one; no text goes with it."""
        alert = self._world.telemetry.alert
        if error.clase == "invalida":
            alert("json_invalido_ia", self.tenant_id, paso=self.paso, codigo=error.codigo)
        elif error.clase == "configuracion":
            alert("configuracion_ia", self.tenant_id, codigo=error.codigo)


def _with(gasto: Gasto | None, mes: str, nanos: int, *, alertado: bool = False) -> Gasto:
    """Return the next version of a month's Gasto."""
    if gasto is None:
        return Gasto(id=mes, version=1, nanos=max(0, nanos), alertado=alertado)
    spent = max(0, gasto.nanos + nanos)
    return replace(gasto, version=gasto.version + 1, nanos=spent, alertado=gasto.alertado or alertado)
