//! A report as a supplier of brake parts would send it, with everything that a sheet can hold.
use print::*;

fn strings(cells: &[&str]) -> Vec<String> {
    cells.iter().map(|c| (*c).to_owned()).collect()
}

pub fn head() -> Vec<Field> {
    [
        ("Customer", "Nordstern Fahrwerk GmbH, Kassel"),
        ("Their complaint", "Q-2026-118834"),
        ("Contact", "Dr. Ilse Brandt, supplier quality"),
        ("Part", "4711-220 rev. C, piston seal 57 mm"),
        ("Drawing", "Z-4711-220, index 7"),
        ("Lot", "L26-1107, L26-1109"),
        ("Order and line", "PO 45008812 / 20"),
        ("Shipped", "12,000 pieces, first on 9 November 2026"),
        ("Suspect", "4,200 pieces"),
        ("Found on", "17 November 2026"),
        ("Known to us since", "17 November 2026, 10:42"),
        ("Earlier reports", "None for this failure"),
    ]
    .map(|(label, value)| Field::new(label, value))
    .to_vec()
}

fn steps() -> Vec<Step> {
    let of = |code: &str, reached, said: &str| Step { code: code.into(), reached, said: said.into() };
    let mut all: Vec<_> = ["D0", "D1", "D2", "D3", "D4", "D5"].iter().map(|d| of(d, Reached::Done, "done")).collect();
    all.extend([of("D6", Reached::Begun, "begun"), of("D7", Reached::Begun, "begun"), of("D8", Reached::Open, "open")]);
    all
}

pub fn blank() -> Sheet {
    Sheet {
        lang: "en".into(),
        kind: "8D report".into(),
        title: "Seal lips cut: brake fluid leaks at the end-of-line test".into(),
        number: "MG-2026-00418".into(),
        revision: "Revision 2".into(),
        day: "2026-11-27".into(),
        dated: "27 November 2026".into(),
        from: "Hartmann Dichtungen".into(),
        to: "Nordstern Fahrwerk GmbH".into(),
        words: Words { page: "Page".into(), of: "of".into(), no_picture: "This picture cannot be shown.".into() },
        ..Sheet::default()
    }
}

fn described() -> Part {
    Part {
        code: "D2".into(),
        title: "What is wrong".into(),
        blocks: vec![
            Block::Quote {
                label: "In your words".into(),
                text: "Three of forty calipers lose fluid on the test bench. We cannot ship axles like this.".into(),
                by: "Dr. Ilse Brandt, 17 November 2026".into(),
            },
            Block::text(
                "The problem in numbers",
                "The sealing lip of part 4711-220 is cut over 2 to 5 mm at one place; 38 of 4,200 checked pieces (0.9 %).",
            ),
            Block::Table(Table {
                label: "Is and is not".into(),
                columns: vec![
                    Column::mark(""),
                    Column::words("It is", 3),
                    Column::words("It is not", 3),
                    Column::words("What differs", 3),
                ],
                rows: vec![
                    strings(&[
                        "What",
                        "Cut lip on 4711-220",
                        "Cut lip on 4711-230, same compound",
                        "230 is fitted by hand, 220 by the new press",
                    ]),
                    strings(&[
                        "Where",
                        "Line 4, station 30",
                        "Lines 1 to 3",
                        "Line 4 has had a new mandrel since 6 November",
                    ]),
                    strings(&[
                        "When",
                        "From the night shift of 6 November",
                        "Before",
                        "The mandrel was changed on 6 November, 21:40",
                    ]),
                    strings(&[
                        "How much",
                        "0.9 % of a lot",
                        "A whole lot",
                        "One of eight mandrel segments has the burr",
                    ]),
                ],
                ..Table::default()
            }),
            pictured(),
        ],
    }
}

