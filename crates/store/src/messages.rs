//! Messages and lines: the entries of conversations, numbered from 1 in each.

use crate::added::{self, Told};
use crate::people;
use crate::{Error, Part, Row, Tx};
use snug_domain::conversations::{EntryKind, Origin};
use snug_domain::people::NamedPerson;
use snug_domain::{CommunityId, ConversationId, MessageId, PersonId, Timestamp};

/// The number of the renderer that `html` and `excerpt` come from now; `messages_to_render` has
/// what comes from an older one.
pub const RENDERER: i64 = 2;

/// An entry of a conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Its id.
    pub id: MessageId,
    /// The conversation it is in.
    pub conversation: ConversationId,
    /// Its number there.
    pub sequence: i64,
    /// Message or line.
    pub kind: EntryKind,
    /// Who wrote it, or did what it says.
    pub author: NamedPerson,
    /// Whom a line is about, beside its author.
    pub subject: Option<NamedPerson>,
    /// Whom a line is about too, where several were added at once.
    pub also: Vec<NamedPerson>,
    /// The number of the message it answers, where the reader may see that.
    pub in_reply_to: Option<i64>,
    /// Where it came from.
    pub origin: Origin,
    /// The Markdown source of a message; empty once deleted. With a line: the title, what was [`Added`], or the id of the
    /// conversation that it tells of.
    ///
    /// [`Added`]: snug_domain::conversations::Added
    pub source: String,
    /// The cleaned HTML; empty once deleted.
    pub html: String,
    /// The first words in one line; empty once deleted.
    pub excerpt: String,
    /// The renderer that made the two.
    pub renderer: i64,
    /// The author's key that makes a retry harmless.
    pub client_id: Option<String>,
    /// When it was written.
    pub created_at: Timestamp,
    /// When it was last edited.
    pub edited_at: Option<Timestamp>,
    /// When it was deleted.
    pub deleted_at: Option<Timestamp>,
    /// Whether somebody wrote it, or did what it says, whom the reader blocked.
    pub from_blocked: bool,
}

impl Message {
    /// Whether it is news to somebody, which counts as unread: a message, or a line about
    /// themself, of somebody else whom they did not block.
    #[must_use]
    pub fn is_news_to(&self, reader: PersonId) -> bool {
        let is_about_reader = self.subject.as_ref().is_some_and(|subject| subject.id == reader);
        let is_heard = self.author.id != reader && !self.from_blocked;
        is_heard && self.deleted_at.is_none() && (self.kind == EntryKind::Message || is_about_reader)
    }
}

/// The columns of an `entry` of the view `visible_entries`.
macro_rules! entry_columns {
    () => {
        "entry.id, entry.conversation_id, entry.sequence, entry.kind, entry.origin, entry.source, entry.html,
         entry.excerpt, entry.renderer, entry.client_id, entry.created_at, entry.edited_at, entry.deleted_at,
         entry.author_id, entry.author_kind, entry.author_name, entry.author_handle, entry.subject_id,
         entry.subject_kind, entry.subject_name, entry.subject_handle, entry.in_reply_to, entry.from_blocked"
    };
}

/// The same of the table, joined with an `author` and a `subject`. `in_reply_to` and `from_blocked` are each statement's
/// own: they depend on who reads.
macro_rules! joined_entry_columns {
    () => {
        "entry.id, entry.conversation_id, entry.sequence, entry.kind, entry.origin, entry.source, entry.html,
         entry.excerpt, entry.renderer, entry.client_id, entry.created_at, entry.edited_at, entry.deleted_at,
         author.id, author.kind, author.name, author.handle, subject.id, subject.kind, subject.name, subject.handle"
    };
}
pub(crate) use joined_entry_columns;

/// Adds an entry, about somebody if it is a line. [`Error::Conflict`] if its author used the `client_id` before.
pub fn insert(
    tx: &mut Tx<'_>,
    community: CommunityId,
    message: &Message,
    subject: Option<PersonId>,
    fingerprint: Option<&[u8]>,
) -> Result<(), Error> {
    tx.run(
        "INSERT INTO messages (community_id, id, conversation_id, sequence, kind, author_id, origin, source, html,
             excerpt, renderer, client_id, fingerprint, created_at, edited_at, deleted_at, subject_id, in_reply_to)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, NULL, NULL, $15, $16)",
        &[
            &community,
            &message.id,
            &message.conversation,
            &message.sequence,
            &message.kind,
            &message.author.id,
            &message.origin,
            &message.source,
            &message.html,
            &message.excerpt,
            &message.renderer,
            &message.client_id,
            &fingerprint,
            &message.created_at,
            &subject,
            &message.in_reply_to,
        ],
    )
}

