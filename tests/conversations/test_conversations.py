"""Our own conversations, played whole in this process: what is answered, and what stays in the agenda."""

import pytest

from conversations.escena import played
from conversations.guion import Guion, guiones


@pytest.mark.parametrize("guion", [pytest.param(one, id=one.id) for one in guiones()])
async def test_the_conversation_ends_as_its_script_says(guion: Guion) -> None:
    wrong = await played(guion)

    assert not wrong, "\n".join(wrong)
