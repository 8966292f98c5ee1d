//! What comes out of a statement: cells, columns and records, the same from both engines.

use crate::fault::Fault;
use jiff::{Timestamp, civil::Date};
use rusqlite::types::ValueRef;
use std::{cell::Cell as Counter, error::Error};
use tokio_postgres::types::{FromSql, Type};
use uuid::Uuid;

/// One value as the engine keeps it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Cell<'r> {
    Null,
    Int(i64),
    /// Only ranks of a search come as floating point; nothing is kept so.
    Real(f64),
    Id(Uuid),
    Text(&'r str),
    Blob(&'r [u8]),
}

impl Cell<'_> {
    fn kind(&self) -> String {
        match self {
            Cell::Null => "null".into(),
            Cell::Int(v) => v.to_string(),
            Cell::Real(v) => v.to_string(),
            Cell::Id(_) => "an id".into(),
            Cell::Text(v) => format!("text of {} bytes", v.len()),
            Cell::Blob(v) => format!("{} bytes", v.len()),
        }
    }
}

impl<'r> FromSql<'r> for Cell<'r> {
    fn from_sql(ty: &Type, raw: &'r [u8]) -> Result<Self, Box<dyn Error + Sync + Send>> {
        Ok(match *ty {
            Type::INT8 => Cell::Int(i64::from_sql(ty, raw)?),
            Type::INT4 => Cell::Int(i32::from_sql(ty, raw)?.into()),
            Type::INT2 => Cell::Int(i16::from_sql(ty, raw)?.into()),
            Type::BOOL => Cell::Int(bool::from_sql(ty, raw)?.into()),
            Type::FLOAT8 => Cell::Real(f64::from_sql(ty, raw)?),
            Type::FLOAT4 => Cell::Real(f32::from_sql(ty, raw)?.into()),
            Type::UUID => Cell::Id(Uuid::from_sql(ty, raw)?),
            Type::TEXT | Type::VARCHAR | Type::NAME | Type::BPCHAR | Type::UNKNOWN => {
                Cell::Text(<&str>::from_sql(ty, raw)?)
            }
            Type::BYTEA => Cell::Blob(raw),
            _ => return Err(format!("a result of type {ty}; cast it to bigint or text in the statement").into()),
        })
    }

    fn from_sql_null(_: &Type) -> Result<Self, Box<dyn Error + Sync + Send>> {
        Ok(Cell::Null)
    }

    fn accepts(_: &Type) -> bool {
        true
    }
}

pub(crate) enum Source<'r> {
    Sqlite(&'r rusqlite::Row<'r>),
    Postgres(&'r tokio_postgres::Row),
}

/// One row, read from left to right.
pub struct Row<'r> {
    source: Source<'r>,
    at: Counter<usize>,
}

impl<'r> Row<'r> {
    pub(crate) fn new(source: Source<'r>) -> Self {
        Self { source, at: Counter::new(0) }
    }

    /// The next column, or the next few where `T` is itself a record.
    pub fn take<T: Record>(&self) -> Result<T, Fault> {
        T::read(self)
    }

    fn cell(&self) -> Result<(usize, Cell<'_>), Fault> {
        let at = self.at.replace(self.at.get() + 1);
        let cell = match &self.source {
            Source::Sqlite(row) => match row.get_ref(at).map_err(|e| Fault::engine(e, "reading a row"))? {
                ValueRef::Null => Cell::Null,
                ValueRef::Integer(v) => Cell::Int(v),
                ValueRef::Real(v) => Cell::Real(v),
                ValueRef::Text(v) => Cell::Text(std::str::from_utf8(v).map_err(|e| Fault::engine(e, "reading text"))?),
                ValueRef::Blob(v) => Cell::Blob(v),
            },
            Source::Postgres(row) => row.try_get(at).map_err(|e| Fault::engine(e, "reading a row"))?,
        };
        Ok((at, cell))
    }
}

