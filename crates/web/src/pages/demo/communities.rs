use crate::site::Site;
use crate::views::{CommunitiesPage, CommunityEntry, Frame};
use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use snug_domain::people::Language;
use snug_texts::Texts;
use std::sync::Arc;

/// The communities there are, for a host that is none of theirs.
pub(crate) async fn list(site: &Arc<Site>) -> Response {
    let Ok(communities) = site.app.list_communities().await else {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    };
    let entry = |community| CommunityEntry { address: site.app.settings().url(&community, "/"), name: community.name };
    let frame = Frame::alone(Texts::of(Language::English));
    let page = CommunitiesPage { frame, communities: communities.into_iter().map(entry).collect() };
    match page.render() {
        Ok(html) => Html(html).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}
