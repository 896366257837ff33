"""The device's other calls, and the first ten minutes."""

from httpx2 import AsyncClient

from builders import at
from http_service import NOW, Service, mensaje


async def test_a_device_gets_its_own_key(http: AsyncClient, service: Service) -> None:
    made = await http.post("/v1/dispositivos", json={"nombre": " Recepción "})
    device = await service.client(made.json()["api_key"])

    assert made.status_code == 201
    assert made.json().keys() == {"dispositivo_id", "api_key"}
    assert (await device.post("/v1/eco", json={"texto": "eco"})).json()["dispositivo"] == "Recepción"


async def test_the_echo_tells_who_answers_and_at_what_hour(http: AsyncClient, service: Service) -> None:
    assert (await http.post("/v1/eco", json={"texto": "¿están?"})).json() == {
        "texto": "¿están?",
        "tenant_id": service.tenant.id,
        "nombre": "Barbería Los Brothers",
        "dispositivo": None,
        "hora": "09:00",
    }


async def test_a_reply_that_was_not_acknowledged_comes_again(device: AsyncClient, service: Service) -> None:
    answer = (await device.post("/v1/messages", json=mensaje(notification_key="k"))).json()
    assert (await device.get("/v1/outbox")).json() == {"salidas": [], "avisos": []}

    service.fakes.clock.advance(61)
    (salida,) = (await device.get("/v1/outbox", params={"espera": 25})).json()["salidas"]

    assert (salida["salida_id"], salida["texto"]) == (answer["salida_id"], answer["respuesta"])
    assert (salida["notification_key"], salida["para"]) == ("k", "+57 310 987 6543")
    assert salida["caduca"] == "2025-08-29T09:10:00-05:00"
    acked = await device.post(f"/v1/outbox/{salida['salida_id']}/ack", json={"resultado": "enviado"})
    assert (acked.status_code, acked.json()) == (200, {"id": salida["salida_id"], "resultado": "enviado"})


async def test_an_outcome_that_nobody_defined_is_refused(device: AsyncClient) -> None:
    answer = (await device.post("/v1/messages", json=mensaje())).json()
    acked = await device.post(f"/v1/outbox/{answer['salida_id']}/ack", json={"resultado": "leído"})

    assert (acked.status_code, acked.json()["campo"]) == (422, "resultado")


async def test_a_poll_waits_as_long_as_it_is_told(device: AsyncClient, service: Service) -> None:
    assert (await device.get("/v1/outbox", params={"espera": 30})).json() == {"salidas": [], "avisos": []}
    assert service.fakes.clock.now() == NOW + 30


async def test_a_heartbeat_is_noted(device: AsyncClient, service: Service) -> None:
    body = {"permiso": True, "escuchando": False, "bateria_sin_limite": True, "cola": 3, "version_app": "1.2"}

    assert (await device.post("/v1/heartbeat", json=body)).json() == {"recibido": "2025-08-29T09:00:00-05:00"}
    (latido,) = await service.fakes.stores.of(service.tenant.id).latidos()
    assert (latido.nombre, latido.escuchando, latido.cola, latido.cuando) == ("Caja", False, 3, NOW)


async def test_the_opt_in_is_shown_withdrawn_and_given_again(device: AsyncClient) -> None:
    stored = (await device.get("/v1/consentimiento")).json()
    withdrawn = await device.post("/v1/consentimiento", json={"acepta": False})
    refused = await device.post("/v1/messages", json=mensaje())
    given = await device.post(
        "/v1/consentimiento", json={"acepta": True, "version": "2026-1", "nombre": "Carlos Dueño"}
    )

    assert (stored["acepta"], stored["origen"]) == (True, "archivo")
    assert (withdrawn.status_code, withdrawn.json()["acepta"], refused.status_code) == (200, False, 403)
    assert given.json() == {
        "acepta": True,
        "version": "2026-1",
        "nombre": "Carlos Dueño",
        "cuando": "2025-08-29T09:00:00-05:00",
        "dispositivo": "Caja",
        "origen": "http",
    }
    assert (await device.get("/v1/consentimiento")).json() == given.json()
    assert (await device.post("/v1/messages", json=mensaje())).status_code == 200


async def test_an_opt_in_names_who_and_which_text(device: AsyncClient) -> None:
    answer = await device.post("/v1/consentimiento", json={"acepta": True, "nombre": "Ana"})

    assert (answer.status_code, answer.json()["campo"]) == (422, "version")


async def test_a_pause_says_until_when_and_0_ends_it(device: AsyncClient) -> None:
    everybody = await device.post("/v1/pausa", json={"minutos": 60})
    one = await device.post("/v1/pausa", json={"minutos": 30, "conversation_id": "c"})
    ended = await device.post("/v1/pausa", json={"minutos": 0})

    assert everybody.json() == {"hasta": "2025-08-29T10:00:00-05:00"}
    assert one.json() == {"hasta": "2025-08-29T09:30:00-05:00"}
    assert (ended.status_code, ended.json()) == (200, {"hasta": None})
    assert at("2025/08/29 09:00") == NOW


async def test_a_pause_of_a_chat_without_id_silences_no_other(device: AsyncClient) -> None:
    await device.post("/v1/pausa", json={"minutos": 30, "from": "+57 310 987 6543"})
    paused = await device.post("/v1/messages", json=mensaje())
    other = await device.post("/v1/messages", json=mensaje() | {"from": "+57 311 222 3344"})

    assert (paused.json()["motivo"], other.json()["motivo"]) == ("pausa_humana", None)
