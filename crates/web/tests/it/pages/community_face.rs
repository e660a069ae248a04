//! A community's face on its pages: its logo, its accent, its sentence.

use snug_app::communities::{Change, FaceChange};
use snug_domain::colour::Colour;
use snug_domain::face::{DARK_SURFACES, LIGHT_SURFACES, ON_ACCENT};
use snug_testkit::browser::{Answer, Browser, StatusCode, TestSite};
use std::path::Path;

/// A picture of the sample, as a logo.
const LOGO: &[u8] = include_bytes!("../../../../server/src/demo/sample/riverside.png");

fn set<T>(value: impl Into<T>) -> Change<T> {
    Change::Set(value.into())
}

async fn give(site: &TestSite, change: FaceChange) {
    site.snug().set_face("riverside", change).await.expect("a face");
}

/// The style that sets the accent, if the page has one.
fn style(page: &Answer) -> Option<String> {
    page.attributes("link[rel=stylesheet][href^='/assets/community/']", "href").into_iter().next()
}

async fn assert_picture(browser: &Browser, path: &str, edge: u32) {
    let picture = browser.get(path).await;
    assert_eq!(picture.status(), StatusCode::OK, "{path}");
    assert_eq!(picture.header("content-type"), "image/png", "{path}");
    assert_eq!(picture.header("x-content-type-options"), "nosniff", "{path}");
    // The width and height in the head of a PNG, of which a text keeps only what is below 128.
    assert!(picture.body.contains("IHDR"), "{path} of {edge} pixels is a PNG");
}

#[tokio::test]
async fn a_community_without_a_face_has_its_initial_and_snugs_green() {
    let site = TestSite::new().await;
    let browser = site.browser();
    let home = browser.open("/").await;
    assert_eq!(style(&home), None);
    assert!(home.has(".hero-picture") && !home.has(".hero-logo"));
    let icon = home.attribute(".bar-name img", "src");
    assert!(icon.starts_with("/assets/community/medium-"), "{icon}");
    assert_picture(&browser, &icon, 192).await;
    site.add_community("hillside").await;
    let other = site.browser_at("hillside.localhost").open("/").await.attribute(".bar-name img", "src");
    assert_ne!(icon, other, "another initial is another picture");
}

#[tokio::test]
async fn a_logo_an_accent_and_a_sentence_are_shown_and_can_be_taken_back() {
    let site = TestSite::new().await;
    let browser = site.browser();
    let plain = browser.open("/").await;
    let change = FaceChange {
        name: Some(String::from("The Riverside")),
        accent: set("#54407a"),
        logo: set(LOGO),
        sentence: set("Neighbours by the <b>weir</b>."),
    };
    give(&site, change).await;
    let home = browser.open("/").await;
    assert!(home.says("Talk privately in The Riverside") && home.says("Neighbours by the <b>weir</b>."));
    assert_eq!(home.text(".bar-name"), "The Riverside");
    assert!(home.has(".hero-logo"));
    for picture in [".hero-logo", ".bar-name img"] {
        assert_picture(&browser, &home.attribute(picture, "src"), 192).await;
    }
    let css = browser.get(style(&home).expect("a style")).await;
    assert_eq!(css.header("content-type"), "text/css; charset=utf-8");
    assert_eq!(css.header("cache-control"), "public, max-age=31536000, immutable");
    assert!(css.body.contains("--accent: light-dark(#54407a, "), "{}", css.body);
    assert!(browser.open("/about").await.says("Neighbours by the"));

    let (accent, logo, sentence) = (Change::Remove, Change::Remove, Change::Remove);
    give(&site, FaceChange { name: Some(String::from("Riverside")), accent, logo, sentence }).await;
    let again = browser.open("/").await;
    assert_eq!(again.main(), plain.main());
    assert_eq!(style(&again), None);
    assert_eq!(again.attribute(".bar-name img", "src"), plain.attribute(".bar-name img", "src"));
    assert_eq!(browser.get(style(&home).expect("a style")).await.status(), StatusCode::NOT_FOUND, "it is gone");
}

