//! A folder that keeps mails as files, one a mail, numbered in the order they came.
//!
//! Mails hold links that sign in, so only the user Snug runs as can read them.

use crate::{Handed, Parcel};
use snug_domain::deliveries::{Rejection, Stage};
use std::fs::{self, DirBuilder, OpenOptions, Permissions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

const FOLDER_MODE: u32 = 0o700;
const MAIL_MODE: u32 = 0o600;

/// A folder of mails: `000001.eml`, `000002.eml`, and so on. One process writes to it.
pub struct MailFolder {
    path: PathBuf,
    next: AtomicU64,
}

impl MailFolder {
    /// The folder at this path, made if it is missing; numbers go on where they ended. One that others can read is
    /// closed to them, where it holds mails alone.
    pub fn open(path: &Path) -> io::Result<Self> {
        DirBuilder::new().recursive(true).mode(FOLDER_MODE).create(path)?;
        let (mut last, mut is_ours) = (0, true);
        for entry in fs::read_dir(path)? {
            let path = entry?.path();
            match number(&path) {
                Some(number) => {
                    fs::set_permissions(&path, Permissions::from_mode(MAIL_MODE))?;
                    last = last.max(number);
                }
                None => is_ours = false,
            }
        }
        if is_ours {
            fs::set_permissions(path, Permissions::from_mode(FOLDER_MODE))?;
        }
        Ok(Self { path: path.to_owned(), next: AtomicU64::new(last + 1) })
    }

    /// Keeps one mail.
    pub(crate) async fn keep(&self, parcel: &Parcel) -> Handed {
        let name = format!("{:06}.eml", self.next.fetch_add(1, Ordering::Relaxed));
        let reply = format!("250 2.0.0 Ok: kept as {name}");
        let path = self.path.join(name);
        let content = delivered(parcel);
        // Waits for the disk, which the tasks beside this one should not.
        match tokio::task::spawn_blocking(move || write(&path, &content)).await {
            Ok(Ok(())) => Handed::Taken { reply },
            Ok(Err(fault)) => out_of_order(&format!("5.3.1 {fault}")),
            Err(_) => out_of_order("5.3.0 The mail could not be kept"),
        }
    }
}

fn out_of_order(words: &str) -> Handed {
    Handed::Refused(Rejection { stage: Stage::Content, code: Some(554), words: words.to_owned() })
}

/// With the envelope before it, as a server writes it when it delivers (RFC 5321, 4.4).
fn delivered(parcel: &Parcel) -> Vec<u8> {
    let Parcel { envelope_from, envelope_to, raw } = parcel;
    let mut content = format!("Return-Path: <{envelope_from}>\r\nDelivered-To: {envelope_to}\r\n").into_bytes();
    content.extend(raw);
    content
}

/// Under another name first: who reads the folder sees whole mails only.
fn write(path: &Path, content: &[u8]) -> io::Result<()> {
    let unfinished = path.with_extension("part");
    let mut file = OpenOptions::new().write(true).create(true).truncate(true).mode(MAIL_MODE).open(&unfinished)?;
    file.set_permissions(Permissions::from_mode(MAIL_MODE))?;
    file.write_all(content)?;
    file.sync_all()?;
    fs::rename(unfinished, path)
}

fn number(path: &Path) -> Option<u64> {
    path.file_stem()?.to_str()?.parse().ok()
}
