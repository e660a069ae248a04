use super::{Program, everything, expect, last, messages, problem, states, text};
use serde_json::{Value, json};
use snug_app::conversations::Shown;
use snug_domain::ConversationId;
use snug_domain::conversations::{Adding, EntryKind};
use snug_testkit::Member;
use snug_testkit::browser::TestSite;

fn participants(conversation: ConversationId) -> String {
    format!("/conversations/{conversation}/participants")
}

fn asking(to: &Member, history: &str, words: &str, client_id: &str) -> Value {
    json!({"to": to.handle().as_str(), "history": history, "text": words, "client_id": client_id})
}

/// Ana, who began it, and Ben talk; the others are members.
async fn talking(site: &TestSite) -> ([Member; 5], ConversationId) {
    let [ana, ben, carla] = [site.member("ana").await, site.member("ben").await, site.member("carla").await];
    let [deniz, emma] = [site.member("deniz").await, site.member("emma").await];
    let conversation = ana.start_group(&[&ben], "Swifts", "At the mill?").await;
    ben.accept(conversation).await;
    ([ana, ben, carla, deniz, emma], conversation)
}

#[tokio::test]
async fn who_is_added_sees_one_message_and_what_they_were_given_once_they_accept() {
    let site = TestSite::new().await;
    let ([ana, ben, carla, deniz, emma], conversation) = talking(&site).await;
    ben.say(conversation, "The first").await;
    let second = ana.say(conversation, "The second").await;
    let program = Program::of(&site, &ana).await;
    let from = json!({
        "to": [deniz.handle().as_str()], "history": "from", "from_message": second.id.to_string(),
        "text": "Welcome, Deniz", "client_id": "2"
    });
    let added = [
        (&carla, asking(&carla, "all", "Welcome, Carla", "1"), ["At the mill?", "The first", "The second"].as_slice()),
        (&deniz, from, ["The second", "Welcome, Carla"].as_slice()),
        (&emma, asking(&emma, "now", "Welcome, Emma", "3"), [].as_slice()),
    ];
    for (member, body, before) in added {
        let answer = program.post(&participants(conversation), body).await;
        expect(&answer, 201);
        let message = answer.json();
        assert_eq!((&message["kind"], &message["line"]), (&json!("message"), &json!(null)));
        let place = format!("/api/v1/conversations/{conversation}/messages/{}", text(&message["id"]));
        assert_eq!(answer.header("location"), place);
        let own = Program::of(&site, member).await;
        let words = text(&message["text"]);
        assert_eq!(messages(&own, conversation).await, [words.as_str()], "until they accept");
        expect(&own.call(&format!("/conversations/{conversation}/accept")).await, 204);
        assert_eq!(messages(&own, conversation).await, [before, &[words.as_str()]].concat());
    }
}

#[tokio::test]
async fn a_line_says_who_was_added_by_whom_and_with_which_history() {
    let site = TestSite::new().await;
    let ([ana, ben, carla, ..], conversation) = talking(&site).await;
    let (by_ana, by_ben) = (Program::of(&site, &ana).await, Program::of(&site, &ben).await);
    expect(&by_ben.post(&participants(conversation), asking(&carla, "now", "And Carla", "1")).await, 201);
    let line = last(&by_ana, conversation).await;
    assert_eq!((&line["kind"], &line["author"]["handle"]), (&json!("invited"), &json!("ben.okafor")));
    assert_eq!(line["line"]["subject"]["handle"], "carla.lindqvist");
    assert_eq!(line["line"]["history"], "now");
    let listed = by_ana.get("/conversations").await.json()["items"][0]["last"].clone();
    assert_eq!((&listed["kind"], &listed["line"]), (&line["kind"], &line["line"]), "the list says the same");

    let shown = by_ana.get(&format!("/conversations/{conversation}")).await.json();
    assert_eq!(states(&shown), [("ben.okafor", "joined"), ("carla.lindqvist", "invited")]);
    let invited_by: Vec<_> =
        shown["participants"].as_array().expect("them").iter().map(|it| &it["invited_by"]).collect();
    assert_eq!(invited_by, ["ana.ruiz", "ben.okafor"]);
    assert_eq!(shown["invited_by"], json!(null), "who began it was asked by nobody");
    let invited = Program::of(&site, &carla).await.get(&format!("/conversations/{conversation}")).await.json();
    assert_eq!(invited["invited_by"], json!({"kind": "member", "handle": "ben.okafor", "name": "Ben Okafor"}));
}

