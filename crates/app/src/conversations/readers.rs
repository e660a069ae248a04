use super::Held;
use crate::{Actor, App, Error};
use snug_domain::conversations::EntryKind;
use snug_domain::people::NamedPerson;
use snug_domain::{ConversationId, MessageId};
use snug_store::{messages, participants};

/// Who has read a message, of those who take part and may see it, its author aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Readers {
    /// Those who have.
    pub read: Vec<NamedPerson>,
    /// Those who have not.
    pub unread: Vec<NamedPerson>,
}

impl App {
    /// Who has read a message: for those who take part. Nothing is told of who is only asked.
    pub async fn list_readers(
        &self,
        actor: &Actor,
        conversation: ConversationId,
        message: MessageId,
    ) -> Result<Readers, Error> {
        actor.conversations_are_on()?;
        let actor = actor.clone();
        self.read(move |tx| {
            let held = Held::find(tx, &actor, conversation)?;
            let found = messages::find_visible(tx, actor.community_id(), (actor.person, conversation), message)?;
            let found = found.filter(|message| message.kind == EntryKind::Message).ok_or(Error::NotFound)?;
            held.takes_part(actor.now)?;
            if held.conversation.is_closed {
                return Ok(Readers { read: Vec::new(), unread: Vec::new() });
            }
            let seated = participants::list_readers(tx, actor.community_id(), conversation, found.sequence)?;
            let others = seated.into_iter().filter(|(person, _)| person.id != found.author.id);
            let (read, unread): (Vec<_>, Vec<_>) = others.partition(|(_, up_to)| *up_to >= found.sequence);
            let named = |people: Vec<(NamedPerson, i64)>| people.into_iter().map(|(person, _)| person).collect();
            Ok(Readers { read: named(read), unread: named(unread) })
        })
        .await
    }
}
