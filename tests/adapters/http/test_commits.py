"""How often the store is written for one request: what is answered is durable, at the least price."""

import pytest
from typing_extensions import override

from citas.adapters.stores.memory.door import MemoryDoor
from citas.adapters.stores.memory.stores import MemoryStores
from citas.application.ports import Unit
from citas.domain.citas import Instant
from http_service import a_service, booking, mensaje


class CountingStores(MemoryStores):
    """Memory that counts its commits."""

    def __init__(self) -> None:
        super().__init__()
        self.commits = 0

    @override
    def of(self, tenant_id: str) -> MemoryDoor:
        stores = self

        class CountingDoor(MemoryDoor):
            @override
            async def commit(self, unit: Unit, now: Instant) -> None:
                stores.commits += 1
                await super().commit(unit, now)

        return CountingDoor(self._shelves[tenant_id], self._changed)


@pytest.mark.parametrize("key", [None, "k-1"])
@pytest.mark.parametrize(
    ("path", "body"),
    [("/v1/messages", mensaje()), ("/v1/messages", mensaje("hola")), ("/v1/appointments", booking())],
)
async def test_a_request_is_one_commit_and_one_more_for_the_lease_of_its_key(
    path: str, body: dict[str, object], key: str | None
) -> None:
    stores = CountingStores()
    service = await a_service(stores=stores)
    http = await service.client(service.key)
    stores.commits = 0

    answer = await http.post(path, json=body, headers={"Idempotency-Key": key} if key else {})

    assert answer.is_success
    assert stores.commits == (2 if key else 1)
    await service.stack.aclose()
