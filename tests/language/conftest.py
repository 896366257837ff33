"""The businesses that the corpus talks to, and an `Entendido` in the short notation of its lines."""

from collections.abc import Callable

import pytest

from citas.domain.catalogo import Recurso, Servicio, Tenant
from citas.domain.deseos import Deseo, Dias, Entendido, Horas

Corto = dict[str, object]


def _tenant(nombre: str, zona: str, servicios: dict[str, str], recursos: str) -> Tenant:
    return Tenant(
        nombre,
        nombre,
        zona,
        "CO",
        ((), (), (), (), (), (), ()),
        tuple(
            Servicio(name, name, 30, alias=tuple(filter(None, alias.split(", "))))
            for name, alias in servicios.items()
        ),
        tuple(Recurso(name, name) for name in recursos.split(", ")),
    )


NEGOCIOS = {
    "barberia": _tenant(
        "barberia",
        "America/Bogota",
        {"corte": "motilada, peluqueada", "barba": "arreglo de barba", "cejas": "", "tinte": ""},
        "Mateo, Yulián",
    ),
    "odonto": _tenant(
        "odonto",
        "America/Santiago",
        {
            "evaluación": "control, revisión",
            "limpieza dental": "limpieza",
            "conducto": "endodoncia",
            "blanqueamiento": "",
        },
        "Daniela, Tomás",
    ),
    "spa": _tenant(
        "spa",
        "America/Mexico_City",
        {
            "manicure": "mani",
            "pedicure": "pedi",
            "uñas acrílicas": "acrílicas",
            "masaje relajante": "",
            "masaje de piedras": "",
            "facial": "limpieza facial",
        },
        "Fernanda, Itzel",
    ),
    "pelu": _tenant(
        "pelu",
        "America/Argentina/Buenos_Aires",
        {"corte de pelo": "corte", "color": "tintura", "brushing": "planchita"},
        "Lucrecia, Nico",
    ),
    # Whole names and no other ones: clients say only the first word of them.
    "plaza": _tenant(
        "plaza",
        "America/Bogota",
        {
            "corte de cabello": "",
            "barba": "",
            "medicina general": "",
            "limpieza facial": "",
            "limpieza profunda": "",
            "masaje": "",
        },
        "Rubén, Sol",
    ),
}


def _clock(minutos: int | None) -> str:
    return "" if minutos is None else f"{minutos // 60}:{minutos % 60:02d}"


def _dia(dias: Dias) -> str:
    text = str(dias.desde or "") if dias.desde == dias.hasta else f"{dias.desde or ''}..{dias.hasta or ''}"
    if dias.desde_minuto is not None or dias.hasta_minuto is not None:
        text += f"@{_clock(dias.desde_minuto)}-{_clock(dias.hasta_minuto)}"
    return text + (f"!{dias.problema}" if dias.problema else "") + ("*" if dias.hoy_si_hora else "")


def _hora(horas: Horas) -> str:
    doubt = "?" if horas.dudosa else ""
    if horas.extremo:
        return " ".join(filter(None, (horas.extremo, horas.parte)))
    if horas.desde is None and horas.hasta is None:
        return horas.parte or ""
    if horas.es_punto:
        return _clock(horas.desde) + doubt
    return f"{_clock(horas.desde)}-{_clock(horas.hasta)}{doubt}"


def _deseo(deseo: Deseo) -> Corto:
    ref = deseo.referencia
    short: Corto = {
        "dias": [_dia(one) for one in deseo.dias],
        "horas": [_hora(one) for one in deseo.horas],
        "servicios": list(deseo.servicios_id),
        "dudosos": list(deseo.servicios_dudosos),
        "desconocido": deseo.servicio_desconocido,
        "recursos": list(deseo.recursos_id),
        "cualquiera": deseo.recurso_cualquiera,
        "persona": deseo.recurso_desconocido,
        "ref_dias": [_dia(one) for one in ref.dias],
        "ref_horas": [_hora(one) for one in ref.horas],
        "ref_servicios": list(ref.servicios_id),
        "ref_recursos": list(ref.recursos_id),
        "todas": ref.todas,
        "ultima": ref.ultima,
        "salvo_dias": [_dia(one) for one in ref.salvo_dias],
        "salvo_servicios": list(ref.salvo_servicios_id),
        "otro_recurso": deseo.recurso_otro,
        "personas": deseo.personas,
        "minutos": deseo.desplaza_minutos,
        "mas_dias": deseo.desplaza_dias,
    }
    flags = (
        "misma_hora",
        "mismo_dia",
        "agrega",
        "quita",
        "pregunta",
        "para_otro",
        "otra",
        "lo_mismo",
        "nombre",
    )
    return short | {flag: getattr(deseo, flag) for flag in flags}


def corto(entendido: Entendido) -> Corto:
    """Write what was understood in the notation of the corpus, empty things left out."""
    first = _deseo(entendido.piezas) if entendido.piezas else {}
    flags = (
        "si", "no", "eleccion", "desplaza", "saludo", "gracias", "humano", "avisame", "dejar", "aplaza", "ajeno",
        "datos", "urgente", "charla",
    )  # fmt: skip  # packed, to be read at a glance
    short: Corto = {
        "intencion": entendido.intencion.value,
        "deseos": [deseo.intencion.value for deseo in entendido.deseos],
        "segundo": _said(_deseo(entendido.deseos[1])) if len(entendido.deseos) > 1 else None,
        "consultas": [consulta.value for consulta in entendido.consultas],
        "consultados": list(entendido.servicios_consultados),
    }
    short |= {flag: getattr(entendido, flag) for flag in flags} | first
    return _said(short)


def _said(short: Corto) -> Corto:
    return {key: value for key, value in short.items() if value not in (None, False, [], "", {})}


@pytest.fixture
def negocios() -> dict[str, Tenant]:
    return NEGOCIOS


@pytest.fixture
def en_corto() -> Callable[[Entendido], Corto]:
    return corto