#[tokio::test]
async fn who_is_asked_reads_the_message_they_were_asked_with_and_nothing_else() {
    let site = TestSite::new().await;
    let ([ana, ben, carla, deniz, emma], conversation) = talking(&site).await;
    ben.say(conversation, "Said before").await;
    ana.adds(conversation, &emma, Shown::Nothing, "Secret of Emmas").await;
    let program = Program::of(&site, &ana).await;
    expect(&program.post(&participants(conversation), asking(&carla, "all", "For Carla", "1")).await, 201);
    ana.adds(conversation, &deniz, Shown::All, "Said of Deniz").await;
    ben.say(conversation, "Said after").await;
    ana.say(conversation, "Said last").await;
    let by_carla = Program::of(&site, &carla).await;
    assert_eq!(messages(&by_carla, conversation).await, ["For Carla"], "guard: she is asked");
    for (path, body) in everything(&by_carla, conversation).await {
        for hidden in ["At the mill?", "Said", "Secret"] {
            assert!(!body.contains(hidden), "{path}: {body}");
        }
        let told_of =
            !path.starts_with("/people") && [&deniz, &emma].iter().any(|other| body.contains(other.handle().as_str()));
        assert!(!told_of, "she is not told who else is asked: {path}: {body}");
    }
    let message = last(&by_carla, conversation).await;
    let readers = format!("/conversations/{conversation}/messages/{}/readers", text(&message["id"]));
    assert_eq!(problem(&by_carla.get(&readers).await, 403), "accept-first");
}

#[tokio::test]
async fn the_same_again_adds_nobody_and_says_nothing_twice() {
    let site = TestSite::new().await;
    let ([ana, ben, carla, ..], conversation) = talking(&site).await;
    let program = Program::of(&site, &ana).await;
    let (path, body) = (participants(conversation), asking(&carla, "now", "Once", "one"));
    let attempts = [(); 4].map(|()| program.post(&path, body.clone()));
    let answers = futures_util::future::join_all(attempts).await;
    let mut statuses: Vec<_> = answers.iter().map(|answer| answer.status().as_u16()).collect();
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 200, 200, 201]);
    assert!(answers.iter().all(|answer| answer.json()["id"] == answers[0].json()["id"]));
    carla.accept(conversation).await;
    expect(&program.post(&path, body).await, 200);

    assert_eq!(messages(&Program::of(&site, &ben).await, conversation).await, ["At the mill?", "Once"]);
    let kinds = ben.kinds(conversation).await;
    assert_eq!(kinds.iter().filter(|kind| **kind == EntryKind::Invited).count(), 1);
    for other in [asking(&carla, "now", "Twice", "one"), asking(&carla, "all", "Once", "one")] {
        assert_eq!(problem(&program.post(&path, other).await, 409), "client-id-used");
    }
}

#[tokio::test]
async fn nobody_is_added_unless_everybody_can_be_and_each_has_a_reason() {
    let site = TestSite::new().await;
    let ([ana, ben, carla, deniz, _], conversation) = talking(&site).await;
    ana.adds(conversation, &carla, Shown::Nothing, "And Carla").await;
    let program = Program::of(&site, &ana).await;
    let before = site.rows().await;
    let to = [deniz.handle(), ben.handle(), carla.handle(), ana.handle()].map(|handle| handle.as_str().to_owned());
    let to: Vec<_> = to.into_iter().chain([String::from("nobody-here")]).collect();
    let body = json!({"to": to, "history": "now", "text": "All of you", "client_id": "1"});
    let answer = program.post(&participants(conversation), body).await;
    assert_eq!(problem(&answer, 403), "cannot-ask");
    let people = answer.json()["people"].clone();
    let told: Vec<_> =
        people.as_array().expect("people").iter().map(|it| (text(&it["handle"]), text(&it["code"]))).collect();
    let expected = [
        ("ben.okafor", "already-in"),
        ("carla.lindqvist", "already-asked"),
        ("ana.ruiz", "yourself"),
        ("nobody-here", "not-reachable"),
    ];
    assert_eq!(told, expected.map(|(handle, code)| (handle.to_owned(), code.to_owned())));
    assert!(people.as_array().expect("people").iter().all(|it| !text(&it["detail"]).is_empty()));
    site.rows().await.without("allowances").assert_same(&before.without("allowances"), "who could be asked is not");
}

#[tokio::test]
async fn only_so_many_are_in_one_conversation() {
    let site = TestSite::new().await;
    let ([ana, _, carla, deniz, _], conversation) = talking(&site).await;
    site.snug().set_most_people("riverside", 3).await.expect("a limit");
    let program = Program::of(&site, &ana).await;
    let both = json!({
        "to": [carla.handle().as_str(), deniz.handle().as_str()], "history": "now", "text": "Both", "client_id": "1"
    });
    assert_eq!(problem(&program.post(&participants(conversation), both).await, 403), "too-many-people");
    expect(&program.post(&participants(conversation), asking(&carla, "now", "One", "2")).await, 201);
    let answer = program.post(&participants(conversation), asking(&deniz, "now", "One more", "3")).await;
    assert_eq!(problem(&answer, 403), "too-many-people", "who is asked has a place");
    carla.decline(conversation).await;
    let again = program.post(&participants(conversation), asking(&deniz, "now", "One more", "3")).await;
    assert_eq!(again.json(), answer.json(), "so has who declined");
}

