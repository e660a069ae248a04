use crate::installation::Installation;

#[test]
fn a_token_is_printed_once_for_somebody_who_is_there() {
    let installation = Installation::on_sqlite().with_riverside();
    installation.done(&[
        "person",
        "create",
        "--community",
        "riverside",
        "--name",
        "Ana Ruiz",
        "--address",
        "ana@example.org",
    ]);
    let token = installation.done(&["token", "create", "--community", "riverside", "--person", "ana.ruiz"]);
    assert!(token.starts_with("snug_") && token.len() > 40 && !token.contains(char::is_whitespace));
}

#[test]
fn nobody_gets_no_token() {
    let installation = Installation::on_sqlite().with_riverside();
    let answer =
        installation.run(&["token", "create", "--config", "snug.toml", "--community", "riverside", "--person", "eve"]);
    assert_eq!(answer.code, Some(1));
    assert_eq!(answer.errors, "snug: there is no member \"eve\" in riverside\n");
}

#[test]
fn a_token_gets_a_scope_and_an_end() {
    let installation = Installation::on_sqlite().with_riverside();
    let ana = ["person", "create", "--community", "riverside", "--name", "Ana Ruiz", "--address", "ana@example.org"];
    installation.done(&ana);
    let create = ["token", "create", "--community", "riverside", "--person", "ana.ruiz"];
    let with = |more: &[&'static str]| installation.run(&[&create[..], &["--config", "snug.toml"], more].concat());
    assert_eq!(with(&["--scope", "read", "--expires-in-days", "30"]).code, Some(0));
    let long = with(&["--expires-in-days", "4000"]);
    assert_eq!(long.code, Some(1));
    assert!(long.errors.starts_with("snug: --expires-in-days"), "{}", long.errors);
    assert_eq!(with(&["--scope", "everything"]).code, Some(2));
}
