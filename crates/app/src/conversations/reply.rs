use super::Held;
use crate::markdown::Rendered;
use crate::{Actor, App, Error, News, limits, markdown, new_id};
use ring::digest::{Context, SHA256};
use snug_domain::allowance::SENDING;
use snug_domain::conversations::{ChangeKind, ClientId, EntryKind, MESSAGES_BY_PERSON, MessageText, Origin};
use snug_domain::people::NamedPerson;
use snug_domain::{ConversationId, Field, Invalid, PersonId, Problem, Timestamp};
use snug_store::changes::To;
use snug_store::messages::{self, Message};
use snug_store::unread::{self, NewEntry};
use snug_store::{Tx, conversations};

/// What somebody is about to say.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The text, in Markdown.
    pub text: MessageText,
    /// The key that makes a retry harmless.
    pub client_id: ClientId,
    /// Where it comes from.
    pub origin: Origin,
}

/// A message in a conversation one takes part in.
#[derive(Debug, Clone)]
pub struct Reply {
    /// What it says.
    pub draft: Draft,
    /// The number of the message it answers.
    pub in_reply_to: Option<i64>,
}

impl From<Draft> for Reply {
    fn from(draft: Draft) -> Self {
        Self { draft, in_reply_to: None }
    }
}

/// A message that stands, whether it was sent now or before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Posted {
    /// Sent now.
    New(Message),
    /// The same was sent before: this is what came of it.
    Before(Message),
}

impl Posted {
    /// The message.
    #[must_use]
    pub fn message(&self) -> &Message {
        match self {
            Self::New(message) | Self::Before(message) => message,
        }
    }
}

impl App {
    /// Says something in a conversation, also in answer to one message in it.
    pub async fn reply(
        &self,
        actor: &Actor,
        conversation: ConversationId,
        reply: impl Into<Reply>,
    ) -> Result<Posted, Error> {
        self.count(actor, SENDING)?;
        let reply = reply.into();
        let (id, answered) = (conversation.to_string(), reply.in_reply_to.map(|sequence| sequence.to_string()));
        let parts = [id.as_str(), reply.draft.text.as_str()];
        let fingerprint = fingerprint(&parts.into_iter().chain(answered.as_deref()).collect::<Vec<_>>());
        let limits = self.settings.limits;
        let rendered = self.render_draft(actor, &reply.draft, &fingerprint, move |tx, actor| {
            Held::find(tx, actor, conversation)?.may_write()?;
            let (community, author) = (actor.community_id(), actor.person.to_string());
            limits::check(tx, limits, community, MESSAGES_BY_PERSON, &author, actor.now)
        });
        let rendered = match rendered.await? {
            Ok(rendered) => rendered,
            Err(earlier) => return Ok(earlier),
        };
        let client_id = reply.draft.client_id.clone();
        let written = self.post(actor, conversation, reply, rendered, fingerprint.clone()).await;
        match written {
            Ok(message) => Ok(Posted::New(message)),
            // Whatever stands against it now, what was sent before stands.
            Err(refusal @ (Error::Conflict | Error::Refused(_) | Error::TooMany { .. } | Error::Invalid(_))) => {
                let actor = actor.clone();
                let earlier = self.read(move |tx| find_earlier(tx, &actor, &client_id, &fingerprint)).await?;
                earlier.ok_or(refusal)
            }
            Err(error) => Err(error),
        }
    }

