"""A tenant file, read whole: a draft without a flaw, or every problem with its line and remedy."""

from citas.adapters.cli.tenant_catalogo import recursos, servicios, unserved
from citas.adapters.cli.tenant_fields import Campo, Ficha, Read, boolean, choice, text, texts
from citas.adapters.cli.tenant_formats import correo, direccion, meta_id, telefono, variable, version, zona
from citas.adapters.cli.tenant_formats import pais as pais_iso
from citas.adapters.cli.tenant_horarios import excepciones, horarios
from citas.adapters.cli.tenant_nodes import Problema, TenantFileError, read_nodes
from citas.adapters.cli.tenant_politicas import politicas
from citas.application.tenant_draft import ConsentimientoDraft, RecursoDraft, ServicioDraft, TenantDraft
from citas.domain.catalogo import Cloud, Contacto, ModoIA, Responsable
from citas.domain.horarios import Horarios
from citas.domain.politicas import Politicas

_MODOS: dict[str, ModoIA] = {"reglas": "reglas", "llm": "llm", "hibrido": "hibrido"}
_CLOSED: Horarios = ((), (), (), (), (), (), ())


def parse_tenant(content: bytes) -> TenantDraft:
    """Read a tenant file. Raises TenantFileError with all that is wrong, by line."""
    problemas: list[Problema] = []
    draft = _tenant(Ficha(Campo("", read_nodes(content), problemas)))
    if problemas:
        raise TenantFileError(tuple(sorted(set(problemas))))
    return draft


def _tenant(ficha: Ficha) -> TenantDraft:
    nombre = ficha.need("nombre", text, "Barbería Los Brothers")
    zona_horaria = ficha.need("zona_horaria", zona, "America/Bogota")
    pais = ficha.need("pais", pais_iso, "CO")
    semana = ficha.need("horarios", _open_week, '{lunes-viernes: ["08:00-18:00"]}')
    todos, gente = _catalogo(ficha)
    draft = TenantDraft(
        nombre=nombre or "",
        zona_horaria=zona_horaria or "",
        pais=pais or "",
        horarios=semana or _CLOSED,
        servicios=todos,
        recursos=gente,
        rubro=ficha.get("rubro", text),
        direccion=ficha.get("direccion", direccion),
        contacto=ficha.get("contacto", _contacto(pais)) or Contacto(),
        responsable=ficha.get("responsable", _responsable) or Responsable(),
        consentimiento=ficha.get("consentimiento", _consentimiento),
        excepciones=ficha.get("excepciones", excepciones) or (),
        politicas=ficha.get("politicas", politicas) or Politicas(),
        excluidos=ficha.get("excluidos", texts) or (),
        ia=_MODOS.get(ficha.get("ia", choice(*_MODOS)) or ""),
        cloud=ficha.get("cloud", _cloud),
    )
    ficha.close()
    return draft


def _catalogo(ficha: Ficha) -> tuple[tuple[ServicioDraft, ...], tuple[RecursoDraft, ...]]:
    todos = ficha.get("servicios", servicios) or ()
    gente = ficha.get("recursos", recursos(todos)) or ()
    if not todos:
        ficha.campo.reject(
            "falta al menos un servicio",
            'agregue «servicios» con uno: [{NombreServicio: corte, Duración: 45, Precio: "20.000"}]',
        )
    if not gente:
        ficha.campo.reject("falta al menos un recurso", "agregue «recursos» con uno: [{nombre: Andrés}]")
    else:
        unserved(todos, gente)
    return tuple(servicio for servicio, _ in todos), gente


def _open_week(campo: Campo) -> Horarios | None:
    before = len(campo.problemas)
    week = horarios(campo)
    if week == _CLOSED and len(campo.problemas) == before:
        campo.reject("no abre ningún día", 'escriba al menos uno: {lunes-viernes: ["08:00-18:00"]}')
    return week


def _contacto(pais: str | None) -> Read[Contacto]:
    def read(campo: Campo) -> Contacto | None:
        ficha = Ficha(campo)
        contacto = Contacto(
            telefono=ficha.get("telefono", telefono(pais)),
            email=ficha.get("email", correo),
            whatsapp=ficha.get("whatsapp", text),
            redes_sociales=ficha.get("redesSociales", texts) or (),
        )
        ficha.close()
        return contacto

    return read


def _responsable(campo: Campo) -> Responsable | None:
    ficha = Ficha(campo)
    responsable = Responsable(
        nombre=ficha.get("nombre", text),
        domicilio=ficha.get("domicilio", text),
        correo=ficha.get("correo", correo),
    )
    ficha.close()
    return responsable


def _consentimiento(campo: Campo) -> ConsentimientoDraft | None:
    ficha = Ficha(campo)
    acepta = ficha.need("acepta", boolean, "true")
    nombre, number = ficha.get("nombre", text), ficha.get("version", version)
    ficha.close()
    return None if acepta is None else ConsentimientoDraft(acepta, nombre, number)


def _cloud(campo: Campo) -> Cloud | None:
    ficha = Ficha(campo)
    number = ficha.need("phone_number_id", meta_id, '"105512345678901"')
    token_env = ficha.need("token_env", variable, "CITAS_CLOUD_TOKEN_MINEGOCIO")
    ficha.close()
    return Cloud(number, token_env) if number and token_env else None
