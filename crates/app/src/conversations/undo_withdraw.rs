use super::{Seat, record_for};
use crate::deliveries::mail_invitation_again;
use crate::{Actor, App, Error};
use snug_domain::allowance::CHANGES;
use snug_domain::conversations::{ChangeKind, InvitationState, ParticipantState, may_undo_withdrawal};
use snug_domain::{ConversationId, Refusal};
use snug_store::{invitations, participants};

impl App {
    /// Undoes a withdrawal shortly after it: everything is as it was before, for both.
    ///
    /// An invitation that was declined before it was withdrawn is declined again; what the starter sees does not
    /// depend on it.
    pub async fn undo_withdraw(&self, actor: &Actor, conversation: ConversationId) -> Result<(), Error> {
        self.count(actor, CHANGES)?;
        let actor = actor.clone();
        self.write(move |tx, news| {
            let seat = Seat::hold(tx, &actor, conversation)?;
            let invitation = seat.sent_invitation()?;
            if seat.own.state == ParticipantState::Joined {
                return Ok(());
            }
            let withdrawn_at = invitation.decided_at.ok_or(Refusal::TooLate)?;
            let (community, now, other) = (actor.community_id(), actor.now, &seat.other);
            tx.lock_people(community, [actor.person, other.person])?;
            let pair = invitations::find_history(tx, community, actor.person, other.person, now)?;
            let sent = invitations::find_sent(tx, community, actor.person, now)?;
            may_undo_withdrawal((invitation.sent_at, withdrawn_at), &pair, &sent, now)?;

            participants::set_state(tx, community, seat.own.id, ParticipantState::Joined)?;
            let mut told = None;
            if other.state == ParticipantState::Declined {
                invitations::set_state(tx, community, invitation.id, InvitationState::Declined, Some(now))?;
            } else {
                invitations::set_state(tx, community, invitation.id, InvitationState::Pending, None)?;
                participants::set_invited_again(tx, community, other.id)?;
                mail_invitation_again(tx, &actor, other.person, invitation.id)?;
                told = Some((other.person, ChangeKind::Invited));
            }
            record_for(tx, news, &actor, conversation, (actor.person, ChangeKind::Listed), told, None)
        })
        .await
    }
}
