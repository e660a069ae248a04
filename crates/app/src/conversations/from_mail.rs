use super::accept::By;
use super::{Conversation, Slice};
use crate::{Actor, App, Error, Message};
use snug_domain::allowance::LINK_USES;
use snug_domain::communities::{Community, Conversations};
use snug_domain::conversations::{DECLINING_UNDONE_ON_ITS_PAGE_WITHIN, InvitationState};
use snug_domain::deliveries::Matter;
use snug_domain::people::Person;
use snug_domain::{ConversationId, DeliveryId, InvitationId, PersonId, Refusal, Timestamp};
use snug_mail::{Acting, Purpose, link_token, read_link_token};
use snug_store::invitations::{self, Invitation};
use snug_store::{deliveries, people};
use std::sync::Arc;
use uuid::Uuid;

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

/// A decision made by the link of an invitation mail.
#[derive(Debug, Clone)]
pub struct Decision {
    /// The conversation.
    pub conversation: ConversationId,
    /// True if it was accepted, false if it was declined.
    pub is_accepted: bool,
    /// When.
    pub decided_at: Timestamp,
    /// True while its page can undo it.
    pub is_undone_here: bool,
    /// The name of this decision. The browser in which it was made keeps it, and undoes it with that.
    pub mark: String,
}

impl Decision {
    fn of(app: &App, invitation: &Invitation, now: Timestamp) -> Option<Self> {
        let decided_at = invitation.decided_at?;
        let is_accepted = match invitation.state {
            InvitationState::Accepted => true,
            InvitationState::Declined => false,
            InvitationState::Pending | InvitationState::Withdrawn => return None,
        };
        Some(Self {
            conversation: invitation.conversation,
            is_accepted,
            decided_at,
            is_undone_here: !is_accepted && now - decided_at < DECLINING_UNDONE_ON_ITS_PAGE_WITHIN,
            mark: link_token(&app.settings.secret, Purpose::Undo, undo_id(invitation.id, decided_at)),
        })
    }
}

impl App {
    /// What a link of an invitation mail shows to a reader, who may be signed in. Changes nothing.
    ///
    /// Once it is decided, the link shows only that it is: a forwarded mail does not tell what its owner did.
    pub async fn land(
        &self,
        community: &Arc<Community>,
        link: &str,
        reader: Option<PersonId>,
        now: Timestamp,
    ) -> Result<Landing, Error> {
        let (actor, person, invitation) = self.find_invited(community, link, reader, now).await?;
        let (conversation, messages) =
            self.show_conversation(&actor, invitation.conversation, Slice::AskedWith, 1).await?;
        let stop = self.stop_path(person.id);
        Ok(Landing { person, conversation, message: messages.entries.into_iter().next(), stop })
    }

    /// Accepts by the button of the page that a mail leads to.
    pub async fn accept_from_mail(
        &self,
        community: &Arc<Community>,
        link: &str,
        reader: Option<PersonId>,
        now: Timestamp,
    ) -> Result<Decision, Error> {
        self.count_link(community, link, now)?;
        let (actor, _, invitation) = self.find_invited(community, link, reader, now).await?;
        self.accept_by(By::Link, &actor, invitation.conversation).await?;
        self.decided(&Invitation { state: InvitationState::Accepted, decided_at: Some(now), ..invitation }, now)
    }

    /// Declines by the button of the page that a mail leads to.
    pub async fn decline_from_mail(
        &self,
        community: &Arc<Community>,
        link: &str,
        reader: Option<PersonId>,
        now: Timestamp,
    ) -> Result<Decision, Error> {
        self.count_link(community, link, now)?;
        let (actor, _, invitation) = self.find_invited(community, link, reader, now).await?;
        // What was decided before is changed only by its owner, and this page learns nothing that undoes it.
        if invitation.state != InvitationState::Pending {
            return Err(Refusal::NoLongerOpen.into());
        }
        self.decline(&actor, invitation.conversation).await?;
        self.decided(&Invitation { state: InvitationState::Declined, decided_at: Some(now), ..invitation }, now)
    }

