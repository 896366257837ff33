"""What stands beside a wish: yes and no, a choice, a shift, courtesy."""

from dataclasses import replace

from citas.domain.deseos import Consulta, Entendido, Intencion
from citas.language.lectura import Lectura

_ORDINAL = (
    ("primera", 1),
    ("segunda/segundo", 2),
    ("tercera", 3),
    ("cuarta", 4),
    ("quinta", 5),
    ("ultima/ultimo", -1),
)
_ASKED = "tiene/aceptan/hacer/puedo/cobran/hay/atienden"
_SHIFTS = (
    ("mas_tarde", "tarde"),
    ("mas_temprano", "temprano"),
    ("otra_hora", "otra"),
    ("otro_dia", "otro_dia"),
)


def choice(lectura: Lectura) -> int | None:
    """Return which alternative is chosen: 1, 2… or -1 for the last."""
    for start, end in lectura.spans("eleccion"):
        for at in range(start, end):
            for concepts, value in _ORDINAL:
                if lectura.is_at(at, concepts):
                    return value
    for start, end in lectura.spans("eleccion_n"):
        return next(
            (lectura.nodos[at].numero for at in range(start, end) if lectura.nodos[at].numero > 0), None
        )
    return None


def shift(lectura: Lectura) -> str | None:
    """Return the direction of "más tarde", "más temprano", "otra hora", "otro día"."""
    return next((value for act, value in _SHIFTS if lectura.has(act)), None)


def _says_yes(lectura: Lectura) -> bool:
    conditional = {start for start, _ in lectura.spans("condicional")}
    return any(not any(at in conditional for at in range(start, end)) for start, end in lectura.spans("si"))


def _is_other_question(lectura: Lectura, understood: Entendido) -> bool:
    asked = lectura.has_any("pregunta") or lectura.is_at(1, "tiene/aceptan/hacer/cobran/atienden")
    pieces = understood.piezas
    silent = not (
        understood.deseos
        or understood.consultas
        or understood.si
        or understood.no
        or understood.dejar
        or understood.desplaza
        or (pieces and (pieces.tiene_cuando or pieces.misma_hora or pieces.mismo_dia))
    )
    return asked and silent and (lectura.has_any(_ASKED) or _about_a_service(lectura))


def _about_a_service(lectura: Lectura) -> bool:
    """Tell "¿duele el botox?" from "¿y la barba?"."""
    return (
        lectura.has_any("SERV/DUDA") and lectura.has_any("x/ser/como/que") and not lectura.has_any("DIA/HORA")
    )


def courtesy(lectura: Lectura, understood: Entendido) -> Entendido:
    """Add yes, no and manners to what was understood."""
    no = lectura.has("no") and understood.intencion is not Intencion.CANCELAR
    si = _says_yes(lectura)
    whole = replace(
        understood,
        si=si and not lectura.has("dejar"),
        no=no,
        saludo=lectura.has("saludo"),
        gracias=lectura.has("gracias"),
        humano=lectura.has("humano") and Consulta.IDENTIDAD not in understood.consultas,
        avisame=lectura.has("avisame"),
        dejar=lectura.has("dejar") or (lectura.has("negado") and not understood.deseos),
    )
    if lectura.has("hueco") and not whole.deseos and not whole.consultas:
        return replace(whole, consultas=(Consulta.HUECOS,), pregunta=True, de_agenda=True)
    if _is_other_question(lectura, whole) and not whole.humano:
        return replace(whole, consultas=(Consulta.OTRA,), pregunta=True)
    return whole
