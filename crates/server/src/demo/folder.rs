use anyhow::{Context, bail};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Says that a folder belongs to the demo, and that the sample in it is whole.
const MARK: &str = "snug-demo";
const WHOLE: &str = "sample is whole";
const HALF: &str = "sample is being written";

/// What the demo keeps beside its mark, and nobody else has put there.
const FILES: [&str; 5] = ["snug.db", "snug.db-wal", "snug.db-shm", "secret", MARK];
const MAILS: &str = "mails";

/// A folder of the demo's own.
#[derive(Debug, Clone)]
pub(crate) struct Folder(PathBuf);

impl Folder {
    /// The folder of a demo that ran before.
    pub(crate) fn existing(path: &Path) -> anyhow::Result<Self> {
        let folder = Self(path.to_owned());
        match folder.is_marked()? {
            true => Ok(folder),
            false => bail!("{} holds no demo; `snug demo --data {0}` makes one", path.display()),
        }
    }

    /// A folder to use: one of a demo before, or one that is empty or is not there yet. What
    /// anybody else put into a folder is left alone.
    pub(crate) fn claim(path: &Path) -> anyhow::Result<Self> {
        let folder = Self(path.to_owned());
        let entries = match fs::read_dir(path) {
            Ok(mut entries) => entries.next().is_some(),
            Err(fault) if fault.kind() == ErrorKind::NotFound => false,
            Err(fault) => return Err(fault).with_context(|| format!("{} cannot be read", path.display())),
        };
        if entries && !folder.is_marked()? {
            bail!("{} holds something else; name another folder with --data", path.display());
        }
        fs::create_dir_all(path).with_context(|| format!("{} cannot be made", path.display()))?;
        Ok(folder)
    }

    /// Whether the sample is in it, to the end.
    pub(crate) fn is_whole(&self) -> bool {
        fs::read_to_string(self.path(MARK)).is_ok_and(|text| text.trim_end() == WHOLE)
    }

    /// Takes away what a demo before left, and marks the folder as the demo's.
    pub(crate) fn empty(&self) -> anyhow::Result<()> {
        let removed =
            FILES.iter().map(|file| fs::remove_file(self.path(file))).chain([fs::remove_dir_all(self.mails())]);
        for result in removed {
            match result {
                Err(fault) if fault.kind() != ErrorKind::NotFound => {
                    return Err(fault).with_context(|| format!("{} cannot be emptied", self.0.display()));
                }
                _ => {}
            }
        }
        self.mark(HALF)
    }

    /// Notes that the sample is in it, to the end.
    pub(crate) fn mark_whole(&self) -> anyhow::Result<()> {
        self.mark(WHOLE)
    }

    /// The database.
    #[must_use]
    pub(crate) fn database(&self) -> PathBuf {
        self.path("snug.db")
    }

    /// The key of its links.
    #[must_use]
    pub(crate) fn secret(&self) -> PathBuf {
        self.path("secret")
    }

    /// The mails it sent.
    #[must_use]
    pub(crate) fn mails(&self) -> PathBuf {
        self.path(MAILS)
    }

    fn is_marked(&self) -> anyhow::Result<bool> {
        let mark = self.path(MARK);
        mark.try_exists().with_context(|| format!("{} cannot be read", mark.display()))
    }

    fn mark(&self, text: &str) -> anyhow::Result<()> {
        let mark = self.path(MARK);
        fs::write(&mark, format!("{text}\n")).with_context(|| format!("{} cannot be written", mark.display()))
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}
