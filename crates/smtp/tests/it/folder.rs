use crate::mails::parcel;
use crate::servers::{bounced, later};
use snug_domain::deliveries::{Rejection, Stage};
use snug_smtp::{Handed, MailFolder, Outlet, Parcel};
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

fn folder(path: &Path) -> Outlet {
    Outlet::Folder(MailFolder::open(path).expect("a folder"))
}

fn names(path: &Path) -> Vec<String> {
    let entries = fs::read_dir(path).expect("a folder");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("a file").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[tokio::test]
async fn a_folder_keeps_each_mail_in_its_envelope() {
    let path = tempfile::tempdir().expect("a folder");
    let mail = parcel("ben", None);
    let handed = folder(path.path()).send(&mail).await;
    assert!(handed == Handed::Taken { reply: "250 2.0.0 Ok: kept as 000001.eml".into() });
    let kept = fs::read(path.path().join("000001.eml")).expect("a mail");
    let envelope = format!("Return-Path: <{}>\r\nDelivered-To: ben@example.org\r\n", mail.envelope_from);
    assert_eq!(kept, [envelope.as_bytes(), &mail.raw].concat());
}

#[tokio::test]
async fn numbers_go_on_after_a_restart() {
    let path = tempfile::tempdir().expect("a folder");
    for _ in 0..3 {
        let outlet = folder(path.path());
        let (one, two) = (parcel("ben", None), parcel("lena", None));
        let (one, two) = tokio::join!(outlet.send(&one), outlet.send(&two));
        assert!(matches!((one, two), (Handed::Taken { .. }, Handed::Taken { .. })));
    }
    let expected: Vec<String> = (1..=6).map(|number| format!("{number:06}.eml")).collect();
    assert_eq!(names(path.path()), expected, "and nothing unfinished is left");
}

#[tokio::test]
async fn a_folder_that_went_away_keeps_the_mail_waiting() {
    let path = tempfile::tempdir().expect("a folder");
    let outlet = folder(path.path());
    path.close().expect("removed");
    later(&outlet.send(&parcel("ben", None)).await);
}

#[tokio::test]
async fn what_is_no_address_is_never_written_to() {
    let path = tempfile::tempdir().expect("a folder");
    for address in ["", "ben", "ben@example.org>\r\nDATA", "ben@example.org\nBcc: eve@example.org"] {
        let mail = Parcel { envelope_to: address.to_owned(), ..parcel("ben", None) };
        bounced(&folder(path.path()).send(&mail).await);
    }
    assert!(names(path.path()).is_empty());
}

#[test]
fn neither_a_mail_nor_its_fate_shows_anything_in_a_log() {
    assert_eq!(format!("{:?}", parcel("ben", None)), "Parcel(…)");
    let words = String::from("5.1.1 ben@example.org is unknown");
    let refused = Handed::Refused(Rejection { stage: Stage::Recipient, code: Some(550), words });
    assert_eq!(format!("{refused:?}"), "Rejection { stage: Recipient, code: Some(550), .. }");
}

#[tokio::test]
async fn nobody_else_on_the_machine_reads_the_mails() {
    let mode = |path: &Path| fs::metadata(path).expect("it is there").permissions().mode() & 0o777;
    let place = tempfile::tempdir().expect("a folder");
    let path = place.path().join("mails");
    assert!(matches!(folder(&path).send(&parcel("ben", None)).await, Handed::Taken { .. }));
    let mail = path.join("000001.eml");
    assert_eq!((mode(&path), mode(&mail)), (0o700, 0o600));

    fs::set_permissions(&path, Permissions::from_mode(0o755)).expect("set");
    fs::set_permissions(&mail, Permissions::from_mode(0o644)).expect("set");
    folder(&path);
    assert_eq!((mode(&path), mode(&mail)), (0o700, 0o600), "what was open before is closed");
}
