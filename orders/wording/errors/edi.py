"""What is wrong with EDIFACT and X12 files."""

from orders.wording.text import Text

SENTENCES: tuple[Text, ...] = (
    Text(
        "Der Datenaustausch enthält Nachrichten der Art {seen}; gelesen werden {read}.",
        "The interchange holds messages of type {seen}; read are {read}.",
        "L'échange contient des messages du type {seen} ; sont lus {read}.",
    ),
    Text(
        "Der Datenaustausch enthält Transaktionen der Art {seen}; gelesen werden {read}.",
        "The interchange holds transaction sets {seen}; read are {read}.",
        "L'échange contient des transactions du type {seen} ; sont lus {read}.",
    ),
    Text(
        "Der Datenaustausch enthält keine Nachricht; gelesen werden {read}.",
        "The interchange holds no message; read are {read}.",
        "L'échange ne contient aucun message ; sont lus {read}.",
    ),
    Text(
        "Der Datenaustausch enthält keine Transaktion; gelesen werden {read}.",
        "The interchange holds no transaction set; read are {read}.",
        "L'échange ne contient aucune transaction ; sont lus {read}.",
    ),
    Text(
        "Die Datei endet innerhalb einer Nachricht {kind}: das UNT-Segment fehlt.",
        "The file ends within a message {kind}: there is no UNT segment.",
        "Le fichier se termine au sein d'un message {kind} : le segment UNT manque.",
    ),
    Text(
        "Die Datei hat mehr als {count} Nachrichten.",
        "The file has more than {count} messages.",
        "Le fichier a plus de {count} messages.",
    ),
    Text("Eine Nachricht hat kein UNT-Segment.", "A message has no UNT segment.", "Un message n'a pas de segment UNT."),
    Text(
        "Die Datei endet innerhalb ihres UNA-Segments.",
        "The file ends within its UNA segment.",
        "Le fichier se termine dans son segment UNA.",
    ),
    Text(
        "Das UNA-Segment nennt unbrauchbare Trennzeichen: {signs}.",
        "The UNA segment names unusable separators: {signs}.",
        "Le segment UNA nomme des séparateurs inutilisables : {signs}.",
    ),
    Text(
        "Das letzte Segment hat kein Ende: {segment}.",
        "The last segment has no end: {segment}.",
        "Le dernier segment n'a pas de fin : {segment}.",
    ),
    Text(
        "Die Datei hat {count} Segmente; erlaubt sind {most}.",
        "The file has {count} segments; the limit is {most}.",
        "Le fichier a {count} segments ; la limite est {most}.",
    ),
    Text(
        "Die Datei enthält Zeichen des privaten Bereichs (U+E000 bis U+E0FF).",
        "The file holds private-use characters (U+E000 to U+E0FF).",
        "Le fichier contient des caractères à usage privé (U+E000 à U+E0FF).",
    ),
    Text(
        "Segment {count} ist länger als {most} Zeichen.",
        "Segment {count} is longer than {most} characters.",
        "Le segment {count} dépasse {most} caractères.",
    ),
    Text(
        "Die Datei maskiert mehr als 256 verschiedene Zeichen.",
        "The file releases more than 256 different characters.",
        "Le fichier libère plus de 256 caractères différents.",
    ),
    Text(
        "Die Datei endet innerhalb eines Transaktionssatzes {kind}: das SE-Segment fehlt.",
        "The file ends within a transaction set {kind}: there is no SE segment.",
        "Le fichier se termine au sein d'un jeu {kind} : le segment SE manque.",
    ),
    Text(
        "Ein Transaktionssatz hat kein SE-Segment.",
        "A transaction set has no SE segment.",
        "Un jeu de transactions n'a pas de segment SE.",
    ),
    Text(
        "Das ISA-Segment ist unvollständig: es muss 16 Elemente haben.",
        "The ISA segment is not complete: it must have 16 elements.",
        "Le segment ISA est incomplet : il doit avoir 16 éléments.",
    ),
    Text(
        "Das ISA-Segment nennt ein Trennzeichen für zwei Zwecke.",
        "The ISA segment names one separator for two purposes.",
        "Le segment ISA nomme un même séparateur pour deux usages.",
    ),
    Text(
        "Auf das ISA-Segment folgt kein Segmentende.",
        "No segment terminator follows the ISA segment.",
        "Aucun terminateur ne suit le segment ISA.",
    ),
)
