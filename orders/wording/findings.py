"""What each deviation says, in a sentence with its figures. The labels of the codes are in `status`."""

from orders.wording.text import Text

TEXTS: dict[str, Text] = {
    "finding.order_not_found": Text(
        "{type:document} {number} nennt Bestellung {order}, die hier niemand kennt.",
        "{type:document} {number} names order {order}, which nobody here knows.",
        "{type:document} {number} cite la commande {order}, que personne ici ne connaît.",
    ),
    "finding.order_not_found.document": Text(
        "{type:document} {number} wartet auf Bestellung {order}, die noch nicht gekommen ist.",
        "{type:document} {number} waits for order {order}, which has not come yet.",
        "{type:document} {number} attend la commande {order}, qui n'est pas encore arrivée.",
    ),
    "finding.line_unmatched": Text(
        "{type:document} {number}, Zeile {line}, passt zu keiner Bestellposition.",
        "{type:document} {number}, line {line}, fits no order line.",
        "{type:document} {number}, ligne {line}, ne correspond à aucune ligne de commande.",
    ),
    "finding.line_unmatched.document": Text(
        "{type:document} {number} hat keine Positionen und lässt sich keiner Bestellposition zuordnen.",
        "{type:document} {number} has no lines and cannot be matched to any order line.",
        "{type:document} {number} n'a pas de lignes et ne peut être rapproché d'aucune ligne de commande.",
    ),
    "finding.line_unmatched.rest": Text(
        "Von {type:document} {number} sind {stake:money} noch keiner Bestellung zugeordnet.",
        "{stake:money} of {type:document} {number} are not assigned to any order yet.",
        "{stake:money} de {type:document} {number} ne sont encore affectés à aucune commande.",
    ),
    "finding.reference_conflict": Text(
        "{type:document} {number}, Zeile {line}, nennt Position {order_line} der Bestellung {order}, aber "
        "Artikel {item} statt {ordered_item}; auch Preis oder Menge passen nicht. Sie ist nicht zugeordnet.",
        "{type:document} {number}, line {line}, names line {order_line} of order {order}, but item {item} "
        "instead of {ordered_item}, and price or quantity do not fit either. It is not matched.",
        "{type:document} {number}, ligne {line}, cite la ligne {order_line} de la commande {order}, mais "
        "l'article {item} au lieu de {ordered_item} ; le prix ou la quantité ne correspondent pas non plus. Elle "
        "n'est pas rapprochée.",
    ),
    "finding.reference_conflict.stays": Text(
        "{type:document} {number}, Zeile {line}, nennt Position {order_line} der Bestellung {order}, aber "
        "Artikel {item} statt {ordered_item}. Preis und Menge passen; sie bleibt dort.",
        "{type:document} {number}, line {line}, names line {order_line} of order {order}, but item {item} "
        "instead of {ordered_item}. Price and quantity fit; it stays there.",
        "{type:document} {number}, ligne {line}, cite la ligne {order_line} de la commande {order}, mais "
        "l'article {item} au lieu de {ordered_item}. Le prix et la quantité correspondent ; elle y reste.",
    ),
    "finding.supplier_mismatch": Text(
        "{type:document} {number} ist von {supplier}, Bestellung {order} ging an {expected}. Der Beleg zählt nicht.",
        "{type:document} {number} is from {supplier}, order {order} went to {expected}. The document does not count.",
        "{type:document} {number} vient de {supplier}, la commande {order} a été passée à {expected}. Le "
        "document ne compte pas.",
    ),
    "finding.currency_mismatch": Text(
        "{type:document} {number} ist in {found}, Bestellung {order} in {ordered}. Mengen zählen, Beträge nicht.",
        "{type:document} {number} is in {found}, order {order} in {ordered}. Quantities count, amounts do not.",
        "{type:document} {number} est en {found}, la commande {order} en {ordered}. Les quantités comptent, les "
        "montants non.",
    ),
    "finding.order_cancelled": Text(
        "Bestellung {order} ist storniert ({other_type:document} {other_number}); {type:document} {number} kam danach.",
        "Order {order} is cancelled ({other_type:document} {other_number}); {type:document} {number} came after that.",
        "La commande {order} est annulée ({other_type:document} {other_number}) ; {type:document} {number} est "
        "venu après.",
    ),
    "finding.order_cancelled.too_late": Text(
        "{type:document} {number} kam zu spät, um Bestellung {order} zu stornieren: {other_type:document} "
        "{other_number} war schon da. Es bleibt ohne Wirkung, bis jemand entscheidet.",
        "{type:document} {number} came too late to cancel order {order}: {other_type:document} {other_number} "
        "was there before. It has no effect until somebody decides.",
        "{type:document} {number} est venu trop tard pour annuler la commande {order} : {other_type:document} "
        "{other_number} existait déjà. Sans effet jusqu'à décision.",
    ),
    "finding.order_rejected": Text(
        "Der Lieferant hat Bestellung {order} abgelehnt; {type:document} {number} kam trotzdem.",
        "The supplier rejected order {order}; {type:document} {number} came all the same.",
        "Le fournisseur a refusé la commande {order} ; {type:document} {number} est venu malgré tout.",
    ),
    "finding.quantity_over_ordered": Text(
        "Position {order_line} der Bestellung {order}: {found:number} {unit:unit} statt {ordered:number} "
        "{unit:unit} bestellter.",
        "Line {order_line} of order {order}: {found:number} {unit:unit} where {ordered:number} {unit:unit} were "
        "ordered.",
        "Ligne {order_line} de la commande {order} : {found:number} {unit:unit} pour {ordered:number} "
        "{unit:unit} commandés.",
    ),
    "finding.amount_over_ordered": Text(
        "Position {order_line} der Bestellung {order}: Betrag {found:money} statt bestellter {ordered:money}.",
        "Line {order_line} of order {order}: amount {found:money} where {ordered:money} was ordered.",
        "Ligne {order_line} de la commande {order} : montant de {found:money} pour {ordered:money} commandés.",
    ),
    "finding.quantity_over_shipped": Text(
        "Position {order_line} der Bestellung {order}: {found:number} {unit:unit} erhalten, {ordered:number} "
        "{unit:unit} versandt.",
        "Line {order_line} of order {order}: {found:number} {unit:unit} received, {ordered:number} {unit:unit} "
        "shipped.",
        "Ligne {order_line} de la commande {order} : {found:number} {unit:unit} reçus, {ordered:number} "
        "{unit:unit} expédiés.",
    ),
    "finding.invoiced_not_received": Text(
        "Position {order_line} der Bestellung {order}: {found:number} {unit:unit} berechnet, {ordered:number} "
        "{unit:unit} erhalten.",
        "Line {order_line} of order {order}: {found:number} {unit:unit} invoiced, {ordered:number} {unit:unit} "
        "received.",
        "Ligne {order_line} de la commande {order} : {found:number} {unit:unit} facturés, {ordered:number} "
        "{unit:unit} reçus.",
    ),
    "finding.received_not_invoiced": Text(
        "Position {order_line} der Bestellung {order}: {ordered:number} {unit:unit} erhalten, {found:number} "
        "{unit:unit} berechnet.",
        "Line {order_line} of order {order}: {ordered:number} {unit:unit} received, {found:number} {unit:unit} "
        "invoiced.",
        "Ligne {order_line} de la commande {order} : {ordered:number} {unit:unit} reçus, {found:number} "
        "{unit:unit} facturés.",
    ),
    "finding.short_shipped": Text(
        "{type:document} {number}: von Position {order_line} der Bestellung {order} kommen nur {found:number} "
        "statt {ordered:number} {unit:unit}.",
        "{type:document} {number}: of line {order_line} of order {order} only {found:number} instead of "
        "{ordered:number} {unit:unit} will come.",
        "{type:document} {number} : de la ligne {order_line} de la commande {order}, seuls {found:number} au "
        "lieu de {ordered:number} {unit:unit} viendront.",
    ),
    "finding.goods_rejected": Text(
        "{type:document} {number}: von {ordered:number} {unit:unit} der Position {order_line} wurden nur "
        "{found:number} {unit:unit} angenommen.",
        "{type:document} {number}: of {ordered:number} {unit:unit} of line {order_line} only {found:number} "
        "{unit:unit} were accepted.",
        "{type:document} {number} : sur {ordered:number} {unit:unit} de la ligne {order_line}, seuls "
        "{found:number} {unit:unit} ont été acceptés.",
    ),
    "finding.quantity_changed": Text(
        "{type:document} {number} bestätigt für Position {order_line} {found:number} statt {ordered:number} "
        "{unit:unit}.",
        "{type:document} {number} confirms {found:number} instead of {ordered:number} {unit:unit} for line "
        "{order_line}.",
        "{type:document} {number} confirme {found:number} au lieu de {ordered:number} {unit:unit} pour la ligne "
        "{order_line}.",
    ),
    "finding.price_changed": Text(
        "{type:document} {number} bestätigt für Position {order_line} einen Preis von {found:price} statt "
        "{ordered:price} je {unit:unit}.",
        "{type:document} {number} confirms a price of {found:price} instead of {ordered:price} per {unit:unit} "
        "for line {order_line}.",
        "{type:document} {number} confirme pour la ligne {order_line} un prix de {found:price} au lieu de "
        "{ordered:price} par {unit:unit}.",
    ),
    "finding.date_changed": Text(
        "{type:document} {number} verspricht Position {order_line} für {found:date} statt {ordered:date}.",
        "{type:document} {number} promises line {order_line} for {found:date} instead of {ordered:date}.",
        "{type:document} {number} promet la ligne {order_line} pour le {found:date} au lieu du {ordered:date}.",
    ),
    "finding.price_over": Text(
        "{type:document} {number}, Zeile {line}: Preis {found:price} statt {ordered:price} je {unit:unit}, zu "
        "hoch um {stake:money}.",
        "{type:document} {number}, line {line}: price {found:price} instead of {ordered:price} per "
        "{unit:unit}, too high by {stake:money}.",
        "{type:document} {number}, ligne {line} : prix de {found:price} au lieu de {ordered:price} par "
        "{unit:unit}, trop élevé de {stake:money}.",
    ),
    "finding.price_under": Text(
        "{type:document} {number}, Zeile {line}: Preis {found:price} statt {ordered:price} je {unit:unit}, "
        "niedriger um {stake:money}.",
        "{type:document} {number}, line {line}: price {found:price} instead of {ordered:price} per "
        "{unit:unit}, lower by {stake:money}.",
        "{type:document} {number}, ligne {line} : prix de {found:price} au lieu de {ordered:price} par "
        "{unit:unit}, inférieur de {stake:money}.",
    ),
    "finding.line_amount_mismatch": Text(
        "{type:document} {number}, Zeile {line}: der Betrag ist {found:price}, Menge × Preis ergibt {ordered:price}.",
        "{type:document} {number}, line {line}: the amount is {found:price}, quantity × price gives {ordered:price}.",
        "{type:document} {number}, ligne {line} : le montant est {found:price}, quantité × prix donne {ordered:price}.",
    ),
    "finding.total_mismatch": Text(
        "{type:document} {number}: eine Summe ist {found:number}, ihre Teile ergeben {ordered:number}.",
        "{type:document} {number}: a total is {found:number}, its parts give {ordered:number}.",
        "{type:document} {number} : un total est {found:number}, ses parties donnent {ordered:number}.",
    ),
    "finding.total_mismatch.read": Text(
        "{type:document} {number}: die Summen gehen nicht auf.",
        "{type:document} {number}: the totals do not add up.",
        "{type:document} {number} : les totaux ne concordent pas.",
    ),
    "finding.tax_mismatch": Text(
        "{type:document} {number}: die Steuer ist {found:number}, ihr Satz ergibt {ordered:number}.",
        "{type:document} {number}: the tax is {found:number}, its rate gives {ordered:number}.",
        "{type:document} {number} : la taxe est {found:number}, son taux donne {ordered:number}.",
    ),
    "finding.tax_mismatch.read": Text(
        "{type:document} {number}: die Steuer stimmt nicht.",
        "{type:document} {number}: the tax is not right.",
        "{type:document} {number} : la taxe n'est pas exacte.",
    ),
    "finding.charge_not_ordered": Text(
        "{type:document} {number} berechnet {stake:money} für {charge}, das nicht bestellt war.",
        "{type:document} {number} charges {stake:money} for {charge}, which was not ordered.",
        "{type:document} {number} facture {stake:money} pour {charge}, qui n'était pas commandé.",
    ),
    "finding.item_substituted": Text(
        "{type:document} {number} liefert für Position {order_line} {item} statt {ordered_item}.",
        "{type:document} {number} delivers {item} instead of {ordered_item} for line {order_line}.",
        "{type:document} {number} livre {item} au lieu de {ordered_item} pour la ligne {order_line}.",
    ),
    "finding.line_added": Text(
        "{type:document} {number}, Zeile {line}, bringt {item} hinzu, das nicht bestellt ist.",
        "{type:document} {number}, line {line}, adds {item}, which is not ordered.",
        "{type:document} {number}, ligne {line}, ajoute {item}, qui n'est pas commandé.",
    ),
    "finding.line_rejected": Text(
        "{type:document} {number} lehnt von Position {order_line} {found:number} von {ordered:number} {unit:unit} ab.",
        "{type:document} {number} rejects {found:number} of {ordered:number} {unit:unit} of line {order_line}.",
        "{type:document} {number} refuse {found:number} sur {ordered:number} {unit:unit} de la ligne {order_line}.",
    ),
    "finding.unit_not_convertible": Text(
        "{type:document} {number}, Zeile {line}: {unit:unit} lässt sich nicht in {ordered_unit:unit} der "
        "Position {order_line} umrechnen.",
        "{type:document} {number}, line {line}: {unit:unit} cannot be converted to {ordered_unit:unit} of line "
        "{order_line}.",
        "{type:document} {number}, ligne {line} : {unit:unit} ne peut être converti en {ordered_unit:unit} de la "
        "ligne {order_line}.",
    ),
    "finding.header_only_invoice": Text(
        "{type:document} {number} hat keine Positionen: die Bestellung wird damit höchstens teilfakturiert.",
        "{type:document} {number} has no lines: it takes the order no further than partially invoiced.",
        "{type:document} {number} n'a pas de lignes : la commande est au plus partiellement facturée.",
    ),
    "finding.duplicate": Text(
        "{type:document} {number} ist dieselbe wie {other_type:document} {other_number} und zählt nicht noch einmal.",
        "{type:document} {number} is the same as {other_type:document} {other_number} and does not count again.",
        "{type:document} {number} est identique à {other_type:document} {other_number} et ne compte pas deux fois.",
    ),
    "finding.possible_duplicate": Text(
        "{type:document} {number} gleicht {other_number} vom {other_date:date} in Betrag und Positionen, zählt aber.",
        "{type:document} {number} equals {other_number} of {other_date:date} in total and lines. It counts.",
        "{type:document} {number} est égal à {other_number} du {other_date:date} en total et en lignes. Il compte.",
    ),
    "finding.conflicting_document": Text(
        "{type:document} {number} hat die Nummer von {other_type:document} {other_number}, aber anderen Inhalt; "
        "zählt nicht, bis jemand entscheidet.",
        "{type:document} {number} has the number of {other_type:document} {other_number}, but other content. It "
        "does not count until somebody decides.",
        "{type:document} {number} porte le numéro de {other_type:document} {other_number}, mais un autre "
        "contenu. Ne compte pas avant décision.",
    ),
    "finding.credit_without_invoice": Text(
        "{type:document} {number}, Zeile {line}, schreibt Position {order_line} der Bestellung {order} gut, zu "
        "der nichts berechnet ist.",
        "{type:document} {number}, line {line}, credits line {order_line} of order {order}, for which nothing is "
        "invoiced.",
        "{type:document} {number}, ligne {line}, crédite la ligne {order_line} de la commande {order}, pour "
        "laquelle rien n'est facturé.",
    ),
    "finding.credit_without_invoice.named": Text(
        "{type:document} {number} schreibt Rechnung {invoice} gut, die hier niemand kennt.",
        "{type:document} {number} credits invoice {invoice}, which nobody here knows.",
        "{type:document} {number} crédite la facture {invoice}, que personne ici ne connaît.",
    ),
    "finding.credit_exceeds_invoiced": Text(
        "{type:document} {number}, Zeile {line}: {found:number} {unit:unit} gutgeschrieben, {ordered:number} "
        "{unit:unit} berechnet.",
        "{type:document} {number}, line {line}: {found:number} {unit:unit} credited, {ordered:number} "
        "{unit:unit} invoiced.",
        "{type:document} {number}, ligne {line} : {found:number} {unit:unit} crédités, {ordered:number} "
        "{unit:unit} facturés.",
    ),
    "finding.credit_exceeds_invoiced.value": Text(
        "{type:document} {number}, Zeile {line}: {found:number} {unit} Wert gutgeschrieben, {ordered:number} "
        "{unit} berechnet.",
        "{type:document} {number}, line {line}: {found:number} {unit} of value credited, {ordered:number} {unit} "
        "invoiced.",
        "{type:document} {number}, ligne {line} : valeur de {found:number} {unit} créditée, {ordered:number} "
        "{unit} facturés.",
    ),
    "finding.credit_expected": Text(
        "Position {order_line} der Bestellung {order}: {difference:number} {unit:unit} zurückgegeben oder "
        "zurückgewiesen und noch berechnet; eine Gutschrift steht aus.",
        "Line {order_line} of order {order}: {difference:number} {unit:unit} returned or refused and still "
        "invoiced; a credit note is due.",
        "Ligne {order_line} de la commande {order} : {difference:number} {unit:unit} retournés ou refusés mais "
        "toujours facturés ; un avoir est attendu.",
    ),
    "finding.amended_below_progress": Text(
        "{type:document} {number} senkt Position {order_line} der Bestellung {order} auf {ordered:number} "
        "{unit:unit}; {found:number} {unit:unit} waren schon geliefert oder berechnet.",
        "{type:document} {number} lowers line {order_line} of order {order} to {ordered:number} {unit:unit}; "
        "{found:number} {unit:unit} had been delivered or invoiced.",
        "{type:document} {number} réduit la ligne {order_line} de la commande {order} à {ordered:number} "
        "{unit:unit} ; {found:number} {unit:unit} étaient déjà livrés ou facturés.",
    ),
    "finding.date_before_order": Text(
        "{type:document} {number} ist vom {found:date}, also älter als {other_type:document} {other_number} "
        "vom {ordered:date}. Zugeordnet wird nach dem Bezug, nicht nach dem Datum.",
        "{type:document} {number} is of {found:date}, older than {other_type:document} {other_number} of {ordered:date}. "
        "The reference decides what it belongs to, not the date.",
        "{type:document} {number} est du {found:date}, antérieur à {other_type:document} {other_number} "
        "du {ordered:date}. C'est la référence qui décide du rattachement, non la date.",
    ),
    "finding.late_response": Text(
        "{type:document} {number} kam am {found:date}; Position {order_line} war für {ordered:date} verlangt.",
        "{type:document} {number} came on {found:date}; line {order_line} was requested for {ordered:date}.",
        "{type:document} {number} est arrivé le {found:date} ; la ligne {order_line} était demandée pour le "
        "{ordered:date}.",
    ),
    "finding.late_response.missing": Text(
        "Position {order_line} der Bestellung {order} war für {ordered:date} verlangt und ist noch nicht beantwortet.",
        "Line {order_line} of order {order} was requested for {ordered:date} and is not answered yet.",
        "La ligne {order_line} de la commande {order} était demandée pour le {ordered:date} et reste sans réponse.",
    ),
    "finding.late_shipment": Text(
        "{type:document} {number} ist vom {found:date}; Position {order_line} war für {ordered:date} verlangt.",
        "{type:document} {number} is of {found:date}; line {order_line} was requested for {ordered:date}.",
        "{type:document} {number} est du {found:date} ; la ligne {order_line} était demandée pour le {ordered:date}.",
    ),
    "finding.late_shipment.missing": Text(
        "Position {order_line} der Bestellung {order} war für {ordered:date} verlangt und ist nicht ganz versandt.",
        "Line {order_line} of order {order} was requested for {ordered:date} and is not fully shipped.",
        "La ligne {order_line} de la commande {order} était demandée pour le {ordered:date} et n'est pas "
        "entièrement expédiée.",
    ),
    "finding.late_receipt": Text(
        "{type:document} {number} ist vom {found:date}; Position {order_line} war für {ordered:date} verlangt.",
        "{type:document} {number} is of {found:date}; line {order_line} was requested for {ordered:date}.",
        "{type:document} {number} est du {found:date} ; la ligne {order_line} était demandée pour le {ordered:date}.",
    ),
    "finding.late_receipt.missing": Text(
        "Position {order_line} der Bestellung {order} war für {ordered:date} verlangt und ist nicht ganz da.",
        "Line {order_line} of order {order} was requested for {ordered:date} and has not all come.",
        "La ligne {order_line} de la commande {order} était demandée pour le {ordered:date} et n'est pas toute "
        "arrivée.",
    ),
    "finding.bank_account_changed": Text(
        "{type:document} {number} nennt Konto {account}; frühere Rechnungen nannten {before}. Vor der Zahlung "
        "beim Lieferanten nachfragen.",
        "{type:document} {number} names account {account}; earlier invoices named {before}. Ask the supplier "
        "before paying.",
        "{type:document} {number} cite le compte {account} ; les factures précédentes citaient {before}. "
        "Vérifier auprès du fournisseur avant de payer.",
    ),
}
