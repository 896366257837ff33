import pytest

from citas.application.identity import conversation_key


@pytest.mark.parametrize(
    ("conversation_id", "de", "key"),
    [
        ("chat-1", "Juan", "c:chat-1"),
        (None, "+57 310 987 6543", "t:+573109876543"),
        (None, "310 987 6543", "t:+573109876543"),
        ("", "Juan Pérez", "n:juan perez"),
        (None, "  JUAN   Perez ", "n:juan perez"),
        (None, "112233445566@lid", "n:112233445566@lid"),
    ],
)
def test_a_chat_is_known_by_its_id_else_by_the_phone_or_name_that_it_shows(
    conversation_id: str | None, de: str, key: str
) -> None:
    assert conversation_key(conversation_id, de, "CO") == key
