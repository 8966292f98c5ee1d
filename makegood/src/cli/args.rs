//! What can be typed: every command and flag, with its sentence from the catalogue.
use crate::words::t;
use clap::{Arg, ArgAction, Command, value_parser};
use std::path::PathBuf;

pub fn command() -> Command {
    Command::new("makegood")
        .version(env!("CARGO_PKG_VERSION"))
        .about(t("cli-about").into_owned())
        .after_help(t("cli-exit-codes").into_owned())
        .arg(text("data", "DIR", "cli-data").value_parser(value_parser!(PathBuf)).global(true))
        .arg(listen())
        .subcommand(sub("serve", "cli-serve").arg(listen()).arg(text("lmtp", "ADDRESS:PORT", "cli-lmtp")))
        .subcommand(sub("demo", "cli-demo").arg(listen()).arg(flag("fill-only", "cli-fill-only")))
        .subcommand(case())
        .subcommand(import())
        .subcommand(mail())
        .subcommand(export())
        .subcommand(sub("doctor", "cli-doctor"))
        .subcommand(verify())
        .subcommand(proofread())
        .subcommand(watch())
        .subcommand(user())
        .subcommand(sub("migrate", "cli-migrate"))
        .subcommand(sub("config", "cli-config"))
}

fn case() -> Command {
    let fields = || {
        [
            text("field", "NAME=VALUE", "cli-case-field").short('f').action(ArgAction::Append),
            text("json", "JSON|@FILE|-", "cli-case-json").conflicts_with("field"),
            text("request", "KEY", "cli-case-request"),
        ]
    };
    let list = sub("list", "cli-case-list")
        .arg(flag("closed", "cli-case-closed"))
        .arg(flag("mine", "cli-case-mine"))
        .arg(text("text", "WORDS", "cli-case-text"))
        .arg(flag("as-json", "cli-as-json"));
    let show = sub("show", "cli-case-show").arg(number()).arg(flag("as-json", "cli-as-json"));
    let act = sub("do", "cli-case-do")
        .arg(number())
        .arg(place("command", "COMMAND", "cli-case-command"))
        .args(fields())
        .arg(text("seen", "VERSION", "cli-case-seen").value_parser(value_parser!(u64)));
    let open = sub("open", "cli-case-open").args(fields());
    let commands =
        sub("commands", "cli-case-commands").arg(place("command", "COMMAND", "cli-case-command").required(false));
    sub("case", "cli-case")
        .subcommand_required(true)
        .arg_required_else_help(true)
        .arg(text("as", "EMAIL", "cli-as").global(true))
        .subcommands([list, show, open, act, commands])
}

fn export() -> Command {
    let to = place("to", "DIR|FILE", "cli-export-to").value_parser(value_parser!(PathBuf));
    sub("export", "cli-export").arg(to)
}

fn mail() -> Command {
    let deliver = sub("deliver", "cli-mail-deliver")
        .after_help(t("cli-mail-deliver-exit-codes").into_owned())
        .arg(place("to", "RECIPIENT", "cli-mail-to").required(false));
    let doctor = sub("doctor", "cli-mail-doctor")
        .arg(place("mailbox", "ADDRESS", "cli-mail-mailbox").required(false))
        .arg(
            text("wait", "SECONDS", "cli-mail-wait")
                .value_parser(value_parser!(u64).range(0..=600))
                .default_value("60"),
        )
        .arg(text("dns", "ADDRESS:PORT", "cli-mail-dns").value_parser(value_parser!(std::net::SocketAddr)));
    sub("mail", "cli-mail").subcommand_required(true).arg_required_else_help(true).subcommands([deliver, doctor])
}

fn proofread() -> Command {
    let known = || {
        [
            text("case", "FACTS.json", "cli-proofread-case"),
            text("own", "FILE", "cli-proofread-own"),
            text("packs", "DIR", "cli-proofread-packs").value_parser(value_parser!(PathBuf)),
        ]
    };
    let explain = sub("explain", "cli-proofread-explain")
        .arg(place("rule", "RULE", "cli-proofread-rule"))
        .arg(place("text", "TEXT", "cli-proofread-text"))
        .args(known());
    let vale = || text("vale", "DIR", "cli-proofread-vale");
    let lsp =
        sub("lsp", "cli-proofread-lsp").args(known()).arg(vale()).arg(text("pages", "URL", "cli-proofread-lsp-pages"));
    let import = sub("vale-import", "cli-proofread-import")
        .arg(place("dir", "DIR", "cli-proofread-vale"))
        .arg(text("lang", "LANGUAGE", "cli-proofread-import-lang").default_value("en"));
    sub("proofread", "cli-proofread")
        .after_help(t("cli-proofread-exit-codes").into_owned())
        .args_conflicts_with_subcommands(true)
        .subcommands([explain, lsp, import])
        .arg(vale())
        .arg(place("file", "FILE|-", "cli-proofread-file").required(false).default_value("-"))
        .args(known())
        .arg(text("subject", "TEXT", "cli-proofread-subject"))
        .arg(flag("json", "cli-proofread-json").conflicts_with("sarif"))
        .arg(flag("sarif", "cli-proofread-sarif"))
}

