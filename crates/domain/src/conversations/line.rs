use super::EntryKind;
use crate::PersonId;
use crate::people::NamedPerson;

/// What happened in a conversation, with everything it takes to say it in somebody's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it was.
    pub kind: EntryKind,
    /// Who did it.
    pub author: NamedPerson,
    /// Whom it is about, beside them.
    pub subject: Option<NamedPerson>,
    /// Whom it is about too, where several were added at once: in the order in which they were named.
    pub also: Vec<NamedPerson>,
    /// The title, the history or the conversation that it tells of.
    pub detail: String,
    /// Whether it is one of two who talk.
    pub is_direct: bool,
}

impl Line {
    /// Whether somebody accepted an invitation of the reader's.
    #[must_use]
    pub fn is_acceptance_for(&self, reader: PersonId) -> bool {
        self.kind == EntryKind::Joined && self.subject.as_ref().is_some_and(|subject| subject.id == reader)
    }
}
