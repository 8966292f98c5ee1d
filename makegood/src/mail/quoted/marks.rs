//! The lines at which mail programs begin to quote, in the languages in which they write to us, and those that end a mail.

mod undated;

/// What a line begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// A line behind `>`.
    Quoted,
    /// So many lines announce what is quoted below.
    Begins(usize),
    /// Somebody passes a mail on.
    Forwarded,
}

/// Words before a date and a name, and the verb behind or between them.
const WROTE: [(&str, &str); 17] = [
    ("on ", "wrote"),
    ("am ", "schrieb"),
    ("op ", "schreef"),
    ("le ", "a écrit"),
    ("el ", "escribió"),
    ("il ", "ha scritto"),
    ("em ", "escreveu"),
    ("w dniu ", "napisał"),
    ("dnia ", "napisał"),
    ("den ", "skrev"),
    ("på ", "skrev"),
    ("vào ", "đã viết"),
    ("", "написал"),
    ("", "napisał(a)"),
    ("", "пише"),
    ("", "schrieb am"),
    ("", "wrote"),
];

const ORIGINAL: [&str; 9] = [
    "original message",
    "ursprüngliche nachricht",
    "originalnachricht",
    "original-nachricht",
    "message d'origine",
    "mensaje original",
    "wiadomość oryginalna",
    "oryginalna wiadomość",
    "messaggio originale",
];

const FORWARDED: [&str; 6] = [
    "forwarded message",
    "begin forwarded message",
    "weitergeleitete nachricht",
    "anfang der weitergeleiteten",
    "mensaje reenviado",
    "wiadomość przekazana",
];

/// The fields of a mail as programs write them above what they quote: sender, time, recipients, subject.
const FIELDS: [&[&str]; 4] = [
    &["from", "von", "de", "od", "från", "fra", "van", "da", "от"],
    &[
        "sent",
        "date",
        "gesendet",
        "datum",
        "envoyé",
        "envoye",
        "fecha",
        "enviado",
        "enviado el",
        "wysłano",
        "data",
        "skickat",
        "dato",
        "verzonden",
        "inviato",
        "дата",
    ],
    &["to", "an", "à", "para", "do", "till", "til", "aan", "a", "кому", "cc", "dw", "kopie"],
    &["subject", "betreff", "objet", "asunto", "temat", "ämne", "emne", "onderwerp", "oggetto", "тема"],
];

/// How people end a mail. Lower case; a line begins with one.
const CLOSINGS: [&str; 26] = [
    "regards",
    "best regards",
    "kind regards",
    "warm regards",
    "best wishes",
    "many thanks",
    "thank you,",
    "thanks,",
    "sincerely",
    "yours",
    "cheers",
    "best,",
    "mit freundlichen grüßen",
    "mit freundlichem gruß",
    "freundliche grüße",
    "viele grüße",
    "beste grüße",
    "liebe grüße",
    "mfg",
    "pozdrawiam",
    "z poważaniem",
    "saludos",
    "un saludo",
    "atentamente",
    "cordialement",
    "bien à vous",
];

const SENT_FROM: [&str; 8] = [
    "sent from my ",
    "sent via ",
    "get outlook for ",
    "von meinem ",
    "gesendet von ",
    "enviado desde mi ",
    "wysłane z ",
    "envoyé de mon ",
];

/// What begins at a line.
pub fn mark_at(lines: &[&str], at: usize) -> Option<Mark> {
    let line = lines.get(at)?.trim();
    if line.is_empty() {
        return None;
    }
    if line.starts_with('>') && !line.ends_with("<<<") {
        return Some(Mark::Quoted);
    }
    let lower = line.to_lowercase();
    let ruled = lower.starts_with("--") || lower.ends_with(':');
    if ruled && FORWARDED.iter().any(|words| lower.contains(words)) {
        return Some(Mark::Forwarded);
    }
    if lower.starts_with("--") && (ORIGINAL.iter().any(|words| lower.contains(words)) || lower.contains("reply above"))
    {
        return Some(Mark::Begins(1));
    }
    if rule(line) {
        let next = (at + 1..lines.len()).take(3).find(|n| lines.get(*n).is_some_and(|line| !line.trim().is_empty()))?;
        return fields(lines, next, 2).map(|count| Mark::Begins(next - at + count));
    }
    fields(lines, at, 3).or_else(|| wrote(lines, at)).map(Mark::Begins)
}

/// A line of dashes or underscores.
pub fn rule(line: &str) -> bool {
    let line = line.trim();
    line.len() >= 5 && (line.bytes().all(|byte| byte == b'-') || line.bytes().all(|byte| byte == b'_'))
}

