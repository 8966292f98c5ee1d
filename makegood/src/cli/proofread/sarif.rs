//! A report as SARIF 2.1.0, for editors and build servers.
use super::place;
use ::proofread::{Level, Report};
use serde_json::{Value, json};
use std::collections::BTreeSet;

pub fn told(report: &Report, name: &str, text: &str) -> Value {
    let ids: BTreeSet<&str> = report.findings.iter().map(|f| f.rule.as_str()).collect();
    let rules: Vec<Value> = ids.iter().map(|id| json!({ "id": id })).collect();
    let results: Vec<Value> = report
        .findings
        .iter()
        .map(|f| {
            let ((row, column), (end_row, end_column)) = (place(text, f.start), place(text, f.end));
            json!({
                "ruleId": f.rule,
                "level": match f.level {
                    Level::Stop => "error",
                    Level::Fix => "warning",
                    Level::Consider => "note",
                },
                "message": { "text": if f.attempt.is_empty() { f.say.clone() } else { format!("{} {}", f.say, f.attempt) } },
                "locations": [{ "physicalLocation": {
                    "artifactLocation": { "uri": name },
                    "region": {
                        "startLine": row, "startColumn": column, "endLine": end_row, "endColumn": end_column,
                        "byteOffset": f.start, "byteLength": f.end - f.start,
                    },
                } }],
            })
        })
        .collect();
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{ "tool": { "driver": { "name": "makegood proofread", "rules": rules } }, "results": results }],
    })
}
