"""What the command line says."""

from orders.wording.text import Text

TEXTS: dict[str, Text] = {
    # headings and words of the tables
    "cli.order": Text("Bestellung", "Order", "Commande"),
    "cli.supplier": Text("Lieferant", "Supplier", "Fournisseur"),
    "cli.issued": Text("Datum", "Date", "Date"),
    "cli.status": Text("Status", "Status", "Statut"),
    "cli.mark_full": Text("ganz", "all", "tout"),
    "cli.mark_partial": Text("teilweise", "part", "en partie"),
    "cli.mark_none": Text("nichts", "nothing", "rien"),
    "cli.mark_off": Text("wird nicht verfolgt", "not tracked", "non suivi"),
    "cli.ordered_value": Text("Bestellwert", "Order value", "Montant"),
    "cli.open_deviations": Text("Abw.", "Dev.", "Écarts"),
    "cli.severity": Text("Gewicht", "Severity", "Gravité"),
    "cli.line": Text("Pos.", "Line", "Ligne"),
    "cli.item": Text("Artikel", "Item", "Article"),
    "cli.ordered": Text("bestellt", "ordered", "commandé"),
    "cli.confirmed": Text("bestätigt", "confirmed", "confirmé"),
    "cli.shipped": Text("versandt", "shipped", "expédié"),
    "cli.received": Text("erhalten", "received", "reçu"),
    "cli.invoiced": Text("berechnet", "invoiced", "facturé"),
    "cli.unit": Text("Einh.", "Unit", "Unité"),
    "cli.wanted": Text("Wunsch", "wanted", "souhaité"),
    "cli.promised": Text("zugesagt", "promised", "promis"),
    "cli.lines": Text("Positionen", "Lines", "Lignes"),
    "cli.documents": Text("Belege", "Documents", "Documents"),
    "cli.document": Text("Beleg", "Document", "Document"),
    "cli.gross": Text("Brutto", "Gross", "TTC"),
    "cli.counts": Text("zählt", "counts", "compte"),
    "cli.yes": Text("ja", "yes", "oui"),
    "cli.no": Text("nein", "no", "non"),
    "cli.file": Text("Datei", "File", "Fichier"),
    "cli.deviations": Text("Abweichungen", "Deviations", "Écarts"),
    "cli.what": Text("Was", "What", "Quoi"),
    "cli.message": Text("Erläuterung", "Explanation", "Explication"),
    "cli.amount": Text("Betrag", "Amount", "Montant"),
    "cli.trail": Text("Verlauf", "Trail", "Historique"),
    "cli.when": Text("Wann", "When", "Quand"),
    "cli.who": Text("Wer", "Who", "Qui"),
    "cli.revision": Text("Fassung", "Revision", "Révision"),
    "cli.missing": Text(
        "Bis zum nächsten Status fehlt", "Missing for the next status", "Manque pour le statut suivant"
    ),
    "cli.state": Text("Ergebnis", "Result", "Résultat"),
    "cli.received_at": Text("Eingang", "Arrived", "Arrivé"),
    "cli.standing": Text("Gilt", "Holds", "En vigueur"),
    "cli.decision": Text("Entscheidung", "decision", "décision"),
    "cli.id": Text("Kennung", "Id", "Identifiant"),
    # an inspected document
    "cli.format": Text("Format", "Format", "Format"),
    "cli.buyer": Text("Besteller", "Buyer", "Acheteur"),
    "cli.refers_to": Text("Bezug", "Refers to", "Se réfère à"),
    "cli.answer": Text("Antwort", "Answer", "Réponse"),
    "cli.due": Text("Fällig", "Due", "Échéance"),
    "cli.delivery": Text("Lieferung", "Delivery", "Livraison"),
    "cli.charges": Text("Zu- und Abschläge", "Charges", "Frais et remises"),
    "cli.net": Text("Netto", "Net", "HT"),
    "cli.tax": Text("Steuer", "Tax", "Taxe"),
    "cli.order_line": Text("Bestellpos.", "Order line", "Ligne de commande"),
    "cli.quantity": Text("Menge", "Quantity", "Quantité"),
    "cli.price": Text("Preis", "Price", "Prix"),
    "cli.issues": Text("Auffälligkeiten", "Issues", "Anomalies"),
    "cli.place": Text("Stelle", "Place", "Endroit"),
    "cli.report_of_ours": Text(
        "{file}: ein Bericht von hier, zuletzt gespeichert von: {by}. Zeilen mit Entscheidungen: {count:number}.",
        "{file}: a report from here, saved last by: {by}. Rows with decisions: {count:number}.",
        "{file} : un rapport d'ici, enregistré en dernier par : {by}. Lignes avec décisions : {count:number}.",
    ),
    "cli.no_document": Text(
        "{file}: gelesen; die Datei bestätigt nur einen Empfang und enthält keinen Beleg.",
        "{file}: read; the file only acknowledges that something was received, and holds no document.",
        "{file} : lu ; le fichier accuse seulement réception et ne contient pas de document.",
    ),
    "cli.rule": Text("Regel", "Rule", "Règle"),
    "cli.rule_set": Text("Regelwerk", "Rule set", "Jeu de règles"),
    "cli.file_line": Text("Zeile {line}", "line {line}", "ligne {line}"),
    "cli.validation": Text("Prüfung nach Regeln", "Checked by rules", "Contrôle par règles"),
    "cli.validation_clean": Text(
        "Keine Regel ist verletzt.",
        "No rule is broken.",
        "Aucune règle n'est enfreinte.",
    ),
    "cli.validation_applied": Text(
        "Geprüft: {name} ({source})", "Checked: {name} ({source})", "Contrôlé : {name} ({source})"
    ),
    # an inspected table
    "cli.hidden": Text("ausgeblendet", "hidden", "masquée"),
    "cli.heading_row": Text("Überschriften in Zeile {row}", "headings in row {row}", "en-têtes en ligne {row}"),
    "cli.separator": Text("getrennt durch {separator}", "separated by {separator}", "séparée par {separator}"),
    "cli.by_layout": Text("nach dem Layout {layout}", "by the layout {layout}", "selon la mise en page {layout}"),
    "cli.read_with_it": Text(
        "Damit wird die Datei so gelesen:",
        "With it, the file is read like this:",
        "Ainsi, le fichier est lu comme suit :",
    ),
    "cli.more_lines": Text("und {count} weitere Positionen", "and {count} more lines", "et {count} autres lignes"),
    "cli.column": Text("Spalte", "Column", "Colonne"),
    "cli.heading": Text("Überschrift", "Heading", "En-tête"),
    "cli.understood_as": Text("gelesen als", "understood as", "lu comme"),
    "cli.written": Text("Schreibweise", "written", "écriture"),
    "cli.why": Text("warum", "why", "pourquoi"),
    "cli.examples": Text("Beispiele", "examples", "exemples"),
    "cli.unused": Text("nicht verwendet", "not used", "non utilisé"),
    # sentences of the sheet of an order
    "cli.order_title": Text(
        "Bestellung {number}, Fassung {revision}",
        "Order {number}, revision {revision}",
        "Commande {number}, révision {revision}",
    ),
    "cli.unanswered": Text(
        "Positionen noch ohne Antwort des Lieferanten: {count}",
        "Lines not answered by the supplier yet: {count}",
        "Lignes encore sans réponse du fournisseur : {count}",
    ),
    "cli.overridden": Text(
        "von Hand gesetzt; die Belege ergäben: {status:status}",
        "set by hand; the documents say: {status:status}",
        "fixé à la main ; d'après les documents : {status:status}",
    ),
    "cli.trail_document": Text("{type:document} {number}", "{type:document} {number}", "{type:document} {number}"),
    "cli.trail_counted": Text(
        "{type:document} {number}: {lines}", "{type:document} {number}: {lines}", "{type:document} {number} : {lines}"
    ),
    "cli.trail_not_counted": Text(
        "{type:document} {number}, zählt nicht: {reason:reason}",
        "{type:document} {number}, not counted: {reason:reason}",
        "{type:document} {number}, non compté : {reason:reason}",
    ),
    # run, watch, retry
    "cli.stage_ingest": Text("Dateien lesen", "Reading files", "Lecture des fichiers"),
    "cli.stage_derive": Text("Zuordnen", "Matching", "Rapprochement"),
    "cli.stage_reread": Text("Archiv lesen", "Reading the archive", "Lecture des archives"),
    "cli.stage_report": Text("Berichte schreiben", "Writing reports", "Rédaction des rapports"),
    "cli.run_files": Text(
        "Dateien: {accepted:number} angenommen (darin Belege: {documents:number}), {duplicate:number} doppelt, "
        "{rejected:number} abgewiesen, {waiting:number} wartend; {seconds:number} s.",
        "Files: {accepted:number} accepted (documents in them: {documents:number}), {duplicate:number} duplicate, "
        "{rejected:number} rejected, {waiting:number} waiting; {seconds:number} s.",
        "Fichiers : {accepted:number} acceptés (documents : {documents:number}), {duplicate:number} en double, "
        "{rejected:number} rejetés, {waiting:number} en attente ; {seconds:number} s.",
    ),
    "cli.run_orders": Text(
        "Geänderte Bestellungen: {orders:number}.",
        "Orders changed: {orders:number}.",
        "Commandes modifiées : {orders:number}.",
    ),
    "cli.run_blocked": Text(
        "Es wurde aufgehört, Dateien zu nehmen: {why}",
        "No more files were taken: {why}",
        "Plus aucun fichier pris : {why}",
    ),
    "cli.run_rejected": Text(
        "Warum Dateien abgewiesen wurden, sagt: ordertrail files --state rejected. Sie liegen in {folder}.",
        "Why files were rejected: ordertrail files --state rejected. They lie in {folder}.",
        "Pourquoi des fichiers ont été rejetés : ordertrail files --state rejected. Ils sont dans {folder}.",
    ),
    "cli.run_waiting": Text(
        "Worauf Dateien warten, sagt: ordertrail files --state waiting. Sie werden von selbst wieder versucht.",
        "What files wait for: ordertrail files --state waiting. They are tried again by themselves.",
        "Ce que des fichiers attendent : ordertrail files --state waiting. Ils sont repris d'eux-mêmes.",
    ),
    "cli.run_left_links": Text(
        "Verknüpfungen, Pipes und Geräte im Eingang werden nicht gelesen: {names}.",
        "Links, pipes and devices in the inbox are not read: {names}.",
        "Les liens, tubes et périphériques du dossier d'entrée ne sont pas lus : {names}.",
    ),
    "cli.run_left_too_deep": Text(
        "Ordner, die zu tief liegen, werden nicht gelesen: {names}.",
        "Folders that lie too deep are not read: {names}.",
        "Les dossiers trop profonds ne sont pas lus : {names}.",
    ),
    "cli.run_left_unreadable": Text(
        "Ordner, die nicht gelesen werden dürfen: {names}.",
        "Folders that may not be read: {names}.",
        "Dossiers dont la lecture est interdite : {names}.",
    ),
    "cli.run_left_forgotten": Text(
        "Seit mehr als einem Tag unter einem vorläufigen Namen: {names}.",
        "Under a temporary name for more than a day: {names}.",
        "Sous un nom provisoire depuis plus d'un jour : {names}.",
    ),
    "cli.run_report": Text("Bericht: {path}", "Report: {path}", "Rapport : {path}"),
    # demo
    "cli.demo_workbook": Text(
        "Der Bericht für den Einkauf: {path}", "The buyers' workbook: {path}", "Le classeur des acheteurs : {path}"
    ),
    "cli.demo_next_1": Text("Und nun: cd {folder}", "And now: cd {folder}", "Et maintenant : cd {folder}"),
    "cli.demo_next_2": Text(
        "  ordertrail explain 4500102     warum eine Bestellung steht, wo sie steht",
        "  ordertrail explain 4500102     why an order stands where it stands",
        "  ordertrail explain 4500102     pourquoi une commande en est là",
    ),
    "cli.demo_next_3": Text(
        "  ordertrail exceptions          was jemand ansehen muss",
        "  ordertrail exceptions          what somebody has to look at",
        "  ordertrail exceptions          ce que quelqu'un doit examiner",
    ),
    # rebuild
    "cli.rebuilt": Text(
        "Neu hergeleitete Bestellungen: {orders:number}.",
        "Orders derived anew: {orders:number}.",
        "Commandes recalculées : {orders:number}.",
    ),
    "cli.reread": Text(
        "Dateien, die jetzt anders gelesen werden: {changed:number}; unverändert gelassen: {kept:number}.",
        "Files that are read differently by now: {changed:number}; left as they were: {kept:number}.",
        "Fichiers lus autrement désormais : {changed:number} ; laissés tels quels : {kept:number}.",
    ),
    "cli.rebuild_same": Text(
        "Alles stimmt mit den Belegen überein.",
        "Everything agrees with the documents.",
        "Tout concorde avec les documents.",
    ),
    "cli.rebuild_differs": Text(
        "Unterschiede: {count:number}. ordertrail rebuild behebt sie.",
        "Differences: {count:number}. ordertrail rebuild mends them.",
        "Différences : {count:number}. ordertrail rebuild les corrige.",
    ),
    "cli.rebuild_missing": Text("fehlt", "missing", "manque"),
    "cli.rebuild_extra": Text("zu viel", "extra", "en trop"),
    "cli.rebuild_different": Text("anders", "different", "différent"),
    "cli.rebuild_pending": Text("noch nicht zugeordnet", "not matched yet", "pas encore rapproché"),
    "cli.table": Text("Tabelle", "Table", "Table"),
    "cli.case": Text("Vorgang", "Case", "Dossier"),
    # init
    "cli.init_1": Text("{folder} ist eingerichtet.", "{folder} is set up.", "{folder} est prêt."),
    "cli.init_2": Text(
        "Einstellungen: {config}. Legen Sie Belege in {folder}/inbox, zum Beispiel die aus {folder}/sample.",
        "Settings: {config}. Put documents into {folder}/inbox, for example those in {folder}/sample.",
        "Réglages : {config}. Déposez des documents dans {folder}/inbox, par exemple ceux de {folder}/sample.",
    ),
    "cli.init_3": Text(
        "Dann: ordertrail --config {config} run",
        "Then: ordertrail --config {config} run",
        "Puis : ordertrail --config {config} run",
    ),
    # answers that are no
    "cli.order_unknown": Text(
        "Eine Bestellung {order} gibt es hier nicht.",
        "There is no order {order} here.",
        "Il n'y a pas de commande {order} ici.",
    ),
    "cli.order_unknown_near": Text(
        "Eine Bestellung {order} gibt es hier nicht; ähnlich sind: {near}.",
        "There is no order {order} here; similar ones are: {near}.",
        "Il n'y a pas de commande {order} ici ; semblables : {near}.",
    ),
    "cli.order_ambiguous": Text(
        "{order} nennt mehrere Bestellungen: {candidates}.",
        "{order} names several orders: {candidates}.",
        "{order} désigne plusieurs commandes : {candidates}.",
    ),
    "cli.order_ambiguous_hint": Text(
        "Nennen Sie eine davon, wie sie hier steht.",
        "Name one of them as it stands here.",
        "Indiquez-en une, telle qu'elle figure ici.",
    ),
    "cli.line_unknown": Text(
        "Bestellung {order} hat keine Position {line}; sie hat: {lines}.",
        "Order {order} has no line {line}; it has: {lines}.",
        "La commande {order} n'a pas de ligne {line} ; elle a : {lines}.",
    ),
    "cli.supplier_unknown_near": Text(
        'Es gibt kein [suppliers.{key}] in der Konfiguration; meinten Sie "{near}"?',
        'There is no [suppliers.{key}] in the configuration; did you mean "{near}"?',
        'Il n\'y a pas de [suppliers.{key}] dans la configuration ; vouliez-vous dire "{near}" ?',
    ),
    "cli.supplier_unknown": Text(
        "Es gibt kein [suppliers.{key}] in der Konfiguration; es gibt: {known}.",
        "There is no [suppliers.{key}] in the configuration; there are: {known}.",
        "Il n'y a pas de [suppliers.{key}] dans la configuration ; il y a : {known}.",
    ),
    "cli.supplier_unknown_none": Text(
        "Es gibt kein [suppliers.{key}] in der Konfiguration; sie nennt keinen Lieferanten.",
        "There is no [suppliers.{key}] in the configuration; it names no supplier.",
        "Il n'y a pas de [suppliers.{key}] dans la configuration ; elle ne nomme aucun fournisseur.",
    ),
    "cli.order_unknown_then": Text(
        "Die Bestellung {order} gab es am {date:date} noch nicht.",
        "There was no order {order} on {date:date} yet.",
        "La commande {order} n'existait pas encore le {date:date}.",
    ),
    "cli.not_derived_yet": Text(
        "Noch nicht zugeordnete Belege: {count}; ordertrail run holt das nach.",
        "Documents not matched yet: {count}; ordertrail run makes up for it.",
        "Documents pas encore rapprochés : {count} ; ordertrail run s'en chargera.",
    ),
    "cli.unmatched_line": Text(
        "Belegzeile {line} ({quantity:number} {unit:unit} {name}) gehört zu keiner bekannten Bestellposition.",
        "Document line {line} ({quantity:number} {unit:unit} {name}) belongs to no known order line.",
        "La ligne {line} ({quantity:number} {unit:unit} {name}) n'appartient à aucune ligne de commande connue.",
    ),
    "cli.unmatched_document": Text(
        "Der Beleg gehört zu keiner bekannten Bestellung.",
        "The document belongs to no known order.",
        "Le document n'appartient à aucune commande connue.",
    ),
    "cli.no_orders": Text("Keine Bestellung.", "No order.", "Aucune commande."),
    "cli.no_exceptions": Text("Keine offene Abweichung.", "No open deviation.", "Aucun écart ouvert."),
    "cli.no_decisions": Text("Keine Entscheidung.", "No decision.", "Aucune décision."),
    "cli.unchanged": Text("unverändert", "unchanged", "inchangé"),
    "cli.no_files": Text("Keine Datei.", "No file.", "Aucun fichier."),
}
