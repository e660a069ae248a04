//! A process that is measured: what it uses, as Linux says in `/proc` (proc(5)).

use anyhow::{Context, Result};
use std::ffi::OsStr;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::process::{Child, ChildStdout, Command};
use std::time::Duration;

/// Ticks of a second in `/proc`: the same on every Linux that people run (`USER_HZ`).
const TICKS: f64 = 100.0;

/// A program to be measured. It ends with the thread that starts it, also where the bench is killed and can end nothing.
pub(crate) fn program(path: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new("setpriv");
    command.args(["--pdeathsig", "KILL"]).arg(path);
    command
}

/// An address on which nobody listens, for a server that has to be told one.
pub(crate) fn free_address() -> Result<SocketAddr> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?)
}

/// A process of ours. Dropped, it is killed.
pub(crate) struct Process {
    child: Child,
}

impl Process {
    pub(crate) fn start(mut command: Command) -> Result<Self> {
        let child = command.spawn().with_context(|| format!("starting {:?}", command.get_program()))?;
        Ok(Self { child })
    }

    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    pub(crate) fn take_output(&mut self) -> Option<ChildStdout> {
        self.child.stdout.take()
    }

    /// Whether it ended by itself.
    pub(crate) fn has_ended(&mut self) -> Result<bool> {
        Ok(self.child.try_wait()?.is_some())
    }

    /// Ends it in the middle of whatever it does: `kill -9`.
    pub(crate) fn kill(&mut self) -> Result<()> {
        self.child.kill()?;
        self.child.wait()?;
        Ok(())
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // Gone already, or going: either is as it should be.
        drop(self.kill());
    }
}

/// The processor time that a process used until now.
pub(crate) fn cpu(id: u32) -> Result<Duration> {
    let stat = std::fs::read_to_string(format!("/proc/{id}/stat"))?;
    // The second field is a name in parentheses that may hold anything; utime and stime are the 14th and 15th.
    let (_, rest) = stat.rsplit_once(')').context("/proc/…/stat")?;
    let ticks = rest.split_whitespace().skip(11).take(2).map(str::parse::<f64>).sum::<Result<f64, _>>()?;
    Ok(Duration::from_secs_f64(ticks / TICKS))
}

/// The memory that a process has in use, in KiB, as `ps` and `top` say it (`VmRSS`).
pub(crate) fn memory(id: u32) -> Result<f64> {
    kibibytes(id, "VmRSS:")
}

/// The most that it ever had in use, in KiB.
pub(crate) fn peak_memory(id: u32) -> Result<f64> {
    kibibytes(id, "VmHWM:")
}

fn kibibytes(id: u32, name: &str) -> Result<f64> {
    let status = std::fs::read_to_string(format!("/proc/{id}/status"))?;
    let line = status.lines().find_map(|line| line.strip_prefix(name)).context("/proc/…/status")?;
    Ok(line.trim().trim_end_matches("kB").trim_end().parse()?)
}
