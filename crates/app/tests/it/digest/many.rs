use super::digests;
use snug_domain::Span;
use snug_store::digests::CHUNK;
use snug_testkit::{TestApp, minutes};

#[tokio::test]
async fn many_people_get_theirs_in_one_round() {
    let app = TestApp::new().await;
    let mut begun = Vec::new();
    for number in 0..15 {
        begun.push(app.talking("ana", &format!("stranger{number}")).await);
    }
    app.advance(minutes(5)).await;
    assert_eq!(app.mailbox("ana").await.len(), 1, "fifteen acceptances, one mail");

    for (ana, _, conversation) in begun {
        ana.say(conversation, "The same news for all").await;
    }
    app.advance(minutes(5)).await;
    for number in 0..15 {
        assert_eq!(digests(&app, &format!("stranger{number}")).await.len(), 1);
    }
}

#[tokio::test]
async fn nobody_is_left_out_where_more_wait_for_theirs_than_are_told_at_once() {
    let app = TestApp::new().await;
    for number in 0..=CHUNK {
        app.talking(&format!("stranger{number}"), "ben").await;
        // Nobody may accept any faster.
        app.wait(Span(500));
    }
    app.advance(minutes(5)).await;
    for number in 0..=CHUNK {
        let told = digests(&app, &format!("stranger{number}")).await;
        assert_eq!(told.len(), 1, "that ben accepted stranger{number}");
    }
}

#[tokio::test]
async fn a_mail_about_more_conversations_than_anybody_reads_still_names_and_links_every_one() {
    let app = TestApp::new().await;
    let mut links = Vec::new();
    for number in 0..33 {
        let (stranger, _, conversation) = app.talking(&format!("stranger{number}"), "ben").await;
        stranger.say(conversation, "A word").await;
        links.push(format!("/conversations/{conversation}"));
    }
    app.advance(minutes(5)).await;
    let [mail] = digests(&app, "ben").await.try_into().expect("one mail");
    assert!(mail.subject.contains("and 32 others"), "{}", mail.subject);
    assert!(links.iter().all(|link| mail.text.contains(link) && mail.html.contains(link)));
    assert_eq!(mail.text.matches("A word").count(), 30);
}

#[tokio::test]
async fn two_nodes_that_do_the_job_at_once_send_one_mail() {
    let app = TestApp::new().await;
    let (ana, _, conversation) = app.talking("ana", "ben").await;
    ana.say(conversation, "See you on Sunday").await;
    app.wait(minutes(5));
    tokio::join!(app.run_jobs(), app.run_jobs(), app.run_jobs());
    tokio::join!(app.deliver(), app.deliver());
    assert_eq!(digests(&app, "ben").await.len(), 1);
}
