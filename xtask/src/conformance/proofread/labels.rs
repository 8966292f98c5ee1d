//! Messages that a person labelled: what the review sees of what they saw. A first look; the texts are few.
use comfy_table::Table;
use proofread::{Draft, Report, Reviewer};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

#[derive(Default)]
struct Counts {
    right: usize,
    missed: usize,
    wrong: usize,
}

impl Counts {
    fn add(&mut self, wanted: bool, seen: bool) {
        match (wanted, seen) {
            (true, true) => self.right += 1,
            (true, false) => self.missed += 1,
            (false, true) => self.wrong += 1,
            (false, false) => {}
        }
    }

    fn row(&self, name: &str) -> [String; 4] {
        let share = |of: usize| {
            if of == 0 { "–".to_owned() } else { format!("{:.2}", self.right as f64 / of as f64) }
        };
        let wanted = self.right + self.missed;
        [name.to_owned(), wanted.to_string(), share(self.right + self.wrong), share(wanted)]
    }
}

/// What a label asks, what its value must be, and what of the review answers it.
type Asked = (&'static str, &'static str, &'static str, fn(&Report) -> bool);
const ASKED: &[Asked] = &[
    ("trouble named", "ack", "y", |r| has(r, "problem")),
    ("ownership", "own", "y", |r| has(r, "ownership")),
    ("deflection", "own", "d", |r| !has(r, "ownership") && r.findings.iter().any(|f| f.rule.starts_with("BL"))),
    ("specific apology", "apo", "specific", |r| has(r, "apology.specific")),
    ("formula apology", "apo", "formula", |r| has(r, "apology.formula") && !has(r, "apology.specific")),
    ("empathy", "emp", "y", |r| has(r, "empathy")),
    ("explanation", "expl", "y", |r| has(r, "reason")),
    ("action", "act", "y", |r| has(r, "action.own")),
    ("options", "opt", "y", |r| has(r, "option")),
    ("date", "fdate", "y", |r| has(r, "date.future")),
    ("update promised, timed", "upd", "timed", |r| has(r, "update.timed")),
    ("update promised, vague", "upd", "vague", |r| has(r, "update.vague") && !has(r, "update.timed")),
    ("person", "con", "person", |r| has(r, "person.named") || has(r, "person.said")),
    ("open door", "open", "y", |r| has(r, "open.door")),
];

/// Which rules answer the labelled spans of a kind.
const SPANS: [(&str, &str, &[&str]); 5] = [
    ("doublespeak", "ds", &["DS", "AK02"]),
    ("blame", "bl", &["BL"]),
    ("defensive", "df", &["DF"]),
    ("absolute", "ab", &["PR01", "PR02"]),
    ("non-apology", "na", &["AP"]),
];

fn has(report: &Report, name: &str) -> bool {
    report.markers.iter().any(|m| m.name == name)
}

/// # Errors
/// When the labels cannot be read.
pub fn table(reviewer: &Reviewer, path: &Path) -> Result<Table, String> {
    let mut counts: BTreeMap<&str, Counts> = BTreeMap::new();
    for message in super::objects(path)? {
        let text = message["text"].as_str().unwrap_or("");
        let report = reviewer.review(&Draft { subject: None, text }, None);
        for (name, label, value, seen) in ASKED {
            counts.entry(name).or_default().add(message["labels"][label] == *value, seen(&report));
        }
        for (name, label, rules) in SPANS {
            let count = counts.entry(name).or_default();
            for span in spans(&message["spans"][label]) {
                count.add(
                    true,
                    report
                        .findings
                        .iter()
                        .any(|f| f.start < span[1] && span[0] < f.end && rules.iter().any(|r| f.rule.starts_with(r))),
                );
            }
        }
        let promises = counts.entry("promises").or_default();
        let wanted = spans(&message["promises"]);
        let meets = |a: [usize; 2], b: [usize; 2]| a[0] < b[1] && b[0] < a[1];
        for span in &wanted {
            promises.add(true, report.promises.iter().any(|p| meets(*span, [p.start, p.end])));
        }
        let wrong = report.promises.iter().filter(|p| !wanted.iter().any(|w| meets(*w, [p.start, p.end])));
        wrong.for_each(|_| promises.add(false, true));
    }
    let mut table = Table::new();
    table.set_header(["labelled messages", "labelled", "precision", "recall"]);
    for (name, _, _, _) in ASKED {
        table.add_row(counts[name].row(name));
    }
    for name in SPANS.map(|(name, _, _)| name).into_iter().chain(["promises"]) {
        table.add_row(counts[name].row(name));
    }
    Ok(table)
}

fn spans(labels: &Value) -> Vec<[usize; 2]> {
    let number = |value: &Value| value.as_u64().and_then(|n| usize::try_from(n).ok());
    labels.as_array().into_iter().flatten().filter_map(|s| Some([number(&s["start"])?, number(&s["end"])?])).collect()
}
