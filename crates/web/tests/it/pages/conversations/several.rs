//! A conversation with a third participant, on every page that shows it.

use snug_app::conversations::Shown;
use snug_domain::conversations::ParticipantState::{Declined, Invited, Joined};
use snug_testkit::browser::{StatusCode, TestSite};
use snug_testkit::{days, minutes};

#[tokio::test]
async fn words_are_whose_they_are_in_the_conversation_the_row_and_the_bell() {
    let site = TestSite::new().await;
    let [ana, ben, carla] = [site.member("ana").await, site.member("ben").await, site.member("carla").await];
    let conversation = site.several(&ana, &[(&ben, Joined), (&carla, Joined)], "Hello both").await;
    ben.say(conversation, "From Ben").await;
    carla.say(conversation, "From Carla").await;
    let browser = site.sign_in(&ana).await;
    let page = browser.open(format!("/conversations/{conversation}")).await;
    assert_eq!(page.texts(".message-list .message-author"), ["You", "Ben Okafor", "Carla Lindqvist"]);
    let called = "Ben and Carla";
    assert_eq!(page.text("#conversation-title"), called);
    assert_eq!(page.texts(".row-name"), [called]);
    assert_eq!(page.text(".row-words"), "Carla: From Carla");
    let bell = browser.open("/bell").await;
    assert_eq!(bell.text(".bell-entry-words"), "Carla: From Carla");
    let own = site.sign_in(&carla).await.open("/conversations").await;
    assert_eq!(own.text(".row-words"), "You: From Carla");
}

#[tokio::test]
async fn a_line_says_what_happened_and_who_left_withdrew_nothing() {
    let site = TestSite::new().await;
    let [ana, ben, carla] = [site.member("ana").await, site.member("ben").await, site.member("carla").await];
    let conversation = site.several(&ana, &[(&ben, Joined), (&carla, Joined)], "Hello both").await;
    let path = format!("/conversations/{conversation}");
    let secret = "After she left";
    carla.leave(conversation).await;
    ana.say(conversation, secret).await;
    let page = site.sign_in(&ben).await.open(&path).await;
    assert_eq!(
        page.texts(".line span:first-child"),
        ["Ana Ruiz began this conversation.", "You joined.", "Carla Lindqvist joined.", "Carla Lindqvist left."]
    );
    assert!(page.has("#composer") && page.says(secret) && !page.says("accepted"), "{}", page.main());
    let page = site.sign_in(&carla).await.open(&path).await;
    assert!(page.says("Hello both") && page.says("You left.") && page.says("You left this conversation."));
    assert!(!page.has("#composer") && !page.says(secret) && !page.says("took it back"), "{}", page.main());
}

#[tokio::test]
async fn who_is_asked_sees_who_asks_and_the_message_and_nothing_else() {
    let site = TestSite::new().await;
    let [ana, ben, carla] = [site.member("ana").await, site.member("ben").await, site.member("carla").await];
    let emma = site.member("emma").await;
    let others = [(&ben, Joined), (&carla, Invited), (&emma, Declined)];
    let conversation = site.several(&ana, &others, "Hello all").await;
    ben.say(conversation, "Not for Carla").await;
    let browser = site.sign_in(&carla).await;
    for path in [format!("/conversations/{conversation}"), "/conversations".into(), "/bell".into()] {
        let page = browser.open(&path).await;
        assert!(page.says("Hello all") && !page.says("Not for Carla") && !page.says("Emma"), "{path}: {}", page.main());
    }
    assert!(
        browser
            .open(format!("/conversations/{conversation}"))
            .await
            .says("Ana Ruiz invites you to a conversation of several people")
    );
}

#[tokio::test]
async fn what_nobody_accepted_says_so_and_to_whom_it_was_in_the_list_and_when_it_is_opened() {
    let site = TestSite::new().await;
    let [ana, ben, carla] = [site.member("ana").await, site.member("ben").await, site.member("carla").await];
    let conversation = site.several(&ana, &[(&ben, Invited), (&carla, Declined)], "Hello both").await;
    let path = format!("/conversations/{conversation}");
    site.wait(days(30));
    let page = site.sign_in(&ana).await.open(&path).await;
    assert_eq!([page.text("#conversation-title"), page.text(".row-name")], ["Ben and Carla"; 2]);
    assert_eq!(page.text(".row-mark"), "Not answered");
    assert!(page.says("You wrote to Ben and Carla on 2 March 2026. Nobody answered in time."), "{}", page.main());
    assert!(page.has(&format!("[data-key-e='{path}/archive']")), "it can be put away from both");
    let page = site.sign_in(&ana).await.open(format!("{path}/people")).await;
    assert!(page.says("Ben Okafor") && page.says("Carla Lindqvist"), "{}", page.main());
    assert!(!page.has("form[action*='/remove']") && !page.has(".participant-invited"), "{}", page.main());
}

