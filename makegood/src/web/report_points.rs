//! How good a report would be, discipline by discipline, as a customer's portal would say it; what is missing or odd says what to do.
use super::ui::section as part;
use crate::eight_d::second_look::Odd;
use crate::words::{quotes, t, t_with};
use casework::eight_d::Score;
use casework::inside::Discipline;
use maud::{Markup, html};

/// Odd places of one discipline that are said; the rest is counted.
const SAID_AT_MOST: usize = 4;

/// As a customer's portal would give them; what is missing says what to do.
pub fn section(scores: &[Score], odd: &[(Discipline, Odd)]) -> Markup {
    let most = scores.len() * 2;
    let sum: usize = scores.iter().map(|s| usize::from(s.points)).sum();
    let body = html! {
        p { strong { (t_with("eight-d-points-total", &[("points", sum.into()), ("most", most.into())])) } " " span.quiet { (t("eight-d-points-help")) } }
        ul.hits { @for score in scores {
            li {
                strong { (score.discipline.word().to_uppercase()) } " " (t(&format!("report-title-{}", score.discipline.word())))
                " · " (t_with("eight-d-points-of", &[("points", score.points.into()), ("most", 2.into())]))
                @if score.points < 2 {
                    @let lacks = lacking(score);
                    @if !lacks.is_empty() { br; span.quiet { (lacks) } }
                    @for line in oddities(score.discipline, odd) { br; span.quiet { (line) } }
                }
            }
        } }
    };
    part("eight-d-points", None, body)
}

fn lacking(score: &Score) -> String {
    let weak = score.weak.iter().map(|w| t(&format!("eight-d-weak-{}", w.word().replace('_', "-"))).into_owned());
    let lacks = score.lacks.iter().map(|l| t(&format!("lack-{}", l.word().replace('_', "-"))).into_owned());
    let lacks: Vec<String> = lacks.collect();
    let missing = (!lacks.is_empty()).then(|| t_with("eight-d-missing", &[("what", lacks.join("; ").into())]));
    weak.chain(missing).collect::<Vec<_>>().join("; ")
}

fn oddities(discipline: Discipline, odd: &[(Discipline, Odd)]) -> Vec<String> {
    let here = || odd.iter().filter(|(of, _)| *of == discipline).map(|(_, odd)| odd);
    let more = here().count().saturating_sub(SAID_AT_MOST);
    let more = (more > 0).then(|| t_with("eight-d-odd-more", &[("count", more.into())]));
    here().take(SAID_AT_MOST).map(said).chain(more).collect()
}

fn said(odd: &Odd) -> String {
    let words = |words: &str| quotes::quoted(words).into();
    let on = |day: jiff::civil::Date| super::when::whole_date(day).into();
    match odd {
        Odd::NotPlain { words: not, advice } => {
            t_with("eight-d-odd-not-plain", &[("words", words(not)), ("advice", advice.as_str().into())])
        }
        Odd::DayNotTold { words: day } => t_with("eight-d-odd-day-not-told", &[("words", words(day))]),
        Odd::OtherCount { words: count, told_on, report } => t_with(
            "eight-d-odd-other-count",
            &[("words", words(count)), ("day", on(*told_on)), ("report", report.as_str().into())],
        ),
        Odd::OtherDay { words: day, told_on } => {
            t_with("eight-d-odd-other-day", &[("words", words(day)), ("day", on(*told_on))])
        }
    }
}