#[tokio::test]
async fn who_may_not_add_people_is_told_why() {
    let site = TestSite::new().await;
    let ([ana, ben, carla, deniz, emma], conversation) = talking(&site).await;
    let (path, body) = (participants(conversation), asking(&deniz, "now", "Deniz?", "1"));
    let by_ben = Program::of(&site, &ben).await;
    ana.adds(conversation, &carla, Shown::Nothing, "And Carla").await;
    let by_carla = Program::of(&site, &carla).await;
    assert_eq!(problem(&by_carla.post(&path, body.clone()).await, 403), "accept-first", "who is only asked");
    let by_emma = Program::of(&site, &emma).await;
    assert_eq!(problem(&by_emma.post(&path, body.clone()).await, 404), "not-found", "who is not in it");

    site.snug().set_adding(&ana.actor(), conversation, Adding::Hosts).await.expect("only hosts");
    assert_eq!(by_ben.get(&format!("/conversations/{conversation}")).await.json()["may_add"], false);
    assert_eq!(problem(&by_ben.post(&path, body.clone()).await, 403), "only-hosts");
    site.snug().set_adding(&ana.actor(), conversation, Adding::Everyone).await.expect("everyone");
    assert_eq!(by_ben.get(&format!("/conversations/{conversation}")).await.json()["may_add"], true);
    expect(&by_ben.post(&path, body.clone()).await, 201);

    let direct = ana.start_conversation("emma", "Just us").await;
    emma.accept(direct).await;
    let added = by_emma.post(&participants(direct), asking(&deniz, "now", "Three?", "1")).await;
    assert_eq!(problem(&added, 403), "only-in-groups");
    assert_eq!(by_emma.get(&format!("/conversations/{direct}")).await.json()["may_add"], false);
}

#[tokio::test]
async fn a_history_is_one_of_three_and_begins_where_the_caller_sees_something() {
    let site = TestSite::new().await;
    let ([ana, ben, carla, ..], conversation) = talking(&site).await;
    let elsewhere = ben.start_group(&[&carla], "Elsewhere", "Not here").await;
    let foreign = ben.entries(elsewhere).await.pop().expect("a message").id.to_string();
    let program = Program::of(&site, &ana).await;
    let told = async |history: Value, from_message: Option<Value>| {
        let mut body = asking(&carla, "now", "And Carla", "1");
        body["history"] = history;
        if let Some(from_message) = from_message {
            body["from_message"] = from_message;
        }
        let answer = program.post(&participants(conversation), body).await;
        (problem(&answer, 422), answer.json()["errors"][0]["field"].clone())
    };
    let own = json!(last(&program, conversation).await["id"]);
    let invalid = (String::from("invalid"), json!("history"));
    assert_eq!(told(json!("from"), None).await, invalid);
    assert_eq!(told(json!("all"), Some(own.clone())).await, invalid);
    assert_eq!(told(json!("now"), Some(own)).await, invalid);
    assert_eq!(told(json!("from"), Some(json!(foreign))).await, invalid);
    for (history, from_message) in [(json!("some"), None), (json!("from"), Some(json!(null)))] {
        assert_eq!(told(history, from_message).await.0, "invalid-body");
    }
}

