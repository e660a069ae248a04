use crate::cookies::Kept;
use crate::pages::{Answer, say};
use crate::visit::Member;

/// `POST /sign-out`
pub(crate) async fn sign_out(member: Member) -> Answer {
    member.app().sign_out(&member.actor(), member.signed_in.session).await?;
    let mut response = say(&member.visit.site, "/sign-in", "page-notice-signed-out");
    Kept::Session.forget(&member.visit.site, response.headers_mut());
    Ok(response)
}
