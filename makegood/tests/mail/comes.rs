//! Mail comes in by the real way and finds its case: by what we sealed, by what it answers, by a number of somebody known; and whoever the customer
//! does not know waits beside the case.
use super::house::{House, house};
use crate::support::both_async;
use crate::support::world::{MARIA, MS_RAO};
use casework::clock::ClockKind;
use casework::ids::CaseId;
use store::messages::PlaceWord;
use store::signals::Status;

const DANA: &str = "Dana Rao <dana@customer.example>";

fn mail(from: &str, to: &str, subject: &str, headers: &str, text: &str) -> String {
    format!(
        "From: {from}\r\nTo: {to}\r\nSubject: {subject}\r\nMessage-ID: <{:x}@customer.example>\r\n\
         Date: Mon, 02 Mar 2026 08:00:00 +0000\r\n{headers}\r\n{text}\r\n",
        rand(&format!("{from}{to}{subject}{headers}{text}"))
    )
}

fn rand(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
}

fn header<'r>(raw: &'r str, name: &str) -> &'r str {
    let line = raw.lines().find(|line| line.to_lowercase().starts_with(name)).expect("the header");
    let value = line.split_once(": ").expect("a value").1;
    value.rsplit_once('<').map_or(value, |(_, address)| address.trim_end_matches('>'))
}

/// Our Message-ID and the signed address of the case, as they stand in a mail of ours that went.
async fn ours(house: &mut House) -> (String, String) {
    house.left_message().await;
    let (id, _) = house.sends("purpose=ask_for_time", &[("text", &drafted())]).await;
    house.maria.pass(jiff::SignedDuration::from_secs(11));
    house.goes(id).await;
    let raw = house.raw(id).await;
    (header(&raw, "message-id").to_owned(), header(&raw, "reply-to").to_owned())
}

fn drafted() -> String {
    "May I call you at ten?\n\nMaria, +48 22 555 0100\n9:00 to 17:00".into()
}

/// Rule 10 of threading: what we sealed leads to the case, in To, in Cc and where a blind copy was delivered; Message-IDs too.
#[test]
fn an_answer_finds_its_case_by_what_we_sealed() {
    both_async(|db| async move {
        let mut house = house(db).await;
        let (our_id, address) = ours(&mut house).await;
        let us = "care@boards.example";
        let shouted = our_id.to_uppercase();
        for (n, (to, headers)) in [
            (address.as_str(), String::new()),
            (us, format!("Cc: Care <{}>\r\n", address.to_uppercase())),
            (us, format!("Delivered-To: {address}\r\n")),
            (us, format!("In-Reply-To: <{our_id}>\r\n")),
            (us, format!("References: <first@else.example> <{shouted}>\r\n")),
        ]
        .into_iter()
        .enumerate()
        {
            let id = house.comes(&mail(DANA, to, &format!("At ten {n}"), &headers, "Yes.")).await;
            let kept = house.message(id).await;
            assert_eq!(kept.case_id, Some(house.kept().await.id.0), "{to} {headers}");
            assert!(house.kept().await.mails.letters.iter().any(|letter| letter.message.0 == id), "{headers}");
        }
        assert_eq!(house.happened("message_received").await.len(), 5);
        // Forged, of another case, without our seal: known people write on no case then, and strangers wait.
        let forged = address.replace("+", "+9");
        for to in [forged.as_str(), "care+1-0000000000000000@boards.example"] {
            let id = house.comes(&mail(DANA, to, "forged", "", "No.")).await;
            assert_eq!(house.message(id).await.place, PlaceWord::Account, "{to}");
        }
        let number = house.case.clone();
        let id =
            house.comes(&mail("x@else.example", us, &number, "In-Reply-To: <mg1.1.2@boards.example>\r\n", "x")).await;
        assert_eq!((house.message(id).await.place, house.message(id).await.meant_case_id), (PlaceWord::Unsorted, None));
        let id = house.comes(&mail(DANA, us, &format!("[{number}] news"), "", "By number.")).await;
        assert!(house.message(id).await.case_id.is_some(), "a number, of somebody whom the customer knows");
    });
}

