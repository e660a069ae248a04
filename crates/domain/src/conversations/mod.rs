//! Conversations: who is in, who may write, who was asked.

mod change;
mod digest;
mod invitation;
mod line;
mod message;
mod participant;
mod reach;
mod reminder;
mod standing;
mod title;

pub use change::{CHANGES_KEPT, ChangeKind};
pub use digest::DIGEST_WINDOW;
pub use invitation::{
    BLOCKING_UNDONE_WITHIN, Became, DECLINING_UNDONE_ON_ITS_PAGE_WITHIN, Here, INVITATIONS_A_DAY,
    INVITATIONS_A_DAY_WHEN_NEW, InvitationState, LEAVING_UNDONE_WITHIN, MOST_PEOPLE, NEW_MEMBER, ONE_PER_PAIR_IN,
    PairHistory, ReceivedInvitation, SentInvitation, SentInvitations, UNDECIDED_AT_ONCE, UNDECIDED_LAPSES,
    WITHDRAWAL_UNDONE_WITHIN, is_lapsed, may_accept, may_ask, may_be_more, may_change, may_decline, may_have_undecided,
    may_invite, may_send, may_undo_declining, may_undo_withdrawal,
};
pub use line::Line;
pub use message::{
    Added, ClientId, EntryKind, History, KIBIBYTES_BY_PERSON, LARGE_BYTES, MESSAGES_BY_PERSON, MessageText, Origin,
    UNDO_DELETING, may_restore,
};
pub use participant::{Adding, Asked, ConversationKind, Level, ParticipantState, Party, Role, Shelf, ToldState, Went};
pub use reach::Reach;
pub use reminder::{REMINDED_AFTER, Reminder, may_remind};
pub use standing::{Stand, Standing};
pub use title::{ConversationTitle, Title};
