use crate::accounts::Credential;
use crate::conversations::{Held, Listed, find_listed, list_quoted};
use crate::{Actor, App, Error, Message};
use snug_domain::conversations::{ChangeKind, Stand, UNDECIDED_LAPSES};
use snug_domain::{CommunityId, ConversationId, PersonId};
use snug_store::changes::{self, Change};
use snug_store::quotes::Quoted;
use snug_store::{Tx, seats};
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// A page that missed more than this loads itself anew.
const MOST: i64 = 200;
/// So do pages that missed messages of more bytes than this.
const MOST_BYTES: i64 = 1_024 * 1_024;
/// As many as are looked up without asking first how many bytes there are.
const FEW: i64 = 10;

/// What changed for somebody since a number.
#[derive(Debug, Clone)]
pub enum CaughtUp {
    /// This, in order.
    Events {
        /// What happened.
        events: Vec<Event>,
        /// The number of the last change, to go on from.
        number: i64,
        /// How many conversations and invitations have something unread now.
        unread: i64,
    },
    /// Too much, or too long ago: the page has to be loaded anew.
    Reload {
        /// The number to go on from.
        number: i64,
    },
}

/// Something that changed for somebody.
#[derive(Debug, Clone)]
pub struct Event {
    /// Its number.
    pub number: i64,
    /// What it was.
    pub kind: ChangeKind,
    /// The conversation it was in.
    pub conversation: ConversationId,
    /// What it means for a page, as it stands now; nothing if that is not to be seen any more.
    pub happened: Option<Happened>,
}

/// A conversation in which something changed, as it stands now.
#[derive(Debug, Clone)]
pub struct Happened {
    /// It, as it stands in the person's list.
    pub listed: Listed,
    /// The message it was about.
    pub message: Option<Message>,
    /// The message that one answers.
    pub quoted: Option<Quoted>,
}

impl App {
    /// What changed for the actor after the change with this number.
    pub async fn catch_up(&self, actor: &Actor, after: i64) -> Result<CaughtUp, Error> {
        self.find_changes(actor, None, after).await
    }

    /// The same for a stream that this credential opened. It is checked in the snapshot that the changes come from: of
    /// what is written after a session or token has ended, nothing is told to who held it.
    pub async fn catch_up_as(&self, actor: &Actor, credential: Credential, after: i64) -> Result<CaughtUp, Error> {
        self.find_changes(actor, Some(credential), after).await
    }

    async fn find_changes(&self, actor: &Actor, credential: Option<Credential>, after: i64) -> Result<CaughtUp, Error> {
        let actor = actor.clone();
        let caught_up = self.read(move |tx| {
            let (community, person) = (actor.community_id(), actor.person);
            let ringing = seats::ask_ringing(tx, community, person, actor.now - UNDECIDED_LAPSES)?;
            let found = missed(tx, community, person, after)?;
            // Without a change there is nothing to tell, so an idle stream costs no more.
            let has_changes = found.as_ref().is_none_or(|found| !found.is_empty());
            let credential = credential.filter(|_| has_changes);
            let valid = credential.map(|credential| credential.ask(tx, &actor)).transpose()?;
            let caught_up = match found {
                _ if actor.conversations_are_on().is_err() => {
                    CaughtUp::Events { events: Vec::new(), number: after, unread: 0 }
                }
                None => {
                    let number = changes::find_last_number(tx, community, person)?.unwrap_or(0);
                    CaughtUp::Reload { number }
                }
                Some(found) => {
                    let number = found.last().map_or(after, |last| last.number);
                    let events = events(tx, &actor, found)?;
                    CaughtUp::Events { events, number, unread: ringing.one(tx)? }
                }
            };
            // It was asked along with the rest, of which nothing is told to who is not let in any more.
            match valid.map(|valid| valid.optional(tx)).transpose()? {
                Some(None) => Err(Error::NotFound),
                None | Some(Some(_)) => Ok(caught_up),
            }
        });
        let mut caught_up = caught_up.await?;
        if let CaughtUp::Events { events, .. } = &mut caught_up {
            for event in events {
                if let Some(message) = event.happened.as_mut().and_then(|happened| happened.message.as_mut()) {
                    self.renew(message).await?;
                }
            }
        }
        Ok(caught_up)
    }

