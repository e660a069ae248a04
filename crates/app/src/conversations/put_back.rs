use super::Held;
use crate::{Actor, App, Error};
use snug_domain::ConversationId;
use snug_domain::allowance::CHANGES;
use snug_domain::conversations::{ChangeKind, Shelf};
use snug_store::{Tx, messages, seats};

/// Where a conversation stood in its reader's lists before it was archived or marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stood {
    /// Among those that are read.
    Read,
    /// Unread.
    Unread,
    /// In the archive, where nothing is unread.
    Archived,
}

impl Stood {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Read, Self::Unread, Self::Archived];

    /// The word in addresses.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Unread => "unread",
            Self::Archived => "archived",
        }
    }

    pub(super) const fn of(held: &Held) -> Self {
        match (held.seat.shelf, held.seat.unread_count) {
            (Shelf::Archive, _) => Self::Archived,
            (_, 0) => Self::Read,
            _ => Self::Unread,
        }
    }
}

impl App {
    /// Undoes archiving and marking as unread: the conversation stands again where it stood, with
    /// the same number unread. What was written meanwhile stays unread.
    pub async fn put_back(&self, actor: &Actor, conversation: ConversationId, stood: Stood) -> Result<(), Error> {
        self.count(actor, CHANGES)?;
        let actor = actor.clone();
        self.write(move |tx, news| {
            let held = Held::hold(tx, &actor, conversation)?;
            held.takes_part(actor.now)?;
            held.record(tx, news, &actor, ChangeKind::Listed, None, None)?;
            put_back(tx, &actor, &held, stood)
        })
        .await
    }
}

fn put_back(tx: &mut Tx<'_>, actor: &Actor, held: &Held, stood: Stood) -> Result<(), Error> {
    let (community, seat, reading) = (actor.community_id(), &held.seat, (actor.person, held.id()));
    let was_archived = seat.shelf == Shelf::Archive;
    let new = messages::count_news_after(tx, community, reading, seat.read_sequence)?;
    let unread = match stood {
        Stood::Archived => 0,
        Stood::Read if was_archived => 0,
        Stood::Read => new,
        // Marked by hand where nothing was new.
        Stood::Unread => new.max(1),
    };
    if was_archived && unread > 0 && new > 0 {
        // The archive took it out of the digest.
        let last = (seat.last_sequence, seat.active_at);
        return Ok(seats::set_unread_again(tx, community, reading, unread, last)?);
    }
    let shelf = if stood == Stood::Archived { Shelf::Archive } else { Shelf::List };
    Ok(seats::set_shelf(tx, community, reading, shelf, unread)?)
}
