//! Names and handles nobody may give themself: those that speak for the community, and words of the site.

mod disguise;
mod words;

use super::handle_look::holds_handle;
use super::{Handle, PersonName};
use crate::communities::Community;
use crate::invalid::{Field, Invalid, Problem};
use crate::visible::is_mark;
use disguise::{Known, Seen};
use words::{CLAIMS, FILLERS, OF_THE_SITE, OFFICES, PERHAPS, WITHIN};

/// The name somebody gives themself in a community, if they may.
pub fn own_name(text: &str, community: &Community) -> Result<PersonName, Invalid> {
    let name = PersonName::parse(text)?;
    may_be_called(&name, community)?;
    Ok(name)
}

/// Whether somebody may give themself this name: it neither speaks for the community nor holds a handle.
pub fn may_be_called(name: &PersonName, community: &Community) -> Result<(), Invalid> {
    if speaks_for(name.as_str(), community) {
        return Err(Invalid::new(Field::Name, Problem::Reserved));
    }
    if holds_handle(name.as_str()) {
        return Err(Invalid::new(Field::Name, Problem::HoldsHandle));
    }
    Ok(())
}

/// Whether a name would look as if it spoke for the community.
fn speaks_for(name: &str, community: &Community) -> bool {
    // With and without the signs that stand for letters: `Adm!n`, and `Ana/Admin`.
    let (words, parts) = (words(name).collect::<Vec<_>>(), name.split_whitespace().collect::<Vec<_>>());
    if words.iter().chain(&parts).any(|word| claims(word)) || WITHIN.iter().any(|within| name.contains(within)) {
        return true;
    }
    if in_brackets(name).is_some_and(|inside| self::words(inside).any(|word| Seen::of(word).is_any(&PERHAPS))) {
        return true;
    }
    // All in one, as when somebody writes it with spaces, or with none.
    let forms = forms(community);
    claims(name) || Seen::of(name).is_any(&PERHAPS) || is_community_and_office(name, &forms) || {
        [words, parts].into_iter().any(|words| is_of_offices(words, &forms))
    }
}

/// Whether a handle is kept for the community or for the site.
#[must_use]
pub fn is_reserved(handle: &Handle, community: &Community) -> bool {
    Seen::of(handle.as_str()).is_any(&OF_THE_SITE)
        || speaks_for(&handle.as_str().replace(['.', '-', '_'], " "), community)
}

/// Whether a handle is a word that the site itself uses.
#[must_use]
pub fn is_word_of_the_site(handle: &Handle) -> bool {
    Seen::with_number(handle.as_str()).is_any(&OF_THE_SITE)
}

fn words(name: &str) -> impl Iterator<Item = &str> {
    name.split(|character: char| !character.is_alphanumeric() && !is_mark(character)).filter(|word| !word.is_empty())
}

/// What stands between brackets of any kind.
fn in_brackets(name: &str) -> Option<&str> {
    let (_, inside) = name.split_once(['(', '[', '{', '<', '（', '【', '［'])?;
    Some(inside)
}

fn claims(word: &str) -> bool {
    let seen = Seen::of(word);
    seen.begins_with_any(&OFFICES) || seen.is_any(&CLAIMS)
}

/// Whether these words are offices and nothing else, or offices and the community's name, or that name.
fn is_of_offices(words: Vec<&str>, community: &Known) -> bool {
    let (perhaps, rest): (Vec<&str>, Vec<&str>) = words.into_iter().partition(|word| Seen::of(word).is_any(&PERHAPS));
    let rest: Vec<&str> = rest.into_iter().filter(|word| !Seen::of(word).is_any(&FILLERS)).collect();
    let is_only_offices = rest.is_empty() && !perhaps.is_empty();
    is_only_offices || Seen::of(&rest.concat()).is_any(community)
}

/// The community's name with an office before or behind it, in one word.
fn is_community_and_office(whole: &str, community: &Known) -> bool {
    let is_office = |rest: &String| rest.is_empty() || claims(rest) || Seen::of(rest).is_any(&PERHAPS);
    Seen::of(whole).beside_any(community).iter().any(is_office)
}

/// What the community is called.
fn forms(community: &Community) -> Known {
    let without_fillers: Vec<&str> = words(&community.name).filter(|word| !Seen::of(word).is_any(&FILLERS)).collect();
    Known::of([community.name.as_str(), &without_fillers.concat(), &community.slug])
}

