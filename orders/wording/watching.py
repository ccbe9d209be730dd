"""What `watch` says to whoever runs it."""

from orders.wording.text import Text

TEXTS: dict[str, Text] = {
    "watch.events": Text(
        "{inbox} wird beobachtet, geweckt durch Dateiereignisse.",
        "Watching {inbox}, woken by file events.",
        "{inbox} est surveillé, réveil par les événements de fichiers.",
    ),
    "watch.polling": Text(
        "{inbox} wird beobachtet, indem alle paar Sekunden nachgesehen wird: {why}.",
        "Watching {inbox} by looking every few seconds: {why}.",
        "{inbox} est surveillé par un contrôle toutes les quelques secondes : {why}.",
    ),
    "watch.blocked": Text(
        "Es können gerade keine Dateien übernommen werden, es wird von selbst weiter versucht: {why} ({code})",
        "No files can be taken at the moment, trying on by itself: {why} ({code})",
        "Aucun fichier ne peut être pris pour le moment, nouvelles tentatives automatiques : {why} ({code})",
    ),
    "watch.inbox_away": Text(
        "Der Eingang {inbox} ist seit über einer Minute nicht da. Sobald er wieder da ist, geht es weiter.",
        "The inbox {inbox} has been away for more than a minute. Work goes on as soon as it is back.",
        "La boîte d’entrée {inbox} est absente depuis plus d’une minute. Le travail reprendra dès son retour.",
    ),
    "watch.inbox_back": Text(
        "Der Eingang {inbox} ist wieder da.",
        "The inbox {inbox} is back.",
        "La boîte d’entrée {inbox} est de retour.",
    ),
}
