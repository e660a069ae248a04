//! Searches in a community of very many members whose names all match.

use snug_app::new_id;
use snug_domain::people::{Handle, Language, Person, PersonKind, PersonState, Preferences};
use snug_store::{Error, directory, people};
use snug_testkit::{Member, TestApp, seconds};
use std::ops::Range;

/// Members of these numbers, each found by these words and its number.
async fn gather(app: &TestApp, words: &'static [&'static str], numbers: Range<u32>) {
    let (community, now) = (app.community().id, app.now());
    let numbers: Vec<u32> = numbers.collect();
    for chunk in numbers.chunks(1_000) {
        let chunk = chunk.to_vec();
        let written = app.database().write::<_, Error, _>(move |tx| {
            for number in &chunk {
                let name = format!("{} {number:06}", words.join(" "));
                let handle = Handle::parse(&format!("member.{number:06}")).expect("a handle");
                let person = Person {
                    id: new_id(now),
                    kind: PersonKind::Member,
                    state: PersonState::Active,
                    name,
                    mail_name: handle.to_string(),
                    handle,
                    about: String::new(),
                    preferences: Preferences::new(Language::English),
                    change_number: 0,
                    created_at: now,
                };
                people::insert(tx, community, &person, None)?;
                let mut words: Vec<String> = words.iter().copied().map(str::to_owned).collect();
                words.push(format!("{number:06}"));
                directory::set_words(tx, community, person.id, &person.handle, &words)?;
            }
            Ok(())
        });
        written.await.expect("written");
    }
}

/// Every page of a search, as the handles on it.
async fn pages(app: &TestApp, member: &Member, search: &str, limit: usize) -> Vec<Vec<Handle>> {
    let (mut pages, mut after) = (Vec::new(), None);
    loop {
        let page = app.snug().list_members(&member.actor(), search, after.as_ref(), limit).await.expect("members");
        pages.push(page.members.into_iter().map(|person| person.handle).collect());
        after = page.next;
        if after.is_none() {
            return pages;
        }
        app.wait(seconds(1));
    }
}

#[tokio::test]
async fn a_search_costs_the_page_it_shows_whatever_matches() {
    const SEARCHES: [&str; 8] = ["u", "u u u", "una ursula", "0", "00", "zzz", "000999", "una 0009"];
    let mut costs = Vec::new();
    for members in [6_000, 18_000] {
        let app = TestApp::new().await;
        let ana = app.member("ana").await;
        gather(&app, &["una", "ursula"], 0..members).await;
        let late = Handle::parse("member.001500").expect("a handle");
        let mut steps = Vec::new();
        for search in SEARCHES {
            for after in [None, Some(&late)] {
                app.database().start_counting();
                app.snug().list_members(&ana.actor(), search, after, 20).await.expect("members");
                steps.push((search, app.database().stop_counting().steps));
            }
        }
        costs.push(steps);
    }
    for ((search, few), (_, many)) in costs[0].iter().zip(&costs[1]) {
        assert!(
            *many <= few + few / 10 + 100,
            "{many} steps for {search}, where {few} did with a third of the members"
        );
    }
}

#[tokio::test]
async fn a_search_that_fits_very_many_goes_on_until_everybody_who_fits_was_shown_once() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    gather(&app, &["una"], 0..1_500).await;
    gather(&app, &["ursula"], 1_500..3_000).await;
    gather(&app, &["una", "ursula"], 3_000..3_003).await;

    let both = pages(&app, &ana, "una ursula", 2).await;
    assert!(both.len() > 2, "guard: no page looks at all of them");
    let handles: Vec<_> = both.concat().iter().map(ToString::to_string).collect();
    assert_eq!(handles, ["member.003000", "member.003001", "member.003002"]);

    let all = pages(&app, &ana, "u", 100).await.concat();
    assert_eq!(all.len(), 3_003);
    assert!(all.is_sorted() && all.windows(2).all(|two| two[0] != two[1]));
}

#[tokio::test]
async fn searches_have_an_allowance_and_pages_of_the_whole_directory_have_none() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    for _ in 0..130 {
        app.snug().list_members(&ana.actor(), "", None, 1).await.expect("members");
    }
    let mut answers = Vec::new();
    for _ in 0..121 {
        answers.push(app.snug().list_members(&ana.actor(), "a", None, 1).await);
    }
    let last = answers.pop().expect("an answer");
    assert!(answers.iter().all(Result::is_ok));
    assert!(matches!(last, Err(snug_app::Error::TooMany { .. })));
}
