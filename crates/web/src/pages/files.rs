use crate::assets;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

/// `GET /assets/{file}`: kept for ever by browsers, since the name says what is in it.
pub(crate) async fn show(Path(name): Path<String>) -> Response {
    let Some(file) = assets::file(&name) else { return StatusCode::NOT_FOUND.into_response() };
    let kind = mime_guess::from_path(&name).first_or_octet_stream();
    let headers =
        [(CONTENT_TYPE, kind.to_string()), (CACHE_CONTROL, String::from("public, max-age=31536000, immutable"))];
    (headers, file.data.into_owned()).into_response()
}
