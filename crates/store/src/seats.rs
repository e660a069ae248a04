//! Seats: how far each person is with a conversation, and which of their lists it is on.
//!
//! A person who takes part has one; of a team that takes part, each member has. Lists, bell, digest and changes walk
//! seats and never ask whether somebody is in a conversation by themself or through a team. A seat is written only while
//! the row of its person is locked (see [`crate::changes::record`]), so that two transactions never wait for each other.

use crate::{Error, Row, Tx};
use snug_domain::conversations::{Level, Shelf};
use snug_domain::{CommunityId, ConversationId, ParticipantId, PersonId, Timestamp};

/// One person's reading of a conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seat {
    /// Whose it is.
    pub person: PersonId,
    /// The conversation.
    pub conversation: ConversationId,
    /// The participant they are, or belong to.
    pub participant: ParticipantId,
    /// Which of their lists it is on.
    pub shelf: Shelf,
    /// How much they want to hear.
    pub level: Level,
    /// The number of the last entry they read.
    pub read_sequence: i64,
    /// How many entries of others they have not read.
    pub unread_count: i64,
    /// The number of the last entry they may see.
    pub last_sequence: i64,
    /// When something last happened that they see.
    pub active_at: Timestamp,
}

/// Gives a person a seat.
pub fn insert(tx: &mut Tx<'_>, community: CommunityId, seat: &Seat) -> Result<(), Error> {
    tx.run(
        "INSERT INTO seats (community_id, person_id, conversation_id, participant_id, shelf, level, read_sequence,
             unread_count, untold_since, told_sequence, last_sequence, active_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, NULL, 0, $9, $10)",
        &[
            &community,
            &seat.person,
            &seat.conversation,
            &seat.participant,
            &seat.shelf,
            &seat.level,
            &seat.read_sequence,
            &seat.unread_count,
            &seat.last_sequence,
            &seat.active_at,
        ],
    )
}

/// Counts a new entry for everybody who takes part: the author has read it, the others have it unread and untold, and
/// it is in nobody's archive who wants to hear of it. With the line that says that they joined, its author takes part.
pub fn count_entry(
    tx: &mut Tx<'_>,
    community: CommunityId,
    conversation: ConversationId,
    author: PersonId,
    sequence: i64,
    now: Timestamp,
) -> Result<(), Error> {
    tx.run(
        "UPDATE seats SET
             active_at = $5,
             last_sequence = $4,
             shelf = CASE WHEN shelf = 'archive' AND (person_id = $3 OR level = 'muted') THEN 'archive' ELSE 'list' END,
             read_sequence = CASE WHEN person_id = $3 THEN $4 ELSE read_sequence END,
             unread_count = CASE WHEN person_id = $3 THEN 0 ELSE unread_count + 1 END,
             untold_since = CASE
                 WHEN person_id = $3 THEN NULL
                 WHEN level = 'muted' THEN untold_since
                 ELSE coalesce(untold_since, $5) END
         WHERE community_id = $1 AND conversation_id = $2 AND (shelf IN ('list', 'archive') OR person_id = $3)",
        &[&community, &conversation, &author, &sequence, &now],
    )
}

/// Notes how far a person read, and what is unread behind it.
pub fn set_read(
    tx: &mut Tx<'_>,
    community: CommunityId,
    (person, conversation): (PersonId, ConversationId),
    read_sequence: i64,
    unread_count: i64,
) -> Result<(), Error> {
    tx.run(
        "UPDATE seats SET read_sequence = $4, unread_count = $5,
             untold_since = CASE WHEN CAST($5 AS BIGINT) = 0 THEN NULL ELSE untold_since END
         WHERE community_id = $1 AND person_id = $2 AND conversation_id = $3",
        &[&community, &person, &conversation, &read_sequence, &unread_count],
    )
}

/// Counts anew what is unread for everybody who had not read an entry that was deleted. Who marked the conversation as
/// unread keeps that.
pub fn count_deleted(
    tx: &mut Tx<'_>,
    community: CommunityId,
    conversation: ConversationId,
    author: PersonId,
    sequence: i64,
) -> Result<(), Error> {
    tx.run(
        "UPDATE seats SET
             unread_count = (
                 SELECT count(*) FROM visible_entries entry
                 WHERE entry.community_id = $1 AND entry.reader_id = seats.person_id AND entry.conversation_id = $2
                     AND entry.sequence > seats.read_sequence AND entry.author_id <> seats.person_id
                     AND entry.deleted_at IS NULL),
             untold_since = CASE WHEN EXISTS (
                 SELECT 1 FROM visible_entries entry
                 WHERE entry.community_id = $1 AND entry.reader_id = seats.person_id AND entry.conversation_id = $2
                     AND entry.sequence > seats.read_sequence AND entry.author_id <> seats.person_id
                     AND entry.deleted_at IS NULL) THEN untold_since END
         WHERE community_id = $1 AND conversation_id = $2 AND shelf IN ('list', 'archive') AND person_id <> $3
             AND read_sequence < $4",
        &[&community, &conversation, &author, &sequence],
    )
}

