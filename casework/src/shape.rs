//! What a command looks like from outside: one declaration gives the struct, its JSON, its API schema and its form choices.

/// The outside form of a value; the API document, the shell's help and the browser's forms are made from it.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    Text,
    Integer,
    Truth,
    Time,
    Date,
    Id,
    OneOf(&'static [&'static str]),
    Optional(Box<Shape>),
    List(Box<Shape>),
    Object(&'static str, Vec<Field>),
}

/// One field of a command.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    pub name: &'static str,
    /// What the field means, in a sentence, with unit and range.
    pub doc: String,
    pub shape: Shape,
    pub required: Required,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Required {
    Yes,
    No,
}

/// A type that can say its outside form.
pub trait Shaped {
    fn shape() -> Shape;
}

macro_rules! shape_of {
    ($($t:ty => $s:expr),* $(,)?) => { $(impl Shaped for $t { fn shape() -> Shape { $s } })* };
}
shape_of! {
    String => Shape::Text, i64 => Shape::Integer, u64 => Shape::Integer, u32 => Shape::Integer, u16 => Shape::Integer, u8 => Shape::Integer,
    bool => Shape::Truth, jiff::Timestamp => Shape::Time, jiff::civil::Date => Shape::Date, uuid::Uuid => Shape::Id,
}
impl<T: Shaped> Shaped for Option<T> {
    fn shape() -> Shape {
        Shape::Optional(Box::new(T::shape()))
    }
}
impl<T: Shaped> Shaped for Vec<T> {
    fn shape() -> Shape {
        Shape::List(Box::new(T::shape()))
    }
}
impl<T: Shaped> Shaped for Box<T> {
    fn shape() -> Shape {
        T::shape()
    }
}

/// Declares a closed list of words: the enum, its JSON words, and the list of all of them.
#[macro_export]
macro_rules! choices {
    ($(#[$m:meta])* pub enum $n:ident { $($(#[$vm:meta])* $v:ident = $s:literal),* $(,)? }) => {
        $(#[$m])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $n { $($(#[$vm])* #[serde(rename = $s)] $v),* }
        impl $n {
            /// Every choice, in the order shown to people.
            pub const ALL: &'static [$n] = &[$($n::$v),*];
            /// The words used in JSON, forms and the database.
            pub const WORDS: &'static [&'static str] = &[$($s),*];
            pub fn word(self) -> &'static str { match self { $($n::$v => $s),* } }
            pub fn from_word(word: &str) -> Option<Self> { match word { $($s => Some($n::$v),)* _ => None } }
        }
        impl $crate::shape::Shaped for $n {
            fn shape() -> $crate::shape::Shape { $crate::shape::Shape::OneOf($n::WORDS) }
        }
    };
}

/// Declares a struct that comes from outside: unknown fields are errors, and it can say its shape.
#[macro_export]
macro_rules! asked {
    ($(#[$m:meta])* pub struct $n:ident { $($(#[doc = $d:literal])* $(#[serde($s:ident)])? pub $f:ident : $t:ty),* $(,)? }) => {
        $(#[$m])*
        #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $n { $($(#[doc = $d])* $(#[serde($s)])? pub $f: $t),* }
        impl $crate::shape::Shaped for $n {
            fn shape() -> $crate::shape::Shape {
                $crate::shape::Shape::Object(stringify!($n), vec![$($crate::shape::Field {
                    name: stringify!($f),
                    doc: <[&str]>::concat(&[$($d),*]).trim().to_owned(),
                    shape: <$t as $crate::shape::Shaped>::shape(),
                    required: $crate::shape::required(&<$t as $crate::shape::Shaped>::shape(), &[$(stringify!($s))?]),
                }),*])
            }
        }
    };
}

/// A field may be left out when it is optional or has a default.
pub fn required(shape: &Shape, attributes: &[&str]) -> Required {
    if matches!(shape, Shape::Optional(_)) || attributes.contains(&"default") { Required::No } else { Required::Yes }
}
