"""The command line at work on the same file: keys come and go, the tenant changes, clientes are forgotten."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import yaml
from bench.instalacion import Site, phone_of
from bench.rivales import Corner
from bench.servidor import program

PAUSE_SECONDS = 1.0


@dataclass
class Orders:
    """One command after another, until it is told to stop."""

    site: Site
    described: dict[str, object]
    corner: Corner
    faults: list[str] = field(default_factory=list)
    done: int = 0
    forgotten: list[dict[str, Any]] = field(default_factory=list)

    async def run(self, stop: asyncio.Event) -> None:
        """Give orders; what is under way when it is stopped is finished."""
        async for _ in self._orders():
            self.done += 1
            try:
                await asyncio.wait_for(stop.wait(), PAUSE_SECONDS)
            except TimeoutError:
                continue
            return

    async def _orders(self) -> AsyncIterator[None]:
        for number in count():
            clave = json.loads(await self._order("clave", "nueva", self.site.tenant_id, "--json") or "{}")
            yield
            await self._order("clave", "revocar", clave.get("clave_id", "ninguna"))
            yield
            await self._rename_street(number)
            yield
            await self._forget()
            yield
            printed = await self._order("tenant", "exportar", self.site.tenant_id)
            if not all(json.loads(line) for line in printed.splitlines()):
                self.faults.append("tenant exportar dejó una línea vacía")
            yield

    async def _rename_street(self, number: int) -> None:
        path = Path(self.site.folder, "cambiado.yaml")
        text = yaml.safe_dump(self.described | {"direccion": f"Calle {number}"}, allow_unicode=True)
        await asyncio.to_thread(path.write_text, text)
        await self._order("tenant", "actualizar", self.site.tenant_id, str(path))

    async def _forget(self) -> None:
        # Between two orders the service may have let go of a connection that nobody used.
        self.corner.client.close()
        cita = await self.corner.park(phone_of(next(self.corner.numbers)))
        await self._order("olvidar", self.site.tenant_id, cita["cliente"]["telefono"])
        self.forgotten.append(cita)

    async def _order(self, *words: str) -> str:
        process = await asyncio.create_subprocess_exec(
            *program(),
            *words,
            env=self.site.env,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        out, err = await process.communicate()
        if process.returncode:
            self.faults.append(f"citas {' '.join(words[:2])} salió con {process.returncode}: {err.decode()}")
            return ""
        return out.decode()
