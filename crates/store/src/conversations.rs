//! Conversations, and which one two people have.

use crate::participants::{self, Participant};
use crate::people;
use crate::seats::{self, Seat};
use crate::{Error, Row, Tx};
use snug_domain::conversations::ConversationKind;
use snug_domain::people::NamedPerson;
use snug_domain::{CommunityId, ConversationId, PersonId, Timestamp};

/// A conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conversation {
    /// Its id.
    pub id: ConversationId,
    /// What it is.
    pub kind: ConversationKind,
    /// What its people call it; `None` where it goes by their names.
    pub title: Option<String>,
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

/// Begins a conversation, with the number of the entry that is about to be its first and last.
pub fn insert(
    tx: &mut Tx<'_>,
    community: CommunityId,
    conversation: &Conversation,
    created_by: PersonId,
    now: Timestamp,
) -> Result<(), Error> {
    let Conversation { id, kind, title, last_sequence } = conversation;
    tx.run(
        "INSERT INTO conversations (community_id, id, kind, title, created_by, created_at, last_sequence)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        &[&community, id, &kind, title, &created_by, &now, last_sequence],
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
        "SELECT participant.id, participant.person_id, participant.group_id, participant.state,
             participant.asked_by_id, participant.asked_at, seat.shelf, seat.level, seat.read_sequence,
             seat.unread_count, seat.last_sequence, seat.active_at, reader.id, reader.kind, reader.name,
             reader.handle, conversation.kind, conversation.title, conversation.last_sequence
         FROM conversations conversation
         JOIN participants participant
             ON participant.community_id = conversation.community_id
             AND participant.conversation_id = conversation.id
         LEFT JOIN seats seat
             ON seat.community_id = participant.community_id AND seat.person_id = $3
             AND seat.conversation_id = participant.conversation_id AND seat.participant_id = participant.id
         LEFT JOIN people reader ON reader.community_id = seat.community_id AND reader.id = seat.person_id
         WHERE conversation.community_id = $1 AND conversation.id = $2",
        &[&community, &conversation, &person],
        |row| Ok((participants::read_from(row, 0)?, read_seated(row, (person, conversation))?)),
    )?;
    found.sort_by_key(|(participant, _)| participant.id);
    let seated = found.iter_mut().find_map(|(_, seated)| seated.take());
    Ok(seated.map(|seated| Seated {
        participants: found.into_iter().map(|(participant, _)| participant).collect(),
        ..seated
    }))
}

/// What a row says of the person whose seat it is asked for, if the participant of the row is theirs.
fn read_seated(row: &Row<'_>, (person, id): (PersonId, ConversationId)) -> Result<Option<Seated>, Error> {
    if row.get::<Option<PersonId>>(12)?.is_none() {
        return Ok(None);
    }
    let seat = seats::read_from(row, 6, (person, id, row.get(0)?))?;
    let conversation = Conversation { id, kind: row.get(16)?, title: row.get(17)?, last_sequence: row.get(18)? };
    Ok(Some(Seated { conversation, seat, person: people::read_named(row, 12)?, participants: Vec::new() }))
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
