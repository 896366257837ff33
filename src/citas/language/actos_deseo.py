"""The acts that ask for a cita, move it or cancel it.

Each line is an act, its pattern, and an example of it. Growing means one more line and a line of the corpus.
"""

from citas.language.lexico import ALFABETO

for _name, _members in (
    ("cita", ("cita", "turno", "cupo", "reserva")),
    ("serv", ("SERV", "DUDA", "OFIC", "sesion")),
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
    ("fam", ("familiar", "pariente")),
    ("gente", ("persona", "jefe", "profesional")),
    ("asiste", ("ir", "llego")),
):
    ALFABETO.add_class(_name, _members)

AGENDAR = (
    ("agendar", "agendar"),  # me agendas un corte
    ("hecho", "hizo"),  # me corté
    ("agendar", "me/nos/le reserva/agenda"),  # me reserva el jueves
    ("agendar", "<-, reserva/agenda ( una/un/me/mi/el/la/cita/SERV/DIA )"),  # reserva una para mañana
    ("quiere", "quiero .. <cita>/hora/<serv>/disponible"),
    ("agendar", "sacar/dar/hacer/hacerme .. <cita>/hora/<serv>/disponible/chance"),
    ("agendar", "pedirte .. <cita>/hora/<serv>"),
    ("agendar", "sacar/agendar ( una/un/de )? reunion"),
    ("agendar", "<-, reserva de <cita>"),
    ("quiere", "quiero .. ver .. profesional"),  # quiero ver al dentista
    ("quiere", "quiero hacer/hacerme con ( el/la )? profesional/RECU"),
    ("quiere", "quiero ser x <cuando>"),  # necesito ser atendida hoy
    ("quiere", "quiero ir ->,"),
    (
        "quiere",
        "quiero que .. ( atienden/atenderme/hacer/ver ) .. ( RECU | <cuando> )",
    ),  # quiero que me atienda Mateo
    ("quiere_x", "quiero que me/nos/le x .. <cuando>"),  # necesito que me revisen mañana
    ("quiere", "quiero ( ser )? atenderme"),
    ("quiere", "quiero ver ( a? un/una/el/la )? medica | quiero que me ver .. ( profesional | medica )"),
    ("quiere", "quiero ( ( un/una ) profesional | profesional para )"),  # necesito un odontólogo
    ("quiere", "me hace/hacer necesario .. <serv>/<cita>"),  # me hace falta una limpieza
    ("quiere", "me mandaron .. <serv>"),  # me mandaron fisioterapia
    ("puede", "llevar/dejar .. vehiculo .. ( <cuando> | <serv> )"),  # ¿puedo dejar el carro mañana?
    ("quiere", "me? toca ( la/el/un/una/mi )? <serv>"),  # me toca control
    ("cita_para", "<-, cita/turno por? ->,"),
    ("cita_para", "<-, <cita>/hora urgente | <-, nuevo/otra cita"),
    ("agendar", "dejar me? agendada"),  # déjeme apartado el sábado
    ("puede", "me/nos atienden .. <cuando>"),  # ¿me atienden mañana a las 8?  # quiero una cita
    (
        "quiere",
        "quiero ( una/un/otra/otro ) para? ( <cuando> | <serv> ) | quiero ( una/un/otra/otro ) para <dets>* <fam>",
    ),
    ("quiere_x", "quiero hacerme ( un/una/unas/el/la )? x"),  # quiero hacerme un peeling
    (
        "quiere_x",
        "quiero ( hacer/hacerme )? ( una/un ) x x? ( para/el )? <cuando>",
    ),  # quiero un tatuaje mañana
    (
        "agendar",
        "sacar/dar ( una/un/otra/otro/n12 ) para? ( <cuando> | <serv> ) | sacar/dar ( una/un/otra/otro ) para <dets>* <fam> | dar ( una/un/otra/otro ) ->,",
    ),
    ("agendar", "<-,/me/le/nos dar/hacer/hacerme/atenderme ( para/pal/el )* <cuando>"),
    ("agendar", "<-,/me/le/nos dar ( la/el ) de HORA"),  # me das la de las 10
    ("quiere", "quiero ( la/el ) de HORA"),  # me das una el viernes
    ("quiere", "quiero ( para | el | ir )? <cuando>"),  # quiero para mañana
    ("cita_para", "( <-, | una/un/otra ) <cita>/hora ( ,? para/con/DIA/HORA/<serv> )"),  # turno para corte
    ("cita_para", "<-x/n/nano <cita> para <cuando>"),  # con cédula 123 cita para el lunes
    ("cita_para", "<-, agenda para .. <serv>"),  # agenda para ácido hialurónico
    ("puede", "hay x de ( ir/pasar/hacer/hacerme ) .. <cuando>"),  # ¿hay manera de ir hoy?
    ("puede", "<puedo> ir ya/ahora | <puedo> verlo"),
    ("quiere", "quiero que .. verlo"),
    ("puede", "<puedo> .. atenderme"),
    ("puede", "posible .. ( ir/agendar/sacar/atenderme )"),  # ¿es posible ir mañana?
    ("puede", "me/nos <puedo> ver"),  # ¿me pueden ver hoy mismo?
    ("cita_para", "<cita>/hora ( me/te )? para .. <serv>"),
    ("agendar", "otra mas"),
    ("agendar", "<-, para? una/un <cita> ->,"),  # una cita
    ("lo_mismo", "para/por lo mismo"),
    ("lo_mismo", "lo mismo de? la? vez pasado"),
    ("lo_mismo", "lo mismo/de de? ( siempre | la otra/ultima vez )"),  # ponme lo de siempre
    ("hueco", "tiene/hay .. <cita>/disponible/algo/chance/hora/agenda"),  # tienes algo mañana?
    ("hueco", "tiene/hay ( el/la/para/libre )? <cuando>"),  # tienes el viernes?
    (
        "puede",
        "<puedo> .. ( ir | pasar | <serv> | hacerme | venir | RECU ) | me/nos/le/lo/la <puedo> .. ( hacer | dar )",
    ),  # puedo ir a las 7?
    (
        "hueco",
        "que/cuando -!horario ( hora/horarios/horas/dia/dias )? .. ( tiene/hay/<puedo> ) .. ( DIA | HORA | SERV | disponible | <cita> | hora )",
    ),
    ("hueco", "que horario .. ( tiene/hay ) .. ( DIA | HORA | disponible | para <serv> )"),
    ("hueco", "que ( hora/horarios/horas/dia/dias/fecha ) .. ( tiene/hay/disponible )"),
    ("hueco", "tiene/hay fecha"),
    ("hueco", "disponible"),
    ("hueco", "que quieta .. agenda"),
    ("hueco", "como .. agenda"),  # ¿cómo está de agenda el viernes?
    ("hueco", "<-, <cita> pregunta"),  # ¿cupo?
    ("hueco", "<-, y? para? cuando ( tiene/hay ) ->,"),
    ("hueco", "cuando .. <puedo> .. ( ir/hacer/hacerme/atenderme/pasar/venir/llevar/dejar )"),
    (
        "hueco",
        "que hora/horas/dia/dias .. <puedo> .. ( ir/hacer/hacerme/atenderme/pasar/venir/llevar/dejar )",
    ),
    ("hueco", "que hora/horas/dia/dias ( me/nos )? <puedo> ->,"),  # ¿a qué horas puede?
    ("hueco", "( cual/cuando/que ) ser ( el/la ) ( <cita>/hora mas? proximo | proximo <cita>/hora )"),
    (
        "hueco",
        "( cual/cuando/que ) ser ( el/la ) ( fecha/horario/dia/hora ) ( mas? proximo/temprano/pronto )",
    ),
    ("hueco", "que x? lleno .. <cuando>"),  # ¿qué tan lleno está mañana?
    ("hueco", "como .. de tiempo .. <cuando>"),
    ("hueco", "<cuando> si? ( que | si )? hay/tiene ->pregunta"),  # para el viernes, ¿qué hay?
    ("hueco", "<-, alguno <cita>/hora"),
    ("hueco", "<-, algo para? <cuando>"),  # ¿algo para el sábado?
    ("hueco", "( tiene/hay ) nada/algo .. <cuando>"),
)

