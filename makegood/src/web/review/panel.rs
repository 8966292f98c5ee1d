//! What stands beside a text: one or two things first, the rest a fold away, what it promises, the checklist. The script puts a new one in its place as
//! somebody types; without script it comes with the page, and each button is one of the form.
use super::{ALL_LEFT, Asked, KEEPS, Leaves, Promising};
use crate::review::{Put, Reviewed, Said, put, says_something};
use crate::web::forms::read::both_clocks;
use crate::web::ui::Field;
use crate::words::quotes::quoted;
use crate::words::{Words, t, t_with};
use maud::{Markup, html};
use proofread::{Finding, Level, Line, State};

/// Things that are said of one text; whoever put these right sees the next.
const SHOWN: usize = 20;

/// The review as it stands beside its field when the page comes.
pub fn beside(asked: &Asked<'_>, reviewed: &Reviewed, form: &str) -> Markup {
    let ask = format!("/cases/{}/review/{}", asked.desk.view.case.number, asked.act);
    html! {
        div.review.quietly[asked.leaves() == Leaves::Stays] data-review={ (form) "-" (asked.field) } data-ask=(ask) {
            p.unseen role="status" data-told {}
            div data-found { (fragment(asked, reviewed)) }
            p.acts {
                button type="submit" name="review" value="1" data-by-hand { (t("review-act")) }
                span.quiet.keys-hint data-scripted hidden { (t("review-keys")) }
            }
        }
    }
}

/// Why a text goes as it is, for everything that is still to fix.
pub fn why_all() -> Field {
    Field::words(ALL_LEFT, "review-all-left").help("review-all-left-help").rows(2).optional()
}

/// The part that changes with the text.
pub fn fragment(asked: &Asked<'_>, reviewed: &Reviewed) -> Markup {
    let (first, rest) = reviewed.said();
    let promising = asked.promising(reviewed);
    let mut row = Rows { reviewed, next: 0 };
    if asked.leaves() == Leaves::Stays && reviewed.report.findings.is_empty() {
        return html! { p.unseen data-sum {} };
    }
    html! {
        h2 { (t("review-title")) }
        p data-sum { (summary(reviewed, &first, &rest)) }
        @if !first.is_empty() { ol.found { @for said in &first { (row.say(asked, *said)) } } }
        @if !promising.is_empty() { (promises(asked, &promising)) }
        @if !rest.is_empty() {
            details data-fold="also" {
                summary { (t_with("review-also", &[("count", rest.len().into())])) }
                ol.found { @for said in rest.iter().take(SHOWN) { (row.say(asked, *said)) } }
                @if rest.len() > SHOWN { p.quiet { (t_with("review-more", &[("count", (rest.len() - SHOWN).into())])) } }
            }
        }
        (left_alone(reviewed, &mut row))
        (checklist(reviewed))
        (with_marks(reviewed))
    }
}

/// One sentence; the script reads it out when somebody stops typing.
fn summary(reviewed: &Reviewed, first: &[Said<'_>], rest: &[Said<'_>]) -> String {
    if reviewed.text.trim().is_empty() {
        return t("review-nothing-yet").into_owned();
    }
    let stops = reviewed.stops().count();
    let all = first.len() + rest.len();
    if stops > 0 {
        return t_with("review-stopped", &[("count", stops.into())]);
    }
    let key = match (reviewed.report.pack, all, reviewed.to_fix().count()) {
        (false, _, _) => "review-no-pack",
        (_, 0, _) => "review-fine",
        (_, _, 0) => "review-could",
        _ => "review-should",
    };
    t_with(key, &[("count", all.into())])
}

/// The name that a letter's reader would give it: of the rule where a language names it, else of its family.
fn heading(rule: &str) -> String {
    let family: String = rule.chars().take_while(char::is_ascii_alphabetic).collect();
    let own = format!("review-about-{}", family.to_lowercase());
    if Words::english().knows(&own) { t(&own).into_owned() } else { t("review-about-other").into_owned() }
}

/// The name of a line of the checklist.
fn item(line: &Line) -> String {
    let key = format!("review-item-{}", line.rule.to_lowercase());
    if Words::english().knows(&key) { t(&key).into_owned() } else { line.item.clone() }
}

fn level(level: Level) -> (&'static str, &'static str) {
    match level {
        Level::Stop => ("stop", "review-says-stop"),
        Level::Fix => ("fix", "review-says-fix"),
        Level::Consider => ("consider", "review-says-consider"),
    }
}

