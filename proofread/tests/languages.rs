//! A text in a language without a pack says so, and only facts, numbers, dates and the language itself are looked at (S011).
use proofread::{Draft, Person, Record, Report, Reviewer, State};
use std::sync::LazyLock;

static RULES: LazyLock<Reviewer> = LazyLock::new(|| Reviewer::shipped().expect("packs"));

fn review(text: &str, record: &Record) -> Report {
    RULES.review(&Draft { subject: None, text }, Some(record))
}

/// The same late order in languages without a pack, with its number and its day.
const WITHOUT: [(&str, &str); 8] = [
    (
        "pl",
        "Zamówienie PO-47110 jest opóźnione i nie dotrze do państwa przed 14.05.2026, za co przepraszamy, ale już nad tym pracujemy.",
    ),
    (
        "fr",
        "Votre commande PO-47110 est en retard et nous ne pouvons pas la livrer avant le 14/05/2026, nous sommes désolés pour vous.",
    ),
    (
        "es",
        "Su pedido PO-47110 se retrasa y no podemos entregarlo antes del 14/05/2026, lo sentimos mucho y estamos en ello con los demás.",
    ),
    (
        "it",
        "Il vostro ordine PO-47110 è in ritardo e non possiamo consegnarlo prima del 14/05/2026, ma siamo al lavoro con il fornitore.",
    ),
    (
        "nl",
        "Uw bestelling PO-47110 is te laat en wij kunnen die niet voor 14-05-2026 leveren, maar wij zijn er mee bezig en het spijt ons.",
    ),
    (
        "pt",
        "A sua encomenda PO-47110 está atrasada e não podemos fazer a entrega antes de 14/05/2026, mas já estamos a tratar do assunto.",
    ),
    (
        "cs",
        "Vaše objednávka PO-47110 je opožděná a není možné ji dodat do 14.05.2026, ale už na tom s dodavatelem pracujeme a je nám to líto.",
    ),
    (
        "sv",
        "Er beställning PO-47110 är sen och vi kan inte leverera den före 14.05.2026, men vi har börjat och det är vårt fel att ni väntar.",
    ),
];

#[test]
fn s011_a_language_without_a_pack_says_so_and_only_facts_are_looked_at() {
    for (language, text) in WITHOUT {
        let record = Record { language: Some(language.into()), numbers: vec!["PO-47110".into()], ..Record::default() };
        let report = review(text, &record);
        assert_eq!((report.lang.as_str(), report.pack), (language, false), "{text}");
        assert!(report.checklist.is_empty() && report.promises.is_empty(), "{report:?}");
        assert!(report.may_send, "{language}: {:?}", report.findings);
        // Every finding is of a rule that speaks everywhere.
        for finding in &report.findings {
            assert!(RULES.rule(&finding.rule).is_some_and(|(_, rule)| rule.written.everywhere), "{finding:?}");
        }
        // A number of somebody else, a name of somebody else, a hole: still stopped.
        assert_eq!(review(&text.replace("47110", "47111"), &record).stop, ["FX02"], "{language}");
        let foreign = Record { foreign: vec!["Borealis Instruments".into()], ..record.clone() };
        assert_eq!(review(&format!("{text} Borealis Instruments."), &foreign).stop, ["FX05"], "{language}");
        assert!(review(&format!("{text} [date?]"), &record).stop.contains(&"FX09".to_owned()), "{language}");
    }
}

#[test]
fn s011_the_wrong_language_for_the_contact_is_a_finding() {
    let german = "Ihre Lieferung ist verspätet, und es tut uns leid, dass wir Ihnen das nicht früher gesagt haben.";
    let english = "Your order is late, and we are sorry that we have not told you about it before.";
    let texts = WITHOUT.iter().copied().chain([("de", german), ("en", english)]);
    for (language, text) in texts {
        for contact in ["en", "de", "pl", "es"] {
            let record =
                Record { language: Some(contact.into()), numbers: vec!["PO-47110".into()], ..Record::default() };
            let report = review(text, &record);
            let told = report.findings.iter().find(|f| f.rule == "LG01");
            assert_eq!(told.is_some(), language != contact, "{text} for {contact}");
            assert_eq!(report.may_send, language == contact, "it stops: {text} for {contact}");
            if let Some(told) = told {
                // Said by name: "pl" tells a reader little.
                assert!(told.found.len() > 2 && told.expected.len() > 2 && told.found != told.expected, "{told:?}");
            }
        }
    }
    // A few words are in no language for sure, and a form of the language is the language.
    let record = |tag: &str| Record { language: Some(tag.into()), ..Record::default() };
    assert!(review("PO-47110: 14 May.", &record("de")).findings.iter().all(|f| f.rule != "LG01"));
    assert!(review(english, &record("en-US")).findings.iter().all(|f| f.rule != "LG01"));
}

/// What they wrote below says nothing about the language of the answer.
#[test]
fn s011_a_quote_below_does_not_tell_the_language() {
    let quote =
        "> Die Lieferung ist nicht da, und wir wissen nicht, wann sie kommt und was wir unseren Kunden sagen sollen.\n"
            .repeat(12);
    let text =
        format!("Dear Ms Rao,\n\nYour order is late, and we have not told you about it before.\n\nMaria\n\n{quote}");
    let contact = Person { name: "Dana Rao".into(), ..Person::default() };
    let record = Record { language: Some("en".into()), open: Some(true), contact, ..Record::default() };
    let report = review(&text, &record);
    assert_eq!((report.lang.as_str(), report.pack), ("en", true));
    assert!(report.findings.iter().all(|f| f.rule != "LG01"), "{:?}", report.findings);
    assert!(report.checklist.iter().any(|l| l.state == State::Missing), "read by the English pack");
}
