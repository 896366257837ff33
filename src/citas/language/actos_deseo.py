"""The acts that ask for a cita, move it or cancel it, and talk about citas that does none of these.

Each line is an act, its pattern, and an example of it. Growing means one more line and a line of the corpus.
"""

from citas.language.lexico import ALFABETO

for _name, _members in (
    ("cita", ("cita", "turno", "cupo", "reserva")),
    ("serv", ("SERV", "DUDA")),
    ("cuando", ("DIA", "HORA")),
    ("visto", ("SERV", "DUDA", "DIA", "HORA", "RECU")),
    ("mueve", ("cambiar", "mover", "correr", "pasar", "pasarlo", "adelantar", "atrasar")),
    (
        "dets",
        [
            "la",
            "el",
            "las",
            "los",
            "mi",
            "mis",
            "una",
            "un",
            "unas",
            "esa",
            "ese",
            "su",
            "tu",
            "esta",
            "este",
            "otra",
            "otro",
            "lo",
        ],
    ),
    ("clit", ["me", "te", "le", "se", "nos", "la", "lo", "las", "los"]),
    ("afirma", ("si", "sisi", "ok", "vale", "confirmar")),
    (
        "ordinal",
        (
            "primera",
            "segunda",
            "segundo",
            "tercera",
            "cuarta",
            "quinta",
            "sexta",
            "septima",
            "octava",
            "ultima",
            "ultimo",
        ),
    ),
    ("saluda", ("hola", "buenas", "dias", "tardes", "noches")),
    ("gente", ("persona", "jefe", "profesional")),
    ("asiste", ("ir", "llego")),
):
    ALFABETO.add_class(_name, _members)

AGENDAR = (
    ("agendar", "agendar"),  # me agendas un corte
    ("agendar", "me/nos/le reserva/agenda"),  # me reserva el jueves
    ("agendar", "<-, reserva/agenda ( una/un/me/mi/el/la/cita/SERV/DIA )"),  # reserva una para mañana
    ("quiere", "quiero .. <cita>/hora/SERV/DUDA/disponible"),
    ("agendar", "sacar/dar/hacer/hacerme .. <cita>/hora/SERV/DUDA/disponible/chance"),
    ("agendar", "pedirte .. <cita>/hora/SERV/DUDA"),
    ("agendar", "sacar/agendar ( una/un )? reunion"),
    ("agendar", "<-, reserva de <cita>"),
    ("quiere", "quiero .. ver .. profesional"),  # quiero ver al dentista
    ("quiere", "quiero hacer/hacerme con ( el/la )? profesional/RECU"),
    ("quiere", "quiero ser x <cuando>"),  # necesito ser atendida hoy
    ("quiere", "quiero ir ->,"),
    ("cita_para", "<-, cita/turno por? ->,"),
    ("agendar", "dejar me? agendada"),  # déjeme apartado el sábado
    ("puede", "me/nos atienden .. <cuando>"),  # ¿me atienden mañana a las 8?  # quiero una cita
    ("quiere", "quiero ( una/un/otra/otro ) ->para/el/DIA/HORA"),
    ("quiere_x", "quiero hacerme ( un/una/unas/el/la )? x"),  # quiero hacerme un peeling
    (
        "quiere_x",
        "quiero ( hacer/hacerme )? ( una/un ) x x? ( para/el )? <cuando>",
    ),  # quiero un tatuaje mañana
    ("agendar", "sacar/dar ( una/un/otra/otro/n12 ) ->para/el/DIA/HORA/,"),
    ("agendar", "<-,/me/le/nos dar/hacer/hacerme <cuando>"),  # me das una el viernes
    ("quiere", "quiero ( para | el | ir )? <cuando>"),  # quiero para mañana
    ("cita_para", "( <-, | una/un/otra ) <cita>/hora ( ,? para/con/DIA/HORA/SERV/DUDA )"),  # turno para corte
    ("cita_para", "<-, agenda para .. <serv>"),  # agenda para ácido hialurónico
    ("puede", "hay x de ( ir/pasar/hacer/hacerme ) .. <cuando>"),  # ¿hay manera de ir hoy?
    ("puede", "me/nos puedo ver"),  # ¿me pueden ver hoy mismo?
    ("cita_para", "<cita>/hora ( me/te )? para .. <serv>"),
    ("agendar", "otra mas"),
    ("agendar", "<-, para? una/un <cita> ->,"),  # una cita
    ("lo_mismo", "para/por lo mismo"),
    ("lo_mismo", "lo mismo/de de? ( siempre | la otra/ultima vez )"),  # ponme lo de siempre
    ("hueco", "tiene/hay .. <cita>/disponible/algo/chance/hora/agenda"),  # tienes algo mañana?
    ("hueco", "tiene/hay ( el/la/para/libre )? <cuando>"),  # tienes el viernes?
    (
        "puede",
        "puedo .. ( ir | pasar | SERV | DUDA | hacer/hacerme | dar | venir | RECU )",
    ),  # puedo ir a las 7?
    (
        "hueco",
        "que/cuando -!horario ( hora/horarios/horas/dia/dias )? .. ( tiene/hay/puedo ) .. ( DIA | HORA | SERV | disponible | <cita> | hora )",
    ),
    ("hueco", "que horario .. ( tiene/hay ) .. ( DIA | HORA | disponible | para <serv> )"),
    ("hueco", "que ( hora/horarios/horas/dia/dias ) .. ( tiene/hay/disponible )"),
    ("hueco", "disponible"),
    ("hueco", "que quieta .. agenda"),
    ("hueco", "como .. agenda"),  # ¿cómo está de agenda el viernes?
    ("hueco", "<-, <cita> pregunta"),  # ¿cupo?
    ("hueco", "<-, y? para? cuando ( tiene/hay ) ->,"),
    ("hueco", "cuando .. puedo .. ( ir/hacer/hacerme/pasar/venir )"),
    ("hueco", "que hora/horas .. puedo .. ( ir/hacer/hacerme/pasar/venir )"),
    ("hueco", "<-, alguno <cita>/hora"),
    ("hueco", "<-, algo para? <cuando>"),  # ¿algo para el sábado?
    ("hueco", "( tiene/hay ) nada/algo .. <cuando>"),
)

