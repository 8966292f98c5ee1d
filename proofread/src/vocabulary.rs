//! Every word and stem that a pack knows, in one trie: a token's letters lead to the classes that it belongs to.
//!
//! A *class* is what one step of a phrase accepts (`{late|delay*|<sorry>}`). A *set* is all classes that one word belongs to.
use crate::quick::QuickMap;
use std::rc::Rc;

/// What one step of a phrase accepts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ClassId(pub u32);
/// All classes of one word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct SetId(pub u32);
/// A word, a stem or a name, as a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Symbol(u32);

/// One thing that a class accepts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Entry {
    // A stem stands before a word of the same letters: `build` relies on it.
    Stem(Symbol),
    Word(Symbol),
    /// A list of the pack; its entries of several words are found before the rules are.
    List(Symbol),
    /// A date, an amount …: `spans.rs` finds them.
    Typed(Symbol),
}

/// Collects classes and builds the trie.
#[derive(Default)]
pub struct Classes {
    symbols: QuickMap<Rc<str>, Symbol>,
    texts: Vec<Rc<str>>,
    known: QuickMap<Rc<[Entry]>, ClassId>,
    /// The classes of one entry alone: most are.
    alone: QuickMap<Entry, ClassId>,
    all: Vec<Rc<[Entry]>>,
    /// An entry and a list that holds it as one of its single words.
    within: Vec<(Entry, Symbol)>,
}

impl Classes {
    pub fn symbol(&mut self, text: &str) -> Symbol {
        if let Some(known) = self.symbols.get(text) {
            return *known;
        }
        let symbol = Symbol(self.texts.len() as u32);
        let text: Rc<str> = text.into();
        self.texts.push(text.clone());
        self.symbols.insert(text, symbol);
        symbol
    }

    fn text(&self, symbol: Symbol) -> &str {
        &self.texts[symbol.0 as usize]
    }

    pub fn of(&mut self, mut entries: Vec<Entry>) -> ClassId {
        entries.sort_unstable();
        entries.dedup();
        if let [entry] = entries[..] {
            return self.one(entry);
        }
        if let Some(id) = self.known.get(&entries[..]) {
            return *id;
        }
        let id = ClassId(self.all.len() as u32);
        let entries: Rc<[Entry]> = entries.into();
        self.all.push(entries.clone());
        self.known.insert(entries, id);
        id
    }

    pub fn one(&mut self, entry: Entry) -> ClassId {
        let fresh = ClassId(self.all.len() as u32);
        let id = *self.alone.entry(entry).or_insert(fresh);
        if id == fresh {
            self.all.push(Rc::new([entry]));
        }
        id
    }

    pub fn put_in_list(&mut self, entry: Entry, list: &str) {
        let list = self.symbol(list);
        self.within.push((entry, list));
    }

    /// How many different words lead to each class, as far as that is known: fewer makes a better place to look first.
    pub fn breadths(&self, common: &[String]) -> Vec<u32> {
        let mut is_common = vec![false; self.texts.len()];
        for known in common.iter().filter_map(|word| self.symbols.get(word.as_str())) {
            is_common[known.0 as usize] = true;
        }
        let one = |entry: &Entry| match entry {
            Entry::Word(word) if is_common[word.0 as usize] => 500,
            Entry::Word(_) => 1,
            Entry::Stem(stem) => 20_u32.saturating_sub(2 * self.text(*stem).len() as u32).max(3),
            Entry::List(_) => 40,
            Entry::Typed(_) => 60,
        };
        self.all.iter().map(|class| class.iter().map(one).sum()).collect()
    }

