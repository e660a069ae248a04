use super::start::To;
use crate::api::answers::{MayBeLimited, MayConflict, created};
use crate::api::caller::Talker;
use crate::api::extract::{At, Body, present};
use crate::api::fields;
use crate::api::v1::messages::{Message, draft};
use crate::fault::Failure;
use axum::response::Response;
use serde::Deserialize;
use snug_app::conversations::{AddPeople, Shown};
use snug_domain::{ConversationId, Field, Invalid, MessageId, Problem};
use utoipa::openapi::schema::{AdditionalProperties, Object, ObjectBuilder, OneOfBuilder, Type};
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

/// Whom to invite, with what, and what they see of what was said before.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewParticipants {
    /// Whom.
    to: To,
    /// What they see once they accept.
    history: History,
    /// The first message that they see, with `from`.
    #[serde(default, deserialize_with = "present")]
    from_message: Option<MessageId>,
    /// The message to everybody, which travels with the invitations.
    text: String,
    /// The key that makes a retry harmless.
    client_id: String,
}

/// What somebody sees of what was said before, once they accept.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum History {
    All,
    From,
    Now,
}

/// With `from_message` where the history begins there, and without it elsewhere: no derived schema says so.
impl PartialSchema for NewParticipants {
    fn schema() -> RefOr<Schema> {
        let from_message =
            ObjectBuilder::from(fields::id()).description(Some("The first message that they see.")).build();
        let here = described(&["from"], "They see what was said from `from_message` on.")
            .property("from_message", from_message)
            .required("from_message");
        let either = OneOfBuilder::new()
            .item(described(&["all", "now"], "`all`: they see everything. `now`: nothing of what was said before."))
            .item(here)
            .description(Some("Whom to invite, with what, and what they see of what was said before."));
        either.into()
    }
}

impl ToSchema for NewParticipants {}

/// What is asked, with one of these histories.
fn described(histories: &[&str], meaning: &str) -> ObjectBuilder {
    let history: Object = ObjectBuilder::new()
        .schema_type(Type::String)
        .enum_values(Some(histories.iter().copied()))
        .description(Some(format!("{meaning} Never more than the caller sees.")))
        .build();
    ObjectBuilder::new()
        .property("to", fields::recipients())
        .property("history", history)
        .property("text", fields::text())
        .property("client_id", fields::client_id())
        .required("to")
        .required("history")
        .required("text")
        .required("client_id")
        .additional_properties(Some(AdditionalProperties::<Schema>::FreeForm(false)))
}

impl NewParticipants {
    fn shown(&self) -> Result<Shown, Invalid> {
        match (self.history, self.from_message) {
            (History::All, None) => Ok(Shown::All),
            (History::From, Some(message)) => Ok(Shown::From(message)),
            (History::Now, None) => Ok(Shown::Nothing),
            (History::From, None) | (History::All | History::Now, Some(_)) => {
                Err(Invalid::new(Field::History, Problem::Malformed))
            }
        }
    }
}

/// Add people.
///
/// They are invited with a message that everybody gets: all they see until they accept. It is refused with `cannot-ask`,
/// and `people` says whom and why, unless all of them can be invited. The same again is answered with 200 and what came
/// of the first; another request under the same key is a conflict.
#[utoipa::path(
    post,
    path = "/conversations/{id}/participants",
    tag = "conversations",
    operation_id = "addPeople",
    params(("id" = Uuid, Path, description = "The conversation.")),
    request_body = NewParticipants,
    responses(
        (status = 200, description = "The same was sent before.", body = Message),
        (
            status = 201,
            description = "Invited.",
            body = Message,
            headers(("Location" = String, description = "The message."))
        ),
        MayConflict,
        MayBeLimited
    )
)]
pub(crate) async fn add_people(
    Talker(caller): Talker,
    At(id): At<ConversationId>,
    Body(new): Body<NewParticipants>,
) -> Result<Response, Failure> {
    let (to, history) = (new.to.parse()?, new.shown()?);
    let add = AddPeople { to, history, draft: draft(&new.text, &new.client_id)? };
    let posted = caller.app().add_people(&caller.actor(), id, add).await?;
    let message = posted.message();
    let place = format!("/api/v1/conversations/{id}/messages/{}", message.id);
    Ok(created(&posted, place, Message::new(message, caller.person.id)))
}
