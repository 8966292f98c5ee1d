//! Less is set aside for a line than was ordered, and it should leave soon (W07).

use crate::{
    Ground,
    finding::{Arg, Finding, Kind},
    story::Story,
};

/// What is missing later than this before the promise is still on order, as it should be.
const BEFORE_WORKING_DAYS: u32 = 5;

/// The same shortage is one signal, whatever day it is looked at; another quantity missing is another one.
pub fn check(story: &Story, ground: &Ground) -> Option<Finding> {
    let line = &story.line;
    let (stock, promised) = (story.stock?, line.promised?);
    if !story.is_waited_for() || line.shipped.is_some() || stock.pegged >= stock.wanted {
        return None;
    }
    if (ground.working_days_after)(ground.now, BEFORE_WORKING_DAYS) < promised.begins(ground.zone) {
        return None;
    }
    let tail = format!("{promised} {}/{}", stock.pegged, stock.wanted);
    let finding = Finding::of(Kind::ShortStock, &line.key, &tail, ground.now, ground)
        .with("pegged", Arg::Text(stock.pegged.to_string()))
        .with("wanted", Arg::Text(stock.wanted.to_string()))
        .with("promised", Arg::When(promised));
    Some(match stock.alternates {
        Some(free) => finding.with("alternates", Arg::Text(free.to_string())).said("signal-short-stock-alternates"),
        None => finding,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Line, Quantity,
        rules::testing::{day, ground},
        story::Pegged,
    };

    fn pegged(pegged: u32, promised: &str) -> Story {
        let line = Line { promised: day(promised), ..Line::new("A-1", "1") };
        let stock = Pegged { wanted: Quantity::whole(500), pegged: Quantity::whole(pegged), alternates: None };
        Story { stock: Some(stock), ..Story::of(line) }
    }

    #[test]
    fn w07_less_set_aside_than_ordered_a_week_before_the_promise() {
        let found = ground(|g| check(&pegged(320, "2026-11-25"), g)).unwrap();
        assert_eq!(found.subject, "A-1/1@2026-11-25 320/500");
        assert_eq!(found.evidence.key, "signal-short-stock");
        let mut other = pegged(320, "2026-11-25");
        other.stock.as_mut().unwrap().alternates = Some(Quantity::whole(200));
        assert_eq!(ground(|g| check(&other, g)).unwrap().evidence.key, "signal-short-stock-alternates");
    }

    #[test]
    fn w07_enough_or_far_away_or_unknown_is_nothing() {
        assert_eq!(ground(|g| check(&pegged(500, "2026-11-25"), g)), None);
        assert_eq!(ground(|g| check(&pegged(320, "2026-12-24"), g)), None);
        let unknown = Story { stock: None, ..pegged(320, "2026-11-25") };
        assert_eq!(ground(|g| check(&unknown, g)), None);
    }
}
