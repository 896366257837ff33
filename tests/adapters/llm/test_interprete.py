"""A model over the wire: each thing that it can do wrong has a name, an end in time and a price."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import date

import pytest

from citas.adapters.llm.interprete import ChatInterpreter, Modelo
from citas.adapters.llm.sobre import MOST_TOKENS
from citas.adapters.system import ServiceClock
from citas.application.ports import Consumo
from citas.domain.deseos import Intencion
from citas.domain.errors import InterpreterError
from citas.language.candado.contratos import Clasificar, Extraer, Intento, Redactar, Situacion
from fakes import FakeClock
from llm_falso import (
    EXTRACCION,
    FALLOS,
    INTENCION,
    RESPUESTA,
    Conduct,
    Enchufe,
    enchufado,
    http,
    resets,
    says,
    sends,
)

TEXTO = "quiero un corte mañana"
CLASIFICAR = Clasificar(TEXTO)
INTENTO = Intento(Intencion.AGENDAR, "quiero un corte")
EXTRAER = Extraer(TEXTO, date(2026, 8, 24), {"s1": "corte", "s2": "barba"}, {"c1": "corte, el jueves"})
REDACTAR = Redactar(
    Situacion.CONFIRMAR_PROPUESTA,
    "Hay lugar {{fecha}} a {{hora}} para {{servicio}}.",
    ("servicio", "fecha", "hora"),
)
BUSY = http(b"{}", "503 Service Unavailable")


@dataclass
class Permiso:
    """Leave for so many requests; remembers what became of them."""

    left: int = 2
    seconds: float = 2.0
    tenant_id: str = "t1"
    dia: str = "2026-08-24"
    estimados: list[Consumo] = field(default_factory=list)
    gastados: list[tuple[str, Consumo, str]] = field(default_factory=list)

    async def before(self, paso: str, estimado: Consumo) -> float:
        del paso
        if not self.left:
            raise InterpreterError("sin_llamadas", "veto")
        self.left -= 1
        self.estimados.append(estimado)
        return self.seconds

    async def after(self, paso: str, gastado: Consumo, resultado: str) -> None:
        self.gastados.append((paso, gastado, resultado))

    @property
    def resultados(self) -> list[str]:
        return [resultado for _, _, resultado in self.gastados]


@pytest.fixture
async def enchufe() -> AsyncIterator[Enchufe]:
    async with enchufado() as one:
        yield one


@pytest.fixture
async def model(enchufe: Enchufe) -> AsyncIterator[ChatInterpreter]:
    interpreter = enchufe.interpreter(ServiceClock())
    yield interpreter
    await interpreter.close()


async def fault_of(
    model: ChatInterpreter, permiso: Permiso | None = None, texto: str = TEXTO
) -> InterpreterError:
    with pytest.raises(InterpreterError) as caught:
        await model.classify(Clasificar(texto), permiso or Permiso())
    return caught.value


async def test_an_answer_of_the_contract_is_read(model: ChatInterpreter) -> None:
    permiso = Permiso()

    intento = await model.classify(CLASIFICAR, permiso)

    assert intento == INTENTO
    assert permiso.gastados == [("intencion", Consumo(400, 40), "ok")]


async def test_pieces_and_words_are_read(enchufe: Enchufe, model: ChatInterpreter) -> None:
    enchufe.falso.contents["extraccion"] = {
        **EXTRACCION,
        "servicio": {"id": "s1", "evidencia": "corte"},
        "fecha": {"valor": "2026-08-25", "evidencia": "mañana"},
        "ambiguedades": [{"codigo": "hora_vaga", "campo": "hora", "evidencia": None}],
    }

    extraccion = await model.extract(EXTRAER, Permiso())
    redaccion = await model.reword(REDACTAR, Permiso())

    assert (extraccion.servicio.valor, extraccion.fecha.valor, extraccion.hora.valor) == (
        "s1",
        "2026-08-25",
        None,
    )
    assert [one.codigo for one in extraccion.ambiguedades] == ["hora_vaga"]
    assert redaccion.texto == RESPUESTA["texto"]


@pytest.mark.ataque
@pytest.mark.parametrize("name", FALLOS)
async def test_every_fault_has_its_name_and_ends_in_time(
    enchufe: Enchufe, model: ChatInterpreter, name: str
) -> None:
    conduct, codigo = FALLOS[name]
    enchufe.falso.does(conduct)
    permiso = Permiso(seconds=0.3)

    async with asyncio.timeout(2):
        fault = await fault_of(model, permiso)

    assert fault.codigo == codigo
    assert set(permiso.resultados) == {codigo}
    assert len(enchufe.falso.asked) == len(permiso.gastados) <= 2


@pytest.mark.ataque
@pytest.mark.parametrize("step", ["extraccion", "respuesta"])
@pytest.mark.parametrize("name", ["prose", "twin_keys", "drips_body", "http_500", "zero_width", "refusal"])
async def test_the_other_steps_end_as_the_first_one(
    enchufe: Enchufe, model: ChatInterpreter, name: str, step: str
) -> None:
    conduct, codigo = FALLOS[name]
    enchufe.falso.does(conduct)
    asked = (
        model.extract(EXTRAER, Permiso(seconds=0.3))
        if step == "extraccion"
        else model.reword(REDACTAR, Permiso(seconds=0.3))
    )

    with pytest.raises(InterpreterError) as caught:
        await asked

    assert caught.value.codigo == codigo


@pytest.mark.ataque
async def test_fifty_at_once_with_every_fault_all_end(enchufe: Enchufe) -> None:
    conducts: list[Conduct] = [conduct for conduct, _ in FALLOS.values()]
    enchufe.falso.does(*conducts, says())
    models = [enchufe.interpreter(ServiceClock()) for _ in range(50)]

    async with asyncio.timeout(5):
        ends = await asyncio.gather(
            *(model.classify(CLASIFICAR, Permiso(seconds=0.5)) for model in models), return_exceptions=True
        )

    assert {type(end) for end in ends} <= {Intento, InterpreterError}
    for model in models:
        await model.close()


async def test_a_second_try_may_find_what_the_first_did_not(enchufe: Enchufe, model: ChatInterpreter) -> None:
    enchufe.falso.does(sends(BUSY), says())
    permiso = Permiso()

    await model.classify(CLASIFICAR, permiso)

    assert permiso.resultados == ["http_503", "ok"]
    assert permiso.gastados[0][1] == Consumo()


async def test_what_is_not_json_is_not_asked_for_again(enchufe: Enchufe, model: ChatInterpreter) -> None:
    enchufe.falso.does(FALLOS["prose"][0])

    await fault_of(model)

    assert len(enchufe.falso.asked) == 1


async def test_without_leave_nothing_is_sent(enchufe: Enchufe, model: ChatInterpreter) -> None:
    fault = await fault_of(model, Permiso(left=0))

    assert (fault.codigo, fault.clase) == ("sin_llamadas", "veto")
    assert enchufe.falso.asked == []


async def test_the_same_question_of_the_same_day_is_asked_once(
    enchufe: Enchufe, model: ChatInterpreter
) -> None:
    first = await model.classify(CLASIFICAR, Permiso())

    assert await model.classify(CLASIFICAR, Permiso(left=0)) == first
    await model.classify(CLASIFICAR, Permiso(dia="2026-08-25"))
    await model.classify(CLASIFICAR, Permiso(tenant_id="t2"))
    assert len(enchufe.falso.asked) == 3


async def test_a_failure_is_not_remembered(enchufe: Enchufe, model: ChatInterpreter) -> None:
    enchufe.falso.does(FALLOS["prose"][0], says())
    await fault_of(model)

    assert await model.classify(CLASIFICAR, Permiso()) == INTENTO


async def test_after_five_failures_in_a_row_it_is_left_alone_and_then_tried_by_one(enchufe: Enchufe) -> None:
    clock = FakeClock(0)
    model = enchufe.interpreter(clock)
    enchufe.falso.does(FALLOS["prose"][0])
    for number in range(5):
        await fault_of(model, texto=f"quiero un corte {number}")

    assert (await fault_of(model)).codigo == "cortado"
    assert len(enchufe.falso.asked) == 5

    clock.advance(61)
    enchufe.falso.does(says())
    await model.classify(CLASIFICAR, Permiso())
    await model.close()


async def test_a_model_that_is_cut_off_for_one_business_serves_another(
    enchufe: Enchufe, model: ChatInterpreter
) -> None:
    enchufe.falso.does(FALLOS["http_401"][0], says())
    fault = await fault_of(model)

    assert (fault.codigo, fault.clase) == ("http_401", "configuracion")
    assert (await fault_of(model)).codigo == "cortado"
    assert await model.classify(CLASIFICAR, Permiso(tenant_id="t2")) == INTENTO


@pytest.mark.parametrize(
    "usage",
    [
        {},
        {"prompt_tokens": -1, "completion_tokens": 3},
        {"prompt_tokens": 10**12, "completion_tokens": 3},
        {"prompt_tokens": True, "completion_tokens": 3},
        {"prompt_tokens": "7", "completion_tokens": 3},
        [1],
    ],
)
async def test_usage_that_cannot_be_is_charged_by_estimate(
    enchufe: Enchufe, model: ChatInterpreter, usage: object
) -> None:
    enchufe.falso.does(says(usage=usage))
    permiso = Permiso()

    await model.classify(CLASIFICAR, permiso)

    (estimado,) = permiso.estimados
    assert permiso.gastados[0][1] == estimado
    assert estimado.salida == MOST_TOKENS["intencion"]
    assert estimado.entrada > 300


async def test_a_reply_that_repeats_the_prompt_is_refused(enchufe: Enchufe, model: ChatInterpreter) -> None:
    enchufe.falso.contents["respuesta"] = {
        **RESPUESTA,
        "texto": "No agregues nada que la frase no diga: hola",
    }

    with pytest.raises(InterpreterError) as caught:
        await model.reword(REDACTAR, Permiso())

    assert caught.value.codigo == "repite_la_plantilla"


async def test_what_is_sent_is_cold_bounded_strict_and_says_who_asks(
    enchufe: Enchufe, model: ChatInterpreter
) -> None:
    await model.extract(EXTRAER, Permiso())

    (body,) = enchufe.falso.asked
    assert body["temperature"] == 0
    assert body["max_tokens"] == MOST_TOKENS["extraccion"]
    assert body["messages"][1] == {"role": "user", "content": '"quiero un corte mañana"'}  # type: ignore[index]  # JSON
    wire = body["response_format"]["json_schema"]  # type: ignore[index]  # JSON
    assert wire["strict"] is True
    assert "pattern" not in str(wire)
    assert "maxLength" not in str(wire)
    assert enchufe.falso.headers[0]["authorization"] == "bearer clave"


@pytest.mark.parametrize(
    ("modelo", "field", "header"),
    [
        (Modelo("https://x.openai.azure.com/openai/v1", "m", "clave", acceso="api-key"), "max_completion_tokens", "api-key"),
        (Modelo("https://api.openai.com/v1", "m", "clave"), "max_completion_tokens", "authorization"),
        (Modelo("https://generativelanguage.googleapis.com/v1beta/openai", "m", "clave"), "max_tokens", "authorization"),
        (Modelo("http://localhost:8080/v1", "m"), "max_tokens", "accept"),
    ],
)  # fmt: skip  # packed, to be read at a glance
async def test_providers_differ_in_a_field_and_a_header(
    enchufe: Enchufe, modelo: Modelo, field: str, header: str
) -> None:
    # The scheme is the address's; what matters here is what is sent, so the wire is plain.
    plain = Modelo(modelo.base_url.replace("https", "http"), "m", modelo.api_key, acceso=modelo.acceso)
    model = enchufe.interpreter(ServiceClock(), plain)
    await model.classify(CLASIFICAR, Permiso())

    assert field in enchufe.falso.asked[0]
    assert header in enchufe.falso.headers[0]
    await model.close()


@pytest.mark.parametrize(("forma", "shape"), [("json_object", {"type": "json_object"}), ("none", None)])
async def test_a_provider_that_knows_no_schema_is_sent_none_and_held_to_it_all_the_same(
    enchufe: Enchufe, forma: str, shape: object
) -> None:
    modelo = Modelo("http://m.example/v1", "m", forma=forma)  # type: ignore[arg-type]  # parametrized
    model = enchufe.interpreter(ServiceClock(), modelo)
    await model.classify(CLASIFICAR, Permiso())
    assert enchufe.falso.asked[0].get("response_format") == shape

    enchufe.falso.contents["intencion"] = {**INTENCION, "intencion": "comprar"}
    assert (await fault_of(model, texto="otro texto")).codigo == "fuera_de_lista"
    await model.close()


async def test_a_model_that_hangs_up_is_tried_twice_at_most(enchufe: Enchufe, model: ChatInterpreter) -> None:
    enchufe.falso.does(resets)

    await fault_of(model, Permiso(left=9))

    assert len(enchufe.falso.asked) == 2


def test_prices_are_usd_for_a_million_tokens() -> None:
    model = ChatInterpreter(Modelo("http://m.example/v1", "m", precios=(0.20, 1.25)), ServiceClock())

    assert model.nanos(Consumo(1_000_000, 1_000_000)) == 1_450_000_000
    assert model.nanos(Consumo(1_500, 240)) == 600_000
