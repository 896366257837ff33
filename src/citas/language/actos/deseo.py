"""The acts that ask for a cita, move it or cancel it.

Each line is an act, its pattern, and an example of it. Growing means one more line and a line of the corpus.
"""

from citas.language.actos.clases import CLASES
from citas.language.actos.marcos import MARCOS
from citas.language.actos.mudar import MUDANZAS
from citas.language.actos.pedir import HUECOS, PEDIDOS
from citas.language.actos.soltar import SUELTAS
from citas.language.lexico.alfabeto import ALFABETO

for _name, _members in CLASES:
    ALFABETO.add_class(_name, _members)

AGENDAR = (*PEDIDOS, *HUECOS, *MARCOS)

CAMBIAR = (
    *MUDANZAS,
    ("cambiar", "en ( cupo | vez ) de/del <cuando>"),  # para mañana en vez de hoy
    ("cambiar", "reprogramar"),
    ("cambiar", "re guion? agendar"),
    ("cambiar", "<-,/y/mejor ( la/lo ) mover/correr/adelantar/atrasar/cambiar ->,"),
    ("mueve_la", "<mueve> para? ( un/x )* mas tarde/temprano/tardecita"),  # muévela para más tarde
    ("mueve_la", "<-,/y/mejor/quiero/puedo/puedes <mueve> ->,"),  # córrela, but not "corre"
    ("cambiar", "la/lo cambio ( a/al/para/por )"),  # ¿la cambio al lunes?
    ("cambiar", "<puedo> ser .. <cuando> mi <cita>"),
    ("cambiar", "hay x de <mueve> ->,"),  # ¿hay forma de correrla?
    ("cambiar", "como/donde ( cambio/SERV ) <dets>* ( <cita>/hora/fecha )"),  # ¿cómo cambio mi cita?
    ("cambiar", "mi <cita>/hora ( la/lo quiero )? mas ( temprano/tarde/tardecita )"),
    ("cambiar", "<puedo> ser .. mas ( temprano/tarde/tardecita ) .. mi/la <cita>"),
    ("cambiar", "<puedo> <asiste> DESPL .. mi <cita>"),
    ("cambiar", "dejar ( lo de/del <cuando> | mi/la <cita> ) para <cuando>"),
    ("no_va", "<cita> .. <cuando> .. no <puedo> ->,"),  # tengo cita mañana y no puedo
    ("cambiar", "<-borde quiero cambiar/mover/adelantar/atrasar ->borde"),
    ("cambiar", "dejar para ( despues | cuando )"),
    ("cambiar", "( la/lo ) voy a <mueve>"),  # la voy a mover
    ("cambiar", "mejor <clit>? mover/correr/adelantar/atrasar ->,"),
    ("cambiar", "chance de <mueve> ->,"),
    ("cambiar", "<puedo> ser mas ( temprano/tarde/tardecita ) mi/la <cita>"),
    ("cambiar", "<-, SERV mi ( cita/turno/reserva )"),  # cambio mi turno
    ("cambiar", "se <puedo> mover/correr/adelantar/atrasar/cambiar ->,"),
    ("cambiar", "mejor .. <cuando> mi <cita>"),
    ("cambiar", "SERV de ( fecha/horario/cita/turno/reserva )"),  # where a servicio is "cambio de aceite"
    ("cambiar", "<mueve> a <dets>* DIA"),  # ¿me lo pasás a mañana?
    ("cambiar", "venir <dets> <cita> ( para/al/a )"),  # ¿podés pasarme el turno para el viernes?
    ("cambiar", "mi/la <cita>/hora la/lo quiero .. <cuando>"),  # mi cita la quiero para el 15
    ("cambiar", "agendo .. <cuando> pero .. <cuando>"),  # agendé para el lunes pero me sirve más el martes
    ("cambiar", "cambio .. ( de/en/a/para ) <dets>* ( <cita>/hora/fecha/dia/horario )"),  # cambio de cita
    ("cambiar", "cambio <dets> <cita>"),  # cambio mi cita para el lunes
    ("cambiar", "<-, cambio ( de/para )? ( DIA/HORA )"),
    ("cambiar", "la/lo ( dejaron/venir ) ( para/pal ) <cuando>"),  # mejor lo dejo para el lunes
    ("cambiar", "ponla .. <cuando>"),  # ponla mejor el viernes
    ("cambiar", "( la/lo ) .. <puedo> pasar/pasarlo ->,"),  # ¿la podemos pasar?
    (
        "cambiar",
        "( la/lo ) .. <mueve> ( para | a )? mas ( tarde/temprano/tardecita )",
    ),  # ¿me la corres para más tarde?
    ("cambiar", "cambiar de profesional"),
    ("cambiar", "corregir <dets>* ( hora/fecha/dia/horario de )? <dets>* <cita>/hora"),  # editar mi cita
    ("cambiar", "mi/la <cita>/hora .. ,? .. <puedo> <mueve> ->,"),  # mi cita del jueves, ¿se puede cambiar?
    ("cambiar", "me la cambiar ->,"),
    ("cambiar", "cambiar a? RECU ( a/por/con ) RECU"),
    (
        "cambiar",
        "( tengo | ( mi/la ) <cita> .. ser a? ) ( <dets>* <cita>/SERV )? .. <cuando> pero .. quiero/prefiero/mejor/<puedo>/sirve .. <cuando>",
    ),  # tengo a las 4 pero quiero a las 5  # reagéndame
    (
        "cambiar",
        "<mueve> <clit>* ( por/de )? ( dia/hora/fecha/horario )? ( de )? <dets>* <cita>/hora/fecha/horario",
    ),
    ("cambiar", "cambiar/mover/correr/adelantar/atrasar/pasarlo <clit>* ( por/de )? <dets>* SERV/DUDA"),
    ("cambiar", "pasar <clit>* ( la/el/mi/mis/las/los/lo ) SERV/DUDA"),  # but not "pasar por un corte"
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
        "!-a mi/la <cita>/hora .. sea .. ( RECU | DIA | HORA | SERV )",
    ),  # quiero que mi cita sea con Yesid
    ("cambiar", "dejar ( para | pal ) <cuando>"),  # ¿la puede dejar para el viernes?
    ("cambiar", "( la/lo ) .. <puedo> mover/correr/adelantar/atrasar/cambiar ->,"),  # ¿la podemos mover?
    ("cambiar", "me? la mover/correr/adelantar/atrasar ->,"),
    ("cambiar", "otra/otro hora/dia/fecha/horario para <dets> <cita>"),
    (
        "cambiar",
        "( mi/la/el ) ( <cita>/hora/SERV )? de/del? .. <cuando> .. ( la/lo ) quiero/prefiero .. <cuando>",
    ),
    ("cambiar", "en ( cupo | vez ) de/del RECU"),  # con Yulián en vez de Mateo
    ("una_semana", "correr/atrasar/reprogramar/mover/pasar/pasarlo ... una semana ->,"),
    (
        "cambiar",
        "( otra vez | de nuevo ) no <puedo> ( ->, | <cuando> | ir | <asiste> )",
    ),  # ya la moví y otra vez no puedo
    ("cambiar", "<-, ser? posible ( cambiar/reprogramar/mover ) ->,"),
    ("cambiar", "<-, SERV/cambio de hora/dia/fecha/horario por? ->,"),
    ("cambiar", "( mi/la/el ) <cita>/hora .. la/lo quiero .. otra/otro hora/dia/fecha"),
    ("cambiar", "me <puedo> pasar/pasarlo ( para | pal )? mas ( temprano/tarde/tardecita )"),
    ("cambiar", "agendada .. <cuando> pero .. quiero/prefiero/mejor .. <cuando>"),
    ("cambiar", "<mueve> ( la/el/lo ) mio"),
    ("cambiar", "<puedo> <asiste> mas ( temprano/tarde/tardecita ) .. mi/la <cita>"),
    ("imprevisto", "( estuvo/tengo/hay/complico ) ( un/x )* problema"),  # tuve un inconveniente
    ("cambiar", "complico .. ,? <puedo> ( mover/cambiar/correr/reprogramar ) ->,"),
    ("mi_cita", "mi <cita>/hora ser a? <dets>* <cuando>"),
    ("puede_ir", "<puedo> ir .. <cuando>"),
    ("imprevisto_dia", "se me complico el? <cuando> ->,"),
    ("imprevisto", "complico"),  # me surgió algo
)

