//! The page about the API, written from its document.
use super::openapi;
use crate::session::Public;
use crate::web::ui::{self, Shell};
use crate::words::t;
use maud::{Markup, html};
use serde_json::Value;

pub async fn show(_: Public) -> Markup {
    let document = openapi::document();
    let paths = document["paths"].as_object().cloned().unwrap_or_default();
    let body = html! {
        (ui::heading(t("api-title"), None))
        p { (t("api-about")) }
        p { (t("api-about-key")) }
        p { a href="/api/v1/openapi.json" { (t("api-document")) } }
        @for (path, verbs) in &paths {
            @for (verb, operation) in verbs.as_object().into_iter().flatten() {
                section {
                    h2 { code { (verb.to_uppercase()) " " (path) } }
                    p { (text(&operation["summary"])) }
                    @if let Some(who) = operation["description"].as_str() { p { (who) } }
                    (parameters(operation))
                    (fields(&document, operation))
                }
            }
        }
    };
    ui::page(Shell::new("api-title"), body)
}

fn parameters(operation: &Value) -> Markup {
    let all: Vec<String> = operation["parameters"].as_array().into_iter().flatten().map(|p| text(&p["name"])).collect();
    html! { @if !all.is_empty() { p { (t("api-parameters")) " " @for (n, name) in all.iter().enumerate() { @if n > 0 { ", " } code { (name) } } } } }
}

/// The fields of what is sent, each with its sentence.
fn fields(document: &Value, operation: &Value) -> Markup {
    let reference = text(&operation["requestBody"]["content"]["application/json"]["schema"]["$ref"]);
    let Some(name) = reference.rsplit('/').next().filter(|name| !name.is_empty()) else { return html! {} };
    let schema = &document["components"]["schemas"][name];
    let required: Vec<&str> = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    html! {
        dl {
            @for (name, field) in schema["properties"].as_object().into_iter().flatten() {
                dt { code { (name) } @if required.contains(&name.as_str()) { " · " (t("api-field-needed")) } }
                dd { (text(&field["description"])) }
            }
        }
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
