"""What a model adds to the reading of a mensaje, from the question to the lock; and that it never harms."""

from dataclasses import replace
from datetime import datetime

import pytest

from builders import BOGOTA, CORTE, a_tenant, at
from citas.application.interpret import Llamadas, Pregunta, interpret, may_help, mode_of
from citas.application.interpret_wording import reword
from citas.application.ports import World
from citas.domain.catalogo import ModoIA
from citas.domain.citas import Hueco
from citas.domain.conversacion import Conversacion
from citas.domain.desenlaces import Desenlace, Estado, Matiz, Motivo
from citas.domain.deseos import Entendido, Intencion
from citas.domain.dialogo.situation import Situation, Step
from citas.domain.errors import ClaseFallo, InterpreterError
from citas.language.candado.contratos import Clasificar, Extraer, Intento
from citas.language.replies import word
from citas.language.rules import understand
from fakes import Fakes, a_world
from modelos import Mentiroso, Modelo

NOW = at("2025/08/25 09:00")
AHORA = datetime(2025, 8, 25, 9, 0, tzinfo=BOGOTA)
TENANT = a_tenant()
HELPED = "soy Carolina Pérez, cel 310 987 6543: ¿me ayudan con un espacio el jueves a las 10 am? motilada"


async def the_world(modelo: Modelo, ia: ModoIA = "llm") -> tuple[Fakes, World]:
    fakes = await a_world(TENANT, now=NOW)
    return fakes, replace(fakes.world, interpreter=modelo, ia=ia)


def pregunta(texto: str, said: Entendido | None = None) -> Pregunta:
    situation = Situation(
        tenant=TENANT,
        now=NOW,
        ahora=AHORA,
        timestamp=NOW * 1000,
        mensaje_id="m",
        de="+573109876543",
        conversacion=Conversacion("c"),
    )
    understood = said or understand(texto, TENANT, AHORA)
    return Pregunta(TENANT, texto, AHORA, understood, situation, ("Caro",), ("+573109876543",))


async def test_a_model_may_see_a_wish_that_the_rules_did_not() -> None:
    modelo = Modelo(Intento(Intencion.AGENDAR, "un espacio"))
    _, world = await the_world(modelo)

    entendido = await interpret(world, pregunta(HELPED, Entendido(de_agenda=True)), Llamadas.of(world))

    (deseo,) = entendido.deseos
    assert (deseo.intencion, deseo.servicios_id, deseo.de_modelo) == (Intencion.AGENDAR, (CORTE,), True)


async def test_what_names_or_reaches_a_person_is_never_sent() -> None:
    modelo = Modelo(Intento(Intencion.AGENDAR, "un espacio"))
    _, world = await the_world(modelo)

    await interpret(world, pregunta(HELPED, Entendido(de_agenda=True)), Llamadas.of(world))

    first, second = modelo.asked
    assert isinstance(first, Clasificar)
    assert isinstance(second, Extraer)
    assert first.texto == second.texto
    assert first.texto.startswith("soy [NOMBRE], cel [TELEFONO]:")


@pytest.mark.parametrize(
    ("clase", "alerts"),
    [
        ("silencio", []),
        ("negativa", []),
        ("veto", []),
        ("invalida", [("json_invalido_ia", TENANT.id, {"paso": "intencion", "codigo": "x"})]),
        ("configuracion", [("configuracion_ia", TENANT.id, {"codigo": "x"})]),
    ],
)
async def test_a_model_that_fails_leaves_the_rules_reading_and_an_alert_without_text(
    clase: ClaseFallo, alerts: list[object]
) -> None:
    fakes, world = await the_world(Modelo(fault=InterpreterError("x", clase)))
    asked = pregunta("quiero un corte el jueves a las 10 am")

    assert await interpret(world, asked, Llamadas.of(world)) is asked.said
    assert fakes.telemetry.alerts == alerts


async def test_a_model_that_was_silent_is_not_asked_for_words_too() -> None:
    modelo = Modelo(fault=InterpreterError("plazo", "silencio"))
    _, world = await the_world(modelo)
    llamadas = Llamadas.of(world)

    await interpret(world, pregunta("quiero un corte el jueves a las 10 am"), llamadas)
    template = word(PROPUESTA, TENANT, AHORA.date())

    assert await reword(world, TENANT, PROPUESTA, AHORA.date(), template, llamadas) == template
    assert len(modelo.asked) == 1


async def test_a_reading_leaves_one_line_of_codes_in_the_log() -> None:
    fakes, world = await the_world(Modelo(Intento(Intencion.CANCELAR, "el jueves")))

    await interpret(world, pregunta("quiero un corte el jueves a las 10 am"), Llamadas.of(world))

    ((suceso, tenant_id, facts),) = fakes.telemetry.notes
    assert (suceso, tenant_id) == ("lectura_de_modelo", TENANT.id)
    assert facts["veredictos"] == "intencion:no_lo_nombra"
    assert facts["cambio"] == 0
    assert "corte" not in str(facts)


async def test_without_a_model_the_rules_reading_is_all_there_is() -> None:
    fakes = await a_world(TENANT, now=NOW)
    asked = pregunta("quiero un corte")

    assert await interpret(fakes.world, asked, Llamadas.of(fakes.world)) is asked.said


