//! What a node does again and again beside answering requests.

use super::Figures;
use snug_app::{App, Clock, Error};
use std::error::Error as _;
use std::time::Duration;
use tokio::time::{Interval, MissedTickBehavior, interval};
use tokio_util::sync::CancellationToken;

/// A page learns of a lost hint, or of another node's news, within about this time.
const NEWS_EVERY: Duration = Duration::from_secs(1);
/// Whether a job is due is for the app to say; this is how often it is asked.
const JOBS_EVERY: Duration = Duration::from_secs(5);
/// Otherwise what is measured piles up until somebody asks for the figures.
const FIGURES_EVERY: Duration = Duration::from_secs(5);

/// What every round needs. A round that fails is noted, and the next one tries again.
#[derive(Clone)]
pub(super) struct Rounds {
    pub app: App,
    pub clock: Clock,
    pub stopping: CancellationToken,
}

impl Rounds {
    /// Passes hints on to open pages.
    pub(super) async fn pass_on_hints(self) -> anyhow::Result<()> {
        self.stopping.run_until_cancelled(self.app.pass_on_hints()).await;
        Ok(())
    }

    /// Asks the database for news, for all open pages together.
    pub(super) async fn look_for_news(self) -> anyhow::Result<()> {
        let mut rounds = rounds(NEWS_EVERY);
        while self.next(&mut rounds).await {
            if let Err(fault) = self.app.look_for_news(self.clock.now()).await {
                note("could not load news for open pages", &fault);
            }
        }
        Ok(())
    }

    /// Does the jobs that are due, unless another node does them.
    pub(super) async fn run_jobs(self) -> anyhow::Result<()> {
        let mut rounds = rounds(JOBS_EVERY);
        while self.next(&mut rounds).await {
            match self.app.run_due_jobs(self.clock.now()).await {
                Ok(ran) => {
                    if let Some(digests) = ran.digests {
                        tracing::debug!(digests, "looked for unread messages to tell people of");
                    }
                }
                Err(fault) => note("could not run the jobs that are due", &fault),
            }
        }
        Ok(())
    }

    /// Sums up the figures.
    pub(super) async fn sum_up(self, figures: Figures) -> anyhow::Result<()> {
        let mut rounds = rounds(FIGURES_EVERY);
        while self.next(&mut rounds).await {
            figures.sum_up();
        }
        Ok(())
    }

    /// Waits for the next round; false when it is time to stop.
    async fn next(&self, rounds: &mut Interval) -> bool {
        self.stopping.run_until_cancelled(rounds.tick()).await.is_some()
    }
}

fn rounds(every: Duration) -> Interval {
    let mut rounds = interval(every);
    // After a laptop slept, one round is enough.
    rounds.set_missed_tick_behavior(MissedTickBehavior::Delay);
    rounds
}

/// An outage of the database is logged by the store, once; this comes round every few seconds.
fn note(what: &str, fault: &Error) {
    if fault.is_outage() {
        tracing::debug!(%fault, "{what}");
    } else {
        let cause = fault.source().map(ToString::to_string);
        tracing::warn!(%fault, cause, "{what}");
    }
}
