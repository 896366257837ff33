"""What is done with words: named patterns over the nodes, after days, hours and names are folded.

Each line is an act, its pattern, and an example of it. Growing means one more line and a line of the corpus.
"""

from citas.language.lexico import ALFABETO
from citas.language.patrones import Indice, Patron, compile_pattern

for _name, _members in (
    ("cita", ("cita", "turno", "cupo", "reserva")),
    ("serv", ("SERV", "DUDA")),
    ("cuando", ("DIA", "HORA")),
    ("visto", ("SERV", "DUDA", "DIA", "HORA", "RECU")),
    ("mueve", ("cambiar", "mover", "correr", "pasar", "adelantar", "atrasar")),
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
    ("ordinal", ("primera", "segunda", "segundo", "tercera", "cuarta", "quinta", "ultima", "ultimo")),
    ("saluda", ("hola", "buenas", "dias", "tardes", "noches")),
    ("asiste", ("ir", "llego")),
):
    ALFABETO.add_class(_name, _members)

AGENDAR = (
    ("agendar", "agendar"),  # me agendas un corte
    ("agendar", "me/nos/le reserva/agenda"),  # me reserva el jueves
    ("agendar", "<-, reserva/agenda ( una/un/me/mi/el/la/cita/SERV/DIA )"),  # reserva una para mañana
    ("agendar", "quiero/sacar/dar/hacer .. <cita>/hora/SERV/DUDA/disponible"),  # quiero una cita
    ("agendar", "quiero/sacar/dar ( una/un ) ->para/el/DIA/HORA"),  # me das una el viernes
    ("agendar", "quiero ( para | el | ir )? <cuando>"),  # quiero para mañana
    ("cita_para", "( <-, | una/un/otra ) <cita>/hora ( ,? para/con/DIA/HORA/SERV/DUDA )"),  # turno para corte
    ("cita_para", "<cita>/hora ( me/te )? para .. <serv>"),
    ("agendar", "otra mas"),
    ("agendar", "<-, para? una/un <cita> ->,"),  # una cita
    ("lo_mismo", "lo mismo/de de? ( siempre | la otra/ultima vez )"),  # ponme lo de siempre
    ("hueco", "tiene/hay .. <cita>/disponible/algo/chance/hora"),  # tienes algo mañana?
    ("hueco", "tiene/hay ( el/la/para/libre )? <cuando>"),  # tienes el viernes?
    ("puede", "puedo .. ( ir | pasar | SERV | DUDA | hacer | dar | venir | RECU )"),  # puedo ir a las 7?
    (
        "hueco",
        "que/cuando ( hora/horario/horas/dia/dias )? .. ( tiene/hay/puedo ) .. ( DIA | HORA | SERV | disponible | <cita> | hora )",
    ),
    ("hueco", "que ( hora/horario/horas/dia/dias ) .. ( tiene/hay/disponible )"),
    ("hueco", "disponible"),
)

CAMBIAR = (
    ("cambiar", "en ( cupo | vez ) de/del <cuando>"),  # para mañana en vez de hoy
    ("cambiar", "reprogramar"),  # reagéndame
    (
        "cambiar",
        "<mueve> <clit>* ( por/de )? ( dia/hora/fecha/horario )? ( de )? <dets>* ( <cita>/hora/fecha/horario/SERV/DUDA )",
    ),
    ("cambiar", "cambiar/mover/correr/adelantar ( de/la/el/del/mi/me/lo )* ( DIA | HORA | dia )"),
    (
        "cambiar",
        "<mueve> me? ( para/pal/al/del/de/hasta/con ) ( el/la/lo )? ( DIA/HORA/DESPL/RECU )",
    ),  # se puede pasar pa las 6?
    ("cambiar", "<mueve> me? ( DESPL | para/mas ->DESPL )"),  # correrla una hora más tarde
    (
        "cambiar",
        "( <cita>/hora | mi/mis SERV | la/el/lo de/del .. <cuando> | la/el de SERV ) ... <mueve>",
    ),  # la del jueves, pásemela
    ("cambiar", "<mueve> <clit>* <dets>* <cita>? DURA"),  # córrala media hora
    ("cambiar", "correr/adelantar/atrasar <clit>* <dets>* <cita>? una hora ->,"),
    ("una_hora", "correr/adelantar/atrasar ... una hora ->,"),
    ("cambiar", "agregar/quitar .. SERV .. a/de/en/para <dets>* <cita>"),  # agréguele barba a mi cita
    ("cambiar", "<dets>* <cita> ... agregar/quitar .. SERV"),
    ("imprevisto", "complico"),  # me surgió algo
)

