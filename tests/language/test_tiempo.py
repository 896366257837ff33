"""Lengths of time, and what only looks like a day or an hour: neither is a line of the corpus."""

from datetime import date

import pytest

from citas.domain.deseos import Dias, Horas
from citas.language.lectura.nodos import Ancla, Duracion, Nodo
from citas.language.lectura.texto import read
from citas.language.rules import time_nodes

RATOS = {
    15: ("¼ de hora", "un cuarto de horita", "1/4 de hora"),
    20: ("20'", "20 minuticos", "unos 20\N{ACUTE ACCENT}"),
    30: ("1/2 hora", "entre 20 y 30 min", "media horita nomás", "½ hora"),
    45: ("45'", "de 30 a 45 minutos", "45’ de masaje", "¾ de hora", "3/4 de hora", "tres cuartos de hora"),
    60: ("una horita me basta", "dura una hora", "demora como una hora", "60\N{PRIME}", "hora y pico"),
    65: ("una hora con cinco minutos",),
    75: ("hora y cuarto de tinte", "1h 15'", "una hora con quince", "hora y 15 minutos"),
    80: ("1 hr 20 min", "1 h y 20 min", "hora y 20"),
    90: (
        "noventa minutos para el color",
        "un turno de 1:30 horas",
        "dura 1h30",
        "me toma hora y media",
        "una horita y media",
        "tarda como 1:30",
    ),
    105: ("1 hora 45", "una hora y tres cuartos", "demora 1h45"),
    120: ("2 hrs", "120 minutos", "un par de horitas"),
    140: ("dos horas con veinte minutos", "2 horas 20"),
    150: ("dos hrs y media", "dos horitas y media", "2 h 30 min", "150 min"),
    180: ("180 minutos", "3h", "3 horas 15 personas"),
}

NI_DIA_NI_HORA = (
    "el día de la boda",
    "fue un día de trabajo pesado",
    "el día de la cita llego antes",
    "el día de mi mamá",
    "es el día del partido",
    "hace un año que no voy",
    "llevo un año con ustedes",
    "se acabó el mes",
    "antes de que termine la promo",
    "una hora con el doctor",
    "pido una hora",
    "¿a qué hora y cuánto cuesta?",
    "una hora 2 cortes",
    "el 2x1 de barba",
    "3 medias",
    "dos mil pesos",
    "dos mil veinte pesos",
    "diez y ocho mil pesos",
    "mido 1.70",
    "cuesta 29.08",
    "el 29.90 es caro",
    "pasado de moda",
    "la vez pasada",
    "tengo pasado el corte",
    "en la segunda sesión",
    "el anterior fue mejor",
    "el señor Reyes",
    "cita de Reyes",
    "los reyes magos",
    "el pilar de la casa",
    "el 4to piso",
    "el 1er piso",
    "3ra edad",
    "la 2da calle",
    "dura 3 meses",
    "en dos cortes",
    "enhorabuena",
    "y media",
    "mi nombre es Domingo",
    "Domingo Pérez, mucho gusto",
    "don Domingo me recomendó",
    "la doctora Abril me atendió",
    "buenas tardes, aquí Abril",
    "Calle 9 de Julio 1234",
    "Plaza 2 de Mayo",
    "vivo en la 5 de mayo con Juárez",
    "me cobraron 12.50",
    "color 6.35",
    "tel 555-12-34",
    "nos vemos, feliz fin de semana",
)


def _nodos(texto: str) -> list[Nodo]:
    return time_nodes(read(texto), Ancla(date(2026, 11, 10), 605, texto))


@pytest.mark.parametrize(
    ("texto", "minutos"), [(texto, minutos) for minutos, textos in RATOS.items() for texto in textos]
)
def test_a_while_is_read_as_its_minutes_and_as_no_hour(texto: str, minutos: int) -> None:
    assert [nodo.pieza for nodo in _nodos(texto) if nodo.pieza] == [Duracion(minutos)]


@pytest.mark.parametrize("texto", NI_DIA_NI_HORA)
def test_what_only_looks_like_a_day_or_an_hour_is_neither(texto: str) -> None:
    assert not [nodo.pieza for nodo in _nodos(texto) if isinstance(nodo.pieza, Dias | Horas)]


@pytest.mark.parametrize(
    "texto", ["23/10 a la noche", "7/8 en la noche", "23/10 por la tarde", "el 7/8 al mediodía"]
)
def test_a_day_in_figures_before_a_part_of_the_day_is_no_pair_of_hours(texto: str) -> None:
    kinds = [type(nodo.pieza) for nodo in _nodos(texto) if nodo.pieza]

    assert kinds == [Dias, Horas]
