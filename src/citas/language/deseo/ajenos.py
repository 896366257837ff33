"""What is recognisably not for a business that gives citas: families, suppliers, banks, other businesses."""

from citas.language.lectura.lectura import Lectura
from citas.language.lexico.alfabeto import ALFABETO
from citas.language.motor.indice import Indice
from citas.language.motor.patrones import compile_pattern

_AJENOS = tuple(
    compile_pattern(pattern, ALFABETO)
    for pattern in (
        "url",  # spam with a link
        "tu/su/el/un codigo",
        "codigo de? verificacion",
        "gracias por ( escribo/hablar/x )",  # an automatic answer
        "le/te llevar ( <dets> )? ( x/pedido/DIA/HORA/SERV )",  # a supplier
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
        "agendar/reserva ya? ( tu/su ) ( <cita>/x )",
        "reserva ya? tu <serv>",  # so a business speaks
        "banco ... monto",  # a bank's notice
        "banco ... en tu/su pagar",
        "banco , .. su/tu pagar",
        "su/tu ( pagar/cosa/producto/x )? .. vence",  # su factura vence el 10
        "recordar su/tu ( pagar/cosa )",
        "informa , .. su/tu ( pagar/cosa/envio )",
        "( informa | le/te recordar ) .. ( su/tu/el/la/los/las/de/del ) x? ( pagar/cosa/suministro/envio/banco )",
        "cancelar <dets>* pedido",
        "su/tu envio",  # a carrier's
        "su/tu pedido ( ser/estar/esta/llega/va/x/llevar/, )",
        "( SERV/DUDA/OFIC/x ) ( x/agendada )? ( del/de ) ( ( el/la )? x de )? ( el/la )? suministro .. <cuando>",  # corte de agua
        "su/tu <cita> ( en/con ) <dets>* ( negocio/tramite/empresa/x )",
        "!-<fam>/pregunta tiene <dets>* <cita> .. ( en/con ) <dets>* ( negocio/tramite/empresa ) .. <cuando>",
        "su/tu <cita> ( de x )? quedo agendada",
        "decir n12 o n12 ->,",
        "para su/tu negocio",
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
        "( llevar/dejar/dejaron/pasar/venir ) <clit>? ( <cuando> )* ( el/la/los/con/un )* ( pedido/producto/envio )",
        "( soy/somos ) ( de/del/la/el/un/una/x )* proveedor",
    )
)
# Neither where anything is asked or answered: these words may stand beside an hour that is wanted.
_FAMILIA = tuple(
    compile_pattern(pattern, ALFABETO)
    for pattern in (
        "( venir/pasar ) ( <cuando> )* por <dets>* <fam>",  # mañana paso por el niño
        "( recojo/trae ) a/al? <dets>* <fam>",
        "junta de/del/en",
        "tu o voy ->,",  # ¿vas tú o voy yo?
        "xre donde <dets>* <fam>",
        "<dets> ( almuerzo/cena/desayuno ) ( de/del/con <dets>* <fam> )? ser .. <cuando>",
        "!-habia/mi pedido -!de",
        "!-habia/mi pedido de -!SERV/DUDA/OFIC/sesion",
    )
)
_OUR_AFFAIR = "SERV/DUDA/OFIC/agendar/cita/turno/cupo/reserva/cambiar/mover/cancelar"
_ASKED = "<puedo>/quiero/atenderme/atienden/tiene/hay/disponible/dar/hacer/hacerme/mejor/prefiero/sirve/ok/si/no/bien/antes/despues/tarde/entonces/hora/<asiste>"
_KINDS = (ALFABETO.chars("DIA"), ALFABETO.chars("HORA"))
_PETS = ("perr", "gat", "mascot")  # they are fetched at a business
_ALL = (*_AJENOS, *_VIDA, *_FAMILIA)
_INDICE = Indice(_ALL)


def is_foreign(lectura: Lectura) -> bool:
    """Tell whether a text is recognisably somebody else's affair."""
    text = lectura.simbolos
    return any(
        _may_be(lectura, at) and _ALL[at].regex.search(text) is not None for at in _INDICE.candidates(text)
    )


def _may_be(lectura: Lectura, at: int) -> bool:
    """Tell whether nothing in the text is of our agenda, where the words alone do not tell."""
    if at < len(_AJENOS):
        return True
    if lectura.has_any(_OUR_AFFAIR) or lectura.has("pide_reunion"):
        return False
    of_family = at >= len(_AJENOS) + len(_VIDA)
    return not (of_family and (lectura.has_any(_ASKED) or _tells_two(lectura) or _names_a_pet(lectura)))


def _tells_two(lectura: Lectura) -> bool:
    """Tell "el viernes, el jueves es la junta": one of them answers."""
    return any(lectura.simbolos.count(kind) > 1 for kind in _KINDS)


def _names_a_pet(lectura: Lectura) -> bool:
    return any(nodo.forma.startswith(_PETS) for nodo in lectura.nodos)
