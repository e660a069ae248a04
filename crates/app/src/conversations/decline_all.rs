use crate::{Actor, App, Error};
use snug_domain::allowance::CHANGES;
use snug_domain::{Refusal, Timestamp};
use snug_store::invitations;

impl App {
    /// Declines every invitation that waits for the actor, one after the other so that nobody waits for it. All of
    /// them are declined at the time of the actor, by which [`App::undo_decline_all`] knows them.
    pub async fn decline_all(&self, actor: &Actor) -> Result<(), Error> {
        self.count(actor, CHANGES)?;
        actor.conversations_are_on()?;
        let (community, person, now) = (actor.community_id(), actor.person, actor.now);
        let waiting = self.read(move |tx| Ok(invitations::list_waiting(tx, community, person, now)?)).await?;
        for conversation in waiting {
            skip_refused(self.decline_one(actor, conversation).await)?;
        }
        Ok(())
    }

    /// Takes back that the actor declined everything at this time, as long as anything of it is declined.
    pub async fn undo_decline_all(&self, actor: &Actor, declined_at: Timestamp) -> Result<(), Error> {
        self.count(actor, CHANGES)?;
        actor.conversations_are_on()?;
        if self.undo_declined_at(actor, declined_at).await? { Ok(()) } else { Err(Refusal::TooLate.into()) }
    }

    /// Takes back what the actor declined at this time; false if nothing of it is declined.
    pub(crate) async fn undo_declined_at(&self, actor: &Actor, declined_at: Timestamp) -> Result<bool, Error> {
        let (community, person) = (actor.community_id(), actor.person);
        let declined = self.read(move |tx| Ok(invitations::list_declined_at(tx, community, person, declined_at)?));
        let declined = declined.await?;
        for conversation in &declined {
            skip_refused(self.undo_decline_one(actor, *conversation).await)?;
        }
        Ok(!declined.is_empty())
    }
}

/// One that was withdrawn meanwhile stops none of the others.
fn skip_refused(done: Result<(), Error>) -> Result<(), Error> {
    match done {
        Err(Error::Refused(_)) => Ok(()),
        done => done,
    }
}
