//! What goes into a statement: four kinds of value that both engines keep alike.

use jiff::{Timestamp, civil::Date};
use rusqlite::types::{ToSqlOutput, ValueRef};
use std::{borrow::Cow, error::Error};
use tokio_postgres::types::{self as pg, IsNull, Type, private::BytesMut};
use uuid::Uuid;

/// One bound value. There is no floating point on purpose: money, minutes and shares are whole numbers.
#[derive(Debug, Clone, PartialEq)]
pub enum Value<'a> {
    Null,
    Int(i64),
    Id(Uuid),
    Text(Cow<'a, str>),
    Blob(Cow<'a, [u8]>),
}

/// The values of a statement, in the order of `?1`, `?2`, ….
#[macro_export]
macro_rules! params {
    ($($value:expr),* $(,)?) => { [$($crate::Value::from($value)),*] };
}

macro_rules! from {
    ($($kind:ty => |$v:ident| $value:expr;)*) => {
        $(impl<'a> From<$kind> for Value<'a> { fn from($v: $kind) -> Self { $value } })*
    };
}

from! {
    i64 => |v| Value::Int(v);
    i32 => |v| Value::Int(v.into());
    u32 => |v| Value::Int(v.into());
    u16 => |v| Value::Int(v.into());
    u8 => |v| Value::Int(v.into());
    bool => |v| Value::Int(v.into());
    Uuid => |v| Value::Id(v);
    &Uuid => |v| Value::Id(*v);
    String => |v| Value::Text(v.into());
    &'a str => |v| Value::Text(v.into());
    &'a String => |v| Value::Text(v.as_str().into());
    Cow<'a, str> => |v| Value::Text(v);
    Vec<u8> => |v| Value::Blob(v.into());
    &'a [u8] => |v| Value::Blob(v.into());
    &'a Vec<u8> => |v| Value::Blob(v.as_slice().into());
    // Times are microseconds since 1970 in UTC: exact in 64 bits for 290,000 years, ordered, the same on both engines.
    Timestamp => |v| Value::Int(v.as_microsecond());
    // Dates are ISO 8601 text: readable in any SQL tool, and they sort.
    Date => |v| Value::Text(v.to_string().into());
}

impl<'a, const N: usize> From<[u8; N]> for Value<'a> {
    fn from(bytes: [u8; N]) -> Self {
        Value::Blob(bytes.to_vec().into())
    }
}

impl<'a, const N: usize> From<&'a [u8; N]> for Value<'a> {
    fn from(bytes: &'a [u8; N]) -> Self {
        Value::Blob(bytes.as_slice().into())
    }
}

impl<'a, T: Into<Value<'a>>> From<Option<T>> for Value<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Value::Null, Into::into)
    }
}

impl Value<'_> {
    /// The same value without borrowing, for a statement that is sent now and answered later.
    pub fn into_owned(self) -> Value<'static> {
        match self {
            Value::Null => Value::Null,
            Value::Int(v) => Value::Int(v),
            Value::Id(v) => Value::Id(v),
            Value::Text(v) => Value::Text(v.into_owned().into()),
            Value::Blob(v) => Value::Blob(v.into_owned().into()),
        }
    }

    fn kind(&self) -> &'static str {
        match self {
            Value::Null => "null",
            Value::Int(_) => "a whole number",
            Value::Id(_) => "an id",
            Value::Text(_) => "text",
            Value::Blob(_) => "bytes",
        }
    }
}

/// One value that holds many, for the words `{ids ?n}`, `{ints ?n}` and `{texts ?n}` after `in`:
/// `where id in {ids ?1}` bound to `list(case_ids)`.
pub fn list<'a, T: Into<Value<'a>>>(items: impl IntoIterator<Item = T>) -> Value<'static> {
    let items = items.into_iter().map(|item| match item.into() {
        Value::Null => serde_json::Value::Null,
        Value::Int(v) => v.into(),
        Value::Id(v) => v.simple().to_string().into(),
        Value::Text(v) => v.into_owned().into(),
        Value::Blob(v) => hex::encode(v).into(),
    });
    Value::Text(serde_json::Value::Array(items.collect()).to_string().into())
}

impl rusqlite::ToSql for Value<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Value::Null => ValueRef::Null,
            Value::Int(v) => ValueRef::Integer(*v),
            Value::Id(v) => ValueRef::Blob(v.as_bytes()),
            Value::Text(v) => ValueRef::Text(v.as_bytes()),
            Value::Blob(v) => ValueRef::Blob(v),
        }))
    }
}

impl pg::ToSql for Value<'_> {
    fn to_sql(&self, ty: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
        match (self, ty) {
            (Value::Null, _) => Ok(IsNull::Yes),
            (Value::Int(v), &Type::INT8) => v.to_sql(ty, out),
            (Value::Int(v), &Type::INT4) => i32::try_from(*v)?.to_sql(ty, out),
            (Value::Int(v), &Type::BOOL) => (*v != 0).to_sql(ty, out),
            (Value::Id(v), &Type::UUID) => v.to_sql(ty, out),
            (Value::Text(v), &(Type::TEXT | Type::VARCHAR | Type::NAME | Type::BPCHAR | Type::UNKNOWN)) => {
                v.as_ref().to_sql(ty, out)
            }
            (Value::Blob(v), &Type::BYTEA) => v.as_ref().to_sql(ty, out),
            _ => Err(format!("{} was bound where PostgreSQL expects {ty}", self.kind()).into()),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    pg::to_sql_checked!();
}
