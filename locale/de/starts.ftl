# Hilfe beim Anfangen: erste Sätze aus dem, was der Fall weiß, in der Sprache des Kunden. Was niemand weiß, steht in eckigen Klammern,
# und damit geht nichts hinaus. Kein Satz verspricht etwas: ein Tag steht da, weil er festgehalten ist.
starts-problem = Danke, dass Sie es uns gesagt haben. Sie haben uns gesagt: { $problem }
starts-found = Das haben wir festgestellt: { $problem }
starts-news = Ich habe eine Nachricht für Sie: { $problem }
starts-day = Der Tag ist jetzt { $new }; gesagt hatten wir { $old }.
starts-day-new = Der Tag ist jetzt { $new }.
starts-effect = Was es für Sie bedeutet: { $effect }
starts-effect-gap = Was es für Sie bedeutet: [was es für den Kunden bedeutet?].
starts-effect-asked = Ich weiß noch nicht, was das für Sie bedeutet.
starts-own-ours = Das war unser Fehler: { $part }
starts-own-shared = Zuerst unser Fehler dabei: { $part }
starts-sorry-ours = Unser Fehler tut mir leid: { $part }
starts-sorry-shared = Unser Fehler dabei tut mir leid: { $part }
starts-part-gap = [was wir getan haben?]
starts-unknown = Wie es dazu kam, wissen wir noch nicht.
starts-done = Bisher getan: { $what }
starts-step = Als Nächstes: { $what }, bis { $at }.
starts-step-gap = Als Nächstes: [welcher Schritt, bis wann?].
starts-next-gap = [wann der Kunde von uns hört?]
starts-help = Ich möchte Ihnen dabei helfen. Was brauchen Sie jetzt am dringendsten?
starts-still-works = Passt das noch für Sie?
starts-reflect-1 = Ich höre das so: { $concern } Habe ich das richtig verstanden?
starts-reflect-2 = Ich sage es mit Ihren Worten: { $concern } Was habe ich übersehen?
starts-reflect-3 = Am schwersten wiegt wohl: { $concern } Ist das so?
starts-invite-1 = Ich möchte verstehen, wie es dazu kam. Wann können wir sprechen?
starts-invite-2 = Ich möchte gemeinsam mit Ihnen einen Weg finden. Welche Zeit passt Ihnen?
starts-invite-3 = Ich möchte es zuerst von Ihnen hören: was geschehen ist und was es für Sie bedeutet.
