//! Files both ways, on both databases: theirs are seen to be theirs, ours reach them only when marked, nothing runs, nothing is unpacked,
//! and what is too large is refused before it is read, with every typed word kept.

use crate::by_link::{Answer, TITLE, Theirs, said};
use crate::desk::Desk;
use crate::support::both_async;
use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, header};
use store::{Db, sql};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tower::ServiceExt as _;

const EDGE: &str = "a-line-between-parts";
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\x01\0";

/// A form as a browser sends it: the words first, then the file.
fn form(pairs: &[(&str, &str)], name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut body = vec![];
    for (field, value) in pairs {
        body.extend(format!("--{EDGE}\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n").bytes());
    }
    // What a browser says of the kind is not believed.
    body.extend(
        format!("--{EDGE}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: image/png\r\n\r\n").bytes(),
    );
    body.extend(bytes);
    body.extend(format!("\r\n--{EDGE}--\r\n").bytes());
    body
}

async fn send(desk: &Desk, path: &str, cookie: &str, body: Vec<u8>) -> Answer {
    let request = Request::builder()
        .method(Method::POST)
        .uri(path)
        .header(header::COOKIE, cookie)
        .header("sec-fetch-site", "same-origin")
        .header(header::CONTENT_LENGTH, body.len())
        .header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={EDGE}"));
    let answer = desk.router().oneshot(request.body(Body::from(body)).expect("a request")).await.expect("an answer");
    let status = answer.status().as_u16();
    let headers = answer.headers().iter();
    let headers = headers.map(|(n, v)| (n.to_string(), v.to_str().unwrap_or_default().to_owned())).collect();
    let bytes = to_bytes(answer.into_body(), 10_000_000).await.expect("a body");
    Answer { status, headers, body: String::from_utf8_lossy(&bytes).into_owned() }
}

/// Dana sends a file by her page.
async fn sent(dana: &Theirs<'_>, words: &str, name: &str, bytes: &[u8]) -> Answer {
    send(dana.desk, &format!("{}/files", dana.home), &dana.cookie, form(&[("words", words)], name, bytes)).await
}

/// Maria adds one on the desk.
async fn added(desk: &Desk, case: &str, pairs: &[(&str, &str)], name: &str, bytes: &[u8]) {
    let cookie = format!("makegood_session={}", desk.cookie());
    let answer = send(desk, &format!("/cases/{case}/files"), &cookie, form(pairs, name, bytes)).await;
    assert_eq!(answer.status, 303, "{}", said(&answer.body));
}

/// The addresses of files that a page names.
fn files_on(page: &str) -> Vec<String> {
    let mut all: Vec<String> = page
        .split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .filter(|at| at.contains("/files/"))
        .map(str::to_owned)
        .collect();
    all.dedup();
    all
}

async fn count(db: &Db) -> i64 {
    db.read(|conn| conn.one(sql!("select count(*) from case_files"), &store::params![])).await.expect("a count")
}

#[test]
fn files_go_both_ways_and_ours_only_when_they_are_marked_for_the_customer() {
    both_async(async |db| {
        let desk = Desk::new(db.clone()).await;
        let case = desk.opened(TITLE).await;
        let dana = Theirs::invited(&desk, &case, &desk.dana).await;
        assert!(dana.page().await.contains("A photo often helps us most"));
        let done = sent(&dana, "The solder on U7.", "../../U7 <b>.png", PNG).await;
        assert_eq!(
            (done.status, done.headers["location"].as_str()),
            (303, format!("{}?done=send-file", dana.home).as_str())
        );
        let page = dana.get(&done.headers["location"]).await.body;
        let theirs = files_on(&page);
        assert!(page.contains("Your file is here") && page.contains(&format!("<img src=\"{}\"", theirs[0])), "{page}");
        assert!(page.contains("U7 &lt;b&gt;.png") && page.contains("from you") && page.contains("The solder on U7."));
        // We see whose it is: on its page, in the story, in a notice to the owner.
        let ours = desk.get(&format!("/cases/{case}/files")).await.body;
        assert!(ours.contains("from Dana Ruiz") && ours.contains("<img"), "{ours}");
        assert!(desk.get(&format!("/cases/{case}")).await.body.contains("sends a file"));
        assert!(desk.get("/notices").await.body.contains("sends a file"));
        assert_eq!(desk.get(&files_on(&ours)[0]).await.status, 200);

        added(&desk, &case, &[("words", "What we think.")], "internal.pdf", b"%PDF-1.7 cost 12.40").await;
        let hidden = files_on(&desk.get(&format!("/cases/{case}/files")).await.body)[0].clone();
        let id = hidden.rsplit('/').next().expect("an id").to_owned();
        let there = format!("{}/files/{id}", dana.home);
        assert!(!dana.page().await.contains("internal.pdf"));
        assert_eq!(dana.get(&there).await.status, 404);
        desk.done(&case, "show-file", &[("file", &id), ("shown", "yes")]).await;
        assert!(dana.page().await.contains("internal.pdf"));
        let given = dana.get(&there).await;
        assert_eq!((given.status, given.body.as_str()), (200, "%PDF-1.7 cost 12.40"));
        assert!(given.headers["content-disposition"].starts_with("attachment"));
        desk.done(&case, "show-file", &[("file", &id), ("shown", "no")]).await;
        assert_eq!(dana.get(&there).await.status, 404);
        assert_eq!(count(&db).await, 2);
    });
}

