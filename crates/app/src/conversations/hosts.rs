use super::Held;
use super::remove::find_other;
use super::reply::{NewLine, append_line};
use crate::{Actor, App, Error};
use snug_domain::allowance::CHANGES;
use snug_domain::conversations::{Adding, ChangeKind, ConversationTitle, EntryKind, ParticipantState, Role};
use snug_domain::people::Handle;
use snug_domain::{ConversationId, Refusal};
use snug_store::changes::To;
use snug_store::conversations;
use snug_store::participants::{self, Participant};

impl App {
    /// Gives a conversation of several another title, or none: for its hosts.
    pub async fn rename_conversation(
        &self,
        actor: &Actor,
        conversation: ConversationId,
        title: Option<ConversationTitle>,
    ) -> Result<(), Error> {
        self.count(actor, CHANGES)?;
        let actor = actor.clone();
        self.write(move |tx, news| {
            let mut held = Held::hold(tx, &actor, conversation)?;
            held.hosts_group(actor.now)?;
            let title = title.as_ref().map(ConversationTitle::as_str);
            if held.conversation.title.as_deref() == title {
                return Ok(());
            }
            let community = actor.community_id();
            tx.lock_seated(community, conversation)?;
            conversations::set_title(tx, community, conversation, title)?;
            // Who is asked sees what it is called.
            held.record(tx, news, &actor, ChangeKind::Listed, Some((To::Invited, ChangeKind::Listed)), None)?;
            let line = NewLine { detail: title.unwrap_or_default().to_owned(), ..NewLine::of(EntryKind::Renamed) };
            append_line(tx, news, &actor, &mut held, line, ChangeKind::Message)?;
            Ok(())
        })
        .await
    }

    /// Says who may add people to a conversation of several: for its hosts.
    pub async fn set_adding(&self, actor: &Actor, conversation: ConversationId, adding: Adding) -> Result<(), Error> {
        self.count(actor, CHANGES)?;
        let actor = actor.clone();
        self.write(move |tx, news| {
            let mut held = Held::hold(tx, &actor, conversation)?;
            held.hosts_group(actor.now)?;
            if held.conversation.adding == adding {
                return Ok(());
            }
            conversations::set_adding(tx, actor.community_id(), conversation, adding)?;
            let line = match adding {
                Adding::Everyone => EntryKind::EveryoneAdds,
                Adding::Hosts => EntryKind::HostsAdd,
            };
            append_line(tx, news, &actor, &mut held, NewLine::of(line), ChangeKind::Message)?;
            Ok(())
        })
        .await
    }

    /// Makes somebody in a conversation of several a host, or a host no more: for its hosts. There is always one.
    pub async fn set_role(
        &self,
        actor: &Actor,
        conversation: ConversationId,
        handle: Handle,
        role: Role,
    ) -> Result<(), Error> {
        self.count(actor, CHANGES)?;
        let actor = actor.clone();
        self.write(move |tx, news| {
            let mut held = Held::hold(tx, &actor, conversation)?;
            held.hosts_group(actor.now)?;
            let (person, participant) = if handle == held.actor.handle {
                (actor.person, held.own)
            } else {
                find_other(tx, &actor, &held, &handle)?
            };
            if participant.state != ParticipantState::Joined {
                return Err(Error::NotFound);
            }
            if participant.role == role {
                return Ok(());
            }
            let kind = match role {
                Role::Host => EntryKind::MadeHost,
                Role::Member => EntryKind::UnmadeHost,
            };
            let is_host = |other: &Participant| other.state == ParticipantState::Joined && other.role == Role::Host;
            if role == Role::Member && person == actor.person && !held.others.iter().any(is_host) {
                return Err(Refusal::LastHost.into());
            }
            participants::put(tx, actor.community_id(), conversation, &Participant { role, ..participant })?;
            append_line(tx, news, &actor, &mut held, NewLine::about(kind, person), ChangeKind::Message)?;
            Ok(())
        })
        .await
    }
}
