"""Headings that are not made of a subject and an aspect, in German, English and French: "Lieferant", "Unit price".

Written as those in `ingest.formats.tables.heading_words`. A meaning with `?` gives way to a surer heading beside it,
and then means what stands behind the `?`.
"""

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
  de: ausstellungsdatum, erstelldatum, belegdatum, buchungsdatum
  en: posting date, created on
  fr: date comptable, date de comptabilisation
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
invoice.number
  de: zu rechnung, zur rechnung, zu rechnung nr, rechnungsbezug, ursprungsrechnung, bezug rechnung
  en: original invoice, original invoice no, credited invoice, invoice credited, applies to invoice
  fr: facture d'origine, facture concernée, n° facture d'origine
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
  fr: ligne, n° de ligne, rang, poste, pos
item
  de: artikelnr, art nr, artikel, materialnr, material, mat nr, produktnr, teilenr, sachnr, identnr, warennr,
      bestellartikel, artikelcode
  en: item no, item, item code, part no, part, sku, product no, product code, material, material no, article no,
      product, article, stock code, part code, asin, item asin, inventory item code, inventory item
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
      produktbezeichnung, warenbezeichnung, materialbezeichnung, bezeichnung 1, artikelkurztext, leistung,
      artikeltext 1, text
  en: item name, product name, article name, item text, short text, item description, article description, part name,
      product title, item title, title
  fr: désignation, libellé, nom du produit, désignation article, libellé article, intitulé
description
  de: beschreibung, artikelbeschreibung, langtext, produktbeschreibung, bezeichnung 2, zusatztext
  en: product description, long text, description, part description, long description, material description
  fr: description, descriptif, description article
quantity?
  de: menge, anzahl, stückzahl, stück, stk, menge stk, menge in erfassme, menge in erfassungsmengeneinheit
  en: quantity, qty, quantities, pcs, pieces, no of units, line item quantity, line quantity, item quantity, item qty,
      product quantity, qty in unit of entry, quantity in unit of entry, qty in un of entry
  fr: quantité, qté, nombre, nb, quantités, quantité en unité de saisie, qté en unité de saisie
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
  de: einheit, me, mengeneinheit, meh, bestellmengeneinheit, bestelleinheit, bme, eh, liefereinheit, verkaufseinheit,
      erfassungsme, erfassungsmengeneinheit, einheitencode
  en: unit, uom, um, unit of measure, unit code, units of measure, order unit, measure unit, base unit, sales unit,
      unit of entry, unit of measure code, uom code
  fr: unité, unité de mesure, unité de quantité, u, um, unité de saisie, code unité
unit_price
  de: preis, einzelpreis, stückpreis, nettopreis, e preis, ep, preis pro einheit, preis je einheit, netto
      einzelpreis, einzelpreis netto, preis pro stück, preis stück, einheitspreis, ek preis, vk preis,
      nettoeinzelpreis, preis netto, ep netto, preis chf, artikelpreis, ek netto, netto preis
  en: price, unit price, net price, net unit price, price per unit, price each, unit cost, cost, unit net price,
      rate, item price, purchase ppu, ppu, unit amount
  fr: prix, prix unitaire, pu, prix unitaire ht, pu ht, prix net, prix unitaire net, prix ht
discount_percent
  de: rabatt %, rabatt in %, rabattsatz, % rabatt, zeilenrabatt %, positionsrabatt %, nachlass %
  en: discount %, disc %, discount percent, % discount, line discount %, discount rate
  fr: remise %, % remise, taux de remise, remise en %, rabais %
price_base
  de: preiseinheit, pe, preisbasis, preis per, preisbezugsmenge, pro
  en: price unit, price base, base quantity, price base quantity, per, price per
  fr: unité de prix, base de prix, prix pour
line_amount
  de: positionswert, positionsbetrag, gesamtpreis, zeilenbetrag, g preis, gp, warenwert, zeilenwert, positionssumme,
      gesamtpreis netto, netto gesamtpreis, bestellwert, lieferwert, positionsnettowert, bestellnettowert,
      gp netto, gesamt netto, zeilensumme, positionsgesamtpreis
  en: line amount, line total, extended price, line value, total price, extended amount, ext price, line item value,
      item net total
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
      date, delivery on, planned delivery date, estimated delivery date, expected arrival
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
