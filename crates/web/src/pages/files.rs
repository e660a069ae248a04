use crate::assets;
use axum::extract::Path;
use axum::http::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, VARY};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};

/// What is the same for everybody, under a name that says what is in it.
pub(crate) const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// What is the same for everybody, under a name that does not.
pub(crate) const FOR_AN_HOUR: &str = "public, max-age=3600";

/// `GET /assets/{file}`: kept for ever by browsers, since the name says what is in it. Compressed for those who take it
/// so: these files hold nothing of anybody's, so that their length betrays nothing, as that of a page could.
pub(crate) async fn show(headers: HeaderMap, Path(name): Path<String>) -> Response {
    let Some(file) = assets::file(&name) else { return StatusCode::NOT_FOUND.into_response() };
    let kind = mime_guess::from_path(&name).first_or_octet_stream();
    let kept = [
        (CONTENT_TYPE, kind.to_string()),
        (CACHE_CONTROL, FOR_EVER.to_owned()),
        (VARY, String::from("accept-encoding")),
    ];
    match assets::compressed(&name).filter(|_| takes_brotli(&headers)) {
        Some(compressed) => (kept, [(CONTENT_ENCODING, "br")], compressed.data.into_owned()).into_response(),
        None => (kept, file.data.into_owned()).into_response(),
    }
}

/// Whether the client takes an answer compressed by Brotli (RFC 9110, 12.5.3): `br`, and not `br;q=0`.
fn takes_brotli(headers: &HeaderMap) -> bool {
    let asked = headers.get_all(ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    asked.flat_map(|value| value.split(',')).any(|coding| {
        let mut parts = coding.split(';').map(str::trim);
        let is_brotli = parts.next().is_some_and(|name| name.eq_ignore_ascii_case("br"));
        let weight = parts.find_map(|part| part.strip_prefix("q="));
        is_brotli && weight.is_none_or(|weight| weight.parse::<f32>().is_ok_and(|weight| weight > 0.0))
    })
}

#[cfg(test)]
mod tests {
    use super::takes_brotli;
    use axum::http::header::ACCEPT_ENCODING;
    use axum::http::{HeaderMap, HeaderValue};

    #[test]
    fn a_file_is_compressed_only_for_those_who_take_it_so() {
        let asked = |value| HeaderMap::from_iter([(ACCEPT_ENCODING, HeaderValue::from_static(value))]);
        for value in ["br", "gzip, deflate, br, zstd", "gzip;q=0.5, br;q=0.9"] {
            assert!(takes_brotli(&asked(value)), "{value}");
        }
        for value in ["gzip", "br;q=0", "brotli", ""] {
            assert!(!takes_brotli(&asked(value)), "{value}");
        }
        assert!(!takes_brotli(&HeaderMap::new()));
    }
}
