use super::{AddressForm, field, mail_sent, or_dead_link, signed_in};
use crate::pages::{Answer, Form, frame, page};
use crate::views::{MailSent, SignInByLinkPage, SignInPage};
use crate::visit::Visit;
use axum::extract::Path;
use axum::http::StatusCode;
use snug_app::Error;
use snug_domain::Field;
use snug_domain::account::LinkPurpose;

/// `POST /sign-in/link`: asks for a mail with a link.
pub(crate) async fn request(visit: Visit, Form(form): Form<AddressForm>) -> Answer {
    let asked = visit.app().request_sign_in_link(&visit.community, &visit.client, &form.address, visit.now).await;
    match asked {
        Ok(()) => mail_sent(&visit, &form.address, MailSent::SignIn).await,
        Err(Error::Invalid(faults)) => {
            let address = field(&visit, &form.address, Field::Address, &faults);
            let wrong = SignInPage { frame: frame(&visit).await?, address, error: None, return_to: None };
            page(&visit, StatusCode::UNPROCESSABLE_ENTITY, &wrong)
        }
        Err(error) => Err(error.into()),
    }
}

/// `GET /sign-in/link/{token}`: a button. Mail scanners open links; this changes nothing.
pub(crate) async fn show(visit: Visit, Path(token): Path<String>) -> Answer {
    match visit.app().find_link(&visit.community, &token, LinkPurpose::SignIn, visit.now).await {
        Ok(_) => page(&visit, StatusCode::OK, &SignInByLinkPage { frame: frame(&visit).await?, token }),
        Err(error) => or_dead_link(&visit, error).await,
    }
}

/// `POST /sign-in/link/{token}`
pub(crate) async fn sign_in(visit: Visit, Path(link): Path<String>) -> Answer {
    match visit.app().sign_in_by_link(&visit.community, &visit.client, &link, visit.now).await {
        Ok((_, token)) => Ok(signed_in(&visit, &token, "/", "page-notice-signed-in")),
        Err(error) => or_dead_link(&visit, error).await,
    }
}
