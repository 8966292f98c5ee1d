# Die Akte zu einem Fall: eine unterschriebene Datei für den Kunden, und die Seite, auf der jeder eine prüft.

## Auf ihrer Seite

theirs-record = Die Akte zu diesem Fall
theirs-record-help = Alles, was Ihnen gesagt wurde, als Datei zum Aufheben. Sie ist unterschrieben: Jeder kann ohne uns sehen, dass nichts darin geändert wurde.
theirs-record-take = Die Akte mitnehmen
theirs-record-check = Eine Akte prüfen
theirs-record-left-out =
    { $n ->
        [one] Eine weitere Sache wurde gesagt und hatte keinen Platz. Fragen Sie uns danach.
       *[other] { $n } weitere Sachen wurden gesagt und hatten keinen Platz. Fragen Sie uns danach.
    }

## Wo geprüft wird

theirs-verify-title = Eine Akte prüfen
theirs-verify-intro = In einer Akte steht, was einem Kunden zu seinem Fall gesagt wurde. Jede Zeile trägt den Abdruck der Zeile davor, und die letzte ist unterschrieben. Was danach geändert, weggenommen oder hinzugefügt wurde, wird hier gefunden.
theirs-verify-foot = Auf dieser Seite muss sich niemand anmelden, und sie behält nichts.
theirs-verify-here = In Ihrem Browser
theirs-verify-file = Die Datei mit der Akte
theirs-verify-stays = Sie wird nur auf Ihrem Gerät gelesen. Nichts davon geht an uns oder an jemand anderen.
theirs-verify-without = Ohne JavaScript kann diese Seite keine Datei lesen. Nehmen Sie den Befehl unten: Er tut dasselbe.
theirs-verify-command = Mit dem Befehl
theirs-verify-command-help = Makegood ist freie Software. Auf jedem Rechner, der es hat, ohne unseren Server und ohne Netz:
theirs-verify-command-ends = Er endet mit 0, wenn nichts geändert wurde, mit 1, wenn etwas geändert wurde, und mit 2, wenn er die Datei nicht lesen kann.
theirs-verify-key = Unser Schlüssel
theirs-verify-key-help = Akten von hier sind mit dem Schlüssel unterschrieben, der diesen Fingerabdruck hat. Eine Datei mit einem anderen haben nicht wir unterschrieben.
theirs-verify-key-none = Hier wurde noch keine Akte gemacht, also gibt es noch keinen Schlüssel zum Vergleichen.

## Was dabei herauskommt

theirs-verify-reading = Die Datei wird gelesen.
theirs-verify-holds = Seit der Unterschrift wurde nichts darin geändert: Fall { $case }, { $lines } Zeilen, gemacht { $made }.
theirs-verify-ours = Sie wurde hier unterschrieben.
theirs-verify-another = Diese Datei ist unterschrieben, aber nicht von dieser Installation. Wer unterschrieben hat, nennt sich „{ $name }“; der Schlüssel hat den Fingerabdruck { $fingerprint }. Fragen Sie, woher die Datei kommt.
theirs-verify-no-crypto = Ihr Browser lässt diese Seite nichts prüfen, weil sie nicht über https gekommen ist. Nehmen Sie den Befehl unten.
theirs-verify-no-signatures = Jede Zeile passt zu der davor, aber Ihr Browser kann die Unterschrift (Ed25519) nicht prüfen. Solange sie nicht geprüft ist, weiß niemand, wer die Datei geschrieben hat. Nehmen Sie den Befehl unten oder einen neueren Browser.
theirs-verify-not-read = Die Datei konnte nicht gelesen werden. Wählen Sie sie noch einmal.
theirs-verify-empty = Die Datei ist leer.
theirs-verify-too-large = Die Datei ist zu groß: Eine Akte hat höchstens 16 MB.
theirs-verify-binary = Das ist kein Text. Eine Akte ist eine Textdatei; vielleicht ist sie gepackt, oder es ist eine andere Datei.
theirs-verify-no-record = Das ist Text, aber keine Akte: Es beginnt nicht wie eine.
theirs-verify-other-format = Das ist eine Akte in einem Format, das hier nicht bekannt ist. Ein neueres Makegood kann sie vielleicht lesen.
theirs-verify-line-ends = Die Enden aller Zeilen wurden geändert, wie es manche Mailprogramme und Editoren tun. Nehmen Sie die Datei noch einmal so, wie sie heruntergeladen wurde.
theirs-verify-cut = Die Datei wurde abgeschnitten: Sie endet in Zeile { $line }, vor ihrer Unterschrift.
theirs-verify-changed = Zeile { $line } ist nicht, was geschrieben wurde.
theirs-verify-missing = Zeile { $line } fehlt.
theirs-verify-moved = Die Zeilen stehen nicht in ihrer Reihenfolge: Zeile { $line } steht weiter unten.
theirs-verify-added = Zeile { $line } wurde hinzugefügt: Dort steht noch einmal eine Zeile mit früherer Nummer.
theirs-verify-after-the-end = Zeile { $line } wurde hinzugefügt: Sie steht nach der Unterschrift.
theirs-verify-fingerprint = Der Fingerabdruck in der Datei ist nicht der des Schlüssels darin. Jemand hat einen anderen Schlüssel eingesetzt.
theirs-verify-signature = Die Zeilen passen zueinander, aber die Unterschrift gehört nicht zu ihnen. Jemand hat die Datei geändert und ihre Kette geflickt.

## Für Kolleginnen und Kollegen

record-take = Die Akte des Kunden mitnehmen
record-take-why = Was ihm gesagt wurde, unterschrieben, in seiner Sprache; er kann sie auch von seiner eigenen Seite mitnehmen.
record-check = Eine Akte prüfen
