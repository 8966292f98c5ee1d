//! An address that opens a form with something in it already.

/// The path with these names and values behind it; what is empty is left out.
pub fn with(path: &str, pairs: &[(&str, &str)]) -> String {
    let filled = pairs.iter().filter(|(_, value)| !value.is_empty());
    let query: Vec<String> = filled.map(|(name, value)| format!("{}={}", coded(name), coded(value))).collect();
    if query.is_empty() { path.to_owned() } else { format!("{path}?{}", query.join("&")) }
}

/// Everything but letters, digits and four harmless signs by its bytes.
fn coded(text: &str) -> String {
    let byte = |b: u8| match b {
        b if b.is_ascii_alphanumeric() || b"-._~".contains(&b) => char::from(b).to_string(),
        b => format!("%{b:02X}"),
    };
    text.bytes().map(byte).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::form;

    #[test]
    fn what_goes_into_an_address_comes_out_again() {
        let value = "240 × KB-7 & more? 100 %, [a]=b";
        let address = with("/cases/1/do/add-option", &[("what", value), ("kind", "from_stock"), ("empty", "")]);
        let (path, query) = address.split_once('?').unwrap();
        let typed = form::typed(query.as_bytes());
        assert_eq!((path, typed.value("what"), typed.value("kind")), ("/cases/1/do/add-option", value, "from_stock"));
        assert!(typed.filled("empty").is_none());
        assert_eq!(with("/x", &[]), "/x");
    }
}