CANCELAR = (
    *SUELTAS,
    ("cancelar", "cancelar"),
    ("cancelar", "<-, cancelacion | quiero/sacar/hacer .. cancelacion"),  # the noun alone asks for it
    ("cancelar", "cancelo <dets>* <cita>/hora"),
    ("la_cita", "cancelar/cancelo <dets>* <cita>/hora"),  # so said, no payment
    ("la_cita", "cancelar ( la/lo ) ( de/del ) DIA"),
    (
        "cancelar",
        "borrar/quitar me? ( de <dets>* lista/agenda | ambos? <dets>* <cita>/hora | todo lo que tengo )",
    ),  # bórrame de la lista
    ("cancelar", "borrar ->,"),
    ("cancelar", "borrar/quitar me? ( de/del ) <cuando>"),  # bórreme del viernes
    ("cancelar", "<-, cancelada ( la/lo/el ) de/del <cuando>"),
    ("no_va", "no contar conmigo ( para? ( el/la )? <cuando> )?"),
    ("no_va", "no .. ( <puedo>/voy .. )? <asiste>"),  # no alcanzo a llegar
    ("cancelar", "dejar .. <cita> cancelada"),
    ("cancelar", "descartar <dets>* <cita>"),
    ("cancelar", "de baja"),  # déme de baja
    ("cancelar", "baja .. <cita>/lista"),
    ("no_va", "no voy ( ->, | <cuando> | a? ninguno )"),
    ("no_va", "no me/nos espera"),
    ("no_va", "no me/nos guardar <dets>* <cita>"),
    ("no_va", "no .. dar tiempo"),  # no me da tiempo de ir
    (
        "cancelar",
        "( la/lo/las ) de/del <cuando> .. ( ya? no va | ya no ->, | cancelada ->, )",
    ),  # la de mañana ya no
    ("no_va", "me/se .. imposible"),
    ("no_va", "no voy ( a la/el/mi | al ) <serv>/<cita>"),  # no iré a la limpieza
    ("cancelar", "ya no quiero <dets>* SERV <cuando>"),
    ("cancelar", "<-, ya no quiero ( la/el/mi ) SERV ->,"),  # ya no quiero el corte
    ("como_cancelo", "<-, como cancelo ->,"),
    ("como_cancelo", "mejor/entonces cancelo ->,"),
    ("cancelar", "cedo a? <dets>* <cita>"),
    ("cancelar", "no .. continuar con? <dets>* <cita>"),
    ("cancelar", "dar por cancelada"),
    ("cancelar", "voy por cancelada"),
    ("cancelar", "<-borde cancelo ->borde"),
    ("cancelar", "no voy a quiero <dets>* <cita>"),  # no voy a necesitar el turno
    ("cancelar", "( mi/la/el ) <cita> .. ya no va"),
    ("cancelar", "ya no va <dets>* <cita>"),
    ("no_va", "imposible .. <asiste>"),  # me es imposible ir hoy
    (
        "cancelar",
        "( dar/ok ) ( mi/<dets> ) <cita>/hora a ( otra/otro | <gente> )",
    ),  # dale mi turno a otra persona
    ("cancelar", "<-x/,/no sacar de/del <dets>* ( agenda/lista/DIA/turno )"),  # sácame de la lista
    ("cancelar", "ya? no quiero mas <dets> <cita>"),  # no necesito más la cita
    ("cancelar", "!-se desocupar <dets>* <cita>/SERV/hora"),  # libere mi turno
    ("cancelar", "dejar disponible ( la/mi/el ) .. ( <cita> | de )"),  # déjela libre la de las 4
    ("cancelar", "faltando a <dets>* <cita>"),
    ("cancelar", "ya no quiero <dets>* SERV ( de/del/para ) .. <cuando>"),
    ("cancelar", "la cancelo -!con/en"),
    ("no_va", "no voy a <puedo>"),  # no voy a poder el martes
    ("no_va", "ya no me? ( <puedo>/voy ) ( -><cuando> | a ( hacer/hacerme .. <serv> )? | ->, )"),
    ("cancelar", "ya no ( la/lo/me )? quiero <dets>* <cita>"),
    ("cancelar", "ya no quiero ( la/mi/esa ) hora"),  # ya no necesito la cita
    (
        "negado",
        "no ( quiero/voy/le/me/te/la/lo/se/a/por/que/es/ir/estar/<puedo>/hay/ser/para/pensar/pensado/tengo/debo/dijo/volver )* ( cancelar/cambiar/mover/correr/pasar/reprogramar/agendar )",
    ),  # no quiero cancelar
    ("negado", "sin/ni .. cancelar/cambiar/mover"),
    ("negado", "nunca mas? ( voy/volver )? a? ( <acto>/<mueve>/sacar/pido )"),
    ("pagar", "necesario cancelar ( la/el/lo/x/n/n12/n24/n31/n59/n99/nreloj/monto )"),
    ("pagar", "donde .. cancelar/cancelo"),
    ("pagar", "cancelar .. ahi ->,"),
    ("pagar", "cancelar en n12"),  # me falta cancelar la mitad
    ("pagar", "se cancelar .. ( antes/despues )"),
    ("pagar", "cancelar .. antes o"),
    ("pagar", "le/te .. cancelo/pago"),
    ("pagar", "le/te <puedo> cancelar"),  # ¿le cancelo el jueves cuando llegue?
    ("pagar", "cancelar/cancelo/pago ... pagar"),  # ¿puedo cancelar con tarjeta?
    ("pagar", "cuanto .. cancelar/cancelo/pago"),
    ("con_que", "con/en/por <dets>* pagar"),
    ("pagar", "pagar"),
)
