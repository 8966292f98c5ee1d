//! The main job by forms alone, stage by stage, for whoever needs a case that stands somewhere on its way.
#![allow(dead_code, reason = "each test file uses a part of it")]

use crate::desk::{Desk, field};
use casework::ids::AccountId;
use jiff::tz::TimeZone;
use store::orders::{self, Terms, Told};
use watch::{Ground, Line};

pub async fn page_says(desk: &Desk, case: &str, words: &str) {
    let page = desk.get(&format!("/cases/{case}")).await;
    assert!(page.body.contains(words), "{words} in {}", page.body);
}

/// The words with the end that each message has: it stands in the form already (S212).
pub async fn ended(desk: &Desk, case: &str, words: &str) -> String {
    format!("{words}\n{}", end_of_a_message(desk, case).await)
}

/// What the form of a message holds before anybody wrote a word.
pub async fn end_of_a_message(desk: &Desk, case: &str) -> String {
    let form = desk.get(&format!("/cases/{case}/do/record-message?purpose=document")).await.body;
    let text = form.split("name=\"text\"").nth(1).and_then(|rest| rest.split_once('>')).expect("a field").1;
    text.split("</textarea>").next().unwrap_or_default().replace("&amp;", "&").trim().to_owned()
}

pub async fn heard(desk: &Desk, case: &str) {
    desk.later(30);
    desk.done(case, "record-attempt", &[("outcome", "left_message"), ("channel", "phone"), ("contact", &desk.dana)])
        .await;
    let draft = desk.get(&format!("/cases/{case}/do/record-message?purpose=voicemail_follow_up")).await;
    assert!(draft.body.contains("I just called and left a message"), "S051: {}", draft.body);
    desk.later(30);
    let sheet = desk.get(&format!("/cases/{case}/do/record-conversation")).await;
    assert!(
        sheet.body.contains("Dana Ruiz, I see what happened: Half the boards have no solder on U7."),
        "S067: {}",
        sheet.body
    );
    // S120: while they speak nothing is required. X21: their say, the reflect-back and what it does to them stand before the facts.
    let part = |id: &str| {
        sheet
            .body
            .split(&format!("id=\"do-{id}\""))
            .nth(1)
            .and_then(|s| s.split("</section>").next())
            .unwrap_or_default()
    };
    assert!(
        part("listening").contains("name=\"notes\"") && !part("listening").contains(" required"),
        "{}",
        part("listening")
    );
    let place =
        |name: &str| sheet.body.find(&format!("name=\"{name}\"")).unwrap_or_else(|| panic!("{name} is on the sheet"));
    let order =
        ["acknowledgement.we_see", "notes", "reflect_back", "heard", "impacts[0].words", "facts[0].answer", "our_view"];
    assert!(order.windows(2).all(|pair| place(pair[0]) < place(pair[1])), "{:?}", order.map(place));
    let talk = [
        ("channel", "phone"),
        ("with", desk.dana.as_str()),
        ("started_at", "2026-03-02 09:50"),
        ("acknowledgement.we_see", "We see it: half the boards have no solder on U7."),
        ("acknowledgement.we_work", "I'm on it now."),
        ("notes", "Line 3 stands since six."),
        ("concerns", "Do the other lots have it too?"),
        ("suggestions", "Send a person to rework them here"),
        ("had_their_say", "yes"),
        ("reflect_back", "Half the boards are dry on U7 and line 3 stands."),
        ("reflect_confirmed", "yes"),
        ("got_everything", "yes"),
        ("impacts[0].dimension", "goods_unusable"),
        ("impacts[0].words", "96 of 200 boards cannot be used"),
        ("tone_start", "2"),
        ("tone_end", "4"),
        ("satisfied", "yes"),
        ("led_to_this", "Perhaps the oven."),
        ("what_else", "Nothing more."),
        ("facts[1].what", "lot"),
        ("facts[1].answer", "2231"),
        ("next_contact_at", "tomorrow 9:00"),
    ];
    desk.done(case, "record-conversation", &talk).await;
    page_says(desk, case, "Do the other lots have it too?").await;
    page_says(desk, case, "96 of 200 boards cannot be used").await;
}

