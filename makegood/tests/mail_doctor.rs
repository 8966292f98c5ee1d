//! `mail doctor` as a person runs it, against real servers: a mailbox writes to itself through a Postfix into a Dovecot, and a name server of the
//! story says what the world is told about its domain.
use crate::dovecot::{Dovecot, User};
use crate::mail_arrives::{add, spec};
use crate::mail_doors::{KEY, both, count, piped, program};
use crate::mail_postfix::Postfix;
use crate::post::sink::{Got, Sink, Trick};
use crate::support::{Fresh, runtime};
use hickory_resolver::proto::op::{Message, OpCode, ResponseCode};
use hickory_resolver::proto::rr::rdata::{MX, TXT};
use hickory_resolver::proto::rr::{Name, RData, Record, RecordType};
use makegood::app::{App, Around, Clock};
use makegood::mail::receive;
use makegood::mail::seal::KeyPlace;
use std::net::{SocketAddr, UdpSocket};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use store::Db;
use store::inbox::{self, Heed};
use store::mailboxes::{MailboxSpec, Security, SignIn, Way};

/// A name server that knows a few domains; it ends with the program.
fn names() -> SocketAddr {
    let socket = UdpSocket::bind("127.0.0.1:0").expect("a port");
    let at = socket.local_addr().expect("an address");
    std::thread::spawn(move || {
        let mut bytes = [0; 1500];
        while let Ok((length, from)) = socket.recv_from(&mut bytes) {
            if let Ok(question) = Message::from_vec(&bytes[..length]) {
                let answer = answered(&question).to_vec().expect("bytes");
                drop(socket.send_to(&answer, from));
            }
        }
    });
    at
}

fn answered(question: &Message) -> Message {
    let mut answer = Message::response(question.metadata.id, OpCode::Query);
    let Some(query) = question.queries.first() else { return answer };
    answer.add_query(query.clone());
    let name = query.name().to_utf8().to_lowercase();
    let server = |preference, name: &str| RData::MX(MX::new(preference, Name::from_utf8(name).expect("a name")));
    let text = |words: &[&str]| RData::TXT(TXT::new(words.iter().map(|word| (*word).to_owned()).collect()));
    let found = match (name.trim_end_matches('.'), query.query_type()) {
        ("nordlot.example", RecordType::MX) => {
            vec![server(20, "mx2.nordlot.example."), server(10, "mx1.nordlot.example.")]
        }
        // A record that is longer than one string is several (RFC 7208, 3.3).
        ("nordlot.example", RecordType::TXT) => {
            vec![text(&["some-other-proof=1"]), text(&["v=spf1 include:_spf.rel", "ay.example -all"])]
        }
        ("closed.example", RecordType::MX) => vec![server(0, ".")],
        ("closed.example", RecordType::TXT) => vec![text(&["v=spf1 mx -all"]), text(&["v=spf1 a -all"])],
        ("open.example", RecordType::MX) => vec![],
        ("open.example", RecordType::TXT) => vec![text(&["v=spf1 +all"])],
        ("bare.example", RecordType::MX) => vec![server(10, "mx.bare.example.")],
        ("bare.example", RecordType::TXT) => vec![],
        _ => {
            answer.metadata.response_code = ResponseCode::NXDomain;
            vec![]
        }
    };
    answer.add_answers(found.into_iter().map(|data| Record::from_rdata(query.name().clone(), 60, data)));
    answer
}

/// Brings what the last server took into the mailbox, as a delivery agent does; ends when it is dropped.
struct Delivers(Arc<AtomicBool>);
impl Delivers {
    fn into(user: User, got: impl Fn() -> Vec<Got> + Send + 'static) -> Self {
        let over = Arc::new(AtomicBool::new(false));
        let ends = over.clone();
        std::thread::spawn(move || {
            let mut brought = 0;
            while !ends.load(Ordering::SeqCst) {
                for mail in got().iter().skip(brought) {
                    brought += 1;
                    let raw = String::from_utf8_lossy(&mail.raw).replace("\r\n", "\n");
                    user.gets(&format!("came-{brought}"), &raw, Duration::ZERO);
                }
                std::thread::sleep(Duration::from_millis(50));
            }
        });
        Self(over)
    }
}
impl Drop for Delivers {
    fn drop(&mut self) {
        self.0.store(true, Ordering::SeqCst);
    }
}

fn app(db: &Db) -> App {
    let app = App::new(db.clone(), Clock::Real).expect("an app");
    app.is_around(Around { key: KeyPlace::Told(KEY), ..Around::default() });
    app
}

/// A mailbox that fetches from this user and sends by a server at this port.
fn mailbox(fresh: &Fresh, address: &str, dovecot: &Dovecot, user: &str, port: u16) {
    let db = fresh.open();
    let of = spec(address, dovecot.port, Security::Open, user);
    let way = Way {
        host: "127.0.0.1".into(),
        port,
        security: Security::Open,
        user: String::new(),
        sign_in: SignIn::Password,
    };
    runtime().block_on(add(&app(&db), MailboxSpec { outgoing: Some(way), ..of }, "secret"));
    db.close();
}

