from dataclasses import replace

import pytest

from builders import SEMANA, at, dia, hex_id, horarios, minutos
from citas.application.bloquear import NewBloqueo, add_bloqueo
from citas.application.book_cita import BookCita, book_cita
from citas.application.claves import hash_key
from citas.application.consent import record_consent
from citas.application.ports import Insert
from citas.application.tenant_draft import ConsentimientoDraft, RecursoDraft, ServicioDraft, TenantDraft
from citas.application.tenants import Created, create_tenant, export_tenant, update_tenant
from citas.domain.catalogo import Contacto, Tenant
from citas.domain.citas import Cita
from citas.domain.clientes import Cliente
from citas.domain.errors import InputError, NotFoundError
from citas.domain.politicas import Politicas
from fakes import Fakes, a_caller, a_world

NOW = at("2025/08/29 08:00")
CORTE = ServicioDraft("corte cabello", 45, "20.000", ("motilada",))
BARBA = ServicioDraft("barba", 30)
ANDRES = RecursoDraft("Andrés", servicios=("corte cabello", "barba"))
CAMILO = RecursoDraft("Camilo")
DRAFT = TenantDraft(
    nombre="Barbería Los Brothers",
    zona_horaria="America/Bogota",
    pais="CO",
    horarios=SEMANA,
    servicios=(CORTE, BARBA),
    recursos=(ANDRES, CAMILO),
    contacto=Contacto("+573001234567"),
    consentimiento=ConsentimientoDraft(acepta=True, nombre="Ana", version="1"),
)


@pytest.fixture
async def fakes() -> Fakes:
    return await a_world(now=NOW)


@pytest.fixture
async def created(fakes: Fakes) -> Created:
    return await create_tenant(fakes.world, DRAFT)


async def updated(fakes: Fakes, created: Created, **changes: object) -> tuple[Tenant, list[str]]:
    draft = replace(DRAFT, **changes)  # type: ignore[arg-type] # the test names fields
    result = await update_tenant(fakes.world, created.tenant.id, draft)
    return result.tenant, list(result.cambios)


async def booked(fakes: Fakes, tenant: Tenant, servicio: int = 0, recurso: int = 0) -> Cita:
    asked = BookCita(
        "Juan",
        None,
        None,
        (tenant.servicios[servicio].id,),
        dia("2025/08/29"),
        minutos("10:00"),
        tenant.recursos[recurso].id,
    )
    return await book_cita(fakes.world, a_caller(tenant), asked)


async def test_a_new_tenant_has_its_catalogue_a_key_and_the_opt_in_of_its_file(
    fakes: Fakes, created: Created
) -> None:
    tenant = (await fakes.stores.of(created.tenant.id).configured()).tenant

    assert tenant == created.tenant
    assert tenant.recursos[0].servicios_id == tuple(servicio.id for servicio in tenant.servicios)
    assert tenant.recursos[1].servicios_id is None
    assert await fakes.stores.operator.clave_by_hash(hash_key(created.api_key)) == created.clave
    consent = (await fakes.stores.of(tenant.id).configured()).consentimiento
    assert consent is not None
    assert (consent.acepta, consent.origen, consent.nombre) == (True, "archivo", "Ana")


async def test_the_same_business_twice_names_the_command_that_updates_it(
    fakes: Fakes, created: Created
) -> None:
    with pytest.raises(InputError) as error:
        await create_tenant(fakes.world, DRAFT)
    assert f"citas tenant actualizar {created.tenant.id}" in error.value.detalle
    assert len(await fakes.stores.operator.tenants()) == 1

    other = await create_tenant(fakes.world, replace(DRAFT, contacto=Contacto("+573000000000")))
    with pytest.raises(InputError):
        await update_tenant(fakes.world, other.tenant.id, DRAFT)


async def test_the_same_file_again_changes_nothing(fakes: Fakes, created: Created) -> None:
    assert await updated(fakes, created) == (created.tenant, [])


async def test_what_keeps_its_name_or_names_the_old_one_keeps_its_id(fakes: Fakes, created: Created) -> None:
    renamed = replace(CORTE, nombre="Corte", antes="Corte  Cabello")
    andres = replace(ANDRES, servicios=("Corte", "barba"))

    changes = {"servicios": (BARBA, renamed), "recursos": (andres, CAMILO)}
    await updated(fakes, created, **changes)
    tenant, _ = await updated(fakes, created, **changes)

    old = created.tenant
    assert [servicio.id for servicio in tenant.servicios] == [old.servicios[1].id, old.servicios[0].id]
    assert tenant.recursos[0].servicios_id == (old.servicios[0].id, old.servicios[1].id)


