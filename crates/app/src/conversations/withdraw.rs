use super::Held;
use crate::{Actor, App, Error, News};
use snug_domain::ConversationId;
use snug_domain::allowance::CHANGES;
use snug_domain::conversations::{ChangeKind, InvitationState, may_change};
use snug_store::changes::To;
use snug_store::{Tx, invitations, participants, seats};

impl App {
    /// Takes an invitation back. Whoever declined it already hears nothing of it; withdrawing
    /// twice is withdrawing once.
    pub async fn withdraw(&self, actor: &Actor, conversation: ConversationId) -> Result<(), Error> {
        self.count(actor, CHANGES)?;
        let actor = actor.clone();
        self.write(move |tx, news| {
            let held = Held::hold(tx, &actor, conversation)?;
            withdraw(tx, news, &actor, &held)
        })
        .await
    }
}

/// Takes back what the actor began and nobody has accepted.
pub(crate) fn withdraw(tx: &mut Tx<'_>, news: &mut News, actor: &Actor, held: &Held) -> Result<(), Error> {
    let (state, sent_at) = held.sent()?;
    if state == InvitationState::Withdrawn {
        return Ok(());
    }
    may_change(state, sent_at, actor.now)?;
    let (community, conversation) = (actor.community_id(), held.id());
    tx.lock_seated(community, conversation)?;
    // Whoever declined is not told; they only cannot accept after all any more.
    let others = Some((To::Invited, ChangeKind::Withdrawn));
    held.record(tx, news, actor, ChangeKind::Listed, others, None)?;
    invitations::set_withdrawn(tx, community, conversation, actor.now)?;
    participants::set_withdrawn(tx, community, conversation, held.own.id)?;
    Ok(seats::set_nowhere(tx, community, conversation)?)
}
