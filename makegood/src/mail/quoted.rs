//! What somebody wrote themselves, told apart from what they quote and from their signature, so that a page can fold the
//! rest. Nothing is dropped: the pieces put together are the text again.

mod marks;

use marks::{Mark, mark_at};

/// So many lines are looked at; a text beyond is shown as it is.
const LINES: usize = 20_000;
/// The most lines of a signature.
const SIGNATURE: usize = 24;
/// The longest line of a signature.
const SHORT: usize = 72;

/// What a piece of a mail is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Own,
    Quoted,
    Signature,
}

/// One piece of a mail, whole lines with their ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece<'a> {
    pub kind: Kind,
    pub text: &'a str,
}

/// Splits a text into its pieces, in order. A mail that would be nothing but quoted is shown as written.
pub fn split(text: &str) -> Vec<Piece<'_>> {
    let lines = lines_of(text);
    let mut kinds = vec![Kind::Own; lines.len()];
    quote(&lines, &mut kinds);
    if lines.iter().zip(&kinds).all(|(line, kind)| *kind == Kind::Quoted || line.trim().is_empty()) {
        kinds.fill(Kind::Own);
    }
    sign(&lines, &mut kinds);
    pieces(text, &lines, &kinds)
}

/// What the sender wrote, without quotes and signature.
pub fn own(text: &str) -> String {
    only(text, &[Kind::Own])
}

/// The pieces of some kinds, put together.
pub fn only(text: &str, kinds: &[Kind]) -> String {
    let pieces = split(text);
    let chosen = pieces.iter().filter(|piece| kinds.contains(&piece.kind)).map(|piece| piece.text.trim());
    chosen.filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n\n")
}

/// The lines with their ends. A line that begins as an answer and goes on as *--- On Monday, x wrote:* is two.
fn lines_of(text: &str) -> Vec<&str> {
    let mut lines = Vec::new();
    for line in text.split_inclusive('\n').take(LINES) {
        match line.find("--- On ").filter(|at| *at > 0 && line.trim_end().ends_with("wrote:")) {
            Some(at) => lines.extend([line.get(..at), line.get(at..)].into_iter().flatten()),
            None => lines.push(line),
        }
    }
    lines
}

fn quote(lines: &[&str], kinds: &mut [Kind]) {
    let mut at = 0;
    while at < lines.len() {
        match mark_at(lines, at) {
            None => at += 1,
            // What is passed on is what the mail is about.
            Some(Mark::Forwarded) => return,
            Some(Mark::Quoted) => {
                fill(kinds, at, at + 1);
                at += 1;
            }
            Some(Mark::Begins(count)) => {
                let after = at + count;
                let next = (after..lines.len()).find(|n| lines.get(*n).is_some_and(|line| !line.trim().is_empty()));
                let quoted = next.filter(|n| mark_at(lines, *n) == Some(Mark::Quoted));
                // Marked lines end where they end; without marks the rest of the mail is what was answered.
                let end = quoted.unwrap_or(lines.len());
                fill(kinds, at, end);
                at = end;
            }
        }
    }
    // Empty lines between quoted ones, or before what is quoted to the end, belong to it.
    for at in (0..lines.len()).rev() {
        let blank = lines.get(at).is_some_and(|line| line.trim().is_empty());
        let below = kinds.get(at + 1).copied();
        let above = kinds.get(..at).and_then(|kinds| kinds.last()).copied();
        let between = below == Some(Kind::Quoted) && above == Some(Kind::Quoted);
        let last = below.is_none() && above == Some(Kind::Quoted);
        if blank && (between || last) {
            fill(kinds, at, at + 1);
        }
    }
}

fn fill(kinds: &mut [Kind], from: usize, to: usize) {
    if let Some(kinds) = kinds.get_mut(from..to) {
        kinds.fill(Kind::Quoted);
    }
}

/// A signature stands below one's own words: behind `-- `, behind a closing, or as a block of contacts. Every run of own
/// lines may end with one.
fn sign(lines: &[&str], kinds: &mut [Kind]) {
    let written = |n: usize| lines.get(n).is_some_and(|line| !line.trim().is_empty());
    let mut from = 0;
    while let Some(first) = (from..lines.len()).find(|n| kinds.get(*n) == Some(&Kind::Own)) {
        let end = (first..lines.len()).find(|n| kinds.get(*n) != Some(&Kind::Own)).unwrap_or(lines.len());
        from = end;
        let begins = (first..end).rev().find(|n| written(*n)).and_then(|last| signature(lines, first, last));
        let Some(begins) = begins else { continue };
        // A mail that is nothing but a name is that.
        let words = (0..begins).any(|n| written(n) && kinds.get(n) != Some(&Kind::Signature));
        for kind in kinds.get_mut(begins..end).into_iter().flatten().filter(|_| words) {
            *kind = Kind::Signature;
        }
    }
}

