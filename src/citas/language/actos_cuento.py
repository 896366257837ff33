"""The acts of talk about citas that asks for none: rules of the house, what was done, another's turno.

Each line is an act, its pattern, and an example of it.
"""

CUENTOS = (
    (
        "cuento",
        "( debo | hay que | tengo que ) .. ( agendar/cancelar/cambiar/sacar/reprogramar ) ... pregunta",
    ),
    ("cuento", "con cuanto .. ( agendar/cancelar/cambiar/sacar )"),
    ("cuento", "cambiar de? turno con x"),
    ("cuento", "<puedo> cancelar .. sin"),  # ¿se puede cancelar sin costo?
    ("cuento", "si no ( <puedo>/voy/llego ) ... que .. hacer/pasar"),
    ("cuento", "<puedo>? pasar a x"),  # puede pasar a recogerlo
    ("cuento", "<serv> de ( la )? suministro"),  # corte de luz
    ("cuento", "quiero .. x de <dets>* <cita>"),  # necesito el certificado de mi cita
    ("cuento", "ya agendar con otro/otra"),
    ("cuento", "cuando/cuanto ( debo | hay que | tengo que ) .. ( agendar/cancelar/cambiar/hacer/hacerme )"),
    ("cuento", "<-, tiene <cita> con x"),  # tiene cita con la doctora
    ("cuento", "<fam> tiene .. <cita>"),
    ("cuento", "x tiene <cita> .. ->borde/pausa/salto"),  # Pedro tiene turno el viernes
    ("cuento", "<fam> .. decir que no"),
    ("cuento", "aceptan ( por )? .. ( cancelar/cambiar/mover/reprogramar )"),  # ¿cobran por cancelar?
    ("cuento", "( ser/hace )? necesario .. ( agendar/sacar/<cita> )"),
    ("cuento", "quiero .. x .. para agendar"),
    ("cuento", "para agendar .. pagar"),
    ("cuento", "que dia ser DIA"),
    ("cuento", "dar la hora ->,"),
    ("cuento", "donde tiene cupo"),
    ("cuento", "quiero .. agendar .. ( antes | n12 ) pregunta"),  # ¿necesito agendar valoración primero?
    (
        "cuento",
        "politica ... ( cancelar/cancelacion/cambiar/agendar/reprogramar )",
    ),
    ("cuento", "( precio/cuesta/tiempo/banco ) .. ( cancelar/cancelacion/cambiar/mover/reprogramar )"),
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
    ("cuento", "<puedo> .. si ( estoy/tengo ) ... pregunta"),  # ¿puedo hacérmelo si estoy embarazada?
    ("cuento", "quiero ver mas de/del/sobre/en ..."),  # me gustaría saber más del tratamiento
    (
        "cuento",
        "cupo ( feliz | para almuerzo ) | algo abrir | que hay .. en la/el x",
    ),  # ¿qué hay hoy en la tele?
    ("cuento", "tiempo disponible ->, | disponible para hablar"),
    ("cuento", "no me dejar .. ( agendar/cancelar/cambiar )"),
    ("cuento", "no me/te/le/nos llego"),  # no me llegó la confirmación
    ("cuento", "tiene/hay algo x | que tiene ( para | de ) almuerzo"),
    ("cuento", "puedes ( ir/venir ) | pasar por mi | ir a <dets>* casa"),
    ("cuento", "me agendar ( para/a ) ( el/la/un/una )? ( x/cosa )"),  # yo me apunto para el pastel
    ("cuento", "hacer cambiar ->, | te/le <puedo> hacer"),
    ("cuento", "quiero aprender ... | quiero ser x"),
    ("cuento", "luego/despues sacar"),  # luego cuadramos otra
    ("cuento", "que hay ( para/de ) ( hacer/almuerzo/x )"),  # ¿qué hay de comer hoy?
    (
        "cuento",
        "cupo para ( el/la/un/una )? ( x/cosa/vehiculo ) ->,",
    ),  # ¿hay lugar para parquear?  # la política de cancelación
    ("cuento", "que/cuanto .. si .. ( cancelar/cancelo/cambiar )"),  # ¿qué pasa si cancelo?
    ("cuento", "si .. ( cancelar/cancelo/cambiar ) ... pregunta"),
    ("cuento", "( x/precio/tiempo ) ( de/por/para/sobre ) cancelacion"),  # plazo de cancelación
    ("cuento", "con cuanto tiempo ... ( cancelar/cambiar/agendar )"),
    ("cuento", "hasta ( cuando | que hora ) ... ( cancelar/cambiar/agendar )"),
    ("cuento", "promo ... ( agendar/disponible )"),
    ("cuento", "cancelar ambos/todo? ( <dets> <dets>* x | x ->, )"),  # cancelar la suscripción
    ("cuento", "cancelar ambos/todo? <dets>* ( tramite/pedido/domicilio/prestamo/cosa/banco/contar )"),
    ("cuento", "<cita> que me? ( agendar/sacar/dar )"),  # el turno que reservé
    ("cuento", "decir .. a/al <dets>* ( <fam>/jefe ) ... que ... ( no | cancelar/cambiar )"),
    ("cuento", "turno .. ( trabajo/empresa )"),  # el turno del trabajo
    ("cuento", "( estoy/salir ) de turno"),
    ("cuento", "me toca .. turno"),
    ("cuento", "turno con <dets>* <fam>"),
    ("cuento", "<cita> .. tramite"),  # la cita en la embajada
    ("cuento", "estoy disponible"),
    ("cuento", "sin <cita>"),  # ¿puedo ir sin cita?
    ("cuento", "<cita>/SERV o <puedo>"),
    ("cuento", "( cuanto/que/como/donde ) ... para agendar"),
    ("cuento", "confirmar <dets>* <cita>"),
    ("cuento", "( la/mi/su ) <cita> .. ser a? <cuando>"),  # la cita de mi mamá es a las 3
    ("cuento", "<puedo> .. pagar"),
    ("cuento", "quiero <cita> .. o llego/<puedo>"),
    ("resultado", "me ( quedo | dejaron )"),  # me dejaron mal la barba
    ("resultado", "SERV .. quedo"),
    ("llegada", "( voy/llego ) tarde"),  # voy tarde, llego en 20 minutos
    ("llegada", "llego .. ( DURA | minuto )"),
    ("llegada", "estar llego"),
    ("llegada", "voy .. !-mas tarde"),
)
