"""Decisions: what can be decided, what was, and why something cannot be."""

from orders.wording.text import Text

TEXTS: dict[str, Text] = {
    # what can be decided
    "choice.accept": Text("Anerkennen", "Accept", "Accepter"),
    "choice.reject": Text("Beanstanden", "Reject", "Refuser"),
    "choice.close": Text("Position kurz schließen", "Close the line short", "Solder la ligne"),
    "choice.close_invoicing": Text(
        "Berechnung der Position abschließen", "Close the line's invoicing", "Clore la facturation de la ligne"
    ),
    "choice.replacement": Text("Ersetzt den anderen Beleg", "Replaces the other document", "Remplace l'autre document"),
    "choice.duplicate": Text("Ist doppelt", "Is a duplicate", "Est un doublon"),
    "choice.count": Text("Zählt", "Counts", "Compte"),
    "choice.first": Text("Vorschlag 1", "Proposal 1", "Proposition 1"),
    "choice.second": Text("Vorschlag 2", "Proposal 2", "Proposition 2"),
    "choice.assign": Text("Zuordnen zu …", "Assign to …", "Attribuer à …"),
    "choice.charge": Text("Sind Nebenkosten", "Is a charge", "Sont des frais"),
    "state.accepted": Text("anerkannt", "accepted", "accepté"),
    "state.rejected": Text("beanstandet", "rejected", "refusé"),
    # what was decided
    "decided.accept": Text(
        "Anerkannt: {code:deviation}. {why}", "Accepted: {code:deviation}. {why}", "Accepté : {code:deviation}. {why}"
    ),
    "decided.reject": Text(
        "Beanstandet: {code:deviation}. {why}", "Rejected: {code:deviation}. {why}", "Refusé : {code:deviation}. {why}"
    ),
    "decided.assign": Text(
        "{type:document} {number}, Zeile {document_line}, zugeordnet zu Bestellung {order}, Position {line}. {why}",
        "{type:document} {number}, line {document_line}, assigned to order {order}, line {line}. {why}",
        "{type:document} {number}, ligne {document_line}, attribuée à la commande {order}, ligne {line}. {why}",
    ),
    "decided.assign_whole": Text(
        "{type:document} {number} zugeordnet zu Bestellung {order}. {why}",
        "{type:document} {number} assigned to order {order}. {why}",
        "{type:document} {number} attribuée à la commande {order}. {why}",
    ),
    "decided.assign_whole_part": Text(
        "{amount:money} von {type:document} {number} zugeordnet zu Bestellung {order}. {why}",
        "{amount:money} of {type:document} {number} assigned to order {order}. {why}",
        "{amount:money} de {type:document} {number} attribués à la commande {order}. {why}",
    ),
    "decided.assign_part": Text(
        "{type:document} {number}, Zeile {document_line}: {quantity:number} zugeordnet zu Bestellung {order}, "
        "Position {line}. {why}",
        "{type:document} {number}, line {document_line}: {quantity:number} assigned to order {order}, line {line}. "
        "{why}",
        "{type:document} {number}, ligne {document_line} : {quantity:number} attribués à la commande {order}, "
        "ligne {line}. {why}",
    ),
    "decided.charge": Text(
        "{type:document} {number}, Zeile {document_line}, sind Nebenkosten. {why}",
        "{type:document} {number}, line {document_line}, is a charge. {why}",
        "{type:document} {number}, ligne {document_line}, représente des frais. {why}",
    ),
    "decided.is_charge": Text(
        "Zeile {line} sind Nebenkosten: entschieden von {who}. {why}",
        "Line {line} is a charge: decided by {who}. {why}",
        "La ligne {line} représente des frais : décidé par {who}. {why}",
    ),
    "decided.close": Text(
        "Position {line} kurz geschlossen. {why}", "Line {line} closed short. {why}", "Ligne {line} soldée. {why}"
    ),
    "decided.close_invoicing": Text(
        "Position {line}: Berechnung abgeschlossen. {why}",
        "Line {line}: invoicing closed. {why}",
        "Ligne {line} : facturation close. {why}",
    ),
    "decided.reopen": Text(
        "Position {line} wieder geöffnet. {why}", "Line {line} reopened. {why}", "Ligne {line} rouverte. {why}"
    ),
    "decided.reopen_invoicing": Text(
        "Position {line}: Berechnung wieder geöffnet. {why}",
        "Line {line}: invoicing reopened. {why}",
        "Ligne {line} : facturation rouverte. {why}",
    ),
    "decided.replacement": Text(
        "{type:document} {number} ersetzt den anderen Beleg der Nummer. {why}",
        "{type:document} {number} replaces the other document of its number. {why}",
        "{type:document} {number} remplace l'autre document de ce numéro. {why}",
    ),
    "decided.duplicate": Text(
        "{type:document} {number} ist doppelt. {why}",
        "{type:document} {number} is a duplicate. {why}",
        "{type:document} {number} est un doublon. {why}",
    ),
    "decided.count": Text(
        "{type:document} {number} zählt. {why}",
        "{type:document} {number} counts. {why}",
        "{type:document} {number} compte. {why}",
    ),
    "decided.status": Text(
        "Status von Hand auf „{status:status}“ gesetzt. {why}",
        "Status set to “{status:status}” by hand. {why}",
        "Statut fixé à la main : « {status:status} ». {why}",
    ),
    "decided.status_line": Text(
        "Position {line}: Status von Hand auf „{status:status}“ gesetzt. {why}",
        "Line {line}: status set to “{status:status}” by hand. {why}",
        "Ligne {line} : statut fixé à la main : « {status:status} ». {why}",
    ),
    "decided.revoked": Text(
        "Entscheidung {id} widerrufen. {why}", "Decision {id} revoked. {why}", "Décision {id} révoquée. {why}"
    ),
    # why something cannot be decided
    "decide.document_not_named": Text(
        '„{text}“ nennt keinen Beleg: erwartet wird Art und Nummer, etwa "invoice R-108". Arten: {types}.',
        '“{text}” names no document: type and number are expected, such as "invoice R-108". Types: {types}.',
        '« {text} » ne désigne aucun document : indiquez type et numéro, par exemple "invoice R-108". Types : {types}.',
    ),
    "decide.document_unknown": Text(
        "Einen Beleg „{document}“ gibt es hier nicht.",
        "There is no document “{document}” here.",
        "Il n'y a pas de document « {document} » ici.",
    ),
    "decide.document_unknown_near": Text(
        "Einen Beleg „{document}“ gibt es hier nicht; ähnlich sind: {near}.",
        "There is no document “{document}” here; similar ones are: {near}.",
        "Il n'y a pas de document « {document} » ici ; semblables : {near}.",
    ),
    "decide.document_line_unknown": Text(
        "Der Beleg {document} hat keine Zeile {line}; er hat: {lines}.",
        "The document {document} has no line {line}; it has: {lines}.",
        "Le document {document} n'a pas de ligne {line} ; il a : {lines}.",
    ),
    "decide.nothing_open": Text(
        "Bei {what} ist keine Abweichung {code} offen; dort ist gar nichts offen.",
        "No deviation {code} is open at {what}; nothing is open there at all.",
        "Aucun écart {code} n'est ouvert pour {what} ; rien n'y est ouvert.",
    ),
    "decide.other_open": Text(
        "Bei {what} ist dort keine Abweichung {code} offen; offen sind: {open}.",
        "No such deviation {code} is open at {what}; open are: {open}.",
        "Aucun écart {code} de ce genre n'est ouvert pour {what} ; ouverts : {open}.",
    ),
    "decide.order_or_document": Text(
        "Ohne Bestellung (-) muss --document sagen, um welchen Beleg es geht.",
        "Without an order (-), --document has to say which document it is about.",
        "Sans commande (-), --document doit dire de quel document il s'agit.",
    ),
    "decide.not_assignable": Text(
        "{document}, Zeile {line}, kann nicht der Position {order_line} zugeordnet werden: nur Zeilen von Antworten, "
        "Lieferscheinen, Wareneingängen und Rechnungen, und nur zu Positionen, die keine Texte sind.",
        "{document}, line {line}, cannot be assigned to line {order_line}: only lines of responses, despatch advices, "
        "receipts and bills can, and only to lines that are no texts.",
        "{document}, ligne {line}, ne peut être attribuée à la ligne {order_line} : seules les lignes de réponses, "
        "d'avis d'expédition, de réceptions et de factures le peuvent, et pas à des lignes de texte.",
    ),
    "decide.not_assignable_whole": Text(
        "{document} kann nicht als Ganzes einer Bestellung zugeordnet werden: das können nur Antworten, Rechnungen und "
        "Gutschriften ohne Zeilen.",
        "{document} cannot be assigned to an order as a whole: only responses, invoices and credit notes without lines "
        "can.",
        "{document} ne peut être attribué en entier à une commande : seuls les réponses, factures et avoirs sans lignes "
        "le peuvent.",
    ),
    "decide.lines_to_assign": Text(
        "{document} hat Zeilen: nennen Sie die Zeile und die Bestellposition. Zeilen sind: {lines}.",
        "{document} has lines: name the line, and the order line. Lines are: {lines}.",
        "{document} a des lignes : indiquez la ligne et la ligne de commande. Les lignes sont : {lines}.",
    ),
    "decide.quantity_of_a_line": Text(
        "Eine Menge gibt es nur bei einer Zeile; von einem Beleg ohne Zeilen ist es ein Betrag (--amount).",
        "A quantity goes with a line; of a document without lines it is an amount (--amount).",
        "Une quantité va avec une ligne ; d'un document sans lignes, c'est un montant (--amount).",
    ),
    "decide.amount_of_a_document": Text(
        "Einen Betrag gibt es nur bei einem Beleg ohne Zeilen; von einer Zeile ist es eine Menge (--quantity).",
        "An amount goes with a document without lines; of a line it is a quantity (--quantity).",
        "Un montant va avec un document sans lignes ; d'une ligne, c'est une quantité (--quantity).",
    ),
    "decide.amount_not_usable": Text(
        "Der Betrag {amount} geht nicht: er muss größer als 0 sein, und {document} eine Rechnung oder Gutschrift mit "
        "einer Summe.",
        "The amount {amount} cannot be used: it has to be more than 0, and {document} an invoice or credit note with a "
        "total.",
        "Le montant {amount} n'est pas utilisable : il doit dépasser 0, et {document} être une facture ou un avoir avec "
        "un total.",
    ),
    "decide.amount_too_large": Text(
        "{document} kommt netto auf nur {there}, davon sind {taken} schon anderen Bestellungen zugeordnet: {amount} sind "
        "zu viel.",
        "{document} comes to only {there} net, {taken} of it assigned to other orders already: {amount} is too much.",
        "{document} ne s'élève qu'à {there} HT, dont {taken} déjà affectés à d'autres commandes : {amount} est trop.",
    ),
    "decide.what_to_assign": Text(
        "Nennen Sie die Zeile des Belegs, die Bestellung und ihre Position; ohne Zeilen die Bestellung allein.",
        "Name the document's line, the order and its line; without lines, the order alone.",
        "Indiquez la ligne du document, la commande et sa ligne ; sans lignes, la commande seule.",
    ),
    "decide.quantity_not_usable": Text(
        "Die Menge {quantity} ist nicht größer als 0, oder {document}, Zeile {line}, nennt keine Menge.",
        "The quantity {quantity} is not more than 0, or {document}, line {line}, states no quantity.",
        "La quantité {quantity} n'est pas supérieure à 0, ou {document}, ligne {line}, n'indique pas de quantité.",
    ),
    "decide.quantity_too_large": Text(
        "{document}, Zeile {line}, hat nur {there:number}; davon sind {taken:number} schon zugeordnet, "
        "{quantity:number} mehr geht nicht.",
        "{document}, line {line}, has only {there:number}; {taken:number} of it are assigned already, {quantity:number} "
        "more cannot be.",
        "{document}, ligne {line}, n'a que {there:number} ; {taken:number} sont déjà attribués, {quantity:number} de plus "
        "est impossible.",
    ),
    "decide.line_not_tracked": Text(
        "Position {line} der Bestellung {order} ist ein Text: sie hält nichts offen.",
        "Line {line} of order {order} is a text: it holds nothing open.",
        "La ligne {line} de la commande {order} est un texte : elle ne retient rien.",
    ),
    "decide.nothing_to_replace": Text(
        "{document} ist der einzige Beleg dieser Art und Nummer: er kann keinen anderen ersetzen.",
        "{document} is the only document of its type and number: there is nothing that it could replace.",
        "{document} est le seul document de ce type et numéro : il ne peut en remplacer aucun.",
    ),
    "decide.counts_already": Text("{document} zählt bereits.", "{document} counts already.", "{document} compte déjà."),
    "decide.none_of_kind": Text(
        "Bei Bestellung {order} steht keine Entscheidung der Art {kind}; dort stehen: {there}.",
        "No decision of the kind {kind} stands on order {order}; there are: {there}.",
        "Aucune décision {kind} ne vaut pour la commande {order} ; il y a : {there}.",
    ),
    "decision.stands": Text("ja", "yes", "oui"),
    "decision.revoked": Text("widerrufen", "revoked", "révoquée"),
    "decision.refused": Text("abgelehnt", "refused", "refusée"),
    "remark.refused": Text(
        "„{said}“ von {who} wurde am {day:date} abgelehnt: {reason}",
        "“{said}” of {who} was refused on {day:date}: {reason}",
        "« {said} » de {who} a été refusé le {day:date} : {reason}",
    ),
    "remark.void": Text(
        "Entscheidung {id} von {who} am {day:date} gilt nicht mehr: das hat sich seitdem geändert.",
        "Decision {id} of {who} on {day:date} does not hold any more: this has changed since.",
        "La décision {id} de {who} du {day:date} ne vaut plus : ceci a changé depuis.",
    ),
    "remark.row": Text("Zeile {row}: {said}", "Row {row}: {said}", "Ligne {row} : {said}"),
    "decide.workbook": Text(
        "Bericht mit Entscheidungen: {taken:number} übernommen, {refused:number} abgelehnt.",
        "Report with decisions: {taken:number} taken over, {refused:number} refused.",
        "Rapport avec décisions : {taken:number} reprises, {refused:number} refusées.",
    ),
    "decide.workbook_waiting": Text(
        "Bericht mit Entscheidungen: {taken:number} übernommen, {refused:number} abgelehnt, {waiting:number} noch zu prüfen.",
        "Report with decisions: {taken:number} taken over, {refused:number} refused, {waiting:number} still to be judged.",
        "Rapport avec décisions : {taken:number} reprises, {refused:number} refusées, {waiting:number} à examiner.",
    ),
    "decide.workbook_row": Text("Zeile {row}: {reason}", "Row {row}: {reason}", "Ligne {row} : {reason}"),
    "decide.answer_without_key": Text(
        "Der Zeile fehlt die verborgene Spalte, die sagt, worum es geht.",
        "The row lacks the hidden column that says what it is about.",
        "Il manque à la ligne la colonne cachée qui dit de quoi il s'agit.",
    ),
    "decide.answered_twice": Text(
        "Dazu steht in der Arbeitsmappe schon eine andere Zeile.",
        "Another row of the workbook says something about it already.",
        "Une autre ligne du classeur s'y rapporte déjà.",
    ),
    "decide.choice_unknown": Text(
        "„{text}“ ist keine Entscheidung aus der Liste.",
        "“{text}” is no decision of the list.",
        "« {text} » n'est pas une décision de la liste.",
    ),
    "decide.choice_not_possible": Text(
        "„{choice}“ kann hier nicht entschieden werden; möglich sind: {possible}.",
        "“{choice}” cannot be decided here; possible are: {possible}.",
        "« {choice} » ne peut être décidé ici ; possibles : {possible}.",
    ),
    "decide.order_not_named": Text(
        "Es fehlt die Bestellung, zu der der Beleg gehört, etwa 4500017.",
        "The order that the document belongs to is missing: something like 4500017.",
        "Il manque la commande à laquelle appartient le document, par exemple 4500017.",
    ),
    "decide.order_line_not_named": Text(
        "„{text}“ nennt keine Bestellposition: erwartet wird etwa 4500017 / 10.",
        "“{text}” names no order line: something like 4500017 / 10 is expected.",
        "« {text} » ne désigne pas de ligne de commande : indiquez par exemple 4500017 / 10.",
    ),
    "decide.not_open_any_more": Text(
        "Das ist nicht mehr offen.", "This is not open any more.", "Ceci n'est plus ouvert."
    ),
    "decide.changed_since": Text(
        "Das hat sich seit dem Bericht geändert.",
        "This has changed since the report.",
        "Ceci a changé depuis le rapport.",
    ),
    "decide.what_to_revoke": Text(
        "Nennen Sie die Nummer einer Entscheidung, oder --order und --what.",
        "Name the number of a decision, or --order and --what.",
        "Indiquez le numéro d'une décision, ou --order et --what.",
    ),
    "decide.number_expected": Text(
        "{text} ist keine Menge, wie sie hier erwartet wird: Ziffern mit Punkt, etwa 2.5.",
        "{text} is no quantity as it is expected here: digits with a point, such as 2.5.",
        "{text} n'est pas une quantité comme attendue ici : chiffres avec point, par exemple 2.5.",
    ),
}
