//! Everything out: each table page by page as JSON, cases with the rows of their history, and a safe copy of a SQLite file.
//! What is derived from these (clocks, promises, the search index) and what opens doors (sessions, keys, passwords) stays.
use crate::row::{Cell, Column, Record, Row};
use crate::target::Target;
use crate::{Conn, Fault, history, params, record, sql};
use casework::ids::CaseId;
use serde_json::{Map, Value, json};
use std::path::Path;
use uuid::Uuid;

/// Rows of one page; an export holds no more in memory.
pub const PAGE: i64 = 500;

/// What a column holds, for its JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Holds {
    /// A number, a text, nothing.
    Plain,
    Id,
    /// JSON kept as text.
    Json,
    /// Bytes, written in hex.
    Bytes,
    /// The same, and so many that one row is enough at a time.
    Large,
}

/// One table that goes out; its first column is the key that pages go on by.
struct Table {
    name: &'static str,
    columns: &'static [(&'static str, Holds)],
    sql: &'static str,
}

use Holds::{Bytes, Id, Json, Large, Plain};

const TABLES: &[Table] = &[
    Table {
        name: "person",
        columns: &[("id", Id), ("name", Plain), ("email", Plain), ("phone", Plain), ("zone", Plain), ("roles", Plain), ("quiet_from", Plain), ("quiet_to", Plain), ("active", Plain), ("language", Plain), ("made_at", Plain)],
        sql: sql!("select id, name, email, phone, zone, roles, quiet_from, quiet_to, active, language, made_at from people where id > ?1 order by id limit ?2"),
    },
    Table {
        name: "calendar",
        columns: &[("id", Id), ("name", Plain), ("version", Plain), ("spec", Json)],
        sql: sql!("select id, name, version, spec from calendars where id > ?1 order by id limit ?2"),
    },
    Table {
        name: "emergency_plan",
        columns: &[("id", Id), ("name", Plain), ("version", Plain), ("body", Json)],
        sql: sql!("select id, name, version, body from emergency_plans where id > ?1 order by id limit ?2"),
    },
    Table {
        name: "account",
        columns: &[
            ("id", Id), ("name", Plain), ("reference", Plain), ("country", Plain), ("region", Plain), ("zone", Plain), ("language", Plain), ("relationship_owner", Id), ("cover", Id),
            ("calendar_id", Id), ("since_on", Plain), ("strength", Plain), ("what_matters", Plain), ("protocol", Json), ("rules", Json), ("origin", Plain), ("made_at", Plain),
        ],
        sql: sql!(
            "select id, name, reference, country, region, zone, language, relationship_owner, cover, calendar_id, since_on, strength, what_matters, protocol, rules, origin, made_at
             from accounts where id > ?1 order by id limit ?2"
        ),
    },
    Table {
        name: "contact",
        columns: &[
            ("id", Id), ("account_id", Id), ("name", Plain), ("address_as", Plain), ("role", Plain), ("email", Plain), ("phone", Plain), ("night_phone", Plain), ("language", Plain),
            ("zone", Plain), ("active", Plain), ("made_at", Plain),
        ],
        sql: sql!(
            "select id, account_id, name, address_as, role, email, phone, night_phone, language, zone, active, made_at from contacts where id > ?1 order by id limit ?2"
        ),
    },
    Table {
        name: "order_line",
        columns: &[
            ("id", Id), ("account_id", Id), ("line_key", Plain), ("order_no", Plain), ("line_no", Plain), ("customer_reference", Plain), ("item", Plain), ("quantity", Plain), ("ordered", Plain),
            ("requested", Plain), ("promised", Plain), ("first_promised", Plain), ("need_by", Plain), ("ready", Plain), ("shipped", Plain), ("delivered", Plain), ("cancelled", Plain),
            ("told", Plain), ("status", Plain), ("standing", Plain), ("made_at", Plain), ("changed_at", Plain),
        ],
        sql: sql!(
            "select id, account_id, line_key, order_no, line_no, customer_reference, item, quantity, ordered, requested, promised, first_promised, need_by, ready, shipped, delivered, cancelled,
             told, status, standing, made_at, changed_at from order_lines where id > ?1 order by id limit ?2"
        ),
    },
    Table {
        name: "promise_change",
        columns: &[("id", Id), ("line_id", Id), ("moved_from", Plain), ("moved_to", Plain), ("known_at", Plain), ("told_at", Plain)],
        sql: sql!("select id, line_id, moved_from, moved_to, known_at, told_at from promise_changes where id > ?1 order by id limit ?2"),
    },
    Table {
        name: "delivery_check",
        columns: &[
            ("line_id", Id), ("account_id", Id), ("delivered", Plain), ("due_at", Plain), ("done_at", Plain), ("outcome", Plain), ("contact_id", Id), ("done_by", Id), ("words", Plain),
            ("known_at", Plain),
        ],
        sql: sql!(
            "select line_id, account_id, delivered, due_at, done_at, outcome, contact_id, done_by, words, known_at from delivery_checks where line_id > ?1 order by line_id limit ?2"
        ),
    },
    Table {
        name: "signal",
        columns: &[
            ("id", Id), ("kind", Plain), ("subject", Plain), ("account_id", Id), ("contact_id", Id), ("line_id", Id), ("message_id", Id), ("evidence", Json), ("since", Plain),
            ("owed_at", Plain), ("detected_at", Plain), ("status", Plain), ("snoozed_until", Plain), ("case_id", Id), ("ended_by", Id), ("ended_at", Plain), ("reason", Plain),
            ("raised_by", Id), ("proof", Json),
        ],
        sql: sql!(
            "select id, kind, subject, account_id, contact_id, line_id, message_id, evidence, since, owed_at, detected_at, status, snoozed_until, case_id, ended_by, ended_at, reason, raised_by, proof
             from signals where id > ?1 order by id limit ?2"
        ),
    },
    Table {
        name: "order_worth",
        columns: &[("line_id", Id), ("account_id", Id), ("cents", Plain)],
        sql: sql!("select line_id, account_id, cents from order_worth where line_id > ?1 order by line_id limit ?2"),
    },
    Table {
        name: "insight",
        columns: &[
            ("case_id", Id), ("account_id", Id), ("said_by", Id), ("said_at", Plain), ("about_customer", Plain), ("place", Plain), ("placed_by", Id), ("placed_at", Plain), ("about_us", Plain),
            ("us_place", Plain), ("us_playbook", Plain), ("us_placed_by", Id), ("us_placed_at", Plain),
        ],
        sql: sql!(
            "select c.case_id, c.account_id, c.said_by, c.said_at, c.words, c.place, c.placed_by, c.placed_at, u.words, u.place, u.playbook, u.placed_by, u.placed_at
             from insights c left join insights u on u.case_id = c.case_id and u.about = 'us' where c.about = 'customer' and c.case_id > ?1 order by c.case_id limit ?2"
        ),
    },
    Table {
        name: "outcome",
        columns: &[("case_id", Id), ("account_id", Id), ("outcome", Plain), ("orders_before", Plain), ("orders_after", Plain), ("solved_at", Plain), ("looked_at", Plain)],
        sql: sql!("select case_id, account_id, outcome, orders_before, orders_after, solved_at, looked_at from outcomes where case_id > ?1 order by case_id limit ?2"),
    },
    Table {
        name: "message",
        columns: &[
            ("id", Id), ("inbox_id", Id), ("thread_id", Id), ("parent_id", Id), ("place", Plain), ("case_id", Id), ("account_id", Id), ("contact_id", Id), ("mail_id", Plain), ("origin", Plain),
            ("from_name", Plain), ("from_mail", Plain), ("recipients", Plain), ("subject", Plain), ("body", Plain), ("sent_at", Plain), ("received_at", Plain),
        ],
        sql: sql!(
            "select id, inbox_id, thread_id, parent_id, place, case_id, account_id, contact_id, mail_id, origin, from_name, from_mail, recipients, subject, body, sent_at, received_at
             from messages where id > ?1 order by id limit ?2"
        ),
    },
    Table {
        name: "mail_as_received",
        columns: &[("id", Id), ("source", Plain), ("received_at", Plain), ("raw", Bytes)],
        sql: sql!("select id, source, received_at, raw from inbox where id > ?1 order by id limit ?2"),
    },
    // What is kept of a link's secret stays here: who has what went out can neither open a door nor try one.
    Table {
        name: "customer_link",
        columns: &[
            ("id", Id), ("case_id", Id), ("contact_id", Id), ("forwarding", Plain), ("made_at", Plain), ("made_by", Id), ("expires_at", Plain), ("revoked_at", Plain), ("revoked_by", Id),
            ("looked_at", Plain), ("last_act_at", Plain),
        ],
        sql: sql!(
            "select id, case_id, contact_id, forwarding, made_at, made_by, expires_at, revoked_at, revoked_by, looked_at, last_act_at
             from customer_links where id > ?1 order by id limit ?2"
        ),
    },
    Table {
        name: "delivery_link",
        columns: &[
            ("id", Id), ("account_id", Id), ("contact_id", Id), ("made_at", Plain), ("made_by", Id), ("expires_at", Plain), ("revoked_at", Plain), ("revoked_by", Id), ("last_act_at", Plain),
        ],
        sql: sql!(
            "select id, account_id, contact_id, made_at, made_by, expires_at, revoked_at, revoked_by, last_act_at from delivery_links where id > ?1 order by id limit ?2"
        ),
    },
    Table {
        name: "supplier_link",
        columns: &[("id", Id), ("case_id", Id), ("scar_id", Id), ("made_at", Plain), ("made_by", Id), ("expires_at", Plain), ("revoked_at", Plain), ("revoked_by", Id), ("last_act_at", Plain)],
        sql: sql!("select id, case_id, scar_id, made_at, made_by, expires_at, revoked_at, revoked_by, last_act_at from supplier_links where id > ?1 order by id limit ?2"),
    },
    Table {
        name: "sales_contact",
        columns: &[("id", Id), ("account_id", Id), ("contact_id", Id), ("person_id", Id), ("at", Plain), ("words", Plain), ("despite", Plain)],
        sql: sql!("select id, account_id, contact_id, person_id, at, words, despite from sales_contacts where id > ?1 order by id limit ?2"),
    },
    Table {
        name: "link_wish",
        columns: &[("id", Id), ("case_id", Id), ("contact_id", Id), ("link_id", Id), ("wished_at", Plain), ("answered_at", Plain)],
        sql: sql!("select id, case_id, contact_id, link_id, wished_at, answered_at from link_wishes where id > ?1 order by id limit ?2"),
    },
    Table {
        name: "case_file",
        columns: &[("id", Id), ("case_id", Id), ("made_at", Plain), ("content", Large)],
        sql: sql!("select id, case_id, made_at, content from case_files where id > ?1 order by id limit ?2"),
    },
    Table {
        name: "sent_report",
        columns: &[("id", Id), ("case_id", Id), ("made_at", Plain), ("facts", Large), ("pages", Large)],
        sql: sql!("select id, case_id, made_at, facts, pages from sent_reports where id > ?1 order by id limit ?2"),
    },
    Table {
        name: "stock",
        columns: &[
            ("id", Id), ("item", Plain), ("site", Plain), ("on_hand", Plain), ("free", Plain), ("ready_on", Plain), ("lead_days", Plain), ("seen_at", Plain), ("changed_at", Plain),
        ],
        sql: sql!("select id, item, site, on_hand, free, ready_on, lead_days, seen_at, changed_at from stock where id > ?1 order by id limit ?2"),
    },
    Table {
        name: "alternate",
        columns: &[
            ("id", Id), ("item", Plain), ("alternate", Plain), ("fits", Plain), ("account_id", Id), ("data_sheet", Plain), ("seen_at", Plain), ("changed_at", Plain),
        ],
        sql: sql!("select id, item, alternate, fits, account_id, data_sheet, seen_at, changed_at from alternates where id > ?1 order by id limit ?2"),
    },
    Table {
        name: "review_rules",
        columns: &[("id", Id), ("version", Plain), ("at", Plain), ("person_id", Id), ("body", Plain)],
        sql: sql!("select id, version, at, person_id, body from review_rules where id > ?1 order by id limit ?2"),
    },
    Table {
        name: "playbook_version",
        columns: &[("id", Id), ("name", Plain), ("version", Plain), ("at", Plain), ("person_id", Id), ("why", Plain), ("origin", Plain), ("body", Plain), ("offered", Plain), ("withdrawn", Plain)],
        sql: sql!("select v.id, v.name, v.version, v.at, v.person_id, v.why, v.origin, v.body, p.version, p.withdrawn from playbook_versions v left join playbooks p on p.name = v.name where v.id > ?1 order by v.id limit ?2"),
    },
    Table {
        name: "audit",
        columns: &[("id", Id), ("at", Plain), ("person_id", Id), ("what", Plain), ("subject", Plain), ("before", Json), ("after", Json)],
        sql: sql!("select id, at, person_id, what, subject, before, after from audit where id > ?1 order by id limit ?2"),
    },
    Table {
        name: "outbox",
        columns: &[("id", Id), ("case_id", Id), ("kind", Plain), ("to_id", Id), ("urgent", Plain), ("payload", Json), ("due_at", Plain), ("done_at", Plain), ("seen_at", Plain), ("made_at", Plain)],
        sql: sql!("select id, case_id, kind, to_id, urgent, payload, due_at, done_at, seen_at, made_at from outbox where id > ?1 order by id limit ?2"),
    },
];

