use super::participants::may_know_last;
use crate::{Actor, Error, News};
use snug_domain::conversations::{
    Asked, ChangeKind, ConversationKind, InvitationState, ParticipantState, Party, Role, Stand, Standing, is_lapsed,
};
use snug_domain::people::NamedPerson;
use snug_domain::{ConversationId, MessageId, PersonId, Refusal, Timestamp};
use snug_store::changes::{self, Happening, To};
use snug_store::conversations::{self, Conversation, Seated};
use snug_store::participants::Participant;
use snug_store::seats::Seat;
use snug_store::{Tx, invitations, participants};

/// A conversation the actor has a seat in, with everybody in it as they truly stand. It never leaves `app`.
#[derive(Debug, Clone)]
pub(crate) struct Held {
    /// The conversation.
    pub conversation: Conversation,
    /// The actor's seat.
    pub seat: Seat,
    /// The actor, as they are named beside what they do.
    pub actor: NamedPerson,
    /// The participant the actor is, or belongs to.
    pub own: Participant,
    /// Everybody else.
    pub others: Vec<Participant>,
}

impl Held {
    /// The conversation from the actor's seat. Whoever has none in it is told there is no conversation.
    pub(crate) fn find(tx: &mut Tx<'_>, actor: &Actor, conversation: ConversationId) -> Result<Self, Error> {
        let found = conversations::find_seated(tx, actor.community_id(), conversation, actor.person)?;
        let Seated { conversation, seat, person, participants: mut others } = found.ok_or(Error::NotFound)?;
        let place = others.iter().position(|participant| participant.id == seat.participant);
        let own = others.remove(place.ok_or(Error::NotFound)?);
        Ok(Self { conversation, seat, actor: person, own, others })
    }

    /// The same for a change: keeps other changes of the conversation away until the transaction ends.
    pub(crate) fn hold(tx: &mut Tx<'_>, actor: &Actor, conversation: ConversationId) -> Result<Self, Error> {
        actor.conversations_are_on()?;
        tx.lock_conversation(actor.community_id(), conversation)?;
        Self::find(tx, actor, conversation)
    }

    /// The conversation's id.
    pub(crate) fn id(&self) -> ConversationId {
        self.conversation.id
    }

    /// When the actor was asked, or else when the others last were. Whom others ask is not told to who has left.
    pub(crate) fn asked_at(&self) -> Option<Timestamp> {
        let at = |asked: Asked| asked.at;
        let own = self.own.asked.map(at);
        let of_others = || self.others.iter().filter_map(|other| other.asked.map(at)).max();
        match self.own.state {
            ParticipantState::Left if self.has_begun() => own.or(self.own.joined_at),
            // Who left one that had not begun took it back.
            ParticipantState::Joined | ParticipantState::Left => of_others().or(own),
            ParticipantState::Invited | ParticipantState::Declined | ParticipantState::Removed => own,
        }
    }

    /// What the conversation is to the actor.
    pub(crate) fn stand(&self, now: Timestamp) -> Stand {
        self.standing(&self.states_of_others()).stand(now)
    }

    /// Whether the actor can write now.
    pub(crate) fn may_write(&self) -> Result<(), Refusal> {
        self.standing(&self.states_of_others()).may_write()
    }

    /// Whether the actor can delete what they wrote.
    pub(crate) fn may_delete(&self) -> Result<(), Refusal> {
        self.standing(&self.states_of_others()).may_delete()
    }

    fn states_of_others(&self) -> Vec<ParticipantState> {
        self.others.iter().map(|other| other.state).collect()
    }