/// Where the signature begins in the own lines from `first` to `last`.
fn signature(lines: &[&str], first: usize, last: usize) -> Option<usize> {
    let found = (first..=last).find(|n| lines.get(*n).is_some_and(|line| marks::signs(line)));
    let found = found.or_else(|| block(lines, first, last));
    let mut begins = found.or_else(|| marks::sent_from(lines.get(last)?).then_some(last))?;
    while let Some(higher) = above(lines, first, begins) {
        begins = higher;
    }
    Some(begins)
}

/// A shorter signature directly above another one, such as `-Rao` above the lines of a list.
fn above(lines: &[&str], first: usize, begins: usize) -> Option<usize> {
    let at = (first..begins).rev().find(|n| lines.get(*n).is_some_and(|line| !line.trim().is_empty()))?;
    let line = lines.get(at)?;
    (at > first && (marks::dashed_name(line) || marks::closing(line))).then_some(at)
}

/// The last paragraphs when they are a closing with a name, or lines with ways to reach somebody.
fn block(lines: &[&str], first: usize, last: usize) -> Option<usize> {
    let at = |n: usize| lines.get(n).map_or("", |line| line.trim());
    let from = last.saturating_sub(SIGNATURE).max(first);
    let closing = (from..=last).rev().take(8).find(|n| marks::closing(at(*n)));
    let dashed = (from..=last).rev().take(2).find(|n| marks::dashed_name(at(*n)));
    let short = |n: usize| (n..=last).all(|n| at(n).chars().count() <= SHORT);
    let reach = |n: usize| (n..=last).filter(|n| marks::reaches(at(*n))).count();
    let ruled = (from..last).find(|n| marks::rule(at(*n)) && short(*n) && reach(*n) >= 2);
    let paragraph = (from..=last).rev().find(|n| *n == first || at(n - 1).is_empty());
    let contacts = paragraph.filter(|n| *n > first && last - n < 9 && short(*n) && reach(*n) >= 2);
    closing.filter(|n| short(*n)).or(dashed).or(ruled).or(contacts)
}

fn pieces<'a>(text: &'a str, lines: &[&str], kinds: &[Kind]) -> Vec<Piece<'a>> {
    let mut pieces: Vec<Piece> = Vec::new();
    let (mut from, mut at) = (0, 0);
    for (n, line) in lines.iter().enumerate() {
        at += line.len();
        let kind = kinds.get(n).copied().unwrap_or(Kind::Own);
        if kinds.get(n + 1) != Some(&kind) {
            // Lines beyond the limit belong to the last piece.
            let end = if n + 1 == lines.len() { text.len() } else { at };
            pieces.extend(text.get(from..end).map(|text| Piece { kind, text }));
            from = at;
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pieces_are_the_text_again_whatever_it_is() {
        for text in [
            "",
            "\n\n",
            "> only quoted\n> lines",
            "Hello\n\nOn 1 May 2026, Rao <rao@x.example> wrote:\n> late\n\nand mine\n-- \nRao\nAcme",
            "a--- On Monday 1, x wrote:\n> Hi",
        ] {
            assert_eq!(split(text).iter().map(|piece| piece.text).collect::<String>(), text);
        }
        let long = "line\n".repeat(LINES + 10);
        assert_eq!(split(&long).iter().map(|piece| piece.text.len()).sum::<usize>(), long.len());
    }

    #[test]
    fn answers_between_quotes_stay_and_everything_behind_an_outlook_header_goes() {
        assert_eq!(own("Hi\n\nOn 1 May 2026, Rao wrote:\n> late?\n\nyes\n\n> how?\n\nby air"), "Hi\n\nyes\n\nby air");
        let outlook = "Danke!\n\n________________________________\nVon: Hale <hale@ours.example>\nGesendet: Montag, 2. Mai 2026\nAn: Rao\nBetreff: AW: Platinen\n\nwir rufen an";
        assert_eq!(own(outlook), "Danke!");
        assert_eq!(own("> nothing\n> else"), "> nothing\n> else");
        assert_eq!(own("Am 2.5.2026 um 10:00 schrieb Hale:\n> a\n\nJa."), "Ja.");
    }

    #[test]
    fn signatures_are_told_apart_and_a_mail_that_is_only_a_name_is_kept() {
        for (text, shown) in [
            ("It came.\n\n-- \nRao\nAcme", "It came."),
            ("It came.\n\nMit freundlichen Grüßen\nA. Rao", "It came."),
            ("It came.\n\nSent from my iPhone", "It came."),
            ("It came.\n\nRao\nrao@acme.example\n+49 30 123456", "It came."),
            ("Thanks!", "Thanks!"),
            ("call me\nrao@acme.example", "call me\nrao@acme.example"),
        ] {
            assert_eq!(own(text), shown, "{text}");
        }
    }
}
