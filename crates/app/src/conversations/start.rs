use super::accept::accept;
use super::ask::{ask, check, each_once, find_reach};
use super::held::record;
use super::reply::{NewLine, Posted, append_line, bytes_of, empty_entry, find_earlier, fingerprint, post_in, written};
use super::{Draft, Held};
use crate::markdown::Rendered;
use crate::{Actor, App, Error, News, limits, new_id};
use snug_domain::allowance::CHANGES;
use snug_domain::conversations::{
    Adding, Asked, ChangeKind, ConversationKind, ConversationTitle, EntryKind, Level, Origin, ParticipantState, Party,
    Role, Shelf, Stand, may_invite,
};
use snug_domain::people::{Handle, NamedPerson, Person};
use snug_domain::{ConversationId, Field, Invalid, PersonId, Problem, Refusal};
use snug_store::changes::{Happening, To};
use snug_store::conversations::{self, Conversation};
use snug_store::messages::{self, Message};
use snug_store::participants::{self, Participant};
use snug_store::seats::{self, Seat};
use snug_store::{Tx, invitations, people};

/// Whom to write to, and what.
#[derive(Clone)]
pub struct StartWith {
    /// The others: one makes a direct conversation, unless it has a title or is begun from another.
    pub to: Vec<Handle>,
    /// What a conversation of several is called.
    pub title: Option<ConversationTitle>,
    /// The direct conversation of the actor that it is begun from.
    pub begun_from: Option<ConversationId>,
    /// The first message, which travels with the invitations.
    pub draft: Draft,
}

impl StartWith {
    /// A direct conversation.
    #[must_use]
    pub fn one(to: Handle, draft: Draft) -> Self {
        Self { to: vec![to], title: None, begun_from: None, draft }
    }
}

impl App {
    /// Starts a conversation: everybody in it is invited, with the first message, and accepts for themself.
    ///
    /// Whoever declined an invitation of somebody to talk between the two accepts it by starting with them, with this
    /// message as the first answer: an invitation back would tell that they had declined.
    pub async fn start_conversation(&self, actor: &Actor, start: StartWith) -> Result<Posted, Error> {
        self.count(actor, CHANGES)?;
        let start = StartWith { to: each_once(start.to), ..start };
        match &start.to[..] {
            [] => Err(Invalid::new(Field::To, Problem::Empty).into()),
            [to] if start.title.is_none() && start.begun_from.is_none() => {
                self.start_direct(actor, to.clone(), start.draft).await
            }
            _ => self.start_group(actor, start).await,
        }
    }

    async fn start_direct(&self, actor: &Actor, to: Handle, draft: Draft) -> Result<Posted, Error> {
        let fingerprint = fingerprint(&[to.as_str(), draft.text.as_str()]);
        let asked = to.clone();
        let rendered = self.render_draft(actor, &draft, &fingerprint, move |tx, actor| {
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
            if let Some(earlier) = find_earlier(tx, &actor, &draft.client_id, &fingerprint)? {
                return Ok(earlier);
            }
            let community = actor.community_id();
            let to = people::find_by_handle(tx, community, &to)?.ok_or(Refusal::NotReachable)?;
            if let Some(declined) = find_declined(tx, &actor, &to)? {
                return answer(tx, news, &actor, declined, &draft, (&rendered, &fingerprint), limits);
            }
            admit_bytes(tx, &actor, &draft, &rendered, limits)?;
            // Two people who start with each other at the same time do it one after the other.
            tx.lock_people(community, &[actor.person, to.id])?;
            // The same start may have been under way beside this one until here.
            if let Some(earlier) = find_earlier(tx, &actor, &draft.client_id, &fingerprint)? {
                return Ok(earlier);
            }
            let starter = check_invitation(tx, &actor, &to)?;
            let new = Conversation {
                id: new_id(actor.now),
                kind: ConversationKind::Direct,
                title: None,
                adding: Adding::Hosts,
                begun_from: None,
                is_closed: false,
                last_sequence: 1,
            };
            let message = begin(tx, &actor, (&new, &starter), &[to], &draft, (&rendered, &fingerprint))?;
            invite(tx, news, &actor, &message)?;
            Ok(Posted::New(message))
        })
        .await
    }

