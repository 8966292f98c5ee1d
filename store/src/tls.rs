//! Encryption on the way to PostgreSQL: asked for by `sslmode=require` in the address, and then always verified.

use crate::fault::Fault;
use rustls::{ClientConfig, RootCertStore, crypto::ring};
use std::sync::Arc;
use tokio_postgres::{
    Config, NoTls,
    config::{Host, SslMode},
};
use tokio_postgres_rustls::MakeRustlsConnect;

/// How a connection is made.
pub(crate) enum Way {
    Plain(NoTls),
    Encrypted(MakeRustlsConnect),
}

/// Reads the address. `require` and `verify-full` mean the same here: an encrypted connection to a server that nobody
/// checked only looks safe. A certificate of one's own is trusted through the variable `SSL_CERT_FILE`.
pub(crate) fn read(url: &str) -> Result<(Config, Way), Fault> {
    let config: Config = url.replace("sslmode=verify-full", "sslmode=require").parse().map_err(|e| {
        Fault::Setup(format!("the database address cannot be read ({e}); write postgres://user:password@host/database"))
    })?;
    // The library's default, `prefer`, would fail on the self-made certificate that Debian gives every PostgreSQL.
    let way = if config.get_ssl_mode() == SslMode::Require {
        Way::Encrypted(MakeRustlsConnect::new(verified()?))
    } else {
        Way::Plain(NoTls)
    };
    Ok((config, way))
}

/// Says once, at the start, that what customers told us would travel open to a server on another machine.
pub(crate) fn warn_if_open(url: &str) -> Result<(), Fault> {
    let (config, way) = read(url)?;
    let is_far = config.get_hosts().iter().any(|host| match host {
        Host::Tcp(name) => !matches!(name.as_str(), "localhost" | "127.0.0.1" | "::1"),
        #[cfg(unix)]
        Host::Unix(_) => false,
    });
    if is_far && matches!(way, Way::Plain(_)) {
        tracing::warn!("the connection to PostgreSQL is not encrypted; add ?sslmode=require to the database address");
    }
    Ok(())
}

fn verified() -> Result<ClientConfig, Fault> {
    let mut roots = RootCertStore::empty();
    let found = rustls_native_certs::load_native_certs();
    roots.add_parsable_certificates(found.certs);
    if roots.is_empty() {
        return Err(Fault::Setup(
            "sslmode=require needs the system's certificates and there are none; install ca-certificates, \
             or name a file of your own in SSL_CERT_FILE"
                .into(),
        ));
    }
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|e| Fault::engine(e, "setting up TLS"))?;
    Ok(config.with_root_certificates(roots).with_no_client_auth())
}