#[tokio::test]
async fn what_is_not_changed_stays() {
    let site = TestSite::new().await;
    give(&site, FaceChange { accent: set("#54407a"), logo: set(LOGO), ..FaceChange::default() }).await;
    let before = site.browser().open("/").await;
    give(&site, FaceChange { sentence: set("Hello."), ..FaceChange::default() }).await;
    let after = site.browser().open("/").await;
    assert_eq!(style(&after), style(&before));
    assert_eq!(after.attribute(".hero-logo", "src"), before.attribute(".hero-logo", "src"));
    assert!(after.says("Hello."));
}

#[tokio::test]
async fn the_face_of_one_community_is_not_that_of_another() {
    let site = TestSite::new().await;
    site.add_community("hillside").await;
    give(&site, FaceChange { accent: set("#54407a"), logo: set(LOGO), ..FaceChange::default() }).await;
    let home = site.browser().open("/").await;
    let elsewhere = site.browser_at("hillside.localhost");
    assert_eq!(style(&elsewhere.open("/").await), None);
    for path in [style(&home).expect("a style"), home.attribute(".hero-logo", "src")] {
        assert_eq!(elsewhere.get(&path).await.status(), StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn the_site_can_be_installed_as_the_communitys_own() {
    let site = TestSite::new().await;
    let browser = site.browser();
    for has_logo in [false, true] {
        if has_logo {
            give(&site, FaceChange { logo: set(LOGO), sentence: set("Neighbours."), ..FaceChange::default() }).await;
        }
        let page = browser.open("/sign-in").await;
        assert_eq!(page.attribute("link[rel=manifest]", "href"), "/manifest.webmanifest");
        assert_eq!(page.attribute("link[rel=apple-touch-icon]", "href"), "/apple-touch-icon.png");
        let manifest = browser.get("/manifest.webmanifest").await;
        assert_eq!(manifest.header("content-type"), "application/manifest+json");
        let manifest = manifest.json();
        assert_eq!((&manifest["name"], &manifest["start_url"]), (&"Riverside".into(), &"/".into()));
        assert_eq!(manifest["display"], "standalone");
        let icons = manifest["icons"].as_array().expect("icons");
        let sizes: Vec<_> = icons.iter().map(|icon| icon["sizes"].as_str().expect("a size")).collect();
        assert_eq!(sizes, ["192x192", "512x512", "512x512"]);
        for icon in icons {
            assert_picture(&browser, icon["src"].as_str().expect("an address"), 192).await;
        }
        for path in ["/favicon.ico", "/apple-touch-icon.png"] {
            assert_picture(&browser, path, 48).await;
        }
    }
}

#[tokio::test]
async fn where_no_community_is_nothing_of_one_is_there() {
    let site = TestSite::new().await;
    let nowhere = site.browser_at("nowhere.localhost");
    for path in ["/favicon.ico", "/apple-touch-icon.png", "/manifest.webmanifest", "/assets/community/x.css"] {
        assert_eq!(nowhere.get(path).await.status(), StatusCode::NOT_FOUND, "{path}");
    }
    let page = nowhere.open("/").await;
    assert!(!page.has("link[rel=manifest]") && !page.has(".foot") && page.has("link[rel=icon][type='image/svg+xml']"));
}

#[tokio::test]
async fn where_conversations_are_off_the_home_page_promises_none() {
    let site = TestSite::new().await;
    site.turn_conversations(snug_domain::communities::Conversations::Off).await;
    let home = site.browser().open("/").await;
    assert_eq!(home.text("h1"), "Welcome to Riverside");
    assert!(!home.says("Talk privately") && !home.has(".hero-points"));
    assert!(home.has("main a[href='/sign-up']"));
}

/// The rules of contrast are about the colours that pages really have.
#[test]
fn the_surfaces_of_the_rules_are_those_of_the_style() {
    let tokens = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../frontend/src/style/tokens.css");
    let tokens = std::fs::read_to_string(tokens).expect("the tokens");
    let names = ["paper", "card", "sunk"];
    for ((name, light), dark) in names.into_iter().zip(LIGHT_SURFACES).zip(DARK_SURFACES) {
        let line = format!("--{name}: light-dark({light}, {dark});");
        assert!(tokens.contains(&line), "{line}");
    }
    let on = ["on-green", "on-accent"].iter().any(|name| tokens.contains(&format!("--{name}: {ON_ACCENT};")));
    assert!(on, "{ON_ACCENT} is written on the accent");
    assert!(ON_ACCENT.contrast(Colour::BLACK) > 4.5, "guard");
}
