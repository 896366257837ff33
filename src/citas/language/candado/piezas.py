"""The lock on the pieces of a wish: servicio, day, hour and cita, each by the words that it is said to stand in."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import NamedTuple

from citas.domain.catalogo import Tenant
from citas.domain.citas import Cita
from citas.domain.deseos import Deseo, Dias, Horas, Intencion, Referencia
from citas.domain.dialogo.memory import piezas_of
from citas.domain.dialogo.merging import as_reference, fits_reference
from citas.domain.dialogo.wall import local_day_minute
from citas.language.candado.contratos import Campo, Citado, CodigoDuda, Extraccion
from citas.language.candado.indicios import names_servicio, stands_in
from citas.language.candado.leido import Leido, Veredicto

_OF_OWN_CITAS = (Intencion.CAMBIAR, Intencion.CANCELAR)
Judged = tuple[Deseo, Veredicto | None]


def pieces_believed(
    leido: Leido, deseo: Deseo, extraccion: Extraccion
) -> tuple[Deseo, tuple[Veredicto, ...]]:
    """Return the wish with what is believed of the model's pieces, and without what it shows to be ambiguous."""
    verdicts = []
    for field in _FIELDS:
        deseo, verdict = field(leido, deseo, extraccion)
        verdicts += [verdict] if verdict else []
    deseo, doubts = _emptied(leido, deseo, extraccion)
    return deseo, (*verdicts, *doubts)


def _servicio(leido: Leido, deseo: Deseo, extraccion: Extraccion) -> Judged:
    """Take the servicio where the rules read none and the quote names it."""
    said = extraccion.servicio
    servicio_id = leido.servicios.get(said.valor or "")
    servicio = leido.tenant.servicio(servicio_id) if servicio_id else None
    if servicio is None or servicio_id is None:
        return deseo, None
    if not stands_in(said.evidencia, leido.enviado) or said.evidencia is None:
        return deseo, Veredicto(Campo.SERVICIO, "no_esta_en_el_texto")
    known = deseo.servicios_id or deseo.referencia.servicios_id
    if known:
        same = servicio_id in known
        return deseo, Veredicto(Campo.SERVICIO, "de_acuerdo" if same else "contradice")
    if deseo.servicios_dudosos or deseo.intencion is Intencion.CANCELAR:
        return deseo, Veredicto(Campo.SERVICIO, "cabe_en_varios")
    read = piezas_of(leido.reading(said.evidencia))
    exact = read is not None and read.servicios_id == (servicio_id,)
    others = [s for s in leido.tenant.servicios if s.id != servicio_id and names_servicio(said.evidencia, s)]
    if not exact and (others or not names_servicio(said.evidencia, servicio)):
        return deseo, Veredicto(Campo.SERVICIO, "no_lo_nombra")
    taken = replace(deseo, servicios_id=(servicio_id,), servicio_desconocido=None)
    return taken, Veredicto(Campo.SERVICIO, "nueva")


def _fecha(leido: Leido, deseo: Deseo, extraccion: Extraccion) -> Judged:
    """Hold the day against our own: of the quote, and the only one of the whole text."""
    said, mine = extraccion.fecha, _days_of(deseo) or _days_of(_referred(deseo))
    same = len(mine) == 1 and said.valor in mine
    return _held(leido, deseo, said, _Own(Campo.FECHA, "otra_fecha", _days_of, mine, same=same))


def _hora(leido: Leido, deseo: Deseo, extraccion: Extraccion) -> Judged:
    """Hold the hour against our own, as the day."""
    said, mine = extraccion.hora, _hours_of(deseo) | _hours_of(_referred(deseo))
    return _held(leido, deseo, said, _Own(Campo.HORA, "otra_hora", _hours_of, mine, same=said.valor in mine))


class _Own(NamedTuple):
    """Our own reading of a field: how it is read, what was read, and whether the model's value is the same."""

    campo: Campo
    otra: str
    read: Callable[[Deseo | None], frozenset[str]]
    mine: frozenset[str]
    same: bool


def _held(leido: Leido, deseo: Deseo, said: Citado, own: _Own) -> Judged:
    """Keep our reading; ask where the quote says something else than that."""
    if said.valor is None and said.evidencia is None:
        return deseo, None
    if said.evidencia is None or not stands_in(said.evidencia, leido.enviado):
        return deseo, Veredicto(own.campo, "no_esta_en_el_texto")
    quoted = own.read(piezas_of(leido.reading(said.evidencia)))
    if not quoted or not own.mine:
        return deseo, Veredicto(own.campo, "no_se_lee")
    if not quoted <= own.mine:
        return _unless_asked(leido, deseo, own.campo), Veredicto(own.campo, own.otra)
    return deseo, Veredicto(own.campo, "de_acuerdo" if own.same else "otro_valor")


