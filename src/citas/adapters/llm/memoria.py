"""What was answered to the same question of the same business on the same day. Failures are not remembered."""

import hashlib
from collections import OrderedDict

MOST = 512


class Memoria:
    """The answers used last, by the hash of all that decided them; no question is kept."""

    def __init__(self) -> None:
        self._answers: OrderedDict[str, str] = OrderedDict()

    def key(self, tenant_id: str, dia: str, body: bytes) -> str:
        """Name a question: the body holds template, lists, model and text."""
        return hashlib.sha256(b"\n".join((tenant_id.encode(), dia.encode(), body))).hexdigest()

    def get(self, key: str) -> str | None:
        """Return the content that was answered."""
        found = self._answers.get(key)
        if found is not None:
            self._answers.move_to_end(key)
        return found

    def keep(self, key: str, content: str) -> None:
        """Remember a content that was valid."""
        self._answers[key] = content
        if len(self._answers) > MOST:
            self._answers.popitem(last=False)
