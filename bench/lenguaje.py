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
from citas.language.nodos import Ancla, Desplazo, Duracion, Nodo
from citas.language.piezas import complete_days, complete_hours
from citas.language.rules import time_nodes, understand
from citas.language.texto import read

_PARTS = {"mañana": "morning", "mediodia": "noon", "tarde": "afternoon", "noche": "night"}
_MIDNIGHT = 1440


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
    if dia.problema is not ProblemaDia.PASADA or not dia.desde:
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
    dias = [dia for nodo in nodos if (dia := _day_of(nodo, ahora.date()))]
    horas = [nodo.pieza for nodo in nodos if isinstance(nodo.pieza, Horas)]
    near = [True] * len(dias)
    return _answers(list(complete_days(dias, touching=near)), horas, ahora.date()) or _whiles(
        nodos, ahora.date()
    )


def _day_of(nodo: Nodo, hoy: date) -> Dias | None:
    if isinstance(nodo.pieza, Desplazo) and nodo.pieza.dias == 1:
        day = hoy + timedelta(days=1)
        return Dias(day, day, "")
    return nodo.pieza if isinstance(nodo.pieza, Dias) else None


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


def _answers(dias: list[Dias], horas: list[Horas], hoy: date) -> list[dict[str, object]]:
    horas = list(complete_hours(horas))
    dias = [_next_year(dia) for dia in dias]
    one_day = (len(dias) == 1 and dias[0].desde == dias[0].hasta and dias[0].desde) or None
    if one_day and len(horas) == 1:
        return [_of_hour(horas[0], one_day, hoy)]
    at = _moment(horas[0]) if len(horas) == 1 else None
    if at is not None and len(dias) == 1 and dias[0].desde and dias[0].hasta is None:
        start = _stamp(dias[0].desde, at)
        return [{"kind": "range", "value": start, "value_to": None, "grain": "minute"}]
    found = [(dia.span, _of_day(dia)) for dia in dias] + [
        (one.span, _of_hour(one, None, hoy)) for one in horas
    ]
    return [one for _, one in sorted(found, key=itemgetter(0)) if one]


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
_AHORA = datetime(2026, 8, 24, 9, tzinfo=ZoneInfo("America/Bogota"))


def _words(understood: Entendido) -> tuple[list[str], list[str]]:
    pieces = understood.piezas
    if pieces is None:
        return [], []
    dias = [*pieces.dias, *pieces.referencia.dias]
    horas = [*pieces.horas, *pieces.referencia.horas]
    said = (_without_article(dia.texto) for dia in dias)
    return list(dict.fromkeys(said)), list(dict.fromkeys(hora.texto for hora in horas))


def _without_article(words: str) -> str:
    return words[6:] if words.lower().startswith(("el día", "el dia")) and len(words.split()) > 2 else words


def deseo(text: str) -> dict[str, object]:
    """Answer the intents scorer with its nine labels."""
    understood = understand(text, TENANT, _AHORA)
    fecha, hora = _words(understood)
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
