use super::Held;
use super::ask::may_add_to;
use super::participants::{IN_A_CONVERSATION, Participant, may_know_title, told};
use crate::people::is_lookalike;
use crate::{Actor, App, Error, markdown};
use snug_domain::conversations::{
    Adding, ConversationKind, EntryKind, Level, ParticipantState, Reminder, Role, Shelf, Stand, Title, UNDECIDED_LAPSES,
};
use snug_domain::deliveries::DeliveryState;
use snug_domain::people::Person;
use snug_domain::{ConversationId, MessageId, Timestamp};
use snug_store::messages::{self, Message};
use snug_store::participants::{self, OpenSpan};
use snug_store::quotes::{self, Quoted};
use snug_store::{Tx, blocks, changes, deliveries, faces, invitations, people, seats};
use std::iter;

/// Bytes of messages on one page, however many were asked for.
const PAGE_BYTES: usize = 400 * 1_024;

/// A conversation as the actor sees it.
#[derive(Debug, Clone)]
pub struct Conversation {
    /// Its id.
    pub id: ConversationId,
    /// What it is.
    pub kind: ConversationKind,
    /// What it is called.
    pub title: Title,
    /// What its people call it.
    pub name: Option<String>,
    /// What it is to the actor.
    pub stand: Stand,
    /// The others in it, as the actor may know them.
    pub participants: Vec<Participant>,
    /// How many others there are.
    pub others: usize,
    /// What the actor may do in it beside writing.
    pub role: Role,
    /// Who may add people to it; its hosts, where the actor is not in it and is not told.
    pub adding: Adding,
    /// Whether the actor may add people now.
    pub may_add: bool,
    /// From where on the actor sees everything, where they may show it to people they add.
    pub sees: Option<OpenSpan>,
    /// Whether somebody takes part whom the actor blocked; asked where it is closed, or the actor can accept.
    pub has_blocked: bool,
    /// Whether the actor was in it, and is not: what they saw then they still read.
    pub was_in: bool,
    /// The direct conversation it was begun from, if the actor is in that too.
    pub begun_from: Option<ConversationId>,
    /// Who asked the actor, if they were asked.
    pub inviter: Option<Inviter>,
    /// The number of the entry they were asked with.
    pub asked_with: Option<i64>,
    /// When its invitation was sent: the actor's, or else the last of the others'.
    pub sent_at: Timestamp,
    /// Whether the actor put it away.
    pub archived: bool,
    /// How much they want to hear.
    pub level: Level,
    /// Whether they marked it with a star.
    pub starred: bool,
    /// The number of the last entry the actor read.
    pub read_sequence: i64,
    /// How many entries are unread.
    pub unread_count: i64,
    /// The number of the last entry that any of the others read, as far as it is told.
    pub read_by_others: i64,
    /// Whether a mail with the actor's invitation came back. Nothing else of its fate is told:
    /// a mail that was stopped would betray that the invitation was declined.
    pub invitation_bounced: bool,
    /// The reminder that the actor may send, or sent, while they wait for an answer.
    pub reminder: Option<Reminder>,
    /// The number of the actor's last change before this was read: live events go on from there.
    pub change_number: i64,
}

/// Who asked the actor to take part.
#[derive(Debug, Clone)]
pub struct Inviter {
    /// Who.
    pub person: Person,
    /// Whether their name looks like that of somebody else.
    pub is_lookalike: bool,
}

/// Which entries to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slice {
    /// The last ones.
    Last,
    /// Those before an entry.
    Before(i64),
    /// Those after an entry.
    After(i64),
    /// The one that the actor was asked with.
    AskedWith,
}

/// Some entries of a conversation, the oldest first.
#[derive(Debug, Clone)]
pub struct Messages {
    /// The entries.
    pub entries: Vec<Message>,
    /// Whether there are more beyond, in the direction asked for.
    pub more: bool,
    /// The messages that some of them answer, in any order.
    pub quoted: Vec<Quoted>,
}

impl Messages {
    /// The message that an entry answers, as its reader may see it.
    #[must_use]
    pub fn quoted_by(&self, entry: &Message) -> Option<&Quoted> {
        self.quoted.iter().find(|quoted| Some(quoted.sequence) == entry.in_reply_to)
    }
}

