"""The words that headings are made of, in German, English and French; `ingest.formats.tables.phrases` reads them.

A block is a meaning and its words in each language. A word with `*` needs an aspect ("Bestell-Nr.", never "Bestell").
In `PLAIN` a meaning with `?` gives way to a surer heading beside it, and then means what stands behind the `?`.
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

PLAIN = """
document_type
  de: belegart, dokumentart, dokumenttyp, belegtyp, vorgangsart, art des belegs
  en: document type, doc type, type of document, transaction type
  fr: type de document, type de pièce, nature du document
document.number?
  de: nummer, nr
  en: number, no
  fr: numéro, n°
order.date
  de: bestellt am, bestelltag
  en: ordered on, date ordered
document.date?
  de: datum
  en: date, date of issue
  fr: date, date d'émission
document.date
  de: ausstellungsdatum, erstelldatum, belegdatum
  en: posting date, created on
revision
  de: änderungsstand, revisionsnr, versionsnr
  en: revision no, version, rev, version no
  fr: révision
replaces
  de: ersetzt, ersetzt beleg
  en: replaces document
  fr: remplace
cancels
  de: storniert beleg, storno zu
  en: cancels document
  fr: annule
order.number
  de: ihre referenz, ihr zeichen
  en: your ref, your reference
  fr: votre référence
contract_number
  de: vertragsnr, vertrag, rahmenvertrag, rahmenvertragsnr, kontrakt, kontraktnr, rahmenbestellung
  en: contract, contract no, framework agreement, outline agreement, blanket order
  fr: contrat, n° de contrat, marché, n° de marché
supplier
  de: lieferant, lieferantenname, name lieferant, kreditor, kreditorname, verkäufer, lieferfirma
  en: supplier name, vendor, vendor name, seller, seller name, supplier
  fr: fournisseur, nom du fournisseur, vendeur, raison sociale fournisseur
supplier_id
  de: lieferantennr, lieferanten nr, kreditorennr, kreditor nr, liefnr, lief nr, gln lieferant
  en: supplier id, supplier no, vendor no, vendor id, vendor code, supplier code, seller id, supplier gln
  fr: code fournisseur, n° fournisseur, gln fournisseur
supplier_vat_id
  de: ust id lieferant, ust idnr lieferant, ustid
  en: supplier vat no, vendor vat id
  fr: tva intracommunautaire fournisseur
buyer
  de: käufer, besteller, kunde, kundenname, auftraggeber, debitor, einkaufsorganisation
  en: buyer name, customer, customer name, client name, sold to, buyer
  fr: client, acheteur, nom du client, donneur d'ordre
buyer_id
  de: kundennr, debitorennr, gln kunde, käufer gln
  en: customer no, customer id, customer code, buyer gln, sold to no
  fr: code client, n° client, gln client
iban
  de: iban lieferant
  en: iban no
  fr: iban fournisseur
line? row
  de: pos, position, pos nr, positionsnr, zeile, zeilennr, belegposition, lfd nr
  en: line, line no, line item, line item no, row, ln, seq, sequence, position, pos
  fr: ligne, n° de ligne, rang
item
  de: artikelnr, art nr, artikel, materialnr, material, mat nr, produktnr, teilenr, sachnr, identnr, warennr,
      bestellartikel, artikelcode
  en: item no, item, item code, part no, part, sku, product no, product code, material, material no, article no,
      product, article, stock code, part code
  fr: réf article, référence article, code article, article, produit, code produit, référence, réf, référence
      produit
buyer_item
  de: ihre artikelnr, ihre materialnr, kundenartikelnr, kunden artikelnr, kundenartikel, kundenmaterialnr,
      kundenmaterial, kunden teilenr, artikelnr kunde, ihre art nr, kundensachnr
  en: your item no, your part no, your article no, customer item no, customer part no, customer material, customer
      sku, buyer item no, buyer part no, buyers item, buyer sku, customer item, customer part
  fr: votre référence article, code article client, article client, votre article
supplier_item
  de: lieferantenartikelnr, lieferanten artikelnr, lieferantenartikel, lief art nr, lieferantenmaterialnr,
      lieferantenmaterial, unsere artikelnr, unsere art nr, artikelnr lieferant, lieferanten teilenr, bestellnr
      lieferant
  en: supplier item no, supplier part no, supplier article no, supplier sku, vendor item no, vendor part no, vendor
      material, vendor sku, vendor part, our item no, our part no, supplier part, vendor item, sellers item
  fr: référence fournisseur, réf fournisseur, code article fournisseur, article fournisseur, notre référence article
