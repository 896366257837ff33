"""Tenant files: what they say, and every way in which one can be wrong, with line and remedy."""

import json
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest

from citas.adapters.cli.tenant_file import parse_tenant
from citas.adapters.cli.tenant_nodes import TenantFileError
from citas.application.tenant_draft import TenantDraft
from citas.domain.horarios import Excepcion, Tramo
from citas.domain.politicas import Politicas

EXAMPLES = Path(__file__).parents[3] / "examples"

CONTRACT = """\
nombre: Barbería Los Brothers
rubro: barberia
direccion: Calle 123 # 45-67
zona_horaria: America/Bogota
pais: CO                      # its public holidays close the business unless abre_feriados is true
contacto: {telefono: "+57 3001234567", email: info@losbrothers.com, whatsapp: wa.me/573001234567,
           redesSociales: [www.tiktok.com/losbrothers, www.instagram.com/losbrothers]}
responsable: {nombre: Los Brothers S.A.S., domicilio: Cali, correo: datos@losbrothers.com}
consentimiento: {acepta: true, nombre: Ana Gómez, version: "1"}
horarios: {lunes-viernes: ["08:00-12:00", "14:00-18:00"], sabado: ["09:00-14:00"]}
excepciones: [{fecha: 2025/12/24, horarios: ["08:00-12:00"]}, {fecha: 2025/12/31, cerrado: true}]
politicas: {cancelacion_min_horas: 24, max_adelanto_dias: 30, anticipacion_min_minutos: 0, buffer_minutos: 0,
            slot_minutos: 15, bloqueo_segundos: 60, confirmar: true, abre_feriados: false, retencion_dias: 30,
            max_edad_mensaje_minutos: 60, pausa_humana_minutos: 30, max_citas_por_cliente: 5, presupuesto_ia_mensual_usd: 0}
ia: reglas
excluidos: [Mamá, "+57 3150000000"]
servicios: [{NombreServicio: corte cabello, Duración: 45, Precio: 20.000, alias: [corte, motilada, peluqueada]},
            {NombreServicio: barba, Duración: 30, Precio: "12.000"}]
recursos: [{nombre: Andrés, servicios: [corte cabello, barba], horarios: {lunes-viernes: ["08:00-16:00"]}},
           {nombre: Camilo, tipo: persona, excepciones: [{fecha: 2025/09/05, cerrado: true}]}]
cloud: {phone_number_id: "1055…", token_env: CITAS_CLOUD_TOKEN_LOSBROTHERS}
"""

MINIMAL = """\
nombre: Uñas Sol
zona_horaria: America/Bogota
pais: CO
horarios:
  lunes: ["08:00-12:00"]
servicios:
  - NombreServicio: manicure
    Duración: 45
recursos:
  - nombre: Sol
"""


def parse(text: str) -> TenantDraft:
    return parse_tenant(text.encode())


def complaints(text: str | bytes) -> list[str]:
    with pytest.raises(TenantFileError) as caught:
        parse_tenant(text.encode() if isinstance(text, str) else text)
    return [problema.spell() for problema in caught.value.problemas]


def test_the_file_of_the_contract_is_read_whole() -> None:
    draft = parse(CONTRACT)

    assert draft.servicios[0].precio == "20.000"
    assert draft.servicios[0].alias == ("corte", "motilada", "peluqueada")
    assert draft.horarios[4] == (Tramo(480, 720), Tramo(840, 1080))
    assert draft.horarios[6] == ()
    assert draft.excepciones[0] == Excepcion(date(2025, 12, 24), date(2025, 12, 24), (Tramo(480, 720),))
    assert draft.recursos[0].servicios == ("corte cabello", "barba")
    assert draft.recursos[1].servicios is None
    assert draft.politicas == Politicas()
    assert draft.contacto.telefono == "+573001234567"
    assert draft.excluidos == ("Mamá", "+57 3150000000")
    assert draft.consentimiento is not None
    assert draft.consentimiento.version == "1"


