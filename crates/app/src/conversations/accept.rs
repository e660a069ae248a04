use super::Seat;
use super::reply::append;
use crate::{Actor, App, Error, markdown, new_id};
use snug_domain::allowance::CHANGES;
use snug_domain::conversations::{ChangeKind, EntryKind, InvitationState, Origin, ParticipantState, may_accept};
use snug_domain::{ConversationId, Refusal};
use snug_store::messages::Message;
use snug_store::{conversations, invitations, participants};

impl App {
    /// Accepts an invitation: from now on both can write. The starter's bell rings; their mail
    /// waits for the digest. Accepting twice is accepting once.
    pub async fn accept(&self, actor: &Actor, conversation: ConversationId) -> Result<(), Error> {
        self.count(actor, CHANGES)?;
        let actor = actor.clone();
        self.write(move |tx, news| {
            let seat = Seat::hold(tx, &actor, conversation)?;
            let invitation = seat.received_invitation()?;
            if seat.own.state == ParticipantState::Joined {
                return Ok(());
            }
            let (community, now) = (actor.community_id(), actor.now);
            let pair = [seat.own.person, seat.other.person];
            may_accept(invitation.state, invitation.sent_at, now)?;
            tx.lock_people(community, pair)?;
            if let Some(conversation) = conversations::find_direct_pair(tx, community, pair)? {
                return Err(Refusal::AlreadyTalking { conversation }.into());
            }

            conversations::insert_direct_pair(tx, community, pair, conversation)?;
            invitations::set_state(tx, community, invitation.id, InvitationState::Accepted, now)?;
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
            append(tx, news, &actor, &seat, &line, None, ChangeKind::Accepted)
        })
        .await
    }
}
