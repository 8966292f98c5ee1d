//! The form of a mailbox: how it is reached, in and out. Passwords are only ever written, never shown again.
use super::ui::{Field, Form, Typed};
use super::webhooks::in_words;
use crate::mail::seal::SECRET_AT_MOST;
use crate::net::{self, Net};
use crate::words::{t, t_with};
use store::mailboxes::{Mailbox, MailboxSpec, OAuth, PER_HOUR_AT_MOST, SecretKind, Security, SignIn, Way};

/// What the form says. Secrets only where one was typed.
pub struct Wanted {
    pub spec: MailboxSpec,
    pub secrets: Vec<(SecretKind, String)>,
}

const SECRETS: [(SecretKind, &str); 4] = [
    (SecretKind::PasswordIn, "in_password"),
    (SecretKind::PasswordOut, "out_password"),
    (SecretKind::ClientSecret, "oauth_secret"),
    (SecretKind::RefreshToken, "oauth_refresh"),
];

/// The fields, with `has` for the secrets that are kept.
pub fn fields<'a>(form: Form<'a>, has: &[SecretKind]) -> Form<'a> {
    let secret = |kind: SecretKind, name: &str, label: &'static str| {
        let help = if has.contains(&kind) { "mailbox-password-kept" } else { "mailbox-password-none" };
        Field::password(name, label).optional().help(help).autocomplete("new-password")
    };
    let oauth = [
        Field::text("oauth_endpoint", "mailbox-oauth-endpoint").optional().help("mailbox-oauth-endpoint-help"),
        Field::text("oauth_client", "mailbox-oauth-client").optional().help("mailbox-oauth-client-help"),
        Field::text("oauth_scope", "mailbox-oauth-scope").optional().help("mailbox-oauth-scope-help"),
    ];
    // Together: a browser takes passwords that stand apart for two forms in one.
    let secrets = [
        secret(SecretKind::PasswordIn, "in_password", "mailbox-password-in"),
        secret(SecretKind::PasswordOut, "out_password", "mailbox-password-out"),
        secret(SecretKind::ClientSecret, "oauth_secret", "mailbox-oauth-secret"),
        secret(SecretKind::RefreshToken, "oauth_refresh", "mailbox-oauth-refresh"),
    ];
    let incoming = [
        Field::text("in_host", "mailbox-host").optional().help("mailbox-in-help").autocomplete("off"),
        security("in_security"),
        port("in_port", "mailbox-port-help-in"),
        user("in_user"),
        sign_in("in_sign_in"),
        Field::text("folder", "mailbox-folder").optional().help("mailbox-folder-help"),
    ];
    let outgoing = [
        Field::text("out_host", "mailbox-host").optional().help("mailbox-out-help").autocomplete("off"),
        security("out_security"),
        port("out_port", "mailbox-port-help-out"),
        user("out_user"),
        sign_in("out_sign_in"),
        Field::number("per_hour", "mailbox-per-hour")
            .optional()
            .min(1)
            .max(PER_HOUR_AT_MOST)
            .help("mailbox-per-hour-help"),
    ];
    form.row([
        Field::email("address", "mailbox-address").help("mailbox-address-help").autocomplete("off"),
        Field::text("name", "mailbox-name").optional().length(200),
    ])
    .pairs("mailbox-in", incoming)
    .pairs("mailbox-out", outgoing)
    .more("mailbox-oauth", oauth)
    .pairs("mailbox-secrets", secrets)
}

fn security(name: &str) -> Field {
    Security::ALL.iter().fold(Field::select(name, "mailbox-security"), |field, one| {
        let label = match one {
            Security::Tls => "mailbox-security-tls",
            Security::StartTls => "mailbox-security-starttls",
            Security::Open => "mailbox-security-none",
        };
        field.choice(one.word(), label)
    })
}

fn port(name: &str, help: &'static str) -> Field {
    Field::number(name, "mailbox-port").optional().min(1).max(65_535).help(help)
}

fn user(name: &str) -> Field {
    Field::text(name, "mailbox-user").optional().help("mailbox-user-help").autocomplete("off")
}

