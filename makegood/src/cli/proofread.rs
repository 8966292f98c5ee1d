//! `proofread`: reads a message before it is sent. It opens no database, reads no configuration and asks nobody.
//!
//! Exit codes: 0 nothing to put right · 1 something to put right · 2 a file cannot be read or understood · 3 it must not be sent.
use super::host::line;
use crate::words::{Value, t, t_with};
use ::proofread::{Because, Draft, Finding, Level, Record, Report, State};
use clap::ArgMatches;
use std::fs::File;
use std::io::{Read, Write as _};
use std::path::Path;
use std::process::ExitCode;

mod lsp;
mod rules;
mod sarif;
mod styles;

/// A message is shorter; what is longer is no message.
const BYTES_AT_MOST: u64 = 16 * 1024 * 1024;
const TO_FIX: u8 = 1;
const UNREADABLE: u8 = 2;
const STOPPED: u8 = 3;
/// Lines of the checklist that people are shown.
const LINES_SHOWN: usize = 10;

pub fn run(matches: &ArgMatches) -> ExitCode {
    let ended = match matches.subcommand() {
        Some(("explain", of)) => explain(of),
        Some(("lsp", of)) => serve(of),
        Some(("vale-import", of)) => styles::import(word(of, "dir"), word(of, "lang")),
        _ => review(matches),
    };
    match ended {
        Ok(code) => ExitCode::from(code),
        Err(sentence) => {
            // Nobody may be there to read it.
            drop(writeln!(std::io::stderr(), "makegood: {sentence}"));
            ExitCode::from(UNREADABLE)
        }
    }
}

fn review(matches: &ArgMatches) -> Result<u8, String> {
    let name = matches.get_one::<String>("file").map_or("-", String::as_str);
    let text = read(name)?;
    let record = matches.get_one::<String>("case").map(|name| facts(name)).transpose()?;
    let subject = matches.get_one::<String>("subject").map(String::as_str);
    let report = reviewer(matches)?.review(&Draft { subject, text: &text }, record.as_ref());
    if matches.get_flag("json") {
        line(&serde_json::to_string_pretty(&report).map_err(|odd| odd.to_string())?);
    } else if matches.get_flag("sarif") {
        line(&sarif::told(&report, name, &text).to_string());
    } else {
        told(&report, &text);
    }
    Ok(if !report.may_send {
        STOPPED
    } else if report.findings.iter().any(|f| f.level == Level::Fix) || report.checklist.iter().any(wanting) {
        TO_FIX
    } else {
        0
    })
}

fn word<'a>(matches: &'a ArgMatches, name: &str) -> &'a str {
    matches.get_one::<String>(name).map_or("", String::as_str)
}

