//! `proofread lsp`: the review in an editor, by the language server protocol over standard input and output.
//!
//! What is found becomes diagnostics with the rule as their code, what there is to put in its place becomes quick fixes, and the
//! why is shown where the pointer rests. Nothing is looked up and nothing is written: the editor owns the file.
use super::facts;
use crate::words::{Value as Said, t_with};
use ::proofread::{Draft, Finding, Level, Line, Report, Reviewer, State, replacement};
use lsp_server::{Connection, ErrorCode, Message, Notification, Request, Response};
use lsp_types::{
    CodeAction, CodeActionKind, CodeActionOptions, CodeActionParams, CodeActionProviderCapability, CodeDescription,
    Diagnostic, DiagnosticSeverity, DidChangeTextDocumentParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams,
    Hover, HoverContents, HoverParams, HoverProviderCapability, MarkupContent, MarkupKind, NumberOrString, Position,
    PositionEncodingKind, PublishDiagnosticsParams, Range, ServerCapabilities, TextDocumentSyncCapability,
    TextDocumentSyncKind, TextEdit, Uri,
};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::collections::HashMap;
use std::str::FromStr as _;

/// Files that an editor holds open.
const FILES_AT_MOST: usize = 1000;
/// Examples of a rule that are shown.
const EXAMPLES_SHOWN: usize = 2;

/// What the server is started with.
pub struct Asked<'a> {
    pub reviewer: Reviewer,
    /// The file of what is known of the case.
    pub case: Option<&'a str>,
    /// Where the desk shows a page for each rule.
    pub pages: Option<&'a str>,
}

/// Serves one editor until it says goodbye.
///
/// # Errors
/// When the other side does not keep to the protocol.
pub fn serve(asked: Asked<'_>) -> Result<u8, String> {
    let (connection, threads) = Connection::stdio();
    let ended = converse(&connection, asked).map_err(|odd| odd.to_string());
    // The threads end once nobody holds their other ends.
    drop(connection);
    threads.join().map_err(|odd| odd.to_string())?;
    ended.map(|()| 0)
}

fn converse(connection: &Connection, asked: Asked<'_>) -> Result<(), Box<dyn std::error::Error>> {
    let (id, _) = connection.initialize_start()?;
    let hello = json!({
        "capabilities": ServerCapabilities {
            position_encoding: Some(PositionEncodingKind::UTF16),
            text_document_sync: Some(TextDocumentSyncCapability::Kind(TextDocumentSyncKind::FULL)),
            hover_provider: Some(HoverProviderCapability::Simple(true)),
            code_action_provider: Some(CodeActionProviderCapability::Options(CodeActionOptions {
                code_action_kinds: Some(vec![CodeActionKind::QUICKFIX]),
                ..CodeActionOptions::default()
            })),
            ..ServerCapabilities::default()
        },
        "serverInfo": { "name": "makegood proofread", "version": env!("CARGO_PKG_VERSION") },
    });
    connection.initialize_finish(id, hello)?;
    let mut server = Server { connection, asked, open: HashMap::new() };
    for message in &connection.receiver {
        match message {
            Message::Request(request) => {
                if connection.handle_shutdown(&request)? {
                    break;
                }
                let answer = server.answer(request);
                connection.sender.send(answer.into())?;
            }
            Message::Notification(told) => server.told(told)?,
            Message::Response(_) => {}
        }
    }
    Ok(())
}

/// A file that the editor holds open, as it stands there.
struct Open {
    text: String,
    /// Where each line begins.
    lines: Vec<usize>,
    report: Report,
}

struct Server<'a> {
    connection: &'a Connection,
    asked: Asked<'a>,
    open: HashMap<String, Open>,
}

type Sent = Result<(), Box<dyn std::error::Error>>;

