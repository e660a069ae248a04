//! The disk: what it takes until something written is there for good.

use crate::figures::{Figure, Times};
use anyhow::Result;
use std::io::Write;
use std::time::{Duration, Instant};

const TIMES: usize = 500;
/// A page of SQLite.
const BYTES: usize = 4_096;

/// A file, where the databases are, that grows by a page and is synced each time.
pub(super) fn sync() -> Result<Vec<Figure>> {
    let mut file = tempfile::tempfile()?;
    let mut append = || -> Result<Duration> {
        let began = Instant::now();
        file.write_all(&[1; BYTES])?;
        file.sync_data()?;
        Ok(began.elapsed())
    };
    let times: Times = (0..TIMES).map(|_| append()).collect::<Result<_>>()?;
    Ok(times.figures("fsync"))
}
