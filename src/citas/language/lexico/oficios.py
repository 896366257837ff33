"""What the trades do: a word that asks for a servicio even where this business does not offer it."""

from citas.language.motor.fonetica import sound, stem
from citas.language.motor.tokens import fold

_SHORT = 3
_PELO = (
    "tiñe tiñes tiñen alisado alisar alisarme keratina queratina mechas balayage babylights rayitos iluminaciones tinte tintura teñir "
    "teñirme tinturar tinturarme decoloración decolorar decolorarme visos trenzas trenzarme extensiones rastas "
    "peinado peinar peinarme peinada cepillado brushing blower rizado rizarme hidratación capilar "
    "cerquillo flequillo afeitada afeitar afeitarme rasurada rasurar rasurarme bigote cejas patillas barba degradado "
    "motilada motilar motilarme peluqueada peluquear peluquearme rapada raparme tusada reflejos alaciado laceado laciado "
    "despuntar despuntarme"
)
_PIEL = (
    "manicure manicura pedicure pedicura uñas acrílicas semipermanente gelish bozo esmaltado kapping masaje masajes reflexología "
    "exfoliación facial peeling depilación depilar depilarme pestañas lifting microblading micropigmentación maquillaje maquillar "
    "radiofrecuencia cavitación rinomodelación bichectomía liposucción lipólisis criolipólisis carboxiterapia dermapen toxina relleno rellenos hidrafacial microneedling laminado presoterapia láser polarizado polichado mesoterapia drenaje maderoterapia bronceado sauna botox hialurónico "
    "retoque ventosas aromaterapia chocolaterapia tatuaje tatuajes tatuar tatuarme tattoo piercing perforación"
)
_SALUD = (
    "brackets frenillos ortodoncia endodoncia exodoncia extracción implante implantes carillas prótesis resina calza tapadura "
    "caries profilaxis destartraje blanqueamiento blanquear blanquearme muela muelas cordal cordales periodoncia "
    "radiografía ecografía fisioterapia terapia psicoterapia hipnosis constelaciones nutricionista ginecología "
    "chequeo chequear chequearme dermatología pediatría oftalmología optometría podología quiropraxia acupuntura citología"
)
_ANIMALES_Y_MAQUINAS = (
    "bañar bañarlo vacuna vacunar vacunación desparasitar desparasitación esterilizar esterilización castrar castración "
    "alinear balancear alineación balanceo embrague clutch sincronización latonería tecnomecánica llantas amortiguadores"
)
_WORDS = f"{_PELO} {_PIEL} {_SALUD} {_ANIMALES_Y_MAQUINAS}".split()


def trade_key(word: str) -> str:
    """Return what two words must share to be the same: a stem, or for a short one its whole sound."""
    cut = stem(word)
    return cut if len(cut) > _SHORT else sound(word).rstrip("s")


OFICIOS = frozenset(trade_key(fold(word)) for word in _WORDS)
