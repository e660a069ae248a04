use super::conversation_id;
use crate::pages::{Answer, redirect};
use crate::visit::Member;
use axum::extract::Path;

/// `POST /conversations/{id}/accept`
pub(crate) async fn accept(member: Member, Path(id): Path<String>) -> Answer {
    let conversation = conversation_id(&id)?;
    member.app().accept(&member.actor(), conversation).await?;
    Ok(redirect(&format!("/conversations/{conversation}")))
}
