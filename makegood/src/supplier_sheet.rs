//! A corrective-action request as a sheet of paper. It is written from what the supplier may read, and from nothing else.
use crate::web::when::{day_and_time, whole_date};
use crate::words::{Language, number, said_in, spoken, t, t_with};
use casework::parts::{AskedOfSupplier, AskedPart, Counted, ScarPart};
use jiff::tz::TimeZone;
use print::{Block, Column, Field, Part, Reached, Sheet, Step, Table, Words};
use store::Fault;
use store::firm::Firm;

/// Without the feature `pdf` the page is all there is.
pub const CAN_BE_SET: bool = cfg!(feature = "pdf");

/// In the language of the request, else of the page.
pub fn of(asked: &AskedOfSupplier, firm: &Firm, zone: &TimeZone) -> Sheet {
    let language = Language::theirs(&asked.request.language).unwrap_or(spoken());
    said_in(language, || in_words(asked, firm, zone, language))
}

/// The pages, set on a thread that others do not wait for; nothing without the feature `pdf`.
///
/// # Errors
/// A fault of ours when it cannot be set.
pub async fn pages(sheet: Sheet) -> Result<Option<Vec<u8>>, Fault> {
    #[cfg(feature = "pdf")]
    {
        let set = tokio::task::spawn_blocking(move || print::pdf(&sheet, &[])).await;
        set.map_err(|e| Fault::Engine(e.into()))?.map(Some).map_err(|e| Fault::Engine(e.into()))
    }
    #[cfg(not(feature = "pdf"))]
    {
        let _ = sheet;
        Ok(None)
    }
}

fn said(key: &str) -> String {
    t(key).into_owned()
}

fn in_words(asked: &AskedOfSupplier, firm: &Firm, zone: &TimeZone, language: Language) -> Sheet {
    let request = &asked.request;
    let day = asked.at.to_zoned(zone.clone()).date();
    let to = [request.supplier.as_str(), request.to.as_str()].into_iter().filter(|s| !s.is_empty());
    Sheet {
        lang: language.tag().to_owned(),
        kind: said("supplier-kind"),
        title: request.wrong.clone(),
        number: asked.number.clone(),
        revision: String::new(),
        day: day.to_string(),
        dated: whole_date(day),
        from: firm.company.to_string(),
        to: to.collect::<Vec<_>>().join(", "),
        marks: vec![],
        head: head(asked, firm),
        steps: asked.parts.iter().map(step).collect(),
        parts: vec![what(asked, zone), answers(asked, zone)],
        words: Words { page: said("report-page"), of: said("report-page-of"), no_picture: said("report-no-picture") },
    }
}

fn head(asked: &AskedOfSupplier, firm: &Firm) -> Vec<Field> {
    let request = &asked.request;
    let pieces = request.quantity.map(|n| number(i64::try_from(n).unwrap_or(i64::MAX))).unwrap_or_default();
    let all = [
        ("supplier-part", request.part.clone()),
        ("supplier-revision", request.revision.clone()),
        ("supplier-lots", request.lots.clone()),
        ("supplier-order", request.order.clone()),
        ("supplier-pieces", pieces),
        ("supplier-should", request.should.clone()),
        ("supplier-asked-by", firm.name_of(asked.by).to_owned()),
    ];
    all.into_iter().filter(|(_, value)| !value.is_empty()).map(|(key, value)| Field::new(t(key), value)).collect()
}

fn step(part: &AskedPart) -> Step {
    let (reached, key) = match (&part.said, &part.not_enough) {
        (None, _) => (Reached::Open, "report-reached-open"),
        (Some(_), Some(_)) => (Reached::Begun, "report-reached-begun"),
        (Some(_), None) => (Reached::Done, "report-reached-done"),
    };
    Step { code: name(part.part), reached, said: said(key) }
}
fn name(part: ScarPart) -> String {
    said(match part {
        ScarPart::Containment => "supplier-words-containment",
        ScarPart::Cause => "supplier-words-cause",
        ScarPart::Action => "supplier-words-action",
    })
}
fn question(part: ScarPart) -> String {
    said(match part {
        ScarPart::Containment => "supplier-containment",
        ScarPart::Cause => "supplier-cause",
        ScarPart::Action => "supplier-action",
    })
}

fn what(asked: &AskedOfSupplier, zone: &TimeZone) -> Part {
    let rows = asked.parts.iter().map(|part| vec![question(part.part), day_and_time(part.due, zone)]).collect();
    let columns = vec![Column::words(said("supplier-what"), 3), Column::mark(said("supplier-what-until"))];
    let table = Table { label: String::new(), columns, rows, total: vec![], note: String::new() };
    Part {
        code: String::new(),
        title: said("supplier-what"),
        blocks: vec![
            Block::text(said("supplier-wrong"), &asked.request.wrong),
            Block::text(said("supplier-containment-asked"), &asked.request.containment),
            Block::Table(table),
        ],
    }
}

fn answers(asked: &AskedOfSupplier, zone: &TimeZone) -> Part {
    let block = |part: &AskedPart| match &part.said {
        None => Block::Waiting {
            text: format!(
                "{}: {}",
                name(part.part),
                t_with("supplier-due", &[("day", day_and_time(part.due, zone).into())])
            ),
        },
        Some(said) => {
            let more = said.says.counted.map(counted).into_iter();
            let more = more.chain(
                said.says
                    .in_place
                    .map(|at| format!("{} {}", t("supplier-in-place"), whole_date(at.to_zoned(zone.clone()).date()))),
            );
            let text = std::iter::once(said.says.words.clone()).chain(more).collect::<Vec<_>>().join("\n");
            Block::Quote { label: name(part.part), text, by: said.says.said_by.clone() }
        }
    };
    let mut blocks: Vec<Block> = asked.parts.iter().map(block).collect();
    if !asked.files.is_empty() {
        let names: Vec<&str> = asked.files.iter().map(|file| file.name.as_str()).collect();
        blocks.push(Block::text(said("supplier-files"), names.join("\n")));
    }
    Part { code: String::new(), title: said("supplier-answered"), blocks }
}

/// The pieces at their place in a sentence.
pub fn counted(counted: Counted) -> String {
    t_with(
        "supplier-counted",
        &[
            ("suspect", counted.suspect.into()),
            ("good", counted.good.into()),
            ("bad", counted.bad.into()),
            ("open", counted.unchecked().unwrap_or(0).into()),
        ],
    )
}
