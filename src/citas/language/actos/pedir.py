"""The acts that ask for a cita, and the questions for a free hour.

Each line is an act, its pattern, and an example of it. Growing means one more line and a line of the corpus.
"""

PEDIDOS = (
    ("agendar", "agendar"),  # me agendas un corte
    ("hecho", "hizo"),  # me corté
    ("agendar", "me/nos/le reserva/agenda"),  # me reserva el jueves
    ("agendar", "<-, reserva/agenda por? ( una/un/me/mi/el/la/cita/SERV/DIA )"),  # reserva una para mañana
    ("quiere", "quiero .. <cita>/hora/<serv>/disponible"),
    ("agendar", "sacar/pido/dar/hacer/hacerme .. <cita>/hora/<serv>/disponible/chance"),
    (
        "agendar",
        "me/nos/le/lo/la realizan/hace .. <cita>/<serv>",
    ),  # ¿me haces las cejas?, ¿me hace un campito?
    ("puede", "realizan .. <serv> .. <cuando>"),  # ¿hacen cejas mañana?
    ("agendar", "guardar .. ( <cita>/hora/<serv> | <cuando> )"),  # guárdeme la de las 4
    ("agendar", "hacer en <dets>* agenda"),
    ("agendar", "continuar con? <dets>* ( reserva/cita/turno )"),
    ("agendar", "<-, sacar para <cuando>"),  # cuadremos para el jueves
    ("quiere", "hacer para que me/nos ( atienden/atenderme )"),  # póngame en la agenda
    ("puede", "<clit> arreglar .. <cuando> | arreglar .. <serv> .. <cuando>"),  # ¿me la arreglas hoy?
    ("puede", "me/nos/le ( OFIC | ver/verlo ) .. <cuando>"),
    ("puede", "<puedo> ver/verlo .. ( vehiculo/<fam> )"),
    ("puede", "RECU <puedo> .. <cuando>"),
    ("puede", "<-, voy <cuando> pregunta"),
    ("puede", "<-, venir <cuando> <cuando>? pregunta"),  # ¿paso mañana a las 3?
    ("puede", "<cuando> me/nos ( atienden/atenderme ) pregunta"),  # ¿hoy me atiendes?
    ("cita_para", "<-, turno x ->,"),  # ¿cabe uno más hoy?
    ("agendar", "pedirte .. <cita>/hora/<serv>"),
    ("agendar", "sacar/agendar ( una/un/de )? reunion"),
    ("agendar", "<-, reserva de <cita>/hora"),
    ("quiere", "quiero .. ver .. profesional"),  # quiero ver al dentista
    ("quiere", "quiero ( hacer/hacerme )? con ( el/la )? profesional/RECU"),
    ("quiere", "quiero ser x <cuando>"),  # necesito ser atendida hoy
    ("quiere", "quiero ir ->,/ya/ahora"),
    ("quiere", "quiero volver ->,/DIA/HORA"),
    ("quiere", "quiero ( una/la )? atencion ( ->, | para/con | medica | x? <cuando> )"),
    ("agendar", "<-borde reserva/agenda ->borde"),
    ("cita_para", "<-, <cita> nuevo"),
    ("quiere", "quiero ir ( donde | ( a/al/para ) <dets>* negocio ) <cuando>?"),
    ("puede", "<-,/todavia llego ( a ir .. <cuando> | <cita> )"),  # ¿alcanzo a ir hoy?
    ("hueco", "<-, horarios/horas ( para/de/del )? <cuando>"),
    ("puede", "realizan .. <cita> .. <cuando>"),  # ¿dan turnos para mañana?
    ("agendar", "<-hola/buenas/tardes/dias/noches para? ( una/un ) <cita> ->,"),
    ("cita_para", "<-, cita/turno/hora profesional"),
    ("cita_para", "<-, cita/turno x DIA"),
    ("quiere", "quiero x a ir"),
    (
        "quiere",
        "quiero que .. ( atienden/atenderme/hacer/ver ) .. ( RECU | <cuando> )",
    ),  # quiero que me atienda Mateo
    ("quiere_x", "quiero que me/nos/le ( x/quitar/sacar ) .. <cuando>"),
    ("quiere", "quiero ver si me/nos ( atienden/atenderme )"),
    ("agendar", "me/nos <puedo>? ( atienden/atenderme/ver/verlo ) ( ya/ahora )"),
    ("agendar", "<puedo> ir ya/ahora ->,"),
    ("quiere", "<-, ver al profesional ( ->, | <cuando> )"),
    ("quiere", "<-, ir ( a/al/donde/con ) <dets>* profesional ( ->, | <cuando> )"),  # ir al dentista
    ("quiere", "<-, que me/nos atenderme .. ( RECU | <cuando> )"),
    ("quiere", "quiero ir a? ( ver/verlo ) ( ->, | <cuando> )"),
    (
        "quiere",
        "quiero ( x/sacar/hacer )? una/un reunion ( con? ->, | para | <cuando> )",
    ),  # quiero una reunión
    ("pide_reunion", "quiero ( x/sacar/hacer )? una/un reunion"),
    ("puede", "( <puedo>/quiero ) ( x/sacar/hacer )? una llamada .. <cuando>"),
    ("quiere", "escribo/hablar para ( una/un ) <cita>/hora"),  # necesito que me revisen mañana
    ("agendar", "posible ( una/un ) <cita>"),
    ("quiere", "quiero ( ser )? atenderme"),
    (
        "quiere",
        "quiero que ( ( el/la )? profesional/RECU )? me/nos/lo/le .. ( ver/verlo/atienden/atenderme )",
    ),
    (
        "quiere",
        "quiero ir ( donde/con/a/al/de ) <dets>* ( profesional/medica )",
    ),  # necesito ir donde el dentista
    (
        "quiere",
        "<-, para que me/lo/le/nos .. ( ver/verlo/atienden/atenderme )",
    ),  # para que me vean la espalda
    ("quiere", "quiero ver ( a? un/una/el/la )? medica"),
    ("quiere", "quiero que me ver .. ( profesional | medica )"),
    ("quiere", "quiero ( ( un/una ) profesional | profesional para )"),  # necesito un odontólogo
    ("quiere", "me hace/hacer necesario .. <serv>/<cita>"),  # me hace falta una limpieza
    ("quiere", "me mandaron .. <serv>"),  # me mandaron fisioterapia
    ("puede", "llevar/dejar .. vehiculo .. ( <cuando> | <serv> )"),  # ¿puedo dejar el carro mañana?
    ("quiere", "me? toca ( la/el/un/una/mi )? <serv>"),  # me toca control
    ("cita_para", "<-, cita/turno por? ->,"),
    ("cita_para", "<-, hora ( por ->, | pal <cuando> )"),
    ("cita_para", "<cuando> ( una/un ) <cita>/hora ->,"),
    ("cita_para", "<-, la/una <cita>/hora mas proximo"),
    ("cita_para", "<-, para <dets>* ( <fam>/pariente ) ( una/un ) <cita>/hora ->,"),
    ("quiere", "quiero ir <dets>* <fam> y? <cuando>"),  # para mañana una hora
    ("cita_para", "<-, <cita>/hora urgente"),
    ("cita_para", "<cita> urgente ->,"),
    ("cita_para", "<-, n12 <cita> ( para/con/DIA/HORA/<serv> )"),
    ("cita_para", "<-, nuevo/otra/otro <cita>"),
    ("cita_para", "<-, ser para ( una/un )? <cita> ->,"),
    ("quiere", "quiero ( llevar/trae/hacer/dejar ) .. <fam>/vehiculo .. ( <serv> | <cuando> )"),
    ("quiere", "vehiculo ... quiero llevar ->,"),
    ("quiere", "hay que <serv>"),  # hay que vacunar a mi gato
    ("agendar", "dejar me? agendada"),  # déjeme apartado el sábado
    ("puede", "me/nos atienden .. <cuando>"),  # ¿me atienden mañana a las 8?  # quiero una cita
    ("quiere", "quiero ( una/un/otra/otro ) nuevo? para? ( <cuando> | <serv> )"),
    ("quiere", "quiero ( una/un/otra/otro ) para <dets>* <fam>"),
    ("quiere_x", "quiero hacerme ( un/una/unas/el/la )? x"),  # quiero hacerme un peeling
    (
        "quiere_x",
        "quiero ( hacer/hacerme )? ( una/un ) x x? ( para/el )? <cuando>",
    ),  # quiero un tatuaje mañana
    ("agendar", "sacar/dar ( una/un/otra/otro/n12 ) para? ( <cuando> | <serv> )"),
    ("agendar", "sacar/dar ( una/un/otra/otro ) para <dets>* <fam>"),
    ("agendar", "dar ( una/un/otra/otro ) ->,"),
    ("agendar", "<-,/me/le/nos dar/hacer/realizan/hacerme/atenderme ( para/pal/el )* <cuando>"),
    ("agendar", "<-,/me/le/nos dar ( la/el ) de HORA"),  # me das la de las 10
    ("quiere", "quiero ( la/el ) de HORA"),  # me das una el viernes
    ("quiere", "quiero ( para | el | ir )? <cuando>"),  # quiero para mañana
    ("cita_para", "( <-, | una/un/otra ) <cita>/hora ( ,? para/con/DIA/HORA/<serv> )"),  # turno para corte
    ("cita_para", "<-x/n/nano <cita> para <cuando>"),  # con cédula 123 cita para el lunes
    ("cita_para", "<-, agenda para .. <serv>"),  # agenda para ácido hialurónico
    ("agendar", "<-, agenda ( en/para/pal )? <dets>* <cuando>"),  # agenda en la mañana por favor
    ("puede", "hay x de ( ir/pasar/hacer/hacerme ) .. <cuando>"),  # ¿hay manera de ir hoy?
    ("puede", "<puedo> ir ya/ahora"),
    ("puede", "<puedo> verlo"),
    ("quiere", "quiero que .. verlo"),
    ("puede", "<puedo> .. atenderme"),
    ("puede", "posible .. ( ir/agendar/sacar/atenderme )"),  # ¿es posible ir mañana?
    ("puede", "me/nos/lo/la/le/los <puedo> .. ver/verlo"),  # ¿me pueden ver hoy mismo?
    ("cita_para", "<cita>/hora ( me/te )? para .. <serv>"),
    ("agendar", "otra mas"),
    ("agendar", "<-, para? una/un <cita> ->,"),  # una cita
    ("lo_mismo", "otra/otro/una/uno quieta para"),  # otra igual para mi hijo
    ("lo_mismo", "para/por/vez lo mismo"),
    ("lo_mismo", "lo mismo de? la? vez pasado"),
    ("lo_mismo", "lo mismo/de de? ( siempre | la otra/ultima vez )"),  # ponme lo de siempre
    ("puede", "<puedo> .. ( ir | pasar | <serv> | hacerme | venir | RECU )"),  # puedo ir a las 7?
    ("puede", "me/nos/le/lo/la <puedo> .. ( hacer | dar )"),
)

