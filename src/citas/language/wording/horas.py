"""The hours of the business in words, always in one sentence that says whose hours they are."""

from datetime import date
from itertools import groupby

from citas.domain.apertura import closed_why, tenant_tramos
from citas.domain.desenlaces import Motivo
from citas.domain.horarios import Tramo
from citas.language.wording.palabras import DIAS, Palabras, frase, hora, lista, punto

_WHOLE_DAY = (Tramo(0, 1440),)
_A_WEEK = 7
_SAY_FERIADO = frozenset({"AR", "BO", "CL", "CR", "EC", "GT", "HN", "NI", "PA", "PE", "PY", "SV", "UY", "VE"})


def rangos(tramos: tuple[Tramo, ...]) -> str:
    """Say ranges of one day: `de 8:00 a. m. a 12:00 p. m. y de 2:00 p. m. a 6:00 p. m.`."""
    if tramos == _WHOLE_DAY:
        return "las 24 horas"
    return lista(f"de {hora(tramo.desde)} a {hora(tramo.hasta)}" for tramo in tramos)


def feriado_dicho(pais: str) -> str:
    """Name a public holiday as that country does."""
    return "feriado" if pais in _SAY_FERIADO else "festivo"


def horario_semanal(palabras: Palabras) -> str:
    """Say the hours of the week, days alike together, and whether public holidays count."""
    horarios = palabras.tenant.horarios
    groups = [(tramos, list(days)) for tramos, days in groupby(range(7), key=lambda day: horarios[day])]
    said = [f"{_days(days)} {rangos(tramos)}" for tramos, days in groups if tramos]
    if not said:
        return "Por ahora no tenemos un horario de atención."
    week = punto(f"Atendemos {', y '.join(filter(None, (', '.join(said[:-1]), said[-1])))}")
    also = "abrimos también" if palabras.tenant.politicas.abre_feriados else "no abrimos"
    return f"{week} Los {feriado_dicho(palabras.tenant.pais)}s {also}."


def horario_del_dia(palabras: Palabras, fecha: date) -> str:
    """Say the hours of one day, or why there are none."""
    tramos = tenant_tramos(palabras.tenant, fecha)
    if tramos:
        return punto(f"{frase(palabras.el(fecha))} abrimos {rangos(tramos)}")
    return f"{frase(cerrado(palabras, fecha))}."


def cerrado(palabras: Palabras, fecha: date) -> str:
    """Say that a day without hours has none."""
    if closed_why(palabras.tenant, fecha) is Motivo.FERIADO:
        return f"{palabras.el(fecha)} es {feriado_dicho(palabras.tenant.pais)} y no abrimos"
    return f"{palabras.el(fecha)} no abrimos"


def _days(days: list[int]) -> str:
    first, last = DIAS[days[0]], DIAS[days[-1]]
    if len(days) == _A_WEEK:
        return "todos los días"
    if len(days) == 1:
        return f"los {_plural(first)}"
    if len(days) == 2:  # noqa: PLR2004 - a pair is no range
        return f"los {_plural(first)} y {_plural(last)}"
    return f"de {first} a {last}"


def _plural(nombre: str) -> str:
    return nombre if nombre.endswith("s") else f"{nombre}s"
