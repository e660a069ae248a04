//! Participants: who is in a conversation or was asked, and which entries they may see.
//!
//! How somebody reads a conversation is their seat's ([`crate::seats`]). A participant's row is written only while the
//! conversation is locked.

use crate::people;
use crate::{Error, Row, Tx};
use snug_domain::conversations::{Asked, ParticipantState, Party, Role, Went};
use snug_domain::people::NamedPerson;
use snug_domain::{CommunityId, ConversationId, ParticipantId, PersonId, Timestamp};

/// Somebody in a conversation, or asked to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Participant {
    /// Its id.
    pub id: ParticipantId,
    /// Who.
    pub party: Party,
    /// How they stand.
    pub state: ParticipantState,
    /// What they may do beside writing.
    pub role: Role,
    /// Who last asked them, when, and to what; nobody asked whoever began the conversation.
    pub asked: Option<Asked>,
    /// When they last came in.
    pub joined_at: Option<Timestamp>,
    /// When they last went, or were taken out.
    pub left_at: Option<Timestamp>,
    /// How they last went, if they do not take part now: also while they are asked to come back.
    pub went: Option<Went>,
}

/// The columns of a `participant`.
macro_rules! participant_columns {
    () => {
        "participant.id AS participant_id, participant.person_id AS participant_person_id,
         participant.group_id AS participant_group_id, participant.state AS participant_state,
         participant.role AS participant_role, participant.asked_by_id, participant.asked_at,
         participant.asked_with_sequence, participant.seen_from_sequence, participant.joined_at, participant.left_at,
         participant.went"
    };
}
pub(crate) use participant_columns;

/// Adds somebody to a conversation, or changes how they stand in it.
pub fn put(
    tx: &mut Tx<'_>,
    community: CommunityId,
    conversation: ConversationId,
    participant: &Participant,
) -> Result<(), Error> {
    let (person, team) = match participant.party {
        Party::Person(person) => (Some(person), None),
        Party::Team(team) => (None, Some(team)),
    };
    let asked = participant.asked;
    tx.run(
        "INSERT INTO participants (community_id, id, conversation_id, person_id, group_id, state, role, asked_by_id,
             asked_at, asked_with_sequence, seen_from_sequence, joined_at, left_at, went)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
         ON CONFLICT (community_id, id) DO UPDATE SET state = EXCLUDED.state, role = EXCLUDED.role,
             asked_by_id = EXCLUDED.asked_by_id, asked_at = EXCLUDED.asked_at,
             asked_with_sequence = EXCLUDED.asked_with_sequence, seen_from_sequence = EXCLUDED.seen_from_sequence,
             joined_at = EXCLUDED.joined_at, left_at = EXCLUDED.left_at, went = EXCLUDED.went",
        &[
            &community,
            &participant.id,
            &conversation,
            &person,
            &team,
            &participant.state,
            &participant.role,
            &asked.map(|asked| asked.by),
            &asked.map(|asked| asked.at),
            &asked.map(|asked| asked.with),
            &asked.map(|asked| asked.from),
            &participant.joined_at,
            &participant.left_at,
            &participant.went,
        ],
    )
}

/// Lets a participant see the entries from one number to another, or from one on.
pub fn set_span(
    tx: &mut Tx<'_>,
    community: CommunityId,
    participant: ParticipantId,
    from_sequence: i64,
    to_sequence: Option<i64>,
) -> Result<(), Error> {
    tx.run(
        "INSERT INTO visible_spans (community_id, participant_id, from_sequence, to_sequence) VALUES ($1, $2, $3, $4)
         ON CONFLICT (community_id, participant_id, from_sequence) DO UPDATE SET to_sequence = EXCLUDED.to_sequence",
        &[&community, &participant, &from_sequence, &to_sequence],
    )
}

/// Lets a participant see on from where what they saw ended last.
pub fn open_last_span(tx: &mut Tx<'_>, community: CommunityId, participant: ParticipantId) -> Result<(), Error> {
    tx.run(
        "UPDATE visible_spans SET to_sequence = NULL
         WHERE community_id = $1 AND participant_id = $2 AND to_sequence =
             (SELECT max(to_sequence) FROM visible_spans WHERE community_id = $1 AND participant_id = $2)",
        &[&community, &participant],
    )
}

