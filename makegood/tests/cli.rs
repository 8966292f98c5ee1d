//! The program as a person runs it in a shell: the built binary, in a folder of its own.
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// A data folder for one story; gone when the story ends.
struct Shell {
    dir: PathBuf,
}

impl Shell {
    fn new(name: &str) -> Self {
        let dir = std::env::temp_dir().join(format!("makegood-cli-{}-{name}", std::process::id()));
        drop(std::fs::remove_dir_all(&dir));
        std::fs::create_dir_all(&dir).expect("a folder");
        Self { dir }
    }
    fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_makegood"));
        command.env_clear().env("HOME", &self.dir).env("XDG_DATA_HOME", self.dir.join("share")).stdin(Stdio::null());
        command
    }
    fn run(&self, args: &[&str]) -> Output {
        self.command().args(args).output().expect("it runs")
    }
    /// What it says when all is well.
    fn says(&self, args: &[&str]) -> String {
        let out = self.run(args);
        assert!(out.status.success(), "{args:?}: {}", String::from_utf8_lossy(&out.stderr));
        String::from_utf8(out.stdout).expect("text")
    }
    /// The sentence when it is not.
    fn fails(&self, args: &[&str], code: i32) -> String {
        let out = self.run(args);
        let said = String::from_utf8(out.stderr).expect("text");
        assert_eq!(out.status.code(), Some(code), "{args:?}: {said}");
        let last = said.lines().find(|l| l.starts_with("makegood: ")).unwrap_or_default().to_owned();
        assert!(!said.contains("panicked"), "{said}");
        last
    }
    fn data(&self) -> PathBuf {
        self.dir.join("share/makegood")
    }
}

impl Drop for Shell {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.dir));
    }
}

#[test]
fn a_demo_company_is_filled_looked_at_worked_with_checked_and_exported() {
    let shell = Shell::new("demo");
    let said = shell.says(&["demo", "--fill-only"]);
    assert!(said.contains("maria@nordlot.example"), "{said}");
    // Twice is refused with a way out, and nothing is lost.
    assert!(shell.fails(&["demo", "--fill-only"], 3).contains("--data"));
    let list = shell.says(&["case", "list"]);
    assert!(list.contains("Half the boards have no solder on U7.") && list.contains("Acme Robotics"), "{list}");
    let grave = list
        .lines()
        .find(|l| l.contains("no solder"))
        .and_then(|l| l.split_whitespace().next())
        .expect("its number")
        .to_owned();
    let shown = shell.says(&["case", "show", &grave]);
    assert!(shown.contains("Case opened"), "{shown}");
    // The same commands as on the page, with fields as people type them; the request's name makes a repeat harmless.
    let note = ["case", "do", &grave, "add-note", "-f", "text=Dana called the front desk.", "--request", "note 1"];
    assert!(shell.says(&note).contains(&grave));
    shell.says(&note);
    assert_eq!(shell.says(&["case", "show", &grave]).matches("Dana called the front desk.").count(), 1);
    let json = shell.says(&["case", "show", &grave, "--as-json"]);
    let case: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(case["severity"], "s1");
    assert!(shell.fails(&["case", "do", &grave, "add-note", "-f", "txt=x"], 3).contains("txt"));
    assert!(shell.fails(&["case", "do", &grave, "add-note", "--json", "{\"text\": 7}"], 3).contains("text"));
    assert!(shell.fails(&["case", "do", &grave, "run-out-clock"], 2).contains("run-out-clock"));
    assert!(shell.fails(&["case", "show", "MG-999999"], 3).contains("MG-999999"));
    assert!(shell.fails(&["case", "list", "--as", "nobody@nordlot.example"], 3).contains("nobody@"));
    assert!(shell.says(&["doctor"]).contains("All is well."));
    let export = shell.dir.join("export");
    let to = export.to_str().expect("a name");
    shell.says(&["export", to]);
    let lines = std::fs::read_to_string(export.join("makegood.ndjson")).expect("the lines");
    every_history_proves_itself(&lines);
    assert!(shell.fails(&["export", to], 3).contains("makegood.ndjson"));
    // The copy is a whole database.
    assert!(shell.says(&["doctor", "--data", to]).contains("All is well."));
}

/// Whoever has the export needs nothing else to check it.
fn every_history_proves_itself(lines: &str) {
    let mut cases = 0;
    for line in lines.lines() {
        let value: serde_json::Value = serde_json::from_str(line).expect("a line of JSON");
        if value["type"] != "case" {
            continue;
        }
        cases += 1;
        let text = |v: &serde_json::Value, name: &str| v[name].as_str().unwrap_or_default().to_owned();
        let bytes = |v: &serde_json::Value, name: &str| hex::decode(text(v, name)).expect("hex");
        let rows: Vec<store::history::EventRow> = value["events"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|e| store::history::EventRow {
                seq: e["seq"].as_i64().expect("a number"),
                kind: text(e, "kind"),
                happened_at: e["happened_at"].as_i64().expect("a time"),
                recorded_at: e["recorded_at"].as_i64().expect("a time"),
                actor: text(e, "actor"),
                actor_id: e["actor_id"].as_str().and_then(|id| id.parse().ok()),
                body: text(e, "body"),
                salt: bytes(e, "salt"),
                hash: bytes(e, "hash"),
            })
            .collect();
        let id = text(&value, "id").parse().expect("an id");
        store::history::verify(id, &rows, &bytes(&value, "tail")).expect("the chain holds");
    }
    assert!(cases >= 15, "{cases} cases");
}

