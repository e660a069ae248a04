use crate::site::Site;
use snug_app::live::Follower;
use std::time::Duration;
use tokio::time::Interval;
use tokio_util::sync::CancellationToken;

/// A sign of life this often: a connection without one is dead, and proxies close silent ones.
/// With each it is asked whether whoever listens may still.
const BEAT: Duration = Duration::from_secs(20);

/// When an open stream has something to do.
pub(super) struct Pulse {
    follower: Follower,
    /// When to give the next sign of life.
    beat: Interval,
    stopping: CancellationToken,
    /// Whether the database was asked since the stream was opened.
    looked: bool,
}

/// What an open stream has to do.
pub(super) enum Stir {
    /// Ask the database for what changed.
    Look,
    /// Ask whether whoever listens may still, give a sign of life, and look: a hint can be lost.
    Beat,
}

impl Pulse {
    /// The pulse of a stream that follows somebody. They are followed before the first look, so
    /// that nothing falls between.
    pub(super) fn new(follower: Follower, site: &Site) -> Self {
        let mut beat = tokio::time::interval(BEAT);
        beat.reset();
        Self { follower, beat, stopping: site.stopping.clone(), looked: false }
    }

    /// Waits for something to do; `None` once the program stops.
    pub(super) async fn next(&mut self) -> Option<Stir> {
        if !self.looked {
            self.looked = true;
            return Some(Stir::Look);
        }
        tokio::select! {
            () = self.stopping.cancelled() => None,
            () = self.follower.changed() => Some(Stir::Look),
            _ = self.beat.tick() => Some(Stir::Beat),
        }
    }
}
