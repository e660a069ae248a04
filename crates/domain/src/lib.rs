//! The nouns of Snug and their rules.
//!
//! Pure: no clock, no input or output, no database. A rule that depends on the
//! time takes `now`; a rule that depends on what is stored takes it as a value.
//! What a rule forbids, it says as a [`Refusal`]; what a person typed wrong, as
//! an [`Invalid`].

pub mod account;
pub mod allowance;
pub mod api_token;
pub mod colour;
pub mod communities;
pub mod conversations;
pub mod deliveries;
pub mod face;
mod host_name;
pub mod ids;
pub mod invalid;
pub mod people;
pub mod refusal;
pub mod time;
pub mod visible;

pub use ids::{
    AddressId, ApiTokenId, CommunityId, ConversationId, DeliveryId, GroupId, InvitationId, LinkId, MessageId,
    ParticipantId, PersonId, SessionId, SignUpId,
};
pub use invalid::{Field, Invalid, Problem};
pub use refusal::Refusal;
pub use time::{CLOCKS_AGREE_WITHIN, Span, Timestamp};
