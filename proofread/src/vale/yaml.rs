//! A YAML file as a tree that knows its lines.
use saphyr_parser::{Event, Parser};

/// Nodes of one file; a style is shorter.
const NODES_AT_MOST: usize = 50_000;
const LEVELS_AT_MOST: usize = 16;

#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Counted from 1.
    pub line: usize,
    pub value: Value,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Word(String),
    List(Vec<Node>),
    Map(Vec<(Node, Node)>),
}

/// What is wrong, and in which line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Odd {
    pub line: usize,
    pub problem: String,
}

impl Odd {
    pub fn new(line: usize, problem: impl Into<String>) -> Self {
        Self { line, problem: problem.into() }
    }
}

impl Node {
    pub fn word(&self) -> Option<&str> {
        match &self.value {
            Value::Word(word) => Some(word),
            _ => None,
        }
    }

    pub fn get(&self, name: &str) -> Option<&Node> {
        match &self.value {
            Value::Map(all) => all.iter().find(|(key, _)| key.word() == Some(name)).map(|(_, value)| value),
            _ => None,
        }
    }

    /// The parts of a list; one word alone is a list of it.
    pub fn list(&self) -> &[Node] {
        match &self.value {
            Value::List(all) => all,
            Value::Word(_) => std::slice::from_ref(self),
            Value::Map(_) => &[],
        }
    }

    pub fn map(&self) -> &[(Node, Node)] {
        match &self.value {
            Value::Map(all) => all,
            _ => &[],
        }
    }
}

/// # Errors
/// What is no YAML, with its line.
pub fn read(text: &str) -> Result<Node, Odd> {
    let mut reader = Reader { parser: Parser::new_from_str(text), nodes: 0 };
    loop {
        match reader.next()? {
            (Event::StreamEnd, line) => return Err(Odd::new(line, "the file is empty")),
            (Event::StreamStart | Event::DocumentStart(_) | Event::Nothing, _) => {}
            (event, line) => return reader.node(event, line, 0),
        }
    }
}

struct Reader<'a> {
    parser: Parser<'a, saphyr_parser::StrInput<'a>>,
    nodes: usize,
}

impl<'a> Reader<'a> {
    fn next(&mut self) -> Result<(Event<'a>, usize), Odd> {
        match self.parser.next_event() {
            Some(Ok((event, span))) => Ok((event, span.start.line())),
            Some(Err(odd)) => Err(Odd::new(odd.marker().line(), odd.info())),
            None => Ok((Event::StreamEnd, 0)),
        }
    }

    fn node(&mut self, event: Event<'a>, line: usize, level: usize) -> Result<Node, Odd> {
        self.nodes += 1;
        if self.nodes > NODES_AT_MOST || level > LEVELS_AT_MOST {
            return Err(Odd::new(line, "this is too long for a rule"));
        }
        let value = match event {
            Event::Scalar(word, ..) => Value::Word(word.into_owned()),
            Event::SequenceStart(..) => {
                let mut all = vec![];
                loop {
                    match self.next()? {
                        (Event::SequenceEnd, _) => break Value::List(all),
                        (event, line) => all.push(self.node(event, line, level + 1)?),
                    }
                }
            }
            Event::MappingStart(..) => {
                let mut all = vec![];
                loop {
                    match self.next()? {
                        (Event::MappingEnd, _) => break Value::Map(all),
                        (event, line) => {
                            let key = self.node(event, line, level + 1)?;
                            let (event, line) = self.next()?;
                            all.push((key, self.node(event, line, level + 1)?));
                        }
                    }
                }
            }
            _ => return Err(Odd::new(line, "an alias or an end where a value is wanted")),
        };
        Ok(Node { line, value })
    }
}
