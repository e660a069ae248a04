//! Asking people to take part: whom one may ask, and what is written for each.

use super::Held;
use crate::deliveries::enqueue_invitation;
use crate::{Actor, App, Error, new_id};
use snug_domain::conversations::{
    Adding, Asked, Here, InvitationState, Level, ParticipantState, Party, Reach, Role, Shelf, is_lapsed, may_ask,
    may_be_more, may_send,
};
use snug_domain::people::{Handle, Person};
use snug_domain::{ConversationId, Field, Invalid, InvitationId, PersonId, Problem, Refusal, Span, Timestamp};
use snug_store::blocks::{self, Between};
use snug_store::invitations::{self, Invitation};
use snug_store::participants::{self, Participant};
use snug_store::seats::{self, Seat};
use snug_store::{Tx, conversations, people};

/// Somebody the actor wants to ask, and whether they may be.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// By which handle they were named.
    pub handle: Handle,
    /// Who it is; nobody, where there is no such member.
    pub person: Option<Person>,
    /// Whether they may be asked, and if not, why.
    pub may_be_asked: Result<(), Refusal>,
}

impl App {
    /// Whether these people may be asked to a new conversation of several, or to one the actor takes part in: told
    /// before anybody types. What stands against all of them together comes second.
    pub async fn check_people(
        &self,
        actor: &Actor,
        handles: Vec<Handle>,
        conversation: Option<ConversationId>,
    ) -> Result<(Vec<Candidate>, Result<(), Refusal>), Error> {
        actor.conversations_are_on()?;
        let actor = actor.clone();
        self.read(move |tx| {
            let held = conversation.map(|id| Held::find(tx, &actor, id)).transpose()?;
            let candidates = candidates(tx, &actor, &each_once(handles.clone()), held.as_ref())?;
            let allowed = match may_add_to(held.as_ref(), actor.now) {
                Err(refusal) => Err(refusal),
                Ok(()) => match check_number(tx, &actor, candidates.len(), held.as_ref()) {
                    Ok(()) => Ok(()),
                    Err(Error::Refused(refusal)) => Err(refusal),
                    Err(fault) => return Err(fault),
                },
            };
            Ok((candidates, allowed))
        })
        .await
    }
}

/// The same handles, each once and in their order.
#[must_use]
pub fn each_once(mut handles: Vec<Handle>) -> Vec<Handle> {
    let mut seen = Vec::with_capacity(handles.len());
    handles.retain(|handle| {
        let is_new = !seen.contains(handle);
        seen.push(handle.clone());
        is_new
    });
    handles
}

/// The people with these handles, in their order, all of whom the actor may ask: to a new conversation, or to this one.
pub(super) fn check(
    tx: &mut Tx<'_>,
    actor: &Actor,
    handles: &[Handle],
    held: Option<&Held>,
) -> Result<Vec<Person>, Error> {
    if handles.is_empty() {
        return Err(Invalid::new(Field::To, Problem::Empty).into());
    }
    may_add_to(held, actor.now)?;
    let candidates = candidates(tx, actor, handles, held)?;
    let mut refused = Vec::new();
    for Candidate { handle, may_be_asked, .. } in &candidates {
        if let Err(refusal) = may_be_asked {
            refused.push((handle.clone(), *refusal));
        }
    }
    if !refused.is_empty() {
        return Err(Error::CannotAsk(refused));
    }
    check_number(tx, actor, candidates.len(), held)?;
    Ok(candidates.into_iter().filter_map(|candidate| candidate.person).collect())
}

/// Whether the actor may add people to a conversation at all.
pub(super) fn may_add_to(held: Option<&Held>, now: Timestamp) -> Result<(), Refusal> {
    let Some(held) = held else { return Ok(()) };
    held.takes_part_in_group(now)?;
    match held.may_write() {
        Ok(()) | Err(Refusal::NobodyElse) => {}
        Err(refusal) => return Err(refusal),
    }
    if held.conversation.adding == Adding::Hosts && !held.is_host() { Err(Refusal::OnlyHosts) } else { Ok(()) }
}

fn candidates(
    tx: &mut Tx<'_>,
    actor: &Actor,
    handles: &[Handle],
    held: Option<&Held>,
) -> Result<Vec<Candidate>, Error> {
    let mut found = people::list_by_handle(tx, actor.community_id(), handles)?;
    let mut candidates = Vec::with_capacity(handles.len());
    for handle in handles {
        let place = found.iter().position(|person| person.handle == *handle);
        let person = place.map(|place| found.swap_remove(place));
        let may_be_asked = match &person {
            None => Err(Refusal::NotReachable),
            Some(person) => may_be_asked(tx, actor, person, held)?,
        };
        // Who cannot be reached is no more than a handle.
        let person = person.filter(Person::takes_part);
        candidates.push(Candidate { handle: handle.clone(), person, may_be_asked });
    }
    Ok(candidates)
}

