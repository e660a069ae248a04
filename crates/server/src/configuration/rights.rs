//! Who else on this machine can read what is secret.

use super::{Configuration, Fault};
use snug_store::Location;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

const OTHERS: u32 = 0o007;
const GROUP_AND_OTHERS: u32 = 0o077;
/// Others may write into the folder, and it is not one in which each may remove their own files only.
const OPEN_FOLDER: (u32, u32) = (0o1002, 0o0002);

impl Configuration {
    /// What others can read or replace and should not, with what to do about each.
    #[must_use]
    pub fn loose_rights(&self) -> Vec<String> {
        let mut found = Vec::new();
        found.extend(loose(&self.secret_file, GROUP_AND_OTHERS));
        found.extend(open_folder(&self.secret_file));
        // A group of its own is how the sample lets the program read what root keeps.
        found.extend(self.files_with_passwords.iter().filter_map(|file| loose(file, OTHERS)));
        found.extend(self.mail.dkim.iter().filter_map(|key| loose(key.file(), OTHERS)));
        if let Location::Sqlite { file, .. } = &self.database {
            let beside = |end: &str| PathBuf::from(format!("{}{end}", file.display()));
            let files = [file.clone(), beside("-wal"), beside("-shm")];
            found.extend(files.iter().filter_map(|file| loose(file, GROUP_AND_OTHERS)));
            found.extend(open_folder(file));
        }
        found.sort();
        found.dedup();
        found
    }
}

/// Refuses a secret that everybody on this machine can read: with it each makes links and tokens of anybody.
pub(super) fn refuse_open_secret(path: &Path) -> Result<(), Fault> {
    let Ok(metadata) = fs::metadata(path) else { return Ok(()) };
    if metadata.mode() & OTHERS == 0 {
        return Ok(());
    }
    let mend = format!(
        "everybody on this machine can read or replace the secret; `chmod 600 {}`, and if others may have read it, make \
         a new one (docs/operating.md)",
        path.display()
    );
    Err(Fault::new(path.display(), mend))
}

fn loose(path: &Path, mask: u32) -> Option<String> {
    let metadata = fs::metadata(path).ok()?;
    let too_much = metadata.mode() & mask;
    if too_much == 0 {
        return None;
    }
    let who = if too_much & OTHERS == 0 { "its group" } else { "everybody on this machine" };
    let mode = if mask == OTHERS { "640" } else { "600" };
    let path = path.display();
    Some(format!("{path} is open to {who}; `chmod {mode} {path}`"))
}

fn open_folder(file: &Path) -> Option<String> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let (mask, open) = OPEN_FOLDER;
    let is_open = fs::metadata(folder).is_ok_and(|metadata| metadata.mode() & mask == open);
    let folder = folder.display();
    is_open.then(|| format!("{folder} can be written by everybody on this machine; `chmod 700 {folder}`"))
}
