//! Answers that real servers give, by whose fault they are.

use super::{Verdict, verdict};
use crate::deliveries::shows_dead_address;
use crate::deliveries::{Extension, Rejection, SetupFault, Stage};
use proptest::prelude::{Just, any, prop_assert, prop_assert_ne, prop_oneof, proptest};

fn first(stage: Stage, reply: &str) -> Verdict {
    at_attempt(stage, reply, 1)
}

fn at_attempt(stage: Stage, reply: &str, attempts: i64) -> Verdict {
    let (code, words) = reply.split_once(' ').unwrap_or((reply, ""));
    verdict(&Rejection { stage, code: code.parse().ok(), words: words.to_owned() }, attempts)
}

fn fault(stage: Stage, reply: &str) -> SetupFault {
    match first(stage, reply) {
        Verdict::Later { fault: Some(fault), .. } => fault,
        other => panic!("{stage:?} {reply}: {other:?}"),
    }
}

#[test]
fn a_mailbox_that_is_not_there_or_takes_no_mail_bounces() {
    for reply in [
        "550 5.1.1 <ben@example.org>: Recipient address rejected: User unknown in relay recipient table",
        "550 5.1.1 <policy@example.org>: Recipient address rejected: User unknown in local recipient table",
        "550 5.1.1 The email account that you tried to reach does not exist. Please try double-checking the \
         recipient's email address for typos or unnecessary spaces. For more information, go to \
         https://support.google.com/mail/?p=NoSuchUser a1-20020 - gsmtp",
        "550 5.1.1 unknown or illegal alias: ben@example.org",
        "550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup",
        "550 5.4.1 [ben@example.org]: Recipient address rejected: Access denied. [AM4PEPF.eurprd03.prod.outlook.com]",
        "550 5.5.0 Requested action not taken: mailbox unavailable (S2017062302).",
        "550 5.2.1 The email account that you tried to reach is disabled.",
        "552 5.2.2 The email account that you tried to reach is over quota.",
        "554 5.2.2 mailbox full",
        "550 5.1.2 Bad destination host 'DNS Hard Error looking up example.org (MX)'",
        "556 5.1.10 Recipient address has a null MX",
        "504 5.5.2 <ben>: Recipient address rejected: need fully-qualified address",
        "501 5.1.3 Bad recipient address syntax",
        "550 5.1.0 Address rejected.",
        "550 No such user here",
        "550 Unrouteable address",
        "550 Requested action not taken: mailbox unavailable",
        "550 relay@example.org: unknown user",
        "550 <denied@example.org>... User unknown",
        "550",
        "551 User not local",
        "552 Requested mail action aborted: exceeded storage allocation",
        "553 Requested action not taken: mailbox name not allowed here (no such mailbox)",
        "554 delivery error: dd This user doesn't have a yahoo.com account (ben@yahoo.com) [0] - mta1.yahoo.com",
        "554 User ben not listed in Domino Directory",
        "501 Invalid RCPT TO address provided",
        "511 sorry, no mailbox here by that name (#5.1.1)",
        "556 Domain does not accept mail",
    ] {
        assert_eq!(first(Stage::Recipient, reply), Verdict::Bounced, "{reply}");
    }
    for reply in ["550 5.1.1 No such user", "552 5.2.2 Over quota", "554 Mailbox is full", "550 User unknown"] {
        assert_eq!(first(Stage::Content, reply), Verdict::Bounced, "after the dot: {reply}");
    }
}

