use crate::{Actor, App, Error};
use snug_domain::people::{Handle, is_on_the_site};
use snug_store::presence;

/// As many as a page shows.
const MOST: usize = 100;

impl App {
    /// Notes that the actor uses a visible page: while they do, no digest is mailed.
    pub async fn note_presence(&self, actor: &Actor) -> Result<(), Error> {
        let (community, person, now) = (actor.community_id(), actor.person, actor.now);
        self.write(move |tx, _| Ok(presence::set_seen(tx, community, person, now)?)).await
    }

    /// Which of these are on the site; at most 100 are looked for.
    pub async fn list_present(&self, actor: &Actor, handles: Vec<Handle>) -> Result<Vec<Handle>, Error> {
        let (community, now) = (actor.community_id(), actor.now);
        self.read(move |tx| {
            let mut present = Vec::new();
            for handle in handles.iter().take(MOST) {
                let seen_at = presence::find_seen_at_by_handle(tx, community, handle)?;
                if is_on_the_site(seen_at, now) {
                    present.push(handle.clone());
                }
            }
            Ok(present)
        })
        .await
    }
}