#[test]
fn a_file_opens_by_the_links_of_its_own_case_alone() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let (case, other) = (desk.opened(TITLE).await, desk.opened("The crate was wet.").await);
        let dana = Theirs::invited(&desk, &case, &desk.dana).await;
        assert_eq!(sent(&dana, "", "crack.png", PNG).await.status, 303);
        let file = files_on(&dana.page().await)[0].rsplit('/').next().expect("an id").to_owned();
        let second = Theirs::invited(&desk, &other, &desk.dana).await;
        assert_eq!(second.get(&format!("{}/files/{file}", second.home)).await.status, 404);
        assert_eq!(desk.get(&format!("/cases/{other}/files/{file}")).await.status, 404);
        assert_eq!(crate::by_link::opened(&desk, &format!("{}/files/{file}", dana.home)).await.status, 404);
    });
}

/// Content decides, never the name or what the browser says; what a browser could run is only ever put away, in a box of its own.
#[test]
fn nothing_that_runs_is_shown() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened(TITLE).await;
        let dana = Theirs::invited(&desk, &case, &desk.dana).await;
        let active: [&[u8]; 3] = [
            b"<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>",
            b"<!doctype html><script>alert(1)</script>",
            b"MZ\x90\0\x03\0\0\0",
        ];
        for bytes in active {
            assert_eq!(sent(&dana, "<script>alert(1)</script>", "photo.png", bytes).await.status, 303);
        }
        let page = dana.page().await;
        assert!(!page.contains("<img") && !page.contains("<script"), "{page}");
        for at in files_on(&page) {
            let given = dana.get(&at).await;
            assert_eq!(given.status, 200);
            assert!(given.headers["content-disposition"].starts_with("attachment"), "{:?}", given.headers);
            let kind = &given.headers["content-type"];
            assert!(kind.starts_with("text/plain") || kind == "application/octet-stream", "{kind}");
            assert_eq!(given.headers["x-content-type-options"], "nosniff");
            assert!(given.headers["content-security-policy"].contains("sandbox"));
            assert_eq!(
                (given.headers["cache-control"].as_str(), given.headers["referrer-policy"].as_str()),
                ("no-store", "no-referrer")
            );
        }
        assert_eq!(sent(&dana, "", "crack.png", PNG).await.status, 303);
        let picture = files_on(&dana.page().await)[0].clone();
        let given = dana.get(&picture).await;
        assert_eq!(
            (given.headers["content-type"].as_str(), given.headers["x-content-type-options"].as_str()),
            ("image/png", "nosniff")
        );
        assert!(given.headers["content-security-policy"].contains("sandbox"));
    });
}

/// A packed file of a few bytes that says it unfolds to four gigabytes is kept as the few bytes it is.
#[test]
fn a_bomb_is_never_unpacked() {
    both_async(async |db| {
        let desk = Desk::new(db.clone()).await;
        let case = desk.opened(TITLE).await;
        let dana = Theirs::invited(&desk, &case, &desk.dana).await;
        let mut bomb = b"PK\x03\x04\x14\0\0\0\x08\0\0\0\0\0\0\0\0\0\x10\0\0\0\xff\xff\xff\xff\x01\0\0\0a".to_vec();
        bomb.extend([0; 40]);
        assert_eq!(sent(&dana, "", "42.zip", &bomb).await.status, 303);
        let large: i64 = db
            .read(|conn| conn.one(sql!("select length(content) from case_files"), &store::params![]))
            .await
            .expect("its size");
        assert_eq!(large, bomb.len() as i64);
        let given = dana.get(&files_on(&dana.page().await)[0]).await;
        assert_eq!(given.headers["content-type"], "application/octet-stream");
        // A body that says it is packed is not unpacked either.
        let request = Request::builder()
            .method(Method::POST)
            .uri(format!("{}/files", dana.home))
            .header(header::COOKIE, &dana.cookie)
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_ENCODING, "gzip")
            .header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={EDGE}"));
        let body = Body::from(b"\x1f\x8b\x08\0\0\0\0\0\0\x03".to_vec());
        let answer = desk.router().oneshot(request.body(body).expect("a request")).await.expect("an answer");
        assert_eq!(answer.status().as_u16(), 400);
    });
}

