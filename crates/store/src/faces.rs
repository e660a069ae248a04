//! The faces of a conversation: the first of the others in it, and all of them taken together.
//!
//! One statement reads those of all direct conversations of a page, and one those of all others, so that nothing is
//! asked beside a row.
//!
//! States are the true ones here. What of them may be told is decided in `domain`, by whoever makes a list of rows.

use crate::people;
use crate::{Error, Row, Tx};
use snug_domain::conversations::{ConversationKind, ParticipantState, Role};
use snug_domain::people::NamedPerson;
use snug_domain::{CommunityId, ConversationId, PersonId, Timestamp};

/// One of the others in a conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Face {
    /// The conversation.
    pub conversation: ConversationId,
    /// Who.
    pub person: NamedPerson,
    /// Whether their name looks like that of somebody else.
    pub is_lookalike: bool,
    /// How they stand in it.
    pub state: ParticipantState,
    /// What they may do beside writing.
    pub role: Role,
    /// Who asked them.
    pub asked_by: Option<PersonId>,
    /// When.
    pub asked_at: Option<Timestamp>,
    /// Whether they took part while the reader did, whatever became of either since.
    pub was_together: bool,
    /// When they last used a visible page, if they and the reader both take part and both show it, and neither blocked
    /// the other.
    pub seen_at: Option<Timestamp>,
    /// The number of the last entry they read.
    pub read_sequence: i64,
    /// Of all the others in the conversation, with those who have no face here.
    pub all: Others,
}

/// The others in a conversation, taken together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Others {
    /// How many take part.
    pub joined: i64,
    /// How many take part, or did.
    pub came: i64,
    /// How many were asked lately and did not accept, whatever they decided.
    pub asked: i64,
    /// How many were asked, ever, and did not have that taken back for them alone.
    pub ever_asked: i64,
    /// How many took part while the reader did.
    pub together: i64,
    /// When the last of those who did not accept was asked.
    pub asked_at: Option<Timestamp>,
    /// The number of the last entry that any who takes part read.
    pub read_sequence: i64,
}

/// The columns about each of the others that every statement here has. `$1` is the community.
macro_rules! face_columns {
    () => {
        "SELECT face.conversation_id, person.id, person.kind, person.name, person.handle, face.state, face.role,
             face.asked_by_id, face.asked_at, face.joined_at, face.was_together, presence.seen_at, face.read_sequence,
             EXISTS (SELECT 1 FROM lookalikes WHERE lookalikes.community_id = $1
                 AND lookalikes.person_id = face.person_id) AS is_lookalike"
    };
}

/// The others in some conversations, up to where these come from. `$4` is when an invitation counts no more.
macro_rules! others_in {
    () => {
        "(SELECT other.conversation_id, other.id, other.person_id, other.state, other.role, other.asked_by_id,
             other.asked_at, other.joined_at, coalesce(seat.read_sequence, 0) AS read_sequence,
             other.state IN ('invited', 'declined') AS is_asked,
             own.shelf IN ('list', 'archive') AND other.state = 'joined' AS is_between,
             me.state IN ('left', 'removed') OR (me.state IN ('invited', 'declined') AND (
                 me.asked_at <= $4 OR NOT EXISTS (
                     SELECT 1 FROM participants company
                     WHERE company.community_id = $1 AND company.conversation_id = me.conversation_id
                         AND company.state = 'joined'))) AS is_over,
             me.state <> 'joined' AND EXISTS (
                 SELECT 1 FROM stays mine
                 JOIN stays theirs
                     ON theirs.community_id = $1 AND theirs.participant_id = other.id
                     AND theirs.from_sequence <= mine.to_sequence
                     AND (theirs.to_sequence IS NULL OR theirs.to_sequence >= mine.from_sequence)
                 WHERE mine.community_id = $1 AND mine.participant_id = me.id) AS was_together "
    };
}

/// The other one of some direct conversations, up to where these come from. Nobody leaves them, so there is nothing to
/// find out about who was there when, and the reader's seat, which is written with each message, has nothing to say.
macro_rules! other_in {
    () => {
        "(SELECT other.conversation_id, other.id, other.person_id, other.state, other.role, other.asked_by_id,
             other.asked_at, other.joined_at, coalesce(seat.read_sequence, 0) AS read_sequence,
             own.state = 'joined' AND other.state = 'joined' AS is_between, FALSE AS was_together "
    };
}

/// The reader's seats in the conversations `$3`, on SQLite. `$2` is the reader. A cross join is what SQLite does not turn
/// around: it would begin with all seats of the reader.
macro_rules! of_sqlite {
    () => {
        "FROM json_each('[\"' || replace($3, ',', '\",\"') || '\"]') AS wanted
         CROSS JOIN seats own
             ON own.community_id = $1 AND own.person_id = $2 AND own.conversation_id = unhex(wanted.value)"
    };
}