#[test]
fn doctor_finds_a_history_that_was_changed_behind_our_back() {
    let shell = Shell::new("doctor");
    shell.says(&["demo", "--fill-only"]);
    let target = store::Target::parse(None, &shell.data()).expect("SQLite");
    let db = store::Db::open(&target, jiff::Timestamp::constant(1_772_442_000, 0)).expect("it opens");
    let changed = db.write_now(|tx| {
        tx.put("drop trigger case_events_no_update", &[])?;
        tx.put("update case_events set body = replace(body, 'solder', 'silver') where kind = 'case_opened'", &[])?;
        tx.put("update cases set title = 'x' where number = (select min(number) from cases)", &[])
    });
    changed.unwrap_or_else(|e: store::Fault| panic!("{e}"));
    db.close();
    let out = shell.run(&["doctor"]);
    assert_eq!(out.status.code(), Some(4));
    let said = String::from_utf8_lossy(&out.stdout);
    assert!(
        said.contains("event 1 is not what was written") && said.contains("its lists say something else about title"),
        "{said}"
    );
}

/// R24: bad configuration ends at once, with everything that is wrong.
#[test]
fn bad_configuration_ends_at_once_with_every_problem_and_never_with_another_database() {
    let shell = Shell::new("config");
    let out = shell
        .command()
        .env("DATABASE_URL", "mysql://db/x")
        .env("MAKEGOOD_LISTEN", "everywhere")
        .env("MAKEGOOD_PORT", "80")
        .arg("serve")
        .output()
        .expect("it runs");
    let said = String::from_utf8_lossy(&out.stderr);
    assert_eq!(out.status.code(), Some(2), "{said}");
    for part in ["mysql", "everywhere", "MAKEGOOD_PORT"] {
        assert!(said.contains(part), "{part} is not in: {said}");
    }
    assert!(!shell.data().exists(), "nothing was made");
    let file = shell.dir.join("a file");
    std::fs::write(&file, "x").expect("written");
    shell.fails(&["migrate", "--data", file.to_str().expect("a name")], 1);
    assert!(shell.says(&["config"]).contains("listen = \"127.0.0.1:8080\""));
}

