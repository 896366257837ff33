"""The acts of asking: of the catalogue, of the house and of the own citas.

Each line is an act, its pattern, and an example of it.
"""

CONSULTAS = (
    ("precio", "cuanto -!rato/tiempo/hora/horas/minuto .. ( cuesta/sale/vale/cobran/ser/precio )"),
    ("precio", "que caro ( ser/sale/esta )? <dets>* <serv> ->pregunta"),
    ("precio", "<serv> ,? cuanto ->,"),  # ¿y la barba cuánto?
    ("precio", "cuanto ( la/el/una/un/por )* <serv>"),
    ("precio", "cuanto ( esta/estar ) ( <dets> )* SERV/DUDA"),  # cuánto vale el corte
    ("precio", "precio"),
    ("precio", "vale/cuesta/sale ... SERV ->pregunta"),
    ("precio", "que vale/precio/cuesta/sale"),
    ("precio", "a como ( ser/esta/estar/tiene/dejar/me/la/el/las/los/un/una/SERV )"),
    (
        "precio",
        "( cuanto/como ) ( <clit>/viene/esta/estar/x )* salir <dets>* <serv>",
    ),  # ¿a cómo están saliendo?
    ("precio", "a/en cuanto me/nos? ( esta/estar/tiene/dejar/quedo )? ( la/el/las/los/un/una )* <serv>"),
    ("precio", "( cuanto/como ) <clit>? anda ( .. <serv> | ->, )"),  # ¿a cuánto anda el corte?
    (
        "precio",
        "cuanto ( <clit>/hay/que/tengo/pagar/pago/sacar/lleva/quiero/aceptan/dar/x )* por <dets>* <serv>",
    ),  # ¿cuánto piden por un corte?
    ("precio", "cuanto me/nos? ( realizan/hacer ) <dets>* <serv>"),  # ¿cuánto me haces el corte?
    # What is done for that price or in that time is asked about, not wanted.
    (
        "precio",
        "cuanto <clit>? ( cuesta/sale/vale/cobran ) ( por/en/el )? ( hacerme/xse/hacer/quitar/arreglar ) ( <dets>* <serv> )?",
    ),
    (
        "duracion",
        "cuanto ( <clit>/tiempo )* ( dura/lleva ) ( en/para )? <clit>? ( hacerme/xse/hacer/realizan/sacar/quitar/arreglar ) ( <dets>* <serv> )?",
    ),
    ("duracion", "cuanto tiempo <clit>? ( realizan/hacer/hacerme ) <dets>* <serv>"),
    ("duracion", "que tanto .. dura ( en <clit>? ( hacerme/xse/hacer/realizan ) <dets>* <serv> )?"),
    ("duracion", "cuanto <clit>/x? lleva ( SERV/DUDA | <dets> <serv> )"),
    ("duracion", "cuanto .. dura"),  # cuánto se demora
    ("duracion", "cuanto tiempo ( <clit>? quiero para <dets>* <serv> )?"),
    ("duracion", "!-con/a/que/x cuanto rato/hora/horas/minuto .. ( dura/lleva/<serv> )"),
    ("duracion", "<-, se dura .. <serv>"),
    ("duracion", "dura .. DURA"),
    ("duracion", "<-, tiempo .. SERV/DUDA"),  # tiempo de la limpieza
    ("duracion", "<-, dura ( de/del/la/el/un/una )* SERV/DUDA"),
    ("horario", "!-ese/este/otro/otra/mismo horario/horarios"),
    (
        "horario",
        "( que/hasta/desde ) .. ( hora/horas/dia/dias ) .. ( atienden/abrir | !-me/nos/la/lo/le atiendes )",
    ),  # ¿a qué hora abren?
    (
        "horario",
        "!-me/nos/te/le/RECU/que atienden ( DIA | hoy | ( el/los/la ) -!<serv>/cosa/pagar | a | en | HORA )",
    ),
    (
        "horario",
        "<-,/hola/buenas/y ( abrir ( en/el/los/la/las )* | atiendes los ) DIA",
    ),  # ¿atendés los domingos?
    ("horario", "!-me/nos/te/le/RECU/que/servicios/sesion/<serv>/cita atienden ->,"),  # ¿atienden domingos?
    ("horario", "esta/estar/tiene abrir"),
    ("horario", "hasta que hora estar ->,"),
    ("horario", "<-,/ya/todavia/x abrir ->pregunta"),  # ¿ya cerraron?
    (
        "horario",
        "( realizan/hay/tiene ) servicio ( en/el/los )* DIA | DIA ( realizan/hay/tiene ) servicio ->,",
    ),
    ("horario", "aceptan/abrir/tiene .. feriado"),  # ¿trabajan festivos?
    ("direccion", "donde ( ser/estar/esta/tiene/direccion/anda )"),  # ¿dónde quedan?
    ("direccion", "direccion"),
    ("direccion", "como llego"),
    ("direccion", "en que ( parte/adonde/x ) .. ( tiene/ser/estar/esta )"),  # ¿en qué parte quedan?
    ("servicios", "servicios | informacion"),
    ("servicios", "si se? ( realizan/tiene/aceptan ) <dets>* <serv>"),  # quiero saber si hacen brackets
    ("servicios", "que .. hacer/realizan/hacerme ahi/ok? ->,"),
    ("servicios", "que <clit>? realizan ( .. ahi ->, | y ( a/en )? cuanto )"),
    ("servicios", "( ver/decir ) que aceptan ->,"),
    ("servicios", "<-, en que aceptan ->, | de que ser <dets>* negocio"),
    ("servicios", "que .. ( tiene para | <puedo> ) ofrecer"),
    ("servicios", "a que <clit>? dedican"),
    ("servicios", "<-,/y/hola/buenas que <clit>? aceptan ->,"),  # ¿qué ofrecen?
    (
        "servicios",
        "<-, realizan/hacerme/atenderme/tiene/aceptan ( <dets> )* SERV/DUDA ->,",
    ),  # ¿hacen cejas?
    ("recursos", "aceptan DIA? RECU ->,"),
    ("recursos", "RECU aceptan ( DIA | ->, )"),  # ¿Yulián trabaja mañana?
    ("recursos", "( esta/estar/tiene ) RECU ( DIA | ->, )"),
    (
        "recursos",
        "quien ( me/nos )? ( atienden/atenderme/hacer/realizan/hacerme/hace/SERV/esta )",
    ),  # ¿quién atiende?
    ("contacto", "( que/cual/tiene/un/su/tu/el ) .. telefono/numero"),
    ("identidad", "robot"),
    ("identidad", "whatsapp/oficial oficial/whatsapp"),
    ("identidad", "con quien hablar"),
    ("citas", "que hora ( <dets>/ser/esta/para/me/a )* ( <cita>/tengo/quedo )"),
    ("citas", "a que hora .. ser"),
    ("citas", "que dia/fecha .. quedo"),
    ("citas", "que hora/dia .. ser .. ( tengo/quedo )"),  # ¿qué día era que tenía?
    ("citas", "( no me acuerdo | no recordar | olvidar/olvido/olvide ) ... ( <cita> | mi hora/fecha )"),
    ("citas", "( esta/estar/quedo ) confirmar .. <cita>"),  # ¿está confirmada mi cita?
    ("citas", "( si | cuando | ya ) me/nos agendo"),  # ¿sí me anotó?
    ("citas", "todavia tengo .. <cita>/hora"),  # ¿a qué hora era?
    ("citas", "cuando .. ( tengo | ( mi/la ) <cita> | ser <dets> <cita> )"),
    ("citas", "( si | que ) tengo .. <cita>/hora/algo"),
    ("citas", "que/cual/cuanto ( <dets> | son )* <cita>/hora ( tengo | hay .. nombre )"),  # ¿qué citas tengo?
    ("citas", "que/cual/cuanto ( <dets> | son )* <cita>/hora ( agendo/hizo )"),  # ¿qué turnos saqué?
    ("citas", "que hora/dia ser <dets>* mio"),
    ("citas", "<-,/y/hola/buenas/ver/decir que ( <cita>/hora/horas )? tengo .. agendada"),
    ("citas", "<-, y? con quien ( ser/quedo/tengo/esta | me? toca )"),
    ("citas", "<-, ( yo )? tengo ( una/alguno/otra/algo )* <cita>/hora/algo .. pregunta"),
    ("citas", "donde .. mi <cita>"),
    ("citas", "confirmar ( que/si ) .. tiene <cita>/hora"),
    ("citas", "( que/si ) ( <fam>/x ) tiene <cita>/hora .. ( agendada | <cuando> )"),
    ("otra_consulta", "a domicilio"),  # ¿cortan a domicilio?
    ("otra_consulta", "promo"),
    # A rule of the house: "si cancelo el mismo día, ¿me cobráis algo?".
    (
        "regla",
        "si ( cancelar/cancelo/cambio/cambiar/reprogramar/<mueve> | me atrasar | no ( <puedo>/voy/llego/<asiste> ) ) ... , ,? .. ( pago/pagar/aceptan/politica/queja/devuelva/pierde/pasar )",
    ),
    ("otra_consulta", "o me/nos/le? ( pago/aceptan )"),  # ¿puedo pasarla al viernes o me cobran?
    ("a_cambio", "o me/nos/le? ( pago/aceptan )"),
    ("regla", "sin que me/nos ( pago/aceptan )"),
    ("regla", "que pasar si no? ( <puedo>/voy/llego/<asiste>/cancelar/cancelo/cambio/cambiar/<mueve> )"),
    ("otra_consulta", "( tiene/hay ) .. vacante"),
    ("cuenta_de", "quiero trabajo -!mi/en"),  # busco trabajo de barbero
    ("otra_consulta", "<-,/tambien realizan/tiene/aceptan ( <dets> )* OFIC ->,"),  # ¿hacen tatuajes?
    ("citas", "cual/cuando ser mi/mis .. <cita>"),
    ("citas", "<-, tengo <cita> agendada"),
    ("citas", "quiero? ver ( si )? ( mi/mis/la/las/el ) <cita>/hora"),
    ("citas", "<-, mis <cita>"),
    ("citas", "<-, ( x/dar/decir ) <clit>? mis <cita> ->,"),
    ("citas", "<cita> ,? ,? ( cuando/cual ) ser"),  # no anoté mi turno, ¿cuándo era?
    ("citas", "cancelada ( mi/la ) ( <cita>/<serv> ) .. ->pregunta"),  # ¿usted canceló mi limpieza?
    ("citas", "en mi agenda"),  # ¿qué hay en mi calendario?
    ("citas", "( cuando/que ) ( dia/hora/me/nos/le/a/ser/que/<dets>/<fam> )* toca"),
    ("citas", "mi proximo <cita>"),
    ("citas", "recordar por? .. <cita>"),
    ("citas", "mi <cita> ser .. <cuando> ,? ( cierto )? ->pregunta"),
    (
        "citas",
        "confirmar/ver ( si | que )? ... ( voy | tengo ) .. <visto>",
    ),  # pa confirmar q mañana voy a las 3
    ("citas", "<cita> ... en pie"),
    ("citas", "quedo .. agendada"),
    ("citas", "( me/se/que/quiero ) confirmar por? ( <dets> )* <cita>/hora"),
    (
        "citas",
        "<-,/hola/buenas/para/dias/tardes/noches confirmar <clit>? por? ( mi/la/el ) <cita>/hora",
    ),  # confirmo mi turno  # me confirma la cita
)
