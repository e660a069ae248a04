//! What a statement can be given, and the one form both engines take it in.
//!
//! A value never shows itself: its `Debug` tells only its kind, because drivers
//! print the parameters of statements when they log.

use snug_domain::people::{EmailAddress, Handle};
use snug_domain::{
    AddressId, ApiTokenId, CommunityId, ConversationId, DeliveryId, GroupId, InvitationId, LinkId, MessageId,
    ParticipantId, PersonId, SessionId, SignUpId, Timestamp,
};
use std::fmt;
use uuid::Uuid;

/// One value on its way into a statement or out of a row.
#[derive(Clone, Copy)]
pub(crate) enum Value<'a> {
    Null,
    Integer(i64),
    Boolean(bool),
    Text(&'a str),
    Bytes(&'a [u8]),
    Id(Uuid),
}

impl Value<'_> {
    /// The kind of value, for messages about mistakes.
    pub(crate) const fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Integer(_) => "an integer",
            Self::Boolean(_) => "a boolean",
            Self::Text(_) => "text",
            Self::Bytes(_) => "bytes",
            Self::Id(_) => "an id",
        }
    }
}

impl fmt::Debug for Value<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.kind())
    }
}

/// A value that is kept for a while.
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "testing", derive(Debug))]
#[cfg_attr(not(feature = "testing"), expect(unreachable_pub, reason = "only tests name it"))]
pub enum Parameter {
    /// Nothing.
    Null,
    /// A number.
    Integer(i64),
    /// Yes or no.
    Boolean(bool),
    /// A text.
    Text(String),
    /// Bytes.
    Bytes(Vec<u8>),
    /// An id.
    Id(Uuid),
}

impl From<Value<'_>> for Parameter {
    fn from(value: Value<'_>) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Integer(integer) => Self::Integer(integer),
            Value::Boolean(boolean) => Self::Boolean(boolean),
            Value::Text(text) => Self::Text(text.to_owned()),
            Value::Bytes(bytes) => Self::Bytes(bytes.to_vec()),
            Value::Id(id) => Self::Id(id),
        }
    }
}

impl Bind for Parameter {
    fn value(&self) -> Value<'_> {
        match self {
            Self::Null => Value::Null,
            Self::Integer(integer) => Value::Integer(*integer),
            Self::Boolean(boolean) => Value::Boolean(*boolean),
            Self::Text(text) => Value::Text(text),
            Self::Bytes(bytes) => Value::Bytes(bytes),
            Self::Id(id) => Value::Id(*id),
        }
    }
}

/// Something a statement can be given.
pub(crate) trait Bind {
    /// The form the engines take it in.
    fn value(&self) -> Value<'_>;
}

impl<T: Bind + ?Sized> Bind for &T {
    fn value(&self) -> Value<'_> {
        T::value(self)
    }
}

impl<T: Bind> Bind for Option<T> {
    fn value(&self) -> Value<'_> {
        self.as_ref().map_or(Value::Null, Bind::value)
    }
}

impl Bind for i64 {
    fn value(&self) -> Value<'_> {
        Value::Integer(*self)
    }
}

impl Bind for Timestamp {
    fn value(&self) -> Value<'_> {
        Value::Integer(self.0)
    }
}

impl Bind for bool {
    fn value(&self) -> Value<'_> {
        Value::Boolean(*self)
    }
}

impl Bind for str {
    fn value(&self) -> Value<'_> {
        Value::Text(self)
    }
}

impl Bind for String {
    fn value(&self) -> Value<'_> {
        Value::Text(self)
    }
}

impl Bind for EmailAddress {
    fn value(&self) -> Value<'_> {
        Value::Text(self.as_str())
    }
}

impl Bind for Handle {
    fn value(&self) -> Value<'_> {
        Value::Text(self.as_str())
    }
}

impl Bind for [u8] {
    fn value(&self) -> Value<'_> {
        Value::Bytes(self)
    }
}

impl Bind for Vec<u8> {
    fn value(&self) -> Value<'_> {
        Value::Bytes(self)
    }
}

impl<const LENGTH: usize> Bind for [u8; LENGTH] {
    fn value(&self) -> Value<'_> {
        Value::Bytes(self)
    }
}

impl Bind for Uuid {
    fn value(&self) -> Value<'_> {
        Value::Id(*self)
    }
}

macro_rules! bind_ids {
    ($($id:ident),+ $(,)?) => {$(
        impl Bind for $id {
            fn value(&self) -> Value<'_> {
                Value::Id(self.0)
            }
        }
    )+};
}

bind_ids! {
    AddressId, ApiTokenId, CommunityId, ConversationId, DeliveryId, GroupId, InvitationId, LinkId, MessageId,
    ParticipantId, PersonId, SessionId, SignUpId,
}
