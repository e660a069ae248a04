//! Digests: who has unread messages that no mail told them of, and what each digest tells.
//!
//! All queries walk the index of untold seats: their cost follows the unread, not the members.

use crate::added;
use crate::people;
use crate::{Error, Part, Tx};
use snug_domain::conversations::{ConversationKind, EntryKind};
use snug_domain::people::{EmailAddress, MailState, NamedPerson, Preferences};
use snug_domain::{CommunityId, ConversationId, DeliveryId, PersonId, Timestamp};

/// A person with something unread that no mail told them of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Untold {
    /// The person.
    pub person: PersonId,
    /// Whether they want mail.
    pub wants_mail: bool,
    /// Their address, and whether mail to it makes sense.
    pub address: Option<(EmailAddress, MailState)>,
    /// When they last used a visible page.
    pub seen_at: Option<Timestamp>,
}

/// How many people are found at once.
pub const CHUNK: i64 = 100;

/// The first people of a community with something untold, by id from this one on.
pub fn list_untold(
    tx: &mut Tx<'_>,
    community: CommunityId,
    after: Option<PersonId>,
) -> Result<Part<Untold, PersonId>, Error> {
    let after = after.unwrap_or(PersonId(uuid::Uuid::nil()));
    // The limit is written out: not knowing it, PostgreSQL expects a tenth of all people, and reads them all.
    tx.part(
        "SELECT untold.person_id, preferences.wants_mail, address.address, address.mail_state, presence.seen_at
         FROM (
             SELECT DISTINCT person_id FROM seats
             WHERE community_id = $1 AND person_id > $2 AND untold_since IS NOT NULL
             ORDER BY person_id LIMIT 100
         ) AS untold
         LEFT JOIN preferences ON preferences.community_id = $1 AND preferences.person_id = untold.person_id
         LEFT JOIN addresses address
             ON address.community_id = $1 AND address.person_id = untold.person_id AND address.is_primary = TRUE
         LEFT JOIN presence ON presence.community_id = $1 AND presence.person_id = untold.person_id
         ORDER BY untold.person_id",
        &[&community, &after],
        ("person_id", CHUNK),
        |row| {
            let address: Option<EmailAddress> = row.get("address")?;
            Ok(Untold {
                person: row.get("person_id")?,
                wants_mail: row.get::<Option<_>>("wants_mail")?.unwrap_or(Preferences::WANTS_MAIL),
                address: address.map(|address| Ok::<_, Error>((address, row.get("mail_state")?))).transpose()?,
                seen_at: row.get("seen_at")?,
            })
        },
    )
}

/// Writes down what a digest tells a person: everything unread and untold until now.
pub fn insert_conversations(
    tx: &mut Tx<'_>,
    community: CommunityId,
    delivery: DeliveryId,
    person: PersonId,
) -> Result<u64, Error> {
    tx.execute(
        "INSERT INTO digest_conversations (community_id, delivery_id, conversation_id, from_sequence, to_sequence)
         SELECT community_id, $2, conversation_id,
             CASE WHEN told_sequence > read_sequence THEN told_sequence ELSE read_sequence END + 1, last_sequence
         FROM seats WHERE community_id = $1 AND person_id = $3 AND untold_since IS NOT NULL",
        &[&community, &delivery, &person],
    )
}

/// Notes that a person was told of everything until now.
pub fn set_told(tx: &mut Tx<'_>, community: CommunityId, person: PersonId) -> Result<(), Error> {
    tx.run(
        "UPDATE seats SET untold_since = NULL, told_sequence = last_sequence
         WHERE community_id = $1 AND person_id = $2 AND untold_since IS NOT NULL",
        &[&community, &person],
    )
}

/// A conversation a digest tells of, as it stands now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The conversation.
    pub conversation: ConversationId,
    /// What it is.
    pub kind: ConversationKind,
    /// What its people call it.
    pub title: Option<String>,
    /// The first entry to tell: unread when the digest was written, and still.
    pub from_sequence: i64,
    /// The last.
    pub to_sequence: i64,
}

/// What a digest still has to tell: without what was read or muted meanwhile, of what the person still takes part in.
pub fn list_conversations(
    tx: &mut Tx<'_>,
    community: CommunityId,
    delivery: DeliveryId,
    person: PersonId,
) -> Result<Vec<Told>, Error> {
    tx.list(
        "SELECT told.conversation_id, conversation.kind, conversation.title,
             CASE WHEN own.read_sequence >= told.from_sequence THEN own.read_sequence + 1 ELSE told.from_sequence END,
             told.to_sequence
         FROM digest_conversations told
         JOIN seats own
             ON own.community_id = told.community_id AND own.conversation_id = told.conversation_id
             AND own.person_id = $3
         JOIN conversations conversation
             ON conversation.community_id = told.community_id AND conversation.id = told.conversation_id
         WHERE told.community_id = $1 AND told.delivery_id = $2 AND own.read_sequence < told.to_sequence
             AND own.shelf IN ('list', 'archive') AND (own.level <> 'muted' OR own.rings)
         ORDER BY own.active_at DESC, own.conversation_id DESC",
        &[&community, &delivery, &person],
        |row| {
            Ok(Told {
                conversation: row.get(0)?,
                kind: row.get(1)?,
                title: row.get(2)?,
                from_sequence: row.get(3)?,
                to_sequence: row.get(4)?,
            })
        },
    )
}

