//! A member, and what they do. Each verb expects to succeed; where a test expects a no, it asks
//! the app itself, with [`Member::actor`].

use crate::community::TestCommunity;
use crate::people::address_of;
use snug_app::accounts::{NewApiToken, Token};
use snug_app::conversations::{Bell, Conversation, Draft, Filter, Place, Posted, Reply, Slice, StartWith};
use snug_app::{Actor, ApiToken, App, Client, Error, Listed, Message};
use snug_domain::api_token::Scope;
use snug_domain::conversations::{ClientId, MessageText, Origin};
use snug_domain::people::{Handle, Person, Preferences, Writers};
use snug_domain::{ConversationId, MessageId, PersonId};
use std::net::{IpAddr, Ipv4Addr};
use std::sync::atomic::{AtomicU64, Ordering};

/// A member of a community.
#[derive(Clone)]
pub struct Member {
    place: TestCommunity,
    /// The key they are known by in tests.
    pub key: String,
    /// Who they were when they were made.
    pub person: Person,
}

impl Member {
    pub(crate) fn new(place: TestCommunity, key: &str, person: Person) -> Self {
        Self { place, key: key.to_owned(), person }
    }

    /// Their id.
    #[must_use]
    pub fn id(&self) -> PersonId {
        self.person.id
    }

    /// Their short name.
    #[must_use]
    pub fn handle(&self) -> &Handle {
        &self.person.handle
    }

    /// Their address.
    #[must_use]
    pub fn address(&self) -> String {
        address_of(&self.key)
    }

    /// Them, doing something now.
    #[must_use]
    pub fn actor(&self) -> Actor {
        Actor { community: self.place.community(), person: self.person.id, now: self.place.now() }
    }

    /// A message they are about to send, under a key of its own.
    #[must_use]
    pub fn draft(&self, text: &str) -> Draft {
        static NEXT: AtomicU64 = AtomicU64::new(1);
        self.draft_with(&format!("draft-{:06}", NEXT.fetch_add(1, Ordering::Relaxed)), text)
    }

    /// A message they are about to send, under this key.
    #[must_use]
    pub fn draft_with(&self, client_id: &str, text: &str) -> Draft {
        self.place.installation.keep_secret(text);
        Draft {
            text: MessageText::parse(text).expect("a text"),
            client_id: ClientId::parse(client_id).expect("a key"),
            origin: Origin::Site,
        }
    }

    /// Tries to start a conversation with whoever has this key.
    pub async fn try_start(&self, with: &str, text: &str) -> Result<Posted, Error> {
        let to = self.place.member(with).await.person.handle;
        let start = StartWith::one(to, self.draft(text));
        self.snug().start_conversation(&self.actor(), start).await
    }

    /// Starts a conversation with whoever has this key.
    pub async fn start_conversation(&self, with: &str, text: &str) -> ConversationId {
        let posted = self.try_start(with, text).await.expect("a conversation is started");
        posted.message().conversation
    }

    /// Accepts an invitation.
    pub async fn accept(&self, conversation: ConversationId) {
        self.snug().accept(&self.actor(), conversation).await.expect("an invitation is accepted");
    }

    /// Declines an invitation.
    pub async fn decline(&self, conversation: ConversationId) {
        self.snug().decline(&self.actor(), conversation).await.expect("an invitation is declined");
    }

    /// Takes an invitation back.
    pub async fn withdraw(&self, conversation: ConversationId) {
        self.snug().withdraw(&self.actor(), conversation).await.expect("an invitation is withdrawn");
    }

    /// Takes declining back.
    pub async fn undoes_declining(&self, conversation: ConversationId) {
        self.snug().undo_decline(&self.actor(), conversation).await.expect("declining is undone");
    }

    /// Undoes a withdrawal.
    pub async fn undoes_withdrawing(&self, conversation: ConversationId) {
        self.snug().undo_withdraw(&self.actor(), conversation).await.expect("a withdrawal is undone");
    }

    /// Says something.
    pub async fn say(&self, conversation: ConversationId, text: &str) -> Message {
        let posted = self.snug().reply(&self.actor(), conversation, self.draft(text)).await;
        posted.expect("a message is sent").message().clone()
    }

    /// Says something in answer to the message with this number.
    pub async fn try_answer(&self, conversation: ConversationId, sequence: i64, text: &str) -> Result<Posted, Error> {
        let reply = Reply { draft: self.draft(text), in_reply_to: Some(sequence) };
        self.snug().reply(&self.actor(), conversation, reply).await
    }

