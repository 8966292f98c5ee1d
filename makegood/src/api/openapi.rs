//! The document of the API, OpenAPI 3.1, made from the shapes of commands and views: it cannot say anything else than they do.
use super::review::ReviewAsked;
use super::views::{self, *};
use super::{Method, ROUTES, Route, Who, acts};
use crate::import::rows::Rows;
use crate::words::{Language, said_in, t, t_with};
use casework::Command;
use casework::clock::ClockKind;
use casework::kinds::{Recovery, Severity};
use casework::rights::Right;
use casework::shape::{Shape, Shaped};
use serde_json::{Map, Value, json};
use std::sync::OnceLock;

mod schemas;
use schemas::Schemas;

/// The document as it is sent, made once; programmers of all languages read the same one.
pub fn text() -> &'static str {
    static TEXT: OnceLock<String> = OnceLock::new();
    let made = || serde_json::to_string_pretty(&document()).unwrap_or_default();
    TEXT.get_or_init(|| said_in(Language::English, made))
}

/// The whole document.
pub fn document() -> Value {
    let mut schemas = Schemas::default();
    let mut paths = Map::new();
    for route in ROUTES.iter().filter(|r| r.name != "act") {
        put(&mut paths, route.path, route.method, operation(route, &mut schemas));
    }
    for word in acts() {
        put(&mut paths, &format!("/api/v1/cases/{{number}}/actions/{word}"), Method::Post, action(word, &mut schemas));
    }
    schemas.add("Problem", problem());
    json!({
        "openapi": "3.1.0",
        "info": { "title": "Makegood", "version": "v1", "description": t("api-about") },
        "servers": [{ "url": "/" }],
        "security": [{ "key": [] }],
        "paths": paths,
        "components": {
            "securitySchemes": { "key": { "type": "http", "scheme": "bearer", "description": t("api-about-key") } },
            "schemas": schemas.into_value(),
        },
    })
}

/// What a command does, in a few words: `record-attempt` is *Record attempt*.
pub fn what(word: &str) -> String {
    let name = match Command::shape_of(word) {
        Some(Shape::Object(name, _)) => name,
        _ => word,
    };
    let mut said = String::new();
    for sign in name.chars() {
        if sign.is_uppercase() && !said.is_empty() {
            said.push(' ');
        }
        said.push(if said.is_empty() { sign } else { sign.to_ascii_lowercase() });
    }
    said
}

/// Who may ask it, in words.
pub fn who(word: &str) -> String {
    let key = match Command::right_of(word) {
        Some(Right::Anyone) => "api-who-anyone",
        Some(Right::Work) => "api-who-work",
        Some(Right::Manage) => "api-who-manage",
        Some(Right::ManageOrQuality) => "api-who-manage-or-quality",
        Some(Right::Internal | Right::Bring) | None => "api-who-nobody",
    };
    t(key).into_owned()
}

fn put(paths: &mut Map<String, Value>, path: &str, method: Method, operation: Value) {
    let verb = match method {
        Method::Get => "get",
        Method::Post => "post",
    };
    paths.entry(path).or_insert_with(|| json!({}))[verb] = operation;
}

fn operation(route: &Route, schemas: &mut Schemas) -> Value {
    let answer = match route.name {
        "list-cases" => CaseList::shape(),
        "open-case" => DoneView::shape(),
        "show-case" => CaseView::shape(),
        "list-events" => EventList::shape(),
        "explain-clock" => ExplanationView::shape(),
        "review" => ReviewView::shape(),
        "run-to-it" => RunToItView::shape(),
        "list-accounts" => AccountList::shape(),
        "show-account" => views::AccountView::shape(),
        "show-me" => MeView::shape(),
        "take-rows" | "take-signed-rows" => RowsTaken::shape(),
        "list-commands" => CommandList::shape(),
        _ => Shape::Object("Document", vec![]),
    };
    let status = if route.name == "open-case" { "201" } else { "200" };
    let mut made = json!({
        "operationId": route.name,
        "summary": t(&format!("api-op-{}", route.name)),
        "parameters": parameters(route),
        "responses": responses(status, &answer, route.who, schemas),
    });
    if route.name == "open-case" {
        made["requestBody"] = body("open-case", schemas);
        made["description"] = json!(who("open-case"));
    }
    if route.name == "review" {
        let shape = ReviewAsked::shape();
        made["requestBody"] =
            json!({ "required": true, "content": { "application/json": { "schema": schemas.of(&shape) } } });
    }
    if matches!(route.name, "take-rows" | "take-signed-rows") {
        made["requestBody"] =
            json!({ "required": true, "content": { "application/json": { "schema": rows_of_a_list() } } });
    }
    if route.who != Who::Colleague {
        made["security"] = json!([]);
    }
    made
}

