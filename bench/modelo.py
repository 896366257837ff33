"""`python -m bench.modelo RUTA`: the whole application against a model that misbehaves.

RUTA is the script of a server of chat completions with faults to order (`serve`, `modes`, `audit`, `scan`).
"""

import argparse
import asyncio
import os
import random  # noqa: TID251 - lots are drawn from a seed that is printed, so that a run can be repeated
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import redirect_stderr
from pathlib import Path

from bench.modelo_adverso import Adverso, Casa, adverso, casa
from bench.modelo_colgado import hung
from bench.modelo_deseos import NOMBRES, Cuenta, Wish, canary, phone, wish
from bench.modelo_guardado import kept

from citas.adapters.logs import configure_logs
from citas.domain.catalogo import ModoIA, Tenant

STEPS = ("intencion", "extraccion", "respuesta")
LIARS = (
    "ok_plausible=50,ok_random=15,ok_adversarial=15,evidence_other=8,date_past=4,date_far=4,hostile_text=4"
)
CANARY = r"zq[a-z]{6}q"
LOG = Path(tempfile.gettempdir()) / f"citas-modelo-{os.getpid()}.log"
MEASURES = ("fallas", "presupuesto", "cortacircuitos", "guardado", "mentiras", "cuelgue")


async def faults(server: Adverso, parallel: int) -> Cuenta:
    """Every fault at every step, alone and many at once."""
    cuenta = Cuenta()
    for mode in server.modes():
        if mode == "ok_fixed":
            continue
        for step in STEPS:
            server.plays(mode, step)
            async with casa(f"{server.base}/v1", "llm", segundos=2.0) as house:
                tenant = await house.business(f"Falla {mode} {step}")
                for count in (1, parallel):
                    await _together(server, house, tenant, cuenta, count, f"{mode}/{step}")
        print(f"    {mode}: {cuenta.mensajes} mensajes, malas: {len(cuenta.malas)}", flush=True)
    return cuenta


async def _together(
    server: Adverso, house: Casa, tenant: Tenant, cuenta: Cuenta, count: int, what: str
) -> None:
    before = server.asked()
    answers = await asyncio.gather(
        *(
            cuenta.timed(
                what,
                house.says(
                    tenant,
                    phone(n + 1000 * count),
                    f"hola, quiero un corte el jueves a las {9 + n % 9}:00 {canary(n)}",
                ),
            )
            for n in range(count)
        )
    )
    asked = server.asked() - before
    if asked > 3 * count:
        cuenta.malas.append(f"{what}: {asked} peticiones por {count} mensajes")
    if any(answer and answer["estado"] == "confirmada" for answer in answers):
        cuenta.malas.append(f"{what}: una cita sin preguntar")
    if await house.agenda(tenant):
        cuenta.malas.append(f"{what}: hay citas")


