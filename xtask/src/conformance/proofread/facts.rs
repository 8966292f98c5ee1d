//! Messages that fit their record, and the same with one fact changed: a digit, a name, day and month, a currency, a promised date.
//! The first must pass the checks of facts; in the second exactly the changed fact must be named.
use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use proofread::{Draft, Level, Person, PromiseState, Promised, Quantity, Record, Reviewer};

/// Records that are made up.
const RECORDS: u64 = 120;
/// The rules that compare with the record.
const FACTS: [&str; 8] = ["FX01", "FX02", "FX03", "FX04", "FX05", "FX05b", "FX06", "PR05"];

pub struct Mutated {
    found: usize,
    changed: usize,
    pub missed: Vec<String>,
    pub false_alarms: Vec<String>,
}

impl Mutated {
    pub fn precision(&self) -> f64 {
        let alarms = self.found + self.false_alarms.len();
        self.found as f64 / alarms.max(1) as f64
    }

    pub fn recall(&self) -> f64 {
        self.found as f64 / self.changed.max(1) as f64
    }
}

/// The same numbers in the same order on every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % most
    }

    fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        let at = usize::try_from(self.below(of.len() as u64)).unwrap_or(0);
        &of[at]
    }
}

/// A message as parts that can be changed one by one.
#[derive(Clone)]
struct Message {
    greeting: String,
    order: String,
    day: String,
    amount: String,
    count: String,
    update: String,
    shape: usize,
}

impl Message {
    fn text(&self) -> String {
        let Self { greeting, order, day, amount, count, update, shape } = self;
        match shape {
            0 => format!(
                "Dear {greeting},\n\nyour order {order} is late: {count} boards have the wrong holes, and that is our mistake. We ship the new ones on {day}. We credit {amount} today. I will write to you again by {update}, news or not.\n\nBest regards\nJoanna Wilk"
            ),
            1 => format!(
                "Hello {greeting},\n\nwe missed the date of {order}. The replacement for the {count} boards will leave us by {day}. You get {amount} back. I'll call you on {update}.\n\nKind regards\nJoanna Wilk"
            ),
            2 => format!(
                "Dear {greeting}\n\nI am sorry that {count} boards of order {order} did not arrive. They will be delivered by {day}, and we refund {amount}. You hear from me again by {update}.\n\nRegards\nJoanna Wilk"
            ),
            _ => format!(
                "Hi {greeting},\n\n{order} cannot leave on Friday. We will deliver the {count} boards on {day} and credit you {amount}. We will update you by {update}.\n\nThanks\nJoanna Wilk"
            ),
        }
    }
}

const NAMES: [&str; 12] = [
    "Ana Nowak",
    "Peter Lindqvist",
    "Maria Conti",
    "Thomas Berger",
    "Julie Martin",
    "Erik Jansen",
    "Laura Schmidt",
    "Paulo Ferreira",
    "Katrin Vogel",
    "Daniel Horvath",
    "Sofia Petrova",
    "Michael Osborne",
];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// A day as people write it, in one of several ways.
fn written(day: Date, way: u64) -> String {
    let month = MONTHS[usize::from(day.month().unsigned_abs()) - 1];
    let weekday = WEEKDAYS[usize::from(day.weekday().to_monday_one_offset().unsigned_abs()) - 1];
    match way {
        0 => format!("{} {month} {}", day.day(), day.year()),
        1 => format!("{month} {}", day.day()),
        2 => format!("{weekday} {} {month}", day.day()),
        3 => day.to_string(),
        _ => format!("{month} {}, {}", day.day(), day.year()),
    }
}

