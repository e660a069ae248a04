use super::{Seat, record_for};
use crate::{Actor, App, Error};
use snug_domain::ConversationId;
use snug_domain::allowance::CHANGES;
use snug_domain::conversations::{ChangeKind, InvitationState, may_undo_declining};
use snug_store::{invitations, participants};

impl App {
    /// Takes declining back, as silently as one declined: the invitation waits for an answer again.
    pub async fn undo_decline(&self, actor: &Actor, conversation: ConversationId) -> Result<(), Error> {
        self.count(actor, CHANGES)?;
        let actor = actor.clone();
        self.write(move |tx, news| {
            let seat = Seat::hold(tx, &actor, conversation)?;
            let invitation = seat.received_invitation()?;
            if invitation.state == InvitationState::Pending {
                return Ok(());
            }
            may_undo_declining(invitation.state, invitation.sent_at, actor.now)?;
            let community = actor.community_id();
            tx.lock_people(community, [seat.own.person, seat.other.person])?;
            invitations::set_state(tx, community, invitation.id, InvitationState::Pending, None)?;
            participants::set_invited_again(tx, community, seat.own.id)?;
            // Without the message: nothing came, so the bell does not ring.
            record_for(tx, news, &actor, conversation, (actor.person, ChangeKind::Invited), None, None)
        })
        .await
    }
}
