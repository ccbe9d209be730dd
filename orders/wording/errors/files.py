"""Why a file was rejected, is waiting or cannot be tried again, whatever is in it."""

from orders.wording.text import Text

SENTENCES: tuple[Text, ...] = (
    Text("Die Datei ist leer.", "The file is empty.", "Le fichier est vide."),
    Text(
        "Bitten Sie den Absender, sie erneut zu senden.",
        "Ask the sender to send it again.",
        "Demandez à l'expéditeur de le renvoyer.",
    ),
    Text(
        "Die Datei ist leer. Sie wird vielleicht noch gefüllt.",
        "The file is empty. It may still be filled.",
        "Le fichier est vide. Il sera peut-être encore rempli.",
    ),
    Text(
        "Der Beleg hat {count} Positionen; erlaubt sind {most}.",
        "The document has {count} lines; the limit is {most}.",
        "Le document a {count} lignes ; la limite est {most}.",
    ),
    Text(
        "Ein Beleg der Datei hat mehr als {most} Positionen.",
        "A document of the file has more than {most} lines.",
        "Un document du fichier a plus de {most} lignes.",
    ),
    Text(
        "Die Datei hat mehr als {most} Belege.",
        "The file has more than {most} documents.",
        "Le fichier a plus de {most} documents.",
    ),
    Text(
        "Die Datei enthält {count} Belege; erlaubt sind {most}.",
        "The file holds {count} documents; the limit is {most}.",
        "Le fichier contient {count} documents ; la limite est {most}.",
    ),
    Text(
        "Teilen Sie sie, oder erhöhen Sie limits.file_documents.",
        "Split it, or raise limits.file_documents.",
        "Divisez-le, ou augmentez limits.file_documents.",
    ),
    Text(
        "Der Beleg hat weder eine Nummer noch eine Position.",
        "The document has neither a number nor a line.",
        "Le document n'a ni numéro ni ligne.",
    ),
    Text(
        "Daraus wird kein Beleg: {where}: {what}.",
        "No document can be made of it: {where}: {what}.",
        "Aucun document ne peut en être fait : {where} : {what}.",
    ),
    Text(
        "Die Datei könnte {names} sein: {seen}.",
        "The file could be {names}: {seen}.",
        "Le fichier pourrait être {names} : {seen}.",
    ),
    Text(
        "Für diese Datei ist kein Format bekannt: {seen}. Gelesen werden {read}.",
        "No format is known for this file: {seen}. Supported are {read}.",
        "Aucun format n'est connu pour ce fichier : {seen}. Sont lus {read}.",
    ),
    Text(
        "Das eigene XML eines Lieferanten wird nach einem [[layouts]]-Eintrag gelesen; `ordertrail layout suggest FILE` "
        "schlägt einen vor.",
        "A supplier's own XML is read by a [[layouts]] entry; `ordertrail layout suggest FILE` proposes one.",
        "Le XML propre à un fournisseur se lit par une entrée [[layouts]] ; `ordertrail layout suggest FILE` en propose une.",
    ),
    Text(
        "Die Layouts {names} beanspruchen beide diese Datei.",
        "The layouts {names} both claim this file.",
        "Les dispositions {names} prennent toutes deux ce fichier.",
    ),
    Text(
        "Machen Sie `files` dieser [[layouts]]-Einträge enger, sodass einer sie beansprucht.",
        "Make the `files` of these [[layouts]] entries narrower, so that one claims it.",
        "Resserrez `files` de ces entrées [[layouts]] pour qu'une seule le prenne.",
    ),
    Text(
        "Layouts sind für CSV-, XLSX- und XML-Dateien; diese ist keine davon.",
        "Layouts are for CSV, XLSX and XML files; this is none of them.",
        "Les dispositions valent pour les fichiers CSV, XLSX et XML ; celui-ci n'en est pas.",
    ),
    Text(
        "Die Datei ist {format}, das ohne Layout gelesen wird.",
        "The file is {format}, which is read without a layout.",
        "Le fichier est {format}, lu sans disposition.",
    ),
    Text(
        "Die Datei hat keine Zeilen, die eine Tabelle sein könnten.",
        "The file has no rows that could be a table.",
        "Le fichier n'a pas de lignes qui pourraient former un tableau.",
    ),
    Text(
        "Die Regel {rule} aus {rules} ist verletzt: {text}",
        "Rule {rule} of {rules} is broken: {text}",
        "La règle {rule} de {rules} est enfreinte : {text}",
    ),
    Text(
        "`ordertrail inspect --validate` nennt alle; validation.on_error entscheidet, ob solche Dateien angenommen werden.",
        "`ordertrail inspect --validate` lists all; validation.on_error decides whether such files are taken.",
        "`ordertrail inspect --validate` les nomme toutes ; validation.on_error décide si de tels fichiers sont acceptés.",
    ),
    Text(
        "Der Prozess, der die Datei las, wurde {how}.",
        "The process that read the file was {how}.",
        "Le processus qui lisait le fichier a été {how}.",
    ),
    Text(
        "Die Datei braucht vielleicht mehr Speicher, als limits.reader_memory erlaubt, oder soll ihren Leser zerbrechen.",
        "The file may need more memory than limits.reader_memory allows, or be made to break its reader.",
        "Le fichier demande peut-être plus de mémoire que limits.reader_memory ne permet, ou vise à casser son lecteur.",
    ),
    Text(
        "Das Lesen wurde nach {seconds} Sekunden aufgegeben.",
        "Reading was given up after {seconds} seconds.",
        "La lecture a été abandonnée après {seconds} secondes.",
    ),
    Text("Das Lesen ist misslungen: {what}", "Reading failed: {what}", "La lecture a échoué : {what}"),
    Text("Bitte melden Sie diese Datei.", "Please report this file.", "Merci de signaler ce fichier."),
    Text(
        "Die Datei hat {size} Bytes; mehr als {most} werden nicht gelesen.",
        "The file has {size} bytes; more than {most} are not read.",
        "Le fichier a {size} octets ; au-delà de {most}, rien n'est lu.",
    ),
    Text(
        "Die Datei hat {size} Bytes; erlaubt sind {most} MB.",
        "The file has {size} bytes; the limit is {most} MB.",
        "Le fichier a {size} octets ; la limite est {most} Mo.",
    ),
    Text(
        "Das ist keine Datei mit Inhalt, sondern ein Ordner oder ein Gerät.",
        "This is no file with content, but a folder or a device.",
        "Ce n'est pas un fichier avec un contenu, mais un dossier ou un périphérique.",
    ),
    Text(
        "Die Datei lässt sich nicht öffnen: {why}.",
        "The file cannot be opened: {why}.",
        "Le fichier ne s'ouvre pas : {why}.",
    ),
    Text(
        "Derselbe Inhalt kam schon als {name}.",
        "The same content came in as {name}.",
        "Le même contenu est déjà arrivé sous le nom {name}.",
    ),
    Text(
        "Die Datenbank nimmt den Beleg nicht an: {what}.",
        "The database does not take the document: {what}.",
        "La base n'accepte pas le document : {what}.",
    ),
    Text(
        "Die Datei hat sich eben noch geändert; sie wird genommen, wenn sie so lange ruht, wie settle_seconds sagt.",
        "The file changed a moment ago; it is taken when it has been quiet for the settle time.",
        "Le fichier vient de changer ; il est pris quand il est resté calme le temps voulu.",
    ),
    Text(
        "Ein anderes Programm hat die Datei zum Schreiben geöffnet.",
        "Another program has the file open for writing.",
        "Un autre programme a ouvert le fichier en écriture.",
    ),
    Text(
        "Die Datei hat sich geändert, während sie gelesen wurde.",
        "The file changed while it was read.",
        "Le fichier a changé pendant sa lecture.",
    ),
    Text(
        "Weniger als {size} MB Platz sind frei; es wird keine Datei begonnen.",
        "Less than {size} MB of disk are free; no file is begun.",
        "Moins de {size} Mo sont libres ; aucun fichier n'est commencé.",
    ),
    Text(
        "Schaffen Sie Platz; die Dateien werden dann von selbst genommen.",
        "Make room; the files are taken by themselves.",
        "Libérez de la place ; les fichiers seront pris d'eux-mêmes.",
    ),
    Text(
        "Es gibt keine Datei mit der Nummer {id}.", "No file has the id {id}.", "Aucun fichier n'a l'identifiant {id}."
    ),
    Text("`ordertrail files` nennt sie.", "`ordertrail files` lists them.", "`ordertrail files` les énumère."),
    Text(
        "Die Bytes in der Quarantäne sind nicht die, die ankamen.",
        "The bytes in the quarantine are not those that came in.",
        "Les octets en quarantaine ne sont pas ceux qui sont arrivés.",
    ),
    Text(
        "Legen Sie die berichtigte Datei in den Eingang: sie ist eine andere Datei.",
        "Drop the corrected file into the inbox: it is another file.",
        "Déposez le fichier corrigé dans la boîte d'entrée : c'est un autre fichier.",
    ),
    Text(
        "An der Datei {id} wird schon gearbeitet.",
        "The file {id} is being worked on already.",
        "Le fichier {id} est déjà en cours.",
    ),
    Text(
        "Die Bytes liegen nicht mehr in der Quarantäne.",
        "The bytes are not in the quarantine any more.",
        "Les octets ne sont plus en quarantaine.",
    ),
    Text(
        "Die Datei {id} war {state}: es gibt nichts noch einmal zu versuchen.",
        "The file {id} was {state}: there is nothing to try again.",
        "Le fichier {id} était {state} : il n'y a rien à retenter.",
    ),
)
