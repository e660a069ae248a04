use crate::community_face::icon_address;
use crate::pages::FOR_AN_HOUR;
use crate::visit::AtHost;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use serde_json::json;
use snug_domain::communities::Community;
use snug_domain::face::{Icon, LIGHT_SURFACES};

/// `GET /manifest.webmanifest`: lets the site be installed, with the community's name and pictures.
pub(crate) async fn show(AtHost(community): AtHost) -> Response {
    let [paper, ..] = LIGHT_SURFACES;
    let icons = [(Icon::Medium, "any"), (Icon::Large, "any"), (Icon::Maskable, "maskable")];
    let manifest = json!({
        "id": "/",
        "name": community.name,
        "short_name": community.name,
        "description": community.face.sentence,
        "lang": community.language.tag(),
        "dir": community.language.direction(),
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "background_color": paper.to_string(),
        "theme_color": paper.to_string(),
        "icons": icons.map(|(icon, purpose)| described(&community, icon, purpose)),
    });
    let headers = [(CONTENT_TYPE, "application/manifest+json"), (CACHE_CONTROL, FOR_AN_HOUR)];
    (headers, manifest.to_string()).into_response()
}

fn described(community: &Community, icon: Icon, purpose: &str) -> serde_json::Value {
    json!({
        "src": icon_address(community, icon),
        "sizes": format!("{0}x{0}", icon.edge()),
        "type": "image/png",
        "purpose": purpose,
    })
}
