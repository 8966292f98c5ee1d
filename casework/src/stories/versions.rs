//! Versions of playbooks: the file and the playbook say the same, a case keeps the version it began with, and a person moves it.
use super::walk::*;
use crate::need::Need;
use crate::parts::Said;
use crate::playbook::{Compared, Differs, Pair, Playbook, PlaybookStep, STEPS_PER_PLAYBOOK, Weight};
use crate::simulate::Chance;
use crate::testing::*;
use serde_json::json;
use std::sync::Arc;

const RUN: &str = "run_to_the_problem";

fn named(name: &str) -> Playbook {
    playbooks().into_iter().find(|p| p.name == name).expect("in the workspace")
}

fn by_hand(no: &str, title: &str) -> PlaybookStep {
    PlaybookStep {
        no: no.into(),
        title: title.into(),
        needs: vec![Need::ByHand],
        act: Some("tick-step".into()),
        after: vec![],
    }
}

/// The story goes on with another version offered; the one before is on the shelf, as the store keeps it.
fn offers(mut s: Story, next: Playbook) -> Story {
    let mut offered = (*s.facts.playbooks).clone();
    let place = offered.iter().position(|p| p.name == next.name).expect("one of this name");
    let before = std::mem::replace(&mut offered[place], next);
    if before.version != offered[place].version {
        s.facts.shelf = Arc::new(s.facts.shelf.iter().cloned().chain([before]).collect());
    }
    s.facts.playbooks = Arc::new(offered);
    s
}

fn read(text: &str) -> Playbook {
    toml::from_str(text).expect("what is written can be read")
}

#[test]
fn what_is_written_is_read_as_it_was_and_the_files_of_the_folder_are_written_so() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../playbooks");
    for playbook in playbooks() {
        assert_eq!(read(&playbook.written()), playbook);
        let file = std::fs::read_to_string(format!("{folder}/{}.toml", playbook.name)).expect("readable");
        let bare =
            |text: &str| text.lines().filter(|l| !l.trim_start().starts_with('#')).collect::<Vec<_>>().join("\n");
        assert_eq!(bare(&playbook.written()).trim(), bare(&file).trim(), "{}", playbook.name);
    }
}

/// Whatever a person types into the titles, and whatever they choose.
#[test]
fn any_playbook_is_read_as_it_was_written() {
    let odd = [
        "“Call” them",
        "a \"quote\"",
        "back\\slash",
        "tab\there",
        "two\nlines",
        "\u{1}\u{7f}\u{85}",
        "[[steps]]",
        "# no",
        "日本",
        "",
    ];
    let mut chance = Chance::new(7);
    for round in 0..500 {
        let mut playbook = named(RUN);
        playbook.title = chance.one_in(2).then(|| odd[chance.index(odd.len())].to_owned());
        playbook.source = odd[chance.index(odd.len())].to_owned();
        playbook.overlay = if chance.one_in(2) { Said::Yes } else { Said::No };
        playbook.kinds = crate::kinds::TroubleKind::ALL.iter().filter(|_| chance.one_in(4)).copied().collect();
        for step in &mut playbook.steps {
            step.title = odd[chance.index(odd.len())].to_owned();
            step.needs = Need::ALL.iter().filter(|_| chance.one_in(9)).copied().collect();
            step.act = chance.one_in(3).then(|| "close".to_owned());
            step.after = crate::kinds::Reaction::ALL.iter().filter(|_| chance.one_in(5)).copied().collect();
        }
        assert_eq!(read(&playbook.written()), playbook, "round {round}");
    }
}

/// S178: the version that a case began with is the one it shows, whatever is offered by then; its ticks mean what they meant.
#[test]
fn s178_a_case_keeps_the_version_it_began_with() {
    let s = story().when(wrong_label()).taken();
    let first = named(RUN);
    let mut second = Playbook { version: 2, ..first.clone() };
    second.steps.insert(0, by_hand("0", "Breathe"));
    second.steps.pop();
    let s = offers(s, second.clone());
    let running = s.case().playbooks[0].clone();
    assert_eq!(s.facts.followed(&running), Some(&first));
    // Its last step is ticked although the offered version has none of that number.
    let tick = json!({ "playbook": RUN, "no": "8", "words": "They ordered again." });
    let s = s.does("tick-step", tick.clone());
    assert_eq!((s.case().playbooks[0].version, s.case().playbooks[0].ticked.clone()), (1, vec![7]));
    let s = s.ask("tick-step", json!({ "playbook": RUN, "no": "0", "words": "x" })).refused("no-such-playbook-step");
    // A new case begins with what is offered.
    let mut new = offers(story(), second);
    new = new.when(wrong_label()).taken();
    assert_eq!(new.case().playbooks[0].version, 2);
    s.does("untick-step", tick).replays();
}

