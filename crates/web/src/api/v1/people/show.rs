use crate::api::caller::Caller;
use crate::api::extract::{At, parse_named};
use crate::api::time::Time;
use crate::fault::Failure;
use axum::Json;
use serde::Serialize;
use snug_domain::Refusal;
use utoipa::ToSchema;
use uuid::Uuid;

/// A member, as the caller sees them.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Profile {
    /// Handle.
    handle: String,
    /// Display name.
    name: String,
    /// About line; may be empty.
    about: String,
    /// Whether the name looks like another member's. Show the handle to tell them apart.
    lookalike: bool,
    /// Time they became a member.
    member_since: Time,
    /// Whether they are on the site. Always false unless both accepted each other and both show their presence.
    present: bool,
    /// Whether this is the caller.
    own: bool,
    /// Whether the caller may start a conversation with them; null if conversations are off.
    start: Option<Start>,
}

/// Whether a conversation may be started, and the reason if not.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Start {
    /// Whether it may be started.
    allowed: bool,
    /// Stable code of the reason. `declined-by-you`: starting accepts the invitation the caller declined.
    code: Option<&'static str>,
    /// Earliest time to retry, if known.
    again_at: Option<Time>,
    /// The existing conversation.
    conversation: Option<Uuid>,
}

impl Start {
    fn new(start: Result<(), Refusal>) -> Option<Self> {
        match start {
            Ok(()) => Some(Self { allowed: true, code: None, again_at: None, conversation: None }),
            Err(Refusal::ConversationsOff) => None,
            // What they write answers the invitation they declined.
            Err(refusal @ Refusal::DeclinedByYou { conversation, .. }) => Some(Self {
                allowed: true,
                code: Some(refusal.code()),
                again_at: None,
                conversation: Some(conversation.0),
            }),
            Err(refusal) => Some(Self {
                allowed: false,
                code: Some(refusal.code()),
                again_at: refusal.again_at().map(Time),
                conversation: refusal.conversation().map(|conversation| conversation.0),
            }),
        }
    }
}

/// Show a member.
#[utoipa::path(
    get,
    path = "/people/{handle}",
    tag = "people",
    operation_id = "showPerson",
    params(("handle" = String, Path, description = "Their short name.")),
    responses((status = 200, description = "The member.", body = Profile))
)]
pub(crate) async fn show_person(caller: Caller, At(handle): At<String>) -> Result<Json<Profile>, Failure> {
    let handle = parse_named(&handle)?;
    let found = caller.app().find_profile(&caller.actor(), &handle).await?;
    Ok(Json(Profile {
        handle: found.person.handle.to_string(),
        name: found.person.name,
        about: found.person.about,
        lookalike: found.is_lookalike,
        member_since: found.person.created_at.into(),
        present: found.is_present,
        own: found.is_own,
        start: Start::new(found.start),
    }))
}