CANCELAR = (
    ("cancelar", "cancelar"),
    ("cancelar", "cancelo <dets>* <cita>/hora"),
    ("cancelar", "borrar/quitar me? ( de la? lista | <dets>* <cita>/hora )"),  # bórrame de la lista
    ("cancelar", "borrar ->,"),
    ("no_va", "no .. ( puedo/voy .. )? <asiste>"),  # no alcanzo a llegar
    ("no_va", "no voy ->,"),
    ("no_va", "no voy a puedo"),  # no voy a poder el martes
    ("no_va", "ya no ( puedo/voy ) ( -><cuando> | a | ->, )"),
    ("cancelar", "ya no quiero <dets>* <cita>"),  # ya no necesito la cita
    (
        "negado",
        "no ( quiero/voy/le/me/te/la/lo/se/a/por/que/es/ir/estar/puedo/hay )* "
        "( cancelar/cambiar/mover/correr/pasar/reprogramar/agendar )",
    ),  # no quiero cancelar
    ("negado", "sin/ni .. cancelar/cambiar/mover"),
    ("pagar", "le/te .. cancelo"),  # ¿le cancelo el jueves cuando llegue?
    ("pagar", "cancelar/cancelo ... pagar"),  # ¿puedo cancelar con tarjeta?
    ("pagar", "cuanto .. cancelar/cancelo"),
    ("pagar", "pagar"),
)

CONSULTAS = (
    ("precio", "cuanto .. ( cuesta/vale/cobran/ser/precio )"),
    ("precio", "cuanto ( esta/estar ) ( <dets> )* SERV/DUDA"),  # cuánto vale el corte
    ("precio", "precio"),
    ("precio", "que vale/precio/cuesta"),
    ("precio", "a como ( ser/esta/tiene/la/el/SERV )"),
    ("duracion", "cuanto .. dura"),  # cuánto se demora
    ("duracion", "cuanto tiempo"),
    ("duracion", "dura .. DURA"),
    ("horario", "!-ese/este/otro/otra/mismo horario"),
    ("horario", "( que/hasta/desde ) .. ( hora/horas/dia/dias ) .. ( atienden/abrir )"),  # ¿a qué hora abren?
    ("horario", "atienden ( DIA | hoy | el | los | la | a | en | HORA | ->, )"),  # ¿atienden domingos?
    ("horario", "esta/estar/tiene abrir"),
    ("direccion", "donde ( ser/estar/esta/tiene/direccion )"),  # ¿dónde quedan?
    ("direccion", "direccion"),
    ("direccion", "como llego"),
    ("servicios", "servicios"),
    ("servicios", "que .. hacer ->,"),
    ("servicios", "<-, hacer/tiene/aceptan ( <dets> )* SERV/DUDA ->,"),  # ¿hacen cejas?
    ("recursos", "quien ( me/nos )? ( atienden/hacer/SERV/esta )"),  # ¿quién atiende?
    ("contacto", "( que/cual/tiene/un/su/tu/el ) .. telefono/numero"),
    ("identidad", "robot"),
    ("identidad", "whatsapp/oficial oficial/whatsapp"),
    ("identidad", "con quien hablar"),
    ("citas", "que hora .. ( <cita>/tengo/ser/quedo )"),  # ¿a qué hora era?
    ("citas", "cuando .. ( tengo | ( mi/la ) <cita> | ser <dets> <cita> )"),
    ("citas", "( si | que ) tengo .. <cita>/hora/algo"),
    ("citas", "<-, tengo ( una )? <cita>/hora/algo .. pregunta"),
    ("citas", "<-, tengo <cita> agendada"),
    ("citas", "quiero? ver ( si )? ( mi/mis/la/las/el ) <cita>/hora"),
    ("citas", "<-, mis <cita>"),
    ("citas", "( cuando/que ) .. toca"),
    ("citas", "mi proximo <cita>"),
    (
        "citas",
        "confirmar/ver ( si | que )? ... ( voy | tengo ) .. <visto>",
    ),  # pa confirmar q mañana voy a las 3
    ("citas", "<cita> ... en pie"),
    ("citas", "quedo .. agendada"),
    ("citas", "( me/se/que/quiero ) confirmar ( <dets> )* <cita>/hora"),  # me confirma la cita
)

# Talk about citas that asks for none.
CUENTOS = (
    ("cuento", "sin <cita>"),  # ¿puedo ir sin cita?
    ("cuento", "<cita>/SERV o puedo"),
    ("cuento", "( cuanto/que/como/donde ) ... para agendar"),
    ("cuento", "confirmar <dets>* <cita>"),
    ("cuento", "( la/mi/su ) <cita> .. ser a? <cuando>"),  # la cita de mi mamá es a las 3
    ("cuento", "puedo .. pagar"),
    ("llegada", "( voy/llego ) tarde"),  # voy tarde, llego en 20 minutos
    ("llegada", "llego .. ( DURA | minuto | <cuando> )"),
    ("llegada", "estar llego"),
    ("llegada", "voy llego? tarde"),
)

