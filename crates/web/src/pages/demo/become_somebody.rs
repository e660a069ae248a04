use super::demo;
use crate::cookies::keep_session;
use crate::pages::{Answer, redirect};
use crate::visit::Visit;
use axum::extract::Path;
use snug_app::{Actor, Error};
use snug_domain::people::Handle;
use std::sync::Arc;

/// `POST /demo/become/{handle}`: another person in one click.
pub(crate) async fn become_somebody(visit: Visit, Path(handle): Path<String>) -> Answer {
    demo(&visit.site)?;
    let handle = Handle::parse(&handle).map_err(|_| Error::NotFound)?;
    let person = visit.app().find_member(&visit.community, &handle).await?.ok_or(Error::NotFound)?;
    let actor = Actor { community: Arc::clone(&visit.community), person: person.id, now: visit.now };
    let token = visit.app().sign_in_as(&actor, &visit.client).await?;
    let mut response = redirect("/");
    keep_session(&visit.site, response.headers_mut(), &token);
    Ok(response)
}