impl Server<'_> {
    fn told(&mut self, told: Notification) -> Sent {
        match told.method.as_str() {
            "textDocument/didOpen" => {
                let Some(DidOpenTextDocumentParams { text_document }) = params(told.params) else { return Ok(()) };
                self.read(text_document.uri, text_document.version, text_document.text)
            }
            "textDocument/didChange" => {
                let Some(mut changed) = params::<DidChangeTextDocumentParams>(told.params) else { return Ok(()) };
                // The whole text comes each time; the last one counts.
                let Some(last) = changed.content_changes.pop() else { return Ok(()) };
                self.read(changed.text_document.uri, changed.text_document.version, last.text)
            }
            "textDocument/didClose" => {
                let Some(DidCloseTextDocumentParams { text_document }) = params(told.params) else { return Ok(()) };
                self.open.remove(text_document.uri.as_str());
                self.publish(PublishDiagnosticsParams::new(text_document.uri, vec![], None))
            }
            _ => Ok(()),
        }
    }

    fn read(&mut self, uri: Uri, version: i32, text: String) -> Sent {
        if self.open.len() >= FILES_AT_MOST && !self.open.contains_key(uri.as_str()) {
            return Ok(());
        }
        // Whoever works on the record sees it at the next key.
        let record = self.asked.case.and_then(|name| facts(name).ok());
        let report = self.asked.reviewer.review(&Draft { subject: None, text: &text }, record.as_ref());
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let open = Open { text, lines, report };
        let diagnostics = self.diagnostics(&open);
        self.open.insert(uri.as_str().to_owned(), open);
        self.publish(PublishDiagnosticsParams::new(uri, diagnostics, Some(version)))
    }

    fn publish(&self, params: PublishDiagnosticsParams) -> Sent {
        let method = "textDocument/publishDiagnostics".to_owned();
        Ok(self.connection.sender.send(Notification::new(method, params).into())?)
    }

    fn diagnostics(&self, open: &Open) -> Vec<Diagnostic> {
        let findings = open.report.findings.iter().map(|f| self.of_finding(open, f));
        findings.chain(wanting(&open.report).map(|line| self.of_line(open, line))).collect()
    }

    fn of_finding(&self, open: &Open, finding: &Finding) -> Diagnostic {
        let severity = match finding.level {
            Level::Stop => DiagnosticSeverity::ERROR,
            Level::Fix => DiagnosticSeverity::WARNING,
            Level::Consider => DiagnosticSeverity::INFORMATION,
        };
        self.diagnostic(open.range(finding.start, finding.end), severity, &finding.rule, finding.say.clone())
    }

    /// What is missing stands at the first line: it has no place of its own.
    fn of_line(&self, open: &Open, line: &Line) -> Diagnostic {
        let end = open.text.find('\n').unwrap_or(open.text.len());
        let said = format!("{}: {}", line.item, line.say);
        self.diagnostic(open.range(0, end), DiagnosticSeverity::INFORMATION, &line.rule, said)
    }

    fn diagnostic(&self, range: Range, severity: DiagnosticSeverity, rule: &str, message: String) -> Diagnostic {
        let page = self.asked.pages.map(|pages| format!("{}/{rule}", pages.trim_end_matches('/')));
        Diagnostic {
            range,
            severity: Some(severity),
            code: Some(NumberOrString::String(rule.to_owned())),
            code_description: page.and_then(|page| Uri::from_str(&page).ok()).map(|href| CodeDescription { href }),
            source: Some("makegood".to_owned()),
            message,
            ..Diagnostic::default()
        }
    }

    fn answer(&self, request: Request) -> Response {
        let Request { id, method, params: asked } = request;
        match method.as_str() {
            "textDocument/hover" => Response::new_ok(id, params(asked).and_then(|asked| self.hover(&asked))),
            "textDocument/codeAction" => {
                Response::new_ok(id, params(asked).map(|asked| self.actions(&asked)).unwrap_or_default())
            }
            _ => Response::new_err(id, ErrorCode::MethodNotFound as i32, method),
        }
    }

    fn hover(&self, asked: &HoverParams) -> Option<Hover> {
        let asked = &asked.text_document_position_params;
        let open = self.open.get(asked.text_document.uri.as_str())?;
        let here = |f: &&Finding| {
            let range = open.range(f.start, f.end);
            range.start <= asked.position && asked.position <= range.end && f.start < f.end
        };
        let mut all = open.report.findings.iter().filter(here).peekable();
        let range = all.peek().map(|f| open.range(f.start, f.end));
        let said: Vec<String> = all.map(|f| self.explained(f)).collect();
        let contents = MarkupContent { kind: MarkupKind::Markdown, value: said.join("\n\n---\n\n") };
        range.map(|_| Hover { contents: HoverContents::Markup(contents), range })
    }

    fn explained(&self, finding: &Finding) -> String {
        let rule = self.asked.reviewer.rule(&finding.rule).map(|(_, rule)| &rule.written);
        let name = rule.map_or("", |r| r.name.as_str());
        let mut said = vec![format!("**{}** {name}", finding.rule), finding.say.clone()];
        let mut put = |key: &str, words: &str| {
            if !words.is_empty() {
                said.push(t_with(key, &[("said", Said::from(words))]));
            }
        };
        put("cli-proofread-why", &finding.why);
        put("cli-proofread-try", &finding.attempt);
        for text in rule.iter().flat_map(|r| r.silent.iter().take(EXAMPLES_SHOWN)) {
            put("cli-proofread-example-silent", text);
        }
        said.join("\n\n")
    }

    fn actions(&self, asked: &CodeActionParams) -> Vec<CodeAction> {
        let uri = &asked.text_document.uri;
        let Some(open) = self.open.get(uri.as_str()) else { return vec![] };
        let meets = |range: &Range| range.start <= asked.range.end && asked.range.start <= range.end;
        let mut all = vec![];
        for finding in open.report.findings.iter().filter(|f| meets(&open.range(f.start, f.end))) {
            let diagnostic = self.of_finding(open, finding);
            if let Some(twin) = replacement(finding) {
                all.push(action(uri, open, finding.start..finding.end, twin, diagnostic));
            } else if !finding.attempt.is_empty() && finding.start < finding.end {
                all.push(action(uri, open, open.stretch(finding), finding.attempt.clone(), diagnostic));
            }
        }
        for line in wanting(&open.report).filter(|l| !l.attempt.is_empty()) {
            let diagnostic = self.of_line(open, line);
            if meets(&diagnostic.range) {
                let end = self.asked.reviewer.own_words(&open.text).end;
                let put = format!("{}{}", if end > 0 { "\n\n" } else { "" }, line.attempt);
                all.push(action(uri, open, end..end, put, diagnostic));
            }
        }
        all
    }
}

