"""What is recognisably not for a business that gives citas: families, suppliers, banks, other businesses."""

from citas.language.lectura import Lectura
from citas.language.lexico import ALFABETO
from citas.language.patrones import Indice, Patron, compile_pattern

_AJENOS = tuple(
    compile_pattern(pattern, ALFABETO)
    for pattern in (
        "url",  # spam with a link
        "tu/su/el/un codigo",
        "codigo de? verificacion",
        "gracias por ( escribo/hablar/x )",  # an automatic answer
        "le/te llevar ( <dets> )? ( x/pedido/DIA/HORA/SERV )",  # a supplier
        "pedido",
        "el/su/tu domicilio",
        "prestamo",
        "te/le recordar .. <cita>",  # another business's reminder
        "tu/su <cita> .. ( medica | ser .. <cuando> )",
        "ofrecer",
        "banco ... monto",  # a bank's notice
        "banco ... en tu/su pagar",
        "monto ... ( tu/su ) ( pagar/banco )",
    )
)
# They mean somebody else only where nothing is asked of the agenda.
_VIDA = tuple(
    compile_pattern(pattern, ALFABETO)
    for pattern in (
        "futbol",
        "fiesta",
        "a/en mi casa",
        "te/le/los espera .. <cuando>",
        "reunion .. ( ser/hay )? <cuando>",
        "hay reunion",
    )
)
_OUR_AFFAIR = "SERV/DUDA/agendar/cita/turno/cupo/reserva/cambiar/mover/cancelar"


_INDICE_AJENOS, _INDICE_VIDA = Indice(_AJENOS), Indice(_VIDA)


def is_foreign(lectura: Lectura) -> bool:
    """Tell whether a text is recognisably somebody else's affair."""
    if _any_of(_AJENOS, _INDICE_AJENOS, lectura):
        return True
    return _any_of(_VIDA, _INDICE_VIDA, lectura) and not lectura.has_any(_OUR_AFFAIR)


def _any_of(patrones: tuple[Patron, ...], indice: Indice, lectura: Lectura) -> bool:
    text = lectura.simbolos
    return any(patrones[at].regex.search(text) for at in indice.candidates(text, lectura.mask))
