use super::accept::accept;
use super::held::record;
use super::reply::{Posted, bytes, empty_entry, find_earlier, fingerprint, post_in, written};
use super::{Draft, Held};
use crate::deliveries::enqueue_invitation;
use crate::markdown::Rendered;
use crate::{Actor, App, Error, News, limits, new_id};
use snug_domain::allowance::CHANGES;
use snug_domain::conversations::{
    Asked, ChangeKind, ConversationKind, EntryKind, InvitationState, Level, ParticipantState, Party, Shelf, may_invite,
};
use snug_domain::people::{Handle, NamedPerson, Person};
use snug_domain::{ConversationId, InvitationId, PersonId, Refusal};
use snug_store::changes::{Happening, To};
use snug_store::conversations::{self, Conversation};
use snug_store::invitations::{self, Invitation};
use snug_store::messages::{self, Message};
use snug_store::participants::{self, Participant};
use snug_store::seats::{self, Seat};
use snug_store::{Tx, people};

/// Whom to write to, and what.
#[derive(Clone)]
pub struct StartWith {
    /// The other one.
    pub to: Handle,
    /// The first message, which travels with the invitation.
    pub draft: Draft,
}

impl App {
    /// Starts a direct conversation: the other one is invited, with the first message.
    ///
    /// Whoever declined an invitation of the other's accepts it so, with this message as the first answer: an
    /// invitation back would tell that they had declined.
    pub async fn start_conversation(&self, actor: &Actor, start: StartWith) -> Result<Posted, Error> {
        self.count(actor, CHANGES)?;
        let fingerprint = fingerprint(&[start.to.as_str(), start.draft.text.as_str()]);
        let asked = start.to.clone();
        let rendered = self.render_draft(actor, &start.draft, &fingerprint, move |tx, actor| {
            let to = people::find_by_handle(tx, actor.community_id(), &asked)?.ok_or(Refusal::NotReachable)?;
            match check_invitation(tx, actor, &to) {
                Err(Error::Refused(Refusal::DeclinedByYou { .. })) => Ok(()),
                checked => checked.map(drop),
            }
        });
        let rendered = match rendered.await? {
            Ok(rendered) => rendered,
            Err(earlier) => return Ok(earlier),
        };
        let (actor, limits) = (actor.clone(), self.settings.limits);
        self.write(move |tx, news| {
            actor.conversations_are_on()?;
            if let Some(earlier) = find_earlier(tx, &actor, &start.draft.client_id, &fingerprint)? {
                return Ok(earlier);
            }
            let community = actor.community_id();
            let to = people::find_by_handle(tx, community, &start.to)?;
            let to = to.ok_or(Refusal::NotReachable)?;
            if let Some(declined) = find_declined(tx, &actor, &to)? {
                return answer(tx, news, &actor, declined, &start.draft, (&rendered, &fingerprint), limits);
            }
            // Two people who start with each other at the same time do it one after the other.
            tx.lock_people(community, [actor.person, to.id])?;
            // The same start may have been under way beside this one until here.
            if let Some(earlier) = find_earlier(tx, &actor, &start.draft.client_id, &fingerprint)? {
                return Ok(earlier);
            }
            let starter = check_invitation(tx, &actor, &to)?;

            let message = begin(tx, &actor, &starter, &to, &start.draft, &rendered, &fingerprint)?;
            let author = actor.person.to_string();
            limits::admit_bytes(tx, limits, community, bytes(&message), &author, actor.now)?;
            let happening = Happening {
                conversation: message.conversation,
                by: actor.person,
                own: ChangeKind::Message,
                others: Some((To::Invited, ChangeKind::Invited)),
                message: Some(message.id),
            };
            record(tx, news, &actor, &happening)?;
            Ok(Posted::New(message))
        })
        .await
    }
}

