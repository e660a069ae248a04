use crate::assets;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

/// What is the same for everybody, under a name that says what is in it.
pub(crate) const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// What is the same for everybody, under a name that does not.
pub(crate) const FOR_AN_HOUR: &str = "public, max-age=3600";

/// `GET /assets/{file}`: kept for ever by browsers, since the name says what is in it.
pub(crate) async fn show(Path(name): Path<String>) -> Response {
    let Some(file) = assets::file(&name) else { return StatusCode::NOT_FOUND.into_response() };
    let kind = mime_guess::from_path(&name).first_or_octet_stream();
    let headers = [(CONTENT_TYPE, kind.to_string()), (CACHE_CONTROL, FOR_EVER.to_owned())];
    (headers, file.data.into_owned()).into_response()
}
