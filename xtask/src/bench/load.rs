//! A thousand customers at the real program: each has their page open, comes from an address of their own and looks again every second;
//! fifty of them press something in that second. Each waits for their own answer, and the time counts from when they meant to ask, so
//! that a program which keeps them waiting does not look fast.
use super::sockets::Line;
use std::fmt;
use std::net::{Ipv4Addr, SocketAddr};
use std::time::{Duration, Instant};
use uuid::Uuid;

/// One in so many acts in a second: fifty of a thousand.
const ONE_IN: usize = 20;
/// Seconds that do not count: connections are made, pages are read for the first time.
const WARMING: usize = 5;
/// Seconds that count.
const SECONDS: usize = 20;
/// Their browsers are ready before the first second begins.
const BEGINS_IN: Duration = Duration::from_secs(2);

/// One customer with their link.
pub struct Customer {
    pub home: String,
    pub cookie: String,
}

/// What they pressed or looked at, and how long they waited.
#[derive(Clone, Copy)]
enum Waited {
    Reading(Duration),
    Acting(Duration),
    /// Another answer than their page, or than that it was taken, by its status.
    Failed(u16),
}

/// What all of them felt.
pub struct Felt {
    customers: usize,
    reading: Vec<f64>,
    acting: Vec<f64>,
    failed: Vec<u16>,
}

impl Felt {
    /// Who was not answered as they should waits for ever.
    pub fn p99(&self) -> f64 {
        let for_ever = self.failed.iter().map(|_| f64::INFINITY);
        let mut all: Vec<f64> = self.reading.iter().chain(&self.acting).copied().chain(for_ever).collect();
        all.sort_by(f64::total_cmp);
        at(&all, 99)
    }
}

/// The time within which so many of a hundred were answered.
fn at(sorted: &[f64], percent: usize) -> f64 {
    sorted.get((sorted.len() * percent / 100).min(sorted.len().saturating_sub(1))).copied().unwrap_or(f64::NAN)
}

impl fmt::Display for Felt {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            out,
            "{} customers reading and {} acting a second for {SECONDS} s, on sockets of their own: {} pages, median {:.1} ms, 99 of 100 within {:.1} ms; \
             {} acts, median {:.1} ms, 99 of 100 within {:.1} ms",
            self.customers,
            self.acting.len() / SECONDS,
            self.reading.len(),
            at(&self.reading, 50),
            at(&self.reading, 99),
            self.acting.len(),
            at(&self.acting, 50),
            at(&self.acting, 99),
        )?;
        match self.failed.first() {
            Some(status) => write!(out, "; {} not answered as they should, the first with {status}", self.failed.len()),
            None => Ok(()),
        }
    }
}

/// So many acts are pressed at most, each with an id of its own.
pub fn acts(customers: usize) -> usize {
    acting(customers) * (WARMING + SECONDS)
}

fn acting(customers: usize) -> usize {
    (customers / ONE_IN).max(1)
}

/// Lets them all look and press.
///
/// # Errors
/// When a line breaks.
pub async fn of(address: &str, customers: Vec<Customer>, mut requests: Vec<Uuid>) -> anyhow::Result<Felt> {
    let (to, many): (SocketAddr, usize) = (address.parse()?, customers.len());
    let begin = Instant::now() + BEGINS_IN;
    let mut going = Vec::with_capacity(many);
    for (n, customer) in customers.into_iter().enumerate() {
        let theirs = requests.split_off(requests.len() - presses(n, many).count());
        going.push(tokio::spawn(one(to, (n, many), customer, theirs, begin)));
    }
    let mut felt = Felt { customers: many, reading: vec![], acting: vec![], failed: vec![] };
    let ms = |time: Duration| time.as_secs_f64() * 1000.0;
    for customer in going {
        for waited in customer.await?? {
            match waited {
                Waited::Reading(time) => felt.reading.push(ms(time)),
                Waited::Acting(time) => felt.acting.push(ms(time)),
                Waited::Failed(status) => felt.failed.push(status),
            }
        }
    }
    felt.reading.sort_by(f64::total_cmp);
    felt.acting.sort_by(f64::total_cmp);
    Ok(felt)
}

