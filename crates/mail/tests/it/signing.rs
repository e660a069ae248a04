//! A signature, verified with the published record.

use crate::composing::letter;
use mail_auth::common::parse::TxtRecordParser;
use mail_auth::common::verify::DomainKey;
use mail_auth::{AuthenticatedMessage, DkimResult, MessageAuthenticator, Parameters, ResolverCache, Txt};
use snug_domain::people::Language;
use snug_mail::{DkimKey, KeyFault, compose};
use std::borrow::Borrow;
use std::hash::Hash;
use std::sync::Arc;
use std::time::Instant;

const RSA: &str = include_str!("rsa.pem");
const DOMAIN: &str = "mail.riverside.example";

/// Stands in for the DNS: the one record that was published.
struct Published(Arc<DomainKey>);

impl ResolverCache<Box<str>, Txt> for Published {
    fn get<Q>(&self, _: &Q) -> Option<Txt>
    where
        Box<str>: Borrow<Q>,
        Q: Hash + Eq + ?Sized,
    {
        Some(Txt::DomainKey(Arc::clone(&self.0)))
    }

    fn remove<Q>(&self, _: &Q) -> Option<Txt>
    where
        Box<str>: Borrow<Q>,
        Q: Hash + Eq + ?Sized,
    {
        None
    }

    fn insert(&self, _: Box<str>, _: Txt, _: Instant) {}
}

async fn passes(mail: &[u8], key: &DkimKey) -> bool {
    let record = DomainKey::parse(key.dns_record().as_bytes()).expect("a record");
    let published = Published(Arc::new(record));
    let resolver = MessageAuthenticator::new_system_conf().expect("a resolver");
    let message = AuthenticatedMessage::parse(mail).expect("a message");
    let outcome = resolver.verify_dkim(Parameters::new(&message).with_txt_cache(&published)).await;
    // None at all where the message is not even worth verifying: two From headers.
    outcome.len() == 1 && outcome.iter().all(|signature| signature.result() == &DkimResult::Pass)
}

fn keys() -> [DkimKey; 2] {
    let ed25519 = DkimKey::generate().expect("a key");
    [RSA, &ed25519].map(|pem| DkimKey::from_pem(DOMAIN, "snug", pem).expect("a key"))
}

#[tokio::test]
async fn a_signed_mail_is_verified_with_the_published_record() {
    for key in keys() {
        for language in Language::ALL {
            let mail = compose(&letter(language), Some(&key)).expect("a mail");
            assert!(passes(&mail, &key).await);
        }
    }
}

#[tokio::test]
async fn a_header_that_somebody_adds_or_changes_breaks_the_signature() {
    for key in keys() {
        let mail = compose(&letter(Language::English), Some(&key)).expect("a mail");
        let mail = String::from_utf8(mail).expect("ASCII");
        for (was, becomes) in [
            ("From: \"Ana", "From: \"Eve"),
            ("Subject: ", "Subject: Urgent: "),
            ("MIME-Version", "Subject: Urgent\r\nMIME-Version"),
            ("MIME-Version", "Reply-To: eve@example.org\r\nMIME-Version"),
            ("MIME-Version", "From: eve@example.org\r\nMIME-Version"),
            ("chairs", "tables"),
        ] {
            let changed = mail.replacen(was, becomes, 1);
            assert_ne!(changed, mail, "{was} is there");
            assert!(!passes(changed.as_bytes(), &key).await, "{becomes}");
        }
    }
}

#[test]
fn a_record_says_where_it_is_published_and_what() {
    let [rsa, ed25519] = keys();
    assert_eq!(rsa.dns_name(), "snug._domainkey.mail.riverside.example");
    assert!(rsa.dns_record().starts_with("v=DKIM1; k=rsa; p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA"));
    assert!(ed25519.dns_record().starts_with("v=DKIM1; k=ed25519; p="));
}

#[test]
fn what_is_no_key_is_refused_at_start() {
    let refusal = |pem: &str| DkimKey::from_pem(DOMAIN, "snug", pem).err();
    assert_eq!(refusal("no key"), Some(KeyFault::NotPem));
    assert_eq!(refusal(include_str!("rsa-1024.pem")), Some(KeyFault::Unusable));
}
