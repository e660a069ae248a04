use crate::fault::Failure;
use crate::pages::{Answer, frame, page};
use crate::views::{DeadStopPage, UnsubscribePage, UnsubscribedPage};
use crate::visit::Visit;
use axum::extract::Path;
use axum::http::StatusCode;
use snug_app::Error;

/// `GET /u/{token}`: a button. Mail scanners open links; this changes nothing.
pub(crate) async fn show(visit: Visit, Path(token): Path<String>) -> Answer {
    match visit.app().find_subscriber(&visit.community, &token).await {
        Ok(_) => page(&visit, StatusCode::OK, &UnsubscribePage { frame: frame(&visit).await?, token }),
        Err(error) => dead(&visit, error).await,
    }
}

/// `POST /u/{token}`: also the one click of a mail program (RFC 8058), which posts here by itself.
pub(crate) async fn stop(visit: Visit, Path(token): Path<String>) -> Answer {
    subscribe(visit, token, false).await
}

/// `POST /u/{token}/resume`
pub(crate) async fn resume(visit: Visit, Path(token): Path<String>) -> Answer {
    subscribe(visit, token, true).await
}

async fn subscribe(visit: Visit, token: String, wants_mail: bool) -> Answer {
    match visit.app().subscribe(&visit.community, &token, wants_mail, visit.now).await {
        Ok(()) => {
            let done = UnsubscribedPage { frame: frame(&visit).await?, token, stopped: !wants_mail };
            page(&visit, StatusCode::OK, &done)
        }
        Err(error) => dead(&visit, error).await,
    }
}

async fn dead(visit: &Visit, error: Error) -> Answer {
    match error {
        Error::NotFound => page(visit, StatusCode::NOT_FOUND, &DeadStopPage { frame: frame(visit).await? }),
        other => Err(Failure(other)),
    }
}
