use super::client_name::client_name;
use crate::fault::Failure;
use crate::pages::{Answer, frame, page};
use crate::views::{
    AppearanceForm, Input, Moment, NotificationsForm, PasswordForm, PreferencesPage, PrivacyForm, ProfileForm, Saved,
    SessionEntry, TokenEntry, ZoneChoice, ZoneOption,
};
use crate::visit::{Member, Visit};
use axum::extract::Query;
use axum::http::StatusCode;
use serde::Deserialize;
use snug_domain::Span;
use snug_domain::api_token::Scope;
use snug_domain::people::{MailState, OwnedAddress, Preferences, Zone};
use snug_texts::Times;

/// Which part was just saved.
#[derive(Deserialize)]
pub(crate) struct Asked {
    saved: Option<String>,
}

/// `GET /preferences`
pub(crate) async fn show(member: Member, Query(asked): Query<Asked>) -> Answer {
    let saved = match asked.saved.as_deref() {
        Some("profile") => Some(Saved::Profile),
        Some("notifications") => Some(Saved::Notifications),
        Some("privacy") => Some(Saved::Privacy),
        Some("appearance") => Some(Saved::Appearance),
        Some("password") => Some(Saved::Password),
        _ => None,
    };
    let shown = PreferencesPage { saved, ..preferences(&member).await? };
    page(&member.visit, StatusCode::OK, &shown)
}

/// Whether mail to somebody's address came back, so that none is sent.
pub(crate) fn comes_back(owned: &OwnedAddress) -> bool {
    owned.mail_state == MailState::Bouncing
}

/// The zones to choose from, by their regions.
fn zones(visit: &Visit) -> ZoneChoice {
    let Preferences { chosen_zone, browser_zone, .. } = visit.preferences();
    let mut zones: Vec<Zone> = Zone::common().chain(chosen_zone).collect();
    zones.sort_unstable();
    zones.dedup();
    let mut regions: Vec<(String, Vec<ZoneOption>)> = Vec::new();
    for zone in zones {
        let (region, city) = zone.place().unwrap_or(("", zone.name().to_owned()));
        let now = Times::new(visit.texts(), Some(zone), visit.now).by(visit.hours).clock(visit.now);
        let option = ZoneOption { name: zone.name(), city, now, is_chosen: chosen_zone == Some(zone) };
        match regions.last_mut().filter(|(last, _)| last == region) {
            Some((_, options)) => options.push(option),
            None => regions.push((region.to_owned(), vec![option])),
        }
    }
    ZoneChoice {
        of_browser: visit.browser_zone.or(browser_zone).map(Zone::name),
        is_automatic: chosen_zone.is_none(),
        regions,
    }
}

/// The page as things stand.
pub(super) async fn preferences(member: &Member) -> Result<PreferencesPage, Failure> {
    let (actor, person) = (member.actor(), &member.signed_in.person);
    let (texts, times) = (member.visit.texts(), member.visit.times());
    let sessions = member.app().list_sessions(&actor).await?;
    let tokens = member.app().list_api_tokens(&actor).await?;
    let address = member.app().find_own_address(&actor).await?;
    Ok(PreferencesPage {
        frame: frame(&member.visit).await?,
        profile: ProfileForm {
            name: Input::of(person.name.as_str()),
            handle: Input::of(person.handle.as_str()),
            about: Input::of(person.about.as_str()),
        },
        notifications: NotificationsForm {
            comes_back: address.as_ref().is_some_and(comes_back),
            address: address.map(|owned| owned.address.readable()).unwrap_or_default(),
            every_minutes: (member.app().settings().digest_window.0 / Span::minutes(1).0).max(1),
            mail: person.preferences.wants_mail,
            sound: person.preferences.bell_sound,
            mentions: person.preferences.mentions_ring,
        },
        privacy: PrivacyForm { presence: person.preferences.shows_presence, writers: person.preferences.writers },
        appearance: AppearanceForm {
            language: person.preferences.language,
            theme: person.preferences.theme,
            enter_sends: person.preferences.enter_sends,
            letter_keys: person.preferences.letter_keys,
            zones: zones(&member.visit),
        },
        password: PasswordForm { is_first: !member.app().has_password(&actor).await?, ..PasswordForm::default() },
        sessions: sessions
            .into_iter()
            .map(|session| SessionEntry {
                id: session.id.to_string(),
                current: session.id == member.signed_in.session,
                client: client_name(texts, &session.client),
                began: Moment::new(&times, session.created_at),
                used: Moment::new(&times, session.seen_at),
            })
            .collect(),
        tokens: tokens
            .into_iter()
            .map(|token| TokenEntry {
                id: token.id.to_string(),
                name: token.name,
                reads_only: token.scope == Scope::Read,
                made: Moment::new(&times, token.created_at),
                expires: token.expires_at.map(|at| Moment::new(&times, at)),
                is_expired: token.expires_at.is_some_and(|end| end <= actor.now),
                used: token.used_at.map(|at| Moment::new(&times, at)),
            })
            .collect(),
        token_name: Input::default(),
        new_token: None,
        saved: None,
    })
}