/// A type that one column can hold.
pub trait Column: Sized {
    /// What a person would call it, for the sentence when a column holds something else.
    const EXPECTED: &'static str;
    /// `None` when the cell cannot be this.
    fn of(cell: Cell<'_>) -> Option<Self>;
}

/// A type that is read from one or more columns, in order.
pub trait Record: Sized {
    fn read(row: &Row<'_>) -> Result<Self, Fault>;
}

impl<T: Column> Record for T {
    fn read(row: &Row<'_>) -> Result<Self, Fault> {
        let (column, cell) = row.cell()?;
        T::of(cell).ok_or_else(|| Fault::Odd { column, expected: T::EXPECTED, found: cell.kind() })
    }
}

macro_rules! column {
    ($($kind:ty, $expected:literal, $($cell:pat => $value:expr),+;)*) => {$(
        impl Column for $kind {
            const EXPECTED: &'static str = $expected;
            fn of(cell: Cell<'_>) -> Option<Self> {
                match cell { $($cell => $value,)+ _ => None }
            }
        }
    )*};
}

column! {
    i64, "a whole number", Cell::Int(v) => Some(v);
    i32, "a whole number of 32 bits", Cell::Int(v) => v.try_into().ok();
    u32, "a whole number from 0 to 4294967295", Cell::Int(v) => v.try_into().ok();
    u16, "a whole number from 0 to 65535", Cell::Int(v) => v.try_into().ok();
    u8, "a whole number from 0 to 255", Cell::Int(v) => v.try_into().ok();
    bool, "0 or 1", Cell::Int(0) => Some(false), Cell::Int(1) => Some(true);
    f64, "a number", Cell::Real(v) => Some(v), Cell::Int(v) => Some(v as f64);
    String, "text", Cell::Text(v) => Some(v.to_owned());
    Vec<u8>, "bytes", Cell::Blob(v) => Some(v.to_vec());
    Uuid, "an id", Cell::Id(v) => Some(v), Cell::Blob(v) => Uuid::from_slice(v).ok();
    Timestamp, "microseconds since 1970", Cell::Int(v) => Timestamp::from_microsecond(v).ok();
    Date, "a date such as 2026-11-23", Cell::Text(v) => v.parse().ok();
}

impl<const N: usize> Column for [u8; N] {
    const EXPECTED: &'static str = "bytes of a fixed length";
    fn of(cell: Cell<'_>) -> Option<Self> {
        match cell {
            Cell::Blob(v) => v.try_into().ok(),
            _ => None,
        }
    }
}

impl<T: Column> Column for Option<T> {
    const EXPECTED: &'static str = T::EXPECTED;
    fn of(cell: Cell<'_>) -> Option<Self> {
        match cell {
            Cell::Null => Some(None),
            cell => T::of(cell).map(Some),
        }
    }
}

macro_rules! tuple {
    ($($part:ident)+) => {
        impl<$($part: Record),+> Record for ($($part,)+) {
            fn read(row: &Row<'_>) -> Result<Self, Fault> { Ok(($(row.take::<$part>()?,)+)) }
        }
    };
}
tuple! { A }
tuple! { A B }
tuple! { A B C }
tuple! { A B C D }
tuple! { A B C D E }
tuple! { A B C D E F }
tuple! { A B C D E F G }
tuple! { A B C D E F G H }

/// Declares a struct that is read from a row, field by field in the order written. A field may be a column or a record.
#[macro_export]
macro_rules! record {
    ($(#[$meta:meta])* $vis:vis struct $name:ident { $($(#[$note:meta])* $fvis:vis $field:ident : $kind:ty),* $(,)? }) => {
        $(#[$meta])* $vis struct $name { $($(#[$note])* $fvis $field: $kind),* }
        impl $crate::Record for $name {
            fn read(row: &$crate::Row<'_>) -> Result<Self, $crate::Fault> {
                Ok(Self { $($field: row.take::<$kind>()?),* })
            }
        }
    };
}
