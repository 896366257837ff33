"""Set phrases that agree, refuse, leave it open or only accompany: read by their letters, since their words say other things elsewhere."""

import re
from functools import lru_cache

from citas.language.tokens import fold

_LONGEST = 120  # characters: a longer text is no answer in a phrase
folded = lru_cache(maxsize=64)(fold)  # asked for several times of one text


def _any(*phrases: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(phrases)})(?![a-zñ])")


_AGREE = _any(
    r"(?:trato|dicho y) hecho|hecho(?=\W*$)|delo por hecho|dalo por hecho|eso esta hecho",
    r"no se? ?(?:diga|hable|discuta) mas|no le (?:pienso|doy) mas(?: vueltas)?|nada que (?:pensar|hablar|decir)(?:lo)?",
    r"(?:no )?faltaba mas|(?:y|pero) como no(?=\W)|claro que si como no|como no(?=\W*$|[,!.]| con| claro)",
    r"(?:quien dijo|sin) miedo|a ojos? cerrados?|con los ojos cerrados|pa(?:ra)? luego es tarde|para ayer",
    r"(?:ya )?esta(?:mos)? (?:hecho|cerrado|listos?|hablado|todo)|(?:ya (?:esta|estuvo),? )?cerrad[oa](?=\W*$)|queda(?:mos)? (?:asi|en eso)",
    r"ya (?:vas|estas|estuvo|rugiste|dijo|esta)(?=\W*$|,)|arre(?: gusto)?|fierro(?: pariente)?|sobres|juega(?=\W*$|,)|de volada|a huevo",
    r"de (?:diez|10|lujo|pelos|perlas|maravilla|fabula|one|rosas|ley)|(?:va|sale) (?:pues|y vale|que va)|que va que va",
    r"filete|la raja|al tiro|buena onda|terrible? bueno|piola|joya|de fly|de frente|bakan|bacanisimo|chevere|chido|padrisimo|cool",
    r"listo el pollo|listo calisto|metal[ea]|dele plomo|hagamosle|que asi sea|asi sea|(?:dale|si|va|listo|hagale) no mas|pero (?:claro|obvio|por supuesto)",
    r"me apunto|me anoto|me sumo|me late|me cuadra|me va(?: mejor| bien| perfecto)|me (?:cae|viene) (?:perfecto|bien|genial|de lujo)",
    r"(?:alla|ahi|alli|aca|por alla) (?:llegamos|llego|voy|vamos|caigo|caemos|estaremos|estare|estoy|nos vemos|los veo|te veo|le caigo|andare)",
    r"(?:oki doki|oky|okey makey|ok makey|okas|okis|okidoki)|obvi(?:o|s)?(?: que si)?|bobis|of course|why not|yep|yas|simon|simonky",
    r"(?:dale|va|ok|listo) (?:que|q) va|ya (?:pe|po|pues|pos)|vamos con es[ae]|(?:me|nos) queda?(?:o|mos) con es[ae]",
    r"(?:te|le|los|nos) veo (?:ahi|alla|ese dia|el)|m[ae]nd[ae]le|haga(?:le)? pues|entrele|tom[ae](?:la| nota)|tomo esa|estoy de acuerdo",
    r"echale|entrale|aventate|avientate|jalate|ahi quedamos|(?:excelente|buena|perfecta) (?:opcion|idea|hora)|desde luego|naturalmente",
    r"ciertamente(?: que)?|^(?:muy )?bien,? (?:muchas )?gracias|sin dud(?:as?|arlo)|como que no(?=,)|eso es(?=\W*$)|ahi mismo|tal (?:cual|como)(?: (?:dices|dice|esta))?|oks|oka+y*",
    r"si+p[ao]*s?|si+u+|se{2,}p?|sep(?=\W*$)|s{1,4}(?=\W*$)|regi[oa]|fin[oa](?=\W*$| pana)|depinga|(?:u[jh]um|m[hj]m|aja)|deal|ya ya|trato(?=\W*$)",
    r"(?:es|esta|todo) (?:correct[oa]|perfect[oa]|en orden|ok|exacto|excelente|buenisim[oa])(?: la informacion)?|cerremos(?:lo|la)?|cierral[oa]",
    r"me (?:queda|viene|va|cae|acomoda|funciona|sirve|conviene)(?: (?:bien|perfecto|genial|super|excelente|mas|mejor|de (?:perlas|lujo|maravilla)))+",
    r"me (?:queda|acomoda|funciona|conviene|cuadra)(?=\W*$)|(?:ya te|te) dije que si|que si(?=\W*$|, hombre)|(?:ya )?por fin|confirmo (?:mi )?asistencia",
    r"(?:adelante|(?:puedes?|podes) proceder|proceda)(?=\W*$|,? por favor)|(?:la |lo |me la )?(?:puedes?|podes|pueden) (?:agend|reserv|apart|anot|confirm|guard|separ)ar(?:la|lo|mela|me)?(?=\W*$|,)",
    r"(?<!\w )(?:vamos|voy)(?=\W*$|,)|firmo|compro|acepto|aceptamos|hecho y derecho|cuent[ea] conmigo|cuenten conmigo|con (?:mucho |todo )?gusto|encantad[oa]|feliz(?=\W*$)|contento",
    r"(?:hazme|hagame|hace[mr]e) el favor(?: y)?|ponme (?:ahi|en (?:esa|la lista))|pon(?:me|game|eme) ahi|de una(?= vez|\W*$|,| mi )|(?:da|de)(?:le|me)? (?:la )?de baja",
)
_REFUSE = _any(
    r"ni (?:loc[oa]|en broma|de broma|muert[oa]|a palos|borrach[oa]|por (?:el )?(?:chiras|asomo|error)|hablar)",
    r"(?<!dia )(?<!rato )paso(?=,? gracias| por ahora| esta vez| de esta)|nel pastel|nelson|niguas|nanay|naranjas|nica|nequis",
    r"(?:si )?(?:me arrepenti|(?:ya )?cambie de (?:opinion|idea|parecer))|(?<!\w )(?:imposible|nada)(?=\W*$|,? gracias| a esa hora)|no es posible(?=\W*$)",
    r"no (?:me|nos) interesa(?=\W*$)|no estoy interesad[oa]|ni (?:pensarlo|lo pienses|lo suenes)|n[ea]h+|naa+",
    r"ya me (?:lo )?(?:corte|hice|atendieron|cortaron)(?: el pelo)?(?=\W*$|,? gracias)|mejor despues(?=\W*$)|^me equivoque(?=\W*$)|era (?:una )?broma|no era es[ao]|espera,? no",
    r"(?:ya )?no (?:hace|hara) falta(?=\W*$|,)|de ningun(?:a)? (?:modo|manera|forma)|en absoluto|(?<!va )que va(?=\W*$)",
    r"(?:no,? )?(?:ya )?(?:consegui|encontre|me atendieron|fui|reserve|agende|pedi) (?:en|con|a) (?:otr[oa]|otra parte)\w*",
    r"no (?:me )?(?:animo|tinca|late|cuadra|convence)(?=\W|$)",
)
_ASIDE = _any(
    r"(?<!que )no,? por (?:ahora|el momento)|no,? de momento|paso por (?:ahora|esta vez)|mejor (?:la|lo) dejo|(?:mejor|que siga|sigue|dejala|queda) (?:como estaba|igual)",
)
_DOUBT = _any(
    r"ah+,? (?:ok(?:ay)?|bueno|ya|listo|vale|claro|perfecto)(?=\W*$)|parece que|pinta bien|suena bien",
    r"en una de (?:esas|estas)|de pronto|a lo mejor|qui(?:en|zas?) (?:sabe|quita)|puede (?:ser|que)|ojala|mas o menos|todo bien(?=\W+(?:gracias|y ))",
    r"por ahi(?! (?:nos|paso|caigo|llego|llegamos|estare|te|los|le))|ya va(?=\W*$)|(?:te|le|les|os) (?:confirm|avis)\w*|(?:lo|ahi|ya) (?:vemos|veremos)|me gusta (?:el|la|como)|en principio|segun|depende",
)
_BESIDE = _any(
    r"si dios (?:lo )?(?:quiere|permite)|dios mediante|primero dios|con el favor de dios|(?:con la ayuda|gracias a) (?:de )?dios",
    r"(?:que )?dios (?:le|te|los) (?:pague|bendiga)|bendito dios|(?:mil|muchisim[ao]s?|infinitas) gracias|muchisim[ao]s?|por fa",
    r"(?:que )?(?:pena|verguenza)(?: con (?:usted|ustedes|vos))?|lo (?:siento|lamento)(?: mucho)?|(?:mil )?(?:disculp|perdon)[ae]\w*",
    r"(?:atras|detras|despues|antes|seguido) (?:mio|de mi|del mio)|(?:uno|una) (?:tras|detras de) (?:otro|otra)",
    r"que (?:este|esten|estes|tengas?|tengan|pases?|pasen)(?: (?:muy |un |una )?(?:bien|buen[ao]?s?|feliz|lind[oa]|excelente|bonit[oa]))?(?: (?:dia|tarde|noche|semana|finde|resto))?",
    r"(?:muy )?(?:feliz|lind[oa]|buen[ao]?s?|bonit[ao]|excelente) (?:dia|tarde|noche|semana|finde|fin de semana|jornada)s?|quedo (?:muy )?(?:atent[ao]|pendiente|a la espera)|hasta (?:entonces|luego|pronto)",
    r"(?:el |ella |ellos |mi \w+ )?(?:va|viene|van|vienen) conmigo|(?:vamos|iremos|voy) (?:juntos|juntas|los dos|con (?:el|ella|ellos|mi \w+))",
    r"no mas(?=\W*$)|es para (?:mi|el|ella|nosotros)(?=\W|$)",
)


def _spans(pattern: re.Pattern[str], plain: str) -> list[tuple[int, int]]:
    return [match.span() for match in pattern.finditer(plain)] if len(plain) <= _LONGEST else []


def agreeing(plain: str) -> list[tuple[int, int]]:
    """Return where a phrase agrees, in a folded text."""
    return _spans(_AGREE, plain)


def refusing(plain: str) -> bool:
    """Tell whether a phrase refuses."""
    return len(plain) <= _LONGEST and _REFUSE.search(plain) is not None


def put_aside(plain: str) -> bool:
    """Tell whether a phrase leaves all as it is, or the thing for some other time."""
    return len(plain) <= _LONGEST and _ASIDE.search(plain) is not None


def doubting(plain: str) -> bool:
    """Tell whether a phrase leaves it open, though each of its words may agree."""
    return _DOUBT.search(plain) is not None


def courteous(plain: str) -> list[tuple[int, int]]:
    """Return where it says "si Dios quiere", which sets no condition, or "qué pena", which takes nothing back."""
    return _spans(_BESIDE, plain)
