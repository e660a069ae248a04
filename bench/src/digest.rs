//! The digest: how long one run of the job takes, among how many members.

use crate::bench::Bench;
use crate::client::Client;
use crate::figures::{Figure, Variant};
use crate::seed::{self, Conversation, Reading};
use crate::snug::{Database, Limits, Place, Snug};
use anyhow::{Context, Result, ensure};
use std::path::Path;
use std::time::{Duration, Instant};

/// How many of the members talk; the others never did.
const TALKERS: i64 = 100_000;
/// Longer than any run takes that one would wait for.
const PATIENCE: Duration = Duration::from_secs(1_800);

/// A community on the eve of a digest.
#[derive(Debug, Clone, Copy)]
struct Eve {
    name: &'static str,
    members: i64,
    /// How many have something unread that no mail told them of.
    unread: i64,
}

const EVES: [Eve; 4] = [
    Eve { name: "digest 10000", members: 10_000, unread: 1_000 },
    Eve { name: "digest 100000", members: 100_000, unread: 1_000 },
    Eve { name: "digest 1000000", members: 1_000_000, unread: 1_000 },
    Eve { name: "digest all 100000", members: 100_000, unread: 100_000 },
];

impl Eve {
    fn set_up(self, program: &Path, folder: &Path, database: &Database) -> Result<Place> {
        let place = Place::set_up(program, folder, database, Limits::Off)?;
        let talkers = self.members.min(TALKERS);
        seed::fill(&place.stored, |filling| {
            filling.members(self.members)?;
            filling.conversations((0..talkers).map(|number| self.conversation(number, talkers)))
        })?;
        Ok(place)
    }

    /// Everybody who talks, anywhere among the members, has one with the next of them, who has the last word, and one
    /// with the one before.
    fn conversation(self, number: i64, talkers: i64) -> Conversation {
        let is_unread = number % (talkers / self.unread) == 0;
        let talker = |number| seed::member(number % talkers * (self.members / talkers));
        Conversation {
            owner: talker(number),
            other: talker(number + 1),
            number,
            place: number,
            entries: 3 + number % 4,
            reading: if is_unread { Reading::Untold } else { Reading::Done },
        }
    }

    /// One run in a Snug that has just started; its figures.
    async fn measure(self, snug: &Snug) -> Result<Vec<Figure>> {
        let began = Instant::now();
        let mut client = Client::connect(snug.watcher()).await?;
        let is_done = |metrics: &str| value(metrics, "snug_job_seconds_count{job=\"digest\"}") == Some(1.0);
        let metrics = wait(&mut client, is_done).await?;
        let run = value(&metrics, "snug_job_seconds_sum{job=\"digest\"}").context("how long the digest took")?;
        let written = value(&metrics, "snug_digests_total");
        let expected: f64 = i32::try_from(self.unread)?.into();
        ensure!(written == Some(expected), "{written:?} digests instead of {expected}");
        let mut figures = vec![Figure::new("run", "s", run)];
        if self.unread < TALKERS {
            let is_told = |metrics: &str| value(metrics, "snug_deliveries_total{state=\"sent\"}") == Some(expected);
            wait(&mut client, is_told).await?;
            figures.push(Figure::new("until all are mailed", "s", began.elapsed().as_secs_f64()));
        }
        Ok(figures)
    }
}

/// Asks for the metrics until they are like this.
async fn wait(client: &mut Client, is_reached: impl Fn(&str) -> bool) -> Result<String> {
    let waiting = Instant::now();
    loop {
        let metrics = String::from_utf8(client.get("/metrics").await?.body.to_vec())?;
        if is_reached(&metrics) {
            return Ok(metrics);
        }
        ensure!(waiting.elapsed() < PATIENCE, "the digest did not end:\n{metrics}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// A metric, as Prometheus reads them: its name and its labels, a space, its value.
fn value(metrics: &str, name: &str) -> Option<f64> {
    metrics.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' ')?.parse().ok())
}

/// Every community, so many times.
pub(crate) async fn run(bench: &mut Bench) -> Result<()> {
    for (variant, database) in bench.databases.clone() {
        for eve in EVES {
            let folder = tempfile::tempdir()?;
            bench.progress.say(&format!("{} on {}: making {} members", eve.name, variant.name(), eve.members));
            let place = eve.set_up(&bench.program, folder.path(), &database)?;
            for _ in bench.progress.runs(&format!("{} on {}", eve.name, variant.name()), bench.runs) {
                run_once(bench, eve, variant, &place).await?;
            }
            place.remove()?;
        }
    }
    Ok(())
}

/// One run, on a copy: it changes what it finds.
async fn run_once(bench: &mut Bench, eve: Eve, variant: Variant, place: &Place) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let copy = place.copy(folder.path())?;
    let snug = copy.start().await?;
    bench.figures.add(eve.name, variant, eve.measure(&snug).await?);
    drop(snug);
    copy.remove()
}

#[cfg(test)]
mod tests {
    use super::{EVES, TALKERS, value};
    use crate::seed::{Reading, member};
    use std::collections::HashSet;

    #[test]
    fn as_many_have_something_unread_as_is_said() {
        for eve in EVES {
            let talkers = eve.members.min(TALKERS);
            let all = || (0..talkers).map(|number| eve.conversation(number, talkers));
            let owners: HashSet<_> = all().map(|one| one.owner).collect();
            assert_eq!(owners.len(), usize::try_from(talkers).unwrap(), "nobody has two that are unread");
            let unread = all().filter(|one| one.reading == Reading::Untold).count();
            assert_eq!(unread, usize::try_from(eve.unread).unwrap(), "{}", eve.name);
            assert!(all().all(|one| one.other <= member(eve.members - 1)));
        }
    }

    #[test]
    fn a_metric_is_found_by_its_whole_name() {
        let metrics = "# TYPE a counter\na{job=\"one\"} 7\na_sum 1\na 0.25\n";
        assert_eq!(value(metrics, "a"), Some(0.25));
        assert_eq!(value(metrics, "a{job=\"one\"}"), Some(7.0));
        assert_eq!(value(metrics, "b"), None);
    }
}
