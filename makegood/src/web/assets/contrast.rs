//! The contrast of every pair of colours that is used, computed in both schemes by the formula of WCAG 2.2.

use super::CSS;

/// Text needs 4.5 to 1 (WCAG 1.4.3), a glyph or the edge of a field 3 to 1 (1.4.11).
const TEXT: f64 = 4.5;
const GLYPH: f64 = 3.0;

/// What stands on what. A colour that is missing here is used by nobody, or this list is short.
const PAIRS: &[(&str, &str, f64)] = &[
    ("ink", "paper", TEXT),
    ("ink", "sheet", TEXT),
    ("ink", "tint", TEXT),
    ("quiet", "paper", TEXT),
    ("quiet", "sheet", TEXT),
    ("quiet", "tint", TEXT),
    ("accent", "paper", TEXT),
    ("accent", "sheet", TEXT),
    ("accent", "tint", TEXT),
    ("on-accent", "accent", TEXT),
    ("paper", "ink", TEXT),
    ("full", "paper", TEXT),
    ("full", "sheet", TEXT),
    ("full", "tint", TEXT),
    ("far", "paper", GLYPH),
    ("far", "tint", GLYPH),
    ("quarter", "paper", GLYPH),
    ("quarter", "tint", GLYPH),
    ("three-quarters", "paper", GLYPH),
    ("three-quarters", "tint", GLYPH),
    ("edge", "paper", GLYPH),
    ("edge", "sheet", GLYPH),
];
/// A line that only parts what a distance parts already; nobody has to see it.
const DECORATION: &[&str] = &["line"];

/// Light and dark of a token.
fn token(name: &str) -> [String; 2] {
    let start = format!("--{name}: light-dark(");
    let (_, rest) = CSS.split_once(&start).unwrap_or_else(|| panic!("no token --{name}"));
    let (both, _) = rest.split_once(')').unwrap();
    let (light, dark) = both.split_once(", ").unwrap();
    [light.to_owned(), dark.to_owned()]
}

fn luminance(colour: &str) -> f64 {
    let part = |at: usize| {
        let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn black_on_white_is_twenty_one_to_one() {
    assert!((contrast("#000000", "#ffffff") - 21.0).abs() < 0.001);
}

#[test]
fn every_pair_of_colours_can_be_read_in_both_schemes() {
    for (front, ground, least) in PAIRS {
        let (front_of, ground_of) = (token(front), token(ground));
        for (scheme, n) in [("light", 0), ("dark", 1)] {
            let measured = contrast(&front_of[n], &ground_of[n]);
            println!("| {front} on {ground} | {scheme} | {measured:.1} | {least} |");
            assert!(measured >= *least, "{front} on {ground}, {scheme}: {measured:.2}, at least {least}");
        }
    }
}

#[test]
fn every_colour_is_a_token_with_a_pair() {
    let names = CSS.split("--").filter_map(|rest| rest.split_once(": light-dark(")).map(|(name, _)| name);
    for name in names.filter(|name| name.len() < 20 && !DECORATION.contains(name)) {
        assert!(PAIRS.iter().any(|(front, ground, _)| front == &name || ground == &name), "{name} is in no pair");
    }
    let after_tokens = CSS.split_once("--ours:").unwrap().1.split_once("@layer print").unwrap().0;
    for hash in after_tokens.split('#').skip(1).map(|rest| &rest[..3]) {
        assert!(!hash.chars().all(|c| c.is_ascii_hexdigit()), "#{hash}…: a colour outside the tokens");
    }
}
