use super::pulse::{Pulse, Stir};
use crate::site::Site;
use axum::http::{HeaderMap, HeaderValue};
use axum::response::sse::{Event, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use snug_app::accounts::Credential;
use snug_app::live::CaughtUp;
use snug_app::{Actor, App, Error};
use std::collections::VecDeque;
use std::convert::Infallible;

/// Whoever follows, and how they are told what happens.
pub(crate) trait Listener: Send + 'static {
    fn app(&self) -> &App;

    /// Who they are, now.
    fn actor(&self) -> Actor;

    /// What let them in.
    fn credential(&self) -> Credential;

    /// Whether they are still let in.
    fn is_let_in(&self) -> impl Future<Output = bool> + Send;

    /// What was missed, in events.
    fn tell(&self, missed: CaughtUp) -> impl Future<Output = Result<Vec<Event>, Error>> + Send;

    /// A sign of life.
    fn beat(&self) -> Event;
}

/// Tells one listener what changes, from a number on or from now on.
pub(crate) struct Teller<L> {
    listener: L,
    pulse: Pulse,
    /// The number of the last change told.
    after: i64,
    /// What is about to be told.
    ready: VecDeque<Event>,
}

impl<L: Listener> Teller<L> {
    /// A stream that begins with this event.
    pub(crate) async fn stream(listener: L, site: &Site, after: Option<i64>, first: Event) -> Result<Response, Error> {
        let actor = listener.actor();
        let after = match after {
            Some(number) => number,
            None => listener.app().last_change(&actor).await?,
        };
        let pulse = Pulse::new(listener.app().follow(&actor)?, site);
        let teller = Self { listener, pulse, after, ready: VecDeque::from([first]) };
        let events = stream::unfold(teller, |mut teller| async move {
            let event = teller.next().await?;
            Some((Ok::<_, Infallible>(event), teller))
        });
        let mut response = Sse::new(events).into_response();
        // Proxies that buffer would hold events back (nginx reads this).
        response.headers_mut().insert("x-accel-buffering", HeaderValue::from_static("no"));
        Ok(response)
    }

    /// The next event; `None` ends the stream.
    async fn next(&mut self) -> Option<Event> {
        loop {
            if let Some(event) = self.ready.pop_front() {
                return Some(event);
            }
            let stir = self.pulse.next().await?;
            // What it does takes more room than waiting for it, and there are many streams that wait.
            Box::pin(self.follow(stir)).await?;
        }
    }

    /// Does what is to be done; `None` ends the stream.
    async fn follow(&mut self, stir: Stir) -> Option<()> {
        if let Stir::Beat = stir {
            if !self.listener.is_let_in().await {
                return None;
            }
            self.ready.push_back(self.listener.beat());
        }
        self.look().await.ok()
    }

    /// Asks the database for what changed since the last change told. Fails, and so ends the stream, if what let the
    /// listener in has ended.
    async fn look(&mut self) -> Result<(), Error> {
        let (actor, credential) = (self.listener.actor(), self.listener.credential());
        let missed = self.listener.app().catch_up_as(&actor, credential, self.after).await?;
        let (CaughtUp::Reload { number } | CaughtUp::Events { number, .. }) = &missed;
        self.after = *number;
        if matches!(&missed, CaughtUp::Events { events, .. } if events.is_empty()) {
            return Ok(());
        }
        self.ready.extend(self.listener.tell(missed).await?);
        Ok(())
    }
}

/// The number of the last event that was heard before the connection was lost.
pub(crate) fn last_event_id(headers: &HeaderMap) -> Option<i64> {
    headers.get("last-event-id")?.to_str().ok()?.parse().ok()
}
