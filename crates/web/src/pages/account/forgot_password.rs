use super::{AddressForm, field, mail_sent};
use crate::pages::{Answer, Form, frame, page};
use crate::views::{ForgotPasswordPage, Input, MailSent};
use crate::visit::Visit;
use axum::http::StatusCode;
use snug_app::Error;
use snug_domain::Field;

/// `GET /password/forgot`
pub(crate) async fn show(visit: Visit) -> Answer {
    let form = ForgotPasswordPage { frame: frame(&visit).await?, address: Input::default() };
    page(&visit, StatusCode::OK, &form)
}

/// `POST /password/forgot`: asks for a mail with a link.
pub(crate) async fn request(visit: Visit, Form(form): Form<AddressForm>) -> Answer {
    let asked = visit.app().request_password_reset(&visit.community, &visit.client, &form.address, visit.now).await;
    match asked {
        Ok(()) => mail_sent(&visit, &form.address, MailSent::Password).await,
        Err(Error::Invalid(faults)) => {
            let address = field(&visit, &form.address, Field::Address, &faults);
            let wrong = ForgotPasswordPage { frame: frame(&visit).await?, address };
            page(&visit, StatusCode::UNPROCESSABLE_ENTITY, &wrong)
        }
        Err(error) => Err(error.into()),
    }
}
