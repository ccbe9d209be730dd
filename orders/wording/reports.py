"""Texts of the reports: sheets, figures, classes, remarks. Headings are in `columns`, next steps in `actions`."""

from orders.wording.text import Text

TEXTS: dict[str, Text] = {
    "report.title": Text("Bestellverfolgung", "Order tracking", "Suivi des commandes"),
    "report.as_of": Text("Stand {date:date}", "As of {date:date}", "Au {date:date}"),
    "report.made_at": Text("erstellt {date:date}, {time}", "made {date:date}, {time}", "établi le {date:date}, {time}"),
    "report.for_buyer": Text("Einkauf: {buyer}", "Buyer: {buyer}", "Acheteur : {buyer}"),
    "report.document": Text("{type:document} {number}", "{type:document} {number}", "{type:document} {number}"),
    "report.total": Text("Summe", "Total", "Total"),
    "report.cut": Text(" … [gekürzt, {{0}} Zeichen]", " … [cut, {{0}} characters]", " … [coupé, {{0}} caractères]"),
    "report.sheet_full": Text(
        "{rows:number} weitere Zeilen passen nicht in ein Blatt; sie stehen in der CSV-Datei.",
        "{rows:number} more rows do not fit into a sheet; they are in the CSV file.",
        "{rows:number} autres lignes ne tiennent pas dans la feuille ; voir le fichier CSV.",
    ),
    "report.locked": Text(
        "{file} ist geöffnet und konnte nicht ersetzt werden. Der neue Bericht steht daneben: {beside}. "
        "Der nächste Lauf ersetzt ihn.",
        "{file} is open and could not be replaced. The new report is beside it: {beside}. The next run replaces it.",
        "{file} est ouvert et n'a pas pu être remplacé. Le nouveau rapport est à côté : {beside}. "
        "La prochaine exécution le remplacera.",
    ),
    "sheet.overview": Text("Übersicht", "Overview", "Synthèse"),
    "sheet.orders": Text("Bestellungen", "Orders", "Commandes"),
    "sheet.open_lines": Text("Offene Positionen", "Open lines", "Lignes ouvertes"),
    "sheet.confirmations": Text("AB-Abweichungen", "Confirmation deviations", "Écarts de confirmation"),
    "sheet.exceptions": Text("Klärfälle", "Exceptions", "Anomalies"),
    "sheet.choices": Text("Auswahl", "Choices", "Choix"),
    "sheet.decisions": Text("Entscheidungen", "Decisions", "Décisions"),
    "about.decisions": Text(
        "was Menschen entschieden, und was nicht galt",
        "what people decided, and what did not hold",
        "ce qui fut décidé, et ce qui ne valut pas",
    ),
    "empty.decisions": Text("Noch keine Entscheidung.", "No decision yet.", "Aucune décision."),
    "report.key": Text(
        "Diese Spalte gehört dem Programm.",
        "This column belongs to the program.",
        "Cette colonne appartient au programme.",
    ),
    "report.decide_title": Text("Entscheiden", "Decide", "Décider"),
    "report.decide_how": Text(
        "Aus der Liste wählen, Begründung dahinter, Mappe speichern und in den Eingangsordner legen.",
        "Choose from the list, say why behind it, save the workbook and drop it into the inbox.",
        "Choisir dans la liste, dire pourquoi à côté, enregistrer et déposer le classeur dans la boîte d'entrée.",
    ),
    "report.decide_from_the_list": Text(
        "Bitte aus der Liste wählen.", "Please choose from the list.", "Veuillez choisir dans la liste."
    ),
    "sheet.differences": Text("Wareneingang und Rechnung", "Received and invoiced", "Réception et facturation"),
    "sheet.files": Text("Dateien", "Files", "Fichiers"),
    "about.orders": Text(
        "jede Bestellung mit Status und offenem Wert",
        "every order with its status and open value",
        "chaque commande, statut et valeur ouverte",
    ),
    "about.open_lines": Text(
        "jede Position, von der noch etwas kommt",
        "every line of which something is still to come",
        "chaque ligne dont il reste quelque chose à venir",
    ),
    "about.confirmations": Text(
        "anders bestätigt als bestellt",
        "confirmed otherwise than ordered",
        "confirmé autrement que commandé",
    ),
    "about.exceptions": Text(
        "was jemand ansehen muss, das Dringendste zuerst",
        "what somebody has to look at, the most urgent first",
        "ce qu'il faut examiner, le plus urgent d'abord",
    ),
    "about.differences": Text(
        "was nur erhalten oder nur berechnet ist",
        "what was only received, or only invoiced",
        "ce qui n'est que reçu, ou que facturé",
    ),
    "about.files": Text(
        "was hereinkam und was daraus wurde", "what came in and what became of it", "ce qui est arrivé et son sort"
    ),
    "empty.orders": Text(
        "Noch keine Bestellung. Legen Sie Dateien in den Eingangsordner und starten Sie einen Lauf.",
        "No order yet. Put files into the inbox folder and start a run.",
        "Aucune commande. Déposez des fichiers dans le dossier d'entrée et lancez une exécution.",
    ),
    "empty.open_lines": Text("Nichts ist offen.", "Nothing is open.", "Rien n'est ouvert."),
    "empty.confirmations": Text(
        "Alles ist bestätigt wie bestellt.", "Everything is confirmed as ordered.", "Tout est confirmé comme commandé."
    ),
    "empty.exceptions": Text("Nichts zu klären.", "Nothing to clear up.", "Rien à clarifier."),
    "empty.differences": Text(
        "Erhaltenes und Berechnetes stimmen überein.",
        "What was received and what was invoiced agree.",
        "Réceptions et factures concordent.",
    ),
    "empty.files": Text("Noch keine Datei.", "No file yet.", "Aucun fichier."),
    "section.total": Text("Gesamt", "Total", "Total"),
    "section.orders_by_status": Text("Bestellungen nach Status", "Orders by status", "Commandes par statut"),
    "section.open_lines_by_due": Text(
        "Offener Wert nach Fälligkeit", "Open value by due date", "Valeur ouverte par échéance"
    ),
    "section.exceptions_by_severity": Text(
        "Klärfälle nach Dringlichkeit", "Exceptions by severity", "Anomalies par gravité"
    ),
    "section.exceptions_by_code": Text("Klärfälle nach Art", "Exceptions by kind", "Anomalies par type"),
    "section.files": Text("Dateien", "Files", "Fichiers"),
    "section.leaders": Text("Am meisten auf dem Spiel", "Most at stake", "Les plus gros enjeux"),
    "section.contents": Text("In dieser Mappe", "In this workbook", "Dans ce classeur"),
    "section.currencies": Text("Nach Währung", "By currency", "Par devise"),
    "figure.orders": Text("Bestellungen", "Orders", "Commandes"),
    "figure.open_orders": Text("davon offen", "of them open", "dont ouvertes"),
    "figure.open_lines": Text("Offene Positionen", "Open lines", "Lignes ouvertes"),
    "figure.unanswered": Text("davon unbestätigt", "of them unanswered", "dont sans réponse"),
    "figure.open_value": Text("Offener Wert", "Open value", "Valeur ouverte"),
    "figure.overdue": Text("Überfällig", "Overdue", "En retard"),
    "figure.exceptions": Text("Klärfälle", "Exceptions", "Anomalies"),
    "figure.blocks": Text("davon Sperren", "of them blocks", "dont blocages"),
    "figure.at_stake": Text("Auf dem Spiel", "At stake", "En jeu"),
    "figure.other_currencies": Text(
        "dazu {count:number} weitere Währung(en)",
        "and {count:number} other currency(ies)",
        "et {count:number} autre(s) devise(s)",
    ),
    "figure.money": Text("{amount:money}", "{amount:money}", "{amount:money}"),
    "figure.lines": Text("Positionen", "Lines", "Lignes"),
    "due.late_22": Text("22+ Tage überfällig", "22+ days late", "22+ jours de retard"),
    "due.late_15": Text("15–21 Tage", "15–21 days", "15–21 jours"),
    "due.late_8": Text("8–14 Tage", "8–14 days", "8–14 jours"),
    "due.late_1": Text("1–7 Tage überfällig", "1–7 days late", "1–7 jours de retard"),
    "due.soon_7": Text("in 7 Tagen", "within 7 days", "sous 7 jours"),
    "due.soon_28": Text("in 8–28 Tagen", "in 8–28 days", "dans 8–28 jours"),
    "due.later": Text("später", "later", "plus tard"),
    "due.undated": Text("ohne Termin", "no date", "sans date"),
    "age.0_7": Text("0–7 Tage", "0–7 days", "0–7 jours"),
    "age.8_14": Text("8–14 Tage", "8–14 days", "8–14 jours"),
    "age.15_21": Text("15–21 Tage", "15–21 days", "15–21 jours"),
    "age.22": Text("22 Tage und mehr", "22 days and more", "22 jours et plus"),
    "answer.yes": Text("ja", "yes", "oui"),
    "answer.no": Text("nein", "no", "non"),
    "decided.open": Text("offen", "open", "ouverte"),
    "decided.accepted": Text("angenommen", "accepted", "acceptée"),
    "decided.rejected": Text("abgelehnt", "rejected", "refusée"),
    "limit.order line": Text("Bestellposition", "order line", "ligne de commande"),
    "limit.item and supplier": Text("Artikel und Lieferant", "item and supplier", "article et fournisseur"),
    "limit.supplier": Text("Lieferant", "supplier", "fournisseur"),
    "limit.item group": Text("Artikelgruppe", "item group", "groupe d'articles"),
    "limit.default": Text("Vorgabe", "default", "défaut"),
    "remark.override": Text(
        "Status gesetzt durch Entscheidung {decision}; errechnet: {status:status}",
        "Status set by decision {decision}; computed: {status:status}",
        "Statut fixé par la décision {decision} ; calculé : {status:status}",
    ),
    "remark.line_override": Text("Status gesetzt", "Status set by a person", "Statut fixé"),
    "remark.closed_short": Text(
        "{quantity:number} kurz geschlossen", "{quantity:number} closed short", "{quantity:number} soldé"
    ),
    "remark.goods_refused": Text(
        "{quantity:number} bei der Annahme zurückgewiesen und noch hier",
        "{quantity:number} refused at receipt and still here",
        "{quantity:number} refusés à la réception et encore ici",
    ),
    "remark.deleted": Text("durch Änderung entfallen", "dropped by a change", "supprimée par une modification"),
    "remark.rejected_line": Text("vom Lieferanten abgelehnt", "rejected by the supplier", "refusée par le fournisseur"),
    "remark.refunded": Text(
        "{quantity:number} zurückgegeben, wird erstattet statt ersetzt",
        "{quantity:number} sent back, refunded and not replaced",
        "{quantity:number} retourné, remboursé et non remplacé",
    ),
    "remark.shipped_inferred": Text(
        "Versand aus Wareneingang erschlossen", "Shipment inferred from receipts", "Expédition déduite des réceptions"
    ),
    "unmatched.line": Text(
        "Zu keiner Bestellposition zugeordnet", "Matched to no order line", "Rapprochée d'aucune ligne de commande"
    ),
    "unmatched.document": Text(
        "Der Beleg zählt für keine Bestellung",
        "The document counts for no order",
        "Le document ne compte pour aucune commande",
    ),
    "unmatched.proposal": Text(
        "{rank}: {order} / {line} ({score} %)",
        "{rank}: {order} / {line} ({score} %)",
        "{rank} : {order} / {line} ({score} %)",
    ),
    "meaning.pending": Text(
        "beim Lieferanten, noch keine Antwort", "with the supplier, no answer yet", "chez le fournisseur, sans réponse"
    ),
    "meaning.partially_confirmed": Text(
        "mit Änderung oder nur zum Teil bestätigt", "confirmed with a change, or in part", "confirmée avec changement"
    ),
    "meaning.confirmed": Text("ganz bestätigt wie bestellt", "all confirmed as ordered", "confirmée comme commandée"),
    "meaning.partially_shipped": Text("ein Teil ist unterwegs", "part of it is on its way", "une partie est en route"),
    "meaning.shipped": Text("alles ist unterwegs", "all of it is on its way", "tout est en route"),
    "meaning.partially_received": Text("ein Teil ist da", "part of it is here", "une partie est arrivée"),
    "meaning.received": Text("alles ist da", "all of it is here", "tout est arrivé"),
    "meaning.partially_invoiced": Text("ein Teil ist berechnet", "part of it is invoiced", "une partie est facturée"),
    "meaning.invoiced": Text("alles ist berechnet", "all of it is invoiced", "tout est facturé"),
    "meaning.rejected": Text("der Lieferant lehnt ab", "the supplier refuses", "le fournisseur refuse"),
    "meaning.cancelled": Text("storniert oder ersetzt", "cancelled or replaced", "annulée ou remplacée"),
}
