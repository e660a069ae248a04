//! Packages of Debian, unpacked in a folder of our own: nothing of the machine is changed, and nobody has to be root.

use anyhow::{Context, Result, ensure};
use std::path::{Path, PathBuf};
use std::process::Command;

/// What is said when the packages cannot be had.
const HINT: &str = "run `sudo apt-get update` once, and look whether the packages of Debian can be reached";

/// Unpacks a package, and whatever it needs that this machine does not have, in this folder; returns its absolute path.
/// What is there already is not fetched again.
pub(crate) fn unpack(package: &str, folder: &Path) -> Result<PathBuf> {
    if !folder.exists() {
        eprintln!("fetching {package}");
        let parent = folder.parent().context("a folder in another")?;
        std::fs::create_dir_all(parent)?;
        // Beside it, and moved when it is whole: a folder that is there is a complete one.
        let work = tempfile::tempdir_in(parent)?;
        fetch(package, work.path()).context(HINT)?;
        let whole = work.path().join("root");
        for file in std::fs::read_dir(work.path())? {
            let file = file?.path();
            if file.extension().is_some_and(|extension| extension == "deb") {
                run(Command::new("dpkg-deb").arg("-x").arg(file).arg(&whole))?;
            }
        }
        std::fs::rename(whole, folder)?;
    }
    Ok(std::fs::canonicalize(folder)?)
}

fn fetch(package: &str, folder: &Path) -> Result<()> {
    let plan = run(Command::new("apt-get").args(["install", "--simulate", "--no-install-recommends", package]))?;
    let mut command = Command::new("apt-get");
    command.args(["--option=Acquire::Retries=0", "--option=Acquire::http::Timeout=20", "download", package]);
    run(command.args(installs(&plan).filter(|name| *name != package)).current_dir(folder)).map(|_| ())
}

/// The packages that `apt-get install --simulate` would install.
fn installs(plan: &str) -> impl Iterator<Item = &str> {
    plan.lines().filter_map(|line| line.strip_prefix("Inst ")?.split_whitespace().next())
}

fn run(command: &mut Command) -> Result<String> {
    // Its messages in English, and its plan in the words that we read.
    let output = command.env("LC_ALL", "C.UTF-8").output().with_context(|| format!("{:?}", command.get_program()))?;
    let said = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "{:?}: {}", command.get_program(), complaint(&said));
    Ok(String::from_utf8(output.stdout)?)
}

/// The first error among what apt said; all of it where none is marked.
fn complaint(said: &str) -> &str {
    said.lines().find_map(|line| line.strip_prefix("E: ")).unwrap_or(said).trim()
}

#[cfg(test)]
mod tests {
    use super::{complaint, installs, unpack};

    #[test]
    fn what_is_missing_is_read_from_the_plan_of_apt() {
        let plan = "NOTE: This is only a simulation!\nReading package lists...\n\
                    Inst lua5.4 (5.4.4-3+deb12u1 Debian:12.15/oldstable [amd64])\n\
                    Inst prosody [0.12.2] (0.12.3-1 Debian:12.15/oldstable [amd64])\n\
                    Conf lua5.4 (5.4.4-3+deb12u1 Debian:12.15/oldstable [amd64])\n";
        assert_eq!(installs(plan).collect::<Vec<_>>(), ["lua5.4", "prosody"]);
    }

    #[test]
    fn the_first_error_is_said() {
        assert_eq!(complaint("W: unsandboxed\nE: Unable to locate package\nE: Another\n"), "Unable to locate package");
        assert_eq!(complaint("no space left\n"), "no space left");
    }

    #[test]
    fn what_is_there_is_not_fetched_again() -> anyhow::Result<()> {
        let there = tempfile::tempdir()?;
        assert_eq!(unpack("a package that nobody has", there.path())?, there.path().canonicalize()?);
        Ok(())
    }
}
