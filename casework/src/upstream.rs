//! What a supplier before us may read: never whose case it is. Their request has a type of its own; here its free words are looked through.
use crate::refusal::Refusal;

/// What stands behind a firm's name and is not its name.
const LEGAL: &[&str] = &[
    "ab",
    "ag",
    "aps",
    "as",
    "bv",
    "co",
    "company",
    "corp",
    "corporation",
    "gmbh",
    "inc",
    "kg",
    "kgaa",
    "limited",
    "llc",
    "ltd",
    "mbh",
    "nv",
    "o",
    "ohg",
    "oo",
    "oy",
    "p",
    "plc",
    "r",
    "s",
    "sa",
    "sarl",
    "sas",
    "se",
    "sl",
    "slu",
    "sp",
    "spa",
    "spółka",
    "srl",
    "ug",
    "z",
];

/// The words that a supplier reads do not name the customer.
///
/// # Errors
/// `supplier-reads-the-customer` for a text in which the name stands, with or without its legal form.
pub fn unnamed(words: &str, field: &'static str, customer: &str) -> Result<(), Refusal> {
    if names(words, customer) { Err(Refusal::law("supplier-reads-the-customer").about(field)) } else { Ok(()) }
}

fn names(words: &str, customer: &str) -> bool {
    let wanted = tokens(customer);
    let core = wanted.iter().rposition(|token| !LEGAL.contains(&token.as_str())).map_or(wanted.len(), |at| at + 1);
    let wanted = &wanted[..core];
    !wanted.is_empty() && tokens(words).windows(wanted.len()).any(|run| run == wanted)
}

fn tokens(words: &str) -> Vec<String> {
    let split = words.split(|c: char| !c.is_alphanumeric()).filter(|token| !token.is_empty());
    split.map(str::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_customers_name_is_seen_in_any_dress_and_nothing_else_is() {
        let customer = "Ostermann Druck GmbH & Co. KG";
        for leak in ["Boards for OSTERMANN  Druck", "ostermann-druck said so", "(Ostermann Druck GmbH & Co. KG)"] {
            assert!(names(leak, customer), "{leak}");
        }
        for fine in ["Druck 3 bar", "printed", "", "GmbH & Co. KG"] {
            assert!(!names(fine, customer), "{fine}");
        }
        assert!(names("for SE", "SE"), "a name that is only a legal form is looked for whole");
        assert!(!names("anything", ""));
    }
}
