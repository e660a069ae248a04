use super::LinkRequest;
use crate::api::answers::MayBeLimited;
use crate::api::extract::Body;
use crate::api::fields;
use crate::fault::Failure;
use crate::visit::Visit;
use axum::http::StatusCode;

/// Request a sign-in link by mail.
///
/// The answer is the same if no member has the address.
#[utoipa::path(
    post,
    path = "/sign-in-links",
    tag = "account",
    operation_id = "requestSignInLink",
    security(()),
    request_body = LinkRequest,
    responses((status = 202, description = "A mail will be sent if a member has the address."), MayBeLimited)
)]
pub(crate) async fn request_sign_in_link(visit: Visit, Body(asked): Body<LinkRequest>) -> Result<StatusCode, Failure> {
    fields::check_address(&asked.address)?;
    visit.app().request_sign_in_link(&visit.community, &visit.client, &asked.address, visit.now).await?;
    Ok(StatusCode::ACCEPTED)
}
