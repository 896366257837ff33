"""Measure the language against corpora of other people's texts (`../shared/corpora`), where they are at hand.

python ../shared/corpora/temporal/score.py --impl bench.lenguaje:fechas --split dev --only-relevant
python ../shared/corpora/intents/score.py bench.lenguaje:deseo ../shared/corpora/intents/dev.jsonl --tier A
"""

import sys
from dataclasses import replace
from datetime import date, datetime, timedelta
from operator import itemgetter
from pathlib import Path
from zoneinfo import ZoneInfo

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

from citas.domain.catalogo import Recurso, Servicio, Tenant
from citas.domain.deseos import Consulta, Dias, Entendido, Horas, ProblemaDia
from citas.language.deseo.descartes import denied, taken_back
from citas.language.deseo.papeles import Papeles
from citas.language.deseo.reparto import correct
from citas.language.lectura.lectura import Lectura
from citas.language.lectura.nodos import Ancla, Desplazo, Duracion, Nodo
from citas.language.lectura.texto import read
from citas.language.rules import time_nodes, understand

_PARTS = {"mañana": "morning", "mediodia": "noon", "tarde": "afternoon", "noche": "night"}
_MIDNIGHT = 1440
_SEVERAL = 2


def _stamp(dia: date | None, minutos: int | None) -> str | None:
    if minutos is None:
        return None if dia is None else dia.isoformat()
    if minutos >= _MIDNIGHT:
        minutos -= _MIDNIGHT
        dia = dia and dia + timedelta(days=1)
    clock = f"{minutos // 60:02d}:{minutos % 60:02d}"
    return clock if dia is None else f"{dia.isoformat()}T{clock}"


def _of_day(dia: Dias) -> dict[str, object] | None:
    if dia.problema is ProblemaDia.IMPOSIBLE:
        return None
    desde, hasta = dia.desde, dia.hasta
    if desde is not None and desde == hasta:
        return {"kind": "date", "value": desde.isoformat()}
    grain = "day" if dia.desde_minuto is None and dia.hasta_minuto is None else "minute"
    first, last = _stamp(desde, dia.desde_minuto), _stamp(hasta, dia.hasta_minuto)
    return {"kind": "range", "value": first, "value_to": last, "grain": grain}


def _next_year(dia: Dias) -> Dias:
    leap = dia.desde is not None and (dia.desde.month, dia.desde.day) == (2, 29)
    if dia.problema is not ProblemaDia.PASADA or not dia.desde or leap:
        return dia
    desde = dia.desde.replace(year=dia.desde.year + 1)
    return replace(dia, desde=desde, hasta=dia.hasta and dia.hasta.replace(year=dia.hasta.year + 1))


def _of_hour(horas: Horas, dia: date | None, hoy: date) -> dict[str, object]:
    if horas.desde is None and horas.hasta is None and horas.parte == "mediodia":
        horas = replace(horas, desde=720, hasta=720)
    if horas.desde is None and horas.hasta is None:
        part = horas.parte or ("mañana" if horas.extremo == "primera" else "noche")
        named = "dawn" if "madrugada" in horas.texto.lower() else _PARTS[part]
        return {"kind": "part_of_day", "value": (dia or hoy).isoformat(), "part": named}
    if horas.es_punto or (horas.extremo and horas.hasta is None):
        kind = "datetime" if dia else "time"
        return {"kind": kind, "value": _stamp(dia, horas.desde), "grain": "minute"}
    return {
        "kind": "range",
        "value": None if horas.desde is None else _stamp(dia, horas.desde),
        "value_to": None if horas.hasta is None else _stamp(dia, horas.hasta),
        "grain": "minute",
    }


def fechas(text: str, reference: str) -> list[dict[str, object]]:
    """Answer the temporal scorer: the expressions of a text, those that complete each other as one."""
    ahora = datetime.fromisoformat(reference)
    ancla = Ancla(ahora.date(), ahora.hour * 60 + ahora.minute, text)
    nodos = time_nodes(read(text), ancla)
    papeles = _all_said(nodos)
    _drop_taken_back(papeles, nodos, ancla)
    places = {dia.span[0]: at for at, dia in papeles.dias} | {hora.span[0]: at for at, hora in papeles.horas}
    return _answers(papeles, ancla, places) or _whiles(nodos, ancla.hoy)


