use super::conversation_id;
use super::edit_message::{MessageForm, again};
use super::list::Listing;
use super::show::{Part, Typed, render};
use crate::pages::{Answer, Form, say};
use crate::views::problem;
use crate::visit::Member;
use axum::extract::Path;
use axum::http::StatusCode;
use snug_app::Error;
use snug_app::conversations::{Edit, Slice};
use snug_domain::conversations::MessageText;

/// `POST /conversations/{id}/invitation`: edits the message the invitation travels with.
pub(crate) async fn edit(member: Member, Path(id): Path<String>, Form(typed): Form<MessageForm>) -> Answer {
    let conversation = conversation_id(&id)?;
    let text = match MessageText::parse(&typed.text) {
        Ok(text) => text,
        Err(invalid) => {
            let typed =
                Typed { text: typed.text, error: Some(problem(member.visit.texts(), invalid)), client_id: None };
            let (part, listing) = (Part::default(), Listing::default());
            return render(&member, StatusCode::UNPROCESSABLE_ENTITY, conversation, &part, &listing, typed).await;
        }
    };
    let (actor, app) = (member.actor(), member.app());
    let (_, messages) = app.show_conversation(&actor, conversation, Slice::After(0), 1).await?;
    let first = messages.entries.first().ok_or(Error::NotFound)?;
    let edit = Edit { text, made_from: typed.version };
    match app.edit_message(&actor, conversation, first.id, edit).await {
        Ok(_) => Ok(say(&member.visit.site, &format!("/conversations/{conversation}"), "page-notice-edited")),
        Err(error) => again(&member, conversation, first.id, typed, error).await,
    }
}