/// Notes that a participant takes part from the entry with this number on.
pub fn insert_stay(
    tx: &mut Tx<'_>,
    community: CommunityId,
    participant: ParticipantId,
    from_sequence: i64,
) -> Result<(), Error> {
    tx.run(
        "INSERT INTO stays (community_id, participant_id, from_sequence, to_sequence) VALUES ($1, $2, $3, NULL)",
        &[&community, &participant, &from_sequence],
    )
}

/// Notes that a participant went with the entry of this number, which is the last they see.
pub fn set_gone(
    tx: &mut Tx<'_>,
    community: CommunityId,
    participant: ParticipantId,
    to_sequence: i64,
) -> Result<(), Error> {
    tx.run(
        "UPDATE stays SET to_sequence = $3
         WHERE community_id = $1 AND participant_id = $2 AND to_sequence IS NULL",
        &[&community, &participant, &to_sequence],
    )?;
    close_span(tx, community, participant, to_sequence)
}

/// Who of those who take part for themselves has done so for longest, but for one: of those who came in the same
/// millisecond, whoever came first.
pub fn find_longest(
    tx: &mut Tx<'_>,
    community: CommunityId,
    conversation: ConversationId,
    but: ParticipantId,
) -> Result<Option<ParticipantId>, Error> {
    tx.query_optional(
        "SELECT participant.id FROM participants participant
         JOIN stays stay
             ON stay.community_id = participant.community_id AND stay.participant_id = participant.id
             AND stay.to_sequence IS NULL
         WHERE participant.community_id = $1 AND participant.conversation_id = $2 AND participant.state = 'joined'
             AND participant.person_id IS NOT NULL AND participant.id <> $3
         ORDER BY participant.joined_at, stay.from_sequence LIMIT 1",
        &[&community, &conversation, &but],
        |row| row.get(0),
    )
}

/// Lets a participant see no more than up to this number.
fn close_span(
    tx: &mut Tx<'_>,
    community: CommunityId,
    participant: ParticipantId,
    to_sequence: i64,
) -> Result<(), Error> {
    tx.run(
        "UPDATE visible_spans SET to_sequence = $3
         WHERE community_id = $1 AND participant_id = $2 AND to_sequence IS NULL",
        &[&community, &participant, &to_sequence],
    )
}

/// Takes back that a participant may see the one entry with this number.
pub fn delete_span_of_one(
    tx: &mut Tx<'_>,
    community: CommunityId,
    participant: ParticipantId,
    sequence: i64,
) -> Result<(), Error> {
    tx.run(
        "DELETE FROM visible_spans
         WHERE community_id = $1 AND participant_id = $2 AND from_sequence = $3 AND to_sequence = $3",
        &[&community, &participant, &sequence],
    )
}

/// From where on a participant who takes part sees everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenSpan {
    /// The number of the entry.
    pub from: i64,
    /// Whether they also see something from before, with a gap behind it.
    pub after_a_gap: bool,
}

/// From where on a participant sees everything; nothing where they do not take part.
pub fn find_open_span(
    tx: &mut Tx<'_>,
    community: CommunityId,
    participant: ParticipantId,
) -> Result<Option<OpenSpan>, Error> {
    tx.query_optional(
        "SELECT open.from_sequence, EXISTS (
             SELECT 1 FROM visible_spans earlier
             WHERE earlier.community_id = $1 AND earlier.participant_id = $2
                 AND earlier.to_sequence < open.from_sequence - 1)
         FROM visible_spans open
         WHERE open.community_id = $1 AND open.participant_id = $2 AND open.to_sequence IS NULL
         ORDER BY open.from_sequence LIMIT 1",
        &[&community, &participant],
        |row| Ok(OpenSpan { from: row.get(0)?, after_a_gap: row.get(1)? }),
    )
}

