"""What `explain` says: why an order stands where it stands."""

from orders.wording.text import Text

TEXTS: dict[str, Text] = {
    "cli.explain_heading_status": Text("Status", "Status", "Statut"),
    "cli.explain_heading_track": Text("Stand der vier Spuren", "The four tracks", "Les quatre suivis"),
    "cli.explain_heading_line": Text("Positionen", "Lines", "Lignes"),
    "cli.explain_heading_document": Text(
        "Belege, die nicht zählen", "Documents that do not count", "Documents non comptés"
    ),
    "cli.explain_heading_deviation": Text("Abweichungen", "Deviations", "Écarts"),
    "cli.explain_heading_decision": Text("Entscheidungen", "Decisions", "Décisions"),
    "cli.explain_heading_missing": Text(
        "Bis zum nächsten Status fehlt", "Missing for the next status", "Manque pour le statut suivant"
    ),
    "cli.explain_heading_action": Text("Was zu tun ist", "What to do", "Ce qu'il faut faire"),
    "cli.explain_status": Text(
        "Bestellung {number} hat den Status „{status:status}“.",
        "Order {number} has the status “{status:status}”.",
        "La commande {number} a le statut « {status:status} ».",
    ),
    "cli.explain_why_track": Text(
        "Von den Spuren, in denen etwas steht, hat „{track:track}“ Vorrang.",
        "Of the tracks with anything in them, “{track:track}” takes precedence.",
        "Parmi les suivis renseignés, « {track:track} » prévaut.",
    ),
    "cli.explain_why_pending": Text(
        "Es ist noch nichts zurückgekommen, das zählt.",
        "Nothing that counts has come back yet.",
        "Rien de ce qui compte n'est encore revenu.",
    ),
    "cli.explain_why_rejected": Text(
        "Der Lieferant hat alle Positionen abgelehnt.",
        "The supplier rejected every line.",
        "Le fournisseur a refusé toutes les lignes.",
    ),
    "cli.explain_why_cancelled": Text(
        "Von dieser Bestellung wird nichts mehr gewünscht.",
        "Nothing of this order is wanted any more.",
        "Plus rien de cette commande n'est souhaité.",
    ),
    "cli.explain_override": Text(
        "Bestellung {number} wurde von Hand auf „{status:status}“ gesetzt; die Belege ergäben „{derived:status}“.",
        "Order {number} was set to “{status:status}” by hand; the documents say “{derived:status}”.",
        "La commande {number} a été mise à la main sur « {status:status} » ; "
        "d'après les documents : « {derived:status} ».",
    ),
    "cli.explain_track": Text(
        "{track:track}: {status:status}.", "{track:track}: {status:status}.", "{track:track} : {status:status}."
    ),
    "cli.explain_track_none": Text(
        "{track:track}: noch nichts.", "{track:track}: nothing yet.", "{track:track} : rien encore."
    ),
    "cli.explain_track_off": Text(
        "{track:track}: wird nicht verfolgt.", "{track:track}: not tracked.", "{track:track} : non suivi."
    ),
    "cli.explain_line": Text(
        "Position {line} ({name}): bestellt {ordered:number} {unit:unit}, bestätigt {confirmed:number}, "
        "versandt {shipped:number}, erhalten {received:number}, berechnet {invoiced:number}. Status „{status:status}“.",
        "Line {line} ({name}): ordered {ordered:number} {unit:unit}, confirmed {confirmed:number}, "
        "shipped {shipped:number}, received {received:number}, invoiced {invoiced:number}. Status “{status:status}”.",
        "Ligne {line} ({name}) : commandé {ordered:number} {unit:unit}, confirmé {confirmed:number}, "
        "expédié {shipped:number}, reçu {received:number}, facturé {invoiced:number}. Statut « {status:status} ».",
    ),
    "cli.explain_left_out": Text(
        "Position {line}, nicht mehr zu erwarten:",
        "Line {line}, no longer to come:",
        "Ligne {line}, n'est plus attendu :",
    ),
    "cli.explain_inferred": Text(
        "Position {line}: Versandt ist mindestens, was erhalten wurde, auch ohne Lieferavis.",
        "Line {line}: shipped is at least what was received, also without a despatch advice.",
        "Ligne {line} : est expédié au moins ce qui est reçu, même sans avis d'expédition.",
    ),
    "cli.explain_line_target": Text(
        "Position {line} ({name}): bestellt {ordered:number} {unit:unit}, davon noch zu erfüllen {target:number}; "
        "bestätigt {confirmed:number}, versandt {shipped:number}, erhalten {received:number}, "
        "berechnet {invoiced:number}. Status „{status:status}“.",
        "Line {line} ({name}): ordered {ordered:number} {unit:unit}, of which {target:number} are to be fulfilled; "
        "confirmed {confirmed:number}, shipped {shipped:number}, received {received:number}, "
        "invoiced {invoiced:number}. Status “{status:status}”.",
        "Ligne {line} ({name}) : commandé {ordered:number} {unit:unit}, dont {target:number} à satisfaire ; "
        "confirmé {confirmed:number}, expédié {shipped:number}, reçu {received:number}, "
        "facturé {invoiced:number}. Statut « {status:status} ».",
    ),
    "cli.explain_text_line": Text(
        "Position {line} ist nur Text und hält nichts offen.",
        "Line {line} is only text and holds nothing open.",
        "La ligne {line} n'est que du texte et ne laisse rien ouvert.",
    ),
    "cli.explain_response": Text(
        "{quantity:number} {unit:unit} bestätigt durch {type:document} {number}, Zeile {line} (Regel: {rule:rule}).",
        "{quantity:number} {unit:unit} confirmed by {type:document} {number}, line {line} (rule: {rule:rule}).",
        "{quantity:number} {unit:unit} confirmé par {type:document} {number}, ligne {line} (règle : {rule:rule}).",
    ),
    "cli.explain_shipment": Text(
        "{quantity:number} {unit:unit} versandt laut {type:document} {number}, Zeile {line} (Regel: {rule:rule}).",
        "{quantity:number} {unit:unit} shipped according to {type:document} {number}, line {line} (rule: {rule:rule}).",
        "{quantity:number} {unit:unit} expédié selon {type:document} {number}, ligne {line} (règle : {rule:rule}).",
    ),
    "cli.explain_receipt": Text(
        "{quantity:number} {unit:unit} erhalten laut {type:document} {number}, Zeile {line} (Regel: {rule:rule}).",
        "{quantity:number} {unit:unit} received according to {type:document} {number}, line {line} (rule: {rule:rule}).",
        "{quantity:number} {unit:unit} reçu selon {type:document} {number}, ligne {line} (règle : {rule:rule}).",
    ),
    "cli.explain_invoicing": Text(
        "{quantity:number} {unit:unit} berechnet mit {type:document} {number}, Zeile {line} (Regel: {rule:rule}).",
        "{quantity:number} {unit:unit} invoiced with {type:document} {number}, line {line} (rule: {rule:rule}).",
        "{quantity:number} {unit:unit} facturé avec {type:document} {number}, ligne {line} (règle : {rule:rule}).",
    ),
    "cli.explain_receipt_back": Text(
        "{quantity:number} {unit:unit} zurückgeschickt laut {type:document} {number}, Zeile {line} (Regel: {rule:rule}).",
        "{quantity:number} {unit:unit} sent back according to {type:document} {number}, line {line} (rule: {rule:rule}).",
        "{quantity:number} {unit:unit} retourné selon {type:document} {number}, ligne {line} (règle : {rule:rule}).",
    ),
    "cli.explain_invoicing_back": Text(
        "{quantity:number} {unit:unit} gutgeschrieben mit {type:document} {number}, Zeile {line} (Regel: {rule:rule}).",
        "{quantity:number} {unit:unit} credited with {type:document} {number}, line {line} (rule: {rule:rule}).",
        "{quantity:number} {unit:unit} crédité avec {type:document} {number}, ligne {line} (règle : {rule:rule}).",
    ),
    "cli.explain_invoicing_back_whole": Text(
        "{quantity:number} {unit:unit} gutgeschrieben mit {type:document} {number} als Ganzem (Regel: {rule:rule}).",
        "{quantity:number} {unit:unit} credited with {type:document} {number} as a whole (rule: {rule:rule}).",
        "{quantity:number} {unit:unit} crédité avec {type:document} {number} dans son ensemble (règle : {rule:rule}).",
    ),
    "cli.explain_amount_back": Text(
        "Betrag {amount:money} gutgeschrieben mit {type:document} {number}, Zeile {line}, ohne Menge (Regel: {rule:rule}).",
        "Amount {amount:money} credited with {type:document} {number}, line {line}, without a quantity "
        "(rule: {rule:rule}).",
        "Montant {amount:money} crédité avec {type:document} {number}, ligne {line}, sans quantité (règle : {rule:rule}).",
    ),
    "cli.explain_amount_back_whole": Text(
        "Betrag {amount:money} gutgeschrieben mit {type:document} {number} als Ganzem (Regel: {rule:rule}).",
        "Amount {amount:money} credited with {type:document} {number} as a whole (rule: {rule:rule}).",
        "Montant {amount:money} crédité avec {type:document} {number} dans son ensemble (règle : {rule:rule}).",
    ),
    "cli.explain_amount": Text(
        "Betrag {amount:money} aus {type:document} {number}, Zeile {line}, ohne Menge (Regel: {rule:rule}).",
        "Amount {amount:money} of {type:document} {number}, line {line}, without a quantity (rule: {rule:rule}).",
        "Montant {amount:money} de {type:document} {number}, ligne {line}, sans quantité (règle : {rule:rule}).",
    ),
    "cli.explain_response_whole": Text(
        "{quantity:number} {unit:unit} bestätigt durch {type:document} {number} als Ganzes (Regel: {rule:rule}).",
        "{quantity:number} {unit:unit} confirmed by {type:document} {number} as a whole (rule: {rule:rule}).",
        "{quantity:number} {unit:unit} confirmé par {type:document} {number} dans son ensemble (règle : {rule:rule}).",
    ),
    "cli.explain_shipment_whole": Text(
        "{quantity:number} {unit:unit} versandt laut {type:document} {number} als Ganzem (Regel: {rule:rule}).",
        "{quantity:number} {unit:unit} shipped according to {type:document} {number} as a whole (rule: {rule:rule}).",
        "{quantity:number} {unit:unit} expédié selon {type:document} {number} dans son ensemble (règle : {rule:rule}).",
    ),
    "cli.explain_receipt_whole": Text(
        "{quantity:number} {unit:unit} erhalten laut {type:document} {number} als Ganzem (Regel: {rule:rule}).",
        "{quantity:number} {unit:unit} received according to {type:document} {number} as a whole (rule: {rule:rule}).",
        "{quantity:number} {unit:unit} reçu selon {type:document} {number} dans son ensemble (règle : {rule:rule}).",
    ),
    "cli.explain_invoicing_whole": Text(
        "{quantity:number} {unit:unit} berechnet mit {type:document} {number} als Ganzem (Regel: {rule:rule}).",
        "{quantity:number} {unit:unit} invoiced with {type:document} {number} as a whole (rule: {rule:rule}).",
        "{quantity:number} {unit:unit} facturé avec {type:document} {number} dans son ensemble (règle : {rule:rule}).",
    ),
    "cli.explain_amount_whole": Text(
        "Betrag {amount:money} aus {type:document} {number} als Ganzem (Regel: {rule:rule}).",
        "Amount {amount:money} of {type:document} {number} as a whole (rule: {rule:rule}).",
        "Montant {amount:money} de {type:document} {number} dans son ensemble (règle : {rule:rule}).",
    ),
    "cli.explain_not_counted": Text(
        "{type:document} {number} zählt nicht: {reason:reason}.",
        "{type:document} {number} does not count: {reason:reason}.",
        "{type:document} {number} n'est pas compté : {reason:reason}.",
    ),
    "cli.explain_not_counted_for": Text(
        "{type:document} {number} zählt nicht: {reason:reason}; siehe {other_type:document} {other_number}.",
        "{type:document} {number} does not count: {reason:reason}; see {other_type:document} {other_number}.",
        "{type:document} {number} n'est pas compté : {reason:reason} ; voir {other_type:document} {other_number}.",
    ),
    "cli.explain_cancels": Text(
        "{type:document} {number} storniert {other_type:document} {other_number} und zählt selbst für nichts.",
        "{type:document} {number} cancels {other_type:document} {other_number} and counts for nothing itself.",
        "{type:document} {number} annule {other_type:document} {other_number} et ne compte pour rien.",
    ),
    "cli.explain_refused": Text(
        "Position {line}: {quantity:number} {unit:unit} wurden bei der Annahme zurückgewiesen und sind noch hier.",
        "Line {line}: {quantity:number} {unit:unit} were refused at receipt and are still here.",
        "Ligne {line} : {quantity:number} {unit:unit} ont été refusés à la réception et sont encore ici.",
    ),
    "cli.explain_charges": Text(
        "{type:document} {number} hat Zeilen, die Nebenkosten sind, weil es jemand gesagt hat.",
        "{type:document} {number} has lines that are charges because somebody said so.",
        "{type:document} {number} a des lignes qui sont des frais parce que quelqu'un l'a dit.",
    ),
    "cli.explain_decision": Text(
        "Entscheidung {id} von {who} am {day:date}:",
        "Decision {id} of {who} on {day:date}:",
        "Décision {id} de {who} du {day:date} :",
    ),
    "cli.explain_decision_void": Text(
        "Entscheidung {id} von {who} am {day:date} gilt für nichts mehr: worum es ging, hat sich geändert, oder eine "
        "neuere ging vor.",
        "Decision {id} of {who} on {day:date} applies to nothing any more: what it was about has changed, or a newer one "
        "went before it.",
        "La décision {id} de {who} du {day:date} ne s'applique plus : son objet a changé, ou une plus récente prévaut.",
    ),
    "cli.explain_deviation": Text(
        "{code:deviation} ({severity:severity}).",
        "{code:deviation} ({severity:severity}).",
        "{code:deviation} ({severity:severity}).",
    ),
    "cli.explain_deviation_accepted": Text(
        "{code:deviation}, anerkannt.",
        "{code:deviation}, accepted.",
        "{code:deviation}, accepté.",
    ),
    "cli.explain_deviation_rejected": Text(
        "{code:deviation} ({severity:severity}), beanstandet.",
        "{code:deviation} ({severity:severity}), rejected.",
        "{code:deviation} ({severity:severity}), refusé.",
    ),
    "cli.explain_allowed": Text(
        "Erlaubt: {tolerance:number} {unit:unit} (Toleranz aus: {rule:limit}).",
        "Allowed: {tolerance:number} {unit:unit} (tolerance set by: {rule:limit}).",
        "Admis : {tolerance:number} {unit:unit} (tolérance selon : {rule:limit}).",
    ),
    "cli.explain_allowed_days": Text(
        "Erlaubt: {tolerance:days} (Toleranz aus: {rule:limit}).",
        "Allowed: {tolerance:days} (tolerance set by: {rule:limit}).",
        "Admis : {tolerance:days} (tolérance selon : {rule:limit}).",
    ),
    "cli.explain_allowed_money": Text(
        "Erlaubt: {tolerance:price} (Toleranz aus: {rule:limit}).",
        "Allowed: {tolerance:price} (tolerance set by: {rule:limit}).",
        "Admis : {tolerance:price} (tolérance selon : {rule:limit}).",
    ),
    "cli.explain_action": Text(
        "Position {line}, {who:actor}:", "Line {line}, {who:actor}:", "Ligne {line}, {who:actor} :"
    ),
}
