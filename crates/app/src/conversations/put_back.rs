use super::{Seat, record_for};
use crate::{Actor, App, Error};
use snug_domain::allowance::CHANGES;
use snug_domain::conversations::{ChangeKind, ParticipantState};
use snug_domain::{ConversationId, Refusal};
use snug_store::{Tx, messages, participants};

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

    pub(super) const fn of(seat: &Seat) -> Self {
        match (seat.own.archived, seat.own.unread_count) {
            (true, _) => Self::Archived,
            (false, 0) => Self::Read,
            (false, _) => Self::Unread,
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
            let seat = Seat::hold(tx, &actor, conversation)?;
            if seat.own.state != ParticipantState::Joined {
                return Err(Refusal::NoLongerOpen.into());
            }
            tx.lock_people(actor.community_id(), [actor.person, seat.other.person])?;
            put_back(tx, &actor, &seat, stood)?;
            record_for(tx, news, &actor, conversation, (actor.person, ChangeKind::Listed), None, None)
        })
        .await
    }
}

fn put_back(tx: &mut Tx<'_>, actor: &Actor, seat: &Seat, stood: Stood) -> Result<(), Error> {
    let (community, own) = (actor.community_id(), &seat.own);
    participants::set_archived(tx, community, own.id, stood == Stood::Archived)?;
    let new = messages::count_of_others_after(tx, community, own.conversation, own.person, own.read_sequence)?;
    let unread = match (stood, own.archived) {
        (Stood::Archived, _) | (Stood::Read, true) => 0,
        (Stood::Read, false) => new,
        // Marked by hand where nothing was new.
        (Stood::Unread, _) => new.max(1),
    };
    if own.archived && unread > 0 && new > 0 {
        // The archive took it out of the digest.
        return Ok(participants::count_restored(tx, community, own.id, unread, (seat.last_sequence, own.active_at))?);
    }
    Ok(participants::set_read(tx, community, own.id, own.read_sequence, unread)?)
}
