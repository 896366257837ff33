"""Citas, the catalogue, free times and bloqueos, as HTTP shows them."""

import pytest
from httpx2 import AsyncClient

from builders import ANDRES, BARBA, CAMILO, CORTE, hex_id
from http_service import booking

PATH = "/v1/appointments"


async def test_a_booking_answers_with_the_cita_its_place_and_its_version(http: AsyncClient) -> None:
    answer = await http.post(PATH, json=booking())
    cita = answer.json()

    assert answer.status_code == 201
    assert answer.headers["location"] == f"{PATH}/{cita['id']}"
    assert answer.headers["etag"] == '"1"'
    assert cita["cliente"] == {"nombre": "Juan Pérez", "telefono": "+573109876543"}
    assert (cita["fecha"], cita["hora_inicio"], cita["hora_fin"]) == ("2025/08/29", "10:00", "10:45")
    assert (cita["start"], cita["end"]) == ("2025-08-29T10:00:00-05:00", "2025-08-29T10:45:00-05:00")
    assert (cita["estado"], cita["version"]) == ("confirmada", 1)
    shown = await http.get(answer.headers["location"])
    assert (shown.json(), shown.headers["etag"]) == (cita, '"1"')


async def test_a_taken_hour_offers_the_nearest_ones(http: AsyncClient) -> None:
    for _ in range(2):
        await http.post(PATH, json=booking())
    taken = await http.post(PATH, json=booking())

    assert (taken.status_code, taken.json()["codigo"]) == (409, "horario_ocupado")
    assert len(taken.json()["alternativas"]) == 5
    assert taken.json()["alternativas"][0].keys() == {
        "fecha",
        "hora_inicio",
        "hora_fin",
        "recurso_id",
        "recurso",
        "servicios_id",
    }


@pytest.mark.parametrize(
    ("change", "codigo"),
    [
        ({"hora_inicio": "07:00"}, "en_el_pasado"),
        ({"fecha": "2025/12/29"}, "fuera_de_plazo"),
        ({"fecha": "2025/08/31"}, "cerrado"),
        ({"hora_inicio": "13:00"}, "fuera_de_horario"),
        ({"hora_inicio": "10:05"}, "hora_no_alineada"),
        ({"servicios_id": [hex_id(1)]}, "servicio_desconocido"),
        ({"recurso_id": hex_id(1)}, "recurso_desconocido"),
    ],
)
async def test_each_rule_has_its_codigo(http: AsyncClient, change: dict[str, object], codigo: str) -> None:
    answer = await http.post(PATH, json={**booking(), **change})

    assert (answer.status_code, answer.json()["codigo"]) == (422, codigo)


@pytest.mark.parametrize("version", ["1", '"1"', " 1 "])
async def test_a_move_needs_the_version_that_was_seen(http: AsyncClient, version: str) -> None:
    cita = (await http.post(PATH, json=booking())).json()
    move = {"hora_inicio": "16:30"}

    moved = await http.patch(f"{PATH}/{cita['id']}", json=move, headers={"If-Match": version})
    stale = await http.patch(f"{PATH}/{cita['id']}", json=move, headers={"If-Match": version})

    assert (moved.status_code, moved.json()["hora_inicio"], moved.headers["etag"]) == (200, "16:30", '"2"')
    assert (stale.status_code, stale.json()["cita"], stale.headers["etag"]) == (412, moved.json(), '"2"')


async def test_a_patch_that_changes_nothing_is_refused(http: AsyncClient) -> None:
    cita = (await http.post(PATH, json=booking())).json()
    answer = await http.patch(f"{PATH}/{cita['id']}", json={"fecha": None}, headers={"If-Match": "1"})

    assert (answer.status_code, answer.json()["codigo"]) == (422, "entrada_invalida")


@pytest.mark.parametrize("content", [b"", b"{}", b'{"motivo": "Se enferm\xc3\xb3"}'])
async def test_a_cancelled_cita_tells_why_and_frees_its_time(http: AsyncClient, content: bytes) -> None:
    cita = (await http.post(PATH, json=booking(recurso_id=ANDRES))).json()
    path = f"{PATH}/{cita['id']}/cancel"

    cancelled = await http.post(path, content=content, headers={"If-Match": "1"})
    again = await http.post(path, headers={"If-Match": "2"})

    assert (cancelled.status_code, cancelled.json()["estado"]) == (200, "cancelada")
    assert cancelled.json()["motivo"] == ("Se enfermó" if b"motivo" in content else None)
    assert (again.status_code, again.json()["codigo"], again.json()["cita"]) == (
        409,
        "estado_invalido",
        cancelled.json(),
    )
    assert (await http.post(PATH, json=booking(recurso_id=ANDRES))).status_code == 201


async def test_a_list_goes_by_start_in_pages(http: AsyncClient) -> None:
    for hora in ("16:00", "10:00", "11:00"):
        await http.post(PATH, json=booking(hora))

    first = (await http.get(PATH, params={"limite": 2})).json()
    rest = (await http.get(PATH, params={"limite": 2, "cursor": first["cursor"]})).json()

    assert [cita["hora_inicio"] for cita in first["citas"]] == ["10:00", "11:00"]
    assert [cita["hora_inicio"] for cita in rest["citas"]] == ["16:00"]
    assert rest["cursor"] is None