async def test_what_changed_is_told(fakes: Fakes, created: Created) -> None:
    _, cambios = await updated(
        fakes,
        created,
        direccion="Calle 5",
        horarios=horarios("lunes 08:00-12:00"),
        politicas=Politicas(buffer_minutos=10, confirmar=False),
        servicios=(
            replace(CORTE, minutos=50),
            replace(BARBA, nombre="afeitada", antes="barba"),
            ServicioDraft("cejas", 15),
        ),
        recursos=(CAMILO,),
        consentimiento=ConsentimientoDraft(acepta=True, nombre="Ana", version="2"),
    )

    assert cambios == [
        "dirección: cambió",
        "horarios: cambió",
        "política buffer_minutos: 10 (antes 0)",
        "política confirmar: no (antes sí)",
        "servicio nuevo: cejas",
        "servicio corte cabello: minutos",
        "servicio con otro nombre: barba → afeitada",
        "recurso quitado: Andrés",
        "consentimiento: aceptado, versión 2",
    ]


async def test_an_antes_that_names_nothing_is_refused(fakes: Fakes, created: Created) -> None:
    with pytest.raises(InputError) as error:
        await updated(fakes, created, servicios=(CORTE, BARBA, ServicioDraft("cejas", 15, antes="pestañas")))
    assert error.value.campo == "antes"


async def test_what_live_future_citas_need_is_not_taken_away(fakes: Fakes, created: Created) -> None:
    cita = await booked(fakes, created.tenant, servicio=1)
    without_barba = {
        "servicios": (CORTE,),
        "recursos": (replace(ANDRES, servicios=("corte cabello",)), CAMILO),
    }

    for changes, campo in (
        (without_barba, "servicios"),
        ({"recursos": (CAMILO,)}, "recursos"),
        ({"zona_horaria": "America/Lima"}, "zona_horaria"),
    ):
        with pytest.raises(InputError) as error:
            await updated(fakes, created, **changes)
        assert error.value.campo == campo
    assert (await fakes.stores.of(created.tenant.id).configured()).tenant == created.tenant

    fakes.clock.set(cita.end)
    await updated(fakes, created, **without_barba)
    await updated(fakes, created, servicios=(CORTE,), recursos=(CAMILO,), zona_horaria="America/Lima")
    assert await fakes.stores.of(created.tenant.id).cita(cita.id) == cita


async def test_a_future_bloqueo_keeps_the_zone(fakes: Fakes, created: Created) -> None:
    tenant = created.tenant
    asked = NewBloqueo(tenant.recursos[0].id, dia("2025/08/30"), minutos("10:00"), minutos("11:00"))
    await add_bloqueo(fakes.world, a_caller(tenant), asked)

    with pytest.raises(InputError):
        await updated(fakes, created, zona_horaria="America/Lima")


@pytest.mark.parametrize(
    ("version", "then"),
    [("1", "withdrawn"), ("2", "withdrawn"), ("2.5", "accepted"), ("10", "accepted"), (None, "withdrawn")],
)
async def test_only_a_higher_number_in_the_file_undoes_a_withdrawal(
    fakes: Fakes, created: Created, version: str | None, then: str
) -> None:
    caller = a_caller(created.tenant, "celular")
    await record_consent(fakes.world, caller, acepta=True, version="2", nombre="Ana")
    await record_consent(fakes.world, caller, acepta=False, version=None, nombre=None)

    await updated(
        fakes, created, consentimiento=ConsentimientoDraft(acepta=True, nombre="Ana", version=version)
    )

    consent = (await fakes.stores.of(created.tenant.id).configured()).consentimiento
    assert consent is not None
    assert consent.acepta is (then == "accepted")


async def test_a_text_that_is_no_number_is_never_outdone_by_a_file(fakes: Fakes, created: Created) -> None:
    await record_consent(fakes.world, a_caller(created.tenant), acepta=False, version="agosto", nombre=None)

    await updated(fakes, created, consentimiento=ConsentimientoDraft(acepta=True, nombre="Ana", version="9"))

    consent = (await fakes.stores.of(created.tenant.id).configured()).consentimiento
    assert consent is not None
    assert not consent.acepta


async def test_an_export_holds_all_that_is_stored_and_no_key(fakes: Fakes, created: Created) -> None:
    cita = await booked(fakes, created.tenant)

    exported = [line async for line in export_tenant(fakes.world, created.tenant.id)]

    assert ("tenant", created.tenant) in exported
    assert cita in [document for _, document in exported]
    assert created.api_key not in repr(exported)


async def test_an_export_of_many_pages_holds_everything_once(fakes: Fakes, created: Created) -> None:
    clientes = [Cliente(hex_id(number), 1) for number in range(2001)]
    await fakes.stores.of(created.tenant.id).commit([Insert(cliente) for cliente in clientes], 0)

    exported = [line async for line in export_tenant(fakes.world, created.tenant.id)]

    assert [document for name, document in exported if name == "cliente"] == clientes


async def test_an_unknown_tenant_is_not_found(fakes: Fakes) -> None:
    with pytest.raises(NotFoundError):
        await update_tenant(fakes.world, hex_id(99), DRAFT)
    with pytest.raises(NotFoundError):
        await anext(export_tenant(fakes.world, hex_id(99)))
