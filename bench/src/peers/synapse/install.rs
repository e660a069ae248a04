//! Synapse from PyPI, in a folder of its own: nothing of the machine is changed.

use anyhow::{Context, Result, ensure};
use std::path::{Path, PathBuf};
use std::process::Command;

/// What is installed; pinned, so that figures can be compared. The driver comes with its own libpq, so that neither a
/// compiler nor PostgreSQL's headers are needed.
const REQUIREMENTS: &str = "matrix-synapse==1.163.2\npsycopg2-binary==2.9.13\n";
/// Debian's, whatever else stands first in the path.
const PYTHON: &str = "/usr/bin/python3";

/// Installs it into a folder, unless it is there already; returns the Python that runs it.
pub(super) fn install(folder: &Path) -> Result<PathBuf> {
    let python = folder.join("bin/python");
    let note = folder.join("installed.txt");
    // Written last: a folder without it was left half done.
    if std::fs::read_to_string(&note).is_ok_and(|installed| installed == REQUIREMENTS) {
        return Ok(python);
    }
    eprintln!("installing {} from PyPI, which takes about a minute", REQUIREMENTS.trim().replace('\n', " and "));
    if folder.exists() {
        std::fs::remove_dir_all(folder)?;
    }
    run(Command::new(PYTHON).args(["-I", "-m", "venv"]).arg(folder))
        .context("making a folder for Python packages (Debian: python3-venv)")?;
    let wanted = folder.join("requirements.txt");
    std::fs::write(&wanted, REQUIREMENTS)?;
    let mut pip = Command::new(&python);
    pip.args(["-I", "-m", "pip", "install", "--quiet", "--quiet", "--disable-pip-version-check", "--requirement"])
        .arg(&wanted);
    run(&mut pip).context("installing Synapse from PyPI")?;
    std::fs::rename(wanted, note)?;
    Ok(python)
}

/// What it is that was installed, in words.
pub(super) fn version(python: &Path) -> Result<String> {
    let said = run(Command::new(python).args(["-I", "--version"]))?;
    Ok(format!("{} on {}", REQUIREMENTS.trim().replace('\n', " with "), said.trim()))
}

/// Runs a command to its end; returns what it printed.
pub(super) fn run(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| format!("starting {:?}", command.get_program()))?;
    let complaint = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "{}: {}", output.status, complaint.trim());
    Ok(String::from_utf8(output.stdout)?)
}