fn doctor(fresh: &Fresh, more: &[&str], names: SocketAddr) -> (Option<i32>, String) {
    let names = names.to_string();
    let out = piped(program(fresh, &[&["mail", "doctor", "--dns", &names], more].concat()), "");
    (out.status.code(), String::from_utf8_lossy(&out.stdout).into_owned())
}

#[test]
fn a_mailbox_writes_to_itself_and_hears_what_the_world_is_told_about_its_domain() {
    both(|fresh| {
        let (dovecot, sink, names) = (Dovecot::named("shared"), Arc::new(Sink::good()), names());
        let postfix = Postfix::to("doctor", sink.at.port());
        let user = dovecot.user();
        mailbox(fresh, "care@nordlot.example", &dovecot, &user.name, postfix.at.port());
        let (theirs, copy) = (sink.clone(), user.name.clone());
        let delivers = Delivers::into(user, move || theirs.got());
        let (code, said) = doctor(fresh, &["--wait", "30"], names);
        assert_eq!(code, Some(0), "{said}");
        for words in [
            "To itself",
            "✓ The relay took a mail to itself",
            "✓ It came back",
            "✓ Mail for it goes to mx1.nordlot.example, mx2.nordlot.example",
            "✓ Who may send for it: v=spf1 include:_spf.relay.example -all.",
        ] {
            assert!(said.contains(words), "{words}: {said}");
        }
        assert_eq!(sink.many(), 1, "one mail, for {copy}");
        // The program that runs fetches it as every mail: its bytes are kept, and it stands nowhere and waits for nobody.
        let db = fresh.open();
        let app = app(&db);
        let raw = sink.got().remove(0).raw;
        let take = |raw: Vec<u8>| {
            let (id, now) = (app.new_id(), app.now());
            let way = inbox::Way { source: "imap", came_at: Some(now), heed: Heed::Heard };
            db.write_now(move |tx| inbox::take_in(tx, id, &raw, &way, now)).expect("kept");
            runtime().block_on(receive::sort(&app)).expect("sorted")
        };
        assert_eq!(take(raw.clone()).placed, 1);
        let (mails, kept) =
            ("select cast(count(*) as bigint) from messages", "select cast(count(*) as bigint) from inbox");
        assert_eq!((count(&db, mails), count(&db, kept)), (0, 1));
        // Whoever writes such an id without our seal is a sender like any other.
        let forged = String::from_utf8_lossy(&raw).replace("Message-ID: <mg1.self.", "Message-ID: <mg1.self.0");
        take(forged.into_bytes());
        assert_eq!(count(&db, mails), 1);
        db.close();
        // None is sent where none is wanted.
        let (code, said) = doctor(fresh, &["--wait", "0"], names);
        assert!(code == Some(0) && !said.contains("To itself") && sink.many() == 1, "{said}");
        drop(delivers);
        // Nobody brings it into the mailbox any more: it is waited for no longer than was said.
        let began = std::time::Instant::now();
        let (code, said) = doctor(fresh, &["--wait", "2"], names);
        assert!(code == Some(4) && said.contains("did not come back within 2 seconds"), "{said}");
        assert!(began.elapsed() < Duration::from_secs(60), "{:?}", began.elapsed());
    });
}

#[test]
fn what_is_wrong_on_the_way_and_in_the_names_is_said_with_the_way_out() {
    both(|fresh| {
        let (dovecot, names) = (Dovecot::named("shared"), names());
        let no = Sink::new(|_| Trick::SayAtSender("550 5.7.60 not your address"), |_| None);
        let user = dovecot.user();
        for domain in ["closed", "open", "bare", "missing"] {
            mailbox(fresh, &format!("care@{domain}.example"), &dovecot, &user.name, no.at.port());
        }
        let of = |domain: &str, names: SocketAddr| doctor(fresh, &[&format!("care@{domain}.example")], names);
        let (code, said) = of("closed", names);
        assert_eq!(code, Some(4));
        for words in ["did not take a mail to itself: 550 5.7.60", "takes no mail at all", "several SPF records"] {
            assert!(said.contains(words), "{words}: {said}");
        }
        let (_, said) = of("open", names);
        assert!(said.contains("no MX record") && said.contains("Everybody in the world may send"), "{said}");
        let (_, said) = of("bare", names);
        assert!(said.contains("goes to mx.bare.example") && said.contains("no SPF record"), "{said}");
        let (_, said) = of("missing", names);
        assert!(said.contains("There is no such domain"), "{said}");
        // Where no name server answers, that is told and is no fault of the mailbox.
        let nobody: SocketAddr = "127.0.0.1:9".parse().expect("an address");
        let out = doctor(fresh, &["care@bare.example", "--wait", "0"], nobody);
        assert!(out.0 == Some(0) && out.1.contains("? Nobody told us"), "{}", out.1);
    });
}
