use snug_domain::people::Handle;
use snug_testkit::{Member, TestApp};

async fn search(app: &TestApp, member: &Member, words: &str) -> Vec<String> {
    let page = app.snug().list_members(&member.actor(), words, None, 50).await.expect("members");
    page.members.into_iter().map(|person| person.name).collect()
}

#[tokio::test]
async fn members_are_found_by_the_beginnings_of_their_words() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    for key in ["ben", "carla", "hugo", "ines", "salma"] {
        app.member(key).await;
    }
    assert_eq!(search(&app, &ana, "car lin").await, ["Carla Lindqvist"]);
    assert_eq!(search(&app, &ana, "INES").await, ["Inês Carvalho"], "without case and accents");
    assert_eq!(search(&app, &ana, "سلمى").await, ["سلمى حداد"]);
    assert_eq!(search(&app, &ana, "arla").await, Vec::<String>::new(), "beginnings only");
    assert_eq!(search(&app, &ana, "%").await, Vec::<String>::new(), "a sign is nobody's name");
    assert_eq!(search(&app, &ana, "").await.len(), 6);
}

#[tokio::test]
async fn the_directory_is_paged_without_a_gap() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    for key in ["ben", "carla", "deniz", "emma", "farid"] {
        app.member(key).await;
    }
    let (mut after, mut handles): (Option<Handle>, Vec<Handle>) = (None, Vec::new());
    loop {
        let page = app.snug().list_members(&ana.actor(), "", after.as_ref(), 2).await.expect("members");
        handles.extend(page.members.into_iter().map(|person| person.handle));
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    let mut sorted = handles.clone();
    sorted.sort();
    sorted.dedup();
    assert_eq!((handles.len(), &handles), (6, &sorted));
}