/// The rules that came along, and a style of the house.
fn reviewer(matches: &ArgMatches) -> Result<::proofread::Reviewer, String> {
    let reviewer = rules::reviewer(matches)?;
    let Some(folder) = matches.get_one::<String>("vale") else { return Ok(reviewer) };
    let style = styles::style(folder)?;
    for left_out in &style.left_out {
        let parts: [(&str, Value<'_>); 1] = [("problem", left_out.to_string().into())];
        drop(writeln!(std::io::stderr(), "makegood: {}", t_with("cli-proofread-left-out", &parts)));
    }
    Ok(reviewer.and(style))
}

fn serve(matches: &ArgMatches) -> Result<u8, String> {
    let optional = |name: &str| matches.get_one::<String>(name).map(String::as_str);
    lsp::serve(lsp::Asked { reviewer: reviewer(matches)?, case: optional("case"), pages: optional("pages") })
}

fn wanting(item: &::proofread::Line) -> bool {
    matches!(item.state, State::Missing | State::Weak)
}

fn facts(name: &str) -> Result<Record, String> {
    let text = read(name)?;
    serde_json::from_str(&text).map_err(|odd| {
        let parts: [(&str, Value<'_>); 2] = [("file", name.into()), ("problem", odd.to_string().into())];
        t_with("cli-proofread-facts", &parts)
    })
}

/// A file, or the standard input for `-`.
fn read(name: &str) -> Result<String, String> {
    let mut text = String::new();
    let limited = |from: &mut dyn Read, text: &mut String| from.take(BYTES_AT_MOST).read_to_string(text);
    let done = if name == "-" {
        limited(&mut std::io::stdin(), &mut text)
    } else {
        File::open(Path::new(name)).and_then(|mut file| limited(&mut file, &mut text))
    };
    done.map_err(|problem| {
        t_with("cli-cannot-read", &[("file", name.into()), ("problem", problem.to_string().into())])
    })?;
    Ok(text)
}

fn told(report: &Report, text: &str) {
    line(&head(report));
    let needed = report.checklist.iter().filter(|l| l.state != State::NotNeeded);
    for item in needed.take(LINES_SHOWN) {
        let state = match item.state {
            State::There => t("cli-proofread-there"),
            State::Weak => t("cli-proofread-weak"),
            _ => t("cli-proofread-missing"),
        };
        let said = if item.say.is_empty() { String::new() } else { format!(" – {}", item.say) };
        line(&format!("  {state:<8} {}{said}", item.item));
    }
    for finding in &report.findings {
        tell(finding, text);
    }
    for promise in &report.promises {
        let due = promise.due.map(|due| due.strftime("%-d %B %Y, %H:%M").to_string());
        let when = due.or_else(|| promise.when.clone()).unwrap_or_else(|| t("cli-proofread-no-date").into_owned());
        let parts: [(&str, Value<'_>); 2] = [("act", one_line(&promise.act).into()), ("when", when.into())];
        line(&t_with("cli-proofread-promise", &parts));
    }
}

fn head(report: &Report) -> String {
    let count = |level| report.findings.iter().filter(|f| f.level == level).count();
    let needed = report.checklist.iter().filter(|l| l.state != State::NotNeeded).count();
    let there = report.checklist.iter().filter(|l| l.state == State::There).count();
    let parts: [(&str, Value<'_>); 5] = [
        ("there", there.to_string().into()),
        ("needed", needed.to_string().into()),
        ("stop", count(Level::Stop).to_string().into()),
        ("fix", count(Level::Fix).to_string().into()),
        ("consider", count(Level::Consider).to_string().into()),
    ];
    let key = match (report.pack, needed) {
        (false, _) => "cli-proofread-no-pack",
        (true, 0) => "cli-proofread-head-plain",
        (true, _) => "cli-proofread-head",
    };
    t_with(key, &parts)
}

fn tell(finding: &Finding, text: &str) {
    let (row, column) = place(text, finding.start);
    line(&format!("{row}:{column} {} {} \"{}\"", finding.level.word(), finding.rule, one_line(&finding.text)));
    line(&format!("    {}", finding.say));
    for (key, said) in [("cli-proofread-why", &finding.why), ("cli-proofread-try", &finding.attempt)] {
        if !said.is_empty() {
            line(&format!("    {}", t_with(key, &[("said", said.as_str().into())])));
        }
    }
    if let Some(twin) = &finding.replace {
        line(&format!("    {}", t_with("cli-proofread-try", &[("said", twin.as_str().into())])));
    }
}

/// Row and column of a byte, counted from 1 in letters.
fn place(text: &str, byte: usize) -> (usize, usize) {
    let before = text.get(..byte).unwrap_or("");
    let row = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
    (row, column)
}

fn one_line(said: &str) -> String {
    said.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(100).collect()
}

/// Whether one rule fires on a text, and why not; its own examples stand below.
fn explain(matches: &ArgMatches) -> Result<u8, String> {
    let word = |name: &str| matches.get_one::<String>(name).cloned().unwrap_or_default();
    let (id, said) = (word("rule"), word("text"));
    let text = if said == "-" { read("-")? } else { said };
    let record = matches.get_one::<String>("case").map(|name| facts(name)).transpose()?;
    let reviewer = rules::reviewer(matches)?;
    let unknown = || t_with("cli-proofread-no-rule", &[("rule", id.as_str().into())]);
    let (_, rule) = reviewer.rule(&id).ok_or_else(unknown)?;
    let explained =
        reviewer.explain(&id, &Draft { subject: None, text: &text }, record.as_ref()).ok_or_else(unknown)?;
    line(&format!("{id}: {}", rule.written.name));
    let on: Vec<String> = explained.on.iter().map(|o| format!("\"{}\"", one_line(o))).collect();
    let key = match explained.because {
        Because::Fires => "cli-proofread-fires",
        Because::GivesWay => "cli-proofread-gives-way",
        Because::NotAsked => "cli-proofread-not-asked",
        Because::Excused => "cli-proofread-excused",
        Because::Excepted => "cli-proofread-excepted",
        Because::Off => "cli-proofread-off",
        Because::Answered => "cli-proofread-answered",
        Because::NotSaid => "cli-proofread-not-said",
    };
    line(&t_with(key, &[("on", on.join(", ").into())]));
    for (key, texts) in
        [("cli-proofread-example-fires", &rule.written.fires), ("cli-proofread-example-silent", &rule.written.silent)]
    {
        for text in texts {
            line(&format!("    {}", t_with(key, &[("said", one_line(text).into())])));
        }
    }
    for (key, said) in [("cli-proofread-why", &rule.written.why), ("cli-proofread-source", &rule.written.source)] {
        line(&format!("    {}", t_with(key, &[("said", said.as_str().into())])));
    }
    Ok(u8::from(explained.fires))
}

#[cfg(test)]
mod tests {
    use super::*;
    use ::proofread::Reviewer;

    #[test]
    fn a_place_is_counted_in_rows_and_letters() {
        assert_eq!(place("ä\nöü x", "ä\nöü ".len()), (2, 4));
        assert_eq!(place("", 0), (1, 1));
    }

    /// What a build server reads has the bytes of each finding, and its level.
    #[test]
    fn sarif_names_rule_level_and_bytes() {
        let text = "Your order is late. Sorry for any inconvenience.";
        let report = Reviewer::shipped().expect("packs").review(&Draft { subject: None, text }, None);
        let told = sarif::told(&report, "mail.txt", text);
        let result = &told["runs"][0]["results"][0];
        assert_eq!(told["version"], "2.1.0");
        assert_eq!(result["ruleId"], "AP02");
        assert_eq!(result["level"], "warning");
        assert_eq!(result["locations"][0]["physicalLocation"]["region"]["byteOffset"], 20);
    }
}