def test_the_number_of_a_door_is_no_remark() -> None:
    assert parse(CONTRACT).direccion == "Calle 123 # 45-67"
    assert parse(MINIMAL + "direccion: Calle 5  # la de siempre\n").direccion == "Calle 5"


def test_what_is_left_out_has_the_values_of_the_contract() -> None:
    draft = parse(MINIMAL)

    assert draft.politicas == Politicas()
    assert draft.consentimiento is None
    assert draft.ia is None


def test_json_is_read_as_the_text_that_stands_there() -> None:
    content = {
        "nombre": "Spa 😀",
        "zona_horaria": "America/Bogota",
        "pais": "CO",
        "horarios": {"lunes": ["08:00-12:00"]},
        "politicas": {"confirmar": False, "slot_minutos": 5},
        "servicios": [{"NombreServicio": "masaje", "Duración": 60, "Precio": 20.5, "alias": None}],
        "recursos": [{"nombre": "Sol"}],
    }
    draft = parse(json.dumps(content, indent="\t"))

    assert draft.nombre == "Spa 😀"
    assert draft.servicios[0].precio == "20.5"
    assert not draft.politicas.confirmar
    assert draft.politicas.slot_minutos == 5


def test_yaml_that_says_a_thing_twice_by_alias_is_read() -> None:
    shared = MINIMAL.replace('["08:00-12:00"]', '&h ["08:00-12:00"]\n  martes: *h')

    assert parse(shared).horarios[1] == (Tramo(480, 720),)


@pytest.mark.parametrize(
    ("days", "open_days"),
    [
        ("lunes-viernes", {0, 1, 2, 3, 4}),
        ("sabado-lunes", {5, 6, 0}),
        ("Miércoles", {2}),
        ("sábado – domingo", {5, 6}),
        ("lunes a jueves", {0, 1, 2, 3}),
        ("lunes-lunes", {0}),
    ],
)
def test_weekdays_and_their_ranges(days: str, open_days: set[int]) -> None:
    draft = parse(MINIMAL.replace("  lunes:", f"  {days}:"))

    assert {day for day, tramos in enumerate(draft.horarios) if tramos} == open_days


def test_ranges_that_touch_are_one_and_go_by_start() -> None:
    draft = parse(MINIMAL.replace('["08:00-12:00"]', '["14:00-24:00", "8:00-12:00", "12:00-13:00"]'))

    assert draft.horarios[0] == (Tramo(480, 780), Tramo(840, 1440))


def test_keys_are_known_without_accents() -> None:
    assert parse(MINIMAL.replace("Duración", "Duracion")).servicios[0].minutos == 45


def test_the_tenant_files_of_the_repository_are_without_a_flaw() -> None:
    for path in EXAMPLES.glob("*.yaml"):
        assert parse_tenant(path.read_bytes()).nombre


def test_the_demo_shows_the_example_that_the_repository_shows() -> None:
    packaged = files("citas.adapters.cli.demo").joinpath("barberia.yaml").read_bytes()

    assert packaged == (EXAMPLES / "barberia.yaml").read_bytes()


