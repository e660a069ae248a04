use crate::fault::Failure;
use crate::pages::{Answer, Form, frame, page, person, redirect};
use crate::views::{LandingDone, LandingDonePage, LandingPage, Moment, Person};
use crate::visit::Visit;
use axum::extract::Path;
use axum::http::StatusCode;
use serde::Deserialize;
use snug_app::Error;
use snug_app::conversations::{Landing, Stand};
use snug_domain::{PersonId, Refusal};

/// `GET /m/{token}`: the message while it waits for an answer. Later the link tells nothing, but leads its owner to the
/// conversation.
pub(crate) async fn show(visit: Visit, Path(token): Path<String>) -> Answer {
    let reader = reader(&visit);
    let landing = match visit.app().land(&visit.community, &token, reader, visit.now).await {
        Ok(landing) => landing,
        Err(error) => return gone(&visit, token, error).await,
    };
    let partner = &landing.conversation.partner.person;
    match (landing.conversation.stand, &landing.message) {
        (Stand::Invited { sent_at }, Some(message)) => {
            let shown = LandingPage {
                frame: frame(&visit).await?,
                token,
                person: person(partner).lookalike(landing.conversation.partner.is_lookalike),
                member_since: Moment::from(partner.created_at),
                html: message.html.clone(),
                sent: Moment::from(sent_at),
                stop: landing.stop.clone(),
            };
            page(&visit, StatusCode::OK, &shown)
        }
        _ if reader == Some(landing.person.id) => Ok(redirect(&format!("/conversations/{}", landing.conversation.id))),
        _ => gone(&visit, token, Error::NotFound).await,
    }
}

/// `POST /m/{token}/accept`
pub(crate) async fn accept(visit: Visit, Path(token): Path<String>) -> Answer {
    let reader = reader(&visit);
    let landing = visit.app().land(&visit.community, &token, reader, visit.now).await;
    match visit.app().accept_from_mail(&visit.community, &token, reader, visit.now).await {
        Ok(conversation) => {
            let conversation = conversation.to_string();
            done(&visit, token, landing?, LandingDone::Accepted { conversation }).await
        }
        Err(Error::Refused(_)) => show(visit, Path(token)).await,
        Err(error) => gone(&visit, token, error).await,
    }
}

/// `POST /m/{token}/decline`: this answer alone can undo it without signing in.
pub(crate) async fn decline(visit: Visit, Path(token): Path<String>) -> Answer {
    let reader = reader(&visit);
    let landing = visit.app().land(&visit.community, &token, reader, visit.now).await;
    match visit.app().decline_from_mail(&visit.community, &token, reader, visit.now).await {
        Ok(undo) => done(&visit, token, landing?, LandingDone::Declined { undo }).await,
        Err(Error::Refused(_)) => show(visit, Path(token)).await,
        Err(error) => gone(&visit, token, error).await,
    }
}

/// What the page of a decline undoes it with.
#[derive(Deserialize)]
pub(crate) struct Undo {
    #[serde(default)]
    undo: String,
}

/// `POST /m/{token}/undo`
pub(crate) async fn undo(visit: Visit, Path(token): Path<String>, Form(typed): Form<Undo>) -> Answer {
    let (app, reader) = (visit.app(), reader(&visit));
    match app.undo_decline_from_mail(&visit.community, &token, &typed.undo, reader, visit.now).await {
        Ok(()) | Err(Error::Refused(_)) => show(visit, Path(token)).await,
        Err(error) => gone(&visit, token, error).await,
    }
}

/// Who is signed in in the browser that opens the link.
fn reader(visit: &Visit) -> Option<PersonId> {
    visit.signed_in.as_ref().map(|signed_in| signed_in.person.id)
}

async fn done(visit: &Visit, token: String, landing: Landing, done: LandingDone) -> Answer {
    let person = person(&landing.conversation.partner.person);
    page(visit, StatusCode::OK, &LandingDonePage { frame: frame(visit).await?, token, person, done })
}

/// A link that never was one, or has ended, or is for somebody else, or whose invitation was decided, withdrawn or
/// forgotten.
async fn gone(visit: &Visit, token: String, error: Error) -> Answer {
    let done = match error {
        Error::Refused(Refusal::LinkEnded) => LandingDone::Ended,
        off @ Error::Refused(Refusal::ConversationsOff) => return Err(Failure(off)),
        Error::NotFound | Error::Refused(_) => LandingDone::Gone,
        other => return Err(Failure(other)),
    };
    let (frame, person) = (frame(visit).await?, Person::new("", ""));
    page(visit, StatusCode::GONE, &LandingDonePage { frame, token, person, done })
}
