use anyhow::Context;
use tokio::signal::unix::{Signal, SignalKind, signal};

/// SIGXFSZ on Linux.
const FILE_SIZE_LIMIT: i32 = 25;

/// The ways a system or a person asks the program to stop.
pub(crate) struct Signals {
    terminate: Signal,
    interrupt: Signal,
    /// A file that may not grow any more is reported by whoever writes it; left alone, this signal ends the program.
    _file_size_limit: Signal,
}

impl Signals {
    /// Listens from now on: a signal that comes while everything starts is not missed.
    pub(crate) fn listen() -> anyhow::Result<Self> {
        let listen = |kind| signal(kind).context("could not install signal handlers");
        Ok(Self {
            terminate: listen(SignalKind::terminate())?,
            interrupt: listen(SignalKind::interrupt())?,
            _file_size_limit: listen(SignalKind::from_raw(FILE_SIZE_LIMIT))?,
        })
    }

    /// Waits for SIGTERM, or for Ctrl and C.
    pub(crate) async fn asked_to_stop(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }
}