fn sign_in(name: &str) -> Field {
    Field::select(name, "mailbox-sign-in")
        .choice(SignIn::Password.word(), "mailbox-sign-in-password")
        .choice(SignIn::OAuth.word(), "mailbox-sign-in-oauth2")
}

/// What is kept, for the form; no secret is among it.
pub fn filled(kept: &Mailbox) -> Typed {
    let spec = &kept.spec;
    let mut typed = Typed::nothing()
        .with("version", kept.version.to_string())
        .with("address", &spec.address)
        .with("name", &spec.name)
        .with("folder", &spec.folder);
    for (prefix, way) in [("in", &spec.incoming), ("out", &spec.outgoing)] {
        let Some(way) = way else { continue };
        typed = typed
            .with(&format!("{prefix}_host"), &way.host)
            .with(&format!("{prefix}_port"), way.port.to_string())
            .with(&format!("{prefix}_security"), way.security.word())
            .with(&format!("{prefix}_user"), &way.user)
            .with(&format!("{prefix}_sign_in"), way.sign_in.word());
    }
    if let Some(many) = spec.per_hour {
        typed = typed.with("per_hour", many.to_string());
    }
    if let Some(oauth) = &spec.oauth {
        typed = typed
            .with("oauth_endpoint", &oauth.token_endpoint)
            .with("oauth_client", &oauth.client)
            .with("oauth_scope", &oauth.scope);
    }
    typed
}

/// What was typed; nothing when a field makes no sense, which is said beside it.
pub fn read(net: &Net, typed: &mut Typed) -> Option<Wanted> {
    let incoming = way(typed, "in", [993, 143, 143]);
    let outgoing = way(typed, "out", [465, 587, 25]);
    let oauth = typed.filled("oauth_endpoint").map(|endpoint| OAuth {
        token_endpoint: endpoint.trim().to_owned(),
        client: typed.value("oauth_client").trim().to_owned(),
        scope: typed.value("oauth_scope").trim().to_owned(),
    });
    if let Some(Err(why)) = oauth.as_ref().map(|oauth| net::look_at(net, &oauth.token_endpoint)) {
        typed.wrong("oauth_endpoint", in_words(&why.kept()));
    }
    let secrets: Vec<(SecretKind, String)> =
        SECRETS.iter().filter_map(|(kind, name)| Some((*kind, typed.filled(name)?.to_owned()))).collect();
    for (kind, secret) in &secrets {
        let Some((_, name)) = SECRETS.iter().find(|(one, _)| one == kind) else { continue };
        if secret.chars().count() > SECRET_AT_MOST {
            typed.wrong(name, t_with("refusal-too-long", &[("most", SECRET_AT_MOST.into())]));
        } else if secret.chars().any(char::is_control) {
            typed.wrong(name, t("refusal-mailbox-odd-letters"));
        }
    }
    let per_hour = typed.filled("per_hour").map(|many| many.parse().unwrap_or(0));
    let spec = MailboxSpec {
        address: typed.value("address").to_owned(),
        name: typed.value("name").to_owned(),
        incoming,
        folder: typed.value("folder").to_owned(),
        outgoing,
        oauth,
        per_hour,
    };
    typed.is_fine().then_some(Wanted { spec, secrets })
}

fn way(typed: &mut Typed, prefix: &str, ports: [u16; 3]) -> Option<Way> {
    let field = |name: &str| format!("{prefix}_{name}");
    let host = typed.filled(&field("host"))?.to_owned();
    let security = Security::from_word(typed.value(&field("security"))).unwrap_or(Security::Tls);
    let usual = match security {
        Security::Tls => ports[0],
        Security::StartTls => ports[1],
        Security::Open => ports[2],
    };
    let port = match typed.filled(&field("port")).map(str::parse) {
        None => usual,
        Some(Ok(port)) => port,
        Some(Err(_)) => {
            typed.wrong(&field("port"), t("refusal-mailbox-host"));
            usual
        }
    };
    Some(Way {
        host,
        port,
        security,
        user: typed.value(&field("user")).to_owned(),
        sign_in: SignIn::from_word(typed.value(&field("sign_in"))).unwrap_or(SignIn::Password),
    })
}
