//! Unread entries, counted in the seats of everybody in a conversation when one is written, deleted or restored.

use crate::{Error, Tx};
use snug_domain::people::Handle;
use snug_domain::{CommunityId, ConversationId, PersonId, Timestamp};

/// A new entry, as it is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewEntry {
    /// The conversation it is in.
    pub conversation: ConversationId,
    /// Who wrote it, or did what it says.
    pub author: PersonId,
    /// Whether it is a message: news to everybody else who did not block its author.
    pub is_message: bool,
    /// Whom it is about otherwise: news to them.
    pub subject: Option<PersonId>,
    /// Its number.
    pub sequence: i64,
}

/// Whether a seat's person did not block `$3`, who wrote an entry.
macro_rules! is_heard_of {
    () => {
        "NOT EXISTS (SELECT 1 FROM blocks WHERE blocks.community_id = $1
             AND blocks.person_id = seats.person_id AND blocks.blocked_id = $3)"
    };
}

/// Whether a new entry is news to a seat's person: `$6` says whether it is a message, `$3` who wrote it, and `$7` whom it
/// is about otherwise.
macro_rules! is_news {
    () => {
        "(($6 OR person_id = $7) AND NOT EXISTS (SELECT 1 FROM blocks WHERE blocks.community_id = $1
             AND blocks.person_id = seats.person_id AND blocks.blocked_id = $3))"
    };
}

/// Counts a new entry for everybody who takes part: the author has read it, those to whom it is news have it unread
/// and untold, and it is in none of their archives who want to hear of it. With the line that says that they joined,
/// its author takes part.
pub fn count_entry(tx: &mut Tx<'_>, community: CommunityId, entry: &NewEntry, now: Timestamp) -> Result<(), Error> {
    let NewEntry { conversation, author, is_message, subject, sequence } = entry;
    tx.run(
        concat!(
            "UPDATE seats SET
             active_at = CASE WHEN ",
            is_heard_of!(),
            " THEN $5 ELSE active_at END,
             last_sequence = $4,
             shelf = CASE
                 WHEN shelf <> 'archive' THEN 'list'
                 WHEN person_id = $3 OR level = 'muted' THEN 'archive'
                 WHEN ",
            is_news!(),
            " THEN 'list'
                 ELSE 'archive' END,
             read_sequence = CASE WHEN person_id = $3 THEN $4 ELSE read_sequence END,
             unread_count = CASE
                 WHEN person_id = $3 THEN 0
                 WHEN ",
            is_news!(),
            " THEN unread_count + 1
                 ELSE unread_count END,
             rings = CASE
                 WHEN person_id = $3 THEN FALSE
                 WHEN level = 'muted' THEN rings
                 WHEN ",
            is_news!(),
            " THEN TRUE
                 ELSE rings END,
             untold_since = CASE
                 WHEN person_id = $3 THEN NULL
                 WHEN level = 'muted' THEN untold_since
                 WHEN ",
            is_news!(),
            " THEN coalesce(untold_since, $5)
                 ELSE untold_since END
         WHERE community_id = $1 AND conversation_id = $2 AND (shelf IN ('list', 'archive') OR person_id = $3)"
        ),
        &[&community, conversation, author, sequence, &now, is_message, subject],
    )
}

/// Makes a conversation heard by those who muted it and whom an entry that was just counted names or answers, unless they
/// want to hear nothing even then, or blocked its author.
pub fn count_addressed(
    tx: &mut Tx<'_>,
    community: CommunityId,
    (conversation, sequence): (ConversationId, i64),
    author: PersonId,
    (named, answered): (&[Handle], Option<PersonId>),
    now: Timestamp,
) -> Result<(), Error> {
    // One value for any number of them: no handle has a comma or a quotation mark.
    let named: Vec<&str> = named.iter().map(Handle::as_str).collect();
    let sql = tx.for_engine(
        "INSERT INTO mentions (community_id, conversation_id, person_id, sequence)
         SELECT community_id, conversation_id, person_id, $5 FROM seats
         WHERE community_id = $1 AND conversation_id = $2 AND shelf IN ('list', 'archive') AND level = 'muted'
             AND person_id <> $3 AND (person_id = $6 OR person_id IN (
                 SELECT id FROM people WHERE community_id = $1 AND $4 <> ''
                     AND handle IN (SELECT value FROM json_each('[\"' || replace($4, ',', '\",\"') || '\"]'))))
             AND NOT EXISTS (SELECT 1 FROM preferences WHERE preferences.community_id = $1
                 AND preferences.person_id = seats.person_id AND preferences.mentions_ring = FALSE)
             AND NOT EXISTS (SELECT 1 FROM blocks WHERE blocks.community_id = $1
                 AND blocks.person_id = seats.person_id AND blocks.blocked_id = $3)",
        "INSERT INTO mentions (community_id, conversation_id, person_id, sequence)
         SELECT community_id, conversation_id, person_id, $5 FROM seats
         WHERE community_id = $1 AND conversation_id = $2 AND shelf IN ('list', 'archive') AND level = 'muted'
             AND person_id <> $3 AND (person_id = $6 OR person_id IN (
                 SELECT id FROM people WHERE community_id = $1 AND handle = ANY (string_to_array($4, ','))))
             AND NOT EXISTS (SELECT 1 FROM preferences WHERE preferences.community_id = $1
                 AND preferences.person_id = seats.person_id AND preferences.mentions_ring = FALSE)
             AND NOT EXISTS (SELECT 1 FROM blocks WHERE blocks.community_id = $1
                 AND blocks.person_id = seats.person_id AND blocks.blocked_id = $3)",
    );
    tx.run(sql, &[&community, &conversation, &author, &named.join(","), &sequence, &answered])?;
    tx.run(
        "UPDATE seats SET shelf = 'list', rings = TRUE, untold_since = coalesce(untold_since, $4)
         WHERE community_id = $1 AND conversation_id = $2 AND person_id IN (
             SELECT person_id FROM mentions WHERE community_id = $1 AND conversation_id = $2 AND sequence = $3)",
        &[&community, &conversation, &sequence, &now],
    )
}

