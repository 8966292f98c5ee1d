//! A report as lines for a spreadsheet: discipline, what is said, and the line or cell it stands in.
use print::{Block, Part, Sheet};

/// One line: discipline, heading, line, column, what it says.
pub type Line = [String; 5];

pub fn of(sheet: &Sheet) -> Vec<Line> {
    let mut lines: Vec<Line> = vec![];
    for field in &sheet.head {
        lines.push(line("", "", 0, &field.label, &field.value));
    }
    sheet.parts.iter().for_each(|part| part_of(part, &mut lines));
    lines
}

fn line(code: &str, heading: &str, row: usize, column: &str, value: &str) -> Line {
    let row = if row == 0 { String::new() } else { row.to_string() };
    [code.to_owned(), heading.to_owned(), row, column.to_owned(), value.to_owned()]
}

fn part_of(part: &Part, lines: &mut Vec<Line>) {
    let code = if part.code.is_empty() { part.title.as_str() } else { part.code.as_str() };
    for block in &part.blocks {
        let mut say = |heading: &str, row, column: &str, value: &str| {
            if !value.trim().is_empty() {
                lines.push(line(code, heading, row, column, value));
            }
        };
        match block {
            Block::Text { label, text } => say(label, 0, "", text),
            Block::Waiting { text } => say("", 0, "", text),
            Block::Quote { label, text, by } => say(label, 0, by, text),
            Block::Fields { label, items } => items.iter().for_each(|f| say(label, 0, &f.label, &f.value)),
            Block::Table(table) => {
                for (n, row) in table.rows.iter().enumerate() {
                    table
                        .columns
                        .iter()
                        .zip(row)
                        .for_each(|(column, cell)| say(&table.label, n + 1, &column.head, cell));
                }
                table
                    .columns
                    .iter()
                    .zip(&table.total)
                    .for_each(|(column, cell)| say(&table.label, 0, &column.head, cell));
                say(&table.label, 0, "", &table.note);
            }
            Block::Chain { label, steps, cause, proof } => {
                steps.iter().enumerate().for_each(|(n, step)| say(label, n + 1, "", step));
                say(label, 0, &cause.label, &cause.value);
                say(label, 0, &proof.label, &proof.value);
            }
            Block::Pictures { items } => {
                for (n, picture) in items.iter().enumerate() {
                    say("", n + 1, "", &picture.caption);
                    picture.spots.iter().for_each(|spot| say("", n + 1, "", &spot.said));
                }
            }
        }
    }
}
