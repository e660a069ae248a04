use super::Held;
use crate::{Actor, App, Error, News};
use snug_domain::ConversationId;
use snug_domain::allowance::CHANGES;
use snug_domain::conversations::{ChangeKind, InvitationState, Shelf, may_decline};
use snug_store::{Tx, seats};

impl App {
    /// Declines an invitation, silently: nothing changes for the starter, and nothing they can
    /// read tells them. Declining twice is declining once.
    pub async fn decline(&self, actor: &Actor, conversation: ConversationId) -> Result<(), Error> {
        self.count(actor, CHANGES)?;
        self.decline_one(actor, conversation).await
    }

    /// The same for one of several that are counted as one change.
    pub(super) async fn decline_one(&self, actor: &Actor, conversation: ConversationId) -> Result<(), Error> {
        let actor = actor.clone();
        self.write(move |tx, news| {
            let held = Held::hold(tx, &actor, conversation)?;
            if held.received()?.0 == InvitationState::Declined {
                return Ok(());
            }
            decline(tx, news, &actor, &held)
        })
        .await
    }
}

/// Declines the invitation that the actor received.
pub(crate) fn decline(tx: &mut Tx<'_>, news: &mut News, actor: &Actor, held: &Held) -> Result<(), Error> {
    let (state, asked) = held.received()?;
    may_decline(state, asked.at, actor.now)?;
    held.record(tx, news, actor, ChangeKind::Listed, None, None)?;
    held.decide(tx, actor, InvitationState::Declined, Some(actor.now))?;
    // What they were in before stays where they find it.
    let shelf = if held.own.joined_at.is_some() { Shelf::Past } else { Shelf::Declined };
    Ok(seats::set_shelf(tx, actor.community_id(), (actor.person, held.id()), shelf, 0)?)
}
