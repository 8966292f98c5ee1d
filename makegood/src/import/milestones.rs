//! A list of steps: which step of which order line was planned for when, and when it was done. A step missed is seen before the line
//! is late (W05).

use super::{
    cells::Cells,
    csv_source::Row,
    header_words::Names,
    headers::{FileField, Holds},
    list_words::MILESTONES,
    lists::{Batch, Batched, List},
    order_rows::RowProblem,
    why::Why,
};
use std::collections::HashMap;
use store::{
    Fault, Tx,
    line_facts::{self, OfLine},
    lines,
    mint::Mint,
    stock::Kept,
};
use watch::{
    LineKey, When,
    fact::{Fact, What},
    story::Milestone,
};

/// What a column of a list of steps may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MilestoneField {
    Order,
    Line,
    Milestone,
    Planned,
    Done,
}

impl FileField for MilestoneField {
    const ALL: &'static [MilestoneField] = &[
        MilestoneField::Order,
        MilestoneField::Line,
        MilestoneField::Milestone,
        MilestoneField::Planned,
        MilestoneField::Done,
    ];
    const NAMES: &'static [Names<MilestoneField>] = &MILESTONES;

    fn word(self) -> &'static str {
        match self {
            MilestoneField::Order => "order",
            MilestoneField::Line => "line",
            MilestoneField::Milestone => "milestone",
            MilestoneField::Planned => "planned",
            MilestoneField::Done => "done",
        }
    }

    fn holds(self) -> Holds {
        if matches!(self, MilestoneField::Planned | MilestoneField::Done) { Holds::Dates } else { Holds::Other }
    }
}

/// One step of one line.
#[derive(Clone)]
pub struct Step {
    key: LineKey,
    name: String,
    step: Milestone,
    /// The same as a problem, should nobody know that line.
    unknown: RowProblem,
}

/// The list of steps.
pub struct MilestoneList;

impl List for MilestoneList {
    type Field = MilestoneField;
    type Row = Step;
    const KIND: &'static str = "milestones";
    const NEEDED: &'static [MilestoneField] = &[MilestoneField::Order, MilestoneField::Milestone];
    const SAYS: &'static [MilestoneField] = &[MilestoneField::Planned, MilestoneField::Done];
    const NUMBERS: &'static [MilestoneField] = &[];

    fn read(cells: &Cells<MilestoneField>, row: &Row, notes: &mut Vec<RowProblem>) -> Result<Step, RowProblem> {
        let mut day = |field| cells.day(row, field, notes).map(When::Day);
        let step = Milestone { planned: day(MilestoneField::Planned), actual: day(MilestoneField::Done) };
        Ok(Step {
            key: LineKey {
                order_no: cells.needed(row, MilestoneField::Order)?,
                line_no: cells.key(row, MilestoneField::Line)?.unwrap_or_default(),
            },
            name: cells.needed(row, MilestoneField::Milestone)?,
            step,
            unknown: cells.problem(row, MilestoneField::Order, Why::NoSuchLine),
        })
    }

    fn key(row: &Step) -> String {
        format!("{}\u{1f}{}\u{1f}{}", row.key.order_no, row.key.line_no, row.name)
    }

    fn keep(tx: &Tx, batch: &Batch<MilestoneField, Step>, _: &mut Mint) -> Result<Batched, Fault> {
        let keys: Vec<LineKey> = batch.rows.iter().map(|(_, row)| row.key.clone()).collect();
        let known = lines::by_keys(tx, &keys)?;
        let known: HashMap<&LineKey, uuid::Uuid> = known.iter().map(|kept| (&kept.line.key, kept.id)).collect();
        let (mut facts, mut refused) = (vec![], vec![]);
        for (_, row) in &batch.rows {
            let Some(line) = known.get(&row.key).copied() else {
                refused.push(row.unknown.clone());
                continue;
            };
            let what = What::Milestone { name: row.name.clone(), step: row.step };
            facts.push(OfLine { line, fact: Fact { line: row.key.clone(), known_at: batch.now, what } });
        }
        let told = facts.len() as u64;
        let new = line_facts::keep(tx, &facts)?;
        Ok(Batched { kept: Kept { new, changed: 0, same: told - new }, refused })
    }
}
