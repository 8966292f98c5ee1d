//! The few words in which the two engines differ, replaced once per text so that every statement is written once.

use std::{borrow::Cow, cell::RefCell, collections::HashMap, rc::Rc};

/// Which engine a text is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

/// The words of a migration: `{strict}` closes a table of rows, `{narrow}` one of small rows kept in key order.
/// Text on PostgreSQL is compared by bytes, as SQLite does, whatever the server's language is.
const TYPE_WORDS: [(&str, &str, &str); 6] = [
    ("{id}", "blob", "uuid"),
    ("{int}", "integer", "bigint"),
    ("{blob}", "blob", "bytea"),
    ("{text}", "text", "text collate \"C\""),
    (" {strict}", " strict", ""),
    (" {narrow}", " strict, without rowid", ""),
];

/// The words of a query: on SQLite the writer is alone anyway, so nothing needs locking.
const QUERY_WORDS: [(&str, &str, &str); 3] = [
    ("{for_update}", "", "for update"),
    ("{for_update_of_case}", "", "for update of c"),
    ("{skip_locked}", "", "for update skip locked"),
];

/// Many values bound as one JSON text (see [`crate::list`]). SQLite keeps ids as blobs, hence `unhex`.
const LIST_WORDS: [(&str, &str, &str); 3] = [
    (
        "{ids ",
        "(select unhex(value) from json_each(@))",
        "(select cast(v as uuid) from json_array_elements_text(cast(cast(@ as text) as json)) as l(v))",
    ),
    (
        "{ints ",
        "(select value from json_each(@))",
        "(select cast(v as bigint) from json_array_elements_text(cast(cast(@ as text) as json)) as l(v))",
    ),
    (
        "{texts ",
        "(select value from json_each(@))",
        "(select v from json_array_elements_text(cast(cast(@ as text) as json)) as l(v))",
    ),
];

/// The words of a view: an instant for people, a key as text, bytes as text, a word of what an event says.
const VIEW_WORDS: [(&str, &str, &str); 4] = [
    ("{at ", "strftime('%Y-%m-%dT%H:%M:%SZ', (@) / 1000000, 'unixepoch')", "to_timestamp((@) / 1000000)"),
    ("{key ", "lower(hex(@))", "replace(cast(@ as text), '-', '')"),
    ("{hex ", "lower(hex(@))", "encode(@, 'hex')"),
    ("{word ", "json_extract(@, '$.what.~')", "(cast(@ as json) #>> '{what,~}')"),
];

fn pick<'a>(engine: Engine, (_, sqlite, postgres): &(&str, &'a str, &'a str)) -> &'a str {
    match engine {
        Engine::Sqlite => sqlite,
        Engine::Postgres => postgres,
    }
}

/// A migration's text for one engine. Lines after `--! sqlite` or `--! postgres` are for that engine only, until `--! both`:
/// triggers and full-text search have no common words.
pub fn migration(engine: Engine, text: &str) -> String {
    let ours = match engine {
        Engine::Sqlite => "--! sqlite",
        Engine::Postgres => "--! postgres",
    };
    let mut keep = true;
    let mut out = String::with_capacity(text.len());
    for line in text.lines() {
        if line.starts_with("--! ") {
            keep = matches!(line.trim_end(), "--! both") || line.trim_end() == ours;
        } else if keep {
            out.push_str(line);
            out.push('\n');
        }
    }
    TYPE_WORDS.iter().fold(out, |text, word| text.replace(word.0, pick(engine, word)))
}

/// A view's text for one engine.
pub fn view(engine: Engine, text: &str) -> String {
    let text = migration(engine, text);
    VIEW_WORDS.iter().fold(text, |text, word| lists(&text, word.0, pick(engine, word)))
}

/// A query's text for SQLite, made once per thread and statement: the one writer asks for a dozen of them with every change.
pub(crate) fn kept_query(sql: &'static str) -> Rc<str> {
    thread_local! {
        static MADE: RefCell<HashMap<(*const u8, usize), Rc<str>>> = RefCell::default();
    }
    MADE.with_borrow_mut(|made| {
        made.entry((sql.as_ptr(), sql.len())).or_insert_with(|| query(Engine::Sqlite, sql).as_ref().into()).clone()
    })
}

/// A query's text for one engine: words replaced and, for PostgreSQL, `?n` written as `$n`.
pub fn query(engine: Engine, sql: &str) -> Cow<'_, str> {
    let mut text = Cow::Borrowed(sql);
    if sql.contains('{') {
        for word in &QUERY_WORDS {
            text = text.replace(word.0, pick(engine, word)).into();
        }
        for word in &LIST_WORDS {
            text = lists(&text, word.0, pick(engine, word)).into();
        }
    }
    match engine {
        Engine::Sqlite => text,
        Engine::Postgres => dollars(&text).into(),
    }
}

fn lists(sql: &str, word: &str, body: &str) -> String {
    let mut parts = sql.split(word);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (bind, rest) = part.split_once('}').unwrap_or((part, ""));
        // In `{word e.body way}`, what stands behind the first space is the name within.
        let (bind, name) = bind.trim().split_once(' ').unwrap_or((bind.trim(), ""));
        out.push_str(&body.replace('@', bind).replace('~', name));
        out.push_str(rest);
    }
    out
}

/// `?12` becomes `$12`, but a question mark within quotes or without a digit stays what it is.
fn dollars(sql: &str) -> String {
    let mut quote = None;
    let mut out = String::with_capacity(sql.len());
    let mut chars = sql.chars().peekable();
    while let Some(c) = chars.next() {
        match quote {
            Some(open) if c == open => quote = None,
            None if c == '\'' || c == '"' => quote = Some(c),
            _ => {}
        }
        let is_bind = c == '?' && quote.is_none() && chars.peek().is_some_and(char::is_ascii_digit);
        out.push(if is_bind { '$' } else { c });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn question_marks_become_dollars_only_where_a_value_is_bound() {
        let sql = "select ?2, ?1, 'why ?1', \"odd?1\", a ? b, 'it''s ?3' where x = ?10";
        let postgres = "select $2, $1, 'why ?1', \"odd?1\", a ? b, 'it''s ?3' where x = $10";
        assert_eq!(query(Engine::Postgres, sql), postgres);
        assert_eq!(query(Engine::Sqlite, sql), sql);
    }

    #[test]
    fn a_migration_speaks_to_one_engine_at_a_time() {
        let text =
            "create table t (id {id}, body {text}) {strict};\n--! sqlite\nlite\n--! postgres\npg\n--! both\nend\n";
        assert_eq!(migration(Engine::Sqlite, text), "create table t (id blob, body text) strict;\nlite\nend\n");
        assert_eq!(migration(Engine::Postgres, text), "create table t (id uuid, body text collate \"C\");\npg\nend\n");
    }

    #[test]
    fn a_list_is_one_value() {
        assert_eq!(
            query(Engine::Sqlite, "select 1 where id in {ids ?1} {for_update}"),
            "select 1 where id in (select unhex(value) from json_each(?1)) "
        );
        assert!(query(Engine::Postgres, "where n in {ints ?2}").contains("cast($2 as text)"));
    }
}
