//! What a community looks like: its style, its pictures, and the manifest that lets it be installed.

pub(crate) mod file;
pub(crate) mod icon;
pub(crate) mod manifest;
