//! Quotation marks as a reader expects them: inner ones single, none around nothing, and no colon that announces nothing.

use super::t;

/// Somebody's words in the quotation marks of whoever reads them.
pub fn quoted(words: &str) -> String {
    let marks: Vec<char> = t("quote-marks").chars().collect();
    match marks[..] {
        [open, close, inner_open, inner_close] => within(words, [open, close, inner_open, inner_close]),
        _ => words.to_owned(),
    }
}

/// Outer and inner marks; whatever pairs stand in the words become the inner ones.
fn within(words: &str, [open, close, inner_open, inner_close]: [char; 4]) -> String {
    let words = curled(words.trim());
    let german = words.contains('„');
    let turn = |mark: char| match mark {
        '„' => inner_open,
        '“' if german => inner_close,
        '“' => inner_open,
        '”' => inner_close,
        other => other,
    };
    let inner: String = words.chars().map(turn).collect();
    tidy(format!("{open}{inner}{close}"))
}

/// A sentence after its values were put in: what was not said leaves neither empty marks nor a bare colon.
pub fn tidy(sentence: String) -> String {
    let marks = sentence.matches('“').count();
    // What was not said, between the marks of Polish and of German.
    let none = ["„”", "„“"].iter().any(|pair| sentence.contains(pair));
    let sentence = if none { sentence.replace(" „”", "").replace(" „“", "") } else { sentence };
    let bare = none
        || sentence.ends_with(": ")
        || sentence.ends_with(" — ")
        || sentence.contains(": (")
        || sentence.contains("“”");
    let stops = sentence.contains(".;") || sentence.ends_with("..");
    if marks < 2 && !bare && !stops {
        return sentence;
    }
    // A German quotation closes with the mark that opens an English one; such a sentence stays as it is.
    let sentence = if sentence.contains('„') { sentence } else { nested(&sentence) };
    let mut tidy = sentence.replace(" “”", "").replace("“”", "").replace(": (", " (").replace(".;", ";");
    if tidy.ends_with("..") && !tidy.ends_with("...") {
        tidy.pop();
    }
    if tidy.ends_with(" — ") {
        tidy.truncate(tidy.len() - " — ".len());
    }
    // A colon that leads on ends its sentence; one before something that was not said has a space after it.
    if tidy.ends_with(": ") {
        tidy.truncate(tidy.trim_end().len() - 1);
        tidy.push('.');
    }
    tidy
}

/// Straight marks become pairs, unless one is missing or a digit before it says that it means inches.
fn curled(sentence: &str) -> String {
    let inches = sentence.as_bytes().windows(2).any(|pair| pair[0].is_ascii_digit() && pair[1] == b'"');
    if inches || !sentence.matches('"').count().is_multiple_of(2) {
        return sentence.to_owned();
    }
    let mut opens = false;
    let turn = |mark: char| {
        if mark != '"' {
            return mark;
        }
        opens = !opens;
        if opens { '“' } else { '”' }
    };
    sentence.chars().map(turn).collect()
}

/// Marks inside marks are single, and double again inside those.
fn nested(sentence: &str) -> String {
    let mut depth = 0_usize;
    let mut turn = |mark: char| match mark {
        '“' => {
            depth += 1;
            if depth % 2 == 1 { '“' } else { '‘' }
        }
        '”' if depth > 0 => {
            depth -= 1;
            if depth.is_multiple_of(2) { '”' } else { '’' }
        }
        other => other,
    };
    sentence.chars().map(&mut turn).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quotation_inside_a_quotation_has_single_marks() {
        assert_eq!(quoted("Dana, I heard: “U7 is dry”."), "“Dana, I heard: ‘U7 is dry’.”");
        assert_eq!(quoted("they call it \"dry\" here"), "“they call it ‘dry’ here”");
        assert_eq!(quoted("5\" board, 3\" rim"), "“5\" board, 3\" rim”");
        assert_eq!(quoted("sie sagt „kalt“ dazu"), "“sie sagt ‘kalt’ dazu”");
        let german = ['„', '“', '‚', '‘'];
        assert_eq!(within("they call it “dry” here", german), "„they call it ‚dry‘ here“");
    }

    #[test]
    fn what_was_not_said_leaves_no_mark_and_no_colon() {
        let tidied = |sentence: &str| tidy(sentence.to_owned());
        assert_eq!(tidied("Jonas Weber: it still works for them. “”"), "Jonas Weber: it still works for them.");
        assert_eq!(tidied("Left a message for Dana: "), "Left a message for Dana.");
        assert_eq!(tidied("Done: Send the boards.; Weigh the crate."), "Done: Send the boards; Weigh the crate.");
        assert_eq!(tidied("Signed for by M. Salo.."), "Signed for by M. Salo.");
        assert_eq!(tidied("Promise kept: the next contact — "), "Promise kept: the next contact");
        assert_eq!(tidied("And so on ..."), "And so on ...");
        assert_eq!(tidied("Since you looked, today 10:00:"), "Since you looked, today 10:00:");
    }
}
