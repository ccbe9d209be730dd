"""What keeps the program from working: configuration, database, folders, disk, other processes."""

from orders.wording.text import Text

SENTENCES: tuple[Text, ...] = (
    Text(
        "{path} ist schon da; nichts wurde geändert.",
        "{path} is there already; nothing was changed.",
        "{path} existe déjà ; rien n'a été changé.",
    ),
    Text(
        "{path} lässt sich nicht anlegen: {why}.", "{path} cannot be made: {why}.", "{path} ne peut être créé : {why}."
    ),
    Text(
        "Die Antwort lässt sich nicht schreiben: {why}.",
        "The answer cannot be written: {why}.",
        "La réponse ne peut être écrite : {why}.",
    ),
    Text(
        'Über Abweichungen entscheidet "{table}" nicht.',
        '"{table}" decides over no deviation.',
        '"{table}" ne décide d\'aucun écart.',
    ),
    Text(
        "Probieren lässt sich, was hier steht: {tables}.",
        "What can be tried is under: {tables}.",
        "On peut essayer ce qui se trouve sous : {tables}.",
    ),
    Text('"{text}" setzt keinen Schlüssel.', '"{text}" sets no key.', '"{text}" ne définit aucune clé.'),
    Text(
        'Geschrieben wird es als KEY=VALUE, zum Beispiel: --set "tolerance.price_over=2 %".',
        'Write it as KEY=VALUE, for example: --set "tolerance.price_over=2 %".',
        'Écrivez-le sous la forme KEY=VALUE, par exemple : --set "tolerance.price_over=2 %".',
    ),
    Text(
        "Hier und in den Ordnern darüber gibt es keine {name}.",
        "There is no {name} here or in a folder above.",
        "Il n'y a pas de {name} ici ni dans un dossier parent.",
    ),
    Text(
        "Legen Sie einen Arbeitsordner an mit: ordertrail init, oder nennen Sie eine Datei mit --config.",
        "Make a working folder with: ordertrail init, or name a file with --config.",
        "Créez un dossier de travail avec : ordertrail init, ou nommez un fichier avec --config.",
    ),
    Text(
        "Es gibt keine Konfigurationsdatei {path}.",
        "There is no configuration file {path}.",
        "Il n'y a pas de fichier de configuration {path}.",
    ),
    Text("Prüfen Sie --config.", "Check --config.", "Vérifiez --config."),
    Text(
        "{path} ist kein UTF-8 (Byte {byte}).",
        "{path} is not UTF-8 (byte {byte}).",
        "{path} n'est pas en UTF-8 (octet {byte}).",
    ),
    Text("Speichern Sie sie als UTF-8.", "Save it as UTF-8.", "Enregistrez-le en UTF-8."),
    Text("{path} lässt sich nicht lesen: {why}.", "{path} cannot be read: {why}.", "{path} est illisible : {why}."),
    Text("{path} ist kein TOML: {why}.", "{path} is not TOML: {why}.", "{path} n'est pas du TOML : {why}."),
    Text(
        "Andere Prozesse leiten die ganze Zeit Status ab.",
        "Other processes derive statuses all the time.",
        "D'autres processus dérivent des statuts sans cesse.",
    ),
    Text(
        "Ein Prozess, der Status ableitete, wurde beendet.",
        "A process that derived statuses was killed.",
        "Un processus qui dérivait des statuts a été tué.",
    ),
    Text(
        "Vielleicht fehlte Speicher. Was nicht abgeleitet wurde, ist weiter vorgemerkt und wird noch einmal versucht.",
        "Perhaps memory ran out. What was not derived is still marked, and tried again.",
        "La mémoire a peut-être manqué. Ce qui n'a pas été dérivé reste marqué et sera retenté.",
    ),
    Text(
        "Das Dateisystem meldet einen Fehler: {why}.",
        "The file system answers with an error: {why}.",
        "Le système de fichiers répond par une erreur : {why}.",
    ),
    Text("Der Datenträger ist voll.", "The disk is full.", "Le disque est plein."),
    Text(
        "Schaffen Sie Platz; die Datei wird von selbst noch einmal versucht.",
        "Make room; the file is tried again by itself.",
        "Libérez de la place ; le fichier sera retenté de lui-même.",
    ),
    Text(
        "Die Datei oder ihr Ordner darf nicht gelesen oder geändert werden.",
        "The file or its folder may not be read or changed.",
        "Le fichier ou son dossier ne peut être lu ou modifié.",
    ),
    Text(
        "Geben Sie dem Benutzer, unter dem Ordertrail läuft, das Recht, die Datei zu lesen, umzubenennen und zu entfernen.",
        "Give the user that runs Ordertrail the right to read, rename and remove the file.",
        "Donnez à l'utilisateur d'Ordertrail le droit de lire, renommer et supprimer le fichier.",
    ),
    Text(
        "Ein anderes Programm benutzt die Datei.",
        "Another program is using the file.",
        "Un autre programme utilise le fichier.",
    ),
    Text(
        "Das System hat nichts mehr zu vergeben: {why}.",
        "The system has nothing left to give: {why}.",
        "Le système n'a plus rien à donner : {why}.",
    ),
    Text("Der Eingangsordner ist nicht da.", "The inbox is not there.", "La boîte d'entrée n'est pas là."),
    Text(
        "Nach einem Absturz sind {count} archivierte Dateien nicht mehr, was sie waren: {names}.",
        "After a crash, {count} archived files are not what they were: {names}.",
        "Après un plantage, {count} fichiers archivés ne sont plus ce qu'ils étaient : {names}.",
    ),
    Text(
        "Der Datenträger hat verloren, was er bestätigt hatte. Legen Sie dieselben Dateien noch einmal in den Eingang: "
        "das behebt es.",
        "The disk lost what it had confirmed. Drop the same files into the inbox again: that mends it.",
        "Le disque a perdu ce qu'il avait confirmé. Déposez à nouveau les mêmes fichiers dans la boîte d'entrée : cela répare.",
    ),
    Text(
        "Die Bestellung {order} wurde gerade neu abgeleitet und ist fort.",
        "The order {order} has just been derived anew, and is gone.",
        "La commande {order} vient d'être dérivée à nouveau et a disparu.",
    ),
    Text(
        "Der Prozess, der Dateien liest, ist nicht gestartet (Rückgabewert {code}).",
        "The process that reads files did not start (exit {code}).",
        "Le processus qui lit les fichiers n'a pas démarré (code {code}).",
    ),
    Text(
        "`ordertrail doctor` sagt, was an der Installation nicht stimmt.",
        "`ordertrail doctor` says what is wrong with the installation.",
        "`ordertrail doctor` dit ce qui ne va pas dans l'installation.",
    ),
    Text("Das Programm wird gerade beendet.", "The program is being stopped.", "Le programme est en cours d'arrêt."),
    Text(
        "Der Prozess, der Dateien liest, ist nicht gestartet: {why}.",
        "The process that reads files did not start: {why}.",
        "Le processus qui lit les fichiers n'a pas démarré : {why}.",
    ),
    Text(
        "Der Bericht ließ sich nicht nach {place} schreiben: {why}.",
        "The report could not be written to {place}: {why}.",
        "Le rapport n'a pas pu être écrit dans {place} : {why}.",
    ),
    Text(
        "Machen Sie den Ordner beschreibbar, oder nennen Sie einen anderen in folders.reports. Der nächste Lauf versucht es "
        "wieder.",
        "Make the folder writable, or name another one in folders.reports. The next run tries again.",
        "Rendez le dossier inscriptible, ou nommez-en un autre dans folders.reports. Le prochain passage réessaie.",
    ),
    Text(
        "Ein anderer Prozess schreibt seit langem Berichte.",
        "Another process has been writing reports for a long time.",
        "Un autre processus écrit des rapports depuis longtemps.",
    ),
    Text(
        "Dieses System kann nicht an einem Eingangsordner arbeiten.",
        "This system cannot work on an inbox.",
        "Ce système ne peut pas travailler sur une boîte d'entrée.",
    ),
    Text(
        "Lassen Sie einen Rechner mit Linux oder macOS einen Ordner überwachen, den beide erreichen.",
        "Let a Linux or macOS machine watch a folder that both can reach.",
        "Faites surveiller par une machine Linux ou macOS un dossier que les deux atteignent.",
    ),
    Text(
        "Zur Bestellung, über die entschieden wurde, gibt es keinen Beleg.",
        "There is no document of the order that was decided on.",
        "Il n'y a pas de document de la commande sur laquelle on a décidé.",
    ),
    Text(
        "Es gibt keine Entscheidung {id}, die sich widerrufen ließe.",
        "There is no decision {id} that could be revoked.",
        "Il n'y a pas de décision {id} à révoquer.",
    ),
    Text(
        "Unter der Nummer {id} ist nichts gelernt, was sich widerrufen ließe.",
        "Nothing was learned under the number {id} that could be revoked.",
        "Rien n'a été appris sous le numéro {id} qui puisse être révoqué.",
    ),
    Text(
        "Unter der Nummer {id} ist nichts gelernt, was sich bestätigen ließe.",
        "Nothing was learned under the number {id} that could be confirmed.",
        "Rien n'a été appris sous le numéro {id} qui puisse être confirmé.",
    ),
    Text("Es gibt keinen Beleg {name}.", "There is no document {name}.", "Il n'y a pas de document {name}."),
    Text(
        "Es gibt archivierte Dateien, aber ihre Datenbank fehlt oder ist leer.",
        "There are archived files, but their database is missing or empty.",
        "Il y a des fichiers archivés, mais leur base manque ou est vide.",
    ),
    Text(
        "Setzen Sie die neueste Sicherung an ihre Stelle. Ohne eine: legen Sie das Archiv beiseite und seine Dateien noch "
        "einmal in den Eingang; dieselben Dateien ergeben dieselben Status.",
        "Put the newest backup in its place. Without one, move the archive aside and drop its files into the inbox again: "
        "the same files give the same statuses.",
        "Mettez la sauvegarde la plus récente à sa place. Sans sauvegarde, mettez l'archive de côté et déposez à nouveau ses "
        "fichiers dans la boîte d'entrée : les mêmes fichiers donnent les mêmes statuts.",
    ),
    Text(
        "Die Datenbank muss SQLite oder PostgreSQL sein.",
        "The database must be SQLite or PostgreSQL.",
        "La base doit être SQLite ou PostgreSQL.",
    ),
    Text(
        "Eine Datenbank im Speicher wäre mit dem Programm fort.",
        "A database in memory would be gone with the program.",
        "Une base en mémoire disparaîtrait avec le programme.",
    ),
    Text("Nennen Sie eine Datei.", "Name a file.", "Nommez un fichier."),
    Text(
        "Die Datenbank liegt auf einem Netzlaufwerk ({network}), auf dessen Sperren kein Verlass ist.",
        "The database lies on a network file system ({network}), whose locks cannot be relied on.",
        "La base se trouve sur un système de fichiers réseau ({network}) aux verrous peu fiables.",
    ),
    Text(
        "Legen Sie sie auf einen lokalen Datenträger, oder nehmen Sie PostgreSQL.",
        "Put it on a local disk, or use PostgreSQL.",
        "Mettez-la sur un disque local, ou utilisez PostgreSQL.",
    ),
    Text("Es gibt noch keine Datenbank.", "There is no database yet.", "Il n'y a pas encore de base."),
    Text("`ordertrail run` legt sie an.", "`ordertrail run` makes it.", "`ordertrail run` la crée."),
    Text("Die Datenbank ist leer.", "The database is empty.", "La base est vide."),
    Text(
        "`ordertrail run` legt die Tabellen an.",
        "`ordertrail run` makes the tables.",
        "`ordertrail run` crée les tables.",
    ),
    Text(
        "Die URL der Datenbank ist nicht brauchbar.",
        "The URL of the database is not one that can be used.",
        "L'URL de la base n'est pas utilisable.",
    ),
    Text(
        "Der Datenbankserver ist nicht erreichbar.",
        "The database server cannot be reached.",
        "Le serveur de base de données est injoignable.",
    ),
    Text(
        "Der Datenbankserver kann das gerade nicht annehmen.",
        "The database server cannot take this now.",
        "Le serveur de base de données ne peut l'accepter maintenant.",
    ),
    Text(
        "Der Datenbankserver verweigert den Zugang.",
        "The database server refuses access.",
        "Le serveur de base de données refuse l'accès.",
    ),
    Text(
        "Ein anderer Prozess schreibt in die Datenbank.",
        "Another process is writing to the database.",
        "Un autre processus écrit dans la base.",
    ),
    Text(
        "Für die Datenbank ist kein Platz mehr.",
        "There is no room left for the database.",
        "Il ne reste plus de place pour la base.",
    ),
    Text(
        "Der Datenträger versagte, während die Datenbank gelesen oder geschrieben wurde.",
        "The disk failed while the database was read or written.",
        "Le disque a failli pendant la lecture ou l'écriture de la base.",
    ),
    Text(
        "Für die Datenbank ist kein Speicher mehr da.",
        "There is no memory left for the database.",
        "Il ne reste plus de mémoire pour la base.",
    ),
    Text("Die Datenbank ist beschädigt.", "The database is damaged.", "La base est endommagée."),
    Text("Die Datei ist keine Datenbank.", "The file is no database.", "Le fichier n'est pas une base."),
    Text(
        "In die Datenbank darf nicht geschrieben werden.",
        "The database may not be written to.",
        "La base ne peut être écrite.",
    ),
    Text("Prüfen Sie ihre Rechte.", "Check its permissions.", "Vérifiez ses droits."),
    Text("Die Datenbank lässt sich nicht öffnen.", "The database cannot be opened.", "La base ne s'ouvre pas."),
    Text("Prüfen Sie Pfad und Rechte.", "Check path and permissions.", "Vérifiez le chemin et les droits."),
    Text(
        "Die Datenbank hat eine andere Version ({found}) als dieses Programm ({own}).",
        "The database is of another version ({found}) than this program ({own}).",
        "La base est d'une autre version ({found}) que ce programme ({own}).",
    ),
    Text(
        "Nehmen Sie die Version von Ordertrail, die sie angelegt hat, oder eine neuere.",
        "Use the version of Ordertrail that made it, or a newer one.",
        "Utilisez la version d'Ordertrail qui l'a créée, ou une plus récente.",
    ),
    Text(
        "Die Datenbank enthält Tabellen, aber keine von Ordertrail.",
        "The database holds tables, but none of Ordertrail's.",
        "La base contient des tables, mais aucune d'Ordertrail.",
    ),
    Text("Prüfen Sie ihre URL.", "Check its URL.", "Vérifiez son URL."),
    Text(
        "Dateien lassen sich nur dort nach Regeln prüfen, wo die Regeln installiert sind.",
        "Files can only be checked by rules where the rules are installed.",
        "Les fichiers ne peuvent être contrôlés que là où les règles sont installées.",
    ),
    Text(
        "Installieren Sie den Zusatz: pip install 'ordertrail[validation]'.",
        "Install the extra: pip install 'ordertrail[validation]'.",
        "Installez le complément : pip install 'ordertrail[validation]'.",
    ),
    Text(
        "Ein anderer Prozess überwacht diesen Eingang: {who}.",
        "Another process watches this inbox: {who}.",
        "Un autre processus surveille cette boîte d'entrée : {who}.",
    ),
    Text(
        "Halten Sie ihn erst an, oder überlassen Sie ihm die Arbeit.",
        "Stop it first, or leave the work to it.",
        "Arrêtez-le d'abord, ou laissez-lui le travail.",
    ),
    Text(
        "Im Ordner {folder} lässt sich nicht arbeiten: {why}.",
        "The folder {folder} cannot be worked in: {why}.",
        "Le dossier {folder} est inutilisable : {why}.",
    ),
    Text(
        "Das Archiv {archive} fehlt oder ist leer, obwohl die Datenbank {count} archivierte Dateien kennt.",
        "The archive {archive} is missing or empty, although the database knows {count} archived files.",
        "L'archive {archive} manque ou est vide, alors que la base connaît {count} fichiers archivés.",
    ),
    Text(
        "Hängen Sie es ein, stellen Sie die Sicherung wieder her oder berichtigen Sie folders.archive.",
        "Mount it, restore it from the backup, or correct folders.archive.",
        "Montez-la, restaurez la sauvegarde ou corrigez folders.archive.",
    ),
    Text("Der Eingang ist nicht eingehängt.", "The inbox is not mounted.", "La boîte d'entrée n'est pas montée."),
    Text(
        "Hängen Sie ihn ein. Ist er von nun an ein gewöhnlicher Ordner, entfernen Sie {path}.",
        "Mount it. If it is an ordinary folder from now on, remove {path}.",
        "Montez-la. Si c'est désormais un dossier ordinaire, supprimez {path}.",
    ),
)
