use super::Held;
use super::ask::check_not_blocked;
use crate::{Actor, App, Error};
use snug_domain::ConversationId;
use snug_domain::allowance::CHANGES;
use snug_domain::conversations::{ChangeKind, InvitationState, Shelf, may_undo_declining};
use snug_store::seats;

impl App {
    /// Takes declining back, as silently as one declined: the invitation waits for an answer again.
    pub async fn undo_decline(&self, actor: &Actor, conversation: ConversationId) -> Result<(), Error> {
        self.count(actor, CHANGES)?;
        self.undo_decline_one(actor, conversation).await
    }

    /// The same for one of several that are counted as one change.
    pub(super) async fn undo_decline_one(&self, actor: &Actor, conversation: ConversationId) -> Result<(), Error> {
        let actor = actor.clone();
        self.write(move |tx, news| {
            let held = Held::hold(tx, &actor, conversation)?;
            let (state, asked) = held.received()?;
            if state == InvitationState::Pending {
                return Ok(());
            }
            may_undo_declining(state, asked.at, actor.now)?;
            check_not_blocked(tx, &actor, asked.by)?;
            // Without the message: nothing came, so the bell does not ring.
            held.record(tx, news, &actor, ChangeKind::Invited, None, None)?;
            held.decide(tx, &actor, InvitationState::Pending, None)?;
            // As unread as it came.
            Ok(seats::set_shelf(tx, actor.community_id(), (actor.person, conversation), Shelf::Invitations, 1)?)
        })
        .await
    }
}