fn may_be_asked(
    tx: &mut Tx<'_>,
    actor: &Actor,
    person: &Person,
    held: Option<&Held>,
) -> Result<Result<(), Refusal>, Error> {
    let (community, pair) = (actor.community_id(), (actor.person, person.id));
    let here = held.and_then(|held| held.other(person.id)).map(|other| Here {
        state: other.state,
        asked_at: other.asked.map(|asked| asked.at),
        went: other.went,
    });
    let talks = conversations::find_direct_pair(tx, community, [actor.person, person.id])?.is_some();
    // To a conversation that is yet to begin nobody was asked.
    let sent = match (talks, held) {
        (true, None) => None,
        (true, Some(held)) => invitations::find_last_sent(tx, community, pair, Some(held.id()))?,
        (false, _) => invitations::find_last_sent(tx, community, pair, None)?,
    };
    let (is_own, reach) = (person.id == actor.person, find_reach(tx, actor, person)?);
    let role = held.map_or(Role::Host, |held| held.own.role);
    Ok(may_ask(is_own, &reach, here, role, sent, actor.now))
}

/// The actor has blocked nobody whom they are about to let in again, else that is theirs to change first.
pub(super) fn check_not_blocked(tx: &mut Tx<'_>, actor: &Actor, other: PersonId) -> Result<(), Error> {
    match blocks::find_between(tx, actor.community_id(), actor.person, other)?.has_blocked {
        true => Err(Refusal::BlockedByYou.into()),
        false => Ok(()),
    }
}

/// The actor's way to somebody, as far as it is up to that one.
pub(super) fn find_reach(tx: &mut Tx<'_>, actor: &Actor, person: &Person) -> Result<Reach, Error> {
    let Between { are_acquainted, is_blocked, has_blocked } =
        blocks::find_between(tx, actor.community_id(), actor.person, person.id)?;
    let (kind, state, writers) = (person.kind, person.state, person.preferences.writers);
    Ok(Reach { kind, state, writers, are_acquainted, is_blocked, has_blocked })
}

/// Whether so many more can be asked, by the actor and to this conversation.
fn check_number(tx: &mut Tx<'_>, actor: &Actor, more: usize, held: Option<&Held>) -> Result<(), Error> {
    let (community, now) = (actor.community_id(), actor.now);
    let there = held.map_or(0, |held| places(held, now));
    may_be_more(1 + there + more, actor.community.most_people)?;
    let sent = invitations::find_sent(tx, community, actor.person, now)?;
    let asker = people::find(tx, community, actor.person)?.ok_or(Error::NotFound)?;
    Ok(may_send(more, &sent, asker.created_at, now)?)
}

/// How many places the others take.
pub(super) fn places(held: &Held, now: Timestamp) -> usize {
    held.others.iter().filter(|other| counts(other, now)).count()
}

/// Whether somebody takes a place: who takes part, and who may still accept, whatever they said so far.
fn counts(participant: &Participant, now: Timestamp) -> bool {
    match participant.state {
        ParticipantState::Joined => true,
        ParticipantState::Invited | ParticipantState::Declined => {
            participant.asked.is_some_and(|asked| !is_lapsed(asked.at, now))
        }
        ParticipantState::Left | ParticipantState::Removed => false,
    }
}

/// Asks somebody to take part, or again if they were asked before: with the one entry that they see until they accept.
/// The bell rings for it; it has a mail of its own, so no digest tells of it.
pub(super) fn ask(
    tx: &mut Tx<'_>,
    actor: &Actor,
    conversation: ConversationId,
    (person, before): (&Person, Option<&Participant>),
    asked: Asked,
    place: i64,
) -> Result<(), Error> {
    let (community, now) = (actor.community_id(), actor.now);
    let participant = Participant {
        // In the order they are named, which ids of one millisecond are not.
        id: before.map_or_else(|| new_id(now + Span(place)), |before| before.id),
        party: Party::Person(person.id),
        state: ParticipantState::Invited,
        role: Role::Member,
        asked: Some(asked),
        joined_at: before.and_then(|before| before.joined_at),
        left_at: before.and_then(|before| before.left_at),
        went: before.and_then(|before| before.went),
    };
    participants::put(tx, community, conversation, &participant)?;
    // Of what they were asked with before, and did not accept in time, they see no more than anybody.
    let lapsed = before.filter(|before| before.state != ParticipantState::Left).and_then(|before| before.asked);
    if let Some(lapsed) = lapsed {
        participants::delete_span_of_one(tx, community, participant.id, lapsed.with)?;
    }
    participants::set_span(tx, community, participant.id, asked.with, Some(asked.with))?;
    let seat = Seat {
        person: person.id,
        conversation,
        participant: participant.id,
        shelf: Shelf::Invitations,
        level: Level::Normal,
        starred: false,
        read_sequence: asked.with - 1,
        unread_count: 1,
        rings: true,
        last_sequence: asked.with,
        active_at: now,
    };
    seats::put(tx, community, &seat)?;
    let id: InvitationId = new_id(now);
    let invitation = Invitation {
        id,
        conversation,
        participant: participant.id,
        inviter: asked.by,
        invitee: person.id,
        state: InvitationState::Pending,
        sent_at: now,
        decided_at: None,
        reminded_at: None,
    };
    invitations::insert(tx, community, &invitation)?;
    enqueue_invitation(tx, actor, person, id)
}
