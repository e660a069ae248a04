use crate::api::answers::MayBeLimited;
use crate::api::extract::Body;
use crate::api::fields;
use crate::api::v1::sign_in_links::LinkRequest;
use crate::fault::Failure;
use crate::visit::Visit;
use axum::http::StatusCode;

/// Request a password-reset link by mail.
///
/// The answer is the same if no member has the address.
#[utoipa::path(
    post,
    path = "/password-resets",
    tag = "account",
    operation_id = "requestPasswordReset",
    security(()),
    request_body = LinkRequest,
    responses((status = 202, description = "A mail will be sent if a member has the address."), MayBeLimited)
)]
pub(crate) async fn request_password_reset(
    visit: Visit,
    Body(asked): Body<LinkRequest>,
) -> Result<StatusCode, Failure> {
    fields::check_address(&asked.address)?;
    visit.app().request_password_reset(&visit.community, &visit.client, &asked.address, visit.now).await?;
    Ok(StatusCode::ACCEPTED)
}
