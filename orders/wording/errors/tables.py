"""What is wrong with, or left open by, tables: CSV files and workbooks."""

from orders.wording.text import Text

SENTENCES: tuple[Text, ...] = (
    Text(
        "{source}: ist „{value}“ die Zahl {point} oder {comma}? Kein Wert der Datei verrät es; `decimal` in einem "
        "[[layouts]]-Eintrag sagt es.",
        '{source}: is "{value}" the number {point} or {comma}? No value of the file tells; `decimal` in a [[layouts]] '
        "entry does.",
        "{source} : « {value} » est-il le nombre {point} ou {comma} ? Aucune valeur du fichier ne le dit ; `decimal` dans "
        "une entrée [[layouts]] le dit.",
    ),
    Text(
        'Antworten Sie mit [[layouts]] decimal = "." oder decimal = "," für Dateien dieses Namens.',
        'Answer with [[layouts]] decimal = "." or decimal = "," for files of this name.',
        'Répondez par [[layouts]] decimal = "." ou decimal = "," pour les fichiers de ce nom.',
    ),
    Text(
        "{source}: ist „{value}“ {either}? Kein Wert der Datei verrät es; `dates` in einem [[layouts]]-Eintrag sagt es.",
        '{source}: is "{value}" {either}? No value of the file tells; `dates` in a [[layouts]] entry does.',
        "{source} : « {value} » est-il {either} ? Aucune valeur du fichier ne le dit ; `dates` dans une entrée [[layouts]] "
        "le dit.",
    ),
    Text(
        "Antworten Sie mit [[layouts]] {answers} für Dateien dieses Namens.",
        "Answer with [[layouts]] {answers} for files of this name.",
        "Répondez par [[layouts]] {answers} pour les fichiers de ce nom.",
    ),
    Text(
        "{source} hat Daten mit dem Tag und Daten mit dem Monat an erster Stelle („{value}“).",
        '{source} has dates with the day first and dates with the month first ("{value}").',
        "{source} a des dates commençant par le jour et d'autres par le mois (« {value} »).",
    ),
    Text(
        'Gilt eine Reihenfolge für alle, sagen Sie es: [[layouts]] dates = "DMY" oder dates = "MDY".',
        'If one order is right for all, say so: [[layouts]] dates = "DMY" or dates = "MDY".',
        'Si un même ordre vaut pour toutes, dites-le : [[layouts]] dates = "DMY" ou dates = "MDY".',
    ),
    Text(
        "Schreiben Sie alle Zahlen und alle Daten einer Spalte gleich, oder nennen Sie die Schreibweise in einem "
        "[[layouts]]-Eintrag.",
        "Write all numbers, and all dates, of one column in one way, or name it in a [[layouts]] entry.",
        "Écrivez tous les nombres et toutes les dates d'une colonne de la même façon, ou nommez-la dans une entrée "
        "[[layouts]].",
    ),
    Text(
        "Das Layout „{layout}“ nennt ein Feld „{name}“, das es nicht gibt.",
        'The layout "{layout}" names a field "{name}", which is not known.',
        "La disposition « {layout} » nomme un champ « {name} » qui n'existe pas.",
    ),
    Text(
        "Bei {place} beginnt eine weitere Tabelle mit anderen Überschriften („{one}“, „{other}“ …). Gehören beide zusammen?",
        'Another table with other headings begins at {place} ("{one}", "{other}" …). Do the two belong together?',
        "Un autre tableau avec d'autres en-têtes commence à {place} (« {one} », « {other} » …). Vont-ils ensemble ?",
    ),
    Text(
        "Legen Sie jede Tabelle auf ein eigenes Blatt oder in eine eigene Datei.",
        "Put each table on a sheet, or into a file, of its own.",
        "Mettez chaque tableau sur sa feuille ou dans son fichier.",
    ),
    Text(
        "Die Spalten {headings} könnten beide {name} sein. Welche ist es? `columns` in einem [[layouts]]-Eintrag sagt es.",
        "The columns {headings} could both be {name}. Which one is it? `columns` in a [[layouts]] entry tells.",
        "Les colonnes {headings} pourraient toutes deux être {name}. Laquelle est-ce ? `columns` dans une entrée "
        "[[layouts]] le dit.",
    ),
    Text(
        "Antworten Sie mit [[layouts]] columns = {answer}.",
        "Answer with [[layouts]] columns = {answer}.",
        "Répondez par [[layouts]] columns = {answer}.",
    ),
    Text(
        "Zeile {line} geht nach einem schließenden Anführungszeichen weiter.",
        "Line {line} goes on after a closing quote.",
        "La ligne {line} continue après un guillemet fermant.",
    ),
    Text(
        "Ein Anführungszeichen innerhalb eines Feldes in Anführungszeichen wird doppelt geschrieben.",
        "A quote inside a quoted field is written twice.",
        "Un guillemet à l'intérieur d'un champ entre guillemets s'écrit deux fois.",
    ),
    Text(
        "Ein Feld in Zeile {line} hat mehr als {most} Zeichen.",
        "A field of line {line} has more than {most} characters.",
        "Un champ de la ligne {line} dépasse {most} caractères.",
    ),
    Text(
        "Zeile {line} hat mehr als {most} Spalten.",
        "Line {line} has more than {most} columns.",
        "La ligne {line} a plus de {most} colonnes.",
    ),
    Text(
        "Ein Anführungszeichen in der Zeile, die in Zeile {line} der Datei beginnt, ist am Ende seines Feldes nicht "
        "geschlossen.",
        "A quote in the row that begins in line {line} is not closed where its field ends.",
        "Un guillemet de la rangée qui commence ligne {line} n'est pas fermé à la fin de son champ.",
    ),
    Text(
        "Zeile {line} enthält ein NUL-Zeichen; die Datei ist beschädigt.",
        "Line {line} holds a NUL character; the file is damaged.",
        "La ligne {line} contient un caractère NUL ; le fichier est endommagé.",
    ),
    Text(
        "Die Datei hat mehr als {most} Zeilen.",
        "The file has more than {most} rows.",
        "Le fichier a plus de {most} lignes.",
    ),
    Text(
        "Byte {byte} der Datei (Zeile {line}) ist kein Zeichen in {codec}.",
        "Byte {byte} of the file (line {line}) is no {codec} character.",
        "L'octet {byte} du fichier (ligne {line}) n'est pas un caractère {codec}.",
    ),
    Text(
        'Bitten Sie den Absender um UTF-8, oder nennen Sie die Kodierung: [[layouts]] encoding = "cp1252".',
        'Ask the sender for UTF-8, or name the encoding: [[layouts]] encoding = "cp1252".',
        "Demandez de l'UTF-8 à l'expéditeur, ou nommez l'encodage : [[layouts]] encoding = \"cp1252\".",
    ),
    Text(
        "Das Layout nennt die Kodierung {name}, die es nicht gibt.",
        "The layout names the encoding {name}, which is not known.",
        "La disposition nomme l'encodage {name}, inconnu.",
    ),
    Text(
        "Die Datei passt nicht zum Layout „{layout}“: {what}.",
        'The file does not fit the layout "{layout}": {what}.',
        "Le fichier ne correspond pas à la disposition « {layout} » : {what}.",
    ),
    Text(
        "Berichtigen Sie den [[layouts]]-Eintrag, oder sein `files`, falls er diese Datei nicht beanspruchen soll.",
        "Correct the [[layouts]] entry, or its `files` if it should not claim this file.",
        "Corrigez l'entrée [[layouts]], ou son `files` si elle ne doit pas prendre ce fichier.",
    ),
    Text(
        "Berichtigen Sie den [[layouts]]-Eintrag, oder sein `files` oder `root`, falls er diese Datei nicht beanspruchen soll.",
        "Correct the [[layouts]] entry, or its `files` or `root` if it should not claim this file.",
        "Corrigez l'entrée [[layouts]], ou son `files` ou `root` si elle ne doit pas prendre ce fichier.",
    ),
    Text(
        "Das Layout „{layout}“ liest das Blatt „{wanted}“; es gibt {names}.",
        'The layout "{layout}" reads the sheet "{wanted}"; there are {names}.',
        "La disposition « {layout} » lit la feuille « {wanted} » ; il y a {names}.",
    ),
    Text(
        "Keine Zeile der Tabelle enthält zwei bekannte Überschriften. Ihre erste Zeile: {cells}.",
        "No row of the table holds two headings that are known. Its first row: {cells}.",
        "Aucune ligne du tableau ne contient deux en-têtes connus. Sa première ligne : {cells}.",
    ),
    Text(
        "Sagen Sie mit einem [[layouts]]-Eintrag, welche Spalte welches Feld ist, falls dies überhaupt ein Beleg ist.",
        "Say with a [[layouts]] entry which column is which field, if this is a document at all.",
        "Dites dans une entrée [[layouts]] quelle colonne est quel champ, si c'est bien un document.",
    ),
    Text(
        "Alle Blätter der Datei sind ausgeblendet.",
        "All sheets of the file are hidden.",
        "Toutes les feuilles du fichier sont masquées.",
    ),
    Text("Die Datei hat keine Zeilen.", "The file has no rows.", "Le fichier n'a pas de lignes."),
    Text(
        "Die Tabelle hat Überschriften, aber keine Zeile, die etwas sagt.",
        "The table has headings, but no rows that say anything.",
        "Le tableau a des en-têtes, mais aucune ligne qui dise quelque chose.",
    ),
    Text(
        "Bei {place} steht eine andere Angabe für {name} als über der Tabelle. Für welche Zeilen gilt sie?",
        "At {place} another {name} is stated than above the table. For which lines does it hold?",
        "À {place}, {name} diffère de ce qui est dit au-dessus du tableau. Pour quelles lignes cela vaut-il ?",
    ),
    Text(
        "Welche Art von Beleg ist „{said}“ (Zeile {row})?",
        'What kind of document is "{said}" (row {row})?',
        "Quel genre de document est « {said} » (ligne {row}) ?",
    ),
    Text(
        "Sagen Sie es: [[layouts]] types = {answer}.",
        "Say so: [[layouts]] types = {answer}.",
        "Dites-le : [[layouts]] types = {answer}.",
    ),
    Text(
        "Welche Art von Beleg ist diese Tabelle: {choice}? Sie verrät es nicht ({reason}); ihr Unterordner oder `type` in "
        "einem [[layouts]]-Eintrag sagt es.",
        "What kind of document is this table: {choice}? It does not tell ({reason}); its subfolder, or `type` in a "
        "[[layouts]] entry, does.",
        "Quel genre de document est ce tableau : {choice} ? Il ne le dit pas ({reason}) ; son sous-dossier, ou `type` dans "
        "une entrée [[layouts]], le dit.",
    ),
    Text(
        'Legen Sie sie in einen Unterordner dieses Namens (inbox/invoices), oder sagen Sie es: [[layouts]] type = "invoice".',
        'Put it into a subfolder of that name (inbox/invoices), or say so: [[layouts]] type = "invoice".',
        'Mettez-le dans un sous-dossier de ce nom (inbox/invoices), ou dites-le : [[layouts]] type = "invoice".',
    ),
    Text(
        "Die Tabelle könnte vom Typ „{kind}“ sein, aber keine Spalte mit der Nummer eines Belegs oder einer Bestellung ist "
        "bekannt.",
        'The table could be of type "{kind}", but no number of a document or order is known.',
        "Le tableau pourrait être du type « {kind} », mais aucune colonne connue ne contient le numéro d'un document ou "
        "d'une commande.",
    ),
    Text(
        "Die Tabelle könnte vom Typ „{kind}“ sein, aber keine Spalte mit Mengen, Artikeln, Preisen oder Beträgen ist "
        "bekannt.",
        'The table could be of type "{kind}", but no quantities, items or amounts are known.',
        "Le tableau pourrait être du type « {kind} », mais aucune colonne connue ne contient des quantités, des articles, "
        "des prix ou des montants.",
    ),
    Text(
        "Die Tabelle könnte vom Typ „{kind}“ sein, aber keine Spalte mit Preisen oder Beträgen ist bekannt.",
        'The table could be of type "{kind}", but no prices or amounts are known.',
        "Le tableau pourrait être du type « {kind} », mais aucune colonne connue ne contient des prix ou des montants.",
    ),
    Text(
        "Die Tabelle könnte vom Typ „{kind}“ sein, aber keine Spalte mit Mengen ist bekannt.",
        'The table could be of type "{kind}", but no quantities are known.',
        "Le tableau pourrait être du type « {kind} », mais aucune colonne connue ne contient des quantités.",
    ),
    Text(
        "Ihre Überschriften: {headings}. Sagen Sie mit einem [[layouts]]-Eintrag, welche Spalte welches Feld ist, falls dies "
        "überhaupt ein Beleg ist.",
        "Its headings: {headings}. Say with a [[layouts]] entry which column is which field, if this is a document at all.",
        "Ses en-têtes : {headings}. Dites par une entrée [[layouts]] quelle colonne est quel champ, s'il s'agit bien d'un "
        "document.",
    ),
    Text(
        "Die Arbeitsmappe lässt sich nicht lesen: {what}.",
        "The workbook cannot be read: {what}.",
        "Le classeur est illisible : {what}.",
    ),
    Text(
        "Bitten Sie den Absender, sie neu zu speichern.",
        "Ask the sender to save it anew.",
        "Demandez à l'expéditeur de l'enregistrer à nouveau.",
    ),
    Text(
        "Die Arbeitsmappe hat {count} Blätter; erlaubt sind {most}.",
        "The workbook has {count} sheets; the limit is {most}.",
        "Le classeur a {count} feuilles ; la limite est {most}.",
    ),
    Text(
        "Die Arbeitsmappe ist beschädigt: {what}.",
        "The workbook is damaged: {what}.",
        "Le classeur est endommagé : {what}.",
    ),
    Text("Fordern Sie sie erneut an.", "Ask for it again.", "Redemandez-le."),
    Text(
        "Die Datei ist keine ehrliche Arbeitsmappe: {what}.",
        "The file is no honest workbook: {what}.",
        "Le fichier n'est pas un classeur honnête : {what}.",
    ),
    Text(
        "Fragen Sie den Absender, was das ist.",
        "Ask the sender what this is.",
        "Demandez à l'expéditeur ce que c'est.",
    ),
    Text(
        "Die Arbeitsmappe ist zu groß: {what}.",
        "The workbook is too large: {what}.",
        "Le classeur est trop grand : {what}.",
    ),
    Text("Teilen Sie sie.", "Split it.", "Divisez-le."),
    Text(
        "Die Datei hat das alte Format von Excel oder Word.",
        "The file is of the old Excel or Word format.",
        "Le fichier est de l'ancien format Excel ou Word.",
    ),
    Text(
        "Die Datei ist eine OpenDocument-Tabelle.",
        "The file is an OpenDocument spreadsheet.",
        "Le fichier est un tableur OpenDocument.",
    ),
    Text(
        "Die Datei ist ein ZIP-Archiv, aber keine Excel-Arbeitsmappe.",
        "The file is a ZIP archive, but no Excel workbook.",
        "Le fichier est une archive ZIP, mais pas un classeur Excel.",
    ),
    Text(
        "Die Datei ist ein Office-Paket, aber keine Excel-Arbeitsmappe.",
        "The file is an Office package, but no Excel workbook.",
        "Le fichier est un paquet Office, mais pas un classeur Excel.",
    ),
    Text("Die Datei ist {kind}.", "The file is {kind}.", "Le fichier est {kind}."),
    Text(
        "Speichern Sie sie als Excel-Arbeitsmappe (.xlsx) oder als CSV.",
        "Save it as an Excel workbook (.xlsx), or as CSV.",
        "Enregistrez-le en classeur Excel (.xlsx) ou en CSV.",
    ),
    Text("Die Arbeitsmappe enthält Makros.", "The workbook holds macros.", "Le classeur contient des macros."),
    Text(
        "Speichern Sie sie als .xlsx, ohne Makros.",
        "Save it as .xlsx, without macros.",
        "Enregistrez-le en .xlsx, sans macros.",
    ),
    Text(
        "Die Arbeitsmappe ist mit einem Kennwort geschützt.",
        "The workbook is protected with a password.",
        "Le classeur est protégé par un mot de passe.",
    ),
    Text("Senden Sie sie ohne.", "Send it without one.", "Envoyez-le sans mot de passe."),
    Text(
        "Teile der Arbeitsmappe sind verschlüsselt.",
        "Parts of the workbook are encrypted.",
        "Des parties du classeur sont chiffrées.",
    ),
    Text("Senden Sie sie ohne Kennwort.", "Send it without a password.", "Envoyez-le sans mot de passe."),
    Text(
        "Der Teil {name} der Arbeitsmappe fehlt oder ist beschädigt. {why}",
        "The part {name} of the workbook is missing or damaged. {why}",
        "La partie {name} du classeur manque ou est endommagée. {why}",
    ),
    Text(
        "Das Blatt enthält eine Zelle „{reference}“, die kein Blatt hat.",
        'The sheet holds a cell "{reference}", which no sheet has.',
        "La feuille contient une cellule « {reference} » qu'aucune feuille n'a.",
    ),
    Text(
        "Das Blatt hat mehr als {most} verbundene Zellen.",
        "The sheet has more than {most} merged cells.",
        "La feuille a plus de {most} cellules fusionnées.",
    ),
    Text(
        "Das Blatt reicht bis {cell}; erlaubt sind {rows} Zeilen, {columns} Spalten und {cells} Zellen.",
        "The sheet reaches to {cell}; the limits are {rows} rows, {columns} columns and {cells} cells.",
        "La feuille va jusqu'à {cell} ; les limites sont {rows} lignes, {columns} colonnes et {cells} cellules.",
    ),
    Text(
        "Löschen Sie, was weit außerhalb steht, oder teilen Sie das Blatt.",
        "Delete what stands far outside, or split the sheet.",
        "Supprimez ce qui se trouve loin au dehors, ou divisez la feuille.",
    ),
    Text(
        "Das Blatt ist kein wohlgeformtes XML: {what}.",
        "The sheet is no well-formed XML: {what}.",
        "La feuille n'est pas du XML bien formé : {what}.",
    ),
    Text("Der Teil {name} ist kein UTF-8.", "The part {name} is not UTF-8.", "La partie {name} n'est pas en UTF-8."),
    Text(
        "Der Teil {name} hat eine DOCTYPE. Arbeitsmappen haben keine.",
        "The part {name} has a DOCTYPE. Workbooks have none.",
        "La partie {name} a une DOCTYPE. Les classeurs n'en ont pas.",
    ),
    Text(
        "Fragen Sie den Absender, womit die Datei gemacht wurde.",
        "Ask the sender what made this file.",
        "Demandez à l'expéditeur ce qui a produit ce fichier.",
    ),
)