/// Where an export stands; begin with the default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    part: usize,
    after: Uuid,
}

/// The next lines, each a JSON object with its `type`, and where to go on; nothing more when that is none.
///
/// # Errors
/// Faults of the database.
pub fn page(conn: &Conn, place: Place) -> Result<(Vec<Value>, Option<Place>), Fault> {
    let next = |last: Option<Uuid>, full| match last.filter(|_| full) {
        Some(after) => Some(Place { after, ..place }),
        None if place.part <= TABLES.len() => Some(Place { part: place.part + 1, after: Uuid::nil() }),
        None => None,
    };
    if place.part == 0 {
        let settings: Vec<(String, i64, String)> =
            conn.all(sql!("select name, version, body from settings order by name limit 1000"), &[])?;
        let line = |(name, version, body): (String, i64, String)| json!({ "type": "setting", "name": name, "version": version, "body": kept_json(body) });
        return Ok((settings.into_iter().map(line).collect(), next(None, false)));
    }
    if let Some(table) = TABLES.get(place.part - 1) {
        // Mails may be large, so few of them are held at once.
        let holds = |wanted: Holds| table.columns.iter().any(|(_, holds)| *holds == wanted);
        let limit = if holds(Large) {
            1
        } else if holds(Bytes) {
            10
        } else {
            PAGE
        };
        let rows: Vec<Any> = conn.all(table.sql, &params![place.after, limit])?;
        let last = rows.last().and_then(Any::key);
        let full = rows.len() as i64 == limit;
        return Ok((rows.into_iter().map(|row| row.line(table)).collect(), next(last, full)));
    }
    cases(conn, place)
}