@pytest.mark.parametrize(
    ("of_tenant", "of_house", "there", "mode"),
    [
        (None, "llm", True, "llm"),
        ("reglas", "llm", True, "reglas"),
        ("hibrido", "reglas", True, "hibrido"),
        ("llm", "llm", False, "reglas"),
        (None, "hibrido", True, "hibrido"),
    ],
)
async def test_the_business_decides_and_then_the_house(
    of_tenant: ModoIA | None, of_house: ModoIA, mode: ModoIA, *, there: bool
) -> None:
    _, world = await the_world(Modelo(), of_house)
    world = world if there else replace(world, interpreter=None)

    assert mode_of(world, replace(TENANT, ia=of_tenant)) == mode


def step(estado: Estado, motivo: Motivo | None = None, *, understood: bool = True) -> Step:
    return Step(Desenlace(Intencion.OTRO, estado, motivo), understood=understood)


LOST = step(Estado.ACLARACION, understood=False)
FOREIGN = step(Estado.IGNORADA, Motivo.AJENO)
OFFERED = step(Estado.PROPUESTA)


@pytest.mark.parametrize(
    ("said", "led_to", "mode", "asked"),
    [
        (Entendido(), LOST, "hibrido", True),
        (Entendido(), LOST, "reglas", False),
        (Entendido(), OFFERED, "hibrido", False),
        (Entendido(), OFFERED, "llm", True),
        (Entendido(), step(Estado.RECHAZADA, Motivo.SERVICIO_DESCONOCIDO), "hibrido", True),
        (Entendido(), FOREIGN, "llm", False),
        (Entendido(ajeno=True), FOREIGN, "llm", False),
        (Entendido(humano=True), OFFERED, "llm", False),
        (Entendido(si=True), OFFERED, "llm", False),
        (Entendido(eleccion=2), OFFERED, "llm", False),
        (Entendido(no=True), LOST, "hibrido", True),
    ],
)
def test_a_model_is_asked_where_it_may_help_and_never_about_a_chat_that_is_not_ours(
    said: Entendido, led_to: Step, mode: ModoIA, *, asked: bool
) -> None:
    assert may_help(said, led_to, mode) is asked


HUECO = Hueco(at("2025/08/28 10:00"), at("2025/08/28 10:45"), TENANT.recursos[0].id, (CORTE,))
PROPUESTA = Desenlace(Intencion.AGENDAR, Estado.PROPUESTA, alternativas=(HUECO,))


@pytest.mark.parametrize(
    ("redaccion", "first"),
    [
        ("¡Claro! {{servicio}} {{fecha}} a {{hora}}, ¿te sirve?", "¡Claro! corte cabello con Andrés el jueves 28 de agosto a las 10:00 a. m., ¿te sirve?"),
        ("Queda confirmada {{servicio}} {{fecha}} a {{hora}}", "Hay lugar el jueves 28 de agosto a las 10:00 a. m. para corte cabello con Andrés."),
    ],
)  # fmt: skip  # packed, to be read at a glance
async def test_words_are_the_models_where_every_fact_is_the_houses(redaccion: str, first: str) -> None:
    fakes, world = await the_world(Modelo(redaccion=redaccion))
    template = word(PROPUESTA, TENANT, AHORA.date())

    worded = await reword(world, TENANT, PROPUESTA, AHORA.date(), template, Llamadas.of(world))

    assert worded.splitlines() == [first, template.splitlines()[1]]
    assert len(fakes.telemetry.notes) == 1


@pytest.mark.parametrize("ia", ["hibrido", "reglas"])
async def test_only_in_llm_are_words_asked_for(ia: ModoIA) -> None:
    modelo = Modelo()
    _, world = await the_world(modelo, ia)

    assert await reword(world, TENANT, PROPUESTA, AHORA.date(), "texto", Llamadas.of(world)) == "texto"
    assert modelo.asked == []


async def test_a_model_that_fails_to_word_leaves_the_template() -> None:
    fakes, world = await the_world(Modelo(fault=InterpreterError("no_es_json", "invalida")))
    template = word(PROPUESTA, TENANT, AHORA.date())

    assert await reword(world, TENANT, PROPUESTA, AHORA.date(), template, Llamadas.of(world)) == template
    assert fakes.telemetry.alerts[0][0] == "json_invalido_ia"


async def test_what_was_only_greeted_keeps_its_greeting() -> None:
    modelo = Modelo()
    _, world = await the_world(modelo)
    saludo = replace(PROPUESTA, estado=Estado.ACLARACION, matiz=Matiz.SALUDO)

    assert await reword(world, TENANT, saludo, AHORA.date(), "Hola", Llamadas.of(world)) == "Hola"
    assert modelo.asked == []


@pytest.mark.parametrize(
    "texto", ["", "?", "no sé", "x" * 4096, "ok\u0000\u202e", "cancela y agenda y mueve"]
)
async def test_no_text_and_no_liar_makes_it_fail(texto: str) -> None:
    _, world = await the_world(Mentiroso(astuto=True))

    assert isinstance(await interpret(world, pregunta(texto), Llamadas.of(world)), Entendido)
