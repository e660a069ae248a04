//! Participants: who is in a conversation or was asked, and which entries they may see.
//!
//! How somebody reads a conversation is their seat's ([`crate::seats`]). A participant's row is written only while the
//! conversation is locked.

use crate::{Error, Row, Tx};
use snug_domain::conversations::{Asked, ParticipantState, Party};
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
    /// Who last asked them, and when; nobody asked whoever began the conversation.
    pub asked: Option<Asked>,
}

/// Adds somebody to a conversation.
pub fn insert(
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
        "INSERT INTO participants (community_id, id, conversation_id, person_id, group_id, state, asked_by_id, asked_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        &[
            &community,
            &participant.id,
            &conversation,
            &person,
            &team,
            &participant.state,
            &asked.map(|asked| asked.by),
            &asked.map(|asked| asked.at),
        ],
    )
}

/// Lets a participant see the entries from one number to another, or from one on.
pub fn insert_span(
    tx: &mut Tx<'_>,
    community: CommunityId,
    participant: ParticipantId,
    from_sequence: i64,
    to_sequence: Option<i64>,
) -> Result<(), Error> {
    tx.run(
        "INSERT INTO visible_spans (community_id, participant_id, from_sequence, to_sequence) VALUES ($1, $2, $3, $4)",
        &[&community, &participant, &from_sequence, &to_sequence],
    )
}

/// Lets a participant see on from where their last span ended.
pub fn open_span(tx: &mut Tx<'_>, community: CommunityId, participant: ParticipantId) -> Result<(), Error> {
    tx.run(
        "UPDATE visible_spans SET to_sequence = NULL
         WHERE community_id = $1 AND participant_id = $2 AND from_sequence =
             (SELECT max(from_sequence) FROM visible_spans WHERE community_id = $1 AND participant_id = $2)",
        &[&community, &participant],
    )
}

/// Lets a participant see no more than up to this number.
pub fn close_span(
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

/// Undoes that.
pub fn set_not_withdrawn(
    tx: &mut Tx<'_>,
    community: CommunityId,
    conversation: ConversationId,
    own: ParticipantId,
) -> Result<(), Error> {
    tx.run(
        "UPDATE participants SET state = CASE WHEN id = $3 THEN 'joined' WHEN state = 'removed' THEN 'invited' ELSE state END
         WHERE community_id = $1 AND conversation_id = $2",
        &[&community, &conversation, &own],
    )
}

/// Reads a participant whose columns begin here: id, person, group, state, who asked, when.
pub(crate) fn read_from(row: &Row<'_>, first: usize) -> Result<Participant, Error> {
    let party = match (row.get(first + 1)?, row.get(first + 2)?) {
        (Some(person), None) => Party::Person(person),
        (None, Some(team)) => Party::Team(team),
        _ => return Err(row.corrupt(first + 1)),
    };
    let (asked_by, asked_at): (Option<PersonId>, Option<Timestamp>) = (row.get(first + 4)?, row.get(first + 5)?);
    let asked = asked_by.zip(asked_at).map(|(by, at)| Asked { by, at });
    Ok(Participant { id: row.get(first)?, party, state: row.get(first + 3)?, asked })
}
