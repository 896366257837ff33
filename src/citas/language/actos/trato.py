"""The acts of answering and courtesy, and of pointing at a piece of what was said.

Each line is an act, its pattern, and an example of it.
"""

# It may be yet, and will be told: nothing is done, and what was offered stays offered.
_POSPONE = (
    "dejar ver",
    "( dejar | voy a | mejor | toca | tengo que ) ( me | lo | la )* pensar",  # déjeme lo pienso
    "lo pensar | pensar bien",
    "te/le escribo ->,/si/cuando",  # yo le aviso
    "( ahora/luego ) te/le perdon/confirmar ->,",
    "ver ,? y te/le perdon/escribo/confirmar",  # ahorita le digo
    "no se si ( <puedo>/voy/alcanzo/llego )",
    "( mas tarde | luego | despues | DIA ) te/le escribo/confirmar",
    "te/le escribo/confirmar ( DIA | luego | mas tarde | despues )",
    "( luego | despues | mas tarde | DIA ) escribo ->,",  # luego hablamos
    "( luego/despues/mas ) te/le escribo",
    "( luego/despues ) ( te/le ) .. escribo",
)
TRATO = (
    *((act, pattern) for pattern in _POSPONE for act in ("dejar", "pospone")),
    ("saludo", "<-, feliz"),
    ("saludo", "hola | ( buenas ( dias/tardes/noches/tarde/noche/dia )? )"),
    ("gracias", "gracias"),
    ("humano", "hablar/llamada .. <gente>"),
    ("humano", "hablar con ( RECU | el | la | x )"),
    ("humano", "( quiero/por/con ) ( una/un )? persona"),
    ("humano", "<-, ( una/un ) persona"),
    ("humano", "!-de queja | llamame -!de/del"),
    ("humano", "me ( <puedo> )? hablar -!de/del"),  # ¿me puede llamar?
    ("humano", "( hablar/atenderme/ver/verlo/decir ) .. <gente> directamente"),
    ("humano", "me atenderme .. persona/jefe ( de cierto )? ->,"),
    ("no_robot", "no quiero hablar con ( un/una )? robot"),
    ("avisame", "avisar .. si .. ( desocupar/cancelar/hay/abrir/atienden )"),  # avísame si se desocupa
    ("avisame", "!-gracias si .. ( desocupar/cancelar ) ... avisar/escribo"),
    ("avisame", "lista de espera"),
    ("dejar", "dejar ( asi/como/donde/quieta/ser/en/tal | ->, )"),  # déjela como está
    ("dejar", "olvidar -!mi/la/el/que/se/a"),
    ("dejar", "otro dia ( voy/venir/llego | ser ->, )"),
    ("aplaza", "<-, ( no ,? )? espera ( un/una )? ( momento/minuto/segundo/rato )? ->,"),
    ("aplaza", "<-, ( ahora/ya )? ( dar/dejar )? un ( momento/minuto/segundo/rato ) ->,"),  # dame un momento
    ("aplaza", "<-, espera ,? ( ya ,? )? ( te/le )? confirmar ->,"),
    ("aplaza", "<-, ya ( te/le ) ( perdon/confirmar ) ->,"),  # ya te digo
    ("dejar", "ya no ->,"),
    ("dejar", "ya no ( lo/la/me )? quiero ->,"),
    ("si", "<-, <afirma> -!n12/n24/n31/n59/n99/SERV"),
    ("si", "( bueno/bien/ok/vale/ahora/ver/que/pero/va/ya ) ,? si ->,"),
    ("si", "( esta/todo ) ( bien/ok )"),
    ("si", "( ahi/asi/esa/ese ) si ->,"),  # ahí sí
    ("si", "eso si ,? ( gracias | por )? ->borde"),  # but "eso sí, a las 5"
    ("si", "<-, si <puedo> ->,"),
    ("si", "<-, ahi ( nos )? estar/llego/vernos ->,"),  # allá estaré
    ("si", "<-, de ok"),
    ("si", "!-no/ninguno/nada/tampoco me sirve"),
    ("si", "<-, de una ->,"),
    (
        "si",
        "<-, ( acepto | al toque | como no | eso mismo | la sacar | me agendar | sale ( y vale )? ) ->,",
    ),  # la tomo
    ("si", "<-borde ( ya | adelante | bien ) ->borde"),
    ("si", "<-, ( esa/ese ) mismo/misma ->,"),
    ("si", "( las/los ) n12 me sirve ->,"),
    ("si", "!-no me tiene ( ok/bien )"),  # me queda perfecto
    ("si", "!-no contar conmigo"),
    ("si", "<-, ( si ,? )? agendar ->,"),  # resérvala
    ("si", "<-, va ->,"),
    ("si", "va que va"),
    ("si", "por supuesto"),
    ("si", "<-, bueno ( ,? <afirma> | gracias )"),
    ("si", "<-borde bueno ->borde"),
    ("si", "no hay problema"),
    ("si", "no te problema"),
    ("si", "sin problema"),
    ("si", "<-, ( eso/esa/ese ) ->,"),
    ("si", "asi ( ser | esta bien )"),
    ("cancelar", "<-,/si tumbar/desocupar ->,"),
    ("cancelar", "confirmar la cancelacion"),
    ("la_quiero", "!-no ( la/lo/esa/ese ) quiero ->,"),
    ("la_quiero", "<-,/si quiero esa/ese ->,"),
    # Of a cita that is offered to be cancelled they say that it stays.
    ("la_quiero", "!-no me la/lo quedo/llevar ->,"),
    ("la_quiero", "!-no me/nos quedo con? esa/ese ->, | con esa/ese me/nos quedo ->,"),
    ("la_quiero", "<-,/si sacar esa/ese ->,"),  # tomo esa
    ("la_quiero", "<-,/si dar esa/ese ( hora/<cita>/horario )? ->,"),  # regáleme esa
    ("la_quiero", "!-no dejar/ponla agendada ->,"),
    *(
        (act, "<-borde ,? con? <cuando>/RECU <cuando>? ,? ( si <puedo>? | <puedo> ) ->,")
        for act in ("lo_nombra", "asistira")
    ),  # a las 4 sí
    ("lo_nombra", "<-borde ,? <cuando> <cuando>? va bien? ->,"),
    ("asistira", "esa hora ( si | si? <puedo>/llego bien? ) ->, | ese dia si? <puedo> ->,"),
    ("asistira", "!-no <puedo> a? esa hora ->, | ahi te/le llego ->, | ahi venir ->, | !-no contar conmigo"),
    ("ya_no_quiero", "ya no ( lo/la/me )? quiero ->,"),
    ("asistira", "!-no si <puedo> ( ir/llego )? ->,"),
    ("asistira", "!-no confirmar ( mi/la )? ir ->,"),  # confirmo mi asistencia
    ("asistira", "!-no confirmar que ( voy/llego/ir )"),
    ("la_quiero", "<-,/si la/lo sacar ->,"),  # la tomo
    ("si", "<-borde por? cancelar por? ->borde"),  # to "¿la cancelo?"
    ("si", "<-, ya ,? <afirma>"),
    ("no", "ese dia no <puedo>? ->borde"),
    ("no", "<-, no por ->,"),  # no, por favor
    ("impedido", "estuvo un? complico | estoy complico"),  # tuve un imprevisto, estoy enferma
    ("impedido", "me/nos complico"),  # se me presentó un viaje
    ("porque", "<-, ( porque | ser que | ya que | que me/ya/estoy/tengo )"),
    ("si", "<cuando>/RECU/SERV ,? ser? ok ->,"),  # a las 4 perfecto
    ("no_puedo", "<-, no <puedo> ->,"),
    ("no", "no me ( tiene/dar/quedo ) ->,"),
    ("no", "no ( hacer/ser ) necesario | <-, no lo? creo ->, | <-, no vale ->,"),
    ("no", "gracias/si pero ( ya | por ahora )* no ->,"),
    ("dejar", "se quedo donde/asi/como/ahi"),  # que se quede donde está
    ("asistira", "ahi ( te | los | nos )? ( llego/voy/estar/vernos/ir )"),
    ("asistira", "<-, ( si ,? )? ( llego/voy ) ( a ir )? ->,"),
    ("no", "<-, no ( ->, | gracias | ->ok )"),
    ("no", "<-, nop"),
    ("no", "<-, <afirma> ,? no ->,"),  # ok, no
    ("no", "( <afirma> | supuesto ) que no ->,"),  # claro que no
    ("no", "todavia no ->,"),
    ("no", "( a )? esa hora no ( <puedo> )? ->,"),
    ("no", "<-, que va ->,"),
    ("no", "no ser eso"),
    ("no", "no quiero nada"),
    ("no", "eso no ->,"),
    ("no", "no ( me tiene bien | <puedo> ( a )? ( esa hora | ese dia ) )"),
    ("no_quiero", "no me? quiero"),
    ("no", "esa/ese no ->,"),
    ("no_puedo", "no <puedo> <cuando>"),
    ("no_puedo", "<cuando> ,? no <puedo>"),
    ("propone_ser", "<puedo> ser .. <cuando>"),
    ("propone_ser", "prefiero .. <cuando>"),
    ("propone_ser", "la/lo quiero para? <cuando>"),
    ("propone", "prefiero .. <cuando>"),
    ("propone", "llego <cuando>"),
    ("propone", "<cuando> ... <puedo> ->,"),
    ("propone", "( <puedo> ser | mejor | para | sino ) .. <cuando>"),
    ("propone", "<cuando> si ->,"),
    ("no", "mejor/entonces/ahora no"),
    ("no", "ninguno"),
    ("no", "no .. sirve"),
    ("no", "para nada"),
    ("condicional", "si ( hay/tiene/se/me/no/ser/estar/te/le/tengo/alguno/ya/cancelo/llego/quedo )"),
    ("condicional", "si ( cancelar/cambiar ) ... pregunta/avisar/escribo"),
    ("condicional", "si ( <puedo>/voy/va ) -!,"),
    ("todas", "ambos"),
    ("todas", "cancelar todo"),
    ("todas", "no .. ( ir/voy/llego ) a? ninguno"),  # no puedo ir a ninguna
    ("todas", "los/las/mis n12 ( <cita> | ->, )"),
    ("ultima", "que acabo de agendar/sacar"),
    ("cualquiera", "con ( cualquiera | quien sea | el/la? que ( este disponible | sea | tiene ) )"),
    ("cualquiera", "<-, cualquiera ->,"),
    ("cualquiera", "el/la que ( este disponible | sea -!mas )"),
    ("cualquiera", "dar quieta"),
    ("con_otro", "con ( el/la )? ( otro/otra ) <gente>? ->,"),
    ("con_otro", "con RECU no ->,"),
    ("con_otro", "no con RECU"),
    ("con_otro", "cualquiera menos RECU"),
    ("de_esas", "cualquiera de ( las/los/esas/esos/ese/esa ) ( n12/opcion )?"),  # cualquiera de las dos
    ("misma_hora", "( la/esa )? misma ( misma )? hora | esa hora"),
    ("mismo_dia", "( el/ese ) mismo dia | ese dia"),
    ("otra_hora", "otra opcion"),
    ("otra_hora", "( hay/tiene ) mas opcion"),
    ("otra_hora", "que mas ( tiene/hay )"),
    ("otra_hora", "otro/otra hora/horario/horarios"),
    ("otro_dia", "otro/otra dia/fecha"),
    ("mas_tarde", "<-,/y/mejor un x/rato despues ->,"),  # un ratico después
    ("mas_tarde", "!-el/la/de/sea mas tarde/tardecita | mas despues | <-, y? despues pregunta"),
    ("mas_temprano", "!-el/la/de/sea mas temprano | antes ->,"),
    (
        "la_primera",
        "<-, ( el/la ) ( de | que sea )? mas ( temprano/pronto ) ( posible | de ( esas/esos/las/los ) )? ->,",
    ),
    (
        "la_ultima",
        "<-, ( el/la ) ( de | que sea )? mas ( tarde/tardecita ) ( posible | de ( esas/esos/las/los ) )? ->,",
    ),
    ("correccion", "perdon"),
    ("correccion", "mejor"),
    ("correccion", "mas bien"),
    ("correccion", "espera"),
    ("correccion", "quiero ser"),
    ("agrega", "tambien | agregar | ademas"),
    ("agrega", "de venir ,? ( la/el/una/un/las/los )* SERV"),  # y de paso cejas
    ("agrega", "<-, y ( la/el/una/un/de/las/los/unas )* SERV ->,"),  # y barba
    ("quita", "sin/quitar ( la/el/las/los )? SERV"),
    ("para_otro", "tambien a/para <dets>* <fam>"),
    ("para_otro", "<-,/y mi/mis <fam> tambien? quiero <dets>* SERV/<cita>"),  # mi novia quiere tinte
    ("mismo_dia", "( despues | antes ) ( de/del ) ( la/el/lo )? mi/mio"),  # después de la mía
    ("y_misma_hora", "y ( para/a/al/el )* DIA a? la misma hora"),
    ("y_otro_momento", "DIA HORA ,? y ( para/a/al/el )* DIA HORA"),  # mañana a las 10 y el viernes a las 10
    ("para_otro", "agendar a <dets>* <fam>"),  # resérvale a mi papá
    ("para_otro", "( para/de ) ( mi/mis/un/una/el/la/su/los/las ) <fam>"),
    ("para_otro", "de parte de"),
    ("otra", "otra/otro <cita> | otra hora para | otra ->, | ademas de la | otra mas"),
    ("otra", "otra/otro quieta"),  # otra igual para mi hijo
    ("otra", "otra/otro para ( el | <dets>* <fam> | DIA )"),
    ("a_nombre", "a nombre de"),
    ("a_nombre", "soy"),
    ("a_nombre", "me llamo"),
    ("a_nombre", "mi nombre ser"),
    ("eleccion", "( la/el | <-,/en/con/de/ok/si ) <ordinal> ( opcion )? -!hora/semana/vez/DIA/<cita>"),
    ("eleccion_n", "( la/el/opcion/numero ) ( opcion/numero )? n12 -!de/h/am/pm/y"),
    ("despedida", "gracias ,? DIA ->,"),
    ("despedida", "nos vernos"),
    ("despedida", "feliz DIA ->,"),  # feliz domingo
    ("personas", "n12 personas"),
    ("personas", "somos n12"),
    ("seguidas", "n12 ( <cita>/hora/SERV )? seguidas"),  # dos turnos seguidos
    ("cambia_servicio", "vez/cupo de/del ( el/la/un/una )? SERV"),  # en vez de corte
    ("personas", "n12 cupo"),  # apárteme 3 puestos
    ("personas", "para los n12 ->,"),
    ("mi_y_otro", "para mi y ( para )? <dets>* <fam>"),
    ("menos", "( todas/todo/ambos ) <dets>* <cita>? menos ( la/el/las/los )? ( de/del )?"),
    ("reclamo", "borrar .. ( mi/mis/los/todo ) .. ( datos/informacion )"),  # borren mis datos
    ("reclamo", "borrar .. ( mi ) ( numero/telefono ) -!DIA"),
    ("reclamo", "borrar .. de <dets>* base"),
    ("reclamo", "( datos | base ) .. borrar"),
    ("reclamo", "no quiero .. que .. ( tiene/guardan/tengo ) .. ( mi/mis ) ( datos/numero/informacion )"),
    ("reclamo", "( cambiar/reprogramar/corregir ) mis datos"),
    ("consulta_datos", "( que/cual ) .. ( datos/informacion ) .. ( tiene/guardan/hay ) .. ( mi/mis/mio )"),
    ("consulta_datos", "( tiene/guardan ) .. mis datos"),
    ("consulta_datos", "donde .. ( sacar/agendo/tiene/guardan ) .. ( mi/mis ) ( numero/datos/telefono )"),
    ("consulta_datos", "( politica/copia ) .. datos"),
    ("borrado", "se me borrar"),
    ("consulta_datos", "( como/que ) .. guardan/aceptan .. ( mi/mis ) ( datos/numero/informacion )"),
    ("no_urgente", "no .. ( urgente | me duele )"),
    ("urgente", "urgente"),
    ("urgente", "me/nos ( <puedo> )? ( atienden/atenderme/ver/verlo ) ya"),  # ¿me atienden ya?
    ("urgente", "( me/le ) ( esta )? .. duele"),  # me duele mucho
    ("urgente", "( tengo | con ) ( un/una/x )* duele"),
    ("urgente", "no aguanto"),
    ("urgente", "se me .. rompio"),
    ("tengo", "habia cambiada .. <cita>/hora"),
    ("tengo", "tengo -!que ... <cita>/hora/SERV"),
    ("tengo_cuando", "tengo para? <cuando>"),
    ("ya_tengo", "la/el/lo? que ya? tengo"),
)
