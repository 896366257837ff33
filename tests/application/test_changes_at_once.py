"""Several want to change one cita at once: the owner by the version that was seen, the cliente by mensaje."""

from collections.abc import AsyncIterator
from itertools import combinations_with_replacement
from pathlib import Path

import pytest

from builders import a_tenant, at, horarios, minutos
from chat import given
from citas.application.cancel_cita import cancel_cita
from citas.application.entrante import Entrante, Linea
from citas.application.handle_mensaje import handle_mensaje
from citas.application.move_cita import MoveCita, move_cita
from citas.domain.citas import Cita
from citas.domain.errors import CitaStateError, PreconditionError
from citas.domain.politicas import Politicas
from fakes import a_caller, at_once
from rivals import Arena, arena

NOW = at("2025/08/29 08:00")
DAY = "2025/09/01"
TENANT = a_tenant(
    Politicas(confirmar=False, cancelacion_min_horas=0), horarios=horarios("lunes-domingo 08:00-24:00")
)


@pytest.fixture(params=["turns", "file"])
async def scene(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Arena]:
    async with arena(request.param, TENANT, NOW, tmp_path) as made:
        yield made


CHANGES = ("owner moves", "owner cancels", "cliente moves", "cliente cancels")


async def changed(scene: Arena, cita: Cita, how: str, n: int) -> bool:
    """Change the cita, as version 1 was seen; tell whether that was done."""
    world, hora = scene.processes[n % len(scene.processes)].world, minutos(f"15:{15 * n:02d}")
    if how.startswith("cliente"):
        text = (
            "cancele mi cita"
            if how == "cliente cancels"
            else f"cambie mi cita para el 1/9 a las 15:{15 * n:02d}"
        )
        entrante = Entrante("+57 310 987 6543", (Linea(text, scene.fakes.clock.now_ms() + n),))
        answer = await handle_mensaje(world, a_caller(TENANT), entrante)
        return answer["estado"] in ("reprogramada", "cancelada")
    try:
        if how == "owner cancels":
            await cancel_cita(world, a_caller(TENANT), cita.id, 1, None)
        else:
            await move_cita(world, a_caller(TENANT), MoveCita(cita.id, 1, minutos=hora))
    except (PreconditionError, CitaStateError):
        return False
    return True


@pytest.mark.parametrize(("one", "other"), list(combinations_with_replacement(CHANGES, 2)))
async def test_changes_of_one_cita_at_once_are_done_one_after_another(
    scene: Arena, one: str, other: str
) -> None:
    cita = await given(scene.fakes, TENANT, f"{DAY} 22:00", recurso="Andrés")

    done = [
        result is True
        for result in await at_once(*(changed(scene, cita, how, n) for n, how in enumerate((one, other) * 2)))
    ]

    by_owner = [
        how for how, did in zip((one, other) * 2, done, strict=True) if did and how.startswith("owner")
    ]
    now = await scene.fakes.stores.of(TENANT.id).cita(cita.id)
    assert now is not None
    assert now.version == 1 + done.count(True)
    assert len(by_owner) <= 1
    assert (now.estado == "cancelada") == (not now.slots) == (not await scene.standing())
