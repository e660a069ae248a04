use super::icon::png;
use crate::community_face::{CommunityFile, find_file};
use crate::pages::{Answer, FOR_EVER};
use crate::site::Site;
use crate::visit::AtHost;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::IntoResponse;
use std::sync::Arc;

/// `GET /assets/community/{file}`: kept for ever by browsers, since the name says what is in it.
pub(crate) async fn show(State(site): State<Arc<Site>>, AtHost(community): AtHost, Path(name): Path<String>) -> Answer {
    match find_file(&community, &name) {
        Some(CommunityFile::Style(style)) => {
            let headers = [(CONTENT_TYPE, "text/css; charset=utf-8"), (CACHE_CONTROL, FOR_EVER)];
            Ok((headers, style).into_response())
        }
        Some(CommunityFile::Icon(icon)) => png(&site, &community, icon, FOR_EVER).await,
        None => Ok(StatusCode::NOT_FOUND.into_response()),
    }
}
