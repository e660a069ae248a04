use crate::cookies::Kept;
use crate::pages::{Answer, redirect};
use crate::visit::Member;

/// `POST /sign-out`
pub(crate) async fn sign_out(member: Member) -> Answer {
    member.app().sign_out(&member.actor(), member.signed_in.session).await?;
    // In the address: another tab that leaves at the same time would take what a cookie says.
    let mut response = redirect("/sign-in?why=signed-out");
    Kept::Session.forget(&member.visit.site, response.headers_mut());
    Ok(response)
}