BAD = [
    # what stands in the file, what stands there instead, the complaint
    ("08:00-12:00", "08:00-25:00", "línea 5: «horarios.lunes[1]»: la hora 25:00 no existe; escriba entre 00:00 y 24:00"),
    ("08:00-12:00", "08:61-12:00", "línea 5: «horarios.lunes[1]»: la hora 08:61 no existe; escriba entre"),
    ("08:00-12:00", "24:00-24:30", "línea 5: «horarios.lunes[1]»: la hora 24:30 no existe; escriba entre"),
    ("08:00-12:00", "12:00-08:00", "línea 5: «horarios.lunes[1]»: el rango 12:00-08:00 termina antes de empezar; ponga"),
    ("08:00-12:00", "8 a 12", "línea 5: «horarios.lunes[1]»: «8 a 12» no es un rango de horas; escríbalo como"),
    ("08:00-12:00", "ocho-doce", "línea 5: «horarios.lunes[1]»: «ocho» no es una hora; escriba"),
    ('["08:00-12:00"]', '["08:00-12:00", "11:00-13:00"]', "línea 5: «horarios.lunes[2]»: se cruza con 08:00-12:00; una"),
    ('["08:00-12:00"]', "[]", "línea 5: «horarios»: no abre ningún día; escriba al menos uno"),
    ("  lunes:", "  lunez:", "línea 5: «horarios.lunez»: «lunez» no es un día de la semana; ¿quiso decir «lunes»?"),
    ("  lunes:", "  lunes-lunes: []\n  lunes:", "línea 6: «horarios.lunes»: el lunes ya está en «lunes-lunes»; deje"),
    ("horarios:", "horario:", "línea 4: «horario»: la clave no existe; ¿quiso decir «horarios»?"),
    ("horarios:", "horario:", "línea 1: falta «horarios»; agréguela, por ejemplo «horarios:"),
    ("nombre: Uñas Sol", "x: 1", "línea 1: «x»: la clave no existe; aquí caben: nombre,"),
    ("nombre: Uñas Sol", "nombre: \u200b", "línea 1: «nombre»: está vacío; escriba el texto"),
    ("nombre: Uñas Sol", 'nombre: "a\\tb"', "línea 1: «nombre»: tiene saltos de línea o caracteres de control; escríbalo"),
    ("nombre: Uñas Sol", f"nombre: {'a' * 201}", "línea 1: «nombre»: pasa de 200 caracteres; acórtelo"),
    ("nombre: Uñas Sol", "nombre: [a, b]", "línea 1: «nombre»: aquí va un solo texto; quite"),
    ("nombre: Uñas Sol", "nombre: a\nnombre: b", "línea 2: «nombre»: la clave ya está en la línea 1; deje una sola"),
    ("America/Bogota", "America/Bogotá", "línea 2: «zona_horaria»: la zona «America/Bogotá» no existe; ¿quiso decir «America/Bogota»?"),
    ("America/Bogota", "GMT-5", "línea 2: «zona_horaria»: la zona «GMT-5» no existe; "),
    ("pais: CO", "pais: XX", "línea 3: «pais»: «XX» no es un país del que se conozcan los feriados; escriba su código ISO"),
    ("pais: CO", "pais: Colombia", "línea 3: «pais»: «Colombia» no es un país"),
    ("Duración: 45", "Duración: 45 min", "línea 8: «servicios[1].Duración»: «45 min» no sirve; escriba un número entero entre 1 y 1440"),
    ("Duración: 45", "Duración: 0", "línea 8: «servicios[1].Duración»: «0» no sirve; escriba"),
    ("Duración: 45", "Duración: 1441", "línea 8: «servicios[1].Duración»: «1441» no sirve; escriba"),
    ("Duración: 45", "Duración: 45.5", "línea 8: «servicios[1].Duración»: «45.5» no sirve; escriba"),
    ("Duración: 45", "Duración: ٤٥", "línea 8: «servicios[1].Duración»: «٤٥» no sirve; escriba"),
    ("    Duración: 45", "    Precio: 5", "línea 7: «servicios[1]»: falta «Duración»; agréguela"),
    ("- nombre: Sol", "- nombre: Sol\n    servicios: [manicura]", "línea 11: «recursos[1].servicios[1]»: el servicio «manicura» no está en «servicios»; ¿quiso decir «manicure»?"),
    ("- nombre: Sol", "- nombre: Sol\n    servicios: []", "línea 11: «recursos[1].servicios»: no hace ningún servicio; quite la clave"),
    ("- nombre: Sol", "- nombre: Sol\n    tipo: silla", "línea 11: «recursos[1].tipo»: «silla» no existe; escriba persona o espacio"),
    ("- nombre: Sol", "- nombre: Sol\n  - nombre: SOL", "línea 11: «recursos[2]»: el nombre «SOL» ya está en la lista; póngale"),
    ("recursos:\n  - nombre: Sol", "recursos: []", "línea 1: falta al menos un recurso; agregue"),
]  # fmt: skip  # packed, to be read at a glance


