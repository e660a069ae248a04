use crate::{Actor, Error};
use snug_domain::conversations::{ParticipantState, Participation, is_lapsed};
use snug_domain::{ConversationId, Refusal, Timestamp};
use snug_store::Tx;
use snug_store::invitations::Invitation;
use snug_store::participants::{self, Direct, Participant};

/// The actor's place in a direct conversation, and the one across.
#[derive(Debug, Clone)]
pub(crate) struct Seat {
    /// The actor.
    pub own: Participant,
    /// The other one.
    pub other: Participant,
    /// The invitation that began it, unless it was begun without.
    pub invitation: Option<Invitation>,
    /// The number of the last entry.
    pub last_sequence: i64,
}

/// How a conversation stands for somebody in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stand {
    /// Both can write.
    Talking,
    /// The other one has been asked. A declined invitation looks like this too.
    Waiting {
        /// Since when.
        sent_at: Timestamp,
    },
    /// The other one did not answer in time. A declined invitation looks like this too.
    Lapsed,
    /// The person took the invitation back.
    Withdrawn,
    /// The person is asked.
    Invited {
        /// Since when.
        sent_at: Timestamp,
    },
    /// The person said no, and can still say yes.
    Declined,
    /// The invitation is not open any more.
    Closed,
}

impl Seat {
    /// The actor's seat. Whoever is not in the conversation is told there is none.
    pub(crate) fn find(tx: &mut Tx<'_>, actor: &Actor, conversation: ConversationId) -> Result<Self, Error> {
        let community = actor.community_id();
        let direct = participants::find_direct(tx, community, conversation)?.ok_or(Error::NotFound)?;
        let Direct { mut participants, invitation, last_sequence } = direct;
        let place = participants.iter().position(|participant| participant.person == actor.person);
        let own = participants.swap_remove(place.ok_or(Error::NotFound)?);
        let other = participants.pop().ok_or(Error::NotFound)?;
        Ok(Self { own, other, invitation, last_sequence })
    }

    /// The actor's seat, for a change: keeps other changes of the conversation away until the
    /// transaction ends.
    pub(crate) fn hold(tx: &mut Tx<'_>, actor: &Actor, conversation: ConversationId) -> Result<Self, Error> {
        actor.conversations_are_on()?;
        tx.lock_conversation(actor.community_id(), conversation)?;
        Self::find(tx, actor, conversation)
    }

    /// When its invitation was sent.
    pub(crate) fn sent_at(&self) -> Timestamp {
        self.invitation.map_or(self.own.active_at, |invitation| invitation.sent_at)
    }

    /// How the conversation stands for the actor.
    pub(crate) fn stand(&self, now: Timestamp) -> Stand {
        let sent_at = self.sent_at();
        match (self.own.state, self.other.state) {
            (ParticipantState::Joined, ParticipantState::Joined) => Stand::Talking,
            (ParticipantState::Joined, _) if is_lapsed(sent_at, now) => Stand::Lapsed,
            (ParticipantState::Joined, _) => Stand::Waiting { sent_at },
            (ParticipantState::Left, _) => Stand::Withdrawn,
            (ParticipantState::Invited | ParticipantState::Declined, _) if is_lapsed(sent_at, now) => Stand::Closed,
            (ParticipantState::Invited, _) => Stand::Invited { sent_at },
            // Only the starter can have left: by taking the invitation back.
            (ParticipantState::Declined, ParticipantState::Joined) => Stand::Declined,
            (ParticipantState::Declined | ParticipantState::Removed, _) => Stand::Closed,
        }
    }

    /// Whether the actor can write now.
    pub(crate) fn may_write(&self) -> Result<(), Refusal> {
        let accepted_by_another = self.other.state == ParticipantState::Joined;
        Participation { own: self.own.state, accepted_by_another }.may_write()
    }

    /// The invitation, which the actor must have sent.
    pub(crate) fn sent_invitation(&self) -> Result<Invitation, Refusal> {
        self.invitation.filter(|invitation| invitation.inviter == self.own.person).ok_or(Refusal::NoLongerOpen)
    }

    /// The invitation, which the actor must have received.
    pub(crate) fn received_invitation(&self) -> Result<Invitation, Refusal> {
        self.invitation.filter(|invitation| invitation.invitee == self.own.person).ok_or(Refusal::NoLongerOpen)
    }
}
