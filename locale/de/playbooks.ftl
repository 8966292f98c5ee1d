# Leitfäden: ihre Namen und die Titel ihrer Schritte.

playbook-save-a-great-customer = Einen großartigen Kunden halten
playbook-save-a-great-customer-1 = Das Problem und den eigenen Anteil anerkennen
playbook-save-a-great-customer-2 = Das Gespräch eröffnen: um ein Treffen oder einen Anruf bitten
playbook-save-a-great-customer-3 = Zuhören
playbook-save-a-great-customer-4 = Einfühlung und Entschuldigung
playbook-save-a-great-customer-5 = Die Ursachen gemeinsam finden
playbook-save-a-great-customer-6 = Einen gemeinsamen Plan machen
playbook-save-a-great-customer-7 = Lösungen, Kompromisse, Wiedergutmachung
playbook-save-a-great-customer-8 = Klare Erwartungen
playbook-save-a-great-customer-9 = Dranbleiben und nachfragen
playbook-save-a-great-customer-10 = Lernen, besser werden und es mitteilen
playbook-save-a-great-customer-11 = Vermittlung, wenn es weiter festsitzt
playbook-save-a-great-customer-12 = In langen Zeiträumen denken
playbook-save-a-great-customer-13 = Zurückblicken und weitergehen

playbook-run-to-the-problem = Auf das Problem zugehen
playbook-run-to-the-problem-1 = Erkennen
playbook-run-to-the-problem-2 = Jetzt zum Kunden
playbook-run-to-the-problem-3 = Keine Antwort? Eine Nachricht, dann die eine erlaubte Mail
playbook-run-to-the-problem-4 = Reden: auf das Gesicht achten oder auf den Ton hören
playbook-run-to-the-problem-5 = In Ordnung bringen, bis der Kunde zufrieden ist
playbook-run-to-the-problem-6 = Nicht zufrieden, oder es geht über unsere Mittel? Leitung und Qualität
playbook-run-to-the-problem-7 = Am Telefon oder persönlich bestätigen lassen
playbook-run-to-the-problem-8 = Über Jahre behalten

playbook-tough-conversation = Das schwierige Gespräch
playbook-tough-conversation-1 = Vorbereiten: Sicht des Kunden, unser Anteil, zwei Auswege, was nicht gesagt wird
playbook-tough-conversation-2 = Früh: sagen, dass wir es sehen und daran arbeiten
playbook-tough-conversation-3 = Es von der anderen Seite sehen
playbook-tough-conversation-4 = Klare Worte
playbook-tough-conversation-5 = Erst das Problem des Kunden lösen, dann unseres
playbook-tough-conversation-6 = Oft: niemand muss raten
playbook-tough-conversation-7 = Die Tür offen lassen
playbook-tough-conversation-8 = Gelöst erst, wenn der Kunde es sagt

playbook-three-mistakes = Drei Fehler
playbook-three-mistakes-a1 = Ist jemand verletzt?
playbook-three-mistakes-a2 = Den Notfallplan starten
playbook-three-mistakes-a3 = Währenddessen dem Kunden sagen, was geschehen ist
playbook-three-mistakes-a4 = Fragen: Was können wir auf Ihrer Seite noch tun?
playbook-three-mistakes-a5 = Den Kunden in den Plan einbeziehen
playbook-three-mistakes-a6 = Der Termin des Kunden
playbook-three-mistakes-a7 = Was haben wir gelernt?
playbook-three-mistakes-b1 = Nach der Lieferung anrufen
playbook-three-mistakes-b2 = Ist es das, was Sie bestellt haben? Ist alles in Ordnung?
playbook-three-mistakes-b3 = Nicht in Ordnung: ein Fall. Nichts gehört: noch einmal anrufen
playbook-three-mistakes-c1 = Ruhig bleiben: das Problem, nicht die Person
playbook-three-mistakes-c2 = Den Kunden reden lassen
playbook-three-mistakes-c3 = Dann die Fakten, mit neugierigen Fragen
playbook-three-mistakes-c4 = Mindestens zwei Lösungen
playbook-three-mistakes-c5 = Der Kunde entscheidet
playbook-three-mistakes-c6 = Handeln und zeigen, wie wir in schwierigen Zeiten arbeiten
playbook-three-mistakes-c7 = Nach ein paar Tagen anrufen

playbook-breaking-bad-news = Schlechte Nachrichten überbringen
playbook-breaking-bad-news-1 = Ein ruhiger, zugewandter Anfang
playbook-breaking-bad-news-2 = Ohne Umschweife sagen
playbook-breaking-bad-news-3 = Passt es für Sie noch?
playbook-breaking-bad-news-4a = Es passt noch
playbook-breaking-bad-news-4b = Es trifft den Kunden: zuhören und ihn Luft ablassen lassen
playbook-breaking-bad-news-5 = Das Problem lösen wollen
playbook-breaking-bad-news-6 = Die Bemühungen zeigen
playbook-breaking-bad-news-7 = Nichts Ideales dabei? Den Kunden fragen
playbook-breaking-bad-news-8 = Vorausdenken
playbook-breaking-bad-news-9 = Nachfassen: ein Anruf, ein Dank, ein Rabatt

playbook-complaint-by-the-book = Beschwerde nach Buch (ISO 10002)
playbook-complaint-by-the-book-2 = Annahme: was geschah, mit seinen Daten
playbook-complaint-by-the-book-3 = Verfolgung: sie hören immer wieder, wie es steht
playbook-complaint-by-the-book-4 = Sofort bestätigen, mündlich
playbook-complaint-by-the-book-5 = Bewerten: Sicherheit, und was es für sie bedeutet
playbook-complaint-by-the-book-6 = Untersuchen: ihre Sicht, unser Anteil, die Tatsache
playbook-complaint-by-the-book-7 = Antworten: Wege, die berichtigen und vorbeugen
playbook-complaint-by-the-book-8 = Die Entscheidung mündlich sagen, dann schriftlich
playbook-complaint-by-the-book-9a = Abschluss nur auf ihr Wort; nicht angenommen bleibt offen
playbook-complaint-by-the-book-9b = Lernen und besser werden

playbook-we-shipped-it-bad = Wir haben Schlechtes geliefert (Meldung)
playbook-we-shipped-it-bad-1 = Anhalten: Lose sperren, Sicherheit prüfen
playbook-we-shipped-it-bad-2 = Wie weit: Lose, Lieferungen, jeder Kunde
playbook-we-shipped-it-bad-3 = Binnen eines Tages anrufen; die Ursache braucht es nicht
playbook-we-shipped-it-bad-4 = Die schriftliche Meldung: was, welche, wie viele, was jetzt zu tun ist
playbook-we-shipped-it-bad-5 = Wege: zurück, vor Ort sortieren, mit Erlaubnis verwenden, ersetzen
playbook-we-shipped-it-bad-6 = Weiter oder enger? Die Meldung ergänzen
playbook-we-shipped-it-bad-7 = Der 8D, und damit es nicht wiederkommt
