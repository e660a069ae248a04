use super::streams::{Reader, html, rings};
use super::teller::{Listener, Teller, last_event_id};
use crate::fault::Failure;
use crate::page_owner::AnothersPage;
use crate::visit::{Member, Visit, host};
use axum::extract::Query;
use axum::extract::rejection::QueryRejection;
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::sse::Event;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use snug_app::accounts::Credential;
use snug_app::live::CaughtUp;
use snug_app::{Actor, App, Error};

/// From where on to tell.
#[derive(Deserialize)]
pub(crate) struct Since {
    since: Option<i64>,
    /// Whose page asks: a stream of events cannot send a header.
    of: Option<String>,
}

/// `GET /live`: what changes for whoever is signed in, for all pages of their browser.
///
/// Whoever is not signed in is told so by the status: a stream has nowhere to redirect to.
pub(crate) async fn page_stream(
    visit: Visit,
    since: Result<Query<Since>, QueryRejection>,
    parts: Parts,
) -> Result<Response, Failure> {
    let Ok(Query(since)) = since else { return Ok(StatusCode::BAD_REQUEST.into_response()) };
    let Some(signed_in) = visit.signed_in.clone() else { return Ok(StatusCode::UNAUTHORIZED.into_response()) };
    if since.of.is_some_and(|of| of != signed_in.person.id.to_string()) {
        return Ok(AnothersPage.into_response());
    }
    let (site, after) = (visit.site.clone(), last_event_id(&parts.headers).or(since.since));
    let pages = Pages { member: Member { visit, signed_in }, host: host(&parts) };
    Ok(Teller::stream(pages, &site, after, named("hello")).await?)
}

/// The pages of one browser.
struct Pages {
    member: Member,
    /// The host name asked for, to ask again whether the session holds.
    host: String,
}

impl Listener for Pages {
    fn app(&self) -> &App {
        self.member.app()
    }

    fn actor(&self) -> Actor {
        Actor { now: self.member.visit.site.clock.now(), ..self.member.actor() }
    }

    fn credential(&self) -> Credential {
        Credential::Session(self.member.signed_in.session)
    }

    /// Whether the session the stream was opened with still holds. Who was signed out hears no more.
    async fn is_let_in(&self) -> bool {
        let Visit { site, token, .. } = &self.member.visit;
        match site.app.arrive(&self.host, token.clone(), site.clock.now()).await {
            Ok(Some(arrival)) => arrival.signed_in.is_some_and(|held| held.session == self.member.signed_in.session),
            _ => false,
        }
    }

    async fn tell(&self, missed: CaughtUp) -> Result<Vec<Event>, Error> {
        let (events, unread) = match missed {
            CaughtUp::Reload { number } => return Ok(vec![named("reload").id(number.to_string())]),
            CaughtUp::Events { events, unread, .. } => (events, unread),
        };
        let actor = self.actor();
        let invitations = self.app().count_invitations(&actor).await?;
        let person = self.member.signed_in.person.clone();
        let reader = Reader { person, times: self.member.visit.times_at(actor.now) };
        let mut told = Vec::with_capacity(events.len() + 1);
        for event in &events {
            let html = html(&reader, event, invitations).map_err(|fault| Error::Internal(fault.into()))?;
            told.push(Event::default().id(event.number.to_string()).data(html));
        }
        told.push(bell(unread, events.iter().any(|event| rings(&reader, event)), &reader));
        Ok(told)
    }

    fn beat(&self) -> Event {
        named("beat")
    }
}

/// An event that says all with its name. Browsers pass over one without data.
fn named(name: &str) -> Event {
    Event::default().event(name).data(name)
}

fn bell(unread: i64, ring: bool, reader: &Reader) -> Event {
    let text = reader.texts().fill("bell-label").with("count", unread).to_string();
    let data = serde_json::json!({ "unread": unread, "ring": ring, "text": text });
    Event::default().event("bell").data(data.to_string())
}