    async fn start_group(&self, actor: &Actor, start: StartWith) -> Result<Posted, Error> {
        let StartWith { to, title, begun_from, draft } = start;
        let handles: Vec<&str> = to.iter().map(Handle::as_str).collect();
        let fingerprint = fingerprint(&[
            &handles.join(","),
            title.as_ref().map_or("", ConversationTitle::as_str),
            &begun_from.map(|id| id.to_string()).unwrap_or_default(),
            draft.text.as_str(),
        ]);
        let asked = to.clone();
        let rendered =
            self.render_draft(actor, &draft, &fingerprint, move |tx, actor| check(tx, actor, &asked, None).map(drop));
        let rendered = match rendered.await? {
            Ok(rendered) => rendered,
            Err(earlier) => return Ok(earlier),
        };
        let (actor, limits) = (actor.clone(), self.settings.limits);
        self.write(move |tx, news| {
            actor.conversations_are_on()?;
            // The conversation before the people, in every transaction.
            let mut from = begun_from.map(|id| hold_direct(tx, &actor, id)).transpose()?;
            admit_bytes(tx, &actor, &draft, &rendered, limits)?;
            // Two who ask the same people do it one after the other.
            tx.lock_named(actor.community_id(), actor.person, &to, None)?;
            if let Some(earlier) = find_earlier(tx, &actor, &draft.client_id, &fingerprint)? {
                return Ok(earlier);
            }
            let others = check(tx, &actor, &to, None)?;
            let starter = people::find(tx, actor.community_id(), actor.person)?.ok_or(Error::NotFound)?;
            // Of a conversation they are not in nobody is told.
            from = from.filter(|from| others.iter().any(|other| from.other(other.id).is_some()));
            let new = Conversation {
                id: new_id(actor.now),
                kind: ConversationKind::Group,
                title: title.as_ref().map(|title| title.as_str().to_owned()),
                adding: Adding::Everyone,
                begun_from: from.as_ref().map(Held::id),
                is_closed: false,
                last_sequence: 2,
            };
            let message = begin(tx, &actor, (&new, &starter), &others, &draft, (&rendered, &fingerprint))?;
            invite(tx, news, &actor, &message)?;
            if let Some(from) = &mut from {
                let line = NewLine { detail: new.id.to_string(), ..NewLine::of(EntryKind::Continued) };
                append_line(tx, news, &actor, from, line, ChangeKind::Message)?;
            }
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
    let reach = find_reach(tx, actor, to)?;
    may_invite(actor.community.conversations, is_own, &reach, &pair, &sent, starter.created_at, now)?;
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
    let mut held = Held::hold(tx, actor, conversation)?;
    accept(tx, news, actor, &mut held)?;
    let message = post_in(tx, news, actor, conversation, &draft.clone().into(), (rendered, fingerprint), limits)?;
    Ok(Posted::New(message))
}

/// A direct conversation in which the actor talks.
fn hold_direct(tx: &mut Tx<'_>, actor: &Actor, conversation: ConversationId) -> Result<Held, Error> {
    let held = Held::hold(tx, actor, conversation)?;
    if held.is_direct() && held.stand(actor.now) == Stand::Talking { Ok(held) } else { Err(Error::NotFound) }
}

/// Writes a new conversation down: whoever begins it is in, and the others are asked with its first message. One of
/// several begins with a line that says who did.
fn begin(
    tx: &mut Tx<'_>,
    actor: &Actor,
    (new, starter): (&Conversation, &Person),
    others: &[Person],
    draft: &Draft,
    (rendered, fingerprint): (&Rendered, &[u8]),
) -> Result<Message, Error> {
    let (community, now, sequence) = (actor.community_id(), actor.now, new.last_sequence);
    conversations::insert(tx, community, new, actor.person, now)?;
    seat_starter(tx, actor, new)?;
    let asked = Asked { by: actor.person, at: now, with: sequence, from: 1 };
    for (other, place) in others.iter().zip(1..) {
        ask(tx, actor, new.id, (other, None), asked, place)?;
    }
    let entry = |kind, sequence, origin| empty_entry(new.id, NamedPerson::from(starter), kind, sequence, origin, now);
    if new.kind == ConversationKind::Group {
        messages::insert(tx, community, &entry(EntryKind::Started, 1, Origin::Site), None, None)?;
    }
    let message = written(entry(EntryKind::Message, sequence, draft.origin), draft, rendered);
    messages::insert(tx, community, &message, None, Some(fingerprint))?;
    Ok(message)
}

/// Counts the room that a first message takes: before anybody is locked, as in every transaction that sends.
fn admit_bytes(tx: &mut Tx<'_>, actor: &Actor, draft: &Draft, rendered: &Rendered, limits: bool) -> Result<(), Error> {
    let author = actor.person.to_string();
    limits::admit_bytes(tx, limits, actor.community_id(), bytes_of(draft, rendered), &author, actor.now)
}

/// Tells those who are asked with this message.
fn invite(tx: &mut Tx<'_>, news: &mut News, actor: &Actor, message: &Message) -> Result<(), Error> {
    let happening = Happening {
        conversation: message.conversation,
        by: actor.person,
        own: ChangeKind::Message,
        others: Some((To::Invited, ChangeKind::Invited)),
        message: Some(message.id),
    };
    record(tx, news, actor, &happening)
}

/// Seats whoever begins a conversation, and has read what they began it with.
fn seat_starter(tx: &mut Tx<'_>, actor: &Actor, new: &Conversation) -> Result<(), Error> {
    let (community, now, person): (_, _, PersonId) = (actor.community_id(), actor.now, actor.person);
    let participant = Participant {
        id: new_id(now),
        party: Party::Person(person),
        state: ParticipantState::Joined,
        role: Role::Host,
        asked: None,
        joined_at: Some(now),
        left_at: None,
        went: None,
    };
    participants::put(tx, community, new.id, &participant)?;
    participants::set_span(tx, community, participant.id, 1, None)?;
    if new.kind == ConversationKind::Group {
        participants::insert_stay(tx, community, participant.id, 1)?;
    }
    let seat = Seat {
        person,
        conversation: new.id,
        participant: participant.id,
        shelf: Shelf::List,
        level: Level::Normal,
        starred: false,
        read_sequence: new.last_sequence,
        unread_count: 0,
        rings: false,
        last_sequence: new.last_sequence,
        active_at: now,
    };
    Ok(seats::put(tx, community, &seat)?)
}