    /// Renders what is about to be said, a long text only if its writer may say it. What the same request said before
    /// is the answer instead.
    pub(super) async fn render_draft(
        &self,
        actor: &Actor,
        draft: &Draft,
        fingerprint: &[u8],
        may_say: impl Fn(&mut Tx<'_>, &Actor) -> Result<(), Error> + Send + 'static,
    ) -> Result<Result<Rendered, Posted>, Error> {
        let (client_id, fingerprint) = (draft.client_id.clone(), fingerprint.to_owned());
        self.render(actor, &draft.text, move |tx, actor| {
            actor.conversations_are_on()?;
            match find_earlier(tx, actor, &client_id, &fingerprint)? {
                Some(earlier) => Ok(Some(earlier)),
                None => may_say(tx, actor).map(|()| None),
            }
        })
        .await
    }

    async fn post(
        &self,
        actor: &Actor,
        conversation: ConversationId,
        reply: Reply,
        rendered: Rendered,
        fingerprint: Vec<u8>,
    ) -> Result<Message, Error> {
        let (actor, limits) = (actor.clone(), self.settings.limits);
        self.write(move |tx, news| {
            actor.conversations_are_on()?;
            post_in(tx, news, &actor, conversation, &reply, (&rendered, &fingerprint), limits)
        })
        .await
    }
}

/// Says something in a conversation the actor is in.
pub(super) fn post_in(
    tx: &mut Tx<'_>,
    news: &mut News,
    actor: &Actor,
    conversation: ConversationId,
    Reply { draft, in_reply_to }: &Reply,
    (rendered, fingerprint): (&Rendered, &[u8]),
    limits: bool,
) -> Result<Message, Error> {
    let community = actor.community_id();
    // First of all, for it is also the lock of the conversation.
    conversations::count_entry(tx, community, conversation)?;
    let held = Held::find(tx, actor, conversation)?;
    held.may_write()?;
    let author = actor.person.to_string();
    limits::admit(tx, limits, community, MESSAGES_BY_PERSON, &author, actor.now)?;
    limits::admit_bytes(tx, limits, community, bytes_of(draft, rendered), &author, actor.now)?;
    let entry = next_entry(&held, EntryKind::Message, held.conversation.last_sequence, draft.origin, actor.now);
    let message = Message { in_reply_to: *in_reply_to, ..written(entry, draft, rendered) };
    say_in(tx, news, actor, &held, &message, (rendered, fingerprint))?;
    Ok(message)
}

/// Puts a message at the end of a conversation that the actor takes part in.
pub(super) fn say_in(
    tx: &mut Tx<'_>,
    news: &mut News,
    actor: &Actor,
    held: &Held,
    message: &Message,
    (rendered, fingerprint): (&Rendered, &[u8]),
) -> Result<(), Error> {
    let answered = find_answered(tx, actor, message)?;
    append(tx, news, actor, held, (message, None), Some(fingerprint), ChangeKind::Message)?;
    let (community, named) = (actor.community_id(), rendered.named.as_slice());
    if named.is_empty() && answered.is_none() {
        return Ok(());
    }
    let entry = (held.id(), message.sequence);
    Ok(unread::count_addressed(tx, community, entry, actor.person, (named, answered), actor.now)?)
}

/// Who wrote the message that another answers. It is one that the actor may see; its text may be deleted meanwhile.
fn find_answered(tx: &mut Tx<'_>, actor: &Actor, message: &Message) -> Result<Option<PersonId>, Error> {
    let Some(sequence) = message.in_reply_to else { return Ok(None) };
    let reading = (actor.person, message.conversation);
    let found = messages::find_at(tx, actor.community_id(), reading, sequence)?;
    let found = found.filter(|entry| entry.kind == EntryKind::Message);
    let found = found.ok_or(Invalid::new(Field::InReplyTo, Problem::NotFound))?;
    Ok(Some(found.author.id))
}

/// What happened, as a line tells it.
#[derive(Debug, Clone)]
pub(super) struct NewLine {
    pub kind: EntryKind,
    /// Whom it is about, beside the actor.
    pub subject: Option<PersonId>,
    /// The title, or whatever else it tells of.
    pub detail: String,
}

impl NewLine {
    /// A line about nobody else.
    pub(super) const fn of(kind: EntryKind) -> Self {
        Self { kind, subject: None, detail: String::new() }
    }

