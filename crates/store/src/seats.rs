//! Seats: how far each person is with a conversation, and which of their lists it is on.
//!
//! A person who takes part has one; of a team that takes part, each member has. Lists, bell, digest and changes walk
//! seats and never ask whether somebody is in a conversation by themself or through a team. A seat is written only while
//! the row of its person is locked (see [`crate::changes::record`]), so that two transactions never wait for each other.

use crate::{Asked, Error, Row, Tx};
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
    /// Whether they marked it with a star.
    pub starred: bool,
    /// The number of the last entry they read.
    pub read_sequence: i64,
    /// How many entries that are news to them they have not read.
    pub unread_count: i64,
    /// Whether the bell counts it.
    pub rings: bool,
    /// The number of the last entry they may see.
    pub last_sequence: i64,
    /// When something last happened that they see.
    pub active_at: Timestamp,
}

/// The columns of a `seat`, beyond whose it is.
macro_rules! seat_columns {
    () => {
        "seat.shelf, seat.level, seat.starred, seat.read_sequence, seat.unread_count, seat.rings,
         seat.last_sequence AS seat_last_sequence, seat.active_at"
    };
}
pub(crate) use seat_columns;

/// Gives a person a seat; who was in before has the one they had, with the same level and star.
pub fn put(tx: &mut Tx<'_>, community: CommunityId, seat: &Seat) -> Result<(), Error> {
    tx.run(
        "INSERT INTO seats (community_id, person_id, conversation_id, participant_id, shelf, level, starred,
             read_sequence, unread_count, rings, untold_since, told_sequence, last_sequence, active_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, NULL, 0, $11, $12)
         ON CONFLICT (community_id, conversation_id, person_id) DO UPDATE SET shelf = EXCLUDED.shelf,
             unread_count = EXCLUDED.unread_count, rings = EXCLUDED.rings, last_sequence = EXCLUDED.last_sequence,
             active_at = EXCLUDED.active_at",
        &[
            &community,
            &seat.person,
            &seat.conversation,
            &seat.participant,
            &seat.shelf,
            &seat.level,
            &seat.starred,
            &seat.read_sequence,
            &seat.unread_count,
            &seat.rings,
            &seat.last_sequence,
            &seat.active_at,
        ],
    )
}

/// Whether a person has a seat in a conversation.
pub fn is_seated(
    tx: &mut Tx<'_>,
    community: CommunityId,
    (person, conversation): (PersonId, ConversationId),
) -> Result<bool, Error> {
    let found = tx.query_optional(
        "SELECT 1 FROM seats WHERE community_id = $1 AND person_id = $2 AND conversation_id = $3",
        &[&community, &person, &conversation],
        |row| row.get::<i64>(0),
    )?;
    Ok(found.is_some())
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
             rings = CASE WHEN CAST($5 AS BIGINT) = 0 THEN FALSE ELSE rings END,
             untold_since = CASE WHEN CAST($5 AS BIGINT) = 0 THEN NULL ELSE untold_since END
         WHERE community_id = $1 AND person_id = $2 AND conversation_id = $3",
        &[&community, &person, &conversation, &read_sequence, &unread_count],
    )
}

/// Puts a conversation on another of a person's lists. Among those they are not in any more it keeps the title it has
/// now: what it is called later is not for them.
pub fn set_shelf(
    tx: &mut Tx<'_>,
    community: CommunityId,
    (person, conversation): (PersonId, ConversationId),
    shelf: Shelf,
    unread_count: i64,
) -> Result<(), Error> {
    tx.run(
        "UPDATE seats SET shelf = $4, unread_count = $5,
             rings = CASE
                 WHEN CAST($5 AS BIGINT) = 0 THEN FALSE
                 WHEN $4 = 'invitations' THEN TRUE
                 ELSE level <> 'muted' END,
             past_title = CASE WHEN $4 = 'past' THEN (
                 SELECT title FROM conversations WHERE community_id = $1 AND id = $3) END,
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
        "UPDATE seats SET shelf = 'list', unread_count = $4, rings = level <> 'muted',
             untold_since = CASE WHEN level = 'muted' OR told_sequence >= $5 THEN untold_since
                 ELSE coalesce(untold_since, $6) END
         WHERE community_id = $1 AND person_id = $2 AND conversation_id = $3",
        &[&community, &person, &conversation, &unread_count, &sequence, &created_at],
    )
}

/// Lets the last entry of a seat be one that its person may see, after an entry was taken from them.
pub fn set_last_visible(
    tx: &mut Tx<'_>,
    community: CommunityId,
    (person, conversation): (PersonId, ConversationId),
) -> Result<(), Error> {
    tx.run(
        "UPDATE seats SET last_sequence = coalesce((
             SELECT max(span.to_sequence) FROM visible_spans span
             WHERE span.community_id = $1 AND span.participant_id = seats.participant_id), 0)
         WHERE community_id = $1 AND person_id = $2 AND conversation_id = $3",
        &[&community, &person, &conversation],
    )
}

