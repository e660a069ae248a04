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
mod put_back;
mod reply;
mod restore_message;
mod seat;
mod show;
mod start;
mod undo_decline;
mod undo_withdraw;
mod withdraw;

pub use bell::Bell;
pub use edit_message::{Edit, version};
pub use from_mail::{Decision, Landing};
pub use list::{Filter, Page, Place};
pub use put_back::Stood;
pub use reply::{Draft, Posted};
pub use seat::Stand;
pub use show::{Conversation, Messages, Partner, Slice};
pub use start::StartWith;

pub(crate) use seat::Seat;
pub(crate) use start::check_invitation;

use crate::{Actor, Error, News};
use snug_domain::conversations::ChangeKind;
use snug_domain::{ConversationId, MessageId, PersonId};
use snug_store::{Tx, changes};

/// Records a change for one or two people.
fn record_for(
    tx: &mut Tx<'_>,
    news: &mut News,
    actor: &Actor,
    conversation: ConversationId,
    one: (PersonId, ChangeKind),
    other: Option<(PersonId, ChangeKind)>,
    message: Option<MessageId>,
) -> Result<(), Error> {
    let community = actor.community_id();
    for (person, number) in changes::record(tx, community, one, other, (conversation, message), actor.now)? {
        news.add(community, person, number);
    }
    Ok(())
}
