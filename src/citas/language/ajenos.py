"""What is recognisably not for a business that gives citas: families, suppliers, banks, other businesses."""

from citas.language.lectura import Lectura
from citas.language.lexico import ALFABETO
from citas.language.patrones import compile_pattern

_AJENOS = tuple(
    compile_pattern(pattern, ALFABETO)
    for pattern in (
        "url",  # spam with a link
        "codigo de? verificacion",
        "gracias por ( escribo/hablar/x )",  # an automatic answer
        "futbol",
        "fiesta",
        "le/te llevar ( <dets> )? ( x/pedido/DIA/HORA/SERV )",  # a supplier
        "pedido",
        "prestamo",
        "a mi casa",
    )
)


def is_foreign(lectura: Lectura) -> bool:
    """Tell whether a text is recognisably somebody else's affair."""
    text = lectura.simbolos
    present = set(text)
    return any(
        patron.regex.search(text)
        for patron in _AJENOS
        if patron.needs is None or not patron.needs.isdisjoint(present)
    )
