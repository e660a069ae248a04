use crate::fault::Failure;
use crate::pages::{Answer, FOR_AN_HOUR};
use crate::site::Site;
use crate::visit::AtHost;
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::IntoResponse;
use snug_domain::communities::Community;
use snug_domain::face::Icon;
use std::sync::Arc;

/// `GET /favicon.ico`: for what asks without having read a page. A PNG, as every browser takes it.
pub(crate) async fn favicon(State(site): State<Arc<Site>>, AtHost(community): AtHost) -> Answer {
    png(&site, &community, Icon::Small, FOR_AN_HOUR).await
}

/// `GET /apple-touch-icon.png`: the same, on an iPhone.
pub(crate) async fn touch(State(site): State<Arc<Site>>, AtHost(community): AtHost) -> Answer {
    png(&site, &community, Icon::Touch, FOR_AN_HOUR).await
}

pub(super) async fn png(site: &Site, community: &Community, icon: Icon, kept: &'static str) -> Answer {
    let png = site.app.community_icon(community, icon).await.map_err(Failure)?;
    Ok(([(CONTENT_TYPE, "image/png"), (CACHE_CONTROL, kept)], png.to_vec()).into_response())
}