record! {
    struct CaseLine {
        id: CaseId,
        number: i64,
        tail: Vec<u8>,
        state: String,
    }
}

/// A case with every row of its history: whoever has the line can check the chain (`history::verify`).
fn cases(conn: &Conn, place: Place) -> Result<(Vec<Value>, Option<Place>), Fault> {
    let rows: Vec<CaseLine> = conn.all(
        sql!("select id, number, tail, state from cases where id > ?1 order by id limit ?2"),
        &params![place.after, 20_i64],
    )?;
    let (last, full) = (rows.last().map(|row| row.id.0), rows.len() == 20);
    let mut lines = vec![];
    for row in rows {
        let events = history::all_rows(conn, row.id)?.into_iter().map(event).collect::<Vec<Value>>();
        lines.push(json!({ "type": "case", "id": row.id, "number": row.number, "tail": hex::encode(&row.tail), "state": kept_json(row.state), "events": events }));
    }
    Ok((lines, last.filter(|_| full).map(|after| Place { after, ..place })))
}

/// The body stays the very text that was hashed.
fn event(row: history::EventRow) -> Value {
    json!({ "seq": row.seq, "kind": row.kind, "happened_at": row.happened_at, "recorded_at": row.recorded_at, "actor": row.actor,
        "actor_id": row.actor_id, "body": row.body, "salt": hex::encode(row.salt), "hash": hex::encode(row.hash) })
}

