//! Who may write to one, and whom one blocked, on the pages where it is chosen and met.

use snug_domain::conversations::ParticipantState::{Invited, Joined};
use snug_domain::people::Writers;
use snug_testkit::browser::TestSite;
use snug_testkit::minutes;

#[tokio::test]
async fn one_chooses_who_may_write_and_a_profile_says_it_to_each_reader() {
    let site = TestSite::new().await;
    let [ana, ben] = [site.member("ana").await, site.member("ben").await];
    let (anas, bens) = (site.sign_in(&ana).await, site.sign_in(&ben).await);
    let page = bens.open("/preferences").await;
    assert!(page.has("input[name='writers'][value='everyone'][checked]"), "{}", page.main());
    let saved = bens.press(&page, "/preferences/privacy", &[("writers", "acquaintances"), ("presence", "on")]).await;
    assert!(saved.has("input[name='writers'][value='acquaintances'][checked]"), "{}", saved.main());
    let profile = anas.open("/people/ben.okafor").await;
    assert_eq!(
        profile.text(".profile-door"),
        "Ben takes messages only from people they know: those they are in a conversation with, or were."
    );
    let write = anas.open("/conversations/new?to=ben.okafor").await;
    assert!(write.says("only from people they know") && !write.has("textarea"), "{}", write.main());
    ben.is_written_to_by(Writers::Nobody).await;
    let profile = anas.open("/people/ben.okafor").await;
    assert!(profile.says("Ben takes no messages."), "{}", profile.main());
}

#[tokio::test]
async fn one_blocks_from_a_profile_and_undoes_it_there() {
    let site = TestSite::new().await;
    let [ana, ben] = [site.member("ana").await, site.member("ben").await];
    let browser = site.sign_in(&ana).await;
    let profile = browser.open("/people/ben.okafor").await;
    let blocked = browser.press(&profile, "/people/ben.okafor/block", &[]).await;
    assert_eq!(blocked.notice(), "Blocked. They are not told.");
    assert!(blocked.says("You blocked Ben.") && !blocked.has("a[href^='/conversations/new']"), "{}", blocked.main());
    let listed = browser.open("/preferences/blocked").await;
    assert!(listed.says("Ben Okafor"), "{}", listed.main());
    let undone = browser.press(&blocked, "/people/ben.okafor/unblock", &[]).await;
    assert!(undone.has("a[href='/conversations/new?to=ben.okafor']"), "{}", undone.main());
    ana.blocks(&ben).await;
    let listed = browser.open("/preferences/blocked").await;
    let empty = browser.press(&listed, "/people/ben.okafor/unblock", &[("return_to", "/preferences/blocked")]).await;
    assert!(empty.says("You have blocked nobody."), "{}", empty.main());
}

#[tokio::test]
async fn a_closed_conversation_keeps_what_was_said_and_says_why_to_who_closed_it_alone() {
    let site = TestSite::new().await;
    let (ana, ben, talk) = site.talking("ana", "ben").await;
    ana.say(talk, "What was said").await;
    let path = format!("/conversations/{talk}");
    let (anas, bens) = (site.sign_in(&ana).await, site.sign_in(&ben).await);
    let mut stream = anas.clone().live(None).await;
    assert_eq!(stream.next().await.expect("an event").name, "hello");
    let page = bens.open(&path).await;
    let closed = bens.press(&page, "/people/ana.ruiz/block", &[("return_to", path.as_str())]).await;
    assert!(closed.says("You blocked Ana, so this conversation is closed."), "{}", closed.main());
    assert!(closed.says("What was said") && !closed.has("#composer"), "{}", closed.main());
    let told = stream.next_change().await.data;
    assert!(told.contains("reopen") || told.contains(&talk.to_string()), "{told}");
    let page = anas.open(&path).await;
    assert!(page.says("This conversation is closed.") && page.says("What was said"), "{}", page.main());
    assert!(!page.has("#composer") && !page.says("You blocked"), "{}", page.main());
    assert!(page.has(&format!("button[formaction='{path}/archive']")), "it can be put away");
    let answered = anas.post(format!("{path}/messages"), &[("text", "Why?"), ("client_id", "k-1")]).await;
    assert!(answered.body.contains("This conversation is closed."), "{}", answered.main());
    let open = bens.press(&closed, "/people/ana.ruiz/unblock", &[("return_to", path.as_str())]).await;
    assert!(open.has("#composer"), "{}", open.main());
}

