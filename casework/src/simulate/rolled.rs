//! Fields as they were rolled, read into a command the same way as a caller's JSON.
use serde::de::value::{Error, MapDeserializer, SeqDeserializer, StringDeserializer};
use serde::de::{Deserializer, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;

/// A value of the outside form of a command.
#[derive(Clone, Debug)]
pub(super) enum Rolled {
    Nothing,
    Truth(bool),
    Whole(i64),
    Text(String),
    List(Vec<Rolled>),
    Fields(Vec<(&'static str, Rolled)>),
}

impl From<&str> for Rolled {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl Rolled {
    /// The same fields with one of them as it is wanted; nothing when the command has no such field.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Rolled>) -> Self {
        if let Self::Fields(fields) = &mut self
            && let Some((_, old)) = fields.iter_mut().find(|(n, _)| *n == name)
        {
            *old = value.into();
        }
        self
    }
}

impl<'de> IntoDeserializer<'de, Error> for Rolled {
    type Deserializer = Self;
    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Rolled {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Self::Nothing => visitor.visit_unit(),
            Self::Truth(yes) => visitor.visit_bool(yes),
            Self::Whole(n) => visitor.visit_i64(n),
            Self::Text(text) => visitor.visit_string(text),
            Self::List(all) => visitor.visit_seq(SeqDeserializer::new(all.into_iter())),
            Self::Fields(fields) => visitor.visit_map(MapDeserializer::new(fields.into_iter())),
        }
    }
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if matches!(self, Self::Nothing) { visitor.visit_none() } else { visitor.visit_some(self) }
    }
    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let word: StringDeserializer<Error> = match self {
            Self::Text(text) => text.into_deserializer(),
            _ => String::new().into_deserializer(),
        };
        word.deserialize_enum(name, variants, visitor)
    }
    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple tuple_struct map struct
        identifier ignored_any
    }
}
