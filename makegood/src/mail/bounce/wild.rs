//! Reports in prose. Every mail server words them its own way; what they have in common is where an address stands.

use super::{Outcome, Parts, RECIPIENTS_AT_MOST, SAID};

/// So many lines of a notice are looked at.
const LINES: usize = 400;
/// The longest line looked at; longer ones are no prose.
const LINE: usize = 2_000;

/// With these words the mail begins that came back. Lower case; a line holds one of them.
const BACK: [&str; 27] = [
    "below this line is a copy",
    "below the next line is a copy",
    "original message follows",
    "original message header",
    "original message headers",
    "original message as received",
    "original message -----",
    "is a copy of your message",
    "is a copy of the message",
    "included is a copy",
    "returned mail -----",
    "returned message -----",
    "unsent message below",
    "unsent message follows",
    "message header follows",
    "message headers follow",
    "message text follows",
    "header and top",
    "lines of your original message",
    "your message reads",
    "forwarded message -----",
    "mensaje original adjunto",
    "undelivered message follows",
    "undelivered message you sent follows",
    "the original message was included",
    "returned message below",
    "original mail follows",
];

/// With these fields too, at the beginning of a line.
const FIELDS: [&str; 6] =
    ["received: ", "return-path: ", ">received: ", ">return-path: ", "> received: ", "x-sender: "];

/// A line with one of these words speaks of whom the mail was for.
const SPEAKS: [&str; 22] = [
    "recipient",
    "rcpt",
    "address",
    "deliver",
    "message to",
    "mail to",
    "reach",
    "failed",
    "mailbox",
    "undeliverable",
    "rejected",
    "no such user",
    "unknown user",
    "user unknown",
    "not found",
    "gateway for",
    "entregado",
    "error-for",
    "remis",
    "not listed",
    "for <",
    "to <",
];

/// Who writes reports, and is no recipient of ours.
const SERVERS: [&str; 6] = ["postmaster", "mailer-daemon", "mailerdaemon", "mail-daemon", "abuse", "hostmaster"];

/// Where the notice ends and the mail begins that came back.
pub fn end_of_notice(notice: &str) -> usize {
    let mut at = 0;
    for line in notice.split_inclusive('\n') {
        let lower = line.to_lowercase();
        let begins =
            FIELDS.iter().any(|field| lower.starts_with(field)) || BACK.iter().any(|words| lower.contains(words));
        // The sentence that announces it may stand before the addresses, in the first lines of a notice.
        if begins && notice.get(..at).unwrap_or_default().contains('@') {
            return at;
        }
        at += line.len();
    }
    notice.len()
}

/// Whoever the notice says did not get it: those who stand at the beginning of a line, else those in lines that speak of
/// recipients, else any, else those to whom the mail was addressed that came back.
pub fn recipients(parts: &Parts, sender: &[&str]) -> Vec<String> {
    let lines: Vec<&str> = parts.own().lines().filter(|line| line.len() < LINE).take(LINES).collect();
    let wanted = |address: &String| {
        let local = address.split('@').next().unwrap_or_default();
        !sender.contains(&address.as_str()) && !SERVERS.contains(&local)
    };
    let of = |chosen: &dyn Fn(&str) -> bool| {
        let mut found: Vec<String> = Vec::new();
        let all = lines.iter().filter(|line| chosen(line) && !is_field(line)).flat_map(|line| addresses(line));
        for address in all.filter(wanted) {
            if !found.contains(&address) && found.len() < RECIPIENTS_AT_MOST {
                found.push(address);
            }
        }
        found
    };
    let speaks = |line: &str| {
        let lower = line.to_lowercase();
        SPEAKS.iter().any(|word| lower.contains(word))
    };
    let steps: [&dyn Fn(&str) -> bool; 3] = [&leads, &speaks, &|_| true];
    let said = steps.into_iter().map(of).find(|found| !found.is_empty()).unwrap_or_default();
    if !said.is_empty() {
        return said;
    }
    let back: Vec<String> = addressed(parts.back()).into_iter().filter(wanted).collect();
    if !back.is_empty() {
        return back;
    }
    // Whoever writes to themselves gets their own report.
    lines.iter().filter(|line| leads(line)).flat_map(|line| addresses(line)).take(1).collect()
}

/// A line that begins with an address, behind bullets and brackets.
fn leads(line: &str) -> bool {
    let bare = line.trim_start_matches(|letter: char| letter.is_whitespace() || "*>-•\"'(<[=:;".contains(letter));
    let bare = bare.strip_prefix("mailto:").unwrap_or(bare);
    let word =
        bare.split(|letter: char| letter.is_whitespace() || "<>()[];,\"".contains(letter)).next().unwrap_or_default();
    word.contains('@') && !addresses(word).is_empty()
}

/// Fields of the returned mail, and ids that only look like addresses.
fn is_field(line: &str) -> bool {
    let lower = line.trim_start_matches(['>', ' ', '\t']).to_lowercase();
    [
        "message-id:",
        "message id:",
        "from:",
        "sender:",
        "reply-to:",
        "in-reply-to:",
        "references:",
        "subject:",
        "mail from:",
        "errors-to:",
    ]
    .iter()
    .any(|name| lower.starts_with(name))
        || lower.contains("mail from:<")
        || lower.contains("contact")
        || lower.contains("message-id")
}

