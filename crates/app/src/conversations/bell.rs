use super::list::{Listed, listed};
use crate::{Actor, App, Error};
use snug_domain::communities::Conversations;
use snug_domain::conversations::UNDECIDED_LAPSES;
use snug_store::{invitations, mailboxes, seats};

/// What the bell shows.
#[derive(Debug, Clone)]
pub struct Bell {
    /// How many conversations and invitations have something unread that is not muted; 100 stands for more.
    pub unread: i64,
    /// How many invitations wait for an answer; 100 stands for more.
    pub invitations: i64,
    /// The first ten of them, the newest first.
    pub first: Vec<Listed>,
}

impl App {
    /// How many conversations and invitations of the actor have something unread that is not muted.
    pub async fn count_unread(&self, actor: &Actor) -> Result<i64, Error> {
        if actor.community.conversations == Conversations::Off {
            return Ok(0);
        }
        let (community, person, lapsed) = (actor.community_id(), actor.person, actor.now - UNDECIDED_LAPSES);
        self.read(move |tx| Ok(seats::ask_ringing(tx, community, person, lapsed)?.one(tx)?)).await
    }

    /// How many invitations wait for the actor's answer.
    pub async fn count_invitations(&self, actor: &Actor) -> Result<i64, Error> {
        let (community, person, now) = (actor.community_id(), actor.person, actor.now);
        self.read(move |tx| Ok(invitations::count_waiting(tx, community, person, now)?)).await
    }

    /// What the actor's bell shows: nothing where conversations are off.
    pub async fn bell(&self, actor: &Actor) -> Result<Bell, Error> {
        if actor.community.conversations == Conversations::Off {
            return Ok(Bell { unread: 0, invitations: 0, first: Vec::new() });
        }
        let actor = actor.clone();
        self.read(move |tx| {
            let (community, person, now) = (actor.community_id(), actor.person, actor.now);
            let lapsed = now - UNDECIDED_LAPSES;
            let unread = seats::ask_ringing(tx, community, person, lapsed)?;
            let invitations = invitations::count_waiting(tx, community, person, now)?;
            let unread = unread.one(tx)?;
            let first = match unread {
                0 => Vec::new(),
                _ => {
                    let first = mailboxes::list_ringing(tx, community, person, lapsed, 10)?;
                    listed(tx, &actor, first)?
                }
            };
            Ok(Bell { unread, invitations, first })
        })
        .await
    }
}