/// Each finding that can be left is one row of the form.
struct Rows<'a> {
    reviewed: &'a Reviewed,
    next: usize,
}

impl Rows<'_> {
    fn say(&mut self, asked: &Asked<'_>, said: Said<'_>) -> Markup {
        match said {
            Said::Found(finding) => self.found(asked, finding),
            Said::Wanting(line) => self.wanting(line),
        }
    }

    fn found(&mut self, asked: &Asked<'_>, finding: &Finding) -> Markup {
        let said = Said::Found(finding);
        let (class, word) = level(finding.level);
        let text = &self.reviewed.text;
        let [from, to] = [finding.start, finding.end].map(|at| letters(text, at));
        html! {
            li class=(class) data-from=(from) data-to=(to) {
                p.what { span.level { (t(word)) } " " a.quiet href={ "/review/rules/" (finding.rule) } { (heading(&finding.rule)) } }
                @if !finding.text.is_empty() { p.theirs { (quoted(&shortened(&finding.text))) } }
                p data-say { (finding.say) }
                @if !finding.why.is_empty() { p.quiet { (practice(&finding.why)) } }
                (self.suggestion(said, &finding.attempt, finding.replace.as_deref()))
                @if finding.level == Level::Stop { (way_on(asked, finding)) } @else { (self.leave(finding)) }
            }
        }
    }

    fn wanting(&mut self, line: &Line) -> Markup {
        let word = if line.state == State::Weak { "review-state-weak" } else { "review-state-missing" };
        html! {
            li.wanting {
                p.what { span.level { (t(word)) } " " a.quiet href={ "/review/rules/" (line.rule) } { (item(line)) } }
                p data-say { (line.say) }
                @if !line.why.is_empty() { p.quiet { (practice(&line.why)) } }
                (self.suggestion(Said::Wanting(line), &line.attempt, None))
            }
        }
    }

    /// What can be put in, with its key; what only shows how is shown.
    fn suggestion(&self, said: Said<'_>, attempt: &str, twin: Option<&str>) -> Markup {
        match (put(self.reviewed, said), attempt) {
            (Some(it), _) => {
                let words = it.words.trim();
                let shown = if words.is_empty() { t("review-take-out").into_owned() } else { words.to_owned() };
                html! {
                    p.try { (shown) }
                    p.acts {
                        button type="submit" name="apply" value=(written(&self.reviewed.text, &it)) data-put=(it.words)
                            data-from=(letters(&self.reviewed.text, it.bytes.start)) data-to=(letters(&self.reviewed.text, it.bytes.end)) {
                            (if twin.is_some() { t("review-replace") } else { t("review-put-in") })
                        }
                    }
                }
            }
            (None, example) if !says_something(example) => html! {},
            (None, example) => html! { p.quiet { (t_with("review-example", &[("words", example.into())])) } },
        }
    }

    /// *Leave it*, with the reason that is kept.
    fn leave(&mut self, finding: &Finding) -> Markup {
        let n = self.next;
        self.next += 1;
        let left = self.reviewed.left(finding);
        let id = format!("review-left-{n}");
        html! {
            details data-fold={ "leave-" (finding.rule) "-" (n) } open[left.is_some()] {
                summary { (t("review-leave")) }
                label for=(id) { (t("review-leave-why")) }
                input type="text" id=(id) name={ "left[" (n) "].why" } maxlength="1000" autocomplete="off" value=(left.map_or("", |left| left.why.as_str()));
                input type="hidden" name={ "left[" (n) "].rule" } value=(finding.rule);
                input type="hidden" name={ "left[" (n) "].words" } value=(crate::review::words_of(finding));
            }
        }
    }
}

/// What is left as it is stays in sight, with its reason, and can be taken up again.
fn left_alone(reviewed: &Reviewed, rows: &mut Rows<'_>) -> Markup {
    let left: Vec<&Finding> = reviewed.report.findings.iter().filter(|f| reviewed.left(f).is_some()).collect();
    html! {
        @if !left.is_empty() {
            details data-fold="left" open {
                summary { (t_with("review-left", &[("count", left.len().into())])) }
                ul.found { @for finding in left { li.left { p { (heading(&finding.rule)) ": " (quoted(&shortened(&finding.text))) } (rows.leave(finding)) } } }
            }
        }
    }
}

