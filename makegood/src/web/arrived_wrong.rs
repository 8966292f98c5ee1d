//! What did not arrive well, as the trouble that a case opens with: the same whether they said it in a call or by their link (S023).
use super::forms::open::guessed_kind;
use casework::commands::OpenCase;
use casework::ids::{AccountId, ContactId};
use casework::kinds::{Origin, Safety, TroubleKind};
use casework::parts::{Fact, Said};

/// A title holds so many characters; what is longer stands whole among the facts.
const TITLE_AT_MOST: usize = 300;
/// Of their words, what says which kind of *other* it is.
const KIND_AT_MOST: usize = 80;

/// What they said of one delivery.
pub struct Wrong<'a> {
    pub account: AccountId,
    pub contact: Option<ContactId>,
    /// The order line in words.
    pub order: String,
    pub item: Option<String>,
    /// Who said it, by name.
    pub said_by: &'a str,
    pub words: &'a str,
    pub safety: Safety,
    /// Whether it is what they ordered; *no* where that alone was asked.
    pub as_ordered: Said,
}

/// The trouble as it was just told.
pub fn trouble(wrong: Wrong<'_>) -> OpenCase {
    let words = wrong.words.trim();
    let (kind, kind_text) = match guessed_kind(words) {
        TroubleKind::Other if wrong.as_ordered == Said::Yes => (TroubleKind::Other, Some(clipped(words, KIND_AT_MOST))),
        TroubleKind::Other => (TroubleKind::WrongItem, None),
        kind => (kind, None),
    };
    let said_by = || Some(wrong.said_by.to_owned());
    let mut facts = vec![Fact { what: "order".into(), answer: wrong.order, said_by: said_by() }];
    let title = clipped(words, TITLE_AT_MOST);
    if title != words {
        facts.push(Fact { what: "what".into(), answer: words.to_owned(), said_by: said_by() });
    }
    OpenCase {
        account: wrong.account,
        contact: wrong.contact,
        title,
        kind,
        kind_text,
        origin: Origin::CustomerReported,
        safety: wrong.safety,
        recognised_at: None,
        written_at: None,
        impacts: vec![],
        deadline: None,
        remedy_asked: None,
        promised_on: None,
        new_date: None,
        facts,
        item: wrong.item,
        owner: None,
        signal: None,
        playbooks: vec![],
    }
}

/// The words, or as much of them as has room, with a mark that they go on.
fn clipped(words: &str, at_most: usize) -> String {
    if words.chars().count() <= at_most {
        return words.to_owned();
    }
    let mut short: String = words.chars().take(at_most - 1).collect();
    short.push('…');
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(words: &str, as_ordered: Said) -> OpenCase {
        let account = AccountId(uuid::Uuid::nil());
        let order = "40 × KB-7 (4418/1)".into();
        trouble(Wrong {
            account,
            contact: None,
            order,
            item: None,
            said_by: "Dana",
            words,
            safety: Safety::Nobody,
            as_ordered,
        })
    }

    #[test]
    fn words_longer_than_a_title_are_kept_whole_and_verbatim() {
        let words = "The lid does not close. ".repeat(40);
        let case = told(&words, Said::No);
        assert!(case.title.chars().count() == TITLE_AT_MOST && case.title.ends_with('…'), "{}", case.title);
        assert!(case.facts.iter().any(|fact| fact.answer == words.trim()));
        assert_eq!(told("Two are short.", Said::No).facts.len(), 1);
    }

    #[test]
    fn what_they_ordered_and_yet_not_right_is_never_called_the_wrong_item() {
        assert_eq!(told("Hmm.", Said::No).kind, TroubleKind::WrongItem);
        let odd = told("Coś tu nie gra.", Said::Yes);
        assert_eq!((odd.kind, odd.kind_text.as_deref()), (TroubleKind::Other, Some("Coś tu nie gra.")));
    }
}
