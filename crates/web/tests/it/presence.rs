//! That somebody is on the site is told to those they talk with, and to nobody else, at every door.

use snug_app::conversations::Filter;
use snug_domain::people::Preferences;
use snug_testkit::Member;
use snug_testkit::browser::TestSite;

const DOT: &str = "[data-presence='ben.okafor']:not([hidden])";

/// The doors at which the reader sees Ben on the site.
async fn doors(site: &TestSite, reader: &Member, ben: &Member) -> Vec<String> {
    ben.is_on_the_site().await;
    let browser = site.browser();
    browser.set_cookie("snug-session", reader.sign_in().await.reveal());
    let mut paths =
        ["/people/ben.okafor", "/people?q=ben", "/presence?of=ben.okafor", "/bell"].map(str::to_owned).to_vec();
    for filter in ["all", "unread", "invitations", "archived"] {
        paths.push(format!("/conversations?show={filter}"));
    }
    let mut listed = reader.lists(Filter::All).await;
    listed.append(&mut reader.lists(Filter::Invitations).await);
    paths.extend(listed.iter().map(|listed| format!("/conversations/{}", listed.conversation)));
    paths.extend(paths.clone().iter().filter(|path| !path.contains("presence")).map(|path| format!("/api/v1{path}")));
    let mut shown = Vec::new();
    for path in paths {
        let answer = browser.open(path.replace("/api/v1/people?q", "/api/v1/people?search")).await;
        assert!(answer.status().is_success(), "{path}: {}", answer.status());
        let marked = !path.starts_with("/api/") && answer.has(DOT);
        if marked || answer.body == "[\"ben.okafor\"]" || answer.body.contains("\"present\":true") {
            shown.push(path);
        }
    }
    if !listed.is_empty() {
        let mut stream = browser.live(Some(0)).await;
        let row = loop {
            let event = stream.next().await.expect("an event");
            if event.data.contains("data-presence") {
                break event.data;
            }
        };
        let (_, dot) = row.split_once("data-presence=\"ben.okafor\"").expect("a dot");
        if !dot.split('>').next().unwrap_or_default().contains("hidden") {
            shown.push(String::from("/live"));
        }
    }
    shown
}

async fn show_presence(site: &TestSite, member: &Member, shows_presence: bool) {
    let preferences = Preferences { shows_presence, ..member.person.preferences };
    site.snug().set_preferences(&member.actor(), preferences).await.expect("preferences are kept");
}

#[tokio::test]
async fn nobody_learns_whether_somebody_is_on_the_site_before_the_two_accepted_each_other() {
    let site = TestSite::new().await;
    let (ana, ben) = (site.member("ana").await, site.member("ben").await);
    assert_eq!(doors(&site, &ana, &ben).await, [""; 0], "a stranger");
    let conversation = ana.start_conversation("ben", "Hello Ben").await;
    assert_eq!(doors(&site, &ana, &ben).await, [""; 0], "who waits for an answer");
    ben.decline(conversation).await;
    assert_eq!(doors(&site, &ana, &ben).await, [""; 0], "who was declined");
    let carla = site.member("carla").await;
    ben.start_conversation("carla", "Hello Carla").await;
    assert_eq!(doors(&site, &carla, &ben).await, [""; 0], "who is asked");
    ben.accept(conversation).await;
    let shown = doors(&site, &ana, &ben).await;
    let page = format!("/conversations/{conversation}");
    let expected = [
        "/people/ben.okafor",
        "/presence?of=ben.okafor",
        "/bell",
        "/conversations?show=all",
        "/conversations?show=unread",
        &page,
        "/api/v1/people/ben.okafor",
        "/api/v1/bell",
        "/api/v1/conversations?show=all",
        "/api/v1/conversations?show=unread",
        &format!("/api/v1{page}"),
        "/live",
    ];
    assert_eq!(shown, expected, "who talks with them");
}

#[tokio::test]
async fn who_hides_being_on_the_site_is_seen_by_nobody_and_sees_nobody() {
    let site = TestSite::new().await;
    let (ana, ben, _) = site.talking("ana", "ben").await;
    assert!(doors(&site, &ana, &ben).await.len() > 5, "guard: it is shown");
    show_presence(&site, &ben, false).await;
    assert_eq!(doors(&site, &ana, &ben).await, [""; 0], "who hides is not seen");
    show_presence(&site, &ben, true).await;
    show_presence(&site, &ana, false).await;
    assert_eq!(doors(&site, &ana, &ben).await, [""; 0], "who hides does not see");
    show_presence(&site, &ana, true).await;
    assert!(doors(&site, &ana, &ben).await.len() > 5);
}

#[tokio::test]
async fn the_preferences_hide_it_and_show_it_again() {
    let site = TestSite::new().await;
    let ben = site.sign_in(&site.member("ben").await).await;
    let page = ben.open("/preferences").await;
    assert!(page.has("#privacy input[name=presence][checked]"), "shown unless chosen otherwise");
    let hidden = ben.submit("/preferences/privacy", &[]).await;
    assert_eq!(hidden.text("#privacy .saved"), "Saved");
    assert!(!hidden.has("#privacy input[name=presence][checked]"));
    let shown = ben.press(&hidden, "/preferences/privacy", &[("presence", "on")]).await;
    assert!(shown.has("#privacy input[name=presence][checked]"));
}
