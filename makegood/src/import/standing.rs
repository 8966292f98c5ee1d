//! What a status word says about a line, in the words order systems use; an unknown word says nothing.

use super::headers::fold;
use watch::Standing;

const WORDS: [(Standing, &[&str]); 5] = [
    (
        Standing::Cancelled,
        &[
            "cancelled",
            "canceled",
            "cancel",
            "void",
            "voided",
            "rejected",
            "storniert",
            "storno",
            "abgesagt",
            "anulowane",
            "anulowano",
            "anulowany",
            "odwolane",
            "cancelado",
            "cancelada",
            "anulado",
            "anulada",
        ],
    ),
    (
        Standing::Delivered,
        &[
            "delivered",
            "received",
            "pod",
            "arrived",
            "geliefert",
            "zugestellt",
            "ausgeliefert",
            "dostarczone",
            "dostarczono",
            "doreczone",
            "doreczono",
            "entregado",
            "entregada",
            "recibido",
        ],
    ),
    (
        Standing::Closed,
        &[
            "closed",
            "complete",
            "completed",
            "done",
            "finished",
            "abgeschlossen",
            "erledigt",
            "zamkniete",
            "zamkniety",
            "zakonczone",
            "cerrado",
            "cerrada",
            "terminado",
            "completado",
        ],
    ),
    (
        Standing::Shipped,
        &[
            "shipped",
            "dispatched",
            "in transit",
            "on the way",
            "out for delivery",
            "versandt",
            "versendet",
            "unterwegs",
            "verschickt",
            "wyslane",
            "wyslano",
            "w drodze",
            "enviado",
            "enviada",
            "en transito",
            "expedido",
        ],
    ),
    (
        Standing::Open,
        &[
            "open",
            "new",
            "created",
            "approved",
            "confirmed",
            "released",
            "processing",
            "in process",
            "in progress",
            "in production",
            "invoiced",
            "backorder",
            "backordered",
            "on hold",
            "hold",
            "pending",
            "unavailable",
            "partial",
            "partially shipped",
            "offen",
            "neu",
            "bestatigt",
            "freigegeben",
            "in arbeit",
            "in bearbeitung",
            "in produktion",
            "ruckstand",
            "otwarte",
            "nowe",
            "potwierdzone",
            "w realizacji",
            "w produkcji",
            "oczekuje",
            "abierto",
            "abierta",
            "nuevo",
            "confirmado",
            "en proceso",
            "en produccion",
            "pendiente",
        ],
    ),
];

/// The standing of a status word.
pub fn standing_of(status: &str) -> Standing {
    let folded = fold(status);
    WORDS.iter().find(|(_, words)| words.contains(&folded.as_str())).map_or(Standing::Unsaid, |(standing, _)| *standing)
}

/// A yes or a no in a column that may also hold a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flag {
    Yes,
    No,
}

/// The yes or no of a cell, where it is one.
pub fn flag_of(text: &str) -> Option<Flag> {
    match fold(text).as_str() {
        "yes" | "y" | "true" | "t" | "1" | "x" | "ja" | "j" | "wahr" | "tak" | "si" | "s" | "cancelled"
        | "canceled" | "storniert" => Some(Flag::Yes),
        "" | "no" | "n" | "false" | "f" | "0" | "nein" | "falsch" | "nie" | "none" => Some(Flag::No),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn status_words_of_four_languages() {
        for (word, standing) in [
            ("delivered", Standing::Delivered),
            ("Zugestellt", Standing::Delivered),
            ("CANCELED", Standing::Cancelled),
            ("anulowane", Standing::Cancelled),
            ("en tránsito", Standing::Shipped),
            ("In Bearbeitung", Standing::Open),
            ("Completed", Standing::Closed),
            ("zielony", Standing::Unsaid),
            ("", Standing::Unsaid),
            ("not delivered", Standing::Unsaid),
        ] {
            assert_eq!(standing_of(word), standing, "{word}");
        }
    }
}
