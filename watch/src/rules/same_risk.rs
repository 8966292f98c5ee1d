//! Something else depends on what went wrong: the same item, lot, supplier or process. Each such line hears of it before it hurts (S229).

use crate::{
    Ground, Line, Quantity,
    finding::{Arg, Finding, Kind},
};

/// What went wrong, and how much of it this line got.
#[derive(Debug, Clone, Copy)]
pub struct Risk<'a> {
    /// What it spreads by: a lot, a supplier, …
    pub sort: &'a str,
    pub name: &'a str,
    /// What happened, as somebody wrote it.
    pub why: &'a str,
    pub quantity: Option<Quantity>,
}

/// One for each line and cause, however often somebody looks.
pub fn found(line: &Line, risk: &Risk<'_>, ground: &Ground) -> Finding {
    let finding = Finding::of(Kind::SameRisk, &line.key, &tail(risk.sort, risk.name), ground.now, ground)
        .with("sort", Arg::Text(risk.sort.to_owned()))
        .with("name", Arg::Text(risk.name.to_owned()))
        .with("why", Arg::Text(risk.why.to_owned()));
    match risk.quantity {
        Some(quantity) => finding.with("quantity", Arg::Text(quantity.to_string())).said("signal-same-risk-quantity"),
        None => finding,
    }
}

/// The subject of such a finding.
pub fn subject(line: &crate::LineKey, sort: &str, name: &str) -> String {
    format!("{line}@{}", tail(sort, name))
}

/// What the subjects of one cause end in.
pub fn tail(sort: &str, name: &str) -> String {
    format!("{sort}={name}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::ground;

    #[test]
    fn s229_each_line_hears_with_its_own_quantity_and_once() {
        let risk = Risk { sort: "lot", name: "L-88", why: "It delaminates.", quantity: Some(Quantity::whole(40)) };
        let line = Line::new("A-1", "1");
        let (one, again) = ground(|g| (found(&line, &risk, g), found(&line, &risk, g)));
        assert_eq!((one.subject.as_str(), &one.subject), ("A-1/1@lot=L-88", &again.subject));
        assert_eq!(one.evidence.args["quantity"], Arg::Text("40".into()));
        assert_eq!(one.subject, subject(&line.key, "lot", "L-88"));
    }
}
