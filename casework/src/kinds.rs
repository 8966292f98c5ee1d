//! The closed lists of the field: every word a case can be described with. There is none to judge a person.
use crate::choices;

choices! {
    /// What went wrong (S020). *Other* needs a text.
    pub enum TroubleKind {
        Delay = "delay", Defect = "defect", WrongItem = "wrong_item", ShortQuantity = "short_quantity", Transit = "transit",
        OverPromise = "over_promise", Misunderstanding = "misunderstanding", Paperwork = "paperwork", Conduct = "conduct",
        Safety = "safety", Other = "other",
    }
}
choices! {
    /// Who knew first, and whether harm is done (X01).
    pub enum Origin { CustomerReported = "customer_reported", WeFoundHarm = "we_found_harm", WeBringNews = "we_bring_news" }
}
choices! {
    /// The answer to the first question on every case: is anyone hurt, or could be? (S022)
    pub enum Safety { Nobody = "nobody", SomebodyHurt = "somebody_hurt", CouldHurt = "could_hurt" }
}
choices! {
    /// What the trouble does to the customer, in their terms (S097).
    pub enum Dimension {
        Safety = "safety", Stopped = "stopped", Deadline = "deadline", Money = "money", Standing = "standing",
        Productivity = "productivity", GoodsUnusable = "goods_unusable", Paperwork = "paperwork",
    }
}
choices! {
    /// How much harm, highest first; derived, never typed in (DOMAIN 4.7).
    pub enum Severity { S1 = "s1", S2 = "s2", S3 = "s3" }
}
impl Severity {
    /// One step graver; the gravest stays.
    pub fn raised(self) -> Self {
        match self {
            Self::S1 | Self::S2 => Self::S1,
            Self::S3 => Self::S2,
        }
    }
    /// 0 for the gravest; an index into tables by severity.
    pub fn rank(self) -> usize {
        self as usize
    }
}
choices! {
    /// Whose part it was; it never gates help (I11, S234).
    pub enum Fault { Unknown = "unknown", Ours = "ours", Shared = "shared", ThirdParty = "third_party", Theirs = "theirs" }
}
choices! {
    /// Where the making good stands for the customer (DOMAIN 4.2). There is no *rejected*.
    pub enum Recovery {
        Spotted = "spotted", Told = "told", Heard = "heard", Deciding = "deciding", Agreed = "agreed", MakingGood = "making_good",
        AwaitingWord = "awaiting_word", Solved = "solved", Closed = "closed", StillWorks = "still_works", NotAgreed = "not_agreed",
        InMediation = "in_mediation", Withdrawn = "withdrawn", NoWord = "no_word", Merged = "merged",
    }
}
impl Recovery {
    /// Open means: somebody still owes the customer something.
    pub fn is_open(self) -> bool {
        !matches!(self, Self::Closed | Self::Merged)
    }
    /// The trouble itself still stands: neither solved nor let go by the customer.
    pub fn is_live(self) -> bool {
        self.is_open() && !matches!(self, Self::Solved | Self::Withdrawn | Self::StillWorks)
    }
}
choices! {
    /// Where the keeping-from-happening-again stands inside (DOMAIN 4.3).
    pub enum Prevention {
        NotStarted = "not_started", Containing = "containing", Contained = "contained", FindingCause = "finding_cause",
        CauseVerified = "cause_verified", Choosing = "choosing", Implementing = "implementing", Verifying = "verifying",
        Held = "held", Shared = "shared", DidNotHold = "did_not_hold", NotNeeded = "not_needed",
    }
}
choices! {
    /// How we met, richest first (S044).
    pub enum Channel { Visit = "visit", Video = "video", Phone = "phone" }
}
choices! {
    /// Why not in person (S046).
    pub enum NoVisitReason { Time = "time", Distance = "distance", CustomerWish = "customer_wish", Safety = "safety", Other = "other" }
}
choices! {
    /// How a try to reach the customer ended when nobody spoke with us.
    pub enum TryOutcome { NoAnswer = "no_answer", LeftMessage = "left_message", WrongNumber = "wrong_number" }
}
choices! {
    /// What we saw when we were there (S045).
    pub enum Seen { AtEase = "at_ease", Tense = "tense", Unsure = "unsure" }
}
choices! {
    /// Is the customer satisfied with our response, as the person who talked felt it (S129).
    pub enum Satisfied { Yes = "yes", No = "no", NotSure = "not_sure" }
}
choices! {
    /// What the customer says of our news (S092).
    pub enum Reaction { Unknown = "unknown", StillWorks = "still_works", WorksWithChanges = "works_with_changes", Hurts = "hurts", MustCheck = "must_check" }
}
choices! {
    /// What kind of way forward.
    pub enum OptionKind {
        FromStock = "from_stock", Remake = "remake", Rework = "rework", Repair = "repair", Alternate = "alternate", Split = "split",
        Expedite = "expedite", Partial = "partial", SortOnSite = "sort_on_site", UseAsIs = "use_as_is", Credit = "credit",
        Refund = "refund", Reroute = "reroute", Resident = "resident", NewPurchase = "new_purchase", Other = "other",
    }
}
choices! {
    /// How sure a date is (X12).
    pub enum Confidence { Firm = "firm", Expected = "expected", Range = "range", Unknown = "unknown" }
}
choices! {
    /// Which side.
    pub enum Party { Us = "us", Customer = "customer", Third = "third" }
}
choices! {
    /// What a plan's step is for.
    pub enum StepKind { Contain = "contain", Fix = "fix", Prevent = "prevent", Tell = "tell" }
}
choices! {
    /// How a suggestion of the customer was answered (S164).
    pub enum Answered { Taken = "taken", Partly = "partly", NotTaken = "not_taken" }
}
choices! {
    /// What an amends is (S158).
    pub enum AmendsKind {
        Discount = "discount", FreeService = "free_service", Expedite = "expedite", Credit = "credit", WaivedFee = "waived_fee",
        FreeSamples = "free_samples", ExtendedTerms = "extended_terms", ThankYou = "thank_you", FutureDiscount = "future_discount",
    }
}
choices! {
    /// The closed list of what a written message may be for (X04). *Resolve* is not in it.
    pub enum Purpose {
        AskForTime = "ask_for_time", VoicemailFollowUp = "voicemail_follow_up", Summary = "summary", Update = "update",
        Document = "document", ThankYou = "thank_you",
    }
}
impl Purpose {
    /// Whether it says something of the matter, and does not only arrange a talk or thank.
    pub fn tells(self) -> bool {
        matches!(self, Self::Summary | Self::Update | Self::Document)
    }
}
choices! {
    /// What somebody pressed in their calendar.
    pub enum CalendarAnswer { Accepted = "accepted", Declined = "declined", Tentative = "tentative", Proposed = "proposed" }
}
choices! {
    /// By what way a message went.
    pub enum MessageWay { Email = "email", Portal = "portal", Letter = "letter", Sms = "sms" }
}
choices! {
    /// How the customer gave their word.
    pub enum WordWay { Visit = "visit", Video = "video", Phone = "phone", Written = "written" }
}
choices! {
    /// The next step after Solved (S214).
    pub enum FollowUpKind { Call = "call", ThankYou = "thank_you", FutureDiscount = "future_discount", Visit = "visit", Nothing = "nothing" }
}
choices! {
    /// How the follow-up call went (S210).
    pub enum FollowUpResult { Ok = "ok", NotOk = "not_ok", NotReached = "not_reached" }
}
choices! {
    /// The relationship after the trouble (S232).
    pub enum Relation { Better = "better", Same = "same", Worse = "worse" }
}
choices! {
    /// Why a case goes up (S196-S199).
    pub enum EscalationReason {
        NotSatisfied = "not_satisfied", CannotMeetWhatIsAsked = "cannot_meet_what_is_asked", ClockRanOut = "clock_ran_out",
        BrokenPromise = "broken_promise", Deadlock = "deadlock", FixFailed = "fix_failed", Safety = "safety", NeedHelp = "need_help",
    }
}
choices! {
    /// What a colleague may do; one person may have several.
    pub enum Role {
        Owner = "owner", RelationshipOwner = "relationship_owner", Quality = "quality", Manager = "manager",
        Operations = "operations", Director = "director", Reader = "reader", Administrator = "administrator",
    }
}
choices! {
    /// What a file holds, as its content says. The first four are pictures that a page may show; nothing else is ever opened by us.
    pub enum FileKind {
        Jpeg = "jpeg", Png = "png", Gif = "gif", Webp = "webp", Pdf = "pdf", Text = "text", Packed = "packed", Other = "other",
    }
}
choices! {
    /// Acts that win a battle and lose the customer (S233): each needs a second name.
    pub enum HardAction { RefuseCredit = "refuse_credit", StopShip = "stop_ship", LegalLetter = "legal_letter", ChargeCustomer = "charge_customer" }
}
choices! {
    /// The typed questions of prevention (S008, S009, S228).
    pub enum PreventionQuestion {
        Stock = "stock", Training = "training", Supplier = "supplier", Alternatives = "alternatives", Process = "process",
        PromiseRule = "promise_rule", Communication = "communication",
    }
}
