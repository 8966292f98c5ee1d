//! Files as they really arrive: wrong marks, mixed character sets, quotes left open, a hundred megabytes.

use super::*;
use proptest::prelude::*;

/// A reader that gives a few bytes at a time, as pipes do.
struct Drip<'a>(&'a [u8], usize);

impl Read for Drip<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let step = self.1.min(self.0.len()).min(into.len());
        let (now, later) = self.0.split_at(step);
        into[..step].copy_from_slice(now);
        self.0 = later;
        Ok(step)
    }
}

fn all(bytes: &[u8], drip: usize) -> (Vec<String>, Vec<Vec<String>>, Vec<Step>) {
    let mut source = CsvSource::open(Drip(bytes, drip), Said::default()).unwrap();
    let (mut rows, mut steps, mut row) = (Vec::new(), Vec::new(), Row::default());
    loop {
        let step = source.read(&mut row).unwrap();
        match step {
            Step::End => break,
            Step::Row(_) => rows.push(row.cells().map(str::to_owned).collect()),
            Step::TooLong { .. } => {}
        }
        steps.push(step);
    }
    (source.headers().to_vec(), rows, steps)
}

#[test]
fn a_german_export_in_windows_1252_with_semicolons() {
    let (headers, rows, _) = all(b"Auftrag;Kunde\r\n4711;M\xFCller AG\r\n\r\n4712;Gr\xFC\xDF\r\n", 3);
    assert_eq!(headers, ["Auftrag", "Kunde"]);
    assert_eq!(rows, [["4711", "Müller AG"], ["4712", "Grüß"]]);
}

#[test]
fn utf16_from_a_spreadsheet_reads_like_any_other() {
    let mut bytes = vec![0xFF, 0xFE];
    bytes.extend("Zamówienie\tKlient\nA-1\tŁódź\n".encode_utf16().flat_map(u16::to_le_bytes));
    for drip in [1, 7, 4096] {
        let (headers, rows, _) = all(&bytes, drip);
        assert_eq!(
            (headers, rows),
            (vec!["Zamówienie".into(), "Klient".into()], vec![vec!["A-1".into(), "Łódź".into()]])
        );
    }
}

#[test]
fn a_row_in_another_character_set_is_read_and_noted() {
    let (_, rows, steps) = all("no;name\n1;Müller\n2;Grün\n3;Öl\n".replace("Grün", "GrXn").as_bytes(), 64);
    assert_eq!(rows.len(), 3);
    assert!(steps.iter().all(|step| *step == Step::Row(Spelling::AsTheFile)));
    let mut mixed = "no;name\n1;Müller\n2;".as_bytes().to_vec();
    mixed.extend(b"Gr\xFCn\n");
    let (_, rows, steps) = all(&mixed, 64);
    assert_eq!(rows[1], ["2", "Grün"]);
    assert_eq!(steps[1], Step::Row(Spelling::ReadAsWindows1252));
}

#[test]
fn nul_bytes_are_left_out_and_noted() {
    let (_, rows, steps) = all(b"no,name,text\n1,a\0b,cccccccccccccccccc\n", 64);
    assert_eq!(rows[0][1], "ab");
    assert_eq!(steps, [Step::Row(Spelling::CharactersLeftOut)]);
}

#[test]
fn a_quote_left_open_costs_one_row_not_the_file() {
    let mut text = String::from("no,text\n1,\"oops\n");
    for number in 2..5_000 {
        text.push_str(&format!("{number},fine and long enough to pass the limit of a cell\n"));
    }
    let (_, rows, steps) = all(text.as_bytes(), 4096);
    assert_eq!(rows.len(), 4_998);
    assert_eq!(steps[0], Step::TooLong { row: 2, limit: TooLong::OpenQuote });
    assert_eq!(rows[0][0], "2");
}

#[test]
fn columns_without_a_name_are_called_by_number_and_short_rows_read_as_empty() {
    let mut source = CsvSource::open(&b"no,,x\n1\n"[..], Said::default()).unwrap();
    assert_eq!(source.headers(), ["no", "#2", "x"]);
    let mut row = Row::default();
    source.read(&mut row).unwrap();
    assert_eq!((row.get(0), row.get(1), row.get(2), row.number), ("1", "", "", 2));
}

#[test]
fn an_empty_file_has_no_headers_and_no_rows() {
    for bytes in [&b""[..], b"\n\n\n", b"\xEF\xBB\xBF", b"sep=;\n"] {
        let (headers, rows, _) = all(bytes, 64);
        assert_eq!((headers.len(), rows.len()), (0, 0), "{bytes:?}");
    }
}

/// The window never grows beyond one row and one chunk, so memory does not grow with the file.
#[test]
fn a_hundred_megabytes_stream_in_constant_memory() {
    struct Endless {
        left: usize,
        line: &'static [u8],
        at: usize,
    }
    impl Read for Endless {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            let step = into.len().min(self.left);
            for slot in &mut into[..step] {
                *slot = self.line[self.at % self.line.len()];
                self.at += 1;
            }
            self.left -= step;
            Ok(step)
        }
    }
    let reader = Endless { left: 100 * 1024 * 1024, line: b"4711,\"Board, 4 layers\",2026-11-20,12\n", at: 0 };
    let mut source = CsvSource::open(reader, Said::default()).unwrap();
    let (mut row, mut rows) = (Row::default(), 0u64);
    while source.read(&mut row).unwrap() != Step::End {
        rows += 1;
        assert!(source.buffer.capacity() <= 2 * (SAMPLE + CHUNK));
    }
    assert!(rows > 2_700_000, "{rows}");
}

proptest! {
    #[test]
    fn any_bytes_end_without_panic_and_the_same_at_any_speed(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        prop_assert_eq!(all(&bytes, 1), all(&bytes, 1024));
    }

    #[test]
    fn csv_like_bytes_end_too(text in "[a,;\"\r\n\t|0=]{0,200}") {
        prop_assert_eq!(all(text.as_bytes(), 1), all(text.as_bytes(), 1024));
    }
}
