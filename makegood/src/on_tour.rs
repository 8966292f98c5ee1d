//! How far a browser is on the tour: where it is, and which stops it went on from. It is nobody's business but theirs, so it stands in a
//! cookie of its own and nowhere else.

/// The cookie of the tour.
pub const COOKIE_TOUR: &str = "makegood_tour";
/// Stops that can be ticked, one bit each; a tour has at most twenty.
const TICKED_AT_MOST: usize = 32;

/// Where somebody is, and what they have seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OnTour {
    pub place: Place,
    seen: u32,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// Never asked, never left.
    #[default]
    Unasked,
    /// At a stop, from 1.
    At(usize),
    /// Left at a stop; 0 when it never began or was seen to its end.
    Left(usize),
}

impl OnTour {
    /// As it stands in the cookie: `3.5` is at stop 3, stops 1 and 3 ticked; `left-3.3` left there.
    pub fn read(word: &str) -> Self {
        let (place, seen) = word.split_once('.').unwrap_or((word, ""));
        let place = match (place.parse(), place.strip_prefix("left-").map(str::parse)) {
            (Ok(stop), _) if stop > 0 => Place::At(stop),
            (_, Some(Ok(stop))) => Place::Left(stop),
            _ => Place::Unasked,
        };
        Self { place, seen: u32::from_str_radix(seen, 16).unwrap_or(0) }
    }

    pub fn word(self) -> String {
        match self.place {
            Place::Unasked => String::new(),
            Place::At(stop) => format!("{stop}.{:x}", self.seen),
            Place::Left(stop) => format!("left-{stop}.{:x}", self.seen),
        }
    }

    /// On to a stop. Who goes forward has seen the stop that they come from; who goes back may want to see it again.
    pub fn on_to(self, stop: usize) -> Self {
        let from = match self.place {
            Place::At(from) if from < stop => self.ticked(from),
            _ => self,
        };
        Self { place: Place::At(stop), ..from }
    }

    /// Out of a tour of so many stops. Who leaves at the last has seen it.
    pub fn left(self, of: usize) -> Self {
        match self.place {
            Place::At(stop) if stop < of => Self { place: Place::Left(stop), ..self },
            Place::At(stop) => Self { place: Place::Left(0), ..self.ticked(stop) },
            Place::Unasked | Place::Left(_) => Self { place: Place::Left(0), ..self },
        }
    }

    pub fn has_seen(self, stop: usize) -> bool {
        self.seen & bit(stop) != 0
    }

    fn ticked(self, stop: usize) -> Self {
        Self { seen: self.seen | bit(stop), ..self }
    }
}

fn bit(stop: usize) -> u32 {
    if (1..=TICKED_AT_MOST).contains(&stop) { 1 << (stop - 1) } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stops_are_ticked_when_somebody_goes_on_from_them() {
        let tour = OnTour::default().on_to(1).on_to(2).on_to(3).on_to(2).left(10);
        assert_eq!(tour.place, Place::Left(2));
        assert_eq!([1, 2, 3].map(|stop| tour.has_seen(stop)), [true, true, false]);
        assert_eq!(OnTour::read(&tour.word()), tour, "a browser keeps it");
    }

    #[test]
    fn whoever_leaves_at_the_last_stop_has_seen_it_and_takes_nothing_up_again() {
        let tour = OnTour::default().on_to(2).left(2);
        assert_eq!((tour.place, tour.has_seen(2)), (Place::Left(0), true));
    }

    #[test]
    fn a_cookie_of_an_older_makegood_and_one_that_somebody_wrote_by_hand_are_read() {
        assert_eq!(OnTour::read("3").place, Place::At(3));
        assert_eq!(OnTour::read("left-3").place, Place::Left(3));
        for odd in ["", "0", "-1.ff", "left-", "x.y", "4.zz", "99999999999999999999.1"] {
            let tour = OnTour::read(odd);
            assert_eq!((tour.has_seen(0), tour.has_seen(99)), (false, false), "{odd}");
        }
    }
}