/// Changes how a participant stands.
pub fn set_state(
    tx: &mut Tx<'_>,
    community: CommunityId,
    participant: ParticipantId,
    state: ParticipantState,
) -> Result<(), Error> {
    tx.run(
        "UPDATE participants SET state = $3 WHERE community_id = $1 AND id = $2",
        &[&community, &participant, &state],
    )
}

/// Takes back what a participant began: they have left, and who did not answer is not asked any more. Who declined
/// stays as they are, so that nothing of it shows when the withdrawal is undone.
pub fn set_withdrawn(
    tx: &mut Tx<'_>,
    community: CommunityId,
    conversation: ConversationId,
    own: ParticipantId,
) -> Result<(), Error> {
    tx.run(
        "UPDATE participants SET state = CASE WHEN id = $3 THEN 'left' WHEN state = 'invited' THEN 'removed' ELSE state END
         WHERE community_id = $1 AND conversation_id = $2",
        &[&community, &conversation, &own],
    )
}

/// Undoes that. Whose own invitation was taken back before is not asked again; who blocked whoever asked them meanwhile
/// has declined.
pub fn set_not_withdrawn(
    tx: &mut Tx<'_>,
    community: CommunityId,
    conversation: ConversationId,
    own: ParticipantId,
) -> Result<(), Error> {
    tx.run(
        "UPDATE participants SET state = CASE
             WHEN id = $3 THEN 'joined'
             WHEN state = 'removed' AND asked_at IS NOT NULL AND EXISTS (
                 SELECT 1 FROM blocks WHERE blocks.community_id = $1
                     AND blocks.person_id = participants.person_id AND blocks.blocked_id = participants.asked_by_id)
                 THEN 'declined'
             WHEN state = 'removed' AND asked_at IS NOT NULL THEN 'invited'
             ELSE state END
         WHERE community_id = $1 AND conversation_id = $2",
        &[&community, &conversation, &own],
    )
}

/// Those who take part and may see the entry with this number, by name, with the number of the last entry each read.
pub fn list_readers(
    tx: &mut Tx<'_>,
    community: CommunityId,
    conversation: ConversationId,
    sequence: i64,
) -> Result<Vec<(NamedPerson, i64)>, Error> {
    tx.list(
        "SELECT person.id, person.kind, person.name, person.handle, seat.read_sequence
         FROM participants participant
         JOIN seats seat
             ON seat.community_id = participant.community_id AND seat.conversation_id = participant.conversation_id
             AND seat.participant_id = participant.id
         JOIN people person ON person.community_id = seat.community_id AND person.id = seat.person_id
         WHERE participant.community_id = $1 AND participant.conversation_id = $2 AND participant.state = 'joined'
             AND EXISTS (
                 SELECT 1 FROM visible_spans span
                 WHERE span.community_id = participant.community_id AND span.participant_id = participant.id
                     AND span.from_sequence <= $3 AND (span.to_sequence IS NULL OR span.to_sequence >= $3))
         ORDER BY person.name, person.handle",
        &[&community, &conversation, &sequence],
        |row| Ok((people::read_named(row, "id")?, row.get("read_sequence")?)),
    )
}

/// Reads a participant: in the order of the columns, since all of a conversation are read for each of its messages.
pub(crate) fn read(row: &Row<'_>) -> Result<Participant, Error> {
    let id = row.get("participant_id")?;
    let party = match (row.get("participant_person_id")?, row.get("participant_group_id")?) {
        (Some(person), None) => Party::Person(person),
        (None, Some(team)) => Party::Team(team),
        _ => return Err(row.corrupt("participant_group_id")),
    };
    let (state, role) = (row.get("participant_state")?, row.get("participant_role")?);
    let asked_by: Option<PersonId> = row.get("asked_by_id")?;
    let asked = asked_by.map(|by| {
        let (at, with, from) = (row.get("asked_at")?, row.get("asked_with_sequence")?, row.get("seen_from_sequence")?);
        Ok::<_, Error>(Asked { by, at, with, from })
    });
    let asked = asked.transpose()?;
    let (joined_at, left_at, went) = (row.get("joined_at")?, row.get("left_at")?, row.get("went")?);
    Ok(Participant { id, party, state, role, asked, joined_at, left_at, went })
}
