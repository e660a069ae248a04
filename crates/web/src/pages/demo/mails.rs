use super::demo;
use super::mailbox::{Mail, Mailbox};
use crate::fault::Failure;
use crate::pages::{Answer, frame, page};
use crate::views::{MailPage, MailView, MailsPage};
use crate::visit::Visit;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_SECURITY_POLICY, HeaderName, X_FRAME_OPTIONS};
use axum::response::{Html, IntoResponse};
use serde::Deserialize;
use snug_app::Error;

/// How to look at a mail.
#[derive(Deserialize)]
pub(crate) struct Looked {
    #[serde(default)]
    view: String,
}

/// `GET /demo/mails`
pub(crate) async fn list(visit: Visit) -> Answer {
    let mails = Mailbox::of(&demo(&visit.site)?.mails, visit.times()).list().await;
    page(&visit, StatusCode::OK, &MailsPage { frame: frame(&visit).await?, mails })
}

/// `GET /demo/mails/{name}`
pub(crate) async fn show(visit: Visit, Path(name): Path<String>, Query(looked): Query<Looked>) -> Answer {
    let mail = find(&visit, name).await?;
    let view = MailView::parse(&looked.view);
    let text = match view {
        MailView::Html => String::new(),
        MailView::Text => mail.text,
        MailView::Source => mail.source,
    };
    page(&visit, StatusCode::OK, &MailPage { frame: frame(&visit).await?, mail: mail.entry, view, text })
}

/// `GET /demo/mails/{name}/html`: the mail alone, for a frame in which nothing runs and whose
/// links open outside of it.
pub(crate) async fn html(visit: Visit, Path(name): Path<String>) -> Answer {
    const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; \
         sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation";
    let mail = find(&visit, name).await?;
    let headers: [(HeaderName, &str); 2] = [(CONTENT_SECURITY_POLICY, POLICY), (X_FRAME_OPTIONS, "SAMEORIGIN")];
    // A link opens beside the mails, as in a mail program: our pages refuse to be shown in a frame.
    let html = mail.html.replacen("<head>", "<head><base target=\"_blank\">", 1);
    Ok((headers, Html(html)).into_response())
}

async fn find(visit: &Visit, name: String) -> Result<Mail, Failure> {
    Mailbox::of(&demo(&visit.site)?.mails, visit.times()).find(name).await.ok_or(Failure(Error::NotFound))
}
