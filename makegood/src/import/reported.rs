//! What customers report as not conforming, out of a file of messages (X12 842): the list of nonconformities, read and refused as any
//! other list is, each row by the number of its segment.

use super::{
    edi::{self, Interchange},
    fact_list::{FactList, Nonconformities},
    headers::FileField as _,
    lists,
    numbers::Mark,
    orders::{Ask, Here, NotImported},
    plan::{Plan, Wishes},
    progress::Progress,
    report::Report,
    source::{self, Source},
};
use uuid::Uuid;

/// Takes the reports of a file, where it has some.
///
/// # Errors
/// Why they cannot be read, or a fault; what was kept before it stays.
pub(super) fn taken(
    here: &Here,
    ask: &Ask,
    plan: &Plan,
    progress: &mut dyn Progress,
) -> Result<Option<Report>, NotImported> {
    let Some(Interchange { reports, .. }) = plan.messages.as_ref().filter(|all| !all.reports.is_empty()) else {
        return Ok(None);
    };
    let maps = edi::columns(reports).into_iter().map(|field| format!("{0}={0}", field.word())).collect();
    let said = source::said(Some("utf-8"), Some(',')).unwrap_or_default();
    let ask = lists::Ask {
        source: Source::Upload { name: ask.source.name(), bytes: edi::as_csv(reports).into() },
        wishes: Wishes { maps, dates: None, zone: Some(plan.zone.clone()), said },
        decimal: Some(Mark::Point),
        mode: ask.mode,
        report: None,
    };
    // An import of its own beside that of the orders.
    let here = Here { drawn: Uuid::new_v5(&here.drawn, b"nonconformities"), ..here.clone() };
    let plan = lists::prepare::<FactList<Nonconformities>>(&here, &ask, progress)?;
    lists::run(&here, &ask, &plan, progress).map(Some)
}