#[test]
fn what_is_wrong_with_our_own_set_up_blames_no_recipient() {
    use SetupFault as Fault;
    for (expected, reply) in [
        (Fault::Hello, "504 5.5.2 <snug>: Helo command rejected: need fully-qualified hostname"),
        (Fault::Hello, "550 5.7.1 <snug.internal>: Helo command rejected: Host not found"),
        (Fault::Hello, "501 Syntactically invalid HELO argument(s)"),
        (Fault::Hello, "503 5.5.1 EHLO/HELO first."),
        (Fault::Relay, "554 5.7.1 <ben@example.org>: Relay access denied"),
        (Fault::Relay, "554 <ben@example.org>: Relay access denied"),
        (Fault::Relay, "550 relay not permitted"),
        (Fault::Relay, "550 5.7.1 Relaying denied"),
        (Fault::Relay, "550 Relaying denied for <ben@example.org>"),
        (Fault::Relay, "551 we do not relay"),
        (Fault::Relay, "553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)"),
        (Fault::Relay, "550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain"),
        (Fault::Relay, "550 5.7.64 TenantAttribution; Relay Access Denied [AM4PEPF.protection.outlook.com]"),
        (Fault::Relay, "550 5.7.0 Mail relay denied [192.0.2.1]."),
        (Fault::Sender, "550 5.7.60 SMTP; Client does not have permissions to send as this sender"),
        (Fault::Sender, "554 5.2.252 SendAsDenied; hello@mail.example not allowed to send as other@mail.example"),
        (Fault::Sender, "553 5.7.1 <hello@mail.example>: Sender address rejected: not owned by user snug"),
        (
            Fault::Sender,
            "550 5.1.0 <hello@mail.example>: Sender address rejected: User unknown in virtual mailbox table",
        ),
        (Fault::Sender, "553 5.1.8 <hello@mail.example>... Domain of sender address does not exist"),
        (Fault::Sender, "550 Sender verify failed"),
        (Fault::Sender, "550 Verification failed for <hello@mail.example> No such user here Sender verify failed"),
        (Fault::Sender, "550 5.1.8 Access denied, bad outbound sender"),
        (
            Fault::Sender,
            "554 Message rejected: Email address is not verified. The following identities failed the \
            check in region US-EAST-1: hello@mail.example",
        ),
        (Fault::Sender, "550 The from address does not match a verified Sender Identity."),
        (
            Fault::Authentication,
            "550 5.7.26 This mail has been blocked because the sender is unauthenticated. Gmail \
            requires all senders to authenticate with either SPF or DKIM.",
        ),
        (
            Fault::Authentication,
            "550 5.7.1 Unauthenticated email from mail.example is not accepted due to domain's \
            DMARC policy.",
        ),
        (
            Fault::Authentication,
            "550 5.7.23 <ben@example.org>: Recipient address rejected: Message rejected due to: \
            SPF fail - not authorized.",
        ),
        (Fault::Authentication, "550 <ben@example.org>: Recipient address rejected: SPF check failed"),
        (Fault::Authentication, "550 5.7.25 The IP address sending this message does not have a PTR record setup"),
        (
            Fault::Authentication,
            "550 5.7.515 Access denied, sending domain mail.example does not meet the required \
            authentication level.",
        ),
        (Fault::Authentication, "554 5.7.1 Client host rejected: cannot find your reverse hostname, [192.0.2.1]"),
        (Fault::Limit, "550 5.4.5 Daily SMTP relay sending limit exceeded for user."),
        (
            Fault::Limit,
            "550 5.1.90 Your message can't be sent because you've reached your daily limit for message \
            recipients",
        ),
        (Fault::Limit, "550 5.7.705 Access denied, tenant has exceeded threshold"),
        (Fault::Limit, "552 Sending quota exceeded"),
        (Fault::Limit, "550 Too many messages from you"),
        (Fault::Reputation, "554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org"),
        (Fault::Reputation, "550 5.7.1 Your address is listed on a block list"),
        (Fault::Reputation, "550 your address is listed"),
        (Fault::Reputation, "550 5.7.606 Access denied, banned sending IP [192.0.2.1]"),
        (
            Fault::Reputation,
            "550 5.7.1 Unfortunately, messages from [192.0.2.1] weren't sent. Please contact your \
            Internet service provider since part of their network is on our block list (S3140).",
        ),
        (Fault::Reputation, "550 5.7.1 Our system has detected that this message is likely unsolicited mail."),
        (Fault::Login, "530 5.7.0 Authentication required"),
        (Fault::Login, "530 5.7.57 Client not authenticated to send mail"),
        (Fault::Login, "550 authentication required"),
        (Fault::Login, "554 5.7.1 <ben@example.org>: Recipient address rejected: Please authenticate first"),
        (Fault::Login, "554 Message rejected: Sending paused for this account."),
        (Fault::Login, "502 5.7.0 Your SMTP account is not yet activated"),
        (Fault::Encryption, "530 5.7.0 Must issue a STARTTLS command first"),
        (Fault::Encryption, "550 5.7.10 Encryption needed"),
        (Fault::Policy, "550 Administrative prohibition"),
        (Fault::Policy, "550 5.7.1 Message rejected due to local policy"),
        (Fault::Policy, "550 5.7.1 Access denied"),
        (Fault::Policy, "550 Access denied"),
        (Fault::Policy, "554 5.7.1 <ben@example.org>: Recipient address rejected: Access denied"),
        (Fault::Policy, "554 Transaction failed"),
        (Fault::Protocol, "500 5.5.2 Error: bad syntax"),
        (Fault::Protocol, "555 5.5.4 Unsupported option"),
        (Fault::Server, "554 5.3.5 System incorrectly configured"),
        (Fault::Server, "521 Host does not accept mail"),
    ] {
        assert_eq!(fault(Stage::Recipient, reply), expected, "{reply}");
    }
}

