use super::Seat;
use super::reply::append;
use crate::{Actor, App, Error, News, markdown, new_id};
use snug_domain::allowance::CHANGES;
use snug_domain::conversations::{ChangeKind, EntryKind, InvitationState, Origin, ParticipantState, may_accept};
use snug_domain::{ConversationId, Refusal};
use snug_store::messages::Message;
use snug_store::{Tx, conversations, invitations, participants};

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
            let seat = Seat::hold(tx, &actor, conversation)?;
            let invitation = seat.received_invitation()?;
            if by == By::Link && invitation.state != InvitationState::Pending {
                return Err(Refusal::NoLongerOpen.into());
            }
            if seat.own.state == ParticipantState::Joined {
                return Ok(());
            }
            accept(tx, news, &actor, &seat)
        })
        .await
    }
}

/// Accepts the invitation that the actor received, with a line that says so.
pub(super) fn accept(tx: &mut Tx<'_>, news: &mut News, actor: &Actor, seat: &Seat) -> Result<(), Error> {
    let invitation = seat.received_invitation()?;
    let (community, now, conversation) = (actor.community_id(), actor.now, seat.own.conversation);
    let pair = [seat.own.person, seat.other.person];
    may_accept(invitation.state, invitation.sent_at, now)?;
    tx.lock_people(community, pair)?;
    if let Some(conversation) = conversations::find_direct_pair(tx, community, pair)? {
        return Err(Refusal::AlreadyTalking { conversation }.into());
    }

    conversations::insert_direct_pair(tx, community, pair, conversation)?;
    invitations::set_state(tx, community, invitation.id, InvitationState::Accepted, Some(now))?;
    conversations::count_entry(tx, community, conversation)?;
    let line = Message {
        id: new_id(now),
        conversation,
        sequence: seat.last_sequence + 1,
        kind: EntryKind::Joined,
        author: actor.person,
        origin: Origin::Site,
        source: String::new(),
        html: String::new(),
        excerpt: String::new(),
        renderer: markdown::RENDERER,
        client_id: None,
        created_at: now,
        edited_at: None,
        deleted_at: None,
    };
    participants::set_state(tx, community, seat.own.id, ParticipantState::Joined)?;
    participants::open_span(tx, community, seat.own.id)?;
    append(tx, news, actor, seat, &line, None, ChangeKind::Accepted)
}
