"""The acts of telling: how it went, who is late, what is only supposed, what advice is asked.

Each line is an act, its pattern, and an example of it.
"""

RELATOS = (
    ("apunta_cosa", "agendar ( el/la/los/las/un/una/con/mi ) el? ( x/vehiculo/cosa/futbol )"),  # anota el gol
    ("talvez", "talvez -!de/<puedo>"),
    ("talvez", "quieta vez -!<puedo>"),
    ("talvez", "de pronto -!<puedo>"),
    ("talvez", "a lo mejor -!<puedo>"),
    ("talvez", "<puedo> que"),
    ("talvez", "estoy pensado"),
    ("talvez", "no se si ( cancelar/cancelo/<mueve>/reprogramar )"),
    (
        "talvez",
        "alrededor ( agendar/agendo/cancelar/cancelo/<mueve>/reprogramar )",
    ),  # casi cancelo la del jueves
    ("cuento", "( <fam>/jefe ) ( me/nos )? ( decir/dijo ) que ( <acto>/<mueve> ) ... pero"),
    ("cuento", "me/nos cambiada el turno ( ( para/al/a )? <cuando> )?"),
    # What was said a moment ago, taken back.
    ("retira", "pero ya? no ->borde/salto"),
    ("retira", "broma ->borde"),
    ("dejar", "!-me/se olvide -!mi/la/el/que/se/a/de/cita/turno/agendar"),  # but "me olvidé de anotarlos"
    ("retira", "ser lo ultimo/ultima que"),  # moverla sería lo último que haría
    ("retira", "pero ya ( pago/pagar/x ) ->,"),
    ("retira", "pero depende | pero trabajo ->,"),
    ("retira", "pero ( mejor si? | si ) ( voy/<asiste> ) ->,"),  # quería cancelarla pero mejor voy
    ("talvez", "por x cancelo"),  # por poco cancelo la del jueves
    ("cuento", "toca ( cancelar/cambiar/reprogramar/<mueve> ) .. si ... pregunta"),
    ("cuento", "( <fam>/jefe ) me? ( decir/dijo ) que? ( <acto>/<mueve> ) ... , ... que no ->,"),
    ("cuento", "dijo a <dets>* ( <fam>/jefe/x ) que ( <acto>/<mueve> )"),
    ("cuento", "como se ( cancelar/cambiar/reprogramar/<mueve> ) ( una/un/las )"),
    ("cuento", "<puedo> cancelar .. por <dets>* telefono"),
    ("cuento", "cancelar <dets>* <cita> .. en <dets>* ( tramite/empresa )"),
    ("cuento", "cancelar <dets>* ( vendo/suministro/mercado/fiesta )"),
    # Judged, not asked: "¿es malo cancelar?", "me da pena moverla".
    ("cuento", "ser ( x/mejor/necesario/complico )* ( cancelar/cambiar/reprogramar/<mueve> ) ... ->pregunta"),
    ("cuento", "( molesta/recomendar | dar x ) ( cancelar/cambiar/reprogramar/<mueve> )"),
    ("cuento", "ni x de ( cancelar/cambiar/reprogramar/<mueve> )"),
    ("cuento", "vez de ( cancelar/cambiar/reprogramar/<mueve> )"),
    ("negado", "nadie ( me/nos )? ( cancelar/cambiar/reprogramar/<mueve> )"),
    ("cuento", "cancelar a ( los/las/la/el/otro/otra ) que"),
    ("cuento", "base .. ( cancelar/cancelada/<mueve>/cambiada )"),  # el sistema me puso cancelar
    ("negado", "no estuvo que ( <acto>/<mueve> )"),
    ("talvez", "creo que ->no"),
    ("consejo", "( que/cual ) <clit>? ( recomendar | ser mejor )"),
    ("consejo", "ser mejor .. o"),
    ("consejo", "recomendar ( hacer/hacerme/el/la/un/una )"),
    ("habilidad", "!-me/nos/le/la/lo/te <puedo> hacer/x .. <serv>"),  # ¿pueden hacer mechas?
    ("estado", "( estoy/soy ) ( x/embarazada )"),  # estoy embarazada, tengo marcapasos
    ("estado", "tengo <dets>* x"),
    ("cuenta_de", "decir/contar <clit>? ( de/del/sobre ) .. <serv>"),  # háblame de la endodoncia
    ("resultado", "me ( quedo | dejaron )"),  # me dejaron mal la barba
    (
        "resultado",
        "encanta .. <serv> | <serv> .. encanta | quedo .. con <dets>* <serv> | despues de/del <dets>* <serv> ->,",
    ),
    ("resultado", "<clit> cambiada <dets>* <serv>"),  # me cambiaron el color
    ("suceso", "<serv> .. ser .. x ->,"),  # la consulta anterior fue mala
    ("suceso", "<serv> .. rompio"),
    ("suceso", "rompio .. <serv>"),  # se me cayó una uña
    ("suceso", "tengo <dets>* <serv> x ->,"),  # tengo las uñas feas
    ("resultado", "<-, me encanta"),
    ("resultado", "estuvo .. <serv>"),
    ("resultado", "<serv> .. estuvo"),
    ("resultado", "<serv> .. quedo | quedo x .. ( SERV/DUDA )"),
    ("llegada", "( voy/llego ) tarde"),  # voy tarde, llego en 20 minutos
    ("llegada", "llego .. ( DURA | minuto )"),
    ("llegada", "estar llego"),
    ("llegada", "!-cuanto me dura ( un/una/x/DURA/n12 | ->, )"),  # me demoro un poquito
    ("llegada", "me atrasar ( un/una/x/DURA/DESPL/n12 | ->, )"),
    ("cuento", "me atrasar ( un/una/x/DURA/DESPL/n12 | ->, )"),  # me retraso diez minutos
    ("llegada", "voy .. !-mas tarde"),
)