    pub fn build(mut self) -> Vocabulary {
        let mut direct: Vec<(Entry, ClassId)> = (0..)
            .zip(&self.all)
            .flat_map(|(at, entries)| entries.iter().map(move |entry| (*entry, ClassId(at))))
            .collect();
        direct.sort_unstable();
        self.within.sort_unstable();
        let mut entries: Vec<Entry> =
            direct.iter().map(|(e, _)| *e).chain(self.within.iter().map(|(e, _)| *e)).collect();
        entries.sort_unstable();
        entries.dedup();
        let mut holders = Holders { direct: &direct, within: &self.within, lists: QuickMap::default() };
        let mut built = Builder::default();
        let mut spans = QuickMap::default();
        let mut words = vec![];
        for entry in entries {
            let classes = holders.of(entry);
            match entry {
                Entry::Word(word) => words.push((self.text(word), Ends::Here, classes)),
                Entry::Stem(stem) => words.push((self.text(stem), Ends::Anywhere, classes)),
                Entry::List(name) | Entry::Typed(name) => {
                    spans.insert(self.text(name).to_owned(), built.sets.of(classes));
                }
            }
        }
        words.sort_unstable_by_key(|(word, ends, _)| (*word, *ends));
        for (word, ends, classes) in words {
            built.add(word.as_bytes(), ends, classes);
        }
        built.finish(self.all.len(), spans)
    }
}

/// Every class that an entry belongs to, also by way of lists.
struct Holders<'a> {
    direct: &'a [(Entry, ClassId)],
    within: &'a [(Entry, Symbol)],
    lists: QuickMap<Symbol, Vec<ClassId>>,
}

impl Holders<'_> {
    fn of(&mut self, entry: Entry) -> Vec<ClassId> {
        let mut classes: Vec<ClassId> = of_entry(self.direct, entry).collect();
        let lists = of_entry(self.within, entry);
        for list in lists {
            // A list within itself would never end; the loader refuses it.
            if Entry::List(list) == entry {
                continue;
            }
            if !self.lists.contains_key(&list) {
                let own = self.of(Entry::List(list));
                self.lists.insert(list, own);
            }
            classes.extend(&self.lists[&list]);
        }
        classes.sort_unstable();
        classes.dedup();
        classes
    }
}

/// What stands beside an entry in a sorted list of pairs.
fn of_entry<T: Copy>(all: &[(Entry, T)], entry: Entry) -> impl Iterator<Item = T> + use<'_, T> {
    let from = all.partition_point(|(e, _)| *e < entry);
    all[from..].iter().take_while(move |(e, _)| *e == entry).map(|(_, of)| *of)
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Ends {
    Anywhere,
    Here,
}

/// Sets of classes, each once; the first is the empty one.
struct Sets {
    known: QuickMap<Vec<ClassId>, SetId>,
    /// Where the classes of each set begin.
    from: Vec<u32>,
    classes: Vec<ClassId>,
}

impl Default for Sets {
    fn default() -> Self {
        Self { known: QuickMap::from_iter([(vec![], SetId(0))]), from: vec![0, 0], classes: vec![] }
    }
}

impl Sets {
    fn of(&mut self, classes: Vec<ClassId>) -> SetId {
        if let Some(id) = self.known.get(&classes) {
            return *id;
        }
        let id = SetId(self.from.len() as u32 - 1);
        self.classes.extend(&classes);
        self.from.push(self.classes.len() as u32);
        self.known.insert(classes, id);
        id
    }

    fn with(&mut self, set: SetId, mut more: Vec<ClassId>) -> SetId {
        let own = self.from[set.0 as usize] as usize..self.from[set.0 as usize + 1] as usize;
        if !own.is_empty() {
            more.extend(&self.classes[own]);
            more.sort_unstable();
            more.dedup();
        }
        self.of(more)
    }
}

/// Lays words down in their order, so that a word shares the nodes of its beginning with the one before.
struct Builder {
    /// The parent of each node and the letter that leads from there.
    nodes: Vec<(u32, u8)>,
    here: Vec<SetId>,
    beyond: Vec<SetId>,
    /// The word before, with its nodes from the root on.
    word: Vec<u8>,
    path: Vec<u32>,
    sets: Sets,
}

