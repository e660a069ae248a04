use super::reply::reason;
use crate::fault::{Failure, add_retry_after, status};
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
    /// Whether it begins a conversation, and so travels with its invitation.
    #[serde(default)]
    begins: bool,
}

/// `POST /preview`: how a message would look. Nothing typed gives nothing.
pub(crate) async fn show(member: Member, Form(typed): Form<MessageForm>) -> Answer {
    let actor = member.actor();
    actor.conversations_are_on()?;
    let html = match MessageText::parse(&typed.text) {
        Ok(text) if typed.begins => member.app().preview_invitation(&actor, &text).await,
        Ok(text) => member.app().preview(&actor, &text).await,
        Err(_) => Ok(String::new()),
    };
    let frame = frame(&member.visit).await?;
    let error = match html {
        Ok(html) => return page(&member.visit, StatusCode::OK, &PreviewPage { frame, html, error: None }),
        Err(error) => error,
    };
    let Some(reason) = reason(&member, &error) else { return Err(Failure(error)) };
    let shown = PreviewPage { frame, html: String::new(), error: Some(reason) };
    let mut response = page(&member.visit, status(&error), &shown)?;
    add_retry_after(&mut response, &error, member.visit.now);
    Ok(response)
}