/// Takes a conversation that nobody is in any more from those who are asked to it: there is nothing to accept.
pub fn set_not_asked(tx: &mut Tx<'_>, community: CommunityId, conversation: ConversationId) -> Result<(), Error> {
    tx.run(
        "UPDATE seats SET
             shelf = CASE WHEN (SELECT participant.joined_at FROM participants participant
                                WHERE participant.community_id = $1 AND participant.id = seats.participant_id)
                 IS NULL THEN 'none' ELSE 'past' END,
             unread_count = 0, rings = FALSE, untold_since = NULL
         WHERE community_id = $1 AND conversation_id = $2 AND shelf IN ('invitations', 'declined')",
        &[&community, &conversation],
    )
}

/// Undoes that; an invitation is as unread as it came.
pub fn set_asked_again(tx: &mut Tx<'_>, community: CommunityId, conversation: ConversationId) -> Result<(), Error> {
    tx.run(
        "UPDATE seats SET shelf = 'invitations', unread_count = 1, rings = TRUE
         WHERE community_id = $1 AND conversation_id = $2 AND participant_id IN (
             SELECT id FROM participants
             WHERE community_id = $1 AND conversation_id = $2 AND state = 'invited')",
        &[&community, &conversation],
    )?;
    tx.run(
        "UPDATE seats SET shelf = 'declined'
         WHERE community_id = $1 AND conversation_id = $2 AND participant_id IN (
             SELECT id FROM participants
             WHERE community_id = $1 AND conversation_id = $2 AND state = 'declined' AND joined_at IS NULL)",
        &[&community, &conversation],
    )
}

/// Has an invitation ring anew for those who have not answered it.
pub fn set_reminded(tx: &mut Tx<'_>, community: CommunityId, conversation: ConversationId) -> Result<(), Error> {
    tx.run(
        "UPDATE seats SET unread_count = 1, rings = TRUE
         WHERE community_id = $1 AND conversation_id = $2 AND shelf = 'invitations'",
        &[&community, &conversation],
    )
}

/// Takes a conversation off everybody's lists.
pub fn set_nowhere(tx: &mut Tx<'_>, community: CommunityId, conversation: ConversationId) -> Result<(), Error> {
    tx.run(
        "UPDATE seats SET shelf = 'none', unread_count = 0, rings = FALSE, untold_since = NULL
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
                             WHERE participant.community_id = $1 AND participant.id = seats.participant_id),
             rings = (SELECT participant.state = 'invited' FROM participants participant
                      WHERE participant.community_id = $1 AND participant.id = seats.participant_id)
         WHERE community_id = $1 AND conversation_id = $2",
        &[&community, &conversation],
    )
}

/// Changes how much a person wants to hear of a conversation.
pub fn set_level(
    tx: &mut Tx<'_>,
    community: CommunityId,
    (person, conversation): (PersonId, ConversationId),
    level: Level,
) -> Result<(), Error> {
    tx.run(
        "UPDATE seats SET level = $4, rings = unread_count > 0 AND $4 <> 'muted',
             untold_since = CASE WHEN $4 = 'muted' THEN NULL ELSE untold_since END
         WHERE community_id = $1 AND person_id = $2 AND conversation_id = $3",
        &[&community, &person, &conversation, &level],
    )
}

/// Gives a conversation a star, or takes it away.
pub fn set_starred(
    tx: &mut Tx<'_>,
    community: CommunityId,
    (person, conversation): (PersonId, ConversationId),
    starred: bool,
) -> Result<(), Error> {
    tx.run(
        "UPDATE seats SET starred = $4 WHERE community_id = $1 AND person_id = $2 AND conversation_id = $3",
        &[&community, &person, &conversation, &starred],
    )
}

/// Asks how many conversations of a person, and invitations sent after a time, the bell counts; at most 100.
pub fn ask_ringing(
    tx: &mut Tx<'_>,
    community: CommunityId,
    person: PersonId,
    invited_after: Timestamp,
) -> Result<Asked<i64>, Error> {
    tx.ask(
        "SELECT count(*) FROM (
             SELECT 1 AS one FROM seats
             WHERE community_id = $1 AND person_id = $2 AND rings = TRUE
                 AND (shelf <> 'invitations' OR active_at > $3)
             LIMIT 100
         ) AS ringing",
        &[&community, &person, &invited_after],
        |row| row.get(0),
    )
}

/// The conversations and invitations of a person that have something unread; at most 1,000.
pub fn list_unread(tx: &mut Tx<'_>, community: CommunityId, person: PersonId) -> Result<Vec<ConversationId>, Error> {
    tx.list(
        "SELECT conversation_id FROM seats
         WHERE community_id = $1 AND person_id = $2 AND unread_count > 0
         ORDER BY active_at DESC, conversation_id DESC LIMIT 1000",
        &[&community, &person],
        |row| row.get(0),
    )
}

/// Reads a person's seat.
pub(crate) fn read(
    row: &Row<'_>,
    (person, conversation, participant): (PersonId, ConversationId, ParticipantId),
) -> Result<Seat, Error> {
    Ok(Seat {
        person,
        conversation,
        participant,
        shelf: row.get("shelf")?,
        level: row.get("level")?,
        starred: row.get("starred")?,
        read_sequence: row.get("read_sequence")?,
        unread_count: row.get("unread_count")?,
        rings: row.get("rings")?,
        last_sequence: row.get("seat_last_sequence")?,
        active_at: row.get("active_at")?,
    })
}
