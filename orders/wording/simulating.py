"""What `tolerance simulate` says."""

from orders.wording.text import Text

TEXTS: dict[str, Text] = {
    "cli.stage_simulate": Text("Vergleichen", "Comparing", "Comparaison"),
    "simulate.before": Text("bisher", "so far", "jusqu'ici"),
    "simulate.vanished": Text("entfällt", "vanishes", "disparaît"),
    "simulate.appeared": Text("kommt hinzu", "appears", "apparaît"),
    "simulate.after": Text("dann", "then", "ensuite"),
    "simulate.all": Text("Zusammen", "All", "Total"),
    "simulate.change": Text("Änderung", "Change", "Changement"),
    "simulate.status_before": Text("Status bisher", "Status so far", "Statut jusqu'ici"),
    "simulate.status_after": Text("Status dann", "Status then", "Statut ensuite"),
    "simulate.orders": Text("Bestellungen", "Orders", "Commandes"),
    "simulate.lines": Text("Positionen", "Lines", "Lignes"),
    "simulate.no_supplier": Text("(Lieferant unbekannt)", "(supplier unknown)", "(fournisseur inconnu)"),
    "simulate.more": Text(
        "… und {count} weitere; --json zeigt alle.",
        "… and {count} more; --json shows all.",
        "… et {count} autres ; --json les montre.",
    ),
    "simulate.no_difference": Text(
        "Nichts wäre anders: {deviations} Abweichungen auf {orders} Bestellungen, so wie bisher.",
        "Nothing would be different: {deviations} deviations on {orders} orders, as there are now.",
        "Rien ne changerait : {deviations} écarts sur {orders} commandes, comme aujourd'hui.",
    ),
    "simulate.nothing_changed": Text(
        "Nur gerechnet, nichts geändert.", "Only computed; nothing was changed.", "Simple calcul, rien n'a été modifié."
    ),
    "simulate.nothing_tried": Text(
        'Was soll probiert werden? Ein Schlüssel mit --set, etwa --set "tolerance.price_over=2 %", oder eine andere Datei mit '
        "--policy.",
        'What is to be tried? A key with --set, such as --set "tolerance.price_over=2 %", or another file with --policy.',
        'Que faut-il essayer ? Une clé avec --set, par exemple --set "tolerance.price_over=2 %", ou un autre fichier avec '
        "--policy.",
    ),
    "simulate.policy_same": Text(
        "Das gilt schon: die Regeln sind dieselben.",
        "That holds already: the rules are the same.",
        "C'est déjà le cas : les règles sont les mêmes.",
    ),
    "simulate.days_reversed": Text(
        "--from liegt nach --to.", "--from is later than --to.", "--from est postérieur à --to."
    ),
}