impl App {
    /// A conversation and some of its entries, from one snapshot.
    pub async fn show_conversation(
        &self,
        actor: &Actor,
        conversation: ConversationId,
        slice: Slice,
        limit: usize,
    ) -> Result<(Conversation, Messages), Error> {
        actor.conversations_are_on()?;
        let actor = actor.clone();
        let (shown, mut messages) = self
            .read(move |tx| {
                let held = Held::find(tx, &actor, conversation)?;
                let shown = show(tx, &actor, &held)?;
                let messages = list(tx, &actor, &held, shown.stand, slice, limit)?;
                Ok((shown, messages))
            })
            .await?;
        for entry in &mut messages.entries {
            self.renew(entry).await?;
        }
        if matches!(shown.stand, Stand::Invited { .. } | Stand::Declined) {
            for entry in &mut messages.entries {
                entry.html = markdown::without_links(&entry.html);
            }
        }
        Ok((shown, messages))
    }

    /// The message with this number, for who is about to answer it: one that the actor may see, with its text.
    pub async fn find_quoted(
        &self,
        actor: &Actor,
        conversation: ConversationId,
        sequence: i64,
    ) -> Result<Option<Quoted>, Error> {
        actor.conversations_are_on()?;
        let (community, reading) = (actor.community_id(), (actor.person, conversation));
        let quoted = self.read(move |tx| Ok(quotes::list(tx, community, reading, &[sequence])?.pop())).await?;
        Ok(quoted.filter(|quoted| !quoted.is_deleted))
    }

    /// A message that the actor may see.
    pub async fn find_message(
        &self,
        actor: &Actor,
        conversation: ConversationId,
        message: MessageId,
    ) -> Result<Message, Error> {
        actor.conversations_are_on()?;
        let actor = actor.clone();
        let found = self.read(move |tx| {
            let held = Held::find(tx, &actor, conversation)?;
            let found = messages::find_visible(tx, actor.community_id(), (actor.person, conversation), message)?;
            let stand = held.stand(actor.now);
            Ok(found.filter(|entry| entry.kind == EntryKind::Message && held.may_read(stand, entry.sequence)))
        });
        let mut found = found.await?.ok_or(Error::NotFound)?;
        self.renew(&mut found).await?;
        Ok(found)
    }

    /// A message of the actor's own.
    pub async fn find_own_message(
        &self,
        actor: &Actor,
        conversation: ConversationId,
        message: MessageId,
    ) -> Result<Message, Error> {
        actor.conversations_are_on()?;
        let found = self.find_message(actor, conversation, message).await?;
        if found.author.id == actor.person { Ok(found) } else { Err(Error::NotFound) }
    }
}

fn show(tx: &mut Tx<'_>, actor: &Actor, held: &Held) -> Result<Conversation, Error> {
    let (community, now) = (actor.community_id(), actor.now);
    let (conversation, stand) = (&held.conversation, held.stand(now));
    let faces = faces::list_faces(
        tx,
        community,
        actor.person,
        iter::once((conversation.id, conversation.kind)),
        IN_A_CONVERSATION,
        now - UNDECIDED_LAPSES,
    )?;
    let told = told(conversation.kind, held.own.state, stand, &faces, now);
    let name = conversation.title.clone().filter(|_| may_know_title(stand, held.seat.shelf));
    let may_add = !held.is_direct() && may_add_to(Some(held), now).is_ok();
    let sees = if may_add { participants::find_open_span(tx, community, held.own.id)? } else { None };
    Ok(Conversation {
        id: conversation.id,
        kind: conversation.kind,
        title: told.title(name.as_deref()),
        name,
        stand,
        others: told.count,
        participants: told.participants,
        role: if held.is_host() && !held.is_direct() { Role::Host } else { Role::Member },
        adding: if held.own.state == ParticipantState::Joined { conversation.adding } else { Adding::Hosts },
        may_add,
        sees,
        has_blocked: match stand {
            Stand::Closed | Stand::Invited { .. } | Stand::Declined => {
                blocks::is_any_in(tx, community, actor.person, conversation.id)?
            }
            _ => false,
        },
        was_in: held.own.joined_at.is_some() && held.own.state != ParticipantState::Joined,
        begun_from: find_begun_from(tx, actor, held)?,
        inviter: find_inviter(tx, actor, held, stand)?,
        asked_with: held.own.asked.map(|asked| asked.with),
        sent_at: held.asked_at().unwrap_or(held.seat.active_at),
        archived: held.seat.shelf == Shelf::Archive,
        level: held.seat.level,
        starred: held.seat.starred,
        read_sequence: held.seat.read_sequence,
        unread_count: held.seat.unread_count,
        read_by_others: told.read_sequence,
        invitation_bounced: matches!(stand, Stand::Waiting { .. }) && has_bounced(tx, actor, held)?,
        reminder: find_reminder(tx, actor, held, stand)?,
        change_number: changes::find_last_number(tx, community, actor.person)?.ok_or(Error::NotFound)?,
    })
}

