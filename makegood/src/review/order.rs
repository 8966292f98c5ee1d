//! What came of a review, in the order in which a colleague would say it: what must not go, what is missing, what will be misread, and only then style.
use super::left::Left;
use proofread::{Draft, Finding, Level, Line, Record, Report, Reviewer, State};
use std::sync::Arc;

/// A promise that was not kept, and not a word of it.
const BROKEN: &str = "PR06";
/// It reads like another language than theirs.
pub const OTHER_LANGUAGE: &str = "LG01";
/// What is said first; the rest is a fold away.
const FIRST: usize = 2;

/// One thing that is said of a text.
#[derive(Clone, Copy, Debug)]
pub enum Said<'a> {
    Found(&'a Finding),
    Wanting(&'a Line),
}

impl Said<'_> {
    fn rank(self) -> u8 {
        match self {
            Self::Found(finding) => match finding.level {
                Level::Stop => 0,
                // Of a broken promise one speaks first.
                Level::Fix if finding.rule == BROKEN => 1,
                Level::Fix => 3,
                Level::Consider => 5,
            },
            Self::Wanting(line) if line.state == State::Missing => 2,
            Self::Wanting(_) => 4,
        }
    }
    pub fn stops(self) -> bool {
        self.rank() == 0
    }
    pub fn rule(&self) -> &str {
        match self {
            Self::Found(finding) => &finding.rule,
            Self::Wanting(line) => &line.rule,
        }
    }
}

/// A text that was read against its record.
pub struct Reviewed {
    pub text: String,
    pub report: Report,
    /// What a person leaves as it is.
    pub left: Vec<Left>,
    /// The rules by which it was read.
    rules: Arc<Reviewer>,
}

impl Reviewed {
    pub fn of(rules: Arc<Reviewer>, text: &str, subject: Option<&str>, record: &Record, left: Vec<Left>) -> Self {
        let text: String = text.replace("\r\n", "\n").chars().take(super::LETTERS_AT_MOST).collect();
        let mut report = rules.review(&Draft { subject, text: &text }, Some(record));
        // Whoever has no other tongue still writes: it is said, and may be left with a reason.
        report.findings.iter_mut().filter(|f| f.rule == OTHER_LANGUAGE).for_each(|f| f.level = Level::Fix);
        report.stop.retain(|rule| rule != OTHER_LANGUAGE);
        report.may_send = report.stop.is_empty();
        Self { text, report, left, rules }
    }

    /// The suggestion of a rule as it is written, with its open places.
    pub fn written(&self, rule: &str) -> Option<&str> {
        let own = self.rules.packs().iter().find(|pack| pack.lang == self.report.lang);
        let pack = own.or_else(|| self.rules.packs().first())?;
        pack.rule(rule).map(|rule| rule.written.r#try.as_str())
    }

    /// Only what is found in the words themselves: an answer, or a note, is asked for nothing that it lacks.
    pub fn only_its_words(mut self, families: Option<&[&str]>) -> Self {
        let wanted = |rule: &str| families.is_none_or(|all| all.iter().any(|family| rule.starts_with(family)));
        self.report.findings.retain(|finding| finding.start < finding.end && wanted(&finding.rule));
        self.report.checklist.clear();
        self
    }

    /// The same without what this rule found.
    pub fn without(mut self, rule: &str) -> Self {
        self.report.findings.retain(|finding| finding.rule != rule);
        self
    }

    /// Whether a person left this one. What stops a text is never left.
    pub fn left(&self, finding: &Finding) -> Option<&Left> {
        self.left.iter().find(|left| left.is_about(finding)).filter(|_| finding.level != Level::Stop)
    }

    /// What is said of it: first what matters most, then the rest.
    pub fn said(&self) -> (Vec<Said<'_>>, Vec<Said<'_>>) {
        let found = self.report.findings.iter().filter(|f| self.left(f).is_none()).map(Said::Found);
        let wanting = self.report.checklist.iter().filter(|l| matches!(l.state, State::Missing | State::Weak));
        // A weak line and the finding that makes it weak say the same.
        let wanting = wanting.filter(|line| {
            let because = line.because.as_deref();
            !self.report.findings.iter().any(|f| because == Some(f.rule.as_str()))
        });
        let mut all: Vec<Said> = found.chain(wanting.map(Said::Wanting)).collect();
        all.sort_by_key(|said| said.rank());
        let stops = all.iter().filter(|said| said.stops()).count();
        let rest = all.split_off(all.len().min(FIRST.max(stops)));
        (all, rest)
    }

    /// What must not be sent with the text.
    pub fn stops(&self) -> impl Iterator<Item = &Finding> {
        self.report.findings.iter().filter(|f| f.level == Level::Stop)
    }

    /// What would be read wrong and nobody answered for: it is put right, or left with a reason.
    pub fn to_fix(&self) -> impl Iterator<Item = &Finding> {
        self.report.findings.iter().filter(|f| f.level == Level::Fix && self.left(f).is_none())
    }

    /// Lines of the checklist that are asked for, and how many of them are there.
    pub fn there(&self) -> (usize, usize) {
        let asked = self.report.checklist.iter().filter(|line| line.state != State::NotNeeded);
        (asked.clone().filter(|line| line.state == State::There).count(), asked.count())
    }
}

/// By the rules that come with the program.
#[cfg(test)]
pub fn shipped(text: &str, record: &Record, left: Vec<Left>) -> Reviewed {
    use std::sync::OnceLock;
    static READ: OnceLock<Arc<Reviewer>> = OnceLock::new();
    let rules = READ.get_or_init(|| Arc::new(Reviewer::shipped().unwrap_or_else(|odd| panic!("{odd}"))));
    Reviewed::of(rules.clone(), text, None, record, left)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, record: &Record, left: Vec<Left>) -> Reviewed {
        shipped(text, record, left)
    }

