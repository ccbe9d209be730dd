"""What is wrong with single values of a document that is read all the same; and the parts of such sentences."""

from orders.wording.text import Text

_VALUES = (
    Text("{value} ist keine Zahl.", "{value} is not a number.", "{value} n'est pas un nombre."),
    Text("{value} ist kein Datum.", "{value} is not a date.", "{value} n'est pas une date."),
    Text(
        "{value} ist kein Datum im Format {code}.",
        "{value} is not a date of format {code}.",
        "{value} n'est pas une date au format {code}.",
    ),
    Text("{value} ist keine Uhrzeit.", "{value} is not a time.", "{value} n'est pas une heure."),
    Text("{value} ist weder true noch false.", "{value} is not true or false.", "{value} n'est ni true ni false."),
    Text("{field} wird weggelassen: {why}.", "{field} is left out: {why}.", "{field} est omis : {why}."),
    Text(
        "der Text hat mehr als {count} Zeichen",
        "the text has more than {count} characters",
        "le texte a plus de {count} caractères",
    ),
    Text("Das Dokument hat keine Nummer.", "The document has no number.", "Le document n'a pas de numéro."),
    Text(
        "Die Zeile nennt mehrere Bestellpositionen ({lines}).",
        "The line names several order lines ({lines}).",
        "La ligne nomme plusieurs lignes de commande ({lines}).",
    ),
)

_CODES = (
    Text(
        "Die Zeile hat den Status {code}, der hier nichts bedeutet.",
        "The line has the status {code}, which means nothing here.",
        "La ligne a le statut {code}, qui ne veut rien dire ici.",
    ),
    Text(
        "Die Antwort hat den Status {code}, der hier nichts bedeutet.",
        "The response has the status {code}, which means nothing here.",
        "La réponse a le statut {code}, qui ne veut rien dire ici.",
    ),
    Text(
        "Der Antwortcode {code} ist nicht bekannt.",
        "The response code {code} is none that is known.",
        "Le code de réponse {code} n'est pas connu.",
    ),
    Text(
        "Die Bestellung ist von der Art {code}, die hier nichts bedeutet; sie gilt als neu.",
        "The order is of the type {code}, which means nothing here; it is taken as new.",
        "La commande est du type {code}, qui ne veut rien dire ici ; elle est prise pour nouvelle.",
    ),
    Text(
        "Die Bestätigung ist von der Art {code}, die hier nichts bedeutet.",
        "The confirmation is of the type {code}, which means nothing here.",
        "La confirmation est du type {code}, qui ne veut rien dire ici.",
    ),
    Text(
        "Das Dokument ist von der Art {code}, die hier nichts bedeutet; es gilt als Rechnung.",
        "The document is of the type {code}, which means nothing here; it is taken as an invoice.",
        "Le document est du type {code}, qui ne veut rien dire ici ; il est pris pour une facture.",
    ),
)

_SUMS = (
    Text(
        "Position {line}: {quantity} × {price} ist nicht {amount}.",
        "Line {line}: {quantity} × {price} is not {amount}.",
        "Ligne {line} : {quantity} × {price} ne fait pas {amount}.",
    ),
    Text(
        "{rate} % von {basis} ist nicht {amount}.",
        "{rate} % of {basis} is not {amount}.",
        "{rate} % de {basis} ne fait pas {amount}.",
    ),
    Text(
        "Die Steuern ergeben zusammen {added}, als ihre Summe ist aber {stated} angegeben.",
        "The taxes add up to {added}, but their sum is given as {stated}.",
        "Les taxes font {added} au total, mais leur somme indiquée est {stated}.",
    ),
    Text(
        "Aus {cause} ergibt sich {added}, angegeben ist aber {stated} ({kind}).",
        "From {cause} comes {added}, but {kind} is given as {stated}.",
        "{cause} donnent {added}, mais il est indiqué {stated} ({kind}).",
    ),
    Text(
        "Aus der Bruttosumme abzüglich der Vorauszahlung ergibt sich {expected}, als zahlbar ist aber {stated} angegeben.",
        "From the gross total, less what is prepaid, comes {expected}, but the amount payable is given as {stated}.",
        "Du total brut, moins l'acompte, résulte {expected}, mais le montant à payer indiqué est {stated}.",
    ),
    Text("den Positionen", "the lines", "Les lignes"),
    Text(
        "Positionen, Zuschlägen und Abzügen",
        "lines, charges and allowances",
        "Les lignes, les frais et les remises",
    ),
    Text("Nettosumme und Steuer", "net total and tax", "Le total net et la taxe"),
    Text("Summe der Positionen", "the sum of the lines", "la somme des lignes"),
    Text("Nettosumme", "the net total", "le total net"),
    Text("Bruttosumme", "the gross total", "le total brut"),
)