/// *On 2 May 2026 at 10:00, Rao wrote:* over at most three lines.
fn wrote(lines: &[&str], at: usize) -> Option<usize> {
    let mut whole = String::new();
    for count in 1..=3 {
        let line = lines.get(at + count - 1)?.trim();
        if line.is_empty() || line.starts_with('>') || whole.len() + line.len() > 400 {
            return None;
        }
        whole.push_str(if whole.is_empty() { "" } else { " " });
        whole.push_str(line);
        let undated = || undated::announces(&whole, count) || (count == 1 && dated(line));
        if announces(&whole) || (undated() && next_is_marked(lines, at + count)) {
            return Some(count);
        }
    }
    None
}

fn announces(whole: &str) -> bool {
    let lower = whole.to_lowercase();
    let ruled = lower.starts_with("--");
    let bare = lower.trim_matches(|letter: char| letter == '-' || letter.is_whitespace() || letter == '*');
    let marked = bare.chars().any(|letter| letter.is_ascii_digit() || letter == '@');
    WROTE.iter().any(|(start, verb)| {
        let dated = bare.starts_with(|letter: char| letter.is_ascii_digit()) && bare.contains('@');
        let starts = if start.is_empty() { ruled || dated } else { bare.starts_with(start) };
        let ends = bare.ends_with(':') || bare.ends_with(verb);
        starts && ends && bare.contains(verb) && (marked || (ruled && lower.ends_with("--")))
    })
}

/// *2026/5/2 Rao <rao@acme.example>*, as one webmail announces a quote.
fn dated(line: &str) -> bool {
    line.starts_with(|letter: char| letter.is_ascii_digit()) && line.contains('@') && line.ends_with(['>', ':'])
}

fn next_is_marked(lines: &[&str], from: usize) -> bool {
    let next = lines.iter().skip(from).find(|line| !line.trim().is_empty());
    next.is_some_and(|line| line.trim_start().starts_with('>'))
}

/// How many lines from here on are the fields of a mail, of at least so many kinds, sender or time first.
fn fields(lines: &[&str], at: usize, least: usize) -> Option<usize> {
    let mut seen = [false; 4];
    let mut count = 0;
    for (n, line) in lines.iter().skip(at).take(12).enumerate() {
        let line = line.trim();
        match field(line) {
            Some(kind) => {
                *seen.get_mut(kind)? = true;
                count = n + 1;
            }
            None if n == 0 => return None,
            // A folded field; an empty line between fields that stood in a table.
            None if n < count + 3 => {}
            None => break,
        }
    }
    let kinds = seen.iter().filter(|seen| **seen).count();
    let first = lines.get(at).and_then(|line| field(line.trim()))?;
    (kinds >= least && seen.first() == Some(&true) && first < 2).then_some(count)
}

fn field(line: &str) -> Option<usize> {
    let (name, _) = line.split_once(':')?;
    let name = name.trim_matches(|letter: char| letter == '*' || letter.is_whitespace()).to_lowercase();
    FIELDS.iter().position(|names| names.contains(&name.as_str()))
}

/// A line behind which a signature stands.
pub fn signs(line: &str) -> bool {
    let bare = line.trim_end();
    bare == "--" || bare == "—" || (rule(bare) && bare.starts_with('_'))
}

/// A line with which people end a mail.
pub fn closing(line: &str) -> bool {
    let lower = line.trim().to_lowercase();
    lower.len() < 60
        && CLOSINGS.iter().any(|words| {
            let rest = lower.strip_prefix(words);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with([',', '.', '!', ' ']) || words.ends_with(','))
        })
}

/// `-Rao`: the name behind a dash.
pub fn dashed_name(line: &str) -> bool {
    let line = line.trim();
    let name = line.strip_prefix('-').or_else(|| line.strip_prefix('–')).unwrap_or_default();
    name.chars().next().is_some_and(char::is_uppercase) && name.split_whitespace().count() <= 4 && name.len() < 40
}

/// The line that a telephone adds.
pub fn sent_from(line: &str) -> bool {
    let lower = line.trim().to_lowercase();
    let rest = SENT_FROM.iter().find_map(|words| lower.strip_prefix(words));
    rest.is_some_and(|rest| rest.split_whitespace().count() <= 4 && !rest.contains([',', ';']))
}

/// A line with a way to reach somebody.
pub fn reaches(line: &str) -> bool {
    let lower = line.to_lowercase();
    let digits = line.chars().filter(char::is_ascii_digit).count();
    let letters = line.chars().filter(|letter| letter.is_alphabetic()).count();
    let phone = digits >= 6 && digits >= letters;
    let word = |start: &str| lower.starts_with(start) && digits >= 5;
    (lower.contains('@') && line.split_whitespace().count() <= 3)
        || lower.contains("www.")
        || lower.starts_with("http")
        || phone
        || ["t.", "f.", "tel", "phone", "fax", "mobil"].into_iter().any(word)
}