    /// Replaces the text of a message.
    pub async fn edit(&self, conversation: ConversationId, message: MessageId, text: &str) -> Message {
        let text = self.draft(text).text;
        let edited = self.snug().edit_message(&self.actor(), conversation, message, text).await;
        edited.expect("a message is edited")
    }

    /// Deletes a message.
    pub async fn delete(&self, conversation: ConversationId, message: MessageId) {
        self.snug().delete_message(&self.actor(), conversation, message).await.expect("a message is deleted");
    }

    /// Undoes the deletion of a message.
    pub async fn restore(&self, conversation: ConversationId, message: MessageId) -> Message {
        self.snug().restore_message(&self.actor(), conversation, message).await.expect("a message is restored")
    }

    /// Reads a conversation to its end.
    pub async fn reads(&self, conversation: ConversationId) {
        self.snug().mark_read(&self.actor(), conversation, i64::MAX).await.expect("a conversation is read");
    }

    /// A conversation as they see it.
    pub async fn sees(&self, conversation: ConversationId) -> Conversation {
        let shown = self.snug().show_conversation(&self.actor(), conversation, Slice::Last, 1).await;
        shown.expect("a conversation is shown").0
    }

    /// The entries of a conversation that they see, the oldest first, at most 100.
    pub async fn entries(&self, conversation: ConversationId) -> Vec<Message> {
        let shown = self.snug().show_conversation(&self.actor(), conversation, Slice::Last, 100).await;
        shown.expect("a conversation is shown").1.entries
    }

    /// The texts of the entries that they see; a line has none.
    pub async fn texts(&self, conversation: ConversationId) -> Vec<String> {
        self.entries(conversation).await.into_iter().map(|entry| entry.source).collect()
    }

    /// Their list of conversations, at most 100.
    pub async fn lists(&self, filter: Filter) -> Vec<Listed> {
        let page = self.snug().list_conversations(&self.actor(), filter, Place::TOP, 100).await;
        page.expect("a list").conversations
    }

    /// What their bell shows.
    pub async fn bell(&self) -> Bell {
        self.snug().bell(&self.actor()).await.expect("a bell")
    }

    /// Uses a visible page.
    pub async fn is_on_the_site(&self) {
        self.snug().note_presence(&self.actor()).await.expect("presence is noted");
    }

    /// Turns mail on or off in the preferences.
    pub async fn wants_mail(&self, wants_mail: bool) {
        let preferences = Preferences { wants_mail, ..self.person.preferences };
        self.snug().set_preferences(&self.actor(), preferences).await.expect("preferences are kept");
    }

    /// Reminds those who have not answered.
    pub async fn reminds(&self, conversation: ConversationId) {
        self.snug().remind(&self.actor(), conversation).await.expect("they are reminded");
    }

    /// Chooses who may write to them.
    pub async fn is_written_to_by(&self, writers: Writers) {
        let preferences = Preferences { writers, ..self.person.preferences };
        self.snug().set_preferences(&self.actor(), preferences).await.expect("preferences are kept");
    }

    /// Blocks somebody.
    pub async fn blocks(&self, other: &Self) {
        self.snug().block(&self.actor(), other.handle()).await.expect("somebody is blocked");
    }

    /// Unblocks somebody.
    pub async fn unblocks(&self, other: &Self) {
        self.snug().unblock(&self.actor(), other.handle()).await.expect("somebody is unblocked");
    }

    /// Signs in with a browser, and returns the token in its cookie.
    pub async fn sign_in(&self) -> Token {
        let token = self.snug().sign_in_as(&self.actor(), &Self::client()).await.expect("a session");
        self.place.installation.keep_secret(token.reveal());
        token
    }

    /// Makes a token of the API that reads and writes.
    pub async fn api_token(&self, name: &str) -> (ApiToken, Token) {
        let new = NewApiToken { name: name.to_owned(), scope: Scope::ReadWrite, expires_in_days: None };
        let made = self.snug().create_api_token(&self.actor(), None, new).await.expect("a token");
        self.place.installation.keep_secret(made.1.reveal());
        made
    }

    /// The browser everybody uses.
    #[must_use]
    pub fn client() -> Client {
        Client::new(IpAddr::V4(Ipv4Addr::new(203, 0, 113, 7)), "A browser of 2026")
    }

    /// The app itself.
    #[must_use]
    pub fn snug(&self) -> &App {
        self.place.snug()
    }

    pub(crate) fn keep_secret(&self, text: &str) {
        self.place.installation.keep_secret(text);
    }
}
