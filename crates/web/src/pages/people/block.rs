use crate::pages::{Answer, Form, back, say, say_with_undo};
use crate::visit::{Member, sent_from};
use axum::extract::Path;
use axum::http::HeaderMap;
use serde::Deserialize;
use snug_domain::people::Handle;

/// Another page to go on to than the one the form was on.
#[derive(Deserialize)]
pub(crate) struct GoingOn {
    return_to: Option<String>,
}

impl GoingOn {
    /// The page to go on to; the profile, where a browser does not say which one the form was on.
    fn path(self, headers: &HeaderMap, handle: &Handle) -> String {
        let path = self.return_to.or_else(|| sent_from(headers)).unwrap_or_else(|| format!("/people/{handle}"));
        back(Some(&path)).to_owned()
    }
}

/// `POST /people/{handle}/block`
pub(crate) async fn block(
    member: Member,
    headers: HeaderMap,
    Path(handle): Path<String>,
    Form(going_on): Form<GoingOn>,
) -> Answer {
    let handle = parse(&handle)?;
    member.app().block(&member.actor(), &handle).await?;
    let undo = format!("/people/{handle}/unblock");
    Ok(say_with_undo(&member.visit.site, &going_on.path(&headers, &handle), "page-notice-blocked", &undo))
}

/// `POST /people/{handle}/unblock`
pub(crate) async fn unblock(
    member: Member,
    headers: HeaderMap,
    Path(handle): Path<String>,
    Form(going_on): Form<GoingOn>,
) -> Answer {
    let handle = parse(&handle)?;
    member.app().unblock(&member.actor(), &handle).await?;
    Ok(say(&member.visit.site, &going_on.path(&headers, &handle), "page-notice-unblocked"))
}

fn parse(handle: &str) -> Result<Handle, snug_app::Error> {
    Handle::parse(handle).map_err(|_| snug_app::Error::NotFound)
}