/// PEERS 2.2 rule 10: a stranger on a known thread waits as *someone else wrote*: on the case's tab and among the unsorted, with ends of one press; the
/// case hears nothing of it before, and all of it can be taken back.
#[test]
fn someone_else_wrote_and_a_person_says_whose_it_is() {
    both_async(|db| async move {
        let mut house = house(db).await;
        let (our_id, address) = ours(&mut house).await;
        let before = house.kept().await;
        let answers = format!("In-Reply-To: <{our_id}>\r\n");
        let eve = house
            .comes(&mail("Eve Stone <eve@private.example>", &address, "Re: boards", &answers, "We stop the line!"))
            .await;
        assert_eq!(house.kept().await, before, "nothing is appended silently");
        let kept = house.message(eve).await;
        assert_eq!((kept.place, kept.meant_case_id), (PlaceWord::Unsorted, Some(before.id.0)));
        let tab = house.get("/mail").await;
        tab.shows("Someone else wrote").shows("Eve Stone &lt;eve@private.example&gt;").shows("We stop the line!");
        tab.shows("data-key=\"i\"").shows("data-key=\"a\"").shows("data-key=\"x\"");
        let list = house.maria.get("/signals/mail").await;
        list.shows("Someone else wrote").shows(&house.case).shows("data-key=\"b\"").shows("data-key=\"n\"");
        // It is theirs: the case hears it, waits for an answer, and knows who said so.
        let case = house.case.clone();
        let back = [("case", case.as_str()), ("back", case.as_str())];
        let done = house.presses(eve, "place", &back).await;
        done.is(303);
        let tab = house.maria.get(&done.to.unwrap()).await;
        tab.shows("The mail has its place.").shows("Undo").hides("Someone else wrote");
        assert_eq!(house.happened("letter_placed").await, [Some(MARIA.0)]);
        let letter = house.kept().await.mails.letters.iter().find(|l| l.message.0 == eve).cloned().expect("it waits");
        assert_eq!((letter.from, letter.at), (MS_RAO, kept.received_at));
        let running = |case: &casework::Case| {
            case.clocks.iter().any(|c| c.kind == ClockKind::AnswerProposal && c.about == Some(eve))
        };
        assert!(running(&house.kept().await));
        let done = house.presses(eve, "undo", &[("back", &case)]).await;
        house.maria.get(&done.to.unwrap()).await.shows("It is as it was before.").shows("Someone else wrote");
        assert_eq!(house.happened("letter_moved_away").await, [Some(MARIA.0)]);
        assert!(!running(&house.kept().await) && house.kept().await.mails.letters.iter().all(|l| l.message.0 != eve));
        // Not for this case: it waits with the others, and the case does not show it.
        house.presses(eve, "not-meant", &[("back", &case)]).await.is(303);
        house.get("/mail").await.hides("We stop the line!");
        house.maria.get("/signals/mail").await.shows("We stop the line!").hides("Someone else wrote");
        house.presses(eve, "undo", &[]).await.is(303);
        // A contact of theirs from now on: the next mail needs nobody.
        let page = house.maria.get(&format!("/mail/letters/{eve}/contact")).await;
        page.is(200).shows("value=\"Eve Stone\"").shows("value=\"eve@private.example\"");
        let done = house.presses(eve, "contact", &[("name", "Eve Stone"), ("email", "eve@private.example")]).await;
        done.is(303);
        assert_eq!(house.message(eve).await.case_id, Some(before.id.0));
        let next = house.comes(&mail("Eve Stone <eve@private.example>", &address, "Re: boards 2", "", "Now?")).await;
        assert_eq!(house.message(next).await.case_id, Some(before.id.0));
    });
}