/// Whether the actor may invite this person now: the one place that decides it. Returns who the actor is.
pub(crate) fn check_invitation(tx: &mut Tx<'_>, actor: &Actor, to: &Person) -> Result<Person, Error> {
    let (community, now) = (actor.community_id(), actor.now);
    let pair = invitations::find_history(tx, community, actor.person, to.id, now)?;
    let sent = invitations::find_sent(tx, community, actor.person, now)?;
    let starter = people::find(tx, community, actor.person)?.ok_or(Error::NotFound)?;
    let is_own = to.id == actor.person;
    may_invite(actor.community.conversations, is_own, (to.kind, to.state), &pair, &sent, starter.created_at, now)?;
    Ok(starter)
}

/// The conversation with an invitation of this person's that the actor declined and can still accept.
fn find_declined(tx: &mut Tx<'_>, actor: &Actor, of: &Person) -> Result<Option<ConversationId>, Error> {
    let community = actor.community_id();
    let received = invitations::find_received(tx, community, actor.person, of.id, actor.now)?;
    let Some(declined) = received.filter(|received| received.declined) else { return Ok(None) };
    let pair = conversations::find_direct_pair(tx, community, [actor.person, of.id])?;
    Ok(pair.is_none().then_some(declined.conversation))
}

/// Accepts a declined invitation and answers it.
fn answer(
    tx: &mut Tx<'_>,
    news: &mut News,
    actor: &Actor,
    conversation: ConversationId,
    draft: &Draft,
    (rendered, fingerprint): (&Rendered, &[u8]),
    limits: bool,
) -> Result<Posted, Error> {
    let held = Held::hold(tx, actor, conversation)?;
    accept(tx, news, actor, &held)?;
    let message = post_in(tx, news, actor, conversation, draft, (rendered, fingerprint), limits)?;
    Ok(Posted::New(message))
}

fn begin(
    tx: &mut Tx<'_>,
    actor: &Actor,
    starter: &Person,
    to: &Person,
    draft: &Draft,
    rendered: &Rendered,
    fingerprint: &[u8],
) -> Result<Message, Error> {
    let (community, now, sequence) = (actor.community_id(), actor.now, 1);
    let new = Conversation { id: new_id(now), kind: ConversationKind::Direct, title: None, last_sequence: sequence };
    conversations::insert(tx, community, &new, actor.person, now)?;
    seat(tx, actor, new.id, starter.id, None)?;
    let asked = Asked { by: actor.person, at: now };
    let invited = seat(tx, actor, new.id, to.id, Some(asked))?;

    let entry = empty_entry(new.id, NamedPerson::from(starter), EntryKind::Message, sequence, draft.origin, now);
    let message = written(entry, draft, rendered);
    messages::insert(tx, community, &message, Some(fingerprint))?;

    let id: InvitationId = new_id(now);
    let invitation = Invitation {
        id,
        conversation: new.id,
        participant: invited.id,
        inviter: actor.person,
        invitee: to.id,
        state: InvitationState::Pending,
        sent_at: now,
        decided_at: None,
    };
    invitations::insert(tx, community, &invitation)?;
    enqueue_invitation(tx, actor, to, id)?;
    Ok(message)
}

/// Seats a person at the first entry of a new conversation: whoever begins it is in and has read it; who is asked may
/// see it and no more. The bell rings for an invitation; it has a mail of its own, so no digest tells of it.
fn seat(
    tx: &mut Tx<'_>,
    actor: &Actor,
    conversation: ConversationId,
    person: PersonId,
    asked: Option<Asked>,
) -> Result<Participant, Error> {
    let (community, now, first) = (actor.community_id(), actor.now, 1);
    let (state, shelf) = match asked {
        None => (ParticipantState::Joined, Shelf::List),
        Some(_) => (ParticipantState::Invited, Shelf::Invitations),
    };
    let participant = Participant { id: new_id(now), party: Party::Person(person), state, asked };
    participants::insert(tx, community, conversation, &participant)?;
    participants::insert_span(tx, community, participant.id, first, asked.map(|_| first))?;
    let unread = i64::from(asked.is_some());
    let seat = Seat {
        person,
        conversation,
        participant: participant.id,
        shelf,
        level: Level::Normal,
        read_sequence: first - unread,
        unread_count: unread,
        last_sequence: first,
        active_at: now,
    };
    seats::insert(tx, community, &seat)?;
    Ok(participant)
}