/// How much is unread of what a seat's person may see, as one value of a statement about seats in one conversation, `$2`.
macro_rules! count_of_news {
    () => {
        "(SELECT count(*) FROM visible_entries entry
          WHERE entry.community_id = $1 AND entry.reader_id = seats.person_id AND entry.conversation_id = $2
              AND entry.sequence > seats.read_sequence AND entry.is_news)"
    };
}

/// Whether there is something unread that a seat's person hears of: in a conversation that they muted, a message that
/// names them.
macro_rules! is_heard {
    () => {
        "EXISTS (
             SELECT 1 FROM visible_entries entry
             WHERE entry.community_id = $1 AND entry.reader_id = seats.person_id AND entry.conversation_id = $2
                 AND entry.sequence > seats.read_sequence AND entry.is_news
                 AND (seats.level <> 'muted' OR EXISTS (
                     SELECT 1 FROM mentions mention
                     WHERE mention.community_id = $1 AND mention.conversation_id = $2
                         AND mention.person_id = seats.person_id AND mention.sequence = entry.sequence)))"
    };
}

/// Counts anew what is unread for everybody who had not read a message that was deleted, but for those who put the
/// conversation away, where nothing is unread.
pub fn count_deleted(
    tx: &mut Tx<'_>,
    community: CommunityId,
    conversation: ConversationId,
    author: PersonId,
    sequence: i64,
) -> Result<(), Error> {
    tx.run(
        concat!(
            "UPDATE seats SET unread_count = CASE WHEN shelf = 'archive' AND unread_count = 0 THEN 0 ELSE ",
            count_of_news!(),
            " END, rings = rings AND ",
            is_heard!(),
            ", untold_since = CASE WHEN ",
            is_heard!(),
            " THEN untold_since END
             WHERE community_id = $1 AND conversation_id = $2 AND shelf IN ('list', 'archive') AND person_id <> $3
                 AND read_sequence < $4"
        ),
        &[&community, &conversation, &author, &sequence],
    )
}

/// Counts anew what is unread for a person who blocked somebody, or does no more.
pub fn count_anew(
    tx: &mut Tx<'_>,
    community: CommunityId,
    conversation: ConversationId,
    person: PersonId,
) -> Result<(), Error> {
    tx.run(
        concat!(
            "UPDATE seats SET unread_count = ",
            count_of_news!(),
            ", rings = rings AND ",
            is_heard!(),
            ", untold_since = CASE WHEN ",
            is_heard!(),
            " THEN untold_since END
             WHERE community_id = $1 AND conversation_id = $2 AND person_id = $3 AND unread_count > 0"
        ),
        &[&community, &conversation, &person],
    )
}

/// Whether a seat's person hears of the message with the number `$4`: in a conversation that they muted, if it names them.
macro_rules! names_them {
    () => {
        "(level <> 'muted' OR EXISTS (
             SELECT 1 FROM mentions mention
             WHERE mention.community_id = $1 AND mention.conversation_id = $2
                 AND mention.person_id = seats.person_id AND mention.sequence = $4))"
    };
}

/// Counts a message anew that was deleted unread and is there again: untold, unless a mail told of it before. Who put the
/// conversation away has nothing unread in it; who muted it hears of it if it names them.
pub fn count_restored(
    tx: &mut Tx<'_>,
    community: CommunityId,
    conversation: ConversationId,
    author: PersonId,
    (sequence, created_at): (i64, Timestamp),
) -> Result<(), Error> {
    tx.run(
        concat!(
            "UPDATE seats SET unread_count = ",
            count_of_news!(),
            ", rings = rings OR ",
            names_them!(),
            ", untold_since = CASE WHEN told_sequence >= $4 OR NOT (",
            names_them!(),
            ") THEN untold_since ELSE coalesce(untold_since, $5) END
             WHERE community_id = $1 AND conversation_id = $2 AND person_id <> $3 AND read_sequence < $4
                 AND (shelf = 'list' OR (shelf = 'archive' AND unread_count > 0))"
        ),
        &[&community, &conversation, &author, &sequence, &created_at],
    )
}
