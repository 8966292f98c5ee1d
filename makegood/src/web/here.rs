//! Who else has a page open, in words. It is said and forgotten: nothing is kept of where anybody was.
use crate::session::Agent;
use crate::words::{t, t_with};
use std::collections::HashMap;
use store::presence::Here;

/// Names said one by one; more are counted.
const NAMED: usize = 3;

/// What is said of these pages to whoever looks; nothing when nobody else is there.
pub fn words<'a>(agent: &Agent, pages: impl IntoIterator<Item = &'a Here>) -> Option<String> {
    let (mut looking, mut writing): (Vec<&str>, Vec<String>) = (vec![], vec![]);
    let others: Vec<&Here> = pages.into_iter().filter(|page| page.person != agent.person.id).collect();
    for page in others.iter().filter(|page| !page.doing.is_empty()) {
        let what = t(&format!("do-{}", page.doing)).into_owned();
        let said = t_with("here-writes", &[("name", agent.firm.name_of(page.person).into()), ("what", what.into())]);
        if !writing.contains(&said) {
            writing.push(said);
        }
    }
    for page in &others {
        let writes = others.iter().any(|other| other.person == page.person && !other.doing.is_empty());
        let name = agent.firm.name_of(page.person);
        if !writes && !looking.contains(&name) {
            looking.push(name);
        }
    }
    writing.truncate(NAMED);
    if !looking.is_empty() {
        writing.push(t_with("here-looks", &[("names", named(&looking).into()), ("count", looking.len().into())]));
    }
    (!writing.is_empty()).then(|| writing.join(" · "))
}

fn named(names: &[&str]) -> String {
    let (said, more) = names.split_at(names.len().min(NAMED));
    let said = said.join(", ");
    if more.is_empty() { said } else { t_with("here-more", &[("names", said.into()), ("count", more.len().into())]) }
}

/// The pages by what they are about.
pub fn by_place(pages: &[Here]) -> HashMap<&str, Vec<&Here>> {
    let mut all: HashMap<&str, Vec<&Here>> = HashMap::new();
    for page in pages {
        all.entry(page.place.as_str()).or_default().push(page);
    }
    all
}
