//! Values as SQLite keeps them: ids are 16 bytes, booleans 0 and 1.

use crate::bind::Value;
use crate::row::Cells;
use rusqlite::types::{ToSql, ToSqlOutput, ValueRef};

impl ToSql for Value<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Integer(integer) => ValueRef::Integer(*integer),
            Self::Boolean(boolean) => ValueRef::Integer(i64::from(*boolean)),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
            Self::Bytes(bytes) => ValueRef::Blob(bytes),
            Self::Id(id) => ValueRef::Blob(id.as_bytes()),
        }))
    }
}

/// A row with the names of its columns.
pub(super) struct NamedRow<'a> {
    pub(super) row: &'a rusqlite::Row<'a>,
    pub(super) columns: &'a [String],
}

impl Cells for NamedRow<'_> {
    fn cell(&self, column: usize) -> Option<Value<'_>> {
        match self.row.get_ref(column).ok()? {
            ValueRef::Null => Some(Value::Null),
            ValueRef::Integer(integer) => Some(Value::Integer(integer)),
            ValueRef::Text(text) => std::str::from_utf8(text).ok().map(Value::Text),
            ValueRef::Blob(bytes) => Some(Value::Bytes(bytes)),
            ValueRef::Real(_) => None,
        }
    }

    fn name(&self, column: usize) -> Option<&str> {
        self.columns.get(column).map(String::as_str)
    }

    fn count(&self) -> usize {
        self.columns.len()
    }
}
