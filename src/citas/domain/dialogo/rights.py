"""Wishes that are not about a time: one's personal data, and what cannot wait."""

from dataclasses import replace

from citas.domain.desenlaces import Matiz, Motivo
from citas.domain.deseos import Deseo, Dias, Entendido, Horas, Intencion
from citas.domain.dialogo.memory import piezas_of, wish_in_course
from citas.domain.dialogo.merging import joined
from citas.domain.dialogo.situation import Situation, Step, Tell
from citas.domain.dialogo.steps import inform
from citas.domain.plazos import last_day_to_answer


def asked_for_data(situation: Situation, que: str) -> Step:
    """Acknowledge a request about personal data, and tell the owner until when to answer it."""
    plazo = last_day_to_answer(situation.tenant.pais, que, situation.hoy)
    step = inform(Matiz.DATOS, Motivo.HUMANO)
    return replace(step, keep=True, effects=(Tell(f"datos_{que}", plazo=plazo),))


def urgent_wish(situation: Situation, said: Entendido) -> Deseo:
    """Return the wish for the earliest of today, unless another day or hour was said."""
    new = piezas_of(said) or Deseo(Intencion.AGENDAR)
    before = wish_in_course(situation)
    wish = joined(before, new) if before and before.intencion is Intencion.AGENDAR else new
    hoy = situation.hoy
    return replace(
        wish,
        intencion=Intencion.AGENDAR,
        dias=new.dias or (Dias(hoy, hoy, "hoy"),),
        horas=new.horas or (Horas(None, None, "", extremo="primera"),),
    )
