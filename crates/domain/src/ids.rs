//! One type an id, so that no id is taken for another.
//!
//! Every id is a UUIDv7 made by the app. It tells the time it was made, so it is
//! shown only to people who may know that time; a stranger sees a handle or a
//! random token instead.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(formatter)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }
    )+};
}

ids! {
    /// A community: one tenant.
    CommunityId,
    /// A member or guest of one community.
    PersonId,
    /// An e-mail address of one person.
    AddressId,
    /// A named set of members.
    GroupId,
    /// A conversation.
    ConversationId,
    /// A person or a group in a conversation.
    ParticipantId,
    /// A pending participation, with the first message.
    InvitationId,
    /// An entry in a conversation.
    MessageId,
    /// One mail to one address.
    DeliveryId,
    /// A browser somebody signed in with.
    SessionId,
    /// A personal token of the API.
    ApiTokenId,
    /// A link in a mail that works once.
    LinkId,
    /// Somebody who asked to sign up and has not confirmed the address.
    SignUpId,
}
