//! One installation: the app, its clock, and the courier with its folder.

use crate::clock::FrozenClock;
use crate::mail::{ReceivedMail, read_folder};
use snug_app::App;
use snug_smtp::{Outlet, courier};
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

pub(crate) struct Installation {
    pub snug: App,
    pub clock: FrozenClock,
    pub outlet: Outlet,
    pub folder: PathBuf,
    /// What was typed, and may be gone from the database by the end.
    secrets: Mutex<Vec<String>>,
}

impl Installation {
    pub(crate) fn new(snug: App, clock: FrozenClock, outlet: Outlet, folder: PathBuf) -> Self {
        Self { snug, clock, outlet, folder, secrets: Mutex::default() }
    }

    /// Does the jobs that are due.
    pub(crate) async fn run_jobs(&self) {
        self.snug.run_due_jobs(self.clock.now()).await.expect("the jobs that are due can be done");
    }

    /// Sends the mails that are due.
    pub(crate) async fn deliver(&self) {
        courier::run_once(&self.snug, &self.outlet, &self.clock.as_clock()).await;
    }

    /// Every mail sent, in order.
    pub(crate) fn mails(&self) -> Vec<ReceivedMail> {
        read_folder(&self.folder)
    }

    /// Remembers a text that no log may hold.
    pub(crate) fn keep_secret(&self, text: &str) {
        self.secrets.lock().unwrap_or_else(PoisonError::into_inner).push(text.to_owned());
    }

    pub(crate) fn secrets(&self) -> Vec<String> {
        self.secrets.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}