#[tokio::test]
async fn what_was_taken_back_says_to_whom_it_was() {
    let site = TestSite::new().await;
    let [ana, ben, carla] = [site.member("ana").await, site.member("ben").await, site.member("carla").await];
    let conversation = site.several(&ana, &[(&ben, Declined), (&carla, Invited)], "Hello both").await;
    ana.withdraw(conversation).await;
    let page = site.sign_in(&ana).await.open(format!("/conversations/{conversation}")).await;
    assert_eq!(page.text("#conversation-title"), "Ben and Carla");
    assert!(page.says("You wrote to Ben and Carla on 2 March 2026 and took it back."), "{}", page.main());
}

#[tokio::test]
async fn several_added_at_once_are_one_line_to_everybody() {
    let site = TestSite::new().await;
    let [ana, ben, carla] = [site.member("ana").await, site.member("ben").await, site.member("carla").await];
    let [deniz, emma] = [site.member("deniz").await, site.member("emma").await];
    let conversation = site.several(&ana, &[(&ben, Joined)], "Hello Ben").await;
    let mut stream = site.sign_in(&ben).await.live(None).await;
    assert_eq!(stream.next().await.expect("an event").name, "hello");
    ana.try_add(conversation, &[&carla, &deniz, &emma], Shown::All, "Hello all").await.expect("asked");
    let others = format!("{}, {} and {}", carla.person.name, deniz.person.name, emma.person.name);
    let said = format!("Ana Ruiz invited {others}, with everything said so far.");
    let plain = |text: &str| text.replace(['\u{2068}', '\u{2069}'], "");
    let path = format!("/conversations/{conversation}");
    let page = site.sign_in(&ben).await.open(&path).await;
    let lines: Vec<_> = page.texts(".line span:first-child").iter().map(|line| plain(line)).collect();
    assert_eq!(lines.iter().filter(|line| line.contains("invited")).collect::<Vec<_>>(), [&said]);
    assert_eq!(plain(&page.text(".row-words")), said);
    let mut told = String::new();
    while !told.contains("class=\"line\"") {
        told = stream.next_change().await.data;
    }
    assert!(plain(&told).contains(&said), "{told}");
    carla.accept(conversation).await;
    let page = site.sign_in(&carla).await.open(&path).await;
    let others = format!("{} and {}", deniz.person.name, emma.person.name);
    let said = format!("Ana Ruiz invited you along with {others}, with everything said so far.");
    assert!(page.texts(".line span:first-child").iter().any(|line| plain(line) == said), "{}", page.main());
}

#[tokio::test]
async fn whoever_left_deletes_what_they_wrote_on_its_page_and_finds_nothing_to_edit_it_with() {
    let site = TestSite::new().await;
    let [ana, ben, carla] = [site.member("ana").await, site.member("ben").await, site.member("carla").await];
    let conversation = site.several(&ana, &[(&ben, Joined), (&carla, Joined)], "Hello both").await;
    let message = ben.say(conversation, "A slip of the tongue").await.id;
    ben.leave(conversation).await;
    let path = format!("/conversations/{conversation}");
    let of_message = format!("{path}/messages/{message}");
    let (anas, bens) = (site.sign_in(&ana).await, site.sign_in(&ben).await);
    let (mut of_ana, mut of_ben) = (anas.clone().live(None).await, bens.clone().live(None).await);
    for stream in [&mut of_ana, &mut of_ben] {
        assert_eq!(stream.next().await.expect("an event").name, "hello");
    }
    let page = bens.open(&path).await;
    assert!(!page.has(&format!("form[action='{of_message}/edit']")) && !page.has("#composer"), "{}", page.main());
    let edited = bens.post(format!("{of_message}/edit"), &[("text", "Another")]).await;
    assert_eq!(edited.status(), StatusCode::FORBIDDEN);
    let deleted = bens.press(&page, &format!("{of_message}/delete"), &[]).await;
    assert_eq!(deleted.notice(), "Message deleted.");
    for browser in [&anas, &bens] {
        let page = browser.open(&path).await;
        assert!(page.says("This message was deleted.") && !page.body.contains("A slip"), "{}", page.main());
    }
    assert!(!of_ben.next_change().await.data.contains("A slip"), "every page of his own hears of it");
    let told = of_ana.next_change().await;
    assert!(told.data.contains("This message was deleted.") && !told.data.contains("A slip"), "{}", told.data);
    let restored = bens.press(&deleted, &format!("{of_message}/restore"), &[]).await;
    assert!(restored.says("A slip of the tongue"), "{}", restored.main());
}

#[tokio::test]
async fn names_and_faces_stand_beside_messages_only_where_several_write_and_once_for_what_one_says_in_a_row() {
    let site = TestSite::new().await;
    let (ana, ben, of_two) = site.talking("ana", "ben").await;
    let carla = site.member("carla").await;
    ben.say(of_two, "Only the two of us").await;
    let browser = site.sign_in(&ana).await;
    let two = browser.open(format!("/conversations/{of_two}")).await;
    assert_eq!((two.count(".message .avatar"), two.count(".message-author:not(.unseen)")), (0, 0));
    assert_eq!(
        two.texts(".message-list .message-author").last().map(String::as_str),
        Some("Ben Okafor"),
        "said to a screen reader"
    );

    let several = site.several(&ana, &[(&ben, Joined), (&carla, Joined)], "Hello both").await;
    for text in ["One", "Two"] {
        ben.say(several, text).await;
    }
    carla.say(several, "Three").await;
    site.wait(minutes(6));
    carla.say(several, "Four").await;
    let page = browser.open(format!("/conversations/{several}")).await;
    assert_eq!(
        page.texts(".message-author:not(.unseen)"),
        ["Ben Okafor", "Ben Okafor", "Carla Lindqvist", "Carla Lindqvist"]
    );
    assert_eq!(page.texts(".message-follows .message-text"), ["Two"], "Carla's last one came later");
}

