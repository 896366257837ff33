"""Words of the trades: which mean the same servicio, and which stand for several."""

# Words of one trade that mean the same, or (the last groups) stand for several servicios at once.
FAMILIAS = (
    "corte cortar motilada motilar peluqueada peluquear peluquiada recorte degradado pelo cabello",
    "barba afeitada afeitar rasurada rasurar bigote barbera",
    "ceja cejas",
    "manicure manicura mani manos",
    "pedicure pedicura pedi pies",
    "limpieza profilaxis destartraje detartraje limpiar",
    "valoración valorar evaluación evaluar revisión chequeo diagnóstico consulta control",
    "endodoncia conducto",
    "tapadura caries calza resina empaste",
    "color tinte tintura teñido teñir teñirme tinturar coloración",
    "brushing secado planchita planchado peinado cepillado blower",
    "masaje masajes masajear",
    "depilación depilar depilada",
    "exfoliación peeling exfoliar",
    "baño bañar bañada bañarlo bañarla",
    "blanqueamiento blanquear",
    "vacuna vacunación vacunar",
)

# A word that stands for all the servicios that any of the words after it names.
GENERICAS = (
    (
        "uñas uñitas uña",
        "uñas manicure manicura mani pedicure pedicura pedi acrílicas semipermanente esmaltado kapping",
    ),
)
