//! In what order signals are shown: what a word today spares them the most for each minute of talk stands first (decision 0183).
//!
//! One talk is about one customer and one reason, however many lines it has, so that a rule which finds twenty lines of one customer is one
//! place in the list and buries nobody. Harm is counted in how it hurts, how sure it is and how near; never in money (S025).

use crate::{
    finding::{Confidence, Kind},
    slip::calls::{MINUTES_A_LINE, MINUTES_TO_BEGIN, Need},
};
use jiff::{SignedDuration, Timestamp};
use std::collections::HashMap;

/// After so many days what came about hurts half as much: with the weeks they have helped themselves.
const HALF_AFTER_DAYS: f64 = 14.0;
/// A line without a past is counted as likely as not.
const WITHOUT_HISTORY: f64 = 0.5;

/// What a word about a signal can spare them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spares {
    /// They are hurt, or will be by what they hold, or they spoke and nobody answered.
    Hurt,
    /// They count on a day or a quantity that will not be, and can still act.
    Counted,
    /// Something on the way is not as it should be; their day may still hold.
    Ahead,
    /// Nobody knows yet whether anything is wrong.
    Unasked,
    /// It stands on a case already, or in the relation as a whole: somebody has begun to see to it.
    Begun,
}

impl Spares {
    fn weight(self) -> f64 {
        match self {
            Spares::Hurt => 3.0,
            Spares::Counted => 2.0,
            Spares::Ahead | Spares::Unasked => 1.0,
            Spares::Begun => 0.5,
        }
    }
}

/// What a word spares, by the stable word of a kind; what people tell is no kind of the watch, and whoever speaks is hurt.
pub fn spares(kind: &str) -> Spares {
    let Some(kind) = Kind::ALL.into_iter().find(|known| known.word() == kind) else { return Spares::Hurt };
    match kind {
        Kind::DeliveryDenied
        | Kind::CheckWentWrong
        | Kind::FailedInspection
        | Kind::LotElsewhere
        | Kind::SameRisk
        | Kind::ReturnWithoutCase
        | Kind::ShortPaid
        | Kind::AskedThrice
        | Kind::UndraftedPromise => Spares::Hurt,
        Kind::LateUndelivered
        | Kind::SilentSlip
        | Kind::NegativeSlack
        | Kind::PredictedLate
        | Kind::AcknowledgedLater
        | Kind::UpstreamSlipped
        | Kind::ShortStock
        | Kind::NotShipped
        | Kind::CarrierTrouble
        | Kind::QuantityOff => Spares::Counted,
        Kind::ThinSlack | Kind::MilestoneMissed | Kind::Overload | Kind::OverPromise | Kind::Unacknowledged => {
            Spares::Ahead
        }
        Kind::UncheckedDelivery | Kind::GoneQuiet => Spares::Unasked,
        Kind::SameWords | Kind::ToneFalling | Kind::CasesClose => Spares::Begun,
    }
}

/// A signal that waits, as far as its place needs it.
#[derive(Debug, Clone, PartialEq)]
pub struct Waits<A> {
    /// The stable word of its kind.
    pub kind: String,
    /// Whom it is about; whoever is not known is nobody else's neighbour.
    pub account: Option<A>,
    pub since: Timestamp,
    pub owed_at: Timestamp,
    pub sure: Option<Confidence>,
    /// What its line means to them.
    pub need: Need,
}

impl<A> Waits<A> {
    /// What a word today spares them.
    fn harm(&self, now: Timestamp) -> f64 {
        let sure = match self.sure {
            None | Some(Confidence::Certain) => 1.0,
            Some(Confidence::Share { per_cent, .. }) => f64::from(per_cent) / 100.0,
            Some(Confidence::NoHistory) => WITHOUT_HISTORY,
        };
        let spares = spares(&self.kind);
        let need = match spares {
            Spares::Counted | Spares::Ahead => self.need.weight() / Need::Unknown.weight(),
            Spares::Hurt | Spares::Unasked | Spares::Begun => 1.0,
        };
        let days = now.duration_since(self.since).max(SignedDuration::ZERO).as_secs_f64() / 86_400.0;
        sure * spares.weight() * need * HALF_AFTER_DAYS / (HALF_AFTER_DAYS + days)
    }

    /// What several of may be one talk: what the watch sees at a customer we know. What people wrote has a sentence each.
    fn is_one_of_many(&self) -> bool {
        Kind::ALL.iter().any(|kind| kind.word() == self.kind)
    }
}

/// One talk: with one customer for one reason. The numbers are places in what was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Talk {
    /// The gravest first.
    pub about: Vec<usize>,
}

