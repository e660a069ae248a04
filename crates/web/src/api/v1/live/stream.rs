use super::change::Change;
use crate::api::caller::{Caller, Shown, Talker};
use crate::api::extract::Asked;
use crate::api::fields;
use crate::api::number::Number;
use crate::fault::Failure;
use crate::live::{Listener, Teller, last_event_id};
use axum::http::request::Parts;
use axum::response::Response;
use axum::response::sse::Event;
use serde::Deserialize;
use snug_app::accounts::Credential;
use snug_app::live::{self, CaughtUp};
use snug_app::{Actor, App, Error};
use snug_domain::api_token::Access;
use utoipa::IntoParams;

/// Where the stream begins.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Since {
    /// Number of the last change received. Default: only changes from now on.
    #[param(schema_with = fields::number, required = false)]
    since: Option<Number>,
}

/// Follow changes.
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
    let after = last_event_id(&parts.headers).or(asked.since.map(|number| number.0));
    let (site, shown) = (caller.site.clone(), Shown::by(&parts, &caller.site));
    Ok(Teller::stream(Program { caller, shown }, &site, after, Event::default().comment("")).await?)
}

/// One program.
struct Program {
    caller: Caller,
    /// What it showed, to ask again whether it is let in.
    shown: Shown,
}

impl Listener for Program {
    fn app(&self) -> &App {
        self.caller.app()
    }

    fn actor(&self) -> Actor {
        Actor { now: self.caller.site.clock.now(), ..self.caller.actor() }
    }

    fn credential(&self) -> Credential {
        self.caller.credential
    }

    async fn is_let_in(&self) -> bool {
        match Caller::of(&self.shown, Access::Read, &self.caller.site).await {
            Ok(Some(caller)) => caller.credential == self.caller.credential,
            _ => false,
        }
    }

    async fn tell(&self, missed: CaughtUp) -> Result<Vec<Event>, Error> {
        let events = match missed {
            CaughtUp::Reload { number } => {
                return Ok(vec![Event::default().event("reload").id(number.to_string()).data("{}")]);
            }
            CaughtUp::Events { events, .. } => events,
        };
        let tell = |event: &live::Event| {
            let change = Change::new(event, self.caller.person.id);
            Event::default().id(event.number.to_string()).json_data(change)
        };
        let told: Result<_, _> = events.iter().map(tell).collect();
        told.map_err(|fault| Error::Internal(fault.into()))
    }

    fn beat(&self) -> Event {
        Event::default().comment("")
    }
}
