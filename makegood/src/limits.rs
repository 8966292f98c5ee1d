//! How often somebody may ask: sign-in tries by account and by address, API calls by key, a customer's presses by their link and by
//! the address they come from (limits table of RELIABILITY).
use governor::clock::{Clock as _, DefaultClock, Reference as _};
use governor::{DefaultKeyedRateLimiter, Quota};
use std::collections::HashMap;
use std::hash::Hash;
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use uuid::Uuid;

/// Keys remembered before those that are at rest are forgotten.
const KEYS_AT_MOST: usize = 100_000;

/// Counters of one running program; a restart forgives.
pub struct Limits {
    account: DefaultKeyedRateLimiter<String>,
    address: DefaultKeyedRateLimiter<IpAddr>,
    key: DefaultKeyedRateLimiter<[u8; 32]>,
    link: DefaultKeyedRateLimiter<Uuid>,
    presses: DefaultKeyedRateLimiter<IpAddr>,
    guesses: DefaultKeyedRateLimiter<IpAddr>,
    wishes: DefaultKeyedRateLimiter<IpAddr>,
    reviews: DefaultKeyedRateLimiter<Uuid>,
    /// Addresses that guessed too often, and until when their links are not looked at.
    guessed: Mutex<HashMap<IpAddr, Moment>>,
}

type Moment = <DefaultClock as governor::clock::Clock>::Instant;

/// Too often; how long to wait, at least a second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooOften(pub Duration);

impl TooOften {
    /// For a `Retry-After` header.
    pub fn seconds(self) -> u64 {
        self.0.as_secs().max(1)
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            account: limiter(5, 5, Duration::from_secs(15 * 60)),
            address: limiter(50, 50, Duration::from_secs(3600)),
            key: limiter(60, 600, Duration::from_secs(60)),
            link: limiter(60, 120, Duration::from_secs(10 * 60)),
            presses: limiter(300, 3_000, Duration::from_secs(10 * 60)),
            guesses: limiter(60, 60, Duration::from_secs(3600)),
            wishes: limiter(5, 10, Duration::from_secs(3600)),
            reviews: limiter(300, 1_200, Duration::from_secs(60)),
            guessed: Mutex::default(),
        }
    }
}

impl Limits {
    /// A try to sign in: 5 in 15 minutes for an account, 50 an hour for an address. Ask before the password is looked at.
    ///
    /// # Errors
    /// When it is one try too many for either.
    pub fn sign_in(&self, account: &str, from: Option<IpAddr>) -> Result<(), TooOften> {
        from.map_or(Ok(()), |from| check(&self.address, &from))?;
        check(&self.account, &account.trim().to_lowercase())
    }

    /// A call with an API key, known by its hash: 600 a minute, 60 at once.
    ///
    /// # Errors
    /// When it is one call too many.
    pub fn call(&self, key: &[u8; 32]) -> Result<(), TooOften> {
        check(&self.key, key)
    }

    /// A call with a key that nobody knows counts against the address it came from.
    ///
    /// # Errors
    /// When it is one try too many.
    pub fn unknown_key(&self, from: Option<IpAddr>) -> Result<(), TooOften> {
        from.map_or(Ok(()), |from| check(&self.address, &from))
    }

    /// A customer pressed something: 60 at once and 120 in 10 minutes by one link, 300 at once and 3,000 in 10 minutes from one
    /// address, behind which a whole firm may sit.
    ///
    /// # Errors
    /// When it is one press too many for either.
    pub fn press(&self, link: Uuid, from: Option<IpAddr>) -> Result<(), TooOften> {
        check(&self.link, &link)?;
        from.map_or(Ok(()), |from| check(&self.presses, &network(from)))
    }

    /// Whether links that come from there are looked at now; asked before the look, so that it is the same for every link.
    ///
    /// # Errors
    /// When too many that do not work came from there.
    pub fn open_link(&self, from: Option<IpAddr>) -> Result<(), TooOften> {
        let Some(from) = from.map(network) else { return Ok(()) };
        let guessed = self.guessed.lock().unwrap_or_else(PoisonError::into_inner);
        let now = DefaultClock::default().now();
        match guessed.get(&from).filter(|until| **until > now) {
            Some(until) => Err(TooOften(until.duration_since(now).into())),
            None => Ok(()),
        }
    }

    /// A link from there did not work: 60 at once and 60 an hour, then none is looked at for a while.
    ///
    /// # Errors
    /// When it is one too many.
    pub fn wrong_link(&self, from: Option<IpAddr>) -> Result<(), TooOften> {
        let Some(from) = from.map(network) else { return Ok(()) };
        let often = check(&self.guesses, &from);
        if let Err(TooOften(wait)) = often {
            let now = DefaultClock::default().now();
            let mut guessed = self.guessed.lock().unwrap_or_else(PoisonError::into_inner);
            if guessed.len() >= KEYS_AT_MOST {
                guessed.retain(|_, until| *until > now);
            }
            guessed.insert(from, now + governor::nanos::Nanos::from(wait));
        }
        often
    }

