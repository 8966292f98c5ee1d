//! Do real mails of 2002 find the mail that they answer, and none a stranger's?

use super::{Bench, read};
use crate::conformance::tables::Outcome;
use std::collections::HashMap;

/// The longest way from a mail to the first of its thread.
const LONGEST: usize = 480;

/// Each edge of the list, and every mail that was hung under a thread to which it does not belong.
///
/// Where a mail does not say what it answers, the list names the first of its references; RFC 5322 puts the parent last. Such a
/// mail is right under any of its own references, as long as it stays in the thread.
pub fn edges(bench: &Bench) -> Result<(Outcome, Vec<String>), String> {
    let mut outcome = Outcome::new("thread_edges");
    let folder = bench.data.join("spamassassin/ham");
    let mut names: Vec<String> = std::fs::read_dir(&folder)
        .map_err(|problem| format!("{}: {problem}", folder.display()))?
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    let mut ids: HashMap<String, String> = HashMap::new();
    let mut mails = Vec::new();
    for name in names {
        let raw = (bench.dress.change)(&std::fs::read(folder.join(&name)).map_err(|problem| problem.to_string())?);
        let (mail, _) = read(&raw);
        if let Some(id) = &mail.message_id {
            ids.entry(id.clone()).or_insert_with(|| name.clone());
        }
        mails.push((name, mail));
    }
    let list = std::fs::read_to_string(bench.data.join("spamassassin/thread_edges.tsv"))
        .map_err(|problem| problem.to_string())?;
    let listed: HashMap<&str, &str> = list.lines().skip(1).filter_map(|line| line.split_once('\t')).collect();
    let root = |name: &str| {
        let up = std::iter::successors(Some(name), |name| listed.get(name).copied());
        up.take(LONGEST).last().unwrap_or_default().to_owned()
    };
    let found: HashMap<&str, &str> = mails
        .iter()
        .filter_map(|(child, mail)| Some((child.as_str(), mail.parents().find_map(|id| ids.get(id))?.as_str())))
        .collect();
    let mut exact = 0;
    for (child, parent) in &listed {
        let ours = found.get(child);
        exact += usize::from(ours == Some(parent));
        outcome.count(match ours {
            Some(ours) if ours == parent || root(ours) == root(parent) => Ok(()),
            other => Err(format!("{child} | under {parent}, we say {other:?}")),
        });
    }
    outcome.notes.push(format!("{exact} of {} stand under the very mail that the list names", listed.len()));
    let stranger = |(child, parent): &(&&str, &&str)| root(child) != root(parent);
    let wrong = found.iter().filter(stranger).map(|(child, parent)| format!("{child} under {parent}")).collect();
    Ok((outcome, wrong))
}
