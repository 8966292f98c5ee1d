//! Headers of real exports, in four languages and in the short names of order systems.

use super::*;

/// Columns with a few values under them.
fn columns(table: &[(&str, &[&str])]) -> Vec<ColumnSeen> {
    let seen = |(header, values): &(&str, &[&str])| {
        let mut seen = ColumnSeen { header: (*header).into(), ..ColumnSeen::default() };
        for value in *values {
            seen.dates.add(value);
            seen.filled += u64::from(!value.is_empty());
        }
        seen
    };
    table.iter().map(seen).collect()
}

fn guessed(table: &[(&str, &[&str])]) -> Vec<String> {
    let columns = columns(table);
    let guesses: Guesses = guess(&columns);
    guesses.iter().map(|(field, guess)| format!("{}={}", field.word(), columns[guess.column].header)).collect()
}

const DAY: &[&str] = &["2026-11-20"];
const NUMBER: &[&str] = &["4711"];

#[test]
fn an_english_export() {
    let found = guessed(&[
        ("Sales Order No.", NUMBER),
        ("Line", &["10"]),
        ("Customer Name", &["Acme"]),
        ("Cust. No.", NUMBER),
        ("Customer PO", &["PO-1"]),
        ("Part Number", &["PCB-4L"]),
        ("Qty", &["12"]),
        ("Requested Delivery Date", DAY),
        ("Promise Date", DAY),
        ("Ship Date", DAY),
        ("POD", DAY),
        ("Net Price", &["12.50"]),
    ]);
    assert_eq!(
        found,
        [
            "order=Sales Order No.",
            "line=Line",
            "customer=Cust. No.",
            "customer-name=Customer Name",
            "reference=Customer PO",
            "item=Part Number",
            "quantity=Qty",
            "requested=Requested Delivery Date",
            "promised=Promise Date",
            "shipped=Ship Date",
            "delivered=POD",
        ]
    );
}

#[test]
fn a_german_export() {
    let found = guessed(&[
        ("Auftragsnr.", NUMBER),
        ("Pos.", &["10"]),
        ("Kunde", &["Müller AG"]),
        ("Bestellnummer Kunde", &["B-1"]),
        ("Artikel-Nr.", NUMBER),
        ("Menge", &["12"]),
        ("Wunschtermin", DAY),
        ("Bestätigter Liefertermin", DAY),
        ("Versanddatum", DAY),
        ("Geliefert am", DAY),
        ("Status", &["offen"]),
        ("Nettowert Preis", &["1"]),
    ]);
    assert_eq!(
        found,
        [
            "order=Auftragsnr.",
            "line=Pos.",
            "customer=Kunde",
            "reference=Bestellnummer Kunde",
            "item=Artikel-Nr.",
            "quantity=Menge",
            "requested=Wunschtermin",
            "promised=Bestätigter Liefertermin",
            "shipped=Versanddatum",
            "delivered=Geliefert am",
            "status=Status",
        ]
    );
}

#[test]
fn a_polish_and_a_spanish_export() {
    let polish = guessed(&[
        ("Nr zamówienia", NUMBER),
        ("Kontrahent", &["Łódź sp. z o.o."]),
        ("Indeks", &["X"]),
        ("Ilość", &["3"]),
        ("Termin potwierdzony", DAY),
        ("Data wysyłki", DAY),
        ("Data dostarczenia", DAY),
    ]);
    assert_eq!(
        polish,
        [
            "order=Nr zamówienia",
            "customer=Kontrahent",
            "item=Indeks",
            "quantity=Ilość",
            "promised=Termin potwierdzony",
            "shipped=Data wysyłki",
            "delivered=Data dostarczenia",
        ]
    );
    let spanish = guessed(&[
        ("Nº Pedido", NUMBER),
        ("Línea", &["1"]),
        ("Cliente", &["Acme"]),
        ("Artículo", &["X"]),
        ("Cantidad", &["3"]),
        ("Fecha prometida", DAY),
        ("Fecha de envío", DAY),
        ("Entregado", DAY),
        ("Estado", &["abierto"]),
    ]);
    assert_eq!(
        spanish,
        [
            "order=Nº Pedido",
            "line=Línea",
            "customer=Cliente",
            "item=Artículo",
            "quantity=Cantidad",
            "promised=Fecha prometida",
            "shipped=Fecha de envío",
            "delivered=Entregado",
            "status=Estado",
        ]
    );
}