async def test_a_list_is_narrowed_by_phone_recurso_estado_and_days(http: AsyncClient) -> None:
    mine = (await http.post(PATH, json=booking(recurso_id=ANDRES))).json()
    other = {"nombre": "Ana", "telefono": "3001112233"}
    await http.post(PATH, json=booking("11:00", cliente=other, recurso_id=CAMILO))

    async def found(**params: str) -> list[str]:
        return [cita["id"] for cita in (await http.get(PATH, params=params)).json()["citas"]]

    assert await found(telefono="(310) 987-6543") == [mine["id"]]
    assert await found(recurso_id=ANDRES) == [mine["id"]]
    assert await found(estado="cancelada") == []
    assert await found(desde="2025/08/30") == []
    assert len(await found(desde="2025/08/29", hasta="2025/08/29")) == 2
    assert (await http.get(PATH, params={"recurso_id": hex_id(1)})).json()["codigo"] == "recurso_desconocido"


@pytest.mark.parametrize("some_id", [hex_id(1), "x", "A" * 24, "0" * 25, "%00", "%F0%9F%98%80"])
async def test_what_is_not_there_is_404(http: AsyncClient, some_id: str) -> None:
    answers = [
        await http.get(f"{PATH}/{some_id}"),
        await http.patch(f"{PATH}/{some_id}", json={"hora_inicio": "10:00"}),
        await http.post(f"{PATH}/{some_id}/cancel"),
        await http.post(f"/v1/outbox/{some_id}/ack", json={"resultado": "enviado"}),
        await http.delete(f"/v1/bloqueos/{some_id}"),
    ]

    assert [(answer.status_code, answer.json()["codigo"]) for answer in answers] == [
        (404, "no_encontrado")
    ] * 5


async def test_the_catalogue_is_shown_as_the_business_wrote_it(http: AsyncClient) -> None:
    servicios = (await http.get("/v1/servicios")).json()["servicios"]
    recursos = (await http.get("/v1/recursos")).json()["recursos"]

    assert servicios[0] == {
        "id": CORTE,
        "NombreServicio": "corte cabello",
        "Duración": 45,
        "Precio": "20.000",
        "alias": ["corte", "motilada", "peluqueada"],
    }
    assert (recursos[0]["id"], recursos[0]["servicios_id"]) == (ANDRES, [CORTE, BARBA])
    assert recursos[0]["horarios"]["sabado"] == ["09:00-14:00"]
    assert "domingo" not in recursos[0]["horarios"]


async def test_free_times_go_by_start_and_then_by_the_files_order(http: AsyncClient) -> None:
    query = f"servicio_id={CORTE}&servicio_id={BARBA}&fecha=2025/08/29&limite=3"

    huecos = (await http.get(f"/v1/availability?{query}")).json()["huecos"]

    assert [(hueco["hora_inicio"], hueco["recurso"]) for hueco in huecos] == [
        ("09:00", "Andrés"),
        ("09:00", "Camilo"),
        ("09:15", "Andrés"),
    ]
    assert huecos[0]["hora_fin"] == "10:15"


async def test_without_a_limit_200_free_times_come(http: AsyncClient) -> None:
    params = {"servicio_id": CORTE, "fecha": "2025/08/29", "hasta": "2025/09/28"}

    assert len((await http.get("/v1/availability", params=params)).json()["huecos"]) == 200


async def test_a_bloqueo_takes_a_chair_and_gives_it_back(http: AsyncClient, device: AsyncClient) -> None:
    body = {"recurso_id": ANDRES, "fecha": "2025/08/29", "hora_inicio": "10:05", "hora_fin": "24:00"}

    made = await device.post("/v1/bloqueos", json=body)
    again = await device.post("/v1/bloqueos", json=body)
    listed = await device.get("/v1/bloqueos", params={"fecha": "2025/08/29"})
    taken = await http.post(PATH, json=booking(recurso_id=ANDRES))
    gone = await device.delete(f"/v1/bloqueos/{made.json()['id']}")

    assert (made.status_code, made.json()) == (201, {"id": made.json()["id"], **body, "motivo": None})
    assert (again.status_code, again.json()["codigo"]) == (409, "horario_ocupado")
    assert listed.json() == {"bloqueos": [made.json()]}
    assert taken.status_code == 409
    assert (gone.status_code, gone.content) == (204, b"")
    assert (await http.post(PATH, json=booking(recurso_id=ANDRES))).status_code == 201


async def test_a_bloqueo_ends_after_it_begins(http: AsyncClient) -> None:
    body = {"recurso_id": ANDRES, "fecha": "2025/08/29", "hora_inicio": "10:00", "hora_fin": "10:00"}

    assert (await http.post("/v1/bloqueos", json=body)).json()["campo"] == "hora_fin"
