use super::pulse::{Pulse, Stir};
use super::streams::{Reader, html, rings};
use crate::fault::Failure;
use crate::visit::{Member, Visit};
use axum::extract::Query;
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode};
use axum::response::sse::{Event, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream::{self, Stream};
use serde::Deserialize;
use snug_app::live::CaughtUp;
use snug_app::{Actor, Error};
use std::collections::VecDeque;
use std::convert::Infallible;

/// From where on to tell.
#[derive(Deserialize)]
pub(crate) struct Since {
    since: Option<i64>,
}

/// `GET /live`: what changes for whoever is signed in, for all pages of their browser.
///
/// Whoever is not signed in is told so by the status: a stream has nowhere to redirect to.
pub(crate) async fn page_stream(visit: Visit, Query(since): Query<Since>, parts: Parts) -> Result<Response, Failure> {
    let Some(signed_in) = visit.signed_in.clone() else { return Ok(StatusCode::UNAUTHORIZED.into_response()) };
    let member = Member { visit, signed_in };
    let after = match last_event_id(&parts.headers).or(since.since) {
        Some(number) => number,
        None => member.app().last_change(&member.actor()).await?,
    };
    let pulse = Pulse::new(member.app().follow(&member.actor())?, &member.visit.site);
    let teller = Teller { pulse, after, parts, ready: VecDeque::from([named("hello")]), member };
    let mut response = Sse::new(events(teller)).into_response();
    // Proxies that buffer would hold events back (nginx reads this).
    response.headers_mut().insert("x-accel-buffering", axum::http::HeaderValue::from_static("no"));
    Ok(response)
}

/// The number of the last event a browser heard before it lost the connection.
pub(crate) fn last_event_id(headers: &HeaderMap) -> Option<i64> {
    headers.get("last-event-id")?.to_str().ok()?.parse().ok()
}

/// Tells one stream.
struct Teller {
    member: Member,
    /// The request, to ask again whether its session holds.
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
                    self.still_signed_in().await?;
                    self.ready.push_back(named("beat"));
                    self.look().await.ok()?;
                }
            }
        }
    }

    /// Asks the database for what changed since the last change told.
    async fn look(&mut self) -> Result<(), Error> {
        let visit = &self.member.visit;
        let now = visit.site.clock.now();
        let actor = Actor { now, ..self.member.actor() };
        match visit.app().catch_up(&actor, self.after).await? {
            CaughtUp::Reload { number } => {
                self.after = number;
                self.ready.push_back(named("reload").id(number.to_string()));
            }
            CaughtUp::Events { events, unread } => {
                let Some(last) = events.last() else { return Ok(()) };
                self.after = last.number;
                let invitations = visit.app().count_invitations(&actor).await?;
                let reader = Reader { person: self.member.signed_in.person.clone(), texts: visit.texts(), now };
                for event in &events {
                    let html = html(&reader, event, invitations).map_err(|fault| Error::Internal(fault.into()))?;
                    self.ready.push_back(Event::default().id(event.number.to_string()).data(html));
                }
                let ring = events.iter().any(|event| rings(&reader, event));
                self.ready.push_back(bell(unread, ring, &reader));
            }
        }
        Ok(())
    }

    /// Whether the session the stream was opened with still holds. Who was signed out hears no more.
    async fn still_signed_in(&self) -> Option<()> {
        let site = &self.member.visit.site;
        let visit = Visit::of(&self.parts, site).await.ok()??;
        let signed_in = visit.signed_in?;
        (signed_in.session == self.member.signed_in.session).then_some(())
    }
}

/// An event that says all with its name. Browsers pass over one without data.
fn named(name: &str) -> Event {
    Event::default().event(name).data(name)
}

fn bell(unread: i64, ring: bool, reader: &Reader) -> Event {
    let text = reader.texts.fill("bell-label").with("count", unread).to_string();
    let data = serde_json::json!({ "unread": unread, "ring": ring, "text": text });
    Event::default().event("bell").data(data.to_string())
}
