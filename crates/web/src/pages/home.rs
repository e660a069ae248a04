use super::{Answer, frame, page, redirect};
use crate::views::HomePage;
use crate::visit::Visit;
use axum::http::StatusCode;
use snug_domain::communities::Conversations;

/// `GET /`: to the conversations, or for those not signed in, what this is.
pub(crate) async fn show(visit: Visit) -> Answer {
    match (&visit.signed_in, visit.community.conversations) {
        (Some(_), Conversations::On) => Ok(redirect("/conversations")),
        (Some(_), Conversations::Off) => Ok(redirect("/people")),
        (None, _) => page(&visit, StatusCode::OK, &HomePage { frame: frame(&visit).await? }),
    }
}
