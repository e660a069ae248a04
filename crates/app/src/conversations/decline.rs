use super::{Seat, record_for};
use crate::{Actor, App, Error};
use snug_domain::ConversationId;
use snug_domain::allowance::CHANGES;
use snug_domain::conversations::{ChangeKind, InvitationState, ParticipantState, may_decline};
use snug_store::{invitations, participants};

impl App {
    /// Declines an invitation, silently: nothing changes for the starter, and nothing they can
    /// read tells them. Declining twice is declining once.
    pub async fn decline(&self, actor: &Actor, conversation: ConversationId) -> Result<(), Error> {
        self.count(actor, CHANGES)?;
        let actor = actor.clone();
        self.write(move |tx, news| {
            let seat = Seat::hold(tx, &actor, conversation)?;
            let invitation = seat.received_invitation()?;
            if invitation.state == InvitationState::Declined {
                return Ok(());
            }
            may_decline(invitation.state, invitation.sent_at, actor.now)?;
            let community = actor.community_id();
            tx.lock_people(community, [seat.own.person, seat.other.person])?;
            invitations::set_state(tx, community, invitation.id, InvitationState::Declined, Some(actor.now))?;
            participants::set_state(tx, community, seat.own.id, ParticipantState::Declined)?;
            record_for(tx, news, &actor, conversation, (actor.person, ChangeKind::Listed), None, None)
        })
        .await
    }
}