#[test]
fn short_names_of_order_systems() {
    let found = guessed(&[
        ("VBELN", NUMBER),
        ("POSNR", &["10"]),
        ("KUNNR", NUMBER),
        ("BSTNK", &["B-1"]),
        ("MATNR", &["X"]),
        ("KWMENG", &["5"]),
        ("AUDAT", DAY),
        ("VDATU", DAY),
        ("EDATU", DAY),
        ("WADAT_IST", DAY),
        ("PODAT", DAY),
        ("NETWR", &["99"]),
    ]);
    assert_eq!(
        found,
        [
            "order=VBELN",
            "line=POSNR",
            "customer=KUNNR",
            "reference=BSTNK",
            "item=MATNR",
            "quantity=KWMENG",
            "ordered=AUDAT",
            "requested=VDATU",
            "promised=EDATU",
            "shipped=WADAT_IST",
            "delivered=PODAT",
        ]
    );
}

/// S025: whatever a column about money is called, nothing of it is read.
#[test]
fn s025_columns_about_money_are_never_mapped() {
    for header in [
        "Order Value",
        "Line Item Value",
        "Unit Price",
        "order price",
        "Total",
        "Auftragswert Betrag",
        "Customer Revenue",
        "freight_value",
    ] {
        assert_eq!(guessed(&[(header, &["12.50"])]), Vec::<String>::new(), "{header}");
    }
    assert!(Field::ALL.into_iter().all(|field| !MONEY.contains(&field.word())));
}

#[test]
fn a_delivery_date_that_two_fields_share_is_weak_and_goes_to_the_promise() {
    let columns = columns(&[("Order No", NUMBER), ("Lieferdatum", DAY)]);
    let guesses: Guesses = guess(&columns);
    assert_eq!(guesses[&Field::Promised], Guess { column: 1, confidence: Confidence::Weak });
}

#[test]
fn a_customer_beside_a_customer_number_is_the_name_wherever_the_two_stand() {
    let (name, number): (&[&str], &[&str]) = (&["Acme", "Kite"], &["K-20", "K-31"]);
    let wanted = ["customer=Customer No", "customer-name=Customer"];
    assert_eq!(guessed(&[("Customer", name), ("Customer No", number)]), wanted);
    assert_eq!(guessed(&[("Customer No", number), ("Customer", name)]), wanted);
    assert_eq!(guessed(&[("Customer", name)]), ["customer=Customer"]);
}

#[test]
fn values_forbid_what_a_name_suggests() {
    assert_eq!(guessed(&[("Due Date", &["soon", "later", "perhaps"])]), Vec::<String>::new());
    assert_eq!(guessed(&[("Status", &["2026-11-20", "2026-11-21"])]), Vec::<String>::new());
}

#[test]
fn other_words_around_a_name_make_it_weak() {
    let found =
        guessed(&[("First Line Designation", &["Yes", "No"]), ("ID", &["1", "3"]), ("Promised Date (current)", DAY)]);
    assert_eq!(found, ["line=ID", "promised=Promised Date (current)"]);
}

#[test]
fn a_person_overrides_by_name_by_number_and_with_nothing() {
    let headers: Vec<String> = ["No", "Due Date", "Späteste Lieferung"].map(String::from).into();
    let mut guesses: Guesses = guess(&columns(&[("No", NUMBER), ("Due Date", DAY), ("Späteste Lieferung", DAY)]));
    override_with(
        &mut guesses,
        &headers,
        &["promised=spateste lieferung".into(), "order=#1".into(), "need-by=Due Date".into()],
    )
    .unwrap();
    assert_eq!(guesses[&Field::Promised].column, 2);
    assert_eq!(guesses[&Field::Order].column, 0);
    assert_eq!(guesses[&Field::NeedBy].column, 1);
    override_with(&mut guesses, &headers, &["need-by=".into()]).unwrap();
    assert!(!guesses.contains_key(&Field::NeedBy));
    let wrong = |said: &str| override_with(&mut Guesses::<Field>::new(), &headers, &[said.into()]).unwrap_err();
    assert_eq!(wrong("price=No"), NoSuchMap::Field("price".into(), words::<Field>()));
    assert_eq!(wrong("order=Nope"), NoSuchMap::Column("Nope".into()));
    assert_eq!(wrong("order"), NoSuchMap::NotAPair("order".into()));
}

#[test]
fn the_same_headers_have_the_same_fingerprint_whatever_their_case() {
    let one: Vec<String> = ["Order No.", "Qty"].map(String::from).into();
    let two: Vec<String> = ["ORDER NO", "qty"].map(String::from).into();
    let three: Vec<String> = ["qty", "ORDER NO"].map(String::from).into();
    assert_eq!(fingerprint(&one), fingerprint(&two));
    assert_ne!(fingerprint(&one), fingerprint(&three));
}

#[test]
fn folding_takes_words_apart() {
    assert_eq!(fold("OrderDate_2 (ship)"), "order date 2 ship");
    assert_eq!(fold("Zamówienie Łódź №"), "zamowienie lodz");
    assert_eq!(fold("PO / SO #"), "po so");
}