#[test]
fn a_reader_that_goes_away_is_no_fault_and_an_unknown_word_is_explained() {
    let shell = Shell::new("pipe");
    let mut child = shell
        .command()
        .args(["case", "commands"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it runs");
    drop(child.stdout.take());
    let out = child.wait_with_output().expect("it ends");
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    assert_eq!(shell.run(&["sreve"]).status.code(), Some(2));
    assert_eq!(shell.run(&["--help"]).status.code(), Some(0));
    let help = shell.says(&["case", "commands", "record-attempt"]);
    assert!(help.contains("left_message") && help.contains("channel *"), "{help}");
}

#[test]
fn somebody_is_added_and_gets_a_key_that_works_once_and_for_all() {
    let shell = Shell::new("people");
    assert!(shell.fails(&["case", "list"], 3).contains("makegood user add"));
    let added = shell.says(&[
        "user",
        "add",
        "Maria@Nordlot.example",
        "--name",
        "Maria",
        "--role",
        "administrator",
        "--role",
        "owner",
    ]);
    assert!(added.contains("password is"), "{added}");
    assert!(shell.says(&["case", "list"]).contains("No case fits"));
    let key = shell.says(&["user", "key", "maria@nordlot.example"]);
    assert_eq!(key.trim().len(), 64);
    assert!(shell.fails(&["user", "add", "maria@nordlot.example", "--name", "M", "--role", "owner"], 3).len() > 20);
    assert!(shell.says(&["user", "password", "maria@nordlot.example"]).contains("password is"));
}

/// `cargo run` with no command serves; two servers never share a file; a stop is in good order.
#[test]
fn without_a_command_it_serves_and_a_second_one_says_so() {
    let shell = Shell::new("serve");
    let mut server = shell
        .command()
        .args(["--listen", "127.0.0.1:0"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("it runs");
    let address = ready(&mut server);
    assert!(get(&address, "/healthz").contains("\"status\":\"well\""));
    assert!(get(&address, "/api/v1/openapi.json").contains("3.1.0"));
    assert!(shell.fails(&["case", "list"], 1).contains("in use by another Makegood"));
    let stopped = Command::new("kill").args(["-TERM", &server.id().to_string()]).status().expect("it runs");
    assert!(stopped.success());
    assert!(server.wait().expect("it ends").success());
    assert!(shell.says(&["doctor"]).contains("All is well."));
    assert!(!Path::new(&shell.data().join("makegood.db-wal")).exists(), "the log is folded into the file");
}

fn ready(server: &mut std::process::Child) -> String {
    use std::io::{BufRead as _, BufReader};
    let mut line = String::new();
    BufReader::new(server.stdout.take().expect("piped")).read_line(&mut line).expect("a line");
    line.trim().rsplit("http://").next().expect("an address").to_owned()
}

fn get(address: &str, path: &str) -> String {
    let url = format!("http://{address}{path}");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
        let mut stream = tokio::net::TcpStream::connect(address).await.unwrap_or_else(|e| panic!("{url}: {e}"));
        let ask = format!("GET {path} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n\r\n");
        stream.write_all(ask.as_bytes()).await.expect("sent");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.expect("read");
        answer
    })
}

/// S031 for firms that begin: what came long ago is history, and says so; another day can be named.
#[test]
fn old_orders_owe_no_calls_unless_a_day_is_named() {
    for (name, more, asked) in [("history", &[][..], false), ("asked", &["--checks-from", "2019-12-31"][..], true)] {
        let shell = Shell::new(name);
        let file = shell.dir.join("orders.csv");
        let text = "Order No,Line,Customer,Item,Promise Date,Delivered\n4711,10,Acme,PCB,2020-03-02,2020-03-02\n";
        std::fs::write(&file, text).expect("a file");
        let args: Vec<&str> =
            ["import", "orders", file.to_str().expect("a path")].iter().chain(more).copied().collect();
        let told = shell.says(&args);
        assert!(told.contains("are history: nobody owes a call for them"), "{told}");
        assert_eq!(told.contains("2019-12-31"), asked, "{told}");
        assert_eq!(told.contains("1 new signal: delivered, and nobody asked"), asked, "{told}");
    }
}

/// An own file changes what is said, a folder of packs is proven before it reads, and what is wrong is said by its line.
#[test]
fn proofread_reads_with_an_own_file_and_with_packs_of_a_folder() {
    let shell = Shell::new("proofread-own");
    let write = |name: &str, text: &str| {
        let path = shell.dir.join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        std::fs::write(&path, text).expect("written");
        path.display().to_string()
    };
    let mail = write("mail.txt", "Your order is late. We ship soon, from the old works.");
    let own = "lang = \"en\"\n[rules.DS10]\noff = true\n[[rule]]\nid = \"OUR01\"\nname = \"the plant\"\nfind = [\"old works\"]\nlevel = \"fix\"\nsay = \"It is Plant 2 now.\"\nfires = [\"From the old works.\"]\nsilent = [\"From Plant 2.\"]\n";
    let ours = write("own.toml", own);
    let said = |args: &[&str]| String::from_utf8(shell.run(args).stdout).expect("text");
    let plain = said(&["proofread", &mail]);
    assert!(plain.contains("DS10") && !plain.contains("OUR01"), "{plain}");
    let changed = said(&["proofread", &mail, "--own", &ours]);
    assert!(!changed.contains("DS10") && changed.contains("It is Plant 2 now."), "{changed}");
    let explained = said(&["proofread", "explain", "DS10", "We ship soon.", "--own", &ours]);
    assert!(explained.contains("your own file switched it off"), "{explained}");
    let explained = said(&["proofread", "explain", "OUR01", "From the old works.", "--own", &ours]);
    assert!(explained.contains("It fires on \"old works\""), "{explained}");
    let odd = write("odd.toml", &own.replace("DS10", "DS1O"));
    assert!(
        shell
            .fails(&["proofread", &mail, "--own", &odd], 2)
            .contains("odd.toml:2: DS1O: there is no rule of this id; did you mean \"DS10\"?")
    );
    // A folder with one small pack, written by hand.
    let pack = "pack = \"small\"\nlang = \"en\"\nversion = 1\n[[rule]]\nid = \"S1\"\nname = \"soon\"\nfind = [\"soon\"]\nlevel = \"fix\"\nsay = \"When?\"\nfires = [\"Soon.\"]\nsilent = [\"On Friday.\"]\n";
    write("packs/en/small.toml", pack);
    let folder = shell.dir.join("packs").display().to_string();
    let small = said(&["proofread", &mail, "--packs", &folder]);
    assert!(small.contains("S1 \"soon\"") && small.contains("When?"), "{small}");
    write("packs/en/small.toml", &pack.replace("On Friday.", "Soon after."));
    assert!(
        shell
            .fails(&["proofread", &mail, "--packs", &folder], 2)
            .contains("should be silent and fires: \"Soon after.\"")
    );
}
