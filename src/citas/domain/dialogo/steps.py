"""The steps that every wish shares: asking, offering, listing what is near."""

from dataclasses import replace

from citas.domain.citas import Cita, Hueco
from citas.domain.desenlaces import Desenlace, Estado, Falta, Matiz, Motivo, Pedido
from citas.domain.deseos import Deseo, Intencion, ProblemaDia
from citas.domain.dialogo.choosing import Chosen, asked, nearest_to
from citas.domain.dialogo.situation import Asker, Offer, Step, Talk

PROBLEMS = {
    ProblemaDia.IMPOSIBLE: Matiz.FECHA_IMPOSIBLE,
    ProblemaDia.INCOHERENTE: Matiz.FECHA_INCOHERENTE,
    ProblemaDia.PASADA: Matiz.FECHA_PASADA,
    ProblemaDia.DUDOSA: Matiz.FECHA_DUDOSA,
}


# Refused as it was said; another day or servicio may still be had.
STILL_WISHED = (Motivo.FUERA_DE_PLAZO, Motivo.SERVICIO_DESCONOCIDO)


def ask(
    deseo: Deseo,
    falta: Falta,
    matiz: Matiz = Matiz.NINGUNO,
    *,
    pedido: Pedido | None = None,
    alternativas: tuple[Hueco, ...] = (),
    citas: tuple[Cita, ...] = (),
) -> Step:
    """Ask for the one piece that is missing, and remember the wish."""
    return Step(
        Desenlace(
            deseo.intencion,
            Estado.ACLARACION,
            matiz=matiz,
            faltan=(falta,),
            citas=citas,
            alternativas=alternativas,
            deseo=deseo,
            pedido=pedido or asked(deseo, None, None),
        ),
        deseo=deseo,
        faltan=(falta,),
        alternativas=alternativas,
    )


def day_problem(deseo: Deseo) -> Step | None:
    """Ask again for a day that cannot be; None where some day can."""
    broken = [dias for dias in deseo.dias if dias.problema is not None]
    if not broken or len(broken) < len(deseo.dias):
        return None
    first = broken[0]
    pedido = replace(asked(deseo, None, None), dia=first.desde)
    matiz = PROBLEMS[first.problema] if first.problema else Matiz.NINGUNO
    return ask(replace(deseo, dias=()), Falta.FECHA, matiz, pedido=pedido)


def propose(deseo: Deseo, hueco: Hueco, matiz: Matiz, *, citas: tuple[Cita, ...] = ()) -> Step:
    """Offer one concrete start, to book or (with the cita) to move."""
    return Step(
        Desenlace(
            deseo.intencion,
            Estado.PROPUESTA,
            matiz=matiz,
            cita=citas[0] if citas else None,
            citas=citas,
            alternativas=(hueco,),
            deseo=deseo,
        ),
        offer=Offer(deseo, hueco, citas),
        deseo=deseo,
    )


def refuse(deseo: Deseo, motivo: Motivo, *, cita: Cita | None = None, pedido: Pedido | None = None) -> Step:
    """A policy forbids it."""
    return Step(
        Desenlace(
            deseo.intencion,
            Estado.RECHAZADA,
            motivo,
            cita=cita,
            deseo=deseo,
            pedido=pedido or asked(deseo, None, None),
        ),
        deseo=deseo if motivo in STILL_WISHED else None,
    )


def instead(asker: Asker, deseo: Deseo, chosen: Chosen, *, cita: Cita | None = None) -> Talk[Step]:
    """Say why not, and what is nearest."""
    motivo = chosen.motivo or Motivo.OCUPADO
    pedido = asked(deseo, chosen.fecha, chosen.minutos)
    if motivo is Motivo.FUERA_DE_PLAZO:
        return refuse(deseo, motivo, cita=cita, pedido=pedido)
    wider = deseo if motivo is not Motivo.RECURSO_NO_DISPONIBLE else replace(deseo, recursos_id=())
    near = yield from nearest_to(asker, wider, chosen.fecha, chosen.minutos)
    return listed(deseo, motivo, near, pedido, cita=cita)


def listed(
    deseo: Deseo, motivo: Motivo, near: tuple[Hueco, ...], pedido: Pedido, *, cita: Cita | None = None
) -> Step:
    """What was asked cannot be had: list the nearest, and let the cliente choose."""
    return Step(
        Desenlace(
            deseo.intencion,
            Estado.ALTERNATIVAS,
            motivo,
            cita=cita,
            alternativas=near,
            pedido=pedido,
            deseo=deseo,
        ),
        deseo=deseo,
        alternativas=near,
    )


def silent(motivo: Motivo) -> Step:
    """Answer nothing; whatever waits goes on waiting."""
    return Step(Desenlace(Intencion.OTRO, Estado.IGNORADA, motivo), keep=True)


def inform(
    matiz: Matiz,
    motivo: Motivo | None = None,
    *,
    intencion: Intencion = Intencion.OTRO,
    citas: tuple[Cita, ...] = (),
) -> Step:
    """Tell something, and let go of whatever waited."""
    return Step(
        Desenlace(
            intencion,
            Estado.INFORMADA,
            motivo,
            matiz=matiz,
            cita=citas[0] if citas else None,
            citas=citas,
        )
    )
