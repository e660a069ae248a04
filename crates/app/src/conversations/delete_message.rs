use super::edit_message::hold_own_message;
use super::record_for;
use crate::{Actor, App, Error};
use snug_domain::allowance::CHANGES;
use snug_domain::conversations::ChangeKind;
use snug_domain::{ConversationId, MessageId, Refusal};
use snug_store::messages::{self, Message};
use snug_store::{deleted_texts, participants};

impl App {
    /// Deletes a message of the actor's: its place stays, its text is seen by nobody, and no mail
    /// tells of it any more. The author can undo it for a minute; then the text is wiped.
    pub async fn delete_message(
        &self,
        actor: &Actor,
        conversation: ConversationId,
        message: MessageId,
    ) -> Result<Message, Error> {
        self.count(actor, CHANGES)?;
        let actor = actor.clone();
        self.write(move |tx, news| {
            let (seat, found) = hold_own_message(tx, &actor, conversation, message)?;
            // The message of an invitation goes only with the invitation.
            seat.may_write().map_err(|_| Refusal::WithdrawInstead)?;
            let (community, other) = (actor.community_id(), &seat.other);
            tx.lock_people(community, [actor.person, other.person])?;
            deleted_texts::insert(tx, community, message, &found.source, actor.now)?;
            messages::set_deleted(tx, community, message, actor.now)?;
            if found.sequence > other.read_sequence {
                let read = other.read_sequence;
                let unread = messages::count_of_others_after(tx, community, conversation, other.person, read)?;
                participants::set_read(tx, community, other.id, read, unread)?;
            }
            let (own, other) = ((actor.person, ChangeKind::Deleted), (other.person, ChangeKind::Deleted));
            record_for(tx, news, &actor, conversation, own, Some(other), Some(message))?;
            let (source, html, excerpt) = Default::default();
            Ok(Message { source, html, excerpt, deleted_at: Some(actor.now), ..found })
        })
        .await
    }
}
