//! Keep and find: one SQL text for SQLite and PostgreSQL, on threads of its own, without deciding anything.

pub mod commit;
pub mod db;
pub mod dialect;
pub mod facts;
pub mod fault;
pub mod firm;
pub mod history;
pub mod holidays;
mod lane;
pub mod migrate;
mod pipeline;
pub mod playbooks;
mod postgres;
pub mod row;
pub mod search;
mod sqlite;
pub mod target;
mod tls;
pub mod tx;
pub mod value;
pub mod zones;

pub use db::Db;
pub use fault::Fault;
pub use row::{Cell, Column, Record, Row};
pub use target::Target;
pub use tx::{Conn, Tx};
pub use value::{Value, list};
