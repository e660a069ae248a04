use super::{Seat, record_for};
use crate::{Actor, App, Error};
use snug_domain::ConversationId;
use snug_domain::allowance::CHANGES;
use snug_domain::conversations::{ChangeKind, InvitationState, ParticipantState, may_change};
use snug_store::{invitations, participants};

impl App {
    /// Takes an invitation back. Whoever declined it already hears nothing of it; withdrawing
    /// twice is withdrawing once.
    pub async fn withdraw(&self, actor: &Actor, conversation: ConversationId) -> Result<(), Error> {
        self.count(actor, CHANGES)?;
        let actor = actor.clone();
        self.write(move |tx, news| {
            let seat = Seat::hold(tx, &actor, conversation)?;
            let invitation = seat.sent_invitation()?;
            if invitation.state == InvitationState::Withdrawn {
                return Ok(());
            }
            may_change(invitation.state, invitation.sent_at, actor.now)?;
            let community = actor.community_id();
            tx.lock_people(community, [seat.own.person, seat.other.person])?;
            invitations::set_state(tx, community, invitation.id, InvitationState::Withdrawn, Some(actor.now))?;
            participants::set_state(tx, community, seat.own.id, ParticipantState::Left)?;
            let mut other = None;
            if seat.other.state == ParticipantState::Invited {
                participants::set_state(tx, community, seat.other.id, ParticipantState::Removed)?;
                other = Some((seat.other.person, ChangeKind::Withdrawn));
            }
            record_for(tx, news, &actor, conversation, (actor.person, ChangeKind::Listed), other, None)
        })
        .await
    }
}