@pytest.mark.parametrize(("before", "after", "complaint"), BAD)
def test_a_wrong_file_names_line_and_remedy(before: str, after: str, complaint: str) -> None:
    assert before in MINIMAL

    said = complaints(MINIMAL.replace(before, after))

    assert any(one.startswith(complaint) for one in said), said


MORE = [
    ("politicas: {slot_minutos: 7}", "línea 11: «politicas.slot_minutos»: «7» no existe; escriba 5, 10 o 15"),
    ("politicas: {slot_minuto: 5}", "línea 11: «politicas.slot_minuto»: la clave no existe; ¿quiso decir «slot_minutos»?"),
    ("politicas: {buffer_minutos: -5}", "línea 11: «politicas.buffer_minutos»: «-5» no sirve; escriba un número entero entre 0 y 720"),
    ("politicas: {confirmar: quizás}", "línea 11: «politicas.confirmar»: «quizás» no es ni sí ni no; escriba true o false"),
    ("politicas: {presupuesto_ia_mensual_usd: 5 USD}", "línea 11: «politicas.presupuesto_ia_mensual_usd»: «5 USD» no es una suma; escríbala"),
    ("politicas: 5", "línea 11: «politicas»: aquí van claves con su valor; escriba"),
    ("ia: gpt", "línea 11: «ia»: «gpt» no existe; escriba reglas, llm o hibrido"),
    ("contacto: {telefono: 12}", "línea 11: «contacto.telefono»: «12» no es un teléfono; escríbalo con indicativo"),
    ("contacto: {email: yo}", "línea 11: «contacto.email»: «yo» no es un correo; escríbalo"),
    ("consentimiento: {nombre: Ana}", "línea 11: «consentimiento»: falta «acepta»; agréguela"),
    ("consentimiento: {acepta: true, version: v1}", "línea 11: «consentimiento.version»: «v1» no es un número de versión; escriba"),
    ("cloud: {phone_number_id: '10 55', token_env: CITAS_CLOUD_TOKEN_SOL}", "línea 11: «cloud.phone_number_id»: «10 55» no es un identificador de Meta; cópielo"),
    ("cloud: {phone_number_id: '12345', token_env: EAAG-secret}", "línea 11: «cloud.token_env»: «EAAG-secret» no es el nombre de una variable"),
    ("excepciones: [{fecha: 2026/02/30, cerrado: true}]", "línea 11: «excepciones[1].fecha»: la fecha 2026/02/30 no existe; revise"),
    ("excepciones: [{fecha: 24/12/2026, cerrado: true}]", "línea 11: «excepciones[1].fecha»: «24/12/2026» no es una fecha; escríbala como 2026/12/24"),
    ("excepciones: [{fecha: 2026/12/24}]", "línea 11: «excepciones[1]»: no dice qué pasa ese día; agregue"),
    ("excepciones: [{desde: 2026/12/24, cerrado: true}]", "línea 11: «excepciones[1]»: no se sabe de qué días habla; escriba"),
    ("excepciones: [{desde: 2026/12/24, hasta: 2026/12/20, cerrado: true}]", "línea 11: «excepciones[1].hasta»: «hasta» es anterior a «desde»; cámbielas"),
    ("excepciones: [{fecha: 2026/12/24, cerrado: true, horarios: ['08:00-09:00']}]", "línea 11: «excepciones[1]»: dice a la vez «horarios» y «cerrado: true»; deje"),
    ("excepciones: [{fecha: 2026/12/24, cerrado: true}, {fecha: 2026/12/24, cerrado: true}]", "línea 11: «excepciones[2]»: esos días ya están en otra excepción; deje"),
    ("excluidos: {a: b}", "línea 11: «excluidos»: aquí va una lista; escriba"),
    ("rubro: !python/object:os.system x", "línea 11: la etiqueta «!python/object:os.system» no se entiende; quite"),
    ("? [a]\n: b", "línea 11: una clave es una lista o un mapa; escriba"),
    ("rubro: *nada", "línea 11: un «*» nombra algo que no existe; ponga entre comillas"),
    ("rubro: [", "línea 12: esto no se puede leer como YAML ni como JSON"),
    ("---\nnombre: otra", "línea 11: hay dos documentos en un archivo; deje uno"),
    ("a: &a [&b [&c [x,x,x,x,x,x,x,x,x,x,x,x,x,x,x,x,x,x,x,x,x,x,x,x,x,x,x,x,x,x],*c,*c,*c,*c,*c,*c,*c,*c,*c,*c,*c,*c,*c,*c,*c,*c,*c,*c,*c,*c,*c,*c,*c,*c,*c,*c,*c,*c],*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]", "línea 11: el archivo crece demasiado; quite los alias"),
    ("a: &a [*a]", "línea 11: el archivo crece demasiado; quite los alias"),
]  # fmt: skip  # packed, to be read at a glance


