//! Do we see who did not get a mail, and take no ordinary mail for a report?

use super::{Bench, exception};
use crate::conformance::tables::{Outcome, rows};
use makegood::mail::{Machine, Origin, bounce::Outcome as Came};
use std::collections::BTreeSet;

/// Folders of ordinary mail, with what is a report among it.
const ORDINARY: [(&str, &[&str]); 6] = [
    ("spamassassin/ham", &[]),
    ("redmine/test/fixtures/mail_handler", &[]),
    ("stalwart/resources/eml/legacy", &[]),
    ("zammad", &[]),
    ("talon/fixtures/standard_replies", &[]),
    ("rt/t/data/emails", &["multipart-report"]),
];

/// Reports whose recipients the data names, and reports of which we can only see that we name somebody: where they carry the
/// fields of RFC 3464 those are compared, read by a second reader; else it must be somebody, and not who wrote the mail.
pub fn known(bench: &Bench, outcome: &mut Outcome, automatic: &mut Outcome) -> Result<(), String> {
    for cells in rows(&bench.data.join("conformance/bounces_flufl.tsv"), '\t')? {
        let Some((mail, _, _)) = bench.mail(&cells[0]) else { continue };
        if let Some(why) = exception(&cells[0], "recipients") {
            outcome.left_out += 1;
            outcome.notes.push(format!("{}: {why}", cells[0]));
            continue;
        }
        let wanted: BTreeSet<String> = (bench.dress.expected)(&cells[2])
            .split(' ')
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect();
        let told = mail.bounce.unwrap_or_default();
        let ours: BTreeSet<String> = told.recipients.iter().map(|one| one.address.clone()).collect();
        let delayed = told.recipients.iter().any(|one| one.outcome == Came::Delayed);
        let permanence = ours.is_empty() || delayed == (cells[3] == "temporary");
        let right = ours == wanted && permanence;
        outcome.count(if right {
            Ok(())
        } else {
            Err(format!("{} | {wanted:?} {}, we say {ours:?}", cells[0], cells[3]))
        });
    }
    for cells in rows(&bench.data.join("conformance/bounces_sisimai.tsv"), '\t')? {
        let Some((mail, _, raw)) = bench.mail(&cells[0]) else { continue };
        let said = format!("{} {}", cells[0], cells[1]);
        match cells[1].as_str() {
            "bounce" => {
                let Some(told) = mail.bounce else {
                    outcome.count(Err(format!("{said} | we say {}", mail.origin.word())));
                    continue;
                };
                let ours: BTreeSet<String> = told.recipients.iter().map(|one| one.address.clone()).collect();
                let fields = final_recipients(&raw);
                let right = if fields.is_empty() { !ours.is_empty() } else { fields.contains(&ours) };
                outcome.count(if right {
                    Ok(())
                } else {
                    Err(format!("{said} | its fields say {fields:?}, we say {ours:?}"))
                });
            }
            "auto-reply(vacation)" => {
                let right = matches!(mail.origin, Origin::Machine(Machine::AutoReply | Machine::OutOfOffice));
                automatic.count(if right { Ok(()) } else { Err(format!("{said} | we say {}", mail.origin.word())) });
            }
            _ => {
                let right = mail.origin == Origin::Machine(Machine::Complaint);
                automatic.count(if right { Ok(()) } else { Err(format!("{said} | we say {}", mail.origin.word())) });
            }
        }
    }
    Ok(())
}

/// The addresses of the `Final-Recipient` and of the `Original-Recipient` fields, each as a set, by nothing but their lines.
fn final_recipients(raw: &[u8]) -> Vec<BTreeSet<String>> {
    let text =
        String::from_utf8_lossy(raw).to_lowercase().replace("\r\n", "\n").replace("\n ", " ").replace("\n\t", " ");
    // The mail that came back may be a report itself.
    let begins = text.find("final-recipient:").unwrap_or(0);
    let back = ["\ncontent-type: message/rfc822", "\ncontent-type: text/rfc822-headers"];
    let end =
        back.iter().filter_map(|words| text.get(begins..)?.find(words)).min().map_or(text.len(), |at| begins + at);
    let text = text.get(..end).unwrap_or_default();
    let of = |name: &str| -> BTreeSet<String> {
        let values = text.lines().filter_map(|line| line.strip_prefix(name)).filter_map(|value| value.split_once(';'));
        let address = values.map(|(_, address)| address.trim().trim_matches(['<', '>', ' ']).to_owned());
        address
            .filter(|address| address.contains('@'))
            .map(|address| address.split(' ').next().unwrap_or_default().trim_matches(['<', '>']).to_owned())
            .collect()
    };
    let (last, first) = (of("final-recipient:"), of("original-recipient:"));
    [last, first].into_iter().filter(|set| !set.is_empty()).collect()
}

/// Ordinary mail that we call a report.
pub fn false_ones(bench: &Bench) -> Result<Vec<String>, String> {
    let mut wrong = Vec::new();
    for (folder, reports) in ORDINARY {
        let path = bench.data.join(folder);
        let entries = std::fs::read_dir(&path).map_err(|problem| format!("{}: {problem}", path.display()))?;
        let mut names: Vec<String> = entries
            .flatten()
            .filter(|entry| entry.path().is_file())
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        for name in names.iter().filter(|name| !name.ends_with(".json") && !reports.contains(&name.as_str())) {
            let called = bench
                .mail(&format!("{folder}/{name}"))
                .is_some_and(|(mail, _, _)| mail.origin == Origin::Machine(Machine::Bounce));
            let allowed = exception(&format!("{folder}/{name}"), "ordinary").is_some();
            if called && !allowed {
                wrong.push(format!("{folder}/{name}"));
            }
        }
    }
    Ok(wrong)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conformance::mail::mutate;

    #[test]
    fn the_second_reader_reads_folded_fields_and_every_dress_keeps_them() {
        let raw =
            b"X: y\n\nFinal-Recipient: rfc822;\n userx@example.com\nOriginal-Recipient: rfc822; <kim@example.com>\n";
        let sets = final_recipients(raw);
        assert_eq!(sets.len(), 2);
        assert!(sets[0].contains("userx@example.com") && sets[1].contains("kim@example.com"));
        for dress in mutate::all() {
            assert!(!(dress.change)(raw).is_empty(), "{}", dress.name);
        }
    }
}
