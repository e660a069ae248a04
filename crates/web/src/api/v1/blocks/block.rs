use crate::api::caller::Talker;
use crate::api::extract::{At, parse_named};
use crate::fault::Failure;
use axum::http::StatusCode;

/// Block a member.
///
/// Declines what they invited the caller to, takes back what the caller invited them to, and closes a direct
/// conversation of the two. In groups their entries are no news, and carry `from_blocked`. They are not told: to them
/// the caller takes no messages. Blocking twice is blocking once.
#[utoipa::path(
    put,
    path = "/blocks/{handle}",
    tag = "people",
    operation_id = "block",
    params(("handle" = String, Path, description = "Whom to block.")),
    responses((status = 204, description = "They are blocked."))
)]
pub(crate) async fn block(Talker(caller): Talker, At(handle): At<String>) -> Result<StatusCode, Failure> {
    caller.app().block(&caller.actor(), &parse_named(&handle)?).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Unblock a member.
///
/// A direct conversation of the two goes on, unless they blocked the caller. An invitation that blocking declined waits
/// again if that was less than a minute ago; else it stays declined, and can still be accepted until it lapses.
#[utoipa::path(
    delete,
    path = "/blocks/{handle}",
    tag = "people",
    operation_id = "unblock",
    params(("handle" = String, Path, description = "Whom to unblock.")),
    responses((status = 204, description = "They are not blocked."))
)]
pub(crate) async fn unblock(Talker(caller): Talker, At(handle): At<String>) -> Result<StatusCode, Failure> {
    caller.app().unblock(&caller.actor(), &parse_named(&handle)?).await?;
    Ok(StatusCode::NO_CONTENT)
}
