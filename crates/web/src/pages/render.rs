use crate::cookies::{Kept, keep_session};
use crate::fault::Failure;
use crate::visit::Visit;
use askama::Template;
use axum::extract::{FromRequest, Request};
use axum::http::header::{CONTENT_TYPE, LOCATION};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use serde::de::DeserializeOwned;
use snug_app::Error;

/// What a page's handler ends with.
pub(crate) type Answer = Result<Response, Failure>;

/// A page. What was to be said once is said now, so the browser forgets it.
pub(crate) fn page(visit: &Visit, status: StatusCode, template: &impl Template) -> Answer {
    let html = template.render().map_err(|fault| Failure(Error::Internal(fault.into())))?;
    let mut response = (status, Html(html)).into_response();
    if visit.signed_in.as_ref().is_some_and(|signed_in| signed_in.is_prolonged)
        && let Some(token) = &visit.token
    {
        keep_session(&visit.site, response.headers_mut(), token);
    }
    if visit.notice.is_some() {
        Kept::Notice.forget(&visit.site, response.headers_mut());
    }
    Ok(response)
}

/// What a script of ours puts into the open page.
pub(crate) fn stream(status: StatusCode, templates: &[&dyn askama::DynTemplate]) -> Answer {
    let mut html = String::new();
    for template in templates {
        html.push_str(&template.dyn_render().map_err(|fault| Failure(Error::Internal(fault.into())))?);
    }
    let kind = HeaderValue::from_static("text/vnd.turbo-stream.html; charset=utf-8");
    Ok((status, [(CONTENT_TYPE, kind)], html).into_response())
}

/// On to another page, always fetched by GET.
pub(crate) fn redirect(path: &str) -> Response {
    let location = HeaderValue::from_str(path).unwrap_or(HeaderValue::from_static("/"));
    (StatusCode::SEE_OTHER, [(LOCATION, location)]).into_response()
}

/// A path on this site to go back to; anything else leads home, never to another site.
pub(crate) fn back(path: Option<&str>) -> &str {
    path.filter(|path| path.starts_with('/') && !path.starts_with("//") && !path.contains(is_read_otherwise))
        .unwrap_or("/")
}

/// What browsers read as a slash, or pass over: with it a path becomes the name of another host
/// (URL standard, 4.4).
fn is_read_otherwise(character: char) -> bool {
    character == '\\' || character.is_control()
}

/// A form. One that is not of its kind is answered as such, not by a page for programmers.
pub(crate) struct Form<T>(pub(crate) T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Form<T> {
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Self::Rejection> {
        match axum::extract::Form::<T>::from_request(request, state).await {
            Ok(axum::extract::Form(form)) => Ok(Self(form)),
            Err(rejection) => Err(rejection.status().into_response()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::back;

    #[test]
    fn nobody_is_sent_to_another_site() {
        assert_eq!(back(Some("/people?q=a")), "/people?q=a");
        for path in [
            "//evil.example",
            "https://evil.example",
            "/\\evil.example",
            "/\t/evil.example",
            "/a\r\nSet-Cookie: x=y",
            "",
        ] {
            assert_eq!(back(Some(path)), "/", "{path}");
        }
    }
}
