use crate::pages::{Answer, redirect, say_with_undo};
use crate::visit::Member;
use axum::extract::Path;
use snug_app::Error;
use snug_domain::Timestamp;

/// The list of invitations.
const LIST: &str = "/conversations?show=invitations";

/// `POST /conversations/decline-all`: every invitation that waits, with *Undo*.
pub(crate) async fn decline_all(member: Member) -> Answer {
    member.app().decline_all(&member.actor()).await?;
    let undo = format!("/conversations/decline-all/undo/{}", member.visit.now.0);
    Ok(say_with_undo(&member.visit.site, LIST, "page-notice-declined-all", &undo))
}

/// `POST /conversations/decline-all/undo/{at}`: those that were declined at this time.
pub(crate) async fn undo(member: Member, Path(at): Path<String>) -> Answer {
    let declined_at = at.parse().map(Timestamp).map_err(|_| Error::NotFound)?;
    member.app().undo_decline_all(&member.actor(), declined_at).await?;
    Ok(redirect(LIST))
}
