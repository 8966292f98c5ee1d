//! D4 to D8: why, what is changed and how strong that is, that it is done, that it holds, and the customer's word to it.
use super::super::facts::{Across, Action, ChainOf, Report};
use super::{day, fields, said, word};
use crate::words::{t, t_with};
use casework::parts::ChangedDocument;
use print::{Block, Column, Field, Table};

pub(super) fn causes(report: &Report) -> Vec<Block> {
    let mut blocks: Vec<Block> = report.chains.iter().flat_map(chain).collect();
    let out: Vec<Vec<String>> = report
        .chains
        .iter()
        .flat_map(|c| &c.ruled_out)
        .map(|out| vec![out.text.clone(), out.because.clone()])
        .collect();
    if !out.is_empty() {
        blocks.push(Block::Table(Table {
            label: said("report-ruled-out"),
            columns: vec![Column::words(t("report-looked-at"), 2), Column::words(t("report-why-not"), 3)],
            rows: out,
            ..Table::default()
        }));
    }
    for (n, view) in report.their_views.iter().enumerate() {
        let label = if n == 0 { said("report-your-view") } else { String::new() };
        blocks.push(Block::Quote { label, text: view.words.clone(), by: view.by.clone() });
        if !view.answer.is_empty() {
            blocks.push(Block::text("", t_with("report-our-answer", &[("words", view.answer.as_str().into())])));
        }
    }
    blocks
}

/// The first branch stands above its cause; a cause without a whole chain stands alone.
fn chain(of: &ChainOf) -> Vec<Block> {
    let label = word("chain", of.chain.word());
    let mut blocks = vec![];
    let rows = of.whys.len().max(of.causes.len());
    for n in 0..rows {
        let cause = of.causes.get(n);
        let proof = cause.map(|c| {
            let how = c.proving.map(|p| word("proving", p.word()));
            [how, Some(c.proof.clone()), c.proven_on.map(|on| day(Some(on)))]
                .into_iter()
                .flatten()
                .filter(|s| !s.is_empty())
                .collect::<Vec<_>>()
                .join(" · ")
        });
        blocks.push(Block::Chain {
            label: if n == 0 { label.clone() } else { String::new() },
            steps: of.whys.get(n).cloned().unwrap_or_default(),
            cause: Field::new(t("report-cause"), cause.map(|c| c.text.clone()).unwrap_or_default()),
            proof: Field::new(t("report-how-we-know"), proof.unwrap_or_default()),
        });
    }
    if let Some(not) = &of.not_known {
        let label = if rows == 0 { label.clone() } else { String::new() };
        if !label.is_empty() {
            blocks.push(Block::text(label, ""));
        }
        let parts = [("until", day(Some(not.until)).into()), ("words", not.words.as_str().into())];
        blocks.push(Block::Waiting { text: t_with("report-not-known", &parts) });
    } else if rows == 0 {
        blocks.push(Block::text(label, ""));
        blocks.push(Block::Waiting { text: said("report-not-yet") });
    }
    blocks
}

pub(super) fn chosen(report: &Report) -> Vec<Block> {
    if report.actions.is_empty() {
        return vec![];
    }
    let row = |a: &Action| {
        let chains = a.chains.iter().map(|c| word("against", c.word())).collect::<Vec<_>>().join(", ");
        vec![
            a.text.clone(),
            chains,
            word("strength", a.strength.word()),
            a.proof_before.clone(),
            a.side_effects.clone(),
        ]
    };
    let table = Table {
        label: String::new(),
        columns: vec![
            Column::words(t("report-action"), 4),
            Column::words(t("report-against"), 2),
            Column::words(t("report-strength"), 2),
            Column::words(t("report-proof-before"), 3),
            Column::words(t("report-side-effects"), 3),
        ],
        rows: report.actions.iter().map(row).collect(),
        note: said("report-strength-note"),
        ..Table::default()
    };
    vec![Block::Table(table)]
}

