//! A real browser for the tests: starts it, looks at pages with axe, takes pictures, and always ends it again.
//!
//! Other test files use it with `#[path = "browser/support.rs"] mod support;`. Needs Debian's `chromium` and `chromium-driver`.
//! `axe.min.js` beside this file is axe-core 4.14.1 by Deque Systems, unchanged, under the Mozilla Public License 2.0
//! (`axe.LICENSE`); it is used by tests only and is no part of the program.
#![allow(clippy::unwrap_used, reason = "a test that cannot start its browser has to stop")]
#![allow(dead_code, reason = "each test file uses a part of it")]

use std::io::{BufRead, BufReader};
use std::panic::{AssertUnwindSafe, resume_unwind};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use axum::Router;
use axum::http::{HeaderValue, Method, header};
use futures_util::FutureExt;
use serde::Deserialize;
use serde_json::{Value, json};
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::prelude::*;
use thirtyfour::{ChromiumLikeCapabilities, RequestData, SessionId};

const DRIVER: &str = "/usr/bin/chromedriver";
const AXE: &str = include_str!("axe.min.js");

/// The policy that every page is served with; a page that breaks it says so in the console.
pub const CSP: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self'; \
    connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Root in a container has no sandbox of its own, and a test shall not call home.
const FLAGS: &[&str] = &[
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
];

/// Whether the pages' own script may run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    On,
    Off,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    Light,
    Dark,
}

impl Scheme {
    pub const BOTH: [Scheme; 2] = [Scheme::Light, Scheme::Dark];

    fn name(self) -> &'static str {
        match self {
            Scheme::Light => "light",
            Scheme::Dark => "dark",
        }
    }
}

/// What axe found wrong, in its words.
#[derive(Debug, Deserialize)]
pub struct Violation {
    pub id: String,
    pub impact: Option<String>,
    pub help: String,
    pub nodes: Vec<Node>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Node {
    pub html: String,
    pub failure_summary: Option<String>,
}

/// One browser with one window.
pub struct Browser {
    pub driver: WebDriver,
    script: Script,
}

/// Runs a story in a fresh browser and ends the browser whatever comes of it. Without one on this machine it says so and
/// returns, unless `MAKEGOOD_BROWSER=required`.
pub async fn with_browser(script: Script, story: impl AsyncFnOnce(&Browser)) {
    if !Path::new(DRIVER).exists() {
        assert!(
            std::env::var("MAKEGOOD_BROWSER").as_deref() != Ok("required"),
            "no {DRIVER}: apt-get install chromium-driver"
        );
        println!("skipped: no chromedriver");
        return;
    }
    let chromedriver = Chromedriver::start();
    let browser = Browser::open(&chromedriver, script).await;
    let outcome = AssertUnwindSafe(story(&browser)).catch_unwind().await;
    let quit = browser.driver.quit().await;
    if let Err(panic) = outcome {
        resume_unwind(panic);
    }
    quit.unwrap();
}

/// Serves a router on a free port with the headers of the program, and gives its address.
pub async fn serve(router: Router) -> String {
    let router = router.layer(tower_http::set_header::SetResponseHeaderLayer::overriding(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(CSP),
    ));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, router).await });
    address
}

impl Browser {
    async fn open(chromedriver: &Chromedriver, script: Script) -> Browser {
        let mut wishes = DesiredCapabilities::chrome();
        for flag in FLAGS {
            wishes.add_arg(flag).unwrap();
        }
        wishes.add_arg(&format!("--user-data-dir={}", chromedriver.profile.display())).unwrap();
        if script == Script::Off {
            wishes
                .add_experimental_option("prefs", json!({"profile.managed_default_content_settings.javascript": 2}))
                .unwrap();
        }
        wishes.set("goog:loggingPrefs", json!({"browser": "ALL"})).unwrap();
        let driver = WebDriver::new(format!("http://127.0.0.1:{}", chromedriver.port), wishes).await.unwrap();
        driver.set_script_timeout(Duration::from_secs(60)).await.unwrap();
        Browser { driver, script }
    }

    /// Opens a page as a person with this width of window and this choice of light or dark.
    pub async fn open_page(&self, address: &str, width: u32, scheme: Scheme) {
        self.look(width, scheme).await;
        self.driver.goto(address).await.unwrap();
    }

