"""A server of chat completions on a Unix socket that misbehaves as it is told, and remembers what it was asked."""

import asyncio
import gzip
import json
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx2

from citas.adapters.llm.cliente import Cliente
from citas.adapters.llm.interprete import ChatInterpreter, Modelo
from citas.application.ports import Clock

Json = Mapping[str, object]
Conduct = Callable[[asyncio.StreamWriter, str], Awaitable[None]]

NADA = {"valor": None, "evidencia": None}
NINGUNO = {"id": None, "evidencia": None}
INTENCION = {
    "contrato": "intencion.1",
    "intencion": "agendar",
    "evidencia": "quiero un corte",
    "otra_lectura": None,
}
EXTRACCION = {
    "contrato": "extraccion.1",
    "servicio": NINGUNO,
    "fecha": NADA,
    "hora": NADA,
    "cita": NINGUNO,
    "ambiguedades": [],
}
RESPUESTA = {
    "contrato": "respuesta.1",
    "situacion": "confirmar_propuesta",
    "texto": "¡Claro que sí! Tenemos {{servicio}} {{fecha}} a {{hora}}.",
}


def sobre(content: object, *, finish: str = "stop", usage: object = None, **message: object) -> bytes:
    """Return the envelope around a content."""
    text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
    choice = {
        "index": 0,
        "message": {"role": "assistant", "content": text, **message},
        "finish_reason": finish,
    }
    told = {"prompt_tokens": 400, "completion_tokens": 40} if usage is None else usage
    return json.dumps({"choices": [choice], "usage": told}).encode()


def http(
    body: bytes, status: str = "200 OK", headers: Mapping[str, str] | None = None, length: int | None = None
) -> bytes:
    """Return a whole HTTP answer; `length` may lie."""
    fields = {
        "Content-Type": "application/json",
        "Content-Length": str(len(body) if length is None else length),
    }
    lines = [
        f"HTTP/1.1 {status}",
        *(f"{name}: {value}" for name, value in {**fields, **(headers or {})}.items()),
    ]
    return "\r\n".join((*lines, "", "")).encode() + body


def sends(raw: bytes, *, hang_up: bool = False) -> Conduct:
    """Answer with these bytes."""

    async def conduct(writer: asyncio.StreamWriter, _content: str) -> None:
        writer.write(raw)
        await writer.drain()
        if hang_up:
            writer.close()

    return conduct


def says(*, finish: str = "stop", usage: object = None, **message: object) -> Conduct:
    """Answer with the content that was planned, in an envelope like this."""

    async def conduct(writer: asyncio.StreamWriter, content: str) -> None:
        await sends(http(sobre(content, finish=finish, usage=usage, **message)))(writer, content)

    return conduct


def turned(change: Callable[[str], str]) -> Conduct:
    """Answer with the content, spoilt."""

    async def conduct(writer: asyncio.StreamWriter, content: str) -> None:
        await sends(http(sobre(change(content))))(writer, content)

    return conduct


def encoded(change: Callable[[bytes], bytes], headers: Mapping[str, str] | None = None) -> Conduct:
    """Answer with the envelope's bytes, spoilt."""

    async def conduct(writer: asyncio.StreamWriter, content: str) -> None:
        body = change(json.dumps(json.loads(sobre(content)), ensure_ascii=False).encode())
        await sends(http(body, headers=headers))(writer, content)

    return conduct


async def hangs(_writer: asyncio.StreamWriter, _content: str) -> None:
    """Never answer."""
    await asyncio.Event().wait()


async def resets(writer: asyncio.StreamWriter, _content: str) -> None:
    """Hang up."""
    writer.transport.abort()


def drips(head: int) -> Conduct:
    """Send `head` bytes, and then one byte whenever the other side would think that something comes."""

    async def conduct(writer: asyncio.StreamWriter, content: str) -> None:
        raw, loop = http(sobre(content)), asyncio.get_running_loop()
        writer.write(raw[:head])
        for byte in raw[head:]:
            writer.write(bytes((byte,)))
            await writer.drain()
            turn: asyncio.Future[None] = loop.create_future()
            loop.call_later(0.02, turn.set_result, None)
            await turn

    return conduct


