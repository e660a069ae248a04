use crate::Refusal;

/// What a conversation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConversationKind {
    /// Exactly two people, for ever.
    Direct,
    /// Several people.
    Group,
    /// A team with a guest or member.
    Inbox,
    /// One to many, answers private.
    Announcement,
}

/// Where a participant stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParticipantState {
    /// Asked, and has not answered.
    Invited,
    /// Takes part.
    Joined,
    /// Said no.
    Declined,
    /// Was in, and went.
    Left,
    /// Was taken out; also an invitation that was withdrawn.
    Removed,
}

impl ParticipantState {
    /// How another participant stands, as somebody who stands so may know it. Declining leaves no
    /// trace the starter could read: to them it looks undecided, before and after they took the
    /// invitation back.
    #[must_use]
    pub const fn as_told_to(self, reader: Self) -> Self {
        match (reader, self) {
            (Self::Joined, Self::Declined) => Self::Invited,
            (Self::Left, Self::Declined) => Self::Removed,
            _ => self,
        }
    }
}

/// How much a participant wants to hear of a conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// Every message, at once.
    EveryMessage,
    /// As the preferences say.
    Normal,
    /// Nothing.
    Muted,
}

/// What one participant may do in a conversation, given how everybody stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Participation {
    /// How the participant stands.
    pub own: ParticipantState,
    /// Whether anybody else takes part.
    pub accepted_by_another: bool,
}

impl Participation {
    /// Whether the participant may write now.
    pub fn may_write(self) -> Result<(), Refusal> {
        match self.own {
            ParticipantState::Joined if self.accepted_by_another => Ok(()),
            ParticipantState::Joined => Err(Refusal::NotAccepted),
            ParticipantState::Invited => Err(Refusal::AcceptFirst),
            ParticipantState::Declined | ParticipantState::Left | ParticipantState::Removed => {
                Err(Refusal::NoLongerOpen)
            }
        }
    }
}
