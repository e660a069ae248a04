use super::conversation_id;
use crate::pages::{Answer, say};
use crate::visit::Member;
use axum::extract::Path;

/// `POST /conversations/{id}/decline`: the page afterwards offers to accept after all.
pub(crate) async fn decline(member: Member, Path(id): Path<String>) -> Answer {
    let conversation = conversation_id(&id)?;
    member.app().decline(&member.actor(), conversation).await?;
    Ok(say(&member.visit.site, &format!("/conversations/{conversation}"), "page-notice-declined"))
}
