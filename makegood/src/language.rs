//! Which language a text reads like, told by its small words. It says nothing about short texts: a wrong guess would be noise.

/// So many small words are needed before anything is said.
const WORDS_NEEDED: usize = 4;
/// The best has to be so many times better than the next.
const CLEARLY: usize = 2;
/// Words looked at; a letter shows its language long before that.
const WORDS_READ: usize = 400;

/// Small words that stand in nearly every sentence, and hardly in another language.
#[rustfmt::skip]
const SMALL_WORDS: [(&str, &[&str]); 6] = [
    ("en", &["the", "and", "you", "your", "we", "our", "is", "are", "of", "for", "with", "that", "this", "have", "has", "will", "not", "they", "it", "be", "from", "by", "what", "when", "they're", "i'm", "us"]),
    ("de", &["der", "die", "das", "und", "sie", "wir", "ist", "sind", "nicht", "mit", "für", "auf", "ein", "eine", "einen", "dem", "den", "von", "zu", "haben", "wird", "werden", "ihnen", "ihre", "uns", "bis", "dass", "ich"]),
    ("pl", &["i", "w", "na", "się", "nie", "jest", "są", "że", "z", "do", "dla", "oraz", "państwa", "państwo", "będzie", "będą", "mamy", "przez", "od", "po", "ale", "jak", "który", "która", "proszę", "my", "dziękujemy"]),
    ("fr", &["le", "la", "les", "des", "et", "vous", "nous", "est", "sont", "pas", "une", "un", "pour", "avec", "votre", "vos", "notre", "dans", "sur", "que", "qui", "avons", "sera", "du", "au", "ce"]),
    ("es", &["el", "la", "los", "las", "y", "usted", "ustedes", "nosotros", "es", "son", "no", "una", "un", "para", "con", "su", "sus", "nuestro", "nuestra", "en", "que", "por", "hemos", "será", "del", "al"]),
    ("it", &["il", "la", "le", "gli", "e", "voi", "noi", "è", "sono", "non", "una", "un", "per", "con", "vostro", "vostra", "nostro", "nostra", "in", "che", "di", "del", "della", "abbiamo", "sarà", "al"]),
];

/// The language as a tag such as `de`; nothing when the text is short or unclear.
pub fn guess(text: &str) -> Option<&'static str> {
    let text = text.to_lowercase();
    let words: Vec<&str> =
        text.split(|c: char| !(c.is_alphabetic() || c == '\'')).filter(|w| !w.is_empty()).take(WORDS_READ).collect();
    let count = |small: &[&str]| words.iter().filter(|word| small.contains(word)).count();
    let mut found: Vec<(usize, &'static str)> = SMALL_WORDS.iter().map(|(tag, small)| (count(small), *tag)).collect();
    found.sort_by_key(|(hits, _)| std::cmp::Reverse(*hits));
    let (best, tag) = *found.first()?;
    let next = found.get(1).map_or(0, |(hits, _)| *hits);
    (best >= WORDS_NEEDED && best >= next * CLEARLY).then_some(tag)
}

/// Whether a text surely is in another language than the one agreed; the region does not matter.
pub fn differs(text: &str, agreed: &str) -> Option<&'static str> {
    let base = agreed.split(['-', '_']).next().unwrap_or_default().to_lowercase();
    let known = SMALL_WORDS.iter().any(|(tag, _)| *tag == base);
    guess(text).filter(|tag| known && *tag != base)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LETTERS: [(&str, &str); 6] = [
        (
            "en",
            "We have the new boards here and they will be with you by Friday. I will call you when they leave our site.",
        ),
        (
            "de",
            "Wir haben die neuen Platinen hier und sie sind bis Freitag bei Ihnen. Ich rufe Sie an, wenn sie das Haus verlassen.",
        ),
        (
            "pl",
            "Mamy nowe płytki i będą u Państwa do piątku. Zadzwonię, jak tylko wyjadą z naszej firmy, i nie zostawimy Państwa z tym.",
        ),
        (
            "fr",
            "Nous avons les nouvelles cartes et elles sont chez vous pour vendredi. Je vous appelle quand elles partent de notre site.",
        ),
        (
            "es",
            "Tenemos las placas nuevas y estarán con ustedes para el viernes. Le llamo en cuanto salgan de nuestra casa con su pedido.",
        ),
        (
            "it",
            "Abbiamo le nuove schede e sono da voi per venerdì. La chiamo quando partono, e non la lasciamo con il problema della linea.",
        ),
    ];

    #[test]
    fn a_letter_shows_its_language() {
        for (tag, letter) in LETTERS {
            assert_eq!(guess(letter), Some(tag), "{letter}");
        }
    }

    #[test]
    fn a_few_words_show_nothing() {
        for short in ["", "OK, Friday.", "KB-7 rev C, 200", "Hallo Jonas"] {
            assert_eq!(guess(short), None, "{short}");
        }
    }

    #[test]
    fn only_a_sure_difference_is_said() {
        let (english, german) = (LETTERS[0].1, LETTERS[1].1);
        assert_eq!(differs(english, "de"), Some("en"));
        assert_eq!(differs(german, "de-AT"), None);
        assert_eq!(differs(english, "ja"), None, "no small words of Japanese are known, so nothing is claimed");
    }
}
