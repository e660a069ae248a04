//! Reading what a statement answered.
//!
//! A column is read by its name and as the type the caller names; a value of
//! another kind is an [`Error::Corrupt`], never a panic and never a guess. Where
//! one such row must not hold up others, it is read with [`Row::readable`].

use crate::bind::Value;
use crate::error::Error;
use snug_domain::people::{EmailAddress, Handle};
use snug_domain::{
    AddressId, ApiTokenId, CommunityId, ConversationId, DeliveryId, GroupId, InvitationId, LinkId, MessageId,
    ParticipantId, PersonId, SessionId, SignUpId, Timestamp,
};
use std::cell::Cell;
use uuid::Uuid;

/// One row of an answer.
pub(crate) struct Row<'a> {
    statement: &'static str,
    cells: &'a dyn Cells,
    /// The column after the one that was read last: columns are mostly read in the order of their statement, and the
    /// next one is found at the first look.
    next: Cell<usize>,
}

/// The columns of one row, as an engine has them.
pub(crate) trait Cells {
    /// The value at this place, or nothing when there is no such column or it is
    /// of no kind this program uses.
    fn cell(&self, column: usize) -> Option<Value<'_>>;

    /// The name of the column at this place.
    fn name(&self, column: usize) -> Option<&str>;

    /// How many columns there are.
    fn count(&self) -> usize;
}

impl<'a> Row<'a> {
    pub(crate) const fn new(statement: &'static str, cells: &'a dyn Cells) -> Self {
        Self { statement, cells, next: Cell::new(0) }
    }

    /// The value of this column.
    pub(crate) fn get<T: Column>(&self, column: impl Place) -> Result<T, Error> {
        let value = column.find(self).and_then(|column| self.cells.cell(column));
        value.and_then(T::read).ok_or_else(|| self.corrupt(column))
    }

    /// The error for a value that can be read but means nothing.
    pub(crate) fn corrupt(&self, column: impl Place) -> Error {
        Error::Corrupt { statement: self.statement, column: column.name(self) }
    }

    /// What `read` makes of this row; nothing if it cannot be read, which is logged and counted here. A row of a queue
    /// or a list is read so: one that is damaged, or has a word of a newer program, holds up none of the others.
    pub(crate) fn readable<T>(&self, read: impl FnOnce(&Self) -> Result<T, Error>) -> Result<Option<T>, Error> {
        match read(self) {
            Err(error @ Error::Corrupt { .. }) => {
                error.report_unreadable();
                Ok(None)
            }
            read => read.map(Some),
        }
    }

    fn find(&self, name: &str) -> Option<usize> {
        let (count, next) = (self.cells.count(), self.next.get());
        let found = (next..count).chain(0..next.min(count)).find(|column| self.cells.name(*column) == Some(name));
        self.next.set(found.map_or(next, |column| column + 1));
        found
    }
}

/// Which column of a row.
pub(crate) trait Place: Copy {
    /// Its number, from 0.
    fn find(self, row: &Row<'_>) -> Option<usize>;

    /// Its name.
    fn name(self, row: &Row<'_>) -> String;
}

impl Place for &'static str {
    fn find(self, row: &Row<'_>) -> Option<usize> {
        row.find(self)
    }

    fn name(self, _: &Row<'_>) -> String {
        self.to_owned()
    }
}

impl Place for usize {
    fn find(self, _: &Row<'_>) -> Option<usize> {
        Some(self)
    }

    fn name(self, row: &Row<'_>) -> String {
        row.cells.name(self).map_or_else(|| self.to_string(), str::to_owned)
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

impl Column for EmailAddress {
    fn read(value: Value<'_>) -> Option<Self> {
        match value {
            Value::Text(text) => Self::parse(text).ok(),
            _ => None,
        }
    }
}

impl Column for Handle {
    fn read(value: Value<'_>) -> Option<Self> {
        match value {
            Value::Text(text) => Self::parse(text).ok(),
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
