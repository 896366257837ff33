"""The frames that move a cita: two times against each other, and what stands that should be later or earlier.

Each line is an act, its pattern, and an example of it.
"""

MUDANZAS = (
    # A wrong day: "me equivoqué, era el 16, no el 15".
    (
        "contraste",
        "equivoque ... ,? ... ser ( a/el/para/pal )* <cuando> ,? y? no ( a/el/para/pal )* <cuando>",
    ),
    ("cambiar", "equivoque ( de/con/en ) <dets>* ( dia/hora/fecha/horario ) al ( agendar/sacar/pido )"),
    (
        "cambiar",
        "ser ( a/el/para/pal )* <cuando> ,? no ( a/el/para/pal )* <cuando> ,? .. ( corregir/arreglar/cambiar )",
    ),
    (
        "contraste",
        "( tengo/ser/estoy/quedo/agendo/agendada/dieron/dejaron/dijo ) ( en/a/para/el/la/me/de )* ( <dets>* <cita>/<serv>/hora )? ( en/a/para/el/la/de )* <cuando> <cuando>? ,? pero ... ,? ... <cuando>",
    ),  # tenía a las 8 pero me dormí, ¿puedo ir a las 9?
    (
        "contraste",
        "( tengo/quedo/dieron/dejaron ) ( para/a )* ( <dets>* <cita>/<serv>/hora )? ( para/a/el )* <cuando> <cuando>? ,? y quiero/prefiero ( para/a/el )* <cuando>",
    ),
    ("contraste", "<cuando> ,? ( y/pero )? ser ( a/el/para/pal )* <cuando> ->,"),  # puse el 12 y era el 13
    ("contraste", "tengo ( lo/la/el ) ( de/del ) .. <cuando> ,? pero ... ,? ... <cuando>"),
    ("cambiar", "( guardar/dejame ) mi <cita> .. para ( cuando/despues/luego )"),
    # What stands, where another moment is said beside it.
    ("estaba", "lo ( de/del ) <cuando>"),
    ("estaba", "mi ( <cita>/hora ) ( de/del <cuando> | mas )"),
    ("estaba", "la ( <cita>/hora ) ( que ( tengo/agendo/sacar/pido/agendada/quedo/dieron ) | mas )"),
    (
        "estaba",
        "habia ( x/quedo/decir/dijo/pedido/agendada ) ( a/para/el/con )* <cuando> | quedo ( a/para/el/con/en )* <cuando>",
    ),
    ("estaba", "( hora/dia/fecha/horario ) que ( quedo/tengo/agendo/sacar )"),
    ("cambiar", "( la/lo/me/nos ) <puedo> mover/correr/adelantar/atrasar -!x"),
    ("cambiar", "( la/lo/me/nos ) <mueve> ( para/a )? ( antes/despues )"),
    ("estaba", "mi <cita> no <puedo> ser"),
    ("estaba", "estoy agendada ( a/para/el/con )* <cuando>"),
    ("contraste", "( la/mi ) <cita> .. <cuando> y no .. <cuando>"),
    ("mueve_si", "me ( la/lo ) pasar ->,"),
    ("cambiar", "( la/mi ) <cita> ( ( de/del ) <cuando> )? ,? ( la/lo ) quiero con"),
    ("cambiar", "DESPL ,? x? ,? ( la/mi ) <cita>"),
    ("cambiar", "<mueve> a <dets>* <fam> ->,"),
    ("cambiar", "te tengo que <mueve> ->,"),
    ("cambiar", "se <puedo> mover/correr/adelantar/atrasar ( un/una )? ( dia/hora/DURA/DESPL )"),
    ("cambiar", "hacer con ( otro/otra ) <gente>"),
    ("contraste", "( mi/la ) <cita> x ser ( a/el/para )* <cuando>"),  # mi turno debía ser el 9
    ("estaba", "estaba ( a/para/el/con )* <cuando>"),
    ("estaba", "( la/lo ) tengo ( a/para )? <cuando>"),
    ("cambiar", "( la/lo ) <puedo>? hacer/ponla mas ( tarde/temprano/tardecita )"),
    ("cambiar", "quiero que ( mi/la ) ( <cita>/hora ) .. quedo .. <cuando>"),
    ("cambiar", "cambiar ,? mejor ( el/para/a )* <cuando>"),
    ("cambiar", "mi <cita> ... ,? ( la/lo ) quiero con"),
    ("cambiar", "<mueve> a <dets>* <fam> de ( hora/horario/dia/fecha )"),
    ("cambiar", "mas ( temprano/tarde ) ( mi/la ) ( <cita>/<serv> )"),
    ("cambiar", "en ( cupo | vez ) de n12"),
    ("cambiar", "mas ( temprano/tarde ) que ( mi/la ) ( <cita>/hora/que )"),
    ("contraste", "tengo que ser ( a/el/para )* <cuando>"),  # pedí mal, tenía que ser el 8
    (
        "contraste",
        "ser ( a/el/para )* <cuando> ,? y? no ( a/el/para )* <cuando> ( mi/la ) <cita>",
    ),
    ("contraste", "( ir/llego ) HORA y no HORA"),
    ("contraste", "<mueve> ( el/la/de/del )* <cuando> ( por/a/al/para ) <cuando>"),
    # What it is, and where it goes: "el control del viernes, ¿lo puedo hacer el lunes?".
    (
        "cambiar",
        "<dets> ( <serv>/<cita>/hora ) ( de/del ) DIA HORA? ,? ( la/lo/que/me )* <puedo>? ( sea/hacer/hacerme/quiero/ser/dejar/dejame/pasar/xse ) .. <cuando>",
    ),
    ("cambiar", "( <mueve>/cambio/corregir ) .. ,? ( de/del ) <cuando> ( a/al/para/pal ) <cuando>"),
    ("cambiar", "dejar <dets> ( <cita>/<serv> ) ( de/del ) <cuando> para <cuando>"),
    ("deja_en", "me/nos ( la/lo ) .. dejar ( a/al/para/pal/el/la )* ( <cuando> | DESPL )"),
    ("cambiar", "( la/lo ) dejar ( a/para/pal )* DESPL"),
    ("cambiar", "( la/lo ) .. hacer DESPL"),  # ¿me lo puedes poner una hora después?
    ("cambiar", "( la/lo ) pasar ( para/a ) ( despues/luego | otro dia | mas .. )"),
    ("cambiar", "pasarlo ( para/a/pal )* ( DIA/HORA/DESPL/despues/luego | otro dia )"),
    ("cambiar", "<mueve> a <dets>* <fam> ( para/pal/a/al/el )* <cuando>"),
    ("cambiar", "<mueve> ( al/a/para ) <dets>* ( proximo/siguiente ) ( <cita>/hora )"),
    # Later and earlier, of what stands.
    ("cambiar", "( la/lo ) quiero para? mas ( temprano/tarde/tardecita )"),
    (
        "contraste",
        "( la/mi/el ) ( <cita>/hora/<serv> ) .. ( <puedo> | tiene que ) ser mas ( temprano/tarde/tardecita )",
    ),
    ("cambiar", "hacer ( antes/despues | mas temprano/tarde ) <dets> ( <cita>/hora )"),
    ("cambiar", "mover/correr/atrasar/adelantar me? no? ( para/pal/a )? un? ( mas )? ( rato | x rato )"),
    ("cambiar", "<mueve> no mas ( para/pal/a )? <cuando>"),
    ("cambiar", "en ( cupo | vez ) de/del <dets>* <serv> ... ( mi/la ) <cita>"),
    ("cambiar", "<puedo> ser DESPL mi/la <cita>"),
    ("cambiar", "<dets> <cita>/hora/<serv> .. sea .. ( otro/otra dia/hora/fecha | mas temprano/tarde )"),
    ("cambiar", "dejar ( la/el/mi ) ( <serv>/<cita> ) para ( cuando/despues/luego/otro )"),
    ("cambiar", "quiero mi <cita> .. con ( otro/otra ) <gente>"),
    (
        "mueve_la",
        "<mueve> -!bien/feliz/x/el/la/los/las/un/una/mi/de",
    ),  # la sesión que tengo, córremela unos días
    ("mueve_la", "corregir ->,"),
    ("cambiar", "ajuste me? <dets> ( <cita>/hora )"),
    ("cambiar", "( la/lo ) corregir ->,"),
    ("cambiar", "pasame/echame ( para/pal/a )* ( HORA/DIA/DESPL )"),
    ("cambiar", "me/nos pasar ( HORA/DESPL )"),
    ("cambiar", "imposible ,? pregunta <cuando>"),
    (
        "cambiar",
        "venir el/la/mi/los/las <cita>/<serv> ( de/del <cuando> )? al/a/para/pal",
    ),  # pasarme el masaje al viernes
    ("cambiar", "mi/la <cita>/hora .. sea .. ( OFIC/DUDA )"),
    ("no_va", "<cita>/<serv> .. <cuando> ,? imposible"),
    ("propone", "posible ( a/el )* <cuando>"),
)