/// The direct conversation that the actor's was begun from, if they are one of the two.
fn find_begun_from(tx: &mut Tx<'_>, actor: &Actor, held: &Held) -> Result<Option<ConversationId>, Error> {
    let Some(from) = held.conversation.begun_from else { return Ok(None) };
    let is_seated = seats::is_seated(tx, actor.community_id(), (actor.person, from))?;
    Ok(is_seated.then_some(from))
}

/// Who asked the actor; whether they look like somebody else is asked while the actor has yet to decide.
fn find_inviter(tx: &mut Tx<'_>, actor: &Actor, held: &Held, stand: Stand) -> Result<Option<Inviter>, Error> {
    let Some(asked) = held.own.asked else { return Ok(None) };
    let person = people::find(tx, actor.community_id(), asked.by)?.ok_or(Error::NotFound)?;
    let is_undecided = matches!(stand, Stand::Invited { .. });
    let is_lookalike = is_undecided && is_lookalike(tx, actor.community_id(), &person)?;
    Ok(Some(Inviter { person, is_lookalike }))
}

/// The reminder that the actor may send to those they wait for, or sent.
fn find_reminder(tx: &mut Tx<'_>, actor: &Actor, held: &Held, stand: Stand) -> Result<Option<Reminder>, Error> {
    let Stand::Waiting { sent_at } = stand else { return Ok(None) };
    let reminded_at = invitations::find_reminded(tx, actor.community_id(), held.id())?;
    Ok(Some(Reminder::of(sent_at, reminded_at, actor.now)))
}

/// Whether the mail of an invitation that is not accepted came back.
fn has_bounced(tx: &mut Tx<'_>, actor: &Actor, held: &Held) -> Result<bool, Error> {
    let community = actor.community_id();
    for invitation in invitations::list_undecided(tx, community, held.id())? {
        if deliveries::find_state_of_invitation(tx, community, invitation)? == Some(DeliveryState::Bounced) {
            return Ok(true);
        }
    }
    Ok(false)
}

fn list(
    tx: &mut Tx<'_>,
    actor: &Actor,
    held: &Held,
    stand: Stand,
    slice: Slice,
    limit: usize,
) -> Result<Messages, Error> {
    let (community, reading) = (actor.community_id(), (actor.person, held.id()));
    if stand == Stand::Gone {
        return Ok(Messages { entries: Vec::new(), more: false, quoted: Vec::new() });
    }
    let one_more = i64::try_from(limit).unwrap_or(i64::MAX).saturating_add(1);
    let asked_with = held.own.asked.map_or(0, |asked| asked.with);
    let mut entries = match slice {
        Slice::AskedWith => messages::find_at(tx, community, reading, asked_with)?.into_iter().collect(),
        Slice::Last => messages::list_before(tx, community, reading, i64::MAX, one_more)?,
        Slice::Before(sequence) => messages::list_before(tx, community, reading, sequence, one_more)?,
        Slice::After(sequence) => messages::list_after(tx, community, reading, sequence, one_more)?,
    };
    entries.retain(|entry| held.may_read(stand, entry.sequence));
    let fitting = entries.len().min(limit).min(fitting(&entries));
    let more = entries.len() > fitting;
    entries.truncate(fitting);
    if !matches!(slice, Slice::After(_) | Slice::AskedWith) {
        entries.reverse();
    }
    let quoted = list_quoted(tx, actor, held.id(), &entries)?;
    Ok(Messages { entries, more, quoted })
}

/// The messages that some entries of a conversation answer, each once. What is deleted quotes nothing.
pub(crate) fn list_quoted(
    tx: &mut Tx<'_>,
    actor: &Actor,
    conversation: ConversationId,
    entries: &[Message],
) -> Result<Vec<Quoted>, Error> {
    let mut sequences: Vec<_> =
        entries.iter().filter(|entry| entry.deleted_at.is_none()).filter_map(|entry| entry.in_reply_to).collect();
    sequences.sort_unstable();
    sequences.dedup();
    Ok(quotes::list(tx, actor.community_id(), (actor.person, conversation), &sequences)?)
}

/// How many of these entries go on one page: as many as have room, and one in any case.
fn fitting(entries: &[Message]) -> usize {
    let mut total = 0_usize;
    let fits = |entry: &&Message| {
        total = total.saturating_add(entry.source.len() + entry.html.len());
        total <= PAGE_BYTES
    };
    entries.iter().take_while(fits).count().max(1)
}
