use super::edit_message::hold_own_message;
use crate::{Actor, App, Error};
use snug_domain::allowance::CHANGES;
use snug_domain::conversations::ChangeKind;
use snug_domain::{ConversationId, MessageId, Refusal};
use snug_store::changes::To;
use snug_store::messages::{self, Message};
use snug_store::{deleted_texts, unread};

impl App {
    /// Deletes a message of the actor's: its place stays, its text is seen by nobody, and no mail
    /// tells of it any more. The author can undo it for a minute; then the text is wiped. Whoever has left the
    /// conversation can do it too: the words are theirs.
    pub async fn delete_message(
        &self,
        actor: &Actor,
        conversation: ConversationId,
        message: MessageId,
    ) -> Result<Message, Error> {
        self.count(actor, CHANGES)?;
        let actor = actor.clone();
        self.write(move |tx, news| {
            let (held, found) = hold_own_message(tx, &actor, conversation, message)?;
            held.may_delete()?;
            // The message of an invitation goes only with the invitation.
            if held.is_asked_with(found.sequence, actor.now) {
                let refusal = held.takes_part(actor.now).map_or(Refusal::StillAsked, |()| Refusal::WithdrawInstead);
                return Err(refusal.into());
            }
            let (community, kind) = (actor.community_id(), ChangeKind::Deleted);
            held.record(tx, news, &actor, kind, Some((To::WhoSee { sequence: found.sequence }, kind)), Some(message))?;
            deleted_texts::insert(tx, community, message, &found.source, actor.now)?;
            messages::set_deleted(tx, community, message, actor.now)?;
            unread::count_deleted(tx, community, conversation, actor.person, found.sequence)?;
            let (source, html, excerpt) = Default::default();
            Ok(Message { source, html, excerpt, deleted_at: Some(actor.now), ..found })
        })
        .await
    }
}
