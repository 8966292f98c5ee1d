//! What Nordlot prepared: two emergency plans, one of them not rehearsed for too long, and this morning's lists of stock and
//! of what may stand in.
use super::firm::Names;
use super::{Unfilled, when};
use crate::app::App;
use crate::import::alternates::AlternateList;
use crate::import::lists::{self, Ask, List};
use crate::import::orders::{Here, Mode, NotImported};
use crate::import::plan::Wishes;
use crate::import::progress::Silent;
use crate::import::source::Source;
use crate::import::stock::StockList;
use crate::sentence::say;
use casework::emergency::{EmergencyPlan, EmergencyStep, PhoneLine, StepOwner};
use casework::ids::EmergencyPlanId;
use casework::kinds::{Role, StepKind, TroubleKind};
use jiff::{Span, Timestamp};
use store::{By, NotKept, emergency};

/// Item, site, there, free, days until work in progress is ready, lead time in days.
type Lies = (&'static str, &'static str, u32, u32, Option<i64>, u32);

const STOCK: [Lies; 13] = [
    ("KB-7 rev C", "Warsaw", 320, 180, None, 15),
    ("KB-7 rev C", "Gdańsk", 40, 0, Some(6), 15),
    ("KB-9", "Warsaw", 0, 0, Some(4), 12),
    ("KB-9 rev B", "Warsaw", 90, 90, None, 12),
    ("MS-1", "Warsaw", 150, 110, None, 9),
    ("MS-3 green", "Warsaw", 60, 60, Some(3), 9),
    ("NB-12", "Gdańsk", 0, 0, None, 20),
    ("NB-12 sealed", "Gdańsk", 24, 24, None, 20),
    ("SM-4", "Warsaw", 75, 30, None, 14),
    ("SM-9", "Warsaw", 12, 0, Some(9), 14),
    ("HM-2", "Warsaw", 18, 18, None, 18),
    ("KL-2", "Warsaw", 0, 0, None, 10),
    ("GS-22 thin", "Gdańsk", 45, 45, None, 16),
];

/// Item, alternate, how it fits, the number of the customer who approved it, data sheet.
const ALTERNATES: [(&str, &str, &str, &str, &str); 5] = [
    ("KB-9", "KB-9 rev B", "yes", "10017", "DS-KB9B"),
    ("KB-7 rev C", "KB-9 rev B", "no", "", "DS-KB9B"),
    ("NB-12", "NB-12 sealed", "same fit and function, 0.4 mm higher at the edge", "", "DS-NB12S"),
    ("GS-22", "GS-22 thin", "yes", "", "DS-GS22T"),
    ("SM-9", "SM-4", "no", "", "DS-SM4"),
];

/// The plans, in the months in which they were written.
pub async fn add_plans(app: &App, names: &Names, now: Timestamp) -> Result<(), Unfilled> {
    let day = |months: i32| when::months_before(now, months).to_zoned(when::zone()).date();
    // Written months ago by whom, rehearsed months ago.
    let plans = [(lost(app, names), 13, "ewa", 13), (press(app, names), 10, "piotr", 4)];
    for (plan, months, who, rehearsed) in plans {
        let person = names.people.get(who).copied();
        let by = |months| By { person, request: app.new_request(), now: when::months_before(now, months) };
        let (added, noted, on, id) = (by(months), by(rehearsed), day(rehearsed), plan.id);
        app.db
            .write(move |tx| {
                emergency::add(tx, &plan, &added)?;
                emergency::rehearsed(tx, id, on, on, &noted)?;
                Ok::<_, NotKept>(())
            })
            .await?;
    }
    app.refresh_firm().await?;
    Ok(())
}

fn plan(app: &App, name: &str, kinds: &[TroubleKind], trigger: &str) -> EmergencyPlan {
    EmergencyPlan {
        id: EmergencyPlanId(app.new_id()),
        version: 1,
        name: name.into(),
        kinds: kinds.to_vec(),
        trigger: trigger.into(),
        steps: vec![],
        phones: vec![],
        substitutes: String::new(),
        carrier: String::new(),
        rehearsed_on: None,
    }
}
fn step(text: &str, owner: StepOwner, minutes: u32, kind: StepKind) -> EmergencyStep {
    EmergencyStep { text: text.into(), owner, minutes, kind }
}
fn phones(lines: &[(&str, &str)]) -> Vec<PhoneLine> {
    lines.iter().map(|(who, number)| PhoneLine { who: (*who).into(), number: (*number).into() }).collect()
}
fn person(names: &Names, short: &str) -> StepOwner {
    names.people.get(short).map_or(StepOwner::Role(Role::Owner), |id| StepOwner::Person(*id))
}