@pytest.mark.parametrize(("line", "complaint"), MORE)
def test_a_wrong_line_more_names_itself_and_a_remedy(line: str, complaint: str) -> None:
    said = complaints(f"{MINIMAL}{line}\n")

    assert any(one.startswith(complaint) for one in said), said


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "línea 1: el archivo está vacío; empiece por el ejemplo"),
        (b"# nada\n", "línea 1: el archivo está vacío; empiece por el ejemplo"),
        (b"hola", "línea 1: aquí van claves con su valor; escriba"),
        (b"nombre: a\nrubro: Barber\xeda\n", "línea 2: hay letras que no están en UTF-8; guarde"),
        (b"nombre: a\x07\n", "línea 1: hay un carácter que no se puede leer (U+0007); bórrelo"),
        (b"nombre: a\n\trubro: b\n", "línea 2: hay un tabulador al comienzo; use espacios"),
        (b"{" + b'"a":{' * 3000, "línea 1: hay demasiados niveles, unos dentro de otros; deje"),
        (b"a" * 1_048_577, "línea 1: el archivo pasa de 1 MiB; deje"),
        (b'{"nombre": "a",\n "nombre": "b"}', "línea 2: «nombre»: la clave ya está en la línea 1; deje"),
    ],
)
def test_what_is_no_tenant_file_is_refused_with_a_remedy(content: bytes, complaint: str) -> None:
    said = complaints(content)

    assert any(one.startswith(complaint) for one in said), said


def test_a_servicio_that_nobody_does_is_an_error() -> None:
    text = MINIMAL.replace("recursos:\n", "  - {NombreServicio: pedicure, Duración: 60}\nrecursos:\n")

    said = complaints(text.replace("nombre: Sol", "nombre: Sol\n    servicios: [manicure]"))

    assert said == [
        "línea 9: «servicios[2]»: ningún recurso hace «pedicure»; agréguelo a «servicios» de un recurso, o quite el servicio"
    ]


def test_an_alias_is_not_the_name_of_another_servicio() -> None:
    text = MINIMAL.replace(
        "recursos:\n", "  - {NombreServicio: pedicure, Duración: 60, alias: [Manicure]}\nrecursos:\n"
    )

    assert complaints(text) == [
        "línea 9: «servicios[2]»: el alias «Manicure» es el nombre de otro servicio; quite ese alias"
    ]


def test_every_problem_is_listed_by_line() -> None:
    text = MINIMAL.replace("pais: CO", "pais: XX").replace("08:00-12:00", "08:00-25:00").replace("45", "0")

    said = complaints(text)

    assert [one.split(":")[0] for one in said] == ["línea 3", "línea 5", "línea 8"]
