//! Recurring jobs: the digest, forgetting what is old, and rendering again what an older renderer made.

use crate::rendering::RENDERED_AT_ONCE;
use crate::{App, Error};
use snug_domain::account::{BROWSER_IS_KNOWN, SESSION_LASTS, SIGN_UP_LASTS};
use snug_domain::api_token::EXPIRED_LISTED;
use snug_domain::conversations::{CHANGES_KEPT, UNDO_DELETING};
use snug_domain::deliveries::DELIVERIES_KEPT;
use snug_domain::people::RELEASED_FOR;
use snug_domain::{Span, Timestamp};
use snug_store::jobs::Job;
use snug_store::{
    Tx, allowances, api_tokens, changes, deleted_texts, deliveries, jobs, known_browsers, links, released_handles,
    sessions, sign_ups,
};
use std::time::Instant;

/// A node that died gives its job back after this time.
const LEASE: Span = Span::minutes(10);
const CLEAN_UP_EVERY: Span = Span::hours(1);
const WIPE_EVERY: Span = Span::minutes(1);
/// Messages that an older renderer made are looked for this often: there are some after an update.
const RENDER_EVERY: Span = Span::minutes(1);
/// What is over after a longer pause is not forgotten at once: the clock may be ahead, and be set right soon.
const PAUSE: Span = Span::days(7);
/// Rows forgotten in one transaction.
const CHUNK: i64 = 1_000;

/// What one round did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Ran {
    /// Digests written, if it was time for them.
    pub digests: Option<u64>,
    /// Old rows forgotten, if it was time for that.
    pub forgotten: Option<u64>,
    /// Texts of deleted messages wiped, if it was time for that.
    pub wiped: Option<u64>,
    /// Messages of an older renderer rendered again, if it was time for that.
    pub rendered: Option<u64>,
}

impl App {
    /// Does what is due, unless another node does it.
    pub async fn run_due_jobs(&self, now: Timestamp) -> Result<Ran, Error> {
        let mut ran = Ran::default();
        self.release_deliveries(now).await?;
        // First, so that no other job that fails keeps what people deleted.
        if self.claim_job("wipe", WIPE_EVERY, now).await?.is_some() {
            let done = timed("wipe", self.wipe_deleted_texts(now)).await;
            self.finish_job("wipe", now + next_round(&done, WIPE_EVERY)).await?;
            ran.wiped = Some(done?);
        }
        if self.claim_job("digest", self.settings.digest_window, now).await?.is_some() {
            let done = timed("digest", self.run_digest(now)).await;
            self.finish_job("digest", now + next_round(&done, self.settings.digest_window)).await?;
            ran.digests = Some(done?);
        }
        if self.claim_job("render", RENDER_EVERY, now).await?.is_some() {
            let done = timed("render", self.render_again()).await;
            // A few at a time, so that the other jobs come round in between.
            let is_more = done.as_ref().is_ok_and(|rendered| *rendered >= RENDERED_AT_ONCE);
            let next = if is_more { Span::seconds(1) } else { RENDER_EVERY };
            self.finish_job("render", now + next).await?;
            ran.rendered = Some(done?);
        }
        if let Some(job) = self.claim_job("clean-up", CLEAN_UP_EVERY, now).await? {
            if has_leapt(job, now) {
                tracing::warn!("the last clean-up was long ago, or a clock is ahead: nothing is forgotten for an hour");
                self.finish_job("clean-up", now + CLEAN_UP_EVERY).await?;
                return Ok(ran);
            }
            let done = timed("clean-up", self.clean_up(now)).await;
            self.finish_job("clean-up", now + next_round(&done, CLEAN_UP_EVERY)).await?;
            ran.forgotten = Some(done?);
        }
        Ok(ran)
    }

    /// Wipes the texts of deleted messages whose deletion can no longer be undone.
    pub async fn wipe_deleted_texts(&self, now: Timestamp) -> Result<u64, Error> {
        // What was deleted while a clock was ahead is not kept until then.
        let (before, after) = (now - UNDO_DELETING, now + UNDO_DELETING);
        self.forget(move |tx| deleted_texts::delete_old(tx, before, after, CHUNK)).await
    }

