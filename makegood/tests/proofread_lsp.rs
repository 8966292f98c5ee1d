//! The review in an editor: the built binary, spoken to as an editor speaks to it.
use serde_json::{Value, json};
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

struct Editor {
    server: Child,
    input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
    asked: i64,
}

const FILE: &str = "file:///tmp/mail.txt";

impl Editor {
    fn start(args: &[&str]) -> (Self, Value) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_makegood"));
        command.args(["proofread", "lsp"]).args(args).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut server = command.spawn().expect("it starts");
        let input = server.stdin.take();
        let output = BufReader::new(server.stdout.take().expect("its output"));
        let mut editor = Self { server, input, output, asked: 0 };
        let hello = editor.ask("initialize", json!({ "processId": null, "rootUri": null, "capabilities": {} }));
        editor.tell("initialized", json!({}));
        (editor, hello)
    }

    fn send(&mut self, message: &Value) {
        let body = message.to_string();
        let input = self.input.as_mut().expect("it listens");
        write!(input, "Content-Length: {}\r\n\r\n{body}", body.len()).expect("it listens");
        input.flush().expect("it listens");
    }

    fn tell(&mut self, method: &str, params: Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    fn hear(&mut self) -> Value {
        let mut long = 0;
        loop {
            let mut line = String::new();
            self.output.read_line(&mut line).expect("a header");
            if let Some(said) = line.strip_prefix("Content-Length: ") {
                long = said.trim().parse().expect("a length");
            }
            if line.trim().is_empty() {
                break;
            }
        }
        let mut body = vec![0; long];
        self.output.read_exact(&mut body).expect("a body");
        serde_json::from_slice(&body).expect("JSON")
    }

    fn ask(&mut self, method: &str, params: Value) -> Value {
        self.asked += 1;
        let id = self.asked;
        self.send(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }));
        loop {
            let heard = self.hear();
            if heard["id"] == id {
                return heard;
            }
        }
    }

    fn diagnostics(&mut self) -> Vec<Value> {
        let heard = self.hear();
        assert_eq!(heard["method"], "textDocument/publishDiagnostics", "{heard}");
        heard["params"]["diagnostics"].as_array().expect("a list").clone()
    }

    fn open(&mut self, text: &str) -> Vec<Value> {
        let document = json!({ "uri": FILE, "languageId": "plaintext", "version": 1, "text": text });
        self.tell("textDocument/didOpen", json!({ "textDocument": document }));
        self.diagnostics()
    }

    fn change(&mut self, version: i64, text: &str) -> Vec<Value> {
        let document = json!({ "uri": FILE, "version": version });
        self.tell("textDocument/didChange", json!({ "textDocument": document, "contentChanges": [{ "text": text }] }));
        self.diagnostics()
    }

    fn actions(&mut self, at: &Value) -> Vec<Value> {
        let asked = json!({ "textDocument": { "uri": FILE }, "range": at, "context": { "diagnostics": [] } });
        self.ask("textDocument/codeAction", asked)["result"].as_array().expect("a list").clone()
    }

    /// Says goodbye as the protocol wants it.
    fn end(mut self) {
        self.ask("shutdown", Value::Null);
        self.tell("exit", Value::Null);
        self.input = None;
        assert!(self.server.wait().expect("it ends").success());
    }
}

fn of<'a>(all: &'a [Value], rule: &str) -> &'a Value {
    all.iter().find(|d| d["code"] == rule).unwrap_or_else(|| panic!("no {rule} in {all:?}"))
}

#[test]
fn an_editor_is_told_what_is_found_why_and_what_to_put_there() {
    let (mut editor, hello) = Editor::start(&["--pages", "https://desk.example/review/rules/"]);
    let able = &hello["result"]["capabilities"];
    assert_eq!((&able["textDocumentSync"], &able["hoverProvider"]), (&json!(1), &json!(true)));
    // Places are units of UTF-16: the letter before counts two.
    let told = editor.open("Hello,\n\n😀 We will ship in order to help. We apologize for the inconvenience.");
    let twin = of(&told, "DS03").clone();
    assert_eq!(twin["range"]["start"], json!({ "line": 2, "character": 16 }));
    assert_eq!(twin["codeDescription"]["href"], "https://desk.example/review/rules/DS03");
    assert_eq!(of(&told, "AP02")["severity"], 2);

    let actions = editor.actions(&twin["range"]);
    let edit = &actions[0]["edit"]["changes"][FILE][0];
    assert_eq!((&edit["newText"], &edit["range"]), (&json!("to"), &twin["range"]), "{actions:?}");
    let sentence = editor.actions(&of(&told, "AP02")["range"]);
    assert_eq!(sentence[0]["edit"]["changes"][FILE][0]["newText"], "I am sorry that [failure?].");

    let at = json!({ "textDocument": { "uri": FILE }, "position": of(&told, "AP02")["range"]["start"] });
    let shown = editor.ask("textDocument/hover", at)["result"]["contents"]["value"].to_string();
    assert!(shown.contains("AP02") && shown.contains("sincere and specific"), "{shown}");

    // What was put right is no longer told; a file that is closed has nothing told of it.
    let told = editor.change(2, "The boards leave us on 14 May 2027.");
    assert!(told.iter().all(|d| d["code"] != "AP02" && d["code"] != "DS03"), "{told:?}");
    editor.tell("textDocument/didClose", json!({ "textDocument": { "uri": FILE } }));
    assert_eq!(editor.diagnostics(), Vec::<Value>::new());
    editor.end();
}

/// What is missing has a suggestion that goes behind the own words, before the signature.
#[test]
fn what_is_missing_is_told_at_the_first_line_and_added_before_the_signature() {
    let dir = std::env::temp_dir().join(format!("makegood-lsp-{}", std::process::id()));
    std::fs::create_dir_all(&dir).expect("a folder");
    let facts = dir.join("facts.json");
    std::fs::write(&facts, r#"{ "open": true, "next_update": "2027-05-12T16:00", "numbers": ["PO-47110"] }"#)
        .expect("facts");
    let (mut editor, _) = Editor::start(&["--case", &facts.to_string_lossy()]);
    let told = editor.open("Your order PO-47111 is late.\n\nBest regards\nAna Nowak");
    assert_eq!(of(&told, "FX02")["severity"], 1);
    let missing = of(&told, "UP01");
    assert_eq!(missing["range"]["start"], json!({ "line": 0, "character": 0 }));
    let actions = editor.actions(&missing["range"]);
    let add = actions.iter().find(|a| a["diagnostics"][0]["code"] == "UP01").expect("a suggestion");
    let edit = &add["edit"]["changes"][FILE][0];
    assert!(edit["newText"].as_str().is_some_and(|t| t.contains("12 May 2027, 16:00")), "{edit}");
    assert_eq!(edit["range"]["start"], json!({ "line": 0, "character": 28 }));
    editor.end();
    drop(std::fs::remove_dir_all(&dir));
}

#[test]
fn what_an_editor_asks_besides_is_answered_and_ends_nothing() {
    let (mut editor, _) = Editor::start(&[]);
    assert_eq!(editor.ask("textDocument/definition", json!({}))["error"]["code"], -32601);
    let asked = json!({ "textDocument": { "uri": "file:///nowhere" }, "position": { "line": 0, "character": 0 } });
    assert_eq!(editor.ask("textDocument/hover", asked)["result"], Value::Null);
    editor.tell("textDocument/didOpen", json!({ "what": "is this" }));
    assert!(!editor.open("Your order is late.").is_empty());
    editor.end();
}