/// What somebody wrote, as a digest tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToldMessage {
    /// Its Markdown source.
    pub source: String,
    /// When it was written.
    pub created_at: Timestamp,
    /// Who wrote it.
    pub author: NamedPerson,
    /// The number of the message it answers, where the reader may see that.
    pub in_reply_to: Option<i64>,
}

/// A line, as a digest tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToldLine {
    /// What happened.
    pub kind: EntryKind,
    /// Who did it.
    pub author: NamedPerson,
    /// Whom it is about, beside them.
    pub subject: Option<NamedPerson>,
    /// Whom it is about too, where several were added at once.
    pub also: Vec<NamedPerson>,
    /// The title, or whatever else it tells of.
    pub detail: String,
}

/// How many entries of others a digest has to tell of a conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted {
    /// Messages, without the deleted.
    pub messages: i64,
    /// Lines about what happened.
    pub lines: i64,
}

/// How many entries of others the reader may see between the two numbers, by kind; none of whom they blocked.
pub fn count_entries(tx: &mut Tx<'_>, community: CommunityId, told: &Told, reader: PersonId) -> Result<Counted, Error> {
    tx.query_one(
        "SELECT count(CASE WHEN kind = 'message' THEN 1 END), count(CASE WHEN kind <> 'message' THEN 1 END)
         FROM visible_entries
         WHERE community_id = $1 AND reader_id = $2 AND conversation_id = $3 AND sequence >= $4 AND sequence <= $5
             AND author_id <> $2 AND deleted_at IS NULL AND NOT from_blocked",
        &[&community, &reader, &told.conversation, &told.from_sequence, &told.to_sequence],
        |row| Ok(Counted { messages: row.get(0)?, lines: row.get(1)? }),
    )
}

/// The messages of others, but for those they blocked, that the reader may see between the two numbers, without the
/// deleted, the newest first.
pub fn list_messages(
    tx: &mut Tx<'_>,
    community: CommunityId,
    told: &Told,
    reader: PersonId,
    limit: i64,
) -> Result<Vec<ToldMessage>, Error> {
    tx.list(
        "SELECT source, created_at, author_id, author_kind, author_name, author_handle, in_reply_to FROM visible_entries
         WHERE community_id = $1 AND reader_id = $2 AND conversation_id = $3 AND sequence >= $4 AND sequence <= $5
             AND author_id <> $2 AND kind = 'message' AND deleted_at IS NULL AND NOT from_blocked
         ORDER BY sequence DESC LIMIT $6",
        &[&community, &reader, &told.conversation, &told.from_sequence, &told.to_sequence, &limit],
        |row| {
            Ok(ToldMessage {
                source: row.get("source")?,
                created_at: row.get("created_at")?,
                author: people::read_named(row, "author_id")?,
                in_reply_to: row.get("in_reply_to")?,
            })
        },
    )
}

/// The lines about what others did that the reader may see between the two numbers, the oldest first.
pub fn list_lines(
    tx: &mut Tx<'_>,
    community: CommunityId,
    told: &Told,
    reader: PersonId,
    limit: i64,
) -> Result<Vec<ToldLine>, Error> {
    let mut found = tx.list(
        "SELECT kind, source, author_id, author_kind, author_name, author_handle, subject_id, subject_kind,
             subject_name, subject_handle
         FROM visible_entries
         WHERE community_id = $1 AND reader_id = $2 AND conversation_id = $3 AND sequence >= $4 AND sequence <= $5
             AND author_id <> $2 AND kind <> 'message' AND deleted_at IS NULL AND NOT from_blocked
         ORDER BY sequence LIMIT $6",
        &[&community, &reader, &told.conversation, &told.from_sequence, &told.to_sequence, &limit],
        |row| {
            Ok(ToldLine {
                kind: row.get("kind")?,
                author: people::read_named(row, "author_id")?,
                subject: people::read_named_if_any(row, "subject_id")?,
                also: Vec::new(),
                detail: row.get("source")?,
            })
        },
    )?;
    added::name(tx, community, &mut found, |line: &mut ToldLine| {
        Some(added::Told { kind: line.kind, detail: &line.detail, also: &mut line.also })
    })?;
    Ok(found)
}
