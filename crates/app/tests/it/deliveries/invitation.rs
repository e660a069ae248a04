use snug_app::Error;
use snug_app::conversations::{Shown, Stand};
use snug_domain::Refusal;
use snug_domain::Span;
use snug_domain::conversations::ParticipantState::Joined;
use snug_testkit::{Member, TestApp, days, minutes, refused, seconds};

#[tokio::test]
async fn an_invitation_as_its_reader_gets_it() {
    let app = TestApp::new().await;
    app.member("ana").await.start_conversation("ben", "Hello *Ben*,\nshall we talk about https://example.org?").await;
    let mail = app.last_mail("ben").await;
    let text = mail.text.replace(&mail.token_after("/u/"), "TOKEN").replace(&mail.token_after("/m/"), "TOKEN");
    assert_eq!(mail.from, "Ana Ruiz (Riverside) <no-reply@mail.riverside.example>");
    assert_eq!((mail.subject.as_str(), mail.header("Reply-To")), ("Ana Ruiz would like to talk with you", None));
    assert_eq!(mail.to, "Ben Okafor <ben@example.org>");
    assert!(mail.header("Return-Path").is_some_and(|path| path.starts_with("<bounce+")));
    insta::assert_snapshot!(text, @"
    To answer Ana Ruiz, use the link below. An answer to this mail reaches
    nobody.

    Hello Ben,

    Ana Ruiz from Riverside would like to talk with you, and wrote this to
    begin:

      Hello *Ben*,
      shall we talk about https://example.org?

    Read and answer:
    http://riverside.localhost/m/TOKEN

    You get this mail because you are a member of Riverside. You need not talk
    with anybody: you can decline, and Ana Ruiz is not told.

    Decide on the site:
    http://riverside.localhost/m/TOKEN

    Stop mails from Riverside:
    http://riverside.localhost/u/TOKEN
    ");
}

#[tokio::test]
async fn a_mail_is_in_the_language_of_its_reader() {
    let app = TestApp::new().await;
    app.member("ana").await.start_conversation("salma", "Hello Salma").await;
    let mail = app.last_mail("salma").await;
    assert_eq!(mail.header("Content-Language"), Some("ar"));
    assert!(mail.html.contains("dir=\"rtl\""));
}

#[tokio::test]
async fn the_page_it_leads_to_shows_that_message_and_changes_nothing() {
    let app = TestApp::new().await;
    let (ana, ben) = (app.member("ana").await, app.member("ben").await);
    let (conversation, sent_at) = (ana.start_conversation("ben", "Hello Ben").await, app.now());
    let token = app.last_mail("ben").await.token_after("/m/");
    for _ in 0..3 {
        let landing = app.snug().land(&app.community(), &token, None, app.now()).await.expect("a page");
        assert_eq!((landing.person.id, landing.conversation.id), (ben.id(), conversation));
        assert_eq!(landing.conversation.stand, Stand::Invited { sent_at });
        assert_eq!(landing.message.map(|message| message.source), Some(String::from("Hello Ben")));
    }
    assert_eq!(ben.sees(conversation).await.unread_count, 1);
}

#[tokio::test]
async fn its_buttons_accept_and_decline() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    let with_ben = ana.start_conversation("ben", "Hello Ben").await;
    let with_carla = ana.start_conversation("carla", "Hello Carla").await;
    let of_ben = app.last_mail("ben").await.token_after("/m/");
    let of_carla = app.last_mail("carla").await.token_after("/m/");
    app.snug().accept_from_mail(&app.community(), &of_ben, None, app.now()).await.expect("accepted");
    app.snug().decline_from_mail(&app.community(), &of_carla, None, app.now()).await.expect("declined");
    assert_eq!(ana.sees(with_ben).await.stand, Stand::Talking);
    assert_eq!(app.member("carla").await.sees(with_carla).await.stand, Stand::Declined);
}

#[tokio::test]
async fn a_forwarded_mail_hands_over_no_history() {
    let app = TestApp::new().await;
    let (ana, ben) = (app.member("ana").await, app.member("ben").await);
    let conversation = ana.start_conversation("ben", "Hello Ben").await;
    let token = app.last_mail("ben").await.token_after("/m/");
    ben.accept(conversation).await;
    ana.say(conversation, "For Ben alone").await;
    let landing = app.snug().land(&app.community(), &token, None, app.now()).await.expect("a page");
    assert_eq!(landing.message.map(|message| message.source), Some(String::from("Hello Ben")));
}

