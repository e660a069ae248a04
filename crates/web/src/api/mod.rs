//! The JSON API: the same use cases as the pages, for programs.
//!
//! Under `/api/v1` a folder is a noun and a file a verb. A handler extracts, calls one use case
//! of `snug_app`, and answers in JSON; whatever goes wrong leaves it as a [`Failure`] and is
//! written once, outside, as problem details. The paths are taken from the description, so that
//! nothing answers that is not described.
//!
//! [`Failure`]: crate::fault::Failure

mod answers;
mod caller;
mod description;
mod extract;
mod fields;
mod links;
mod number;
mod page;
mod problem;
mod time;
mod v1;
mod wrong;

use crate::router::{Route, broken};
use crate::site::Site;
use axum::http::{Method, StatusCode};
use axum::response::IntoResponse;
use axum::routing::{any, get};
use axum::{Json, Router, middleware};
use std::sync::Arc;
use std::time::Duration;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::csrf::CsrfLayer;
use tower_http::timeout::TimeoutLayer;
use utoipa_axum::router::OpenApiRouter;

pub(crate) use wrong::write_problem;

/// Where the description is.
const DESCRIPTION: &str = "/api/openapi.json";
/// The longest an answer may take to begin.
const LONGEST: Duration = Duration::from_secs(30);

/// The API, to be merged into the site.
pub(crate) fn router(site: &Arc<Site>) -> Router<Arc<Site>> {
    let (router, description) = described().split_for_parts();
    let description = Arc::new(description::complete(description));
    let everything = router
        .route(DESCRIPTION, get(|| async move { Json(&*description).into_response() }).layer(CompressionLayer::new()))
        .route("/api", any(nothing))
        .route("/api/", any(nothing))
        .route("/api/{*rest}", any(nothing));
    everything
        .layer(CatchPanicLayer::custom(broken))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, LONGEST))
        // A cookie is sent along by any site; what browsers say of where a request comes from is not made up.
        .layer(CsrfLayer::new())
        .layer(middleware::from_fn_with_state(Arc::clone(site), wrong::write_problems))
}

/// Every path of the API, as its description has them.
pub(crate) fn routes() -> Vec<Route> {
    let described = openapi();
    let operations = described.paths.paths.iter().flat_map(|(path, item)| {
        let methods = [
            (Method::GET, &item.get),
            (Method::PUT, &item.put),
            (Method::POST, &item.post),
            (Method::DELETE, &item.delete),
            (Method::PATCH, &item.patch),
        ];
        let described = methods.into_iter().filter(|(_, operation)| operation.is_some());
        described.map(|(method, _)| Route { method, path: path.clone() }).collect::<Vec<_>>()
    });
    operations.chain([Route { method: Method::GET, path: DESCRIPTION.to_owned() }]).collect()
}

/// The description of the API.
#[must_use]
pub fn openapi() -> utoipa::openapi::OpenApi {
    description::complete(described().into_openapi())
}

fn described() -> OpenApiRouter<Arc<Site>> {
    OpenApiRouter::default().nest("/api/v1", v1::router())
}

async fn nothing() -> StatusCode {
    StatusCode::NOT_FOUND
}
