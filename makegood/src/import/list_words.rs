//! What the columns of stock and alternates are called, in the languages of `header_words.rs` and folded the same way.

use super::{
    alternates::AlternateField,
    header_words::{ITEM, Names},
    stock::StockField,
};

#[rustfmt::skip]
pub const STOCK: [Names<StockField>; 6] = [
    Names { field: StockField::Item, sure: ITEM.0, shared: ITEM.1 },
    Names {
        field: StockField::Site,
        sure: &[
            "site", "plant", "warehouse", "location", "branch", "stock location", "storage location", "werks", "lgort", "werk",
            "lager", "lagerort", "standort", "magazyn", "lokalizacja", "oddzial", "almacen", "ubicacion", "planta", "sucursal",
        ],
        shared: &["store", "where", "place", "ort", "miejsce", "sitio"],
    },
    Names {
        field: StockField::OnHand,
        sure: &[
            "on hand", "qty on hand", "quantity on hand", "onhand", "stock", "in stock", "stock on hand", "physical stock", "labst",
            "bestand", "lagerbestand", "istbestand", "stan", "stan magazynowy", "stan magazynu", "existencias", "stock fisico",
            "existencia",
        ],
        shared: &["qty", "quantity", "menge", "ilosc", "cantidad", "balance", "inventory"],
    },
    Names {
        field: StockField::Free,
        sure: &[
            "free", "free stock", "free to use", "available", "qty available", "available qty", "quantity available", "available stock",
            "available to promise", "atp", "unrestricted", "frei", "verfugbar", "frei verfugbar", "verfugbarer bestand", "dostepne",
            "dostepna ilosc", "wolne", "ilosc dostepna", "disponible", "stock disponible", "libre",
        ],
        shared: &["unreserved", "open stock"],
    },
    Names {
        field: StockField::ReadyOn,
        sure: &[
            "ready on", "ready", "ready date", "wip ready", "wip ready on", "wip ready date", "wip date", "next ready",
            "next receipt", "expected receipt", "fertig am", "fertig", "nachster zugang", "zugang am", "gotowe", "gotowe od",
            "data gotowosci", "listo", "fecha listo", "proxima entrada",
        ],
        shared: &["wip", "work in progress", "replenishment", "due date", "eta"],
    },
    Names {
        field: StockField::LeadDays,
        sure: &[
            "lead time", "lead time days", "lead days", "leadtime", "standard lead time", "replenishment lead time", "plifz",
            "lieferzeit", "wiederbeschaffungszeit", "wbz", "durchlaufzeit", "czas realizacji", "termin realizacji dni",
            "czas dostawy", "plazo de entrega", "plazo", "tiempo de entrega",
        ],
        shared: &["days", "tage", "dni", "dias"],
    },
];

#[rustfmt::skip]
pub const ALTERNATES: [Names<AlternateField>; 5] = [
    Names { field: AlternateField::Item, sure: ITEM.0, shared: &[] },
    Names {
        field: AlternateField::Alternate,
        sure: &[
            "alternate", "alternate item", "alternate part", "alternate part number", "alternate pn", "alternative",
            "alternative item", "alternative part", "substitute", "substitute item", "substitute part", "replacement",
            "replacement item", "replacement part", "second source", "ersatz", "ersatzartikel", "alternativartikel", "ersatzteil",
            "alternativteil", "zamiennik", "indeks zamiennika", "alternativa", "sustituto", "articulo alternativo", "reemplazo",
        ],
        shared: &["to item", "to part", "equivalent"],
    },
    Names {
        field: AlternateField::Fits,
        sure: &[
            "form fit function", "form fit and function", "form-fit-function", "fff", "fits", "fit", "interchangeable",
            "same form fit function", "austauschbar", "passt", "zamienny", "pasuje", "intercambiable",
        ],
        shared: &["differences", "remarks", "notes", "bemerkung", "uwagi", "notas"],
    },
    Names {
        field: AlternateField::ApprovedBy,
        sure: &[
            "approved by", "approved for", "approved by customer", "customer approved", "customer approval", "approval",
            "freigegeben von", "freigabe", "freigegeben fur", "freigabe kunde", "zatwierdzony przez", "zatwierdzony dla",
            "aprobado por", "aprobado para",
        ],
        shared: &["customer", "account", "customer no", "customer name", "kunde", "klient", "cliente"],
    },
    Names {
        field: AlternateField::DataSheet,
        sure: &[
            "data sheet", "datasheet", "data sheet ref", "data sheet reference", "spec sheet", "specification", "datenblatt",
            "karta katalogowa", "ficha tecnica", "hoja de datos",
        ],
        shared: &["document", "spec", "link", "url", "dokument", "documento"],
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::headers::{ColumnSeen, FileField, Guesses, guess};

    fn guessed<F: FileField>(headers: &[&str]) -> Vec<String> {
        let columns: Vec<ColumnSeen> =
            headers.iter().map(|h| ColumnSeen { header: (*h).into(), ..ColumnSeen::default() }).collect();
        let guesses: Guesses<F> = guess(&columns);
        guesses.iter().map(|(field, guess)| format!("{}={}", field.word(), headers[guess.column])).collect()
    }

    #[test]
    fn lists_of_stock_in_four_languages() {
        let all = |headers: [&str; 6]| {
            let words = ["item", "site", "on-hand", "free", "ready-on", "lead-days"];
            let wanted: Vec<String> =
                words.iter().zip(headers).map(|(word, header)| format!("{word}={header}")).collect();
            assert_eq!(guessed::<StockField>(&headers), wanted);
        };
        all(["Item No.", "Warehouse", "Qty on hand", "Available", "WIP ready on", "Lead time (days)"]);
        all(["Artikelnummer", "Lagerort", "Bestand", "Verfügbar", "Fertig am", "Lieferzeit"]);
        all(["Indeks", "Magazyn", "Stan magazynowy", "Ilość dostępna", "Data gotowości", "Czas realizacji"]);
        all(["Artículo", "Almacén", "Existencias", "Disponible", "Fecha listo", "Plazo de entrega"]);
        // What it is worth is nobody's business here.
        assert_eq!(guessed::<StockField>(&["Item", "Stock value", "Stock"]), ["item=Item", "on-hand=Stock"]);
    }

    #[test]
    fn lists_of_alternates() {
        let english = ["Item", "Alternate part", "Form/fit/function", "Approved by", "Data sheet"];
        let words = ["item", "alternate", "fits", "approved-by", "data-sheet"];
        let wanted: Vec<String> = words.iter().zip(english).map(|(word, header)| format!("{word}={header}")).collect();
        assert_eq!(guessed::<AlternateField>(&english), wanted);
        assert_eq!(
            guessed::<AlternateField>(&["Artikel", "Ersatzartikel", "Kunde"]),
            ["item=Artikel", "alternate=Ersatzartikel", "approved-by=Kunde"]
        );
    }
}
