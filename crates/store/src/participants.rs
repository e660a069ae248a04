//! Participants: who is in a conversation, how far they read, which messages they may see.
//!
//! A participant's row is written only while the row of its person is locked (see
//! [`crate::changes::record`]), so that two transactions never wait for each other.

use crate::invitations::{self, Invitation};
use crate::words::{choice, word};
use crate::{Error, Row, Tx};
use snug_domain::conversations::{Level, ParticipantState};
use snug_domain::{CommunityId, ConversationId, InvitationId, ParticipantId, PersonId, Timestamp};

/// A person in a conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participant {
    /// Its id.
    pub id: ParticipantId,
    /// The conversation.
    pub conversation: ConversationId,
    /// The person.
    pub person: PersonId,
    /// How they stand.
    pub state: ParticipantState,
    /// How much they want to hear.
    pub level: Level,
    /// Whether they put it away.
    pub archived: bool,
    /// The number of the last entry they read.
    pub read_sequence: i64,
    /// How many entries of others they have not read.
    pub unread_count: i64,
    /// When something last happened that they see.
    pub active_at: Timestamp,
}

/// A direct conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Direct {
    /// Everybody in it, by id of the person.
    pub participants: Vec<Participant>,
    /// The invitation that began it.
    pub invitation: Option<Invitation>,
    /// The number of its last entry.
    pub last_sequence: i64,
}

