use super::{Held, Stood};
use crate::{Actor, App, Error};
use snug_domain::ConversationId;
use snug_domain::allowance::CHANGES;
use snug_domain::conversations::{ChangeKind, Shelf};
use snug_store::seats;

impl App {
    /// Puts a conversation into the actor's archive, where nothing is unread, or takes it out. A new message takes it out
    /// by itself. Returns where it stood before, for [`App::put_back`].
    pub async fn set_archived(
        &self,
        actor: &Actor,
        conversation: ConversationId,
        archived: bool,
    ) -> Result<Stood, Error> {
        self.count(actor, CHANGES)?;
        let actor = actor.clone();
        self.write(move |tx, news| {
            let held = Held::hold(tx, &actor, conversation)?;
            // Nothing in the archive is counted as unread. The others are not told that it was read.
            let (shelf, unread) = match (held.seat.shelf, archived) {
                (Shelf::List, true) => (Shelf::Archive, 0),
                (Shelf::Archive, false) => (Shelf::List, held.seat.unread_count),
                // Pressed twice: undoing it still takes it out, or puts it back.
                (Shelf::Archive, true) => return Ok(Stood::Read),
                (Shelf::List, false) => return Ok(Stood::Archived),
                _ => return Err(held.not_taking_part(actor.now).into()),
            };
            held.record(tx, news, &actor, ChangeKind::Listed, None, None)?;
            seats::set_shelf(tx, actor.community_id(), (actor.person, conversation), shelf, unread)?;
            Ok(Stood::of(&held))
        })
        .await
    }
}