    /// Sets the width of the window and light or dark, for the page shown and those to come.
    pub async fn look(&self, width: u32, scheme: Scheme) {
        let size = json!({"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false});
        self.devtools("Emulation.setDeviceMetricsOverride", size).await;
        self.emulate("", &[("prefers-color-scheme", scheme.name())]).await;
    }

    /// Shows the page as another medium ("print", or "" for the screen) or with other wishes of the person.
    pub async fn emulate(&self, medium: &str, wishes: &[(&str, &str)]) {
        let features: Vec<Value> = wishes.iter().map(|(name, value)| json!({"name": name, "value": value})).collect();
        self.devtools("Emulation.setEmulatedMedia", json!({"media": medium, "features": features})).await;
    }

    /// Lets axe look at the page shown: its rules of WCAG 2.2 A and AA and its best practices.
    ///
    /// Where scripts are forbidden no timer ever fires, so axe gets one that fires at once and leaves its answer on the window.
    pub async fn axe(&self) -> Vec<Violation> {
        let run = "if (arguments[0]) window.setTimeout = (act, _, ...more) => { act(...more); return 0; };
            window.axeSaid = null;
            axe.run(document, {resultTypes: ['violations'], preload: !arguments[0], rules: {'target-size': {enabled: true}}}, (error, said) => {
                window.axeSaid = error ? [{id: 'axe', help: String(error), nodes: []}] : said.violations;
            });";
        if self.number("return window.axe ? 1 : 0").await == 0 {
            self.driver.execute(AXE, Vec::new()).await.unwrap();
        }
        self.driver.execute(run, vec![json!(self.script == Script::Off)]).await.unwrap();
        for _ in 0..600 {
            let said = self.driver.execute("return window.axeSaid", Vec::new()).await.unwrap();
            if !said.json().is_null() {
                return serde_json::from_value(said.json().clone()).unwrap();
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("axe did not answer within a minute");
    }

    /// Everything a page must be able to do everywhere: axe finds nothing, nothing is wider than the window, the
    /// console is silent. `story` names the page in the message.
    pub async fn must_be_well(&self, story: &str) {
        let found = self.axe().await;
        let told: Vec<String> = found.iter().map(Violation::told).collect();
        assert!(found.is_empty(), "{story}: axe found\n{}", told.join("\n"));
        let wide =
            self.number("return document.documentElement.scrollWidth - document.documentElement.clientWidth").await;
        assert!(wide <= 0, "{story}: {wide} px wider than the window: {}", self.widest().await);
        let said = self.console().await;
        assert!(said.is_empty(), "{story}: the console says {said:?}");
    }

    async fn widest(&self) -> String {
        let find = "const w = document.documentElement.clientWidth; return [...document.querySelectorAll('body *')]\
            .filter(e => e.getBoundingClientRect().right > w + 1).map(e => e.outerHTML.slice(0, 120)).slice(0, 5).join('\\n')";
        self.text(find).await
    }

    /// What the browser complained about since the last look, except that a page was refused: that is what the test asked for.
    pub async fn console(&self) -> Vec<String> {
        let log = self.driver.get_log("browser").await.unwrap();
        // A browser guesses that more than three secrets are two logins; those of a mailbox belong together.
        let guessed = |said: &str| said.contains("/settings/mailboxes") && said.contains("Multiple forms should be");
        let expected =
            |said: &str| said.contains("favicon.ico") || said.contains("responded with a status of 4") || guessed(said);
        log.into_iter().map(|entry| entry.message).filter(|said| !expected(said)).collect()
    }

    /// A picture of the whole page, kept under the target folder as `screens/<name>-<width>-<scheme>.png`.
    pub async fn screenshot(&self, name: &str, width: u32, scheme: Scheme) -> PathBuf {
        self.look(width, scheme).await;
        self.picture(&format!("{name}-{width}-{}", scheme.name()), width).await
    }

    /// A picture of the whole page as it is shown now.
    pub async fn picture(&self, name: &str, width: u32) -> PathBuf {
        let height = self.number("return document.documentElement.scrollHeight").await;
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("screens").join(format!("{name}.png"));
        self.picture_at(&path, width, height).await;
        path
    }

    /// A picture of the upper part of the page, as high as said, in a file of this name.
    pub async fn picture_at(&self, path: &Path, width: u32, height: i64) {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        let clip = json!({"x": 0, "y": 0, "width": width, "height": height, "scale": 1});
        let shot = self.devtools("Page.captureScreenshot", json!({"captureBeyondViewport": true, "clip": clip})).await;
        std::fs::write(path, base64(shot["data"].as_str().unwrap())).unwrap();
    }

    /// Presses what the selector names and waits until another page has come, as a person does.
    pub async fn press_through(&self, selector: &str) {
        self.driver.execute("window.pageBefore = true", Vec::new()).await.unwrap();
        self.driver.find(By::Css(selector.to_owned())).await.unwrap().click().await.unwrap();
        for _ in 0..100 {
            // While one page goes and the other comes there may be none to ask.
            let there = "return window.pageBefore !== true && document.readyState === 'complete'";
            if let Ok(said) = self.driver.execute(there, Vec::new()).await
                && said.json().as_bool() == Some(true)
            {
                return;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("no other page came within ten seconds after pressing {selector}");
    }

    pub async fn number(&self, script: &str) -> i64 {
        self.driver.execute(script, Vec::new()).await.unwrap().json().as_i64().unwrap()
    }

    pub async fn text(&self, script: &str) -> String {
        self.driver.execute(script, Vec::new()).await.unwrap().json().as_str().unwrap_or_default().to_owned()
    }

    pub fn script(&self) -> Script {
        self.script
    }

    /// A command of the browser's own debugging protocol.
    pub async fn devtools(&self, command: &'static str, wishes: Value) -> Value {
        self.driver.cmd(Devtools(command, wishes)).await.unwrap().value::<Value>().unwrap()
    }
}

impl Violation {
    fn told(&self) -> String {
        let nodes: Vec<String> = self
            .nodes
            .iter()
            .take(5)
            .map(|node| {
                format!(
                    "    {}\n      {}",
                    node.html,
                    node.failure_summary.as_deref().unwrap_or_default().replace('\n', " ")
                )
            })
            .collect();
        format!("  {} ({}): {}\n{}", self.id, self.impact.as_deref().unwrap_or("?"), self.help, nodes.join("\n"))
    }
}

#[derive(Debug)]
struct Devtools(&'static str, Value);

impl FormatRequestData for Devtools {
    fn format_request(&self, session: &SessionId) -> RequestData {
        RequestData::new(Method::POST, format!("session/{session}/goog/cdp/execute"))
            .add_body(json!({"cmd": self.0, "params": self.1}))
    }
}

/// The driver's process, with a profile folder that goes when it goes.
struct Chromedriver {
    child: Child,
    port: u16,
    profile: PathBuf,
}

impl Chromedriver {
    fn start() -> Chromedriver {
        let mut child =
            Command::new(DRIVER).arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        // It says "ChromeDriver was started successfully on port 12345." within its first lines.
        let port = lines
            .take(50)
            .map_while(Result::ok)
            .find_map(|line| line.split("successfully on port ").nth(1)?.trim_end_matches('.').parse().ok())
            .expect("chromedriver says its port");
        let profile = std::env::temp_dir().join(format!("makegood-browser-{}-{port}", std::process::id()));
        Chromedriver { child, port, profile }
    }
}

impl Drop for Chromedriver {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = std::fs::remove_dir_all(&self.profile);
    }
}

/// Reads base64 as the browser writes it.
fn base64(text: &str) -> Vec<u8> {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let sixes: Vec<u32> =
        text.bytes().filter_map(|b| LETTERS.iter().position(|l| *l == b)).map(|n| u32::try_from(n).unwrap()).collect();
    let mut bytes = Vec::with_capacity(sixes.len() * 3 / 4);
    for four in sixes.chunks(4) {
        let bits = four.iter().enumerate().fold(0, |bits, (n, six)| bits | six << (18 - 6 * n));
        bytes.extend(bits.to_be_bytes()[1..four.len()].iter());
    }
    bytes
}
