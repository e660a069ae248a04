use crate::{App, Error};
use snug_domain::allowance::LINK_USES;
use snug_domain::communities::Community;
use snug_domain::people::{Person, Preferences};
use snug_domain::{CommunityId, PersonId, Timestamp};
use snug_mail::{Purpose, link_token, read_link_token};
use snug_store::{Tx, people};
use std::sync::Arc;

impl App {
    /// The person whose mails a link of a mail stops. Changes nothing.
    pub async fn find_subscriber(&self, community: &Arc<Community>, link: &str) -> Result<Person, Error> {
        let (community, id) = (community.id, self.subscriber_id(link)?);
        self.read(move |tx| find_subscriber(tx, community, id)).await
    }

    /// Stops the mails about conversations of whoever holds the link, or lets them come again.
    pub async fn subscribe(
        &self,
        community: &Arc<Community>,
        link: &str,
        wants_mail: bool,
        now: Timestamp,
    ) -> Result<(), Error> {
        let (community, id) = (community.id, self.subscriber_id(link)?);
        self.count_for(community, id.0, LINK_USES, now)?;
        self.write(move |tx, _| {
            let person = find_subscriber(tx, community, id)?;
            let preferences = Preferences { wants_mail, ..person.preferences };
            Ok(people::set_preferences(tx, community, id, &preferences)?)
        })
        .await
    }

    /// The link that stops a person's mails. It goes on working: mails are kept for years.
    pub(crate) fn stop_url(&self, community: &Community, person: PersonId) -> String {
        self.settings.url(community, &self.stop_path(person))
    }

    /// The path of the page that stops a person's mails.
    pub(crate) fn stop_path(&self, person: PersonId) -> String {
        format!("/u/{}", link_token(&self.settings.secret, Purpose::Unsubscribe, person.0))
    }

    fn subscriber_id(&self, link: &str) -> Result<PersonId, Error> {
        read_link_token(&self.settings.secret, Purpose::Unsubscribe, link).map(PersonId).ok_or(Error::NotFound)
    }
}

fn find_subscriber(tx: &mut Tx<'_>, community: CommunityId, id: PersonId) -> Result<Person, Error> {
    people::find(tx, community, id)?.filter(Person::may_be_mailed).ok_or(Error::NotFound)
}
