//! The whole of it, begun for a test and finished with it.

use crate::canaries;
use crate::clock::FrozenClock;
use crate::community::TestCommunity;
use crate::database::{self, TestDatabase};
use crate::installation::Installation;
use crate::logs;
use crate::mail::ReceivedMail;
use snug_app::{App, PasswordCost, Secret, Settings};
use snug_bus::Bus;
use snug_domain::Span;
use snug_domain::conversations::DIGEST_WINDOW;
use snug_domain::deliveries::{DeliveryState, INVITATION_MAIL_WAITS};
use snug_smtp::{MailFolder, Outlet};
use snug_store::deliveries;
use std::ops::Deref;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tempfile::TempDir;

/// A whole Snug with one community, Riverside, which it stands for where a community is meant.
pub struct TestApp {
    riverside: TestCommunity,
    /// Whether a mail that did not arrive is what the test is about.
    mail_may_fail: AtomicBool,
    database: TestDatabase,
    _folder: TempDir,
}

impl TestApp {
    /// A new one, on a database of its own.
    pub async fn new() -> Self {
        Self::with_settings(|_| ()).await
    }

    /// A new one that is set up otherwise.
    pub async fn with_settings(change: impl FnOnce(&mut Settings)) -> Self {
        logs::read_along();
        let database = database::chosen();
        let folder = tempfile::tempdir().expect("a folder");
        let mut settings = settings();
        change(&mut settings);
        let snug = App::new(database.clone(), Bus::new(), settings);
        let outlet = Outlet::Folder(MailFolder::open(folder.path()).expect("a folder of mails"));
        let installation = Installation::new(snug, FrozenClock::at_start(), outlet, folder.path().to_owned());
        let installation = Arc::new(installation);
        // The first round of every job: the next is due when its time is over.
        installation.run_jobs().await;
        let riverside = TestCommunity::create(&installation, "riverside").await;
        Self { riverside, mail_may_fail: AtomicBool::new(false), database, _folder: folder }
    }

    /// One more community of the installation.
    pub async fn add_community(&self, slug: &str) -> TestCommunity {
        TestCommunity::create(&self.riverside.installation, slug).await
    }

    /// Lets time pass, and nothing else happen.
    pub fn wait(&self, span: Span) {
        self.riverside.installation.clock.wait(span);
    }

    /// Lets time pass, then does the jobs that are due and sends the mails that are due.
    pub async fn advance(&self, span: Span) {
        self.wait(span);
        self.run_jobs().await;
        self.deliver().await;
    }

    /// Does the jobs that are due.
    pub async fn run_jobs(&self) {
        self.riverside.installation.run_jobs().await;
    }

    /// Sends the mails that are due.
    pub async fn deliver(&self) {
        self.riverside.installation.deliver().await;
    }

    /// Every mail sent until now, to anybody.
    #[must_use]
    pub fn sent_mails(&self) -> Vec<ReceivedMail> {
        self.riverside.installation.mails()
    }

    /// From now on a mail may wait or come back: the test looks after its mails itself.
    pub fn let_mail_fail(&self) {
        self.mail_may_fail.store(true, Ordering::Relaxed);
    }

    /// The database, to look into it.
    #[must_use]
    pub fn database(&self) -> &TestDatabase {
        &self.database
    }

    /// Every private text there is in the database.
    pub async fn private_texts(&self) -> Vec<String> {
        canaries::list(&self.database, &[]).await
    }

    /// A text that must not be in the log by the end of the test.
    pub fn keep_secret(&self, text: &str) {
        self.riverside.installation.keep_secret(text);
    }

    /// Finishes what is due, and tells what is not as it should be.
    async fn finish(&self) -> Option<String> {
        self.wait(INVITATION_MAIL_WAITS);
        self.run_jobs().await;
        self.deliver().await;
        let counted: Result<_, snug_store::Error> = self.database.read(deliveries::count_by_state).await;
        let counted = counted.expect("deliveries are counted");
        let unfinished = |state| !matches!(state, DeliveryState::Sent | DeliveryState::Stopped);
        if let Some((state, count)) = counted.into_iter().find(|(state, _)| unfinished(*state))
            && !self.mail_may_fail.load(Ordering::Relaxed)
        {
            return Some(format!("{count} of the mails ended as {state:?}"));
        }
        let mut private = canaries::list(&self.database, &self.sent_mails()).await;
        private.extend(self.riverside.installation.secrets());
        canaries::find_in_log(&private).map(|text| format!("a private text is in the log: {text:?}"))
    }
}

impl Deref for TestApp {
    type Target = TestCommunity;
    fn deref(&self) -> &TestCommunity {
        &self.riverside
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        // One failure is enough.
        if std::thread::panicking() {
            return;
        }
        // The test's own runtime cannot wait here: it is what runs this.
        let finished = std::thread::scope(|scope| scope.spawn(|| block_on(self.finish())).join());
        match finished {
            Ok(None) => {}
            Ok(Some(fault)) => panic!("{fault}"),
            Err(panic) => std::panic::resume_unwind(panic),
        }
    }
}

/// How a Snug of a test is set up.
pub(crate) fn settings() -> Settings {
    Settings {
        secret: Secret::new(&[7; 32]),
        scheme: "http",
        port: None,
        dkim: Vec::new(),
        digest_window: DIGEST_WINDOW,
        limits: true,
        password_cost: PasswordCost::Least,
    }
}

fn block_on<T>(work: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.expect("a runtime").block_on(work)
}