pub async fn chosen(desk: &Desk, case: &str) {
    desk.later(60);
    // S140: one option is not a choice.
    let remake = [
        ("what", "New boards, made here"),
        ("kind", "remake"),
        ("arrives", "Fri 10"),
        ("confidence", "expected"),
        ("confirmed_by", ""),
    ];
    assert!(desk.offered(case, "add-option", "confirmed_by").await.contains(&desk.piotr), "operations can be named");
    let mut with_name = remake;
    with_name[4].1 = &desk.piotr;
    desk.done(case, "add-option", &with_name).await;
    let proposals = desk.offered(case, "answer-suggestion", "option").await;
    for proposal in &proposals {
        desk.done(
            case,
            "answer-suggestion",
            &[("option", proposal), ("answer", "not_taken"), ("words", "We have nobody free to travel this week.")],
        )
        .await;
    }
    let early = desk.post(&format!("/cases/{case}/do/lay-out-options"), &[]).await;
    assert_eq!(early.status, 422, "{}", early.body);
    assert!(early.body.contains("pass_gate"), "{}", early.body);
    desk.done(
        case,
        "add-option",
        &[("what", "Credit for the 96"), ("kind", "credit"), ("arrives", "tomorrow 12:00"), ("confidence", "expected")],
    )
    .await;
    desk.done(case, "describe-harm", &[("worst_part", "Not knowing whether Friday holds.")]).await;
    desk.done(case, "lay-out-options", &[]).await;
    // S142: side by side in their terms, and nothing of what it costs us.
    let table = desk.get(&format!("/cases/{case}/options")).await;
    for words in ["You have it", "How sure", "You do", "It costs you", "New boards, made here", "Credit for the 96"] {
        assert!(table.body.contains(words), "{words}: {}", table.body);
    }
    assert!(!table.body.contains("our cost"), "{}", table.body);
    let offered = desk.offered(case, "decide", "option").await;
    // S141: nobody here decides.
    let ours = desk
        .post(&format!("/cases/{case}/do/decide"), &[("option", &offered[0]), ("by", &desk.maria), ("words", "A")])
        .await;
    assert_eq!(ours.status, 422, "{}", ours.body);
    desk.done(case, "decide", &[("option", &offered[0]), ("by", &desk.dana), ("words", "Make them again, please.")])
        .await;
    page_says(desk, case, "Make them again, please.").await;
}

pub async fn planned(desk: &Desk, case: &str) {
    let plan = [
        ("steps[0].text", "Send 200 new boards"),
        ("steps[0].kind", "fix"),
        ("steps[0].party", "us"),
        ("steps[0].owner", desk.maria.as_str()),
        ("steps[0].due", "Fri 10"),
        ("steps[0].confirmed", "yes"),
        ("steps[1].text", "Check the oven's profile each shift"),
        ("steps[1].kind", "prevent"),
        ("steps[1].party", "us"),
        ("steps[1].owner", desk.quentin.as_str()),
        ("steps[1].due", "end of month"),
        ("steps[1].confirmed", "yes"),
        ("steps[2].kind", "fix"),
        ("steps[2].party", "us"),
        ("steps[2].owner", desk.maria.as_str()),
    ];
    desk.done(case, "draft-plan", &plan).await;
    desk.done(case, "agree-plan", &[("by_customer", &desk.dana), ("words", "Agreed.")]).await;
    let tab = desk.get(&format!("/cases/{case}/plan")).await;
    assert!(
        tab.body.contains("Send 200 new boards")
            && tab.body.contains("Check the oven")
            && !tab.body.contains("not yet by both sides"),
        "{}",
        tab.body
    );
}

pub async fn made_good(desk: &Desk, case: &str) {
    desk.later(60);
    let steps = desk.offered(case, "settle-step", "step").await;
    let page = desk.get(&format!("/cases/{case}/do/settle-step")).await.body;
    let fix = steps
        .iter()
        .find(|id| page.split(id.as_str()).nth(1).is_some_and(|rest| rest.starts_with("\">Send 200")))
        .expect("the fix");
    desk.done(case, "settle-step", &[("step", fix), ("outcome", "done"), ("proof", "Tracking 1Z 999")]).await;
    // S195: they must know what happened before anybody asks.
    desk.done(
        case,
        "tell-what-happened",
        &[("to", &desk.dana), ("what", "The oven stood 20 degrees too cold on Thursday.")],
    )
    .await;
    desk.done(case, "ask-for-word", &[("to", &desk.dana), ("way", "phone")]).await;
    page_says(desk, case, "Their word").await;
    let worries = desk.offered(case, "record-word", "settled").await;
    assert_eq!(worries.len(), 1, "S207: the worry is there to be ticked");
    let word = [
        ("solved", "yes"),
        ("words", "All 200 work. Thank you."),
        ("by", desk.dana.as_str()),
        ("way", "phone"),
        ("settled", &worries[0]),
        ("outcome", "5"),
        ("valued", "5"),
    ];
    desk.done(case, "record-word", &word).await;
    page_says(desk, case, "All 200 work. Thank you.").await;
}

