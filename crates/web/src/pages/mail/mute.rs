use crate::fault::Failure;
use crate::pages::{Answer, frame, page};
use crate::views::{DeadStopPage, MutePage};
use crate::visit::Visit;
use axum::extract::Path;
use axum::http::StatusCode;
use snug_app::Error;
use snug_domain::conversations::Level;

/// `GET /mute/{token}`: a button. Mail scanners open links; this changes nothing.
pub(crate) async fn show(visit: Visit, Path(token): Path<String>) -> Answer {
    match visit.app().find_level_from_mail(&visit.community, &token, visit.now).await {
        Ok(level) => shown(&visit, token, (level == Level::Muted).then_some(true)).await,
        Err(error) => dead(&visit, error).await,
    }
}

/// `POST /mute/{token}`
pub(crate) async fn mute(visit: Visit, Path(token): Path<String>) -> Answer {
    set(visit, token, Level::Muted).await
}

/// `POST /mute/{token}/undo`
pub(crate) async fn undo(visit: Visit, Path(token): Path<String>) -> Answer {
    set(visit, token, Level::Normal).await
}

async fn set(visit: Visit, token: String, level: Level) -> Answer {
    match visit.app().set_level_from_mail(&visit.community, &token, level, visit.now).await {
        Ok(()) => shown(&visit, token, Some(level == Level::Muted)).await,
        Err(error) => dead(&visit, error).await,
    }
}

async fn shown(visit: &Visit, token: String, muted: Option<bool>) -> Answer {
    page(visit, StatusCode::OK, &MutePage { frame: frame(visit).await?, token, muted })
}

async fn dead(visit: &Visit, error: Error) -> Answer {
    match error {
        Error::NotFound => page(visit, StatusCode::NOT_FOUND, &DeadStopPage { frame: frame(visit).await? }),
        other => Err(Failure(other)),
    }
}
