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
        "( soy/hablar/escribo ) <dets>* visitador",
        "( ok/tengo ) su/tu pedido",
        "estimado usuario | <-, usuario",
        "<-, vendo",
        "el/su/tu domicilio",
        "prestamo",
        "( te/le recordar | <-,/para recordar su/tu ) .. <cita>",  # another business's reminder
        "tu/su <cita> .. ( medica | ser .. <cuando> )",
        "!-para/<puedo> ofrecer | !-tiene para ofrecer | !-que/me/nos <puedo> ofrecer",  # but "¿qué me pueden ofrecer?"
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
# Who supplies comes with goods, and brings neither who nor what is to be attended.
_VENDE = tuple(
    compile_pattern(pattern, ALFABETO)
    for pattern in (
        "le/te llevar ( <cuando> )* ( el/la/los/las/un/una/unas )? ( x/pedido/SERV )",
        "( pasar/venir/llego/ir/voy/x/proveedor ) ( <cuando> )* a? llevarte <dets>* nuevo? ( <serv>/producto/pedido/servicios )",
        "a/para llevarte/dejarte/mostrarte <dets>* nuevo? <dets>* ( producto/pedido/servicios )",
        # Goods that a client may bring too ("paso a dejarle las llantas"), but not with a bill, or from who supplies.
        "( dejarte | te/le dejaron ( <cuando> )* ) ( los/las/unas ) <serv> y <dets>* cosa",
        "proveedor .. ,? ... ,? ... ( llevarte/dejarte/mostrarte | te/le dejaron )",
        "( te/le <clit>? ( mandaron/envio/pasar/venir/dejaron/hizo ) | comparto ) <dets>* servicios",  # te mando el catálogo
        "los/las <serv> que me? encargaste",
        "( precio/promo ) .. pedidos",  # precios de mayoreo
        "te/le dejaron ( <cuando> )* su/tu <serv>",
        "te/le ( pasar/venir ) a ( dejar/dejarme ) <dets>* pedido/producto",
        "( soy/somos/escribo/hablar ) x? x? ( de/del ) <dets>* proveedor ... <cuando> ... ( llevar/dejaron/venir/pasar )",
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
        "( veni | te/le/los espero ) .. ( a/al/para ) ( un/una/unos/el )? ( almuerzo/cena/desayuno/fiesta/convite )",
        "( te/le/los espero ) ... ( a/para ) ( almuerzo/cena/desayuno )",
    )
)
# Neither where anything is asked or answered: these words may stand beside an hour that is wanted.
_FAMILIA = tuple(
    compile_pattern(pattern, ALFABETO)
    for pattern in (
        "( venir/pasar ) ( <cuando> )* por <dets>* <fam>",  # mañana paso por el niño
        "( recojo/trae ) tu? a/al? <dets>* ( <fam>/chicos )",
        "( pasar/venir/ir ) por <dets>* ( <fam>/chicos )",
        "( almuerzo/cena/convite ) .. en/al <dets>* mesa/cine",
        "agendo <dets>* mesa",  # ya reservé mesa
        "!-mi <cita> ser? <cuando>* en/al <dets>* mesa/cine .. ->borde/pausa/salto",
        "la/nuestra <cita> ( en/con ) <dets>* ( banco/tramite/abogado ) ser",
        "junta de/del/en",
        "( soy/somos ) ( de/del/la/el/un/una/x )* proveedor",
        "me veni a recojo",
        "( veni | te/le/los espero ) .. a sacar -!<cita>",  # vente a tomar un café
        "( te/le/los ) x a ( almuerzo/cena/desayuno/fiesta/convite )",  # te invito a almorzar
        "tu o voy ->,",  # ¿vas tú o voy yo?
        "xre donde <dets>* <fam>",
        "<dets>/nuestra ( almuerzo/cena/desayuno ) ( de/del/con <dets>* <fam> )? ser .. <cuando>",
        "!-habia/mi pedido -!de",
        "!-habia/mi pedido de -!SERV/DUDA/OFIC/sesion",
    )
)
# Words of an agenda or of an answer that are of another's day: "el turno del hospital", "salgo tarde".
_THEIRS = tuple(
    compile_pattern(pattern, ALFABETO)
    for pattern in (
        "turno ( de/del/en ) <dets>* ( empresa/trabajo/negocio )",
        "estoy ( de/en ) turno ( de/del/en <dets>* ( empresa/trabajo/negocio ) )?",
        "salir tarde/antes",
        "puedes ( ir/pasar/venir/voy )? a? ( recojo/trae a/al? | por ) <dets>* ( <fam>/chicos )",
        "!-mi <cita> ser? <cuando>* en/al <dets>* mesa/cine",
        "la/nuestra <cita> ( en/con ) <dets>* ( banco/tramite/abogado )",
        "que me encargaste",
    )
)
# Who wants to be attended, or brings what is: no supplier.
_A_CLIENT = "me/<puedo>/quiero/dar/hacerme/atenderme/agendar/<cita>/cambiar/mover/cancelar/prefiero/pregunta/vehiculo/<fam>"
_OUR_AFFAIR = "SERV/DUDA/OFIC/agendar/cita/turno/cupo/reserva/cambiar/mover/cancelar"
_ASKED = "<puedo>/quiero/atenderme/atienden/tiene/hay/disponible/dar/hacer/hacerme/mejor/prefiero/sirve/ok/si/no/bien/antes/despues/tarde/entonces/hora/<asiste>"
_KINDS = (ALFABETO.chars("DIA"), ALFABETO.chars("HORA"))
_PETS = ("perr", "gat", "mascot")  # they are fetched at a business
_ALL = (*_AJENOS, *_VENDE, *_VIDA, *_FAMILIA)
_OF_WHO_SELLS = range(len(_AJENOS), len(_AJENOS) + len(_VENDE))
_OF_FAMILY = range(len(_ALL) - len(_FAMILIA), len(_ALL))
_INDICE = Indice(_ALL)


def is_foreign(lectura: Lectura) -> bool:
    """Tell whether a text is recognisably somebody else's affair."""
    text = lectura.simbolos
    return any(
        _ALL[at].regex.search(text) is not None and _may_be(lectura, at) for at in _INDICE.candidates(text)
    )


def _may_be(lectura: Lectura, at: int) -> bool:
    """Tell whether nothing in the text is of our agenda, where the words alone do not tell."""
    if at < _OF_WHO_SELLS.start:
        return True
    ours = _our_words(lectura)
    if at in _OF_WHO_SELLS:
        return not (ours & ALFABETO.mask_of(_A_CLIENT) or _names_a_pet(lectura))
    if ours & ALFABETO.mask_of(_OUR_AFFAIR) or lectura.has("pide_reunion"):
        return False
    asked = ours & ALFABETO.mask_of(_ASKED) or _tells_two(lectura) or _names_a_pet(lectura)
    return not (at in _OF_FAMILY and asked)


def _our_words(lectura: Lectura) -> int:
    """Return the symbols of a text without what is of another's day."""
    text = lectura.simbolos
    for patron in _THEIRS:
        if patron.may_match(lectura.mask):
            text = patron.regex.sub("", text)
    return ALFABETO.mask(text)


def _tells_two(lectura: Lectura) -> bool:
    """Tell "el viernes, el jueves es la junta": one of them answers."""
    return any(lectura.simbolos.count(kind) > 1 for kind in _KINDS)


def _names_a_pet(lectura: Lectura) -> bool:
    return any(nodo.forma.startswith(_PETS) for nodo in lectura.nodos)