#[test]
fn what_is_missing_or_too_large_is_said_and_their_words_stay() {
    both_async(async |db| {
        let desk = Desk::new(db.clone()).await;
        let case = desk.opened(TITLE).await;
        let dana = Theirs::invited(&desk, &case, &desk.dana).await;
        let none = sent(&dana, "The solder on U7.", "", b"").await;
        assert_eq!(none.status, 422);
        assert!(
            none.body.contains("Choose a file first") && none.body.contains("The solder on U7.</textarea>"),
            "{}",
            none.body
        );
        // Its length is not known before: it is read up to the limit and no further.
        let large = vec![7; 16 * 1024 * 1024];
        let body = form(&[("words", "The solder on U7.")], "film.mp4", &large);
        let request = Request::builder()
            .method(Method::POST)
            .uri(format!("{}/files", dana.home))
            .header(header::COOKIE, &dana.cookie)
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={EDGE}"));
        let answer =
            desk.router().oneshot(request.body(Body::from(body)).expect("a request")).await.expect("an answer");
        assert_eq!(answer.status().as_u16(), 413);
        let page = to_bytes(answer.into_body(), 1_000_000).await.expect("a page");
        let page = String::from_utf8_lossy(&page);
        assert!(page.contains("larger than 15 MB") && page.contains("The solder on U7.</textarea>"), "{page}");
        assert_eq!(count(&db).await, 0);
    });
}

/// Over a real wire: the answer to 50 MB is there when 64 kB of it were sent.
#[test]
fn fifty_megabytes_are_refused_before_they_are_read() {
    both_async(async |db| {
        let desk = Desk::new(db).await;
        let case = desk.opened(TITLE).await;
        let dana = Theirs::invited(&desk, &case, &desk.dana).await;
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let there = listener.local_addr().expect("an address");
        let router = desk.router();
        let server = tokio::spawn(async move { axum::serve(listener, router).await });
        let mut wire = tokio::net::TcpStream::connect(there).await.expect("a wire");
        let begin = form(&[("words", "The solder on U7.")], "film.mp4", &[7; 64 * 1024]);
        let begin = &begin[..begin.len() - EDGE.len() - 8];
        let head = format!(
            "POST {}/files HTTP/1.1\r\nhost: {there}\r\nsec-fetch-site: same-origin\r\ncookie: {}\r\n\
             content-type: multipart/form-data; boundary={EDGE}\r\ncontent-length: {}\r\n\r\n",
            dana.home,
            dana.cookie,
            50 * 1024 * 1024
        );
        wire.write_all(head.as_bytes()).await.expect("written");
        wire.write_all(begin).await.expect("written");
        let mut read = vec![];
        let whole = async {
            let mut chunk = [0; 4_096];
            while !String::from_utf8_lossy(&read).contains("</html>") {
                let n = wire.read(&mut chunk).await.expect("an answer");
                assert!(n > 0, "cut: {}", String::from_utf8_lossy(&read));
                read.extend_from_slice(&chunk[..n]);
            }
        };
        tokio::time::timeout(std::time::Duration::from_secs(10), whole).await.expect("it is answered at once");
        let answer = String::from_utf8_lossy(&read);
        assert!(answer.starts_with("HTTP/1.1 413"), "{answer}");
        assert!(answer.contains("larger than 15 MB") && answer.contains("The solder on U7.</textarea>"), "{answer}");
        // A browser that goes on sending is heard out, and not cut off before it shows the answer.
        for _ in 0..16 {
            wire.write_all(&[7; 64 * 1024]).await.expect("still taken");
        }
        server.abort();
    });
}

/// A link that was passed on reads, and sends nothing.
#[test]
fn who_only_reads_sends_no_file() {
    both_async(async |db| {
        let desk = Desk::new(db.clone()).await;
        let case = desk.opened(TITLE).await;
        let token = crate::by_link::made(&desk, &case, &desk.dana, &[("readable", "yes")]).await;
        let dana = Theirs::by(&desk, token.clone()).await;
        assert_eq!(sent(&dana, "", "crack.png", PNG).await.status, 303);
        let reader = Theirs::by(&desk, store::links::reading_token(&token)).await;
        let page = reader.page().await;
        assert!(page.contains("crack.png") && !page.contains("Send a file"), "{page}");
        assert_eq!(reader.get(&files_on(&page)[0]).await.status, 200);
        assert_eq!(sent(&reader, "", "mine.png", PNG).await.status, 403);
        assert_eq!(count(&db).await, 1);
    });
}
