use super::visitor::Browser;
use crate::database::TestDatabase;
use crate::member::Member;
use crate::people::PASSWORD;
use crate::test_app::{TestApp, settings};
use snug_app::{App, Settings};
use snug_bus::Bus;
use snug_web::{ClientAddress, Demo, Site, serve};
use std::net::{Ipv4Addr, SocketAddr};
use std::ops::Deref;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

/// A whole Snug whose site is served. It is a [`TestApp`] in all else.
pub struct TestSite {
    app: TestApp,
    site: Site,
    address: SocketAddr,
}

impl TestSite {
    /// A new one, as `snug serve` runs it on localhost.
    pub async fn new() -> Self {
        Self::with_settings(|_| ()).await
    }

    /// A new one that is set up otherwise.
    pub async fn with_settings(change: impl FnOnce(&mut Settings)) -> Self {
        Self::open(TestApp::with_settings(change).await, None).await
    }

    /// A new one, as `snug demo` runs it.
    pub async fn demo() -> Self {
        let app = TestApp::new().await;
        let mails = app.installation.folder.clone();
        Self::open(app, Some(Demo { mails })).await
    }

    async fn open(app: TestApp, demo: Option<Demo>) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let site = Site {
            app: app.snug().clone(),
            clock: app.installation.clock.as_clock(),
            demo,
            client_address: ClientAddress::Connection,
            stopping: CancellationToken::new(),
        };
        let tasks = TaskTracker::new();
        let (stopping, snug) = (site.stopping.clone(), site.app.clone());
        tasks.spawn(async move { stopping.run_until_cancelled(snug.pass_on_hints()).await });
        tasks.spawn(serve(listener, site.clone()));
        Self { app, site, address }
    }

    /// What the site is made of, to make a second one of it.
    #[must_use]
    pub fn site(&self) -> Site {
        self.site.clone()
    }

    /// A browser at Riverside that nobody is signed in with.
    #[must_use]
    pub fn browser(&self) -> Browser {
        self.browser_at(&self.community().host)
    }

    /// A browser at this host that nobody is signed in with.
    #[must_use]
    pub fn browser_at(&self, host: &str) -> Browser {
        Browser::new(Arc::clone(&self.app.installation), host, self.address)
    }

    /// A browser in which this member signed in, by the form, at their community.
    pub async fn sign_in(&self, member: &Member) -> Browser {
        let browser = self.browser_at(&member.actor().community.host);
        let form = browser.open("/sign-in").await;
        let answer = browser.press(&form, "/sign-in", &[("address", &member.address()), ("password", PASSWORD)]).await;
        assert!(answer.has("form[action='/sign-out']"), "{} is signed in", member.key);
        browser
    }

    /// Another node of the installation: on the same database, with no hints from here or to here.
    #[must_use]
    pub fn another_node(&self) -> App {
        self.node_on(self.database())
    }

    /// A node on this database, whatever became of it.
    #[must_use]
    pub fn node_on(&self, database: &TestDatabase) -> App {
        App::new((**database).clone(), Bus::new(), settings())
    }

    /// Lets so much time pass for connections, which the frozen clock does not move.
    pub async fn let_connections_wait(&self, span: Duration) {
        tokio::time::pause();
        tokio::time::advance(span).await;
        tokio::time::resume();
    }

    /// Tells the program to stop, as a signal does.
    pub fn stop(&self) {
        self.site.stopping.cancel();
    }
}

impl Deref for TestSite {
    type Target = TestApp;
    fn deref(&self) -> &TestApp {
        &self.app
    }
}

impl Drop for TestSite {
    fn drop(&mut self) {
        self.stop();
    }
}