#[tokio::test]
async fn after_it_was_withdrawn_or_lapsed_its_page_shows_nothing_and_accepts_nothing() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    let withdrawn = ana.start_conversation("ben", "Hello Ben").await;
    ana.start_conversation("carla", "Hello Carla").await;
    let tokens = [app.last_mail("ben").await.token_after("/m/"), app.last_mail("carla").await.token_after("/m/")];
    ana.withdraw(withdrawn).await;
    app.wait(days(30));
    for token in tokens {
        let landing = app.snug().land(&app.community(), &token, None, app.now()).await.expect("a page");
        assert_eq!(landing.conversation.stand, Stand::Gone);
        assert!(landing.message.is_none());
        let answer = app.snug().accept_from_mail(&app.community(), &token, None, app.now()).await;
        assert_eq!(refused(answer), Refusal::NoLongerOpen);
    }
}

#[tokio::test]
async fn a_token_for_another_purpose_leads_nowhere() {
    let app = TestApp::new().await;
    app.member("ana").await.start_conversation("ben", "Hello Ben").await;
    let stop = app.last_mail("ben").await.token_after("/u/");
    assert!(matches!(app.snug().land(&app.community(), &stop, None, app.now()).await, Err(Error::NotFound)));
}

#[tokio::test]
async fn who_wants_no_mail_is_invited_on_the_site_only() {
    let app = TestApp::new().await;
    let (ana, ben) = (app.member("ana").await, app.member("ben").await);
    ben.wants_mail(false).await;
    ana.start_conversation("ben", "Hello Ben").await;
    assert!(app.mailbox("ben").await.is_empty());
    assert_eq!(ben.bell().await.invitations, 1);
}

/// How many mails have left.
async fn sent_after(app: &TestApp, seconds: i64) -> usize {
    app.wait(Span::seconds(seconds));
    app.deliver().await;
    app.sent_mails().len()
}

#[tokio::test]
async fn its_mail_waits_twenty_seconds() {
    let app = TestApp::new().await;
    app.member("ana").await.start_conversation("ben", "Hello Ben").await;
    assert_eq!(sent_after(&app, 0).await, 0);
    assert_eq!(sent_after(&app, 19).await, 0);
    assert_eq!(sent_after(&app, 1).await, 1);
}

#[tokio::test]
async fn what_is_withdrawn_meanwhile_is_never_mailed() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    let conversation = ana.start_conversation("ben", "Hello Ben").await;
    app.wait(Span::seconds(19));
    ana.withdraw(conversation).await;
    assert_eq!(sent_after(&app, 60).await, 0);
}

#[tokio::test]
async fn a_correction_reaches_the_mail_which_waits_anew() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    let conversation = ana.start_conversation("ben", "Hello Bne").await;
    let message = ana.entries(conversation).await[0].id;
    app.wait(Span::seconds(19));
    ana.edit(conversation, message, "Hello Ben").await;
    assert_eq!(sent_after(&app, 19).await, 0);
    assert_eq!(sent_after(&app, 1).await, 1);
    let mail = app.sent_mails().remove(0);
    assert!(mail.text.contains("Hello Ben\n") && !mail.text.contains("Bne"), "{}", mail.text);
    ana.edit(conversation, message, "Hello dear Ben").await;
    assert_eq!(sent_after(&app, 60).await, 1, "what has left does not come again");
}

#[tokio::test]
async fn no_mail_pretends_that_somebody_gets_an_answer_to_it() {
    let app = TestApp::new().await;
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    ana.start_conversation("salma", "Hello Salma").await;
    ana.say(conversation, "Are you there?").await;
    app.advance(minutes(5)).await;
    let client = Member::client();
    let asked = app.snug().request_password_reset(&app.community(), &client, &ben.address(), app.now()).await;
    asked.expect("asked");
    app.advance(minutes(5)).await;
    let mails = app.sent_mails();
    assert_eq!(mails.len(), 3, "guard: an invitation, a digest, and a mail about an account");
    for mail in mails {
        assert!(mail.from.ends_with("<no-reply@mail.riverside.example>"), "{}", mail.subject);
        assert_eq!(mail.header("Reply-To"), None);
        let first = mail.text.split("\n\n").next().unwrap_or_default().replace('\n', " ");
        let says = ["reaches nobody.", "لا يصل إلى أحد.", "لا يصل الرد إلى أحد."].iter().any(|end| first.ends_with(end));
        assert!(says, "{first}");
        let body = mail.html.split_once("<body").map(|(_, body)| body.to_owned()).unwrap_or_default();
        let paragraph = body.split("<p").nth(1).unwrap_or_default().to_owned();
        assert!(paragraph.contains("nobody") || paragraph.contains("أحد"), "{paragraph}");
    }
}

