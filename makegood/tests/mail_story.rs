//! The story of mail from end to end, on both databases and against real servers (Postfix takes what we send, Dovecot holds what they write):
//! a late order, a call, the message left, the one mail, the call back, the summary with its invitation, an answer from Outlook, an
//! out-of-office that bounces off, and an answer to the summary a year later.

use crate::desk::Desk;
use crate::dovecot::{Dovecot, User};
use crate::intake::{ask, import};
use crate::mail_arrives::{add, spec};
use crate::mail_postfix::{Postfix, wait_for};
use crate::pages_mail::house::form_of;
use crate::post::sink::{Got, Sink, Trick};
use crate::support::both_async;
use crate::visit::Seen;
use crate::walk::{chosen, closed, made_good, planned};
use axum::http::StatusCode;
use casework::Case;
use casework::clock::ClockKind;
use casework::ids::{CaseNumber, MailId};
use casework::kinds::Recovery;
use makegood::app::Around;
use makegood::jobs::{self, Post, Receipts};
use makegood::mail::fetch::Pace;
use makegood::mail::seal::KeyPlace;
use makegood::mail::{relays, smtp::Patience};
use std::time::{Duration, Instant};
use store::mailboxes::{Security, SignIn, Way};
use tokio::task::JoinHandle;

const PACE: Pace =
    Pace { poll: Duration::from_millis(500), idle: Duration::from_secs(20), pauses: [Duration::from_millis(200); 5] };
/// Longer than anything here takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);
const ORDERS: &str =
    "Order No;Line;Customer;Item;Promise Date;Delivered\n4711;10;Acme Robotics;KB-7 rev C;2026-02-27;\n";

/// A firm whose mailbox is at two real servers, and the programs that fetch and send.
struct Firm {
    desk: Desk,
    sink: Sink,
    user: User,
    case: String,
    laid: usize,
    jobs: Vec<JoinHandle<()>>,
    _postfix: Postfix,
}

impl Drop for Firm {
    fn drop(&mut self) {
        self.jobs.drain(..).for_each(|job| job.abort());
    }
}

impl Firm {
    async fn new(db: store::Db) -> Self {
        let desk = Desk::new(db).await;
        desk.app.is_around(Around { key: KeyPlace::Told([7; 32]), ..Around::default() });
        let dana = [
            ("name", "Dana Ruiz"),
            ("email", "dana@acme.example"),
            ("phone", "+1 512 555 0148"),
            ("language", "en"),
            ("zone", "America/Chicago"),
            ("active", "on"),
        ];
        assert_eq!(desk.post(&format!("/contacts/{}", desk.dana), &dana).await.status, 303);
        let sink = Sink::new(|_| Trick::Take, |_| None);
        let (postfix, dovecot) = (Postfix::to("story", sink.at.port()), Dovecot::named("shared"));
        let user = dovecot.user();
        let out = Way {
            host: "localhost".into(),
            port: postfix.at.port(),
            security: Security::Open,
            user: String::new(),
            sign_in: SignIn::Password,
        };
        let mut spec = spec(&format!("{}@nordlot.example", user.name), dovecot.port, Security::Open, &user.name);
        spec.outgoing = Some(out);
        add(&desk.app, spec, "secret").await;
        let jobs = vec![
            tokio::spawn(jobs::mail::sort(desk.app.clone())),
            tokio::spawn(jobs::mail::fetch(desk.app.clone(), PACE)),
        ];
        Self { desk, sink, user, case: String::new(), laid: 0, jobs, _postfix: postfix }
    }

    fn at(&self, rest: &str) -> String {
        format!("/cases/{}{rest}", self.case)
    }
    async fn page(&self, rest: &str) -> String {
        self.desk.get(&self.at(rest)).await.body
    }
    async fn does(&self, word: &str, pairs: &[(&str, &str)]) {
        self.desk.done(&self.case, word, pairs).await;
    }
    async fn kept(&self) -> Case {
        let number: CaseNumber = self.case.parse().expect("a number");
        let kept = self.desk.app.db.read(move |conn| store::cases::by_number(conn, number)).await.expect("read");
        kept.expect("the case").case
    }
    async fn count(&self, sql: &'static str) -> i64 {
        self.desk.app.db.read(move |conn| conn.one(sql, &[])).await.unwrap_or_else(|e: store::Fault| panic!("{e}"))
    }