#[tokio::test]
async fn an_invitation_is_declined_and_its_writer_blocked_with_one_button() {
    let site = TestSite::new().await;
    let [ana, ben] = [site.member("ana").await, site.member("ben").await];
    let conversation = ana.start_conversation("ben", "Hello Ben").await;
    let browser = site.sign_in(&ben).await;
    let path = format!("/conversations/{conversation}");
    let letter = browser.open(&path).await;
    assert!(letter.says("Decline and block Ana"));
    let list = browser.press(&letter, "/people/ana.ruiz/block", &[("return_to", "/conversations")]).await;
    assert_eq!(list.count(".row"), 0, "{}", list.main());
    let declined = browser.open(&path).await;
    assert!(declined.says("You blocked Ana, so you cannot accept.") && !declined.says("Accept after all"));
    site.wait(minutes(2));
    let unblocked = browser.press(&declined, "/people/ana.ruiz/unblock", &[("return_to", path.as_str())]).await;
    assert!(unblocked.says("Accept after all"), "{}", unblocked.main());
    let page = site.sign_in(&ana).await.open(&path).await;
    assert!(page.says("Waiting"), "{}", page.main());
}

#[tokio::test]
async fn among_several_what_a_blocked_person_writes_is_folded_on_every_page() {
    let site = TestSite::new().await;
    let [ana, ben, carla] = [site.member("ana").await, site.member("ben").await, site.member("carla").await];
    let conversation = site.several(&ana, &[(&ben, Joined), (&carla, Joined)], "Hello both").await;
    let path = format!("/conversations/{conversation}");
    ben.blocks(&ana).await;
    let browser = site.sign_in(&ben).await;
    let mut stream = browser.clone().live(None).await;
    assert_eq!(stream.next().await.expect("an event").name, "hello");
    let said = ana.say(conversation, "Folded words").await;
    let told = stream.next_change().await.data;
    assert!(told.contains("message-fold") && told.contains("A message from someone you blocked"), "{told}");
    carla.try_answer(conversation, said.sequence, "An answer to it").await.expect("sent");
    let page = browser.open(&path).await;
    assert_eq!(page.texts(".message-fold summary"), ["A message from someone you blocked"; 2]);
    assert!(page.text(".message-fold").contains("Hello both"), "one click away");
    assert_eq!(page.text(".quote-words"), "A message from someone you blocked");
    ana.say(conversation, "More folded words").await;
    let list = browser.open("/conversations").await;
    assert_eq!(list.text(".row-words"), "A message from someone you blocked");
    let page = site.sign_in(&carla).await.open(&path).await;
    assert!(!page.has(".message-fold"), "to others it is none");
}

#[tokio::test]
async fn who_is_asked_is_told_that_somebody_they_blocked_is_in_it() {
    let site = TestSite::new().await;
    let [ana, ben, carla] = [site.member("ana").await, site.member("ben").await, site.member("carla").await];
    let conversation = site.several(&ana, &[(&carla, Joined), (&ben, Invited)], "Hello both").await;
    ben.blocks(&carla).await;
    let warning = "Someone you blocked is in it.";
    let page = site.sign_in(&ben).await.open(format!("/conversations/{conversation}")).await;
    assert!(page.says(warning), "{}", page.main());
    site.advance(minutes(1)).await;
    ben.decline(conversation).await;
    let page = site.sign_in(&ben).await.open(format!("/conversations/{conversation}")).await;
    assert!(page.says(warning) && page.says("Accept after all"), "{}", page.main());
    ben.undoes_declining(conversation).await;
    let mail = site.last_mail("ben").await;
    let landing = site.browser().open(format!("/m/{}", mail.token_after("/m/"))).await;
    assert!(landing.says(warning), "{}", landing.main());
}