#[test]
fn a_case_moves_by_a_persons_act_and_its_ticks_go_along() {
    let s = story().when(wrong_label()).taken();
    let mut first = named(RUN);
    first.steps.extend([by_hand("9", "Send flowers"), by_hand("10", "Thank the carrier")]);
    let s = offers(s, Playbook { version: 1, ..first.clone() });
    let done = |no: &str| json!({ "playbook": RUN, "no": no, "words": "Done." });
    let s = s.does("tick-step", done("9")).does("tick-step", done("10"));
    let stands = s.ask("move-playbook", json!({ "name": RUN, "version": 1 })).refused("playbook-is-that-version");
    // In the second, one is gone and the other stands elsewhere under another number.
    let mut second = Playbook { version: 2, ..first };
    second.steps.truncate(8);
    second.steps.insert(0, by_hand("0", "Thank the carrier"));
    let s = offers(stands, second);
    let s = s.ask("move-playbook", json!({ "name": RUN, "version": 1 })).refused("playbook-moved-on");
    let s = s.ask("move-playbook", json!({ "name": "eight_d", "version": 1 })).refused("playbook-does-not-run");
    let s = s.does("move-playbook", json!({ "name": RUN, "version": 2 }));
    let s = s.then("from version 1 to version 2").then("left behind");
    let running = &s.case().playbooks[0];
    assert_eq!((running.version, running.ticked.as_slice()), (2, &[0][..]));
    let mut s = s.replays();
    s.facts.playbooks = Arc::new(vec![]);
    s.ask("move-playbook", json!({ "name": RUN, "version": 2 })).refused("playbook-withdrawn");
}

/// A step put in between takes over neither the tick nor the name of the one behind it.
#[test]
fn two_versions_are_compared_step_by_step() {
    let was = Playbook { steps: ["1", "2", "3"].map(|no| by_hand(no, &format!("Do {no}"))).to_vec(), ..named(RUN) };
    let mut is = was.clone();
    is.steps = vec![by_hand("1", "Do 3"), by_hand("2", "Something new"), by_hand("3", "Do 1"), by_hand("4", "Do 2")];
    is.steps[3].needs.push(Need::Voice);
    let compared = Compared::of(&was, &is);
    let both = |was, is, differs: &[Differs]| Pair::Both { was, is, differs: differs.to_vec() };
    let more = Differs::Needs { more: vec![Need::Voice], fewer: vec![] };
    let wanted = [
        both(2, 0, &[Differs::Place, Differs::Number]),
        Pair::New { is: 1 },
        both(0, 2, &[Differs::Number]),
        both(1, 3, &[Differs::Number, more]),
    ];
    assert_eq!(compared.steps, wanted);
    assert_eq!(compared.carried(&[0, 2], &is), [2, 0]);
    let shorter = Playbook { steps: was.steps[1..].to_vec(), ..was.clone() };
    assert_eq!(Compared::of(&was, &shorter).steps[0], Pair::Gone { was: 0 });
    assert!(Compared::of(&was, &was).is_nothing() && !compared.is_nothing());
    // The same number with the same needs is the same step under a better title.
    let reworded = Playbook { steps: vec![by_hand("1", "Do one")], ..was.clone() };
    assert_eq!(Compared::of(&was, &reworded).steps[0], both(0, 0, &[Differs::Title]));
}