    /// Writes the mail of this purpose as it was drafted; by Postfix it comes to the customer's server.
    async fn sends(&mut self, query: &str, changed: &[(&str, &str)]) -> Got {
        let html = self.page(&format!("/mail/new?{query}")).await;
        let form = form_of(&Seen { status: StatusCode::OK, html, to: None, again_after: None }, changed);
        let pairs: Vec<(&str, &str)> = form.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        let done = self.desk.post(&self.at("/mail/new"), &pairs).await;
        assert_eq!(done.status, 303, "{query}: {}", done.said());
        let id: MailId = done.location.split("sent=").nth(1).expect("it is sent").parse().expect("an id");
        self.desk.later(1);
        let before = self.sink.many();
        assert_eq!(self.goes().await, 1);
        let got = wait_for("it comes by Postfix", || self.sink.got().into_iter().nth(before));
        let (raw, mails) = self
            .desk
            .app
            .db
            .read(move |conn| Ok::<_, store::Fault>((store::mails::raw(conn, id)?, store::mails::one(conn, id)?)))
            .await
            .expect("read");
        assert!(got.raw.ends_with(&raw.expect("kept")), "our bytes below what Postfix adds");
        assert_eq!(mails.expect("shown").state, store::mails::State::Sent);
        got
    }

    /// What the program sends by itself; how many left.
    async fn goes(&self) -> usize {
        Receipts::new(self.desk.app.clone()).beat().await;
        let mut post = Post::new(self.desk.app.clone(), relays::of_mailboxes(), Patience::default());
        post.empty().await.sent
    }

