use crate::{Actor, App, Error};
use snug_store::presence;

impl App {
    /// Notes that the actor uses a visible page: while they do, no digest is mailed.
    pub async fn note_presence(&self, actor: &Actor) -> Result<(), Error> {
        let (community, person, now) = (actor.community_id(), actor.person, actor.now);
        self.write(move |tx, _| Ok(presence::set_seen(tx, community, person, now)?)).await
    }
}
