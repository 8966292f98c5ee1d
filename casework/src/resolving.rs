//! Finds words in a mail that tell, decide or put right what belongs into a talk: an option, a credit, an apology, *is it solved?*
//! (S052, X04). It looks at the four languages of the customers' side and would rather ask once too often: the gate can be passed by name.

/// Stems and phrases in small letters, as they begin a word. A word that is only ever part of an appointment is not among them.
const PHRASES: &[&str] = &[
    // English.
    "we will credit",
    "we'll credit",
    "credit note",
    "we will refund",
    "we'll refund",
    "a refund",
    "full refund",
    "we will replace",
    "we'll replace",
    "free replacement",
    "replacement free",
    "discount",
    "% off",
    "we offer you",
    "we can offer",
    "our offer",
    "option a",
    "option 1",
    "options are",
    "either we",
    "you can choose",
    "please choose",
    "which option",
    "we have decided",
    "we decided",
    "the root cause",
    "root cause",
    "was caused by",
    "the reason was",
    "the reason is",
    "we apologise",
    "we apologize",
    "our apologies",
    "we are sorry",
    "i am sorry",
    "i'm sorry",
    "is it solved",
    "is everything solved",
    "is the problem solved",
    "is this resolved",
    "now resolved",
    "has been resolved",
    "consider this closed",
    "consider the matter closed",
    "at no cost",
    "free of charge",
    "compensat",
    // German.
    "gutschrift",
    "gutschreiben",
    "erstatten",
    "erstattung",
    "kostenlos",
    "kostenfrei",
    "rabatt",
    "nachlass",
    "ersatzlieferung",
    "wir ersetzen",
    "wir bieten",
    "unser angebot",
    "variante a",
    "möglichkeit a",
    "option eins",
    "sie können wählen",
    "bitte wählen",
    "wir haben entschieden",
    "haben uns entschieden",
    "die ursache",
    "grund dafür",
    "lag daran",
    "entschuldig",
    "tut uns leid",
    "tut mir leid",
    "ist es gelöst",
    "ist das problem gelöst",
    "ist damit gelöst",
    "ist damit erledigt",
    "schadenersatz",
    "kulanz",
    // Polish.
    "nota kredytowa",
    "notę kredytową",
    "zwrócimy",
    "zwrot pieniędzy",
    "zwrot kosztów",
    "bezpłatn",
    "rabat",
    "zniżk",
    "upust",
    "wymienimy",
    "oferujemy",
    "proponujemy",
    "nasza oferta",
    "opcja a",
    "opcja 1",
    "proszę wybrać",
    "zdecydowaliśmy",
    "przyczyną",
    "przyczyna",
    "przepraszam",
    "przykro nam",
    "przykro mi",
    "czy sprawa jest rozwiązana",
    "czy to rozwiązane",
    "rekompensat",
    "odszkodowan",
    // Spanish.
    "nota de crédito",
    "abonaremos",
    "un abono",
    "reembols",
    "devolución del importe",
    "gratuit",
    "sin coste",
    "sin costo",
    "descuento",
    "reemplazaremos",
    "sustituiremos",
    "le ofrecemos",
    "les ofrecemos",
    "nuestra oferta",
    "opción a",
    "opción 1",
    "puede elegir",
    "pueden elegir",
    "hemos decidido",
    "la causa",
    "causa raíz",
    "se debió a",
    "disculp",
    "lo sentimos",
    "lo siento",
    "está resuelto",
    "queda resuelto",
    "compensa",
];

/// The first words that resolve, as they stand in the text; nothing when it only arranges or confirms.
pub fn resolves(text: &str) -> Option<String> {
    let small = text.to_lowercase().replace('\u{2019}', "'");
    let small = small.split_whitespace().collect::<Vec<_>>().join(" ");
    let begins = |at: usize| !small[..at].chars().next_back().is_some_and(char::is_alphanumeric);
    let found = PHRASES.iter().filter_map(|phrase| {
        let at = small.match_indices(phrase).map(|(at, _)| at).find(|at| begins(*at) || phrase.starts_with('%'))?;
        Some((at, *phrase))
    });
    found.min_by_key(|(at, _)| *at).map(|(at, phrase)| {
        let rest = &small[at + phrase.len()..];
        let end: String = rest.chars().take_while(|c| c.is_alphanumeric()).collect();
        format!("{phrase}{end}")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// S052, S054: what only asks for a time passes.
    #[test]
    fn s054_a_mail_that_only_asks_for_a_time_resolves_nothing() {
        for text in [
            "I left you a message a moment ago. When may I call you? Today at 14:00, at 16:00, or tomorrow at 9:00? My number is +49 30 1234.",
            "Ich habe Ihnen gerade auf die Mailbox gesprochen. Wann darf ich Sie anrufen? Heute um 14 Uhr oder morgen um 9 Uhr?",
            "Właśnie zostawiłem wiadomość na poczcie głosowej. Kiedy mogę zadzwonić? Dziś o 14:00 czy jutro o 9:00?",
            "Le he dejado un mensaje en el buzón de voz. ¿Cuándo puedo llamarle? ¿Hoy a las 14:00 o mañana a las 9:00?",
        ] {
            assert_eq!(resolves(text), None, "{text}");
        }
    }

    /// S052: an option, a credit, a cause, an apology, and the question whether it is solved, in each language.
    #[test]
    fn s052_what_belongs_into_a_talk_is_found_in_each_language() {
        for (text, words) in [
            ("Of course we will credit the boards.", "we will credit"),
            ("Option A would be a partial delivery.", "option a"),
            ("We\u{2019}ll\nrefund you.", "we'll refund"),
            ("Is it solved?", "is it solved"),
            ("Wir entschuldigen uns.", "entschuldigen"),
            ("Sie erhalten eine Gutschrift.", "gutschrift"),
            ("Przepraszamy za opóźnienie.", "przepraszamy"),
            ("Les pedimos disculpas.", "disculpas"),
            ("You get 10 % off, or 20% off.", "% off"),
        ] {
            assert_eq!(resolves(text).as_deref(), Some(words), "{text}");
        }
        assert_eq!(resolves("The accredit note of the lab"), None, "a word begins where it begins");
    }
}
