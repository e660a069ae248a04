use super::new::write;
use crate::fault::{Failure, add_retry_after, status};
use crate::pages::{Answer, Form, say};
use crate::views::problem;
use crate::visit::Member;
use serde::Deserialize;
use snug_app::Error;
use snug_app::conversations::{Draft, StartWith};
use snug_domain::conversations::{ClientId, MessageText, Origin};
use snug_domain::people::Handle;

/// The first message, and to whom.
#[derive(Deserialize)]
pub(crate) struct Typed {
    #[serde(default)]
    to: String,
    #[serde(default)]
    text: String,
    #[serde(default)]
    client_id: String,
}

/// `POST /conversations`: the other one is invited, with the first message.
pub(crate) async fn start(member: Member, Form(typed): Form<Typed>) -> Answer {
    let to = Handle::parse(&typed.to).map_err(|_| Error::NotFound)?;
    match send(&member, &to, &typed).await {
        Ok(path) => Ok(say(&member.visit.site, &path, "page-notice-sent")),
        Err(Failure(error @ (Error::Invalid(_) | Error::Refused(_) | Error::Conflict))) => {
            let wrong = match &error {
                Error::Invalid(faults) => faults.first().map(|invalid| problem(member.visit.texts(), *invalid)),
                _ => None,
            };
            let mut response = write(&member, status(&error), &to, typed.text, Some(typed.client_id), wrong).await?;
            add_retry_after(&mut response, &error, member.visit.now);
            Ok(response)
        }
        Err(failure) => Err(failure),
    }
}

async fn send(member: &Member, to: &Handle, typed: &Typed) -> Result<String, Failure> {
    let draft = Draft {
        text: MessageText::parse(&typed.text)?,
        client_id: ClientId::parse(&typed.client_id)?,
        origin: Origin::Site,
    };
    let posted = member.app().start_conversation(&member.actor(), StartWith::one(to.clone(), draft)).await?;
    Ok(format!("/conversations/{}", posted.message().conversation))
}