/// What stops a text is not argued with: it is put right in the text, or on the record first.
fn way_on(asked: &Asked<'_>, finding: &Finding) -> Markup {
    let number = asked.desk.view.case.number;
    let (word, key) = match finding.rule.as_str() {
        "FX01" => {
            return html! { p { a href={ "/accounts/" (asked.desk.view.account.id) } { (t("review-way-contact")) } } };
        }
        "FX02" | "FX04" | "FX05b" => ("record-facts", "review-way-facts"),
        "FX03" => return html! { p.quiet { (t("review-way-date")) } },
        "OP03" => ("add-option", "review-way-option"),
        "PO01" => ("record-conversation", "review-way-call"),
        "PO04" | "PR04" => ("grant-amends", "review-way-amends"),
        "PR05" => ("move-promise", "review-way-promise"),
        _ => return html! {},
    };
    html! { p { a href={ "/cases/" (number) "/do/" (word) } { (t(key)) } } }
}

/// Each promise can be kept with the text: it is in the ledger once the text has gone.
fn promises(asked: &Asked<'_>, promising: &[Promising]) -> Markup {
    html! {
        fieldset.promised {
            legend { (t("review-promises")) }
            p.quiet { (t("review-promises-help")) }
            @for (n, promise) in promising.iter().enumerate() {
                div.tick {
                    input type="checkbox" id={ "review-keeps-" (n) } name=(KEEPS) value={ (promise.due) " " (promise.words) } checked[promise.kept];
                    label for={ "review-keeps-" (n) } {
                        (t_with("read-sentence", &[("what", promise.words.as_str().into()), ("at", both_clocks(promise.due, asked.desk).into())]))
                    }
                }
            }
        }
    }
}

fn checklist(reviewed: &Reviewed) -> Markup {
    let (there, asked) = reviewed.there();
    let state = |line: &Line| match line.state {
        State::There => "review-state-there",
        State::Weak => "review-state-weak",
        State::Missing | State::NotNeeded => "review-state-missing",
    };
    let (needless, needed): (Vec<&Line>, Vec<&Line>) =
        reviewed.report.checklist.iter().partition(|line| line.state == State::NotNeeded);
    let needless: Vec<String> = needless.into_iter().map(item).collect();
    html! {
        @if asked > 0 {
            details data-fold="list" {
                summary { (t_with("review-list", &[("there", there.into()), ("asked", asked.into())])) }
                ul.checklist { @for line in needed { li { (item(line)) ": " (t(state(line))) } } }
                @if !needless.is_empty() { p.quiet { (t_with("review-not-needed", &[("items", needless.join(", ").into())])) } }
            }
        }
    }
}

/// Without script a text area shows no marks: the text stands once more with them.
fn with_marks(reviewed: &Reviewed) -> Markup {
    let text = reviewed.text.as_str();
    let mut spans: Vec<(usize, usize, Level)> =
        reviewed.report.findings.iter().filter(|f| f.start < f.end).map(|f| (f.start, f.end, f.level)).collect();
    spans.sort_unstable_by_key(|span| (span.0, std::cmp::Reverse(span.1)));
    let mut pieces: Vec<(&str, Option<Level>)> = vec![];
    let mut at = 0;
    for (from, to, how) in spans {
        if from >= at {
            pieces.push((&text[at..from], None));
            pieces.push((&text[from..to], Some(how)));
            at = to;
        }
    }
    html! {
        @if !pieces.is_empty() {
            details data-fold="marks" data-by-hand {
                summary { (t("review-marks")) }
                p.lines { @for (words, how) in &pieces { @if let Some(how) = how { mark class=(level(*how).0) { (words) } } @else { (words) } } (&text[at..]) }
            }
        }
    }
}

/// Why, without the paper that it stands in; that is on the page of the rule.
fn practice(why: &str) -> String {
    let cut = why.split_once(" (seed ").and_then(|(before, rest)| Some((before, rest.split_once(')')?.1)));
    cut.map_or_else(|| why.to_owned(), |(before, rest)| format!("{before}{rest}"))
}

fn shortened(words: &str) -> String {
    let one_line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if one_line.chars().count() <= 120 { one_line } else { one_line.chars().take(119).chain(['…']).collect() }
}

/// How a browser counts: units of UTF-16.
fn letters(text: &str, byte: usize) -> usize {
    text.get(..byte).unwrap_or_default().encode_utf16().count()
}

/// A suggestion as it travels with a form: where, what stands there now, and the words.
fn written(text: &str, it: &Put) -> String {
    let there = text.get(it.bytes.clone()).unwrap_or_default();
    format!("{}-{}\u{241f}{there}\u{241f}{}", it.bytes.start, it.bytes.end, it.words)
}
