"""The text of a tenant file as a tree in which every scalar keeps its text and its line."""

import json
from dataclasses import dataclass
from itertools import count

import yaml

MAX_BYTES = 1_048_576
MAX_DEPTH = 12
MAX_NODES = 20_000

_STANDARD = "tag:yaml.org,2002:"


@dataclass(frozen=True, slots=True)
class Texto:
    """A scalar, as the text that stands there. `nulo`: JSON's or YAML's null, or nothing at all.

    `cola`: what follows on its line, where no quotes end it.
    """

    linea: int
    texto: str
    nulo: bool = False
    cola: str = ""


@dataclass(frozen=True, slots=True)
class Lista:
    """A sequence."""

    linea: int
    nodos: "tuple[Nodo, ...]"


@dataclass(frozen=True, slots=True)
class Mapa:
    """A mapping, in the order of the file; keys may still repeat."""

    linea: int
    pares: "tuple[tuple[Texto, Nodo], ...]"


Nodo = Texto | Lista | Mapa


@dataclass(frozen=True, slots=True, order=True)
class Problema:
    """One thing that is wrong with the file: where, what, and what to write instead."""

    linea: int
    que: str
    remedio: str

    def spell(self) -> str:
        """Say it in one line."""
        return f"línea {self.linea}: {self.que}; {self.remedio}"


class TenantFileError(Exception):
    """The file cannot be used; `problemas` are all that was found, by line."""

    def __init__(self, problemas: tuple[Problema, ...]) -> None:
        super().__init__("\n".join(problema.spell() for problema in problemas))
        self.problemas = problemas


def read_nodes(content: bytes) -> Nodo:
    """Read YAML or JSON. Raises TenantFileError for what is neither."""
    text = _decode(content)
    if text.lstrip().startswith(("{", "[")) and _is_json(text):
        # Valid JSON has tabs between its tokens only, where YAML wants blanks.
        return _compose(text.replace("\t", " "))
    return _compose(text)


def _decode(content: bytes) -> str:
    if len(content) > MAX_BYTES:
        raise _refuse(1, "el archivo pasa de 1 MiB", "deje sólo los datos del negocio")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as exc:
        linea = content.count(b"\n", 0, exc.start) + 1
        raise _refuse(
            linea, "hay letras que no están en UTF-8", "guarde el archivo con la codificación UTF-8"
        ) from exc


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _compose(text: str) -> Nodo:
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as exc:
        raise _syntax(exc) from exc
    except yaml.reader.ReaderError as exc:
        linea = text.count("\n", 0, exc.position) + 1
        que = f"hay un carácter que no se puede leer (U+{int(exc.character):04X})"
        raise _refuse(linea, que, "bórrelo") from exc
    except RecursionError as exc:
        raise _refuse(1, "hay demasiados niveles, unos dentro de otros", "deje los del ejemplo") from exc
    if root is None:
        raise _refuse(1, "el archivo está vacío", "empiece por el ejemplo: examples/barberia.yaml")
    return _Converter(text).convert(root)


def _syntax(exc: yaml.MarkedYAMLError) -> TenantFileError:
    mark = exc.problem_mark or exc.context_mark
    linea = mark.line + 1 if mark else 1
    columna = mark.column + 1 if mark else 1
    problem = exc.problem or ""
    if "\\t" in problem:
        return _refuse(linea, "hay un tabulador al comienzo", "use espacios para sangrar")
    if "undefined alias" in problem:
        return _refuse(
            linea, "un «*» nombra algo que no existe", "ponga entre comillas el texto que empieza por *"
        )
    if "expected a single document" in (exc.context or ""):
        return _refuse(linea, "hay dos documentos en un archivo", "deje uno y quite la línea «---»")
    que = f"esto no se puede leer como YAML ni como JSON (columna {columna})"
    return _refuse(
        linea, que, "revise sangría, comas, llaves y comillas; un texto con «: » o «#» va entre comillas"
    )


class _Converter:
    """Turns YAML's graph into a tree, and stops where aliases would make it grow without end."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._made = count(1)

    def convert(self, node: yaml.Node, depth: int = 0) -> Nodo:
        linea = node.start_mark.line + 1
        if depth > MAX_DEPTH or next(self._made) > MAX_NODES:
            raise _refuse(
                linea, "el archivo crece demasiado", "quite los alias (& y *) y escriba los valores"
            )
        _check_tag(node, linea)
        if isinstance(node, yaml.MappingNode):
            pares = tuple((self._key(key), self.convert(value, depth + 1)) for key, value in node.value)
            return Mapa(linea, pares)
        if isinstance(node, yaml.SequenceNode):
            return Lista(linea, tuple(self.convert(item, depth + 1) for item in node.value))
        return self._scalar(node, linea)

    def _key(self, node: yaml.Node) -> Texto:
        linea = node.start_mark.line + 1
        if not isinstance(node, yaml.ScalarNode):
            raise _refuse(
                linea, "una clave es una lista o un mapa", "escriba un nombre antes de los dos puntos"
            )
        _check_tag(node, linea)
        return self._scalar(node, linea)

    def _scalar(self, node: yaml.Node, linea: int) -> Texto:
        text = str(node.value)
        # JSON writes what lies beyond U+FFFF as two halves, which YAML leaves apart.
        whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        if getattr(node, "style", None) is not None:
            return Texto(linea, whole)
        tail = self._text[node.end_mark.index :].partition("\n")[0]
        return Texto(linea, whole, nulo=text in {"", "~", "null"}, cola=tail.rstrip())


def _check_tag(node: yaml.Node, linea: int) -> None:
    # The loader resolves plain scalars to int, timestamp, merge…: harmless, the text is what counts.
    if not node.tag.startswith(_STANDARD) or node.tag == _STANDARD + "binary":
        raise _refuse(linea, f"la etiqueta «{node.tag}» no se entiende", "quite lo que empieza por «!»")


def _refuse(linea: int, que: str, remedio: str) -> TenantFileError:
    return TenantFileError((Problema(linea, que, remedio),))
