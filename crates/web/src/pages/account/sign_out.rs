use crate::cookies::Kept;
use crate::pages::{Answer, say};
use crate::visit::Member;
use snug_app::Error;

/// `POST /sign-out`
pub(crate) async fn sign_out(member: Member) -> Answer {
    match member.app().end_session(&member.actor(), member.signed_in.session).await {
        // Ended elsewhere a moment ago is ended.
        Ok(()) | Err(Error::NotFound) => {}
        Err(error) => return Err(error.into()),
    }
    let mut response = say(&member.visit.site, "/sign-in", "page-notice-signed-out");
    Kept::Session.forget(&member.visit.site, response.headers_mut());
    Ok(response)
}
