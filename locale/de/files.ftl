# Dateien eines Falls: Fotos und Unterlagen, die der Kunde schickt, und unsere; am Platz und auf seiner Seite.

## Das lesen Kollegen

files-title = Dateien
files-none = Noch keine Dateien. Ein Foto sagt mehr als ein Anruf: Bitten Sie um eines, oder legen Sie eine eigene Datei dazu.
files-add = Datei dazulegen
files-file = Datei
files-file-help = Eine Datei mit höchstens { $limit } MB. Sie bleibt, wie sie ist, und wird von uns nie geöffnet.
files-words = Was sie zeigt
files-for-them = Für den Kunden: Er sieht sie auf seiner Seite
files-for-them-help = Ohne das bleibt sie unter uns.
files-add-act = Datei dazulegen
files-from = von { $name }
files-ours = von uns, der Kunde sieht sie nicht
files-ours-shown = von uns, für den Kunden
files-which = Welche Datei
files-supplier = vom Lieferanten { $name }, nicht für den Kunden
files-supplier-shown = vom Lieferanten { $name }, der Kunde sieht sie
files-shown = Sieht der Kunde sie?
files-shown-help = Was er selbst geschickt hat, sieht er immer.
files-show = Dem Kunden zeigen
files-hide = Von seiner Seite nehmen
files-missing = Die Datei wurde gewählt und kam nicht ganz an. Wählen Sie sie noch einmal.
files-too-large = Diese Datei ist größer als { $limit } MB. Wählen Sie eine kleinere; Ihre Worte sind noch da.
files-none-chosen = Wählen Sie zuerst eine Datei.
files-busy = Gerade kommen viele Dateien an, diese wurde nicht angenommen. Schicken Sie sie in einer Minute noch einmal; Ihre Worte sind noch da.
tab-files = Dateien
do-show-file = Dem Kunden eine Datei zeigen oder nicht
do-show-file-act = So festhalten
do-show-file-done = So ist es jetzt.
event-file-from-them = { $by } schickt eine Datei: { $name }. { $words }
event-file-for-them = Eine Datei für den Kunden: { $name }. { $words }
event-file-kept = Eine Datei für uns: { $name }. { $words }
event-file-shown = Der Kunde sieht jetzt die Datei { $name }.
event-file-hidden = Der Kunde sieht die Datei { $name } nicht mehr.
they-file-kept = schickt eine Datei
file-kind-jpeg = Bild
file-kind-png = Bild
file-kind-gif = Bild
file-kind-webp = Bild
file-kind-pdf = PDF
file-kind-text = Text
file-kind-packed = gepackte oder Office-Datei
file-kind-other = Datei

## Das liest der Kunde

told-file-from-you = Sie haben uns geschickt: { $name }. { $words }
told-file-for-you = Hier liegt eine Datei für Sie: { $name }. { $words }
refusal-file-empty = Diese Datei ist leer. Wählen Sie eine andere.
refusal-file-too-large = Diese Datei ist größer als { $most } MB. Wählen Sie eine kleinere.
refusal-file-is-there = Diese Datei ist schon angekommen. Sie müssen nichts mehr tun.
refusal-no-such-file = Diese Datei gibt es hier nicht. Sehen Sie in der Liste der Dateien nach.
refusal-file-is-theirs = Diese Datei hat der Kunde selbst geschickt. Sie bleibt auf seiner Seite.
theirs-files = Dateien und Fotos
theirs-files-none = Hier liegt noch nichts. Ein Foto hilft uns oft am meisten.
theirs-send-file = Datei oder Foto schicken
theirs-send-file-why = Eine Datei mit höchstens { $limit } MB. Wir behalten sie, wie sie ist.
theirs-send-file-act = Schicken
theirs-send-file-done = Danke. Ihre Datei ist da.
theirs-field-file = Datei
theirs-field-file-words = Was sie zeigt
theirs-file-from-us = von uns
theirs-file-from-you = von Ihnen
theirs-file-from = von { $name }
theirs-file-open = Das Bild { $name } öffnen
theirs-file-get = { $name } holen
theirs-file-too-large = Diese Datei ist größer als { $limit } MB, und wir konnten sie nicht annehmen. Wählen Sie eine kleinere, oder schicken Sie uns einen Teil davon. Ihre Worte sind noch da.
theirs-file-none = Wählen Sie zuerst eine Datei.
theirs-file-broken = Die Datei kam nicht ganz an. Schicken Sie sie noch einmal; Ihre Worte sind noch da.
theirs-file-busy = Gerade kommen viele Dateien an. Schicken Sie sie in einer Minute noch einmal; Ihre Worte sind noch da.