/// A message as it was first sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// The message, as it is now.
    pub message: Message,
    /// The fingerprint of what was sent.
    pub fingerprint: Option<Vec<u8>>,
}

/// The message its author sent with this key.
pub fn find_by_client_id(
    tx: &mut Tx<'_>,
    community: CommunityId,
    author: PersonId,
    client_id: &str,
) -> Result<Option<Sent>, Error> {
    tx.query_optional(
        concat!(
            "SELECT ",
            joined_entry_columns!(),
            ", entry.in_reply_to, FALSE AS from_blocked, entry.fingerprint
             FROM messages entry
             JOIN people author ON author.community_id = entry.community_id AND author.id = entry.author_id
             LEFT JOIN people subject ON subject.community_id = entry.community_id AND subject.id = entry.subject_id
             WHERE entry.community_id = $1 AND entry.author_id = $2 AND entry.client_id = $3"
        ),
        &[&community, &author, &client_id],
        |row| Ok(Sent { message: read(row)?, fingerprint: row.get("fingerprint")? }),
    )
}

/// An entry of a conversation that this person may see.
pub fn find_visible(
    tx: &mut Tx<'_>,
    community: CommunityId,
    (reader, conversation): (PersonId, ConversationId),
    id: MessageId,
) -> Result<Option<Message>, Error> {
    let found = tx.query_optional(
        concat!(
            "SELECT ",
            entry_columns!(),
            " FROM visible_entries entry
             WHERE entry.community_id = $1 AND entry.reader_id = $2 AND entry.conversation_id = $3 AND entry.id = $4"
        ),
        &[&community, &reader, &conversation, &id],
        read,
    )?;
    Ok(with_people(tx, community, found.into_iter().collect())?.pop())
}

/// The last entries before a number that this person may see, the newest first.
pub fn list_before(
    tx: &mut Tx<'_>,
    community: CommunityId,
    (reader, conversation): (PersonId, ConversationId),
    before: i64,
    limit: i64,
) -> Result<Vec<Message>, Error> {
    let found = tx.list(
        concat!(
            "SELECT ",
            entry_columns!(),
            " FROM visible_entries entry
             WHERE entry.community_id = $1 AND entry.reader_id = $2 AND entry.conversation_id = $3 AND entry.sequence < $4
             ORDER BY entry.sequence DESC LIMIT $5"
        ),
        &[&community, &reader, &conversation, &before, &limit],
        read,
    )?;
    with_people(tx, community, found)
}

/// The first entries after a number that this person may see, the oldest first.
pub fn list_after(
    tx: &mut Tx<'_>,
    community: CommunityId,
    (reader, conversation): (PersonId, ConversationId),
    after: i64,
    limit: i64,
) -> Result<Vec<Message>, Error> {
    let found = tx.list(
        concat!(
            "SELECT ",
            entry_columns!(),
            " FROM visible_entries entry
             WHERE entry.community_id = $1 AND entry.reader_id = $2 AND entry.conversation_id = $3 AND entry.sequence > $4
             ORDER BY entry.sequence LIMIT $5"
        ),
        &[&community, &reader, &conversation, &after, &limit],
        read,
    )?;
    with_people(tx, community, found)
}

/// The entry with this number, if this person may see it.
pub fn find_at(
    tx: &mut Tx<'_>,
    community: CommunityId,
    reading: (PersonId, ConversationId),
    sequence: i64,
) -> Result<Option<Message>, Error> {
    let found = list_after(tx, community, reading, sequence.saturating_sub(1), 1)?.pop();
    Ok(found.filter(|entry| entry.sequence == sequence))
}

/// How many entries that are news to this person stand after a number.
pub fn count_news_after(
    tx: &mut Tx<'_>,
    community: CommunityId,
    (reader, conversation): (PersonId, ConversationId),
    after: i64,
) -> Result<i64, Error> {
    tx.query_one(
        "SELECT count(*) FROM visible_entries
         WHERE community_id = $1 AND reader_id = $2 AND conversation_id = $3 AND sequence > $4
             AND is_news",
        &[&community, &reader, &conversation, &after],
        |row| row.get(0),
    )
}

/// Replaces the text of a message.
pub fn set_text(
    tx: &mut Tx<'_>,
    community: CommunityId,
    id: MessageId,
    source: &str,
    (html, excerpt): (&str, &str),
    edited_at: Timestamp,
) -> Result<(), Error> {
    tx.run(
        "UPDATE messages SET source = $3, html = $4, excerpt = $5, renderer = $6, edited_at = $7
         WHERE community_id = $1 AND id = $2",
        &[&community, &id, &source, &html, &excerpt, &RENDERER, &edited_at],
    )
}