impl Default for Builder {
    fn default() -> Self {
        let none = vec![SetId(0)];
        Self {
            nodes: vec![(0, 0)],
            here: none.clone(),
            beyond: none,
            word: vec![],
            path: vec![0],
            sets: Sets::default(),
        }
    }
}

impl Builder {
    fn add(&mut self, word: &[u8], ends: Ends, classes: Vec<ClassId>) {
        let shared = self.word.iter().zip(word).take_while(|(a, b)| a == b).count();
        self.path.truncate(shared + 1);
        for letter in &word[shared..] {
            let parent = self.path[self.path.len() - 1];
            self.path.push(self.nodes.len() as u32);
            self.nodes.push((parent, *letter));
            let beyond = self.beyond[parent as usize];
            self.beyond.push(beyond);
            self.here.push(beyond);
        }
        self.word.clear();
        self.word.extend_from_slice(word);
        let node = self.path[word.len()] as usize;
        let set = self.sets.with(self.beyond[node], classes);
        self.here[node] = set;
        // Nothing that begins with a stem is known yet: it comes behind it.
        if ends == Ends::Anywhere {
            self.beyond[node] = set;
        }
    }

    /// Numbers the letters that occur and lays the nodes out flat.
    fn finish(self, classes: usize, spans: QuickMap<String, SetId>) -> Vocabulary {
        let mut letter = [0u8; 256];
        let mut width = 1;
        for (_, byte) in &self.nodes[1..] {
            let number = &mut letter[usize::from(*byte)];
            if *number == 0 {
                *number = width as u8;
                width += 1;
            }
        }
        let mut next = vec![0u32; self.nodes.len() * width];
        for (at, (parent, byte)) in (0..).zip(&self.nodes).skip(1) {
            next[*parent as usize * width + usize::from(letter[usize::from(*byte)])] = at;
        }
        let Sets { from, classes: members, .. } = self.sets;
        Vocabulary { letter, width, next, here: self.here, beyond: self.beyond, from, members, classes, spans }
    }
}

pub struct Vocabulary {
    letter: [u8; 256],
    width: usize,
    next: Vec<u32>,
    here: Vec<SetId>,
    beyond: Vec<SetId>,
    /// Where the classes of each set begin in `members`.
    from: Vec<u32>,
    members: Vec<ClassId>,
    classes: usize,
    spans: QuickMap<String, SetId>,
}

/// Where a token has come to, letter by letter.
#[derive(Clone, Copy, Default)]
pub struct Walk {
    node: u32,
    fallen: bool,
}

impl Vocabulary {
    #[inline]
    pub fn step(&self, walk: &mut Walk, byte: u8) {
        if walk.fallen {
            return;
        }
        let letter = usize::from(self.letter[usize::from(byte)]);
        let to = if letter == 0 { 0 } else { self.next[walk.node as usize * self.width + letter] };
        if to == 0 {
            walk.fallen = true;
        } else {
            walk.node = to;
        }
    }

    #[inline]
    pub fn end(&self, walk: Walk) -> SetId {
        let node = walk.node as usize;
        if walk.fallen { self.beyond[node] } else { self.here[node] }
    }

    /// The classes of a set, in order.
    #[inline]
    pub fn of(&self, set: SetId) -> &[ClassId] {
        let at = set.0 as usize;
        &self.members[self.from[at] as usize..self.from[at + 1] as usize]
    }

    pub fn holds(&self, set: SetId, class: ClassId) -> bool {
        self.of(set).binary_search(&class).is_ok()
    }

    pub fn classes(&self) -> usize {
        self.classes
    }

    /// The set of a list or a type; nothing asks for it where no phrase names it.
    pub fn span_set(&self, name: &str) -> SetId {
        self.spans.get(name).copied().unwrap_or_default()
    }

    pub fn sets(&self) -> usize {
        self.from.len() - 1
    }
}
