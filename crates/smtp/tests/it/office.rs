//! An app with mails to carry: everybody who signs up is sent one.

use snug_app::accounts::SignUp;
use snug_app::communities::NewCommunity;
use snug_app::{App, Client, Clock, PasswordCost, Secret, Settings};
use snug_bus::Bus;
use snug_domain::communities::Community;
use snug_domain::conversations::DIGEST_WINDOW;
use snug_domain::deliveries::DeliveryState;
use snug_domain::people::Language;
use snug_domain::{Span, Timestamp};
use snug_store::deliveries;
use snug_store::testing::TestDatabase;
use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

const NOW: Timestamp = Timestamp(1_795_000_000_000);

/// An app, its community and its database.
pub(crate) struct Office {
    pub app: App,
    community: Arc<Community>,
    database: TestDatabase,
}

impl Office {
    /// One without any mail.
    pub(crate) async fn open() -> Self {
        let database = TestDatabase::sqlite();
        let settings = Settings {
            secret: Secret::new(&[7; 32]),
            scheme: "https",
            port: None,
            dkim: Vec::new(),
            digest_window: DIGEST_WINDOW,
            limits: false,
            password_cost: PasswordCost::Least,
        };
        let app = App::new(database.clone(), Bus::new(), settings);
        let new = NewCommunity {
            slug: String::from("riverside"),
            name: String::from("Riverside"),
            host: String::from("riverside.example"),
            mail_domain: String::from("mail.riverside.example"),
            language: Language::English,
        };
        let community = app.create_community(new, NOW).await.expect("a community");
        Self { app, community: Arc::new(community), database }
    }

    /// A clock that stands still, so long after the mails were written.
    pub(crate) fn clock(&self, after: Span) -> Clock {
        Clock::new(move || NOW + after)
    }

    /// A clock that shows so many minutes after the mails were written, and counts who looks at it.
    pub(crate) fn clock_of(&self, minutes: Arc<AtomicI64>, looks: Arc<AtomicI64>) -> Clock {
        Clock::new(move || {
            looks.fetch_add(1, Ordering::SeqCst);
            NOW + Span::minutes(minutes.load(Ordering::SeqCst))
        })
    }

    /// Writes so many mails, by as many people who sign up.
    pub(crate) async fn write(&self, mails: usize) {
        let client = Client::new(IpAddr::V4(Ipv4Addr::LOCALHOST), "");
        for number in 0..mails {
            let form = SignUp {
                name: format!("Lena {number}"),
                address: format!("lena-{number}@example.org"),
                password: String::from("a quiet corner"),
                language: Language::English,
            };
            self.app.sign_up(&self.community, &client, form, NOW).await.expect("signed up");
        }
    }

    /// How many mails are in this state.
    pub(crate) async fn count(&self, state: DeliveryState) -> i64 {
        let counted: Result<_, snug_store::Error> = self.database.read(deliveries::count_by_state).await;
        let counted = counted.expect("counted");
        counted.into_iter().find(|(found, _)| *found == state).map_or(0, |(_, count)| count)
    }

    /// Waits until so many mails are sent.
    pub(crate) async fn all_sent(&self, mails: i64) {
        // A courier tells nobody; ten seconds are far more than it needs.
        for _ in 0..500 {
            if self.count(DeliveryState::Sent).await == mails {
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
        panic!("{} of {mails} mails were sent", self.count(DeliveryState::Sent).await);
    }
}
