//! Mail out: written with what caused it, claimed by a courier, rendered when it is sent.
//!
//! Right before sending it is asked again whether the mail is still needed, and what it should
//! say now. Nothing is mailed from a request.

mod account_letters;
mod claim;
mod compose;
mod digest_letter;
mod invitation_letter;
mod record;

pub use compose::{Composed, Outgoing};
pub use snug_store::deliveries::Delivery;

use crate::{Actor, Error, new_id};
use snug_domain::deliveries::{DeliveryState, INVITATION_MAIL_WAITS, Matter};
use snug_domain::people::{MailState, Person};
use snug_domain::{ConversationId, InvitationId, PersonId};
use snug_store::{Tx, addresses, deliveries, invitations, people};

/// Writes the mail of an invitation, which waits for second thoughts, unless the invited person wants none or it would come back.
pub(crate) fn enqueue_invitation(
    tx: &mut Tx<'_>,
    actor: &Actor,
    to: &Person,
    invitation: InvitationId,
) -> Result<(), Error> {
    let (community, now) = (actor.community_id(), actor.now);
    let owned = addresses::find_primary(tx, community, to.id)?;
    let Some(owned) = owned.filter(|owned| to.preferences.wants_mail && owned.mail_state == MailState::Good) else {
        return Ok(());
    };
    let delivery = Delivery {
        community,
        id: new_id(now),
        matter: Matter::Invitation(invitation),
        state: DeliveryState::Queued,
        person: Some(to.id),
        address: owned.address,
        attempts: 0,
        created_at: now,
    };
    Ok(deliveries::insert(tx, &delivery, now + INVITATION_MAIL_WAITS)?)
}

/// Whether mail about conversations to this address makes no sense any more: it came back since.
fn comes_back(tx: &mut Tx<'_>, delivery: &Delivery) -> Result<bool, Error> {
    let owned = addresses::find_by_key(tx, delivery.community, &delivery.address)?;
    Ok(owned.is_some_and(|owned| owned.mail_state != MailState::Good))
}

/// Writes the mail of an invitation that was taken back and stands again, unless one was sent or still waits.
pub(crate) fn mail_invitation_again(
    tx: &mut Tx<'_>,
    actor: &Actor,
    to: PersonId,
    invitation: InvitationId,
) -> Result<(), Error> {
    let community = actor.community_id();
    match deliveries::find_state_of_invitation(tx, community, invitation)? {
        Some(DeliveryState::Stopped) => {
            let to = people::find(tx, community, to)?.ok_or(Error::NotFound)?;
            enqueue_invitation(tx, actor, &to, invitation)
        }
        _ => Ok(()),
    }
}

/// Lets the mails of invitations whose message was just changed wait anew, unless they are on their way.
pub(crate) fn postpone_invitations(
    tx: &mut Tx<'_>,
    actor: &Actor,
    conversation: ConversationId,
    sequence: i64,
) -> Result<(), Error> {
    let (community, due_at) = (actor.community_id(), actor.now + INVITATION_MAIL_WAITS);
    for invitation in invitations::list_undecided_with(tx, community, conversation, sequence)? {
        deliveries::postpone(tx, community, invitation, due_at)?;
    }
    Ok(())
}
