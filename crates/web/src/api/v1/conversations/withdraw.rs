use crate::api::caller::Talker;
use crate::api::extract::At;
use crate::fault::Failure;
use axum::http::StatusCode;
use snug_domain::ConversationId;

/// Take an invitation back.
///
/// That of a conversation the caller began and nobody has accepted yet, with all who were invited; one person's is taken
/// back with `removeParticipant`. Withdrawing twice is withdrawing once.
#[utoipa::path(
    post,
    path = "/conversations/{id}/withdraw",
    tag = "conversations",
    operation_id = "withdrawInvitation",
    params(("id" = Uuid, Path, description = "The conversation.")),
    responses((status = 204, description = "Taken back."))
)]
pub(crate) async fn withdraw(Talker(caller): Talker, At(id): At<ConversationId>) -> Result<StatusCode, Failure> {
    caller.app().withdraw(&caller.actor(), id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Undo a withdrawal.
///
/// Within a minute, unless the other one wrote meanwhile.
#[utoipa::path(
    delete,
    path = "/conversations/{id}/withdraw",
    tag = "conversations",
    operation_id = "undoWithdraw",
    params(("id" = Uuid, Path, description = "The conversation.")),
    responses((status = 204, description = "The invitation stands again."))
)]
pub(crate) async fn undo_withdraw(Talker(caller): Talker, At(id): At<ConversationId>) -> Result<StatusCode, Failure> {
    caller.app().undo_withdraw(&caller.actor(), id).await?;
    Ok(StatusCode::NO_CONTENT)
}
