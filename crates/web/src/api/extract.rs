//! What stands in a request: its path, its query, its body. What cannot be read is a problem.

use super::problem::Problem;
use crate::fault::Failure;
use crate::site::Site;
use axum::Json;
use axum::extract::rejection::JsonRejection;
use axum::extract::{FromRequest, FromRequestParts, Path, Query, Request};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use snug_domain::people::Handle;
use std::sync::Arc;

/// What the path names. What is no id names nothing.
pub(crate) struct At<T>(pub T);

impl<T: DeserializeOwned + Send> FromRequestParts<Arc<Site>> for At<T> {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, site: &Arc<Site>) -> Result<Self, Self::Rejection> {
        match Path::<T>::from_request_parts(parts, site).await {
            Ok(Path(named)) => Ok(Self(named)),
            Err(_) => Err(Failure(snug_app::Error::NotFound).into_response()),
        }
    }
}

/// The handle in a path, however it is typed. What is no handle names nobody.
pub(crate) fn parse_named(handle: &str) -> Result<Handle, snug_app::Error> {
    Handle::parse(handle).map_err(|_| snug_app::Error::NotFound)
}

/// What the query asks for.
pub(crate) struct Asked<T>(pub T);

impl<T: DeserializeOwned> FromRequestParts<Arc<Site>> for Asked<T> {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, site: &Arc<Site>) -> Result<Self, Self::Rejection> {
        match Query::<T>::from_request_parts(parts, site).await {
            Ok(Query(asked)) => Ok(Self(asked)),
            Err(rejection) => Err(Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "invalid-query")
                .with_detail(rejection.body_text())
                .into_response()),
        }
    }
}

/// A JSON body.
pub(crate) struct Body<T>(pub T);

impl<T: DeserializeOwned> FromRequest<Arc<Site>> for Body<T> {
    type Rejection = Response;

    async fn from_request(request: Request, site: &Arc<Site>) -> Result<Self, Self::Rejection> {
        match Json::<T>::from_request(request, site).await {
            Ok(Json(body)) => Ok(Self(body)),
            Err(rejection) => {
                let code = match rejection {
                    JsonRejection::JsonDataError(_) => "invalid-body",
                    JsonRejection::JsonSyntaxError(_) => "malformed-json",
                    JsonRejection::MissingJsonContentType(_) => "not-json",
                    _ if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE => "too-large",
                    _ => "unreadable-body",
                };
                Err(Problem::new(rejection.status(), code).with_detail(rejection.body_text()).into_response())
            }
        }
    }
}

/// A field that may be left out, but is not null: leaving it out means "as it is".
pub(crate) fn present<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}
