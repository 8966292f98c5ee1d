//! Every word and stem that a pack knows, in one trie: a token's letters lead to the classes that it belongs to.
//!
//! A *class* is what one step of a phrase accepts (`{late|delay*|<sorry>}`). A *set* is all classes that one word belongs to;
//! whether a set holds a class is one bit.
use std::collections::{BTreeSet, HashMap};

/// What one step of a phrase accepts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ClassId(pub u32);
/// All classes of one word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct SetId(pub u32);

/// One thing that a class accepts.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Entry {
    Word(String),
    Stem(String),
    /// A list of the pack; its entries of several words are found before the rules are.
    List(String),
    /// A date, an amount …: `spans.rs` finds them.
    Typed(String),
}

/// Collects classes and builds the trie.
#[derive(Default)]
pub struct Classes {
    known: HashMap<Vec<Entry>, ClassId>,
    all: Vec<Vec<Entry>>,
    /// The lists that hold an entry as one of their single words.
    within: HashMap<Entry, BTreeSet<String>>,
}

impl Classes {
    pub fn of(&mut self, mut entries: Vec<Entry>) -> ClassId {
        entries.sort();
        entries.dedup();
        if let Some(id) = self.known.get(&entries) {
            return *id;
        }
        let id = ClassId(self.all.len() as u32);
        self.all.push(entries.clone());
        self.known.insert(entries, id);
        id
    }

    pub fn put_in_list(&mut self, entry: Entry, list: &str) {
        self.within.entry(entry).or_default().insert(list.to_owned());
    }

    /// How many different words lead to each class, as far as that is known: fewer makes a better place to look first.
    pub fn breadths(&self, common: &BTreeSet<String>) -> Vec<u32> {
        let one = |entry: &Entry| match entry {
            Entry::Word(word) if common.contains(word) => 500,
            Entry::Word(_) => 1,
            Entry::Stem(stem) => 20_u32.saturating_sub(2 * stem.len() as u32).max(3),
            Entry::List(_) => 40,
            Entry::Typed(_) => 60,
        };
        self.all.iter().map(|class| class.iter().map(one).sum()).collect()
    }

    fn holding<'a>(&'a self, entry: &Entry, direct: &HashMap<&'a Entry, Vec<ClassId>>, into: &mut BTreeSet<ClassId>) {
        into.extend(direct.get(entry).into_iter().flatten());
        for list in self.within.get(entry).into_iter().flatten() {
            let list = Entry::List(list.clone());
            // A list within itself would never end; the loader refuses it.
            if list != *entry {
                self.holding(&list, direct, into);
            }
        }
    }

    pub fn build(&self) -> Vocabulary {
        let mut direct: HashMap<&Entry, Vec<ClassId>> = HashMap::new();
        for (at, entries) in self.all.iter().enumerate() {
            for entry in entries {
                direct.entry(entry).or_default().push(ClassId(at as u32));
            }
        }
        let mut entries: Vec<&Entry> = direct.keys().copied().chain(self.within.keys()).collect();
        entries.sort();
        entries.dedup();
        let mut built = Builder::new(self.all.len());
        let mut spans = HashMap::new();
        for entry in entries {
            let mut classes = BTreeSet::new();
            self.holding(entry, &direct, &mut classes);
            match entry {
                Entry::Word(word) => built.add(word, &classes, Ends::Here),
                Entry::Stem(stem) => built.add(stem, &classes, Ends::Anywhere),
                Entry::List(name) | Entry::Typed(name) => {
                    spans.insert(name.clone(), built.set(classes));
                }
            }
        }
        built.finish(spans)
    }
}

#[derive(Clone, Copy)]
enum Ends {
    Here,
    Anywhere,
}

#[derive(Default)]
struct Node {
    next: HashMap<u8, u32>,
    here: BTreeSet<ClassId>,
    anywhere: BTreeSet<ClassId>,
}

struct Builder {
    nodes: Vec<Node>,
    sets: Vec<BTreeSet<ClassId>>,
    known: HashMap<BTreeSet<ClassId>, SetId>,
    classes: usize,
}