#[tokio::test]
async fn after_a_decision_the_link_changes_nothing() {
    let app = TestApp::new().await;
    let (ana, ben) = (app.member("ana").await, app.member("ben").await);
    let conversation = ana.start_conversation("ben", "Hello Ben").await;
    let token = app.last_mail("ben").await.token_after("/m/");
    ben.decline(conversation).await;
    let community = app.community();
    let by_link = async || {
        let accepted = app.snug().accept_from_mail(&community, &token, None, app.now()).await;
        let declined = app.snug().decline_from_mail(&community, &token, None, app.now()).await;
        (refused(accepted), refused(declined))
    };
    assert_eq!(by_link().await, (Refusal::NoLongerOpen, Refusal::NoLongerOpen));
    assert_eq!(ben.sees(conversation).await.stand, Stand::Declined);
    ben.accept(conversation).await;
    assert_eq!(by_link().await, (Refusal::NoLongerOpen, Refusal::NoLongerOpen));
    assert_eq!(ana.sees(conversation).await.stand, Stand::Talking);
}

#[tokio::test]
async fn who_declined_on_its_page_undoes_it_there_for_ten_minutes() {
    let app = TestApp::new().await;
    let (ana, ben) = (app.member("ana").await, app.member("ben").await);
    let conversation = ana.start_conversation("ben", "Hello Ben").await;
    let (token, community) = (app.last_mail("ben").await.token_after("/m/"), app.community());
    let decline = async || app.snug().decline_from_mail(&community, &token, None, app.now()).await.expect("declined");
    let undo = async |undo: &str| app.snug().undo_decline_from_mail(&community, &token, undo, None, app.now()).await;
    let first = decline().await;
    app.wait(Span::minutes(9));
    undo(&first.mark).await.expect("undone");
    assert!(matches!(ben.sees(conversation).await.stand, Stand::Invited { .. }));
    ben.decline(conversation).await;
    assert_eq!(refused(undo(&first.mark).await), Refusal::NoLongerOpen, "a decision of the owner's stands");
    ben.undoes_declining(conversation).await;
    app.wait(Span::minutes(1));
    let second = decline().await;
    assert_eq!(refused(undo("nothing").await), Refusal::NoLongerOpen);
    app.wait(Span::minutes(10));
    assert_eq!(refused(undo(&second.mark).await), Refusal::NoLongerOpen, "too late");
}

#[tokio::test]
async fn its_link_is_dead_to_whoever_is_signed_in_as_somebody_else() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    ana.start_conversation("ben", "Hello Ben").await;
    let (token, community) = (app.last_mail("ben").await.token_after("/m/"), app.community());
    let reader = Some(ana.id());
    assert!(matches!(app.snug().land(&community, &token, reader, app.now()).await, Err(Error::NotFound)));
    assert!(matches!(app.snug().accept_from_mail(&community, &token, reader, app.now()).await, Err(Error::NotFound)));
    assert!(matches!(app.snug().decline_from_mail(&community, &token, reader, app.now()).await, Err(Error::NotFound)));
}

#[tokio::test]
async fn the_mail_of_an_invitation_bears_the_name_of_its_message_however_often_it_is_written() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    let conversation = ana.start_conversation("ben", "Hello Ben").await;
    let message = ana.entries(conversation).await.remove(0).id;
    let named = snug_mail::message_id(&snug_mail::Secret::new(&[7; 32]), message.0, &app.community().mail_domain);
    assert_eq!(app.last_mail("ben").await.header("Message-ID"), Some(named.as_str()));
}

#[tokio::test]
async fn changing_what_one_is_asked_with_delays_no_mail_that_tells_another_text() {
    let app = TestApp::new().await;
    let [ana, ben] = [app.member("ana").await, app.member("ben").await];
    let [carla, deniz, emma] = [app.member("carla").await, app.member("deniz").await, app.member("emma").await];
    let conversation = app.several(&ana, &[(&ben, Joined)], "Hello Ben").await;
    let both = ana.try_add(conversation, &[&carla, &emma], Shown::Nothing, "Hello both").await.expect("asked");
    ana.try_add(conversation, &[&deniz], Shown::Nothing, "Hello Deniz").await.expect("asked");
    app.wait(seconds(15));
    ana.edit(conversation, both.message().id, "Hello dear both").await;
    app.advance(seconds(6)).await;
    // Not by their mailboxes, which wait for what is on its way.
    let sent: Vec<_> = app.sent_mails().into_iter().map(|mail| mail.text).collect();
    assert!(sent.iter().any(|text| text.contains("Hello Deniz")), "hers was not changed");
    assert!(!sent.iter().any(|text| text.contains("both")), "{sent:?}");
    app.advance(seconds(15)).await;
    for key in ["carla", "emma"] {
        assert!(app.last_mail(key).await.text.contains("Hello dear both"));
    }
}