#[tokio::test]
async fn nobody_learns_that_somebody_declined() {
    let site = TestSite::new().await;
    let ([ana, ben, carla, deniz, _], conversation) = talking(&site).await;
    let (by_ana, by_ben) = (Program::of(&site, &ana).await, Program::of(&site, &ben).await);
    for (member, client_id) in [(&carla, "1"), (&deniz, "2")] {
        let body = asking(member, "now", &format!("Hello {client_id}"), client_id);
        expect(&by_ana.post(&participants(conversation), body).await, 201);
    }
    let (before_ana, before_ben) = (everything(&by_ana, conversation).await, everything(&by_ben, conversation).await);
    let by_carla = Program::of(&site, &carla).await;
    expect(&by_carla.call(&format!("/conversations/{conversation}/decline")).await, 204);
    assert_eq!(by_carla.get(&format!("/conversations/{conversation}")).await.json()["state"], "declined");
    assert_eq!(everything(&by_ana, conversation).await, before_ana);
    assert_eq!(everything(&by_ben, conversation).await, before_ben);

    // Carla declined, Deniz did not answer: whatever is tried comes to the same.
    let attempts = async |member: &Member, key: &str| {
        let own = format!("{}/{}", participants(conversation), member.handle());
        let asked = by_ana.post(&participants(conversation), asking(member, "all", "Once more", key)).await;
        let made = by_ana.put(&format!("{own}/role"), json!({"role": "host"})).await;
        let refused = by_ben.delete(&own).await;
        let taken_back = by_ana.delete(&own).await;
        let again = by_ana.post(&participants(conversation), asking(member, "all", "Once more", key)).await;
        let direct = json!({"to": member.handle().as_str(), "text": "Us two?", "client_id": format!("{key}-direct")});
        let direct = by_ana.post("/conversations", direct).await;
        let name = member.handle().as_str().to_owned();
        [asked, made, refused, taken_back, again, direct]
            .map(|answer| (answer.status(), answer.body.replace(&name, "…").replace(&member.person.name, "…")))
    };
    let declined = attempts(&carla, "3").await;
    assert!(declined[0].1.contains("already-asked"), "guard: {:?}", declined[0]);
    assert_eq!(declined[3].0, 204, "guard");
    assert_eq!(declined, attempts(&deniz, "4").await);
    assert_eq!(by_carla.get(&format!("/conversations/{conversation}")).await.json()["state"], "gone");
    let accepted = by_carla.call(&format!("/conversations/{conversation}/accept")).await;
    assert_eq!(problem(&accepted, 403), "no-longer-open");
}

#[tokio::test]
async fn somebody_can_be_asked_by_several_members_but_once() {
    let site = TestSite::new().await;
    let ([ana, ben, carla, ..], conversation) = talking(&site).await;
    let (by_ana, by_ben) = (Program::of(&site, &ana).await, Program::of(&site, &ben).await);
    let path = participants(conversation);
    let (first, second) = tokio::join!(
        by_ana.post(&path, asking(&carla, "now", "From Ana", "1")),
        by_ben.post(&path, asking(&carla, "now", "From Ben", "1")),
    );
    let (done, refused) = if first.status() == 201 { (first, second) } else { (second, first) };
    expect(&done, 201);
    assert_eq!(problem(&refused, 403), "cannot-ask");
    assert_eq!(refused.json()["people"][0]["code"], "already-asked");
    assert_eq!(messages(&by_ana, conversation).await.len(), 2, "what was refused is not said");
}

#[tokio::test]
async fn several_can_be_asked_at_once_with_one_message() {
    let site = TestSite::new().await;
    let ([ana, ben, carla, deniz, _], conversation) = talking(&site).await;
    let program = Program::of(&site, &ana).await;
    let handles = [&carla, &deniz, &carla].map(|member| member.handle().as_str());
    let body = json!({"to": handles, "history": "all", "text": "Welcome both", "client_id": "1"});
    expect(&program.post(&participants(conversation), body).await, 201);
    let shown = Program::of(&site, &ben).await.get(&format!("/conversations/{conversation}")).await.json();
    let expected = [("ana.ruiz", "joined"), ("carla.lindqvist", "invited"), ("deniz.aydin", "invited")];
    assert_eq!(states(&shown), expected);
    assert_eq!(shown["participant_count"], 4);
}

#[tokio::test]
async fn one_line_names_everybody_who_was_added_at_once() {
    let site = TestSite::new().await;
    let ([ana, ben, carla, deniz, emma], conversation) = talking(&site).await;
    let program = Program::of(&site, &ana).await;
    let handles = [&carla, &deniz, &emma].map(|member| member.handle().as_str());
    let body = json!({"to": handles, "history": "all", "text": "Welcome all", "client_id": "1"});
    expect(&program.post(&participants(conversation), body).await, 201);
    let by_ben = Program::of(&site, &ben).await;
    let line = last(&by_ben, conversation).await;
    assert_eq!((&line["kind"], &line["line"]["history"]), (&json!("invited"), &json!("all")));
    assert_eq!(line["line"]["subject"]["handle"], handles[0]);
    let also: Vec<_> = line["line"]["also"].as_array().expect("the others").iter().map(|it| &it["handle"]).collect();
    assert_eq!(also, handles[1..]);
    let listed = by_ben.get("/conversations").await.json()["items"][0]["last"].clone();
    assert_eq!(listed["line"], line["line"], "the list says the same");
    let found = by_ben.get(&format!("/conversations/{conversation}/messages?limit=100")).await.json();
    let kinds = found["items"].as_array().expect("entries").iter().filter(|it| it["kind"] == "invited");
    assert_eq!(kinds.count(), 1);
}
