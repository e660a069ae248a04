use crate::{Actor, App, Error};
use snug_domain::ConversationId;
use snug_domain::allowance::MARKS;
use snug_domain::people::{Handle, is_on_the_site};
use snug_store::{Tx, presence};

/// As many as a page shows.
const MOST: usize = 100;

impl App {
    /// Notes that the actor uses a visible page: while they do, no digest is mailed.
    pub async fn note_presence(&self, actor: &Actor) -> Result<(), Error> {
        self.count(actor, MARKS)?;
        let (community, person, now) = (actor.community_id(), actor.person, actor.now);
        self.write(move |tx, _| Ok(presence::set_seen(tx, community, person, now)?)).await
    }

    /// Which of these are on the site, as far as the actor may know; at most 100 are looked for.
    /// Somebody is known from a direct conversation, or from one of these, of which no more are looked at either.
    pub async fn list_present(
        &self,
        actor: &Actor,
        mut handles: Vec<Handle>,
        mut conversations: Vec<ConversationId>,
    ) -> Result<Vec<Handle>, Error> {
        handles.truncate(MOST);
        conversations.truncate(MOST);
        let actor = actor.clone();
        self.read(move |tx| list_present(tx, &actor, &handles, &conversations)).await
    }
}

/// Which of these are on the site. Presence is told only between people who accepted each other, and who both show
/// theirs.
pub(crate) fn list_present(
    tx: &mut Tx<'_>,
    actor: &Actor,
    handles: &[Handle],
    conversations: &[ConversationId],
) -> Result<Vec<Handle>, Error> {
    let seen = presence::list_seen_at(tx, actor.community_id(), actor.person, handles, conversations)?;
    let present = seen.into_iter().filter(|(_, seen_at)| is_on_the_site(Some(*seen_at), actor.now));
    Ok(present.map(|(handle, _)| handle).collect())
}
