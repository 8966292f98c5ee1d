//! What columns are called: English, German, Polish, Spanish and the short names of order systems.
//!
//! Words are folded: lower case, no accents, no punctuation. The first list of a field holds names that leave no
//! doubt; the second holds names that two fields may share, taken only when nothing better is there.

use super::headers::Field;

/// Columns about money are never read: no rule of this program may see them (S025).
#[rustfmt::skip]
pub const MONEY: [&str; 41] = [
    "price", "prices", "value", "amount", "cost", "costs", "revenue", "margin", "turnover", "total", "usd", "eur",
    "pln", "gbp", "freight", "insurance", "discount", "tax", "vat", "preis", "preise", "wert", "betrag", "kosten",
    "umsatz", "marge", "rabatt", "steuer", "cena", "ceny", "wartosc", "kwota", "koszt", "przychod", "marza",
    "precio", "importe", "valor", "coste", "ingreso", "netwr",
];

/// Names of one field: sure ones, then shared ones.
pub struct Names<F: 'static> {
    pub field: F,
    pub sure: &'static [&'static str],
    pub shared: &'static [&'static str],
}

/// What the item is called in every kind of file.
#[rustfmt::skip]
pub const ITEM: (&[&str], &[&str]) = (
    &[
        "item", "item no", "item number", "item id", "item code", "item description", "part", "part no",
        "part number", "pn", "sku", "product", "product id", "product no", "product code", "material",
        "material no", "matnr", "itemid", "artikel", "artikelnr", "artikelnummer", "artikel nr", "teilenummer",
        "materialnummer", "bezeichnung", "towar", "indeks", "produkt", "nr artykulu", "kod towaru",
        "material nr", "articulo", "producto", "codigo articulo", "referencia articulo",
    ],
    &["description", "brand", "beschreibung", "opis", "nazwa", "descripcion"],
);