    /// A text is reviewed while somebody types: 300 at once and 1,200 a minute for one person, more than anybody types.
    ///
    /// # Errors
    /// When it is one too many.
    pub fn review(&self, person: Uuid) -> Result<(), TooOften> {
        check(&self.reviews, &person)
    }

    /// Somebody asks for a fresh link: 5 at once and 10 an hour from one address.
    ///
    /// # Errors
    /// When it is one too many.
    pub fn wish(&self, from: Option<IpAddr>) -> Result<(), TooOften> {
        from.map_or(Ok(()), |from| check(&self.wishes, &network(from)))
    }
}

/// One customer of a provider has a whole network of the new addresses.
fn network(from: IpAddr) -> IpAddr {
    match from.to_canonical() {
        IpAddr::V6(v6) => {
            let [a, b, c, d, ..] = v6.segments();
            IpAddr::from([a, b, c, d, 0, 0, 0, 0])
        }
        v4 => v4,
    }
}

/// `burst` at once, refilled evenly so that `count` fit into `period`.
fn limiter<K: Hash + Eq + Clone>(burst: u32, count: u32, period: Duration) -> DefaultKeyedRateLimiter<K> {
    let burst = NonZeroU32::new(burst).expect("our limits are not zero");
    let quota = Quota::with_period(period / count).expect("our periods are not zero").allow_burst(burst);
    DefaultKeyedRateLimiter::keyed(quota)
}

fn check<K: Hash + Eq + Clone>(limiter: &DefaultKeyedRateLimiter<K>, key: &K) -> Result<(), TooOften> {
    if limiter.len() > KEYS_AT_MOST {
        limiter.retain_recent();
    }
    limiter
        .check_key(key)
        .map_err(|not| TooOften(not.wait_time_from(DefaultClock::default().now()).max(Duration::from_secs(1))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sixth_try_for_an_account_waits_whatever_its_spelling() {
        let limits = Limits::default();
        let from = |n: u8| Some(IpAddr::from([10, 0, 0, n]));
        for n in 0..5 {
            limits.sign_in("Maria@nordlot.example", from(n)).unwrap();
        }
        let wait = limits.sign_in(" maria@NORDLOT.example", from(9)).unwrap_err();
        assert!((150..=180).contains(&wait.seconds()), "{wait:?}");
        limits.sign_in("piotr@nordlot.example", from(9)).unwrap();
    }

    #[test]
    fn an_address_that_tries_many_accounts_waits_too() {
        let limits = Limits::default();
        let from = Some(IpAddr::from([10, 0, 0, 1]));
        let refused = (0..60).filter(|n| limits.sign_in(&format!("{n}@x.example"), from).is_err()).count();
        assert_eq!(refused, 10);
    }

    #[test]
    fn a_key_may_call_sixty_times_at_once() {
        let limits = Limits::default();
        let refused = (0..70).filter(|_| limits.call(&[1; 32]).is_err()).count();
        assert!((9..=10).contains(&refused), "{refused}");
        limits.call(&[2; 32]).unwrap();
    }

    #[test]
    fn ten_thousand_presses_of_one_link_or_from_one_address_have_an_end() {
        let limits = Limits::default();
        let from = Some(IpAddr::from([10, 0, 0, 1]));
        let one = Uuid::from_u128(1);
        let taken = (0..10_000).filter(|_| limits.press(one, None).is_ok()).count();
        assert!((60..=61).contains(&taken), "{taken}");
        let wait = limits.press(one, None).unwrap_err();
        assert!(wait.seconds() <= 5, "{wait:?}");
        let taken = (2..10_002).filter(|n| limits.press(Uuid::from_u128(*n), from).is_ok()).count();
        assert!((300..400).contains(&taken), "{taken}");
        limits.press(Uuid::from_u128(3), Some(IpAddr::from([10, 0, 0, 2]))).unwrap();
    }

    #[test]
    fn nobody_types_so_fast_that_a_review_waits_and_a_program_does() {
        let limits = Limits::default();
        let taken = (0..2_000).filter(|_| limits.review(Uuid::from_u128(1)).is_ok()).count();
        assert!((300..330).contains(&taken), "{taken}");
        limits.review(Uuid::from_u128(2)).unwrap();
    }

    #[test]
    fn who_guesses_links_waits_and_a_whole_network_counts_as_one() {
        let limits = Limits::default();
        let from = |n: u16| Some(IpAddr::from([0x2001, 0xdb8, 0, 7, n, n, n, n]));
        for n in 0..60 {
            limits.wrong_link(from(n)).unwrap();
        }
        limits.open_link(from(1)).unwrap();
        assert!(limits.wrong_link(from(99)).is_err());
        let wait = limits.open_link(from(100)).unwrap_err();
        assert!((1..=60).contains(&wait.seconds()), "{wait:?}");
        limits.open_link(Some(IpAddr::from([0x2001, 0xdb8, 0, 8, 0, 0, 0, 1]))).unwrap();
        limits.open_link(None).unwrap();
    }
}
