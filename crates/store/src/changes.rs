//! What changed for a person, numbered from 1 for each: the ids of live events.
//!
//! Taking a number locks the person's row until the transaction ends, so numbers are committed
//! in order, and whoever has seen one has seen all before it.

use crate::added;
use crate::messages::{self, Message, joined_entry_columns};
use crate::{Engine, Error, Row, Tx};
use snug_domain::conversations::{ChangeKind, Shelf};
use snug_domain::{CommunityId, ConversationId, MessageId, PersonId, Timestamp};

/// Something that changed for a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Its number.
    pub number: i64,
    /// What it was and in which conversation; `None` if it only was a reason to look who is still let in.
    pub about: Option<(ChangeKind, ConversationId)>,
    /// The message it was about, as it is now, if the person may see it.
    pub message: Option<Message>,
}

/// Something that happened in a conversation, to be recorded for those it changes something for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Happening {
    /// The conversation.
    pub conversation: ConversationId,
    /// Who did it. It is recorded for them in any case.
    pub by: PersonId,
    /// What it is to them.
    pub own: ChangeKind,
    /// For whom else it is recorded, and what it is to them.
    pub others: Option<(To, ChangeKind)>,
    /// The message it is about.
    pub message: Option<MessageId>,
}

/// The others that something is recorded for, as they stand when it is recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum To {
    /// Everybody who takes part.
    Everyone,
    /// Everybody who takes part and may see the entry of this number.
    WhoSee {
        /// The number.
        sequence: i64,
    },
    /// Who is asked, and has not answered.
    Invited,
    /// Who is asked with the entry of this number.
    AskedWith {
        /// The number.
        sequence: i64,
    },
    /// They, and everybody who takes part and sees it as it is now: not who has been away since.
    Readers {
        /// The number.
        sequence: i64,
    },
    /// One person, however they stand.
    Person(PersonId),
    /// Who takes part and wrote what stands behind the first number and up to the second.
    Writers {
        /// The first number.
        after: i64,
        /// The second.
        up_to: i64,
    },
}

