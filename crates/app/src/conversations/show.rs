use super::{Seat, Stand};
use crate::people::{is_lookalike, list_present};
use crate::{Actor, App, Error, markdown};
use snug_domain::deliveries::DeliveryState;
use snug_domain::people::Person;
use snug_domain::{ConversationId, MessageId, PersonId, Timestamp};
use snug_store::messages::{self, Message};
use snug_store::{Tx, deliveries, people};
use std::slice;

/// Bytes of messages on one page, however many were asked for.
const PAGE_BYTES: usize = 400 * 1_024;

/// A conversation as the actor sees it.
#[derive(Debug, Clone)]
pub struct Conversation {
    /// Its id.
    pub id: ConversationId,
    /// How it stands for the actor.
    pub stand: Stand,
    /// The other one.
    pub partner: Partner,
    /// When its invitation was sent.
    pub sent_at: Timestamp,
    /// Whether the actor put it away.
    pub archived: bool,
    /// The number of the last entry the actor read.
    pub read_sequence: i64,
    /// How many entries are unread.
    pub unread_count: i64,
    /// The number of the last entry the other one read.
    pub read_by_partner: i64,
    /// Whether the mail with the actor's invitation came back. Nothing else of its fate is told:
    /// a mail that was stopped would betray that the invitation was declined.
    pub invitation_bounced: bool,
    /// The number of the actor's last change before this was read: live events go on from there.
    pub change_number: i64,
}

/// The other one in a conversation.
#[derive(Debug, Clone)]
pub struct Partner {
    /// Who.
    pub person: Person,
    /// Whether they are on the site, as far as the actor may know.
    pub is_present: bool,
    /// Whether their name looks like that of somebody else; asked while one has yet to decide.
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
}

/// Some entries of a conversation, the oldest first.
#[derive(Debug, Clone)]
pub struct Messages {
    /// The entries.
    pub entries: Vec<Message>,
    /// Whether there are more beyond, in the direction asked for.
    pub more: bool,
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
                let seat = Seat::find(tx, &actor, conversation)?;
                let shown = show(tx, &actor, &seat)?;
                let messages = list(tx, &actor, &seat, shown.stand, slice, limit)?;
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

    /// A message of the actor's own.
    pub async fn find_own_message(
        &self,
        actor: &Actor,
        conversation: ConversationId,
        message: MessageId,
    ) -> Result<Message, Error> {
        actor.conversations_are_on()?;
        let actor = actor.clone();
        let mut found = self
            .read(move |tx| {
                let seat = Seat::find(tx, &actor, conversation)?;
                let found = messages::find_visible(tx, actor.community_id(), conversation, seat.own.id, message)?;
                found.filter(|message| message.author == actor.person).ok_or(Error::NotFound)
            })
            .await?;
        self.renew(&mut found).await?;
        Ok(found)
    }
}

fn show(tx: &mut Tx<'_>, actor: &Actor, seat: &Seat) -> Result<Conversation, Error> {
    let community = actor.community_id();
    let stand = seat.stand(actor.now);
    let invitation_bounced = match (stand, seat.invitation) {
        (Stand::Waiting { .. }, Some(invitation)) => {
            deliveries::find_state_of_invitation(tx, community, invitation.id)? == Some(DeliveryState::Bounced)
        }
        _ => false,
    };
    let own = people::find(tx, community, actor.person)?.ok_or(Error::NotFound)?;
    Ok(Conversation {
        id: seat.own.conversation,
        stand,
        partner: find_partner(tx, actor, seat.other.person, stand)?,
        sent_at: seat.sent_at(),
        archived: seat.own.archived,
        read_sequence: seat.own.read_sequence,
        unread_count: seat.own.unread_count,
        read_by_partner: if stand == Stand::Talking { seat.other.read_sequence } else { 0 },
        invitation_bounced,
        change_number: own.change_number,
    })
}

/// The other one, and whether they are on the site.
fn find_partner(tx: &mut Tx<'_>, actor: &Actor, person: PersonId, stand: Stand) -> Result<Partner, Error> {
    let person = people::find(tx, actor.community_id(), person)?.ok_or(Error::NotFound)?;
    let is_present = !list_present(tx, actor, slice::from_ref(&person.handle))?.is_empty();
    let is_undecided = matches!(stand, Stand::Invited { .. });
    let is_lookalike = is_undecided && is_lookalike(tx, actor.community_id(), &person)?;
    Ok(Partner { person, is_present, is_lookalike })
}

fn list(
    tx: &mut Tx<'_>,
    actor: &Actor,
    seat: &Seat,
    stand: Stand,
    slice: Slice,
    limit: usize,
) -> Result<Messages, Error> {
    let (community, conversation, own) = (actor.community_id(), seat.own.conversation, seat.own.id);
    // What was taken back, or not answered in time, is not to be read any more.
    if stand == Stand::Closed {
        return Ok(Messages { entries: Vec::new(), more: false });
    }
    let one_more = i64::try_from(limit).unwrap_or(i64::MAX).saturating_add(1);
    let mut entries = match slice {
        Slice::Last => messages::list_before(tx, community, conversation, own, i64::MAX, one_more)?,
        Slice::Before(sequence) => messages::list_before(tx, community, conversation, own, sequence, one_more)?,
        Slice::After(sequence) => messages::list_after(tx, community, conversation, own, sequence, one_more)?,
    };
    let fitting = entries.len().min(limit).min(fitting(&entries));
    let more = entries.len() > fitting;
    entries.truncate(fitting);
    if !matches!(slice, Slice::After(_)) {
        entries.reverse();
    }
    Ok(Messages { entries, more })
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