/// What went into another case goes on there, and so does the mail that answers it.
#[test]
fn mail_about_a_case_that_was_merged_finds_the_one_that_goes_on() {
    both_async(|db| async move {
        let mut house = house(db).await;
        let (our_id, address) = ours(&mut house).await;
        let db = house.db.clone();
        let trouble = crate::support::world::trouble(crate::support::world::ACME, MS_RAO, "The same again.");
        let into =
            tokio::task::block_in_place(|| crate::support::world::open(&db, trouble, 2, crate::support::world::NOW));
        house.does("merge", &[("into", &into.to_string()), ("why", "One trouble.")]).await;
        for (to, headers) in
            [(address.as_str(), String::new()), ("care@boards.example", format!("In-Reply-To: <{our_id}>\r\n"))]
        {
            let id = house.comes(&mail(DANA, to, "Still dry", &headers, "Both of them.")).await;
            let case = house.message(id).await.case_id.expect("on a case");
            assert_ne!(case, house.kept().await.id.0);
            house.maria.get(&format!("/cases/{into}/mail")).await.shows("They wait for an answer").shows("Still dry");
        }
    });
}

/// A mail that comes before the one it answers goes where that lies once it is here; what a person put somewhere stays there.
#[test]
fn a_late_parent_takes_its_answers_along() {
    both_async(|db| async move {
        let mut house = house(db).await;
        house.talked().await;
        let us = "care@boards.example";
        let parent = mail(DANA, us, &format!("{} late", house.case), "", "They are late.");
        let id = parent.split("Message-ID: <").nth(1).and_then(|rest| rest.split('>').next()).unwrap().to_owned();
        let answers = format!("In-Reply-To: <{id}>\r\n");
        let tom =
            house.comes(&mail("Tom Hale <tom@customer.example>", us, "Re: late", &answers, "I see it too.")).await;
        let eve = house.comes(&mail("Eve <eve@private.example>", us, "Re: late", &answers, "So do I.")).await;
        assert_eq!(house.message(tom).await.place, PlaceWord::Account);
        let rang = house.maria.get("/signals").await;
        rang.shows("Tom Hale wrote: “Re: late”");
        let signal = house.signal_of(tom).await;
        assert_eq!(house.message(eve).await.meant_case_id, None);
        let first = house.comes(&parent).await;
        let (tom, eve) = (house.message(tom).await, house.message(eve).await);
        assert_eq!((tom.case_id, tom.parent_id), (Some(house.kept().await.id.0), Some(first)));
        assert_eq!((eve.place, eve.meant_case_id), (PlaceWord::Unsorted, tom.case_id));
        let waiting: Vec<_> = house.kept().await.mails.letters.iter().map(|letter| letter.message.0).collect();
        assert!(waiting.contains(&first) && waiting.contains(&tom.id) && !waiting.contains(&eve.id), "{waiting:?}");
        // What Tom's mail rang for is over, by evidence and by nobody's press; nobody takes that back as a slip.
        house.maria.get("/signals").await.hides("Tom Hale wrote");
        let (number, there) = (house.case.clone(), format!("/signals/{}", signal.id));
        house
            .maria
            .get(&there)
            .await
            .shows("What came in shows it:")
            .shows(&format!("“{number} late”, which came after it and stands on {number}"));
        let ended = house.signal_of(tom.id).await;
        assert_eq!((ended.status, ended.case, ended.ended_by), (Status::Merged, tom.case_id.map(CaseId), None));
    });
}

/// `receive-message` holds the new words; quotes and signatures stay with the mail, folded, and the raw mail is one key away.
#[test]
fn a_case_hears_the_new_words_and_no_quote() {
    both_async(|db| async move {
        let mut house = house(db).await;
        let (our_id, _) = ours(&mut house).await;
        let text = "Ten is fine.\r\n\r\nOn Mon, 2 Mar 2026, Maria wrote:\r\n> May I call you at ten?\r\n\r\n-- \r\nDana Rao\r\nCustomer Inc";
        let raw = mail(DANA, "care@boards.example", "Re: boards", &format!("In-Reply-To: <{our_id}>\r\n"), text);
        let id = house.comes(&raw).await;
        let page = house.maria.get(&house.at("")).await;
        page.shows("Ten is fine.").hides("&gt; May I call you at ten?");
        let tab = house.get("/mail").await;
        tab.shows("What they quote, and how they sign").shows("Customer Inc").shows(&format!("/mail/letters/{id}/raw"));
        let (status, _, bytes) = house.taken_at(&format!("/mail/letters/{id}/raw")).await;
        assert_eq!((status, bytes), (200, raw.into_bytes()));
        let stored: String = house
            .db
            .read(|conn| conn.one("select body from case_events where kind = 'message_received'", &[]))
            .await
            .unwrap();
        assert!(stored.contains("Ten is fine.") && !stored.contains("May I call"), "{stored}");
    });
}