/// The same on PostgreSQL.
macro_rules! of_postgres {
    () => {
        "FROM (SELECT * FROM seats WHERE community_id = $1 AND person_id = $2
             AND conversation_id = ANY (CAST(string_to_array($3, ',') AS UUID[]))) AS own"
    };
}

/// The participants the reader is in the direct conversations `$3`, on SQLite.
macro_rules! direct_of_sqlite {
    () => {
        "FROM json_each('[\"' || replace($3, ',', '\",\"') || '\"]') AS wanted
         CROSS JOIN participants own
             ON own.community_id = $1 AND own.person_id = $2 AND own.conversation_id = unhex(wanted.value)
         JOIN participants other
             ON other.community_id = $1 AND other.conversation_id = own.conversation_id AND other.id <> own.id"
    };
}

/// The same on PostgreSQL.
macro_rules! direct_of_postgres {
    () => {
        "FROM (SELECT * FROM participants WHERE community_id = $1 AND person_id = $2
             AND conversation_id = ANY (CAST(string_to_array($3, ',') AS UUID[]))) AS own
         JOIN participants other
             ON other.community_id = $1 AND other.conversation_id = own.conversation_id AND other.id <> own.id"
    };
}

/// The others of those seats.
macro_rules! beside_own {
    () => {
        " JOIN participants me ON me.community_id = $1 AND me.id = own.participant_id
         JOIN participants other
             ON other.community_id = $1 AND other.conversation_id = own.conversation_id
             AND other.id <> own.participant_id AND other.person_id IS NOT NULL"
    };
}

/// The seats of the others, with how far they have read.
macro_rules! with_seats {
    () => {
        " LEFT JOIN seats seat
             ON seat.community_id = $1 AND seat.person_id = other.person_id
             AND seat.conversation_id = other.conversation_id)"
    };
}

/// Names of those people, and their presence where it may be told.
macro_rules! with_people {
    () => {
        " JOIN people person ON person.community_id = $1 AND person.id = face.person_id
         LEFT JOIN presence
             ON presence.community_id = $1 AND presence.person_id = face.person_id AND face.is_between
             AND NOT EXISTS (SELECT 1 FROM preferences WHERE preferences.community_id = $1
                 AND preferences.person_id IN ($2, face.person_id) AND preferences.shows_presence = FALSE)
             AND NOT EXISTS (SELECT 1 FROM blocks WHERE blocks.community_id = $1
                 AND ((blocks.person_id = $2 AND blocks.blocked_id = face.person_id)
                     OR (blocks.person_id = face.person_id AND blocks.blocked_id = $2)))"
    };
}

