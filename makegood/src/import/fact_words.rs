//! What the columns of lists about order lines are called, in the languages of `header_words.rs` and folded the same way. Steps,
//! purchases, lots, shipments, returns and short payments share their names; a list uses those that it knows.

use super::{fact_list::FactField, header_words::Names};

#[rustfmt::skip]
pub const FACTS: [Names<FactField>; 29] = [
    Names {
        field: FactField::Order,
        sure: &[
            "order no", "order number", "order id", "order nr", "so", "so number", "sales order", "sales order no", "vbeln",
            "auftrag", "auftragsnr", "auftragsnummer", "auftrag nr", "nr zamowienia", "numer zamowienia", "zamowienie", "pedido",
            "no pedido", "numero de pedido",
        ],
        shared: &["order", "job", "job no", "beleg"],
    },
    Names {
        field: FactField::Line,
        sure: &[
            "line", "line no", "line number", "order line", "so line", "posnr", "pos", "pos nr", "position", "pozycja", "linea",
            "posicion",
        ],
        shared: &[],
    },
    Names {
        field: FactField::Milestone,
        sure: &[
            "milestone", "step", "operation", "process step", "meilenstein", "arbeitsschritt", "arbeitsgang", "vorgang", "schritt",
            "etap", "operacja", "hito", "paso", "operacion",
        ],
        shared: &["stage", "phase", "activity"],
    },
    Names {
        field: FactField::Planned,
        sure: &[
            "planned", "planned on", "planned date", "plan", "due", "due date", "scheduled", "scheduled date", "geplant",
            "geplant am", "solltermin", "soll", "plandatum", "planowane", "data planowana", "previsto", "fecha prevista",
        ],
        shared: &["target", "until", "bis"],
    },
    Names {
        field: FactField::Done,
        sure: &[
            "done", "done on", "actual", "actual date", "completed", "completed on", "finished", "finished on", "erledigt",
            "erledigt am", "isttermin", "ist", "istdatum", "fertig am", "wykonane", "data wykonania", "hecho", "fecha real",
        ],
        shared: &[],
    },
    Names {
        field: FactField::Number,
        sure: &[
            "number", "no", "shipment", "shipment no", "shipment number", "delivery note", "tracking", "tracking no", "awb", "rma",
            "rma no", "rma number", "return", "return no", "return number", "inspection", "inspection no", "debit note",
            "debit note no", "payment", "payment no", "remittance", "purchase order", "po", "po no", "lieferung", "lieferschein",
            "sendung", "sendungsnummer", "retoure", "retourennummer", "pruflos", "belastungsanzeige", "bestellung", "przesylka",
            "nr przesylki", "zwrot", "nr zwrotu", "envio", "no envio", "devolucion",
        ],
        shared: &["id", "nr", "document", "reference", "invoice", "invoice no", "invoice number"],
    },
    Names {
        field: FactField::Left,
        sure: &[
            "left", "left on", "shipped", "shipped on", "ship date", "dispatched", "departed", "pickup date", "versendet",
            "versandt am", "versanddatum", "abgang", "wyslano", "data wysylki", "enviado", "fecha de envio",
        ],
        shared: &[],
    },
    Names {
        field: FactField::Expected,
        sure: &[
            "expected", "expected on", "eta", "estimated arrival", "expected arrival", "expected delivery", "erwartet", "ankunft",
            "voraussichtlich", "oczekiwane", "esperado", "llegada prevista",
        ],
        shared: &["arrival"],
    },
    Names {
        field: FactField::Quantity,
        sure: &["quantity", "qty", "quantity shipped", "shipped qty", "pieces", "menge", "stuck", "ilosc", "cantidad"],
        shared: &["amount shipped", "count"],
    },
    Names {
        field: FactField::Lots,
        sure: &[
            "lots", "lot", "lot no", "lot number", "batch", "batch no", "batch number", "serial", "serials", "serial no",
            "serial number", "charge", "chargennummer", "chargen", "seriennummer", "partia", "nr partii", "lote", "numero de lote",
        ],
        shared: &[],
    },
    Names {
        field: FactField::Scanned,
        sure: &["last scan", "scanned", "scanned on", "last seen", "letzter scan", "gescannt", "ostatni skan", "ultimo escaneo"],
        shared: &["scan"],
    },
    Names {
        field: FactField::Exception,
        sure: &["exception", "carrier exception", "problem", "trouble", "storung", "ausnahme", "wyjatek", "incidencia"],
        shared: &["remark", "status text"],
    },
    Names {
        field: FactField::Proof,
        sure: &[
            "proof", "proof of delivery", "pod", "pod date", "signed", "signed on", "delivered", "delivered on", "ablieferungsnachweis",
            "zugestellt", "zugestellt am", "dowod dostawy", "doreczono", "entregado", "prueba de entrega",
        ],
        shared: &["received by"],
    },
    Names {
        field: FactField::Denied,
        sure: &["denied", "denied on", "not received", "nothing came", "nicht erhalten", "bestritten", "nie otrzymano", "no recibido"],
        shared: &[],
    },
    Names {
        field: FactField::Verdict,
        sure: &["verdict", "result", "inspection result", "test result", "usage decision", "ergebnis", "verwendungsentscheid", "wynik", "resultado"],
        shared: &["decision", "outcome"],
    },
    Names {
        field: FactField::On,
        sure: &[
            "on", "date", "day", "returned on", "return date", "received back", "inspected on", "paid on", "payment date", "datum",
            "data", "fecha", "am",
        ],
        shared: &["created", "created on", "posted"],
    },
    Names {
        field: FactField::Kind,
        sure: &["kind", "type", "sort", "art", "rodzaj", "tipo", "reason code"],
        shared: &["reason"],
    },
    Names {
        field: FactField::Case,
        sure: &["case", "case no", "case number", "fall", "fallnummer", "sprawa", "caso"],
        shared: &[],
    },
    Names {
        field: FactField::Needed,
        sure: &["needed", "needed on", "needed by", "required", "required on", "benotigt", "bedarfstermin", "potrzebne", "necesario"],
        shared: &[],
    },
    Names {
        field: FactField::Promised,
        sure: &["promised", "promised on", "promised date", "confirmed", "confirmed date", "zugesagt", "bestatigt", "potwierdzone", "prometido"],
        shared: &[],
    },
    Names {
        field: FactField::Received,
        sure: &["received", "received on", "goods receipt", "wareneingang", "eingegangen", "otrzymano", "recibido"],
        shared: &["receipt"],
    },
    Names {
        field: FactField::Wanted,
        sure: &["wanted", "quantity wanted", "required quantity", "bedarf", "bedarfsmenge", "zapotrzebowanie"],
        shared: &[],
    },
    Names {
        field: FactField::Pegged,
        sure: &["pegged", "reserved", "allocated", "set aside", "reserviert", "zugeteilt", "zarezerwowane", "reservado"],
        shared: &[],
    },
    Names {
        field: FactField::Centre,
        sure: &["work centre", "work center", "machine", "resource", "arbeitsplatz", "maschine", "gniazdo", "centro de trabajo"],
        shared: &[],
    },
    Names {
        field: FactField::Week,
        sure: &["week", "week of", "week begins", "woche", "tydzien", "semana"],
        shared: &[],
    },
    Names {
        field: FactField::HoursPlanned,
        sure: &["hours planned", "planned hours", "load", "load hours", "geplante stunden", "belastung", "obciazenie", "horas previstas"],
        shared: &[],
    },
    Names {
        field: FactField::HoursThere,
        sure: &["hours there", "capacity", "capacity hours", "available hours", "kapazitat", "verfugbare stunden", "zdolnosc", "capacidad"],
        shared: &[],
    },
    Names {
        field: FactField::What,
        sure: &[
            "what", "defect", "defect description", "nonconformity", "nonconformance", "complaint", "complaint text", "fehler",
            "fehlerbeschreibung", "mangel", "beanstandung", "wada", "niezgodnosc", "opis wady", "defecto", "no conformidad",
        ],
        shared: &["description", "beschreibung", "opis", "descripcion"],
    },
    Names {
        field: FactField::Standing,
        sure: &["standing", "report status", "meldungsstatus", "status zgloszenia", "estado del informe"],
        shared: &["status", "estado"],
    },
];
