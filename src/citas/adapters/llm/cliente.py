"""One POST: a total deadline, a limit of bytes, no redirects, no decoding; every fault has a name."""

import asyncio
import ssl
from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

import httpx2

from citas.adapters.llm.proveedores import Acceso
from citas.domain.errors import InterpreterError

MOST_BYTES = 64 * 1024
_CONFIGURATION = frozenset({400, 401, 403, 404, 405, 413, 422})
_OK = 200
_TIMEOUT, _TOO_MANY = 408, 429
_REDIRECT, _BAD, _BROKEN = 300, 400, 500
_QUOTA = b"insufficient_quota"


@dataclass(eq=False)
class WireError(Exception):
    """Nothing usable came. `again`: a second try may well find it; `quiet`: seconds to leave it alone.

    `spent`: it may have been worked on, and charged.
    """

    error: InterpreterError
    again: bool = False
    quiet: float = 0.0
    spent: bool = False


def endpoint_of(base_url: str) -> str:
    """Return where completions are asked for; a query in the address stays (Azure's api-version)."""
    parts = urlsplit(base_url)
    return urlunsplit(parts._replace(path=f"{parts.path.rstrip('/')}/chat/completions"))


class Cliente:
    """The connections to one endpoint."""

    def __init__(
        self,
        base_url: str,
        api_key: str | None,
        acceso: Acceso,
        transport: httpx2.AsyncBaseTransport | None = None,
    ) -> None:
        self._url = endpoint_of(base_url)
        headers = {"Content-Type": "application/json", "Accept-Encoding": "identity", "User-Agent": "citas"}
        if api_key:
            headers |= {"api-key": api_key} if acceso == "api-key" else {"Authorization": f"Bearer {api_key}"}
        self._headers, self._transport = headers, transport
        self._client: httpx2.AsyncClient | None = None

    async def post(self, body: bytes, seconds: float) -> bytes:
        """Return the body of a 200. Raises WireError, within `seconds` whatever the other side does."""
        try:
            async with asyncio.timeout(seconds):
                return await self._post(body)
        except TimeoutError:
            raise WireError(InterpreterError("plazo", "silencio"), spent=True) from None
        except (httpx2.HTTPError, httpx2.InvalidURL, httpx2.StreamError, OSError, ssl.SSLError) as error:
            raise _transport(error) from None

    async def _post(self, body: bytes) -> bytes:
        async with self._opened().stream("POST", self._url, content=body) as response:
            if response.status_code != _OK:
                raise _refusal(response, await _read(response, lenient=True))
            if response.headers.get("content-encoding", "identity") != "identity":
                raise WireError(InterpreterError("comprimido", "silencio"), spent=True)
            return await _read(response)

    def _opened(self) -> httpx2.AsyncClient:
        if self._client is None:
            self._client = httpx2.AsyncClient(
                headers=self._headers,
                timeout=None,  # the deadline is total, and stands around the whole call
                follow_redirects=False,
                trust_env=False,
                transport=self._transport,
            )
        return self._client

    async def close(self) -> None:
        """Let go of the connections."""
        client, self._client = self._client, None
        if client is not None:
            await client.aclose()


async def _read(response: httpx2.Response, *, lenient: bool = False) -> bytes:
    read = bytearray()
    async for chunk in response.aiter_raw():
        read += chunk
        if len(read) > MOST_BYTES:
            if lenient:
                return bytes(read[:MOST_BYTES])
            raise WireError(InterpreterError("demasiado_grande", "silencio"), spent=True)
    return bytes(read)


def _transport(error: Exception) -> WireError:
    """A fault of the connection: where nothing was sent nothing is charged, and a second try is cheap."""
    unsent = isinstance(error, httpx2.ConnectError)
    return WireError(InterpreterError("conexion", "silencio"), again=True, spent=not unsent)


def _refusal(response: httpx2.Response, body: bytes) -> WireError:
    status = response.status_code
    if status in _CONFIGURATION:
        return WireError(InterpreterError(f"http_{status}", "configuracion"))
    if status == _TOO_MANY:
        return _too_many(response, body)
    if _REDIRECT <= status < _BAD:
        return WireError(InterpreterError("redireccion", "silencio"))
    again = status >= _BROKEN or status == _TIMEOUT
    codigo = f"http_{status}" if again else "http_otro"
    return WireError(InterpreterError(codigo, "silencio"), again=again, quiet=_retry_after(response))


def _too_many(response: httpx2.Response, body: bytes) -> WireError:
    if _QUOTA in body:
        return WireError(InterpreterError("cuota", "silencio"), quiet=3600.0)
    wait = _retry_after(response)
    return WireError(InterpreterError("http_429", "silencio"), again=True, quiet=wait)


def _retry_after(response: httpx2.Response) -> float:
    said = response.headers.get("retry-after", "")
    return min(float(said), 3600.0) if said.isascii() and said.isdigit() else 0.0
