//! Signing in and up, and passwords.

use super::{Frame, Input, Moment};
use askama::Template;

/// *Sign in*, by password or by a link in a mail. Posts `address`, `password`, `return_to`.
#[derive(Template)]
#[template(path = "account/sign_in.html")]
pub struct SignInPage {
    /// What surrounds it.
    pub frame: Frame,
    /// Why one is here, if one did not ask to be.
    pub why: Option<String>,
    /// The address typed.
    pub address: Input,
    /// Why it failed: the same whether the address is known or not.
    pub error: Option<String>,
    /// When to try again, if that is what the error ends with.
    pub again: Option<Moment>,
    /// The path to go to afterwards.
    pub return_to: Option<String>,
}

/// The button behind a link that signs in.
#[derive(Template)]
#[template(path = "account/sign_in_by_link.html")]
pub struct SignInByLinkPage {
    /// What surrounds it.
    pub frame: Frame,
    /// Whom the link signs in.
    pub name: String,
    /// Somebody else who is signed in here, until then.
    pub replaced: Option<String>,
    /// The token of the link.
    pub token: String,
}

/// *Sign up*. Posts `name`, `address`, `password`.
#[derive(Template)]
#[template(path = "account/sign_up.html")]
pub struct SignUpPage {
    /// What surrounds it.
    pub frame: Frame,
    /// The name typed.
    pub name: Input,
    /// The address typed.
    pub address: Input,
    /// The password: its value is never shown again.
    pub password: Input,
}

/// The form behind the link that confirms an address. Posts `password`: who confirms is who signed up. Or posts `name`
/// and `password`, chosen anew.
#[derive(Template)]
#[template(path = "account/confirm_sign_up.html")]
pub struct ConfirmSignUpPage {
    /// What surrounds it.
    pub frame: Frame,
    /// The address that is confirmed.
    pub address: String,
    /// Who is signed in here, until then.
    pub replaced: Option<String>,
    /// The token of the link.
    pub token: String,
    /// The name typed, where it is chosen anew.
    pub name: Option<Input>,
    /// What is wrong with the password: its value is never shown again.
    pub password: Input,
}

/// *Forgot your password?* Posts `address`.
#[derive(Template)]
#[template(path = "account/forgot_password.html")]
pub struct ForgotPasswordPage {
    /// What surrounds it.
    pub frame: Frame,
    /// The address typed.
    pub address: Input,
    /// When to ask again, where that was too often.
    pub again: Option<Moment>,
}

/// *Choose a new password*, behind the link of the mail. Posts `password`.
#[derive(Template)]
#[template(path = "account/choose_password.html")]
pub struct ChoosePasswordPage {
    /// What surrounds it.
    pub frame: Frame,
    /// Whose password it is.
    pub name: String,
    /// Somebody else who is signed in here, until then.
    pub replaced: Option<String>,
    /// The token of the link.
    pub token: String,
    /// The password: its value is never shown again.
    pub password: Input,
}

/// A link of one's account that was used, is too old, or never was.
#[derive(Template)]
#[template(path = "account/dead_link.html")]
pub struct DeadLinkPage {
    /// What surrounds it.
    pub frame: Frame,
}

/// *Check your e-mail*: the same whether the address is known or not.
#[derive(Template)]
#[template(path = "account/mail_sent.html")]
pub struct MailSentPage {
    /// What surrounds it.
    pub frame: Frame,
    /// The address typed.
    pub address: String,
    /// Which mail it is.
    pub mail: MailSent,
}

/// A mail that a form asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailSent {
    /// Confirms the address of a sign-up.
    SignUp,
    /// Signs in.
    SignIn,
    /// Lets one choose a new password.
    Password,
}
