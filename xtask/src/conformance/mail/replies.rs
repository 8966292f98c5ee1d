//! Do we find what somebody wrote themselves, as the makers of three strippers of quotes expect?

use super::{Bench, cells, exception, flat};
use crate::conformance::tables::Outcome;
use makegood::mail::html_text::text_of;
use makegood::mail::quoted::{Kind, only, split};

/// Whole replies, the kinds of their pieces, and signatures.
pub fn stripped(bench: &Bench) -> Result<Outcome, String> {
    let mut outcome = Outcome::new("reply_stripping");
    replies(bench, &mut outcome)?;
    fragments(bench, &mut outcome)?;
    signatures(bench, &mut outcome)?;
    Ok(outcome)
}

fn replies(bench: &Bench, outcome: &mut Outcome) -> Result<(), String> {
    for row in cells(&bench.data.join("conformance/reply_stripping.tsv"))? {
        let (input, wanted) = (json(&row[4])?, json(&row[5])?);
        let name = format!("{} {}", row[1], flat(&input).chars().take(40).collect::<String>());
        if let Some(why) = exception(&row[1], &flat(&wanted)) {
            outcome.left_out += 1;
            outcome.notes.push(format!("{name}: {why}"));
            continue;
        }
        let text = match input.strip_prefix('@') {
            Some(file) if file.ends_with(".eml") => {
                bench.mail(file).map(|(mail, _, _)| mail.text).ok_or(format!("no {file}"))?
            }
            Some(file) => {
                plain(bench, &std::fs::read(bench.data.join(file)).map_err(|problem| format!("{file}: {problem}"))?)
            }
            None if row[2] == "html" && input.contains("</") => text_of(&input),
            None => plain(bench, input.as_bytes()),
        };
        // Talon takes only quotes away; the other takes signatures too.
        let kinds: &[Kind] = if row[0] == "talon" { &[Kind::Own, Kind::Signature] } else { &[Kind::Own] };
        let wanted = if wanted.starts_with("<html") { text_of(&wanted) } else { wanted };
        let ours = only(&text, kinds);
        let right = flat(&ours) == flat(&wanted);
        outcome.count(if right { Ok(()) } else { Err(format!("{name} | {wanted:?}, we say {ours:?}")) });
    }
    Ok(())
}

/// A text alone, in the dress of this run: as the body of a mail.
fn plain(bench: &Bench, body: &[u8]) -> String {
    let mail = [b"From: a@x.example\nContent-Type: text/plain; charset=utf-8\n\n", body].concat();
    super::read(&(bench.dress.change)(&mail)).0.text
}

/// The kinds of the pieces in order. They cut signatures and paragraphs finer than we; a piece of nothing does not count.
fn fragments(bench: &Bench, outcome: &mut Outcome) -> Result<(), String> {
    for row in cells(&bench.data.join("conformance/fragments_email_reply_parser.tsv"))? {
        let raw = std::fs::read(bench.data.join(&row[0])).map_err(|problem| format!("{}: {problem}", row[0]))?;
        let text = plain(bench, &raw);
        let mut ours: Vec<Kind> =
            split(&text).iter().filter(|piece| !piece.text.trim().is_empty()).map(|piece| piece.kind).collect();
        let (flags, count): (Option<Vec<Vec<u8>>>, usize) = (
            row[2..5].iter().map(|cell| serde_json::from_str(cell).ok()).collect(),
            row[1].parse().map_err(|_| format!("{} is no count", row[1]))?,
        );
        let right = match flags {
            Some(flags) => {
                let mut theirs: Vec<Kind> =
                    (0..count).filter_map(|n| kind(flags[0].get(n)?, flags[1].get(n)?, flags[2].get(n)?)).collect();
                theirs.dedup();
                ours.dedup();
                ours == theirs
            }
            None => ours.len() == count,
        };
        outcome.count(if right {
            Ok(())
        } else {
            Err(format!("{} | {} {} {}, we say {ours:?}", row[0], row[1], row[2], row[3]))
        });
    }
    Ok(())
}

/// One fragment; hidden and neither quoted nor signed is an empty one.
fn kind(quoted: &u8, signature: &u8, hidden: &u8) -> Option<Kind> {
    match (quoted, signature, hidden) {
        (1, _, _) => Some(Kind::Quoted),
        (_, 1, _) => Some(Kind::Signature),
        (_, _, 1) => None,
        _ => Some(Kind::Own),
    }
}

fn signatures(bench: &Bench, outcome: &mut Outcome) -> Result<(), String> {
    for row in cells(&bench.data.join("conformance/signature_talon.tsv"))? {
        let raw = std::fs::read(bench.data.join(&row[0])).map_err(|problem| format!("{}: {problem}", row[0]))?;
        let (ours, wanted) = (only(&plain(bench, &raw), &[Kind::Signature]), json(&row[2])?);
        let right = flat(&ours) == flat(&wanted);
        outcome.count(if right { Ok(()) } else { Err(format!("{} | {wanted:?}, we say {ours:?}", row[0])) });
    }
    Ok(())
}

fn json(cell: &str) -> Result<String, String> {
    serde_json::from_str(cell).map_err(|problem| format!("{cell}: {problem}"))
}
