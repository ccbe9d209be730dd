"""What is wrong with XML files, PDF files and signed files."""

from orders.wording.text import Text

SENTENCES: tuple[Text, ...] = (
    Text(
        "Die Datei ist kein wohlgeformtes XML: {said}.",
        "The file is not well-formed XML: {said}.",
        "Le fichier n'est pas du XML bien formé : {said}.",
    ),
    Text(
        "Die Datei hat eine DOCTYPE (Zeile {line}). Geschäftsbelege dürfen keine haben.",
        "The file has a DOCTYPE (line {line}). Business documents must not have one.",
        "Le fichier a une DOCTYPE (ligne {line}). Les documents commerciaux ne doivent pas en avoir.",
    ),
    Text(
        "Bitten Sie den Absender, ohne DOCTYPE auszugeben.",
        "Ask the sender to export without DOCTYPE.",
        "Demandez à l'expéditeur d'exporter sans DOCTYPE.",
    ),
    Text(
        "Die Datei definiert Entities, die sich endlos entfalten.",
        "The file defines entities that unfold without end.",
        "Le fichier définit des entités qui se déplient sans fin.",
    ),
    Text(
        "Die Elemente der Datei sind mehr als 256 Ebenen tief geschachtelt.",
        "The file's elements are nested more than 256 deep.",
        "Les éléments du fichier sont imbriqués sur plus de 256 niveaux.",
    ),
    Text(
        "Ein Text oder Name der Datei ist länger als erlaubt (10 MB).",
        "A text or name of the file is longer than the limit (10 MB).",
        "Un texte ou un nom du fichier dépasse la limite (10 Mo).",
    ),
    Text(
        "Die Datei hat mehr als {count} Elemente.",
        "The file has more than {count} elements.",
        "Le fichier a plus de {count} éléments.",
    ),
    Text(
        "Die Datei hat ein Element mit mehr als {count} Attributen.",
        "The file has an element with more than {count} attributes.",
        "Le fichier a un élément avec plus de {count} attributs.",
    ),
    Text(
        "Die Datei erklärt mehr als {count} Namensräume.",
        "The file declares more than {count} namespaces.",
        "Le fichier déclare plus de {count} espaces de noms.",
    ),
    Text(
        "Bitten Sie den Absender, die Datei als UTF-8 auszugeben.",
        "Ask the sender to export the file as UTF-8.",
        "Demandez à l'expéditeur d'exporter le fichier en UTF-8.",
    ),
    Text(
        "Die Datei enthält {name} aus dem Namensraum {space}. Gelesen werden CII ab D16B, ZUGFeRD 1.0 und Order-X 1.0.",
        "The file holds a {name} of the namespace {space}. Read are CII D16B and later, ZUGFeRD 1.0 and Order-X 1.0.",
        "Le fichier contient {name} de l'espace de noms {space}. Sont lus CII à partir de D16B, ZUGFeRD 1.0 et Order-X 1.0.",
    ),
    Text(
        "Die Datei ist Order-X mit dem Typschlüssel {code}. Gelesen werden {read}.",
        "The file is Order-X with the type code {code}. Read are {read}.",
        "Le fichier est un Order-X de code type {code}. Sont lus {read}.",
    ),
    Text(
        "Die Datei ist cXML mit {seen}. Gelesen werden {read}.",
        "The file is cXML with {seen}. Read are {read}.",
        "Le fichier est du cXML avec {seen}. Sont lus {read}.",
    ),
    Text(
        "Die Datei ist ebInterface {number}. Gelesen wird 4.0 bis 6.1.",
        "The file is ebInterface {number}. Read are 4.0 to 6.1.",
        "Le fichier est un ebInterface {number}. Sont lues les versions 4.0 à 6.1.",
    ),
    Text(
        "Die Datei hat keinen FatturaElettronicaBody.",
        "The file has no FatturaElettronicaBody.",
        "Le fichier n'a pas de FatturaElettronicaBody.",
    ),
    Text(
        "Die Datei enthält {root}, wo eine Finvoice stehen sollte.",
        "The file holds {root} where a Finvoice should be.",
        "Le fichier contient {root} au lieu d'une Finvoice.",
    ),
    Text(
        "Die Datei enthält eine Finvoice der Art {kind}. Gelesen werden Rechnungen und Gutschriften, INV01 bis INV09.",
        "The file holds a Finvoice of the type {kind}. Read are invoices and credit notes, INV01 to INV09.",
        "Le fichier contient une Finvoice de type {kind}. Sont lus les factures et avoirs, INV01 à INV09.",
    ),
    Text(
        "Die Datei ist GS1 XML, Ausgabe 2. Gelesen wird Ausgabe 3, deren Elemente andere sind.",
        "The file is GS1 XML release 2. Read is release 3, whose elements are others.",
        "Le fichier est du GS1 XML version 2. La version 3 est lue, dont les éléments sont autres.",
    ),
    Text(
        "Bitten Sie den Absender um GS1 XML, Ausgabe 3, die seit 2012 gilt.",
        "Ask the sender for release 3 of GS1 XML, which has been the current one since 2012.",
        "Demandez à l'expéditeur la version 3 de GS1 XML, en vigueur depuis 2012.",
    ),
    Text(
        "Die Datei enthält GS1 XML mit {seen}. Gelesen werden {read}.",
        "The file holds GS1 XML with {seen}. Read are {read}.",
        "Le fichier contient du GS1 XML avec {seen}. Sont lus {read}.",
    ),
    Text(
        "Die Datei enthält ein openTRANS {name}. Gelesen werden {read}.",
        "The file holds an openTRANS {name}. Read are {read}.",
        "Le fichier contient un openTRANS {name}. Sont lus {read}.",
    ),
    Text("Die Liste hat keine Rechnungen.", "The list has no invoices.", "La liste n'a pas de factures."),
    Text(
        "Die Datei enthält {seen}. Gelesen werden {read}.",
        "The file holds {seen}. Read are {read}.",
        "Le fichier contient {seen}. Sont lus {read}.",
    ),
    Text(
        "Die Datei enthält UBL {name} ({space}). Von UBL 2 werden gelesen: {read}.",
        "The file holds a UBL {name} ({space}). Of UBL 2 are read: {read}.",
        "Le fichier contient un UBL {name} ({space}). D'UBL 2 sont lus : {read}.",
    ),
    Text(
        "Eine DebitNote sagt nicht, ob der Lieferant fordert oder der Käufer. Bitten Sie den Lieferanten um eine Invoice der "
        "Art 383 (Lastschrift); sie wird als Rechnung gelesen.",
        "A DebitNote does not tell whether the supplier claims or the buyer does. Ask the supplier for an Invoice of type "
        "383 (debit note); it is read as a bill.",
        "Une DebitNote ne dit pas si c'est le fournisseur ou l'acheteur qui réclame. Demandez au fournisseur une Invoice de "
        "type 383 (note de débit) ; elle est lue comme facture.",
    ),
    Text(
        "Die signierte Datei enthält kein XML: sie ist von der Art {kind}.",
        "The signed file holds no XML: it is of the kind {kind}.",
        "Le fichier signé ne contient pas de XML : il est du genre {kind}.",
    ),
    Text(
        "Bitten Sie den Absender um die XML-Datei selbst.",
        "Ask the sender for the XML file itself.",
        "Demandez à l'expéditeur le fichier XML lui-même.",
    ),
    Text(
        "Die signierte Datei ist beschädigt: ihre Hülle lässt sich nicht öffnen.",
        "The signed file is damaged: its envelope cannot be opened.",
        "Le fichier signé est endommagé : son enveloppe ne s'ouvre pas.",
    ),
    Text(
        "Bitten Sie den Absender, sie neu zu senden.",
        "Ask the sender to send it anew.",
        "Demandez à l'expéditeur de le renvoyer.",
    ),
    Text("Die Datei ist verschlüsselt.", "The file is encrypted.", "Le fichier est chiffré."),
    Text(
        "Bitten Sie den Absender um die Datei ohne Verschlüsselung.",
        "Ask the sender for the file without encryption.",
        "Demandez à l'expéditeur le fichier sans chiffrement.",
    ),
    Text(
        "Die Datei ist nur eine Signatur; der signierte Beleg liegt nicht darin.",
        "The file is a signature alone; the document that was signed is not in it.",
        "Le fichier n'est qu'une signature ; le document signé n'y est pas.",
    ),
    Text(
        "Bitten Sie den Absender um den Beleg selbst.",
        "Ask the sender for the document itself.",
        "Demandez à l'expéditeur le document lui-même.",
    ),
    Text(
        "Das PDF ist mit einem Kennwort geschützt.",
        "The PDF is protected with a password.",
        "Le PDF est protégé par un mot de passe.",
    ),
    Text(
        "Bitten Sie den Absender um eines ohne.",
        "Ask the sender for it without one.",
        "Demandez-le à l'expéditeur sans mot de passe.",
    ),
    Text(
        "Das PDF enthält etwas, das sich auf mehr als {size} MB entpackt.",
        "The PDF holds something that unpacks to more than {size} MB.",
        "Le PDF contient quelque chose qui se décompresse en plus de {size} Mo.",
    ),
    Text("Das PDF ist beschädigt: {reason}.", "The PDF is damaged: {reason}.", "Le PDF est endommagé : {reason}."),
    Text(
        "Öffnen Sie es und bitten Sie den Absender, wenn es lesbar ist, es erneut zu senden.",
        "Open it, and if it can be read, ask the sender to send it again.",
        "Ouvrez-le et, s'il est lisible, demandez à l'expéditeur de le renvoyer.",
    ),
    Text(
        "Das PDF trägt kein XML: es ist ein Bild für Menschen, gedruckt oder gescannt. {found}",
        "The PDF carries no XML: it is a picture for people, printed or scanned. {found}",
        "Le PDF ne porte pas de XML : c'est une image pour des personnes, imprimée ou numérisée. {found}",
    ),
    Text(
        "Bitten Sie den Lieferanten um den Beleg als XML (XRechnung, Peppol), hybrides PDF (Factur-X, ZUGFeRD) oder per EDI.",
        "Ask the supplier for the document as XML (XRechnung, Peppol), hybrid PDF (Factur-X, ZUGFeRD) or by EDI.",
        "Demandez au fournisseur le document en XML (XRechnung, Peppol), en PDF hybride (Factur-X, ZUGFeRD) ou par EDI.",
    ),
    Text(
        "Die Datei enthält mehrere XML-Belege, die voneinander abweichen: {names}.",
        "The file holds several XML documents that differ: {names}.",
        "Le fichier contient plusieurs documents XML qui diffèrent : {names}.",
    ),
    Text(
        "Bitten Sie den Absender um ein PDF je Beleg oder um die XML-Dateien selbst.",
        "Ask the sender for one PDF a document, or for the XML files themselves.",
        "Demandez à l'expéditeur un PDF par document, ou les fichiers XML eux-mêmes.",
    ),
)
