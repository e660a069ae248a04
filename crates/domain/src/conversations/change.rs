use crate::Span;

/// How long it is kept that something changed. A page that slept longer loads itself anew.
pub const CHANGES_KEPT: Span = Span::days(3);

/// What changed for a person in a conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ChangeKind {
    /// A message came, or was sent from another page.
    Message,
    /// A message was edited, or restored after it was deleted.
    Edited,
    /// A message was deleted.
    Deleted,
    /// The person read on, here or elsewhere.
    Read,
    /// Somebody read what the person wrote.
    ReadByOther,
    /// The person was invited, or the message they were invited with was edited.
    Invited,
    /// The invitation was accepted: both can write.
    Accepted,
    /// The invitation is not open any more.
    Withdrawn,
    /// The conversation stands elsewhere in the person's list: archived, declined, marked unread.
    Listed,
    /// Two who talked do not any more, or do again: one of them blocked the other, or does no more.
    Closed,
}
