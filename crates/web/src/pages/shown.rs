//! What the app knows, as the pages show it.

use crate::views::{self, ConversationRow, Membership, Moment, Person};
use snug_app::conversations::{Stand, version};
use snug_app::{Listed, Message};
use snug_domain::conversations::{EntryKind, ParticipantState, is_lapsed};
use snug_domain::people;
use snug_domain::{PersonId, Timestamp};
use snug_texts::Texts;

/// A person.
pub(crate) fn person(person: &people::Person) -> Person {
    Person::new(person.name.as_str(), person.handle.as_str())
}

/// The other one in a conversation of the list.
pub(crate) fn other(listed: &Listed) -> Person {
    Person::new(listed.other_name.as_str(), listed.other_handle.as_str())
}

/// A conversation in the list of the reader.
pub(crate) fn row(texts: Texts, reader: PersonId, listed: &Listed, now: Timestamp) -> ConversationRow {
    let person = other(listed);
    ConversationRow {
        id: listed.conversation.to_string(),
        words: last_words(texts, listed, &person),
        person,
        on_site: people::is_on_the_site(listed.other_seen_at, now),
        own: listed.last.author == reader && listed.last.kind == EntryKind::Message,
        moment: Moment::from(listed.active_at),
        order: listed.active_at.0,
        unread: u32::try_from(listed.unread_count).unwrap_or(0),
        membership: membership(listed, now),
        archived: listed.archived,
    }
}

/// The last words of a conversation, or what stands for them.
pub(crate) fn last_words(texts: Texts, listed: &Listed, other: &Person) -> String {
    match listed.last.kind {
        _ if listed.last.is_deleted => texts.get("page-message-deleted").into_owned(),
        EntryKind::Message => listed.last.excerpt.clone(),
        EntryKind::Joined if listed.last.author == listed.other => {
            texts.fill("page-line-joined").with("name", other.first_name()).to_string()
        }
        EntryKind::Joined => texts.get("page-line-you-joined").into_owned(),
    }
}

fn membership(listed: &Listed, now: Timestamp) -> Membership {
    match (listed.state, listed.other_state) {
        (ParticipantState::Joined, ParticipantState::Joined) => Membership::Talking,
        // Nothing happens in it before it is accepted: it is as old as the invitation.
        (ParticipantState::Joined, _) if is_lapsed(listed.active_at, now) => Membership::Closed,
        (ParticipantState::Joined, _) => Membership::Waiting,
        (ParticipantState::Invited, _) => Membership::Invited,
        (ParticipantState::Declined, ParticipantState::Joined) => Membership::Declined,
        _ => Membership::Closed,
    }
}

/// A message, as one of the two reads it.
pub(crate) fn message(
    reader: &people::Person,
    partner: &Person,
    stand: Stand,
    read_by_partner: i64,
    message: &Message,
) -> views::Message {
    let own = message.author == reader.id;
    let deleted = message.deleted_at.is_some();
    let waiting = matches!(stand, Stand::Waiting { .. });
    let may_edit = own && !deleted && message.kind == EntryKind::Message && (waiting || stand == Stand::Talking);
    views::Message {
        id: message.id.to_string(),
        whose: reader.id.to_string(),
        conversation: message.conversation.to_string(),
        sequence: message.sequence,
        joined: message.kind == EntryKind::Joined,
        author: if own { person(reader) } else { partner.clone() },
        own,
        html: message.html.clone(),
        source: may_edit.then(|| message.source.clone()),
        version: version(message),
        sent: Moment::from(message.created_at),
        edited: message.edited_at.is_some() && !deleted,
        deleted,
        waiting,
        client_id: message.client_id.clone().filter(|_| own),
        seen: own && message.sequence == read_by_partner,
    }
}
