use super::{Conversation, Slice};
use crate::{Actor, App, Error, Message};
use snug_domain::allowance::LINK_USES;
use snug_domain::communities::Community;
use snug_domain::deliveries::DeliveryKind;
use snug_domain::people::Person;
use snug_domain::{ConversationId, DeliveryId, InvitationId, Timestamp};
use snug_mail::{Purpose, read_link_token};
use snug_store::{deliveries, invitations, people};
use std::sync::Arc;

/// What the page shows that the mail of an invitation leads to. It holds no more than the mail:
/// a forwarded mail hands over neither history nor voice.
#[derive(Debug, Clone)]
pub struct Landing {
    /// Whom the mail was for.
    pub person: Person,
    /// How the conversation stands for them.
    pub conversation: Conversation,
    /// The message they were invited with, if it is still to be read.
    pub message: Option<Message>,
    /// The path of the page that stops their mails.
    pub stop: String,
}

impl App {
    /// What a link of an invitation mail shows. Changes nothing.
    pub async fn land(&self, community: &Arc<Community>, link: &str, now: Timestamp) -> Result<Landing, Error> {
        let (actor, person, conversation) = self.find_invited(community, link, now).await?;
        let (conversation, messages) = self.show_conversation(&actor, conversation, Slice::After(0), 1).await?;
        let stop = self.stop_path(person.id);
        Ok(Landing { person, conversation, message: messages.entries.into_iter().next(), stop })
    }

    /// Accepts by the button of the page that a mail leads to.
    pub async fn accept_from_mail(
        &self,
        community: &Arc<Community>,
        link: &str,
        now: Timestamp,
    ) -> Result<ConversationId, Error> {
        self.count_link(community, link, now)?;
        let (actor, _, conversation) = self.find_invited(community, link, now).await?;
        self.accept(&actor, conversation).await?;
        Ok(conversation)
    }

    /// Declines by the button of the page that a mail leads to.
    pub async fn decline_from_mail(
        &self,
        community: &Arc<Community>,
        link: &str,
        now: Timestamp,
    ) -> Result<ConversationId, Error> {
        self.count_link(community, link, now)?;
        let (actor, _, conversation) = self.find_invited(community, link, now).await?;
        self.decline(&actor, conversation).await?;
        Ok(conversation)
    }

    fn count_link(&self, community: &Community, link: &str, now: Timestamp) -> Result<(), Error> {
        let delivery = self.delivery_id(link)?;
        self.count_for(community.id, delivery.0, LINK_USES, now)
    }

    fn delivery_id(&self, link: &str) -> Result<DeliveryId, Error> {
        read_link_token(&self.settings.secret, Purpose::Mail, link).map(DeliveryId).ok_or(Error::NotFound)
    }

    async fn find_invited(
        &self,
        community: &Arc<Community>,
        link: &str,
        now: Timestamp,
    ) -> Result<(Actor, Person, ConversationId), Error> {
        let id = self.delivery_id(link)?;
        let community_id = community.id;
        let (person, conversation) = self
            .read(move |tx| {
                let delivery = deliveries::find(tx, community_id, id)?.ok_or(Error::NotFound)?;
                let (DeliveryKind::Invitation, Some(about)) = (delivery.kind, delivery.about) else {
                    return Err(Error::NotFound);
                };
                let invitation = invitations::find(tx, community_id, InvitationId(about))?.ok_or(Error::NotFound)?;
                let person = people::find(tx, community_id, invitation.invitee)?;
                let person = person.filter(Person::is_active_member).ok_or(Error::NotFound)?;
                Ok((person, invitation.conversation))
            })
            .await?;
        Ok((Actor { community: Arc::clone(community), person: person.id, now }, person, conversation))
    }
}