/// Entries of a community that an older renderer made, by id from this one on: their ids and sources. A line has no
/// source here: nothing is made of it.
pub fn list_to_render(
    tx: &mut Tx<'_>,
    community: CommunityId,
    after: Option<MessageId>,
    limit: i64,
) -> Result<Part<(MessageId, Option<String>), MessageId>, Error> {
    let after = after.unwrap_or(MessageId(uuid::Uuid::nil()));
    // The number is written out: it is the one of the index.
    tx.part(
        "SELECT id, CASE WHEN kind = 'message' THEN source END AS source FROM messages
         WHERE community_id = $1 AND id > $2 AND renderer < 2 ORDER BY id LIMIT $3",
        &[&community, &after, &limit],
        ("id", limit),
        |row| Ok((row.get("id")?, row.get("source")?)),
    )
}

/// Replaces what a source became, unless the source is another by now.
pub fn set_rendered(
    tx: &mut Tx<'_>,
    community: CommunityId,
    id: MessageId,
    source: Option<&str>,
    (html, excerpt): (&str, &str),
) -> Result<(), Error> {
    tx.run(
        "UPDATE messages SET html = $4, excerpt = $5, renderer = $6
         WHERE community_id = $1 AND id = $2 AND (source = $3 OR $3 IS NULL)",
        &[&community, &id, &source, &html, &excerpt, &RENDERER],
    )
}

/// Deletes a message: its place stays, its text does not.
pub fn set_deleted(tx: &mut Tx<'_>, community: CommunityId, id: MessageId, at: Timestamp) -> Result<(), Error> {
    tx.run(
        "UPDATE messages SET source = '', html = '', excerpt = '', deleted_at = $3 WHERE community_id = $1 AND id = $2",
        &[&community, &id, &at],
    )
}

/// Gives a deleted message its text again.
pub fn set_restored(
    tx: &mut Tx<'_>,
    community: CommunityId,
    id: MessageId,
    source: &str,
    (html, excerpt): (&str, &str),
) -> Result<(), Error> {
    tx.run(
        "UPDATE messages SET source = $3, html = $4, excerpt = $5, renderer = $6, deleted_at = NULL
         WHERE community_id = $1 AND id = $2",
        &[&community, &id, &source, &html, &excerpt, &RENDERER],
    )
}

/// The same entries, with everybody whom they are about.
fn with_people(tx: &mut Tx<'_>, community: CommunityId, mut entries: Vec<Message>) -> Result<Vec<Message>, Error> {
    added::name(tx, community, &mut entries, |entry| Some(told(entry)))?;
    Ok(entries)
}

/// What an entry tells of those it is about.
pub(crate) fn told(entry: &mut Message) -> Told<'_> {
    Told { kind: entry.kind, detail: &entry.source, also: &mut entry.also }
}

fn read(row: &Row<'_>) -> Result<Message, Error> {
    read_from(row, 0)
}

/// Reads an entry whose columns begin here, with its author and its subject at their end.
pub(crate) fn read_from(row: &Row<'_>, first: usize) -> Result<Message, Error> {
    Ok(Message {
        id: row.get(first)?,
        conversation: row.get(first + 1)?,
        sequence: row.get(first + 2)?,
        kind: row.get(first + 3)?,
        origin: row.get(first + 4)?,
        source: row.get(first + 5)?,
        html: row.get(first + 6)?,
        excerpt: row.get(first + 7)?,
        renderer: row.get(first + 8)?,
        client_id: row.get(first + 9)?,
        created_at: row.get(first + 10)?,
        edited_at: row.get(first + 11)?,
        deleted_at: row.get(first + 12)?,
        in_reply_to: row.get("in_reply_to")?,
        from_blocked: row.get("from_blocked")?,
        author: people::read_named(row, first + 13)?,
        subject: people::read_named_if_any(row, first + 17)?,
        also: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::RENDERER;

    #[test]
    fn the_index_of_what_is_to_be_rendered_again_is_about_this_renderer() {
        let index = format!("WHERE renderer < {RENDERER};");
        for migrations in [
            include_str!("../migrations/sqlite/0001_ground.sql"),
            include_str!("../migrations/postgres/0001_ground.sql"),
        ] {
            assert!(migrations.contains(&index));
        }
        assert!(include_str!("messages.rs").contains(&format!("AND renderer < {RENDERER} ORDER BY")));
    }
}
