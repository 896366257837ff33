"""The frames that let a cita go by a fact: it is not needed, it falls, another goes instead.

Each line is an act, its pattern, and an example of it.
"""

SUELTAS = (
    ("cancelar", "( borrar/quitar/sacar ) a? <dets>* <fam>? ( de/del ) <dets>* ( lista/agenda/turno/DIA )"),
    ("cancelar", "borrar/quitar me? ( la/el/lo ) ( de/del ) <cuando>"),
    ("cancelar", "quitar/borrar/descartar <clit>? <dets>* ( <cita>/hora )"),
    ("cancelar", "( borrar/quitar/sacar ) mi nombre"),
    ("cancelar", "x por cancelada"),  # doy por cancelada
    ("cancelar", "me quiero? ( salir/x ) de ( la/mi ) ( <cita>/lista/agenda )"),
    ("cancelar", "cancelo ( lo/la/el ) ( de/del )"),
    ("cancelar", "baja ( de/del ) <cuando>"),
    ("cancelar", "dejar sin x <dets>* ( <cita>/hora )"),  # dejar sin efecto la cita
    # Only told, never asked: "ya no hace falta el turno", "se cae lo del martes".
    ("sobra", "( no hace | no ... ser | no ser ) necesario <dets> ( <cita>/hora/<serv> )"),
    ("sobra", "no hace necesario que me/nos/le? .. ( guardar/agendar/espera/atienden/atenderme )"),
    ("sobra", "no ( voy a )? ( quiero/x ) ( la/el/mi/ese/esa ) ( <cita>/hora ) ( de/del )? .. <cuando>"),
    ("sobra", "( <cita>/hora ) ( ( de/del )? <cuando> )? ,? ( ya no | no ya ) ( la/lo ) quiero"),
    ("sobra", "( la/el/mi ) ( <cita>/hora ) ( de/del ) <cuando> ,? ya? no va"),
    ("sobra", "no quiero ( la/el/mi ) <serv> ( de/del ) <cuando>"),
    ("sobra", "se ( x/rompio/cancelar ) ( la/el/lo/mi ) ( <cita>/<serv>/hora/x ) ( de/del ) <cuando>"),
    ("sobra", "cancelar ( el/la/lo ) x? ( que tengo | agendada )"),
    ("no_va", "no/tampoco <puedo> ( verlo/vernos/estar ) .. <cuando>"),
    ("sobra", "no quiero ( la/mi/esa ) ( <cita>/hora ) ->,"),
    ("cancelar", "sacar ( mi/la ) <cita> ( de/del ) ( base/x/agenda/lista )"),
    ("sobra", "no tiene ( caso/x ) <dets>* <cita>"),
    ("la_cita", "cancelo ( la/lo ) ( de/del ) <cuando>"),
    ("cancelar", "descartar ( lo/la/el ) de/del"),
    ("cancelar", "dejar ( mi/el ) <cita> disponible"),
    ("sobra", "ya no quiero ( hacerme/xse ) <dets>* <serv>"),
    ("sobra", "<cita>/hora ( ( de/del )? <cuando> )? ,? ya? no ser necesario"),
    ("sobra", "no va mas <dets>* <cita>"),
    ("no_va", "al fin no ( <puedo>/voy )"),  # al final no podemos el sábado
    ("gracias_si", "gracias si me/nos <clit>? cancelar"),  # te agradezco si me la cancelas
    ("no_va", "no .. posible .. <asiste>"),
    ("no_va", "no ( te/le/se )? la/lo llevar"),
    ("no_va", "ya no <clit>? xre ( .. <cuando> | ->, )"),  # ya no lo traeremos el lunes
    ("no_va", "no estar ( ahi | <cuando> ->, )"),
    ("sobra", "no x ( tu/mi/el/la/ese/esa ) <cita>"),  # no gastes tu espacio conmigo
    ("cancelar", "<cita> .. ( <cuando> )? ,? dar a ( otro/otra/<gente> )"),
    ("no_va", "no voy a ( hacerme/hacer/xse ) .. <cuando>"),
    ("no_va", "fallo .. <cuando>"),
    ("cancelar", "dejaron disponible ( la/mi/el )"),
    ("cancelar", "dejar cancelada"),
    ("cancelar", "olvidar de ( lo/la/el ) de/del"),
    ("no_va", "tampoco voy a <puedo>"),
    ("no_va", "no voy ( el/la )? <cuando>"),
)