/// Counts an entry anew that was deleted unread and is there again: untold, unless a mail told of it before.
pub fn count_restored(
    tx: &mut Tx<'_>,
    community: CommunityId,
    conversation: ConversationId,
    author: PersonId,
    (sequence, created_at): (i64, Timestamp),
) -> Result<(), Error> {
    tx.run(
        "UPDATE seats SET
             unread_count = (
                 SELECT count(*) FROM visible_entries entry
                 WHERE entry.community_id = $1 AND entry.reader_id = seats.person_id AND entry.conversation_id = $2
                     AND entry.sequence > seats.read_sequence AND entry.author_id <> seats.person_id
                     AND entry.deleted_at IS NULL),
             untold_since = CASE WHEN level = 'muted' OR told_sequence >= $4 THEN untold_since
                 ELSE coalesce(untold_since, $5) END
         WHERE community_id = $1 AND conversation_id = $2 AND shelf IN ('list', 'archive') AND person_id <> $3
             AND read_sequence < $4",
        &[&community, &conversation, &author, &sequence, &created_at],
    )
}

/// Puts a conversation on another of a person's lists.
pub fn set_shelf(
    tx: &mut Tx<'_>,
    community: CommunityId,
    (person, conversation): (PersonId, ConversationId),
    shelf: Shelf,
    unread_count: i64,
) -> Result<(), Error> {
    tx.run(
        "UPDATE seats SET shelf = $4, unread_count = $5,
             untold_since = CASE WHEN CAST($5 AS BIGINT) = 0 THEN NULL ELSE untold_since END
         WHERE community_id = $1 AND person_id = $2 AND conversation_id = $3",
        &[&community, &person, &conversation, &shelf, &unread_count],
    )
}

/// Puts a conversation back in a person's list with what is unread in it: untold, unless a mail told of it before.
pub fn set_unread_again(
    tx: &mut Tx<'_>,
    community: CommunityId,
    (person, conversation): (PersonId, ConversationId),
    unread_count: i64,
    (sequence, created_at): (i64, Timestamp),
) -> Result<(), Error> {
    tx.run(
        "UPDATE seats SET shelf = 'list', unread_count = $4,
             untold_since = CASE WHEN level = 'muted' OR told_sequence >= $5 THEN untold_since
                 ELSE coalesce(untold_since, $6) END
         WHERE community_id = $1 AND person_id = $2 AND conversation_id = $3",
        &[&community, &person, &conversation, &unread_count, &sequence, &created_at],
    )
}

/// Takes a conversation off everybody's lists.
pub fn set_nowhere(tx: &mut Tx<'_>, community: CommunityId, conversation: ConversationId) -> Result<(), Error> {
    tx.run(
        "UPDATE seats SET shelf = 'none', unread_count = 0, untold_since = NULL
         WHERE community_id = $1 AND conversation_id = $2",
        &[&community, &conversation],
    )
}

/// Puts a conversation that nobody has accepted back on everybody's lists, as they stand in it now; an invitation as
/// unread as it came.
pub fn set_back(tx: &mut Tx<'_>, community: CommunityId, conversation: ConversationId) -> Result<(), Error> {
    tx.run(
        "UPDATE seats SET
             shelf = (SELECT CASE participant.state WHEN 'joined' THEN 'list' WHEN 'invited' THEN 'invitations'
                         WHEN 'declined' THEN 'declined' ELSE 'none' END
                      FROM participants participant
                      WHERE participant.community_id = $1 AND participant.id = seats.participant_id),
             unread_count = (SELECT CASE WHEN participant.state = 'invited' THEN 1 ELSE 0 END
                             FROM participants participant
                             WHERE participant.community_id = $1 AND participant.id = seats.participant_id)
         WHERE community_id = $1 AND conversation_id = $2",
        &[&community, &conversation],
    )
}

/// How many conversations of a person, and invitations sent after a time, have something unread; at most 100.
pub fn count_unread(
    tx: &mut Tx<'_>,
    community: CommunityId,
    person: PersonId,
    invited_after: Timestamp,
) -> Result<i64, Error> {
    tx.query_one(
        "SELECT count(*) FROM (
             SELECT 1 AS one FROM seats
             WHERE community_id = $1 AND person_id = $2 AND unread_count > 0
                 AND (shelf <> 'invitations' OR active_at > $3)
             LIMIT 100
         ) AS unread",
        &[&community, &person, &invited_after],
        |row| row.get(0),
    )
}

/// The conversations and invitations of a person that have something unread; at most 1,000.
pub fn list_unread(tx: &mut Tx<'_>, community: CommunityId, person: PersonId) -> Result<Vec<ConversationId>, Error> {
    tx.query(
        "SELECT conversation_id FROM seats
         WHERE community_id = $1 AND person_id = $2 AND unread_count > 0
         ORDER BY active_at DESC, conversation_id DESC LIMIT 1000",
        &[&community, &person],
        |row| row.get(0),
    )
}

/// Reads what a person's seat says beyond whose it is; the columns begin here: shelf, level, read, unread, last,
/// active.
pub(crate) fn read_from(
    row: &Row<'_>,
    first: usize,
    (person, conversation, participant): (PersonId, ConversationId, ParticipantId),
) -> Result<Seat, Error> {
    Ok(Seat {
        person,
        conversation,
        participant,
        shelf: row.get(first)?,
        level: row.get(first + 1)?,
        read_sequence: row.get(first + 2)?,
        unread_count: row.get(first + 3)?,
        last_sequence: row.get(first + 4)?,
        active_at: row.get(first + 5)?,
    })
}
