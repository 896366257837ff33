"""The frames that ask for a cita without naming one: a need, a proposal, a place in the agenda.

Each line is an act, its pattern, and an example of it.
"""

MARCOS = (
    # A need: "quisiera que me valoraran", "necesito que le miréis los oídos".
    ("quiere_x", "quiero urgente? que <clit> -!devuelva ( x/quitar/sacar/arreglar/hacer/guardar )"),
    ("quiere", "quiero urgente? que <clit> ( <serv>/verlo )"),
    ("quiere", "quiero que ( el/la )? ( profesional/RECU ) <clit>? ( ver/verlo/hacer/<serv>/x )"),
    ("quiere", "<-, para que <clit> ( x/sacar/quitar/arreglar/hacer/<serv> ) <dets> ... ,? ... <cuando>"),
    ("quiere", "quiero empezar ( ( con/la/el/las/mi ) ( la/el/las/mi )? ( x/<serv> ) | <serv>/<cuando> )"),
    ("quiere", "( ir/llevar ) a que <clit> ( ver/verlo/x/<serv>/atienden/atenderme )"),
    ("quiere", "quiero ver de ( hacerme/xse/agendar/sacar )"),  # quería ver de hacerme un alisado
    ("quiere_x", "quiero xse .. ( <serv> | <cuando> )"),  # quiero quitarme el acrílico mañana
    ("quiere_x", "quiero ( un/una/el/la )? x para <dets>* ( vehiculo/<fam> ) .. ,? <cuando>"),
    ("quiere", "( toca/debo | hay que | tengo que ) xse .. <serv>"),
    ("quiere", "( la/lo/mi/el/un ) .. quiero x .. <cuando>"),  # tengo un bono y lo quiero usar el martes
    # A proposal: "te lo llevo el jueves", "paso el sábado a quitarme la barba".
    ("quiere", "la/lo llevar ( para/el )? <cuando>"),
    ("quiere", "venir .. <cuando> ,? .. ,? ( a/por ) <dets>* ( hacerme/xse/<serv> )"),
    ("puede", "<puedo> ( reunirnos/vernos ) .. <cuando>"),
    ("agendar", "!-nos/no/<puedo> reunirnos .. <cuando>"),
    ("puede", "se <puedo> ( para | el )? <cuando>"),  # ¿se puede el domingo?
    ("puede", "ser que .. <clit> -!devuelva ( x/ver/verlo/<serv>/atienden/hacer/realizan ) .. <cuando>"),
    ("puede", "dar x ( a/al/el/la/mi )* ( <fam>/vehiculo ) .. <cuando>"),  # me ayudas bañando al perro
    ("puede", "hay x de que? <clit>? ( atienden/atenderme/ver/verlo/hacerme/xse/agendar )"),
    ("puede", "<puedo> ( xse/sacar ) .. <cuando>"),
    ("quiere", "profesional ,? .. quiero verlo"),
    ("quiere", "te/le ( dejar/dejaron/llevar ) a? <dets> ( vehiculo/<fam> ) .. <cuando>"),
    ("trae", "<puedo> llevar ( .. <cuando> | ya/ahora )"),
    ("quiere", "quiero llevar .. ( vehiculo/<fam> ) .. ( negocio/profesional )"),
    ("quiere", "tengo <dets>* orden ( para/de ) <dets>* n12? <serv>"),
    (
        "trae",
        "( te/le/se ) ( lo/la/los/las ) ( x/llevar/dejar/dejaron/pasar ) .. <cuando>",
    ),  # se los arrimo el jueves?
    ("quiere", "a que <clit> ( cambiar/hacer/arreglar/ver/verlo/<serv>/quitar/sacar )"),
    ("agendar", "dar .. fecha"),  # ¿me ayudan con una fecha?
    ("quiere", "pensar/pensado/pensamos en ( el/la/para )* <cuando>"),
    ("trae", "me/nos lo/la/le ( verlo/arreglar )"),  # cuando podáis me lo miráis
    # A place: "ponme en la lista de mañana", "déjame el martes a las 4".
    ("agendar", "dejame ( el/la )? <cuando>"),
    ("agendar", "dejame ( el/un/ese/la/una )* <cita> ( de/para/el )* <cuando>"),
    ("agendar", "( hacer/dejame ) ( en/a ) <dets>* lista -!espera"),
    (
        "agendar",
        "( decir/x ) ( en/a ) <dets>* lista ( de/del/para ) .. <cuando>",
    ),  # mándame a la lista del jueves
    ("agendar", "me realizan ( un/una/unas )? x x? para? <cuando>"),  # ¿me haces unas esculturales el 22?
    ("agendar", "pasar ( un/una/otro/otra ) <cita>/hora/fecha"),
    ("agendar", "<-,/hola/buenas/dias/tardes/noches solicitud -!de"),  # agendamiento para plasma
    ("agendar", "<-,/hola/buenas/dias/tardes/noches solicitud de <cita>"),
    ("agendar", "guardar ( un/una )? sitio"),
    ("agendar", "<-, reserva de ( una/un ) <cita>"),
    ("agendar", "quiero otra/otro ademas/nuevo"),
    ("cita_para", "<saluda> x <cita> ( para/con/DIA/HORA/<serv> )"),
    # What is full and what is not.
    ("hueco", "<cuando> ya? ( esta/estar/tiene/x )? lleno ... pregunta"),
    ("hueco", "y cupo ( para/el )* <cuando>"),
    ("hueco", "cuando .. realizan <cita>"),  # ¿para cuándo están dando turnos?
    ("hueco", "con cuanto x .. realizan <cita>"),
    ("hueco", "fecha/dia/dias/horas/horarios en? que .. ( hay/tiene/atienden/<puedo> )"),
    (
        "hueco",
        "que hora/dia .. desocupar ( ->, | <cuando> | algo/alguno | <dets>* ( profesional/RECU/<cita> ) )",
    ),
    ("hueco", "abrir <dets>* agenda | agenda ( de? <cuando> )? ya? esta? abrir"),
    ("hueco", "cuando <puedo> verlo"),
    ("hueco", "( lo/la/el ) ( mas? pronto/temprano/proximo | primera/n12 ) que ( tiene/hay/<puedo> )"),
    ("hueco", "( que hora/horas/dia | cuando ) ( venir/voy ) ->,"),  # ¿a qué hora paso?
    ("hueco", "tiene rato para/libre"),
    ("hueco", "cuando .. atenderme"),
    ("puede", "me/nos la/lo/le <serv> .. <cuando>"),
    ("hueco", "con agenda para? <cuando>"),
    ("hueco", "que hora/dia .. me/nos/lo/la atenderme"),
    ("quiere", "<-, que me/nos atenderme ... ,? .. <cuando>"),
    ("puede", "me/nos <puedo> ( dejar/guardar ) .. ( <cita>/hora/<cuando> )"),
    ("quiere", "de atenderme .. <cuando>"),
    ("puede", "<cuando> ( me/nos ) <puedo> ->pregunta"),
    ("puede", "me/nos/lo/la ve <cuando>"),
    ("agendar", "<-,/me/nos/por sacar <cuando>"),  # asígneme la 1 de la tarde
    ("hueco", "quedo x? alguno <cita>"),
    ("hueco", "que te tiene ->,"),
)