/// RELIABILITY 3 B: HTML is made safe once, when it comes, and shown in a page of its own in which nothing runs or is fetched; pictures within, seals
/// and calendars are said.
#[test]
fn what_comes_beside_the_text_is_said_and_nothing_of_it_runs() {
    both_async(|db| async move {
        let mut house = house(db).await;
        let (our_id, _) = ours(&mut house).await;
        let answers = format!("In-Reply-To: <{our_id}>\r\nMIME-Version: 1.0\r\n");
        let html = format!(
            "{answers}Content-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n\
             <p onclick=alert(1)>Half are <b>dry</b>.</p><script>alert(2)</script><img src=\"https://spy.example/1.gif\"><img src=\"cid:p1\">\r\n\
             --x\r\nContent-Type: image/png; name=line.png\r\nContent-ID: <p1>\r\nContent-Disposition: inline\r\nContent-Transfer-Encoding: base64\r\n\r\n\
             iVBORw0KGgo=\r\n--x--"
        );
        let id = house.comes(&mail(DANA, "care@boards.example", "Photos", &html, "")).await;
        let tab = house.get("/mail").await;
        tab.shows("line.png")
            .shows("picture within the text")
            .shows("Pictures and styles from elsewhere were left out.");
        let (status, headers, page) = house.taken_at(&format!("/mail/letters/{id}/page")).await;
        let page = String::from_utf8(page).unwrap();
        assert_eq!(status, 200);
        assert!(page.contains("<b>dry</b>") && !page.contains("alert") && !page.contains("spy.example"), "{page}");
        let policy = headers["content-security-policy"].to_str().unwrap();
        assert!(
            policy.contains("default-src 'none'") && policy.contains("sandbox") && !policy.contains("allow-scripts")
        );
        // It was made safe when it came: what is kept is what is shown.
        let kept = house.db.read(move |conn| store::messages::page(conn, id)).await.unwrap().unwrap();
        assert!(page.contains(&kept) && !kept.contains("script"));
        let (status, _, bytes) = house.taken_at(&format!("/mail/letters/{id}/files/0")).await;
        assert_eq!((status, bytes.len()), (200, 8));
        let sealed = format!(
            "{answers}Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\r\nContent-Transfer-Encoding: base64\r\n"
        );
        house.comes(&mail(DANA, "care@boards.example", "Sealed", &sealed, "MIIB")).await;
        house.get("/mail").await.shows("Encrypted with S/MIME");
        let pgp = "-----BEGIN PGP MESSAGE-----\r\n\r\nhQEM\r\n-----END PGP MESSAGE-----";
        house.comes(&mail(DANA, "care@boards.example", "Secret", &answers, pgp)).await;
        house.get("/mail").await.shows("Encrypted with PGP");
    });
}

/// S055, X05: *accepted* in a calendar is shown and heard as a hint; nothing is agreed by it, and it waits for no answer.
#[test]
fn s055_a_calendars_answer_is_heard_as_a_hint() {
    both_async(|db| async move {
        let mut house = house(db).await;
        let (our_id, _) = ours(&mut house).await;
        let before = house.kept().await;
        for (n, (status, words)) in
            [("ACCEPTED", "says yes to"), ("DECLINED", "says no to"), ("TENTATIVE", "says perhaps to")]
                .into_iter()
                .enumerate()
        {
            let headers = format!(
                "In-Reply-To: <{our_id}>\r\nMIME-Version: 1.0\r\nContent-Type: text/calendar; method=REPLY; charset=utf-8\r\n"
            );
            let text = format!(
                "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:{n}@boards.example\r\nSUMMARY:Visit {n}\r\n\
                 ATTENDEE;PARTSTAT={status}:mailto:dana@customer.example\r\nEND:VEVENT\r\nEND:VCALENDAR"
            );
            house.comes(&mail(DANA, "care@boards.example", &format!("{status} {n}"), &headers, &text)).await;
            assert_eq!(house.happened("calendar_answered").await.len(), n + 1);
            house.get("").await.shows(words).shows("a hint, not their word");
        }
        let case = house.kept().await;
        assert_eq!((case.recovery, &case.clocks, &case.mails), (before.recovery, &before.clocks, &before.mails));
        let tab = house.get("/mail").await;
        tab.shows("A hint, not their word: ask them.").hides("They wait for an answer");
    });
}

