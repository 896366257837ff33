"""Our own conversations beside a model that lies, or is dead: where the rules are sure nothing changes."""

from dataclasses import replace

import pytest

from citas.domain.errors import InterpreterError
from conversations.escena import played
from conversations.guion import Guion, guiones
from fakes import Fakes
from modelos import Mentiroso, Modelo

pytestmark = pytest.mark.ataque

DEAD = Modelo(fault=InterpreterError("conexion", "silencio"))


def liar(fakes: Fakes) -> None:
    """Put one into the world that knows the lock."""
    fakes.world = replace(fakes.world, interpreter=Mentiroso(astuto=True), ia="hibrido")


def dead(fakes: Fakes) -> None:
    """Put one into the world that never answers, and is asked about everything."""
    fakes.world = replace(fakes.world, interpreter=DEAD, ia="llm")


@pytest.mark.parametrize("guion", [pytest.param(one, id=one.id) for one in guiones()])
async def test_in_hibrido_a_liar_changes_no_outcome(guion: Guion) -> None:
    wrong = await played(guion, liar)

    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("guion", [pytest.param(one, id=one.id) for one in guiones()[::5]])
async def test_a_dead_model_changes_no_outcome(guion: Guion) -> None:
    wrong = await played(guion, dead)

    assert not wrong, "\n".join(wrong)
