//! What the keyboard can do: the sheet that lists the keys, and the palette that finds people, cases, acts and pages.

use maud::{Markup, html};

use crate::web::assets::{Extra, extra};
use crate::words::t;

/// The keys by where they act, each with its sentence. A key of a line or of a case is printed beside its act as well.
const KEYS: &[(&str, &[(&str, &str)])] = &[
    (
        "ui-keys-everywhere",
        &[
            ("Ctrl K", "ui-key-palette"),
            ("/", "ui-key-search"),
            ("c", "ui-key-new-case"),
            ("g", "ui-key-run"),
            ("r", "live-key-show"),
            ("?", "ui-key-sheet"),
        ],
    ),
    (
        "ui-keys-lists",
        &[
            ("j", "ui-key-next"),
            ("k", "ui-key-previous"),
            ("o", "ui-key-open"),
            ("t", "ui-key-ring"),
            ("s", "ui-key-call-sheet"),
            ("m", "ui-key-left-message"),
            ("h", "ui-key-hand-over"),
            ("d", "ui-key-do"),
            ("l", "ui-key-tell"),
        ],
    ),
    (
        "ui-keys-mail",
        &[
            ("b", "mail-belongs"),
            ("o", "mail-opens-case"),
            ("a", "mail-add-contact"),
            ("n", "mail-nothing"),
            ("i", "mail-is-theirs"),
            ("x", "mail-not-for-case"),
            ("p", "mail-put-here"),
        ],
    ),
    ("ui-keys-talk", &[("Ctrl Enter", "ui-key-go-on"), ("Ctrl ↓", "ui-key-next-part")]),
    (
        "ui-keys-case",
        &[
            ("a", "ui-key-next-act"),
            ("f", "ui-key-first-missing"),
            ("w", "mail-answer"),
            ("n", "mail-no-answer"),
            ("v", "mail-move"),
            ("1 … 9", "ui-key-tab"),
        ],
    ),
];

/// The list of keys; the script opens it. Single letters can be turned off there (WCAG 2.1.4).
pub(super) fn sheet() -> Markup {
    html! {
        dialog.keys id="keys" aria-labelledby="keys-heading" {
            h2 id="keys-heading" { (t("ui-keys")) }
            @for (place, keys) in KEYS {
                h3.quiet { (t(place)) }
                dl.facts { @for (key, what) in *keys { div { dt { kbd { (key) } } dd { (t(what)) } } } }
            }
            div.tick { input type="checkbox" id="keys-on" checked; label for="keys-on" { (t("ui-keys-on")) } }
            form method="dialog" { button type="submit" { (t("ui-keys-close")) } }
        }
    }
}

/// Finds anything while typing. Without the script nothing opens it, and the search box of the header does the same on a page.
pub(super) fn palette() -> Markup {
    html! {
        dialog.palette id="palette" aria-label=(t("ui-palette")) data-script=(extra(Extra::Palette).path)
            data-none=(t("ui-palette-none")) data-broken=(t("ui-palette-broken")) {
            label.unseen for="palette-words" { (t("ui-palette")) }
            input type="text" id="palette-words" role="combobox" aria-expanded="true" aria-controls="palette-found"
                aria-autocomplete="list" placeholder=(t("ui-palette-hint")) autocomplete="off" spellcheck="false" maxlength="100";
            div id="palette-found" role="listbox" aria-label=(t("ui-palette-found")) {}
            p.says role="status" { (t("ui-palette-how")) }
        }
    }
}
