use snug_app::communities::{Change, FaceChange};
use snug_testkit::browser::{Browser, TestSite};
use snug_testkit::{Member, PASSWORD, TestCommunity};

/// What is really there in Riverside: each thing under the name a case has for it.
pub(crate) struct Place {
    things: Vec<(&'static str, String)>,
    /// Whose it is.
    pub ana: Member,
    /// Texts that nobody but those in Riverside may ever see.
    pub secrets: Vec<String>,
}

impl Place {
    /// Members who talk, two and several, one who waits, one who signs up, and a mail with a link of every kind.
    pub(crate) async fn fill_riverside(site: &TestSite) -> Self {
        let (ana, ben, conversation) = site.talking("ana", "ben").await;
        let said = ana.say(conversation, "Otters at dawn").await;
        ben.say(conversation, "By the old weir").await;
        let invitation = ana.start_conversation("carla", "Herons at dusk").await;
        let invitation_mail = site.last_mail("carla").await;
        let group = ana.start_group(&[&ben], "Kingfishers", "Swifts at noon").await;
        ben.accept(group).await;
        let emma = site.member("emma").await;

        let face = FaceChange { accent: Change::Set(String::from("#54407a")), ..FaceChange::default() };
        site.snug().set_face("riverside", face).await.expect("a face");
        let browser = site.browser();
        let community_style =
            browser.open("/").await.attribute("link[href^='/assets/community/'][rel=stylesheet]", "href");
        let sign_up = [("name", "Noor Haddad"), ("address", "noor@example.org"), ("password", PASSWORD)];
        browser.post("/sign-up", &sign_up).await;
        browser.post("/sign-in/link", &[("address", &ana.address())]).await;
        let sign_in_link = site.last_mail("ana").await.token_after("/sign-in/link/");
        browser.post("/password/forgot", &[("address", &ana.address())]).await;
        let reset_link = site.last_mail("ana").await.token_after("/password/reset/");

        ana.sign_in().await;
        let session = site.snug().list_sessions(&ana.actor()).await.expect("sessions").remove(0);
        let (api_token, token) = ana.api_token("Anas program").await;
        site.keep_secret(token.reveal());
        let mute_url = site.snug().mute_url(&site.community(), ana.id(), conversation);
        let mute_link = mute_url.rsplit('/').next().unwrap_or_default().to_owned();
        let things = vec![
            ("{conversation}", conversation.to_string()),
            ("{message}", said.id.to_string()),
            ("{invitation}", invitation.to_string()),
            ("{group}", group.to_string()),
            ("{handle}", ana.handle().to_string()),
            ("{participant_handle}", ben.handle().to_string()),
            ("{other_handle}", emma.handle().to_string()),
            ("{address}", ana.address()),
            ("{password}", PASSWORD.to_owned()),
            ("{session}", session.id.to_string()),
            ("{api_token}", api_token.id.to_string()),
            ("{invitation_link}", invitation_mail.token_after("/m/")),
            ("{mute_link}", mute_link),
            ("{stop_link}", invitation_mail.token_after("/u/")),
            ("{sign_up_link}", site.last_mail("noor@example.org").await.token_after("/sign-up/confirm/")),
            ("{sign_in_link}", sign_in_link),
            ("{reset_link}", reset_link),
            ("{community_style}", community_style),
            ("{mail_file}", String::from("00000001.eml")),
        ];
        let secrets = [
            "Otters",
            "weir",
            "Herons",
            "Kingfishers",
            "Swifts",
            "Ana Ruiz",
            "Ben Okafor",
            "Carla",
            "Emma",
            "Noor",
            "Anas program",
        ];
        Self { things, ana, secrets: secrets.map(str::to_owned).into() }
    }

    /// A text with what is there in the places of its names.
    pub(crate) fn fill(&self, text: &str) -> String {
        self.things.iter().fold(text.to_owned(), |text, (name, thing)| text.replace(name, thing))
    }

    /// The secret that is in this text, if one is.
    pub(crate) fn secret_in(&self, text: &str) -> Option<&str> {
        self.secrets.iter().find(|secret| text.contains(secret.as_str())).map(String::as_str)
    }
}

/// A browser of a member of another community, freshly signed in, at this host.
pub(crate) async fn stranger(site: &TestSite, other: &TestCommunity, host: &str) -> Browser {
    let zoe = other.member("zoe").await;
    let browser = site.browser_at(host);
    browser.set_cookie("snug-session", zoe.sign_in().await.reveal());
    browser
}
