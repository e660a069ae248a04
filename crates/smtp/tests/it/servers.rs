//! The private mail servers: how to reach them, and the mailboxes behind them.

use snug_domain::deliveries::{SetupFault, Verdict, verdict};
use snug_smtp::{Handed, Login, Outlet, RelaySettings, Security, SmtpRelay, TimeLimits};
use std::collections::HashMap;
use std::path::PathBuf;
use std::time::Duration;

/// What `scripts/mail-servers` wrote down.
pub(crate) struct Servers(HashMap<String, String>);

impl Servers {
    /// The running servers.
    #[expect(clippy::disallowed_methods, reason = "only the environment knows where a test's servers are")]
    pub(crate) fn running() -> Self {
        let folder = std::env::var("SNUG_TEST_MAIL")
            .expect("SNUG_TEST_MAIL names no mail servers: run `make test-rust`, which starts them");
        let file = PathBuf::from(folder).join("env");
        let text = std::fs::read_to_string(file).expect("the mail servers run");
        let pairs = text.lines().filter_map(|line| line.split_once('='));
        Self(pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect())
    }

    fn value(&self, name: &str) -> &str {
        &self.0[name]
    }

    /// Settings that work, over STARTTLS.
    pub(crate) fn settings(&self) -> RelaySettings {
        RelaySettings {
            host: self.value("SMTP_HOST").to_owned(),
            port: self.port("SMTP_PORT"),
            security: Security::StartTls,
            login: Some(Login {
                user: self.value("MAIL_USER").to_owned(),
                password: self.value("MAIL_PASSWORD").to_owned(),
            }),
            connections: 2,
            limits: TimeLimits::rfc5321(Duration::from_secs(10)),
            extra_root_certificate: Some(self.value("CA_FILE").into()),
            hello_name: None,
        }
    }

    /// A port by its name.
    pub(crate) fn port(&self, name: &str) -> u16 {
        self.value(name).parse().expect("a port")
    }

    /// The one mail that arrives in the mailbox `NAME@example.org`.
    pub(crate) async fn arrived(&self, name: &str) -> Vec<u8> {
        let mails = self.arrived_mails(name, 1).await;
        mails.into_iter().next().expect("a mail")
    }

    /// The mails in the mailbox `NAME@example.org`, once there are so many.
    pub(crate) async fn arrived_mails(&self, name: &str, count: usize) -> Vec<Vec<u8>> {
        let mailbox = PathBuf::from(self.value("MAILDIR_ROOT")).join("example.org").join(name).join("new");
        // Postfix answers before Dovecot has the mail, and tells nobody when it has.
        for _ in 0..200 {
            let files: Vec<_> = std::fs::read_dir(&mailbox).into_iter().flatten().flatten().collect();
            if files.len() >= count {
                return files.iter().map(|file| std::fs::read(file.path()).expect("a mail")).collect();
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("no mail arrived for {name}");
    }
}

/// A mailbox that no earlier run wrote to, on servers that went on running.
pub(crate) fn mailbox(name: &str) -> String {
    format!("{name}-{}", std::process::id())
}

/// An outlet to a relay of these settings.
pub(crate) fn outlet(settings: RelaySettings) -> Outlet {
    Outlet::Smtp(Box::new(SmtpRelay::new(settings).expect("settings that can work")))
}

/// What was said of a mail that is tried again.
#[track_caller]
pub(crate) fn later(handed: &Handed) -> String {
    let Handed::Refused(rejection) = handed else { panic!("{handed:?}") };
    assert!(matches!(verdict(rejection, 1), Verdict::Later { .. }), "{}", rejection.reply());
    rejection.reply()
}

/// What was said of a mail that bounced.
#[track_caller]
pub(crate) fn bounced(handed: &Handed) -> String {
    let Handed::Refused(rejection) = handed else { panic!("{handed:?}") };
    assert_eq!(verdict(rejection, 1), Verdict::Bounced, "{}", rejection.reply());
    rejection.reply()
}

/// The fault of our own set-up for which a mail waits.
#[track_caller]
pub(crate) fn held_up(handed: &Handed) -> Option<SetupFault> {
    let Handed::Refused(rejection) = handed else { panic!("{handed:?}") };
    match verdict(rejection, 1) {
        Verdict::Later { fault, .. } => fault,
        other => panic!("{other:?}: {}", rejection.reply()),
    }
}
