"""Set phrases that refuse, put off or leave it open; folded words in the notation of `dichos`."""

_RISA = "jaj/jaja/jajaj/jajaja/jajajaja/jajajajaja/jeje/jejeje/jejejeje/jiji/haha/hahaha/ajaja/ajajaja/lol/xd"
NO = (
    # Not at all.
    "ni loco/loca/muerto/muerta/borracho/borracha | ni en/de broma | ni a palos | ni por el? chiras/asomo/error | ni hablar",
    "ni pensarlo | ni lo pienses/sueñes/suenes | de ningun/ninguna modo/manera/forma | en absoluto | que va $",
    "^ imposible/nada $ | ^ imposible/nada gracias | ^ imposible/nada a esa hora | no es posible $",
    "nel pastel | nelson/niguas/nanay/naranjas/nica/nequis | nah/neh/naah/neeh/nahh/nehh/naa/naaa/naaaa",
    # Not for me.
    "paso gracias | paso por ahora | paso por esta vez | paso esta vez | paso de esta | no me? animo/tinca/late/cuadra/convence",
    "no me/nos interesa $ | no estoy interesado/interesada | no hace/hara falta . | mejor despues $",
    # Not any more.
    "me arrepenti | cambie de opinion/idea/parecer | ^ me equivoque $ | era una? broma | no era eso/esa | espera no",
    "ya me lo? corte/hice/atendieron/cortaron $ | ya me corte/cortaron/hice el pelo $",
    "ya me lo? corte/hice/atendieron/cortaron gracias | ya me corte/cortaron/hice el pelo gracias",
    "consegui/encontre/atendieron/fui/reserve/agende/pedi en/con/a otro/otra/otros/otras",
)

DEJAR = (
    "no por ahora | no por el momento | no de momento | paso por ahora | paso por esta vez | mejor la/lo dejo",
    "mejor/siga/sigue/dejala/queda como estaba | mejor/siga/sigue/dejala/queda igual",
    # "Otro día paso, gracias" passes by, and does not pass on it.
    "otro dia paso gracias",
)

DUDA = (
    # Heard, and no more than that; said twice over, a yes mocks.
    "ah/ahh/ahhh ok/okay/bueno/ya/listo/vale/claro/perfecto $ | ya va $ | si/sisi/claro aja | aja como no | aja si claro",
    "ok/okay/vale/bueno/listo/perfecto/genial/ya muchas? gracias por tu/su/la ayuda/atencion/amabilidad/paciencia",
    "ok/okay/vale/bueno/listo/ah/ya/claro que bueno/bien/chevere/nota/rico/genial/lindo/alegria/maravilla/emocion",
    # It laughs at what was said, and may take nothing of it.
    f"{_RISA} ok/okay/okey/bueno/vale/ya/claro $",
    f"{_RISA} ok/okay/okey/bueno/vale/ya/claro/listo/perfecto/genial muchas? gracias $",
    f"ok/okay/okey/bueno/vale/ya/claro {_RISA} muchas? gracias? $",
    f"ok/okay/okey/bueno/vale/ya/claro/listo/perfecto/genial muchas? gracias {_RISA} $",
    # It may be.
    "en una de esas/estas | de pronto | a lo mejor | quien/quiza/quizas sabe/quita | puede ser/que | ojala | mas o menos | en principio",
    "segun | depende | por ahi | rato paso gracias | como que no $",
    # An answer to something else.
    "hola/buenas/buenos/dias/tardes/noches muy? bien | perdon/perdona/perdone/disculpa/disculpe/uy/ay me equivoque",
    # It looks well, and is not taken.
    "parece que | pinta/suena bien | todo bien gracias/y | me gusta el/la/como",
    # It will be told.
    "te/le/les/os aviso/avisa/avisan/avise/avisamos/avisare/avisaremos/avisaria",
    "te/le/les/os confirmo/confirma/confirman/confirme/confirmamos/confirmare/confirmaremos/confirmaria",
    "lo/ahi/ya vemos/veremos",
)
