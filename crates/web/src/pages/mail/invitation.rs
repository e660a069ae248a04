use crate::fault::Failure;
use crate::pages::{Answer, frame, page, person};
use crate::views::{LandingDone, LandingDonePage, LandingPage, Moment, Person};
use crate::visit::Visit;
use axum::extract::Path;
use axum::http::StatusCode;
use snug_app::Error;
use snug_app::conversations::{Landing, Stand};
use snug_domain::Refusal;

/// `GET /m/{token}`
pub(crate) async fn show(visit: Visit, Path(token): Path<String>) -> Answer {
    let landing = match visit.app().land(&visit.community, &token, visit.now).await {
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
        (Stand::Talking, _) => {
            let conversation = landing.conversation.id.to_string();
            done(&visit, token, &landing, LandingDone::Accepted { conversation }).await
        }
        (Stand::Declined, _) => done(&visit, token, &landing, LandingDone::Declined).await,
        _ => done(&visit, token, &landing, LandingDone::Gone).await,
    }
}

/// `POST /m/{token}/accept`
pub(crate) async fn accept(visit: Visit, Path(token): Path<String>) -> Answer {
    match visit.app().accept_from_mail(&visit.community, &token, visit.now).await {
        Ok(_) | Err(Error::Refused(_)) => show(visit, Path(token)).await,
        Err(error) => gone(&visit, token, error).await,
    }
}

/// `POST /m/{token}/decline`
pub(crate) async fn decline(visit: Visit, Path(token): Path<String>) -> Answer {
    match visit.app().decline_from_mail(&visit.community, &token, visit.now).await {
        Ok(_) | Err(Error::Refused(_)) => show(visit, Path(token)).await,
        Err(error) => gone(&visit, token, error).await,
    }
}

async fn done(visit: &Visit, token: String, landing: &Landing, done: LandingDone) -> Answer {
    let status = if done == LandingDone::Gone { StatusCode::GONE } else { StatusCode::OK };
    let person = person(&landing.conversation.partner.person);
    page(visit, status, &LandingDonePage { frame: frame(visit).await?, token, person, done })
}

/// A link that never was one, or whose invitation is forgotten.
async fn gone(visit: &Visit, token: String, error: Error) -> Answer {
    match error {
        Error::Refused(Refusal::ConversationsOff) => Err(Failure(error)),
        Error::NotFound | Error::Refused(_) => {
            let (frame, person) = (frame(visit).await?, Person::new("", ""));
            let gone = LandingDonePage { frame, token, person, done: LandingDone::Gone };
            page(visit, StatusCode::GONE, &gone)
        }
        other => Err(Failure(other)),
    }
}
