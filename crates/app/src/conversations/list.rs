use super::participants::{self, Participant, all, by_conversation, may_know_last, may_know_title, told};
use crate::{Actor, App, Error};
use snug_domain::conversations::{
    ConversationKind, Level, ParticipantState, Shelf, Stand, Standing, Title, UNDECIDED_LAPSES,
};
use snug_domain::{ConversationId, Timestamp};
use snug_store::Tx;
use snug_store::faces::{self, Face};
use snug_store::mailboxes::{self, Entry, LastEntry, Shelves};

pub use snug_store::mailboxes::Place;

/// Which conversations to list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filter {
    /// All that are not put away, with invitations that wait for an answer.
    All,
    /// Those with something unread, invitations included.
    Unread,
    /// Invitations that wait for an answer.
    Invitations,
    /// Those that have a star.
    Starred,
    /// Those that are put away or that the actor is not in any more, with invitations they declined and can still
    /// accept.
    Archived,
}

/// A conversation in the actor's list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The conversation.
    pub conversation: ConversationId,
    /// What it is.
    pub kind: ConversationKind,
    /// What it is called.
    pub title: Title,
    /// What it is to the actor.
    pub stand: Stand,
    /// The first of the others in it, as the actor may know them.
    pub participants: Vec<Participant>,
    /// How many others there are.
    pub others: usize,
    /// Whether the actor may add people now.
    pub may_add: bool,
    /// Which of the actor's lists it is on.
    pub shelf: Shelf,
    /// How much they want to hear.
    pub level: Level,
    /// Whether they marked it with a star.
    pub starred: bool,
    /// The number of the last entry they read.
    pub read_sequence: i64,
    /// The number of the last entry that any of the others read, as far as it is told.
    pub read_by_others: i64,
    /// How many entries are unread.
    pub unread_count: i64,
    /// Whether the bell counts it.
    pub rings: bool,
    /// When something last happened in it.
    pub active_at: Timestamp,
    /// The last entry they may see.
    pub last: Option<LastEntry>,
}

/// A page of a list.
#[derive(Debug, Clone)]
pub struct Page {
    /// The conversations, the newest first.
    pub conversations: Vec<Listed>,
    /// Where to go on, if there are more.
    pub next: Option<Place>,
}

impl App {
    /// A page of the actor's conversations, the newest first.
    pub async fn list_conversations(
        &self,
        actor: &Actor,
        filter: Filter,
        from: Place,
        limit: usize,
    ) -> Result<Page, Error> {
        actor.conversations_are_on()?;
        let actor = actor.clone();
        let one_more = i64::try_from(limit).unwrap_or(i64::MAX).saturating_add(1);
        let mut conversations = self
            .read(move |tx| {
                let (community, person) = (actor.community_id(), actor.person);
                let asked_after = actor.now - UNDECIDED_LAPSES;
                let found = match filter {
                    Filter::Unread => mailboxes::list_unread(tx, community, person, from, asked_after, one_more)?,
                    Filter::Starred => mailboxes::list_starred(tx, community, person, from, one_more)?,
                    Filter::All => {
                        mailboxes::list(tx, community, person, Shelves::List { asked_after }, from, one_more)?
                    }
                    Filter::Archived => {
                        mailboxes::list(tx, community, person, Shelves::Archive { asked_after }, from, one_more)?
                    }
                    Filter::Invitations => {
                        mailboxes::list(tx, community, person, Shelves::Invitations { asked_after }, from, one_more)?
                    }
                };
                listed(tx, &actor, found)
            })
            .await?;
        let mut next = None;
        if conversations.len() > limit {
            conversations.truncate(limit);
            next =
                conversations.last().map(|last| Place { active_at: last.active_at, conversation: last.conversation });
        }
        Ok(Page { conversations, next })
    }

    /// One conversation as it stands in the actor's list.
    pub async fn find_listed(&self, actor: &Actor, conversation: ConversationId) -> Result<Listed, Error> {
        actor.conversations_are_on()?;
        let actor = actor.clone();
        self.read(move |tx| find_listed(tx, &actor, conversation)).await?.ok_or(Error::NotFound)
    }
}

/// One conversation as it stands in the actor's list, if they have a seat in it.
pub(crate) fn find_listed(
    tx: &mut Tx<'_>,
    actor: &Actor,
    conversation: ConversationId,
) -> Result<Option<Listed>, Error> {
    let found = mailboxes::find(tx, actor.community_id(), actor.person, conversation)?;
    Ok(listed(tx, actor, found.into_iter().collect())?.pop())
}

/// Rows of the actor's list, with the others in each.
pub(super) fn listed(tx: &mut Tx<'_>, actor: &Actor, rows: Vec<Entry>) -> Result<Vec<Listed>, Error> {
    let conversations = rows.iter().map(|row| (row.conversation, row.kind));
    let (community, person, asked_after) = (actor.community_id(), actor.person, actor.now - UNDECIDED_LAPSES);
    let faces = faces::list_faces(tx, community, person, conversations, participants::IN_A_LIST, asked_after)?;
    let faces = by_conversation(faces);
    let of = |row: &Entry| faces.get(&row.conversation).map_or(&[][..], Vec::as_slice);
    Ok(rows.into_iter().map(|row| row_with(of(&row), row, actor.now)).collect())
}

fn row_with(faces: &[Face], row: Entry, now: Timestamp) -> Listed {
    // Who takes part comes first, so the first few say what all would.
    let others: Vec<_> = faces.iter().map(|face| face.state).collect();
    let asked_at = match row.state {
        ParticipantState::Joined => all(faces).asked_at,
        _ => row.asked_at,
    };
    let has_begun = all(faces).came > 0;
    let standing = Standing {
        kind: row.kind,
        is_closed: row.is_closed,
        own: row.state,
        was_in: row.was_in,
        went: row.went,
        others: &others,
        has_begun,
        asked_at,
    };
    let stand = standing.stand(now);
    let told = told(row.kind, row.state, stand, faces, now);
    Listed {
        conversation: row.conversation,
        kind: row.kind,
        title: told.title(row.title.as_deref().filter(|_| may_know_title(stand, row.shelf))),
        stand,
        participants: told.participants,
        others: told.count,
        may_add: row.may_add && matches!(stand, Stand::Talking | Stand::Alone),
        shelf: row.shelf,
        level: row.level,
        starred: row.starred,
        read_sequence: row.read_sequence,
        read_by_others: told.read_sequence,
        unread_count: row.unread_count,
        rings: row.rings,
        active_at: row.active_at,
        last: row.last.filter(|_| may_know_last(row.state, stand)),
    }
}
