//! Conversations: who is in, who may write, who was asked.

mod change;
mod digest;
mod invitation;
mod message;
mod participant;

pub use change::ChangeKind;
pub use digest::DIGEST_WINDOW;
pub use invitation::{
    INVITATIONS_A_DAY, INVITATIONS_A_DAY_WHEN_NEW, InvitationState, NEW_MEMBER, ONE_PER_PAIR_IN, PairHistory,
    SentInvitations, UNDECIDED_AT_ONCE, UNDECIDED_LAPSES, is_lapsed, may_accept, may_change, may_decline, may_invite,
};
pub use message::{
    ClientId, EntryKind, KIBIBYTES_BY_PERSON, LARGE_BYTES, MESSAGES_BY_PERSON, MessageText, Origin, UNDO_DELETING,
    may_restore,
};
pub use participant::{ConversationKind, Level, ParticipantState, Participation};
