//! How often somebody may ask: sign-in tries by account and by address, API calls by key (limits table of RELIABILITY).
use governor::clock::{Clock as _, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota};
use std::hash::Hash;
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::time::Duration;

/// Keys remembered before those that are at rest are forgotten.
const KEYS_AT_MOST: usize = 100_000;

/// Counters of one running program; a restart forgives.
pub struct Limits {
    account: DefaultKeyedRateLimiter<String>,
    address: DefaultKeyedRateLimiter<IpAddr>,
    key: DefaultKeyedRateLimiter<[u8; 32]>,
}

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
}
