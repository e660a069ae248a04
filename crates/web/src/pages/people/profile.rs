use crate::pages::{Answer, frame, page, person};
use crate::views::{Door, Moment, ProfilePage, refusal};
use crate::visit::Member;
use axum::extract::Path;
use axum::http::StatusCode;
use snug_app::people::Profile;
use snug_domain::Refusal;
use snug_domain::people::Handle;
use snug_texts::Times;

/// `GET /people/{handle}`
pub(crate) async fn show(member: Member, Path(handle): Path<String>) -> Answer {
    let handle = Handle::parse(&handle).map_err(|_| snug_app::Error::NotFound)?;
    let profile = member.app().find_profile(&member.actor(), &handle).await?;
    let times = member.visit.times();
    let shown = ProfilePage {
        frame: frame(&member.visit).await?,
        person: person(&profile.person).lookalike(profile.is_lookalike && !profile.is_own),
        about: profile.person.about.clone(),
        member_since: Moment::new(&times, profile.person.created_at),
        on_site: profile.is_present,
        door: door(&times, &profile),
        may_block: !matches!(profile.start, Err(Refusal::Yourself | Refusal::ConversationsOff | Refusal::BlockedByYou)),
    };
    page(&member.visit, StatusCode::OK, &shown)
}

/// The one action of a profile.
fn door(times: &Times, profile: &Profile) -> Door {
    let said = |refused| refusal(times, refused, Some(&person(&profile.person)));
    match profile.start {
        Ok(()) => Door::Start,
        Err(Refusal::Yourself) => Door::Own,
        Err(Refusal::ConversationsOff) if profile.is_own => Door::Own,
        Err(Refusal::ConversationsOff) => Door::Nothing,
        Err(Refusal::AlreadyTalking { conversation }) => Door::Resume { conversation: conversation.to_string() },
        Err(Refusal::InvitedByThem { conversation }) => Door::Answer { conversation: conversation.to_string() },
        Err(refused @ Refusal::AlreadyInvited { conversation, .. }) => {
            Door::Waiting { standing: said(refused), conversation: conversation.to_string() }
        }
        Err(refused @ Refusal::DeclinedByYou { conversation, .. }) => {
            Door::Declined { standing: said(refused), conversation: conversation.to_string() }
        }
        Err(refused @ Refusal::BlockedByYou) => Door::Blocked { reason: said(refused) },
        Err(other) => Door::Refused { reason: said(other) },
    }
}
