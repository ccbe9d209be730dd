"""What to do next: about an order line, and about a deviation by its code."""

from orders.wording.text import Text

TEXTS: dict[str, Text] = {
    "actor.buyer": Text("Einkauf", "Buyer", "Achats"),
    "actor.supplier": Text("Lieferant", "Supplier", "Fournisseur"),
    "actor.warehouse": Text("Lager", "Warehouse", "Entrepôt"),
    "actor.accounting": Text("Buchhaltung", "Accounting", "Comptabilité"),
    "action.chase_delivery": Text(
        "Lieferung anmahnen: {days:days} überfällig",
        "Chase the delivery: {days:days} late",
        "Relancer la livraison : {days:days} de retard",
    ),
    "action.chase_response": Text(
        "Auftragsbestätigung anfordern", "Ask for the order response", "Demander la réponse à la commande"
    ),
    "action.book_receipt": Text(
        "Wareneingang prüfen: Ware ist versandt",
        "Check the receipt: the goods were shipped",
        "Vérifier la réception : marchandise expédiée",
    ),
    "action.await_delivery": Text(
        "Lieferung am {date:date} abwarten",
        "Delivery expected on {date:date}",
        "Livraison attendue le {date:date}",
    ),
    "action.ask_for_a_date": Text("Liefertermin erfragen", "Ask for a delivery date", "Demander une date de livraison"),
    "action.await_invoice": Text("Rechnung abwarten", "Await the invoice", "Attendre la facture"),
    "action.order_not_found": Text(
        "Bestellnummer klären oder Bestellung nachreichen",
        "Clear up the order number, or send the order in",
        "Vérifier le numéro de commande ou fournir la commande",
    ),
    "action.line_unmatched": Text(
        "Position einer Bestellposition zuordnen", "Assign to an order line", "Affecter à une ligne de commande"
    ),
    "action.reference_conflict": Text(
        "Bezug mit dem Lieferanten klären", "Clear up the reference with the supplier", "Clarifier la référence"
    ),
    "action.supplier_mismatch": Text(
        "Aussteller prüfen, dann zulassen oder zurückweisen",
        "Check who issued it, then admit or refuse it",
        "Vérifier l'émetteur, puis admettre ou refuser",
    ),
    "action.currency_mismatch": Text(
        "Beleg in Bestellwährung anfordern",
        "Ask for a document in the order's currency",
        "Demander un document dans la devise de la commande",
    ),
    "action.order_cancelled": Text(
        "Entscheiden, ob das Storno gilt",
        "Decide whether the cancellation holds",
        "Décider si l'annulation est valable",
    ),
    "action.order_rejected": Text(
        "Lieferung oder Rechnung trotz Ablehnung klären",
        "Clear up why it came although the order was rejected",
        "Clarifier : livré ou facturé malgré le refus",
    ),
    "action.quantity_over_ordered": Text(
        "Mehrmenge annehmen oder zurückgeben", "Accept or return the surplus", "Accepter ou retourner l'excédent"
    ),
    "action.quantity_over_shipped": Text(
        "Wareneingang und Lieferschein nachzählen", "Recount receipt and despatch advice", "Recompter la réception"
    ),
    "action.invoiced_not_received": Text(
        "Rechnung anhalten, bis die Ware da ist",
        "Hold the invoice until the goods are here",
        "Bloquer la facture jusqu'à réception",
    ),
    "action.received_not_invoiced": Text("Rechnung anfordern", "Ask for the invoice", "Demander la facture"),
    "action.short_shipped": Text(
        "Restmenge nachfordern oder Position schließen",
        "Claim the rest, or close the line",
        "Réclamer le reste ou solder la ligne",
    ),
    "action.goods_rejected": Text(
        "Rückgabe oder Ersatz vereinbaren", "Arrange a return or a replacement", "Convenir d'un retour ou remplacement"
    ),
    "action.goods_rejected.closed": Text(
        "Rückgabe vereinbaren; Ersatz wird nicht mehr erwartet",
        "Arrange the return; no replacement is expected any more",
        "Convenir du retour ; aucun remplacement n'est plus attendu",
    ),
    "action.answer_anew": Text(
        "Neu bestätigen: „{code:deviation}“ wurde beanstandet",
        "Answer anew: “{code:deviation}” was rejected",
        "Répondre à nouveau : « {code:deviation} » a été refusé",
    ),
    "action.put_right": Text(
        "Berichtigen: „{code:deviation}“ wurde beanstandet",
        "Put right: “{code:deviation}” was rejected",
        "Rectifier : « {code:deviation} » a été refusé",
    ),
    "action.quantity_changed": Text(
        "Bestätigte Menge annehmen oder ablehnen",
        "Accept or refuse the confirmed quantity",
        "Accepter ou refuser la quantité confirmée",
    ),
    "action.price_changed": Text(
        "Bestätigten Preis annehmen oder ablehnen",
        "Accept or refuse the confirmed price",
        "Accepter ou refuser le prix confirmé",
    ),
    "action.date_changed": Text(
        "Bestätigten Termin annehmen oder ablehnen",
        "Accept or refuse the confirmed date",
        "Accepter ou refuser la date confirmée",
    ),
    "action.price_over": Text(
        "Preis klären oder Gutschrift fordern",
        "Clear up the price, or claim a credit",
        "Clarifier le prix ou exiger un avoir",
    ),
    "action.price_under": Text("Zur Kenntnis nehmen", "Take note", "Prendre note"),
    "action.line_amount_mismatch": Text(
        "Rechnung korrigieren lassen", "Have the invoice corrected", "Faire corriger la facture"
    ),
    "action.total_mismatch": Text(
        "Rechnung korrigieren lassen", "Have the invoice corrected", "Faire corriger la facture"
    ),
    "action.tax_mismatch": Text("Steuer korrigieren lassen", "Have the tax corrected", "Faire corriger la taxe"),
    "action.charge_not_ordered": Text(
        "Zuschlag anerkennen oder streichen lassen",
        "Accept the charge, or have it struck",
        "Accepter ou refuser les frais",
    ),
    "action.item_substituted": Text(
        "Ersatzartikel prüfen und entscheiden", "Check the substitute and decide", "Vérifier l'article et décider"
    ),
    "action.line_added": Text(
        "Zusätzliche Position annehmen oder ablehnen",
        "Accept or refuse the added line",
        "Accepter ou refuser la ligne ajoutée",
    ),
    "action.line_rejected": Text("Anderweitig beschaffen", "Buy it elsewhere", "S'approvisionner ailleurs"),
    "action.unit_not_convertible": Text(
        "Umrechnung der Einheit hinterlegen", "Configure the unit's conversion", "Configurer la conversion d'unité"
    ),
    "action.header_only_invoice": Text(
        "Rechnung mit Positionen anfordern", "Ask for an invoice with lines", "Demander une facture avec lignes"
    ),
    "action.duplicate": Text("Nichts: zählt nur einmal", "Nothing: it counts once", "Rien : compté une seule fois"),
    "action.possible_duplicate": Text(
        "Prüfen, ob doppelt berechnet wurde", "Check whether it was billed twice", "Vérifier une double facturation"
    ),
    "action.conflicting_document": Text(
        "Entscheiden, welcher Beleg gilt", "Decide which document holds", "Décider quel document fait foi"
    ),
    "action.credit_without_invoice": Text(
        "Zugehörige Rechnung klären", "Clear up which invoice it credits", "Clarifier la facture concernée"
    ),
    "action.credit_exceeds_invoiced": Text("Gutschrift prüfen", "Check the credit note", "Vérifier l'avoir"),
    "action.credit_expected": Text("Gutschrift anfordern", "Ask for the credit note", "Demander l'avoir"),
    "action.amended_below_progress": Text(
        "Rückgabe oder Änderung klären", "Arrange a return, or change it back", "Clarifier retour ou modification"
    ),
    "action.late_response": Text("Zur Kenntnis nehmen", "Take note", "Prendre note"),
    "action.date_before_order": Text(
        "Zur Kenntnis nehmen; prüfen, ob nachträglich bestellt wurde",
        "Take note; see whether the order was placed afterwards",
        "Prendre note ; vérifier si la commande a été passée après coup",
    ),
    "action.late_shipment": Text("Lieferung verfolgen", "Follow the delivery", "Suivre la livraison"),
    "action.late_receipt": Text("Zur Kenntnis nehmen", "Take note", "Prendre note"),
    "action.bank_account_changed": Text(
        "Bankverbindung beim Lieferanten bestätigen lassen, auf bekanntem Weg",
        "Have the supplier confirm the account, by a known way",
        "Faire confirmer le compte par une voie connue",
    ),
}
