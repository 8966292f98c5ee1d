//! JSON from outside, read by the shape of what is asked: every field that is unknown, missing or odd is named, all at once.
use super::problem::{Problem, Wrong};
use crate::words::{t, t_with};
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use casework::Command;
use casework::shape::{Field, Required, Shape};
use serde_json::Value;

/// Nesting of a body (limits table).
const DEPTH: usize = 32;
/// Entries of one list in a body.
const ENTRIES: usize = 200;
/// Sentences in one answer.
pub(super) const ERRORS: usize = 50;

/// The command of that word from a body; an empty body is an empty object.
///
/// # Errors
/// 413 when it is too large, 422 with every field that makes no sense.
pub fn command(word: &str, body: Result<Bytes, BytesRejection>) -> Result<Command, Problem> {
    let body = body.map_err(|_| Problem::too_large())?;
    read(word, &body)
}

/// The same for a body that is there already.
///
/// # Errors
/// As for [`command`].
pub fn read(word: &str, body: &[u8]) -> Result<Command, Problem> {
    let value = value(body)?;
    from_value(word, value).map_err(Problem::input)
}

/// The command of that word from a value.
///
/// # Errors
/// Every field that makes no sense, in the order of the command.
pub fn from_value(word: &str, value: Value) -> Result<Command, Vec<Wrong>> {
    let shape = Command::shape_of(word).ok_or_else(Vec::new)?;
    let mut errors = vec![];
    check(&value, &shape, "", &mut errors);
    if !errors.is_empty() {
        return Err(errors);
    }
    let odd = |problem: String| {
        vec![Wrong { field: field_in(&problem), detail: t_with("api-odd", &[("problem", problem.into())]) }]
    };
    match Command::read(word, value) {
        Some(Ok(command)) => Ok(command),
        // The shape says all but ranges: a tone of 300 ends here.
        Some(Err(problem)) => Err(odd(problem.to_string())),
        None => Err(vec![]),
    }
}

/// What is asked of a route that is no command, by its shape.
///
/// # Errors
/// As for [`command`].
pub fn asked<T: serde::de::DeserializeOwned>(shape: &Shape, body: Result<Bytes, BytesRejection>) -> Result<T, Problem> {
    let body = body.map_err(|_| Problem::too_large())?;
    let value = value(&body)?;
    let mut errors = vec![];
    check(&value, shape, "", &mut errors);
    if !errors.is_empty() {
        return Err(Problem::input(errors));
    }
    serde_json::from_value(value).map_err(|problem| {
        let problem = problem.to_string();
        let field = field_in(&problem);
        Problem::input(vec![Wrong { field, detail: t_with("api-odd", &[("problem", problem.into())]) }])
    })
}

fn value(body: &[u8]) -> Result<Value, Problem> {
    if body.iter().all(u8::is_ascii_whitespace) {
        return Ok(Value::Object(serde_json::Map::new()));
    }
    if depth(body) > DEPTH {
        return Err(Problem::parameter("", t_with("api-too-deep", &[("most", DEPTH.into())])));
    }
    serde_json::from_slice(body).map_err(|problem| {
        let words = [("line", problem.line().into()), ("column", problem.column().into())];
        Problem::parameter("", t_with("api-not-json", &words))
    })
}

/// How deep brackets are nested, looked at before any parser is.
fn depth(body: &[u8]) -> usize {
    let (mut now, mut most, mut quoted, mut escaped) = (0_usize, 0, false, false);
    for byte in body {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b'{' | b'[' if !quoted => {
                now += 1;
                most = most.max(now);
            }
            b'}' | b']' if !quoted => now = now.saturating_sub(1),
            _ => {}
        }
    }
    most
}

fn check(value: &Value, shape: &Shape, at: &str, errors: &mut Vec<Wrong>) {
    if errors.len() >= ERRORS {
        return;
    }
    let key = match (shape, value) {
        (Shape::Optional(_), Value::Null) => return,
        (Shape::Optional(inner), _) => return check(value, inner, at, errors),
        (Shape::Object(_, fields), Value::Object(map)) => return object(map, fields, at, errors),
        (Shape::List(inner), Value::Array(all)) => return list(all, inner, at, errors),
        (Shape::Object(..), _) => "api-wants-object",
        (Shape::List(_), _) => "api-wants-list",
        (Shape::Text, Value::String(_)) | (Shape::Truth, Value::Bool(_)) => return,
        (Shape::Integer, Value::Number(n)) if n.is_i64() || n.is_u64() => return,
        (Shape::Time, Value::String(said)) if said.parse::<jiff::Timestamp>().is_ok() => return,
        (Shape::Date, Value::String(said)) if said.parse::<jiff::civil::Date>().is_ok() => return,
        (Shape::Id, Value::String(said)) if said.parse::<uuid::Uuid>().is_ok() => return,
        (Shape::OneOf(words), Value::String(said)) if words.contains(&said.as_str()) => return,
        (Shape::Text, _) => "api-wants-text",
        (Shape::Truth, _) => "api-wants-truth",
        (Shape::Integer, _) => "api-wants-integer",
        (Shape::Time, _) => "api-wants-time",
        (Shape::Date, _) => "api-wants-date",
        (Shape::Id, _) => "api-wants-id",
        (Shape::OneOf(words), _) => {
            return say(
                errors,
                at,
                t_with("api-wants-choice", &[("field", at.to_owned().into()), ("choices", words.join(", ").into())]),
            );
        }
    };
    say(errors, at, t_with(key, &[("field", shown(at).into())]));
}

