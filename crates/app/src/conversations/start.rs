use super::accept::accept;
use super::reply::{Posted, bytes, find_earlier, fingerprint, post_in};
use super::{Draft, Seat, record_for};
use crate::deliveries::enqueue_invitation;
use crate::markdown::Rendered;
use crate::{Actor, App, Error, News, limits, markdown, new_id};
use snug_domain::allowance::CHANGES;
use snug_domain::conversations::{
    ChangeKind, ConversationKind, EntryKind, InvitationState, Level, ParticipantState, may_invite,
};
use snug_domain::people::{Handle, Person};
use snug_domain::{ConversationId, InvitationId, ParticipantId, PersonId, Refusal};
use snug_store::invitations::{self, Invitation};
use snug_store::messages::{self, Message};
use snug_store::participants::{self, Participant};
use snug_store::{Tx, conversations, people};

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
                checked => checked,
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
            check_invitation(tx, &actor, &to)?;

            let message = begin(tx, &actor, &to, &start.draft, &rendered, &fingerprint)?;
            let author = actor.person.to_string();
            limits::admit_bytes(tx, limits, community, bytes(&message), &author, actor.now)?;
            let (own, invited) = ((actor.person, ChangeKind::Message), (to.id, ChangeKind::Invited));
            record_for(tx, news, &actor, message.conversation, own, Some(invited), Some(message.id))?;
            Ok(Posted::New(message))
        })
        .await
    }
}

/// Whether the actor may invite this person now: the one place that decides it.
pub(crate) fn check_invitation(tx: &mut Tx<'_>, actor: &Actor, to: &Person) -> Result<(), Error> {
    let (community, now) = (actor.community_id(), actor.now);
    let pair = invitations::find_history(tx, community, actor.person, to.id, now)?;
    let sent = invitations::find_sent(tx, community, actor.person, now)?;
    let starter = people::find(tx, community, actor.person)?.ok_or(Error::NotFound)?;
    let is_own = to.id == actor.person;
    may_invite(actor.community.conversations, is_own, (to.kind, to.state), &pair, &sent, starter.created_at, now)?;
    Ok(())
}

/// The conversation with an invitation of this person's that the actor declined and can still accept.
fn find_declined(tx: &mut Tx<'_>, actor: &Actor, of: &Person) -> Result<Option<ConversationId>, Error> {
    let pair = invitations::find_history(tx, actor.community_id(), actor.person, of.id, actor.now)?;
    let received = pair.received.filter(|received| received.declined && pair.conversation.is_none());
    Ok(received.map(|received| received.conversation))
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
    let seat = Seat::hold(tx, actor, conversation)?;
    accept(tx, news, actor, &seat)?;
    let message = post_in(tx, news, actor, conversation, draft, (rendered, fingerprint), limits)?;
    Ok(Posted::New(message))
}

fn begin(
    tx: &mut Tx<'_>,
    actor: &Actor,
    to: &Person,
    draft: &Draft,
    rendered: &Rendered,
    fingerprint: &[u8],
) -> Result<Message, Error> {
    let (community, now) = (actor.community_id(), actor.now);
    let conversation: ConversationId = new_id(now);
    let sequence = 1;
    conversations::insert(tx, community, conversation, ConversationKind::Direct, actor.person, now, sequence)?;

    let starter = participant(conversation, actor.person, ParticipantState::Joined, actor);
    let starter = Participant { read_sequence: sequence, ..starter };
    participants::insert(tx, community, &starter)?;
    participants::insert_span(tx, community, starter.id, sequence, None)?;
    // The bell rings for an invitation; it is mailed at once, so no digest tells of it.
    let invited = participant(conversation, to.id, ParticipantState::Invited, actor);
    let invited = Participant { unread_count: 1, ..invited };
    participants::insert(tx, community, &invited)?;
    participants::insert_span(tx, community, invited.id, sequence, Some(sequence))?;

    let message = Message {
        id: new_id(now),
        conversation,
        sequence,
        kind: EntryKind::Message,
        author: actor.person,
        origin: draft.origin,
        source: draft.text.as_str().to_owned(),
        html: rendered.html.clone(),
        excerpt: rendered.excerpt.clone(),
        renderer: markdown::RENDERER,
        client_id: Some(draft.client_id.as_str().to_owned()),
        created_at: now,
        edited_at: None,
        deleted_at: None,
    };
    messages::insert(tx, community, &message, Some(fingerprint))?;

    let id: InvitationId = new_id(now);
    let invitation = Invitation {
        id,
        conversation,
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

fn participant(conversation: ConversationId, person: PersonId, state: ParticipantState, actor: &Actor) -> Participant {
    let id: ParticipantId = new_id(actor.now);
    Participant {
        id,
        conversation,
        person,
        state,
        level: Level::Normal,
        archived: false,
        read_sequence: 0,
        unread_count: 0,
        active_at: actor.now,
    }
}