CAMBIAR = (
    ("cambiar", "en ( cupo | vez ) de/del <cuando>"),  # para mañana en vez de hoy
    ("cambiar", "reprogramar"),  # reagéndame
    (
        "cambiar",
        "<mueve> <clit>* ( por/de )? ( dia/hora/fecha/horario )? ( de )? <dets>* ( <cita>/hora/fecha/horario/SERV/DUDA )",
    ),
    ("cambiar", "cambiar/mover/correr/adelantar/pasarlo ( de/la/el/del/mi/me/lo )* ( DIA | HORA | dia )"),
    (
        "cambiar",
        "<mueve> me? ( para/pal/al/del/de/hasta/con ) ( el/la/lo )? ( DIA/HORA/DESPL/RECU )",
    ),  # se puede pasar pa las 6?
    ("cambiar", "<mueve> me? ( DESPL | para/mas ->DESPL )"),  # correrla una hora más tarde
    (
        "cambiar",
        "( <cita>/hora | mi/mis SERV | la/el/lo de/del .. <cuando> | la/el de SERV ) ... <mueve>",
    ),  # la del jueves, pásemela
    ("cambiar", "<mueve> ( la/el/lo ) ( de/del ) .. <cuando>"),  # pase la del jueves al viernes
    ("cambiar", "<mueve> ( la/el/lo ) que ya? tengo"),  # cambie la que tengo
    ("cambiar", "<mueve> <clit>* <dets>* <cita>? DURA"),  # córrala media hora
    ("cambiar", "correr/adelantar/atrasar <clit>* <dets>* <cita>? una hora ->,"),
    ("una_hora", "correr/adelantar/atrasar ... una hora ->,/mi/la/el"),
    ("cambiar", "agregar/quitar .. SERV .. a/al/de/del/en/para <dets>* <cita>"),  # agréguele barba a mi cita
    ("cambiar", "<dets>* <cita> ... agregar/quitar .. SERV"),
    ("cambiar", "mi/la <cita>/hora .. ,? pregunta? se? puedo ser mas temprano/tarde/tardecita"),
    (
        "cambiar",
        "mi/la <cita> .. ( la/me )? puedo .. hacer/hacerme RECU",
    ),  # la cita del jueves la puede atender Yesid?
    ("cambiar", "mi <cita>/hora .. sea .. ( RECU | DIA | HORA | SERV )"),  # quiero que mi cita sea con Yesid
    ("cambiar", "dejar ( para | pal ) <cuando>"),  # ¿la puede dejar para el viernes?
    ("cambiar", "( la/lo ) .. puedo mover/correr/adelantar/atrasar/cambiar ->,"),  # ¿la podemos mover?
    ("cambiar", "me? la mover/correr/adelantar/atrasar ->,"),
    ("cambiar", "otra/otro hora/dia/fecha/horario para <dets> <cita>"),
    ("cambiar", "( mi/la ) ( <cita>/hora )? de/del .. <cuando> .. ( la/lo ) quiero/prefiero .. <cuando>"),
    ("cambiar", "en ( cupo | vez ) de/del RECU"),  # con Yulián en vez de Mateo
    ("una_semana", "correr/atrasar/reprogramar/mover/pasar/pasarlo ... una semana ->,"),
    ("imprevisto", "complico"),  # me surgió algo
)

