"""Models in this process: one that says what it is told, and those that lie."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TypeVar

from typing_extensions import override

from citas.application.ports import Consumo, Permit
from citas.domain.deseos import Intencion
from citas.domain.errors import InterpreterError
from citas.language.candado.contratos import (
    Ambiguedad,
    Campo,
    Citado,
    Clasificar,
    CodigoDuda,
    Encargo,
    Extraccion,
    Extraer,
    Intento,
    Redaccion,
    Redactar,
)
from citas.language.candado.indicios import speaks_of

T = TypeVar("T")
NOTHING, NO_PIECES = Intento(Intencion.OTRO), Extraccion()
WISHES = (Intencion.AGENDAR, Intencion.CAMBIAR, Intencion.CANCELAR)


@dataclass
class Modelo:
    """Says what it is told, at a thousandth of a USD for a token; remembers what it was asked."""

    intento: Intento = NOTHING
    extraccion: Extraccion = NO_PIECES
    redaccion: str = ""
    fault: InterpreterError | None = None
    con_precios: bool = True
    modelo: str = "chico"
    proveedor: str = "La Nube"
    segundos: float = 8.0
    asked: list[Encargo] = field(default_factory=list)

    def nanos(self, consumo: Consumo) -> int:
        return 1_000_000 * (consumo.entrada + consumo.salida) if self.con_precios else 0

    async def _leave(self, encargo: Encargo, permit: Permit) -> None:
        await permit.before(encargo.paso, Consumo(20, 10))
        self.asked.append(encargo)
        await permit.after(encargo.paso, Consumo(10, 5), self.fault.codigo if self.fault else "ok")
        if self.fault:
            raise self.fault

    async def classify(self, encargo: Clasificar, permit: Permit) -> Intento:
        await self._leave(encargo, permit)
        return self.intento

    async def extract(self, encargo: Extraer, permit: Permit) -> Extraccion:
        await self._leave(encargo, permit)
        return self.extraccion

    async def reword(self, encargo: Redactar, permit: Permit) -> Redaccion:
        await self._leave(encargo, permit)
        return Redaccion(encargo.situacion, self.redaccion or encargo.base)

    async def close(self) -> None:
        pass


class Dado:
    """Chance that is the same in every run."""

    def __init__(self, seed: str) -> None:
        self._state = seed

    def of(self, choices: Sequence[T]) -> T:
        """Choose one."""
        self._state = hashlib.sha256(self._state.encode()).hexdigest()
        return choices[int(self._state, 16) % len(choices)]


@dataclass
class Mentiroso(Modelo):
    """Quotes pieces of the text that are really there, and says of them what is not so.

    `astuto`: it knows the lock, and quotes for its wish a piece that the lock takes for one.
    """

    seed: str = "1"
    astuto: bool = False

    @override
    async def classify(self, encargo: Clasificar, permit: Permit) -> Intento:
        await self._leave(encargo, permit)
        dado = Dado(f"{self.seed}{encargo.texto}")
        other = dado.of((None, None, None, Intencion.CANCELAR, Intencion.OTRO))
        pieces = spans(encargo.texto)
        if self.astuto:
            taken = [(wish, piece) for piece in pieces for wish in WISHES if speaks_of(piece, wish)]
            if taken:
                wish, piece = dado.of(taken)
                return Intento(wish, piece, other)
        return Intento(dado.of(WISHES), dado.of(pieces) if pieces else None, other)

    @override
    async def extract(self, encargo: Extraer, permit: Permit) -> Extraccion:
        await self._leave(encargo, permit)
        dado = Dado(f"{self.seed}{encargo.texto}e")
        pieces = spans(encargo.texto) or [""]
        day = encargo.hoy + timedelta(days=dado.of(range(-3, 20)))
        return Extraccion(
            servicio=Citado(dado.of((None, *encargo.servicios)), dado.of(pieces)),
            fecha=Citado(day.isoformat(), dado.of(pieces)),
            hora=Citado(f"{dado.of(range(7, 20)):02d}:00", dado.of(pieces)),
            cita=Citado(dado.of((None, *encargo.citas)), dado.of(pieces)),
            ambiguedades=tuple(
                Ambiguedad(dado.of(tuple(CodigoDuda)), dado.of(tuple(Campo)), dado.of(pieces))
                for _ in range(dado.of((0, 0, 0, 1, 2)))
            ),
        )

    @override
    async def reword(self, encargo: Redactar, permit: Permit) -> Redaccion:
        await self._leave(encargo, permit)
        said = Dado(f"{self.seed}{encargo.base}").of(
            (
                "Listo, cita confirmada: {{servicio}} {{fecha}} a {{hora}}",
                "Quedó para mañana a las tres. {{servicio}} {{fecha}} a {{hora}}",
                "¡Claro que sí! {{servicio}} {{fecha}} a {{hora}}",
                "No hay {{servicio}} {{fecha}} a {{hora}}",
                encargo.base,
            )
        )
        return Redaccion(encargo.situacion, said)


def spans(texto: str, longest: int = 5) -> list[str]:
    """Return every run of up to `longest` words of a text."""
    words = texto.split()
    return [
        " ".join(words[first:last])
        for first in range(len(words))
        for last in range(first + 1, min(len(words), first + longest) + 1)
    ]