HUECOS = (
    ("hueco", "cuando me/nos dar ->,"),  # ¿para cuándo me das?
    ("hueco", "que pronto/temprano .. ( <puedo>/hay/tiene/atienden )"),  # ¿qué tan pronto me pueden ver?
    ("hueco", "<-,/y para que hora/horas/dia/dias ->,"),  # ¿para qué horas?
    ("hueco", "cabe .. <cuando>"),
    ("hueco", "tiene/hay .. <cita>/disponible/algo/chance/hora/horas/agenda"),  # tienes algo mañana?
    ("hueco", "tiene/hay ( el/la/para/libre )? <cuando>"),  # tienes el viernes?
    (
        "hueco",
        "que/cuando -!horario ( hora/horarios/horas/dia/dias )? .. ( tiene/hay | !-no <puedo> ) .. ( DIA | HORA | SERV | disponible | <cita> | hora )",
    ),
    ("hueco", "que horario .. ( tiene/hay ) .. ( DIA | HORA | disponible | para <serv> )"),
    ("hueco", "que ( hora/horarios/horas/dia/dias/fecha ) .. ( tiene/hay/disponible )"),
    ("hueco", "tiene/hay fecha"),
    ("hueco", "horarios/horas que ( hay/tiene )"),  # dime los horarios que hay
    ("hueco", "cuando me/nos/lo/la/le ( <puedo> ver/verlo | atenderme/atienden )"),  # ¿cuándo me pueden ver?
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
