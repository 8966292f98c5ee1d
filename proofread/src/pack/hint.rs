//! What to write instead: the nearest name that there is, and the parser's words in plain ones.
use crate::checks::distance;

/// Letters by which a name may be mistyped and still be guessed.
const SLIPS: usize = 2;
/// Names that are listed where none is near.
const LISTED: usize = 12;

/// `; did you mean "sorry"?`, or what there is where that is not much.
pub fn meant<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> String {
    let known: Vec<&str> = known.collect();
    match nearest(name, &known) {
        Some(one) => format!("; did you mean \"{one}\"?"),
        None if known.len() <= LISTED => format!("; there are {}", known.join(", ")),
        None => String::new(),
    }
}

/// The name that was probably meant; nothing where none is near.
pub fn nearest<'a>(name: &str, known: &[&'a str]) -> Option<&'a str> {
    let wanted = name.to_lowercase();
    // Two letters of three are another word.
    let most = SLIPS.min(wanted.chars().count().saturating_sub(2));
    let near = known.iter().filter_map(|one| Some((distance(&one.to_lowercase(), &wanted, most)?, *one)));
    near.min().map(|(_, one)| one)
}

/// What the parser says, with the way out.
pub fn plain(said: &str) -> String {
    let Some(rest) = said.strip_prefix("unknown field `") else { return said.to_owned() };
    let Some((name, known)) = rest.split_once('`') else { return said.to_owned() };
    let known = known.split('`').skip(1).step_by(2);
    format!("there is no key \"{name}\" here{}", meant(name, known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_offered_and_a_few_are_listed() {
        assert_eq!(meant("sory", ["sorry", "we"].into_iter()), "; did you mean \"sorry\"?");
        assert_eq!(meant("apology", ["sorry", "we"].into_iter()), "; there are sorry, we");
        assert_eq!(
            plain("unknown field `levl`, expected one of `off`, `level`"),
            "there is no key \"levl\" here; did you mean \"level\"?"
        );
        assert_eq!(plain("invalid string"), "invalid string");
    }
}
