use crate::api::answers::MayBeLimited;
use crate::api::extract::Body;
use crate::api::fields;
use crate::api::v1::sign_in_links::LinkRequest;
use crate::fault::Failure;
use crate::visit::Visit;
use axum::http::StatusCode;

/// Ask for a link that lets one choose a new password.
///
/// The answer is the same for an address nobody has.
#[utoipa::path(
    post,
    path = "/password-resets",
    tag = "account",
    operation_id = "requestPasswordReset",
    security(()),
    request_body = LinkRequest,
    responses((status = 202, description = "If the address is a member's, a mail is on its way."), MayBeLimited)
)]
pub(crate) async fn request_password_reset(
    visit: Visit,
    Body(asked): Body<LinkRequest>,
) -> Result<StatusCode, Failure> {
    fields::check_address(&asked.address)?;
    visit.app().request_password_reset(&visit.community, &visit.client, &asked.address, visit.now).await?;
    Ok(StatusCode::ACCEPTED)
}
