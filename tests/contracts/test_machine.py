"""The same moves on two stores, with two tenants, come to the same: results, documents and agenda."""

import asyncio
import itertools
import tempfile
from collections.abc import Coroutine
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from typing_extensions import override

from builders import a_bloqueo, a_cita, hex_id
from citas.adapters.stores.memory import MemoryStores
from citas.adapters.stores.sqlite import SqliteStores
from citas.application.ports import CitaFilter, Document, Door, Insert, Remove, Replace, Stores, Write
from citas.domain.citas import Bloqueo, Cita
from citas.domain.errors import CitasError
from muestreo import examples
from store_scenes import (
    CHAT,
    NOW,
    a_cliente,
    a_consentimiento,
    a_conversacion,
    a_gasto,
    a_hold,
    a_mensaje,
    a_salida,
    a_trabajo,
    an_aviso,
    an_idempotencia,
    newer,
)

T = TypeVar("T")

ids = st.integers(1, 5).map(hex_id)
recursos = st.sampled_from([hex_id(0xA1), hex_id(0xA2)])
whens = st.integers(0, 11).map(lambda step: f"2025/08/29 10:{5 * step:02d}")
lengths = st.sampled_from([5, 15, 45])
soon = st.integers(NOW, NOW + 40)
perhaps_soon = st.none() | soon
telefonos = st.sampled_from([None, "+573000000001", "+573000000002"])
clientes = st.integers(1, 3).map(lambda n: hex_id(0xC0 + n))
tenants = st.integers(0, 1)

documents: st.SearchStrategy[Document] = st.one_of(
    st.builds(a_cita, whens, lengths, id=ids, recurso_id=recursos, cliente_id=clientes),
    st.builds(a_hold, whens, lengths, id=ids, expira=soon, borrar_en=perhaps_soon, cliente_id=clientes),
    st.builds(a_bloqueo, whens, lengths, id=ids.map(lambda one: "b" + one[1:]), recurso_id=recursos),
    st.builds(a_cliente, id=clientes, telefono=telefonos),
    st.builds(a_conversacion, id=ids, cliente_id=clientes, borrar_en=perhaps_soon),
    st.builds(a_mensaje, id=ids, cliente_id=clientes, borrar_en=perhaps_soon, cadena=st.just(CHAT)),
    st.builds(a_trabajo, id=ids, conversacion=ids, lease=soon, recibido=soon, borrar_en=perhaps_soon),
    st.builds(a_gasto, nanos=st.integers(0, 9)),
    st.builds(a_salida, id=ids, cliente_id=clientes, caduca=soon, libre_en=soon, borrar_en=perhaps_soon),
    st.builds(an_aviso, id=ids, cliente_id=clientes, cita_id=ids, borrar_en=perhaps_soon),
    st.builds(an_idempotencia, id=ids, cliente_id=clientes, borrar_en=soon),
    st.builds(a_consentimiento),
)


@st.composite
def changes(draw: st.DrawFn) -> tuple[str, int, Document, int]:
    """How, which of the stored documents, with what content, and how far from the right version."""
    how = draw(st.sampled_from(["insert", "insert", "replace", "replace", "remove"]))
    return how, draw(st.integers(0, 50)), draw(documents), draw(st.sampled_from([0, 0, 0, 0, 1]))


class TwoStores(RuleBasedStateMachine):
    numbers = itertools.count()

    @initialize()
    def open_stores(self) -> None:
        self.runner = asyncio.Runner()
        self.folder = tempfile.TemporaryDirectory()
        self.stores: tuple[Stores, Stores] = (
            MemoryStores(),
            SqliteStores(Path(self.folder.name) / "citas.db"),
        )
        self.now = NOW
        for stores in self.stores:
            self.run(stores.start())

    @override
    def teardown(self) -> None:
        if hasattr(self, "runner"):
            for stores in self.stores:
                self.run(stores.close())
            self.runner.close()
            self.folder.cleanup()

    def run(self, work: Coroutine[object, object, T]) -> T:
        return self.runner.run(work)

    def doors(self, tenant: int) -> list[Door]:
        return [stores.of(hex_id(tenant)) for stores in self.stores]

    @rule(tenant=tenants, changes=st.lists(changes(), min_size=1, max_size=4))
    def commit(self, tenant: int, changes: list[tuple[str, int, Document, int]]) -> None:
        stored = [document for _, document in self.run(self.doors(tenant)[0].export())]
        unit = [self.write(stored, *change) for change in changes]
        memory, sqlite = (self.run(self.outcome(door, unit)) for door in self.doors(tenant))
        assert memory == sqlite

    def write(self, stored: list[Document], how: str, which: int, new: Document, skew: int) -> Write:
        if how == "insert" or not stored:
            return Insert(new)
        old = stored[which % len(stored)]
        if how == "remove":
            return Remove(replace(old, version=old.version + skew))
        return Replace(newer(self.changed(old, new), version=old.version + 1 + skew))

    def changed(self, old: Document, new: Document) -> Document:
        if isinstance(old, Cita) and isinstance(new, Cita):
            return replace(new, id=old.id)
        if isinstance(old, Bloqueo) and isinstance(new, Bloqueo):
            return replace(new, id=old.id)
        if isinstance(old, Cita):
            return replace(old, estado="cancelada", slots=())
        return replace(new, id=old.id) if type(old) is type(new) else old

    async def outcome(self, door: Door, unit: list[Write]) -> object:
        try:
            await door.commit(unit, self.now)
        except CitasError as error:
            return type(error)
        return None

    @rule(seconds=st.integers(1, 20))
    def time_passes(self, seconds: int) -> None:
        self.now += seconds

    @rule(tenant=tenants)
    def purge(self, tenant: int) -> None:
        memory, sqlite = (self.run(door.purge(self.now)) for door in self.doors(tenant))
        assert memory == sqlite

    @rule(tenant=tenants, cliente_id=clientes)
    def forget(self, tenant: int, cliente_id: str) -> None:
        for door in self.doors(tenant):
            self.run(door.forget(cliente_id, self.now))

    @invariant()
    def both_hold_the_same(self) -> None:
        for tenant in (0, 1):
            memory, sqlite = (self.run(self.seen(door)) for door in self.doors(tenant))
            assert memory == sqlite
        memory_due, sqlite_due = (set(self.run(stores.operator.due(self.now))) for stores in self.stores)
        assert memory_due == sqlite_due

    async def seen(self, door: Door) -> list[object]:
        """Ask all that has an order of its own, and the rest as a set."""
        return [
            await door.export(),
            await door.export(after=("cliente", ""), limit=3),
            await door.ocupaciones(NOW, NOW + 10**6),
            await door.citas(CitaFilter(NOW, limit=3)),
            await door.bloqueos(NOW, NOW + 10**6),
            await door.cadena(CHAT),
            await door.salidas_of(CHAT),
            await door.salidas_due(self.now),
            await door.expired_salidas(self.now),
            await door.expired_holds(self.now),
            await door.unfinished(self.now),
            await door.avisos(),
            [await door.cliente_by_telefono(f"+57300000000{n}") for n in (1, 2)],
            [await door.citas_of(hex_id(0xC0 + n), NOW) for n in (1, 2, 3)],
        ]

    @invariant()
    def no_atom_has_two_holders(self) -> None:
        for tenant in (0, 1):
            found = self.run(self.doors(tenant)[1].export())
            atoms = [slot for _, d in found if isinstance(d, Cita | Bloqueo) for slot in d.slots]
            assert len(atoms) == len(set(atoms))


TestTwoStores = TwoStores.TestCase
TestTwoStores.settings = settings(
    max_examples=examples(25),
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
