"""The rules of clock times: each with its pattern, its meaning and an example beside it."""

from citas.domain.deseos import Dias
from citas.language.lectura.nodos import Duracion, Pieza, Vista, rule
from citas.language.lexico.alfabeto import ALFABETO
from citas.language.tiempo.ratos import (
    a_while,
    at_most,
    clock_as_while,
    decimal_hours,
    few_hours,
    hours,
    just_one,
    one_and,
)
from citas.language.tiempo.reloj import (
    alone,
    before,
    clock,
    figures,
    glued,
    halved,
    in_fives,
    noon,
    past,
    with_comma,
)
from citas.language.tiempo.ventanas import figures_window, glued_window, raw_window, window_before_day

_HOUR = 60

for _name, _members in (
    ("h24", ("n0", "n12", "n24", "una")),
    ("mm", ("n0", "n12", "n24", "n31", "n59")),
    ("parte", ("manana", "mananita", "tarde", "tardecita", "noche", "madrugada", "mediodia")),
    (
        "unidad",
        (
            "dia",
            "dias",
            "semana",
            "semanas",
            "mes",
            "meses",
            "ano",
            "anos",
            "minuto",
            "hora",
            "horas",
            "h",
            "persona",
        ),
    ),
):
    ALFABETO.add_class(_name, _members)


def _minutes_pattern(tag: str = "") -> str:
    value = f"( media{tag}=media/medio | cuarto{tag}=cuarto | min{tag}=<mm> u{tag}=minuto? | frac{tag}=dm )"
    return (
        f"( ( h/horas )? y{tag}=y/con {value} | frac{tag}=dm | y{tag}=n0 min{tag}=n12 | h min{tag}=<mm> u{tag}=minuto? | horas min{tag}=<mm> u{tag}=minuto | min{tag}=<mm> u{tag}=minuto? -!<mes12> | media{tag}=media "
        f"| menos ( mcuarto{tag}=cuarto | mmin{tag}=<mm> minuto? ) | y/con aprox=pico/algo )?"
    )


def _half_pattern(tag: str = "") -> str:
    fr = f"fr{tag}="
    return (
        f"( ,? {fr}am/pm | ,? {fr}a/para m | {fr}a/para ->, | ( en? punto )? ( en horas )? ,? ( de/en/por/a la/esta | dela ) {fr}<parte> "
        f"| del {fr}dia/mediodia -!n12/n24/n31 | al? {fr}mediodia | de {fr}mediodia/noche/tarde/madrugada | {fr}tarde/noche )"
    )


_MIN, _MIN2 = _minutes_pattern(), _minutes_pattern("2")
_HALFDAY, _HALFDAY2 = _half_pattern(), _half_pattern("2")
_NEAR = "( aprox=como a? | aprox=tipo/sobre/hacia/cerca/alrededor de? a? | aprox=mas o menos a? | a aprox=eso de )"
_PRE = f"( {_NEAR} | pre=a ->las/la )?"


def _clock_of_today(v: Vista) -> tuple[Pieza, ...] | None:
    hora = clock(v)
    hoy = v.ancla.hoy
    return None if hora is None else (Dias(hoy, hoy, v.texto, v.span), hora)


