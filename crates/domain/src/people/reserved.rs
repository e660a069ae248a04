//! Names and handles nobody may give themself: those that speak for the community, and words of the site.

use super::{Handle, PersonName, looks};
use crate::communities::Community;
use crate::invalid::{Field, Invalid, Problem};
use crate::visible::is_mark;

/// Words that claim an office wherever they stand in a name, and every word that begins so.
const OFFICES: [&str; 6] = ["admin", "moderator", "moderador", "moderateur", "админ", "модератор"];
/// Words that claim one as they are.
const CLAIMS: [&str; 11] = [
    "support",
    "sysadmin",
    "helpdesk",
    "postmaster",
    "webmaster",
    "поддержка",
    "الإدارة",
    "إدارة",
    "الدعم",
    "المشرفون",
    "المشرفين",
];
/// The same in scripts that put no space between words.
const WITHIN: [&str; 9] = ["管理员", "管理員", "管理者", "版主", "客服", "官方", "관리자", "운영자", "モデレーター"];
/// Words that are somebody's name too: they claim an office alone, in brackets, or beside the community's name.
const PERHAPS: [&str; 30] = [
    "mod",
    "mods",
    "staff",
    "team",
    "official",
    "help",
    "root",
    "system",
    "security",
    "service",
    "bot",
    "owner",
    "info",
    "contact",
    "community",
    "crew",
    "everyone",
    "all",
    "abuse",
    "soporte",
    "equipo",
    "equipe",
    "verwaltung",
    "مشرف",
    "المشرف",
    "مدير",
    "المدير",
    "دعم",
    "فريق",
    "الفريق",
];
const FILLERS: [&str; 7] = ["the", "of", "and", "for", "at", "your", "our"];
/// Handles with a meaning of their own in addresses, mentions and mails.
const WORDS_OF_THE_SITE: [&str; 21] = [
    "me",
    "new",
    "here",
    "channel",
    "api",
    "assets",
    "demo",
    "live",
    "people",
    "conversations",
    "preferences",
    "sign-in",
    "sign-up",
    "null",
    "undefined",
    "anonymous",
    "snug",
    "noreply",
    "no-reply",
    "mailer-daemon",
    "bounce",
];

/// The name somebody gives themself in a community: none that speaks for it.
pub fn own_name(text: &str, community: &Community) -> Result<PersonName, Invalid> {
    let name = PersonName::parse(text)?;
    match speaks_for(name.as_str(), community) {
        true => Err(Invalid::new(Field::Name, Problem::Reserved)),
        false => Ok(name),
    }
}

/// Whether a name would look as if it spoke for the community.
#[must_use]
pub fn speaks_for(name: &str, community: &Community) -> bool {
    let words: Vec<&str> = words(name).collect();
    if words.iter().any(|word| claims(word)) || WITHIN.iter().any(|within| name.contains(within)) {
        return true;
    }
    if in_brackets(name).is_some_and(|inside| self::words(inside).any(|word| is_one_of(word, &PERHAPS))) {
        return true;
    }
    // All in one, as when somebody writes it with spaces, or with none.
    let whole = bare(name);
    if claims(&whole) || is_one_of(&whole, &PERHAPS) || is_community_and_office(&whole, community) {
        return true;
    }
    let (perhaps, rest): (Vec<&str>, Vec<&str>) = words.into_iter().partition(|word| is_one_of(word, &PERHAPS));
    let rest: Vec<&str> = rest.into_iter().filter(|word| !is_one_of(word, &FILLERS)).collect();
    let is_only_offices = rest.is_empty() && !perhaps.is_empty();
    is_only_offices || is_community(&rest.concat(), community)
}

/// Whether a handle is kept for the community or for the site.
#[must_use]
pub fn is_reserved(handle: &Handle, community: &Community) -> bool {
    is_word_of_the_site(handle) || speaks_for(&handle.as_str().replace(['.', '-', '_'], " "), community)
}

/// Whether a handle is a word that the site itself uses.
#[must_use]
pub fn is_word_of_the_site(handle: &Handle) -> bool {
    WORDS_OF_THE_SITE.contains(&handle.as_str())
}

fn words(name: &str) -> impl Iterator<Item = &str> {
    name.split(|character: char| !character.is_alphanumeric() && !is_mark(character)).filter(|word| !word.is_empty())
}

/// What stands between brackets of any kind.
fn in_brackets(name: &str) -> Option<&str> {
    let (_, inside) = name.split_once(['(', '[', '{', '<', '（', '【', '［'])?;
    Some(inside)
}

/// Without the number behind it, if anything is left.
fn bare(word: &str) -> String {
    let bare = word.trim_end_matches(|character: char| character.is_ascii_digit() || character == ' ');
    if bare.is_empty() { word.to_owned() } else { bare.to_owned() }
}

fn claims(word: &str) -> bool {
    let looks = looks(&bare(word));
    let begins = |office: &&str| forms(office).iter().any(|form| looks.iter().any(|look| look.starts_with(form)));
    OFFICES.iter().any(begins) || is_one_of(word, &CLAIMS)
}

fn is_one_of(word: &str, known: &[&str]) -> bool {
    let looks = looks(&bare(word));
    known.iter().any(|known| forms(known).iter().any(|form| looks.contains(form)))
}

/// What a word looks like, written small and in capitals.
fn forms(word: &str) -> Vec<String> {
    [looks(word), looks(&word.to_uppercase())].concat()
}

fn is_community(text: &str, community: &Community) -> bool {
    let looks = looks(text);
    !text.is_empty() && community_forms(community).iter().any(|form| looks.contains(form))
}

/// The community's name with an office before or behind it, in one word.
fn is_community_and_office(whole: &str, community: &Community) -> bool {
    let is_office = |rest: &str| rest.is_empty() || claims(rest) || is_one_of(rest, &PERHAPS);
    let looks = looks(whole);
    community_forms(community).iter().any(|form| {
        looks.iter().any(|look| {
            [look.strip_prefix(form.as_str()), look.strip_suffix(form.as_str())].into_iter().flatten().any(is_office)
        })
    })
}

fn community_forms(community: &Community) -> Vec<String> {
    let without_fillers: Vec<&str> = words(&community.name).filter(|word| !is_one_of(word, &FILLERS)).collect();
    [forms(&community.name), forms(&without_fillers.concat()), forms(&community.slug)]
        .concat()
        .into_iter()
        .filter(|form| !form.is_empty())
        .collect()
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
        ] {
            assert!(reserved(handle), "{handle}");
        }
        for handle in ["ana.ruiz", "joe.root", "member-2", "me-too", "badminton", "ana.riverside", "newton"] {
            assert!(!reserved(handle), "{handle}");
        }
    }
}
