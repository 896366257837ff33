"""A business behind the HTTP service, and who calls it."""

from collections.abc import AsyncIterator

import pytest
from httpx2 import AsyncClient

from http_service import Service, a_service


@pytest.fixture
async def service() -> AsyncIterator[Service]:
    made = await a_service()
    async with made.stack:
        yield made


@pytest.fixture
async def http(service: Service) -> AsyncClient:
    return await service.client(service.key)


@pytest.fixture
async def device(service: Service) -> AsyncClient:
    return await service.client(service.device_key)


@pytest.fixture
async def neighbour(service: Service) -> AsyncClient:
    return await service.client(service.neighbour_key)