gtin
  de: ean, gtin nr, ean nr, ean code, strichcode, ean13, gtin13
  en: ean, gtin no, ean no, ean code, barcode, upc, upc code, gtin code
  fr: code ean, gencod, code barre, code barres
name
  de: bezeichnung, artikelbezeichnung, artikelname, artikeltext, kurztext, materialkurztext, produktname,
      produktbezeichnung, warenbezeichnung, materialbezeichnung, bezeichnung 1, artikelkurztext, leistung
  en: item name, product name, article name, item text, short text, item description, article description, part name
  fr: désignation, libellé, nom du produit, désignation article, libellé article, intitulé
description
  de: beschreibung, artikelbeschreibung, langtext, produktbeschreibung, bezeichnung 2, zusatztext
  en: product description, long text, description, part description, long description, material description
  fr: description, descriptif, description article
quantity?
  de: menge, anzahl, stückzahl, stück, stk, menge stk
  en: quantity, qty, quantities, pcs, pieces, no of units, line item quantity, line quantity
  fr: quantité, qté, nombre, nb, quantités
order.quantity
  de: bestellt
  en: ordered
response.quantity
  de: bestätigt, zugesagt
  en: confirmed, promised
  fr: confirmé
despatch.quantity
  de: geliefert, versandt
  en: shipped, despatched, delivered
  fr: livré, expédié
receipt.quantity
  de: erhalten, eingegangen
  en: received
  fr: reçu
invoice.quantity
  de: berechnet, fakturiert
  en: invoiced, billed
accepted.quantity
  de: angenommen, gutmenge
  en: accepted
  fr: accepté
rejected.quantity
  de: abgelehnt, ausschuss
  en: rejected
  fr: refusé
returned.quantity
  de: retoure, retouren
  en: returned
  fr: retourné
outstanding.quantity
  de: offen, rest, restmenge, noch zu liefern
  en: outstanding, open
  fr: reste à livrer, restant dû
backorder.quantity
  de: rückstand
  en: backorder
  fr: reliquat
unit
  de: einheit, me, mengeneinheit, meh, bestellmengeneinheit, bestelleinheit, bme, eh, liefereinheit, verkaufseinheit
  en: unit, uom, um, unit of measure, unit code, units of measure, order unit, measure unit, base unit, sales unit
  fr: unité, unité de mesure, unité de quantité, u, um
unit_price
  de: preis, einzelpreis, stückpreis, nettopreis, e preis, ep, preis pro einheit, preis je einheit, netto
      einzelpreis, einzelpreis netto, preis pro stück, preis stück, einheitspreis, ek preis, vk preis,
      nettoeinzelpreis, preis netto
  en: price, unit price, net price, net unit price, price per unit, price each, unit cost, cost, unit net price,
      rate
  fr: prix, prix unitaire, pu, prix unitaire ht, pu ht, prix net, prix unitaire net, prix ht
price_base
  de: preiseinheit, pe, preisbasis, preis per, preisbezugsmenge, pro
  en: price unit, price base, base quantity, price base quantity, per, price per
  fr: unité de prix, base de prix, prix pour
line_amount
  de: positionswert, positionsbetrag, gesamtpreis, zeilenbetrag, g preis, gp, warenwert, zeilenwert, positionssumme,
      gesamtpreis netto, netto gesamtpreis, bestellwert, lieferwert, positionsnettowert, bestellnettowert
  en: line amount, line total, extended price, line value, total price, extended amount, ext price, line item value
  fr: montant ligne, total ligne, montant ht ligne, prix total, prix total ht
net_amount?
  de: nettobetrag, netto, nettowert, netto betrag, betrag netto
  en: net, net amount, net value, amount net
  fr: montant ht, total ht, montant net
amount?
  de: betrag, gesamt, wert, summe
  en: amount, value, total, subtotal
  fr: montant, valeur
net
  de: nettosumme, gesamtnetto, rechnungsbetrag netto, gesamtbetrag netto, netto gesamtbetrag, rechnungssumme netto
  en: net total, invoice net, total net, invoice net amount, total excl vat, total excluding tax, tax exclusive
      amount
  fr: total général ht, montant total ht, total facture ht