_PRICES = (
    Text("Der Preis gilt für 0 Einheiten.", "The price is for 0 units.", "Le prix est pour 0 unité."),
    Text(
        "Der Preis gilt für {unit}, die Menge steht in {other}.",
        "The price is for {unit}, the quantity in {other}.",
        "Le prix est par {unit}, la quantité en {other}.",
    ),
    Text(
        "Der Preis enthält Steuer, die Zeile sagt aber nicht, wie viel.",
        "The price includes tax, but the line does not say how much.",
        "Le prix comprend la taxe, mais la ligne ne dit pas combien.",
    ),
)

_TABLES = (
    Text(
        "Spalte „{heading}“: „{cell}“ ({place}) ist {kind}; es wird weggelassen.",
        'Column "{heading}": "{cell}" ({place}) is {kind}; it is left out.',
        "Colonne « {heading} » : « {cell} » ({place}) est {kind} ; c'est omis.",
    ),
    Text(
        "Spalte „{heading}“: „{cell}“ ({place}) ist {kind}.",
        'Column "{heading}": "{cell}" ({place}) is {kind}.',
        "Colonne « {heading} » : « {cell} » ({place}) est {kind}.",
    ),
    Text(
        "Pfad „{path}“: „{cell}“ ({place}) ist {kind}; es wird weggelassen.",
        'Path "{path}": "{cell}" ({place}) is {kind}; it is left out.',
        "Chemin « {path} » : « {cell} » ({place}) est {kind} ; c'est omis.",
    ),
    Text(
        "Pfad „{path}“: „{cell}“ ({place}) ist {kind}.",
        'Path "{path}": "{cell}" ({place}) is {kind}.',
        "Chemin « {path} » : « {cell} » ({place}) est {kind}.",
    ),
    Text(
        "Spalte „{heading}“: {place} enthält {kind}; es wird weggelassen.",
        'Column "{heading}": {place} holds {kind}; it is left out.',
        "Colonne « {heading} » : {place} contient {kind} ; c'est omis.",
    ),
    Text(
        "Spalte „{heading}“: {place} sagt etwas anderes für {field} als die Zeilen darüber.",
        'Column "{heading}": {place} says another {field} than the rows above it.',
        "Colonne « {heading} » : {place} dit autre chose pour {field} que les lignes au-dessus.",
    ),
    Text(
        "Pfad „{path}“: {place} sagt etwas anderes für {field} als die Zeilen darüber.",
        'Path "{path}": {place} says another {field} than the rows above it.',
        "Chemin « {path} » : {place} dit autre chose pour {field} que les lignes au-dessus.",
    ),
    Text(
        "Und {count} weitere der gleichen Art ({field}).",
        "And {count} more of the same ({field}).",
        "Et {count} autres du même genre ({field}).",
    ),
    Text(
        "Die Zeile enthält weder eine Position noch die Nummer eines Dokuments; sie wird weggelassen.",
        "The row holds neither a line nor the number of a document; it is left out.",
        "La ligne ne contient ni position ni numéro de document ; elle est omise.",
    ),
    Text(
        "Die Zeile nennt kein Dokument; sie gilt als Teil dessen darüber.",
        "The row states no document; it is read as part of the one above.",
        "La ligne ne nomme aucun document ; elle est lue comme partie de celui du dessus.",
    ),
    Text(
        "Das Blatt „{sheet}“ wurde nicht gelesen. {reason}",
        'The sheet "{sheet}" was not read. {reason}',
        "La feuille « {sheet} » n'a pas été lue. {reason}",
    ),
    Text(
        "Der Pfad „{path}“ in `lines` findet nichts; das Layout „{layout}“ passt vielleicht nicht mehr.",
        'The path "{path}" of `lines` finds nothing; the layout "{layout}" may not fit any more.',
        "Le chemin « {path} » de `lines` ne trouve rien ; la mise en page « {layout} » ne convient peut-être plus.",
    ),
)

