use super::change::Change;
use crate::api::caller::{Caller, Talker};
use crate::api::extract::Asked;
use crate::api::fields;
use crate::api::number::Number;
use crate::fault::Failure;
use crate::live::{Pulse, Stir, last_event_id};
use axum::http::HeaderValue;
use axum::http::request::Parts;
use axum::response::sse::{Event, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream::{self, Stream};
use serde::Deserialize;
use snug_app::live::CaughtUp;
use snug_app::{Actor, Error};
use std::collections::VecDeque;
use std::convert::Infallible;
use utoipa::IntoParams;

/// From where on to tell.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Since {
    /// Everything after the change with this number; without it, from now on.
    #[param(schema_with = fields::number, required = false)]
    since: Option<Number>,
}

/// Follow what changes.
///
/// Server-sent events. An event without a name holds a `Change` as JSON, its id is the number of
/// the change; `Last-Event-ID` goes on from there. `reload` says that too much was missed: load
/// what is shown anew. The stream ends when the token is revoked or the session ends, or the
/// server stops: open it again.
#[utoipa::path(
    get,
    path = "/live",
    tag = "live",
    operation_id = "follow",
    params(Since),
    responses((
        status = 200,
        description = "Events, until the stream ends.",
        body = Change,
        content_type = "text/event-stream"
    ))
)]
pub(crate) async fn follow(
    Talker(caller): Talker,
    Asked(asked): Asked<Since>,
    parts: Parts,
) -> Result<Response, Failure> {
    let since = asked.since.map(|number| number.0);
    let after = match last_event_id(&parts.headers).or(since) {
        Some(number) => number,
        None => caller.app().last_change(&caller.actor()).await?,
    };
    let pulse = Pulse::new(caller.app().follow(&caller.actor())?, &caller.site);
    let teller = Teller { pulse, after, parts, ready: VecDeque::from([Event::default().comment("")]), caller };
    let mut response = Sse::new(events(teller)).into_response();
    // Proxies that buffer would hold events back (nginx reads this).
    response.headers_mut().insert("x-accel-buffering", HeaderValue::from_static("no"));
    Ok(response)
}

/// Tells one program.
struct Teller {
    caller: Caller,
    /// The request, to ask again whether the caller is let in.
    parts: Parts,
    pulse: Pulse,
    /// The number of the last change told.
    after: i64,
    /// What is about to be told.
    ready: VecDeque<Event>,
}

fn events(teller: Teller) -> impl Stream<Item = Result<Event, Infallible>> {
    stream::unfold(teller, |mut teller| async move {
        let event = teller.next().await?;
        Some((Ok(event), teller))
    })
}

impl Teller {
    /// The next event; `None` ends the stream.
    async fn next(&mut self) -> Option<Event> {
        loop {
            if let Some(event) = self.ready.pop_front() {
                return Some(event);
            }
            match self.pulse.next().await? {
                Stir::Look => self.look().await.ok()?,
                Stir::Beat => {
                    self.still_let_in().await?;
                    self.ready.push_back(Event::default().comment(""));
                    self.look().await.ok()?;
                }
            }
        }
    }

    /// Asks the database for what changed since the last change told.
    async fn look(&mut self) -> Result<(), Error> {
        let actor = Actor { now: self.caller.site.clock.now(), ..self.caller.actor() };
        match self.caller.app().catch_up(&actor, self.after).await? {
            CaughtUp::Reload { number } => {
                self.after = number;
                self.ready.push_back(Event::default().event("reload").id(number.to_string()).data("{}"));
            }
            CaughtUp::Events { events, .. } => {
                for event in &events {
                    let change = Change::new(event, &self.caller.person);
                    let told = Event::default().id(event.number.to_string()).json_data(change);
                    self.ready.push_back(told.map_err(|fault| Error::Internal(fault.into()))?);
                    self.after = event.number;
                }
            }
        }
        Ok(())
    }

    async fn still_let_in(&self) -> Option<()> {
        let caller = Caller::of(&self.parts, &self.caller.site).await.ok()??;
        (caller.credential == self.caller.credential).then_some(())
    }
}
