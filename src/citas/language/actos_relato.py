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
    ("talvez", "estoy pensar"),
    ("consejo", "( que/cual ) <clit>? ( recomendar | ser mejor )"),
    ("consejo", "ser mejor .. o"),
    ("estado", "( estoy/soy ) ( x/embarazada )"),  # estoy embarazada, tengo marcapasos
    ("estado", "tengo <dets>* x"),
    ("cuenta_de", "decir/contar <clit>? ( de/del/sobre ) .. <serv>"),  # háblame de la endodoncia
    ("resultado", "me ( quedo | dejaron )"),  # me dejaron mal la barba
    (
        "resultado",
        "encanta .. <serv> | <serv> .. encanta | quedo .. con <dets>* <serv> | despues de/del <dets>* <serv> ->,",
    ),
    ("resultado", "<-, me encanta"),
    ("resultado", "estuvo .. <serv>"),
    ("resultado", "<serv> .. estuvo"),
    ("resultado", "<serv> .. quedo | quedo x .. ( SERV/DUDA )"),
    ("llegada", "( voy/llego ) tarde"),  # voy tarde, llego en 20 minutos
    ("llegada", "llego .. ( DURA | minuto )"),
    ("llegada", "estar llego"),
    ("llegada", "voy .. !-mas tarde"),
)