/// Rows by the words of their fields, which `makegood import LIST --map` knows as well.
fn rows_of_a_list() -> Value {
    use super::lists::ROWS_AT_MOST;
    use crate::import::fact_list::FactField;
    use crate::import::headers::{Field, FileField};
    let words = Field::ALL.iter().map(|field| field.word()).chain(FactField::ALL.iter().map(|field| field.word()));
    let cell = json!({ "type": ["string", "number", "boolean", "null"] });
    let fields: Map<String, Value> = words.map(|word| (word.to_owned(), cell.clone())).collect();
    let row = json!({ "type": "object", "additionalProperties": false, "properties": fields });
    json!({
        "type": "object",
        "required": ["rows"],
        "properties": { "rows": { "type": "array", "maxItems": ROWS_AT_MOST, "items": row } },
    })
}

fn action(word: &str, schemas: &mut Schemas) -> Value {
    json!({
        "operationId": word,
        "summary": what(word),
        "description": who(word),
        "parameters": [number(), idempotency(), if_match()],
        "requestBody": body(word, schemas),
        "responses": responses("200", &DoneView::shape(), Who::Colleague, schemas),
    })
}

fn body(word: &str, schemas: &mut Schemas) -> Value {
    let shape = Command::shape_of(word).unwrap_or(Shape::Object("Nothing", vec![]));
    json!({ "required": true, "content": { "application/json": { "schema": schemas.of(&shape) } } })
}

fn responses(status: &str, answer: &Shape, who: Who, schemas: &mut Schemas) -> Value {
    let mut made = Map::new();
    made.insert(status.into(), json!({ "description": t("api-answer-done"), "content": { "application/json": { "schema": schemas.of(answer) } } }));
    if who != Who::Anybody {
        let no = json!({ "application/problem+json": { "schema": { "$ref": "#/components/schemas/Problem" } } });
        made.insert("default".into(), json!({ "description": t("api-answer-problem"), "content": no }));
    }
    Value::Object(made)
}

fn parameters(route: &Route) -> Vec<Value> {
    match route.name {
        "list-cases" => vec![
            one_of("standing", &["open", "closed"]),
            one_of("state", Recovery::WORDS),
            one_of("severity", Severity::WORDS),
            text_query("owner", "uuid"),
            text_query("account", "uuid"),
            text_query("text", ""),
            text_query("after", ""),
            limit(),
        ],
        "open-case" => vec![idempotency()],
        "take-rows" => vec![
            json!({ "name": "list", "in": "path", "required": true, "schema": { "enum": Rows::all().map(Rows::word).collect::<Vec<_>>() } }),
            idempotency(),
        ],
        "take-signed-rows" => vec![
            json!({ "name": "id", "in": "path", "required": true, "schema": { "type": "string", "format": "uuid" } }),
            signed("webhook-id"),
            signed("webhook-timestamp"),
            signed("webhook-signature"),
        ],
        "show-case" => vec![number()],
        "list-events" => {
            vec![number(), json!({ "name": "after", "in": "query", "schema": { "type": "integer", "minimum": 0 } })]
        }
        "explain-clock" => vec![
            number(),
            json!({ "name": "kind", "in": "path", "required": true, "schema": { "enum": ClockKind::WORDS } }),
            text_query("about", "uuid"),
        ],
        "run-to-it" => vec![one_of("whose", &["mine", "everybody"])],
        "list-accounts" => vec![text_query("text", ""), text_query("after", ""), limit()],
        "show-account" => vec![
            json!({ "name": "id", "in": "path", "required": true, "schema": { "type": "string", "format": "uuid" } }),
        ],
        _ => vec![],
    }
}