CAMBIAR = (
    ("cambiar", "en ( cupo | vez ) de/del <cuando>"),  # para mañana en vez de hoy
    ("cambiar", "reprogramar"),
    ("cambiar", "cambiar de profesional"),
    ("cambiar", "corregir <dets>* ( hora/fecha/dia/horario de )? <dets>* <cita>/hora"),  # editar mi cita
    ("cambiar", "mi/la <cita>/hora .. ,? .. <puedo> <mueve> ->,"),  # mi cita del jueves, ¿se puede cambiar?
    ("cambiar", "me la cambiar ->,"),
    ("cambiar", "cambiar a? RECU ( a/por/con ) RECU"),
    (
        "cambiar",
        "tengo ( <dets>* <cita>/SERV )? .. <cuando> pero .. quiero/prefiero/mejor .. <cuando>",
    ),  # tengo a las 4 pero quiero a las 5  # reagéndame
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
    ("cambiar", "mi/la <cita>/hora .. ,? pregunta? se? <puedo> ser mas temprano/tarde/tardecita"),
    (
        "cambiar",
        "mi/la <cita> .. ( la/me )? <puedo> .. hacer/hacerme/atenderme RECU",
    ),  # la cita del jueves la puede atender Yesid?
    (
        "cambiar",
        "mi/la <cita>/hora .. sea .. ( RECU | DIA | HORA | SERV )",
    ),  # quiero que mi cita sea con Yesid
    ("cambiar", "dejar ( para | pal ) <cuando>"),  # ¿la puede dejar para el viernes?
    ("cambiar", "( la/lo ) .. <puedo> mover/correr/adelantar/atrasar/cambiar ->,"),  # ¿la podemos mover?
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
    ("cancelar", "borrar/quitar me? ( de/del ) <cuando>"),  # bórreme del viernes
    ("cancelar", "<-, cancelada ( la/lo/el ) de/del <cuando>"),
    ("no_va", "no contar conmigo ( para? ( el/la )? <cuando> )?"),
    ("no_va", "no .. ( <puedo>/voy .. )? <asiste>"),  # no alcanzo a llegar
    ("cancelar", "de baja | baja .. <cita>/lista"),  # déme de baja
    ("no_va", "no voy ( ->, | <cuando> )"),
    ("no_va", "no me espera"),
    ("no_va", "imposible .. <asiste>"),  # me es imposible ir hoy
    ("cancelar", "!-se desocupar <dets>* <cita>/SERV"),  # libere mi turno
    ("cancelar", "dejar disponible ( la/mi/el ) .. ( <cita> | de )"),  # déjela libre la de las 4
    ("cancelar", "faltando a <dets>* <cita>"),
    ("cancelar", "ya no quiero <dets>* SERV ( de/del/para ) .. <cuando>"),
    ("cancelar", "la cancelo -!con/en"),
    ("no_va", "no voy a <puedo>"),  # no voy a poder el martes
    ("no_va", "ya no ( <puedo>/voy ) ( -><cuando> | a | ->, )"),
    ("cancelar", "ya no ( la/lo )? quiero <dets>* <cita>"),  # ya no necesito la cita
    (
        "negado",
        "no ( quiero/voy/le/me/te/la/lo/se/a/por/que/es/ir/estar/<puedo>/hay )* ( cancelar/cambiar/mover/correr/pasar/reprogramar/agendar )",
    ),  # no quiero cancelar
    ("negado", "sin/ni .. cancelar/cambiar/mover"),
    ("pagar", "le/te .. cancelo"),  # ¿le cancelo el jueves cuando llegue?
    ("pagar", "cancelar/cancelo ... pagar"),  # ¿puedo cancelar con tarjeta?
    ("pagar", "cuanto .. cancelar/cancelo"),
    ("pagar", "pagar"),
)