/// An out-of-office is one line that settles nothing; its days stand at the contact and where one calls, until they are over.
#[test]
fn days_away_are_said_where_one_calls() {
    both_async(|db| async move {
        let mut house = house(db).await;
        let (our_id, _) = ours(&mut house).await;
        let before = house.kept().await;
        let headers = format!("In-Reply-To: <{our_id}>\r\nAuto-Submitted: auto-replied (vacation)\r\n");
        let text = "I am out of the office until 6 March 2026 and back on 9 March 2026.";
        house.comes(&mail(DANA, "care@boards.example", "Out of office: boards", &headers, text)).await;
        assert_eq!(house.kept().await, before);
        let words = "their own mail says";
        house.get("").await.shows(words);
        house.get("/do/record-conversation").await.shows(words);
        house.maria.get(&format!("/contacts/{MS_RAO}")).await.shows("Away; back").shows(words);
        house.get("/mail").await.shows("is out of office").shows("Back:");
        house.maria.pass(jiff::SignedDuration::from_hours(24 * 12));
        house.maria = house.maria.is(MARIA).await;
        house.get("").await.hides(words);
        house.maria.get(&format!("/contacts/{MS_RAO}")).await.hides(words);
    });
}

/// W20: a mail that asks where an order is counts with each of its lines that they wait for; what they quote, and thanks, do not.
#[test]
fn w20_a_mail_that_asks_where_an_order_is_counts_with_its_line() {
    both_async(|db| async move {
        let house = house(db.clone()).await;
        let account = house.kept().await.account;
        let line = watch::Line { promised: "2026-03-20".parse().ok(), ..watch::Line::new("4711-A", "1") };
        let told = store::orders::Told { row: 2, account, line };
        let work = move |tx: &store::Tx| {
            crate::support::intake::on_day(0, |ground| {
                let mut mint = crate::support::intake::mint(77);
                store::orders::keep(
                    tx,
                    std::slice::from_ref(&told),
                    &store::orders::Terms::default(),
                    &mut mint,
                    ground,
                )
            })
        };
        db.write::<_, store::Fault, _>(work).await.expect("an order");
        let us = "care@boards.example";
        for (subject, text) in [
            ("Order 4711-A", "Dear Maria, where is order 4711-A?"),
            ("Re: where is 4711-A?", "Thank you, that helps.\r\n\r\n> where is order 4711-A?"),
            ("Bestellung", "Guten Tag, wo bleibt 4711-A? Wir brauchen die Teile."),
            ("Where is it?", "We wait."),
            ("4711-A", "Please change the address of 4711-A."),
        ] {
            let headers = if subject.starts_with("Re:") { "In-Reply-To: <one@else.example>\r\n" } else { "" };
            house.comes(&mail(DANA, us, subject, headers, text)).await;
            house.maria.pass(jiff::SignedDuration::from_mins(90));
        }
        house.comes(&mail("x@else.example", us, "4711-A", "", "Where is order 4711-A?")).await;
        let key = watch::LineKey { order_no: "4711-A".into(), line_no: "1".into() };
        let read = move |conn: &store::Conn| {
            let kept = store::lines::by_keys(conn, std::slice::from_ref(&key))?;
            store::line_facts::stories(conn, &kept)
        };
        let story = db.read::<_, store::Fault, _>(read).await.expect("its story").remove(0);
        assert_eq!(story.questions.len(), 2, "{:?}", story.questions);
    });
}