HORAS = (
    rule(
        "de_esta_parte", f"{_PRE} ( las/la )? h=<h24> {_MIN} de esta fr=<parte>", _clock_of_today
    ),  # a las 8 de esta noche
    rule(
        "a_las", f"{_PRE} ( las=las | la=la ) h=<h24> {_MIN} h/horas? {_HALFDAY}?", clock
    ),  # a las 3 y media de la tarde
    rule(
        "a_las_h", f"{_PRE} ( las=las | la=la ) h=<h24> h/horas? {_HALFDAY}?", clock
    ),  # a las 4, 30 de agosto
    rule(
        "tipo",
        f"( aprox=tipo/sobre/hacia/cerca de? a? | como aprox=a | a? aprox=eso de ) h=<h24> {_MIN} h/horas? {_HALFDAY}? -!<unidad>",
        clock,
    ),  # tipo 3
    rule("a_h", "<-a h=<h24> ->,/DIA/de/el", lambda v: None if v.after("n0", "a") else clock(v)),
    rule("rato_h", "!-las/la/a n=n12 u=h y ( media=media | q=cuarto )", few_hours),  # 2 hrs y media
    rule(
        "h_y_media",
        f"h=<h24> ( y=y ( media=media/medio | cuarto=cuarto | frac=dm ) | y/con aprox=pico ) {_HALFDAY}? -!<unidad>",
        clock,
    ),  # 3 y media, 4 y pico
    rule("h_fraccion", f"{_PRE} las? h=<h24> ( frac=dm | media=media ) {_HALFDAY}?", halved),  # 3 1/2
    rule(
        "h_coma", f"{_PRE} ( las=las | la=la )? h=<h24> pausa min=<mm> h? {_HALFDAY}", with_comma
    ),  # 5,30 pm
    rule("h_coma_sola", f"{_PRE} las=las h=<h24> pausa min=<mm> h?", with_comma),  # a las 5,30
    rule("h_menos", f"h=<h24> menos ( mcuarto=cuarto | mmin=<mm> ) {_HALFDAY}?", clock),  # 5 menos cuarto
    rule("h_parte", f"h=<h24> {_MIN} h/horas? {_HALFDAY}", clock),  # 3pm, 7 y cuarto de la noche
    rule(
        "h_horas", "h=<h24> horas=h/horas ( y? min=<mm> u=minuto? )? -!antes/despues/mas", hours
    ),  # 18h, 14 hs
    rule("h_sin_minutos", "h=<h24> horas=h/horas -!antes/despues/mas", hours),  # 15h 3 de septiembre
    rule("h_min_horas", "h=n24 min=n24/n31/n59 horas", clock),  # quince treinta horas
    rule("doce_m", "( a? las )? ( h=n12 | f=reloj ) m", noon),  # 12 m
    rule("h_en_punto", "h=<h24> en? punto", clock),
    rule(
        "h_y_min", "h=<h24> y=y min=<mm> -!de/x/dia/dias/ano/anos/meses/semanas/personas/horas", in_fives
    ),  # 10 y 35
    rule(
        "cuarto_para",
        f"( {_PRE} las/la? un? q=cuarto | faltando? n=<mm> minuto? | a las n=<mm> minuto ) para/pal ( las=las | la=la ) ( h=<h24> {_MIN2} | f=reloj ) {_HALFDAY}?",
        before,
    ),
    rule("parte_h", f"por/en/a la fr=<parte> h=n12 {_MIN} ->,", clock),  # en la noche 8
    rule("h_suelta", "<-, h=n12/n24 ->,", alone),  # 5
    rule("h_min_suelta", "<-borde/salto h=n12/n24 min=n24/n31/n59 ->borde/salto", clock),  # diez treinta
    rule("rato_de_reloj", "<-de f=reloj u=horas", clock_as_while),  # un turno de 1:30 horas
    rule("rato_reloj", "<-dura ( como | alrededor )? f=reloj", clock_as_while),  # dura 1h30
    rule(
        "reloj",
        f"{_PRE} las/la? f=reloj ( menos ( mcuarto=cuarto | mmin=<mm> ) )? h/horas? {_HALFDAY}?",
        figures,
    ),  # 9:20
    rule("pegada", f"{_PRE} las/la? h=nreloj {_HALFDAY}", glued),  # 340pm
    rule("pegada_horas", "h=nreloj h/horas", glued),  # 1500 hrs
    rule("pegada_sola", "<-borde/salto h=nreloj ->borde/salto", glued),  # 830
    rule(
        "pegadas",
        f"( de/desde/entre ( las )? | <-,/hoy/manana/<semana7> ) h=nreloj ( a/y/hasta/guion ) ( las )? h2=nreloj {_HALFDAY2}? -!guion",
        glued_window,
    ),  # de 930 a 1130
    rule("a_las_pegada", "a las h=nreloj", glued),  # a las 930
    rule("doce", f"{_PRE} ( las )? h=n12 ( de la fr=noche | del fr=dia/mediodia )", clock),
    rule(
        "de_a",
        f"!-vez/cupo de/desde/entre ( las=las | la )? h=<h24> {_MIN} h? {_HALFDAY}? a/y/hasta/guion ( las/la )? h2=<h24> {_MIN2} h? {_HALFDAY2}?",
        raw_window,
    ),
    rule(
        "h_a_h",
        f"h=<h24> {_MIN} {_HALFDAY}? a/guion/hasta ( las/la )? h2=<h24> {_MIN2} h? {_HALFDAY2}",
        raw_window,
    ),  # 3 a 5 pm
    rule("guion", f"( de/entre/a )? ( las )? f=dm ( {_HALFDAY} | h/horas )", figures_window),  # 3-5 pm
    rule("guion_hoy", "<-hoy/manana/tarde/noche f=dm", figures_window),  # mañana 3-5
    rule(
        "de_guion",
        "( de/entre/a ( las )? f=dm ->,/el/de/<semana7> | f=dm -><semana7>/proximo )",
        figures_window,
    ),  # de 3-5
    rule("guion_el", "f=dm ->el", window_before_day),  # 3-5 el lunes
    rule(
        "rato",
        "n=n12/n24/n31/n59/n99/nreloj/n u=minuto/hora/horas ( y media=media | y q=cuarto | y/con min=<mm> minuto? | min=<mm> minuto | min=n24/n31/n59 ->, )? -!antes/despues/mas",
        a_while,
    ),
    rule(
        "hora_y_media",
        "!-n12/la/esa/que u=hora y ( media=media | tres=n12? q=cuarto | pico | min=<mm> minuto | min=n24/n31/n59 ->, ) -!antes/despues/mas",
        one_and,
    ),
    rule(
        "rato_y",
        "una u=hora ( y ( media=media | tres=n12? q=cuarto | min=<mm> minuto? | pico ) | con? min=<mm> minuto | con? min=n24/n31/n59 ->, ) -!antes/despues/mas",
        one_and,
    ),
    rule(
        "rato_cuartos", "( ( n=n12/un )? cuarto=cuarto de | cuarto=dm de? ) hora -!antes/despues/mas", a_while
    ),
    rule("rato_media", "media=media hora -!antes/despues/mas", a_while),  # media hora
    rule("rato_decimal", "n=n12 pausa d=<mm> u=hora/horas", decimal_hours),  # 2.5 horas
    rule(
        "rato_una",
        "( <-dura ( como | mas o menos | alrededor de? )? | <-, como ) una hora -!en/antes/despues/mas/para/con/y",
        lambda _: Duracion(_HOUR),
    ),
    rule("horita", "una u=hora ->,/me/de", just_one),  # una horita me basta
    rule("rato_par", "un par=par de u=horas/hora/minuto", a_while),
    rule("rato_entre", "( de/entre )? ( n=<n> a/y/o/guion k=<n> | f=dm ) u=minuto/hora/horas", at_most),
    rule(
        "pasadas",
        f"( cuarto=cuarto | media=media | n=<mm> minuto? ) pasadas de? ( las/la ) h=<h24> {_HALFDAY}?",
        past,
    ),
    rule(
        "h_menos_tras",
        f"( a? las/la )? h=<h24> ( h/horas | {_HALFDAY} ) ( menos ( mcuarto=cuarto | mmin=<mm> ) | y=y ( media=media | cuarto=cuarto ) | y=con min=n24/n31/n59 ->, )",
        clock,
    ),
)