    /// Forgets sessions, known browsers, expired tokens, links, sign-ups, changes, allowances and deliveries whose time is over.
    pub async fn clean_up(&self, now: Timestamp) -> Result<u64, Error> {
        let mut forgotten = 0;
        for community in self.list_communities().await? {
            let community = community.id;
            forgotten += self
                .write(move |tx, _| {
                    Ok(sessions::delete_unused(tx, community, now - SESSION_LASTS)?
                        + known_browsers::delete_old(tx, community, now - BROWSER_IS_KNOWN)?
                        + api_tokens::delete_expired(tx, community, now - EXPIRED_LISTED)?
                        + sign_ups::delete_old(tx, community, now - SIGN_UP_LASTS)?
                        + links::delete_old(tx, community, now)?)
                })
                .await?;
            forgotten += self.forget(move |tx| changes::delete_old(tx, community, now - CHANGES_KEPT, CHUNK)).await?;
            forgotten += self.forget(move |tx| allowances::delete_paid(tx, community, now, CHUNK)).await?;
            // What was given up while a clock was far ahead is not kept until then. Less is left: this clock may be behind.
            let released = (now - RELEASED_FOR, now + RELEASED_FOR);
            forgotten += self.forget(move |tx| released_handles::delete_old(tx, community, released, CHUNK)).await?;
            let before = now - DELIVERIES_KEPT;
            forgotten += self.forget(move |tx| deliveries::delete_old(tx, community, before, CHUNK)).await?;
        }
        Ok(forgotten)
    }

    /// Forgets in chunks until there is nothing left, so that nobody who writes waits long.
    async fn forget(
        &self,
        chunk: impl Fn(&mut Tx<'_>) -> Result<u64, snug_store::Error> + Copy + Send + 'static,
    ) -> Result<u64, Error> {
        let mut forgotten = 0;
        loop {
            let gone = self.write(move |tx, _| Ok(chunk(tx)?)).await?;
            forgotten += gone;
            if gone < CHUNK.unsigned_abs() {
                return Ok(forgotten);
            }
        }
    }

    /// Claims a job that is due and comes round this often; none if it is not due, or another node has it.
    async fn claim_job(&self, name: &'static str, every: Span, now: Timestamp) -> Result<Option<Job>, Error> {
        // Most looks find nothing due, and a look is not worth a commit.
        let job = self.read(move |tx| Ok(jobs::find(tx, name)?)).await?.unwrap_or(jobs::NEW);
        let waits = |until: Timestamp, ahead: Span| until > now && until.is_plausible(now, ahead);
        if waits(job.next_run_at, every) || job.claimed_until.is_some_and(|until| waits(until, LEASE)) {
            return Ok(None);
        }
        if !job.next_run_at.is_plausible(now, every) {
            let ahead_seconds = (job.next_run_at - now).0 / 1_000;
            tracing::warn!(name, ahead_seconds, "a job was put off too far: a clock was ahead; it is done now");
        }
        let is_claimed = self.write(move |tx, _| Ok(jobs::claim(tx, name, job, now + LEASE)?)).await?;
        Ok(is_claimed.then_some(job))
    }

    async fn finish_job(&self, name: &'static str, next: Timestamp) -> Result<(), Error> {
        self.write(move |tx, _| Ok(jobs::finish(tx, name, next)?)).await
    }
}

/// Does a job, and records how long it took.
#[expect(clippy::disallowed_methods, reason = "how long a job took is measured, not decided on")]
async fn timed<T>(job: &'static str, work: impl Future<Output = T>) -> T {
    let began = Instant::now();
    let done = work.await;
    metrics::histogram!("snug_job_seconds", "job" => job).record(began.elapsed().as_secs_f64());
    done
}

/// Whether a job is due for so long that the time may be wrong.
fn has_leapt(job: Job, now: Timestamp) -> bool {
    job != jobs::NEW && now - job.next_run_at > PAUSE
}

/// When a job comes round again: soon, if it failed.
fn next_round(done: &Result<u64, Error>, every: Span) -> Span {
    if done.is_ok() { every } else { every.min(Span::minutes(1)) }
}
