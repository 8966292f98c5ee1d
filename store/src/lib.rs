//! Keep and find: one SQL text for SQLite and PostgreSQL, on threads of its own, without deciding anything.

pub mod db;
pub mod dialect;
pub mod fault;
pub mod holidays;
mod lane;
pub mod migrate;
mod pipeline;
mod postgres;
pub mod row;
mod sqlite;
pub mod target;
mod tls;
pub mod tx;
pub mod value;

pub use db::Db;
pub use fault::Fault;
pub use row::{Cell, Column, Record, Row};
pub use target::Target;
pub use tx::{Conn, Tx};
pub use value::{Value, list};
