//! The practices of language, each by its own acceptance test: what must be told is told, what is good is left alone.
use proofread::{Address, Draft, Fault, FirstContact, Level, Person, Purpose, Record, Report, Reviewer, State};
use std::sync::LazyLock;

static REVIEWER: LazyLock<Reviewer> = LazyLock::new(|| Reviewer::shipped().expect("packs"));

fn review(text: &str, record: &Record) -> Report {
    REVIEWER.review(&Draft { subject: None, text }, Some(record))
}

fn tells(text: &str, record: &Record, rule: &str) -> bool {
    review(text, record).findings.iter().any(|f| f.rule == rule)
}

/// How a line of the checklist stands.
fn state(text: &str, record: &Record, rule: &str) -> State {
    let report = review(text, record);
    report.checklist.iter().find(|l| l.rule == rule).map(|l| l.state).expect("a line of that rule")
}

fn case() -> Record {
    Record { open: Some(true), fault: Some(Fault::Ours), impact_known: Some(true), ..Record::default() }
}

fn with_purpose(purpose: Purpose) -> Record {
    Record { purpose, ..case() }
}

/// S052: solving it by mail before anybody called stops the message; fixing a time does not.
#[test]
fn s052_no_solution_by_mail_before_a_call() {
    let record = Record { first_contact: Some(FirstContact::Phone), call_logged: Some(false), ..case() };
    let report = review("We will replace the boards.", &record);
    assert_eq!(report.stop, ["PO01"]);
    assert!(!report.may_send);
    assert!(review("I left you a message. May I call you at 14:00 or at 16:00?", &record).may_send);
}

/// S058
#[test]
fn s058_an_invitation_that_confronts_is_told() {
    let record = with_purpose(Purpose::Invitation);
    assert!(tells("We invite you to discuss your complaint's validity.", &record, "AK03"));
    assert!(!tells("I want to understand how we got here. Can we talk on Friday?", &record, "IN01"));
}

/// S060
#[test]
fn s060_making_it_small_raises_two_flags() {
    let report = review("It is only a minor cosmetic issue.", &case());
    let told = report.findings.iter().filter(|f| f.rule.starts_with("AK02")).count();
    assert!(told >= 2, "{:?}", report.findings);
    assert!(tells("Nobody else complained.", &case(), "DF08"));
}

/// S066
#[test]
fn s066_a_slip_says_what_can_still_be_changed() {
    let record =
        Record { can_change: vec!["the delivery address until Wednesday".into()], ..with_purpose(Purpose::BadNews) };
    assert_eq!(state("The boards slip to 14 May.", &record, "CH01"), State::Missing);
    assert_eq!(
        state("The boards slip to 14 May. You can still change the delivery address.", &record, "CH01"),
        State::There
    );
}

/// S075: names the problem, owns what is ours, says that we will work it out.
#[test]
fn s075_an_acknowledgement_has_three_signs() {
    let record = with_purpose(Purpose::Acknowledgement);
    let signs =
        |text: &str| ["AK01", "OW01", "AK05"].iter().filter(|r| state(text, &record, r) == State::There).count();
    assert_eq!(signs("Your boards are late, that was our mistake. We will work it out with you."), 3);
    assert_eq!(signs("We received your mail."), 0);
}

/// S080, X10
#[test]
fn s080_a_phrase_of_the_book_is_told_when_nobody_made_it_theirs() {
    let record = Record { phrasebook: vec!["What I'm hearing is that you're upset about the delay".into()], ..case() };
    assert!(tells("What I'm hearing is that you're upset about the delay.", &record, "X10"));
    assert!(!tells("You need the boards for the fair.", &record, "X10"));
}

/// S083
#[test]
fn s083_our_view_does_not_defend() {
    let record = with_purpose(Purpose::OurView);
    assert!(tells("As we already told you, the drawing was late.", &record, "DF02"));
    assert!(tells("It is not our problem.", &record, "OV01"));
    assert!(!tells("We read the drawing of 2 May; it has the holes at 4 mm.", &record, "OV01"));
}

/// S086
#[test]
fn s086_a_message_says_what_it_did_to_them() {
    let record = Record { impact: vec!["line 3 stands still".into()], ..case() };
    assert_eq!(state("Your order is late.", &record, "EM01"), State::Missing);
    assert_eq!(state("Your order is late and line 3 waits for it.", &record, "EM01"), State::There);
}

/// S087: any inconvenience is nothing in particular; the event is.
#[test]
fn s087_an_apology_names_the_event() {
    assert!(tells("Sorry for any inconvenience.", &case(), "AP02"));
    assert_eq!(state("Sorry for any inconvenience.", &case(), "AP01"), State::Weak);
    assert_eq!(state("I am sorry that we missed 12 May and your line stood still.", &case(), "AP01"), State::There);
}

/// S088: mistakes were made by nobody; the article's own apology passes.
#[test]
fn s088_the_sample_apology_passes_and_the_passive_does_not() {
    assert!(tells("Mistakes were made.", &case(), "DS01"));
    let report = review("I'm sorry that our actions have caused you frustration.", &case());
    assert!(report.findings.iter().all(|f| !f.rule.starts_with("AP") && f.rule != "DS01"), "{:?}", report.findings);
}

/// S089
#[test]
fn s089_regret_and_relationship_are_there_in_the_sample() {
    let text = "I'm sorry that our actions have caused you frustration. We value our relationship and regret that this has happened.";
    assert_eq!(state(text, &with_purpose(Purpose::Apology), "AP12"), State::There);
    assert_eq!(state("I am sorry that we are late.", &with_purpose(Purpose::Apology), "AP12"), State::Missing);
}