CANCELAR = (
    ("cancelar", "cancelar"),
    ("cancelar", "<-, cancelacion | quiero/sacar/hacer .. cancelacion"),  # the noun alone asks for it
    ("cancelar", "cancelo <dets>* <cita>/hora"),
    ("cancelar", "borrar/quitar me? ( de la? lista | <dets>* <cita>/hora )"),  # bórrame de la lista
    ("cancelar", "borrar ->,"),
    ("no_va", "no .. ( puedo/voy .. )? <asiste>"),  # no alcanzo a llegar
    ("cancelar", "de baja | baja .. <cita>/lista"),  # déme de baja
    ("no_va", "no voy ->,"),
    ("no_va", "no me espera"),
    ("no_va", "imposible .. <asiste>"),  # me es imposible ir hoy
    ("cancelar", "!-se desocupar <dets>* <cita>"),  # libere mi turno
    ("cancelar", "dejar disponible ( la/mi/el ) .. ( <cita> | de )"),  # déjela libre la de las 4
    ("cancelar", "faltando a <dets>* <cita>"),
    ("cancelar", "ya no quiero <dets>* SERV ( de/del/para ) .. <cuando>"),
    ("cancelar", "la cancelo -!con/en"),
    ("no_va", "no voy a puedo"),  # no voy a poder el martes
    ("no_va", "ya no ( puedo/voy ) ( -><cuando> | a | ->, )"),
    ("cancelar", "ya no quiero <dets>* <cita>"),  # ya no necesito la cita
    (
        "negado",
        "no ( quiero/voy/le/me/te/la/lo/se/a/por/que/es/ir/estar/puedo/hay )* ( cancelar/cambiar/mover/correr/pasar/reprogramar/agendar )",
    ),  # no quiero cancelar
    ("negado", "sin/ni .. cancelar/cambiar/mover"),
    ("pagar", "le/te .. cancelo"),  # ¿le cancelo el jueves cuando llegue?
    ("pagar", "cancelar/cancelo ... pagar"),  # ¿puedo cancelar con tarjeta?
    ("pagar", "cuanto .. cancelar/cancelo"),
    ("pagar", "pagar"),
)

# Talk about citas that asks for none.
CUENTOS = (
    (
        "cuento",
        "( debo | hay que | tengo que ) .. ( agendar/cancelar/cambiar/sacar/reprogramar ) ... pregunta",
    ),
    ("cuento", "cuando/cuanto ( debo | hay que | tengo que ) .. ( agendar/cancelar/cambiar/hacer/hacerme )"),
    ("cuento", "<-, tiene <cita> con x"),  # tiene cita con la doctora
    ("cuento", "familiar tiene .. <cita>"),
    ("cuento", "x tiene <cita> .. ->borde/pausa/salto"),  # Pedro tiene turno el viernes
    ("cuento", "familiar .. decir que no"),
    ("cuento", "aceptan .. por .. ( cancelar/cambiar/reprogramar )"),  # ¿cobran por cancelar?
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
    ),  # la política de cancelación
    ("cuento", "que/cuanto .. si .. ( cancelar/cancelo/cambiar )"),  # ¿qué pasa si cancelo?
    ("cuento", "si .. ( cancelar/cancelo/cambiar ) ... pregunta"),
    ("cuento", "( x/precio/tiempo ) ( de/por/para/sobre ) cancelacion"),  # plazo de cancelación
    ("cuento", "con cuanto tiempo ... ( cancelar/cambiar/agendar )"),
    ("cuento", "hasta ( cuando | que hora ) ... ( cancelar/cambiar/agendar )"),
    ("cuento", "promo ... ( agendar/disponible )"),
    ("cuento", "cancelar ambos/todo? <dets>* x"),  # cancelar la suscripción
    ("cuento", "cancelar ambos/todo? <dets>* ( tramite/pedido/domicilio/prestamo )"),
    ("cuento", "<cita> que me? ( agendar/sacar/dar )"),  # el turno que reservé
    ("cuento", "decir .. a/al <dets>* ( familiar/jefe ) ... que ... ( no | cancelar/cambiar )"),
    ("cuento", "turno .. ( trabajo/empresa )"),  # el turno del trabajo
    ("cuento", "( estoy/salir ) de turno"),
    ("cuento", "me toca .. turno"),
    ("cuento", "turno con <dets>* familiar"),
    ("cuento", "<cita> .. tramite"),  # la cita en la embajada
    ("cuento", "estoy disponible"),
    ("cuento", "sin <cita>"),  # ¿puedo ir sin cita?
    ("cuento", "<cita>/SERV o puedo"),
    ("cuento", "( cuanto/que/como/donde ) ... para agendar"),
    ("cuento", "confirmar <dets>* <cita>"),
    ("cuento", "( la/mi/su ) <cita> .. ser a? <cuando>"),  # la cita de mi mamá es a las 3
    ("cuento", "puedo .. pagar"),
    ("cuento", "quiero <cita> .. o llego/puedo"),
    ("resultado", "me ( quedo | dejaron )"),  # me dejaron mal la barba
    ("resultado", "SERV .. quedo"),
    ("llegada", "( voy/llego ) tarde"),  # voy tarde, llego en 20 minutos
    ("llegada", "llego .. ( DURA | minuto )"),
    ("llegada", "estar llego"),
    ("llegada", "voy .. !-mas tarde"),
)
