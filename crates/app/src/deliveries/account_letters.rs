use super::Delivery;
use super::compose::{Content, Prepared};
use crate::{App, Error};
use snug_domain::account::{LinkPurpose, SIGN_UP_LASTS};
use snug_domain::communities::Community;
use snug_domain::deliveries::DeliveryKind;
use snug_domain::people::{Language, Person};
use snug_domain::{LinkId, SignUpId, Timestamp};
use snug_mail::letters::{AlreadyMember, ConfirmAddress, PasswordChanged, ResetPassword, SignInLink, Written};
use snug_mail::{Purpose, link_token};
use snug_store::{Tx, api_tokens, links, people, sign_ups};
use snug_texts::Texts;

/// What a mail about an account says.
pub(super) fn prepare(
    app: &App,
    tx: &mut Tx<'_>,
    community: &Community,
    delivery: &Delivery,
    now: Timestamp,
) -> Result<Prepared, Error> {
    if delivery.kind == DeliveryKind::ConfirmAddress {
        return confirm_address(app, tx, community, delivery, now);
    }
    let person = match delivery.person {
        Some(person) => people::find(tx, community.id, person)?.filter(Person::may_sign_in),
        None => None,
    };
    let Some(person) = person else { return Ok(Prepared::NotNeeded("the person is gone")) };
    let language = person.preferences.language;
    let (texts, to_name, community_name) = (Texts::of(language), person.name, community.name.clone());
    let url = |path: &str| app.settings.url(community, path);
    let written = match delivery.kind {
        DeliveryKind::AlreadyMember => AlreadyMember {
            to_name: to_name.clone(),
            community_name,
            sign_in_url: url("/sign-in"),
            forgot_url: url("/password/forgot"),
        }
        .write(texts),
        DeliveryKind::PasswordChanged => {
            let tokens = api_tokens::list(tx, community.id, person.id)?;
            let works = |token: &&api_tokens::ApiToken| token.expires_at.is_none_or(|end| now < end);
            PasswordChanged {
                to_name: to_name.clone(),
                community_name,
                tokens: tokens.iter().filter(works).count(),
                forgot_url: url("/password/forgot"),
            }
            .write(texts)
        }
        _ => {
            let Some(id) = delivery.about.map(LinkId) else { return Ok(Prepared::NotNeeded("the link is gone")) };
            let link = links::find(tx, community.id, id)?;
            let Some(link) = link.filter(|link| link.used_at.is_none() && now < link.expires_at) else {
                return Ok(Prepared::NotNeeded("the link does not work any more"));
            };
            let token = link_token(&app.settings.secret, Purpose::Once, id.0);
            let works_for = link.purpose.lasts();
            match link.purpose {
                LinkPurpose::SignIn => SignInLink {
                    to_name: to_name.clone(),
                    community_name,
                    sign_in_url: url(&format!("/sign-in/link/{token}")),
                    works_for,
                }
                .write(texts),
                LinkPurpose::ResetPassword => ResetPassword {
                    to_name: to_name.clone(),
                    community_name,
                    reset_url: url(&format!("/password/reset/{token}")),
                    works_for,
                }
                .write(texts),
            }
        }
    };
    Ok(account_letter(written, language, to_name))
}

fn confirm_address(
    app: &App,
    tx: &mut Tx<'_>,
    community: &Community,
    delivery: &Delivery,
    now: Timestamp,
) -> Result<Prepared, Error> {
    let Some(id) = delivery.about.map(SignUpId) else { return Ok(Prepared::NotNeeded("the sign-up is gone")) };
    let sign_up = sign_ups::find(tx, community.id, id)?;
    let Some(sign_up) = sign_up.filter(|sign_up| now - sign_up.created_at < SIGN_UP_LASTS) else {
        return Ok(Prepared::NotNeeded("the sign-up is gone"));
    };
    let token = link_token(&app.settings.secret, Purpose::Once, id.0);
    let written = ConfirmAddress {
        community_name: community.name.clone(),
        confirm_url: app.settings.url(community, &format!("/sign-up/confirm/{token}")),
        works_for: SIGN_UP_LASTS,
    }
    .write(Texts::of(sign_up.language));
    // The name is what a stranger typed: it does not go into a mail to somebody who may not be them.
    Ok(account_letter(written, sign_up.language, String::new()))
}

fn account_letter(written: Written, language: Language, to_name: String) -> Prepared {
    let content = Content { written, language, to_name, stop_url: None, auto_generated: true, message: None };
    Prepared::Letter(Box::new(move || content))
}
