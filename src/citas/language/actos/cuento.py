"""The acts of talk about citas that asks for none: rules of the house, what was done, another's turno.

Each line is an act, its pattern, and an example of it.
"""

from citas.language.actos.casa import CASA
from citas.language.actos.relato import RELATOS
from citas.language.actos.vedado import VEDADOS

CUENTOS = (
    (
        "cuento",
        "( debo | hay que | tengo que ) .. ( agendar/cancelar/cambiar/sacar/reprogramar ) ... pregunta",
    ),
    ("cuento", "con cuanto .. ( agendar/cancelar/cambiar/sacar )"),
    # Rules of the house, asked for.
    ("cuento", "se quiero .. ( <cita>/agendar )"),  # ¿se necesita cita para una revisión?
    ("cuento", "agendar .. por .. o .. por"),  # ¿agendan por teléfono o por la página?
    ("cuento", "( tiene/hay ) ( telefono/x/cosa ) para ( agendar/sacar )"),
    ("cuento", "cuanto/cuando se ( cambiar/hacer/hace ) .. <serv>?"),  # ¿cada cuánto se cambia el aceite?
    ("cuento", "( despues/luego ) ( x a )? <clit>? ( sacar/pido )"),  # después vuelvo a pedir turno
    ("cuento", "acabo de ( <acto>/sacar/<mueve> ) ( <dets>* <cita> )?"),  # acabo de reservar
    # What is free or has a place, and is no hour of ours.
    ("cuento", "( tiene/hay ) <dets>* ( x/cosa ) x? disponible"),
    ("cuento", "disponible <dets> ( x/cosa ) | disponible de <dets>* cosa"),
    ("cuento", "que x ( tiene/hay ) ( .. <cuando> )?"),  # ¿qué planes tienes para mañana?
    ("cuento", "que x se <puedo> ( hacer/hacerme .. <serv> )?"),
    (
        "cuento",
        "( tiene/hay ) <dets>* <cita> ( en/para ) <dets>* x/trabajo/vehiculo ->,",
    ),  # ¿hay cupos en el colegio?
    ("cuento", "de baja ( de/del/el/la )? <dets>* ( x/cosa )"),
    ("cuento", "reprogramar ( <dets> <dets>* x -!de/del/DIA/HORA | x ->, )"),
    ("cuento", "( cancelar/reprogramar/<mueve> ) <dets>* ( cosa/pedido/recordar )"),
    (
        "cuento",
        "( hasta/cuanto/como/que/donde ) ... ( avisar/escribo ) que? .. no ( voy/<puedo>/llego/<asiste> )",
    ),
    ("cuento", "( politica/pasar ) ... no <asiste> ->,/a"),  # ¿aplican multa por no asistir?
    ("cuento", "por no <asiste>"),
    (
        "cuento",
        "( toca | hay que ) ( agendar/sacar ) ... ( o | pregunta )",
    ),  # ¿toca reservar o puedo llegar así?
    ("cuento", "lo de ( agendar/cancelar/cambiar/sacar )"),  # ¿cómo funciona lo de reservar?
    ("cuento", "( que/cual ) ( datos/tramite/politica/x/quiero/hay ) .. para ( agendar/sacar )"),
    (
        "cuento",
        "para ( agendar/sacar ) .. ( tengo/hay que | debo | toca )",
    ),  # ¿para agendar tengo que dejar abono?
    ("cuento", "posible cancelar sin"),
    (
        "cuento",
        "en .. caso .. ( no | cancelar/cambiar/reprogramar | toca ) .. ( cancelar/<asiste>/<puedo> )?",
    ),
    ("cuento", "<puedo> ... embarazada | embarazada ... <puedo> .. ( ir | hacerme | <serv> )?"),
    ("cuento", "<puedo> .. ( antes/despues ) ( de/del ) .. <serv>"),  # ¿puedo tomar sol después del tatuaje?
    ("cuento", "<puedo> .. acompanado ..."),
    ("cuento", "<puedo> ( ir/llevar ) ( con/a ) <dets>* <fam> ( ->, | a .. <cita>/SERV )"),
    # What a list of choices or another's words hold.
    (
        "cuento",
        "<acto> ( <dets>* <cita> )? <entre> <entre>* <acto> ( <dets>* <cita> )? <entre> <entre>* <acto> ( <dets>* <cita> )?",
    ),
    ("cuento", "<acto> ( <dets>* <cita> )? n12 <entre> <acto> ( <dets>* <cita> )?"),
    ("cuento", "<acto> ( <dets>* <cita> )? o <acto>"),
    ("cuento", "gracias por <clit>? ( agendar/<mueve>/reprogramar/cancelar/reserva ) ( <dets>* <cita> )?"),
    ("cuento", "dieron .. <cita> ( para <cuando> )?"),  # me dieron turno para el 15
    ("cuento", "hace .. que? no ( voy/ir )"),  # hace rato no voy
    ("cuento", "pude de? ( agendar/cancelar/cambiar/sacar/hacer/<mueve> ) ( <dets>* <cita> )?"),
    ("cuento", "te/le/los voy a cancelar"),
    (
        "cuento",
        "( agendar/cancelar/<mueve> ) <dets>* <cita>? ( de/del/para )? <dets>* cosa",
    ),  # cancela la reserva del hotel
    ("cuento", "me agendar ( un/una ) x"),  # me apunto una hamburguesa
    ("cuento", "aprender a ( hacer .. <serv>? | <serv> )"),
    ("cuento", "cambio ( de/del/en )? ( <dets>* turno con | <dets> cosa )"),
    ("cuento", "que x se? .. hay <cuando>"),  # ¿qué humedad habrá hoy?
    ("cuento", "cambiar/cambio de? turno con x"),
    ("cuento", "<puedo> cancelar .. sin -!problema"),  # ¿se puede cancelar sin costo?
    ("cuento", "si no ( <puedo>/voy/llego ) ... que .. hacer/pasar"),
    ("cuento", "<puedo>? pasar a x"),  # puede pasar a recogerlo
    ("cuento", "<serv> ( de/la/el/los )* suministro"),  # corte de luz
    ("cuento", "quiero .. x de <dets>* <cita>"),  # necesito el certificado de mi cita
    ("cuento", "ya agendar con otro/otra"),
    ("cuento", "cuando/cuanto ( debo | hay que | tengo que ) .. ( agendar/cancelar/cambiar/hacer/hacerme )"),
    ("cuento", "<-, tiene <cita> con x"),  # tiene cita con la doctora
    ("cuento", "<fam> ya? tiene .. <cita>"),
    ("cuento", "x tiene <cita> .. ->borde/pausa/salto"),  # Pedro tiene turno el viernes
    ("cuento", "<fam> .. decir que no"),
    ("cuento", "aceptan ( por )? .. ( cancelar/cambiar/mover/reprogramar )"),  # ¿cobran por cancelar?
    ("cuento", "( !-me hace | ser | <-,/no ) necesario .. ( agendar/sacar/<cita> )"),
    ("cuento", "quiero .. x .. para agendar"),
    ("cuento", "para agendar .. pagar"),
    ("cuento", "que dia ser DIA"),
    ("cuento", "dar la hora ->,"),
    ("cuento", "donde tiene cupo"),
    ("cuento", "quiero .. agendar .. ( antes | n12 ) pregunta"),  # ¿necesito agendar valoración primero?
    (
        "cuento",
        "politica ... ( cancelar/cancelacion/cambio/agendar/reprogramar/<mueve> )",
    ),
    ("cuento", "( precio/cuesta/tiempo/banco ) .. ( cancelar/cancelacion/cambiar/cambio/mover/reprogramar )"),
    (
        "cuento",
        "( cancelar/cancelacion/reprogramar ) .. ( politica/precio/cuesta )",
    ),  # cancelar, ¿tiene costo?
    ("cuento", "cancelacion de ultima/ultimo"),
    ("cuento", "cuanto vez .. ( cancelar/cambiar/mover/reprogramar )"),
    ("cuento", "<puedo> ( cancelar/cambiar/mover ) .. !-para despues ->,"),
    ("cuento", "aceptan .. si no"),
    ("cuento", "pasar si no ( <puedo>/voy/llego ) .. <asiste>?"),
    ("cuento", "si no ( <puedo>/voy/llego/ir ) .. pregunta"),  # ¿y si no puedo ir?
    (
        "cuento",
        "( quiero/agendar/reserva/agenda/dar/sacar/pedirte ) ( ver/hacer/sacar )? ( un/una/unas/el/la/los/las/mi/tu/n12 )* x? cosa",
    ),  # quiero una pizza
    (
        "cuento",
        "<puedo> .. si ( estoy/tengo/soy/sacar/x ) ... pregunta",
    ),  # ¿puedo hacérmelo si estoy embarazada?
    ("cuento", "quiero ver mas de/del/sobre/en ..."),  # me gustaría saber más del tratamiento
    ("cuento", "cupo ( feliz | para almuerzo )"),  # ¿qué hay hoy en la tele?
    ("cuento", "algo abrir"),
    ("cuento", "que hay .. en la/el x"),
    ("cuento", "tiempo disponible ->, | disponible para hablar"),
    ("cuento", "no dejar ( agendar/sacar/cancelar/cambiar )"),
    ("cuento", "no me dejar ... ( agendar/cancelar/cambiar/sacar )"),
    ("cuento", "no me/te/le/nos llego/hizo"),  # no me llegó la confirmación
    ("cuento", "tiene/hay algo x"),
    ("cuento", "que tiene ( para | de ) almuerzo"),
    (
        "cuento",
        "<puedo> ( x/OFIC ) .. ( antes/despues ) ( de/del )",
    ),  # ¿me puedo bañar después de la cirugía?
    ("cuento", "quiero <serv> para <dets>* <serv> pregunta"),  # ¿necesito valoración para los rellenos?
    ("cuento", "<puedo> OFIC para <dets>* <cita>"),
    ("cuento", "vez agendada ... <mueve>"),
    ("cuento", "pasar a trae"),
    ("cuento", "guardar ( el/la/los/las/unas/mi ) x x? ->,"),  # apártame la chaqueta roja
    ("cuento", "agendar <dets>* ( numero/telefono/cosa )"),
    ("cuento", "no se ( que dia/hora | cuando ) .. <puedo> .. ( ir/hacerme )?"),
    ("cuento", "no se si ( hacer/hacerme .. <serv>? )"),
    ("cuento", "te/le hacer <dets> <serv>"),  # te hago una consulta
    ("cuento", "no pude .. <asiste>"),
    ("cuento", "no hizo a <asiste>"),  # ayer no pude ir
    ("cuento", "si ( <gente>/alguno/otra/x ) cancelar"),
    ("cuento", "<puedo> llevar ( mi/mis/una/un/lo ) x? ( x/<serv> )"),  # ¿puedo llevar mi esmalte?
    ("cuento", "hay que <serv> ... pregunta"),
    ("cuento", "reprogramar/cancelar/<mueve> .. ( las/cuanto/n12 ) vez"),
    ("cuento", "cancelar/reprogramar/<mueve> en caso"),
    ("cuento", "habia ( cancelada/agendada/cambiada/pedido ) .. <cita> con?"),  # nunca he cancelado una cita
    ("cuento", "que hora/dia .. hay menos"),
    (
        "cuento",
        "no .. <asiste> ( a/al ) <dets>* ( reunion/trabajo/fiesta/futbol/aprender )",
    ),  # no voy a clase
    ("cuento", "tiene cancelada <dets>* <cita>"),
    ("cuento", "quiero ( la/el/mi ) x para <dets>* <serv>"),  # necesito la orden para la ecografía
    ("cuento", "<dets> ( x/telefono ) para ( agendar/sacar )"),  # ¿cuál es el enlace para reservar?
    ("cuento", "se ( sacar/agendar ) <cita> pregunta/o"),
    ("cuento", "quien dar .. <cita>"),
    ("cuento", "estar agendar"),
    ("cuento", "de otro/otra cupo"),
    ("cuento", "quiero ver ( de/del/sobre/la/el/en ) -!hacerme/xse .. <serv>"),  # quiero saber del masaje
    ("cuento", "quiero ver si ( el/la/los/las ) <serv>"),
    ("cuento", "quiero ver que ( x/aceptan/tiene ) <dets>* <serv>"),
    ("cuento", "quiero ( x/aprender ) ( por/de/del/sobre ) <dets>* <serv>"),
    ("cuento", "cualquiera ( cambio/cambiar | SERV de )"),
    ("cuento", "perdon por ( cancelar | no <asiste> )"),
    ("cuento", "<puedo> ( reprogramar/<mueve> ) ... sin"),
    ("cuento", "hacer turno de DURA"),
    ("cuento", "<puedo> ( cancelar/reprogramar/<mueve> ) ... ( despues de/del/agendar | si ) agendar?"),
    (
        "cuento",
        "siempre <clit>? ( cancelar/<mueve>/reprogramar ) ( <dets>* <cita> )? | vez que me ( cancelar/<mueve> )",
    ),
    ("cuento", "la hora de ir"),  # no veo la hora de ir
    ("cuento", "cancelar lo que <clit>? debo"),
    ("cuento", "<puedo> dar mi <cita> a"),
    ("cuento", "dar .. x ( de/del ) <dets>* ( <cita>/<serv> )"),  # ¿me da un justificante de la cita?
    (
        "cuento",
        "no x que ... ( sacar/agendar/cancelar/<mueve> ) ( <dets>* <cita> )?",
    ),  # no sabía que había que pedir cita
    ("cuento", "iba a ( agendar/sacar/cancelar/<mueve> ) ( <dets>* <cita> )?"),
    ("cuento", "hay x en <dets> <cita>"),
    ("cuento", "molesta que <clit>? ( cancelar/<mueve>/reprogramar ) ( <dets>* <cita> )?"),
    (
        "cuento",
        "cuanto ( x/usuario/persona/personas/DIA ) ( tiene/hay ) .. DIA?",
    ),  # ¿cuántos clientes tienen hoy?
    ("cuento", "cuando me <puedo> x <dets>? <serv>"),  # ¿cuándo me puedo lavar el pelo?
    ("cuento", "( agendar/reserva ) <dets> ( almuerzo/cosa/vehiculo )"),
    ("cuento", "dar ( una/otra ) chance"),
    ("cuento", "( agendar/sacar ) .. y ( nada | no me? x )"),  # quería agendar ayer y no me contestaron
    ("cuento", "que x ser ( agendar/sacar ) .. <cita>?"),  # qué difícil es sacar una cita
    ("cuento", "quiero que <clit>? decir"),  # necesito que me expliquen el tratamiento
    ("cuento", "que quiero para <dets>* ( <serv>/<cita> )"),
    ("cuento", "<puedo> .. <serv> despues pregunta"),
    ("cuento", "no llego a x"),  # no alcanzo a leer
    ("cuento", "tiene/hay algo que"),
    ("cuento", "tiene/hay algo de x"),
    ("cuento", "que hora .. pasar <dets> x"),  # ¿a qué hora pasa el bus?
    ("cuento", "<puedo> ir ( a/al ) <dets>* x"),  # ¿podemos ir al cine?
    ("cuento", "estuvo .. <cita> con?"),
    ("cuento", "que hora .. pasar por <dets>* x"),
    ("cuento", "puedes ( ir | venir -!<dets> )"),
    ("cuento", "pasar por mi"),
    ("cuento", "ir a <dets>* casa"),
    ("cuento", "me agendar ( para/a ) ( el/la/un/una )? ( x/cosa )"),  # yo me apunto para el pastel
    ("cuento", "hacer cambiar ->,"),
    ("cuento", "te/le <puedo> hacer"),
    ("cuento", "quiero aprender ..."),
    ("cuento", "quiero ser x"),
    ("cuento", "luego/despues sacar"),  # luego cuadramos otra
    ("cuento", "que hay ( para/de ) ( hacer/almuerzo/x )"),  # ¿qué hay de comer hoy?
    (
        "cuento",
        "cupo para ( el/la/un/una )? ( x/cosa/vehiculo ) ->,",
    ),  # ¿hay lugar para parquear?  # la política de cancelación
    ("cuento", "que/cuanto .. si .. ( cancelar/cancelo/pago/cambiar )"),  # ¿qué pasa si cancelo?
    ("cuento", "si .. ( cancelar/cancelo/cambiar ) ... pregunta"),
    ("cuento", "( x/precio/tiempo ) ( de/por/para/sobre ) cancelacion"),  # plazo de cancelación
    ("cuento", "con cuanto tiempo ... ( cancelar/cambiar/agendar )"),
    ("cuento", "hasta ( cuando | que hora/dia ) ... ( cancelar/cambiar/agendar/reprogramar/<mueve> )"),
    ("cuento", "promo ... ( agendar/disponible )"),
    ("cuento", "cancelar ambos/todo? ( <dets> <dets>* x | x ->, )"),  # cancelar la suscripción
    ("cuento", "cancelar ambos/todo? <dets>* ( tramite/pedido/domicilio/prestamo/cosa/banco/contar )"),
    ("cuento", "<cita> que me? ( agendar/sacar/dar )"),  # el turno que reservé
    ("cuento", "decir .. a/al <dets>* ( <fam>/jefe ) ... que ... ( no | cancelar/cambiar )"),
    ("cuento", "!-de turno .. ( trabajo/empresa )"),  # el turno del trabajo
    ("cuento", "!-que ( estoy/salir ) de turno"),  # but "…, que salgo de turno" gives a reason
    ("cuento", "me toca .. turno"),
    ("cuento", "turno con <dets>* <fam>"),
    ("cuento", "<cita> .. tramite"),  # la cita en la embajada
    ("cuento", "estoy disponible"),
    ("cuento", "sin <cita>"),  # ¿puedo ir sin cita?
    ("cuento", "<cita>/SERV o <puedo>"),
    ("cuento", "( cuanto/que/donde ) ... para agendar"),
    ("cuento", "confirmar <dets>* <cita>"),
    ("cuento", "( la/mi/su ) <cita> .. ser a? <cuando> -!pero"),  # la cita de mi mamá es a las 3
    ("cuento", "<puedo> .. pagar"),
    ("cuento", "quiero <cita> .. o llego/<puedo>"),
    *CASA,
    *RELATOS,
    *VEDADOS,
)
