//! From the first hint to the first talk.
use crate::clock::ClockKind as K;
use crate::kinds::*;
use crate::parts::*;
use crate::testing::*;

/// S042: nine o'clock and four working hours make one o'clock; a stopped line makes one hour of them, at night, too.
#[test]
fn s042_first_contact_is_owed_four_working_hours_after_anyone_knew() {
    story().when(dry_joint()).taken().due(K::FirstContact, "2026-11-23 13:00").replays();
}

#[test]
fn s042_a_stopped_line_is_called_within_the_hour_day_and_night() {
    let mut stopped = dry_joint();
    stopped.impacts = vec![Impact { dimension: Dimension::Stopped, words: "Line 3 stands.".into() }];
    story().at("2026-11-23 23:30").when(stopped).taken().due(K::FirstContact, "2026-11-24 00:30");
}

#[test]
fn a_good_call_brings_the_case_from_spotted_to_heard() {
    let s = opened().at("2026-11-23 09:40");
    let call = good_call(&s);
    s.when(call).taken().stands(Recovery::Heard).replays();
}