fn lost(app: &App, names: &Names) -> EmergencyPlan {
    let steps = vec![
        step("Hold everything of this order that has not left yet", person(names, "lars"), 30, StepKind::Contain),
        step(
            "Look for stock at both sites and start the lot again",
            StepOwner::Role(Role::Operations),
            120,
            StepKind::Fix,
        ),
        step("File the claim with the carrier, with photos", StepOwner::Role(Role::Owner), 240, StepKind::Contain),
        step("Ask the second carrier what leaves tonight", person(names, "lars"), 120, StepKind::Contain),
        step("Say which lots of this week travel the same way", StepOwner::Role(Role::Quality), 480, StepKind::Prevent),
    ];
    EmergencyPlan {
        steps,
        phones: phones(&[("Trans Nord, night desk", "+48 22 555 09 00"), ("Air desk, Okęcie", "+48 22 555 09 44")]),
        substitutes: "Borg Boards in Poznań: four layers, 200 a day, ready in three days. Ask for Kuba Borg.".into(),
        carrier: "Trans Nord by road, Polar Air by night".into(),
        ..plan(
            app,
            "Whole lot lost in transit",
            &[TroubleKind::Transit],
            "The carrier says it is gone, or it is a day late and nobody can say where it is.",
        )
    }
}

fn press(app: &App, names: &Names) -> EmergencyPlan {
    let steps = vec![
        step("Name every order that waits for the press", StepOwner::Role(Role::Operations), 60, StepKind::Contain),
        step("Book the press in Gdańsk for the night", person(names, "piotr"), 90, StepKind::Contain),
        step(
            "Say which customers will be late, and by how much",
            StepOwner::Role(Role::Operations),
            180,
            StepKind::Tell,
        ),
        step("Ask Borg Boards for two days of their press", StepOwner::Role(Role::Manager), 240, StepKind::Contain),
    ];
    EmergencyPlan {
        steps,
        phones: phones(&[
            ("Press service, day and night", "+49 711 555 0870"),
            ("Gdańsk, shift lead", "+48 58 555 01 60"),
        ]),
        substitutes: "The press in Gdańsk: half our boards, from ten at night.".into(),
        ..plan(
            app,
            "The press stands still",
            &[TroubleKind::Delay, TroubleKind::OverPromise],
            "The press stands for more than two hours, or service cannot say when they come.",
        )
    }
}

/// This morning's lists, by the same functions as in the shell.
pub async fn add_lists(app: &App, now: Timestamp) -> Result<(), Unfilled> {
    let at = when::step("w 06:10", now).unwrap_or(now);
    let here = || Here { db: app.db.clone(), calendar: app.firm().ours.clone(), now: at, drawn: app.new_id() };
    let (stock, alternates) = (here(), here());
    let csv = stock_list(now);
    let imported = tokio::task::spawn_blocking(move || {
        import::<StockList>(&stock, csv)?;
        import::<AlternateList>(&alternates, alternate_list())
    });
    imported.await.map_err(|e| Unfilled::Story(e.to_string()))?
}

fn import<L: List>(here: &Here, csv: String) -> Result<(), Unfilled> {
    let source = Source::Upload { name: format!("{}.csv", L::KIND), bytes: csv.into_bytes().into() };
    let ask = Ask { source, wishes: Wishes::default(), decimal: None, mode: Mode::Keep, report: None };
    let odd = |not: NotImported| match not {
        NotImported::Cannot(why) => Unfilled::Story(say(&why.sentence(), here.calendar.zone())),
        NotImported::Fault(fault) => Unfilled::Fault(fault),
    };
    let plan = lists::prepare::<L>(here, &ask, &mut Silent).map_err(odd)?;
    let report = lists::run(here, &ask, &plan, &mut Silent).map_err(odd)?;
    if report.refused > 0 {
        return Err(Unfilled::Story(report.lines(here.calendar.zone()).join("; ")));
    }
    Ok(())
}

fn stock_list(now: Timestamp) -> String {
    let today = now.to_zoned(when::zone()).date();
    let mut csv = String::from("Item,Site,On hand,Free,WIP ready on,Lead time days\n");
    for (item, site, there, free, ready, lead) in STOCK {
        let ready = ready.map(|days| today.saturating_add(Span::new().days(days)).to_string()).unwrap_or_default();
        csv.push_str(&format!("{item},{site},{there},{free},{ready},{lead}\n"));
    }
    csv
}

fn alternate_list() -> String {
    let mut csv = String::from("Item;Alternate;Form fit function;Approved by;Data sheet\n");
    for (item, alternate, fits, approved_by, sheet) in ALTERNATES {
        csv.push_str(&format!("{item};{alternate};{fits};{approved_by};{sheet}\n"));
    }
    csv
}
