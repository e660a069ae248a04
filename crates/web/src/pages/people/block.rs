use crate::pages::{Answer, Form, back, say, say_with_undo};
use crate::visit::Member;
use axum::extract::Path;
use axum::http::header::REFERER;
use axum::http::{HeaderMap, Uri};
use serde::Deserialize;
use snug_domain::people::Handle;

/// Where to go on.
#[derive(Deserialize)]
pub(crate) struct From {
    return_to: Option<String>,
}

impl From {
    fn path(&self, headers: &HeaderMap, handle: &Handle) -> String {
        match (self.return_to.as_deref(), page_of(headers)) {
            (Some(path), _) => back(Some(path)).to_owned(),
            (None, Some(page)) => back(Some(&page)).to_owned(),
            (None, None) => format!("/people/{handle}"),
        }
    }
}

/// `POST /people/{handle}/block`
pub(crate) async fn block(
    member: Member,
    headers: HeaderMap,
    Path(handle): Path<String>,
    Form(from): Form<From>,
) -> Answer {
    let handle = parse(&handle)?;
    member.app().block(&member.actor(), &handle).await?;
    let undo = format!("/people/{handle}/unblock");
    Ok(say_with_undo(&member.visit.site, &from.path(&headers, &handle), "page-notice-blocked", &undo))
}

/// `POST /people/{handle}/unblock`
pub(crate) async fn unblock(
    member: Member,
    headers: HeaderMap,
    Path(handle): Path<String>,
    Form(from): Form<From>,
) -> Answer {
    let handle = parse(&handle)?;
    member.app().unblock(&member.actor(), &handle).await?;
    Ok(say(&member.visit.site, &from.path(&headers, &handle), "page-notice-unblocked"))
}

/// The page the form was on, as browsers say it: its path here, whatever host they name.
fn page_of(headers: &HeaderMap) -> Option<String> {
    let page: Uri = headers.get(REFERER)?.to_str().ok()?.parse().ok()?;
    page.path_and_query().map(ToString::to_string)
}

fn parse(handle: &str) -> Result<Handle, snug_app::Error> {
    Handle::parse(handle).map_err(|_| snug_app::Error::NotFound)
}
