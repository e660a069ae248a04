//! The link of a mail that stops the mails of one conversation. It shows nothing of the conversation, and goes on
//! working: mails are kept for years.

use super::level::set_level;
use super::{Held, Stand};
use crate::{Actor, App, Error};
use snug_domain::allowance::LINK_USES;
use snug_domain::communities::Community;
use snug_domain::conversations::Level;
use snug_domain::people::Person;
use snug_domain::{ConversationId, PersonId, Timestamp};
use snug_mail::{Purpose, link_token_of_two, read_link_token_of_two};
use snug_store::{Tx, people};
use std::sync::Arc;

impl App {
    /// How much whoever holds the link wants to hear of its conversation. Changes nothing.
    pub async fn find_level_from_mail(
        &self,
        community: &Arc<Community>,
        link: &str,
        now: Timestamp,
    ) -> Result<Level, Error> {
        let (actor, conversation) = self.holder(community, link, now)?;
        self.read(move |tx| {
            may_be_mailed(tx, &actor)?;
            let held = Held::find(tx, &actor, conversation)?;
            if held.stand(actor.now) == Stand::Talking { Ok(held.seat.level) } else { Err(Error::NotFound) }
        })
        .await
    }

    /// Mutes the conversation of a link for whoever holds it, or has it heard again.
    pub async fn set_level_from_mail(
        &self,
        community: &Arc<Community>,
        link: &str,
        level: Level,
        now: Timestamp,
    ) -> Result<(), Error> {
        let (actor, conversation) = self.holder(community, link, now)?;
        self.count_for(community.id, actor.person.0, LINK_USES, now)?;
        self.write(move |tx, news| {
            may_be_mailed(tx, &actor)?;
            // Nobody has to be told why: who is not in it any more gets no mails of it.
            match set_level(tx, news, &actor, conversation, level) {
                Err(Error::Refused(_)) => Err(Error::NotFound),
                other => other,
            }
        })
        .await
    }

    /// The page where a person stops the mails of a conversation.
    #[must_use]
    pub fn mute_url(&self, community: &Community, person: PersonId, conversation: ConversationId) -> String {
        let token = link_token_of_two(&self.settings.secret, Purpose::Mute, (person.0, conversation.0));
        self.settings.url(community, &format!("/mute/{token}"))
    }

    fn holder(&self, community: &Arc<Community>, link: &str, now: Timestamp) -> Result<(Actor, ConversationId), Error> {
        let read = read_link_token_of_two(&self.settings.secret, Purpose::Mute, link);
        let (person, conversation) = read.ok_or(Error::NotFound)?;
        let actor = Actor { community: Arc::clone(community), person: PersonId(person), now };
        Ok((actor, ConversationId(conversation)))
    }
}

fn may_be_mailed(tx: &mut Tx<'_>, actor: &Actor) -> Result<(), Error> {
    let person = people::find(tx, actor.community_id(), actor.person)?.filter(Person::may_be_mailed);
    person.map(|_| ()).ok_or(Error::NotFound)
}