/// The `To` of the mail that came back, or for whom its last server took it.
fn addressed(back: &str) -> Vec<String> {
    let lines: Vec<&str> = back.lines().take(LINES).collect();
    let field = |name: &str| {
        let bare = |line: &str| line.trim_start_matches(['>', ' ']).to_lowercase();
        let at = lines.iter().position(|line| bare(line).starts_with(name))?;
        let more = lines.iter().skip(at + 1).take_while(|line| line.starts_with([' ', '\t'])).take(20);
        let whole: String = lines.get(at).into_iter().chain(more).copied().collect();
        Some(addresses(&whole)).filter(|found| !found.is_empty())
    };
    let taken = || {
        let at = lines.iter().find_map(|line| line.split_once("for <").map(|(_, rest)| rest))?;
        Some(addresses(at.split('>').next()?)).filter(|found| !found.is_empty())
    };
    taken().or_else(|| field("to:")).unwrap_or_default()
}

/// Every address in a text, in lower case, in order.
pub fn addresses(text: &str) -> Vec<String> {
    let letters: Vec<char> = text.chars().take(LINE).collect();
    let mut found = Vec::new();
    for (at, _) in letters.iter().enumerate().filter(|(_, letter)| **letter == '@') {
        let local = |letter: &&char| letter.is_alphanumeric() || "._-+='/!#$%&~^*?{|}".contains(**letter);
        let domain = |letter: &&char| letter.is_alphanumeric() || ".-_".contains(**letter);
        let before: Vec<char> = letters.iter().take(at).rev().take_while(local).copied().collect();
        let before: String = before.into_iter().rev().collect();
        let before = if before.is_empty() { quoted(letters.get(..at).unwrap_or_default()) } else { before };
        let after: String = letters.iter().skip(at + 1).take_while(domain).collect();
        // X.400 writes SMTP=address, and a quotation mark may stand before it.
        let before = before.trim_start_matches(['\'', '*', '/', '-', '.']);
        let before = if before.starts_with("=?") { before } else { before.trim_start_matches('=') };
        let lower = before.to_lowercase();
        let cut = ["smtp=", "rfc822=", "mailto="].iter().find_map(|word| lower.rfind(word).map(|at| at + word.len()));
        let local = lower.get(cut.unwrap_or(0)..).unwrap_or_default();
        let domain = after.trim_end_matches(['.', '-', '_']).to_lowercase();
        let plain = !local.contains("..") && !local.ends_with('.');
        let whole = !local.is_empty() && (plain || local.starts_with('"'));
        let named = !domain.is_empty() && !domain.starts_with('.') && !after.contains("..");
        if whole && named && local.len() <= 128 {
            found.push(format!("{local}@{domain}"));
        }
        if found.len() >= RECIPIENTS_AT_MOST {
            break;
        }
    }
    found
}

/// The part before the `@` in quotation marks, with them.
fn quoted(before: &[char]) -> String {
    let Some((last, rest)) = before.split_last() else { return String::new() };
    let inside: Vec<char> = rest.iter().rev().take_while(|letter| **letter != '"').copied().take(128).collect();
    let odd = inside.iter().any(|letter| letter.is_whitespace() || letter.is_control());
    let opened = rest.len() > inside.len();
    if *last != '"' || odd || !opened || inside.is_empty() {
        return String::new();
    }
    format!("\"{}\"", inside.into_iter().rev().collect::<String>())
}

/// Whether a notice says in its first lines that a mail did not arrive.
pub fn says_so(notice: &str) -> bool {
    let head = notice.get(..notice.floor_char_boundary(1_500)).unwrap_or_default().to_lowercase();
    [
        "not be delivered",
        "was not delivered",
        "not delivered to",
        "unable to deliver",
        "could not deliver",
        "undeliverable",
        "delivery failed",
        "failed recipient",
        "fatal delivery error",
        "no such user",
        "did not match",
        "did not exactly match",
        "does not exist",
        "user unknown",
        "delivery errors",
    ]
    .iter()
    .any(|words| head.contains(words))
}

/// The first enhanced status code of a text, such as `5.1.1`.
pub fn status(text: &str) -> Option<String> {
    let word = |letter: char| !(letter.is_ascii_digit() || letter == '.');
    text.split(word).take(20_000).map(|word| word.trim_matches('.')).find_map(|word| {
        let numbers: Vec<&str> = word.split('.').collect();
        let plain = numbers.len() == 3 && numbers.iter().all(|number| (1..=3).contains(&number.len()));
        (plain && ["2", "4", "5"].contains(numbers.first()?)).then(|| word.to_owned())
    })
}

/// What the other server said: the first line with its code.
pub fn said(notice: &str) -> String {
    let code = |line: &&str| {
        let number = line.split(|letter: char| !letter.is_ascii_digit()).find(|word| word.len() == 3);
        number.is_some_and(|number| number.starts_with(['4', '5'])) && line.len() < LINE
    };
    let line = notice.lines().take(LINES).find(code).unwrap_or_default();
    line.trim().chars().take(SAID).collect()
}

/// Whether the prose says that it is still being tried, or that it ended, and how.
pub fn outcome(subject: &str, notice: &str) -> Outcome {
    let text = format!("{subject}\n{notice}").to_lowercase();
    let any = |words: &[&str]| words.iter().any(|word| text.contains(word));
    let waits = [
        "delayed",
        "warning only",
        "just a warning",
        "warning message only",
        "not yet been delivered",
        "has not been delivered yet",
        "still being retried",
        "will continue to",
        "will keep trying",
        "will be retried",
        "do not need to resend",
        "has been postponed",
        "could not be delivered for",
        "will try again",
    ];
    let over = ["permanent", "giving up", "given up", "gave up", "not going to try again", "failed permanently"];
    if any(&waits) && !any(&over) {
        return Outcome::Delayed;
    }
    let passing = ["(#4.", " 4.4.", " 4.2.", " 4.7.", "not going to try again", "in the queue too long"];
    if any(&passing) && !any(&["permanent", "5.1.1", "(#5."]) { Outcome::Failed } else { Outcome::Permanent }
}