fn kept_json(text: String) -> Value {
    serde_json::from_str(&text).unwrap_or(Value::String(text))
}

/// A row of whatever columns.
struct Any(Vec<Held>);

enum Held {
    Null,
    Int(i64),
    Text(String),
    Bytes(Vec<u8>),
}

impl Column for Held {
    const EXPECTED: &'static str = "anything";
    fn of(cell: Cell<'_>) -> Option<Self> {
        Some(match cell {
            Cell::Null => Self::Null,
            Cell::Int(v) => Self::Int(v),
            Cell::Real(_) => return None,
            Cell::Id(v) => Self::Bytes(v.as_bytes().to_vec()),
            Cell::Text(v) => Self::Text(v.to_owned()),
            Cell::Blob(v) => Self::Bytes(v.to_vec()),
        })
    }
}

impl Record for Any {
    fn read(row: &Row<'_>) -> Result<Self, Fault> {
        let mut held = vec![];
        // The first column that is not there ends the row.
        while let Ok(cell) = row.take::<Held>() {
            held.push(cell);
        }
        Ok(Self(held))
    }
}

impl Any {
    fn key(&self) -> Option<Uuid> {
        match self.0.first() {
            Some(Held::Bytes(bytes)) => Uuid::from_slice(bytes).ok(),
            _ => None,
        }
    }