fn number() -> Value {
    json!({ "name": "number", "in": "path", "required": true, "schema": { "type": "string", "pattern": "^(MG-)?[0-9]+$" } })
}
fn idempotency() -> Value {
    json!({ "name": "Idempotency-Key", "in": "header", "description": t("api-about-idempotency"), "schema": { "type": "string", "maxLength": 200 } })
}
/// A header of the Standard Webhooks specification.
fn signed(name: &str) -> Value {
    json!({ "name": name, "in": "header", "required": true, "description": t("api-about-signed"), "schema": { "type": "string" } })
}
fn if_match() -> Value {
    json!({ "name": "If-Match", "in": "header", "description": t("api-about-if-match"), "schema": { "type": "string", "pattern": "^\"[0-9]+\"$" } })
}
fn one_of(name: &str, words: &[&str]) -> Value {
    json!({ "name": name, "in": "query", "schema": { "enum": words } })
}
fn text_query(name: &str, format: &str) -> Value {
    let schema =
        if format.is_empty() { json!({ "type": "string" }) } else { json!({ "type": "string", "format": format }) };
    json!({ "name": name, "in": "query", "schema": schema })
}
fn limit() -> Value {
    json!({ "name": "limit", "in": "query", "schema": { "type": "integer", "minimum": 1, "maximum": 100, "default": 50 } })
}

/// RFC 9457 with our own members.
fn problem() -> Value {
    let text = |key: &str| json!({ "type": "string", "description": t(key) });
    let wrong = json!({ "type": "object", "properties": { "field": { "type": "string" }, "detail": { "type": "string" } }, "required": ["field", "detail"] });
    json!({
        "type": "object",
        "required": ["type", "title", "status", "detail"],
        "properties": {
            "type": text("api-problem-type"),
            "title": { "type": "string" },
            "status": { "type": "integer" },
            "detail": text("api-problem-detail"),
            "field": text("api-problem-field"),
            "gate": { "enum": casework::gate::Gate::WORDS, "description": t("api-problem-gate") },
            "errors": { "type": "array", "items": wrong },
            "events": { "type": "array", "items": { "$ref": "#/components/schemas/EventView" }, "description": t("api-problem-events") },
            "retry_after": { "type": "integer", "description": t_with("api-problem-retry", &[("header", "Retry-After".into())]) },
        },
    })
}

#[cfg(test)]
mod tests {
    use super::super::offered;
    use super::*;

    #[test]
    fn every_route_and_every_offered_command_is_in_the_document_and_nothing_internal_is() {
        let document = document();
        for route in ROUTES.iter().filter(|r| r.name != "act") {
            assert!(document["paths"][route.path].is_object(), "{} is not in the document", route.path);
        }
        for word in acts() {
            let path = format!("/api/v1/cases/{{number}}/actions/{word}");
            assert!(document["paths"][&path]["post"].is_object(), "{word} is not in the document");
        }
        assert!(!text().contains("run-out-clock"));
        assert_eq!(offered().count(), acts().count() + 1);
    }

    #[test]
    fn every_reference_leads_somewhere() {
        let document = document();
        let parts: Vec<&str> =
            text().split("#/components/schemas/").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert!(parts.len() > 50);
        for name in parts {
            assert!(document["components"]["schemas"][name].is_object(), "{name} is not among the schemas");
        }
    }

    #[test]
    fn a_command_says_what_it_does_in_a_few_words() {
        assert_eq!(what("record-attempt"), "Record attempt");
    }

    /// A change of the API is seen in review: set `UPDATE_GOLDEN=1` to keep it.
    #[test]
    fn the_document_is_the_one_that_clients_were_promised() {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/openapi.json");
        let now = format!("{}\n", text());
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(&path, &now).unwrap();
        }
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        let first = kept.lines().zip(now.lines()).find(|(kept, now)| kept != now);
        assert!(
            kept == now,
            "the API changed, first at {first:?}; if that is meant: UPDATE_GOLDEN=1 cargo test -p makegood openapi"
        );
    }
}
