//! Conversations of several people, made as people make them.

use crate::member::Member;
use crate::test_app::TestApp;
use snug_app::conversations::{AddPeople, Posted, Shown, StartWith};
use snug_app::{Error, new_id};
use snug_domain::conversations::{ConversationTitle, EntryKind, ParticipantState, Party, Role};
use snug_domain::people::Handle;
use snug_domain::{ConversationId, GroupId};
use snug_store::Tx;
use snug_store::participants::{self, Participant};

impl TestApp {
    /// A conversation of several that the first began with this message, in which each of the others answered as said.
    pub async fn several(
        &self,
        starter: &Member,
        others: &[(&Member, ParticipantState)],
        text: &str,
    ) -> ConversationId {
        let people: Vec<_> = others.iter().map(|(member, _)| *member).collect();
        let conversation = starter.start_group(&people, "", text).await;
        for (member, state) in others {
            match state {
                ParticipantState::Invited => {}
                ParticipantState::Joined => member.accept(conversation).await,
                ParticipantState::Declined => member.decline(conversation).await,
                ParticipantState::Left => {
                    member.accept(conversation).await;
                    member.leave(conversation).await;
                }
                ParticipantState::Removed => {
                    member.accept(conversation).await;
                    starter.remove(conversation, member).await;
                }
            }
        }
        conversation
    }

    /// A team takes part from now on, which nobody reads for yet.
    pub async fn adds_a_team(&self, conversation: ConversationId) {
        let (community, now) = (self.community().id, self.now());
        let added = move |tx: &mut Tx<'_>| {
            let team = GroupId(new_id::<ConversationId>(now).0);
            let (party, state, role) = (Party::Team(team), ParticipantState::Joined, Role::Member);
            let (asked, joined_at, left_at, went) = (None, Some(now), None, None);
            let team = Participant { id: new_id(now), party, state, role, asked, joined_at, left_at, went };
            participants::put(tx, community, conversation, &team)
        };
        self.database().write::<_, snug_store::Error, _>(added).await.expect("a team takes part");
    }
}

impl Member {
    /// Tries to start a conversation of several; without a title where there is nothing in it.
    pub async fn try_start_group(&self, others: &[&Member], title: &str, text: &str) -> Result<Posted, Error> {
        self.keep_secret(title);
        let start = StartWith {
            to: handles(others),
            title: ConversationTitle::parse(title).expect("a title"),
            begun_from: None,
            draft: self.draft(text),
        };
        self.snug().start_conversation(&self.actor(), start).await
    }

    /// Starts a conversation of several.
    pub async fn start_group(&self, others: &[&Member], title: &str, text: &str) -> ConversationId {
        // One other and no title would be a direct conversation.
        let title = if others.len() == 1 && title.is_empty() { "A group of two" } else { title };
        let posted = self.try_start_group(others, title, text).await;
        posted.expect("a conversation of several is started").message().conversation
    }

    /// Tries to ask people to a conversation of several.
    pub async fn try_add(
        &self,
        conversation: ConversationId,
        others: &[&Member],
        history: Shown,
        text: &str,
    ) -> Result<Posted, Error> {
        let add = AddPeople { to: handles(others), history, draft: self.draft(text) };
        self.snug().add_people(&self.actor(), conversation, add).await
    }

    /// Asks somebody to a conversation of several.
    pub async fn adds(&self, conversation: ConversationId, other: &Member, history: Shown, text: &str) {
        self.try_add(conversation, &[other], history, text).await.expect("somebody is asked");
    }

    /// Leaves.
    pub async fn leave(&self, conversation: ConversationId) {
        self.snug().leave(&self.actor(), conversation).await.expect("somebody leaves");
    }

    /// Undoes leaving.
    pub async fn undoes_leaving(&self, conversation: ConversationId) {
        self.snug().undo_leave(&self.actor(), conversation).await.expect("leaving is undone");
    }

    /// Takes somebody out, or takes back that they were asked.
    pub async fn remove(&self, conversation: ConversationId, other: &Member) {
        let handle = other.handle().clone();
        self.snug().remove_participant(&self.actor(), conversation, handle).await.expect("somebody is removed");
    }

    /// Gives a conversation a title.
    pub async fn rename(&self, conversation: ConversationId, title: &str) {
        self.keep_secret(title);
        let title = ConversationTitle::parse(title).expect("a title");
        self.snug().rename_conversation(&self.actor(), conversation, title).await.expect("it is renamed");
    }

    /// Makes somebody a host, or a host no more.
    pub async fn makes(&self, conversation: ConversationId, other: &Member, role: Role) {
        let handle = other.handle().clone();
        self.snug().set_role(&self.actor(), conversation, handle, role).await.expect("a role is changed");
    }

    /// The texts of the messages that they see.
    pub async fn hears(&self, conversation: ConversationId) -> Vec<String> {
        let entries = self.entries(conversation).await.into_iter();
        entries.filter(|entry| entry.kind == EntryKind::Message).map(|entry| entry.source).collect()
    }

    /// What the entries are that they see.
    pub async fn kinds(&self, conversation: ConversationId) -> Vec<EntryKind> {
        self.entries(conversation).await.iter().map(|entry| entry.kind).collect()
    }
}

fn handles(members: &[&Member]) -> Vec<Handle> {
    members.iter().map(|member| member.handle().clone()).collect()
}
