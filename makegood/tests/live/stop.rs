//! A program with open streams stops in good order, and a stream is not cut by the time limit of an answer.
use super::hear::{address, one_case};
use crate::support::both_async;
use crate::support::world::{EWA, MARIA, NOW};
use crate::visit::Visitor;
use makegood::serve;
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

/// Reads until these words have come.
async fn read_until(stream: &mut TcpStream, words: &str) -> String {
    let mut read = vec![];
    let mut part = [0; 4096];
    while !String::from_utf8_lossy(&read).contains(words) {
        let n = stream.read(&mut part).await.unwrap();
        assert!(n > 0, "closed before “{words}”: {}", String::from_utf8_lossy(&read));
        read.extend_from_slice(&part[..n]);
    }
    String::from_utf8_lossy(&read).into_owned()
}

#[test]
fn an_open_stream_outlives_the_time_of_an_answer_and_does_not_keep_the_program_from_stopping() {
    both_async(|db| async move {
        let case = one_case(&db);
        let maria = Visitor::at(db, NOW).await.is(MARIA).await;
        let mut ewa = maria.is(EWA).await;
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let there = listener.local_addr().unwrap();
        let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
        let app = maria.app.clone();
        let program = tokio::spawn(async move { serve::answer(app, listener, async { drop(stopped.await) }).await });
        let (name, value) = maria.cookie();
        let mut stream = TcpStream::connect(there).await.unwrap();
        let path = address(&format!("case/{case}"), 1, 0, "");
        let head = format!("GET {path} HTTP/1.1\r\nHost: x\r\nCookie: {name}={value}\r\nAccept-Encoding: gzip\r\n\r\n");
        stream.write_all(head.as_bytes()).await.unwrap();
        let said = read_until(&mut stream, "\r\n\r\n").await.to_lowercase();
        assert!(said.starts_with("http/1.1 200") && !said.contains("content-encoding"), "{said}");
        // Ten seconds are the time of an answer.
        tokio::time::sleep(Duration::from_secs(11)).await;
        ewa.post(&format!("/cases/{case}/do/add-note"), &[("text", "Later.")]).await.is(303);
        read_until(&mut stream, "event: moved").await;

        let began = Instant::now();
        stop.send(()).unwrap();
        let mut rest = vec![];
        stream.read_to_end(&mut rest).await.unwrap();
        tokio::time::timeout(Duration::from_secs(5), program).await.expect("it stops").unwrap().unwrap();
        assert!(began.elapsed() < Duration::from_secs(5), "{:?}", began.elapsed());
    });
}
