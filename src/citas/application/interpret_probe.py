"""One invented mensaje through the three steps: what was sent, what came back, what was believed, what it cost."""

from collections.abc import Awaitable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from citas.application.interpret import Asked, Pregunta
from citas.application.interpret_permit import Leave, Llamadas
from citas.application.ports import Interpreter, World
from citas.application.wire import local
from citas.domain.catalogo import Tenant
from citas.domain.citas import Hueco
from citas.domain.conversacion import Conversacion
from citas.domain.desenlaces import Desenlace, Estado
from citas.domain.deseos import Intencion
from citas.domain.dialogo.situation import Situation
from citas.domain.errors import InterpreterError
from citas.language.candado.contratos import Clasificar, Encargo, Extraccion, Intento
from citas.language.candado.creencia import believed, wish_believed
from citas.language.candado.leido import Veredicto
from citas.language.candado.situaciones import filled, sentence_of
from citas.language.replies import word
from citas.language.rules import understand


@dataclass(frozen=True, slots=True)
class Probado:
    """One step: what was sent and came back, the verdict on it, and what it took."""

    paso: str
    enviado: str
    llego: str
    creido: bool
    porque: str
    nanos: int
    segundos: float


def invented(tenant: Tenant) -> str:
    """Return a mensaje that nobody wrote, with data to be redacted."""
    servicio = tenant.servicios[0].nombre
    return f"Hola, soy Carolina Pérez (300 123 4567). ¿Me regala un turno para {servicio} pasado mañana a las 10 de la mañana?"


async def probe(world: World, interpreter: Interpreter, tenant: Tenant) -> tuple[Probado, ...]:
    """Put the invented mensaje through intent, extraction and wording. Raises nothing of the model's."""
    probing = _Probing(world, interpreter, _question(world, tenant))
    return (await probing.intencion(), await probing.extraccion(), await probing.respuesta())


def _question(world: World, tenant: Tenant) -> Pregunta:
    now, texto = world.clock.now(), invented(tenant)
    ahora = local(now, tenant.zona)
    situation = Situation(
        tenant=tenant,
        now=now,
        ahora=ahora,
        timestamp=now * 1000,
        mensaje_id="",
        de="",
        conversacion=Conversacion(""),
    )
    return Pregunta(tenant, texto, ahora, understand(texto, tenant, ahora), situation)


class _Probing:
    def __init__(self, world: World, interpreter: Interpreter, pregunta: Pregunta) -> None:
        self._world, self._interpreter, self._pregunta = world, interpreter, pregunta
        self._asked = Asked(world, pregunta)
        self._leave = Leave(world, interpreter, pregunta.tenant, Llamadas.of(world))
        self._intento = Intento(Intencion.OTRO)

    async def intencion(self) -> Probado:
        encargo = Clasificar(self._asked.leido.enviado)

        async def judged() -> tuple[str, Veredicto]:
            self._intento = await self._interpreter.classify(encargo, self._leave)
            return _shown(self._intento), wish_believed(self._asked.leido, self._intento)

        return await self._step(encargo, judged())

    async def extraccion(self) -> Probado:
        encargo = self._asked.extraer()

        async def judged() -> tuple[str, Veredicto]:
            extraccion = await self._interpreter.extract(encargo, self._leave)
            of_pieces = believed(self._asked.leido, self._intento, extraccion).veredictos[1:]
            said = ", ".join(f"{one.campo}: {one.porque}" for one in of_pieces) or "nada"
            whole = bool(of_pieces) and all(one.creido for one in of_pieces)
            return _pieces(extraccion), Veredicto("extraccion", "de_acuerdo" if whole else said)

        return await self._step(encargo, judged())

    async def respuesta(self) -> Probado:
        tenant, ahora = self._pregunta.tenant, self._pregunta.ahora
        day = ahora.date() + timedelta(days=2)
        start = int(datetime.combine(day, time(10), tenant.zona).timestamp())
        servicio = tenant.servicios[0]
        hueco = Hueco(start, start + 60 * servicio.minutos, tenant.recursos[0].id, (servicio.id,))
        desenlace = Desenlace(Intencion.AGENDAR, Estado.PROPUESTA, alternativas=(hueco,))
        frase = sentence_of(desenlace, tenant, ahora.date(), word(desenlace, tenant, ahora.date()))
        if frase is None:
            return Probado("respuesta", "", "", creido=False, porque="plantilla", nanos=0, segundos=0.0)

        async def judged() -> tuple[str, Veredicto]:
            redaccion = await self._interpreter.reword(frase.encargo, self._leave)
            porque = "de_acuerdo" if filled(frase, redaccion) else "plantilla"
            return redaccion.texto, Veredicto("respuesta", porque)

        return await self._step(frase.encargo, judged())

    async def _step(self, encargo: Encargo, judged: Awaitable[tuple[str, Veredicto]]) -> Probado:
        began, spent = self._world.clock.monotonic(), self._leave.spent
        try:
            llego, verdict = await judged
        except InterpreterError as error:
            llego, verdict = "", Veredicto(encargo.paso, error.codigo)
        return Probado(
            paso=encargo.paso,
            enviado=getattr(encargo, "texto", "") or getattr(encargo, "base", ""),
            llego=llego,
            creido=verdict.creido,
            porque=verdict.porque,
            nanos=self._leave.spent - spent,
            segundos=self._world.clock.monotonic() - began,
        )


def _shown(intento: Intento) -> str:
    other = f", o {intento.otra_lectura}" if intento.otra_lectura else ""
    return f"{intento.intencion} por «{intento.evidencia or ''}»{other}"


def _pieces(extraccion: Extraccion) -> str:
    pieces = ((campo, getattr(extraccion, campo)) for campo in ("servicio", "fecha", "hora", "cita"))
    said = [
        f"{campo} {one.valor} por «{one.evidencia}»" for campo, one in pieces if one.valor or one.evidencia
    ]
    said += [f"{one.codigo} en {one.campo}" for one in extraccion.ambiguedades]
    return ", ".join(said) or "nada"