#[rustfmt::skip]
pub const NAMES: [Names<Field>; 24] = [
    Names {
        field: Field::Order,
        sure: &[
            "order no", "order number", "order id", "order nr", "order num", "so", "so no", "so number",
            "sales order", "sales order no", "sales order number", "our order no", "our no", "po so", "orderno",
            "ordernum", "salesid", "vbeln", "auftrag", "auftragsnr", "auftragsnummer", "auftrag nr", "auftrags nr",
            "auftragsbestatigung", "ab nr", "belegnr", "belegnummer", "vorgang", "nr zamowienia",
            "numer zamowienia", "zamowienie", "nr zlecenia", "numer zlecenia", "zlecenie", "zs", "pedido",
            "no pedido", "n pedido", "num pedido", "numero de pedido", "pedido de venta", "numero pedido",
            "doc no", "document number",
        ],
        shared: &[
            "order", "bestellnummer", "bestellnr", "beleg", "document", "sales document", "job", "job no",
        ],
    },
    Names {
        field: Field::Line,
        sure: &[
            "line", "line no", "line number", "line nr", "order line", "so line", "line item", "item no in order",
            "order item id", "linenum", "lineno", "posnr", "pos", "pos nr", "position", "posnummer",
            "positionsnummer", "auftragsposition", "pozycja", "nr pozycji", "poz", "lp", "linea", "posicion",
            "no linea", "num linea", "release", "schedule line",
        ],
        shared: &[
            "id", "row", "zeile", "nr",
        ],
    },
    Names {
        field: Field::Customer,
        sure: &[
            "customer", "customer id", "customer no", "customer number", "customer code", "cust no", "cust id",
            "custid", "custaccount", "account", "account no", "account id", "account number", "sold to",
            "sold to party", "bill to", "kunnr", "kunde", "kundennr", "kundennummer", "kunden nr", "debitor",
            "debitorennummer", "debitor nr", "auftraggeber", "klient", "kontrahent", "odbiorca", "nr klienta",
            "nabywca", "kod klienta", "cliente", "cod cliente", "codigo cliente", "no cliente", "id cliente",
            "client id", "client",
        ],
        shared: &[
            "ship to", "company", "firma", "empresa", "customer name", "kundenname", "nazwa klienta",
            "nombre cliente", "name 1",
        ],
    },
    Names {
        field: Field::CustomerName,
        sure: &[
            "customer name", "account name", "cust name", "company name", "sold to name", "kundenname",
            "name kunde", "firmenname", "nazwa klienta", "nazwa kontrahenta", "nombre cliente",
            "nombre del cliente", "razon social", "name 1",
        ],
        shared: &[
            "company", "firma", "empresa", "customer", "client", "kunde", "klient", "cliente",
        ],
    },
    Names {
        field: Field::Reference,
        sure: &[
            "customer po", "customer po no", "customer purchase order", "cust po", "po", "po no", "po number",
            "purchase order", "your reference", "customer reference", "customer order no", "customer ref", "bstnk",
            "bstkd", "kundenbestellung", "kundenbestellnummer", "kunden bestellnr", "bestellnummer kunde",
            "ihre bestellung", "ihre bestellnummer", "bestellreferenz", "kundenreferenz", "nr zamowienia klienta",
            "zamowienie klienta", "nr zam klienta", "referencja klienta", "pedido cliente", "pedido del cliente",
            "su pedido", "referencia cliente", "referencia del cliente", "orden de compra",
        ],
        shared: &[
            "reference", "ref", "bestellnummer", "bestellnr", "referenz", "referencja", "referencia",
        ],
    },
    Names {
        field: Field::Item,
        sure: ITEM.0,
        shared: ITEM.1,
    },
    Names {
        field: Field::Quantity,
        sure: &[
            "qty", "quantity", "order qty", "ordered qty", "order quantity", "qty ordered", "line item quantity",
            "kwmeng", "menge", "auftragsmenge", "bestellmenge", "anzahl", "stuck", "stuckzahl", "ilosc", "liczba",
            "sztuk", "szt", "cantidad", "cant", "unidades", "cantidad pedida",
        ],
        shared: &[
            "pieces", "pcs", "units",
        ],
    },
    Names {
        field: Field::Ordered,
        sure: &[
            "order date", "ordered", "ordered on", "ordered at", "order created", "order purchase timestamp",
            "purchase date", "so date", "entry date", "date ordered", "audat", "erdat", "orderdate",
            "auftragsdatum", "bestelldatum", "belegdatum", "auftragseingang", "erfasst am", "data zamowienia",
            "data zlecenia", "data przyjecia", "fecha pedido", "fecha de pedido", "fecha del pedido", "po date",
        ],
        shared: &[
            "created", "created at", "po sent", "po sent to vendor date", "angelegt am", "data utworzenia",
            "fecha creacion", "date",
        ],
    },
    Names {
        field: Field::Requested,
        sure: &[
            "requested", "requested date", "request date", "requested delivery date", "requested ship date",
            "customer requested date", "crd", "req date", "reqdate", "wanted date", "vdatu", "wunschtermin",
            "wunschlieferdatum", "kundenwunschtermin", "gewunschter termin", "termin zadany", "termin wymagany",
            "zadana data", "data zadana", "fecha solicitada", "fecha requerida", "fecha solicitada cliente",
        ],
        shared: &[
            "required date", "desired date", "want date",
        ],
    },
    Names {
        field: Field::Promised,
        sure: &[
            "promised", "promise date", "promised date", "promised delivery date", "promised for", "promisedate",
            "confirmed date", "confirmed delivery date", "confirmed", "commit date", "committed date",
            "acknowledged date", "ack date", "scheduled delivery date", "scheduled date", "schedule date",
            "estimated delivery date", "order estimated delivery date", "expected delivery date", "due date",
            "dock date", "edatu", "eta", "delivery promise", "zugesagt", "zusage", "zugesagter termin",
            "bestatigter termin", "bestatigter liefertermin", "liefertermin", "bestatigt",
            "auftragsbestatigung termin", "termin potwierdzony", "potwierdzony termin", "termin dostawy",
            "obiecany termin", "data potwierdzona", "termin realizacji", "fecha prometida", "fecha comprometida",
            "fecha confirmada", "fecha compromiso", "fecha prevista", "fecha prevista de entrega",
            "current promise date", "latest promise date",
        ],
        shared: &[
            "delivery date", "lieferdatum", "termin", "data dostawy", "fecha de entrega", "fecha entrega",
            "ship by", "deadline", "due",
        ],
    },
    Names {
        field: Field::FirstPromised,
        sure: &[
            "first promised", "first promise date", "original promise date", "original promised date",
            "first confirmed date", "fpd", "original commit date", "original due date", "erster liefertermin",
            "erste zusage", "ursprunglicher termin", "erstbestatigung", "pierwszy termin", "pierwotny termin",
            "termin pierwotny", "primera fecha", "fecha original", "primera fecha prometida",
        ],
        shared: &[
            "original date", "first date",
        ],
    },
    Names {
        field: Field::NeedBy,
        sure: &[
            "need by", "need by date", "needed by", "must have date", "line down date", "drop dead date",
            "bedarfstermin", "benotigt bis", "gebraucht bis", "potrzebne do", "potrzebne na", "necesario para",
            "necesita para", "fecha necesaria", "fecha limite",
        ],
        shared: &[
            "need date",
        ],
    },
    Names {
        field: Field::Ready,
        sure: &[
            "ready", "ready date", "finished", "finished date", "completed date", "production end", "mbdat",
            "fertig", "fertig am", "fertigstellung", "fertigmeldung", "bereit", "gotowe", "data gotowosci",
            "gotowe do wysylki", "listo", "fecha listo", "terminado",
        ],
        shared: &[
            "packed", "released",
        ],
    },
    Names {
        field: Field::Shipped,
        sure: &[
            "shipped", "ship date", "shipped date", "shipped on", "shipped at", "date shipped", "shipdate",
            "actual ship date", "dispatched", "dispatch date", "goods issue", "goods issue date", "wadat ist",
            "order delivered carrier date", "handed to carrier", "handed over", "versandt", "versand am",
            "versanddatum", "warenausgang", "warenausgangsdatum", "verschickt", "data wysylki", "wyslano",
            "wyslane", "wydano", "fecha de envio", "fecha envio", "enviado", "expedido", "fecha de expedicion",
            "asn date",
        ],
        shared: &[
            "shipping date", "versand", "wadat", "wysylka", "envio",
        ],
    },
    Names {
        field: Field::Delivered,
        sure: &[
            "delivered", "delivered date", "delivered on", "delivered at", "date delivered",
            "actual delivery date", "delivered to client date", "order delivered customer date", "pod", "pod date",
            "proof of delivery", "podat", "received by customer", "arrival date", "arrived", "geliefert",
            "geliefert am", "zugestellt", "zugestellt am", "ablieferung", "ablieferungsdatum",
            "tatsachliches lieferdatum", "dostarczono", "dostarczone", "data dostarczenia", "doreczono",
            "data doreczenia", "entregado", "fecha entregado", "entregado el", "fecha real de entrega",
        ],
        shared: &[
            "delivery date", "lieferdatum", "data dostawy", "fecha de entrega", "fecha entrega", "received",
            "received date",
        ],
    },
    Names {
        field: Field::Recorded,
        sure: &[
            "delivery recorded date", "recorded", "recorded on", "recorded at", "delivery recorded", "gebucht am",
            "zaksiegowano", "registrado",
        ],
        shared: &[
            "posting date", "buchungsdatum", "data ksiegowania", "fecha de registro",
        ],
    },
    Names {
        field: Field::Told,
        sure: &[
            "told", "told on", "customer told", "customer told on", "customer informed", "customer notified",
            "notified on", "kunde informiert", "informiert am", "kunde benachrichtigt", "klient poinformowany",
            "poinformowano", "cliente informado", "informado el", "avisado el",
        ],
        shared: &[
            "informed", "notified",
        ],
    },
    Names {
        field: Field::Cancelled,
        sure: &[
            "cancelled", "canceled", "cancelled on", "canceled on", "cancel date", "cancelled date",
            "canceled date", "storniert", "storno", "stornodatum", "storniert am", "anulowano", "anulowane",
            "data anulowania", "cancelado", "anulado", "fecha de cancelacion", "abgru",
        ],
        shared: &[
            "closed", "rejection",
        ],
    },
    Names {
        field: Field::Status,
        sure: &[
            "status", "order status", "line status", "state", "order state", "delivery status", "auftragsstatus",
            "lieferstatus", "zustand", "status zamowienia", "stan", "stan zamowienia", "estado", "estado pedido",
            "estado del pedido", "situacion",
        ],
        shared: &[
            "stage", "phase",
        ],
    },
    Names {
        field: Field::Acknowledged,
        sure: &[
            "acknowledged", "acknowledged on", "acknowledgement date", "order acknowledged", "approved at",
            "order approved at", "confirmation date", "confirmed on", "order confirmed on", "auftrag bestatigt am",
            "bestatigt am", "data potwierdzenia", "fecha de confirmacion",
        ],
        shared: &[
            "approved", "confirmed",
        ],
    },
    Names {
        field: Field::ItemGroup,
        sure: &[
            "item group", "product group", "product family", "product category", "material group", "commodity",
            "matkl", "warengruppe", "artikelgruppe", "produktgruppe", "grupa towarowa", "familia de producto",
        ],
        shared: &[
            "category", "family", "kategorie", "categoria",
        ],
    },
    Names {
        field: Field::Supplier,
        sure: &[
            "supplier", "supplier no", "supplier name", "vendor", "vendor name", "seller", "seller id", "lifnr",
            "lieferant", "lieferantennummer", "dostawca", "proveedor",
        ],
        shared: &[
            "manufacturer", "hersteller", "producent", "fabricante",
        ],
    },
    Names {
        field: Field::WorkCentre,
        sure: &[
            "work centre", "work center", "workcenter", "arbpl", "arbeitsplatz", "machine", "maschine",
            "manufacturing site", "gniazdo", "centro de trabajo",
        ],
        shared: &[
            "plant", "werk", "zaklad", "planta",
        ],
    },
    Names {
        field: Field::Route,
        sure: &[
            "route", "lane", "shipping route", "versandroute", "trasa", "ruta",
        ],
        shared: &[
            "shipment mode", "ship via", "carrier", "versandart", "przewoznik", "transportista",
        ],
    },
];
