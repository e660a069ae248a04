use crate::pages::{Answer, Form, back, say, say_with_undo};
use crate::visit::Member;
use axum::extract::Path;
use serde::Deserialize;
use snug_domain::people::Handle;

/// Where to go on.
#[derive(Deserialize)]
pub(crate) struct From {
    return_to: Option<String>,
}

impl From {
    fn path(&self, handle: &Handle) -> String {
        self.return_to.as_deref().map_or_else(|| format!("/people/{handle}"), |path| back(Some(path)).to_owned())
    }
}

/// `POST /people/{handle}/block`
pub(crate) async fn block(member: Member, Path(handle): Path<String>, Form(from): Form<From>) -> Answer {
    let handle = parse(&handle)?;
    member.app().block(&member.actor(), &handle).await?;
    let undo = format!("/people/{handle}/unblock");
    Ok(say_with_undo(&member.visit.site, &from.path(&handle), "page-notice-blocked", &undo))
}

/// `POST /people/{handle}/unblock`
pub(crate) async fn unblock(member: Member, Path(handle): Path<String>, Form(from): Form<From>) -> Answer {
    let handle = parse(&handle)?;
    member.app().unblock(&member.actor(), &handle).await?;
    Ok(say(&member.visit.site, &from.path(&handle), "page-notice-unblocked"))
}

fn parse(handle: &str) -> Result<Handle, snug_app::Error> {
    Handle::parse(handle).map_err(|_| snug_app::Error::NotFound)
}
