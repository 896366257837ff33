"""What is ambiguous in what was understood: one code for each doubt, the same wherever it is told."""

from collections.abc import Iterator

from citas.domain.deseos import Deseo, Dias, Entendido, Horas, ProblemaDia

_PROBLEMS = {
    ProblemaDia.IMPOSIBLE: "fecha_imposible",
    ProblemaDia.INCOHERENTE: "fecha_incoherente",
    ProblemaDia.PASADA: "fecha_pasada",
    ProblemaDia.DUDOSA: "fecha_dudosa",
}


def ambiguedades(entendido: Entendido) -> tuple[str, ...]:
    """Return the codes, in the order in which a person would be asked about them."""
    found: list[str] = ["varias_intenciones"] if len(entendido.deseos) > 1 else []
    for deseo in entendido.deseos or ((entendido.piezas,) if entendido.piezas else ()):
        found += _of_deseo(deseo)
    return tuple(dict.fromkeys(found))


def _of_deseo(deseo: Deseo) -> Iterator[str]:
    if deseo.servicios_dudosos:
        yield "servicio_generico"
    if deseo.servicio_desconocido:
        yield "servicio_desconocido"
    if len(deseo.dias) > 1:
        yield "varias_fechas"
    for dias in deseo.dias:
        yield from _of_dias(dias)
    if len(deseo.horas) > 1:
        yield "varias_horas"
    for horas in deseo.horas:
        yield from _of_horas(horas)
    if deseo.para_otro:
        yield "otra_persona"


def _of_dias(dias: Dias) -> Iterator[str]:
    if dias.problema is not None:
        yield _PROBLEMS[dias.problema]
    elif dias.desde != dias.hasta:
        yield "fecha_vaga"
    elif dias.hoy_si_hora:
        yield "fecha_relativa"


def _of_horas(horas: Horas) -> Iterator[str]:
    if horas.dudosa:
        yield "hora_sin_mitad"
    if horas.aproximada or not horas.es_punto:
        yield "hora_vaga"
