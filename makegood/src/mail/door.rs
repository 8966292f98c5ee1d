//! Where mail servers beside us knock: a socket in the data folder, always, and an address by LMTP when one was named.
use super::lmtp;
use crate::app::App;
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, UnixListener};
use tokio::sync::Semaphore;

/// The socket in the data folder, by which `makegood mail deliver` reaches the program that has the database open.
pub const SOCKET: &str = "mail.sock";
/// A path of a socket is no longer on any system.
const PATH_BYTES: usize = 100;
/// Connections at once.
const LINES: usize = 20;
/// After a connection that could not be taken.
const PAUSE: Duration = Duration::from_millis(50);

/// Where mail may be handed over.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Doors {
    pub socket: Option<PathBuf>,
    pub lmtp: Option<SocketAddr>,
    /// Machines that may speak LMTP; this one always may.
    pub peers: Vec<IpAddr>,
}

/// The socket of a data folder; none where its path is too long for one.
pub fn socket_in(folder: &Path) -> Option<PathBuf> {
    let path = folder.join(SOCKET);
    (path.as_os_str().len() <= PATH_BYTES).then_some(path)
}

/// Opens them, each in a task of its own.
///
/// # Errors
/// When the address that was named cannot be listened on.
pub async fn open(app: &App, doors: &Doors) -> std::io::Result<Vec<tokio::task::JoinHandle<()>>> {
    let places = Arc::new(Semaphore::new(LINES));
    let mut tasks = vec![];
    if let Some(address) = doors.lmtp {
        let listener = TcpListener::bind(address).await?;
        tasks.push(tokio::spawn(at_address(app.clone(), listener, doors.peers.clone(), places.clone())));
    }
    if let Some(path) = &doors.socket {
        match at_path(path) {
            Ok(listener) => tasks.push(tokio::spawn(at_socket(app.clone(), listener, places))),
            Err(problem) => {
                tracing::warn!(%problem, path = %path.display(), "mail cannot be handed over by the socket")
            }
        }
    }
    Ok(tasks)
}

/// One that a program left behind is taken away; the database is ours alone, or others of its servers have folders of their own.
fn at_path(path: &Path) -> std::io::Result<UnixListener> {
    match std::fs::remove_file(path) {
        Err(problem) if problem.kind() != std::io::ErrorKind::NotFound => return Err(problem),
        _ => {}
    }
    let listener = UnixListener::bind(path)?;
    std::fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(0o660))?;
    Ok(listener)
}

async fn at_socket(app: App, listener: UnixListener, places: Arc<Semaphore>) {
    loop {
        match listener.accept().await {
            Ok((line, _)) => spoken(&app, line, &places),
            Err(_) => tokio::time::sleep(PAUSE).await,
        }
    }
}

async fn at_address(app: App, listener: TcpListener, peers: Vec<IpAddr>, places: Arc<Semaphore>) {
    loop {
        match listener.accept().await {
            Ok((line, peer)) if may_knock(peer.ip(), &peers) => spoken(&app, line, &places),
            Ok((_, peer)) => {
                tracing::warn!(%peer, "a stranger wanted to hand mail over; name it in lmtp_peers if that is meant")
            }
            Err(_) => tokio::time::sleep(PAUSE).await,
        }
    }
}

fn may_knock(peer: IpAddr, peers: &[IpAddr]) -> bool {
    peer.to_canonical().is_loopback() || peers.iter().any(|told| told.to_canonical() == peer.to_canonical())
}

fn spoken(app: &App, line: impl super::connect::Line + 'static, places: &Arc<Semaphore>) {
    let Ok(place) = places.clone().try_acquire_owned() else { return };
    let app = app.clone();
    tokio::spawn(async move {
        if let Err(problem) = lmtp::speak(&app, line).await {
            tracing::debug!(%problem, "a mail server hung up in the middle");
        }
        drop(place);
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strangers_may_not_knock() {
        let ip = |text: &str| text.parse::<IpAddr>().unwrap();
        for (peer, may) in [
            ("127.0.0.1", true),
            ("::1", true),
            ("::ffff:127.0.0.1", true),
            ("10.0.0.5", true),
            ("10.0.0.6", false),
            ("::ffff:10.0.0.5", true),
        ] {
            assert_eq!(may_knock(ip(peer), &[ip("10.0.0.5")]), may, "{peer}");
        }
        assert_eq!(socket_in(Path::new(&"/x".repeat(60))), None);
    }
}
