//! Do we read whole mails, subjects and header fields as other parsers do?

use super::{Bench, exception, flat, read};
use crate::conformance::tables::{Outcome, rows};
use makegood::mail::{Address, base_subject, html_text::text_of};
use serde_json::Value;
use std::collections::BTreeMap;

/// So much of a text is compared: what differs further down differs above.
const COMPARED: usize = 300;

/// A subject without its marks of answers, lists and forwards.
pub fn subjects(bench: &Bench, outcome: &mut Outcome) -> Result<(), String> {
    for cells in rows(&bench.data.join("conformance/subject_base.tsv"), '\t')? {
        let wanted = cells.get(2).map_or("", String::as_str);
        let ours = base_subject(&cells[1]);
        let right = flat(&ours) == flat(wanted);
        outcome.count(if right {
            Ok(())
        } else {
            Err(format!("subject {:?} | {wanted:?}, we say {ours:?}", cells[1]))
        });
    }
    Ok(())
}

/// A hundred mails, each with a full parse: sender, recipients, subject, time, ids, text and files are a row each.
pub fn full_parses(bench: &Bench, outcome: &mut Outcome) -> Result<(), String> {
    for folder in ["stalwart/resources/eml/legacy", "stalwart/resources/eml/rfc"] {
        let path = bench.data.join(folder);
        let entries = std::fs::read_dir(&path).map_err(|problem| format!("{}: {problem}", path.display()))?;
        let mut names: Vec<String> =
            entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        for name in names.iter().filter(|name| name.ends_with(".eml")) {
            let json = path.join(name.replace(".eml", ".json"));
            let Ok(json) = std::fs::read_to_string(&json) else { continue };
            let parse: Value = serde_json::from_str(&json).map_err(|problem| format!("{name}: {problem}"))?;
            full_parse(bench, &format!("{folder}/{name}"), &parse, outcome);
        }
    }
    Ok(())
}

fn full_parse(bench: &Bench, file: &str, parse: &Value, outcome: &mut Outcome) {
    let Some((mail, _, _)) = bench.mail(file) else { return };
    let header = |name: &str| {
        let fields = parse["parts"][0]["headers"].as_array();
        fields.into_iter().flatten().rfind(|field| field["name"] == name).map(|field| &field["value"])
    };
    let of = |value: Option<&Value>| value.map(|value| addresses(&value["Address"])).unwrap_or_default();
    let text = |value: Option<&Value>| value.and_then(|value| value["Text"].as_str()).map(str::to_owned);
    let ours = |list: &[Address]| list.iter().map(|one| one.mail.clone()).collect::<Vec<_>>();
    let from: Vec<Address> = mail.from.clone().into_iter().collect();
    let mut aspect = |name: &str, theirs: String, ours: String| {
        if let Some(why) = exception(file, name) {
            outcome.left_out += 1;
            outcome.notes.push(format!("{file} {name}: {why}"));
            return;
        }
        // What the other parser itself could not decode is no expectation.
        if theirs.contains('\u{fffd}') {
            outcome.left_out += 1;
            return;
        }
        let right = flat(&theirs) == flat(&ours);
        outcome.count(if right { Ok(()) } else { Err(format!("{file} {name} | {theirs:?}, we say {ours:?}")) });
    };
    aspect("from", of(header("from")).into_iter().take(1).collect(), ours(&from).concat());
    aspect("to", of(header("to")).join(" "), ours(&mail.to).join(" "));
    aspect("cc", of(header("cc")).join(" "), ours(&mail.cc).join(" "));
    aspect("subject", text(header("subject")).unwrap_or_default(), mail.subject.clone());
    aspect("message-id", text(header("message_id")).unwrap_or_default(), mail.message_id.clone().unwrap_or_default());
    let theirs = header("date").and_then(|value| instant(&value["DateTime"])).unwrap_or_default();
    aspect("date", theirs, mail.sent_at.map(|at| at.to_string()).unwrap_or_default());
    let bodies = parse["text_body"].as_array().into_iter().flatten().filter_map(Value::as_u64);
    let body = |n: u64| &parse["parts"][n as usize]["body"];
    let bodies: Vec<&Value> = bodies.map(body).collect();
    let texts: Vec<&str> = bodies.iter().filter_map(|body| body["Text"].as_str()).collect();
    // HTML is turned into text where there is no text.
    let html = || bodies.iter().filter_map(|body| body["Html"].as_str()).map(text_of).collect::<Vec<_>>().join("\n");
    let theirs = if texts.iter().all(|text| text.trim().is_empty()) { html() } else { texts.join("\n") };
    let (theirs, mine) = (flat(&theirs), flat(&mail.text));
    let head = |text: &str| text.chars().take(COMPARED).collect::<String>();
    aspect("text", head(&theirs), head(&mine));
}

