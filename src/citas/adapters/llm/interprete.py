"""The Interpreter port over chat completions: one question, at most two requests, one strict answer."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from citas.adapters.llm.cliente import Cliente, WireError
from citas.adapters.llm.cortacircuitos import Cortacircuitos
from citas.adapters.llm.esquemas import local_schema
from citas.adapters.llm.lectura import read_extraccion, read_intento, read_redaccion
from citas.adapters.llm.memoria import Memoria
from citas.adapters.llm.plantillas import plantilla, prompt_of, runs_of
from citas.adapters.llm.proveedores import Acceso, FormaEsquema, proveedor_of
from citas.adapters.llm.sobre import Sobre, estimate, open_envelope, request_of
from citas.application.ports import Clock, Consumo, Permit
from citas.domain.errors import InterpreterError
from citas.language.candado.contratos import (
    Clasificar,
    Encargo,
    Extraccion,
    Extraer,
    Intento,
    Redaccion,
    Redactar,
)

E = TypeVar("E", Clasificar, Extraer, Redactar)
R = TypeVar("R")

TRIES = 2
# Words in a row that a reply may share with the prompt.
_RUN = 6
_NOTHING = Consumo()
_NANOS_A_DOLLAR_A_MILLION = 1000
_SHORT_WAIT, _LONG_WAIT = 1.0, 30.0


@dataclass(frozen=True, slots=True)
class Modelo:
    """A model, where it is asked and how; `precios`: USD for a million tokens in and out."""

    base_url: str
    nombre: str
    api_key: str | None = field(default=None, repr=False)
    forma: FormaEsquema = "json_schema"
    acceso: Acceso = "bearer"
    precios: tuple[float, float] | None = None
    segundos: float = 8.0


class ChatInterpreter:
    """A model that is asked over HTTP. What is remembered and what is cut off is so for each business."""

    def __init__(self, modelo: Modelo, clock: Clock, cliente: Cliente | None = None) -> None:
        self._modelo, self._clock = modelo, clock
        self._quien = proveedor_of(modelo.base_url)
        self._cliente = cliente or Cliente(modelo.base_url, modelo.api_key, modelo.acceso)
        self._breaker, self._memoria = Cortacircuitos(), Memoria()

    @property
    def modelo(self) -> str:
        """What the model is called."""
        return self._modelo.nombre

    @property
    def proveedor(self) -> str:
        """Who runs it."""
        return self._quien.nombre

    @property
    def segundos(self) -> float:
        """All the time that the calls of one mensaje may take together."""
        return self._modelo.segundos

    @property
    def con_precios(self) -> bool:
        """Whether it is known what it costs."""
        return self._modelo.precios is not None

    def nanos(self, consumo: Consumo) -> int:
        """Return what that costs, in billionths of a USD."""
        into, out = self._modelo.precios or (0.0, 0.0)
        return round((consumo.entrada * into + consumo.salida * out) * _NANOS_A_DOLLAR_A_MILLION)

    async def classify(self, encargo: Clasificar, permit: Permit) -> Intento:
        """Ask what a text wants."""
        return await self._ask(encargo, permit, read_intento)

    async def extract(self, encargo: Extraer, permit: Permit) -> Extraccion:
        """Ask for the pieces of a wish."""
        return await self._ask(encargo, permit, read_extraccion)

    async def reword(self, encargo: Redactar, permit: Permit) -> Redaccion:
        """Ask for the words of a reply."""
        redaccion = await self._ask(encargo, permit, read_redaccion)
        if runs_of(redaccion.texto, _RUN) & runs_of(plantilla(encargo.paso).texto, _RUN):
            raise InterpreterError("repite_la_plantilla", "negativa")
        return redaccion

    async def close(self) -> None:
        """Let go of the connections."""
        await self._cliente.close()

    async def _ask(self, encargo: E, permit: Permit, read: Callable[[str, E], R]) -> R:
        body = self._body(encargo)
        key = self._memoria.key(permit.tenant_id, permit.dia, body)
        known = self._memoria.get(key)
        if known is not None:
            return read(known, encargo)
        if not self._breaker.lets(permit.tenant_id, self._clock.monotonic()):
            raise InterpreterError("cortado", "veto")
        try:
            content, answer = await self._tried(encargo, body, permit, read)
        finally:
            self._breaker.let_go(permit.tenant_id)
        self._memoria.keep(key, content)
        return answer

    def _body(self, encargo: Encargo) -> bytes:
        request = request_of(
            encargo.paso,
            prompt_of(encargo),
            local_schema(encargo),
            modelo=self._modelo.nombre,
            forma=self._modelo.forma,
            limite=self._quien.limite,
        )
        return json.dumps(request, ensure_ascii=False, separators=(",", ":")).encode()

    async def _tried(
        self, encargo: E, body: bytes, permit: Permit, read: Callable[[str, E], R]
    ) -> tuple[str, R]:
        for last in (False, True):
            try:
                return await self._once(encargo, body, permit, read)
            except WireError as fault:
                cut = fault.error.clase == "configuracion" or fault.quiet > _LONG_WAIT
                now = self._clock.monotonic()
                self._breaker.failed(permit.tenant_id, now, at_once=cut, quiet=fault.quiet)
                if last or cut or not fault.again or fault.quiet > _SHORT_WAIT:
                    raise fault.error from None
                await self._clock.sleep(fault.quiet)
        raise AssertionError  # the last try returns or raises

    async def _once(
        self, encargo: E, body: bytes, permit: Permit, read: Callable[[str, E], R]
    ) -> tuple[str, R]:
        """Put one request on the wire. Raises WireError, InterpreterError."""
        estimado = estimate(encargo.paso, body)
        seconds = await permit.before(encargo.paso, estimado)
        spent, resultado = estimado, "interrumpida"
        try:
            sobre = await self._envelope(encargo, body, seconds)
            spent = sobre.consumo or estimado
            answer = read(sobre.content, encargo)
            resultado = "ok"
        except WireError as fault:
            spent, resultado = estimado if fault.spent else _NOTHING, fault.error.codigo
            raise
        except InterpreterError as error:
            resultado = error.codigo
            self._breaker.failed(permit.tenant_id, self._clock.monotonic())
            raise
        finally:
            await permit.after(encargo.paso, spent, resultado)
        self._breaker.worked(permit.tenant_id)
        return sobre.content, answer

    async def _envelope(self, encargo: Encargo, body: bytes, seconds: float) -> Sobre:
        return open_envelope(await self._cliente.post(body, seconds), encargo.paso, body)
