use super::conversation_id;
use super::stay::{CameFrom, Open, stay};
use crate::fault::Failure;
use crate::pages::Answer;
use crate::visit::Member;
use axum::extract::Path;
use snug_app::Error;
use snug_app::conversations::Stood;
use snug_domain::ConversationId;

/// `POST /conversations/{id}/archive`
pub(crate) async fn archive(member: Member, from: CameFrom, Path(id): Path<String>) -> Answer {
    let conversation = conversation_id(&id)?;
    let stood = member.app().set_archived(&member.actor(), conversation, true).await?;
    let said = ("page-notice-archived", put_back_path(conversation, stood));
    stay(&member, &from, (conversation, Open::Closes), Some(said)).await
}

/// `POST /conversations/{id}/unarchive`
pub(crate) async fn unarchive(member: Member, from: CameFrom, Path(id): Path<String>) -> Answer {
    let conversation = conversation_id(&id)?;
    let stood = member.app().set_archived(&member.actor(), conversation, false).await?;
    let said = ("page-notice-unarchived", put_back_path(conversation, stood));
    stay(&member, &from, (conversation, Open::Stays), Some(said)).await
}

/// `POST /conversations/{id}/unread`
pub(crate) async fn unread(member: Member, from: CameFrom, Path(id): Path<String>) -> Answer {
    let conversation = conversation_id(&id)?;
    let stood = member.app().mark_unread(&member.actor(), conversation).await?;
    let said = ("page-notice-unread", put_back_path(conversation, stood));
    stay(&member, &from, (conversation, Open::Closes), Some(said)).await
}

/// `POST /conversations/{id}/put-back/{stood}`: undoes the three above.
pub(crate) async fn put_back(member: Member, from: CameFrom, Path((id, stood)): Path<(String, String)>) -> Answer {
    let conversation = conversation_id(&id)?;
    let stood = Stood::ALL.into_iter().find(|one| one.word() == stood).ok_or(Failure(Error::NotFound))?;
    member.app().put_back(&member.actor(), conversation, stood).await?;
    let becomes = if stood == Stood::Unread { Open::Closes } else { Open::Stays };
    stay(&member, &from, (conversation, becomes), None).await
}

fn put_back_path(conversation: ConversationId, stood: Stood) -> String {
    format!("/conversations/{conversation}/put-back/{}", stood.word())
}
