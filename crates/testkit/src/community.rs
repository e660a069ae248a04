//! A community of a test, and the people in it.

use crate::installation::Installation;
use crate::mail::ReceivedMail;
use crate::member::Member;
use crate::people::{Known, PASSWORD, address_of};
use snug_app::App;
use snug_app::communities::NewCommunity;
use snug_app::people::NewPerson;
use snug_domain::communities::{Community, Conversations};
use snug_domain::deliveries::INVITATION_MAIL_WAITS;
use snug_domain::people::{Language, Person};
use snug_domain::{ConversationId, Span, Timestamp};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A community whose conversations are on, unless a test turns them off. Clones are the same one.
#[derive(Clone)]
pub struct TestCommunity {
    pub(crate) installation: Arc<Installation>,
    known: Arc<Mutex<KnownHere>>,
}

struct KnownHere {
    community: Arc<Community>,
    people: HashMap<String, Person>,
}

impl TestCommunity {
    pub(crate) async fn create(installation: &Arc<Installation>, slug: &str) -> Self {
        let mut name = slug.to_owned();
        name.get_mut(..1).expect("a plain word").make_ascii_uppercase();
        let new = NewCommunity {
            slug: slug.to_owned(),
            name,
            host: format!("{slug}.localhost"),
            mail_domain: format!("mail.{slug}.example"),
            language: Language::English,
        };
        let created = installation.snug.create_community(new, installation.clock.now()).await;
        let community = Arc::new(created.expect("a new community"));
        let known = Arc::new(Mutex::new(KnownHere { community, people: HashMap::new() }));
        let created = Self { installation: Arc::clone(installation), known };
        created.turn_conversations(Conversations::On).await;
        created
    }

    /// The app itself.
    #[must_use]
    pub fn snug(&self) -> &App {
        &self.installation.snug
    }

    /// What time it is.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.installation.clock.now()
    }

    /// The community, as it is now.
    #[must_use]
    pub fn community(&self) -> Arc<Community> {
        Arc::clone(&self.known().community)
    }

    /// Turns conversations on or off, as the operator does.
    pub async fn turn_conversations(&self, conversations: Conversations) {
        let slug = self.community().slug.clone();
        let turned = self.snug().set_conversations(&slug, conversations).await;
        self.known().community = Arc::new(turned.expect("conversations are turned"));
    }

    /// The member with this key, for a year already if nobody named them before.
    pub async fn member(&self, key: &str) -> Member {
        self.member_for(key, Span::days(365)).await
    }

    /// The member with this key, who signed up just now if nobody named them before.
    pub async fn new_member(&self, key: &str) -> Member {
        self.member_for(key, Span(0)).await
    }

    /// The member with this key, added by the operator without a password.
    pub async fn member_without_password(&self, key: &str) -> Member {
        let person = self.create_person(key, (Span::days(365), None)).await;
        Member::new(self.clone(), key, person)
    }

    /// How many members there are, at most 100.
    pub async fn count_members(&self) -> usize {
        let members = self.snug().list_first_members(&self.community(), 100).await;
        members.expect("members").len()
    }

    /// Two members who talk, and their conversation with one message and one line in it.
    pub async fn talking(&self, starter: &str, invited: &str) -> (Member, Member, ConversationId) {
        let (starter, other) = (self.member(starter).await, self.member(invited).await);
        let conversation = starter.start_conversation(invited, "Hello, shall we talk?").await;
        other.accept(conversation).await;
        (starter, other, conversation)
    }

    /// The mails that came for this person or address from this community, with those that leave
    /// once the moment is over that the mail of an invitation waits.
    pub async fn mailbox(&self, key: &str) -> Vec<ReceivedMail> {
        self.installation.clock.wait(INVITATION_MAIL_WAITS);
        self.installation.deliver().await;
        let (address, from) = (format!("<{}>", address_of(key)), format!("@{}>", self.community().mail_domain));
        let mut mails = self.installation.mails();
        mails.retain(|mail| mail.header("Delivered-To").is_some_and(|to| address == format!("<{to}>")));
        mails.retain(|mail| mail.from.ends_with(&from));
        mails
    }

    /// The last mail for this person.
    pub async fn last_mail(&self, key: &str) -> ReceivedMail {
        self.mailbox(key).await.pop().unwrap_or_else(|| panic!("no mail for {key}"))
    }

    async fn member_for(&self, key: &str, span: Span) -> Member {
        let known = self.known().people.get(key).cloned();
        let person = match known {
            Some(person) => person,
            None => self.create_person(key, (span, Some(PASSWORD))).await,
        };
        Member::new(self.clone(), key, person)
    }

    async fn create_person(&self, key: &str, (span, password): (Span, Option<&str>)) -> Person {
        let Known { name, address, language } = Known::by_key(key);
        let new = NewPerson { name, address, language, about: String::new(), password: password.map(str::to_owned) };
        let created = self.snug().create_person(&self.community(), new, self.now() - span).await;
        let person = created.expect("a new member");
        self.known().people.insert(key.to_owned(), person.clone());
        person
    }

    fn known(&self) -> MutexGuard<'_, KnownHere> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
