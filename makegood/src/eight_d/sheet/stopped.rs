//! D0 to D3: first help, who works on it, what is wrong, and what protects the customer meanwhile.
use super::super::facts::{Place, Report};
use super::{day, fields, number, said, word};
use crate::words::{t, t_with};
use casework::parts::Said;
use print::{Block, Column, Table};

pub(super) fn first_help(report: &Report) -> Vec<Block> {
    let help = &report.help;
    let mut blocks = vec![];
    let items = fields([
        ("report-spoke-on", day(help.spoke_on)),
        ("report-told-on", day(help.told_on)),
        ("report-told-to", help.told_to.clone()),
    ]);
    if !items.is_empty() {
        blocks.push(Block::Fields { label: String::new(), items });
    }
    if !help.told.is_empty() {
        blocks.push(Block::text(t("report-told"), &help.told));
    }
    blocks
}

pub(super) fn team(report: &Report) -> Vec<Block> {
    let Some(team) = &report.team else { return vec![] };
    let items = fields([("report-champion", team.champion.clone()), ("report-leader", team.leader.clone())]);
    let rows = team.members.iter().map(|m| {
        let share = t_with("report-percent", &[("n", m.share.into())]);
        vec![m.name.clone(), word("function", m.function.word()), m.reach.clone(), share]
    });
    let table = Table {
        label: said("report-members"),
        columns: vec![
            Column::words(t("report-name"), 3),
            Column::words(t("report-function"), 3),
            Column::words(t("report-reach"), 3),
            Column::number(t("report-share")),
        ],
        rows: rows.collect(),
        ..Table::default()
    };
    let mut blocks = vec![Block::Fields { label: String::new(), items }];
    if !table.rows.is_empty() {
        blocks.push(Block::Table(table));
    }
    blocks
}

pub(super) fn problem(report: &Report) -> Vec<Block> {
    let mut blocks: Vec<Block> = vec![];
    for (n, said_) in report.in_their_words.iter().enumerate() {
        let label = if n == 0 { said("report-in-your-words") } else { String::new() };
        blocks.push(Block::Quote { label, text: said_.words.clone(), by: said_.by.clone() });
    }
    if let Some(problem) = &report.problem {
        blocks.push(Block::text(t("report-failure"), &problem.failure_mode));
        let items = fields([
            ("report-should", problem.should.clone()),
            ("report-is", problem.is.clone()),
            ("report-process-place", problem.process_place.clone()),
            ("report-in-fmea", problem.in_fmea.map(|known| word("in-fmea", known.word())).unwrap_or_default()),
        ]);
        if !items.is_empty() {
            blocks.push(Block::Fields { label: String::new(), items });
        }
    }
    if !report.compared.is_empty() {
        let row = |c: &super::super::facts::Compared| {
            let differs = [c.distinction.as_str(), c.change.as_str()].into_iter().filter(|s| !s.is_empty());
            vec![
                word("aspect", c.aspect.word()),
                c.is.clone(),
                c.is_not.clone(),
                differs.collect::<Vec<_>>().join("\n"),
            ]
        };
        blocks.push(Block::Table(Table {
            label: said("report-compared"),
            columns: vec![
                Column::mark(t("report-aspect")),
                Column::words(t("report-it-is"), 3),
                Column::words(t("report-it-is-not"), 3),
                Column::words(t("report-differs"), 3),
            ],
            rows: report.compared.iter().map(row).collect(),
            ..Table::default()
        }));
    }
    blocks
}

pub(super) fn places(report: &Report) -> Vec<Block> {
    if report.places.is_empty() {
        return vec![];
    }
    let sum = |of: fn(&Place) -> u64| number(report.places.iter().map(of).sum());
    let total = [said("report-all-places"), sum(|p| p.suspect), sum(|p| p.good), sum(|p| p.bad), sum(|p| p.unchecked)];
    let clean = report.clean_from.as_ref().map(|c| {
        let by = word("clean-by", c.known_by.word());
        t_with(
            "report-clean-from",
            &[("by", by.into()), ("value", c.value.as_str().into()), ("words", c.words.as_str().into())],
        )
    });
    let table = Table {
        label: said("report-places"),
        columns: vec![
            Column::words(t("report-place"), 3),
            Column::number(t("report-suspect-short")),
            Column::number(t("report-good")),
            Column::number(t("report-bad-short")),
            Column::number(t("report-unchecked")),
            Column::words(t("report-how-and-who"), 5),
        ],
        rows: report.places.iter().map(row).collect(),
        total: total.into_iter().chain([String::new()]).collect(),
        note: clean.unwrap_or_default(),
    };
    vec![Block::Table(table)]
}

fn row(place: &Place) -> Vec<String> {
    let name = word("place", place.place.word());
    if place.applies == Said::No {
        let none = || "–".to_owned();
        return vec![name, none(), none(), none(), none(), place.because.clone()];
    }
    let by =
        [place.done_by.clone(), day(Some(place.done_on))].into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>();
    let mut lines = vec![place.method.clone()];
    if !place.marking.is_empty() {
        lines.push(t_with("report-marked", &[("how", place.marking.as_str().into())]));
    }
    lines.push(by.join(", "));
    if !place.verified_by.is_empty() {
        let parts = [("by", place.verified_by.as_str().into()), ("words", place.verified.as_str().into())];
        lines.push(t_with("report-verified", &parts));
    }
    if let Some(on) = place.ended_on {
        lines.push(t_with("report-ended", &[("on", day(Some(on)).into()), ("words", place.ended.as_str().into())]));
    }
    let how = lines.into_iter().filter(|line| !line.trim().is_empty()).collect::<Vec<_>>().join("\n");
    vec![name, number(place.suspect), number(place.good), number(place.bad), number(place.unchecked), how]
}
