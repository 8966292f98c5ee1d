//! T-SSRF: nothing that somebody types as an address makes this server call into its own network.
use super::*;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;

const INSIDE: &[&str] = &[
    "https://127.0.0.1/",
    "https://127.1.2.3/",
    "https://0.0.0.0/",
    "https://10.0.0.1/",
    "https://10.255.255.255/hook",
    "https://100.64.0.1/",
    "https://100.127.255.254/",
    "https://169.254.169.254/latest/meta-data/",
    "https://172.16.0.1/",
    "https://172.31.255.255/",
    "https://192.168.0.1/",
    "https://192.168.255.1:443/",
    "https://192.0.0.1/",
    "https://192.0.2.1/",
    "https://192.88.99.1/",
    "https://198.18.0.1/",
    "https://198.19.255.255/",
    "https://198.51.100.7/",
    "https://203.0.113.9/",
    "https://224.0.0.1/",
    "https://239.255.255.250/",
    "https://240.0.0.1/",
    "https://255.255.255.255/",
    "https://[::1]/",
    "https://[::]/",
    "https://[::ffff:127.0.0.1]/",
    "https://[::ffff:10.0.0.1]/",
    "https://[0:0:0:0:0:ffff:7f00:1]/",
    "https://[::127.0.0.1]/",
    "https://[64:ff9b::7f00:1]/",
    "https://[64:ff9b:1::a00:1]/",
    "https://[64:ff9b:1::808:808]/",
    "https://[2002:7f00:1::]/",
    "https://[2001::1]/",
    "https://[2001:db8::1]/",
    "https://[fc00::1]/",
    "https://[fd12:3456::1]/",
    "https://[fe80::1]/",
    "https://[fec0::1]/",
    "https://[ff02::1]/",
    "https://[100::1]/",
    "https://[3fff::1]/",
];
const ODD: &[&str] = &[
    "https://2130706433/",
    "https://0x7f000001/",
    "https://0x7f.1/",
    "https://0177.0.0.1/",
    "https://127.1/",
    "https://127.0.1/",
    "https://134744072/",
    "https://0x08080808/",
    "https://010.8.8.8/",
    "https://１２７.0.0.1/",
    "https://user@example.com/",
    "https://user:word@example.com/",
    "https://example.com@127.0.0.1/",
    "https://127.0.0.1@example.com/",
    "ftp://example.com/",
    "file:///etc/passwd",
    "gopher://example.com/",
    "https:///",
    "https://",
    "example.com",
    "//example.com/",
    "",
    "javascript:alert(1)",
    "data:text/plain,x",
    "https://exa mple.com/",
    "https://[::1/",
    "https://1.2.3.4.5.6.7.8.9/",
    "https://256.1.1.1/",
    "https://example..com../",
    "unix:/run/socket",
];
const PORTS: &[&str] =
    &["https://example.com:22/", "https://example.com:8443/", "https://8.8.8.8:25/", "https://example.com:80/"];
const OPEN: &[&str] =
    &["http://example.com/", "http://8.8.8.8/", "HTTP://EXAMPLE.COM/hook", "http://127.0.0.1/", "http://[::1]/"];
const FINE: &[&str] = &[
    "https://example.com/",
    "https://example.com:443/hook?a=b",
    "HTTPS://Example.COM/",
    "https://8.8.8.8/",
    "https://1.1.1.1/x",
    "https://[2606:4700:4700::1111]/",
    "https://[::ffff:8.8.8.8]/",
    "https://[64:ff9b::101:101]/",
    "https://bücher.example/",
    "https://172.15.255.255/",
    "https://172.32.0.1/",
    "https://100.63.255.255/",
    "https://100.128.0.1/",
    "https://11.0.0.1/",
    "https://192.167.1.1/",
    "https://223.255.255.255/",
];

/// With these hosts named by whoever runs the program.
fn naming<const N: usize>(private_hosts: [String; N]) -> Net {
    Net { private_hosts: private_hosts.into(), ..Net::default() }
}

#[test]
fn addresses_that_lead_inside_are_refused_however_they_are_written() {
    let net = Net::default();
    for address in INSIDE {
        let said = look_at(&net, address);
        assert!(matches!(said, Err(NoAnswer::Private(_))), "{address}: {said:?}");
    }
    for (addresses, why) in [(ODD, NoAnswer::Address), (PORTS, NoAnswer::Port), (OPEN, NoAnswer::Open)] {
        for address in addresses {
            assert_eq!(look_at(&net, address), Err(why.clone()), "{address}");
        }
    }
    for address in FINE {
        assert!(look_at(&net, address).is_ok(), "{address}: {:?}", look_at(&net, address));
    }
}

