"""What is recognisably not for a business that gives citas: families, suppliers, banks, other businesses."""

from citas.language.indice import Indice
from citas.language.lectura import Lectura
from citas.language.lexico import ALFABETO
from citas.language.patrones import compile_pattern

_AJENOS = tuple(
    compile_pattern(pattern, ALFABETO)
    for pattern in (
        "url",  # spam with a link
        "tu/su/el/un codigo",
        "codigo de? verificacion",
        "gracias por ( escribo/hablar/x )",  # an automatic answer
        "le/te llevar ( <dets> )? ( x/pedido/DIA/HORA/SERV )",  # a supplier
        "!-habia pedido -!de",
        "!-habia pedido de -!SERV/DUDA/OFIC",
        "estimado usuario | <-, usuario",
        "<-, vendo",
        "el/su/tu domicilio",
        "prestamo",
        "( te/le recordar | <-,/para recordar su/tu ) .. <cita>",  # another business's reminder
        "tu/su <cita> .. ( medica | ser .. <cuando> )",
        "ofrecer",
        "decir ( ok/si/no/confirmar/cancelar/n12 ) ( para | si .. no ) ( cancelar/confirmar/agendar/<puedo> )",  # a bot's menu
        "somos <dets>? empresa",
        "reunion sobre",
        "agendar/reserva ya? ( tu/su ) ( <cita>/x )",  # so a business speaks
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
        "<-borde hola? ,? pariente -!con/para/de",  # mami, ¿a qué hora llegas?
        "fiesta",
        "feliz ( reunion | navidad | ano )",  # feliz cumpleaños
        "a/en mi casa",
        "te/le/los espera .. <cuando>",
        "( banco/trae/llevar ) .. mercado | mercado , .. trae",  # compra leche y pan
        "plomero",  # el número del plomero
        "reunion .. ( ser/hay )? <cuando>",
        "hay reunion",
    )
)
_OUR_AFFAIR = "SERV/DUDA/OFIC/agendar/cita/turno/cupo/reserva/cambiar/mover/cancelar"


_BOTH = (*_AJENOS, *_VIDA)
_INDICE = Indice(_BOTH)


def is_foreign(lectura: Lectura) -> bool:
    """Tell whether a text is recognisably somebody else's affair."""
    text = lectura.simbolos
    for at in _INDICE.candidates(text):
        if at >= len(_AJENOS) and (lectura.has_any(_OUR_AFFAIR) or lectura.has("pide_reunion")):
            return False
        if _BOTH[at].regex.search(text):
            return True
    return False