_CELLS = (
    Text("keine Zahl", "no number", "sans être un nombre"),
    Text("keine endliche Zahl", "not a finite number", "un nombre qui n'est pas fini"),
    Text("eine zu große oder zu kleine Zahl", "a number out of range", "un nombre hors limites"),
    Text("kein Datum", "no date", "sans être une date"),
    Text("keine Uhrzeit", "no time of day", "sans être une heure"),
    Text("kein Währungscode nach ISO 4217", "no currency code of ISO 4217", "sans être un code de devise ISO 4217"),
    Text("eine unbekannte Antwort", "an answer that is not known", "une réponse inconnue"),
    Text("eine unbekannte Aktion", "an action that is not known", "une action inconnue"),
    Text("ein unbekannter Stand", "a standing that is not known", "un état inconnu"),
    Text("weder ja noch nein", "neither yes nor no", "ni oui ni non"),
    Text(
        "ein Datum, wo eine Nummer oder ein Text hingehört",
        "a date where an id or a text belongs",
        "une date là où il faut un numéro ou un texte",
    ),
    Text(
        "eine Zahl mit mehr Ziffern, als eine Tabellenkalkulation behält",
        "a number of more digits than a spreadsheet keeps",
        "un nombre de plus de chiffres qu'un tableur n'en garde",
    ),
    Text("eine Formel; sie bleibt als Text", "a formula; it is kept as text", "une formule, gardée comme texte"),
    Text("einen Fehler statt eines Wertes", "an error instead of a value", "une erreur au lieu d'une valeur"),
    Text(
        "eine Formel, die nie berechnet wurde",
        "a formula that was never calculated",
        "une formule qui n'a jamais été calculée",
    ),
    Text(
        "eine Zahl mit „{sign}“ in einer Spalte von Zahlen mit „{other}“",
        'a number with "{sign}" in a column of numbers with "{other}"',
        "un nombre avec « {sign} » dans une colonne de nombres avec « {other} »",
    ),
    Text(
        "ein Datum, dessen Tag und Monat andersherum stehen als in seiner Spalte",
        "a date whose day and month stand the other way round than in its column",
        "une date dont le jour et le mois sont à l'inverse de sa colonne",
    ),
)

_INTERCHANGES = (
    Text(
        "Gezählt wurden {count} Teile ({kind}), {tag} nennt {said}.",
        "The {kind} has {count} parts, {tag} says {said}.",
        "Il y a {count} parties ({kind}), {tag} en annonce {said}.",
    ),
    Text(
        "Anfang und Ende nennen verschiedene Nummern ({kind}): {began} und {ends}.",
        "The {kind} begins as {began} and ends as {ends}.",
        "Le début et la fin nomment des numéros différents ({kind}) : {began} et {ends}.",
    ),
    Text(
        "UNT nennt {said} Segmente, die Nachricht hat {count}.",
        "UNT says {said}, the message has {count} segments.",
        "UNT annonce {said} segments, le message en a {count}.",
    ),
    Text(
        "SE nennt {said} Segmente, der Transaktionssatz hat {count}.",
        "SE says {said}, the set has {count} segments.",
        "SE annonce {said} segments, le jeu en a {count}.",
    ),
    Text(
        "Dem Datenaustausch fehlt das UNZ-Segment: Nachrichten nach dieser sind vielleicht unterwegs verloren gegangen.",
        "The interchange has no UNZ segment: messages after this one may have been lost on the way.",
        "L'échange n'a pas de segment UNZ : des messages après celui-ci se sont peut-être perdus en route.",
    ),
    Text("Datenaustausch", "interchange", "échange"),
    Text("Gruppe", "group", "groupe"),
)

SENTENCES: tuple[Text, ...] = (*_VALUES, *_CODES, *_SUMS, *_PRICES, *_TABLES, *_CELLS, *_INTERCHANGES)
