"""What is wrong in `config.toml`, a line a problem: first the place with the key, which stays as it is."""

from orders.wording.text import Text

_SAID: tuple[Text, ...] = (
    Text("muss true oder false sein.", "must be true or false.", "doit être true ou false."),
    Text("muss eine ganze Zahl sein.", "must be a whole number.", "doit être un nombre entier."),
    Text(
        "muss ein Text in Anführungszeichen sein.", "must be a text in quotes.", "doit être un texte entre guillemets."
    ),
    Text("darf nicht leer sein.", "must not be empty.", "ne doit pas être vide."),
    Text("muss eine Liste sein.", "must be a list.", "doit être une liste."),
    Text("muss eine Tabelle sein.", "must be a table.", "doit être une table."),
    Text("fehlt.", "is missing.", "manque."),
    Text(
        "muss {expected} sein, nicht {found}.", "must be {expected}, not {found}.", "doit être {expected}, non {found}."
    ),
    Text("muss mindestens {least} sein.", "must be at least {least}.", "doit être au moins {least}."),
    Text("muss eine Zahl sein.", "must be a number.", "doit être un nombre."),
    Text("darf nicht negativ sein.", "must not be negative.", "ne doit pas être négatif."),
    Text("muss größer als 0 sein.", "must be more than 0.", "doit être supérieur à 0."),
    Text("muss zwischen 0 und 1 liegen.", "must lie between 0 and 1.", "doit être compris entre 0 et 1."),
    Text(
        'muss ein Betrag ("2"), ein Anteil ("5 %") oder beides ("5 %, max 2") sein; '
        'mit "value" ist ein Betrag das Geld, um das es geht ("10 value", "5 %, min 2 value").',
        'must be an amount ("2"), a percentage ("5 %") or both ("5 %, max 2"); '
        'with "value" an amount is the money at stake ("10 value", "5 %, min 2 value").',
        'doit être un montant ("2"), un pourcentage ("5 %") ou les deux ("5 %, max 2") ; '
        'avec "value", un montant est la somme en jeu ("10 value", "5 %, min 2 value").',
    ),
    Text(
        'muss "default" oder eine Liste von Status sein.',
        'must be "default" or a list of statuses.',
        'doit être "default" ou une liste de statuts.',
    ),
    Text("nennt einen Status zweimal.", "names a status twice.", "nomme un statut deux fois."),
    Text(
        'nennt den Lieferanten mit "party"; nennen Sie ihn mit "supplier" und beschreiben Sie ihn unter [suppliers].',
        'name the supplier with "supplier" and describe it under [suppliers]; "party" is filled in.',
        'nomme le fournisseur par "party" ; nommez-le par "supplier" et décrivez-le sous [suppliers].',
    ),
    Text(
        'ist derselbe Ordner wie "{other}"; jede Aufgabe braucht einen eigenen.',
        'is the same folder as "{other}"; each task needs its own.',
        'est le même dossier que "{other}" ; chaque tâche a besoin du sien.',
    ),
    Text(
        'liegt in "{other}"; legen Sie die beiden nebeneinander.',
        'lies inside "{other}"; put them side by side.',
        'se trouve dans "{other}" ; mettez-les côte à côte.',
    ),
    Text(
        'liegt in "folders.inbox", dessen Dateien weggenommen werden.',
        'lies inside "folders.inbox", whose files are taken away.',
        'se trouve dans "folders.inbox", dont les fichiers sont retirés.',
    ),
    Text(
        "muss mit {one} oder {other} beginnen.",
        "must begin with {one} or {other}.",
        "doit commencer par {one} ou {other}.",
    ),
    Text(
        "muss eine Datei nennen ({example}): was im Speicher liegt, ist verloren.",
        "must name a file ({example}): what is kept in memory is lost.",
        "doit nommer un fichier ({example}) : ce qui reste en mémoire est perdu.",
    ),
)
_UNKNOWN: tuple[Text, ...] = (
    Text("ist kein Schlüssel", "is not a key", "n'est pas une clé"),
    Text(
        "nennt {name}, was kein Status ist", "names {name}, which is no status", "nomme {name}, qui n'est pas un statut"
    ),
    Text(
        "es gibt kein [suppliers.{supplier}]",
        "there is no [suppliers.{supplier}]",
        "il n'y a pas de [suppliers.{supplier}]",
    ),
)
_MEANT: tuple[Text, ...] = (
    Text("er gehört unter [{table}].", "it belongs in [{table}].", "elle se place sous [{table}]."),
    Text('meinten Sie "{near}"?', 'did you mean "{near}"?', 'vouliez-vous dire "{near}" ?'),
    Text(
        'am nächsten kommt "{near}", bekannt sind: {known}.',
        'the nearest is "{near}", known are: {known}.',
        'le plus proche est "{near}", sont connus : {known}.',
    ),
    Text("es gibt keinen zur Auswahl.", "there is none to choose from.", "il n'y en a aucun au choix."),
)

SENTENCES: tuple[Text, ...] = (
    Text("{path} hat {count} Fehler:", "{path} has {count} problems:", "{path} a {count} erreurs :"),
    *(Text(*(f'{{place}}: "{{key}}" {part}' for part in said)) for said in _SAID),
    *(
        Text(*(f'{{place}}: "{{key}}" {part}; {more}' for part, more in zip(unknown, meant, strict=True)))
        for unknown in _UNKNOWN
        for meant in _MEANT
    ),
)
