use crate::installation::Installation;

const RIVERSIDE: [&str; 8] =
    ["community", "create", "--slug", "riverside", "--name", "Riverside", "--host", "riverside.localhost"];

#[test]
fn the_conversations_of_a_new_community_are_off_until_they_are_turned_on() {
    let installation = Installation::on_sqlite();
    installation.done(&RIVERSIDE);
    let list = || installation.done(&["community", "list"]);
    assert_eq!(list(), "riverside\triverside.localhost\tconversations off\tRiverside");
    installation.done(&["community", "enable-conversations", "riverside"]);
    assert_eq!(list(), "riverside\triverside.localhost\tconversations on\tRiverside");
    installation.done(&["community", "disable-conversations", "riverside"]);
    assert_eq!(list(), "riverside\triverside.localhost\tconversations off\tRiverside");
}

#[test]
fn what_is_wrong_is_said_in_the_names_of_the_options() {
    let installation = Installation::on_sqlite();
    installation.done(&RIVERSIDE);
    let again = installation.run(&[&RIVERSIDE[..], &["--config", "snug.toml"]].concat());
    assert_eq!((again.code, again.errors.as_str()), (Some(1), "snug: --slug is taken already\n"));
    let nowhere = installation.run(&["community", "enable-conversations", "hilltop", "--config", "snug.toml"]);
    assert_eq!((nowhere.code, nowhere.errors.as_str()), (Some(1), "snug: there is no community \"hilltop\"\n"));
}

#[test]
fn a_conversation_has_as_many_people_as_its_community_lets_it_from_2_to_100() {
    let installation = Installation::on_sqlite();
    installation.done(&RIVERSIDE);
    for most in ["2", "100"] {
        let answer = installation.done(&["community", "most-people", "riverside", most]);
        assert_eq!(answer, format!("riverside: up to {most} people in a conversation."));
    }
    for most in ["1", "101", "-5", "many"] {
        let answer = installation.run(&["community", "most-people", "--config", "snug.toml", "riverside", "--", most]);
        assert_eq!((answer.code, answer.output.as_str()), (Some(2), ""), "{most}");
        assert!(answer.errors.contains("invalid value"), "{}", answer.errors);
    }
    let nowhere = installation.run(&["community", "most-people", "hilltop", "10", "--config", "snug.toml"]);
    assert_eq!((nowhere.code, nowhere.errors.as_str()), (Some(1), "snug: there is no community \"hilltop\"\n"));
}