fn made(dice: &mut Dice) -> (Record, Message, Date, Date) {
    let today = date(2026, 2, 2) + i64::try_from(dice.below(250)).unwrap_or(0).days();
    let day = today + i64::try_from(5 + dice.below(40)).unwrap_or(5).days();
    let update = today + i64::try_from(1 + dice.below(3)).unwrap_or(1).days();
    let number = 10_000 + dice.below(89_999);
    let order = match dice.below(4) {
        0 => format!("PO-{number}"),
        1 => number.to_string(),
        2 => format!("AB{number}"),
        _ => format!("2026-{number}"),
    };
    let cents = 1_000 + dice.below(900_000);
    let (currency, sign) = *dice.one(&[("EUR", "€"), ("USD", "$"), ("GBP", "£")]);
    let whole = format!("{}.{:02}", cents / 100, cents % 100);
    let amount = match dice.below(3) {
        0 => format!("{currency} {whole}"),
        1 => format!("{whole} {currency}"),
        _ => format!("{sign}{whole}"),
    };
    let count = 13 + dice.below(900);
    let name = *dice.one(&NAMES);
    let first = name.split(' ').next().unwrap_or(name);
    let last = name.split(' ').nth(1).unwrap_or(name);
    let shape = usize::try_from(dice.below(4)).unwrap_or(0);
    let greeting = if shape == 0 { format!("Ms {last}") } else { first.to_owned() };
    let record = Record {
        sent_at: Some(today.at(9, 0, 0, 0)),
        open: Some(true),
        contact: Person { name: name.to_owned(), ..Person::default() },
        sender: Person { name: "Joanna Wilk".to_owned(), ..Person::default() },
        foreign: vec!["Borealis Pumps".to_owned()],
        numbers: vec![order.clone()],
        quantities: vec![Quantity { count: count as f64, of: "boards".to_owned() }],
        amounts: vec![format!("{whole} {currency}")],
        plan: vec![day.at(0, 0, 0, 0)],
        promises: vec![Promised {
            what: "write again".to_owned(),
            due: update.at(0, 0, 0, 0),
            state: PromiseState::Open,
        }],
        ..Record::default()
    };
    let message = Message {
        greeting,
        order,
        day: written(day, dice.below(5)),
        amount,
        count: count.to_string(),
        update: written(update, dice.below(5)),
        shape,
    };
    (record, message, day, update)
}

/// The message with one fact changed, and what was put in.
fn changes(
    message: &Message,
    name: &str,
    [day, update]: [Date; 2],
    dice: &mut Dice,
) -> Vec<(&'static str, Message, String)> {
    let mut all = vec![];
    let mut put = |what: &'static str, change: &dyn Fn(&mut Message) -> String| {
        let mut changed = message.clone();
        let wrong = change(&mut changed);
        if changed.text() != message.text() {
            all.push((what, changed, wrong));
        }
    };
    let (digit, way, days) = (dice.below(9) + 1, dice.below(5), i64::try_from(dice.below(4)).unwrap_or(0) + 1);
    put("a digit of the order", &|m| set(&mut m.order, digit_changed(&message.order, digit)));
    put("two digits of the order", &|m| set(&mut m.order, neighbours_changed(&message.order)));
    put("a digit of the amount", &|m| set(&mut m.amount, digit_changed(&message.amount, digit)));
    put("the currency", &|m| set(&mut m.amount, currency_changed(&message.amount)));
    put("how many", &|m| set(&mut m.count, digit_changed(&message.count, digit)));
    let other = NAMES[usize::try_from(digit).unwrap_or(0)];
    let other = other.split(' ').next().unwrap_or(other);
    // Another name, not the other half of the same one.
    if !name.contains(other) {
        put("the name", &|m| set(&mut m.greeting, message.greeting.replace(last_word(&message.greeting), other)));
    }
    put("two letters of the name", &|m| set(&mut m.greeting, letters_changed(&message.greeting)));
    put("the promised day", &|m| set(&mut m.day, written(day + (days + 40).days(), way)));
    put("the promised day, a little", &|m| set(&mut m.day, written(day + days.days(), way)));
    put("the day of the next word", &|m| set(&mut m.update, written(update + (days + 45).days(), way)));
    if day.day() <= 12
        && i16::from(day.day()) != i16::from(day.month())
        && Date::new(day.year(), day.day(), day.month()).is_ok_and(|d| d > update)
    {
        let swapped = Date::new(day.year(), day.day(), day.month()).unwrap_or(day);
        put("day and month", &|m| set(&mut m.day, written(swapped, 0)));
    }
    let weekday = usize::from(day.weekday().to_monday_one_offset().unsigned_abs()) % 7;
    put("the day of the week", &|m| {
        set(
            &mut m.day,
            format!(
                "{} {} {} {}",
                WEEKDAYS[weekday],
                day.day(),
                MONTHS[usize::from(day.month().unsigned_abs()) - 1],
                day.year()
            ),
        )
    });
    all
}