tax
  de: mwst betrag, ust betrag, steuerbetrag, umsatzsteuerbetrag, mehrwertsteuerbetrag, gesamtsteuer
  en: vat amount, tax amount, total tax, total vat, sales tax
  fr: montant tva, total tva
gross
  de: bruttobetrag, brutto, bruttosumme, gesamtbetrag, rechnungsbetrag, endbetrag, rechnungssumme, gesamtbetrag brutto,
      rechnungsbetrag brutto, brutto gesamtbetrag, gesamtsumme
  en: gross amount, gross total, grand total, invoice total, total amount, invoice amount, total incl vat, total
      including tax, total gross, tax inclusive amount
  fr: total ttc, montant ttc, montant total, montant total ttc, montant facture
payable
  de: zahlbetrag, zu zahlen
  en: amount due, payable amount, amount payable
  fr: net à payer
tax_rate
  de: mwst satz, ust satz, steuersatz, mwst %, ust %, mehrwertsteuersatz, mwst in %, ust in %
  en: vat rate, tax rate, vat %, tax %, vat percent, tax percent
  fr: taux tva, tva %, taux de tva, taux
tax_rate? tax
  de: mwst, ust, steuer
  en: vat, tax
  fr: tva
currency
  de: währung, whg, wkz, währungscode, währungsschlüssel, belegwährung
  en: currency code, curr, ccy, cur
  fr: devise, monnaie, code devise
freight
  de: fracht, frachtkosten, versandkosten, frachtbetrag, transportkosten
  en: freight amount, shipping cost, shipping costs, freight cost, shipping charge, freight charge
  fr: frais de port, frais de transport, port, transport
date.delivery
  de: liefertermin, lieferdatum, lieferzeitpunkt, termin, liefertag, geplantes lieferdatum, eintrefftermin,
      geliefert am
  en: delivery date, scheduled delivery date, eta, date of delivery, delivered on, arrival date, expected delivery
      date, delivery on, planned delivery date, estimated delivery date
  fr: date de livraison, date de livraison prévue, délai, date prévue, livraison prévue
requested_date
  de: wunschtermin, wunschlieferdatum, gewünschter liefertermin, gewünschtes lieferdatum, wunschliefertermin,
      bedarfstermin, angefragter liefertermin, solltermin
  en: requested delivery date, required date, need by date, need date, required delivery date, requested date,
      request date, required by, delivery requested
  fr: date souhaitée, date de livraison souhaitée, date demandée, date de livraison demandée, date de besoin
promised_date
  de: bestätigter liefertermin, bestätigtes lieferdatum, zugesagter termin, bestätigter termin, zusagetermin,
      bestätigungstermin, zugesagter liefertermin
  en: confirmed date, confirmed delivery date, promised delivery date, promise date, committed date, acknowledged
      date, confirmed ship date, promised date
  fr: date confirmée, date de livraison confirmée, date promise, délai confirmé
despatch.date
  de: versanddatum, versandtermin, warenausgangsdatum, verladedatum, versendet am
  en: ship date, shipped date, shipping date, date shipped, shipped on, dispatched on
  fr: date d'expédition, date d'envoi
receipt.date
  de: eingangsdatum, erhalten am, we datum, buchungsdatum we
  en: received date, date received, received on, receiving date
  fr: date de réception
date.due
  de: fällig am, fälligkeit, fälligkeitsdatum, zahlbar bis
  en: due date, payment due date
  fr: échéance, date d'échéance
response
  de: bestätigungsstatus, antwort, rückmeldung, bestätigungscode, positionsstatus
  en: confirmation status, acknowledgement status, response code, line status, ack status, ack code, response status
  fr: statut de confirmation, réponse, statut ligne
response? status
  de: status
  en: status
  fr: statut, état
action
  de: änderungsart, aktion
  en: line action, change type
  fr: type de modification
note
  de: bemerkung, bemerkungen, hinweis, notiz, kommentar, anmerkung, positionstext
  en: remark, remarks, comment, comments, notes, line note
  fr: remarque, commentaire, observation, observations, commentaires
substitute_supplier_item
  de: ersatzartikel, ersatzartikelnr, ersatz artikelnr
  en: substitute item, replacement item, substitute part no
  fr: article de substitution
"""
"""Headings that are not made of a subject and an aspect."""
