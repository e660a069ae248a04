use super::Held;
use super::ask::check_not_blocked;
use crate::deliveries::mail_invitation_again;
use crate::{Actor, App, Error};
use snug_domain::allowance::CHANGES;
use snug_domain::conversations::{
    ChangeKind, InvitationState, ParticipantState, Party, may_have_undecided, may_undo_withdrawal,
};
use snug_domain::{ConversationId, Refusal};
use snug_store::changes::To;
use snug_store::{invitations, participants, seats};

impl App {
    /// Undoes a withdrawal shortly after it: everything is as it was before, for both.
    ///
    /// An invitation that was declined before it was withdrawn is declined again; what the starter sees does not
    /// depend on it.
    pub async fn undo_withdraw(&self, actor: &Actor, conversation: ConversationId) -> Result<(), Error> {
        self.count(actor, CHANGES)?;
        let actor = actor.clone();
        self.write(move |tx, news| {
            let held = Held::hold(tx, &actor, conversation)?;
            let (state, _) = held.sent()?;
            if held.own.state == ParticipantState::Joined {
                return Ok(());
            }
            if state != InvitationState::Withdrawn {
                return Err(Refusal::NoLongerOpen.into());
            }
            let (community, now) = (actor.community_id(), actor.now);
            tx.lock_seated(community, conversation)?;
            let sent = invitations::find_sent(tx, community, actor.person, now)?;
            // Whose own invitation was taken back before is not asked any more.
            let asked: Vec<_> = held.others.iter().filter(|other| other.asked.is_some()).collect();
            may_have_undecided(asked.len(), &sent)?;
            let mut mailed = Vec::new();
            for other in asked {
                let Party::Person(person) = other.party else { continue };
                let invitation = invitations::find_last_of(tx, community, other.id)?.ok_or(Refusal::TooLate)?;
                let withdrawn_at = invitation.decided_at.ok_or(Refusal::TooLate)?;
                may_undo_withdrawal(invitation.sent_at, withdrawn_at, now)?;
                if held.is_direct() {
                    // The other one began meanwhile.
                    let pair = invitations::find_history(tx, community, actor.person, person, now)?;
                    if pair.conversation.is_some() || pair.received.is_some() {
                        return Err(Refusal::TooLate.into());
                    }
                    check_not_blocked(tx, &actor, person)?;
                }
                // Who declined before it was withdrawn has declined again, and gets no mail.
                mailed.extend((other.state != ParticipantState::Declined).then_some((person, invitation.id)));
            }
            participants::set_not_withdrawn(tx, community, conversation, held.own.id)?;
            invitations::set_not_withdrawn(tx, community, conversation, now)?;
            seats::set_back(tx, community, conversation)?;
            for (person, invitation) in mailed {
                mail_invitation_again(tx, &actor, person, invitation)?;
            }
            let others = Some((To::Invited, ChangeKind::Invited));
            held.record(tx, news, &actor, ChangeKind::Listed, others, None)
        })
        .await
    }
}
