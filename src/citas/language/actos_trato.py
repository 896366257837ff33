"""The acts of asking, answering and courtesy, and of pointing at a piece of what was said.

Each line is an act, its pattern, and an example of it.
"""

CONSULTAS = (
    ("precio", "cuanto .. ( cuesta/vale/cobran/ser/precio )"),
    ("precio", "cuanto ( esta/estar ) ( <dets> )* SERV/DUDA"),  # cuánto vale el corte
    ("precio", "precio"),
    ("precio", "vale/cuesta ... SERV ->pregunta"),
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
    ("servicios", "servicios | informacion"),
    ("servicios", "que .. hacer ->,"),
    ("servicios", "<-, hacer/tiene/aceptan ( <dets> )* SERV/DUDA ->,"),  # ¿hacen cejas?
    ("recursos", "( esta/estar/tiene ) RECU ( DIA | ->, )"),
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
    ("citas", "recordar .. <cita>"),
    ("citas", "mi <cita> ser .. <cuando> ( cierto )? ->pregunta"),
    (
        "citas",
        "confirmar/ver ( si | que )? ... ( voy | tengo ) .. <visto>",
    ),  # pa confirmar q mañana voy a las 3
    ("citas", "<cita> ... en pie"),
    ("citas", "quedo .. agendada"),
    ("citas", "( me/se/que/quiero ) confirmar ( <dets> )* <cita>/hora"),  # me confirma la cita
)

TRATO = (
    ("saludo", "hola | ( buenas ( dias/tardes/noches/tarde/noche/dia )? )"),
    ("gracias", "gracias"),
    ("humano", "hablar .. persona"),
    ("humano", "hablar con ( RECU | el | la | x )"),
    ("humano", "( quiero/por/un/una/con ) ( una? ) persona"),
    ("humano", "queja | llamame"),
    ("humano", "me hablar"),
    ("avisame", "avisar .. si .. ( desocupar/cancelar/hay/abrir/atienden )"),  # avísame si se desocupa
    ("avisame", "( si ) .. ( desocupar/cancelar ) ... avisar"),
    ("avisame", "lista de espera"),
    ("dejar", "dejar ( asi/como/quieta/ser/en/tal | ->, )"),  # déjela como está
    ("dejar", "olvidar"),
    ("dejar", "dejar ver"),
    ("dejar", "( mas tarde | luego | despues | DIA ) te/le escribo/confirmar"),
    ("dejar", "te/le escribo/confirmar ( DIA | luego | mas tarde | despues )"),
    ("dejar", "ya no ->,"),
    ("dejar", "ya no ( lo/la/me )? quiero ->,"),
    ("dejar", "( luego/despues/mas ) te/le escribo"),
    ("dejar", "( luego/despues ) ( te/le ) .. escribo"),
    ("si", "<-, <afirma> -!n12/n24/n31/n59/n99/SERV"),
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
    ("todas", "ambos | cancelar todo"),
    ("todas", "los/las/mis n12 ( <cita> | ->, )"),
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