    /// A line about somebody else.
    pub(super) const fn about(kind: EntryKind, subject: PersonId) -> Self {
        Self { kind, subject: Some(subject), detail: String::new() }
    }
}

/// Puts a line at the end of a conversation that the actor takes part in, or comes into with it. Returns its number.
pub(super) fn append_line(
    tx: &mut Tx<'_>,
    news: &mut News,
    actor: &Actor,
    held: &mut Held,
    line: NewLine,
    change: ChangeKind,
) -> Result<i64, Error> {
    let sequence = next_sequence(tx, actor, held)?;
    let entry = next_entry(held, line.kind, sequence, Origin::Site, actor.now);
    append(tx, news, actor, held, (&Message { source: line.detail, ..entry }, line.subject), None, change)?;
    Ok(sequence)
}

/// Takes the number of the next entry of a conversation that is held.
pub(super) fn next_sequence(tx: &mut Tx<'_>, actor: &Actor, held: &mut Held) -> Result<i64, Error> {
    conversations::count_entry(tx, actor.community_id(), held.id())?;
    held.conversation.last_sequence += 1;
    Ok(held.conversation.last_sequence)
}

/// An entry of the actor's with nothing in it yet.
pub(super) fn next_entry(held: &Held, kind: EntryKind, sequence: i64, origin: Origin, now: Timestamp) -> Message {
    empty_entry(held.id(), held.actor.clone(), kind, sequence, origin, now)
}

/// An entry with nothing in it yet.
pub(super) fn empty_entry(
    conversation: ConversationId,
    author: NamedPerson,
    kind: EntryKind,
    sequence: i64,
    origin: Origin,
    now: Timestamp,
) -> Message {
    Message {
        id: new_id(now),
        conversation,
        sequence,
        kind,
        author,
        subject: None,
        in_reply_to: None,
        also: Vec::new(),
        origin,
        source: String::new(),
        html: String::new(),
        excerpt: String::new(),
        renderer: markdown::RENDERER,
        client_id: None,
        created_at: now,
        edited_at: None,
        deleted_at: None,
        from_blocked: false,
    }
}

/// The entry with what was written in it.
pub(super) fn written(entry: Message, draft: &Draft, rendered: &Rendered) -> Message {
    Message {
        source: draft.text.as_str().to_owned(),
        html: rendered.html.clone(),
        excerpt: rendered.excerpt.clone(),
        client_id: Some(draft.client_id.as_str().to_owned()),
        ..entry
    }
}

/// Puts an entry at the end of a conversation and counts it for everybody in it.
fn append(
    tx: &mut Tx<'_>,
    news: &mut News,
    actor: &Actor,
    held: &Held,
    (message, subject): (&Message, Option<PersonId>),
    fingerprint: Option<&[u8]>,
    change: ChangeKind,
) -> Result<(), Error> {
    let (community, conversation) = (actor.community_id(), message.conversation);
    messages::insert(tx, community, message, subject, fingerprint)?;
    held.record(tx, news, actor, change, Some((To::Everyone, change)), Some(message.id))?;
    let entry = NewEntry {
        conversation,
        author: actor.person,
        is_message: message.kind == EntryKind::Message,
        subject,
        sequence: message.sequence,
    };
    Ok(unread::count_entry(tx, community, &entry, actor.now)?)
}

/// What came of the same request before. Another content under the same key is a mistake of the
/// sender's program, and must not look as if it was sent.
pub(super) fn find_earlier(
    tx: &mut Tx<'_>,
    actor: &Actor,
    client_id: &ClientId,
    fingerprint: &[u8],
) -> Result<Option<Posted>, Error> {
    match messages::find_by_client_id(tx, actor.community_id(), actor.person, client_id.as_str())? {
        None => Ok(None),
        Some(sent) if sent.fingerprint.as_deref() == Some(fingerprint) => Ok(Some(Posted::Before(sent.message))),
        Some(_) => Err(Error::Conflict),
    }
}

/// The room that what is about to be said takes, with what is made of it.
pub(super) fn bytes_of(draft: &Draft, rendered: &Rendered) -> usize {
    draft.text.as_str().len() + rendered.html.len() + rendered.excerpt.len()
}

/// The room a message takes, with what is made of it.
pub(super) fn bytes(message: &Message) -> usize {
    message.source.len() + message.html.len() + message.excerpt.len()
}

/// A short proof that two requests are the same.
pub(super) fn fingerprint(parts: &[&str]) -> Vec<u8> {
    let mut context = Context::new(&SHA256);
    for part in parts {
        context.update(&part.len().to_le_bytes());
        context.update(part.as_bytes());
    }
    context.finish().as_ref().iter().copied().take(16).collect()
}