    fn line(self, table: &Table) -> Value {
        let mut line = Map::from_iter([("type".to_owned(), json!(table.name))]);
        for ((name, holds), held) in table.columns.iter().zip(self.0) {
            let value = match (held, holds) {
                (Held::Null, _) => Value::Null,
                (Held::Int(v), _) => json!(v),
                (Held::Text(v), Json) => kept_json(v),
                (Held::Text(v), _) => json!(v),
                (Held::Bytes(v), Id) => json!(Uuid::from_slice(&v).ok()),
                (Held::Bytes(v), _) => json!(hex::encode(v)),
            };
            line.insert((*name).to_owned(), value);
        }
        Value::Object(line)
    }
}

/// What became of a wish for a copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copied {
    Yes,
    /// PostgreSQL has its own tools for that.
    NotHere,
}

/// A whole and tidy copy of a SQLite database, as of one moment; the file must not be there yet.
///
/// # Errors
/// When the copy cannot be written.
pub fn copy(from: &Target, to: &Path) -> Result<Copied, Fault> {
    let Target::Sqlite { file, .. } = from else { return Ok(Copied::NotHere) };
    let odd = |e: rusqlite::Error| Fault::engine(e, "copying the database");
    let conn = rusqlite::Connection::open(file).map_err(odd)?;
    let name =
        to.to_str().ok_or_else(|| Fault::Setup(format!("{} is no name that SQLite can write to", to.display())))?;
    conn.execute(sql!(sqlite "vacuum into ?1"), [name]).map_err(odd)?;
    Ok(Copied::Yes)
}

/// What SQLite itself finds wrong with the file, at most 100 lines; nothing on PostgreSQL, which checks itself.
///
/// # Errors
/// Faults of the database.
pub fn integrity(conn: &Conn) -> Result<Vec<String>, Fault> {
    if conn.engine() != crate::dialect::Engine::Sqlite {
        return Ok(vec![]);
    }
    let said: Vec<String> = conn.all(sql!(sqlite "pragma integrity_check"), &[])?;
    Ok(said.into_iter().filter(|line| line != "ok").collect())
}
