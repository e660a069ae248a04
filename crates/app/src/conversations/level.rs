use super::Held;
use crate::{Actor, App, Error, News};
use snug_domain::ConversationId;
use snug_domain::allowance::CHANGES;
use snug_domain::conversations::{ChangeKind, Level, Shelf};
use snug_store::{Tx, seats};

impl App {
    /// Says how much the actor wants to hear of a conversation they take part in. A muted one neither rings nor is
    /// mailed, unless they are named in it.
    pub async fn set_level(&self, actor: &Actor, conversation: ConversationId, level: Level) -> Result<(), Error> {
        self.count(actor, CHANGES)?;
        let actor = actor.clone();
        self.write(move |tx, news| set_level(tx, news, &actor, conversation, level)).await
    }

    /// Gives a conversation in the actor's lists a star, or takes it away.
    pub async fn set_starred(&self, actor: &Actor, conversation: ConversationId, starred: bool) -> Result<(), Error> {
        self.count(actor, CHANGES)?;
        let actor = actor.clone();
        self.write(move |tx, news| {
            let held = Held::hold(tx, &actor, conversation)?;
            if !matches!(held.seat.shelf, Shelf::List | Shelf::Archive | Shelf::Past) {
                return Err(held.not_taking_part(actor.now).into());
            }
            if held.seat.starred == starred {
                return Ok(());
            }
            held.record(tx, news, &actor, ChangeKind::Listed, None, None)?;
            Ok(seats::set_starred(tx, actor.community_id(), (actor.person, conversation), starred)?)
        })
        .await
    }
}

/// The same in a transaction, also for the link of a mail.
pub(super) fn set_level(
    tx: &mut Tx<'_>,
    news: &mut News,
    actor: &Actor,
    conversation: ConversationId,
    level: Level,
) -> Result<(), Error> {
    let held = Held::hold(tx, actor, conversation)?;
    held.takes_part(actor.now)?;
    if held.seat.level == level {
        return Ok(());
    }
    held.record(tx, news, actor, ChangeKind::Listed, None, None)?;
    Ok(seats::set_level(tx, actor.community_id(), (actor.person, conversation), level)?)
}
