use crate::cookies::Kept;
use crate::pages::{Answer, say};
use crate::visit::Member;
use axum::extract::Path;
use snug_app::Error;
use snug_domain::SessionId;

/// `POST /preferences/sessions/{id}/end`
pub(crate) async fn end(member: Member, Path(session): Path<String>) -> Answer {
    let session: SessionId = session.parse().map_err(|_| Error::NotFound)?;
    member.app().end_session(&member.actor(), session).await?;
    let site = &member.visit.site;
    if session == member.signed_in.session {
        let mut response = say(site, "/sign-in", "page-notice-signed-out");
        Kept::Session.forget(site, response.headers_mut());
        return Ok(response);
    }
    Ok(say(site, "/preferences#sessions", "page-notice-session-ended"))
}

/// `POST /preferences/sessions/end-others`
pub(crate) async fn end_others(member: Member) -> Answer {
    member.app().end_other_sessions(&member.actor(), Some(member.signed_in.session)).await?;
    Ok(say(&member.visit.site, "/preferences#sessions", "page-notice-sessions-ended"))
}
