"""Verbs by their root: every person and country of an order, a request or an infinitive, with its clitics."""

_CLITICS = "(?:me|nos|te|se|les?)?(?:l[aeo]s?)?"
_OF_INFINITIVE = "r(?:as|an|ia[sn]?|iamos|iais|eis|emos|e|a|ai)?"
# tú, usted, vos, vosotros, ustedes, Chile ("dejai"), what is and what would be; what was done has roots of its own.
_AR = f"(?:a{_OF_INFINITIVE}|a(?:s|n|d|is|i|mos)?|e(?:s|n|d|is|mos)?)"
_ER = f"(?:e{_OF_INFINITIVE}|e(?:s|n|d|is|i|mos)?|a(?:s|n|is|mos)?)"
_IR = f"(?:i{_OF_INFINITIVE}|e(?:s|n)?|i(?:s|d|mos)?|a(?:s|n|is|mos)?)"
# An infinitive with a clitic that is none of a treatment: bought, told, owed, gone.
_ELSEWHERE = (
    "(?!(?:compr|devolv|regal|cobr|pag|mand|envi|llam|pregunt|cont|dec|explic|prest|recog|entreg|mud|cas|levant|dorm"
    "|acost|acord|olvid|disculp|agradec|felicit|salud|conoc|quej|qued|respond|pon|hac|sab|ten|ve|da|sent|re|inform|avis|par|sal)[aei]r)"
)


def _ar(roots: str, after: str = _CLITICS) -> str:
    return f"(?:{roots}){_AR}{after}$"