    fn standing<'a>(&self, others: &'a [ParticipantState]) -> Standing<'a> {
        Standing {
            kind: self.conversation.kind,
            is_closed: self.conversation.is_closed,
            own: self.own.state,
            was_in: self.own.joined_at.is_some(),
            went: self.own.went,
            others,
            has_begun: self.has_begun(),
            asked_at: self.asked_at(),
        }
    }

    /// Whether anybody but who began it takes part, or did.
    pub(crate) fn has_begun(&self) -> bool {
        self.others.iter().any(|other| other.joined_at.is_some())
    }

    /// Whether the actor is one of the hosts.
    pub(crate) fn is_host(&self) -> bool {
        self.own.state == ParticipantState::Joined && self.own.role == Role::Host
    }

    /// Whether the actor takes part.
    pub(crate) fn takes_part(&self, now: Timestamp) -> Result<(), Refusal> {
        self.standing(&self.states_of_others()).takes_part(now)
    }

    /// The reason why the actor, who does not take part, cannot do what those can who do.
    pub(crate) fn not_taking_part(&self, now: Timestamp) -> Refusal {
        self.takes_part(now).err().unwrap_or(Refusal::NoLongerOpen)
    }

    /// Whether the actor takes part in a conversation of several, as most changes of it need.
    pub(crate) fn takes_part_in_group(&self, now: Timestamp) -> Result<(), Refusal> {
        if self.is_direct() {
            return Err(Refusal::OnlyInGroups);
        }
        self.takes_part(now)
    }

    /// Whether the actor is a host of a conversation of several.
    pub(crate) fn hosts_group(&self, now: Timestamp) -> Result<(), Refusal> {
        self.takes_part_in_group(now)?;
        if self.is_host() { Ok(()) } else { Err(Refusal::OnlyHosts) }
    }

    /// One of the others.
    pub(crate) fn other(&self, person: PersonId) -> Option<&Participant> {
        self.others.iter().find(|other| other.party == Party::Person(person))
    }

    /// Whether somebody was asked with the entry of this number, and can still answer, whatever they said so far.
    pub(crate) fn is_asked_with(&self, sequence: i64, now: Timestamp) -> bool {
        self.others.iter().any(|other| {
            other.state.is_undecided()
                && other.asked.is_some_and(|asked| asked.with == sequence && !is_lapsed(asked.at, now))
        })
    }

    /// The rule for entries that are the actor's to see: what was taken back, or what they were asked with and did not
    /// accept in time, is not to be read any more.
    pub(crate) fn may_read(&self, stand: Stand, sequence: i64) -> bool {
        let is_asked_with = self.own.asked.is_some_and(|asked| asked.with == sequence);
        stand != Stand::Gone && (!is_asked_with || may_know_last(self.own.state, stand))
    }

    /// The invitation the actor got, as it stands now: without anybody in the conversation it was taken back.
    pub(crate) fn received(&self) -> Result<(InvitationState, Asked), Refusal> {
        let asked = self.own.asked.ok_or(Refusal::NoLongerOpen)?;
        let is_open = self.others.iter().any(|other| other.state == ParticipantState::Joined);
        let state = invitation_state(self.own.state);
        Ok((if is_open || state == InvitationState::Accepted { state } else { InvitationState::Withdrawn }, asked))
    }

    /// How the invitations the actor sent stand, taken together, and when the last was sent: as long as anybody is
    /// still asked, they are open. Only whoever began a conversation that nobody has accepted can change them.
    pub(crate) fn sent(&self) -> Result<(InvitationState, Timestamp), Refusal> {
        let by_actor = |asked: &Asked| asked.by == self.seat.person;
        let sent = self.others.iter().filter(|other| other.asked.as_ref().is_some_and(by_actor));
        let sent_at = sent.clone().filter_map(|other| other.asked).map(|asked| asked.at).max();
        let sent_at = sent_at.ok_or(Refusal::NoLongerOpen)?;
        let state = match self.own.state {
            // Also for who left since: leaving is not taking back.
            _ if self.has_begun() => InvitationState::Accepted,
            ParticipantState::Left => InvitationState::Withdrawn,
            _ if sent.clone().any(|other| other.state == ParticipantState::Invited) => InvitationState::Pending,
            _ if sent.clone().any(|other| other.state == ParticipantState::Declined) => InvitationState::Declined,
            _ => InvitationState::Withdrawn,
        };
        Ok((state, sent_at))
    }

    /// Decides on the invitation the actor got, for its row and for the participant alike.
    pub(crate) fn decide(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        decision: InvitationState,
        at: Option<Timestamp>,
    ) -> Result<(), Error> {
        let (_, asked) = self.received()?;
        let community = actor.community_id();
        invitations::set_state(tx, community, (self.own.id, asked.at), decision, at)?;
        Ok(participants::set_state(tx, community, self.own.id, participant_state(decision))?)
    }

    /// Records what the actor did for them and for others. It also locks the rows of all of them, so it comes before
    /// any of their seats is written.
    pub(crate) fn record(
        &self,
        tx: &mut Tx<'_>,
        news: &mut News,
        actor: &Actor,
        own: ChangeKind,
        others: Option<(To, ChangeKind)>,
        message: Option<MessageId>,
    ) -> Result<(), Error> {
        let happening = Happening { conversation: self.id(), by: actor.person, own, others, message };
        record(tx, news, actor, &happening)
    }

    /// Whether this is the one conversation of two people.
    pub(crate) fn is_direct(&self) -> bool {
        self.conversation.kind == ConversationKind::Direct
    }
}

/// Records something that happened, to be told once it is committed.
pub(super) fn record(tx: &mut Tx<'_>, news: &mut News, actor: &Actor, happening: &Happening) -> Result<(), Error> {
    let community = actor.community_id();
    for (person, number) in changes::record(tx, community, happening, actor.now)? {
        news.add(community, person, number);
    }
    Ok(())
}

/// What an invitation is while the invited stands so.
const fn invitation_state(state: ParticipantState) -> InvitationState {
    match state {
        ParticipantState::Invited => InvitationState::Pending,
        ParticipantState::Joined | ParticipantState::Left => InvitationState::Accepted,
        ParticipantState::Declined => InvitationState::Declined,
        ParticipantState::Removed => InvitationState::Withdrawn,
    }
}

/// How the invited stands once an invitation is that.
const fn participant_state(state: InvitationState) -> ParticipantState {
    match state {
        InvitationState::Pending => ParticipantState::Invited,
        InvitationState::Accepted => ParticipantState::Joined,
        InvitationState::Declined => ParticipantState::Declined,
        InvitationState::Withdrawn => ParticipantState::Removed,
    }
}
