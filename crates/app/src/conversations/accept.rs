use super::Held;
use super::ask::check_not_blocked;
use super::reply::{NewLine, append_line};
use crate::{Actor, App, Error, News};
use snug_domain::allowance::CHANGES;
use snug_domain::conversations::{ChangeKind, EntryKind, InvitationState, ParticipantState, Party, Role, may_accept};
use snug_domain::{ConversationId, Refusal};
use snug_store::participants::{self, Participant};
use snug_store::{Tx, acquaintances, conversations, invitations};

/// Who accepts or declines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    /// The invited person, signed in.
    Owner,
    /// Whoever holds the link of the mail. They decide once: what was decided is changed only by its owner.
    Link,
}

impl App {
    /// Accepts an invitation: from now on both can write. The starter's bell rings; their mail
    /// waits for the digest. Accepting twice is accepting once.
    pub async fn accept(&self, actor: &Actor, conversation: ConversationId) -> Result<(), Error> {
        self.accept_by(By::Owner, actor, conversation).await
    }

    pub(super) async fn accept_by(&self, by: By, actor: &Actor, conversation: ConversationId) -> Result<(), Error> {
        self.count(actor, CHANGES)?;
        let actor = actor.clone();
        self.write(move |tx, news| {
            let mut held = Held::hold(tx, &actor, conversation)?;
            let (state, _) = held.received()?;
            if by == By::Link && state != InvitationState::Pending {
                return Err(Refusal::NoLongerOpen.into());
            }
            if held.own.state == ParticipantState::Joined {
                return Ok(());
            }
            accept(tx, news, &actor, &mut held)
        })
        .await
    }
}

/// Accepts the invitation that the actor received, with a line that says so.
pub(super) fn accept(tx: &mut Tx<'_>, news: &mut News, actor: &Actor, held: &mut Held) -> Result<(), Error> {
    let (state, asked) = held.received()?;
    let (community, now) = (actor.community_id(), actor.now);
    may_accept(state, asked.at, now)?;
    if held.is_direct() {
        become_the_one_of_the_pair(tx, actor, held)?;
    }
    // The page of somebody who was alone until now has no place yet where a line could be put.
    let in_it = held.others.iter().filter(|other| other.state == ParticipantState::Joined).count();
    let change = if in_it > 1 { ChangeKind::Message } else { ChangeKind::Accepted };
    invitations::set_state(tx, community, (held.own.id, asked.at), InvitationState::Accepted, Some(now))?;
    let (state, role) = (ParticipantState::Joined, Role::Member);
    let joined = Participant { state, role, joined_at: Some(now), went: None, ..held.own };
    participants::put(tx, community, held.id(), &joined)?;
    participants::delete_span_of_one(tx, community, held.own.id, asked.with)?;
    participants::set_span(tx, community, held.own.id, asked.from, None)?;
    let line = append_line(tx, news, actor, held, NewLine::about(EntryKind::Joined, asked.by), change)?;
    acquaintances::insert(tx, community, held.id(), actor.person)?;
    if held.is_direct() { Ok(()) } else { Ok(participants::insert_stay(tx, community, held.own.id, line)?) }
}

/// Makes this the one direct conversation of the two in it, unless they have one.
fn become_the_one_of_the_pair(tx: &mut Tx<'_>, actor: &Actor, held: &Held) -> Result<(), Error> {
    let community = actor.community_id();
    let [Party::Person(other)] = held.others.iter().map(|other| other.party).collect::<Vec<_>>()[..] else {
        return Err(Refusal::NoLongerOpen.into());
    };
    let pair = [actor.person, other];
    tx.lock_people(community, &pair)?;
    check_not_blocked(tx, actor, other)?;
    if let Some(conversation) = conversations::find_direct_pair(tx, community, pair)? {
        return Err(Refusal::AlreadyTalking { conversation }.into());
    }
    Ok(conversations::insert_direct_pair(tx, community, pair, held.id())?)
}
