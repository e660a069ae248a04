use super::Held;
use crate::markdown::{self, Rendered};
use crate::{Actor, App, Error};
use snug_domain::allowance::CHANGES;
use snug_domain::conversations::{ChangeKind, EntryKind, may_restore};
use snug_domain::{ConversationId, MessageId, Refusal};
use snug_store::changes::To;
use snug_store::messages::{self, Message};
use snug_store::{Tx, deleted_texts, unread};

impl App {
    /// Undoes the deletion of a message of the actor's, within a minute.
    pub async fn restore_message(
        &self,
        actor: &Actor,
        conversation: ConversationId,
        message: MessageId,
    ) -> Result<Message, Error> {
        self.count(actor, CHANGES)?;
        actor.conversations_are_on()?;
        let reader = actor.clone();
        // Rendering takes time, so the text is read beforehand; while it is deleted nothing changes it.
        let source = self
            .read(move |tx| {
                let found = find_own(tx, &reader, conversation, message)?;
                find_text(tx, &reader, &found)
            })
            .await?;
        let rendered = self.render_taken(source).await?;
        let actor = actor.clone();
        self.write(move |tx, news| {
            let held = Held::hold(tx, &actor, conversation)?;
            let found = find_own(tx, &actor, conversation, message)?;
            let source = find_text(tx, &actor, &found)?;
            if found.deleted_at.is_none() {
                return Ok(found);
            }
            held.may_delete()?;
            // To whoever has it open it is the same message with another text.
            let (community, kind) = (actor.community_id(), ChangeKind::Edited);
            held.record(tx, news, &actor, kind, Some((To::WhoSee { sequence: found.sequence }, kind)), Some(message))?;
            messages::set_restored(tx, community, message, &source, (&rendered.html, &rendered.excerpt))?;
            deleted_texts::delete(tx, community, message)?;
            let entry = (found.sequence, found.created_at);
            unread::count_restored(tx, community, conversation, actor.person, entry)?;
            let Rendered { html, excerpt, .. } = rendered.clone();
            Ok(Message { source, html, excerpt, renderer: markdown::RENDERER, deleted_at: None, ..found })
        })
        .await
    }
}

/// A message of the actor's, deleted or not.
fn find_own(
    tx: &mut Tx<'_>,
    actor: &Actor,
    conversation: ConversationId,
    message: MessageId,
) -> Result<Message, Error> {
    let found = messages::find_visible(tx, actor.community_id(), (actor.person, conversation), message)?;
    let found = found.ok_or(Error::NotFound)?;
    if found.author.id != actor.person || found.kind != EntryKind::Message {
        return Err(Refusal::NotTheAuthor.into());
    }
    Ok(found)
}

/// Its text, if that is still there. Restoring twice is restoring once.
fn find_text(tx: &mut Tx<'_>, actor: &Actor, message: &Message) -> Result<String, Error> {
    if message.deleted_at.is_none() {
        return Ok(message.source.clone());
    }
    let kept = deleted_texts::find(tx, actor.community_id(), message.id)?;
    let (source, deleted_at) = kept.ok_or(Refusal::TooLate)?;
    may_restore(deleted_at, actor.now)?;
    Ok(source)
}
