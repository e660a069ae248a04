//! Signatures, judged by a verifier that is not ours, after the mail travelled.

use crate::mails::parcel;
use crate::servers::{Servers, mailbox, outlet};
use snug_mail::DkimKey;
use snug_smtp::Handed;
use std::io::Write;
use std::process::{Command, Stdio};

/// Reads a mail; the arguments are the name and the text of the one DNS record there is.
const VERIFIER: &str = "
import dkim, sys
name, record = sys.argv[1:]
def dnsfunc(asked, timeout=5):
    return record.encode() if asked.decode().rstrip('.') == name else None
sys.exit(0 if dkim.verify(sys.stdin.buffer.read(), dnsfunc=dnsfunc) else 1)
";

fn verified(mail: &[u8], key: &DkimKey) -> bool {
    let python = concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/venv/bin/python");
    let mut verifier = Command::new(python)
        .args(["-c", VERIFIER, &key.dns_name(), &key.dns_record()])
        .stdin(Stdio::piped())
        .spawn()
        .expect("dkimpy is in target/venv: `make test-packages` installs it");
    verifier.stdin.take().expect("its input").write_all(mail).expect("written");
    verifier.wait().expect("an outcome").success()
}

async fn travels_and_is_verified(name: &str, key: &DkimKey) {
    let (servers, name) = (Servers::running(), mailbox(name));
    let handed = outlet(servers.settings()).send(&parcel(&name, Some(key))).await;
    assert!(matches!(handed, Handed::Taken { .. }), "{handed:?}");
    let arrived = servers.arrived(&name).await;
    assert!(verified(&arrived, key));

    let text = String::from_utf8(arrived).expect("ASCII");
    let forged = text.replacen("Subject:", "Subject: Urgent", 1);
    assert_ne!(forged, text);
    assert!(!verified(forged.as_bytes(), key), "the verifier does verify");
}

#[tokio::test]
async fn an_rsa_signature_survives_the_way() {
    let pem = include_str!("../../../mail/tests/it/rsa.pem");
    travels_and_is_verified("rsa", &DkimKey::from_pem("mail.snug.test", "snug", pem).expect("a key")).await;
}

#[tokio::test]
async fn an_ed25519_signature_survives_the_way() {
    let pem = DkimKey::generate().expect("a key");
    travels_and_is_verified("ed25519", &DkimKey::from_pem("mail.snug.test", "snug", &pem).expect("a key")).await;
}