fn wanting(report: &Report) -> impl Iterator<Item = &Line> {
    report.checklist.iter().filter(|l| matches!(l.state, State::Missing | State::Weak))
}

fn params<T: DeserializeOwned>(value: Value) -> Option<T> {
    serde_json::from_value(value).ok()
}

fn action(uri: &Uri, open: &Open, bytes: std::ops::Range<usize>, put: String, diagnostic: Diagnostic) -> CodeAction {
    let key = if bytes.is_empty() { "cli-proofread-lsp-add" } else { "cli-proofread-lsp-put" };
    let title = t_with(key, &[("said", Said::from(put.trim()))]);
    let edit = TextEdit { range: open.range(bytes.start, bytes.end), new_text: put };
    let changes = json!({ "changes": { (uri.as_str()): [edit] } });
    CodeAction {
        title,
        kind: Some(CodeActionKind::QUICKFIX),
        diagnostics: Some(vec![diagnostic]),
        edit: params(changes),
        ..CodeAction::default()
    }
}

impl Open {
    fn range(&self, start: usize, end: usize) -> Range {
        Range { start: self.position(start), end: self.position(end) }
    }

    /// Line and units of UTF-16, both from 0.
    fn position(&self, byte: usize) -> Position {
        let line = self.lines.partition_point(|start| *start <= byte).saturating_sub(1);
        let before = self.text.get(self.lines[line]..byte).unwrap_or("");
        let units: usize = before.chars().map(char::len_utf16).sum();
        Position { line: u32::try_from(line).unwrap_or(u32::MAX), character: u32::try_from(units).unwrap_or(u32::MAX) }
    }

    /// What a suggestion stands for: a whole sentence where it is one, else the words that were found.
    fn stretch(&self, finding: &Finding) -> std::ops::Range<usize> {
        let own = finding.start..finding.end;
        if !finding.attempt.starts_with(char::is_uppercase) {
            return own;
        }
        let marks = ['.', '?', '!', '\n'];
        let before = &self.text[..own.start];
        let start = before.rfind(marks).map_or(0, |at| at + 1);
        let start = start + (before[start..].len() - before[start..].trim_start().len());
        let end = self.text[own.end..].find(marks).map_or(self.text.len(), |at| own.end + at);
        let mark = usize::from(self.text[end..].starts_with(['.', '?', '!']));
        start..end + mark
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn open(text: &str) -> Open {
        let reviewer = Reviewer::shipped().expect("packs");
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Open { report: reviewer.review(&Draft { subject: None, text }, None), text: text.to_owned(), lines }
    }

    #[test]
    fn a_place_is_counted_in_units_of_utf_16() {
        let open = open("ä\n😀x");
        assert_eq!(open.position("ä\n😀".len()), Position { line: 1, character: 2 });
        assert_eq!(open.position(0), Position { line: 0, character: 0 });
    }

    #[test]
    fn a_suggestion_that_is_a_sentence_stands_for_a_sentence() {
        let open = open("Your order is late. We apologize for the inconvenience. Regards");
        let finding = open.report.findings.iter().find(|f| f.rule == "AP02").expect("a formula");
        assert_eq!(&open.text[open.stretch(finding)], "We apologize for the inconvenience.");
    }
}