/// The people something is recorded for: whoever did it, and the others it is meant for.
macro_rules! audience {
    () => {
        "SELECT person_id FROM seats WHERE community_id = $1 AND conversation_id = $2
             AND (person_id = $3 OR person_id = $6 OR (shelf = 'invitations' AND last_sequence = $7)
                 OR (shelf IN ($4, $5) AND (CAST($8 AS BIGINT) IS NULL OR person_id IN (
                     SELECT author_id FROM messages
                     WHERE community_id = $1 AND conversation_id = $2 AND sequence > $8 AND sequence <= $9))
                     AND (CAST($10 AS BIGINT) IS NULL OR EXISTS (
                         SELECT 1 FROM visible_spans span
                         WHERE span.community_id = seats.community_id AND span.participant_id = seats.participant_id
                             AND span.from_sequence <= $10
                             AND (span.to_sequence IS NULL OR span.to_sequence >= $11)))))"
    };
}
/// Records what happened for everybody it changes something for, and returns the number it has for each. One statement
/// for any number of people; their rows are locked in order of id until the transaction ends, so that two never wait for
/// each other.
pub fn record(
    tx: &mut Tx<'_>,
    community: CommunityId,
    happening: &Happening,
    now: Timestamp,
) -> Result<Vec<(PersonId, i64)>, Error> {
    let Happening { conversation, by, own, others, message } = happening;
    let theirs = others.map_or(*own, |(_, kind)| kind);
    let audience = Audience::of(others.map(|(to, _)| to));
    let Audience { shelf, other_shelf, person, asked_with, after, up_to, seen, until } = &audience;
    let sql = tx.for_engine(
        concat!(
            "INSERT INTO changes (community_id, person_id, number, kind, conversation_id, message_id, at)
             SELECT community_id, id, change_number, CASE WHEN id = $3 THEN $12 ELSE $13 END, $2, $14, $15
             FROM people WHERE community_id = $1 AND id IN (",
            audience!(),
            ") RETURNING person_id, number"
        ),
        concat!(
            "WITH locked AS (
                 SELECT id FROM people WHERE community_id = $1 AND id IN (",
            audience!(),
            ") ORDER BY id FOR NO KEY UPDATE
             ), numbered AS (
                 UPDATE people SET change_number = change_number + 1 FROM locked
                 WHERE people.community_id = $1 AND people.id = locked.id
                 RETURNING people.community_id, people.id, people.change_number
             )
             INSERT INTO changes (community_id, person_id, number, kind, conversation_id, message_id, at)
             SELECT community_id, id, change_number, CASE WHEN id = $3 THEN $12 ELSE $13 END, $2, $14, $15 FROM numbered
             RETURNING person_id, number"
        ),
    );
    if tx.engine() == Engine::Sqlite {
        tx.run(
            concat!(
                "UPDATE people SET change_number = change_number + 1 WHERE community_id = $1 AND id IN (",
                audience!(),
                ")"
            ),
            &[&community, conversation, by, shelf, other_shelf, person, asked_with, after, up_to, seen, until],
        )?;
    }
    tx.query(
        sql,
        &[
            &community,
            conversation,
            by,
            shelf,
            other_shelf,
            person,
            asked_with,
            after,
            up_to,
            seen,
            until,
            own,
            &theirs,
            message,
            &now,
        ],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// What `audience` is asked with.
#[derive(Default)]
struct Audience {
    shelf: Option<Shelf>,
    other_shelf: Option<Shelf>,
    person: Option<PersonId>,
    asked_with: Option<i64>,
    after: Option<i64>,
    up_to: Option<i64>,
    seen: Option<i64>,
    until: Option<i64>,
}

impl Audience {
    fn of(others: Option<To>) -> Self {
        let in_it = Self { shelf: Some(Shelf::List), other_shelf: Some(Shelf::Archive), ..Self::default() };
        match others {
            None => Self::default(),
            Some(To::Everyone) => in_it,
            Some(To::Invited) => Self { shelf: Some(Shelf::Invitations), ..Self::default() },
            Some(To::AskedWith { sequence }) => Self { asked_with: Some(sequence), ..Self::default() },
            Some(To::WhoSee { sequence }) => Self { seen: Some(sequence), until: Some(sequence), ..in_it },
            Some(To::Readers { sequence }) => {
                // Spans that are open alone: for the others it stays as it was when they went.
                Self { asked_with: Some(sequence), seen: Some(sequence), until: Some(i64::MAX), ..in_it }
            }
            Some(To::Person(person)) => Self { person: Some(person), ..Self::default() },
            Some(To::Writers { after, up_to }) => Self { after: Some(after), up_to: Some(up_to), ..in_it },
        }
    }
}

/// A person's changes after a number, the oldest first.
pub fn list_after(
    tx: &mut Tx<'_>,
    community: CommunityId,
    person: PersonId,
    after: i64,
    limit: i64,
) -> Result<Vec<Change>, Error> {
    let mut found = tx.query(
        // Not `visible_entries`, which SQLite would make whole for an outer join; the spans are asked all the same.
        concat!(
            "SELECT change.number, change.conversation_id AS change_conversation_id, change.kind AS change_kind, ",
            joined_entry_columns!(),
            ", CASE WHEN entry.in_reply_to IS NOT NULL AND EXISTS (
                 SELECT 1 FROM visible_spans span
                 WHERE span.community_id = seat.community_id AND span.participant_id = seat.participant_id
                     AND span.from_sequence <= entry.in_reply_to
                     AND (span.to_sequence IS NULL OR span.to_sequence >= entry.in_reply_to))
                 THEN entry.in_reply_to END AS in_reply_to,
             entry.id IS NOT NULL AND EXISTS (
                 SELECT 1 FROM blocks WHERE blocks.community_id = change.community_id
                     AND blocks.person_id = change.person_id AND blocks.blocked_id = entry.author_id) AS from_blocked
         FROM changes change
         LEFT JOIN seats seat
             ON seat.community_id = change.community_id AND seat.person_id = change.person_id
             AND seat.conversation_id = change.conversation_id
         LEFT JOIN messages entry
             ON entry.community_id = change.community_id AND entry.id = change.message_id
             AND entry.conversation_id = change.conversation_id AND EXISTS (
                 SELECT 1 FROM visible_spans span
                 WHERE span.community_id = seat.community_id AND span.participant_id = seat.participant_id
                     AND span.from_sequence <= entry.sequence
                     AND (span.to_sequence IS NULL OR span.to_sequence >= entry.sequence))
         LEFT JOIN people author ON author.community_id = entry.community_id AND author.id = entry.author_id
         LEFT JOIN people subject ON subject.community_id = entry.community_id AND subject.id = entry.subject_id
         WHERE change.community_id = $1 AND change.person_id = $2 AND change.number > $3
         ORDER BY change.number LIMIT $4"
        ),
        &[&community, &person, &after, &limit],
        read,
    )?;
    for change in &mut found {
        // Whoever has gone since reads what it said then.
        if let Some(edited) = change.message.take_if(|message| message.edited_at.is_some()) {
            change.message = messages::find_visible(tx, community, (person, edited.conversation), edited.id)?;
        }
    }
    added::name(tx, community, &mut found, |change: &mut Change| change.message.as_mut().map(messages::told))?;
    Ok(found)
}

/// How many changes a person has after a number, and how many bytes their messages have; no more
/// than so many are looked at.
pub fn measure_after(
    tx: &mut Tx<'_>,
    community: CommunityId,
    person: PersonId,
    after: i64,
    limit: i64,
) -> Result<(i64, i64), Error> {
    tx.query_one(
        "SELECT count(*), CAST(coalesce(sum(bytes), 0) AS BIGINT)
         FROM (
             SELECT coalesce(octet_length(entry.source) + octet_length(entry.html), 0) AS bytes
             FROM changes change
             LEFT JOIN messages entry ON entry.community_id = change.community_id AND entry.id = change.message_id
             WHERE change.community_id = $1 AND change.person_id = $2 AND change.number > $3
             ORDER BY change.number LIMIT $4
         ) AS missed",
        &[&community, &person, &after, &limit],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// Records that something which let a person in has ended, so that their open streams look whether they still may;
/// returns its number.
pub fn record_access(
    tx: &mut Tx<'_>,
    community: CommunityId,
    person: PersonId,
    now: Timestamp,
) -> Result<Option<i64>, Error> {
    let number = tx.query_optional(
        "UPDATE people SET change_number = change_number + 1 WHERE community_id = $1 AND id = $2
         RETURNING change_number",
        &[&community, &person],
        |row| row.get::<i64>(0),
    )?;
    if let Some(number) = number {
        tx.run(
            "INSERT INTO changes (community_id, person_id, number, kind, at) VALUES ($1, $2, $3, 'access', $4)",
            &[&community, &person, &number, &now],
        )?;
    }
    Ok(number)
}

/// The number of a person's last change.
pub fn find_last_number(tx: &mut Tx<'_>, community: CommunityId, person: PersonId) -> Result<Option<i64>, Error> {
    tx.query_optional(
        "SELECT change_number FROM people WHERE community_id = $1 AND id = $2",
        &[&community, &person],
        |row| row.get(0),
    )
}

/// Whose changes were written between two times, in every community, and how far each is: the news a
/// node asks for once a second. At most the newest 100,000 changes are looked at.
pub fn list_news(
    tx: &mut Tx<'_>,
    since: Timestamp,
    until: Timestamp,
) -> Result<Vec<(CommunityId, PersonId, i64)>, Error> {
    // First by time, then by person: the other way round it would go through all there are.
    tx.query(
        "SELECT community_id, person_id, max(number)
         FROM (SELECT community_id, person_id, number FROM changes
               WHERE at >= $1 AND at <= $2 ORDER BY at DESC LIMIT 100000) AS news
         GROUP BY community_id, person_id",
        &[&since, &until],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )
}

/// Forgets changes of a community from before this time, so many at the most.
pub fn delete_old(tx: &mut Tx<'_>, community: CommunityId, before: Timestamp, limit: i64) -> Result<u64, Error> {
    tx.execute(
        "DELETE FROM changes WHERE (community_id, person_id, number) IN (
             SELECT community_id, person_id, number FROM changes WHERE community_id = $1 AND at < $2 LIMIT $3)",
        &[&community, &before, &limit],
    )
}

fn read(row: &Row<'_>) -> Result<Change, Error> {
    let (number, message): (i64, Option<MessageId>) = (row.get("number")?, row.get(3)?);
    let conversation: Option<ConversationId> = row.get("change_conversation_id")?;
    // What cannot be read is not told; what came after it is.
    let about = conversation.map(|conversation| row.readable(|row| Ok((row.get("change_kind")?, conversation))));
    let message = message.map(|_| row.readable(|row| messages::read_from(row, 3)));
    Ok(Change { number, about: about.transpose()?.flatten(), message: message.transpose()?.flatten() })
}
