//! What a file holds, seen from its first bytes. Its name says nothing, and nothing is ever unpacked or run.
use casework::kinds::FileKind;

/// Points of a picture that a browser is asked to unfold at most: a telephone takes 50 million, a bomb of a picture unfolds to more.
const POINTS_AT_MOST: u64 = 100_000_000;
/// Bytes looked at to tell whether it is plain text.
const LOOKED_AT: usize = 4_096;
/// Parts of a picture that are passed over to find how large it is.
const PARTS_AT_MOST: usize = 500;

pub fn of(bytes: &[u8]) -> FileKind {
    match picture(bytes) {
        Some((kind, points)) if (1..=POINTS_AT_MOST).contains(&points) => kind,
        // A picture that unfolds to too much, or does not say how large it is, is not shown.
        Some(_) => FileKind::Other,
        None if bytes.starts_with(b"%PDF-") => FileKind::Pdf,
        None if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\x1f\x8b") => FileKind::Packed,
        None if bytes.starts_with(b"7z\xbc\xaf\x27\x1c") || bytes.starts_with(b"Rar!\x1a\x07") => FileKind::Packed,
        None if is_text(bytes) => FileKind::Text,
        None => FileKind::Other,
    }
}

/// Whether a page may show it. Only what a browser draws and never runs: no SVG, no HTML.
pub fn is_shown(kind: FileKind) -> bool {
    match kind {
        FileKind::Jpeg | FileKind::Png | FileKind::Gif | FileKind::Webp => true,
        FileKind::Pdf | FileKind::Text | FileKind::Packed | FileKind::Other => false,
    }
}

/// As the browser is told.
pub fn content_type(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Jpeg => "image/jpeg",
        FileKind::Png => "image/png",
        FileKind::Gif => "image/gif",
        FileKind::Webp => "image/webp",
        FileKind::Pdf => "application/pdf",
        FileKind::Text => "text/plain; charset=utf-8",
        FileKind::Packed | FileKind::Other => "application/octet-stream",
    }
}

/// The kind of a picture and how many points it unfolds to; 0 when it does not say.
fn picture(bytes: &[u8]) -> Option<(FileKind, u64)> {
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Some((FileKind::Png, points(number(bytes, 16, 4), number(bytes, 20, 4))));
    }
    if bytes.starts_with(b"GIF87a") || bytes.starts_with(b"GIF89a") {
        return Some((FileKind::Gif, points(little(bytes, 6, 2), little(bytes, 8, 2))));
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Some((FileKind::Webp, webp(bytes)));
    }
    bytes.starts_with(b"\xff\xd8\xff").then(|| (FileKind::Jpeg, jpeg(bytes)))
}

fn points(wide: Option<u64>, high: Option<u64>) -> u64 {
    wide.zip(high).map_or(0, |(wide, high)| wide.saturating_mul(high))
}

fn webp(bytes: &[u8]) -> u64 {
    match bytes.get(12..16) {
        Some(b"VP8X") => points(little(bytes, 24, 3).map(|n| n + 1), little(bytes, 27, 3).map(|n| n + 1)),
        Some(b"VP8 ") => points(little(bytes, 26, 2).map(|n| n & 0x3fff), little(bytes, 28, 2).map(|n| n & 0x3fff)),
        Some(b"VP8L") => {
            little(bytes, 21, 4).map_or(0, |packed| ((packed & 0x3fff) + 1) * (((packed >> 14) & 0x3fff) + 1))
        }
        _ => 0,
    }
}

/// The frame of a JPEG stands behind other parts, each with its length.
fn jpeg(bytes: &[u8]) -> u64 {
    let mut at = 2;
    for _ in 0..PARTS_AT_MOST {
        let (Some(0xff), Some(mark)) = (bytes.get(at).copied(), bytes.get(at + 1).copied()) else { return 0 };
        match mark {
            0xff => at += 1,
            0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => {
                return points(number(bytes, at + 7, 2), number(bytes, at + 5, 2));
            }
            _ => {
                let Some(length) = number(bytes, at + 2, 2).and_then(|n| usize::try_from(n).ok()) else { return 0 };
                at += 2 + length;
            }
        }
    }
    0
}