    /// Their server lays a mail into our mailbox; it has its place here when this returns.
    async fn gets(&mut self, raw: &str) {
        self.laid += 1;
        self.user.gets(&format!("{}.story", self.laid), raw, Duration::ZERO);
        let (begun, want) = (Instant::now(), i64::try_from(self.laid).expect("few"));
        while self.count("select count(*) from messages").await < want
            || self.count("select count(*) from mails_unheard").await > 0
        {
            assert!(begun.elapsed() < PATIENCE, "mail {want} has no place");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
}

/// A header of a mail, unfolded.
fn header(raw: &[u8], name: &str) -> String {
    let text = String::from_utf8_lossy(raw).replace("\r\n ", " ").replace("\r\n\t", " ");
    let head = text.split("\r\n\r\n").next().unwrap_or_default().to_owned();
    let line = head.lines().find_map(|line| line.strip_prefix(&format!("{name}: ")).map(str::to_owned));
    line.unwrap_or_else(|| panic!("no {name} in {head}"))
}

/// Whoever answers writes to whom the mail asks them to.
fn reply_to(ours: &Got) -> String {
    let head = String::from_utf8_lossy(&ours.raw).into_owned();
    let name = if head.contains("\r\nReply-To: ") { "Reply-To" } else { "From" };
    header(&ours.raw, name)
}

/// As Outlook answers: RE:, its thread headers, both kinds of text, ours below a line without any quote marks, a signature between.
fn from_outlook(ours: &Got, n: u32, words: &str) -> String {
    let (to, subject, id) = (reply_to(ours), header(&ours.raw, "Subject"), header(&ours.raw, "Message-ID"));
    let coded = words.replace('=', "=3D").replace('–', "=96");
    format!(
        "Received: from PAXPR08MB7123.eurprd08.prod.outlook.com ([fe80::1]) by mx.acme.example; Mon, 2 Mar 2026 17:31:02 +0000\n\
From: Dana Ruiz <dana@acme.example>\nTo: {to}\nSubject: RE: {subject}\nThread-Topic: {subject}\n\
Thread-Index: AQHbi1S3sVb0c0CzS0eEo3Rj1m1h7bMy{n:04}\nDate: Mon, 2 Mar 2026 17:31:00 +0000\n\
Message-ID: <PAXPR08MB7123000{n}@PAXPR08MB7123.eurprd08.prod.outlook.com>\nReferences: {id}\nIn-Reply-To: {id}\n\
Accept-Language: en-US\nContent-Language: en-US\nX-MS-Has-Attach:\nX-MS-TNEF-Correlator:\nmsip_labels:\n\
Content-Type: multipart/alternative;\n\tboundary=\"_000_PAXPR08MB7123_\"\nMIME-Version: 1.0\n\n\
--_000_PAXPR08MB7123_\nContent-Type: text/plain; charset=\"Windows-1252\"\nContent-Transfer-Encoding: quoted-printable\n\n\
{coded}\n\nBest regards,\nDana Ruiz\nQuality | Acme Robotics\n\n________________________________\n\
From: Maria Krawczyk <care@nordlot.example>\nSent: Monday, March 2, 2026 5:02 AM\nTo: Dana Ruiz <dana@acme.example>\n\
Subject: What we said\n\nWhat we spoke about: the oven stood askew, you said.\n\n\
--_000_PAXPR08MB7123_\nContent-Type: text/html; charset=\"Windows-1252\"\nContent-Transfer-Encoding: quoted-printable\n\n\
<html><head>\n<meta http-equiv=3D\"Content-Type\" content=3D\"text/html; charset=3DWindows-1252\">\n</head>\n\
<body dir=3D\"ltr\">\n<div class=3D\"elementToProof\">{coded}</div>\n<div id=3D\"Signature\">Best regards,<br>Dana Ruiz</div>\n\
<div id=3D\"appendonsend\"></div>\n<hr style=3D\"display:inline-block;width:98%\" tabindex=3D\"-1\">\n\
<div id=3D\"divRplyFwdMsg\" dir=3D\"ltr\"><font face=3D\"Calibri, sans-serif\"><b>From:</b> Maria Krawczyk &lt;care@nordlot.example&gt;<br>\n\
<b>Sent:</b> Monday, March 2, 2026 5:02 AM<br><b>To:</b> Dana Ruiz<br><b>Subject:</b> What we said</font></div>\n\
<div>What we spoke about: the oven stood askew, you said.</div>\n</body></html>\n\n--_000_PAXPR08MB7123_--\n"
    )
}

/// As Exchange says that somebody is away.
fn out_of_office(ours: &Got, n: u32) -> String {
    let (to, subject, id) = (reply_to(ours), header(&ours.raw, "Subject"), header(&ours.raw, "Message-ID"));
    format!(
        "From: Dana Ruiz <dana@acme.example>\nTo: {to}\nSubject: Automatic reply: {subject}\nDate: Mon, 2 Mar 2026 17:40:00 +0000\n\
Message-ID: <away{n}@PAXPR08MB7123.eurprd08.prod.outlook.com>\nIn-Reply-To: {id}\nReferences: {id}\n\
Auto-Submitted: auto-generated\nX-Auto-Response-Suppress: All\nX-MS-Exchange-Inbox-Rules-Loop: dana@acme.example\n\
Content-Type: text/plain; charset=\"us-ascii\"\nMIME-Version: 1.0\n\nI am out of the office until Monday, 9 March 2026. It is solved, thank you.\n"
    )
}

/// From the late order to the mail that only arranges (S050-S054).
async fn late_order_and_the_one_mail(firm: &mut Firm) {
    let db = firm.desk.app.db.clone();
    tokio::task::block_in_place(|| import(&db, "2026-03-02T09:00:00Z", &ask(ORDERS))).expect("imported");
    let signals = firm.desk.get("/signals").await.body;
    let late = signals
        .split("/signals/")
        .find_map(|rest| rest.split('"').next().filter(|id| id.len() == 36))
        .expect("a signal");
    let signal = firm.desk.get(&format!("/signals/{late}")).await.body;
    assert!(signal.contains("4711/10"), "{signal}");
    let opening = [
        ("account", firm.desk.acme.as_str()),
        ("title", "Order 4711 is late."),
        ("kind", "delay"),
        ("safety", "nobody"),
        ("contact", firm.desk.dana.as_str()),
        ("signal", late),
    ];
    let opened = firm.desk.post("/cases/new", &opening).await;
    assert_eq!(opened.status, 303, "{}", opened.said());
    firm.case = opened.location.trim_start_matches("/cases/").split('?').next().unwrap_or_default().to_owned();
    firm.desk.later(30);
    let attempt = [("outcome", "left_message"), ("channel", "phone"), ("contact", firm.desk.dana.as_str())];
    firm.does("record-attempt", &attempt).await;
    let runs = |case: &Case| case.clocks.iter().any(|c| c.kind == ClockKind::VoicemailMail && c.is_running());
    assert!(runs(&firm.kept().await), "C03");
    let mail = firm.sends("purpose=voicemail_follow_up", &[]).await;
    assert_eq!(mail.to, ["dana@acme.example"]);
    let text = String::from_utf8_lossy(&mail.raw).into_owned();
    assert!(text.contains(&format!("[{}]", firm.case)) && !text.contains("text/calendar"), "{text}");
    let case = firm.kept().await;
    assert!(!runs(&case) && !case.has_voice(), "the mail is sent, and it is no human voice (S056)");
    assert!(
        case.clocks.iter().any(|c| c.kind == ClockKind::FirstContact && c.is_running()),
        "the call is owed all the same"
    );
}

/// They call back; what was said goes to them with the next call as an invitation (S177).
async fn call_back_and_summary(firm: &mut Firm) -> Got {
    firm.desk.later(60);
    let talk = [
        ("channel", "phone"),
        ("with", firm.desk.dana.as_str()),
        ("minutes", "12"),
        ("acknowledgement.we_see", "We see it: order 4711 should have been there on Friday."),
        ("acknowledgement.we_work", "I'm on it now."),
        ("notes", "Line 3 stands since six."),
        ("concerns", "Will the next ones be late, too?"),
        ("had_their_say", "yes"),
        ("reflect_back", "The boards are not there and line 3 stands."),
        ("reflect_confirmed", "yes"),
        ("got_everything", "yes"),
        ("impacts[0].dimension", "goods_unusable"),
        ("impacts[0].words", "96 boards are missing"),
        ("tone_start", "2"),
        ("tone_end", "4"),
        ("satisfied", "yes"),
        ("led_to_this", "Perhaps the oven."),
        ("what_else", "Nothing more."),
        ("next_contact_at", "tomorrow 15:00"),
    ];
    firm.does("record-conversation", &talk).await;
    let id = firm.kept().await.talks[0].id;
    let summary = firm.sends(&format!("purpose=summary&talk={id}"), &[]).await;
    let text = String::from_utf8_lossy(&summary.raw).into_owned();
    assert!(text.contains("text/calendar") && text.contains("method=REQUEST"), "{text}");
    let case = firm.kept().await;
    assert!(case.talks[0].summary_at.is_some(), "C15 is met when the server took it, not before");
    summary
}

/// Their answer from Outlook: their own words wait for ours, what they quote does not count, and nothing is settled by it (S055).
async fn outlook_answers(firm: &mut Firm, summary: &Got) {
    let before = firm.kept().await;
    firm.gets(&from_outlook(summary, 1, "Three is fine. Send them to gate 3 – the dock is closed.")).await;
    let case = firm.kept().await;
    assert_eq!((case.recovery, &case.words, &case.decisions), (before.recovery, &before.words, &before.decisions));
    assert_eq!(case.mails.letters.len(), 1);
    let owed = case.mails.letters[0].message;
    assert!(
        case.clocks.iter().any(|c| c.kind == ClockKind::AnswerProposal && c.about == Some(owed.0) && c.is_running())
    );
    let tab = firm.page("/mail").await;
    assert!(tab.contains("Send them to gate 3 – the dock is closed."), "{tab}");
    let told = firm.page("/history.json").await;
    let (_, heard) = told.split_once("message_received").expect("it is heard");
    assert!(heard.contains("the dock is closed"), "{heard}");
    assert!(!heard.contains("the oven stood askew"), "what they quote is no word of theirs: {heard}");
    // Answered, it leads on under theirs, and the letter waits no more.
    let next = [
        (
            "text",
            "Gate 3 it is.\n\nNext word from us: by Tue, 3 Mar 2026 09:00.\n\nMaria Krawczyk, +44 20 5550 0100\n9:00 to 17:00",
        ),
        ("next_contact_at", "tomorrow 15:00"),
    ];
    let answer = firm.sends(&format!("purpose=update&answer={owed}"), &next).await;
    assert!(header(&answer.raw, "In-Reply-To").contains("PAXPR08MB71230001"), "Outlook hangs it under theirs");
    assert!(
        header(&answer.raw, "References").contains(header(&summary.raw, "Message-ID").trim()),
        "and under the summary"
    );
    assert!(firm.kept().await.mails.letters.is_empty());
    away(firm, &answer, 1).await;
}

/// A machine's words are shown in one line; they settle, confirm, re-open and answer nothing, and nobody answers them.
async fn away(firm: &mut Firm, ours: &Got, n: u32) {
    let (before, sent) = (firm.kept().await, firm.sink.many());
    let signals = firm.count("select count(*) from signals").await;
    firm.gets(&out_of_office(ours, n)).await;
    assert_eq!(firm.goes().await, 0, "no mail answers a machine");
    assert_eq!((firm.kept().await, firm.sink.many()), (before, sent));
    assert_eq!(firm.count("select count(*) from signals").await, signals);
    assert!(firm.page("/mail").await.contains("out of office"));
}

/// A year later, long closed: a person's answer to the summary lies on its case and is heard by a person; a machine's is not.
async fn a_year_later(firm: &mut Firm, summary: &Got) {
    for _ in 0..2 {
        firm.desk.days_later(182).await;
    }
    let closed = firm.kept().await;
    assert_eq!(closed.recovery, Recovery::Closed);
    let before = firm.count("select count(*) from signals").await;
    away(firm, summary, 2).await;
    firm.gets(&from_outlook(summary, 2, "Order 4803 is late again – the same oven?")).await;
    assert_eq!(firm.kept().await, closed, "nothing re-opens by itself: it may be thanks");
    assert_eq!(firm.count("select count(*) from signals").await, before + 1);
    let signals = firm.desk.get("/signals").await.body;
    assert!(signals.contains(&format!("wrote on the closed case {}", firm.case)), "{signals}");
    let tab = firm.page("/mail").await;
    assert!(tab.contains("Order 4803 is late again – the same oven?"), "it lies in its thread: {tab}");
    // Whoever reads it opens the case again, in their words; the first contact is owed at once.
    firm.does("reopen", &[("contact", firm.desk.dana.as_str()), ("words", "Order 4803 is late again.")]).await;
    let case = firm.kept().await;
    assert_eq!(case.recovery, Recovery::Told);
    assert!(case.clocks.iter().any(|c| c.kind == ClockKind::FirstContact && c.is_running()));
}

#[test]
fn from_a_late_order_to_an_answer_a_year_later() {
    both_async(|db| async move {
        let mut firm = Firm::new(db).await;
        late_order_and_the_one_mail(&mut firm).await;
        let summary = call_back_and_summary(&mut firm).await;
        outlook_answers(&mut firm, &summary).await;
        let case = firm.case.clone();
        chosen(&firm.desk, &case).await;
        planned(&firm.desk, &case).await;
        made_good(&firm.desk, &case).await;
        closed(&firm.desk, &case).await;
        a_year_later(&mut firm, &summary).await;
    });
}
