use super::Held;
use crate::deliveries::enqueue_invitation;
use crate::{Actor, App, Error};
use snug_domain::allowance::CHANGES;
use snug_domain::conversations::{ChangeKind, ParticipantState, Party, may_remind};
use snug_domain::{ConversationId, Span};
use snug_store::changes::To;
use snug_store::{invitations, messages, people, seats};

/// Reminding again within this time is the same press of a button, or its retry.
const AGAIN: Span = Span::seconds(10);

impl App {
    /// Reminds those who have not answered of what the actor began: once, some days after it was sent. The bell rings
    /// for them, and a mail goes out. Whoever declined hears nothing, and the actor sees no difference.
    pub async fn remind(&self, actor: &Actor, conversation: ConversationId) -> Result<(), Error> {
        self.count(actor, CHANGES)?;
        let actor = actor.clone();
        self.write(move |tx, news| {
            let held = Held::hold(tx, &actor, conversation)?;
            let (community, now) = (actor.community_id(), actor.now);
            let (state, sent_at) = held.sent()?;
            let reminded_at = invitations::find_reminded(tx, community, conversation)?;
            // Twice in a row is once.
            if reminded_at.is_some_and(|reminded_at| now - reminded_at < AGAIN) {
                return Ok(());
            }
            may_remind(state, sent_at, reminded_at, now)?;
            tx.lock_seated(community, conversation)?;
            invitations::set_reminded(tx, community, conversation, now)?;
            // Whoever declined counts here: the actor's own change is the same.
            let undecided = held.others.iter().filter(|other| other.state.is_undecided());
            let message = match undecided.clone().find_map(|other| other.asked).map(|asked| asked.with) {
                Some(with) => messages::find_at(tx, community, (actor.person, conversation), with)?,
                None => None,
            };
            let others = Some((To::Invited, ChangeKind::Invited));
            held.record(tx, news, &actor, ChangeKind::Listed, others, message.map(|message| message.id))?;
            seats::set_reminded(tx, community, conversation)?;
            for other in undecided.filter(|other| other.state == ParticipantState::Invited) {
                let Party::Person(person) = other.party else { continue };
                let person = people::find(tx, community, person)?.ok_or(Error::NotFound)?;
                if let Some(invitation) = invitations::find_last_of(tx, community, other.id)? {
                    enqueue_invitation(tx, &actor, &person, invitation.id)?;
                }
            }
            Ok(())
        })
        .await
    }
}