fn number(bytes: &[u8], at: usize, size: usize) -> Option<u64> {
    Some(bytes.get(at..at + size)?.iter().fold(0, |sum, byte| sum << 8 | u64::from(*byte)))
}

fn little(bytes: &[u8], at: usize, size: usize) -> Option<u64> {
    Some(bytes.get(at..at + size)?.iter().rev().fold(0, |sum, byte| sum << 8 | u64::from(*byte)))
}

/// Letters all the way, as far as it is looked at; a letter may be cut at the end of the look.
fn is_text(bytes: &[u8]) -> bool {
    let seen = &bytes[..bytes.len().min(LOOKED_AT)];
    let whole = match std::str::from_utf8(seen) {
        Ok(text) => text,
        Err(cut) if cut.error_len().is_none() => std::str::from_utf8(&seen[..cut.valid_up_to()]).unwrap_or("\0"),
        Err(_) => return false,
    };
    !whole.chars().any(|sign| sign.is_control() && !matches!(sign, '\n' | '\r' | '\t'))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The head of a PNG of that size.
    fn png(wide: u32, high: u32) -> Vec<u8> {
        let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        bytes.extend(wide.to_be_bytes());
        bytes.extend(high.to_be_bytes());
        bytes
    }

    #[test]
    fn the_content_says_what_a_file_is() {
        let jpeg = b"\xff\xd8\xff\xe0\0\x04ab\xff\xc0\0\x11\x08\x04\0\x05\0";
        let gif = b"GIF89a\x10\0\x10\0";
        let webp = b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\xff\0\0\xff\0\0";
        for (bytes, kind) in [
            (&jpeg[..], FileKind::Jpeg),
            (gif, FileKind::Gif),
            (webp, FileKind::Webp),
            (b"%PDF-1.7", FileKind::Pdf),
            (b"PK\x03\x04\x14\0", FileKind::Packed),
            (b"\x1f\x8b\x08", FileKind::Packed),
            ("Drähte: 4 mm\n".as_bytes(), FileKind::Text),
            (b"MZ\x90\0", FileKind::Other),
            (b"\xff\xd8\xff", FileKind::Other),
        ] {
            assert_eq!(of(bytes), kind, "{bytes:?}");
        }
        assert_eq!(of(&png(4_000, 3_000)), FileKind::Png);
    }

    /// A picture of a few bytes that unfolds to gigabytes in the browser of whoever looks.
    #[test]
    fn a_picture_that_unfolds_to_too_much_is_not_shown() {
        assert!(!is_shown(of(&png(65_000, 65_000))));
        assert!(!is_shown(of(b"GIF89a\xff\xff\xff\xff")));
        assert!(!is_shown(of(&png(0, 10))));
    }

    #[test]
    fn what_a_browser_could_run_is_never_shown() {
        let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";
        for active in [&svg[..], b"<!doctype html><script>1</script>", b"<?xml version=\"1.0\"?>", b"%PDF-1.7 /JS"] {
            let kind = of(active);
            assert!(!is_shown(kind), "{kind:?}");
            assert!(!content_type(kind).contains("html") && !content_type(kind).contains("svg"));
        }
    }

    #[test]
    fn cut_files_are_no_trouble() {
        let jpeg = b"\xff\xd8\xff\xe0\0\x04ab\xff\xc0\0\x11\x08\x04\0\x05\0";
        let webp = b"RIFF\0\0\0\0WEBPVP8L\x0a\0\0\0\0\0\0\0\xff\0\0\xff\0\0";
        for whole in [&jpeg[..], webp, &png(9, 9), "Dräh".as_bytes()] {
            for end in 0..whole.len() {
                of(&whole[..end]);
            }
        }
    }
}
