"""The frames in which words of a wish ask for none: a rule, another's habit, papers, another object.

Each line is an act, its pattern, and an example of it.
"""

VEDADOS = (
    ("precio", "a? cuanto ( <dets> | por )* <serv>"),  # ¿a cuánto las mechas?
    # Others and their habits.
    ("cuento", "siempre ( que )? <clit>? ( <acto>/sacar/pido/<mueve> ) ( <dets>* <cita> )?"),
    ("cuento", "siempre ... ( <mueve>/cancelar )"),
    ("cuento", "cambiar <dets> turno ( de/del DIA )? con x"),
    ("cuento", "<serv> mejor que"),
    ("cuento", "siempre .. ( agendo/sacar/pido ) <dets>* <cita>"),
    ("cuento", "x te/le va a ( <acto>/sacar/pido ) ( <dets>* <cita> )?"),
    ("cuento", "siempre? decir que ( una/un )? <cita>"),
    ("cuento", "decir que ( SERV/aceptan/realizan ) ( x/bien/mejor | ->, )"),  # dice que cortan bien
    ("cuento", "x ( agendar/sacar/pido ) <cita> ... HORA"),
    ("cuento", "que quiero ( llevar/x/hacer )"),
    ("cuento", "que quieta/x .. hay que ( hacer .. <serv> )?"),
    ("cuento", "tengo .. disponible"),
    ("cuento", "( agendar/reserva/guardar ) ( las/los/unas ) x"),
    ("cuento", "gracias por ( x/hacerme/hacer/dar/guardar/atenderme ) .. ( <cita>/<serv> )"),
    ("cuento", "aprender a ( agendar/sacar/cambiar )"),
    ("cuento", "quiero que me/nos atenderme ( una/un )? persona"),
    ("cuento", "que llevar"),
    ("cuento", "( politica/pago/aceptan ) ... faltando"),
    ("cuento", "de baja ( la/el ) suministro"),
    ("cuento", "no x donde/como .. ( sacar/agendar ) ( <dets>* <cita> )?"),
    ("cuento", "quiero ver si ( el/la )? profesional ( ser/x/aceptan/tiene )"),
    ("cuento", "decir que .. se <puedo> .. ( <acto>/<mueve> )"),
    ("cuento", "cuanto .. toca ( <dets>* <serv> )?"),
    ("llegada", "voy en x"),
    ("cuento", "la/el que tiene <cita>"),
    ("cuento", "como <serv> ( RECU/x )"),
    ("cuento", "donde ( hacer/x/dejar ) .. vehiculo"),
    ("cuento", "!-me/te/le/nos va a ( sacar/agendar/pido ) ( <dets>* <cita> )?"),
    ("cuento", "le/te va a ( escribo/hablar ) para ( sacar/agendar ) ( <dets>* <cita> )?"),
    ("cuento", "que ( pido/sacar/agendar ) ( <dets>* <cita> )? .. ( <mueve>/cancelar )"),
    ("cuento", "imagina .. ( sacar/agendar/<mueve> ) ( <dets>* <cita> )?"),
    ("cuento", "( reunirnos/vernos ) ... ( cosa/almuerzo/fiesta/futbol )"),
    ("cuento", "<puedo> <asiste> DESPL y"),
    ("cuento", "no <clit>? dejaron ( hacerme/xse/hacer ) ( <dets>* <serv> )?"),
    # Papers and gifts.
    ("cuento", "facturar .. <serv>"),
    ("cuento", "quiero urgente? que <clit>? x .. cosa"),
    ("cuento", "cosa ( de/del ) <dets>* ( <serv>/<cita> )"),
    ("cuento", "( x/pago/cosa/devolver ) lo ( de/del ) <dets>* <serv>"),  # ¿me facturan lo del facial?
    ("cuento", "( realizan/tiene/aceptan ) <dets>* ( pagar/x ) de x/dar para <cita>"),
    ("cuento", "cuanto ( x/cosa ) ( de x/cosa )? ( tiene/hay ) .. <cita>"),
    ("cuento", "le/te pago/pagar lo que"),
    # What may be done with it, or after it.
    (
        "cuento",
        "<puedo> ( x/almuerzo/cosa/lavar/aprender ) x? con ( el/la/los/las ) <serv>",
    ),  # ¿puedo comer con los brackets?
    # Another object: "cambiar la correa" moves no cita.
    ("otro_objeto", "<mueve> ( la/el/las/los/un/una ) ( x/vehiculo/cosa )"),
    ("otro_objeto", "pasar ( un/una/otro/otra ) ( <cita>/hora/fecha )"),  # pásame un turno
    ("negado", "no <clit>? ( quitar/borrar/descartar )"),
    ("negado", "no ya? quiero ( sacar/pido )"),
    ("negado", "no le/te/me sacar <dets>* <cita>"),
    ("no_quiero", "no me? quiero ( hacer/hacerme/xse/ir ) .. <serv>?"),
    ("no_quiero", "no <clit>? va a ( hacer/hacerme/xse/sacar ) .. <serv>?"),
    ("resultado", "que <serv> ( x/feliz/ok/bueno/bien )"),
    ("resultado", "<fam> complico .. ( de/del ) <dets>* <serv>"),
    ("resultado", "<-, que x ( el/la/las/los/mi/tu ) <serv>"),  # qué rico el masaje
)
