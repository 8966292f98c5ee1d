//! A customer who is not here yet, added with their first trouble: whoever is on the line does not wait for a form of their own.
use super::desk;
use super::do_on_case::Pairs;
use super::fail::Oops;
use super::ui::{Field, Form, Typed};
use crate::session::Agent;
use casework::ids::{AccountId, ContactId, RequestId};
use store::accounts::{self, Account};
use store::audit::NotKept;
use store::contacts::{self, Contact};
use uuid::Uuid;

/// The firm and the person on the line, as they were typed. Both ids follow from the request, so that pressing twice adds one.
pub struct Newcomer {
    request: RequestId,
    firm: String,
    contact: Option<(String, String)>,
    /// The address of a letter that they wrote.
    email: String,
}

impl Newcomer {
    /// Nothing when a customer was chosen, or no new one named.
    pub fn of(typed: &Typed, request: RequestId) -> Option<Self> {
        let firm = typed.filled("new_customer").filter(|_| typed.filled("account").is_none())?.to_owned();
        let phone = typed.value("new_phone").to_owned();
        let contact = typed.filled("new_contact").map(|name| (name.to_owned(), phone));
        Some(Self { request, firm, contact, email: typed.value("new_email").to_owned() })
    }
    fn account(&self) -> AccountId {
        AccountId(Uuid::new_v5(&self.request.0, b"account"))
    }
    fn contact(&self) -> ContactId {
        ContactId(Uuid::new_v5(&self.request.0, b"contact"))
    }
    /// What was sent, as if they had been here and chosen.
    pub fn chosen(&self, mut pairs: Pairs) -> Pairs {
        pairs.retain(|(name, _)| name != "account" && name != "contact");
        pairs.push(("account".into(), self.account().to_string()));
        if self.contact.is_some() {
            pairs.push(("contact".into(), self.contact().to_string()));
        }
        pairs
    }

    /// Adds both; whoever adds them keeps the relationship until somebody else does (S235). Says whether they are here now.
    ///
    /// # Errors
    /// A fault of ours, or a reader who may not add customers.
    pub async fn add(&self, me: &Agent, typed: &mut Typed) -> Result<bool, Oops> {
        desk::may_work(me)?;
        let mut account = Account::named(self.account(), &self.firm);
        account.zone.clone_from(&me.person.zone);
        account.relationship_owner = Some(me.person.id);
        let contact = self.contact.as_ref().map(|(name, phone)| {
            let mut contact = Contact::named(self.contact(), account.id, name);
            contact.phone.clone_from(phone);
            contact.email.clone_from(&self.email);
            contact.language.clone_from(&account.language);
            contact
        });
        let by = me.by(RequestId(Uuid::new_v5(&self.request.0, b"customer")));
        let work = move |tx: &store::Tx| {
            accounts::add(tx, &account, &by)?;
            contact.iter().try_for_each(|contact| contacts::add(tx, contact, &by))
        };
        match me.app.db.write(work).await {
            Ok(()) => Ok(true),
            Err(NotKept::Refused(refusal)) => {
                // The form calls the fields of both by names of their own.
                let field = match refusal.field {
                    Some("phone") => "new_phone",
                    _ => "new_customer",
                };
                desk::beside(me, typed, &refusal.about(field));
                Ok(false)
            }
            Err(NotKept::Fault(fault)) => Err(fault.into()),
        }
    }
}

fn fields() -> [Field; 3] {
    let short = |name, label| Field::text(name, label).autocomplete("off");
    [
        short("new_customer", "open-new-customer").length(200),
        short("new_contact", "open-new-contact").help("open-new-contact-help").length(120).optional(),
        short("new_phone", "open-new-phone").help("open-new-phone-help").length(60).optional(),
    ]
}

/// Where nobody is here yet, in the place of the list.
pub fn first<'f>(form: Form<'f>) -> Form<'f> {
    let [firm, contact, phone] = fields();
    form.field(firm.help("open-new-customer-first")).field(contact).field(phone)
}

/// Folded, where there is a list.
pub fn not_listed<'f>(form: Form<'f>) -> Form<'f> {
    let [firm, contact, phone] = fields();
    form.more("open-not-listed", [firm.optional(), contact, phone])
}
