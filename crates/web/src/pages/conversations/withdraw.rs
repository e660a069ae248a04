use super::conversation_id;
use crate::pages::{Answer, say};
use crate::visit::Member;
use axum::extract::Path;

/// `POST /conversations/{id}/withdraw`
pub(crate) async fn withdraw(member: Member, Path(id): Path<String>) -> Answer {
    let conversation = conversation_id(&id)?;
    member.app().withdraw(&member.actor(), conversation).await?;
    Ok(say(&member.visit.site, &format!("/conversations/{conversation}"), "page-notice-withdrawn"))
}
