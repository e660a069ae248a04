//! Reading what a statement answered.
//!
//! A column is read by its place and as the type the caller names; a value of
//! another kind is an [`Error::Corrupt`], never a panic and never a guess.

use crate::bind::Value;
use crate::error::Error;
use snug_domain::{
    AddressId, ApiTokenId, CommunityId, ConversationId, DeliveryId, GroupId, InvitationId, LinkId, MessageId,
    ParticipantId, PersonId, SessionId, SignUpId, Timestamp,
};
use uuid::Uuid;

/// One row of an answer.
pub(crate) struct Row<'a> {
    statement: &'static str,
    cells: &'a dyn Cells,
}

/// The columns of one row, as an engine has them.
pub(crate) trait Cells {
    /// The value at this place, or nothing when there is no such column or it is
    /// of no kind this program uses.
    fn cell(&self, column: usize) -> Option<Value<'_>>;
}

impl<'a> Row<'a> {
    pub(crate) fn new(statement: &'static str, cells: &'a dyn Cells) -> Self {
        Self { statement, cells }
    }

    /// The value at this place, from 0.
    pub(crate) fn get<T: Column>(&self, column: usize) -> Result<T, Error> {
        self.cells.cell(column).and_then(T::read).ok_or_else(|| self.corrupt(column))
    }

    /// The error for a value that can be read but means nothing.
    pub(crate) fn corrupt(&self, column: usize) -> Error {
        Error::Corrupt { statement: self.statement, column }
    }
}

/// Something that can be read from a column.
pub(crate) trait Column: Sized {
    /// The value as this type, or nothing when it is of another kind.
    fn read(value: Value<'_>) -> Option<Self>;
}

impl<T: Column> Column for Option<T> {
    fn read(value: Value<'_>) -> Option<Self> {
        match value {
            Value::Null => Some(None),
            value => T::read(value).map(Some),
        }
    }
}

impl Column for i64 {
    fn read(value: Value<'_>) -> Option<Self> {
        match value {
            Value::Integer(integer) => Some(integer),
            _ => None,
        }
    }
}

impl Column for Timestamp {
    fn read(value: Value<'_>) -> Option<Self> {
        i64::read(value).map(Self)
    }
}

impl Column for bool {
    fn read(value: Value<'_>) -> Option<Self> {
        match value {
            Value::Boolean(boolean) => Some(boolean),
            // SQLite has no booleans; its comparisons and columns answer 0 or 1.
            Value::Integer(0) => Some(false),
            Value::Integer(1) => Some(true),
            _ => None,
        }
    }
}

impl Column for String {
    fn read(value: Value<'_>) -> Option<Self> {
        match value {
            Value::Text(text) => Some(text.to_owned()),
            _ => None,
        }
    }
}

impl Column for Vec<u8> {
    fn read(value: Value<'_>) -> Option<Self> {
        match value {
            Value::Bytes(bytes) => Some(bytes.to_vec()),
            _ => None,
        }
    }
}

impl<const LENGTH: usize> Column for [u8; LENGTH] {
    fn read(value: Value<'_>) -> Option<Self> {
        match value {
            Value::Bytes(bytes) => bytes.try_into().ok(),
            _ => None,
        }
    }
}

impl Column for Uuid {
    fn read(value: Value<'_>) -> Option<Self> {
        match value {
            Value::Id(id) => Some(id),
            Value::Bytes(bytes) => Self::from_slice(bytes).ok(),
            _ => None,
        }
    }
}

macro_rules! read_ids {
    ($($id:ident),+ $(,)?) => {$(
        impl Column for $id {
            fn read(value: Value<'_>) -> Option<Self> {
                Uuid::read(value).map(Self)
            }
        }
    )+};
}

read_ids! {
    AddressId, ApiTokenId, CommunityId, ConversationId, DeliveryId, GroupId, InvitationId, LinkId, MessageId,
    ParticipantId, PersonId, SessionId, SignUpId,
}