#[test]
fn what_is_said_before_the_recipient_is_named_is_never_about_them() {
    use SetupFault as Fault;
    for (stage, reply, expected) in [
        (Stage::Greeting, "554 5.7.1 No SMTP service here", Fault::Unreachable),
        (Stage::Greeting, "554 IP=192.0.2.1 - A problem occurred. Your IP is on a block list", Fault::Reputation),
        (Stage::Hello, "550 5.1.1 No such user", Fault::Hello),
        (Stage::Login, "535 5.7.8 Error: authentication failed", Fault::Login),
        (Stage::Login, "534 5.7.9 Application-specific password required", Fault::Login),
        (Stage::Login, "525 5.7.13 User account disabled", Fault::Login),
        (Stage::Sender, "550 5.1.1 User unknown", Fault::Sender),
        (Stage::Sender, "550 No such mailbox", Fault::Sender),
        (Stage::Sender, "550 5.7.1 Client does not have permissions", Fault::Sender),
        (Stage::Sender, "501 Invalid MAIL FROM address provided", Fault::Sender),
        (Stage::Sender, "554 5.7.1 Client host rejected: Access denied", Fault::Reputation),
    ] {
        assert_eq!(fault(stage, reply), expected, "{reply}");
    }
}

#[test]
fn a_mail_that_is_refused_for_what_it_is_blames_no_recipient() {
    for reply in [
        "550 Rejected",
        "554 5.7.1 Message rejected as spam",
        "552 5.3.4 Message too big for system",
        "552 Message size exceeds fixed maximum message size",
        "552 5.7.0 This message was blocked because its content presents a potential security issue.",
        "554 5.6.0 Message contains invalid header",
        "550 5.7.1 [192.0.2.1] Our system has detected that this message is likely unsolicited mail.",
        "571 Delivery not authorized",
    ] {
        assert!(matches!(first(Stage::Content, reply), Verdict::Later { fault: Some(_), .. }), "{reply}");
    }
}

#[test]
fn what_passes_is_tried_again_without_a_word_to_the_operator() {
    for reply in [
        "450 4.2.0 <ben@example.org>: Recipient address rejected: Greylisted, see http://postgrey.schweikert.ch/",
        "451 4.7.1 Greylisting in action, please come back later",
        "450 4.2.1 The user you are trying to contact is receiving mail too quickly. Please resend later.",
        "452 4.2.2 The email account that you tried to reach is over quota.",
        "452 4.3.1 Insufficient system storage",
        "451 4.7.500 Server busy. Please try again later from [192.0.2.1].",
        "421 4.3.2 Service not available, closing transmission channel",
        "454 Throttling failure: Maximum sending rate exceeded.",
        "450 4.1.1 <ben@example.org>: Recipient address rejected: unverified address",
    ] {
        assert!(matches!(first(Stage::Recipient, reply), Verdict::Later { fault: None, .. }), "{reply}");
    }
}

#[test]
fn a_temporary_answer_about_our_set_up_is_told_to_the_operator() {
    use SetupFault as Fault;
    for (expected, reply) in [
        (Fault::Limit, "454 Throttling failure: Daily message quota exceeded."),
        (Fault::Authentication, "450 4.7.25 Client host rejected: cannot find your hostname, [192.0.2.1]"),
        (
            Fault::Authentication,
            "421 4.7.26 This mail has been rate limited because it is unauthenticated. SPF did \
            not pass",
        ),
        (Fault::Sender, "450 4.1.8 <hello@mail.example>: Sender address rejected: Domain not found"),
        (Fault::Limit, "451 Authentication failed: Maximum credits exceeded"),
        (Fault::Relay, "454 4.7.1 <ben@example.org>: Relay access denied"),
    ] {
        assert_eq!(fault(Stage::Recipient, reply), expected, "{reply}");
    }
}