fn pictured() -> Block {
    Block::Pictures {
        items: vec![
            Picture {
                file: "seal".into(),
                caption: "Piece 17 of lot L26-1107 under ten-fold magnification.".into(),
                alt: "A black sealing ring; its lip is cut at the upper right".into(),
                spots: vec![
                    Spot { across: 715, down: 335, said: "Cut of 3.2 mm through the lip".into() },
                    Spot { across: 348, down: 690, said: "Mark of the segment's edge".into() },
                ],
            },
            Picture { file: "gone".into(), caption: "Mandrel segment 5.".into(), alt: "Mandrel".into(), spots: vec![] },
        ],
    }
}

fn contained() -> Part {
    let row = |place: &str, cells: [&str; 6]| {
        let mut row = vec![place.to_owned()];
        row.extend(strings(&cells));
        row
    };
    Part {
        code: "D3".into(),
        title: "What protects you now".into(),
        blocks: vec![
            Block::Table(Table {
                label: "Where suspect pieces are".into(),
                columns: vec![
                    Column::words("Place", 3),
                    Column::number("Suspect"),
                    Column::number("Good"),
                    Column::number("Bad"),
                    Column::number("Unchecked"),
                    Column::words("How and by whom", 4),
                    Column::mark("Done on"),
                ],
                rows: vec![
                    row("At your site", ["1,400", "1,388", "12", "0", "Ring light, ten-fold; our resident A. Kurz", "2026-11-18"]),
                    row("On the way", ["800", "0", "0", "800", "Stopped at the carrier in Fulda, comes back", "—"]),
                    row("Our stock", ["1,600", "1,580", "20", "0", "Camera station 32, verified by a second pair of eyes", "2026-11-18"]),
                    row("In production", ["400", "394", "6", "0", "Camera station 32", "2026-11-18"]),
                    row("Our supplier", ["0", "0", "0", "0", "Not affected: the cut happens after their step", "—"]),
                ],
                total: row("All places", ["4,200", "3,362", "38", "800", "", ""]),
                note: "Good pieces carry a green dot on the bag label. The first clean lot is L26-1121, made on 19 November 2026.".into(),
            }),
        ],
    }
}

fn caused() -> Part {
    Part {
        code: "D4".into(),
        title: "Why it happened, and why it reached you".into(),
        blocks: vec![
            Block::Chain {
                label: "Why it happened".into(),
                steps: strings(&[
                    "The lip is cut when the seal is pushed over the mandrel.",
                    "Segment 5 of the new mandrel has a burr of 0.08 mm.",
                    "It was ground after hardening and not deburred.",
                    "The tool drawing asks for no edge condition.",
                ]),
                cause: Field::new("Cause", "The tool drawing leaves the edge of the segments open."),
                proof: Field::new(
                    "How we know",
                    "With segment 5 from the old mandrel: 0 of 2,000 cut. Put back: 17 of 2,000. Measured on 19 November 2026.",
                ),
            },
            Block::Chain {
                label: "Why it was not found".into(),
                steps: strings(&[
                    "The camera looks at the outer diameter only.",
                    "The lip was never a failure mode of this station in the FMEA.",
                ]),
                cause: Field::new("Cause", "The FMEA of station 30 does not know a cut lip."),
                proof: Field::new("How we know", "12 cut pieces were passed through the camera: it let 12 go."),
            },
            Block::Waiting {
                text: "Not yet known, until 3 December 2026: why the tool release did not ask for the edge condition."
                    .into(),
            },
        ],
    }
}

pub fn whole() -> Sheet {
    let head = head();
    let done = Part {
        code: "D0".into(),
        title: "First help".into(),
        blocks: vec![
            Block::text(
                "",
                "Dr. Brandt was told by telephone on 17 November 2026 at 11:05, before anything was written.",
            ),
            Block::Fields {
                label: String::new(),
                items: vec![
                    Field::new("Emergency step", "1,000 sorted pieces by courier"),
                    Field::new("Arrived", "18 November 2026, 06:10"),
                ],
            },
        ],
    };
    Sheet {
        head,
        steps: steps(),
        marks: vec!["Safety part".into()],
        parts: vec![done, described(), contained(), caused()],
        ..blank()
    }
}

pub fn seal() -> File {
    File { name: "seal".into(), bytes: include_bytes!("seal.jpg").to_vec() }
}
