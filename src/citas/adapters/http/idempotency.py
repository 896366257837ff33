"""Idempotency-Key: the same request twice has one effect and one answer."""

from asyncio import timeout
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from typing import Final, NoReturn, TypeVar

from starlette.responses import Response

from citas.adapters.http.call import JSON, Answer, Call
from citas.adapters.http.codigos import CODIGOS, codigo_of
from citas.adapters.http.problems import RefusalError, answered
from citas.application.ports import Insert, Remove, Replace, Seal, Write, unsealed
from citas.domain.errors import (
    CitasError,
    CitaStateError,
    ConflictError,
    InputError,
    PreconditionError,
    UnavailableError,
)
from citas.domain.mensajes import Idempotencia

T = TypeVar("T")

LEASE_SECONDS: Final = 30
KEPT_SECONDS: Final = 24 * 3600
_ATTEMPTS: Final = 5
_ACCEPTED: Final = 202
_MAX_KEY: Final = 255
_KEPT_STATUSES: Final = (409, 412)
_FRAMING: Final = ("content-length", "content-type")


async def once(
    call: Call, work: Callable[[Seal[T]], Awaitable[T]], render: Callable[[T], Answer]
) -> Response:
    """Do the work and answer, under the request's Idempotency-Key if it has one.

    `work` is given the seal that it must put into the unit which makes its result true. To be called
    once the path's 404 and the form of the body are settled.
    """
    key = _key(call)
    if key is None:
        return render(await work(unsealed)).response()
    reserved = await _reserve(call, key)
    if isinstance(reserved, Response):
        return reserved
    return await _Run(call, reserved).finish(work, render)


def _key(call: Call) -> str | None:
    key = call.header(b"idempotency-key")
    if key is None:
        return None
    if not (1 <= len(key) <= _MAX_KEY and key.isascii() and key.isprintable()):
        raise InputError("Idempotency-Key", "debe tener de 1 a 255 caracteres ASCII visibles")
    return key


async def _reserve(call: Call, key: str) -> Idempotencia | Response:
    """Take the lease, or answer from what is stored."""
    record_id = sha256(f"{call.scope['method']}\n{call.scope['path']}\n{key}".encode()).hexdigest()
    body = sha256(call.raw).hexdigest()
    for _ in range(_ATTEMPTS):
        real = call.world.clock.real()
        stored = await call.door.idempotencia(record_id)
        fresh = Idempotencia(
            id=record_id,
            version=1,
            cuerpo=body,
            lease=real + LEASE_SECONDS,
            borrar_en=real + KEPT_SECONDS,
        )
        write: Write = Insert(fresh)
        if stored is not None:
            if (known := _known(call, stored, body)) is not None:
                return known
            fresh = replace(fresh, version=stored.version + 1)
            write = Replace(fresh)
        try:
            await call.door.commit((write,), call.world.clock.now())
        except ConflictError:
            continue
        return fresh
    raise RefusalError("idempotencia_en_curso")


def _known(call: Call, stored: Idempotencia, body: str) -> Response | None:
    """Answer from the record, unless it is a day old, or its lease ended without an answer."""
    if stored.borrar_en <= call.world.clock.real():
        return None
    if stored.cuerpo != body:
        raise RefusalError("idempotencia_reutilizada")
    if stored.status is not None:
        return _replay(stored, stored.status)
    if stored.lease > call.world.clock.real():
        raise RefusalError("idempotencia_en_curso")
    return None


def _replay(record: Idempotencia, status: int) -> Response:
    headers = dict(record.cabeceras)
    media_type = headers.pop("content-type", JSON)
    body = (record.contenido or "").encode()
    kept = Answer(status, body, tuple(headers.items()), media_type)
    return kept.response({"Idempotent-Replayed": "true"})


@dataclass(slots=True)
class _Run:
    """The work under a lease that is ours, until its record is completed or given back."""

    call: Call
    record: Idempotencia
    done: Answer | None = None

    async def finish(
        self, work: Callable[[Seal[T]], Awaitable[T]], render: Callable[[T], Answer]
    ) -> Response:
        try:
            result = await work(partial(self._seal, render))
        except CitasError as error:
            return await self._failed(error)
        except BaseException:
            await self._give_back()
            raise
        if self.done is None:
            self.done = render(result)
            await self._settle(self.done)
        return self.done.response()

    async def _settle(self, done: Answer) -> None:
        """Keep the answer; one that only says that the work goes on is not kept."""
        if done.status == _ACCEPTED:
            await self._give_back()
        else:
            await self._commit(self._completed(done))

    def _seal(self, render: Callable[[T], Answer], result: T) -> tuple[Write, ...]:
        self.done = render(result)
        return (self._completed(self.done),)

    async def _failed(self, error: CitasError) -> Response:
        if isinstance(error, UnavailableError):
            await self._let_go(error)
        if isinstance(error, ConflictError):
            await self._lost(error)
        codigo = CODIGOS[codigo_of(error)]
        if codigo.regla or codigo.status in _KEPT_STATUSES:
            response = await answered(
                error, self.call.world, self.call.caller.tenant_id, self.call.request_id
            )
            await self._commit(self._completed(_answer_of(response, error)))
            return response
        await self._give_back()
        raise error

    async def _let_go(self, error: UnavailableError) -> NoReturn:
        """Give the lease back, unless the store stays away: whoever asked waited long enough, and it ends by itself."""
        with suppress(TimeoutError):
            async with timeout(self.call.config.lease_patience):
                await self._lost(error)
                await self._give_back()
        raise error

    async def _lost(self, error: CitasError) -> None:
        """Where the lease ended under the work, whoever took it over has the answer."""
        stored = await self.call.door.idempotencia(self.record.id)
        if stored is not None and stored.version != self.record.version:
            raise RefusalError("idempotencia_en_curso") from error

    def _completed(self, done: Answer) -> Write:
        return Replace(
            replace(
                self.record,
                version=self.record.version + 1,
                status=done.status,
                cabeceras=(*done.headers, ("content-type", done.media_type)),
                contenido=done.body.decode(),
                cliente_id=done.cliente_id,
            )
        )

    async def _give_back(self) -> None:
        await self._commit(Remove(self.record))

    async def _commit(self, write: Write) -> None:
        try:
            await self.call.door.commit((write,), self.call.world.clock.now())
        except (ConflictError, UnavailableError):
            # The lease ended and another request has it, or will; the answer stands all the same.
            return


def _answer_of(response: Response, error: CitasError) -> Answer:
    kept = tuple(item for item in response.headers.items() if item[0] not in _FRAMING)
    cita = error.cita if isinstance(error, CitaStateError | PreconditionError) else None
    return Answer(
        response.status_code,
        bytes(response.body),
        kept,
        response.media_type or JSON,
        cita.cliente_id if cita else None,
    )
