"""What `doctor` says."""

from orders.wording.text import Text

TEXTS: dict[str, Text] = {
    "doctor.name_configuration": Text("Konfiguration", "Configuration", "Configuration"),
    "doctor.name_database": Text("Datenbank", "Database", "Base de données"),
    "doctor.name_folders": Text("Ordner", "Folders", "Dossiers"),
    "doctor.name_disk": Text("Speicherplatz", "Disk", "Espace disque"),
    "doctor.name_watch": Text("Dateiereignisse", "File events", "Événements"),
    "doctor.name_reading": Text("Leseprozesse", "Reading", "Lecture"),
    "doctor.name_limits": Text("Grenzen", "Limits", "Limites"),
    "doctor.state_ok": Text("in Ordnung", "ok", "en ordre"),
    "doctor.state_warning": Text("Achtung", "warning", "attention"),
    "doctor.state_failed": Text("Fehler", "failed", "échec"),
    "doctor.said": Text("{text}", "{text}", "{text}"),
    "doctor.configuration": Text(
        "{path}, Sprache {language}", "{path}, language {language}", "{path}, langue {language}"
    ),
    "doctor.database": Text(
        "{name}, Version {version}; die Seiten sind unversehrt",
        "{name}, version {version}; its pages are sound",
        "{name}, version {version} ; ses pages sont intactes",
    ),
    "doctor.server": Text("{name}, Version {version}", "{name}, version {version}", "{name}, version {version}"),
    "doctor.database_absent": Text(
        "{name} gibt es noch nicht; der erste Lauf legt sie an",
        "{name} is not there yet; the first run makes it",
        "{name} n'existe pas encore ; le premier passage la crée",
    ),
    "doctor.database_lost": Text(
        "{name} fehlt, obwohl archivierte Dateien da sind; stellen Sie die Sicherung wieder her",
        "{name} is missing although there are archived files; restore the backup",
        "{name} manque alors que des fichiers sont archivés ; restaurez la sauvegarde",
    ),
    "doctor.database_damaged": Text(
        "{name} ist beschädigt: {verdict}; stellen Sie die Sicherung wieder her",
        "{name} is damaged: {verdict}; restore the backup",
        "{name} est endommagée : {verdict} ; restaurez la sauvegarde",
    ),
    "doctor.database_on_network": Text(
        "{name} liegt auf einem Netzlaufwerk ({network}), auf dessen Sperren kein Verlass ist",
        "{name} lies on a network drive ({network}), whose locks cannot be relied on",
        "{name} se trouve sur un lecteur réseau ({network}), dont les verrous ne sont pas fiables",
    ),
    "doctor.database_version": Text(
        "{name} hat Version {version}, das Programm {wanted}",
        "{name} is of version {version}, the program of {wanted}",
        "{name} est de la version {version}, le programme de la {wanted}",
    ),
    "doctor.journal_wal": Text(
        "Journal {mode}: SQLite {sqlite} ist im WAL-Modus sicher",
        "journal {mode}: SQLite {sqlite} is safe in WAL mode",
        "journal {mode} : SQLite {sqlite} est sûr en mode WAL",
    ),
    "doctor.journal_delete": Text(
        "Journal {mode}: SQLite {sqlite} kann im WAL-Modus Daten zerstören, wenn zwei zugleich schreiben",
        "journal {mode}: in WAL mode SQLite {sqlite} can destroy data when two write at once",
        "journal {mode} : en mode WAL, SQLite {sqlite} peut détruire des données quand deux écrivent à la fois",
    ),
    "doctor.folder": Text("{name}: {path}, beschreibbar", "{name}: {path}, writable", "{name} : {path}, inscriptible"),
    "doctor.folder_absent": Text(
        "{name}: {path} gibt es noch nicht und kann angelegt werden",
        "{name}: {path} is not there yet and can be made",
        "{name} : {path} n'existe pas encore et peut être créé",
    ),
    "doctor.archive_lost": Text(
        "{path} fehlt oder ist leer, obwohl die Datenbank {count:number} archivierte Dateien kennt",
        "{path} is missing or empty although the database knows {count:number} archived files",
        "{path} manque ou est vide alors que la base connaît {count:number} fichiers archivés",
    ),
    "doctor.archive_lost_hint": Text(
        "Hängen Sie es ein, stellen Sie die Sicherung wieder her oder berichtigen Sie folders.archive.",
        "Mount it, restore the backup, or correct folders.archive.",
        "Montez-le, restaurez la sauvegarde ou corrigez folders.archive.",
    ),
    "doctor.folder_unwritable": Text(
        "{name}: {path} ist nicht beschreibbar: {why}",
        "{name}: {path} cannot be written to: {why}",
        "{name} : {path} n'est pas inscriptible : {why}",
    ),
    "doctor.folder_is_a_file": Text(
        "{name}: in {path} steht eine Datei, wo ein Ordner sein soll",
        "{name}: in {path} there is a file where a folder should be",
        "{name} : dans {path}, un fichier occupe la place d'un dossier",
    ),
    "doctor.file_systems": Text(
        "Eingang, Archiv und Quarantäne liegen nicht auf einem Dateisystem",
        "inbox, archive and quarantine do not lie on one file system",
        "inbox, archive et quarantaine ne sont pas sur un même système de fichiers",
    ),
    "doctor.file_systems_hint": Text(
        "Jede Datei muss dann kopiert werden, statt umbenannt.",
        "Every file then has to be copied instead of renamed.",
        "Chaque fichier doit alors être copié au lieu d'être renommé.",
    ),
    "doctor.network": Text(
        "der Eingang liegt auf einem Netzlaufwerk ({network})",
        "the inbox lies on a network drive ({network})",
        "l'inbox se trouve sur un lecteur réseau ({network})",
    ),
    "doctor.network_hint": Text(
        "Setzen Sie run.settle_seconds auf 10 oder mehr.",
        "Set run.settle_seconds to 10 or more.",
        "Réglez run.settle_seconds à 10 ou plus.",
    ),
    "doctor.disk": Text(
        "{path}: {free:number} MB frei, mindestens {reserve:number} MB nötig",
        "{path}: {free:number} MB free, at least {reserve:number} MB needed",
        "{path} : {free:number} Mo libres, au moins {reserve:number} Mo nécessaires",
    ),
    "doctor.watch_events": Text(
        "der Eingang meldet neue Dateien von selbst",
        "the inbox reports new files by itself",
        "l'inbox signale d'elle-même les nouveaux fichiers",
    ),
    "doctor.watch_polling": Text(
        "watch sieht alle {seconds:number} Sekunden in den Eingang ({why})",
        "watch looks into the inbox every {seconds:number} seconds ({why})",
        "watch regarde l'inbox toutes les {seconds:number} secondes ({why})",
    ),
    "doctor.watch_later": Text(
        "wird geprüft, sobald es den Eingang gibt",
        "checked as soon as the inbox is there",
        "vérifiés dès que l'inbox existe",
    ),
    "doctor.reading": Text(
        "ein Leseprozess startet und liest; bis zu {processes} arbeiten nebeneinander",
        "a reading process starts and reads; up to {processes} work side by side",
        "un processus de lecture démarre et lit ; jusqu'à {processes} travaillent côte à côte",
    ),
    "doctor.limits": Text(
        "Datei {file:number} MB, {documents:number} Belege; Leseprozess {memory:number} MB, {cpu:number} s Rechenzeit, {seconds:number} s; "
        "freier Speicherplatz {reserve:number} MB",
        "file {file:number} MB, {documents:number} documents; reading process {memory:number} MB, {cpu:number} s of processor time, "
        "{seconds:number} s; free disk space {reserve:number} MB",
        "fichier {file:number} Mo, {documents:number} documents ; processus de lecture {memory:number} Mo, {cpu:number} s de calcul, "
        "{seconds:number} s ; espace disque libre {reserve:number} Mo",
    ),
    "doctor.limits_of_formats": Text(
        "Beleg {lines:number} Positionen; XML {elements:number} Elemente; CSV {rows:number} Zeilen, "
        "{columns:number} Spalten; XLSX {unpacked:number} MB entpackt, {entries:number} Teile; "
        "EDI {segments:number} Segmente",
        "document {lines:number} lines; XML {elements:number} elements; CSV {rows:number} rows, "
        "{columns:number} columns; XLSX {unpacked:number} MB unpacked, {entries:number} parts; "
        "EDI {segments:number} segments",
        "document {lines:number} lignes ; XML {elements:number} éléments ; CSV {rows:number} lignes, "
        "{columns:number} colonnes ; XLSX {unpacked:number} Mo décompressé, {entries:number} parties ; "
        "EDI {segments:number} segments",
    ),
    "doctor.fit": Text("Alles in Ordnung.", "All is well.", "Tout est en ordre."),
    "doctor.unfit": Text(
        "So kann Ordertrail nicht arbeiten.",
        "Ordertrail cannot work like this.",
        "Ordertrail ne peut pas travailler ainsi.",
    ),
}
