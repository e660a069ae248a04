//! The addresses of a community's pictures and style. Each names what is in it, so that it may be kept for ever.

use crate::views::CommunityFace;
use data_encoding::HEXLOWER;
use ring::digest::{SHA256, digest};
use snug_app::communities::icon_name;
use snug_domain::communities::Community;
use snug_domain::face::{Accent, Icon};

/// A file of a community.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum CommunityFile {
    /// The style that sets its accent.
    Style(String),
    /// One of its pictures.
    Icon(Icon),
}

/// What pages show of a community's face.
pub(crate) fn community_face(community: &Community) -> CommunityFace {
    let icon = |icon| address(&icon_file(community, icon));
    CommunityFace {
        style: community.face.accent.map(|accent| address(&style_file(&style(accent)))),
        small: icon(Icon::Small),
        medium: icon(Icon::Medium),
        large: icon(Icon::Large),
        has_logo: community.face.logo.is_some(),
        sentence: community.face.sentence.clone(),
    }
}

/// The address of a picture.
pub(crate) fn icon_address(community: &Community, icon: Icon) -> String {
    address(&icon_file(community, icon))
}

/// The file of this name, as long as it is what the community looks like now.
pub(crate) fn find_file(community: &Community, name: &str) -> Option<CommunityFile> {
    if let Some(style) = community.face.accent.map(style).filter(|style| style_file(style) == name) {
        return Some(CommunityFile::Style(style));
    }
    Icon::ALL.into_iter().find(|icon| icon_file(community, *icon) == name).map(CommunityFile::Icon)
}

fn address(file: &str) -> String {
    format!("/assets/community/{file}")
}

fn icon_file(community: &Community, icon: Icon) -> String {
    format!("{}-{}.png", icon.word(), icon_name(community))
}

fn style_file(style: &str) -> String {
    let hash = digest(&SHA256, style.as_bytes());
    format!("{}.css", HEXLOWER.encode(hash.as_ref().get(..8).unwrap_or_default()))
}

/// The variables of the accent: the only ones that differ between communities.
fn style(accent: Accent) -> String {
    let (light, dark) = (accent.light(), accent.dark());
    let variables = [
        ("accent", light.fill, light.fill),
        ("accent-ink", light.text, dark.text),
        ("accent-fill", light.fill, dark.fill),
        ("accent-fill-hover", light.fill_hover, dark.fill_hover),
        ("accent-soft", light.soft, dark.soft),
    ];
    let lines = variables.map(|(name, light, dark)| format!("  --{name}: light-dark({light}, {dark});\n"));
    format!(":root {{\n{}}}\n", lines.concat())
}
