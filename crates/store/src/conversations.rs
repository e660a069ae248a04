//! Conversations, and which one two people have.

use crate::participants::{self, Participant, participant_columns};
use crate::seats::{self, Seat, seat_columns};
use crate::{Error, Row, Tx};
use snug_domain::conversations::{Adding, ConversationKind};
use snug_domain::people::NamedPerson;
use snug_domain::{CommunityId, ConversationId, ParticipantId, PersonId, Timestamp};

/// A conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conversation {
    /// Its id.
    pub id: ConversationId,
    /// What it is.
    pub kind: ConversationKind,
    /// What its people call it, or called it when the reader went; `None` where it goes by their names.
    pub title: Option<String>,
    /// Who may add people.
    pub adding: Adding,
    /// The direct conversation it was begun from.
    pub begun_from: Option<ConversationId>,
    /// Whether two talked in it, and one of them blocked the other.
    pub is_closed: bool,
    /// The number of its last entry.
    pub last_sequence: i64,
}

/// A conversation with everybody in it, from the seat of one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seated {
    /// The conversation.
    pub conversation: Conversation,
    /// The person's seat.
    pub seat: Seat,
    /// The person.
    pub person: NamedPerson,
    /// Everybody, the earliest in it first.
    pub participants: Vec<Participant>,
}

/// Begins a conversation, with the number of the entry that is about to be its last.
pub fn insert(
    tx: &mut Tx<'_>,
    community: CommunityId,
    conversation: &Conversation,
    created_by: PersonId,
    now: Timestamp,
) -> Result<(), Error> {
    let Conversation { id, kind, title, adding, begun_from, last_sequence, .. } = conversation;
    tx.run(
        "INSERT INTO conversations (community_id, id, kind, title, adding, begun_from_id, created_by, created_at,
             last_sequence)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        &[&community, id, &kind, title, adding, begun_from, &created_by, &now, last_sequence],
    )
}

/// A conversation from the seat of a person, if they have one in it.
pub fn find_seated(
    tx: &mut Tx<'_>,
    community: CommunityId,
    conversation: ConversationId,
    person: PersonId,
) -> Result<Option<Seated>, Error> {
    let mut found = tx.query(
        concat!(
            "SELECT ",
            participant_columns!(),
            ", reader.id AS reader_id, reader.kind AS reader_kind, reader.name AS reader_name,
                 reader.handle AS reader_handle, ",
            seat_columns!(),
            ", conversation.kind, conversation.adding, conversation.begun_from_id, conversation.last_sequence,
                 conversation.closed_at IS NOT NULL AS is_closed,
                 CASE WHEN seat.shelf = 'past' THEN seat.past_title ELSE conversation.title END AS title
             FROM conversations conversation
             JOIN participants participant
                 ON participant.community_id = conversation.community_id
                 AND participant.conversation_id = conversation.id
             LEFT JOIN seats seat
                 ON seat.community_id = participant.community_id AND seat.person_id = $3
                 AND seat.conversation_id = participant.conversation_id AND seat.participant_id = participant.id
             LEFT JOIN people reader ON reader.community_id = seat.community_id AND reader.id = seat.person_id
             WHERE conversation.community_id = $1 AND conversation.id = $2"
        ),
        &[&community, &conversation, &person],
        |row| {
            let participant = participants::read(row)?;
            let seated = read_seated(row, (person, conversation, participant.id))?;
            Ok((participant, seated))
        },
    )?;
    found.sort_by_key(|(participant, _)| participant.id);
    let seated = found.iter_mut().find_map(|(_, seated)| seated.take());
    Ok(seated.map(|seated| Seated {
        participants: found.into_iter().map(|(participant, _)| participant).collect(),
        ..seated
    }))
}

/// What a row says of the person whose seat it is asked for, if the participant of the row is theirs.
fn read_seated(
    row: &Row<'_>,
    (person, id, participant): (PersonId, ConversationId, ParticipantId),
) -> Result<Option<Seated>, Error> {
    if row.get::<Option<PersonId>>("reader_id")?.is_none() {
        return Ok(None);
    }
    let named = NamedPerson {
        id: person,
        kind: row.get("reader_kind")?,
        name: row.get("reader_name")?,
        handle: row.get("reader_handle")?,
    };
    let seat = seats::read(row, (person, id, participant))?;
    let conversation = Conversation {
        id,
        kind: row.get("kind")?,
        title: row.get("title")?,
        adding: row.get("adding")?,
        begun_from: row.get("begun_from_id")?,
        is_closed: row.get("is_closed")?,
        last_sequence: row.get("last_sequence")?,
    };
    Ok(Some(Seated { conversation, seat, person: named, participants: Vec::new() }))
}

/// Changes what its people call a conversation.
pub fn set_title(
    tx: &mut Tx<'_>,
    community: CommunityId,
    id: ConversationId,
    title: Option<&str>,
) -> Result<(), Error> {
    tx.run("UPDATE conversations SET title = $3 WHERE community_id = $1 AND id = $2", &[&community, &id, &title])
}

/// Changes who may add people to a conversation.
pub fn set_adding(tx: &mut Tx<'_>, community: CommunityId, id: ConversationId, adding: Adding) -> Result<(), Error> {
    tx.run("UPDATE conversations SET adding = $3 WHERE community_id = $1 AND id = $2", &[&community, &id, &adding])
}

/// Closes a conversation of two since then, or opens it again.
pub fn set_closed(
    tx: &mut Tx<'_>,
    community: CommunityId,
    id: ConversationId,
    since: Option<Timestamp>,
) -> Result<(), Error> {
    tx.run("UPDATE conversations SET closed_at = $3 WHERE community_id = $1 AND id = $2", &[&community, &id, &since])
}

/// Counts a new entry: the last number is now its own. Keeps other writes about the conversation away until the
/// transaction ends, as [`Tx::lock_conversation`] does.
pub fn count_entry(tx: &mut Tx<'_>, community: CommunityId, id: ConversationId) -> Result<(), Error> {
    tx.run(
        "UPDATE conversations SET last_sequence = last_sequence + 1 WHERE community_id = $1 AND id = $2",
        &[&community, &id],
    )
}

/// Makes this the one direct conversation of two people. [`Error::Conflict`] if they have one.
pub fn insert_direct_pair(
    tx: &mut Tx<'_>,
    community: CommunityId,
    pair: [PersonId; 2],
    id: ConversationId,
) -> Result<(), Error> {
    let [lower, higher] = ordered(pair);
    tx.run(
        "INSERT INTO direct_pairs (community_id, lower_person_id, higher_person_id, conversation_id)
         VALUES ($1, $2, $3, $4)",
        &[&community, &lower, &higher, &id],
    )
}

/// The direct conversation of two people, once accepted.
pub fn find_direct_pair(
    tx: &mut Tx<'_>,
    community: CommunityId,
    pair: [PersonId; 2],
) -> Result<Option<ConversationId>, Error> {
    let [lower, higher] = ordered(pair);
    tx.query_optional(
        "SELECT conversation_id FROM direct_pairs
         WHERE community_id = $1 AND lower_person_id = $2 AND higher_person_id = $3",
        &[&community, &lower, &higher],
        |row| row.get(0),
    )
}

fn ordered([one, other]: [PersonId; 2]) -> [PersonId; 2] {
    if one <= other { [one, other] } else { [other, one] }
}
