"""The lock: what a model says is believed where our own reading of the same words bears it out, and nowhere else."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import BARBA, BOGOTA, CORTE, a_cita, a_tenant
from citas.domain.citas import Cita
from citas.domain.deseos import Deseo, Entendido, Intencion
from citas.language.candado.contratos import Ambiguedad, Campo, Citado, CodigoDuda, Extraccion, Intento
from citas.language.candado.creencia import Creido, believed, doubted, wish_believed
from citas.language.candado.indicios import stands_in
from citas.language.candado.leido import Leido
from citas.language.rules import understand

TENANT = a_tenant()
AHORA = datetime(2025, 8, 25, 9, 0, tzinfo=BOGOTA)  # a Monday
JUEVES = a_cita("2025/08/28 10:00")
VIERNES = a_cita("2025/08/29 16:00")


def leido(
    texto: str,
    *citas: Cita,
    espera: bool = False,
    faltan: tuple[str, ...] = (),
    said: Entendido | None = None,
) -> Leido:
    return Leido(
        tenant=TENANT,
        texto=texto,
        enviado=texto,
        ahora=AHORA,
        said=said or understand(texto, TENANT, AHORA),
        servicios={"s1": CORTE, "s2": BARBA},
        citas={f"c{n}": cita for n, cita in enumerate(citas, 1)},
        espera=espera,
        faltan=faltan,
    )


def agendar(evidencia: str | None, otra: Intencion | None = None) -> Intento:
    return Intento(Intencion.AGENDAR, evidencia, otra)


def cancelar(evidencia: str | None, otra: Intencion | None = None) -> Intento:
    return Intento(Intencion.CANCELAR, evidencia, otra)


def porques(creido: Creido) -> dict[str, str]:
    return {str(one.campo): one.porque for one in creido.veredictos}


def the_wish(creido: Creido) -> Deseo:
    (deseo,) = creido.entendido.deseos
    return deseo


@pytest.mark.parametrize(
    ("quote", "holds"),
    [
        ("quiero un corte", True),
        ("QUIERO  UN corte", True),
        ("un corte mañana", True),
        ("un cort", False),
        ("iero un", False),
        ("quiero barba", False),
        ("", False),
        (None, False),
    ],
)
def test_a_quote_stands_literally_in_the_text_at_the_borders_of_words(
    quote: str | None, *, holds: bool
) -> None:
    assert stands_in(quote, "Hola, quiero un corte mañana") is holds


@pytest.mark.parametrize(
    ("intento", "porque"),
    [
        (agendar("un corte el jueves"), "de_acuerdo"),
        (agendar(None), "sin_evidencia"),
        (agendar("resérvame ya"), "no_esta_en_el_texto"),
        (cancelar("el jueves"), "no_lo_nombra"),
        (Intento(Intencion.OTRO), "otro"),
    ],
)
def test_a_wish_needs_words_that_say_it(intento: Intento, porque: str) -> None:
    assert wish_believed(leido("quiero un corte el jueves a las 10"), intento).porque == porque


def test_where_the_model_agrees_the_rules_reading_stands_as_it_is() -> None:
    one = leido("quiero un corte el jueves a las 10 am")
    extraccion = Extraccion(
        servicio=Citado("s1", "un corte"),
        fecha=Citado("2025-08-28", "el jueves"),
        hora=Citado("10:00", "10 am"),
    )

    creido = believed(one, agendar("quiero un corte"), extraccion)

    assert creido.entendido is one.said
    assert set(porques(creido).values()) == {"de_acuerdo"}


def test_a_wish_that_the_rules_did_not_see_is_offered_and_never_done_at_once() -> None:
    one = leido("me lo dejan bonito el jueves a las 10 am con la motilada, les agradezco un espacio")
    said = Entendido(de_agenda=True)

    creido = believed(leido(one.texto, said=said), agendar("un espacio"), Extraccion())

    deseo = the_wish(creido)
    assert (deseo.intencion, deseo.servicios_id, deseo.de_modelo) == (Intencion.AGENDAR, (CORTE,), True)
    assert [dias.desde for dias in deseo.dias] == [datetime(2025, 8, 28, tzinfo=BOGOTA).date()]


def test_a_wish_without_a_single_piece_is_no_better_than_the_rules_question() -> None:
    one = leido("necesito que me atiendan", said=Entendido(de_agenda=True))

    creido = believed(one, agendar("necesito que me atiendan"), Extraccion())

    assert creido.entendido is one.said
    assert porques(creido)["intencion"] == "sin_piezas"


def test_a_story_with_a_day_that_is_gone_is_no_wish() -> None:
    one = leido("ayer me corté el dedo cocinando", said=Entendido(de_agenda=True))

    creido = believed(one, agendar("me corté"), Extraccion())

    assert creido.entendido is one.said


def test_days_and_hours_are_never_the_models_own() -> None:
    one = leido("quiero un corte el jueves a las 10 am")
    extraccion = Extraccion(fecha=Citado("2025-09-04", "el jueves"), hora=Citado("22:00", "10 am"))

    creido = believed(one, agendar("quiero un corte"), extraccion)

    assert creido.entendido is one.said
    assert porques(creido) | {"fecha": "otro_valor", "hora": "otro_valor"} == porques(creido)


def test_another_day_in_the_text_is_asked_about_once() -> None:
    texto = "quiero un corte el jueves a las 10 am porque el viernes no puedo"
    extraccion = Extraccion(fecha=Citado("2025-08-29", "el viernes"))

    creido = believed(leido(texto), agendar("quiero un corte"), extraccion)
    again = believed(leido(texto, faltan=("fecha",)), agendar("quiero un corte"), extraccion)

    assert porques(creido)["fecha"] == "otra_fecha"
    assert the_wish(creido).dias == ()
    assert the_wish(again).dias != ()
    assert the_wish(again).de_modelo


def test_a_servicio_is_taken_by_a_form_of_its_own_words_only() -> None:
    texto = "quiero un cortecitico el jueves a las 10 am"
    said = Entendido(Intencion.AGENDAR, deseos=(Deseo(Intencion.AGENDAR),), de_agenda=True)
    named = Extraccion(servicio=Citado("s1", "un cortecitico"))
    other = Extraccion(servicio=Citado("s2", "un cortecitico"))

    taken = believed(leido(texto, said=said), agendar("quiero un cortecitico"), named)
    refused = believed(leido(texto, said=said), agendar("quiero un cortecitico"), other)

    assert the_wish(taken).servicios_id == (CORTE,)
    assert porques(refused)["servicio"] == "no_lo_nombra"
    assert refused.entendido.deseos[0].servicios_id == ()


def test_an_id_that_is_not_on_the_list_is_nothing() -> None:
    one = leido("quiero un corte el jueves a las 10 am")

    creido = believed(one, agendar("quiero un corte"), Extraccion(servicio=Citado("s9", "un corte")))

    assert "servicio" not in porques(creido)


def test_a_doubt_empties_its_field_where_its_words_speak_of_it() -> None:
    one = leido("quiero un corte el jueves a las 10 am")
    sound = Ambiguedad(CodigoDuda.FECHA_RELATIVA, Campo.FECHA, "el jueves")
    baseless = Ambiguedad(CodigoDuda.VARIAS_HORAS, Campo.HORA, "quiero un")

    creido = believed(one, agendar("quiero un corte"), Extraccion(ambiguedades=(sound, baseless)))

    deseo = the_wish(creido)
    assert deseo.dias == ()
    assert deseo.horas != ()
    assert porques(creido) | {"fecha": "fecha_relativa", "hora": "duda_sin_base"} == porques(creido)


def test_what_moves_is_not_emptied_lest_it_keep_a_day_that_nobody_named() -> None:
    one = leido("necesito cambiar mi cita para el viernes a las 10 am", JUEVES)
    doubt = Ambiguedad(CodigoDuda.VARIAS_HORAS, Campo.HORA, "10 am")

    creido = believed(one, Intento(Intencion.CAMBIAR, "cambiar mi cita"), Extraccion(ambiguedades=(doubt,)))

    assert one.said.deseos[0].horas != ()
    assert creido.entendido.deseos[0].horas == one.said.deseos[0].horas


def test_the_only_cita_that_the_quote_fits_is_the_one_meant() -> None:
    texto = "ya no alcanzo a llegar, suspéndanme lo del jueves"
    said = Entendido(de_agenda=True)
    right = Extraccion(cita=Citado("c1", "lo del jueves"))

    creido = believed(leido(texto, JUEVES, VIERNES, said=said), cancelar("ya no alcanzo a llegar"), right)

    deseo = the_wish(creido)
    assert deseo.intencion is Intencion.CANCELAR
    assert [dias.desde for dias in deseo.referencia.dias] == [datetime(2025, 8, 28, tzinfo=BOGOTA).date()]


def test_a_wish_against_the_rules_is_a_question() -> None:
    one = leido("ya no quiero la cita del jueves", JUEVES)
    intento = agendar("quiero la cita")
    assert one.said.intencion is Intencion.CANCELAR

    creido = doubted(one, intento)

    assert creido.entendido.duda
    assert porques(creido) == {"intencion": "contradice"}


@pytest.mark.parametrize("waits", [{"espera": True}, {"faltan": ("intencion",)}])
def test_nothing_is_asked_where_something_waits_or_that_was_just_asked(waits: dict[str, object]) -> None:
    one = leido("ya no quiero la cita del jueves", JUEVES, **waits)  # type: ignore[arg-type]  # fields

    assert doubted(one, agendar("quiero la cita")).entendido is one.said


def test_a_question_that_the_rules_know_is_not_turned_into_a_wish() -> None:
    one = leido("a qué hora abren? quiero saber")

    assert wish_believed(one, agendar("quiero saber")).porque == "reglas_entienden"


QUOTES = st.sampled_from(
    [
        "quiero un corte",
        "el jueves",
        "a las 10 am",
        "10 am",
        "jueves a las 10",
        "nada de esto",
        "corte el jueves",
        "un",
    ]
)
DAYS = st.dates().map(str)
HOURS = st.times().map(lambda hour: f"{hour:%H:%M}")
CITED = st.one_of(st.none(), QUOTES)
DOUBTS = st.lists(
    st.builds(Ambiguedad, st.sampled_from(CodigoDuda), st.sampled_from(Campo), CITED), max_size=3
).map(tuple)


@given(
    st.builds(Intento, st.sampled_from(Intencion), CITED, st.one_of(st.none(), st.sampled_from(Intencion))),
    st.builds(
        Extraccion,
        st.builds(Citado, st.sampled_from(["s1", "s2", None]), CITED),
        st.builds(Citado, st.one_of(st.none(), DAYS), CITED),
        st.builds(Citado, st.one_of(st.none(), HOURS), CITED),
        st.builds(Citado, st.sampled_from(["c1", "c2", None]), CITED),
        DOUBTS,
    ),
)
def test_no_liar_brings_a_day_an_hour_or_a_servicio_that_the_text_does_not_say(
    intento: Intento, extraccion: Extraccion
) -> None:
    one = leido("quiero un corte el jueves a las 10 am", JUEVES, VIERNES)
    mine = one.said.deseos[0]
    verdict = wish_believed(one, intento)

    creido = believed(one, intento, extraccion) if verdict.creido else doubted(one, intento)

    for deseo in creido.entendido.deseos:
        assert deseo.intencion is Intencion.AGENDAR
        assert deseo.dias in ((), mine.dias)
        assert deseo.horas in ((), mine.horas)
        assert deseo.servicios_id in ((), mine.servicios_id)
        assert deseo == mine or deseo.de_modelo
