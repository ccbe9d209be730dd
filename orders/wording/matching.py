"""What matching says of where things belong: the rungs of the ladder, their evidence, what is missing next."""

from orders.wording.text import Text

TEXTS: dict[str, Text] = {
    "rule.decision": Text("Entscheidung", "Decision", "Décision"),
    "rule.line_reference": Text("Positionsbezug", "Line reference", "Référence de ligne"),
    "rule.item": Text("Artikel", "Item", "Article"),
    "rule.despatch": Text("Lieferavis", "Despatch advice", "Avis d'expédition"),
    "rule.receipt": Text("Wareneingang", "Receipt", "Réception"),
    "rule.header": Text("Belegkopf", "Document head", "En-tête"),
    "rule.prepayment": Text("Anzahlung", "Prepayment", "Acompte"),
    "rule.credited_invoice": Text("Gutgeschriebene Rechnung", "Credited invoice", "Facture créditée"),
    "rule.similar": Text("Ähnlichkeit", "Similarity", "Similitude"),
    "rule.open_items": Text("Offene Positionen", "Open items", "Postes ouverts"),
    "evidence.line_reference": Text(
        "{type:document} {number}, Zeile {line}, nennt Bestellung {order}, Position {order_line}.",
        "{type:document} {number}, line {line}, names order {order}, line {order_line}.",
        "{type:document} {number}, ligne {line}, cite la commande {order}, ligne {order_line}.",
    ),
    "evidence.supplier_line": Text(
        "{type:document} {number}, Zeile {line}, nennt Position {supplier_line} des Lieferanten; laut seiner "
        "Antwort ist das Bestellung {order}, Position {order_line}.",
        "{type:document} {number}, line {line}, names the supplier's line {supplier_line}, which by their answer "
        "is order {order}, line {order_line}.",
        "{type:document} {number}, ligne {line}, cite la ligne {supplier_line} du fournisseur ; selon sa "
        "réponse, c'est la commande {order}, ligne {order_line}.",
    ),
    "evidence.own_id": Text(
        "{type:document} {number} nennt keine Bestellposition; Zeile {line} trägt dieselbe Nummer wie Position "
        "{order_line} der Bestellung {order}, und der Artikel widerspricht nicht.",
        "{type:document} {number} names no order line; line {line} bears the same number as line {order_line} of "
        "order {order}, and the item does not contradict it.",
        "{type:document} {number} ne cite aucune ligne de commande ; la ligne {line} porte le même numéro que la "
        "ligne {order_line} de la commande {order}, et l'article ne la contredit pas.",
    ),
    "evidence.item": Text(
        "{type:document} {number}, Zeile {line}, nennt Bestellung {order} und Artikel {item}; das ist Position "
        "{order_line}.",
        "{type:document} {number}, line {line}, names order {order} and item {item}, which is line {order_line}.",
        "{type:document} {number}, ligne {line}, cite la commande {order} et l'article {item} ; c'est la ligne "
        "{order_line}.",
    ),
    "evidence.item_chosen": Text(
        "{type:document} {number}, Zeile {line}, nennt Bestellung {order} und Artikel {item}, den auch Position {others} "
        "bestellt; es ist Position {order_line}: {why:choice}.",
        "{type:document} {number}, line {line}, names order {order} and item {item}, which line {others} orders too; it is line "
        "{order_line}: {why:choice}.",
        "{type:document} {number}, ligne {line}, cite la commande {order} et l'article {item}, que la ligne {others} commande "
        "aussi ; c'est la ligne {order_line} : {why:choice}.",
    ),
    "choice.price": Text("nur ihr Preis stimmt", "only its price agrees", "seul son prix concorde"),
    "choice.date": Text("nur ihr Termin stimmt", "only its date agrees", "seule sa date concorde"),
    "choice.quantity": Text(
        "nur bei ihr ist genau diese Menge offen",
        "only there just this quantity is open",
        "là seulement, cette quantité exacte reste ouverte",
    ),
    "choice.room": Text(
        "bei den anderen ist nichts mehr offen",
        "nothing is open on the others",
        "rien ne reste ouvert sur les autres",
    ),
    "choice.due": Text(
        "erst nach Preis und Termin, dann nach Fälligkeit und Reihenfolge",
        "by price and date first, then by due date and place",
        "d'abord par prix et date, puis par échéance et rang",
    ),
    "evidence.item_split": Text(
        "{type:document} {number}, Zeile {line}, nennt Artikel {item}, den mehrere Positionen bestellen; die "
        "Menge ist auf {count} davon verteilt, ab Bestellung {order}, Position {order_line}: erst nach Preis und "
        "Termin, dann nach Fälligkeit.",
        "{type:document} {number}, line {line}, names item {item}, which several lines order; the quantity is "
        "spread over {count} of them, from order {order}, line {order_line} on: by price and date first, then by "
        "due date.",
        "{type:document} {number}, ligne {line}, cite l'article {item}, commandé sur plusieurs lignes ; la "
        "quantité est répartie sur {count} d'entre elles, à partir de la commande {order}, ligne {order_line} : "
        "d'abord par prix et date, puis par échéance.",
    ),
    "evidence.despatch": Text(
        "{type:document} {number}, Zeile {line}, bezieht sich auf {other_type:document} {other_number}, Zeile "
        "{other_line}; diese gehört zu Bestellung {order}, Position {order_line}.",
        "{type:document} {number}, line {line}, refers to {other_type:document} {other_number}, line "
        "{other_line}, which belongs to order {order}, line {order_line}.",
        "{type:document} {number}, ligne {line}, se réfère à {other_type:document} {other_number}, ligne "
        "{other_line}, qui appartient à la commande {order}, ligne {order_line}.",
    ),
    "evidence.decision_whole": Text(
        "{who} hat {type:document} {number} der Bestellung {order} zugeordnet; ohne Positionen zählt nur der Wert. {why}",
        "{who} assigned {type:document} {number} to order {order}; without lines only its value counts. {why}",
        "{who} a affecté {type:document} {number} à la commande {order} ; sans lignes, seule sa valeur compte. {why}",
    ),
    "evidence.decision_whole_part": Text(
        "{who} hat {amount:money} von {type:document} {number} der Bestellung {order} zugeordnet; ohne Positionen zählt nur "
        "der Wert. {why}",
        "{who} assigned {amount:money} of {type:document} {number} to order {order}; without lines only its value counts. "
        "{why}",
        "{who} a affecté {amount:money} de {type:document} {number} à la commande {order} ; sans lignes, seule sa valeur "
        "compte. {why}",
    ),
    "evidence.decision_answers": Text(
        "{who} hat {type:document} {number} der Bestellung {order} zugeordnet: damit ist Position {order_line} beantwortet. "
        "{why}",
        "{who} assigned {type:document} {number} to order {order}, so it answers line {order_line}. {why}",
        "{who} a affecté {type:document} {number} à la commande {order} : elle répond ainsi pour la ligne {order_line}. {why}",
    ),
    "evidence.decision": Text(
        "{who} hat {type:document} {number}, Zeile {line}, der Bestellung {order}, Position {order_line}, "
        "zugeordnet. {why}",
        "{who} assigned {type:document} {number}, line {line}, to order {order}, line {order_line}. {why}",
        "{who} a affecté {type:document} {number}, ligne {line}, à la commande {order}, ligne {order_line}. {why}",
    ),
    "evidence.proposal": Text(
        "{type:document} {number}, Zeile {line}, könnte zu Bestellung {order}, Position {order_line}, gehören.",
        "{type:document} {number}, line {line}, might belong to order {order}, line {order_line}.",
        "{type:document} {number}, ligne {line}, pourrait appartenir à la commande {order}, ligne {order_line}.",
    ),
    "evidence.similar": Text(
        "{type:document} {number}, Zeile {line}, nennt Bestellung {order}, aber keine Position; Position {order_line} passt "
        "am besten ({score} von 100 Punkten). Stimmt überein: {agrees:levels}. Weicht ab: {differs:levels}.",
        "{type:document} {number}, line {line}, names order {order} but no line of it; line {order_line} fits best ({score} "
        "of 100 points). Agrees: {agrees:levels}. Differs: {differs:levels}.",
        "{type:document} {number}, ligne {line}, cite la commande {order} sans en citer la ligne ; la ligne {order_line} "
        "correspond le mieux ({score} points sur 100). Concorde : {agrees:levels}. Diffère : {differs:levels}.",
    ),
    "evidence.similar_split": Text(
        "{type:document} {number}, Zeile {line}, nennt Bestellung {order}, aber keine Position; sie füllt genau {count} "
        "Positionen desselben Artikels, ab Position {order_line} ({score} von 100 Punkten). Stimmt überein: "
        "{agrees:levels}. Weicht ab: {differs:levels}.",
        "{type:document} {number}, line {line}, names order {order} but no line of it; it fills exactly {count} lines of one "
        "article, from line {order_line} on ({score} of 100 points). Agrees: {agrees:levels}. Differs: {differs:levels}.",
        "{type:document} {number}, ligne {line}, cite la commande {order} sans en citer la ligne ; elle remplit exactement "
        "{count} lignes d'un même article, à partir de la ligne {order_line} ({score} points sur 100). Concorde : "
        "{agrees:levels}. Diffère : {differs:levels}.",
    ),
    "evidence.open_items": Text(
        "{type:document} {number}, Zeile {line}, nennt keine Bestellung; von allem, was beim Lieferanten offen ist, passt "
        "allein Bestellung {order}, Position {order_line} ({score} von 100 Punkten). Stimmt überein: {agrees:levels}. "
        "Weicht ab: {differs:levels}.",
        "{type:document} {number}, line {line}, names no order; of all that is open with the supplier only order {order}, "
        "line {order_line}, fits ({score} of 100 points). Agrees: {agrees:levels}. Differs: {differs:levels}.",
        "{type:document} {number}, ligne {line}, ne cite aucune commande ; de tout ce qui est ouvert chez le fournisseur, "
        "seule la commande {order}, ligne {order_line}, correspond ({score} points sur 100). Concorde : {agrees:levels}. "
        "Diffère : {differs:levels}.",
    ),
    "evidence.open_items_split": Text(
        "{type:document} {number}, Zeile {line}, nennt keine Bestellung; sie füllt genau alle {count} Positionen, die von dem "
        "Artikel beim Lieferanten offen sind, ab Bestellung {order}, Position {order_line} ({score} von 100 Punkten). "
        "Stimmt überein: {agrees:levels}. Weicht ab: {differs:levels}.",
        "{type:document} {number}, line {line}, names no order; it fills exactly all {count} lines of the article that are "
        "open with the supplier, from order {order}, line {order_line} on ({score} of 100 points). "
        "Agrees: {agrees:levels}. Differs: {differs:levels}.",
        "{type:document} {number}, ligne {line}, ne cite aucune commande ; elle remplit exactement les {count} lignes de "
        "l'article ouvertes chez le fournisseur, à partir de la commande {order}, ligne {order_line} ({score} points sur "
        "100). Concorde : {agrees:levels}. Diffère : {differs:levels}.",
    ),
    "evidence.proposed": Text(
        "{type:document} {number}, Zeile {line}, könnte zu Bestellung {order}, Position {order_line}, gehören ({score} von "
        "100 Punkten). Stimmt überein: {agrees:levels}. Weicht ab: {differs:levels}.",
        "{type:document} {number}, line {line}, might belong to order {order}, line {order_line} ({score} of 100 points). "
        "Agrees: {agrees:levels}. Differs: {differs:levels}.",
        "{type:document} {number}, ligne {line}, pourrait appartenir à la commande {order}, ligne {order_line} ({score} "
        "points sur 100). Concorde : {agrees:levels}. Diffère : {differs:levels}.",
    ),
    "level.none": Text("nichts", "nothing", "rien"),
    "level.item.same": Text("Artikelnummer", "item number", "référence article"),
    "level.item.spelling": Text(
        "Artikelnummer bis auf ein Zeichen",
        "item number but for one character",
        "référence article à un caractère près",
    ),
    "level.item.other": Text("andere Artikelnummer", "another item number", "autre référence article"),
    "level.text.same": Text("Text", "text", "texte"),
    "level.text.more": Text("Text, eine Seite sagt mehr", "text, one side says more", "texte, un côté en dit plus"),
    "level.text.less": Text("Text, ohne alle Maße", "text, some measures left out", "texte, sans toutes les mesures"),
    "level.text.spelling": Text(
        "Text bis auf Schreibweise oder Abkürzung", "text but for spelling", "texte à l'orthographe près"
    ),
    "level.text.numbers": Text(
        "Maße im Text, die Wörter nicht",
        "the measures in the text, not the words",
        "les mesures du texte, pas les mots",
    ),
    "level.text.partly": Text("Text nur zum Teil", "text only in part", "texte en partie seulement"),
    "level.text.size": Text("andere Maße im Text", "other measures in the text", "autres mesures dans le texte"),
    "level.text.other": Text("anderer Text", "another text", "autre texte"),
    "level.text.none": Text("kein Text zum Vergleich", "no text to compare", "pas de texte à comparer"),
    "level.price.same": Text("Preis", "price", "prix"),
    "level.price.near": Text("Preis auf 5 % genau", "price within 5 %", "prix à 5 % près"),
    "level.price.other": Text("anderer Preis", "another price", "autre prix"),
    "level.quantity.same": Text(
        "Menge genau die offene", "quantity just what is open", "quantité, exactement le reste"
    ),
    "level.quantity.part": Text(
        "Menge ein Teil der offenen", "quantity a part of what is open", "quantité, une partie du reste"
    ),
    "level.quantity.over": Text("mehr als offen ist", "more than is open", "plus que le reste ouvert"),
    "level.unit.same": Text("Einheit", "unit", "unité"),
    "level.unit.converted": Text("Einheit, umgerechnet", "unit, converted", "unité, convertie"),
    "level.date.same": Text("Termin", "date", "date"),
    "level.date.near": Text("Termin auf eine Woche genau", "date within a week", "date à une semaine près"),
    "level.date.other": Text("anderer Termin", "another date", "autre date"),
    "evidence.header": Text(
        "{type:document} {number} nennt Bestellung {order} und hat keine Positionen: nur der Wert zählt.",
        "{type:document} {number} names order {order} and has no lines: only its value counts.",
        "{type:document} {number} cite la commande {order} et n'a pas de lignes : seule sa valeur compte.",
    ),
    "evidence.prepayment": Text(
        "{type:document} {number} verlangt mit Position {line} eine Anzahlung auf Bestellung {order}: nur der Wert zählt.",
        "{type:document} {number} asks with line {line} for a prepayment on order {order}: only its value counts.",
        "{type:document} {number} demande à la ligne {line} un acompte sur la commande {order} : seule sa valeur compte.",
    ),
    "evidence.prepayment_deducted": Text(
        "{type:document} {number} zieht mit Position {line} eine Anzahlung auf Bestellung {order} ab: nur der Wert zählt.",
        "{type:document} {number} deducts with line {line} a prepayment on order {order}: only its value counts.",
        "{type:document} {number} déduit à la ligne {line} un acompte sur la commande {order} : seule sa valeur compte.",
    ),
    "evidence.credited_invoice": Text(
        "{type:document} {number} hat keine Positionen und nimmt {other_type:document} {other_number} ganz zurück.",
        "{type:document} {number} has no lines and takes back the whole of {other_type:document} {other_number}.",
        "{type:document} {number} n'a pas de lignes et annule la totalité de {other_type:document} {other_number}.",
    ),
    "evidence.answers_all": Text(
        "{type:document} {number} beantwortet Bestellung {order} im Ganzen, also auch Position {order_line}.",
        "{type:document} {number} answers order {order} as a whole, and so line {order_line}.",
        "{type:document} {number} répond à la commande {order} dans son ensemble, donc aussi à la ligne {order_line}.",
    ),
    "missing.response": Text(
        "Die Antwort des Lieferanten fehlt zu Position {lines}.",
        "The supplier's answer is missing for line {lines}.",
        "La réponse du fournisseur manque pour la ligne {lines}.",
    ),
    "missing.decision": Text(
        "Was der Lieferant an Position {lines} geändert oder abgelehnt hat, ist noch nicht geklärt.",
        "What the supplier changed or rejected of line {lines} is not settled yet.",
        "Ce que le fournisseur a modifié ou refusé de la ligne {lines} n'est pas encore réglé.",
    ),
    "missing.new_answer": Text(
        "Was der Lieferant an Position {lines} geändert oder abgelehnt hat, ist beanstandet; seine neue Antwort fehlt.",
        "What the supplier changed or rejected of line {lines} was not accepted; a new answer is missing.",
        "Ce que le fournisseur a modifié ou refusé de la ligne {lines} n'est pas accepté ; il manque une nouvelle réponse.",
    ),
    "missing.shipment": Text(
        "Position {order_line}: noch {quantity:number} {unit:unit} zu versenden.",
        "Line {order_line}: {quantity:number} {unit:unit} still to be shipped.",
        "Ligne {order_line} : encore {quantity:number} {unit:unit} à expédier.",
    ),
    "missing.receipt": Text(
        "Position {order_line}: noch {quantity:number} {unit:unit} zu erhalten.",
        "Line {order_line}: {quantity:number} {unit:unit} still to be received.",
        "Ligne {order_line} : encore {quantity:number} {unit:unit} à recevoir.",
    ),
    "missing.invoicing": Text(
        "Position {order_line}: noch {quantity:number} {unit:unit} zu berechnen.",
        "Line {order_line}: {quantity:number} {unit:unit} still to be invoiced.",
        "Ligne {order_line} : encore {quantity:number} {unit:unit} à facturer.",
    ),
    "tolerated.shipment": Text(
        "Position {order_line}: {quantity:number} {unit:unit} wurden nicht versandt; das ist in der Toleranz (aus: {rule:limit}).",
        "Line {order_line}: {quantity:number} {unit:unit} were not shipped, which is within tolerance (set by: {rule:limit}).",
        "Ligne {order_line} : il manque {quantity:number} {unit:unit} à l'expédition, dans la tolérance (selon : {rule:limit}).",
    ),
    "tolerated.receipt": Text(
        "Position {order_line}: {quantity:number} {unit:unit} sind nicht eingegangen; das ist in der Toleranz (aus: {rule:limit}).",
        "Line {order_line}: {quantity:number} {unit:unit} were not received, which is within tolerance (set by: {rule:limit}).",
        "Ligne {order_line} : il manque {quantity:number} {unit:unit} à la réception, dans la tolérance (selon : {rule:limit}).",
    ),
    "tolerated.invoicing": Text(
        "Position {order_line}: {quantity:number} {unit:unit} sind nicht berechnet; das ist in der Toleranz (aus: {rule:limit}).",
        "Line {order_line}: {quantity:number} {unit:unit} were not invoiced, which is within tolerance (set by: {rule:limit}).",
        "Ligne {order_line} : {quantity:number} {unit:unit} n'ont pas été facturés, dans la tolérance (selon : {rule:limit}).",
    ),
    "missing.credit": Text(
        "Position {order_line}: Gutschrift über {quantity:number} {unit:unit} erwartet.",
        "Line {order_line}: credit note expected for {quantity:number} {unit:unit}.",
        "Ligne {order_line} : avoir attendu pour {quantity:number} {unit:unit}.",
    ),
    "missing.more": Text(
        "… und {count} weitere Positionen.",
        "… and {count} more lines.",
        "… et {count} autres lignes.",
    ),
    "missing.invoice_lines": Text(
        "{type:document} {number} hat keine Positionen; es fehlt eine Rechnung mit Positionen.",
        "{type:document} {number} has no lines; an invoice with lines is missing.",
        "{type:document} {number} n'a pas de lignes ; il manque une facture avec lignes.",
    ),
}