/// The addresses of a field, groups dissolved, as far as they are whole.
fn addresses(value: &Value) -> Vec<String> {
    let groups = value["Group"]
        .as_array()
        .into_iter()
        .flatten()
        .flat_map(|group| group["addresses"].as_array().into_iter().flatten());
    let list = value["List"].as_array().into_iter().flatten().chain(groups);
    let whole = |mail: &String| {
        mail.split_once('@').is_some_and(|(local, domain)| !local.is_empty() && !domain.is_empty())
            && !mail.contains(' ')
    };
    list.filter_map(|one| one["address"].as_str()).map(str::to_lowercase).filter(whole).collect()
}

fn instant(value: &Value) -> Option<String> {
    let number = |name: &str| value[name].as_i64();
    let day = jiff::civil::Date::new(number("year")? as i16, number("month")? as i8, number("day")? as i8).ok()?;
    let local = day.at(number("hour")? as i8, number("minute")? as i8, number("second")? as i8, 0);
    let away = (number("tz_hour")? * 60 + number("tz_minute")?) * if value["tz_before_gmt"] == true { 1 } else { -1 };
    let at = jiff::tz::TimeZone::UTC.to_timestamp(local).ok()? + jiff::SignedDuration::from_mins(away);
    Some(at.to_string())
}

/// Single header fields: addresses, dates, ids.
pub fn header_fields(bench: &Bench, outcome: &mut Outcome) -> Result<(), String> {
    for (file, name) in [("address", "To"), ("date", "Date"), ("id", "References")] {
        let path = bench.data.join(format!("stalwart/resources/{file}.json"));
        let text = std::fs::read_to_string(&path).map_err(|problem| format!("{}: {problem}", path.display()))?;
        let rows: Value = serde_json::from_str(&text).map_err(|problem| format!("{}: {problem}", path.display()))?;
        for (n, row) in rows.as_array().into_iter().flatten().enumerate() {
            let said = row["header"].as_str().unwrap_or_default();
            if let Some(why) = exception(&format!("{file}.json"), &n.to_string()) {
                outcome.left_out += 1;
                outcome.notes.push(format!("{file} {n}: {why}"));
                continue;
            }
            let raw = format!("{name}: {}\nX-End: x\n\nbody", said.trim_end());
            let (mail, _) = read(&(bench.dress.change)(raw.as_bytes()));
            let (theirs, ours) = match file {
                "address" => (
                    addresses(&row["expected"]).join(" "),
                    mail.to.iter().map(|one| one.mail.clone()).collect::<Vec<_>>().join(" "),
                ),
                "date" => (
                    instant(&row["expected"]).unwrap_or_default(),
                    mail.sent_at.map(|at| at.to_string()).unwrap_or_default(),
                ),
                _ => {
                    let ids = row["expected"].as_array().into_iter().flatten().filter_map(Value::as_str);
                    (ids.collect::<Vec<_>>().join(" "), mail.references.join(" "))
                }
            };
            let right = flat(&theirs) == flat(&ours);
            outcome.count(if right {
                Ok(())
            } else {
                Err(format!("{file} {n} {said:?} | {theirs:?}, we say {ours:?}"))
            });
        }
    }
    Ok(())
}

/// How often another parser, in another language, says the same of the same mails; no row of it decides.
pub fn second_opinion(data: &std::path::Path) -> Result<Vec<String>, String> {
    let path = data.join("oracle/email_oracle_python.jsonl");
    let text = std::fs::read_to_string(&path).map_err(|problem| format!("{}: {problem}", path.display()))?;
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for line in text.lines() {
        let row: Value = serde_json::from_str(line).map_err(|problem| format!("{}: {problem}", path.display()))?;
        let Ok(raw) = std::fs::read(data.join(row["file"].as_str().unwrap_or_default())) else { continue };
        let (mail, _) = read(&raw);
        let theirs = |name: &str| row[name].as_str().unwrap_or_default().to_owned();
        let mails = |name: &str| {
            let list = row[name].as_array().into_iter().flatten().filter_map(|one| one[1].as_str());
            list.map(str::to_lowercase).filter(|mail| mail.contains('@')).collect::<Vec<_>>()
        };
        let date = theirs("date_utc");
        let pairs = [
            ("sender", mails("from").first() == mail.from.as_ref().map(|from| &from.mail)),
            ("recipients", mails("to") == mail.to.iter().map(|one| one.mail.clone()).collect::<Vec<_>>()),
            ("subject", flat(&theirs("subject")).starts_with(&flat(&mail.subject))),
            ("date", date.is_empty() || Some(date) == mail.sent_at.map(|at| at.to_string())),
            (
                "message-id",
                theirs("message_id")
                    .trim_matches(['<', '>'])
                    .starts_with(mail.message_id.as_deref().unwrap_or_default()),
            ),
        ];
        for (name, same) in pairs {
            let (right, of) = counts.entry(name).or_default();
            *right += usize::from(same);
            *of += 1;
        }
    }
    Ok(counts
        .into_iter()
        .map(|(name, (right, of))| format!("second opinion, {name}: {right} of {of} the same"))
        .collect())
}