#[test]
fn what_the_operator_allowed_is_reached_and_nothing_beside_it() {
    let net = naming(["hooks.internal:8080".to_owned(), "10.0.0.7".into(), "[::1]:8080".into()]);
    for fine in ["http://hooks.internal:8080/x", "https://10.0.0.7/", "http://10.0.0.7/", "http://[::1]:8080/"] {
        assert!(look_at(&net, fine).is_ok(), "{fine}");
    }
    assert_eq!(look_at(&net, "http://hooks.internal/"), Err(NoAnswer::Open));
    assert_eq!(look_at(&net, "https://hooks.internal:8081/"), Err(NoAnswer::Port));
    assert_eq!(look_at(&net, "https://10.0.0.8/"), Err(NoAnswer::Private("10.0.0.8".into())));
    assert_eq!(look_at(&net, "http://10.0.0.7:8080/"), Err(NoAnswer::Open));
}

/// A name that leads inside, or outside and inside at once, is refused when it is sent to, whatever it was when it was typed.
#[tokio::test]
async fn a_name_that_leads_inside_is_refused_when_it_is_sent_to() {
    let inside: IpAddr = "10.1.2.3".parse().unwrap();
    let outside: IpAddr = "8.8.8.8".parse().unwrap();
    let mapped: IpAddr = "::ffff:127.0.0.1".parse().unwrap();
    for leads_to in [vec![inside], vec![outside, inside], vec![mapped], vec!["127.0.0.1".parse().unwrap()]] {
        let told = Names::Told([("rebound.example".to_owned(), leads_to.clone())].into());
        let net = Net { names: told, ..Net::default() };
        let said = post_json(&net, "https://rebound.example/", "{}".into(), &[]).await;
        assert!(matches!(said, Err(NoAnswer::Private(_))), "{leads_to:?}: {said:?}");
    }
    let nobody = Net { names: Names::Told(BTreeMap::new()), ..Net::default() };
    assert_eq!(post_form(&nobody, "https://nobody.example/", &[]).await, Err(NoAnswer::Name("nobody.example".into())));
}

/// Answers every connection with these bytes and counts them.
async fn answering(with: Vec<u8>) -> (u16, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let (port, count) = (listener.local_addr().unwrap().port(), Arc::new(AtomicUsize::new(0)));
    let counted = count.clone();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            counted.fetch_add(1, Ordering::SeqCst);
            let mut read = [0; 4096];
            drop(stream.read(&mut read).await);
            drop(stream.write_all(&with).await);
        }
    });
    (port, count)
}

#[tokio::test]
async fn a_redirect_is_not_followed_and_a_long_answer_is_not_read() {
    let (inside, reached) = answering(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".to_vec()).await;
    let redirect = format!("HTTP/1.1 307 Moved\r\nLocation: http://127.0.0.1:{inside}/\r\nContent-Length: 0\r\n\r\n");
    let (port, _) = answering(redirect.into_bytes()).await;
    let net = naming([format!("127.0.0.1:{port}")]);
    let came = post_json(&net, &format!("http://127.0.0.1:{port}/"), "{}".into(), &[]).await.unwrap();
    assert_eq!((came.status, reached.load(Ordering::SeqCst)), (307, 0));
    // Not allowed, not reached: no byte arrives there.
    assert_eq!(post_json(&net, &format!("http://127.0.0.1:{inside}/"), "{}".into(), &[]).await, Err(NoAnswer::Open));
    assert_eq!(reached.load(Ordering::SeqCst), 0);
    let mut long = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n", ANSWER_BYTES + 1).into_bytes();
    long.extend(vec![b'x'; ANSWER_BYTES + 1]);
    let (port, _) = answering(long).await;
    let net = naming([format!("127.0.0.1:{port}")]);
    assert_eq!(post_json(&net, &format!("http://127.0.0.1:{port}/"), "{}".into(), &[]).await, Err(NoAnswer::Long));
}

#[tokio::test]
async fn who_does_not_speak_tls_is_not_told_anything() {
    let (port, reached) = answering(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".to_vec()).await;
    let net = naming([format!("127.0.0.1:{port}")]);
    let said = post_json(&net, &format!("https://127.0.0.1:{port}/"), "{}".into(), &[]).await;
    assert!(matches!(said, Err(NoAnswer::Encrypt(_))), "{said:?}");
    assert_eq!(reached.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn who_never_answers_is_left() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let net = naming([format!("127.0.0.1:{port}")]);
    assert_eq!(TIME.as_secs(), 10);
    let place = look_at(&net, &format!("http://127.0.0.1:{port}/")).unwrap();
    let request = Request::post("/").body(Full::new(Bytes::new())).unwrap();
    assert_eq!(within(Duration::from_millis(50), sent(&net, &place, request)).await, Err(NoAnswer::Time));
}

#[test]
fn a_form_is_written_so_that_no_value_ends_early() {
    assert_eq!(form(&[("a", "x&b=c d"), ("é", "+")]), "a=x%26b%3Dc%20d&%C3%A9=%2B");
}
