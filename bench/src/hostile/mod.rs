//! Latency of bystanders while hostile members and strangers attack.
//!
//! Limits are on, as an operator leaves them. The same bystanders are measured right before each attack, so that each
//! ratio compares two figures taken within seconds of each other.

mod attack;
mod bystanders;
mod tally;

use crate::bench::Bench;
use crate::client::Client;
use crate::figures::{Figure, Variant, number};
use crate::seed;
use crate::send::Pair;
use crate::snug::{Database, Limits, Member, Place, Snug};
use anyhow::{Context, Result};
use attack::Attack;
use bystanders::Bystanders;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tally::Tally;
use tokio::task::JoinSet;

/// Durations of the measurements before and during an attack.
const QUIET: Duration = Duration::from_secs(5);
const ATTACKED: Duration = Duration::from_secs(10);
/// Warm-up of an attack before the measurement, and rest after it.
const LEAD: Duration = Duration::from_secs(1);
/// Members of the community; a one-letter search matches all of them.
const MEMBERS: i64 = 100_000;
/// Pairs of bystanders: enough of them that none reaches a limit.
const PAIRS: usize = 64;
const PASSWORD: &str = "a password for the bench";

/// Workload names of all attacks.
pub(crate) fn workloads() -> impl Iterator<Item = &'static str> {
    Attack::ALL.into_iter().map(Attack::workload)
}

/// A running Snug with bystanders and one hostile pair.
struct Scene {
    place: Place,
    snug: Snug,
    bystanders: Vec<Pair>,
    hostile: Pair,
    /// The session of the first hostile member, and of the one they write to.
    cookies: [String; 2],
}

/// Every attack on each database, so many times.
pub(crate) async fn run(bench: &mut Bench) -> Result<()> {
    for (variant, database) in bench.databases.clone() {
        let folder = tempfile::tempdir()?;
        bench.progress.say(&format!("hostile on {}: making {MEMBERS} members", variant.name()));
        let scene = Arc::new(Scene::set_up(&bench.program, folder.path(), &database).await?);
        let bystanders = Bystanders::gather(&scene).await?;
        for attack in Attack::ALL {
            let what = format!("{} on {}", attack.workload(), variant.name());
            for _ in bench.progress.runs(&what, bench.runs) {
                let figures = measure(&scene, &bystanders, attack).await.with_context(|| what.clone())?;
                bench.figures.add(attack.workload(), variant, figures);
            }
        }
        drop(bystanders);
        let scene = Arc::into_inner(scene).context("somebody still attacks")?;
        drop(scene.snug);
        scene.place.remove()?;
    }
    Ok(())
}

impl Scene {
    async fn set_up(program: &Path, folder: &Path, database: &Database) -> Result<Self> {
        let place = Place::set_up(program, folder, database, Limits::On)?;
        let add = |name: String| place.add_member_with_password(&name, PASSWORD);
        let mut members = Vec::with_capacity(PAIRS + 1);
        for pair in 0..=PAIRS {
            members.push((add(format!("one{pair}"))?, add(format!("other{pair}"))?));
        }
        seed::fill(&place.stored, |filling| filling.members(MEMBERS))?;
        place.stored.analyze()?;
        let snug = place.start().await?;
        let mut pairs = Vec::with_capacity(members.len());
        for (one, other) in members {
            let conversation = snug.begin(&one, &other).await?;
            pairs.push(Pair { one, other, conversation });
        }
        let hostile = pairs.pop().context("a hostile pair")?;
        let cookies = [sign_in(&snug, &hostile.one).await?, sign_in(&snug, &hostile.other).await?];
        Ok(Self { place, snug, bystanders: pairs, hostile, cookies })
    }
}

/// Signs somebody in from a network of their own.
async fn sign_in(snug: &Snug, member: &Member) -> Result<String> {
    let caller = snug.nobody().from(network_of(&member.handle));
    Client::connect(caller).await?.sign_in(&format!("{}@example.org", member.handle), PASSWORD).await
}

/// The network address of a bystander: a /48 for each, in the range for documentation (RFC 3849).
fn network_of(handle: &str) -> String {
    let number = handle.bytes().fold(0_u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into()));
    // Names that differ in the last letter only would be neighbours (Knuth, volume 3, 6.4: multiplicative hashing).
    format!("2001:db8:{:x}::1", number.wrapping_mul(2_654_435_761) >> 17)
}

/// Figures of one attack: latency before and during it.
async fn measure(scene: &Arc<Scene>, bystanders: &Bystanders, attack: Attack) -> Result<Vec<Figure>> {
    bystanders.watch(LEAD).await?;
    let quiet = bystanders.watch(QUIET).await?;
    let tally = Arc::new(Tally::default());
    let mut attackers = JoinSet::new();
    for place in 0..attack.at_once() {
        attackers.spawn(attack.go_on(Arc::clone(scene), place, Arc::clone(&tally)));
    }
    tokio::time::sleep(LEAD).await;
    tally.reset();
    let attacked = bystanders.watch(ATTACKED).await?;
    let mut figures = quiet.figures("quiet ");
    figures.extend(attacked.figures(""));
    figures.extend(tally.figures(ATTACKED));
    attackers.shutdown().await;
    if attack == Attack::Bombs {
        let page = attack::bombed_page(scene).await?;
        figures.push(Figure::new("page of the one written to", "KiB", number(page) / 1_024.0));
    }
    // Requests still in flight belong to this attack, not to the next.
    tokio::time::sleep(LEAD).await;
    Ok(figures)
}

/// Figures under attack, each with the quiet figure its goal compares it to.
pub(crate) const BESIDE: [(&str, &str); 2] = [("page p95", "quiet page p95"), ("send p95", "quiet send p95")];

/// Databases it is measured on.
pub(crate) const VARIANTS: [Variant; 2] = [Variant::Sqlite, Variant::Postgres];