def _drop_taken_back(papeles: Papeles, nodos: list[Nodo], ancla: Ancla) -> None:
    """Leave out what the text itself takes back ("el lunes no, mejor el martes"), as the reader does."""
    if len(papeles.dias) < _SEVERAL > len(papeles.horas):
        return
    lectura = Lectura(nodos, ancla)
    back = taken_back(lectura) | denied(lectura)
    dias, horas = (
        [one for one in papeles.dias if one[0] not in back],
        [one for one in papeles.horas if one[0] not in back],
    )
    if dias or horas:
        papeles.dias, papeles.horas = dias, horas
    correct(lectura, papeles)


def _all_said(nodos: list[Nodo]) -> Papeles:
    """Take in every piece, whatever part it plays."""
    papeles = Papeles()
    for at, nodo in enumerate(nodos):
        if nodo.pieza is not None:
            papeles.add(at, nodo)
    return papeles


def _whiles(nodos: list[Nodo], hoy: date) -> list[dict[str, object]]:
    shifts = [_of_shift(nodo.pieza, hoy) for nodo in nodos if isinstance(nodo.pieza, Desplazo)]
    whiles = [nodo.pieza.minutos * 60 for nodo in nodos if isinstance(nodo.pieza, Duracion)]
    return shifts + [{"kind": "duration", "value": seconds} for seconds in whiles]


def _of_shift(shift: Desplazo, hoy: date) -> dict[str, object]:
    if shift.dias is not None:
        return {"kind": "date", "value": (hoy + timedelta(days=shift.dias)).isoformat()}
    return {"kind": "duration", "value": abs(shift.minutos or 0) * 60}


def _moment(horas: Horas) -> int | None:
    noon = horas.parte == "mediodia" and horas.desde is None and horas.hasta is None
    return 720 if noon else horas.desde if horas.es_punto else None


def _answers(papeles: Papeles, ancla: Ancla, places: dict[int, int]) -> list[dict[str, object]]:
    horas = list(papeles.hours())
    dias = [_next_year(dia) for dia in papeles.days()]
    if not dias and papeles.desplazo and papeles.desplazo.dias == 1:
        dias = [_day_after(ancla.hoy)]
    owned = _owned(dias, horas, places, ancla.texto)
    at = _moment(horas[0]) if len(horas) == 1 else None
    if at is not None and len(dias) == 1 and dias[0].desde and dias[0].hasta is None:
        start = _stamp(dias[0].desde, at)
        return [{"kind": "range", "value": start, "value_to": None, "grain": "minute"}]
    found = [(dia.span, _of_day(dia)) for index, dia in enumerate(dias) if index not in owned.values()]
    for index, hora in enumerate(horas):
        owner = dias[owned[index]] if index in owned else None
        day = _today_where_ahead(owner, hora, ancla) if owner else None
        found.append((min(hora.span, owner.span if owner else hora.span), _of_hour(hora, day, ancla.hoy)))
    return [one for _, one in sorted(found, key=itemgetter(0)) if one]


def _day_after(hoy: date) -> Dias:
    day = hoy + timedelta(days=1)
    return Dias(day, day, "")


def _beside(hora: Horas, dia: Dias, places: dict[int, int], texto: str) -> bool:
    """Tell whether they touch, or the hour is "a las 9 del lunes"."""
    joint = texto[hora.span[1] : dia.span[0]].strip().lower()
    return abs(places[hora.span[0]] - places[dia.span[0]]) <= 1 or joint in {"de", "del"}


