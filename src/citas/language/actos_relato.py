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