    /// S107: the bad sentence of the seed has at least one thing to fix, and is only sent when somebody answers for it.
    #[test]
    fn s107_doublespeak_is_to_fix_until_somebody_answers_for_it() {
        let text = "Apparently, part X is failing to meet desired effectiveness quotas in real-world applications.";
        let record = Record { open: Some(true), ..Record::default() };
        let reviewed = read(text, &record, vec![]);
        assert!(reviewed.to_fix().count() >= 1, "{:?}", reviewed.report.findings);
        let left: Vec<Left> = reviewed.to_fix().map(|f| Left::of(f, "A quotation.")).collect();
        assert_eq!(read(text, &record, left).to_fix().count(), 0);
    }

    #[test]
    fn what_stops_comes_first_whatever_else_is_found_and_cannot_be_left() {
        let text = "Due to the fact that we are sorry for any inconvenience, we ship on [date?].";
        let record = Record { open: Some(true), ..Record::default() };
        let reviewed = read(text, &record, vec![]);
        let (first, rest) = reviewed.said();
        assert!(first[0].stops() && first[0].rule() == "FX09", "{first:?}");
        assert!(first.len() == FIRST && !rest.is_empty());
        let stop: Vec<Left> = reviewed.stops().map(|f| Left::of(f, "I want to.")).collect();
        assert!(read(text, &record, stop).said().0[0].stops());
    }

    /// It was said that such a mail could not go, and then it went: the review counts it as sending does.
    #[test]
    fn another_language_than_theirs_is_said_and_can_be_left() {
        let text = "Your order is late. We are sorry that we have not told you about it before.";
        let record = Record { language: Some("pl".into()), ..Record::default() };
        let reviewed = read(text, &record, vec![]);
        assert_eq!(reviewed.stops().count(), 0, "{:?}", reviewed.report.findings);
        let Some(told) = reviewed.to_fix().find(|f| f.rule == OTHER_LANGUAGE) else { panic!("it is said") };
        assert!(told.say.contains("English") && told.say.contains("Polish"), "{}", told.say);
        let left = vec![Left::of(told, "We agreed on English on the phone.")];
        assert!(read(text, &record, left).to_fix().all(|f| f.rule != OTHER_LANGUAGE));
    }

    #[test]
    fn an_exception_belongs_to_one_rule_and_one_phrase() {
        let record = Record::default();
        let reviewed = read("We utilise it. We commence soon.", &record, vec![]);
        let Some(one) = reviewed.report.findings.first() else { panic!("nothing found") };
        let count = reviewed.report.findings.len();
        let left = vec![Left::of(one, "Their word.")];
        let (first, rest) = read("We utilise it. We commence soon.", &record, left).said_lengths();
        assert_eq!(first + rest, count - 1);
    }

    impl Reviewed {
        fn said_lengths(&self) -> (usize, usize) {
            let (first, rest) = self.said();
            let found = |all: &[Said]| all.iter().filter(|said| matches!(said, Said::Found(_))).count();
            (found(&first), found(&rest))
        }
    }
}
