use super::{AT, arabic, english, read, times};
use snug_domain::Span;
use snug_mail::letters::{AlreadyMember, ConfirmAddress, PasswordChanged, ResetPassword, SignInLink};

#[test]
fn whoever_signs_up_is_asked_whether_the_address_is_theirs() {
    let letter = ConfirmAddress {
        community_name: "Riverside".into(),
        confirm_url: "https://riverside.example/sign-up/confirm/TOKEN".into(),
        works_for: Span::days(2),
    };
    insta::assert_snapshot!(read(&letter.write(english())), @r"
    Subject: Please confirm your address for Riverside

    This mail cannot be answered: an answer reaches nobody.

    Hello,

    Somebody, most likely you, signed up to Riverside with this address. Open
    the link to confirm that it is yours.

    Confirm the address:
    https://riverside.example/sign-up/confirm/TOKEN

    The link works once, within 2 days.

    If it was not you, ignore this mail. Nothing changes.
    ");
    insta::assert_snapshot!(read(&letter.write(arabic())), @r"
    Subject: تأكيد عنوانك البريدي في Riverside

    لا يمكن الرد على هذه الرسالة: لا يصل الرد إلى أحد.

    مرحبًا،

    وصلنا طلب تسجيل في ⟨Riverside⟩ بهذا العنوان، والأرجح أنه منك. افتح الرابط
    لتأكيد أن العنوان لك.

    تأكيد العنوان:
    https://riverside.example/sign-up/confirm/TOKEN

    يعمل الرابط مرة واحدة، خلال يومين.

    إن لم يكن الطلب منك فتجاهل هذه الرسالة، ولن يتغيّر شيء.
    ");
}

#[test]
fn whoever_has_an_account_is_told_so() {
    let letter = AlreadyMember {
        to_name: "Ben Okafor".into(),
        community_name: "Riverside".into(),
        sign_in_url: "https://riverside.example/sign-in".into(),
        forgot_url: "https://riverside.example/password/forgot".into(),
    };
    insta::assert_snapshot!(read(&letter.write(english())), @r"
    Subject: You already have an account at Riverside

    This mail cannot be answered: an answer reaches nobody.

    Hello Ben,

    Somebody, most likely you, tried to sign up to Riverside with this address.
    It has an account already, so you can simply sign in.

    Sign in:
    https://riverside.example/sign-in

    If it was not you, ignore this mail. Nothing changes.

    Choose a new password, if you forgot yours:
    https://riverside.example/password/forgot
    ");
    assert!(letter.write(arabic()).text.contains("https://riverside.example/password/forgot"));
}

#[test]
fn a_link_to_sign_in_says_how_long_it_works() {
    let letter = sign_in_link();
    insta::assert_snapshot!(read(&letter.write(&times(english()))), @r"
    Subject: Your link to sign in to Riverside

    This mail cannot be answered: an answer reaches nobody.

    Hello Ben,

    Somebody, most likely you, asked for a link to sign in to Riverside. Here it
    is.

    Sign in:
    https://riverside.example/sign-in/link/TOKEN

    Asked for on 14 January 2026, 15:00, from Firefox on Linux.

    The link works once, within 15 minutes.

    The link is for you alone. Please do not forward this mail.

    If it was not you, ignore this mail. Nothing changes.
    ");
    assert!(letter.write(&times(arabic())).text.contains("خلال 15 دقيقة"));
}

#[test]
fn a_link_to_a_new_password_says_how_long_it_works() {
    let letter = reset_password();
    insta::assert_snapshot!(read(&letter.write(&times(english()))), @r"
    Subject: Choose a new password for Riverside

    This mail cannot be answered: an answer reaches nobody.

    Hello Ben,

    Somebody, most likely you, forgot the password for Riverside and asked for a
    new one.

    Choose a new password:
    https://riverside.example/password/reset/TOKEN

    Asked for on 14 January 2026, 15:00.

    The link works once, within 2 hours.

    The link is for you alone. Please do not forward this mail.

    If it was not you, ignore this mail. Nothing changes.
    ");
    assert!(letter.write(&times(arabic())).text.contains("خلال ساعتين"));
}

#[test]
fn a_changed_password_is_told_with_a_way_back() {
    let letter = PasswordChanged {
        tokens: 2,
        to_name: "Ben Okafor".into(),
        community_name: "Riverside".into(),
        forgot_url: "https://riverside.example/password/forgot".into(),
    };
    insta::assert_snapshot!(read(&letter.write(english())), @r"
    Subject: Your password for Riverside was changed

    This mail cannot be answered: an answer reaches nobody.

    Hello Ben,

    The password of your account at Riverside was just changed. If that was you,
    all is well. If it was not, choose a new password now.

    Choose a new password:
    https://riverside.example/password/forgot

    All other browsers are signed out, and links we mailed before no longer
    work.

    2 API keys still work. Your preferences show them.
    ");
    assert!(letter.write(arabic()).text.contains("https://riverside.example/password/forgot"));
}

pub(super) fn sign_in_link() -> SignInLink {
    SignInLink {
        to_name: "Ben Okafor".into(),
        community_name: "Riverside".into(),
        sign_in_url: "https://riverside.example/sign-in/link/TOKEN".into(),
        works_for: Span::minutes(15),
        asked_at: AT,
        asked_with: Some("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0".into()),
    }
}

pub(super) fn reset_password() -> ResetPassword {
    ResetPassword {
        to_name: "Ben Okafor".into(),
        community_name: "Riverside".into(),
        reset_url: "https://riverside.example/password/reset/TOKEN".into(),
        works_for: Span::hours(2),
        asked_at: AT,
        asked_with: Some("curl/8.5.0".into()),
    }
}
