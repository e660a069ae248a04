//! A folder that keeps mails as files, one a mail, numbered in the order they came.

use crate::{Handed, Parcel};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

/// A folder of mails: `000001.eml`, `000002.eml`, and so on. One process writes to it.
pub struct MailFolder {
    path: PathBuf,
    next: AtomicU64,
}

impl MailFolder {
    /// The folder at this path, made if it is missing; numbers go on where they ended.
    pub fn open(path: &Path) -> io::Result<Self> {
        fs::create_dir_all(path)?;
        let mut last = 0;
        for entry in fs::read_dir(path)? {
            last = last.max(number(&entry?.path()).unwrap_or(0));
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
            Ok(Err(fault)) => Handed::Later { reply: format!("452 4.3.1 {fault}") },
            Err(_) => Handed::Later { reply: String::from("451 4.3.0 The mail could not be kept") },
        }
    }
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
    let mut file = File::create(&unfinished)?;
    file.write_all(content)?;
    file.sync_all()?;
    fs::rename(unfinished, path)
}

fn number(path: &Path) -> Option<u64> {
    path.file_stem()?.to_str()?.parse().ok()
}
