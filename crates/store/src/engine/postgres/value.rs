//! Values as PostgreSQL keeps them. The server says which type it wants; integers
//! come in three widths, for a literal `1` is narrower than a column.

use crate::bind::Value;
use crate::row::Cells;
use std::error::Error;
use tokio_postgres::types::private::BytesMut;
use tokio_postgres::types::{FromSql, IsNull, ToSql, Type, to_sql_checked};
use uuid::Uuid;

/// A value that is not of the type the server wants.
#[derive(Debug, thiserror::Error)]
#[error("{kind} was given where PostgreSQL wants {wanted}")]
pub(super) struct Mismatch {
    kind: &'static str,
    wanted: String,
}

/// Whether values of this type can be read.
pub(super) fn is_known(kind: &Type) -> bool {
    is_text(kind) || matches!(*kind, Type::INT2 | Type::INT4 | Type::INT8 | Type::BOOL | Type::BYTEA | Type::UUID)
}

fn is_text(kind: &Type) -> bool {
    matches!(*kind, Type::TEXT | Type::VARCHAR | Type::BPCHAR | Type::NAME | Type::UNKNOWN)
}

impl ToSql for Value<'_> {
    fn to_sql(&self, wanted: &Type, buffer: &mut BytesMut) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
        match *self {
            Self::Null => return Ok(IsNull::Yes),
            Self::Integer(integer) if *wanted == Type::INT8 => integer.to_sql(wanted, buffer)?,
            Self::Integer(integer) if *wanted == Type::INT4 => i32::try_from(integer)?.to_sql(wanted, buffer)?,
            Self::Integer(integer) if *wanted == Type::INT2 => i16::try_from(integer)?.to_sql(wanted, buffer)?,
            Self::Boolean(boolean) if *wanted == Type::BOOL => boolean.to_sql(wanted, buffer)?,
            Self::Text(text) if is_text(wanted) => text.to_sql(wanted, buffer)?,
            Self::Bytes(bytes) if *wanted == Type::BYTEA => bytes.to_sql(wanted, buffer)?,
            Self::Id(id) if *wanted == Type::UUID => id.as_bytes().as_slice().to_sql(&Type::BYTEA, buffer)?,
            _ => return Err(Box::new(Mismatch { kind: self.kind(), wanted: wanted.name().to_owned() })),
        };
        Ok(IsNull::No)
    }

    fn accepts(_: &Type) -> bool {
        // Told apart above, where the value is known.
        true
    }

    to_sql_checked!();
}

impl<'a> FromSql<'a> for Value<'a> {
    fn from_sql(kind: &Type, raw: &'a [u8]) -> Result<Self, Box<dyn Error + Sync + Send>> {
        Ok(match *kind {
            Type::INT8 => Self::Integer(i64::from_sql(kind, raw)?),
            Type::INT4 => Self::Integer(i32::from_sql(kind, raw)?.into()),
            Type::INT2 => Self::Integer(i16::from_sql(kind, raw)?.into()),
            Type::BOOL => Self::Boolean(bool::from_sql(kind, raw)?),
            Type::BYTEA => Self::Bytes(raw),
            Type::UUID => Self::Id(Uuid::from_slice(raw)?),
            _ => Self::Text(<&str>::from_sql(kind, raw)?),
        })
    }

    fn from_sql_null(_: &Type) -> Result<Self, Box<dyn Error + Sync + Send>> {
        Ok(Self::Null)
    }

    fn accepts(kind: &Type) -> bool {
        is_known(kind)
    }
}

impl Cells for tokio_postgres::Row {
    fn cell(&self, column: usize) -> Option<Value<'_>> {
        self.try_get(column).ok()
    }

    fn name(&self, column: usize) -> Option<&str> {
        self.columns().get(column).map(tokio_postgres::Column::name)
    }

    fn count(&self) -> usize {
        self.len()
    }
}