#[test]
fn what_nobody_could_follow_is_said_step_by_step() {
    let codes = |playbook: &Playbook| -> Vec<(Option<usize>, &str, String)> {
        let all = playbook.flaws();
        for flaw in &all {
            let said = words(&flaw.text);
            assert!(said != flaw.text.key && !said.contains("{$"), "{said}");
        }
        all.into_iter().map(|f| (f.step, f.field, f.text.key)).collect()
    };
    for playbook in playbooks() {
        assert!(playbook.flaws().iter().all(|f| f.weight == Weight::Look), "{}: {:?}", playbook.name, playbook.flaws());
    }
    let with = |steps: Vec<PlaybookStep>| Playbook { origins: vec![], title: Some("Late".into()), steps, ..named(RUN) };
    let step = |needs: Vec<Need>| PlaybookStep { needs, ..by_hand("1", "Tell them") };
    let only = |playbook: Playbook| codes(&playbook).pop().map(|(_, _, key)| key).unwrap_or_default();
    assert_eq!(only(with(vec![])), "playbooks-flaw-no-steps");
    assert_eq!(only(with(vec![by_hand("1", "x"), by_hand(" 1", "y")])), "playbooks-flaw-no-twice");
    assert_eq!(only(with(vec![by_hand(" ", "x")])), "playbooks-flaw-no");
    assert_eq!(only(with(vec![by_hand("1", " ")])), "playbooks-flaw-step-title");
    assert_eq!(only(with(vec![by_hand("123456789", "x")])), "refusal-too-long");
    assert_eq!(only(with(vec![step(vec![])])), "playbooks-flaw-needs");
    let act = PlaybookStep { act: Some("dance".into()), ..by_hand("1", "x") };
    assert_eq!(only(with(vec![act])), "playbooks-flaw-act");
    let many = (0..=STEPS_PER_PLAYBOOK).map(|n| by_hand(&n.to_string(), "x")).collect();
    assert_eq!(only(with(many)), "playbooks-flaw-too-many-steps");
    assert_eq!(only(Playbook { title: Some(" ".into()), ..with(vec![by_hand("1", "x")]) }), "playbooks-flaw-title");
    // Nobody ever tells news on a case that the customer brought to us.
    let news = with(vec![step(vec![Need::NewsTold])]);
    assert_eq!((only(news.clone()).as_str(), news.can_be_followed()), ("playbooks-flaw-only-with-news", true));
    let never = Playbook { origins: vec![crate::kinds::Origin::CustomerReported], ..news };
    assert_eq!((only(never.clone()).as_str(), never.can_be_followed()), ("playbooks-flaw-never-met", false));
    let mut after = never;
    after.steps = vec![PlaybookStep { after: vec![crate::kinds::Reaction::Hurts], ..by_hand("1", "x") }];
    assert_eq!((only(after.clone()).as_str(), after.can_be_followed()), ("playbooks-flaw-after-without-news", true));
    let mut hurts = with(vec![step(vec![Need::ReactionHurts])]);
    hurts.steps[0].after = vec![crate::kinds::Reaction::StillWorks];
    assert_eq!((only(hurts.clone()).as_str(), hurts.can_be_followed()), ("playbooks-flaw-never-after", false));
    assert_eq!(only(with(vec![step(vec![Need::WordAsked])])), "playbooks-flaw-opens-again");
}

/// A slip is taken back at once with the ticks as they were, by whoever made it, and only while nobody worked on by the other version (S178).
#[test]
fn a_case_moved_by_a_slip_goes_back_with_its_ticks() {
    let mut first = named(RUN);
    first.steps.extend([by_hand("9", "Send flowers"), by_hand("10", "Thank the carrier")]);
    let s = offers(story().when(wrong_label()).taken(), Playbook { version: 1, ..first.clone() });
    let done = |no: &str| json!({ "playbook": RUN, "no": no, "words": "Done." });
    let s = s.does("tick-step", done("9")).does("tick-step", done("10"));
    let before = s.case().playbooks.clone();
    let mut second = Playbook { version: 2, ..first };
    second.steps.truncate(8);
    second.steps.insert(0, by_hand("0", "Thank the carrier"));
    let back = || json!({ "name": RUN, "why": "It was a slip." });
    let s = offers(s, second).ask("move-playbook-back", back()).refused("playbook-not-just-moved");
    let s = s.does("move-playbook", json!({ "name": RUN, "version": 2 }));
    let s = s.by(EWA).ask("move-playbook-back", back()).refused("playbook-not-just-moved").by(MARIA);
    let s = s.ask("move-playbook-back", json!({ "name": RUN, "why": " " })).refused("reason-empty");
    let s = s.does("move-playbook-back", back()).then("back from version 2 to version 1");
    assert_eq!(s.case().playbooks, before, "as if it had never been moved");
    let s = s.ask("move-playbook-back", back()).refused("playbook-not-just-moved").replays();
    // Whoever ticked by the other version worked by it: that is not thrown away.
    let s = s.does("move-playbook", json!({ "name": RUN, "version": 2 }));
    let s = s.does("untick-step", json!({ "playbook": RUN, "no": "0", "words": "Not yet." }));
    s.ask("move-playbook-back", back()).refused("playbook-not-just-moved").replays();
}