def _owned(dias: list[Dias], horas: list[Horas], places: dict[int, int], texto: str) -> dict[int, int]:
    """Return which hours are said right beside which day; one day and one hour are of each other."""
    single = [index for index, dia in enumerate(dias) if dia.desde and dia.desde == dia.hasta]
    if len(dias) == len(horas) == len(single) == 1:
        return {0: 0}
    owned: dict[int, int] = {}
    for index, hora in enumerate(horas):
        for day in single:
            if day not in owned.values() and _beside(hora, dias[day], places, texto):
                owned[index] = day
                break
    return owned


def _today_where_ahead(dia: Dias, hora: Horas, ancla: Ancla) -> date | None:
    """Read "el martes a las 5" on a Tuesday as today where the clock time is still ahead."""
    edge = hora.hasta if hora.desde is None else hora.desde
    today = dia.hoy_si_hora and edge is not None and edge + 720 * hora.dudosa > ancla.minuto
    return ancla.hoy if today else dia.desde


_NAMES = (
    "corte de cabello, barba, cejas, color y tratamiento, tintura, mechas, peinado, alisado, brushing, manicure, pedicure, "
    "uñas acrílicas, uñas semipermanentes, masaje, limpieza facial, tratamiento facial, depilación, botox, "
    "ácido hialurónico, radiofrecuencia, limpieza dental, ortodoncia, endodoncia, control, valoración, revisión, "
    "blanqueamiento, extracción, consulta, sesión, odontología, estomatología, medicina general, cambio de aceite, mantenimiento"
)
TENANT = Tenant(
    "bench",
    "Negocio",
    "America/Bogota",
    "CO",
    ((), (), (), (), (), (), ()),
    tuple(Servicio(name, name, 30) for name in _NAMES.split(", ")),
    (Recurso("r", "Andrés"),),
)
_OF_QUESTION = {Consulta.HUECOS: "disponibilidad", Consulta.CITAS: "consultar"}
AHORA = datetime(2026, 8, 24, 9, tzinfo=ZoneInfo("America/Bogota"))


def _words(understood: Entendido, text: str) -> tuple[list[str], list[str]]:
    """Return the words of the wish; where it has none of its own ("tengo cita a las 3"), all that were read."""
    pieces = understood.piezas
    dias = [*pieces.dias, *pieces.referencia.dias] if pieces else []
    horas = [*pieces.horas, *pieces.referencia.horas] if pieces else []
    if not dias and not horas:
        ancla = Ancla(AHORA.date(), AHORA.hour * 60, text)
        papeles = _all_said(time_nodes(read(text), ancla))
        dias, horas = list(papeles.days()), list(papeles.hours())
    said = (_without_article(dia.texto) for dia in dias)
    return list(dict.fromkeys(said)), list(dict.fromkeys(hora.texto for hora in horas))


def _without_article(words: str) -> str:
    return words[6:] if words.lower().startswith(("el día", "el dia")) and len(words.split()) > 2 else words


def deseo(text: str) -> dict[str, object]:
    """Answer the intents scorer with its nine labels."""
    understood = understand(text, TENANT, AHORA)
    fecha, hora = _words(understood, text)
    return {"intent": _label(understood), "fecha_texto": fecha, "hora_texto": hora}


def _label(understood: Entendido) -> str:
    if understood.deseos:
        first = understood.deseos[0]
        return "disponibilidad" if first.pregunta else first.intencion.value
    if understood.consultas or understood.humano or understood.ajeno:
        return next((_OF_QUESTION[one] for one in understood.consultas if one in _OF_QUESTION), "otro")
    if understood.desplaza in {"otro_dia", "otra"}:
        return "cambiar"
    return _label_of_answer(understood)


def _label_of_answer(understood: Entendido) -> str:
    pieces = understood.piezas
    named = pieces and not understood.charla and (pieces.servicios_id or pieces.servicios_dudosos)
    labels = (
        ("agendar", named and not (understood.gracias or understood.pregunta or understood.dejar)),
        ("negar", understood.no or understood.dejar),
        ("confirmar", understood.si),
        ("saludo", understood.saludo),
    )
    return next((label for label, holds in labels if holds), "otro")
