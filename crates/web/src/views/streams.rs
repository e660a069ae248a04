//! What changes on open pages: `<turbo-stream>` elements, sent live and as answers to the
//! composer. Each may come twice and leaves the page as if it came once.

use super::{ConversationRow, Head, Membership, Message, Notice};
use askama::Template;
use snug_texts::Texts;

/// A message at its place in its conversation: new, edited or deleted.
#[derive(Template)]
#[template(path = "streams/message.html")]
pub struct MessageStream {
    /// The texts.
    pub t: Texts,
    /// The message.
    pub message: Message,
}

/// The greyed message of the composer could not be sent, and why.
#[derive(Template)]
#[template(path = "streams/refused.html")]
pub struct RefusedStream {
    /// The key of the message.
    pub client_id: String,
    /// The reason, as a sentence.
    pub reason: String,
}

/// A row at its place in whatever list shows it; out of those it no longer belongs in.
#[derive(Template)]
#[template(path = "streams/row.html")]
pub struct RowStream {
    /// The texts.
    pub t: Texts,
    /// The row.
    pub row: ConversationRow,
    /// Whether one's own doing put it there: then it goes there at once, also under the pointer.
    pub at_once: bool,
}

/// Who a conversation is with, at its top.
#[derive(Template)]
#[template(path = "streams/head.html")]
pub struct HeadStream {
    /// The texts.
    pub t: Texts,
    /// Who.
    pub head: Head,
}

/// A conversation that is gone from every list.
#[derive(Template)]
#[template(path = "streams/row_removed.html")]
pub struct RowRemovedStream {
    /// The conversation.
    pub conversation: String,
}

/// How many invitations wait, on the tab.
#[derive(Template)]
#[template(path = "streams/invitations.html")]
pub struct InvitationsStream {
    /// How many.
    pub count: u32,
}

/// The first words of a message that changed, in the answers that quote it.
#[derive(Template)]
#[template(path = "streams/quote.html")]
pub struct QuoteStream {
    /// The message.
    pub message: String,
    /// Its first words, or what stands for them.
    pub words: String,
}

/// The other one has read up to here.
#[derive(Template)]
#[template(path = "streams/seen.html")]
pub struct SeenStream {
    /// The texts.
    pub t: Texts,
    /// The conversation.
    pub conversation: String,
    /// The last message read.
    pub sequence: i64,
}

/// What was just done, at the foot of the page; or nothing more, once it is undone.
#[derive(Template)]
#[template(path = "streams/notice.html")]
pub struct NoticeStream {
    /// The texts.
    pub t: Texts,
    /// What to say.
    pub notice: Option<Notice>,
}

/// The conversation stands otherwise now (accepted, withdrawn): whoever has it open loads it anew.
#[derive(Template)]
#[template(path = "streams/reopen.html")]
pub struct ReopenStream {
    /// The conversation.
    pub conversation: String,
    /// The number of the change: a page made since knows of it.
    pub change: i64,
}
