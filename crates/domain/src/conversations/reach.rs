//! What a person lets others do: who may write to them, and whom they blocked.

use crate::Refusal;
use crate::people::{PersonKind, PersonState, Writers};

/// One person's way to another, as far as it is up to the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reach {
    /// What the other is to the community.
    pub kind: PersonKind,
    /// How the other stands in it.
    pub state: PersonState,
    /// Who may write to the other.
    pub writers: Writers,
    /// Whether the two take part in a conversation, or did.
    pub are_acquainted: bool,
    /// Whether the other blocked whoever asks.
    pub is_blocked: bool,
    /// Whether whoever asks blocked the other.
    pub has_blocked: bool,
}

impl Reach {
    /// Whether the other may be reached. That they blocked whoever asks looks as if they wanted no messages at all, and
    /// is said only where nothing else is in the way: so it changes no answer that others get too.
    pub(super) fn may_be_reached(&self) -> Result<(), Refusal> {
        match self.writers {
            _ if (self.kind, self.state) != (PersonKind::Member, PersonState::Active) => Err(Refusal::NotReachable),
            Writers::Nobody => Err(Refusal::NotReachable),
            Writers::Acquaintances if !self.are_acquainted => Err(Refusal::OnlyAcquaintances),
            Writers::Everyone | Writers::Acquaintances if self.is_blocked => Err(Refusal::NotReachable),
            Writers::Everyone | Writers::Acquaintances => Ok(()),
        }
    }

    /// Whether whoever asks blocked the other: that is theirs to change first.
    pub(super) fn not_blocked_by_asker(&self) -> Result<(), Refusal> {
        if self.has_blocked { Err(Refusal::BlockedByYou) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::super::invitation::SentInvitation;
    use super::super::{PairHistory, Role, SentInvitations, may_ask, may_invite};
    use super::Reach;
    use crate::communities::Conversations;
    use crate::people::{PersonKind, PersonState, Writers};
    use crate::{ConversationId, Refusal, Span, Timestamp};
    use uuid::Uuid;

    const NOW: Timestamp = Timestamp(1_800_000_000_000);
    const CONVERSATION: ConversationId = ConversationId(Uuid::from_u128(7));

    const REACHABLE: Reach = Reach {
        kind: PersonKind::Member,
        state: PersonState::Active,
        writers: Writers::Everyone,
        are_acquainted: false,
        is_blocked: false,
        has_blocked: false,
    };

    /// The answers to whoever wants to talk with somebody, and to whoever wants to add them.
    fn answers(reach: &Reach, pair: &PairHistory) -> [Result<(), Refusal>; 2] {
        let sent = SentInvitations::default();
        let invite = may_invite(Conversations::On, false, reach, pair, &sent, NOW - Span::days(9), NOW);
        [invite, may_ask(false, reach, None, Role::Host, pair.sent, NOW)]
    }

    #[test]
    fn a_person_is_reached_by_those_they_want_to_hear_from() {
        let asked =
            |writers, are_acquainted| answers(&Reach { writers, are_acquainted, ..REACHABLE }, &PairHistory::default());
        assert_eq!(asked(Writers::Everyone, false), [Ok(()); 2]);
        assert_eq!(asked(Writers::Acquaintances, true), [Ok(()); 2]);
        assert_eq!(asked(Writers::Acquaintances, false), [Err(Refusal::OnlyAcquaintances); 2]);
        assert_eq!(asked(Writers::Nobody, true), [Err(Refusal::NotReachable); 2]);
    }

    #[test]
    fn a_block_looks_like_wanting_no_messages_whatever_two_were_to_each_other() {
        let sent_at = NOW - Span::days(9);
        let sent = SentInvitation { conversation: CONVERSATION, sent_at, withdrawn: false };
        let talked = PairHistory { conversation: Some(CONVERSATION), ..PairHistory::default() };
        let asked = PairHistory { sent: Some(sent), ..PairHistory::default() };
        for are_acquainted in [false, true] {
            for writers in Writers::ALL {
                let reach = Reach { writers, are_acquainted, ..REACHABLE };
                let blocked = Reach { is_blocked: true, ..reach };
                let nobody = Reach { writers: Writers::Nobody, ..reach };
                let other = |pair: &PairHistory| match answers(&reach, pair) {
                    [Ok(()), Ok(())] => answers(&nobody, pair),
                    // What everybody hears, this one hears too.
                    refused => refused,
                };
                for pair in [PairHistory::default(), asked] {
                    assert_eq!(answers(&blocked, &pair), other(&pair));
                }
                assert_eq!(answers(&blocked, &talked)[0], Err(Refusal::NotReachable), "and it is closed");
            }
        }
        let has_blocked = Reach { has_blocked: true, is_blocked: true, ..REACHABLE };
        for pair in [PairHistory::default(), asked, talked] {
            assert_eq!(answers(&has_blocked, &pair), [Err(Refusal::BlockedByYou); 2]);
        }
    }
}
