//! What the API shows: structs of their own, so that a change inside never changes what clients were promised.
use jiff::{Timestamp, civil::Date};
use uuid::Uuid;

/// Declares a struct that goes out: its JSON and its schema come from one place.
macro_rules! view {
    ($(#[doc = $m:literal])* pub struct $n:ident { $($(#[doc = $d:literal])* pub $f:ident : $t:ty),* $(,)? }) => {
        $(#[doc = $m])*
        #[derive(Clone, Debug, serde::Serialize)]
        pub struct $n { $($(#[doc = $d])* pub $f: $t),* }
        impl casework::shape::Shaped for $n {
            fn shape() -> casework::shape::Shape {
                casework::shape::Shape::Object(stringify!($n), vec![$(casework::shape::Field {
                    name: stringify!($f),
                    doc: <[&str]>::concat(&[$($d),*]).trim().to_owned(),
                    shape: <$t as casework::shape::Shaped>::shape(),
                    // What goes out is always there, if only as null.
                    required: casework::shape::Required::Yes,
                }),*])
            }
        }
    };
}

mod case;
mod history;
mod lists;
mod make;
mod review;

pub use case::*;
pub use history::*;
pub use lists::*;
pub use make::*;
pub use review::*;

view! {
    /// A colleague by name.
    pub struct PersonRef {
        /// The id.
        pub id: Uuid,
        /// The name.
        pub name: String,
    }
}
view! {
    /// A customer firm by name.
    pub struct AccountRef {
        /// The id.
        pub id: Uuid,
        /// The name.
        pub name: String,
    }
}
view! {
    /// Who is asking.
    pub struct MeView {
        /// The id.
        pub id: Uuid,
        /// The name.
        pub name: String,
        /// What they sign in with.
        pub email: String,
        /// The IANA name of their time zone.
        pub zone: String,
        /// What they may do.
        pub roles: Vec<String>,
    }
}
view! {
    /// A person at the customer.
    pub struct ContactView {
        /// The id.
        pub id: Uuid,
        /// The name.
        pub name: String,
        /// What they do there.
        pub role: String,
        /// Their address.
        pub email: String,
        /// Their number.
        pub phone: String,
        /// The IANA name of their time zone; empty when it is the account's.
        pub zone: String,
        /// Whether they are still there.
        pub active: bool,
    }
}
view! {
    /// A customer firm. There is no revenue in it, on purpose.
    pub struct AccountView {
        /// The id.
        pub id: Uuid,
        /// The name.
        pub name: String,
        /// Your own number for it.
        pub reference: Option<String>,
        /// ISO 3166 country.
        pub country: String,
        /// The IANA name of its time zone.
        pub zone: String,
        /// Who keeps the relationship.
        pub relationship_owner: Option<PersonRef>,
        /// A customer since.
        pub since_on: Option<Date>,
        /// What matters to them, in words.
        pub what_matters: String,
        /// The people there.
        pub contacts: Vec<ContactView>,
        /// How many promises to them stand open, were kept, broken, released.
        pub promises: PromiseTally,
    }
}
view! {
    /// Promises to one account, counted over the whole time.
    pub struct PromiseTally {
        /// Still to be kept.
        pub open: i64,
        /// Kept.
        pub kept: i64,
        /// Broken.
        pub broken: i64,
        /// The customer let us off.
        pub released: i64,
    }
}
view! {
    /// One line of the list of accounts.
    pub struct AccountLine {
        /// The id.
        pub id: Uuid,
        /// The name.
        pub name: String,
        /// ISO 3166 country.
        pub country: String,
        /// Who keeps the relationship.
        pub relationship_owner: Option<PersonRef>,
        /// Cases in which we still owe something.
        pub open_cases: i64,
        /// Promises still to be kept.
        pub open_promises: i64,
    }
}
view! {
    /// A page of accounts.
    pub struct AccountList {
        /// By name.
        pub accounts: Vec<AccountLine>,
        /// Give it as `after` to go on; null at the end.
        pub next: Option<String>,
    }
}
view! {
    /// One thing that is owed now.
    pub struct RunLineView {
        /// What is owed.
        pub clock: String,
        /// The promise, step, option or escalation it is about.
        pub about: Option<Uuid>,
        /// By when.
        pub due: Timestamp,
        /// The case.
        pub case: String,
        /// The trouble in the customer's words.
        pub title: String,
        /// How much harm.
        pub severity: String,
        /// The customer firm.
        pub account: AccountRef,
        /// Whom to call.
        pub contact: Option<String>,
        /// Their number.
        pub phone: Option<String>,
        /// What was promised, when it is about a promise.
        pub promise: Option<String>,
        /// Who owes it.
        pub owed_by: PersonRef,
    }
}
view! {
    /// One block of *Run to it*.
    pub struct RunBlockView {
        /// Which block; they always come in the same order.
        pub block: String,
        /// The most pressing first, at most 25.
        pub lines: Vec<RunLineView>,
        /// How many there are; 1001 says: more than a thousand.
        pub count: i64,
    }
}
view! {
    /// Who must hear from us, now.
    pub struct RunToItView {
        /// Every block, empty ones too.
        pub blocks: Vec<RunBlockView>,
    }
}
view! {
    /// What came of a command.
    pub struct DoneView {
        /// The number of the case.
        pub case: String,
        /// Its version now; give it as `If-Match` with the next change.
        pub version: u64,
        /// The sequence numbers of what happened; empty when there was nothing to do, or it was done before.
        pub events: Vec<u64>,
        /// The case that was opened beside it.
        pub other: Option<String>,
    }
}
view! {
    /// One thing that can be asked of a case.
    pub struct CommandView {
        /// Its word: `POST /api/v1/cases/{number}/actions/<word>`.
        pub word: String,
        /// What it does.
        pub what: String,
        /// Who may ask it.
        pub who: String,
    }
}
view! {
    /// Everything that can be asked.
    pub struct CommandList {
        /// In the order of the work.
        pub commands: Vec<CommandView>,
    }
}