/// S091: nobody apologises before anybody knows whether it hurts.
#[test]
fn s091_no_apology_before_the_reaction_is_known() {
    let record = Record { impact_known: Some(false), ..case() };
    assert!(tells("Sorry for the delay of your boards.", &record, "AP10"));
    assert!(!tells("The boards arrive on 14 May instead of 12 May. Does that still work for you?", &record, "AP10"));
}

/// S099, S101: ours needs a sentence in the first person; S100: not ours may be acknowledged.
#[test]
fn s101_ours_is_owned_and_s100_not_ours_is_only_acknowledged() {
    assert_eq!(state("Your order is late. It ships on 14 May.", &case(), "OW01"), State::Missing);
    assert_eq!(state("Your order is late: we misread the drawing.", &case(), "OW01"), State::There);
    let theirs = Record { fault: Some(Fault::Theirs), ..case() };
    assert_eq!(state("I see that your line is stopped.", &theirs, "OW01"), State::NotNeeded);
    assert!(!tells("I see that your line is stopped.", &theirs, "OW05"));
    assert!(tells("It was our mistake.", &theirs, "OW05"));
}

/// S110, S130: the news in the first sentence; behind the second it is buried.
#[test]
fn s110_s130_the_news_comes_first() {
    let record = with_purpose(Purpose::BadNews);
    assert!(tells("Thank you for your order. It will be late.", &record, "DS19"));
    assert!(!tells("Your order will be late. Thank you for it.", &record, "DS19"));
    let buried = "Thank you for the many years in which we have worked together so well and so gladly for both our firms. We have delivered more than two hundred lots of boards to your plant in Lyon since then, and look back on it with joy. Our new line runs. Your order is late.";
    assert!(tells(buried, &record, "DS11") || tells(buried, &record, "DS19"));
}

/// S114
#[test]
fn s114_a_note_that_judges_a_person_is_told() {
    let record = with_purpose(Purpose::Note);
    assert!(tells("customer is being difficult", &record, "NT01"));
    assert!(!tells("She said that the line stands since Tuesday.", &record, "NT01"));
}

/// S131
#[test]
fn s131_the_market_alone_is_no_reason() {
    assert!(tells("Your order is late due to the current market situation.", &case(), "BL01"));
    assert!(!tells("Due to the current market situation we have bought from a second source.", &case(), "BL01"));
}

/// S167
#[test]
fn s167_an_update_names_who_works_on_it() {
    let record = Record { people: vec!["Ana Nowak".into()], ..with_purpose(Purpose::Update) };
    assert_eq!(state("Your order is late. We ship on 14 May.", &record, "CT01"), State::Missing);
    assert_eq!(state("Your order is late. Ana is testing the boards.", &record, "CT01"), State::There);
}

/// S172: a promise has a date.
#[test]
fn s172_a_promise_without_a_date_is_told() {
    assert!(tells("Your order is late. I will send you the report.", &case(), "PR03"));
    assert!(!tells("Your order is late. I will send you the report by 14 May.", &case(), "PR03"));
}

/// S011: another language than the contact's; one without rules says so and still looks at facts.
#[test]
fn s011_the_contacts_language() {
    let record = Record { language: Some("pl".into()), numbers: vec!["PO-47110".into()], ..case() };
    assert!(tells("Your order is late, and we are sorry that we have not told you about it before.", &record, "LG01"));
    let polish =
        "Zamówienie PO-47111 jest opóźnione i nie dotrze do państwa przed końcem tygodnia, za co przepraszamy.";
    let report = review(polish, &record);
    assert!(!report.pack && report.lang == "pl" && report.checklist.is_empty(), "{report:?}");
    assert_eq!(report.stop, ["FX02"]);
}

/// The tracking number by Friday noon is a promise with a date.
#[test]
fn a_promise_has_its_date() {
    let sent = jiff::civil::date(2026, 5, 11).at(9, 0, 0, 0);
    let record = Record { sent_at: Some(sent), address: Some(Address::Formal), ..case() };
    let report = review("I'll send the tracking number by Friday noon.", &record);
    assert_eq!(report.promises.len(), 1);
    assert_eq!(report.promises[0].due, Some(jiff::civil::date(2026, 5, 15).at(12, 0, 0, 0)));
    assert_eq!(report.promises[0].when.as_deref(), Some("Friday noon"));
}

/// Many at once are nobody by name: that is to fix, and no false name that stops.
#[test]
fn a_greeting_to_many_is_to_fix_and_no_false_name() {
    let contact = Person { name: "Ana Nowak".into(), ..Person::default() };
    let record = Record { contact, ..Record::default() };
    let level = |text: &str| review(text, &record).findings.into_iter().find(|f| f.rule == "FX01").map(|f| f.level);
    assert_eq!(level("Dear Team,\n\nYour order is late."), Some(Level::Fix));
    assert_eq!(level("Dear Mr Kowalski,\n\nYour order is late."), Some(Level::Stop));
    assert_eq!(level("Dear Ana,\n\nYour order is late."), None);
}

/// S145: while the case is open no message sells, whether it names the trouble or not.
#[test]
fn s145_selling_while_a_case_is_open_is_told() {
    let sells = "Have a look at our new catalogue. Take advantage of our autumn prices.";
    assert!(tells(sells, &case(), "TN03"));
    assert!(!tells(sells, &Record { open: Some(false), ..case() }, "TN03"));
    assert!(!tells("We make the boards again and send them on Friday.", &case(), "TN03"));
}
