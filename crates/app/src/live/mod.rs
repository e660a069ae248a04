//! Live: telling open pages what changed, and those that slept what they missed.
//!
//! A stream holds the number of the last change it has told. A hint makes it ask the database
//! for those after it. A lost hint costs a second: every node asks for news once a second, for
//! all its streams together.

mod catch_up;
mod followers;

pub use catch_up::{CaughtUp, Event, Happened};
pub use followers::{Follower, Followers};

use crate::{Actor, App, Error};
use snug_domain::{CLOCKS_AGREE_WITHIN, Span, Timestamp};
use snug_store::changes;

/// How far back news are asked for: longer than a transaction takes to commit. What takes longer
/// still is found by each stream itself, with its next beat.
const NEWS_REACH_BACK: Span = Span::seconds(5);

impl App {
    /// Follows what changes for the actor: from so many places at once as anybody has.
    pub fn follow(&self, actor: &Actor) -> Result<Follower, Error> {
        let follower = self.live.follow(actor.community.id, actor.person);
        follower.ok_or(Error::TooMany { retry_at: actor.now + Span::minutes(1) })
    }

    /// Passes on what the bus tells, until it is gone.
    pub async fn pass_on_hints(&self) {
        let mut hints = self.bus.listen();
        while let Some(hint) = hints.next().await {
            self.live.tell(hint.community, hint.person, hint.number);
        }
    }

    /// Asks the database for news, in case a hint was lost or told on another node.
    pub async fn look_for_news(&self, now: Timestamp) -> Result<(), Error> {
        if self.live.is_empty() {
            return Ok(());
        }
        let news =
            self.read(move |tx| Ok(changes::list_news(tx, now - NEWS_REACH_BACK, now + CLOCKS_AGREE_WITHIN)?)).await?;
        for (community, person, number) in news {
            self.live.tell(community, person, number);
        }
        Ok(())
    }

    /// How many streams are open on this node.
    #[must_use]
    pub fn count_followers(&self) -> usize {
        self.live.count()
    }
}
