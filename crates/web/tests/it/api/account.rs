use super::{Program, expect, problem, text};
use serde_json::json;
use snug_testkit::PASSWORD;
use snug_testkit::browser::TestSite;

#[tokio::test]
async fn somebody_signs_up_and_is_signed_in_once_the_address_is_confirmed() {
    let site = TestSite::new().await;
    let program = Program::of_nobody(&site);
    let new = json!({"name": "Nora Lind", "address": "nora@example.org", "password": "under the apple tree"});
    expect(&program.post("/sign-ups", new).await, 202);
    let token = site.last_mail("nora@example.org").await.token_after("/sign-up/confirm/");
    let confirmed =
        program.post(&format!("/sign-ups/{token}/confirm"), json!({"password": "under the apple tree"})).await;
    expect(&confirmed, 201);
    assert_eq!(confirmed.json()["person"]["handle"], "nora.lind");
    assert_eq!(program.get("/me").await.json()["name"], "Nora Lind", "the cookie lets them in");
    assert_eq!(
        problem(
            &program.post(&format!("/sign-ups/{token}/confirm"), json!({"password": "under the apple tree"})).await,
            404
        ),
        "not-found"
    );
}

#[tokio::test]
async fn whoever_holds_the_mail_of_a_sign_up_may_choose_name_and_password_anew() {
    let site = TestSite::new().await;
    let program = Program::of_nobody(&site);
    let new = json!({"name": "A squatter", "address": "nora@example.org", "password": "known to a squatter"});
    expect(&program.post("/sign-ups", new).await, 202);
    let token = site.last_mail("nora@example.org").await.token_after("/sign-up/confirm/");
    let confirm = format!("/sign-ups/{token}/confirm");
    let short = program.post(&confirm, json!({"name": "Nora Lind", "password": "short"})).await;
    assert_eq!(short.status().as_u16(), 422, "{}", short.body);
    let anew = json!({"name": "Nora Lind", "password": "under the apple tree"});
    expect(&program.post(&confirm, anew).await, 201);
    assert_eq!(program.get("/me").await.json()["name"], "Nora Lind");
}

#[tokio::test]
async fn an_answer_does_not_tell_whether_an_address_is_known() {
    let site = TestSite::new().await;
    let ana = site.member("ana").await;
    let program = Program::of_nobody(&site);
    for address in [ana.address(), String::from("nobody@example.org")] {
        let new = json!({"name": "Ana", "address": address, "password": "under the apple tree"});
        let answers = [
            program.post("/sign-ups", new).await,
            program.post("/sign-in-links", json!({"address": address})).await,
            program.post("/password-resets", json!({"address": address})).await,
        ];
        for answer in answers {
            assert_eq!((answer.status().as_u16(), answer.body.as_str()), (202, ""), "{address}");
        }
        let wrong = program.post("/sessions", json!({"address": address, "password": "not this one"})).await;
        assert_eq!(problem(&wrong, 401), "wrong-credentials", "{address}");
    }
}

#[tokio::test]
async fn a_link_of_a_mail_signs_in_once() {
    let site = TestSite::new().await;
    let ana = site.member("ana").await;
    let program = Program::of_nobody(&site);
    expect(&program.post("/sign-in-links", json!({"address": ana.address()})).await, 202);
    let token = site.last_mail("ana").await.token_after("/sign-in/link/");
    expect(&program.call(&format!("/sign-in-links/{token}")).await, 201);
    expect(&program.get("/me").await, 200);
    assert_eq!(problem(&program.call(&format!("/sign-in-links/{token}")).await, 404), "not-found");
}

#[tokio::test]
async fn a_forgotten_password_is_chosen_anew() {
    let site = TestSite::new().await;
    let ana = site.member("ana").await;
    let program = Program::of_nobody(&site);
    expect(&program.post("/password-resets", json!({"address": ana.address()})).await, 202);
    let token = site.last_mail("ana").await.token_after("/password/reset/");
    let path = format!("/password-resets/{token}");
    let short = program.post(&path, json!({"password": "short"})).await;
    assert_eq!(problem(&short, 422), "invalid");
    assert_eq!(short.json()["errors"][0]["code"], "too-short");
    expect(&program.post(&path, json!({"password": "under the apple tree"})).await, 201);
    let old =
        Program::of_nobody(&site).post("/sessions", json!({"address": ana.address(), "password": PASSWORD})).await;
    assert_eq!(problem(&old, 401), "wrong-credentials");
}

#[tokio::test]
async fn sessions_are_listed_and_ended() {
    let site = TestSite::new().await;
    let ana = site.member("ana").await;
    let credentials = json!({"address": ana.address(), "password": PASSWORD});
    let (here, there, elsewhere) = (Program::of_nobody(&site), Program::of_nobody(&site), Program::of_nobody(&site));
    for program in [&here, &there, &elsewhere] {
        expect(&program.post("/sessions", credentials.clone()).await, 201);
    }
    let sessions = here.get("/sessions").await.json();
    let sessions = sessions["items"].as_array().expect("a list");
    assert_eq!(sessions.len(), 3);
    assert_eq!(sessions.iter().filter(|session| session["current"] == true).count(), 1);

    let other = sessions.iter().find(|session| session["current"] == false).expect("another session");
    expect(&here.delete(&format!("/sessions/{}", text(&other["id"]))).await, 204);
    expect(&here.delete("/sessions").await, 204);
    for program in [&there, &elsewhere] {
        assert_eq!(problem(&program.get("/me").await, 401), "not-signed-in");
    }
    expect(&here.delete("/sessions/current").await, 204);
    assert_eq!(problem(&here.get("/me").await, 401), "not-signed-in");
}
