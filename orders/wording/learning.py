"""What was learned from people, and what is said where somebody teaches."""

from orders.wording.text import Text

TEXTS: dict[str, Text] = {
    # the sheet
    "sheet.learned": Text("Gelerntes", "Learned", "Acquis"),
    "about.learned": Text(
        "was über Lieferanten gelernt wurde, aus welcher Entscheidung, und ob es gilt",
        "what was learned about suppliers, from which decision, and whether it holds",
        "ce qui fut appris des fournisseurs, de quelle décision, et si cela vaut encore",
    ),
    "empty.learned": Text("Noch nichts gelernt.", "Nothing learned yet.", "Rien d'appris."),
    "column.learned_number": Text("Lektion", "Lesson", "Leçon"),
    "column.learned_kind": Text("Gelernt", "Learned", "Appris"),
    "column.learned_from": Text("Beim Lieferanten", "At the supplier", "Chez le fournisseur"),
    "column.learned_to": Text("Bei uns", "Ours", "Chez nous"),
    "column.learned_factor": Text("Faktor", "Factor", "Facteur"),
    "column.learned_item": Text("Nur für Artikel", "Only for item", "Pour l’article"),
    "column.learned_standing": Text("Gilt", "Holds", "En vigueur"),
    "column.learned_at": Text("Gelernt am", "Learned at", "Appris le"),
    "column.learned_by": Text("Von", "By", "Par"),
    # where it made a difference
    "learned.item": Text(
        "Artikel {source} des Lieferanten ist Ihr Artikel {target}: gelernt aus Entscheidung {decision} vom "
        "{day:date} ({who}).",
        "The supplier's item {source} is your item {target}: learned from decision {decision} of {day:date} ({who}).",
        "L'article {source} du fournisseur est votre article {target} : appris de la décision {decision} du "
        "{day:date} ({who}).",
    ),
    "learned.item_entered": Text(
        "Artikel {source} des Lieferanten ist Ihr Artikel {target}: gelernt, eingetragen am {day:date} ({who}).",
        "The supplier's item {source} is your item {target}: learned, entered on {day:date} ({who}).",
        "L'article {source} du fournisseur est votre article {target} : appris, saisi le {day:date} ({who}).",
    ),
    "learned.unit": Text(
        "1 {source} ist {factor} {target:unit}: gelernt aus Entscheidung {decision} vom {day:date} ({who}).",
        "1 {source} is {factor} {target:unit}: learned from decision {decision} of {day:date} ({who}).",
        "1 {source} vaut {factor} {target:unit} : appris de la décision {decision} du {day:date} ({who}).",
    ),
    "learned.unit_entered": Text(
        "1 {source} ist {factor} {target:unit}: gelernt, eingetragen am {day:date} ({who}).",
        "1 {source} is {factor} {target:unit}: learned, entered on {day:date} ({who}).",
        "1 {source} vaut {factor} {target:unit} : appris, saisi le {day:date} ({who}).",
    ),
    "learned.charge": Text(
        "„{source}“ steht für {target:nature}: gelernt aus Entscheidung {decision} vom {day:date} ({who}).",
        "“{source}” stands for {target:nature}: learned from decision {decision} of {day:date} ({who}).",
        "« {source} » désigne {target:nature} : appris de la décision {decision} du {day:date} ({who}).",
    ),
    "learned.charge_entered": Text(
        "„{source}“ steht für {target:nature}: gelernt, eingetragen am {day:date} ({who}).",
        "“{source}” stands for {target:nature}: learned, entered on {day:date} ({who}).",
        "« {source} » désigne {target:nature} : appris, saisi le {day:date} ({who}).",
    ),
    "nature.charge": Text("Nebenkosten", "a charge", "des frais"),
    "nature.goods": Text("Ware", "goods", "des marchandises"),
    # where it is listed
    "lesson.item": Text("Artikel", "item", "article"),
    "lesson.unit": Text("Einheit", "unit", "unité"),
    "lesson.charge": Text("Wortlaut", "wording", "libellé"),
    "standing.holds": Text("gilt", "holds", "en vigueur"),
    "standing.replaced": Text("ersetzt", "replaced", "remplacé"),
    "standing.configured": Text("config.toml gilt", "config.toml holds", "config.toml prime"),
    "standing.revoked": Text("widerrufen", "revoked", "révoqué"),
    # where somebody teaches
    "learned.told": Text(
        "Gelernt als {id}, für {supplier}: {what}",
        "Learned as {id}, for {supplier}: {what}",
        "Appris sous {id}, pour {supplier} : {what}",
    ),
    "learned.says_item": Text("Artikel {source} = {target}", "item {source} = {target}", "article {source} = {target}"),
    "learned.says_unit": Text(
        "1 {source} = {factor} {target:unit}",
        "1 {source} = {factor} {target:unit}",
        "1 {source} = {factor} {target:unit}",
    ),
    "learned.says_unit_of": Text(
        "1 {source} = {factor} {target:unit} (Artikel {item})",
        "1 {source} = {factor} {target:unit} (item {item})",
        "1 {source} = {factor} {target:unit} (article {item})",
    ),
    "learned.says_charge": Text(
        "„{source}“ steht für {target:nature}",
        "“{source}” stands for {target:nature}",
        "« {source} » désigne {target:nature}",
    ),
    "learned.told_replaces": Text("statt {ids}", "in the place of {ids}", "à la place de {ids}"),
    "learned.told_configured": Text(
        "in config.toml steht anderes, und das gilt",
        "config.toml says otherwise, and that holds",
        "config.toml dit autre chose, et cela prime",
    ),
    "learned.unlearned": Text(
        "Widerrufen: {id}, für {supplier}: {what}",
        "Revoked: {id}, for {supplier}: {what}",
        "Révoqué : {id}, pour {supplier} : {what}",
    ),
    "learned.none": Text("Nichts gelernt.", "Nothing was learned.", "Rien n'a été appris."),
    "learned.supplier_unknown": Text(
        "Es gibt keinen Lieferanten „{text}“. {near}",
        "There is no supplier “{text}”. {near}",
        "Aucun fournisseur « {text} ». {near}",
    ),
    "learned.supplier_near": Text("Ähnlich: {names}.", "Similar: {names}.", "Proches : {names}."),
    "learned.supplier_ambiguous": Text(
        "Mehrere Lieferanten heißen „{text}“: {names}. Nennen Sie eine Kennung.",
        "Several suppliers are called “{text}”: {names}. Name an identifier.",
        "Plusieurs fournisseurs s'appellent « {text} » : {names}. Indiquez un identifiant.",
    ),
    "learned.factor_not_usable": Text(
        "„{text}“ ist kein Faktor. Erwartet: eine Zahl über 0 wie 12 oder 0.5, oder ein Bruch wie 1/3.",
        "“{text}” is no factor. Expected: a number above 0 such as 12 or 0.5, or a fraction such as 1/3.",
        "« {text} » n'est pas un facteur. Attendu : un nombre supérieur à 0 comme 12 ou 0.5, ou une fraction comme 1/3.",
    ),
    "learned.factor_with_unit": Text(
        "Ein Faktor gehört zu einer Einheit, und zu nichts sonst; --item auch.",
        "A factor belongs to a unit, and to nothing else; so does --item.",
        "Un facteur va avec une unité, et avec rien d'autre ; --item aussi.",
    ),
    "learned.nature_unknown": Text(
        "„{text}“ ist keine Art von Zeile. Möglich: charge, goods.",
        "“{text}” is no kind of line. Possible: charge, goods.",
        "« {text} » n'est pas un genre de ligne. Possibles : charge, goods.",
    ),
    "learned.says_nothing": Text(
        "„{text}“ sagt nichts, woran etwas zu erkennen wäre.",
        "“{text}” says nothing that anything could be recognized by.",
        "« {text} » ne dit rien qui permette de reconnaître quoi que ce soit.",
    ),
    "learned.convertible": Text(
        "{source} und {target} werden schon ineinander umgerechnet, ohne dass es jemand lehrt.",
        "{source} and {target} are converted into each other already, without anybody teaching it.",
        "{source} et {target} se convertissent déjà, sans que personne ne l'apprenne.",
    ),
    "learned.known_already": Text(
        "Das steht schon da, als {id}.", "That is there already, as {id}.", "Cela s'y trouve déjà, sous {id}."
    ),
}
