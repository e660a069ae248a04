use super::conversation_id;
use super::stay::CameFrom;
use crate::pages::{Answer, say};
use crate::visit::Member;
use axum::extract::Path;

/// `POST /conversations/{id}/remind`: once, of an invitation that nobody has answered for some days.
pub(crate) async fn remind(member: Member, from: CameFrom, Path(id): Path<String>) -> Answer {
    let conversation = conversation_id(&id)?;
    member.app().remind(&member.actor(), conversation).await?;
    Ok(say(&member.visit.site, &from.path_of(conversation), "page-notice-reminded"))
}
