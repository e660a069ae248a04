//! What the rules forbid, in the words of who asked.

use crate::conversations::Became;
use crate::{ConversationId, Timestamp};

/// Why something may not be done now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Conversations are off in this community.
    #[error("conversations are off")]
    ConversationsOff,
    /// Nobody writes to themself.
    #[error("this is you")]
    Yourself,
    /// The person takes no messages; whatever the reason, the answer is this one.
    #[error("not reachable")]
    NotReachable,
    /// The person takes messages from those they know, and the asker is none of them.
    #[error("only acquaintances")]
    OnlyAcquaintances,
    /// The asker blocked the person.
    #[error("blocked by you")]
    BlockedByYou,
    /// The two have a conversation already.
    #[error("already talking")]
    AlreadyTalking {
        /// That conversation.
        conversation: ConversationId,
    },
    /// The other one invited first: that invitation is to be answered.
    #[error("already invited by them")]
    InvitedByThem {
        /// The conversation with their invitation.
        conversation: ConversationId,
    },
    /// An invitation to this person was sent in the last 60 days.
    #[error("already invited")]
    AlreadyInvited {
        /// The conversation that invitation began.
        conversation: ConversationId,
        /// When it was sent.
        sent_at: Timestamp,
        /// When the next may be sent.
        again_at: Timestamp,
        /// What became of it, as far as its sender may know.
        became: Became,
    },
    /// The asker declined an invitation of the other's, and can still accept it.
    #[error("declined by you")]
    DeclinedByYou {
        /// The conversation with their invitation.
        conversation: ConversationId,
        /// When it was sent.
        sent_at: Timestamp,
    },
    /// As many invitations today as one may send.
    #[error("too many invitations today")]
    TooManyInvitations {
        /// When the next may be sent.
        again_at: Timestamp,
    },
    /// As many undecided invitations at once as one may have.
    #[error("too many undecided invitations")]
    TooManyUndecided,
    /// The person is in the conversation already.
    #[error("already in")]
    AlreadyIn,
    /// The person was asked to take part in this conversation already.
    #[error("already asked")]
    AlreadyAsked,
    /// As many people as there can be in one conversation.
    #[error("too many people")]
    TooManyPeople {
        /// How many there can be.
        most: i64,
    },
    /// It is for the hosts of the conversation.
    #[error("only hosts")]
    OnlyHosts,
    /// A conversation has a host as long as anybody is in it.
    #[error("the last host")]
    LastHost,
    /// Two who talk do so between the two: nobody is added, and nobody leaves.
    #[error("not in a direct conversation")]
    OnlyInGroups,
    /// Everybody else has left.
    #[error("nobody else is in it")]
    NobodyElse,
    /// The invitation has not been answered: nothing more can be sent.
    #[error("not accepted yet")]
    NotAccepted,
    /// Invited, and nothing can be written before accepting.
    #[error("accept first")]
    AcceptFirst,
    /// The two talked, and do not any more: one of them blocked the other, which is not told.
    #[error("closed")]
    Closed,
    /// They have left the conversation, or were taken out of it.
    #[error("not in it any more")]
    NotInIt,
    /// Somebody who is only asked to take part has nothing to leave: they decline.
    #[error("decline instead")]
    DeclineInstead,
    /// The invitation was withdrawn, declined, or lapsed, or was answered before.
    #[error("no longer open")]
    NoLongerOpen,
    /// The link of a mail was for what a person has ended since, with everything that let somebody in as them.
    #[error("this link has ended")]
    LinkEnded,
    /// Only the author may.
    #[error("not the author")]
    NotTheAuthor,
    /// The message is gone.
    #[error("deleted")]
    Deleted,
    /// Somebody else waits for the answer; the starter withdraws instead.
    #[error("withdraw instead")]
    WithdrawInstead,
    /// Somebody was asked with the message, and can still answer.
    #[error("still asked with")]
    StillAsked,
    /// Whoever sent an invitation may remind of it later.
    #[error("too early to remind")]
    TooEarly {
        /// From when on.
        again_at: Timestamp,
    },
    /// One reminds of an invitation once.
    #[error("already reminded")]
    AlreadyReminded,
    /// It can no longer be undone.
    #[error("too late to undo")]
    TooLate,
    /// It concerns the account, which is not for tokens of the API.
    #[error("not for tokens")]
    NotForTokens,
    /// The token of the API was made for reading.
    #[error("read-only token")]
    ReadOnlyToken,
    /// There is no password to change: the first one is chosen by a link of a mail.
    #[error("no password yet")]
    NoPasswordYet,
}

impl Refusal {
    /// A stable word for the API and for the texts.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::ConversationsOff => "conversations-off",
            Self::Yourself => "yourself",
            Self::NotReachable => "not-reachable",
            Self::OnlyAcquaintances => "only-acquaintances",
            Self::BlockedByYou => "blocked-by-you",
            Self::AlreadyTalking { .. } => "already-talking",
            Self::InvitedByThem { .. } => "invited-by-them",
            Self::AlreadyInvited { .. } => "already-invited",
            Self::DeclinedByYou { .. } => "declined-by-you",
            Self::TooManyInvitations { .. } => "too-many-invitations",
            Self::TooManyUndecided => "too-many-undecided",
            Self::AlreadyIn => "already-in",
            Self::AlreadyAsked => "already-asked",
            Self::TooManyPeople { .. } => "too-many-people",
            Self::OnlyHosts => "only-hosts",
            Self::LastHost => "last-host",
            Self::OnlyInGroups => "only-in-groups",
            Self::NobodyElse => "nobody-else",
            Self::NotAccepted => "not-accepted",
            Self::AcceptFirst => "accept-first",
            Self::Closed => "closed",
            Self::NotInIt => "not-in-it",
            Self::DeclineInstead => "decline-instead",
            Self::NoLongerOpen => "no-longer-open",
            Self::LinkEnded => "link-ended",
            Self::NotTheAuthor => "not-the-author",
            Self::Deleted => "deleted",
            Self::WithdrawInstead => "withdraw-instead",
            Self::StillAsked => "still-asked",
            Self::TooEarly { .. } => "too-early",
            Self::AlreadyReminded => "already-reminded",
            Self::TooLate => "too-late",
            Self::NotForTokens => "not-for-tokens",
            Self::ReadOnlyToken => "read-only-token",
            Self::NoPasswordYet => "no-password-yet",
        }
    }

    /// The conversation to go to instead, if there is one.
    #[must_use]
    pub const fn conversation(self) -> Option<ConversationId> {
        match self {
            Self::AlreadyTalking { conversation }
            | Self::InvitedByThem { conversation }
            | Self::DeclinedByYou { conversation, .. }
            | Self::AlreadyInvited { conversation, .. } => Some(conversation),
            _ => None,
        }
    }

    /// When it may be tried again, if that is known.
    #[must_use]
    pub const fn again_at(self) -> Option<Timestamp> {
        match self {
            Self::AlreadyInvited { again_at, .. }
            | Self::TooManyInvitations { again_at }
            | Self::TooEarly { again_at } => Some(again_at),
            _ => None,
        }
    }
}