fn set(place: &mut String, to: String) -> String {
    *place = to.clone();
    to
}

fn last_word(said: &str) -> &str {
    said.split(' ').next_back().unwrap_or(said)
}

/// Another digit in the middle of the digits.
fn digit_changed(said: &str, by: u64) -> String {
    let digits: Vec<usize> = said.char_indices().filter(|(_, c)| c.is_ascii_digit()).map(|(at, _)| at).collect();
    let at = digits[digits.len() / 2];
    let now = said[at..].chars().next().and_then(|c| c.to_digit(10)).unwrap_or(0);
    let new = (u64::from(now) + by) % 10;
    format!("{}{new}{}", &said[..at], &said[at + 1..])
}

fn neighbours_changed(said: &str) -> String {
    let mut letters: Vec<char> = said.chars().collect();
    let pair = (1..letters.len()).rev().find(|at| {
        letters[*at].is_ascii_digit() && letters[at - 1].is_ascii_digit() && letters[*at] != letters[at - 1]
    });
    if let Some(at) = pair {
        letters.swap(at, at - 1);
    }
    letters.into_iter().collect()
}

fn letters_changed(said: &str) -> String {
    let mut letters: Vec<char> = said.chars().collect();
    let end = letters.len() - 1;
    if letters[end] != letters[end - 1] {
        letters.swap(end, end - 1);
    }
    letters.into_iter().collect()
}

fn currency_changed(said: &str) -> String {
    let pairs = [("EUR", "USD"), ("USD", "GBP"), ("GBP", "EUR"), ("€", "$"), ("$", "£"), ("£", "€")];
    pairs.iter().find(|(from, _)| said.contains(from)).map_or(said.to_owned(), |(from, to)| said.replace(from, to))
}

pub fn mutated(reviewer: &Reviewer) -> Mutated {
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    let mut all = Mutated { found: 0, changed: 0, missed: vec![], false_alarms: vec![] };
    for _ in 0..RECORDS {
        let (record, message, day, update) = made(&mut dice);
        let alarms = |text: &str| -> Vec<(String, String)> {
            let report = reviewer.review(&Draft { subject: None, text }, Some(&record));
            let wrong =
                report.findings.into_iter().filter(|f| FACTS.contains(&f.rule.as_str()) && f.level != Level::Consider);
            wrong.map(|f| (f.rule, f.text)).collect()
        };
        let text = message.text();
        all.false_alarms
            .extend(alarms(&text).into_iter().map(|(rule, said)| format!("{rule} on \"{said}\" in \"{text}\"")));
        for (what, changed, wrong) in changes(&message, &record.contact.name, [day, update], &mut dice) {
            all.changed += 1;
            let text = changed.text();
            let (right, other): (Vec<_>, Vec<_>) =
                alarms(&text).into_iter().partition(|(_, said)| wrong.contains(said.as_str()) || said.contains(&wrong));
            if right.is_empty() {
                all.missed.push(format!("{what}: \"{wrong}\" in \"{text}\""));
            } else {
                all.found += 1;
            }
            all.false_alarms
                .extend(other.into_iter().map(|(rule, said)| format!("{rule} on \"{said}\" where {what} is changed")));
        }
    }
    all
}
