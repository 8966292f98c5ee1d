//! Curious questions by kind of trouble (S125): prompts in free order, never a script. What was used is kept as a topic, not as text.
use crate::choices;
use crate::kinds::TroubleKind;

choices! {
    /// What one may be curious about. The question's words stand in the catalogue and are nobody's text to read out.
    pub enum Topic {
        TheirWords = "their_words", Noticed = "noticed", Use = "use", Waits = "waits", Meanwhile = "meanwhile", Partial = "partial",
        NeedBy = "need_by", WhereNow = "where_now", HowMany = "how_many", OtherLots = "other_lots", Changed = "changed", Shown = "shown",
        Ordered = "ordered", Got = "got", Packed = "packed", Agreed = "agreed", Paper = "paper", Came = "came_across", SafeNow = "safe_now",
        Helps = "helps",
    }
}

/// The prompts for a kind of trouble, the most telling first. Their own words come first in each: ask on about what was said.
pub fn topics(kind: TroubleKind) -> &'static [Topic] {
    use Topic as T;
    match kind {
        TroubleKind::Delay => &[T::TheirWords, T::Use, T::Waits, T::NeedBy, T::Partial, T::Meanwhile, T::Helps],
        TroubleKind::Defect => {
            &[T::TheirWords, T::Noticed, T::HowMany, T::OtherLots, T::Changed, T::Shown, T::Meanwhile, T::Helps]
        }
        TroubleKind::WrongItem => &[T::TheirWords, T::Ordered, T::Got, T::Use, T::NeedBy, T::WhereNow, T::Helps],
        TroubleKind::ShortQuantity => &[T::TheirWords, T::HowMany, T::Packed, T::NeedBy, T::Partial, T::Helps],
        TroubleKind::Transit => &[T::TheirWords, T::Packed, T::Shown, T::WhereNow, T::HowMany, T::Helps],
        TroubleKind::OverPromise => &[T::TheirWords, T::Agreed, T::Waits, T::NeedBy, T::Helps],
        TroubleKind::Misunderstanding => &[T::TheirWords, T::Agreed, T::Ordered, T::Use, T::Helps],
        TroubleKind::Paperwork => &[T::TheirWords, T::Paper, T::Waits, T::NeedBy, T::Helps],
        TroubleKind::Conduct => &[T::TheirWords, T::Came, T::Agreed, T::Helps],
        TroubleKind::Safety => &[T::TheirWords, T::SafeNow, T::WhereNow, T::OtherLots, T::Helps],
        TroubleKind::Other => &[T::TheirWords, T::Noticed, T::Use, T::Waits, T::Helps],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// S125: curious questions for every kind, each once, and the kind decides which.
    #[test]
    fn s125_every_kind_has_its_own_prompts_and_begins_with_their_own_words() {
        for kind in TroubleKind::ALL {
            let prompts = topics(*kind);
            assert!(prompts.len() >= 4, "{kind:?}");
            assert_eq!(prompts[0], Topic::TheirWords, "{kind:?}");
            let mut once = prompts.to_vec();
            once.sort_unstable();
            once.dedup();
            assert_eq!(once.len(), prompts.len(), "{kind:?}");
        }
        assert_ne!(topics(TroubleKind::Delay), topics(TroubleKind::Defect));
    }
}
