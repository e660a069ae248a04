use super::conversation_id;
use super::stay::{CameFrom, Open, stay};
use crate::pages::Answer;
use crate::visit::Member;
use axum::extract::Path;
use snug_domain::conversations::Level;

/// `POST /conversations/{id}/mute`
pub(crate) async fn mute(member: Member, from: CameFrom, Path(id): Path<String>) -> Answer {
    set_level(&member, &from, &id, Level::Muted, ("page-notice-muted", "unmute")).await
}

/// `POST /conversations/{id}/unmute`
pub(crate) async fn unmute(member: Member, from: CameFrom, Path(id): Path<String>) -> Answer {
    set_level(&member, &from, &id, Level::Normal, ("page-notice-unmuted", "mute")).await
}

async fn set_level(
    member: &Member,
    from: &CameFrom,
    id: &str,
    level: Level,
    (notice, undo): (&'static str, &str),
) -> Answer {
    let conversation = conversation_id(id)?;
    member.app().set_level(&member.actor(), conversation, level).await?;
    let said = (notice, format!("/conversations/{conversation}/{undo}"));
    stay(member, from, (conversation, Open::Stays), Some(said)).await
}

/// `POST /conversations/{id}/star`
pub(crate) async fn star(member: Member, from: CameFrom, Path(id): Path<String>) -> Answer {
    set_starred(&member, &from, &id, true).await
}

/// `POST /conversations/{id}/unstar`
pub(crate) async fn unstar(member: Member, from: CameFrom, Path(id): Path<String>) -> Answer {
    set_starred(&member, &from, &id, false).await
}

async fn set_starred(member: &Member, from: &CameFrom, id: &str, starred: bool) -> Answer {
    let conversation = conversation_id(id)?;
    member.app().set_starred(&member.actor(), conversation, starred).await?;
    stay(member, from, (conversation, Open::Stays), None).await
}