pub async fn closed(desk: &Desk, case: &str) {
    // S209: no closing before the call.
    let message = [("value", "We are glad that you told us."), ("commitment", "Call me first.")];
    assert_ne!(desk.post(&format!("/cases/{case}/do/close"), &message).await.status, 303);
    desk.done(case, "choose-follow-up", &[("kind", "call")]).await;
    desk.days_later(3).await;
    let call = [
        ("result", "ok"),
        ("contact", desk.dana.as_str()),
        ("channel", "phone"),
        ("words", "Still fine."),
        ("call_us_first", "yes"),
        ("strength", "5"),
        ("done", "yes"),
    ];
    desk.done(case, "follow-up", &call).await;
    let review = [
        ("about_customer", "They plan by the hour."),
        ("about_us", "Nobody looked at the oven after the change of shift."),
        ("improved", "The profile is checked each shift."),
        ("lesson", "Check the oven's profile after every change."),
        ("relation", "better"),
    ];
    desk.done(case, "review", &review).await;
    prevented(desk, case).await;
    let steps = desk.offered(case, "settle-step", "step").await;
    desk.done(case, "settle-step", &[("step", &steps[0]), ("outcome", "done"), ("proof", "Log of both shifts")]).await;
    desk.done(case, "close", &message).await;
    page_says(desk, case, "Open it again").await;
    let again = desk.get(&format!("/cases/new?account={}", desk.acme)).await;
    assert!(
        again.body.contains("Check the oven&#39;s profile after every change.")
            || again.body.contains("Check the oven's profile after every change."),
        "S230: {}",
        again.body
    );
}

/// Prevention step by step to the letter (S224, S228).
async fn prevented(desk: &Desk, case: &str) {
    for to in [
        "containing",
        "contained",
        "finding_cause",
        "cause_verified",
        "choosing",
        "implementing",
        "verifying",
        "held",
        "shared",
    ] {
        desk.later(10);
        let mut pairs = vec![("to", to), ("words", "Done and looked at.")];
        if to == "cause_verified" {
            pairs.push(("cause", "The profile is not read back after a change of shift."));
        }
        if to == "shared" {
            pairs.push(("letter", "Since Monday the profile is checked each shift; the log shows it."));
        }
        let page = desk.get(&format!("/cases/{case}/do/advance-prevention")).await.body;
        let mut answers = vec![];
        for n in (0..7).filter(|n| page.contains(&format!("name=\"answers[{n}].question\""))) {
            let name = |part: &str| format!("answers[{n}].{part}");
            let question = field(&page, &name("question"));
            let answer = match (to, question.as_str()) {
                ("implementing", "process") => "yes",
                ("held", _) => "no",
                _ => continue,
            };
            answers.extend([
                (name("question"), question.clone()),
                (name("answer"), answer.to_owned()),
                (name("words"), "Looked at with the shift.".to_owned()),
            ]);
        }
        pairs.extend(answers.iter().map(|(n, v)| (n.as_str(), v.as_str())));
        desk.done(case, "advance-prevention", &pairs).await;
    }
}

/// Three deliveries of the item since, one of them to be asked about.
pub async fn delivered(desk: &Desk) {
    let acme: AccountId = desk.acme.parse().expect("an id");
    let now = desk.app.now();
    let line = |order: &str, day: &str| Line {
        item: Some("SB-200".into()),
        promised: day.parse().ok(),
        delivered: day.parse().ok(),
        ..Line::new(order, "1")
    };
    let told: Vec<Told> = [line("S-1", "2026-03-12"), line("S-2", "2026-03-19"), line("S-0", "2026-02-12")]
        .map(|line| Told { row: 2, account: acme, line })
        .into();
    let keep = move |tx: &store::Tx| {
        let after = |at: jiff::Timestamp, _: u32| at;
        let ground = Ground { now, zone: &TimeZone::UTC, working_days_after: &after };
        let mut mint = store::mint::Mint::new(uuid::Uuid::from_u128(77), now);
        orders::keep(tx, &told, &Terms::default(), &mut mint, &ground)
    };
    desk.db.write(keep).await.expect("kept");
}
