//! Only what can be printed is given to the setter: letters that no face has become □, and words without an end get places to break.
use typst::text::Font;
use unicode_normalization::UnicodeNormalization;

/// Shown for a letter that no face has: the reader sees that something stands there.
const MISSING: char = '\u{25A1}';
/// A word longer than this may be broken anywhere: lot numbers, addresses of pages.
const LONG_WORD: usize = 22;
const BREAK: char = '\u{200B}';

/// Every text of a sheet, made printable; the names of files stay as they are.
pub(crate) fn printable(value: &mut serde_json::Value, fonts: &[Font]) {
    match value {
        serde_json::Value::String(text) => *text = text_for(text, fonts),
        serde_json::Value::Array(items) => items.iter_mut().for_each(|v| printable(v, fonts)),
        serde_json::Value::Object(fields) => {
            fields
                .iter_mut()
                .filter(|(name, _)| !matches!(name.as_str(), "file" | "is" | "lang"))
                .for_each(|(_, v)| printable(v, fonts));
        }
        _ => {}
    }
}

fn text_for(text: &str, fonts: &[Font]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut run = 0;
    for c in text.nfc() {
        let c = match c {
            '\r' => continue,
            '\t' => ' ',
            '\n' => c,
            // Marks of direction and invisible joiners would be read as holes.
            '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{FEFF}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{00AD}' => {
                continue;
            }
            c if c.is_control() => continue,
            c if c == ' ' || has(fonts, c) => c,
            _ => MISSING,
        };
        run = if c.is_whitespace() || c == '-' { 0 } else { run + 1 };
        if run > LONG_WORD && (run - 1) % LONG_WORD == 0 {
            out.push(BREAK);
        }
        out.push(c);
    }
    out
}

/// Whether every face has it: a table sets the same words in regular and semibold.
fn has(fonts: &[Font], c: char) -> bool {
    fonts.iter().filter(|f| f.info().family.ends_with("Sans")).all(|f| f.info().coverage.contains(c.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_no_face_has_are_shown_as_a_box_and_never_dropped() {
        let fonts = crate::press::fonts();
        let said = |s| text_for(s, fonts);
        assert_eq!(said("Łożysko Ø 12 ± 0,05 µm → äöüß ñ Ж Ω ≤ €"), "Łożysko Ø 12 ± 0,05 µm → äöüß ñ Ж Ω ≤ €");
        assert_eq!(said("螺栓 M8"), "□□ M8");
        assert_eq!(said("e\u{301}t\u{e9} \u{202E}abc\u{7}"), "été abc");
    }

    #[test]
    fn a_word_without_an_end_gets_places_to_break_and_other_words_do_not() {
        let fonts = crate::press::fonts();
        let long = text_for(&"A".repeat(50), fonts);
        assert_eq!(long.matches(BREAK).count(), 2);
        assert_eq!(long.replace(BREAK, ""), "A".repeat(50));
        assert_eq!(text_for("Donaudampfschifffahrt", fonts), "Donaudampfschifffahrt");
    }
}
