use super::conversation_id;
use super::stay::CameFrom;
use crate::pages::{Answer, redirect, say_with_undo};
use crate::visit::Member;
use axum::extract::Path;

/// `POST /conversations/{id}/withdraw`: back to the list, with *Undo*.
pub(crate) async fn withdraw(member: Member, from: CameFrom, Path(id): Path<String>) -> Answer {
    let conversation = conversation_id(&id)?;
    member.app().withdraw(&member.actor(), conversation).await?;
    let undo = format!("/conversations/{conversation}/withdraw/undo");
    Ok(say_with_undo(&member.visit.site, &from.list(), "page-notice-withdrawn", &undo))
}

/// `POST /conversations/{id}/withdraw/undo`
pub(crate) async fn undo(member: Member, from: CameFrom, Path(id): Path<String>) -> Answer {
    let conversation = conversation_id(&id)?;
    member.app().undo_withdraw(&member.actor(), conversation).await?;
    Ok(redirect(&from.path_of(conversation)))
}
