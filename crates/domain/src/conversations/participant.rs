use crate::{GroupId, PersonId, Timestamp};

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

/// Who takes part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Party {
    /// A person, for themself.
    Person(PersonId),
    /// A group with an inbox: it takes part once, and each of its members reads.
    Team(GroupId),
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
    /// Was in, and went; also whoever took back what they began.
    Left,
    /// Was taken out; also an invitation that was withdrawn.
    Removed,
}

/// The way in which somebody went who took part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Went {
    /// By themself.
    Left,
    /// A host took them out.
    Removed,
}

/// How a participant stands as another may know it. There is no word for declining.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ToldState {
    /// Asked, and did not accept.
    Invited,
    /// Takes part.
    Joined,
    /// Was in, and went.
    Left,
    /// Was taken out.
    Removed,
}

impl ParticipantState {
    /// Whether they were asked and did not accept, whatever they decided: declining leaves no trace, so everything that
    /// others can observe takes the two for one.
    #[must_use]
    pub const fn is_undecided(self) -> bool {
        matches!(self, Self::Invited | Self::Declined)
    }

    /// How this participant stands, as far as another who stands so may know it; `None` if not at all.
    ///
    /// Only who takes part is told of everybody, and to them declining looks undecided. Who is asked is told who is in.
    /// Everything else is hidden: a state or a reader that comes later is told of here, or not at all.
    #[must_use]
    pub const fn as_told_to(self, reader: Self) -> Option<ToldState> {
        match (reader, self) {
            (Self::Joined | Self::Invited | Self::Declined, Self::Joined) => Some(ToldState::Joined),
            (Self::Joined, Self::Invited | Self::Declined) => Some(ToldState::Invited),
            (Self::Joined, Self::Left) => Some(ToldState::Left),
            (Self::Joined, Self::Removed) => Some(ToldState::Removed),
            _ => None,
        }
    }
}

/// What a participant may do beside writing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Nothing.
    Member,
    /// Takes people out, names the conversation, says who may add people, and makes others hosts.
    Host,
}

/// Who may add people to a conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Adding {
    /// Everyone in it.
    Everyone,
    /// Its hosts.
    Hosts,
}

/// Who asked somebody to take part, and what they see of the conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    /// Who asked.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
    /// The number of the entry they were asked with: all they see until they accept.
    pub with: i64,
    /// The number of the first entry they may see once they accept.
    pub from: i64,
}

/// How much somebody wants to hear of a conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// Every message, at once.
    EveryMessage,
    /// As the preferences say.
    Normal,
    /// Nothing.
    Muted,
}

/// Which of a person's lists a conversation is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shelf {
    /// They take part in it.
    List,
    /// They take part in it, and put it away.
    Archive,
    /// They are asked.
    Invitations,
    /// They declined, and can still accept.
    Declined,
    /// They took part in it, and do not any more; what they saw stays theirs.
    Past,
    /// None: what they were asked to was taken back.
    Nowhere,
}

#[cfg(test)]
mod tests {
    use super::ParticipantState::{self, Declined, Invited, Joined, Left, Removed};

    const ALL: [ParticipantState; 5] = [Invited, Joined, Declined, Left, Removed];

    #[test]
    fn nobody_is_told_who_declined() {
        for reader in ALL {
            assert_eq!(Declined.as_told_to(reader), Invited.as_told_to(reader), "{reader:?}");
        }
    }

    #[test]
    fn who_is_only_asked_is_told_who_is_in_and_nothing_of_anybody_else() {
        for reader in [Invited, Declined] {
            let told = ALL.iter().filter(|state| state.as_told_to(reader).is_some());
            assert_eq!(told.collect::<Vec<_>>(), [&Joined]);
        }
    }

    #[test]
    fn who_is_not_in_any_more_is_told_nothing() {
        for reader in [Left, Removed] {
            assert!(ALL.iter().all(|state| state.as_told_to(reader).is_none()));
        }
    }
}
