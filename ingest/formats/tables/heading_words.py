"""The words that headings are made of, in German, English and French; `ingest.formats.tables.phrases` reads them.

A block is a meaning and its words in each language. A word with `*` needs an aspect ("Bestell-Nr.", never "Bestell").
"""

SUBJECTS = """
order
  de: bestell*, best*, bestellung, bestellungs*, kundenbestell*, kundenbestellung, ihre bestell*, ihre bestellung,
      bestellbeleg, einkaufsbeleg, ek beleg, bestellreferenz, kunden bestell*, einkaufsbestell*, ihr auftrag,
      ihre auftrags*
  en: po, p o, purchase order, purchasing document, customer po, customer order, customer purchase order, your
      order, your po, buyer order, buyer po, cust po, cust order
  fr: commande, bon commande, bc, votre commande, commande client, commande achat, cde, commande acheteur
sales
  de: kundenauftrag, kundenauftrags*, unser auftrag, unsere auftrags*, lieferantenauftrag, verkaufsauftrag, vk auftrag
  en: sales order, so*, our order, supplier order, vendor order, seller order
  fr: notre commande, commande vente, commande fournisseur
response
  de: auftragsbestätigung, auftragsbestätigungs*, ab*, bestellbestätigung, bestellbestätigungs*
  en: order confirmation, order response, order acknowledgement, order acknowledgment, po confirmation, po
      acknowledgement, po response, acknowledgement*, confirmation*
  fr: confirmation de commande, accusé de réception de commande, accusé de réception, arc
despatch
  de: lieferschein, lieferscheins*, ls, lieferavis, lieferung*, lieferungs*, liefer*, avis*, sendung*, sendungs*,
      lieferbeleg, warenausgangs*, warenausgang*
  en: delivery note, delivery*, dn, asn, despatch*, despatch advice, despatch note, dispatch*, dispatch advice,
      dispatch note, advance ship notice, advance shipping notice, ship notice, shipment*, packing slip, packing
      list, shipping notice, delivery order, bill lading
  fr: bon de livraison, bl, bordereau de livraison, livraison*, avis d'expédition, expédition*
receipt
  de: wareneingang*, wareneingangs*, we*, wareneingangsbeleg, materialbeleg, eingangsbeleg, we beleg
  en: goods receipt, gr*, grn, goods received note, goods received*, goods receipt note, receipt*, receipt advice,
      material document, receiving*, receiving advice
  fr: réception*, bon de réception, avis de réception, entrée de marchandises*, br
invoice
  de: rechnung, rechnungs*, re*, rg*, faktura, eingangsrechnung, eingangsrechnungs*, lieferantenrechnung
  en: invoice, inv*, bill*, billing document, supplier invoice, vendor invoice
  fr: facture, fact*, facture fournisseur
credit
  de: gutschrift, gutschrifts*, rechnungskorrektur, stornorechnung
  en: credit note, credit memo, credit*
  fr: avoir, note de crédit, facture d'avoir
change
  de: nachtrag, nachtrags*, bestelländerung, bestelländerungs*, änderungsbestellung
  en: order change, po change, change order, amendment, purchase order change
  fr: modification de commande, avenant, changement de commande
cancellation
  de: storno*, stornierung*, stornierungs*, bestellstorno, bestellstornierung
  en: order cancellation, po cancellation, cancellation*
  fr: annulation*, annulation de commande
document
  de: beleg, dokument, dokumenten*
  en: document, doc, voucher
  fr: document, pièce
"""
"""What kind of document: in the words that stand with "number", "date", "line" and the like."""

LOOSE_SUBJECTS = """
order
  de: auftrag, auftrags*
  en: order
  fr: ordre
"""
"""Words that mean the buyer's order only where no surer one stands beside them; otherwise the supplier's."""

DONE = """
order
  de: bestellt, bestellte, bestell
  en: ordered, order, po
  fr: commandée, commandees, commandes
response
  de: bestätigt, bestätigte, zugesagt, zugesagte
  en: confirmed, acknowledged, promised
  fr: confirmée, confirmées
despatch
  de: geliefert, gelieferte, liefer, versandt, versandte, versand, ausgeliefert, versendete, versendet
  en: shipped, despatched, dispatched, delivered, ship, delivery, shipping, asn, dispatch, despatch
  fr: livrée, livrées, expédiée, expédiées, livraison, expédition
receipt
  de: erhalten, erhaltene, eingegangen, eingegangene, wareneingangs, we, eingangs, empfangen, empfangene,
      vereinnahmt
  en: received, receipt, gr, receiving
  fr: reçue, reçues, réceptionnée, réceptionnées, réception
invoice
  de: berechnet, berechnete, fakturiert, fakturierte, rechnungs, faktura, verrechnet, verrechnete
  en: invoiced, billed, invoice, inv, billing
  fr: facturée, facturées
credit
  de: gutgeschrieben, gutgeschriebene, gutschrift, gutschrifts
  en: credited, credit
  fr: créditée, créditées
accepted
  de: angenommen, angenommene, gut
  en: accepted, good
  fr: acceptée, acceptées
rejected
  de: abgelehnt, abgelehnte, zurückgewiesen, zurückgewiesene, ausschuss, beanstandet, beanstandete, sperr
  en: rejected, refused, damaged
  fr: refusée, refusées, rejetée, rejetées
returned
  de: retour, retouren, rückgabe, zurückgesandt
  en: returned, return
  fr: retournée, retournées, retour
short
  de: fehl, fehlend, fehlende
  en: short, missing, shortage
  fr: manquante, manquant
outstanding
  de: offen, offene, rest, restliche, ausstehend, ausstehende, noch offen, noch offene
  en: outstanding, open, remaining, balance
  fr: restante, restant, reste, ouverte
backorder
  de: rückstand, rückstands
  en: backorder, backordered, back order
  fr: reliquat, reliquats
"""
"""What was done with a quantity, as it stands with "quantity": "Qty shipped", "gelieferte Menge"."""

ASPECTS = """
number
  de: nr, referenz
  en: no, reference
  fr: n°, référence
date
  de: datum, dat
  en: date
  fr: date
line
  de: pos, position, positions, zeile, posnr, positionsnr, zeilennr
  en: line, line nr, item, item nr, pos, position, line item, line item nr, ln
  fr: ligne, ligne nr, poste, pos
price
  de: preis, einzelpreis
  en: price, unit price
  fr: prix, prix unitaire
quantity
  de: menge, mengen, anzahl, stückzahl
  en: quantity, qty, quantities, units, pcs
  fr: quantité, qté, quantités, nombre
"""
"""What of a document a heading names."""
