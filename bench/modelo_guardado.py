"""What stays in the store of what a model was asked and answered, and of people once they are forgotten."""

import asyncio
import random  # noqa: TID251 - lots are drawn from a seed that is printed, so that a run can be repeated
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.modelo_adverso import Adverso, Casa, casa
from bench.modelo_deseos import NOMBRES, Cuenta, canary, phone, wish

from citas.adapters.llm.plantillas import VERSIONS, plantilla
from citas.application.forget import forget_cliente
from citas.domain.catalogo import Tenant

MENSAJES = 200
TOGETHER = 20
# Some that misread, some that repeat their prompt, some that write promises, links and phones.
MODES = "ok_plausible=40,ok_adversarial=20,leak_text=20,hostile_text=20"
TELLING = 40  # characters: a line of a prompt that is longer stands nowhere by chance


async def kept(server: Adverso) -> Cuenta:
    """Nothing of a prompt is in the store; and of a cliente nothing, once he is forgotten."""
    server.mixes(MODES)
    cuenta, lots = Cuenta(), random.Random("guardado")  # noqa: S311 - lots, not secrets
    async with casa(f"{server.base}/v1", "llm") as house:
        tenant = await house.business("Guarda")
        texts = [wish(lots, number).text for number in range(MENSAJES)]
        for first in range(0, MENSAJES, TOGETHER):
            numbers = range(first, first + TOGETHER)
            await asyncio.gather(
                *(cuenta.timed("guardado", house.says(tenant, phone(n), texts[n])) for n in numbers)
            )
        cuenta.malas += [f"en el almacén: {line}" for line in _prompts_in(house.folder)]
        before, _ = _scanned(server, house)
        for number in range(MENSAJES):
            await forget_cliente(house.world, tenant.id, phone(number))
        after, said = _scanned(server, house)
        if not before:
            cuenta.malas.append("guardado: no se halla ni lo que debe estar")
        cuenta.malas += await _left(house, tenant) + ([said[:400]] if after else [])
        print(f"    peticiones: {server.asked()}; hallazgos: {before} antes de olvidar, {after} después")
    return cuenta


def _prompts_in(folder: Path) -> Iterator[str]:
    """Yield the lines of the prompts that stand in a file."""
    lines = {line for paso in VERSIONS for line in plantilla(paso).texto.splitlines() if len(line) > TELLING}
    for file in folder.iterdir():
        content = file.read_bytes().decode("utf-8", "replace")
        yield from (line for line in sorted(lines) if line in content)


def _scanned(server: Adverso, house: Casa) -> tuple[int, str]:
    """Look for everybody's name and phone in the files of the store; return how many are there, and which."""
    with tempfile.TemporaryDirectory() as folder:
        pii = Path(folder) / "pii.txt"
        pii.write_text("\n".join((*NOMBRES, *(phone(n) for n in range(MENSAJES)))))
        _, said = server.scan(pii, house.folder)
    return said.count("FINDING"), said


async def _left(house: Casa, tenant: Tenant) -> list[str]:
    """Tell of documents in which the words of a mensaje still stand."""
    found, after = [], None
    while page := await house.world.stores.of(tenant.id).export(after):
        found += [name for name, one in page if any(canary(n) in str(one) for n in range(MENSAJES))]
        after = (page[-1][0], page[-1][1].id)
    return [f"guardado: {name} dice todavía lo que se escribió" for name in found]
