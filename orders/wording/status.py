"""Labels of the codes: statuses, tracks, document types, deviations."""

from orders.wording.text import Text

TEXTS: dict[str, Text] = {
    "status.pending": Text("Bearbeitung ausstehend", "Pending", "En attente"),
    "status.cancelled": Text("Storniert", "Cancelled", "Annulée"),
    "status.rejected": Text("Abgelehnt", "Rejected", "Refusée"),
    "status.confirmed": Text("Bestätigt", "Confirmed", "Confirmée"),
    "status.partially_confirmed": Text("Teilweise bestätigt", "Partially confirmed", "Partiellement confirmée"),
    "status.shipped": Text("Versandt", "Shipped", "Expédiée"),
    "status.partially_shipped": Text("Teilweise versandt", "Partially shipped", "Partiellement expédiée"),
    "status.received": Text("Erhalten", "Received", "Reçue"),
    "status.partially_received": Text("Teilweise erhalten", "Partially received", "Partiellement reçue"),
    "status.invoiced": Text("In Rechnung gestellt", "Invoiced", "Facturée"),
    "status.partially_invoiced": Text("Teilfakturiert", "Partially invoiced", "Partiellement facturée"),
    "status.none": Text("–", "–", "–"),
    "status.off": Text("aus", "off", "désactivé"),
    "track.response": Text("Bestätigung", "Response", "Réponse"),
    "track.shipment": Text("Versand", "Shipment", "Expédition"),
    "track.receipt": Text("Wareneingang", "Receipt", "Réception"),
    "track.invoicing": Text("Rechnung", "Invoicing", "Facturation"),
    "document.order": Text("Bestellung", "order", "commande"),
    "document.order_change": Text("Bestelländerung", "order change", "modification de commande"),
    "document.order_cancellation": Text("Bestellstorno", "order cancellation", "annulation de commande"),
    "document.order_response": Text("Auftragsbestätigung", "order response", "réponse à la commande"),
    "document.despatch_advice": Text("Lieferavis", "despatch advice", "avis d'expédition"),
    "document.receipt_advice": Text("Wareneingang", "receipt advice", "avis de réception"),
    "document.invoice": Text("Rechnung", "invoice", "facture"),
    "document.credit_note": Text("Gutschrift", "credit note", "avoir"),
}