# A word that begins so is the concept; the first that fits wins.
RAICES = (
    # What is asked of who does it: vos, tú and vosotros beside the forms that stand in the tables.
    (
        "aceptan",
        r"(?:abr(?:es|is?|imos)|cierras|cerrais|(?:trabaj|acept|us|labur)(?:as|ais?)|laburan?|admit(?:es|is|en)|(?:vend|ofrec)e?is|(?:vend|ofrec)es|cobrais)$",
    ),
    ("realizan", r"(?:hac(?:eis|is?)|pon(?:eis|is?)|realiz(?:as|ais))$"),
    ("atiendes", r"atendeis$"),
    ("tiene", r"quedais?$"),
    ("direccion", r"ubi$"),
    ("puedes", r"quer(?:eis|is)$"),
    ("dura", r"(?:demor|tard|dur)(?:as|ais|amos)$|duraria$"),
    ("sale", r"sald(?:ria|ra)n?$"),
    ("cine", r"(?:cine|teatro|concierto|restaurant|iglesia|parroquia|cafeteria|pizzeria|antro)s?$"),
    ("visitador", r"visitador[ae]?s?$"),
    ("abogado", r"(?:abogad|notari)[oa]s?$"),
    ("encargaste", r"(?:encarg|solicit|compr)(?:o|aste|aron)$|ped(?:iste|ist?eis)$|pidi(?:o|eron)$"),
    ("ser", "eran$"),
    ("servicio", "servicio$"),
    ("olvido", r"olvid(?:o|aron|ado)$"),
    ("dedican", r"dedic(?:a|as|an|ais)$"),
    ("recordar", r"recordas(?:me)?$|recuerdo$|(?:record|recuerd)(?:ais|arias|arian|en)(?:me)?$"),
    ("anda", r"anda[ns]?$"),
    ("lleva", r"(?:llev|tom)a[ns]?$|llevara?$"),
    # Fetched, brought, sent, invited: of a family and of who supplies.
    ("recojo", r"buscar$|buscas$"),
    ("veni", r"ven(?:i|is|ite|te|id|gan?se)$|vienes$"),
    ("espero", r"esper(?:o|amos)$"),
    (
        "convite",
        r"mates$|mat(?:eada|ecito)s?$|merend\w+|meriendas?$|parrillad[ao]s?$|barbacoa$|bautiz[oa]s?$|pachanga$",
    ),
    (
        "chicos",
        r"(?:(?:chic|chiquill|muchach|chamac|chav|morr|gemel|melliz)[oa]|pib[ea]|gurise|crio|escuincl[ea]|cipot[ea])s$|guris$|nen[ae]s$",
    ),
    ("mostrarte", r"(?:mostr|ensen)ar(?:te|les?)$"),
    ("dejarte", r"dejar(?:te|les?)$|(?:llev|tra)[ae]rte$"),
    ("llevarte", r"(?:entreg|surt|ofrec|present|vend|cobr)[aei]r(?:te|les?)$"),
    ("comparto", r"(?:compart|adjunt|reenvi)o$"),
    ("pedidos", r"pedidos$|mayoreo$"),
    ("nuestra", r"nuestr[oa]s?$"),
    (
        "quiero",
        r"(?:ne[sc]+e[sc]+it|nececit|dese|precis|requi?er|busc)(?:o|a|e|as|an|amos|aba|abamos|aria|ariamos|ando|en)$|interesad[oa]s?$",
    ),
    ("puedo", r"pod(?:r(?:as|an|emos|eis|iais)|ais|es|iais|amos)$|pud(?:ier|ies)(?:as?|an|amos|ais|es?)$"),
    ("ir", r"(?:asist|acud)(?:o|e|en|ir|ire|iria|imos|iremos|iran|a|an)$"),
    ("cancelacion", r"(?:can[csz]ela|anula)[cs]ion(?:es)?$"),
    ("cancelada", r"(?:cancelad|anulad|eliminad|borrad)[oa]s?$|(?:cancel|anul)(?:aron|aste|asteis|aban?)$"),
    (
        "cambiada",
        r"(?:cambi|mov|corr|adelant|atras|aplaz|reprogram)(?:aron|ieron|aste|iste|ad[oa]s?|id[oa]s?)$",
    ),
    ("confirmar", r"confirm\w*"),
    ("agendada", r"(?:agend|ajend|reserv|apart|anot|program|apunt|asign|separ|cit)(?:ad[oa]s?)$"),
    (
        "agendo",
        r"(?:ag[ei]nd|ajend|reserv|reserb|apart|anot|apunt|separ|program|inscrib)(?:aron|aste|asteis|ieron|iste|aban?|abamos)$|sacaron$|ped(?:ia[sn]?|iamos)$",
    ),
    (
        "reprogramar",
        r"(?:pate(?:ar|amos|emos)|reacomod|reprogr?am|reag[ei]nd|reajend|aplaz|aplas|aplac|pospon|pospus|posterg|traslad|reubi[ckq])\w*",
    ),
    ("agendar", r"(?:ag[ei]nd|ajend|recerv|reserv|reserb|rezerv|resarv)\w*"),
    ("agendar", r"(?:apart|anot|apunt|separ|program|inscrib|enlist)(?:o|ir|irme|alo)?(?:me|nos)?$"),
    ("agendar", _ar("apart|anot|apunt|separ|program|inscrib|enlist")),
    ("sacar", _ar("sac|saqu", "(?:me|nos|les?|te)?(?:l[ao]s?)?")),
    (
        "sacar",
        r"(?:ped|pid)(?:iera|ir|irias?|iriamos|imos|es?|an?|amos|as|ais)(?:me|nos|le|se)?(?:l[ao]s?)?$",
    ),
    ("sacar", "cog(?:er|e|ed|en|eis)(?:me|nos)$"),
    ("sacar", _ar("asign")),
    ("sacar", "tom(?:emos|amos)$"),
    ("atenderme", "acept(?:arias?|arian|ar(?:me|nos)|en?(?:me|nos))$"),
    ("tiene", "sobran?$"),
    ("ve", "ve$"),
    ("fallo", "(?:fall|incumpl)[ai]r(?:te|les?|os)?$"),
    ("baja", "baj(?:ar|a|e|en)(?:me|nos|l[aeo]s?)$"),
    ("quedo", "quedad[oa]s?$"),
    ("contar", "cont(?:ar(?:as|an|a|eis)|eis)$"),
    ("descartar", "suprim(?:ir|an|a|e|as|eme)(?:l[ao])?$"),
    ("mandaron", "(?:orden|formul|deriv)(?:o|aron)$"),
    ("estaba", "esta(?:ba|bamos|ban)$"),
    ("facturar", r"factur(?:ar\w*|en|enme|an|a|as|eme)$"),
    ("imagina", r"imag[ií]n\w+"),
    ("vence", r"venc(?:e|en|era|eran|io|ieron|imientos?)$"),
    ("envio", r"envios?$"),
    ("llega", r"llega(?:n|ra|ran)?$|entregad[oa]s?$"),
    ("recojo", r"reco[gj]\w+$"),
    ("junta", r"juntas?$"),
    ("informa", r"inform(?:a|an|amos)$|(?:comunic|notific)amos$"),
    (
        "proveedor",
        r"distribu(?:idor[ae]?s?|ciones)$|(?:mayorista|laboratorio|importadora|comercializadora|surtidora|repartidor|cosmetico)s?$",
    ),
    ("producto", r"productos?$|muestr(?:as|arios?)$|lineas?$|ampollet?as$"),
    ("vacante", r"vacantes?$"),
    ("nadie", r"nadie$"),
    ("familiar", r"nin[oa]s$"),
    ("depende", r"depend(?:e|en|eria|iendo)$"),
    ("pierde", r"pierd(?:o|e|es|en)$|perd(?:eis|emos|es|er|eria|erias)$"),
    ("broma", r"mentir(?:a|as|ita|itas)$|(?:es)?brom(?:a|as|ita|eo|eaba|eando)$"),
    ("cuesta", r"(?:valiendo|costando)$"),
    ("orden", "orden(?:es)?$|remision(?:es)?$"),
    ("sitio", "siti(?:o|os|ecito)$"),
    ("sacar", r"tom(?:ame|eme|arme|anos|adme)(?:l[ao]s?)?$"),
    ("ajuste", "ajustes?$"),
    ("cambiar", r"(?:[ck]a[mn][bv]i|modifi[ck]|modifiqu)\w*"),
    ("cambiar", _ar("ajust")),
    (
        "mover",
        r"(?:mo[vb](?:er|iendo|e|amos|emos|ais|ed|eme|ela|elo|amos|emos|ete|ida|erla|erlo|erme)|muev|transfier)\w*",
    ),
    ("corregir", r"corr[ei][gj]\w*"),
    ("abrir", "abri(?:ste|o|ran|eron|ra)$|abiert[ao]s?$"),
    ("correr", rf"(?:re)?corr(?:o|{_ER}|ala|alo)?{_CLITICS}$"),
    ("pasarlo", _ar("pas", "(?:me|nos|se|te)?l[ao]s?")),
    ("pasarlo", _ar("tir|ech|jal|lanz", "(?:me|nos|se|te)?l[ao]s?") + r"|(?:tir|ech|jal|lanz)emosl[ao]s?$"),
    ("pasame", "pas(?:a|e|en|ad)(?:me|nos)$"),
    ("echame", "(?:tir|ech|jal)(?:a|e|en|ad)me$"),
    ("pasar", _ar("pas", "(?:me|nos|te|se)?")),
    ("atrasar", rf"(?:atras|retras|demor)(?:o|{_AR}){_CLITICS}$"),
    ("adelantar", rf"(?:adelant|anticip)(?:o|{_AR}){_CLITICS}$"),
    ("cancelo", r"[ck]an[csz]el(?:o|aria)$"),
    ("pago", r"(?:pag(?:ar\w*|amos)|abono|cobr\w*)$"),
    ("cancelar", r"(?:[ck]an[csz]el|anul|suspend|desist)\w*"),
    ("cancelar", r"des(?:agend|apunt|anot|program|reserv|apart|marc)\w*"),
    ("borrar", r"(?:borr|elimin)\w*|desha(?:z|cer|ga|gan|ce)(?:me|la|lo)?$"),
    ("dar", r"d[ae]n?sel[ao]$|(?:salv|rescat)(?:a|e|en|ad)(?:me|nos)$"),
    ("llevar", "(?:llev|traer|entreg)(?:ar)?(?:o|e|emos|amos|aremos|are)$"),
    ("rompio", "(?:ca[iy]|romp|part|quebr|despeg|despint)(?:eron|aron)$"),
    ("xre", r"\w\w+(?:[ai]r|(?<![iu])er)(?:e|emos)$"),
    ("pensamos", "pens(?:amos|abamos|aba)$"),
    ("cedo", "declin(?:o|a|ar|amos)$"),
    ("xse", "hag(?:a|amos|an)l[ao]$|hazl[ao]$"),
    ("xse", r"(?:qu?it|retir)ar(?:me|nos)$"),
    ("quitar", _ar("qu?it|retir|tach")),
    ("descartar", _ar("tumb|descart|ignor|abort")),
    ("arreglar", _ar("arregl")),
    ("guardar", _ar("guard|bloque")),
    (
        "verlo",
        rf"(?:mir(?:e|es|en|eis|ais|an|ad|aran|ar(?=me|le|l[ao]))|(?:revis|examin|chec){_AR}){_CLITICS}$",
    ),
    ("decir", "dijer(?:a|as|an|ais)(?:me|nos)?$|dig(?:as|ais)$|(?:expli|indi)qu(?:es|eis|en)$"),
    ("devuelva", "dev(?:u?e|o)lv(?:a|as|an|ais|e|es|en|eis|emos|eme|anme)(?:l[ao]s?)?$"),
    (
        "empezar",
        r"(?:empie?[zc]|empez|comie?n[zc]|comenz|inici|arranc|retom|reanud)(?:o|ar|amos|emos|aria|ariamos)(?:l[ao])?$",
    ),
    ("xse", rf"{_ELSEWHERE}\w\w+[aei]r(?:me|nos|les?|l[ao]s?)$"),
)

# A pattern that names the wide concept means the narrow ones too; the first is that of an unknown word.
ESTRECHOS = {
    "x": (
        *("tanto", "xse", "ajuste", "empezar", "devuelva", "echame", "xre"),
        *("pensamos", "orden", "sitio", "ve", "fallo", "estaba", "facturar"),
        *("imagina", "vence", "envio", "llega", "recojo", "junta", "informa", "proveedor", "producto"),
        *("vacante", "broma", "nadie", "pierde", "depende"),
        *(
            "dedican",
            "anda",
            "lleva",
            "veni",
            "espero",
            "convite",
            "chicos",
            "llevarte",
            "dejarte",
            "mostrarte",
            "comparto",
        ),
        *("pedidos", "nuestra", "olvido", "cine", "visitador", "abogado", "encargaste", "servicio", "caro"),
    ),
    "cosa": ("mesa",),
    "atenderme": ("atiendes",),
    "pasar": ("pasame",),
    "dejar": ("dejame",),
    "sacar": ("solicitud",),
    "perdon": ("equivoque",),
}