impl Builder {
    fn new(classes: usize) -> Self {
        let none = BTreeSet::new();
        let known = HashMap::from([(none.clone(), SetId(0))]);
        Self { nodes: vec![Node::default()], sets: vec![none], known, classes }
    }

    fn set(&mut self, classes: BTreeSet<ClassId>) -> SetId {
        if let Some(id) = self.known.get(&classes) {
            return *id;
        }
        let id = SetId(self.sets.len() as u32);
        self.sets.push(classes.clone());
        self.known.insert(classes, id);
        id
    }

    fn with(&mut self, set: SetId, more: &BTreeSet<ClassId>) -> SetId {
        let all = self.sets[set.0 as usize].union(more).copied().collect();
        self.set(all)
    }

    fn add(&mut self, word: &str, classes: &BTreeSet<ClassId>, ends: Ends) {
        let mut at = 0;
        for byte in word.bytes() {
            let fresh = self.nodes.len() as u32;
            let next = *self.nodes[at].next.entry(byte).or_insert(fresh);
            if next == fresh {
                self.nodes.push(Node::default());
            }
            at = next as usize;
        }
        match ends {
            Ends::Here => self.nodes[at].here.extend(classes),
            Ends::Anywhere => self.nodes[at].anywhere.extend(classes),
        }
    }

    /// Numbers the letters that occur and lays the nodes out flat; a child always has a higher number than its parent.
    fn finish(mut self, spans: HashMap<String, SetId>) -> Vocabulary {
        let letters: BTreeSet<u8> = self.nodes.iter().flat_map(|n| n.next.keys().copied()).collect();
        let mut letter = [0u8; 256];
        for (at, byte) in letters.iter().enumerate() {
            letter[usize::from(*byte)] = at as u8 + 1;
        }
        let width = letters.len() + 1;
        let mut next = vec![0u32; self.nodes.len() * width];
        let mut here = vec![SetId(0); self.nodes.len()];
        let mut beyond = vec![SetId(0); self.nodes.len()];
        let nodes = std::mem::take(&mut self.nodes);
        for (at, node) in nodes.iter().enumerate() {
            // Most letters add nothing to what their parent is.
            if !node.anywhere.is_empty() {
                beyond[at] = self.with(beyond[at], &node.anywhere);
            }
            here[at] = if node.here.is_empty() { beyond[at] } else { self.with(beyond[at], &node.here) };
            for (byte, to) in &node.next {
                next[at * width + usize::from(letter[usize::from(*byte)])] = *to;
                beyond[*to as usize] = beyond[at];
            }
        }
        let stride = self.classes.div_ceil(64).max(1);
        let mut bits = vec![0u64; self.sets.len() * stride];
        for (at, set) in self.sets.iter().enumerate() {
            for class in set {
                bits[at * stride + (class.0 / 64) as usize] |= 1 << (class.0 % 64);
            }
        }
        Vocabulary { letter, width, next, here, beyond, bits, stride, spans }
    }
}

pub struct Vocabulary {
    letter: [u8; 256],
    width: usize,
    next: Vec<u32>,
    here: Vec<SetId>,
    beyond: Vec<SetId>,
    bits: Vec<u64>,
    stride: usize,
    spans: HashMap<String, SetId>,
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

    #[inline]
    pub fn holds(&self, set: SetId, class: ClassId) -> bool {
        let word = self.bits[set.0 as usize * self.stride + (class.0 / 64) as usize];
        word >> (class.0 % 64) & 1 == 1
    }

    /// The classes of a set as bits.
    pub fn bits(&self, set: SetId) -> &[u64] {
        &self.bits[set.0 as usize * self.stride..][..self.stride]
    }

    pub fn stride(&self) -> usize {
        self.stride
    }

    /// The set of a list or a type; nothing asks for it where no phrase names it.
    pub fn span_set(&self, name: &str) -> SetId {
        self.spans.get(name).copied().unwrap_or_default()
    }

    pub fn sets(&self) -> usize {
        self.bits.len() / self.stride
    }
}