/// The first of the others in each conversation, with all of them counted. Where it is over for the reader, the order
/// says nothing of how the others stand now.
macro_rules! first_of_several {
    () => {
        ", face.joined, face.came, face.asked, face.ever_asked, face.together, face.last_asked_at, face.last_read_sequence
         FROM (
             SELECT known.*,
                 row_number() OVER (PARTITION BY known.conversation_id ORDER BY
                     CASE WHEN known.is_over AND known.was_together THEN 0
                          WHEN known.is_over AND known.asked_at IS NOT NULL THEN 1
                          WHEN known.is_over THEN 2
                          WHEN known.state = 'joined' THEN 0
                          WHEN known.is_asked AND known.asked_at > $4 THEN 1
                          WHEN known.is_asked THEN 2 ELSE 3 END,
                     CASE WHEN known.is_over OR known.asked_at IS NULL THEN 0 ELSE 1 END,
                     CASE WHEN NOT known.is_over THEN known.asked_at END, known.id) AS place,
                 count(CASE WHEN known.state = 'joined' THEN 1 END) OVER (PARTITION BY known.conversation_id) AS joined,
                 count(known.joined_at) OVER (PARTITION BY known.conversation_id) AS came,
                 count(CASE WHEN known.is_asked AND known.asked_at > $4 THEN 1 END)
                     OVER (PARTITION BY known.conversation_id) AS asked,
                 count(known.asked_at) OVER (PARTITION BY known.conversation_id) AS ever_asked,
                 count(CASE WHEN known.was_together THEN 1 END) OVER (PARTITION BY known.conversation_id) AS together,
                 max(CASE WHEN known.is_asked THEN known.asked_at END)
                     OVER (PARTITION BY known.conversation_id) AS last_asked_at,
                 coalesce(max(CASE WHEN known.state = 'joined' THEN known.read_sequence END)
                     OVER (PARTITION BY known.conversation_id), 0) AS last_read_sequence
             FROM "
    };
}

/// The first of the others in each of these conversations of a person, so many of each: who takes part before who is
/// asked, the earliest first. Of a conversation that they are not in any more the order stays as it is: who was in it with
/// them, then who was asked. Who was asked before `asked_after` and did not answer is not asked any more.
pub fn list_faces(
    tx: &mut Tx<'_>,
    community: CommunityId,
    reader: PersonId,
    conversations: impl Iterator<Item = (ConversationId, ConversationKind)>,
    of_each: i64,
    asked_after: Timestamp,
) -> Result<Vec<Face>, Error> {
    // In a direct one there is nothing to order or to count, which costs more than the rest of a statement.
    let (direct, several): (Vec<_>, Vec<_>) = conversations.partition(|(_, kind)| *kind == ConversationKind::Direct);
    let mut faces = Vec::new();
    if !direct.is_empty() {
        let sql = tx.for_engine(
            concat!(
                face_columns!(),
                " FROM ",
                other_in!(),
                direct_of_sqlite!(),
                with_seats!(),
                " AS face",
                with_people!()
            ),
            concat!(
                face_columns!(),
                " FROM ",
                other_in!(),
                direct_of_postgres!(),
                with_seats!(),
                " AS face",
                with_people!()
            ),
        );
        let read = |row: &Row<'_>| read_face(row, |face, joined_at| Ok(alone(face, joined_at, asked_after)));
        faces = tx.list(sql, &[&community, &reader, &joined(&direct)], read)?;
    }
    if !several.is_empty() {
        let sql = tx.for_engine(
            concat!(
                face_columns!(),
                first_of_several!(),
                others_in!(),
                of_sqlite!(),
                beside_own!(),
                with_seats!(),
                " AS known) AS face",
                with_people!(),
                " WHERE face.place <= $5 ORDER BY face.conversation_id, face.place"
            ),
            concat!(
                face_columns!(),
                first_of_several!(),
                others_in!(),
                of_postgres!(),
                beside_own!(),
                with_seats!(),
                " AS known) AS face",
                with_people!(),
                " WHERE face.place <= $5 ORDER BY face.conversation_id, face.place"
            ),
        );
        let read = |row: &Row<'_>| read_face(row, |_, _| counted(row));
        faces.extend(tx.list(sql, &[&community, &reader, &joined(&several), &asked_after, &of_each], read)?);
    }
    Ok(faces)
}

/// One value for any number of them.
fn joined(conversations: &[(ConversationId, ConversationKind)]) -> String {
    let ids: Vec<_> = conversations.iter().map(|(id, _)| id.0.simple().to_string()).collect();
    ids.join(",")
}

fn read_face(row: &Row<'_>, all: impl Fn(&Face, Option<Timestamp>) -> Result<Others, Error>) -> Result<Face, Error> {
    let conversation = row.get("conversation_id")?;
    let person = people::read_named(row, "id")?;
    let (state, role) = (row.get("state")?, row.get("role")?);
    let (asked_by, asked_at) = (row.get("asked_by_id")?, row.get("asked_at")?);
    let joined_at = row.get("joined_at")?;
    let mut face = Face {
        conversation,
        person,
        state,
        role,
        asked_by,
        asked_at,
        was_together: row.get("was_together")?,
        seen_at: row.get("seen_at")?,
        read_sequence: row.get("read_sequence")?,
        is_lookalike: row.get("is_lookalike")?,
        all: Others::default(),
    };
    face.all = all(&face, joined_at)?;
    Ok(face)
}

/// The only other one, counted.
fn alone(face: &Face, joined_at: Option<Timestamp>, asked_after: Timestamp) -> Others {
    let is_in = face.state == ParticipantState::Joined;
    let is_asked = matches!(face.state, ParticipantState::Invited | ParticipantState::Declined);
    Others {
        joined: i64::from(is_in),
        came: i64::from(joined_at.is_some()),
        asked: i64::from(is_asked && face.asked_at.is_some_and(|at| at > asked_after)),
        ever_asked: i64::from(face.asked_at.is_some()),
        together: i64::from(face.was_together),
        asked_at: face.asked_at.filter(|_| is_asked),
        read_sequence: if is_in { face.read_sequence } else { 0 },
    }
}

fn counted(row: &Row<'_>) -> Result<Others, Error> {
    Ok(Others {
        joined: row.get("joined")?,
        came: row.get("came")?,
        asked: row.get("asked")?,
        ever_asked: row.get("ever_asked")?,
        together: row.get("together")?,
        asked_at: row.get("last_asked_at")?,
        read_sequence: row.get("last_read_sequence")?,
    })
}
