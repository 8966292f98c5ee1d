//! One line and two hundred pages both break well, the text can be taken out again, and the tags are there.
use crate::sample::{blank, head, seal, whole};
use crate::tools::Paper;
use print::*;

#[test]
fn the_whole_report_is_tagged_titled_and_readable_by_other_programs() {
    let bytes = pdf(&whole(), &[seal()]).expect("it can be set");
    assert_eq!(bytes, pdf(&whole(), &[seal()]).expect("it can be set"), "the same sheet gives the same bytes");
    let paper = Paper::of(&bytes, "whole");
    paper.run("qpdf", &["--check"]);
    let info = paper.info();
    for line in [
        "Tagged:          yes",
        "Title:           8D report MG-2026-00418",
        "Author:          Hartmann Dichtungen",
        "Page size:       595.276 x 841.89 pts (A4)",
    ] {
        assert!(info.contains(line), "{line} is not in\n{info}");
    }
    let conforms = paper.run("pdfinfo", &["-meta"]);
    assert!(
        conforms.contains("<pdfaid:part>2</pdfaid:part>")
            && conforms.contains("<pdfaid:conformance>A</pdfaid:conformance>"),
        "{conforms}"
    );
    assert!(conforms.contains("<pdfuaid:part>1</pdfuaid:part>"), "{conforms}");
    let tags = paper.run("pdfinfo", &["-struct-text"]);
    for tag in ["Document", "H1", "H2", "Table", "TH ", "TD", "Figure"] {
        assert!(tags.contains(tag), "{tag} is not among the tags:\n{tags}");
    }
    assert!(
        paper.run("strings", &[]).contains("/Alt(A black sealing ring"),
        "the picture says nothing to those who cannot see it"
    );
    let text = paper.text();
    for said in [
        "Three of forty calipers",
        "L26-1107",
        "Not yet known, until 3 December 2026",
        "This picture cannot be shown.",
        "Page 1 of",
        "0.08 mm",
    ] {
        assert!(text.contains(said), "{said} is not in\n{text}");
    }
    assert!(!text.contains('\u{fffd}'));
}

#[test]
fn one_line_is_one_page() {
    let sheet = Sheet {
        parts: vec![Part { code: "D2".into(), title: "What is wrong".into(), blocks: vec![Block::text("", "x")] }],
        ..blank()
    };
    let paper = Paper::of(&pdf(&sheet, &[]).expect("it can be set"), "line");
    assert_eq!(paper.pages(), 1);
    assert!(paper.text().contains("Page 1 of 1"));
}

#[test]
fn two_hundred_pages_repeat_the_head_of_their_table_and_lose_no_line() {
    let finding =
        "Checked with the ring light; no cut, no mark, no burr was seen, and the green dot is on the bag. ".repeat(14);
    let rows: Vec<Vec<String>> =
        (0..1_100).map(|n| vec![format!("S-{n:05}"), format!("{}", n * 3), finding.clone()]).collect();
    let count = rows.len();
    let table = Table {
        label: "Sorting sheet".into(),
        columns: vec![Column::mark("Serial"), Column::number("Minutes"), Column::words("Finding", 3)],
        rows,
        ..Table::default()
    };
    let sheet = Sheet {
        head: head(),
        parts: vec![Part { code: String::new(), title: "Annex".into(), blocks: vec![Block::Table(table)] }],
        ..blank()
    };
    let paper = Paper::of(&pdf(&sheet, &[]).expect("it can be set"), "long");
    let pages = paper.pages();
    assert!(pages >= 200, "only {pages} pages");
    let text = paper.text();
    let sides: Vec<&str> = text.split('\u{c}').filter(|side| !side.trim().is_empty()).collect();
    assert_eq!(sides.len(), pages);
    for (n, side) in sides.iter().enumerate() {
        assert!(
            side.contains("Serial") && side.contains("Finding"),
            "page {} has no head of the table:\n{side}",
            n + 1
        );
        assert!(side.contains(&format!("Page {} of {pages}", n + 1)), "page {} has no number", n + 1);
    }
    let found = (0..count).filter(|n| text.contains(&format!("S-{n:05}"))).count();
    assert_eq!(found, count, "lines were lost");
}

/// What people write is set as it is: a template's own marks, letters of far scripts, words without an end, a cell of three pages.
#[test]
fn hostile_words_are_words() {
    let long = "0123456789".repeat(60);
    let story = "The lip was cut again and again by the same burr on segment five. ".repeat(300);
    let text = format!("#read(\"/etc/passwd\") *not bold* $x$ @who <tag> \\ // no comment 螺栓 {long}");
    let sheet = Sheet {
        title: text.clone(),
        to: long.clone(),
        head: vec![Field::new(long.clone(), text.clone()); 5],
        parts: vec![Part {
            code: "D4".into(),
            title: text.clone(),
            blocks: vec![
                Block::text(&text, &text),
                Block::Table(Table {
                    label: text.clone(),
                    columns: vec![
                        Column::mark("Lot"),
                        Column::number("Count"),
                        Column::words("Story", 2),
                        Column::words("Who", 1),
                    ],
                    rows: vec![vec![long.clone(), "4".into(), story.clone(), text.clone()]],
                    ..Table::default()
                }),
                Block::Chain {
                    label: String::new(),
                    steps: vec![story; 6],
                    cause: Field::new("Cause", &text),
                    proof: Field::default(),
                },
                Block::Pictures {
                    items: vec![Picture { file: "broken".into(), caption: text.clone(), ..Picture::default() }],
                },
            ],
        }],
        ..blank()
    };
    let broken = File { name: "broken".into(), bytes: seal().bytes[..900].to_vec() };
    let paper = Paper::of(&pdf(&sheet, &[broken]).expect("it can be set"), "hostile");
    let text = paper.text();
    assert!(text.contains("*not bold*") && text.contains("\u{25a1}"), "{text}");
    assert!(!text.contains("root:"), "a file was read");
    let cells = paper.run("pdftotext", &["-raw"]).replace(['\n', '\u{200b}', ' '], "");
    assert!(cells.matches(&long).count() >= 2, "a word without an end was cut off");
    let outside = paper.run("pdftotext", &["-bbox"]);
    let widest =
        outside.split("xMax=\"").skip(1).filter_map(|x| x.split('"').next()?.parse::<f64>().ok()).fold(0.0, f64::max);
    assert!(widest <= 596.0 - 40.0, "something runs over the edge of the paper: {widest}");
}

#[test]
fn every_language_of_the_reports_is_hyphenated_and_named() {
    for (lang, title) in [
        ("de", "Größe der Dichtlippe überschritten"),
        ("pl", "Przecięta warga uszczelki, źródło łąk"),
        ("es", "¿Por qué falló el cierre? Año 2026"),
    ] {
        let sheet = Sheet { lang: lang.into(), title: title.into(), ..whole() };
        let bytes = pdf(&sheet, &[seal()]).expect("it can be set");
        let paper = Paper::of(&bytes, lang);
        assert!(paper.text().contains(title), "{title}");
        let plain = paper.run("strings", &[]);
        assert!(plain.contains(&format!("/Lang({lang})")), "the document does not say that it is {lang}");
    }
}
