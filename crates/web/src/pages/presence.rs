use super::Answer;
use crate::visit::Member;
use axum::Json;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use serde::Deserialize;
use snug_domain::people::{Handle, Preferences};

/// The short names of the people on a page, and the conversations they are shown in, with commas between.
#[derive(Deserialize)]
pub(crate) struct Shown {
    #[serde(default)]
    of: String,
    #[serde(default)]
    within: String,
}

/// `GET /presence`: which of these people are on the site, for the marks beside their names.
pub(crate) async fn list(member: Member, Query(shown): Query<Shown>) -> Answer {
    let handles = shown.of.split(',').filter_map(|handle| Handle::parse(handle).ok()).collect();
    let conversations = shown.within.split(',').filter_map(|id| id.parse().ok()).collect();
    let present = member.app().list_present(&member.actor(), handles, conversations).await?;
    Ok(Json(present.iter().map(Handle::as_str).collect::<Vec<_>>()).into_response())
}

/// `POST /presence`: a visible page is being used, in a browser of this time zone.
pub(crate) async fn note(member: Member) -> Answer {
    let Preferences { chosen_zone, browser_zone, .. } = member.signed_in.person.preferences;
    let here = member.visit.browser_zone.filter(|here| chosen_zone.is_none() && browser_zone != Some(*here));
    if let Some(here) = here {
        member.app().note_browser_zone(&member.actor(), here).await?;
    }
    member.app().note_presence(&member.actor()).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