#[tokio::test]
async fn who_declined_reads_that_they_did_and_can_still_accept() {
    let site = TestSite::new().await;
    let [ana, ben, carla] = [site.member("ana").await, site.member("ben").await, site.member("carla").await];
    let conversation = site.several(&ana, &[(&ben, Joined), (&carla, Declined)], "Hello both").await;
    let page = site.sign_in(&carla).await.open(format!("/conversations/{conversation}")).await;
    assert_eq!(page.text(".letter-state"), "You declined. Nobody is told, and you can still accept.");
    assert!(page.says("Accept after all") && !page.says("no longer open"), "{}", page.main());
}

#[tokio::test]
async fn who_is_asked_back_reads_what_they_saw_before_whatever_they_decide() {
    let site = TestSite::new().await;
    let [ana, ben, carla] = [site.member("ana").await, site.member("ben").await, site.member("carla").await];
    let conversation = site.several(&ana, &[(&ben, Joined), (&carla, Joined)], "Hello both").await;
    carla.say(conversation, "While I was in it").await;
    carla.leave(conversation).await;
    ben.say(conversation, "While she was away").await;
    ana.try_add(conversation, &[&carla], Shown::Nothing, "Come back").await.expect("asked");
    let browser = site.sign_in(&carla).await;
    let path = format!("/conversations/{conversation}");
    for declines in [false, true] {
        if declines {
            carla.decline(conversation).await;
        }
        let letter = browser.open(&path).await;
        assert!(letter.says("Come back") && !letter.says("While I was in it"), "{}", letter.main());
        let earlier = letter.link("What was said while you were in it");
        let page = browser.open(&earlier).await;
        assert!(page.says("Hello both") && page.says("While I was in it"), "{}", page.main());
        assert!(!page.says("While she was away") && !page.has("#composer"), "{}", page.main());
        assert!(page.has(&format!(".decide a[href='{path}']")), "and goes back to the letter");
    }
    carla.accept(conversation).await;
    let page = browser.open(&path).await;
    assert!(page.says("While I was in it") && page.says("Come back") && page.has("#composer"), "{}", page.main());
}

#[tokio::test]
async fn people_are_added_from_a_message_only_where_it_can_be_shown_to_them() {
    let site = TestSite::new().await;
    let [ana, ben, carla] = [site.member("ana").await, site.member("ben").await, site.member("carla").await];
    let conversation = site.several(&ana, &[(&ben, Joined), (&carla, Joined)], "Hello both").await;
    let path = format!("/conversations/{conversation}");
    let before = carla.say(conversation, "Before").await.id;
    let add = |message| format!("{path}/people/add?from_message={message}");
    let browser = site.sign_in(&carla).await;
    let offers = async |message| browser.open(&path).await.has(&format!("a[href='{}']", add(message)));
    assert!(offers(before).await, "guard");
    let hint = "From when you came back.";
    assert!(!browser.open(add(before)).await.says(hint));
    carla.leave(conversation).await;
    ben.say(conversation, "While she was away").await;
    ana.try_add(conversation, &[&carla], Shown::Nothing, "Come back").await.expect("asked");
    carla.accept(conversation).await;
    let after = carla.say(conversation, "After").await.id;
    assert!(offers(after).await && !offers(before).await);
    let page = browser.open(add(before)).await;
    assert!(page.says(hint) && !page.has("input[name='from_message']"), "{}", page.main());
    assert!(page.has("input[value='now'][checked]"), "{}", page.main());
}

#[tokio::test]
async fn several_names_run_as_the_page_does_and_a_title_as_its_own_letters_do() {
    let site = TestSite::new().await;
    let [ana, ben, carla] = [site.member("ana").await, site.member("ben").await, site.member("carla").await];
    let conversation = site.several(&ana, &[(&ben, Joined), (&carla, Joined)], "Hello both").await;
    let path = format!("/conversations/{conversation}");
    let browser = site.sign_in(&ana).await;
    let with_own_direction = async || {
        ben.say(conversation, "So that the bell rings").await;
        let page = browser.open(&path).await;
        let bell = browser.open("/bell").await;
        let shown =
            [page.has("#conversation-title[dir]"), page.has(".row-name[dir]"), bell.has(".bell-entry strong[dir]")];
        assert!(page.has("#conversation-title") && page.has(".row-name") && bell.has(".bell-entry strong"), "guard");
        shown
    };
    assert_eq!(with_own_direction().await, [false; 3]);
    ana.rename(conversation, "نزهة").await;
    assert_eq!(with_own_direction().await, [true; 3]);
}