/// The seconds in which this one presses: fifty of a thousand in each second, each in their turn.
fn presses(n: usize, many: usize) -> impl Iterator<Item = usize> {
    let acting = acting(many);
    (0..WARMING + SECONDS).filter(move |second| (n + many - second * acting % many) % many < acting)
}

/// An address of their own, as customers have.
fn from(n: usize) -> Ipv4Addr {
    let part = |n: usize| u8::try_from(n % 250 + 1).unwrap_or(1);
    Ipv4Addr::new(127, 0, part(n / 250), part(n))
}

async fn one(
    to: SocketAddr,
    (n, many): (usize, usize),
    customer: Customer,
    mut requests: Vec<Uuid>,
    begin: Instant,
) -> anyhow::Result<Vec<Waited>> {
    let mut line = Line::to(to, from(n)).await?;
    let presses: Vec<usize> = presses(n, many).collect();
    // They are spread over the second, as people are.
    let apart = Duration::from_secs_f64(n as f64 / many as f64);
    let mut waited = Vec::with_capacity(SECONDS + 2);
    for second in 0..WARMING + SECONDS {
        let due = begin + Duration::from_secs(second as u64) + apart;
        let counts = second >= WARMING;
        tokio::time::sleep_until(due.into()).await;
        let answer = line.ask(&read(&customer, to)).await?;
        if counts {
            waited.push(if answer == 200 { Waited::Reading(due.elapsed()) } else { Waited::Failed(answer) });
        }
        if presses.contains(&second) {
            // They read for a moment before they press.
            let due = due + Duration::from_millis(500);
            tokio::time::sleep_until(due.into()).await;
            let request = requests.pop().unwrap_or_default();
            let answer = line.ask(&press(&customer, to, request)).await?;
            if counts {
                waited.push(if answer == 303 { Waited::Acting(due.elapsed()) } else { Waited::Failed(answer) });
            }
        }
    }
    Ok(waited)
}

fn read(customer: &Customer, host: SocketAddr) -> String {
    format!(
        "GET {} HTTP/1.1\r\nhost: {host}\r\ncookie: {}\r\naccept-encoding: gzip\r\naccept-language: en\r\n\r\n",
        customer.home, customer.cookie
    )
}

fn press(customer: &Customer, host: SocketAddr, request: Uuid) -> String {
    let form = format!("request_id={request}&words=When+do+the+new+boards+leave+your+house%3F");
    format!(
        "POST {}/do/ask HTTP/1.1\r\nhost: {host}\r\ncookie: {}\r\nsec-fetch-site: same-origin\r\n\
         content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{form}",
        customer.home,
        customer.cookie,
        form.len()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const CUSTOMERS: usize = 1_000;

    #[test]
    fn fifty_press_in_every_second_and_everybody_in_their_turn() {
        for second in 0..WARMING + SECONDS {
            let now = (0..CUSTOMERS).filter(|n| presses(*n, CUSTOMERS).any(|at| at == second)).count();
            assert_eq!(now, 50, "second {second}");
        }
        assert!((0..CUSTOMERS).all(|n| (1..=2).contains(&presses(n, CUSTOMERS).count())));
        let all: usize = (0..CUSTOMERS).map(|n| presses(n, CUSTOMERS).count()).sum();
        assert_eq!(all, acts(CUSTOMERS));
    }

    #[test]
    fn everybody_comes_from_an_address_of_their_own() {
        let all: std::collections::HashSet<Ipv4Addr> = (0..CUSTOMERS).map(from).collect();
        assert_eq!(all.len(), CUSTOMERS);
        assert!(!all.contains(&Ipv4Addr::LOCALHOST));
    }
}