/// The talks in the order in which they are worth it; those that are alike by whom a word was owed to first.
pub fn order<A: Clone + Eq + std::hash::Hash>(waits: &[Waits<A>], now: Timestamp) -> Vec<Talk> {
    let harm: Vec<f64> = waits.iter().map(|one| one.harm(now)).collect();
    let mut places: HashMap<(A, &str), usize> = HashMap::new();
    let mut talks: Vec<Vec<usize>> = vec![];
    for (at, one) in waits.iter().enumerate() {
        let together = one.account.clone().filter(|_| one.is_one_of_many());
        let place = match together {
            Some(account) => *places.entry((account, one.kind.as_str())).or_insert(talks.len()),
            None => talks.len(),
        };
        match talks.get_mut(place) {
            Some(talk) => talk.push(at),
            None => talks.push(vec![at]),
        }
    }
    let by_harm = |a: &usize, b: &usize| {
        harm[*b].total_cmp(&harm[*a]).then(waits[*a].owed_at.cmp(&waits[*b].owed_at)).then(a.cmp(b))
    };
    let mut talks: Vec<(f64, Talk)> = talks
        .into_iter()
        .map(|mut about| {
            about.sort_by(by_harm);
            let minutes = MINUTES_TO_BEGIN + MINUTES_A_LINE * about.len() as f64;
            (about.iter().map(|at| harm[*at]).sum::<f64>() / minutes, Talk { about })
        })
        .collect();
    talks.sort_by(|(a, one), (b, two)| b.total_cmp(a).then_with(|| by_harm(&one.about[0], &two.about[0])));
    talks.into_iter().map(|(_, talk)| talk).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: &str = "2026-11-28T09:00:00Z";

    fn waits(kind: Kind, account: &'static str, days_ago: i64) -> Waits<&'static str> {
        let since = NOW.parse::<Timestamp>().unwrap() - SignedDuration::from_hours(24 * days_ago);
        let owed_at = since + SignedDuration::from_hours(24);
        Waits { kind: kind.word().into(), account: Some(account), since, owed_at, sure: None, need: Need::Unknown }
    }

    /// The customers in their order, each with how many lines the talk has.
    fn order_of(all: &[Waits<&'static str>]) -> Vec<(&'static str, usize)> {
        let talks = order(all, NOW.parse().unwrap());
        talks.iter().map(|talk| (all[talk.about[0]].account.unwrap(), talk.about.len())).collect()
    }

    /// Twelve customers had two cases within ninety days, and what came about days ago was owed longest: it filled the page.
    #[test]
    fn w25_of_twelve_customers_stood_above_whoever_waits_for_a_word_today() {
        let names = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"];
        let mut all: Vec<_> = names.map(|name| waits(Kind::CasesClose, name, 9)).into();
        all.push(waits(Kind::SilentSlip, "slipped", 1));
        all.push(waits(Kind::DeliveryDenied, "denied", 0));
        all.push(waits(Kind::UncheckedDelivery, "unasked", 1));
        let found: Vec<_> = order_of(&all).into_iter().take(3).collect();
        assert_eq!(found, [("denied", 1), ("slipped", 1), ("unasked", 1)]);
    }

    #[test]
    fn many_lines_of_one_customer_and_one_reason_are_one_talk() {
        let mut all: Vec<_> = (0..20).map(|n| waits(Kind::UncheckedDelivery, "many", n)).collect();
        all.push(waits(Kind::LateUndelivered, "many", 1));
        all.push(waits(Kind::LateUndelivered, "other", 2));
        assert_eq!(order_of(&all), [("many", 1), ("other", 1), ("many", 20)]);
        let talks = order(&all, NOW.parse().unwrap());
        assert_eq!(talks[2].about[..3], [0, 1, 2], "the nearest leads");
    }

    #[test]
    fn what_is_sure_goes_before_what_may_be_and_room_goes_last() {
        let share = |name, per_cent| Waits {
            sure: Some(Confidence::Share { per_cent, of: 40 }),
            ..waits(Kind::PredictedLate, name, 0)
        };
        let roomy = Waits { need: Need::HasRoom, ..waits(Kind::LateUndelivered, "roomy", 0) };
        let needy = Waits { need: Need::Threatened, ..share("needy", 60) };
        let all = [share("hardly", 20), roomy, share("likely", 80), needy];
        let order: Vec<_> = order_of(&all).into_iter().map(|(name, _)| name).collect();
        assert_eq!(order, ["needy", "likely", "roomy", "hardly"]);
    }

    /// What people wrote is read one by one, and whoever is not known is nobody's neighbour.
    #[test]
    fn words_of_people_are_never_one_of_many() {
        let mail = Waits { kind: "mail".into(), ..waits(Kind::SilentSlip, "a", 0) };
        let stranger = Waits { account: None, ..waits(Kind::SilentSlip, "a", 0) };
        let all = [mail.clone(), mail, stranger.clone(), stranger];
        assert_eq!(order(&all, NOW.parse().unwrap()).len(), 4);
        assert!(Kind::ALL.iter().all(|kind| spares(kind.word()).weight() > 0.0));
    }
}