fn watch() -> Command {
    let day = |name: &'static str, help: &str| text(name, "DATE", help).value_parser(value_parser!(jiff::civil::Date));
    let orders = text("orders", "FILE.csv", "cli-replay-orders").required(true).value_parser(value_parser!(PathBuf));
    let replay = how_read(sub("replay", "cli-replay").arg(orders))
        .after_help(t("cli-replay-exit-codes").into_owned())
        .arg(day("from", "cli-replay-from"))
        .arg(day("to", "cli-replay-to"))
        .arg(flag("json", "cli-replay-json"));
    sub("watch", "cli-watch").subcommand_required(true).arg_required_else_help(true).subcommand(replay)
}

fn verify() -> Command {
    sub("verify", "cli-verify")
        .after_help(t("cli-verify-exit-codes").into_owned())
        .arg(place("file", "FILE", "cli-verify-file").value_parser(value_parser!(PathBuf)))
        .arg(text("key", "FINGERPRINT", "cli-verify-key"))
}

fn user() -> Command {
    let email = || place("email", "EMAIL", "cli-user-email");
    let add = sub("add", "cli-user-add")
        .arg(email())
        .arg(text("name", "NAME", "cli-user-name").required(true))
        .arg(
            text("role", "ROLE", "cli-user-role")
                .action(ArgAction::Append)
                .required(true)
                .value_parser(casework::kinds::Role::WORDS.to_vec()),
        )
        .arg(text("zone", "ZONE", "cli-user-zone").default_value("Etc/UTC"))
        .arg(flag("password-stdin", "cli-user-stdin"));
    let password = sub("password", "cli-user-password").arg(email()).arg(flag("password-stdin", "cli-user-stdin"));
    let key =
        sub("key", "cli-user-key").arg(email()).arg(text("name", "NAME", "cli-user-key-name").default_value("shell"));
    sub("user", "cli-user").subcommand_required(true).arg_required_else_help(true).subcommands([add, password, key])
}

fn import() -> Command {
    let orders = csv("orders", "cli-import-orders")
        .arg(text("account", "NAME", "cli-import-account"))
        .arg(text("checks-from", "DATE", "cli-import-checks").value_parser(value_parser!(jiff::civil::Date)));
    let stock = csv("stock", "cli-import-stock").arg(decimal());
    let alternates = csv("alternates", "cli-import-alternates");
    // Each sort of list about order lines; the names are those of `import/fact_list/sorts.rs`.
    let of_lines = [
        csv("milestones", "cli-import-milestones"),
        csv("supplies", "cli-import-supplies"),
        csv("set-aside", "cli-import-set-aside").arg(decimal()),
        csv("inspections", "cli-import-inspections"),
        csv("loads", "cli-import-loads").arg(decimal()),
        csv("shipments", "cli-import-shipments").arg(decimal()),
        csv("returns", "cli-import-returns"),
        csv("short-payments", "cli-import-short-payments"),
        csv("nonconformities", "cli-import-nonconformities").arg(decimal()),
    ];
    let mail = sub("mail", "cli-import-mail")
        .arg(place("path", "FILE.eml|MBOX|DIR", "cli-import-path").value_parser(value_parser!(PathBuf)))
        .arg(text("heard-since", "DATE", "cli-import-heard").value_parser(value_parser!(jiff::civil::Date)))
        .arg(flag("dry-run", "cli-import-dry"));
    sub("import", "cli-import")
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommands([orders, stock, alternates])
        .subcommands(of_lines)
        .subcommand(mail)
}

/// What divides whole pieces from parts, where the file does not show it.
fn decimal() -> Arg {
    text("decimal", "MARK", "cli-import-decimal").value_parser(["comma", "point"])
}

/// What every import of a CSV file may be told.
fn csv(name: &'static str, about: &str) -> Command {
    let file = place("file", "FILE.csv", "cli-import-file").value_parser(value_parser!(PathBuf));
    how_read(sub(name, about).arg(file))
        .arg(text("report", "FILE.csv", "cli-import-report").value_parser(value_parser!(PathBuf)))
        .arg(flag("dry-run", "cli-import-dry"))
}

/// How a CSV file is read, where the guess is wrong.
fn how_read(command: Command) -> Command {
    command
        .arg(text("map", "FIELD=COLUMN", "cli-import-map").action(ArgAction::Append))
        .arg(text("dates", "ORDER", "cli-import-dates").value_parser(["day-first", "month-first"]))
        .arg(text("zone", "ZONE", "cli-import-zone"))
        .arg(text("charset", "NAME", "cli-import-charset"))
        .arg(text("delimiter", "CHARACTER", "cli-import-delimiter"))
}

fn sub(name: &'static str, about: &str) -> Command {
    Command::new(name).about(t(about).into_owned())
}
fn text(name: &'static str, value: &'static str, help: &str) -> Arg {
    Arg::new(name).long(name).value_name(value).help(t(help).into_owned())
}
fn flag(name: &'static str, help: &str) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue).help(t(help).into_owned())
}
fn place(name: &'static str, value: &'static str, help: &str) -> Arg {
    Arg::new(name).value_name(value).required(true).help(t(help).into_owned())
}
fn listen() -> Arg {
    text("listen", "ADDRESS:PORT", "cli-listen")
}
fn number() -> Arg {
    place("number", "MG-NUMBER", "cli-case-number")
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_command_and_flag_is_sound() {
        super::command().debug_assert();
    }
}