    /// The number of the actor's last change: where a new stream begins.
    pub async fn last_change(&self, actor: &Actor) -> Result<i64, Error> {
        let (community, person) = (actor.community_id(), actor.person);
        let number = self.read(move |tx| Ok(changes::find_last_number(tx, community, person)?)).await?;
        number.ok_or(Error::NotFound)
    }
}

/// The changes after a number; none if they are too many, or too old for all of them to be kept.
fn missed(tx: &mut Tx<'_>, community: CommunityId, person: PersonId, after: i64) -> Result<Option<Vec<Change>>, Error> {
    let mut found = changes::list_after(tx, community, person, after, FEW + 1)?;
    if i64::try_from(found.len()).is_ok_and(|count| count > FEW) {
        let (count, bytes) = changes::measure_after(tx, community, person, after, MOST + 1)?;
        if count > MOST || bytes > MOST_BYTES {
            return Ok(None);
        }
        found = changes::list_after(tx, community, person, after, MOST)?;
    }
    let is_whole = match found.first() {
        Some(first) => first.number == after + 1 && bytes(&found) <= MOST_BYTES,
        // Nothing after it, unless it is all forgotten, or the number is none of ours.
        None => changes::find_last_number(tx, community, person)? == Some(after),
    };
    Ok(is_whole.then_some(found))
}

fn bytes(changes: &[Change]) -> i64 {
    let messages = changes.iter().filter_map(|change| change.message.as_ref());
    let bytes: usize = messages.map(|message| message.source.len() + message.html.len()).sum();
    i64::try_from(bytes).unwrap_or(i64::MAX)
}

/// The conversations that changes are about, each looked up once. None where the person has no seat any more.
#[derive(Default)]
struct Standings(HashMap<ConversationId, Option<Listed>>);

impl Standings {
    fn find(&mut self, tx: &mut Tx<'_>, actor: &Actor, conversation: ConversationId) -> Result<&Option<Listed>, Error> {
        match self.0.entry(conversation) {
            Entry::Occupied(known) => Ok(known.into_mut()),
            // One that cannot be read is not told; the others are.
            Entry::Vacant(place) => {
                let listed = tx.readable(|tx| find_listed(tx, actor, conversation))?;
                Ok(place.insert(listed.flatten()))
            }
        }
    }
}

fn events(tx: &mut Tx<'_>, actor: &Actor, changes: Vec<Change>) -> Result<Vec<Event>, Error> {
    let mut standings = Standings::default();
    let mut events = Vec::with_capacity(changes.len());
    for change in changes {
        events.extend(event(tx, actor, &mut standings, change)?);
    }
    Ok(events)
}

fn event(tx: &mut Tx<'_>, actor: &Actor, standings: &mut Standings, change: Change) -> Result<Option<Event>, Error> {
    let Change { number, about, message } = change;
    let Some((kind, conversation)) = about else { return Ok(None) };
    let listed = standings.find(tx, actor, conversation)?.clone();
    let happened = match listed {
        None => None,
        Some(listed) => {
            let message = match (listed.stand, message) {
                (Stand::Gone, _) => None,
                (stand @ (Stand::Left | Stand::Removed), Some(message)) => {
                    let held = tx.readable(|tx| Held::find(tx, actor, conversation))?;
                    held.is_some_and(|held| held.may_read(stand, message.sequence)).then_some(message)
                }
                // Of all that stands otherwise, everything that is told may be read.
                (_, message) => message,
            };
            let quoted = list_quoted(tx, actor, conversation, message.as_slice())?.pop();
            Some(Happened { listed, message, quoted })
        }
    };
    Ok(Some(Event { number, kind, conversation, happened }))
}
