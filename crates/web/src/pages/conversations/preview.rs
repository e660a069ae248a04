use crate::pages::{Answer, Form, frame, page};
use crate::views::PreviewPage;
use crate::visit::Member;
use axum::http::StatusCode;
use serde::Deserialize;
use snug_domain::conversations::MessageText;

/// A message as it was typed.
#[derive(Deserialize)]
pub(crate) struct MessageForm {
    #[serde(default)]
    text: String,
}

/// `POST /preview`: how a message would look. Nothing typed gives nothing.
pub(crate) async fn show(member: Member, Form(typed): Form<MessageForm>) -> Answer {
    member.actor().conversations_are_on()?;
    let html = MessageText::parse(&typed.text).map(|text| member.app().preview(&text)).unwrap_or_default();
    page(&member.visit, StatusCode::OK, &PreviewPage { frame: frame(&member.visit).await?, html })
}
