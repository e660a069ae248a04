//! Conversations: who is in, who may write, who was asked.

mod change;
mod digest;
mod invitation;
mod message;
mod participant;
mod standing;
mod title;

pub use change::ChangeKind;
pub use digest::DIGEST_WINDOW;
pub use invitation::{
    Became, DECLINING_UNDONE_ON_ITS_PAGE_WITHIN, INVITATIONS_A_DAY, INVITATIONS_A_DAY_WHEN_NEW, InvitationState,
    NEW_MEMBER, ONE_PER_PAIR_IN, PairHistory, ReceivedInvitation, SentInvitation, SentInvitations, UNDECIDED_AT_ONCE,
    UNDECIDED_LAPSES, WITHDRAWAL_UNDONE_WITHIN, is_lapsed, may_accept, may_change, may_decline, may_invite,
    may_undo_declining, may_undo_withdrawal,
};
pub use message::{
    ClientId, EntryKind, KIBIBYTES_BY_PERSON, LARGE_BYTES, MESSAGES_BY_PERSON, MessageText, Origin, UNDO_DELETING,
    may_restore,
};
pub use participant::{Asked, ConversationKind, Level, ParticipantState, Party, Shelf, ToldState};
pub use standing::{Stand, Standing};
pub use title::Title;