fn object(map: &serde_json::Map<String, Value>, fields: &[Field], at: &str, errors: &mut Vec<Wrong>) {
    for name in map.keys().filter(|name| !fields.iter().any(|f| f.name == name.as_str())) {
        // Names come from outside; a sentence is not the place for a long one.
        let name: String = name.chars().take(100).collect();
        let known = fields.iter().map(|f| f.name).collect::<Vec<_>>().join(", ");
        let place = inside(at, &name);
        say(errors, &place, t_with("api-unknown-field", &[("field", place.clone().into()), ("known", known.into())]));
    }
    for field in fields {
        let place = inside(at, field.name);
        match map.get(field.name) {
            Some(value) => check(value, &field.shape, &place, errors),
            None if field.required == Required::Yes => say(
                errors,
                &place,
                t_with("api-needed", &[("field", place.clone().into()), ("doc", field.doc.clone().into())]),
            ),
            None => {}
        }
    }
}

fn list(all: &[Value], inner: &Shape, at: &str, errors: &mut Vec<Wrong>) {
    if all.len() > ENTRIES {
        return say(errors, at, t_with("api-long-list", &[("field", at.to_owned().into()), ("most", ENTRIES.into())]));
    }
    all.iter().enumerate().for_each(|(n, value)| check(value, inner, &format!("{at}[{n}]"), errors));
}

fn say(errors: &mut Vec<Wrong>, field: &str, detail: String) {
    if errors.len() < ERRORS {
        errors.push(Wrong { field: field.to_owned(), detail });
    }
}
fn inside(at: &str, name: &str) -> String {
    if at.is_empty() { name.to_owned() } else { format!("{at}.{name}") }
}
fn shown(at: &str) -> String {
    if at.is_empty() { t("api-the-body").into_owned() } else { at.to_owned() }
}
/// The field that a sentence of the JSON reader names, if it names one.
fn field_in(problem: &str) -> String {
    problem.split('`').nth(1).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn errors(word: &str, value: Value) -> Vec<String> {
        let errors = from_value(word, value).err().unwrap_or_default();
        errors.into_iter().map(|e| e.field).collect()
    }

    #[test]
    fn every_odd_field_is_named_by_its_place() {
        let odd = json!({ "account": "acme", "title": 7, "kind": "bad", "origin": "customer_reported", "sefety": "nobody",
            "impacts": [{ "dimension": "money" }, "x"], "recognised_at": "yesterday", "deadline": null });
        let said = errors("open-case", odd);
        assert_eq!(
            said,
            ["sefety", "account", "title", "kind", "safety", "recognised_at", "impacts[0].words", "impacts[1]"]
        );
    }

    #[test]
    fn what_is_right_is_read_and_optional_fields_may_be_null_or_left_out() {
        let fine = json!({ "channel": "phone", "outcome": "no_answer", "contact": null });
        assert_eq!(errors("record-attempt", fine), Vec::<String>::new());
        assert_eq!(errors("add-note", json!({})), ["text"]);
        assert_eq!(errors("add-note", json!([])), [""]);
    }

    /// A deep body once stopped a whole server (RELIABILITY F10).
    #[test]
    fn a_body_nested_without_end_is_refused_before_it_is_read() {
        let deep = "[".repeat(100_000);
        let problem = read("add-note", deep.as_bytes()).unwrap_err();
        assert_eq!(problem.status, 422);
        assert_eq!(depth(br#"{"a": "[[[\"[", "b": [{}]}"#), 3);
    }

    #[test]
    fn what_is_not_json_says_where() {
        let problem = read("add-note", b"{\"text\": \"x\",\n oops}").unwrap_err();
        assert!(problem.detail.contains('2'), "{}", problem.detail);
    }
}