def _cita(leido: Leido, deseo: Deseo, extraccion: Extraccion) -> Judged:
    """Take the cita that the quote fits, and no other, where the rules read none."""
    said: Citado = extraccion.cita
    cita = leido.citas.get(said.valor or "")
    if cita is None or deseo.intencion not in _OF_OWN_CITAS:
        return deseo, None
    if said.evidencia is None or not stands_in(said.evidencia, leido.enviado):
        return deseo, Veredicto(Campo.CITA, "no_esta_en_el_texto")
    zona = leido.tenant.zona
    if not deseo.referencia.vacia:
        same = fits_reference(cita, deseo.referencia, zona)
        return deseo, Veredicto(Campo.CITA, "de_acuerdo" if same else "contradice")
    read = piezas_of(leido.reading(said.evidencia))
    ref = as_reference(read) if read else Referencia()
    fitting = [one for one in leido.citas.values() if fits_reference(one, ref, zona)]
    if ref.vacia or [one.id for one in fitting] != [cita.id]:
        return deseo, Veredicto(Campo.CITA, "no_la_nombra")
    if deseo.intencion is Intencion.CAMBIAR and (ref.dias or ref.horas):
        return deseo, Veredicto(Campo.CITA, "puede_ser_el_destino")
    return replace(deseo, referencia=_exactly(leido.tenant, cita)), Veredicto(Campo.CITA, "nueva")


_FIELDS: tuple[Callable[[Leido, Deseo, Extraccion], Judged], ...] = (_servicio, _fecha, _hora, _cita)


def _exactly(tenant: Tenant, cita: Cita) -> Referencia:
    day, minute = local_day_minute(tenant.zona, cita.start)
    return Referencia(dias=(Dias(day, day, ""),), horas=(Horas(minute, minute, ""),))


def _unless_asked(leido: Leido, deseo: Deseo, campo: Campo) -> Deseo:
    """Empty a field so that it is asked for: of a booking, and not again what was asked just now.

    What moves keeps the day or hour that is not said, so there a missing piece would ask nothing.
    """
    may_ask = deseo.intencion is Intencion.AGENDAR and campo not in leido.faltan
    return _EMPTIES[campo](deseo) if may_ask else deseo


def _referred(deseo: Deseo) -> Deseo:
    return Deseo(deseo.intencion, dias=deseo.referencia.dias, horas=deseo.referencia.horas)


def _days_of(deseo: Deseo | None) -> frozenset[str]:
    """Return the single days, as the contract writes them."""
    dias = deseo.dias if deseo else ()
    return frozenset(
        one.desde.isoformat() for one in dias if one.desde and one.desde == one.hasta and not one.problema
    )


def _hours_of(deseo: Deseo | None) -> frozenset[str]:
    """Return the clock times, both halves of the day where none was said."""
    points = [horas for horas in (deseo.horas if deseo else ()) if horas.es_punto and horas.desde is not None]
    minutes = {minute for horas in points for minute in _readings(horas)}
    return frozenset(f"{minute // 60 % 24:02d}:{minute % 60:02d}" for minute in minutes)


def _readings(horas: Horas) -> tuple[int, ...]:
    first = horas.desde or 0
    return (first, (first + 720) % 1440) if horas.dudosa else (first,)


# A doubt about one of these has a field of its own to be emptied; the others ask nothing by themselves.
_EMPTIES: Mapping[Campo, Callable[[Deseo], Deseo]] = {
    Campo.FECHA: lambda deseo: replace(deseo, dias=()),
    Campo.HORA: lambda deseo: replace(deseo, horas=()),
    Campo.SERVICIO: lambda deseo: replace(deseo, servicios_id=(), servicios_dudosos=()),
    Campo.CITA: lambda deseo: replace(deseo, referencia=Referencia()),
}


def _emptied(leido: Leido, deseo: Deseo, extraccion: Extraccion) -> tuple[Deseo, list[Veredicto]]:
    """Empty the fields of which the model says in which words they are ambiguous, and those words speak of them."""
    verdicts = []
    for duda in extraccion.ambiguedades:
        if duda.campo not in _EMPTIES:
            continue
        heeded = _is_about(leido, duda.campo, duda.codigo, duda.evidencia)
        deseo = _unless_asked(leido, deseo, duda.campo) if heeded else deseo
        verdicts.append(Veredicto(duda.campo, duda.codigo.value if heeded else "duda_sin_base"))
    return deseo, verdicts


def _is_about(leido: Leido, campo: Campo, codigo: CodigoDuda, quote: str | None) -> bool:
    if quote is None or not stands_in(quote, leido.enviado):
        return False
    read = piezas_of(leido.reading(quote))
    if read is None:
        return codigo is CodigoDuda.SERVICIO_GENERICO
    return {
        Campo.FECHA: bool(read.dias),
        Campo.HORA: bool(read.horas),
        Campo.SERVICIO: bool(read.servicios_id or read.servicios_dudosos),
        Campo.CITA: bool(read.dias or read.horas or read.servicios_id),
        Campo.INTENCION: False,
    }[campo]
