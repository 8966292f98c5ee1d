//! Goods come back and nobody has opened a case: a complaint without words (W17, S033).

use crate::{
    Ground,
    finding::{Arg, Finding, Kind},
    story::Story,
};

/// One for each return that belongs to no case.
pub fn check(story: &Story, ground: &Ground) -> Vec<Finding> {
    let alone = story.returns.iter().filter(|(_, back)| back.case.is_none());
    alone
        .map(|(number, back)| {
            let since = back.at.begins(ground.zone).min(ground.now);
            let finding = Finding::of(Kind::ReturnWithoutCase, &story.line.key, number, since, ground);
            finding.with("return", Arg::Text(number.clone())).with("at", Arg::When(back.at))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Line, rules::testing::ground, story::Return};

    fn back(case: Option<&str>) -> Story {
        let mut story = Story::of(Line::new("A-1", "1"));
        let back = Return { at: "2026-11-19".parse().unwrap(), case: case.map(str::to_owned) };
        story.returns.insert("RMA-7".into(), back);
        story
    }

    /// S033: a return without a word is a word.
    #[test]
    fn w17_a_return_without_a_case_is_found_and_one_with_is_not() {
        let found = ground(|g| check(&back(None), g));
        assert_eq!((found.len(), found[0].subject.as_str()), (1, "A-1/1@RMA-7"));
        assert_eq!(ground(|g| check(&back(Some("MG-00012")), g)), []);
    }
}
