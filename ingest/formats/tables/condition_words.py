"""The words of headings about conditions: how exact a delivery must be, and what is expected for goods that go back.

Written as `ingest.formats.tables.heading_words`. Bare words like "Mindestmenge" or "MOQ" are left out: beside an item
they are what may be ordered, not what satisfies the order.
"""

CONDITIONS = """
quantity_under_percent
  de: unterlieferungstoleranz, unterliefertoleranz, unterlieferung, unterlieferung toleranz, toleranz unterlieferung,
      unterlieferungstoleranz %, unterlieferungstoleranz in %, unterliefertoleranz %, unterlieferung %,
      unterlieferung in %, toleranz unterlieferung %, mindermengentoleranz, mengentoleranz unter, unterlief toleranz
  en: under delivery tolerance, underdelivery tolerance, underdelivery, under delivery, under delivery %,
      underdelivery %, underdelivery tolerance %, under delivery tolerance %, underdeliv tolerance, undertolerance,
      quantity under %, under tolerance %, under tolerance, underdel tol, under receipt tolerance %
  fr: tolérance sous livraison, tolérance de livraison incomplète, tolérance livraison inférieure, sous livraison %,
      tolérance sous livraison %, tolérance en moins, tolérance en moins %
quantity_over_percent
  de: überlieferungstoleranz, überliefertoleranz, überlieferung, überlieferung toleranz, toleranz überlieferung,
      überlieferungstoleranz %, überlieferungstoleranz in %, überliefertoleranz %, überlieferung %,
      überlieferung in %, toleranz überlieferung %, mehrmengentoleranz, mengentoleranz über, überlief toleranz
  en: over delivery tolerance, overdelivery tolerance, overdelivery, over delivery, over delivery %, overdelivery %,
      overdelivery tolerance %, over delivery tolerance %, overdeliv tolerance, overtolerance, quantity over %,
      over tolerance %, over tolerance, overdelivery tolerance limit, overdel tol, over receipt tolerance %
  fr: tolérance sur livraison, tolérance de livraison excédentaire, tolérance livraison supérieure, sur livraison %,
      tolérance sur livraison %, tolérance de sur livraison, tolérance en plus, tolérance en plus %
minimum_quantity
  de: mindestliefermenge, minimale liefermenge, liefermenge min, untergrenze liefermenge
  en: minimum delivery quantity, min delivery qty, minimum quantity accepted, least acceptable quantity
  fr: quantité minimale à livrer, quantité minimale acceptée
maximum_quantity
  de: höchstliefermenge, maximale liefermenge, liefermenge max, obergrenze liefermenge
  en: maximum delivery quantity, max delivery qty, maximum quantity accepted
  fr: quantité maximale à livrer, quantité maximale acceptée
remedy
  de: retourengrund, rückgabegrund, retourenart, grund der rückgabe, rücksendegrund, reklamationsfolge,
      ersatz oder gutschrift, retourenabwicklung, folgeaktion
  en: return reason, reason for return, return type, return action, reject action, rejection action, resolution,
      replacement or credit, replace or credit, return resolution
  fr: motif de retour, motif du retour, type de retour, suite du retour, remplacement ou avoir, suite à donner
"""