@dataclass
class ModeloFalso:
    """What it is told to answer to each step, and what it was asked. `conduct` names a step, or "" for all."""

    contents: dict[str, object] = field(
        default_factory=lambda: {"intencion": INTENCION, "extraccion": EXTRACCION, "respuesta": RESPUESTA}
    )
    conduct: dict[str, list[Conduct]] = field(default_factory=dict)
    asked: list[Json] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    def steps(self) -> list[str]:
        """Return the steps that were asked for, in order."""
        return [step_of(body) for body in self.asked]

    def does(self, *conducts: Conduct, step: str = "") -> None:
        """Behave so, one after another; the last one for good."""
        self.conduct[step] = list(conducts)

    def _next(self, step: str) -> Conduct:
        planned = self.conduct.get(step) or self.conduct.get("")
        if not planned:
            return says()
        return planned[0] if len(planned) == 1 else planned.pop(0)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer the requests of one connection."""
        try:
            while await self._one(reader, writer):
                pass
        except (ConnectionError, asyncio.IncompleteReadError):
            return
        finally:
            writer.close()

    async def _one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        fields = dict(line.lower().split(": ", 1) for line in head[1:] if ": " in line)
        body = json.loads(await reader.readexactly(int(fields["content-length"])))
        self.asked.append(body)
        self.headers.append(fields)
        step = step_of(body)
        await self._next(step)(writer, json.dumps(self.contents[step], ensure_ascii=False))
        return not writer.is_closing()


def step_of(body: Json) -> str:
    """Return the step of a request, by the contract that its prompt names."""
    text = json.dumps(body)
    return next(step for step in ("intencion", "extraccion", "respuesta") if f"{step}.1" in text)


@dataclass(frozen=True)
class Enchufe:
    """A server and how it is reached."""

    falso: ModeloFalso
    socket: str

    def interpreter(self, clock: Clock, modelo: Modelo | None = None) -> ChatInterpreter:
        """Make an interpreter that is connected to it."""
        modelo = modelo or Modelo("http://modelo.example/v1", "chico", api_key="clave", precios=(0.1, 0.4))
        transport = httpx2.AsyncHTTPTransport(uds=self.socket)
        return ChatInterpreter(
            modelo, clock, Cliente(modelo.base_url, modelo.api_key, modelo.acceso, transport)
        )


@asynccontextmanager
async def enchufado() -> AsyncIterator[Enchufe]:
    """Run a server on a socket of its own."""
    falso = ModeloFalso()
    with tempfile.TemporaryDirectory(prefix="llm") as folder:
        path = str(Path(folder) / "s")
        server = await asyncio.start_unix_server(falso.serve, path)
        try:
            yield Enchufe(falso, path)
        finally:
            server.close()


BOMB = gzip.compress(b" " * 4_000_000)
_PLAIN = '"evidencia": '

# What a provider can do wrong → the code by which the house calls it.
FALLOS: Mapping[str, tuple[Conduct, str]] = {
    "hangs": (hangs, "plazo"),
    "drips_headers": (drips(0), "plazo"),
    "drips_body": (drips(140), "plazo"),
    "hangs_up": (resets, "conexion"),
    "body_cut_short": (sends(http(b'{"choices": [', length=900), hang_up=True), "conexion"),
    "empty_body": (sends(http(b"")), "no_es_el_protocolo"),
    "html": (sends(http(b"<html>hola</html>")), "no_es_el_protocolo"),
    "error_with_200": (sends(http(b'{"error": {"code": "x"}}')), "error_en_200"),
    "redirect": (sends(http(b"", "307 Temporary Redirect", {"Location": "http://otro.example/"})), "redireccion"),
    "gzip_bomb": (sends(http(BOMB, headers={"Content-Encoding": "gzip"})), "comprimido"),
    "huge": (turned(lambda content: content + " " * 70_000), "demasiado_grande"),
    "http_400": (sends(http(b"{}", "400 Bad Request")), "http_400"),
    "http_401": (sends(http(b"{}", "401 Unauthorized")), "http_401"),
    "http_404": (sends(http(b"{}", "404 Not Found")), "http_404"),
    "http_408": (sends(http(b"{}", "408 Request Timeout")), "http_408"),
    "http_418": (sends(http(b"{}", "418 I'm a teapot")), "http_otro"),
    "http_429": (sends(http(b"{}", "429 Too Many Requests")), "http_429"),
    "quota": (sends(http(b'{"error": {"code": "insufficient_quota"}}', "429 Too Many Requests")), "cuota"),
    "http_500": (sends(http(b"x" * 90_000, "500 Internal Server Error")), "http_500"),
    "http_503": (sends(http(b"{}", "503 Service Unavailable", {"Retry-After": "20"})), "http_503"),
    "no_choices": (sends(http(b'{"usage": {}}')), "opciones"),
    "two_choices": (sends(http(b'{"choices": [{}, {}]}')), "opciones"),
    "choice_without_message": (sends(http(b'{"choices": [{"finish_reason": "stop"}]}')), "sobre"),
    "list_envelope": (sends(http(b"[]")), "no_es_el_protocolo"),
    "refusal": (says(refusal="No puedo ayudar"), "negativa"),
    "filtered": (says(finish="content_filter"), "negativa"),
    "cut_at_the_limit": (says(finish="length"), "sin_terminar"),
    "tool_call": (says(tool_calls=[{"id": "1"}]), "sin_contenido"),
    "blank": (turned(lambda _: "  \n "), "sin_contenido"),
    "prose": (turned(lambda content: f"Claro, aquí está: {content}"), "no_es_json"),
    "fenced": (turned(lambda content: f"```json\n{content}\n```"), "no_es_json"),
    "twice": (turned(lambda content: content * 2), "no_es_json"),
    "single_quotes": (turned(lambda content: content.replace('"', "'")), "no_es_json"),
    "trailing_comma": (turned(lambda content: f"{content[:-1]},}}"), "no_es_json"),
    "byte_order_mark": (turned(lambda content: f"\ufeff{content}"), "no_es_json"),
    "raw_control": (turned(lambda content: content.replace('"contrato"', '"cont\x01rato"')), "no_es_json"),
    "nan": (turned(lambda content: f'{content[:-1]}, "x": NaN}}'), "nan"),
    "twin_keys": (turned(lambda content: f'{content[:-1]}, "contrato": "otro"}}'), "clave_repetida"),
    "deep": (turned(lambda _: "[" * 20_000), "demasiado_hondo"),
    "string_of_json": (turned(json.dumps), "tipo"),
    "list": (turned(lambda content: f"[{content}]"), "tipo"),
    "bare_word": (turned(lambda _: "true"), "tipo"),
    "more_keys": (turned(lambda content: f'{content[:-1]}, "precio": 3}}'), "clave_de_mas"),
    "less_keys": (turned(lambda _: "{}"), "falta_clave"),
    "other_contract": (turned(lambda content: content.replace('.1"', '.2"')), "fuera_de_lista"),
    "zero_width": (turned(lambda content: content.replace("contrato", "contra\u200bto")), "caracteres"),
    "half_a_character": (turned(lambda content: content.replace("contrato", "\\ud800")), "caracteres"),
    "nul": (turned(lambda content: content.replace("contrato", "\\u0000")), "caracteres"),
    "latin_1": (encoded(lambda body: body.decode().replace("stop", "ñ").encode("latin-1")), "codificacion"),
    "utf_16": (encoded(lambda body: body.decode().encode("utf-16")), "codificacion"),
}  # fmt: skip  # packed, to be read at a glance
