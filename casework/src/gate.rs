//! The gates: a step is not done until its must-be-true holds, unless a named person lets it go with a reason.
use crate::choices;

choices! {
    /// Every gate there is. Laws are not in this list: nobody gets past those.
    pub enum Gate {
        Acknowledgement = "acknowledgement", NoVisitReason = "no_visit_reason", EndTone = "end_tone", NextContact = "next_contact",
        ListenFirst = "listen_first", ReflectBack = "reflect_back", OurPartFirst = "our_part_first", ImpactFirst = "impact_first",
        ApologyInTime = "apology_in_time", AssuranceNeedsStep = "assurance_needs_step", WorstPart = "worst_part",
        TwoOptions = "two_options", OperationsConfirms = "operations_confirms", NotASale = "not_a_sale", WhatElse = "what_else",
        HowCanWeHelp = "how_can_we_help", HeardBeforePlan = "heard_before_plan", FixAndPrevent = "fix_and_prevent",
        StepsConfirmed = "steps_confirmed", RemedyBeforeAmends = "remedy_before_amends", CustomerTakesPart = "customer_takes_part",
        NoResolvingInWriting = "no_resolving_in_writing", TalkBeforeEscalation = "talk_before_escalation", Ladder = "ladder",
        FixProven = "fix_proven", ToldWhatHappened = "told_what_happened", ConcernsSettled = "concerns_settled",
        SuggestionsAnswered = "suggestions_answered", NeedsTicked = "needs_ticked", FollowUpCall = "follow_up_call",
        NextStepChosen = "next_step_chosen", ReviewDone = "review_done", AmendsGiven = "amends_given",
        ImprovementLetter = "improvement_letter", QuestionsAnswered = "questions_answered", ClosingMessage = "closing_message",
        BattleCheck = "battle_check", WeakActionAlone = "weak_action_alone", ReadBack = "read_back",
    }
}