async def liars(server: Adverso, count: int, seed: str) -> tuple[Cuenta, Counter[str]]:
    """So many wishes read by a liar: what is booked must be what was wanted, and only after a yes."""
    server.mixes(LIARS)
    lots, cuenta, ends = random.Random(seed), Cuenta(), Counter[str]()  # noqa: S311 - lots, not secrets
    number = 0
    while number < count:
        ia: ModoIA = "hibrido" if number // 500 % 5 == 4 else "llm"
        async with casa(f"{server.base}/v1", ia) as house:
            asks = await house.business("Pregunta")
            acts = await house.business("Hace", politicas={"confirmar": "false"})
            for _ in range(25):
                tenant, wanted = (asks, acts)[number // 20 % 2], []
                for _ in range(20):
                    wanted.append((number, wish(lots, number)))
                    number += 1
                results = await asyncio.gather(*(_wished(house, tenant, n, one, cuenta) for n, one in wanted))
                ends.update(results)
            for tenant in (asks, acts):
                ends["citas"] += len(await house.agenda(tenant))
            for key, value in house.counted("citas_llm_ayudas_total").items():
                ends[f"ayuda {key[0]}"] += int(value)
            if ia == "llm":
                await _charged(house, cuenta)
        print(f"    {number} mensajes, {server.asked()} peticiones, malas: {len(cuenta.malas)}", flush=True)
    _audited(server, cuenta)
    return cuenta, ends


async def _wished(house: Casa, tenant: Tenant, number: int, wanted: Wish, cuenta: Cuenta) -> str:
    names = {servicio.id: servicio.nombre for servicio in tenant.servicios}
    de = phone(number)
    answer = await cuenta.timed("mentira", house.says(tenant, de, wanted.text))
    if answer is None:
        return "falla"
    if answer["estado"] == "propuesta":
        right = wanted.is_offered(answer, names)
        answer = await cuenta.timed("mentira", house.says(tenant, de, "sí" if right else "no", ms=30_000))
        if not right:
            return "propuesta equivocada, y dijo que no"
    if answer is None or answer["estado"] != "confirmada":
        return str(answer["estado"]) if answer else "falla"
    cita = answer["cita"]
    booked = (cita["fecha"], cita["hora_inicio"], [names[s] for s in cita["servicios_id"]])  # type: ignore[index]  # JSON
    if booked != (wanted.fecha, wanted.hora, [wanted.servicio]):
        cuenta.malas.append(f"cita equivocada: {wanted.text} → {booked}")
    return "confirmada"


def _audited(server: Adverso, cuenta: Cuenta) -> None:
    """Nobody's name or phone may be in what was sent, or in the log."""
    with tempfile.TemporaryDirectory() as folder:
        pii = Path(folder) / "pii.txt"
        # What looks like a phone is found whosever it is; these are looked for by name.
        pii.write_text("\n".join((*NOMBRES, *(phone(n) for n in range(0, 10_000, 250)))))
        for status, said in (server.audit(pii, CANARY), server.scan(pii, LOG)):
            print("    " + " ".join(said.split())[:400])
            if status:
                cuenta.malas += [line for line in said.splitlines() if "FINDING" in line][:5]


async def _charged(house: Casa, cuenta: Cuenta) -> None:
    for tenant in await house.world.stores.operator.tenants():
        gasto = await house.world.stores.of(tenant.id).gasto("2026-11")
        if gasto is None:
            cuenta.malas.append(f"{tenant.nombre}: nada se cobró")


async def budget(server: Adverso) -> Cuenta:
    """A budget that is soon spent: then nothing is asked, one alert tells it, and the neighbour is untouched."""
    server.plays("ok_fixed")
    cuenta = Cuenta()
    async with casa(f"{server.base}/v1", "llm") as house:
        poor = await house.business("Poco", politicas={"presupuesto_ia_mensual_usd": "0.01"})
        rich = await house.business("Mucho")
        for n in range(120):
            await cuenta.timed(
                "presupuesto",
                house.says(poor, phone(n), f"quiero un corte el jueves a las 10:00 {canary(n)}"),
            )
        before = server.asked()
        for n in range(200, 220):
            await cuenta.timed(
                "presupuesto",
                house.says(poor, phone(n), f"quiero un corte el jueves a las 10:00 {canary(n)}"),
            )
        after = server.asked()
        await cuenta.timed("presupuesto", house.says(rich, phone(1), "quiero un corte el jueves a las 10:00"))
        gasto = await house.world.stores.of(poor.id).gasto("2026-11")
        alerts = house.counted("citas_alertas_total").get(("presupuesto_agotado",), 0)
        if (
            after != before
            or server.asked() == after
            or alerts != 1
            or gasto is None
            or gasto.nanos > 10_000_000
        ):
            cuenta.malas.append(f"presupuesto: {after - before} peticiones de más, {alerts} alertas, {gasto}")
        print(
            f"    gastado {gasto.nanos / 1e9 if gasto else 0:.6f} de 0.01 USD; peticiones después: {after - before}; alertas: {alerts:.0f}"
        )
    return cuenta


async def breaker(server: Adverso) -> Cuenta:
    """Five failures in a row, and the next reply does not wait for a model that hangs."""
    cuenta = Cuenta()
    async with casa(f"{server.base}/v1", "llm") as house:
        tenant = await house.business("Cortada")
        server.plays("http_500")
        for n in range(3):
            await cuenta.timed(
                "fallas", house.says(tenant, phone(n), f"quiero un corte el jueves a las 10:00 {canary(n)}")
            )
        server.plays("timeout")
        began = time.perf_counter()
        await cuenta.timed("cortada", house.says(tenant, phone(9), "quiero un corte el jueves a las 11:00"))
        seconds = time.perf_counter() - began
        print(f"    la siguiente respuesta, en {seconds:.3f} s")
        if seconds >= 1:
            cuenta.malas.append(f"cortacircuitos: {seconds:.1f} s")
    return cuenta


def told(name: str, cuenta: Cuenta) -> bool:
    """Print what a measure found, and whether all was right."""
    print(
        f"{name}: {cuenta.mensajes} mensajes, el peor {cuenta.peor:.2f} s, {dict(cuenta.estados)}; malas: {len(cuenta.malas)}",
        flush=True,
    )
    for line in cuenta.malas[:20]:
        print(f"    {line}")
    return not cuenta.malas


async def measured(server: Adverso, args: argparse.Namespace) -> bool:
    """Run what was asked for."""
    rights: list[bool] = []
    chosen: dict[str, Callable[[], Awaitable[Cuenta]]] = {
        "fallas": lambda: faults(server, args.paralelo),
        "presupuesto": lambda: budget(server),
        "cortacircuitos": lambda: breaker(server),
        "guardado": lambda: kept(server),
    }
    for name, run in chosen.items():
        if args.solo in (None, name):
            rights.append(told(name, await run()))
    if args.solo in (None, "mentiras"):
        cuenta, ends = await liars(server, args.mensajes, args.semilla)
        rights.append(told("mentiras", cuenta))
        print(f"    {dict(ends)}")
    return all(rights)


def main() -> int:
    """Measure; 0 only if all was right."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("script", type=Path, metavar="RUTA")
    parser.add_argument("--solo", choices=MEASURES)
    parser.add_argument("--mensajes", type=int, default=10_000, help="cuántos leen los modos mentirosos")
    parser.add_argument("--paralelo", type=int, default=50)
    parser.add_argument("--semilla", default="1")
    args = parser.parse_args()
    with LOG.open("w") as log, redirect_stderr(log):
        configure_logs("json")
        try:
            with adverso(args.script) as server:
                right = asyncio.run(measured(server, args))
                alive = hung(server) if args.solo in (None, "cuelgue") else True
                return 0 if right and alive else 1
        finally:
            LOG.unlink()


if __name__ == "__main__":
    sys.exit(main())
