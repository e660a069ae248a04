use crate::{Actor, App, Error};
use snug_domain::conversations::{ParticipantState, UNDECIDED_LAPSES};
use snug_domain::{ConversationId, Timestamp};
use snug_store::mailboxes::{self, Listed};
use std::cmp::Reverse;

pub use snug_store::mailboxes::Place;

/// Which conversations to list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filter {
    /// All that are not put away, with invitations that wait for an answer.
    All,
    /// Those with something unread, invitations included.
    Unread,
    /// Invitations that wait for an answer.
    Invitations,
    /// Those that are put away, with invitations the actor declined and can still accept.
    Archived,
}

/// A page of a list.
#[derive(Debug, Clone)]
pub struct Page {
    /// The conversations, the newest first.
    pub conversations: Vec<Listed>,
    /// Where to go on, if there are more.
    pub next: Option<Place>,
}

impl App {
    /// A page of the actor's conversations, the newest first.
    pub async fn list_conversations(
        &self,
        actor: &Actor,
        filter: Filter,
        from: Place,
        limit: usize,
    ) -> Result<Page, Error> {
        actor.conversations_are_on()?;
        let (community, person, now) = (actor.community_id(), actor.person, actor.now);
        let one_more = i64::try_from(limit).unwrap_or(i64::MAX).saturating_add(1);
        let always = Timestamp(i64::MIN);
        let mut conversations = self
            .read(move |tx| {
                let mut list = |state, archived, back_to| {
                    mailboxes::list(tx, community, person, (state, archived), from, back_to, one_more)
                };
                Ok(match filter {
                    Filter::All => newest_first(
                        list(ParticipantState::Joined, false, always)?,
                        list(ParticipantState::Invited, false, now - UNDECIDED_LAPSES)?,
                    ),
                    Filter::Archived => newest_first(
                        list(ParticipantState::Joined, true, always)?,
                        list(ParticipantState::Declined, false, now - UNDECIDED_LAPSES)?,
                    ),
                    Filter::Invitations => list(ParticipantState::Invited, false, now - UNDECIDED_LAPSES)?,
                    Filter::Unread => {
                        mailboxes::list_unread(tx, community, person, from, now - UNDECIDED_LAPSES, one_more)?
                    }
                })
            })
            .await?;
        let mut next = None;
        if conversations.len() > limit {
            conversations.truncate(limit);
            next =
                conversations.last().map(|last| Place { active_at: last.active_at, conversation: last.conversation });
        }
        Ok(Page { conversations, next })
    }

    /// One conversation as it stands in the actor's list.
    pub async fn find_listed(&self, actor: &Actor, conversation: ConversationId) -> Result<Listed, Error> {
        actor.conversations_are_on()?;
        let (community, person) = (actor.community_id(), actor.person);
        let found = self.read(move |tx| Ok(mailboxes::find(tx, community, person, conversation)?)).await?;
        found.ok_or(Error::NotFound)
    }
}

fn newest_first(mut one: Vec<Listed>, mut other: Vec<Listed>) -> Vec<Listed> {
    one.append(&mut other);
    one.sort_by_key(|listed| Reverse((listed.active_at, listed.conversation)));
    one
}