pub(super) fn done(report: &Report) -> Vec<Block> {
    if report.actions.is_empty() {
        return vec![];
    }
    let row = |a: &Action| {
        let done = a.done_on.map_or_else(|| said("report-still-open"), |on| day(Some(on)));
        vec![a.text.clone(), a.owner.clone(), day(Some(a.due)), done, a.proof.clone()]
    };
    let table = Table {
        columns: vec![
            Column::words(t("report-action"), 4),
            Column::words(t("report-owner"), 2),
            Column::mark(t("report-due")),
            Column::mark(t("report-done-on")),
            Column::words(t("report-proof"), 4),
        ],
        rows: report.actions.iter().map(row).collect(),
        ..Table::default()
    };
    vec![Block::Table(table)]
}

pub(super) fn kept(report: &Report) -> Vec<Block> {
    let mut blocks = vec![];
    let papers: Vec<&ChangedDocument> = report.actions.iter().flat_map(|a| &a.documents).collect();
    if !papers.is_empty() {
        let revision = |d: &ChangedDocument| {
            if d.revision.trim().is_empty() { said("report-still-open") } else { d.revision.clone() }
        };
        blocks.push(Block::Table(Table {
            label: said("report-documents"),
            columns: vec![Column::words(t("report-document"), 3), Column::words(t("report-new-revision"), 2)],
            rows: papers.iter().map(|d| vec![d.name.clone(), revision(d)]).collect(),
            ..Table::default()
        }));
    }
    if !report.across.is_empty() {
        let row = |a: &Across| {
            let done = if a.done.is_empty() { said("report-still-open") } else { a.done.clone() };
            vec![word("reach", a.reach.word()), a.what.clone(), a.owner.clone(), day(Some(a.due)), done]
        };
        blocks.push(Block::Table(Table {
            label: said("report-across"),
            columns: vec![
                Column::words(t("report-where"), 2),
                Column::words(t("report-what"), 3),
                Column::words(t("report-owner"), 2),
                Column::mark(t("report-due")),
                Column::words(t("report-what-was-done"), 3),
            ],
            rows: report.across.iter().map(row).collect(),
            ..Table::default()
        }));
    }
    blocks.extend(measured(report));
    blocks
}

fn measured(report: &Report) -> Vec<Block> {
    let mut blocks = vec![];
    if let Some(measure) = &report.measure {
        let window =
            t_with("report-window-is", &[("days", measure.window_days.into()), ("n", measure.shipments.into())]);
        let items = fields([
            ("report-measure", measure.what.clone()),
            ("report-threshold", measure.threshold.clone()),
            ("report-window", window),
            ("report-until", day(measure.until)),
        ]);
        blocks.push(Block::Fields { label: said("report-effect"), items });
    }
    if !report.held.is_empty() {
        let row = |look: &super::super::facts::Look| {
            vec![
                day(Some(look.on)),
                word("held", look.result.word()),
                look.data.clone(),
                look.clean_shipments.to_string(),
            ]
        };
        blocks.push(Block::Table(Table {
            label: said("report-looks"),
            columns: vec![
                Column::mark(t("report-on")),
                Column::words(t("report-result"), 2),
                Column::words(t("report-data"), 4),
                Column::number(t("report-clean-deliveries")),
            ],
            rows: report.held.iter().map(row).collect(),
            ..Table::default()
        }));
    }
    blocks
}

pub(super) fn ended(report: &Report) -> Vec<Block> {
    let mut blocks = vec![];
    match &report.accepted {
        Some(word) => {
            let parts = [("by", word.by.as_str().into()), ("on", day(word.on).into())];
            blocks.push(Block::text("", t_with("report-accepted", &parts)));
            if !word.words.is_empty() {
                blocks.push(Block::Quote { label: String::new(), text: word.words.clone(), by: word.by.clone() });
            }
        }
        None => blocks.push(Block::Waiting { text: said("report-not-accepted") }),
    }
    if let Some(team) = &report.team {
        let names = team.members.iter().map(|m| m.name.as_str()).collect::<Vec<_>>().join(", ");
        blocks.push(Block::text("", t_with("report-thanks", &[("names", names.into())])));
    }
    blocks
}
