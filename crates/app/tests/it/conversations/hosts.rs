//! What is for the hosts of a conversation: its title, who adds people, and who is a host.

use snug_app::conversations::{Filter, Title};
use snug_domain::conversations::ParticipantState::{Invited, Joined};
use snug_domain::conversations::{Adding, ConversationTitle, EntryKind, Role};
use snug_domain::{ConversationId, Refusal};
use snug_testkit::{Member, TestApp, refused};

async fn two(app: &TestApp) -> ([Member; 3], ConversationId) {
    let people = [app.member("ana").await, app.member("ben").await, app.member("carla").await];
    let [ana, ben, carla] = &people;
    let conversation = app.several(ana, &[(ben, Joined), (carla, Invited)], "Hello both").await;
    (people, conversation)
}

#[tokio::test]
async fn a_host_renames_it_for_everybody_who_is_in_or_asked() {
    let app = TestApp::new().await;
    let ([ana, ben, carla], conversation) = two(&app).await;
    ana.rename(conversation, "Swifts").await;
    for member in [&ana, &ben, &carla] {
        assert_eq!(member.sees(conversation).await.title, Title::Named("Swifts".into()));
    }
    let line = ben.entries(conversation).await.pop().expect("a line");
    assert_eq!((line.kind, line.source.as_str()), (EntryKind::Renamed, "Swifts"));
    assert_eq!(ben.sees(conversation).await.unread_count, 0, "which is no news");
    let before = app.rows().await;
    ana.rename(conversation, "Swifts").await;
    app.rows().await.assert_same(&before, "the same title");
    ana.rename(conversation, "").await;
    assert!(matches!(carla.sees(conversation).await.title, Title::People { .. }));
}

#[tokio::test]
async fn whoever_is_no_host_changes_nothing() {
    let app = TestApp::new().await;
    let ([ana, ben, _], conversation) = two(&app).await;
    let before = app.rows().await;
    let title = ConversationTitle::parse("Mine").expect("a title");
    let snug = app.snug();
    assert_eq!(refused(snug.rename_conversation(&ben.actor(), conversation, title).await), Refusal::OnlyHosts);
    assert_eq!(refused(snug.set_adding(&ben.actor(), conversation, Adding::Hosts).await), Refusal::OnlyHosts);
    for handle in [ben.handle(), ana.handle()] {
        let made = snug.set_role(&ben.actor(), conversation, handle.clone(), Role::Host).await;
        assert_eq!(refused(made), Refusal::OnlyHosts);
    }
    app.rows().await.assert_same(&before, "what was refused");
}

#[tokio::test]
async fn a_direct_conversation_has_no_hosts_and_no_title() {
    let app = TestApp::new().await;
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    let title = ConversationTitle::parse("Ours").expect("a title");
    let renamed = app.snug().rename_conversation(&ana.actor(), conversation, title).await;
    assert_eq!(refused(renamed), Refusal::OnlyInGroups);
    let made = app.snug().set_role(&ana.actor(), conversation, ben.handle().clone(), Role::Host).await;
    assert_eq!(refused(made), Refusal::OnlyInGroups);
}

#[tokio::test]
async fn there_is_a_host_as_long_as_anybody_is_in_it() {
    let app = TestApp::new().await;
    let ([ana, ben, _], conversation) = two(&app).await;
    let own = app.snug().set_role(&ana.actor(), conversation, ana.handle().clone(), Role::Member).await;
    assert_eq!(refused(own), Refusal::LastHost);
    ana.makes(conversation, &ben, Role::Host).await;
    assert_eq!(ben.sees(conversation).await.unread_count, 1, "which is news to him");
    ana.makes(conversation, &ana, Role::Member).await;
    assert_eq!((ana.sees(conversation).await.role, ben.sees(conversation).await.role), (Role::Member, Role::Host));
}

#[tokio::test]
async fn who_is_only_asked_is_made_no_host() {
    let app = TestApp::new().await;
    let ([ana, _, carla], conversation) = two(&app).await;
    let made = app.snug().set_role(&ana.actor(), conversation, carla.handle().clone(), Role::Host).await;
    assert!(matches!(made, Err(snug_app::Error::NotFound)));
    assert_eq!(carla.lists(Filter::Invitations).await.len(), 1);
}

#[tokio::test]
async fn a_host_who_was_taken_out_and_comes_back_is_none() {
    let app = TestApp::new().await;
    let ([ana, ben, _], conversation) = two(&app).await;
    ana.makes(conversation, &ben, Role::Host).await;
    ana.remove(conversation, &ben).await;
    ana.adds(conversation, &ben, snug_app::conversations::Shown::Nothing, "Come back").await;
    ben.accept(conversation).await;
    assert_eq!(ben.sees(conversation).await.role, Role::Member);
}
