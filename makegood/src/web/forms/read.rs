//! What is read back to a person who typed a time: the instant in words, on our clock and on theirs, before anything is kept.
use super::Desk;
use crate::said;
use crate::web::when;
use crate::words::t_with;
use jiff::Timestamp;

/// Fields that ask for a day alone.
const DAYS: &[&str] = &["need_by", "promised_on", "new_date"];
/// Ends of the names of fields that ask for a moment.
const MOMENTS: &[&str] = &["_at", ".at", ".due", ".arrives"];

/// How the words of a field are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asks {
    Day,
    Moment,
    /// A sentence with its date in it.
    Sentence,
}

fn asks(name: &str) -> Option<Asks> {
    let is_sentence = (name.starts_with("options[") && name.ends_with(".what"))
        || (name.starts_with("promises[") && name.ends_with(".words"))
        || name == "plan.never_again";
    if DAYS.contains(&name) {
        Some(Asks::Day)
    } else if is_sentence {
        Some(Asks::Sentence)
    } else {
        let is_moment =
            matches!(name, "due" | "until" | "arrives" | "to") || MOMENTS.iter().any(|end| name.ends_with(end));
        is_moment.then_some(Asks::Moment)
    }
}

/// What was understood; nothing when nothing was, or when the field asks for no time.
pub fn back(name: &str, words: &str, desk: &Desk<'_>) -> Option<String> {
    let zones = desk.zones();
    match asks(name)? {
        Asks::Day => said::date(words, desk.now, &zones.ours).map(|day| when::day(day, desk.now, &zones.ours)),
        Asks::Moment => said::time(words, desk.now, &zones).map(|at| both_clocks(at, desk)),
        Asks::Sentence => {
            let (what, at) = said::dated(words, desk.now, &zones)?;
            Some(t_with("read-sentence", &[("what", what.into()), ("at", both_clocks(at, desk).into())]))
        }
    }
}

/// *Tomorrow 09:00 · 02:00 their time*; once when both clocks show the same.
pub fn both_clocks(at: Timestamp, desk: &Desk<'_>) -> String {
    let zones = desk.zones();
    let ours = when::moment(at, desk.now, &zones.ours).words;
    let wall = |zone: &jiff::tz::TimeZone| at.to_zoned(zone.clone()).datetime();
    if wall(&zones.ours) == wall(&zones.theirs) {
        return ours;
    }
    let theirs = when::their_time(at, &zones.theirs, &zones.ours).words;
    t_with("read-both-clocks", &[("ours", ours.into()), ("theirs", theirs.into())])
}