#[cfg(test)]
mod tests {
    use super::{is_reserved, speaks_for};
    use crate::CommunityId;
    use crate::communities::{Community, Conversations};
    use crate::people::{Handle, Language};

    fn riverside() -> Community {
        Community {
            id: CommunityId(uuid::Uuid::nil()),
            slug: String::from("riverside"),
            name: String::from("The Riverside"),
            host: String::from("riverside.example"),
            mail_domain: String::from("mail.riverside.example"),
            language: Language::English,
            conversations: Conversations::On,
            most_people: 50,
            face: crate::face::Face::default(),
        }
    }

    #[test]
    fn a_name_does_not_speak_for_the_community() {
        for name in [
            "Riverside",
            "riverside",
            "The Riverside",
            "Rivеrsіde",
            "RIVERSIDE",
            "R i v e r s i d e",
            "Riverside (moderators)",
            "Riverside Team",
            "Team Riverside",
            "Riverside Official",
            "RiversideAdmin",
            "Riverside 2",
            "Rîverside",
            "Admin",
            "ADMIN",
            "Adm1n",
            "Аdmin",
            "A d m i n",
            "Admin 7",
            "admins",
            "Administrator",
            "Moderator Ana",
            "Ana (moderator)",
            "Ana (mod)",
            "Ana [staff]",
            "Rnoderator",
            "Modérateur",
            "Support",
            "Riverside Support",
            "𝐀𝐝𝐦𝐢𝐧",
            "Администратор",
            "Модераторы",
            "الإدارة",
            "فريق الدعم",
            "مشرف",
            "版主小王",
            "관리자",
            "Staff",
            "The Team",
            "Mod",
            "Rivers1de",
            "R1vers1de",
            "R!vers!de",
            "R1VERSIDE",
            "Team Rivers1de",
            "The R!verside Team",
            "Riv€rside",
            "ʀɪᴠᴇʀsɪᴅᴇ",
            "4dmin",
            "4dm1n 7",
            "@dmin",
            "Adm!n!",
            "Ana Adm¡n",
            "Modera†or",
            "M0d3r4t0r",
            "Moder@tor Ana",
            "Moderation",
            "Moderación",
            "Модерация",
            "$upport",
            "5upport",
            "5taff",
            "ⓐⓓⓜⓘⓝ",
            "no-reply",
            "No Reply",
            "do not reply",
            "Mailer-Daemon",
            "Hostmaster",
        ] {
            assert!(speaks_for(name, &riverside()), "{name}");
        }
        for name in [
            "Ana Ruiz",
            "Joe Root",
            "Ana Riverside",
            "River Side-Smith",
            "Badminton Ben",
            "Modesta Mod",
            "Adam In",
            "برويز مشرف",
            "Staffan",
            "Allan",
            "Emma Service",
            "Helpmann",
            "Ruth Allsystem",
            "Ben Okafor 2",
            "سلمى حداد",
            "🦊",
            "Madeleine",
            "ALI",
            "Ali",
            "M@x",
            "Ana!",
            "Ben 1",
            "Nora Reply",
            "2000",
        ] {
            assert!(!speaks_for(name, &riverside()), "{name}");
        }
    }

    #[test]
    fn a_handle_does_not_either_and_is_no_word_of_the_site() {
        let reserved = |text: &str| is_reserved(&Handle::parse(text).expect("a handle"), &riverside());
        for handle in [
            "admin",
            "admin2",
            "adm1n",
            "a.d.m.i.n",
            "riverside",
            "river-side",
            "riverside.mods",
            "riversideadmin",
            "support",
            "moderator_ana",
            "me",
            "new",
            "no-reply",
            "the.team",
            "r1vers1de",
            "rivers1de",
            "hostmaster",
            "h0stmaster",
            "settings",
            "signin",
            "s1gn-in",
            "sign_in",
            "www",
            "w.w.w",
            "api-2",
            "log1n",
            "every.one",
            "mailerdaemon",
            "no.reply",
            "autoconfig",
            "team",
            "nu11",
        ] {
            assert!(reserved(handle), "{handle}");
        }
        for handle in [
            "ana.ruiz",
            "joe.root",
            "member-2",
            "me-too",
            "badminton",
            "ana.riverside",
            "newton",
            "ali",
            "ana.sales",
            "member-5",
        ] {
            assert!(!reserved(handle), "{handle}");
        }
    }
}