    fn decided(&self, invitation: &Invitation, now: Timestamp) -> Result<Decision, Error> {
        Decision::of(self, invitation, now).ok_or(Error::NotFound)
    }

    /// What was decided by a link, for the browser in which it was: it has kept the mark of that decision. Changes
    /// nothing.
    pub async fn recall_decision(
        &self,
        community: &Arc<Community>,
        link: &str,
        mark: &str,
        now: Timestamp,
    ) -> Result<Option<Decision>, Error> {
        let (_, _, invitation) = self.find_invited(community, link, None, now).await?;
        Ok(Decision::of(self, &invitation, now).filter(|decision| self.is_marked(&invitation, decision, mark)))
    }

    fn is_marked(&self, invitation: &Invitation, decision: &Decision, mark: &str) -> bool {
        let named = read_link_token(&self.settings.secret, Purpose::Undo, mark);
        named == Some(undo_id(invitation.id, decision.decided_at))
    }

    /// Undoes on the page that a mail leads to that one has just declined there.
    pub async fn undo_decline_from_mail(
        &self,
        community: &Arc<Community>,
        link: &str,
        undo: &str,
        reader: Option<PersonId>,
        now: Timestamp,
    ) -> Result<(), Error> {
        self.count_link(community, link, now)?;
        let (actor, _, invitation) = self.find_invited(community, link, reader, now).await?;
        Decision::of(self, &invitation, now)
            .filter(|decision| decision.is_undone_here && self.is_marked(&invitation, decision, undo))
            .ok_or(Refusal::NoLongerOpen)?;
        self.undo_decline(&actor, invitation.conversation).await
    }

    fn count_link(&self, community: &Community, link: &str, now: Timestamp) -> Result<(), Error> {
        self.count_for(community.id, self.acting(link)?.id, LINK_USES, now)
    }

    fn acting(&self, link: &str) -> Result<Acting, Error> {
        Acting::read(&self.settings.secret, Purpose::Mail, link).ok_or(Error::NotFound)
    }

    /// Whom a link invited, and to what. After everything that let somebody in as them has ended, the link is theirs
    /// alone, signed in.
    async fn find_invited(
        &self,
        community: &Arc<Community>,
        link: &str,
        reader: Option<PersonId>,
        now: Timestamp,
    ) -> Result<(Actor, Person, Invitation), Error> {
        let acting = self.acting(link)?;
        if community.conversations == Conversations::Off {
            return Err(Refusal::ConversationsOff.into());
        }
        let (community_id, app) = (community.id, self.clone());
        let (person, invitation) = self
            .read(move |tx| {
                let delivery = deliveries::find(tx, community_id, DeliveryId(acting.id))?.ok_or(Error::NotFound)?;
                let Matter::Invitation(about) = delivery.matter else { return Err(Error::NotFound) };
                let invitation = invitations::find(tx, community_id, about)?.ok_or(Error::NotFound)?;
                let person = people::find(tx, community_id, invitation.invitee)?;
                let person = person.filter(Person::takes_part).ok_or(Error::NotFound)?;
                // It is for somebody else than who is signed in here.
                if reader.is_some_and(|reader| reader != person.id) {
                    return Err(Error::NotFound);
                }
                let epoch = people::find_access_epoch(tx, community_id, person.id)?.ok_or(Error::NotFound)?;
                if reader.is_none() && !acting.is_of_epoch(&app.settings.secret, epoch) {
                    return Err(Refusal::LinkEnded.into());
                }
                Ok((person, invitation))
            })
            .await?;
        Ok((Actor { community: Arc::clone(community), person: person.id, now }, person, invitation))
    }
}

/// What names the undo of one decision: nobody else's, and no later one.
fn undo_id(invitation: InvitationId, decided_at: Timestamp) -> Uuid {
    Uuid::from_u128(invitation.0.as_u128() ^ u128::from(decided_at.0.unsigned_abs()))
}
