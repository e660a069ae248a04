use crate::installation::Installation;
use std::os::unix::fs::PermissionsExt;

const GENERATE: [&str; 6] = ["dkim", "generate", "--domain", "mail.riverside.example", "--key-file", "key.pem"];

#[test]
fn a_key_is_kept_for_its_owner_only_and_its_record_printed() {
    let installation = Installation::on_sqlite();
    let answer = installation.run(&GENERATE);
    assert_eq!(answer.code, Some(0), "{}", answer.errors);
    let beginning = "snug._domainkey.mail.riverside.example. IN TXT \"v=DKIM1; k=ed25519; p=";
    assert!(answer.output.starts_with(beginning), "{}", answer.output);
    let mode = installation.path("key.pem").metadata().unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn a_key_that_is_in_use_is_never_overwritten() {
    let installation = Installation::on_sqlite();
    installation.run(&GENERATE);
    let key = std::fs::read(installation.path("key.pem")).unwrap();
    assert_eq!(installation.run(&GENERATE).code, Some(1));
    assert_eq!(std::fs::read(installation.path("key.pem")).unwrap(), key);
}
