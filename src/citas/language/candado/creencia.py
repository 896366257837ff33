"""The lock: of what a model says, only that which our own reading of the same words bears out is believed.

A model may turn a question into a better question or an offer. Days and hours are never its own: they are
read here, from the text. Whatever it changed is offered, and a yes in the chat decides.
"""

from dataclasses import dataclass, replace

from citas.domain.deseos import Deseo, Entendido, Intencion
from citas.language.candado.contratos import Campo, Extraccion, Intento
from citas.language.candado.indicios import speaks_of, stands_in
from citas.language.candado.leido import Leido, Veredicto
from citas.language.candado.piezas import pieces_believed
from citas.language.rules import read_as


@dataclass(frozen=True, slots=True)
class Creido:
    """What is understood in the end, and the verdict on each thing that the model said."""

    entendido: Entendido
    veredictos: tuple[Veredicto, ...] = ()


def wish_believed(leido: Leido, intento: Intento) -> Veredicto:
    """Judge what the model says that is wanted."""
    porque = _why_no_wish(leido, intento) or _against_rules(leido, intento)
    return Veredicto(Campo.INTENCION, porque)


# The model read something else in the same text: nothing is done at once then.
_UNSETTLED = frozenset({"otra_fecha", "otra_hora", "contradice"})


def _why_no_wish(leido: Leido, intento: Intento) -> str | None:
    if intento.intencion is Intencion.OTRO:
        return "otro"
    if intento.evidencia is None:
        return "sin_evidencia"
    if not stands_in(intento.evidencia, leido.enviado):
        return "no_esta_en_el_texto"
    return None


def _against_rules(leido: Leido, intento: Intento) -> str:
    rules, quote = leido.said.intencion, intento.evidencia or ""
    if len(leido.said.deseos) > 1:
        return "varios_deseos"
    if rules is intento.intencion:
        return "de_acuerdo"
    if not speaks_of(quote, intento.intencion, alone=rules is Intencion.OTRO):
        return "no_lo_nombra"
    if rules is not Intencion.OTRO:
        return "contradice"
    if leido.answered:
        return "reglas_entienden"
    return "otra_lectura" if _other_reading(intento) else "nueva"


def _other_reading(intento: Intento) -> bool:
    return intento.otra_lectura not in (None, intento.intencion)


def doubted(leido: Leido, intento: Intento) -> Creido:
    """Return what is understood where the model's wish is not to be followed: the rules' reading, or a question.

    Asked is where it is against a wish of the rules; where they read none, their own question asks as well and
    leaves nothing open. Not where something waits, or where that was just asked: no model may ask for ever.
    """
    verdict = wish_believed(leido, intento)
    asks = verdict.porque == "contradice" and not leido.espera and Campo.INTENCION not in leido.faltan
    if not asks:
        return Creido(leido.said, (verdict,))
    question = Entendido(duda=True, de_agenda=True, saludo=leido.said.saludo, nombre=leido.said.nombre)
    return Creido(question, (verdict,))


def believed(leido: Leido, intento: Intento, extraccion: Extraccion) -> Creido:
    """Return what is understood once the model's wish is believed."""
    before = leido.said.deseos[0] if leido.said.deseos else None
    deseo = before or read_as(intento.intencion, leido.texto, leido.tenant, leido.ahora)
    deseo, of_pieces = pieces_believed(leido, deseo, extraccion)
    if before is None and _is_bare(leido, deseo):
        return Creido(leido.said, (Veredicto(Campo.INTENCION, "sin_piezas"), *of_pieces))
    verdicts = (wish_believed(leido, intento), *of_pieces)
    if before == deseo and not _other_reading(intento) and _UNSETTLED.isdisjoint(v.porque for v in verdicts):
        return Creido(leido.said, verdicts)
    return Creido(_wishing(leido.said, replace(deseo, de_modelo=True)), verdicts)


def _is_bare(leido: Leido, deseo: Deseo) -> bool:
    """Tell a wish to book that says too little to be told from talk: the rules' question leaves nothing open.

    "Ayer me corté el dedo" has a day, and a wish for whoever wants to read one.
    """
    if deseo.intencion is not Intencion.AGENDAR or deseo.servicios_id or deseo.servicios_dudosos:
        return False
    hoy = leido.ahora.date()
    ahead = any(dias.hasta is None or dias.hasta >= hoy for dias in deseo.dias if dias.desde)
    return leido.said.charla or not (ahead or deseo.horas)


def _wishing(said: Entendido, deseo: Deseo) -> Entendido:
    """Return what was understood with this wish as its first."""
    rest = said.deseos[1:]
    return replace(
        said,
        intencion=deseo.intencion,
        deseos=(deseo, *rest),
        piezas=deseo,
        consultas=said.consultas if said.deseos else (),
        no=said.no and bool(said.deseos),
        dejar=said.dejar and bool(said.deseos),
        charla=False,
        de_agenda=True,
    )
