//! Makes the pairs of a posted form ready to be read: rows nobody filled fall away, an amount becomes minor units, a case number its digits.

/// A row of these lists, or an object, is there only when one of these parts was filled; the others begin with a proposal.
const FILLED_BY: &[(&str, &[&str])] = &[
    ("steps", &["text", "due", "owner_name"]),
    ("new_steps", &["text", "due", "owner_name"]),
    ("options", &["what", "arrives", "kind", "customer_does", "costs_customer"]),
    ("changes", &["due", "owner", "owner_name", "text", "drop"]),
    ("answers", &["answer", "words"]),
    ("facts", &["answer", "said_by"]),
    ("members", &["name"]),
    ("documents", &["revision"]),
    ("spot", &["x", "y"]),
    ("deadline", &["at", "what"]),
    ("decision", &["option_number", "words"]),
    ("value", &["cents"]),
];

/// The names of facts that a form writes itself; a name that a person typed is never dropped.
const FACT_NAMES: &[&str] = &[
    "stop_ship",
    "item",
    "lot",
    "quantity",
    "quantity_lost",
    "where",
    "since",
    "carrier_claim",
    "order",
    "need_by",
    "what",
];

/// What is read; what is shown again stays as it was typed.
pub fn tidy(pairs: &[(String, String)]) -> Vec<(String, String)> {
    let kept = pairs.iter().filter(|(name, value)| stays(pairs, name, value));
    kept.map(|(name, value)| (name.clone(), plain(name, value))).collect()
}

fn stays(pairs: &[(String, String)], name: &str, value: &str) -> bool {
    let Some((row, part)) = name.rsplit_once('.') else { return true };
    let list = row.rsplit('.').next().unwrap_or(row).split('[').next().unwrap_or(row);
    // The colleague who stands in the field by proposal does not do a step of theirs.
    let of_row =
        |part: &str| pairs.iter().rev().find(|(n, _)| n.strip_prefix(row) == Some(part)).map(|(_, v)| v.trim());
    if part == "owner" && matches!(of_row(".party"), Some("customer" | "third")) {
        return false;
    }
    let Some((_, fills)) = FILLED_BY.iter().find(|(known, _)| *known == list) else { return true };
    if list == "facts" && part == "what" && !FACT_NAMES.contains(&value.trim()) {
        return true;
    }
    let filled = |fill: &&str| {
        pairs.iter().any(|(n, v)| n.strip_prefix(row) == Some(&format!(".{fill}")) && !v.trim().is_empty())
    };
    fills.iter().any(filled)
}

fn plain(name: &str, value: &str) -> String {
    let typed = value.trim();
    match name {
        "option" if typed == "none" => String::new(),
        // Whatever the amount is of, people write units: 418 is never 4.18.
        _ if name.ends_with(".cents") => minor_units(typed).unwrap_or_else(|| typed.to_owned()),
        _ if name.ends_with(".currency") => typed.to_uppercase(),
        "into" | "with" => {
            let digits =
                typed.get(..3).filter(|start| start.eq_ignore_ascii_case("mg-")).map_or(typed, |_| &typed[3..]);
            digits.to_owned()
        }
        _ => value.to_owned(),
    }
}

/// `150` and `150.5` as whole minor units.
fn minor_units(typed: &str) -> Option<String> {
    let (whole, part) = typed.split_once(['.', ',']).unwrap_or((typed, ""));
    let whole: u64 = whole.parse().ok()?;
    let part: u64 = match part.len() {
        0 => 0,
        1 => part.parse::<u64>().ok()? * 10,
        2 => part.parse().ok()?,
        _ => return None,
    };
    Some((whole.checked_mul(100)?.checked_add(part)?).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tidied(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        tidy(&pairs.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect::<Vec<_>>())
    }

    #[test]
    fn a_row_that_nobody_filled_falls_away_and_a_filled_one_stays_whole() {
        let left = tidied(&[
            ("plan.steps[0].kind", "fix"),
            ("plan.steps[0].text", " "),
            ("steps[1].kind", "fix"),
            ("steps[1].text", "Send 200 boards"),
        ]);
        let names: Vec<&str> = left.iter().map(|(n, _)| n.as_str()).collect();
        assert_eq!(names, ["steps[1].kind", "steps[1].text"]);
    }

    #[test]
    fn s170_a_step_of_theirs_has_their_name_and_not_the_colleague_who_was_proposed() {
        let step = [
            ("steps[0].party", "customer"),
            ("steps[0].owner", "some-id"),
            ("steps[0].owner_name", "Dana"),
            ("steps[0].text", "Send them back"),
        ];
        assert!(tidied(&step).iter().all(|(n, _)| n != "steps[0].owner"));
    }

    #[test]
    fn a_fact_somebody_named_is_not_lost_because_its_answer_is_missing() {
        let left = tidied(&[
            ("facts[0].what", "lot"),
            ("facts[0].answer", ""),
            ("facts[5].what", "colour of the box"),
            ("facts[5].answer", ""),
        ]);
        assert_eq!(left.iter().filter(|(n, _)| n == "facts[5].what").count(), 1);
        assert!(left.iter().all(|(n, _)| n != "facts[0].what"));
    }

    #[test]
    fn amounts_and_case_numbers_are_read_as_people_write_them() {
        assert_eq!(
            tidied(&[("value.cents", "150.5"), ("into", "MG-1042")]),
            [("value.cents".into(), "15050".into()), ("into".into(), "1042".to_owned())]
        );
        assert_eq!(plain("value.cents", "about 20"), "about 20");
        // The credit for goods that came back was read as cents: 418 became 4.18.
        assert_eq!((plain("amount.cents", "418"), plain("amount.currency", "eur")), ("41800".into(), "EUR".into()));
    }
}
