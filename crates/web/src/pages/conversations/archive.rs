use super::conversation_id;
use crate::pages::{Answer, say, say_with_undo};
use crate::visit::Member;
use axum::extract::Path;

/// `POST /conversations/{id}/archive`
pub(crate) async fn archive(member: Member, Path(id): Path<String>) -> Answer {
    let conversation = conversation_id(&id)?;
    member.app().set_archived(&member.actor(), conversation, true).await?;
    let undo = format!("/conversations/{conversation}/unarchive");
    Ok(say_with_undo(&member.visit.site, "/conversations", "page-notice-archived", &undo))
}

/// `POST /conversations/{id}/unarchive`
pub(crate) async fn unarchive(member: Member, Path(id): Path<String>) -> Answer {
    let conversation = conversation_id(&id)?;
    member.app().set_archived(&member.actor(), conversation, false).await?;
    Ok(say(&member.visit.site, &format!("/conversations/{conversation}"), "page-notice-unarchived"))
}