#[test]
fn a_server_that_cannot_be_talked_to_is_our_own_matter() {
    for (stage, expected) in [
        (Stage::Connection, Some(SetupFault::Unreachable)),
        (Stage::Encryption, Some(SetupFault::Encryption)),
        (Stage::Content, None),
    ] {
        let rejection = Rejection { stage, code: None, words: String::from("connection refused") };
        assert!(matches!(verdict(&rejection, 1), Verdict::Later { fault, .. } if fault == expected));
        assert!(matches!(verdict(&rejection, 40), Verdict::Later { .. }), "waits for weeks");
        assert_eq!(verdict(&rejection, 1_000), Verdict::GivenUp, "and blames nobody in the end");
    }
}

#[test]
fn an_address_is_dead_where_there_is_no_such_mailbox_and_not_where_it_is_full() {
    let is_dead = |stage, reply: &str| {
        let (code, words) = reply.split_once(' ').unwrap_or((reply, ""));
        shows_dead_address(&Rejection { stage, code: code.parse().ok(), words: words.to_owned() })
    };
    for reply in [
        "550 5.1.1 <ben@example.org>: Recipient address rejected: User unknown in local recipient table",
        "550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup",
        "550 5.2.1 The email account that you tried to reach is disabled.",
        "550 5.1.2 Bad destination host 'DNS Hard Error looking up example.org (MX)'",
        "556 5.1.10 Recipient address has a null MX",
        "550 No such user here",
        "511 sorry, no mailbox here by that name (#5.1.1)",
        "550 5.7.17 Mailbox owner has changed",
    ] {
        assert!(is_dead(Stage::Recipient, reply), "{reply}");
    }
    for reply in [
        "552 5.2.2 The email account that you tried to reach is over quota.",
        "554 5.2.2 mailbox full",
        "552 Requested mail action aborted: exceeded storage allocation",
        "550 5.1.1 Mailbox quota exceeded",
        "553 5.6.7 SMTPUTF8 is required",
        "450 4.1.1 User unknown for now",
        "550 5.7.1 Relay access denied",
        "554 5.7.1 Service unavailable; client host is on a block list",
    ] {
        assert!(!is_dead(Stage::Recipient, reply), "{reply}");
    }
    assert!(!is_dead(Stage::Sender, "550 5.1.1 User unknown"), "that is about our own address");
}

#[test]
fn what_our_mail_server_does_not_offer_is_no_fault_of_the_recipient() {
    let lacks = |extension, attempts| {
        let words = String::from("The mail server does not offer it");
        verdict(&Rejection { stage: Stage::Lacks(extension), code: None, words }, attempts)
    };
    for (extension, expected) in [(Extension::Utf8, SetupFault::Utf8), (Extension::Size, SetupFault::Size)] {
        for attempts in [1, 2, 36] {
            let held = lacks(extension, attempts);
            assert!(matches!(held, Verdict::Later { fault: Some(fault), .. } if fault == expected), "{held:?}");
        }
    }
    assert_eq!(lacks(Extension::Utf8, 37), Verdict::Bounced, "the address cannot be reached from here");
    assert!(matches!(lacks(Extension::Size, 37), Verdict::Later { .. }));
    assert_eq!(lacks(Extension::Size, 188), Verdict::GivenUp);
}

#[test]
fn later_for_too_long_is_never() {
    let busy = "450 4.2.1 The mailbox is busy";
    assert!(matches!(at_attempt(Stage::Recipient, busy, 36), Verdict::Later { .. }));
    assert_eq!(at_attempt(Stage::Recipient, busy, 37), Verdict::Bounced);
}

proptest! {
    #[test]
    fn any_words_before_the_recipient_is_named_blame_none(
        code in 400_u16..600,
        words in any::<String>(),
        stage in prop_oneof![
            Just(Stage::Connection), Just(Stage::Greeting), Just(Stage::Hello), Just(Stage::Encryption),
            Just(Stage::Login), Just(Stage::Sender),
        ],
        attempts in 0_i64..200,
    ) {
        let rejection = Rejection { stage, code: Some(code), words };
        prop_assert_ne!(verdict(&rejection, attempts), Verdict::Bounced);
    }

    #[test]
    fn no_temporary_answer_bounces_at_once(code in 400_u16..500, words in any::<String>(), attempts in 1_i64..=36) {
        let rejection = Rejection { stage: Stage::Recipient, code: Some(code), words };
        let later = matches!(verdict(&rejection, attempts), Verdict::Later { .. });
        prop_assert!(later);
    }
}
