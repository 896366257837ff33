"""The acts of asking about the house itself, and of words of a wish beside what is no cita of ours.

Each line is an act, its pattern, and an example of it.
"""

CASA = (
    (
        "cuento",
        "como ( ser/estar/x/politica/aceptan ) ... para agendar",
    ),  # ¿cómo es el proceso para reservar?
    ("cuento", "que implica .. ( <acto>/<mueve>/sacar )"),
    ("cuento", "<puedo> cancelar <dets>* <cita>? ( en? cualquiera ( x/momento/dia/hora ) | hasta/mismo )"),
    ("cuento", "<puedo> cancelar ( <dets>* <cita> con? )? DESPL"),  # ¿puedo cancelar un día antes?
    (
        "cuento",
        "<puedo> cancelar ( <dets>* <cita> con )? ( un/una/n12/el )* ( DURA/dia/dias/hora/horas/minuto ) antes",
    ),
    ("cuento", "quiero x ( mi/la/el/mis/las ) <cita>/hora"),
    ("cuento", "<puedo> ( <clit>? decir | lavar )"),  # ¿me puedes decir si hacen cejas?
    ("cuento", "quiero ver ( x/trabajo/cosa/como ) .. <serv>"),
    ("cuento", "RECU/x x hacer .. <serv> pregunta"),  # ¿Mateo sabe hacer trenzas?
    ("cuento", "( agendar/sacar ) .. por <dets>? telefono"),
    ("cuento", "<dets> ( palabra/telefono ) de ( <acto>/<mueve> )"),
    ("cuento", "( con/a ) quien <clit>? ( agendar/pido/sacar )"),
    ("cuento", "cupo cerca"),
    ("cuento", "cupo de trabajo"),
    ("cuento", "quiero mas cupo ->,"),
    ("cuento", "como tiene .. <cita>"),  # ¿cómo manejan los turnos?
    ("cuento", "las <cita> se <puedo>? ( <acto>/<mueve> )"),
    ("cuento", "se <puedo> ( <acto>/<mueve> ) las <cita>"),
    ("cuento", "desde cuando .. ( agendar/sacar )"),
    ("cuento", "pensar/pensado en ( <acto>/<mueve> )"),  # pensé en cancelar
    ("cuento", "punto de ( <acto>/<mueve> )"),
    ("cuento", "le/te dijo que ( <acto>/<mueve>/sacar )"),
    ("cuento", "DIA te/le ( escribo/hablar ) para ( agendar/sacar )"),
    ("cuento", "cuando puedo te ( pido/sacar/agendar )"),
    ("cuento", "<-, que <puedo> hacer"),
    ("cuento", "tengo disponible"),
    ("cuento", "soy disponible"),
    ("cuento", "quiero otra/otro hora/dia/fecha/horario , -!SERV/DUDA"),  # another than was offered
    ("cuento", "<puedo> dejar x"),  # ¿puedo dejar pagada la sesión?
    ("cuento", "cierto que .. dar"),
    (
        "cuento",
        "que ( debo/<puedo> )? hacer ( antes/despues/si/para/con/en/cuando )",
    ),  # ¿qué hago después de la limpieza?
    ("cuento", "cuando .. volver a"),
    ("cuento", "quiero ver mi/mis <serv>"),
    ("cuento", "te quiero <cuando>"),  # te busco mañana
    ("cuento", "( el/la/los/las/un ) x ( esta/estar/ser ) disponible"),
    ("cuento", "va a ( cancelar/cambiar/reprogramar/<mueve> )"),  # ¿van a cancelar por la lluvia?
    ("cuento", "cuanto x se ( cambiar/hacer/hace )"),
    ("cuento", "no <puedo> ( agendar/sacar )"),  # no puedo reservar por la página
    ("cuento", "me/le/nos agendo <dets>* <serv>"),  # me sacaron la muela
    ("cuento", "olvidar/olvido/olvide de? agendar ( <dets>* <cita> )? ->,"),  # me olvidé de anotarlos
    ("cuento", "quien me/nos ( atienden/atenderme )"),
    ("cuento", "( numero/contar/datos/banco ) .. para ( agendar/reserva/sacar )"),
    ("cuento", "<puedo> ( reprogramar/<mueve>/cambiar ) .. ( cualquiera ( x/momento ) | hasta )"),
    ("cuento", "aceptan por ( agendar/sacar/reserva )"),  # ¿cobran por reservar?
    (
        "cuento",
        "( <acto>/<mueve>/sacar/agenda/reserva ) <dets>* reunion con <dets>* ( x/<fam>/jefe/pariente )",
    ),
    ("cuento", "quiero .. reunion con <dets>* ( x/<fam>/jefe/pariente )"),
    ("cuento", "cancelar <dets>* ( llamada/lista )"),
    ("cuento", "agendar <dets>* ( recordar/lista/hablar )"),
    ("cuento", "agenda/reserva <dets>* ( numero/telefono/cosa/hablar/lista )"),
    ("cuento", "urgente ,? quiero? .. atencion"),
    ("cuento", "HORA ,? quiero .. atencion ->,"),  # de inmediato necesito atención
    ("cuento", "quiero .. atencion urgente/ya"),
    ("cuento", "<-, cambiar fecha x ->,"),
    ("cuento", "te agendar ->,"),  # ¿te apuntas?
    ("cuento", "se atrasar ( DURA/DESPL/n12 )"),  # la reunión se retrasa 30 minutos
    ("cuento", "( atienden/atenderme ) mejor ->,"),
    ("cuento", "( espera/dura ) .. hora para"),
    ("cuento", "quiero ( una/un )? ( profesional/medica ) ( urgente/ya )"),
)
