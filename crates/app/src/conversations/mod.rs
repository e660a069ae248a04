//! Conversations: start, answer, talk.

mod accept;
mod archive;
mod bell;
mod decline;
mod delete_message;
mod edit_message;
mod from_mail;
mod list;
mod mark_read;
mod preview;
mod reply;
mod seat;
mod show;
mod start;
mod withdraw;

pub use bell::Bell;
pub use from_mail::Landing;
pub use list::{Filter, Page, Place};
pub use reply::{Draft, Posted};
pub use seat::Stand;
pub use show::{Conversation, Messages, Partner, Slice};
pub use start::StartWith;

pub(crate) use seat::Seat;
pub(crate) use show::find_partner;
pub(crate) use start::check_invitation;

use crate::{Actor, Error, News};
use snug_domain::conversations::ChangeKind;
use snug_domain::{CommunityId, ConversationId, MessageId, PersonId};
use snug_store::{Tx, changes};

/// Keeps other changes of these two away until the transaction ends, always in the order of
/// their ids. A participant's row is written only under this lock.
fn lock_people(tx: &mut Tx<'_>, community: CommunityId, mut pair: [PersonId; 2]) -> Result<(), Error> {
    pair.sort_unstable();
    for person in pair {
        tx.lock_person(community, person)?;
    }
    Ok(())
}

/// Records a change for each of these people, always in the order of their ids, which is the
/// order in which rows are locked.
fn record_for(
    tx: &mut Tx<'_>,
    news: &mut News,
    actor: &Actor,
    conversation: ConversationId,
    mut people: Vec<(PersonId, ChangeKind)>,
    message: Option<MessageId>,
) -> Result<(), Error> {
    let community = actor.community_id();
    people.sort_unstable_by_key(|(person, _)| *person);
    for (person, kind) in people {
        let number = changes::record(tx, community, person, (kind, conversation, message), actor.now)?;
        news.add(community, person, number);
    }
    Ok(())
}