/// Adds a person to a conversation.
pub fn insert(tx: &mut Tx<'_>, community: CommunityId, participant: &Participant) -> Result<(), Error> {
    tx.run(
        "INSERT INTO participants (community_id, id, conversation_id, person_id, group_id, state, level, archived,
             read_sequence, unread_count, untold_since, told_sequence, active_at)
         VALUES ($1, $2, $3, $4, NULL, $5, $6, $7, $8, $9, NULL, 0, $10)",
        &[
            &community,
            &participant.id,
            &participant.conversation,
            &participant.person,
            &word(participant.state),
            &word(participant.level),
            &participant.archived,
            &participant.read_sequence,
            &participant.unread_count,
            &participant.active_at,
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

/// A direct conversation, if there is one with this id.
pub fn find_direct(
    tx: &mut Tx<'_>,
    community: CommunityId,
    conversation: ConversationId,
) -> Result<Option<Direct>, Error> {
    let found = tx.query(
        "SELECT own.id, own.conversation_id, own.person_id, own.state, own.level, own.archived, own.read_sequence,
             own.unread_count, own.active_at, invitation.id, invitation.conversation_id, invitation.participant_id,
             invitation.inviter_id, invitation.invitee_id, invitation.state, invitation.sent_at,
             invitation.decided_at, conversation.last_sequence
         FROM conversations conversation
         JOIN participants own
             ON own.community_id = conversation.community_id AND own.conversation_id = conversation.id
         LEFT JOIN invitations invitation
             ON invitation.community_id = own.community_id AND invitation.conversation_id = own.conversation_id
         WHERE conversation.community_id = $1 AND conversation.id = $2 AND own.person_id IS NOT NULL
         ORDER BY own.person_id",
        &[&community, &conversation],
        |row| {
            let id: Option<InvitationId> = row.get(9)?;
            Ok((read(row)?, id.map(|_| invitations::read_from(row, 9)).transpose()?, row.get(17)?))
        },
    )?;
    let Some(&(_, invitation, last_sequence)) = found.first() else { return Ok(None) };
    let participants = found.into_iter().map(|(participant, ..)| participant).collect();
    Ok(Some(Direct { participants, invitation, last_sequence }))
}

/// Changes how a participant stands. Who is not in, or about to be, has nothing unread.
pub fn set_state(
    tx: &mut Tx<'_>,
    community: CommunityId,
    participant: ParticipantId,
    state: ParticipantState,
) -> Result<(), Error> {
    tx.run(
        "UPDATE participants SET state = $3, unread_count = 0, untold_since = NULL
         WHERE community_id = $1 AND id = $2",
        &[&community, &participant, &word(state)],
    )
}

/// Lets an invitation wait for an answer again, as unread as it came.
pub fn set_invited_again(tx: &mut Tx<'_>, community: CommunityId, participant: ParticipantId) -> Result<(), Error> {
    tx.run(
        "UPDATE participants SET state = 'invited', unread_count = 1 WHERE community_id = $1 AND id = $2",
        &[&community, &participant],
    )
}

/// Counts a new entry for everybody who takes part: the author has read it, the others have it
/// unread and untold, and it is in nobody's archive who wants to hear of it.
pub fn count_entry(
    tx: &mut Tx<'_>,
    community: CommunityId,
    conversation: ConversationId,
    author: PersonId,
    sequence: i64,
    now: Timestamp,
) -> Result<(), Error> {
    tx.run(
        "UPDATE participants SET
             active_at = $5,
             archived = (archived = TRUE AND (person_id = $3 OR level = 'muted')),
             read_sequence = CASE WHEN person_id = $3 THEN $4 ELSE read_sequence END,
             unread_count = CASE WHEN person_id = $3 THEN 0 ELSE unread_count + 1 END,
             untold_since = CASE
                 WHEN person_id = $3 THEN NULL
                 WHEN level = 'muted' THEN untold_since
                 ELSE coalesce(untold_since, $5) END
         WHERE community_id = $1 AND conversation_id = $2 AND state = 'joined'",
        &[&community, &conversation, &author, &sequence, &now],
    )
}

/// Notes how far a participant read, and what is unread behind it.
pub fn set_read(
    tx: &mut Tx<'_>,
    community: CommunityId,
    participant: ParticipantId,
    read_sequence: i64,
    unread_count: i64,
) -> Result<(), Error> {
    tx.run(
        "UPDATE participants SET read_sequence = $3, unread_count = $4,
             untold_since = CASE WHEN CAST($4 AS BIGINT) = 0 THEN NULL ELSE untold_since END
         WHERE community_id = $1 AND id = $2",
        &[&community, &participant, &read_sequence, &unread_count],
    )
}

/// Counts an entry anew that was deleted unread and is there again: untold, unless a mail told of
/// it before.
pub fn count_restored(
    tx: &mut Tx<'_>,
    community: CommunityId,
    participant: ParticipantId,
    unread_count: i64,
    (sequence, created_at): (i64, Timestamp),
) -> Result<(), Error> {
    tx.run(
        "UPDATE participants SET unread_count = $3,
             untold_since = CASE WHEN level = 'muted' OR told_sequence >= $4 THEN untold_since
                 ELSE coalesce(untold_since, $5) END
         WHERE community_id = $1 AND id = $2",
        &[&community, &participant, &unread_count, &sequence, &created_at],
    )
}

/// Puts a conversation into a participant's archive, or takes it out.
pub fn set_archived(
    tx: &mut Tx<'_>,
    community: CommunityId,
    participant: ParticipantId,
    archived: bool,
) -> Result<(), Error> {
    tx.run(
        "UPDATE participants SET archived = $3 WHERE community_id = $1 AND id = $2",
        &[&community, &participant, &archived],
    )
}

/// How many conversations of a person, and invitations sent after a time, have something unread;
/// at most 100.
pub fn count_unread(
    tx: &mut Tx<'_>,
    community: CommunityId,
    person: PersonId,
    invited_after: Timestamp,
) -> Result<i64, Error> {
    tx.query_one(
        "SELECT count(*) FROM (
             SELECT 1 AS one FROM participants
             WHERE community_id = $1 AND person_id = $2 AND unread_count > 0
                 AND (state <> 'invited' OR active_at > $3)
             LIMIT 100
         ) AS unread",
        &[&community, &person, &invited_after],
        |row| row.get(0),
    )
}

/// The conversations and invitations of a person that have something unread; at most 1,000.
pub fn list_unread(tx: &mut Tx<'_>, community: CommunityId, person: PersonId) -> Result<Vec<ConversationId>, Error> {
    tx.query(
        "SELECT conversation_id FROM participants
         WHERE community_id = $1 AND person_id = $2 AND unread_count > 0
         ORDER BY active_at DESC, conversation_id DESC LIMIT 1000",
        &[&community, &person],
        |row| row.get(0),
    )
}

fn read(row: &Row<'_>) -> Result<Participant, Error> {
    Ok(Participant {
        id: row.get(0)?,
        conversation: row.get(1)?,
        person: row.get(2)?,
        state: choice(row, 3)?,
        level: choice(row, 4)?,
        archived: row.get(5)?,
        read_sequence: row.get(6)?,
        unread_count: row.get(7)?,
        active_at: row.get(8)?,
    })
}
