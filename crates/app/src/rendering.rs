//! When and where texts are rendered: a short one at once, for what it costs is bounded; a long
//! one after its writer was found to be let, by few threads that answer no requests.

use crate::cores::half_of_the_cores;
use crate::markdown::{self, Rendered};
use crate::{Actor, App, Error, Message, limits};
use snug_domain::allowance::RENDERING;
use snug_domain::conversations::{EntryKind, KIBIBYTES_BY_PERSON, MessageText};
use snug_domain::{CommunityId, MessageId};
use snug_store::{Part, Tx, messages};
use std::sync::Arc;
use tokio::sync::Semaphore;

/// Bytes of a text that is rendered at once.
const SHORT: usize = 2_000;
/// So many wait at the most, about a second; who comes then is told at once.
const WAITING: usize = 30;

/// Messages rendered again in one transaction.
const CHUNK: i64 = 50;
/// And in one round of the job, a few more or less.
pub(crate) const RENDERED_AT_ONCE: u64 = 1_000;

/// The places at which long texts are rendered.
#[derive(Clone)]
pub(crate) struct Renderings {
    queue: Arc<Semaphore>,
    places: Arc<Semaphore>,
}

impl Default for Renderings {
    fn default() -> Self {
        let places = half_of_the_cores();
        Self { queue: Arc::new(Semaphore::new(places + WAITING)), places: Arc::new(Semaphore::new(places)) }
    }
}

impl Renderings {
    /// Does the work on a thread of its own, when there is a place; [`Error::Busy`] at once where many wait.
    async fn offer<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, Error> {
        let _queued = self.queue.try_acquire().map_err(|_| Error::Busy)?;
        self.wait(work).await
    }

    /// Does the work on a thread of its own, when there is a place.
    async fn wait<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, Error> {
        let _place = self.places.acquire().await.map_err(|closed| Error::Internal(closed.into()))?;
        tokio::task::spawn_blocking(work).await.map_err(|fault| Error::Internal(fault.into()))
    }
}

/// Whether a text is rendered at once.
fn is_short(text: &str) -> bool {
    text.len() <= SHORT
}

impl App {
    /// Renders a text. A long one only if `ask`, in a transaction of its own, finds that its
    /// writer may send it; what it finds that stands already is the answer instead.
    pub(crate) async fn render<T, F>(
        &self,
        actor: &Actor,
        text: &MessageText,
        ask: F,
    ) -> Result<Result<Rendered, T>, Error>
    where
        T: Send + 'static,
        F: Fn(&mut Tx<'_>, &Actor) -> Result<Option<T>, Error> + Send + 'static,
    {
        if is_short(text.as_str()) {
            return Ok(Ok(markdown::render(text.as_str())));
        }
        let (asker, limits) = (actor.clone(), self.settings.limits);
        let stands = self.write(move |tx, _| {
            if let Some(stands) = ask(tx, &asker)? {
                return Ok(Some(stands));
            }
            let (community, person) = (asker.community_id(), asker.person.to_string());
            limits::check(tx, limits, community, KIBIBYTES_BY_PERSON, &person, asker.now)?;
            Ok(None)
        });
        if let Some(stands) = stands.await? {
            return Ok(Err(stands));
        }
        self.count(actor, RENDERING)?;
        let text = text.clone();
        self.renderings.offer(move || markdown::render(text.as_str())).await.map(Ok)
    }

    /// Renders a text that was taken before.
    pub(crate) async fn render_taken(&self, source: String) -> Result<Rendered, Error> {
        if is_short(&source) {
            return Ok(markdown::render(&source));
        }
        self.renderings.wait(move || markdown::render(&source)).await
    }

    /// How a message would look.
    pub async fn preview(&self, actor: &Actor, text: &MessageText) -> Result<String, Error> {
        actor.conversations_are_on()?;
        self.count(actor, RENDERING)?;
        if is_short(text.as_str()) {
            return Ok(markdown::render(text.as_str()).html);
        }
        let text = text.clone();
        self.renderings.offer(move || markdown::render(text.as_str()).html).await
    }

    /// How the message of an invitation would look to whoever is invited with it: its links are text.
    pub async fn preview_invitation(&self, actor: &Actor, text: &MessageText) -> Result<String, Error> {
        let html = self.preview(actor, text).await?;
        Ok(markdown::without_links(&html))
    }

    /// The message as it is shown now: what an older renderer made of it is made again.
    pub(crate) async fn renew(&self, message: &mut Message) -> Result<(), Error> {
        let is_text = message.kind == EntryKind::Message && !message.source.is_empty();
        if message.renderer < markdown::RENDERER && is_text {
            let rendered = self.render_taken(message.source.clone()).await?;
            message.html = rendered.html;
            message.excerpt = rendered.excerpt;
        }
        Ok(())
    }

    /// Renders again some of what an older renderer made, in chunks, so that nobody who writes waits long.
    pub(crate) async fn render_again(&self) -> Result<u64, Error> {
        let mut rendered = 0;
        for community in self.list_communities().await? {
            let mut after = None;
            loop {
                let (count, last) = self.render_chunk(community.id, after).await?;
                rendered += count;
                after = last;
                if rendered >= RENDERED_AT_ONCE {
                    return Ok(rendered);
                }
                if after.is_none() {
                    break;
                }
            }
        }
        Ok(rendered)
    }

    /// How many were rendered, and after which there may be more.
    async fn render_chunk(
        &self,
        community: CommunityId,
        after: Option<MessageId>,
    ) -> Result<(u64, Option<MessageId>), Error> {
        let old = self.read(move |tx| Ok(messages::list_to_render(tx, community, after, CHUNK)?)).await?;
        let Part { rows: old, next } = old;
        let count = old.len() as u64;
        if old.is_empty() {
            return Ok((0, next));
        }
        let render = move || {
            let again = |(id, source): (MessageId, Option<String>)| {
                // A line, or a message that was deleted.
                let text = source.as_deref().filter(|source| !source.is_empty());
                let rendered = text.map(markdown::render).unwrap_or_default();
                (id, source, rendered)
            };
            old.into_iter().map(again).collect::<Vec<_>>()
        };
        let new = self.renderings.wait(render).await?;
        self.write(move |tx, _| {
            for (id, source, Rendered { html, excerpt, .. }) in &new {
                messages::set_rendered(tx, community, *id, source.as_deref(), (html, excerpt))?;
            }
            Ok(())
        })
        .await?;
        Ok((count, next))
    }

    /// Does work that renders what a mail says, on no thread that answers requests.
    pub(crate) async fn render_letter<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Error> {
        self.renderings.wait(work).await
    }
}

#[cfg(test)]
mod tests {
    use super::{Renderings, WAITING};
    use crate::Error;
    use crate::cores::half_of_the_cores;

    #[tokio::test]
    async fn who_comes_when_the_queue_is_long_is_told_at_once() {
        let renderings = Renderings::default();
        let long: Vec<_> = (0..half_of_the_cores() + WAITING)
            .map(|_| renderings.queue.clone().try_acquire_owned().expect("a place in the queue"))
            .collect();
        assert!(matches!(renderings.offer(|| ()).await, Err(Error::Busy)));
        drop(long);
        assert!(renderings.offer(|| ()).await.is_ok());
    }
}
