//! A file that was brought in, read on a thread of its own: tried without keeping anything, or kept. Its end is written on the shelf of
//! uploads, where its page finds it.
use super::import_told::Told;
use super::uploads::{self, Heard, HowRead, Look, Stage, Upload};
use crate::app::App;
use crate::import::fact_list::{FactField, ListKind};
use crate::import::headers::{ColumnSeen, Field, FileField, Guesses, guess, override_with};
use crate::import::lists;
use crate::import::orders::{self, Ask, Here, Mode, NotImported};
use crate::import::report::Report;
use crate::import::rows::Rows;
use crate::import::source::Source;
use crate::import::survey::survey;
use crate::import::why::CannotStart;
use crate::sentence::say;
use crate::session::Agent;
use crate::words::{self, t, t_with};
use casework::calendar::Calendar;
use std::collections::BTreeMap;
use std::sync::Arc;
use uuid::Uuid;

/// What a look or an import needs on its own thread.
struct Work {
    app: App,
    calendar: Arc<Calendar>,
    zone: jiff::tz::TimeZone,
    upload: Upload,
    said: HowRead,
    mode: Mode,
}

/// What came of it: the columns, where each field is, the report.
type Done = (Vec<ColumnSeen>, BTreeMap<&'static str, usize>, Report);

/// Begins to read a file of this person.
pub fn start(agent: &Agent, id: Uuid, said: HowRead, mode: Mode) {
    let Some(upload) = uploads::get(id, agent.person.id) else { return };
    let calendar = agent.firm.ours.clone();
    let work = Work { app: agent.app.clone(), calendar, zone: agent.zone.clone(), upload, said, mode };
    // Its end is written on the shelf of uploads, in the language of whoever looks; nobody waits for the thread.
    let language = words::spoken();
    drop(tokio::task::spawn_blocking(move || words::said_in(language, || uploads::set(id, work.done()))));
}

impl Work {
    fn done(&self) -> Stage {
        let now = self.app.now();
        let here = Here { db: self.app.db.clone(), calendar: self.calendar.clone(), now, drawn: self.app.new_id() };
        let source = Source::Upload { name: self.upload.name.clone(), bytes: self.upload.bytes.clone() };
        let done = match self.upload.holds {
            Rows::Orders => self.orders(&here, source.clone()),
            Rows::List(kind) => self.list(kind, &here, source.clone()),
        };
        match (done, self.mode) {
            (Ok((.., report)), Mode::Keep) => Stage::Kept(Told::of(&report, &self.zone)),
            (Err(why), Mode::Keep) => Stage::Failed(self.why_not(why)),
            (Ok((columns, places, report)), Mode::DryRun) => {
                let report = Ok(Told::of(&report, &self.zone));
                Stage::Looked(Box::new(Look { columns, places, said: self.said.clone(), report }))
            }
            (Err(why), Mode::DryRun) => Stage::Looked(Box::new(self.as_far_as_seen(&source, self.why_not(why)))),
        }
    }

    fn orders(&self, here: &Here, source: Source) -> Result<Done, NotImported> {
        let HowRead { wishes, checks_from, .. } = self.said.clone();
        let ask = Ask { source, wishes, account: None, checks_from, mode: self.mode, report: None };
        let mut heard = Heard(self.upload.id);
        let plan = orders::prepare(here, &ask, &mut heard)?;
        let report = orders::run(here, &ask, &plan, &mut heard)?;
        Ok((plan.survey.columns, places(&plan.guesses), report))
    }

    fn list(&self, kind: ListKind, here: &Here, source: Source) -> Result<Done, NotImported> {
        let HowRead { wishes, decimal, .. } = self.said.clone();
        let ask = lists::Ask { source, wishes, decimal, mode: self.mode, report: None };
        let (columns, report) = kind.take(here, &ask, &mut Heard(self.upload.id))?;
        Ok((columns.survey.columns, places(&columns.guesses), report))
    }

    /// The columns all the same, so that a person can choose them.
    fn as_far_as_seen(&self, source: &Source, why: String) -> Look {
        let mut look = Look { columns: vec![], places: BTreeMap::new(), said: self.said.clone(), report: Err(why) };
        let Ok(mut csv) = source.open(self.said.wishes.said) else { return look };
        let Ok(seen) = survey(&mut csv, |_| {}) else { return look };
        look.places = match self.upload.holds {
            Rows::Orders => self.guessed::<Field>(&seen.columns, &seen.headers),
            Rows::List(_) => self.guessed::<FactField>(&seen.columns, &seen.headers),
        };
        look.columns = seen.columns;
        look
    }

    fn guessed<F: FileField>(&self, columns: &[ColumnSeen], headers: &[String]) -> BTreeMap<&'static str, usize> {
        let mut guesses: Guesses<F> = guess(columns);
        // A wish that names no column was the reason; the guess stands then.
        drop(override_with(&mut guesses, headers, &self.said.wishes.maps));
        places(&guesses)
    }

    fn why_not(&self, why: NotImported) -> String {
        match why {
            NotImported::Cannot(CannotStart::NoColumn(field)) => {
                t_with("upload-no-column", &[("field", name_of(self.upload.holds, field).into())])
            }
            NotImported::Cannot(CannotStart::NothingSaid(fields)) => {
                let named = fields.split(", ").map(|field| name_of(self.upload.holds, field)).collect::<Vec<_>>();
                t_with("upload-nothing-said", &[("fields", named.join(", ").into())])
            }
            NotImported::Cannot(CannotStart::NothingSaysDelivered) => t("upload-no-delivered").into_owned(),
            NotImported::Cannot(CannotStart::Ambiguous { column, example }) => {
                t_with("upload-ambiguous", &[("column", column.into()), ("example", example.into())])
            }
            NotImported::Cannot(other) => say(&other.sentence(), &self.zone),
            NotImported::Fault(fault) => t_with("fail-ours", &[("id", super::fail::logged(&fault).into())]),
        }
    }
}

fn places<F: FileField>(guesses: &Guesses<F>) -> BTreeMap<&'static str, usize> {
    guesses.iter().map(|(field, guess)| (field.word(), guess.column)).collect()
}

/// A field as people call it.
pub fn name_of(holds: Rows, field: &str) -> String {
    match holds {
        Rows::Orders => t(&format!("import-field-{field}")).into_owned(),
        Rows::List(_) => t(&format!("list-field-{field}")).into_owned(),
    }
}

/// What a file holds, as people call it.
pub fn called(holds: Rows) -> String {
    t(&format!("list-{}", holds.word())).into_owned()
}
