//! Lists come in pages, each with where the next begins.

use data_encoding::BASE64URL_NOPAD;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};
use snug_app::conversations::Place;
use snug_domain::{ConversationId, Timestamp};
use std::borrow::Cow;
use utoipa::ToSchema;
use uuid::Uuid;

/// Items on a page, unless the program asks for another number.
pub(crate) const USUAL: u16 = 30;
/// The most it can ask for.
pub(crate) const MOST: u16 = 100;

/// A page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Page<T> {
    /// What is on it.
    pub items: Vec<T>,
    /// What to ask for as `after` to get the next page; null on the last.
    pub next: Option<String>,
}

/// How many items to show.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(try_from = "u16")]
pub(crate) struct Limit(u16);

impl Default for Limit {
    fn default() -> Self {
        Self(USUAL)
    }
}

impl From<Limit> for usize {
    fn from(limit: Limit) -> Self {
        Self::from(limit.0)
    }
}

impl TryFrom<u16> for Limit {
    type Error = String;

    fn try_from(limit: u16) -> Result<Self, Self::Error> {
        if (1..=MOST).contains(&limit) { Ok(Self(limit)) } else { Err(format!("from 1 to {MOST}")) }
    }
}

/// A place in a list of conversations, for a program to hand back and not to look into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Cursor(pub Place);

impl Cursor {
    /// The cursor as text.
    pub(crate) fn write(self) -> String {
        let Place { active_at, conversation } = self.0;
        BASE64URL_NOPAD.encode(&[active_at.0.to_be_bytes().as_slice(), conversation.0.as_bytes()].concat())
    }

    fn read(text: &str) -> Option<Self> {
        let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).ok()?;
        let (active_at, conversation) = bytes.split_first_chunk::<8>()?;
        let conversation = ConversationId(Uuid::from_slice(conversation).ok()?);
        Some(Self(Place { active_at: Timestamp(i64::from_be_bytes(*active_at)), conversation }))
    }
}

impl<'de> Deserialize<'de> for Cursor {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<str>::deserialize(deserializer)?;
        Self::read(&text).ok_or_else(|| D::Error::custom("not what a page said as `next`"))
    }
}

#[cfg(test)]
mod tests {
    use super::Cursor;
    use snug_app::conversations::Place;
    use snug_domain::{ConversationId, Timestamp};
    use uuid::Uuid;

    #[test]
    fn a_place_is_found_again() {
        let place = Place { active_at: Timestamp(-5), conversation: ConversationId(Uuid::from_u128(7)) };
        let text = Cursor(place).write();
        assert_eq!(text.len(), 32, "as the description says");
        assert_eq!(Cursor::read(&text).expect("a place").0, place);
        assert!(Cursor::read("elsewhere").is_none());
    }
}