TRATO = (
    ("saludo", "hola | ( buenas ( dias/tardes/noches/tarde/noche/dia )? )"),
    ("gracias", "gracias"),
    ("humano", "hablar .. persona"),
    ("humano", "hablar con ( RECU | el | la | x )"),
    ("humano", "( quiero/por/hay/un/una/con ) ( una? ) persona"),
    ("humano", "me hablar"),
    ("avisame", "avisar .. si .. ( desocupar/cancelar/hay/abrir/atienden )"),  # avísame si se desocupa
    ("avisame", "( si ) .. ( desocupar/cancelar ) ... avisar"),
    ("avisame", "lista de espera"),
    ("dejar", "dejar ( asi/como/quieta/ser/en/tal | ->, )"),  # déjela como está
    ("dejar", "olvidar"),
    ("dejar", "ya no ->,"),
    ("dejar", "ya no ( lo/la/me )? quiero ->,"),
    ("dejar", "( luego/despues/mas ) te/le escribo"),
    ("dejar", "( luego/despues ) ( te/le ) .. escribo"),
    ("si", "<-, <afirma>"),
    ("si", "( bueno/bien/ok/vale/ahora/ver/que/pero/va/ya ) ,? si ->,"),
    ("si", "( esta/todo ) ( bien/ok )"),
    ("si", "<-, de ok"),
    ("si", "!-no/ninguno/nada/tampoco me sirve"),
    ("si", "<-, de una ->,"),
    ("si", "<-, va ->,"),
    ("si", "va que va | por supuesto"),
    ("si", "<-, bueno ( ,? <afirma> | gracias )"),
    ("si", "<-borde bueno ->borde"),
    ("si", "no hay problema | no te problema | sin problema"),
    ("si", "<-, ( eso/esa/ese ) ->,"),
    ("si", "asi ( ser | esta bien )"),
    ("no", "<-, no ( ->, | gracias | ->ok )"),
    ("no", "<-, nop"),
    ("no", "no ser eso | no quiero nada | eso no ->,"),
    ("no", "no ( me tiene bien | puedo ( a )? ( esa hora | ese dia ) )"),
    ("no_quiero", "no quiero"),
    ("propone_ser", "puedo ser .. <cuando>"),
    ("propone", "( puedo ser | mejor | para | sino ) .. <cuando>"),
    ("no", "mejor/entonces/ahora no"),
    ("no", "ninguno | no .. sirve | para nada"),
    ("condicional", "si ( hay/tiene/puedo/se/me/no/ser/estar/te/le/voy/va/tengo/alguno/ya )"),
    ("todas", "ambos"),
    ("todas", "los/las n12 ( <cita> | ->, )"),
    ("ultima", "que x de agendar/sacar"),
    ("cualquiera", "con ( cualquiera | quien ser | el/la? que ( este disponible | ser | tiene ) )"),
    ("cualquiera", "<-, cualquiera ->, | el/la que ( este disponible | ser ) | dar quieta"),
    ("misma_hora", "( la/esa ) misma ( misma )? hora | esa hora"),
    ("mismo_dia", "( el/ese ) mismo dia | ese dia"),
    ("otra_hora", "otro/otra hora/horario | otro horario"),
    ("otro_dia", "otro/otra dia/fecha"),
    ("mas_tarde", "mas tarde/tardecita | mas despues"),
    ("mas_temprano", "mas temprano | antes ->,"),
    ("correccion", "perdon | mejor | mas bien | espera | quiero ser"),
    ("agrega", "tambien | agregar | ademas"),
    ("quita", "sin/quitar ( la/el/las/los )? SERV"),
    ("no_ese", "no ser? ( el/la )? SERV"),
    ("para_otro", "( para/de ) ( mi/mis/un/una/el/la/su/los/las ) familiar | de parte de"),
    ("otra", "otra/otro <cita> | otra hora para | otra ->, | ademas de la | otra mas"),
    ("a_nombre", "a nombre de | soy | me llamo | mi nombre ser"),
    ("eleccion", "( la/el )? <ordinal> ( opcion )? -!hora/semana/vez/DIA/<cita>"),
    ("eleccion_n", "( la/el/opcion/numero ) ( opcion/numero )? n12 -!de/h/am/pm/y"),
    ("tengo", "tengo ... <cita>/hora/SERV"),
    ("ya_tengo", "la/el/lo? que ya? tengo"),
)


def _compile(*tables: tuple[tuple[str, str], ...]) -> tuple[tuple[str, Patron], ...]:
    return tuple((name, compile_pattern(pattern, ALFABETO)) for table in tables for name, pattern in table)


_ACTOS = _compile(AGENDAR, CAMBIAR, CANCELAR, CONSULTAS, CUENTOS, TRATO)
_INDICE = Indice([patron for _, patron in _ACTOS])
Actos = dict[str, list[tuple[int, int]]]


def find_acts(text: str) -> Actos:
    """Find every act in the symbols of a text, with where it stands."""
    acts: Actos = {}
    for index in _INDICE.candidates(text):
        name, patron = _ACTOS[index]
        for match in patron.regex.finditer(text):
            acts.setdefault(name, []).append(match.span())
    return acts
