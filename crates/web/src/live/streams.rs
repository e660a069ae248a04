//! What happened, as `<turbo-stream>` elements.

use crate::pages::{Reading, head_of_listed, row};
use crate::views::streams::{
    HeadStream, InvitationsStream, MessageStream, QuoteStream, ReopenStream, RowRemovedStream, RowStream, SeenStream,
};
use askama::Template;
use snug_app::conversations::Stand;
use snug_app::live::{Event, Happened};
use snug_domain::conversations::{ChangeKind, EntryKind, Shelf};
use snug_domain::people::Person;
use snug_texts::{Texts, Times};

/// Who reads the stream, and in which language.
pub(super) struct Reader {
    pub person: Person,
    pub times: Times,
}

impl Reader {
    pub(super) fn texts(&self) -> Texts {
        self.times.texts()
    }
}

/// What an event changes on open pages.
pub(super) fn html(reader: &Reader, event: &Event, invitations: i64) -> Result<String, askama::Error> {
    let mut html = String::new();
    let conversation = event.conversation.to_string();
    let Some(happened) = &event.happened else {
        return RowRemovedStream { conversation }.render();
    };
    html.push_str(&listed(reader, happened)?);
    if is_about_invitation(event.kind, happened) {
        html.push_str(&InvitationsStream { count: u32::try_from(invitations).unwrap_or(0) }.render()?);
    }
    match event.kind {
        ChangeKind::Message | ChangeKind::Edited | ChangeKind::Deleted => {
            if let (Stand::Talking, Some(entry)) = (happened.listed.stand, &happened.message) {
                let reading = Reading::of_listed(&reader.times, reader.person.id, &happened.listed);
                let message = reading.message(entry, happened.quoted.as_ref());
                html.push_str(&MessageStream { t: reader.texts(), message }.render()?);
                if event.kind != ChangeKind::Message {
                    let words = reading.quoted_words(entry.deleted_at.is_some(), entry.from_blocked, &entry.excerpt);
                    html.push_str(&QuoteStream { message: entry.id.to_string(), words }.render()?);
                }
                // What a line tells of can change who is in it, and what it is called.
                if entry.kind != EntryKind::Message {
                    let head = head_of_listed(reader.texts(), &happened.listed);
                    html.push_str(&HeadStream { t: reader.texts(), head }.render()?);
                }
            } else {
                html.push_str(&ReopenStream { conversation, change: event.number }.render()?);
            }
        }
        ChangeKind::ReadByOther => {
            let sequence = happened.listed.read_by_others;
            html.push_str(&SeenStream { t: reader.texts(), conversation, sequence }.render()?);
        }
        ChangeKind::Invited | ChangeKind::Accepted | ChangeKind::Withdrawn | ChangeKind::Closed => {
            html.push_str(&ReopenStream { conversation, change: event.number }.render()?);
        }
        // Withdrawn, declined, or taken back, in another tab: a conversation that goes on shows nothing of its place.
        ChangeKind::Listed if happened.listed.stand != Stand::Talking => {
            html.push_str(&ReopenStream { conversation, change: event.number }.render()?);
        }
        ChangeKind::Read | ChangeKind::Listed => {}
    }
    Ok(html)
}

/// Whether somebody is told of something that they have not seen: the bell rings.
pub(super) fn rings(reader: &Reader, event: &Event) -> bool {
    let Some(happened) = &event.happened else { return false };
    let is_news = happened.message.as_ref().is_some_and(|message| message.is_news_to(reader.person.id));
    match event.kind {
        ChangeKind::Message | ChangeKind::Accepted => is_news && happened.listed.rings,
        // An edit of the message one is invited with is no second ring.
        ChangeKind::Invited => happened.message.as_ref().is_some_and(|message| message.edited_at.is_none()),
        _ => false,
    }
}

fn listed(reader: &Reader, happened: &Happened) -> Result<String, askama::Error> {
    let listed = &happened.listed;
    if listed.shelf != Shelf::Nowhere && listed.stand != Stand::Gone {
        let row = row(&reader.times, reader.person.id, listed);
        RowStream { t: reader.texts(), row, at_once: false }.render()
    } else {
        RowRemovedStream { conversation: listed.conversation.to_string() }.render()
    }
}

fn is_about_invitation(kind: ChangeKind, happened: &Happened) -> bool {
    matches!(kind, ChangeKind::Invited | ChangeKind::Accepted | ChangeKind::Withdrawn | ChangeKind::Listed)
        || happened.listed.shelf == Shelf::Invitations
}
